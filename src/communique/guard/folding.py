"""Texts as the guard compares them: what a person could still read out of them, however they were written.

Case, spaces, hyphens, accents, ligatures and the shapes of Arabic letters make no difference here. A text
is a row of words, each of letters and digits alone.
"""

import re
from unicodedata import normalize

WORD = re.compile(r"[^\W_]+")
CUT = re.compile(r"(?<=\w)[-\u2010\u2011\u00ad]\s*\n\s*(?=\w)")
"""A hyphen at the end of a line, inside a word."""
UNWRITTEN = dict.fromkeys([*range(0x300, 0x370), *range(0x610, 0x61B), *range(0x64B, 0x660), 0x640, 0x670, 0x627, 0xAD])
"""Accents, Arabic vowel signs and the stretching stroke; and the letter alef, for in the ligature lam-alef readers of
PDF turn the two round."""
IGNORED = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
SCRIPTS_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{2}")


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    if not text.isascii():
        text = normalize("NFKD", IGNORED.sub("", text)).translate(UNWRITTEN)
    if "\n" in text:
        text = CUT.sub("", text)
    found = WORD.findall(text.casefold())
    if text.isascii() or not SCRIPTS_WITHOUT_SPACES.search(text):
        return found
    return [part for word in found for part in _in_pairs(word)]


def _in_pairs(word: str) -> list[str]:
    """A word; in a script that puts no spaces between words, its letters two by two."""
    pairs = SCRIPTS_WITHOUT_SPACES.findall(word)
    if not pairs:
        return [word]
    rest = SCRIPTS_WITHOUT_SPACES.sub(" ", word).split()
    return [*pairs, *rest]
