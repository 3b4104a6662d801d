"""The ministry's own letterhead as the base of a Word file: its looks and furniture, our words."""
