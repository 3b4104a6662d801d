"""The sets that a meeting's papers go out in beside those of recipients: the conference officers', the portal's.

Both hold the public papers of every intervention, in all languages and formats, and nothing of a recipient's.
"""

OFFICERS = "Conference officers"
"""A label: who hands papers to interpreters and secretariat is a recipient like others, by this name."""
PRINTED_FOR = ("interpreters", "secretariat")
"""Labels: for whom copies on paper are handed in; interpreters first, for they read along."""
OFFICERS_PLACE, PORTAL_PLACE = "conference-officers", "portal"
"""The names of the two folders, which no recipient can have."""
