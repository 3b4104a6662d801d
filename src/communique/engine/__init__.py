"""The order of the work and its speed."""
