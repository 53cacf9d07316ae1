"""How weights/spelling.json was made."""
