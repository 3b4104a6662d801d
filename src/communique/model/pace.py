"""How fast a speech is read out."""

WORDS_PER_MINUTE = 100
"""The pace when neither venue nor speaker says otherwise, in words per minute.

The International Atomic Energy Agency gives about 700 words for 7 minutes (General Conference,
statements, GC(64), 2020), the slowest pace that a secretariat publishes: an honest meter errs on the
side that keeps the slot.
"""


def words_in(text: str) -> int:
    """The number of words read out: runs between spaces that hold a letter or a digit."""
    return sum(any(char.isalnum() for char in run) for run in text.split())
