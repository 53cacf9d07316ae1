"""How the trees that tell the main text of documents are made."""
