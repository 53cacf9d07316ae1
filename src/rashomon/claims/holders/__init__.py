"""Who is behind a claim: what its source phrase says, through whom it came, and who "he" is."""
