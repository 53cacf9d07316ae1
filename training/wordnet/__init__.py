"""How the word tables in `text/` were made."""
