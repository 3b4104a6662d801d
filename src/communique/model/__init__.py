"""The nouns of the house, frozen and without I/O: what the phases hand to one another."""
