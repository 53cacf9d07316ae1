"""How the weights of the line classifier were made."""
