"""Anchors: the bookmarks that links, page numbers and the way home hang on (ECMA-376-1, 17.13.6)."""

import re
from collections.abc import Sequence
from hashlib import sha256

from communique.write.docx.xml import w
from communique.write.weasyprint_private.cascade import Cascade, Element

LONGEST = 40
"""Characters that Word allows in the name of a bookmark."""

REFERRING = ("href", "data-href")


class Anchors:
    """The bookmark names of a document: for each id that is pointed at, and each paragraph of the statement.

    `_sp_<id>` marks a paragraph of the statement, so that an edit made in Word finds its way back;
    `_Toc_<id>` what the table of contents points at, `_Ref_<id>` the number in a caption, `_<id>` any other
    target.
    """

    def __init__(self, cascade: Cascade) -> None:
        self._names: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()
        self._number = 0
        self._present = {e.get("id") for e in cascade.root.iter() if e.get("id")}
        pointing = [(e, ident) for e in cascade.root.iter() for ident in _targets(e)]
        self._targets = {ident for _, ident in pointing}
        self.pointed_at = frozenset(self._targets)
        self._in_contents = {ident for element, ident in pointing if _is_contents(cascade, element)}

    def name(self, ident: str) -> str | None:
        """The bookmark of an id; None when no element has it."""
        if ident not in self._present:
            return None
        return self._named("_Toc_" if ident in self._in_contents else "_", ident)

    def around(self, element: Element) -> tuple[str, str]:
        """The markup to open and to close the bookmarks of an element with."""
        names = []
        if paragraph := element.get("data-paragraph"):
            names.append(self._named("_sp_", paragraph))
        ident = element.get("id")
        if ident and ident in self._targets:
            names.append(self._named("_Toc_" if ident in self._in_contents else "_", ident))
        return self._marks(names)

    def number_name(self, ident: str) -> str:
        """The bookmark of the number in the caption of an id."""
        return self._named("_Ref_", ident)

    def around_number(self, idents: Sequence[str]) -> tuple[str, str]:
        """The same for the number of a caption: a bookmark for each of the ids that is pointed at."""
        return self._marks([self.number_name(ident) for ident in idents if ident in self._targets])

    def _marks(self, names: Sequence[str]) -> tuple[str, str]:
        first = self._number + 1
        self._number += len(names)
        opened = "".join(w("bookmarkStart", id=n, name=name) for n, name in enumerate(names, first))
        return opened, "".join(w("bookmarkEnd", id=n) for n in range(first, first + len(names)))

    def _named(self, prefix: str, ident: str) -> str:
        """A name that Word allows and no other id has; made from the id alone, so it stays."""
        key = (prefix, ident)
        if key not in self._names:
            plain = prefix + re.sub(r"\W", "_", ident, flags=re.ASCII)
            foreign = not ident.isascii() or len(plain) > LONGEST or plain.lower() in self._taken
            if foreign:
                digest = sha256(ident.encode()).hexdigest()[:8]
                plain = f"{plain[: LONGEST - 9]}_{digest}"
            self._names[key] = plain
            self._taken.add(plain.lower())
        return self._names[key]


def _targets(element: Element) -> list[str]:
    said = (element.get(attribute) or "" for attribute in REFERRING)
    return [value[1:] for value in said if value.startswith("#") and len(value) > 1]


def _is_contents(cascade: Cascade, element: Element) -> bool:
    fields = (cascade.own(around, "--docx-field") or "" for around in cascade.ancestors(element))
    return any(name.lower().startswith("toc") for name in fields)
