"""How the tagger of attributions is made."""
