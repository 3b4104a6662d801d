"""What would help where a character is in none of the fonts: a family that has it, and the package that brings it."""

import unicodedata

from communique.write.fonts import font_files

NAKED = "put a static TrueType font that has it beside the theme.css, and name it with @font-face"

SCRIPTS = (
    (("LATIN", "GREEK", "CYRILLIC", "COMBINING"), "Noto Serif", "fonts-noto-core"),
    (("ARABIC",), "Noto Naskh Arabic", "fonts-noto-core"),
    (("HEBREW",), "Noto Serif Hebrew", "fonts-noto-core"),
    (("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC"), "Noto Serif CJK SC", "fonts-noto-cjk"),
)
"""By the first word of a character's name: a family that this house prints with, and its Debian package."""


def advice_for(character: str) -> str:
    """What to do so that the character can be printed."""
    first = unicodedata.name(character, "").partition(" ")[0]
    for words, family, package in SCRIPTS:
        if first.startswith(words):
            install = "" if font_files([family]) else f"apt install {package} (Debian, Ubuntu), and "
            return f'{install}name "{family}" in the font-family of the theme'
    if unicodedata.category(character) == "So":
        return f"take it out of the text, or {NAKED}"
    return NAKED
