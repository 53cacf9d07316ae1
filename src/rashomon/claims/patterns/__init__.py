"""The families of patterns that find who says what, each by its own means."""
