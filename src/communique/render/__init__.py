"""Edition and Kind to Sheet: one HTML tree that both writers read."""
