"""How fast Rashomon is, what it takes, and how that grows."""
