"""A document as readers see it: its lines, which of them are main text, and what its head says."""
