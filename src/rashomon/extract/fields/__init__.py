"""The fields of an article: who, where, when, through whom, each with its evidence."""
