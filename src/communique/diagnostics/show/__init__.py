"""How findings reach a reader: one file a format."""
