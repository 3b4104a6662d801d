"""The sets that a meeting's papers go out in beside those of recipients: the conference officers', the portal's."""

OFFICERS = "Conference officers"
"""A label: who hands papers to interpreters and secretariat is a recipient like others, by this name."""
