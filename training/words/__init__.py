"""How the table of common words is made."""
