"""How weights/spelling.json and weights/names.json were made."""
