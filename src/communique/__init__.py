"""communique: one canonical text, every paper the day needs."""
