"""Labels: the words that a template prints and nobody wrote, in one language."""

import re
from dataclasses import dataclass, field

from markupsafe import Markup, escape

PLACE = re.compile(r"\{(\w+)\}")
"""A named place in a wording. Nothing else of Python's formats is understood in a catalog."""


class UnfilledPlace(LookupError):
    """A wording has a named place that nobody filled; its one argument is the name."""


@dataclass(frozen=True, slots=True)
class Labels:
    """A gettext catalog as a value; the key of a label is its English wording.

    `labels("Page {page} of {pages}", page=..., pages=...)` gives the wording in the language with
    its named places filled; markup that is put in stays markup, words are escaped. A place that
    nobody fills is an `UnfilledPlace`.
    """

    language: str
    wordings: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def __call__(self, wording: str, /, **places: object) -> Markup:
        """The wording in this language, its named places filled."""
        return self.fill(self.wording(wording), **places)

    def wording(self, wording: str) -> str:
        """The wording in this language; without a translation, the English one."""
        return dict(self.wordings).get(wording) or wording

    @staticmethod
    def fill(text: str, /, **places: object) -> Markup:
        """A wording with its named places filled."""

        def filled(match: re.Match[str]) -> str:
            if match[1] not in places:
                raise UnfilledPlace(match[1])
            return escape(places[match[1]])

        return Markup(PLACE.sub(filled, str(escape(text))))
