"""The only door to files while pages are laid out: it serves what the sheet holds, and nothing else."""

import base64
import binascii
from collections.abc import Mapping
from posixpath import normpath, splitext
from urllib.parse import unquote, unquote_to_bytes

from weasyprint.urls import URLFetcher, URLFetcherResponse

from communique.model.sheet import Sheet

BASE = "communique:sheet"
"""A base address in a scheme of our own.

Python joins no address to a base whose scheme it does not know (`urllib.parse.uses_relative`), so
each one reaches the fetcher as it was written, and can be found again in its stylesheet.
"""

INLINE_LIMIT = 256 * 1024
"""The most bytes of a picture written into a stylesheet or a template as a `data:` address."""

INLINE_TYPES = ("image/png", "image/jpeg", "image/svg+xml")
TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
"""What may be served at all. No stylesheet: an `@import` would be invisible to the Word styles."""


def files_of(sheet: Sheet) -> dict[str, bytes]:
    """The files that a page may show: those of the theme, and the pictures of the text."""
    theme = {asset.name: asset.data for asset in sheet.theme.assets}
    named = {f"theme/{name}": data for name, data in theme.items()}  # as a template calls them
    return theme | named | {f"pictures/{picture.name}": picture.data for picture in sheet.pictures}


class FileFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Serves files from memory.

    `refused`: every other address that was asked for, as written, and why it was refused.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=())
        self.refused: dict[str, str] = {}
        self._files = files

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002  the signature is WeasyPrint's
        """The file of that name; an address that is none raises, and is remembered."""
        try:
            kind, data = self.file(url)
        except LookupError as reason:
            self.refused.setdefault(url, str(reason.args[0]))
            raise
        return URLFetcherResponse(url, data, {"Content-Type": kind})

    def file(self, url: str) -> tuple[str, bytes]:
        """The type and the bytes of what stands at an address; LookupError, with the reason, when it is refused."""
        return _inline(url) if url[:5].lower() == "data:" else self._file(url)

    def _file(self, url: str) -> tuple[str, bytes]:
        name = normpath(unquote(url.partition("#")[0]))
        kind = TYPES.get(splitext(name)[1].lower())
        if name not in self._files:
            raise LookupError("only files of the theme and pictures of the text are fetched")
        if kind is None:
            raise LookupError("only pictures and fonts are fetched")
        return kind, self._files[name]


def _inline(url: str) -> tuple[str, bytes]:
    """The bytes of a `data:` address (RFC 2397)."""
    head, _, body = url[5:].partition(",")
    kind, *parameters = (part.strip().lower() for part in head.split(";"))
    if kind not in INLINE_TYPES:
        raise LookupError(f"a data: address may only hold {', '.join(INLINE_TYPES)}")
    try:
        data = base64.b64decode(unquote(body), validate=True) if "base64" in parameters else unquote_to_bytes(body)
    except binascii.Error:
        raise LookupError("the data: address is not valid base64") from None
    if len(data) > INLINE_LIMIT:
        raise LookupError(f"a data: address may hold {INLINE_LIMIT // 1024} KiB at most")
    return kind, data


class SheetFetcher(FileFetcher):
    """Serves the pictures of a sheet and the files of its theme."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(files_of(sheet))
