"""Languages: BCP 47 tags as Word wants them, with a region, and by the kind of script."""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
EAST_ASIAN = frozenset({"ja", "ko", "zh"})

USUAL_REGION = {"en": "GB", "ar": "SA", "pt": "PT"}
"""Where the practice of the United Nations differs from the most widely spoken form."""


def is_right_to_left(tag: str | None) -> bool:
    """True for a language of a right-to-left script."""
    return _base(tag) in RIGHT_TO_LEFT


def is_east_asian(tag: str | None) -> bool:
    """True for Chinese, Japanese and Korean."""
    return _base(tag) in EAST_ASIAN


@cache
def word_language(tag: str) -> str:
    """The tag with its usual region, without which Word finds no dictionary: `nb` is `nb-NO`."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return tag
    if locale.territory:
        return f"{locale.language}-{locale.territory}"
    likely = str(get_global("likely_subtags").get(tag.replace("-", "_"), locale.language))
    region = USUAL_REGION.get(tag) or likely.rpartition("_")[2]
    return f"{locale.language}-{region}" if len(region) == 2 and region.isupper() else tag


def language_look(tag: str | None) -> dict[str, str]:
    """The attribute of `w:lang` that this language belongs to, and its value (17.3.2.20)."""
    kind = "lang.bidi" if is_right_to_left(tag) else "lang.eastAsia" if is_east_asian(tag) else "lang.val"
    return {kind: word_language(tag or "en")}


def _base(tag: str | None) -> str:
    return (tag or "en").partition("-")[0].lower()
