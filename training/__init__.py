"""How the weights and tables that ship with the package were made."""
