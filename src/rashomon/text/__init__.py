"""Strings to values: normal forms, sentences, numbers, dates, names, and the language models."""
