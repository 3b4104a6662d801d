"""Languages in file names, and the way their texts run."""

from babel import Locale, UnknownLocaleError, localedata

from communique.read.fields import LANGUAGE_TAG, tag

RIGHT_TO_LEFT = {"rtl", "right-to-left"}


def split_language(stem: str) -> tuple[str, str | None]:
    """`speech.fr` is `speech` in French; a last part that names no language belongs to the name."""
    name, dot, last = stem.rpartition(".")
    if dot and name and LANGUAGE_TAG.fullmatch(last) and localedata.exists(last.split("-")[0].lower()):
        return name, tag(last)
    return stem, None


def direction(language: str) -> str:
    """The way a language runs: "rtl" for scripts from right to left, else "ltr"."""
    try:
        locale = Locale.parse(language.split("-x-", maxsplit=1)[0], sep="-")
    except (UnknownLocaleError, ValueError):
        return "ltr"
    return "rtl" if locale.character_order in RIGHT_TO_LEFT else "ltr"
