"""The step "where they differ": what the accounts of one story say, held against each other."""
