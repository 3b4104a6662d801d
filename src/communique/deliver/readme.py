"""README.txt of a parcel: one page that any editor shows, with what is in it, how to check it, and whom to ask."""

import re
from collections.abc import Iterable
from importlib.resources import files

from communique.model.meeting import Meeting

PLACE = re.compile(r"\{(\w+)\}")
EMPTY_LINES = re.compile(r"\n{3,}")


def readme(meeting: Meeting, language: str, name: str, listed: Iterable[str], zip_name: str) -> bytes:
    """The page for a recipient of that name; in English where there is none in the language."""
    known = {
        "meeting": meeting.name,
        "delegation": meeting.delegation or "",
        "name": name,
        "files": "\n".join(f"    {file}" for file in sorted(listed)),
        "zip": zip_name,
        "contact": meeting.contact or "",
    }
    text = PLACE.sub(lambda place: known[place[1]], _page(language))
    return (EMPTY_LINES.sub("\n\n", text).strip() + "\n").encode()


def _page(language: str) -> str:
    folder = files("communique.data").joinpath("readme")
    for tag in (language, language.partition("-")[0], "en"):
        page = folder.joinpath(f"{tag}.txt")
        if page.is_file():
            return page.read_text(encoding="utf-8")
    raise AssertionError("the English page is part of the package")
