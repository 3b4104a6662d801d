"""Labels: the words that a template prints and nobody wrote, in one language."""

from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Labels:
    """A gettext catalog as a value; the key of a label is its English wording.

    `labels("Page {page} of {pages}", page=..., pages=...)` gives the wording in the language with
    its named places filled; markup that is put in stays markup, words are escaped.
    """

    language: str
    wordings: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def __call__(self, wording: str, /, **places: object) -> Markup:
        """The label as markup, its named places filled."""
        label = Markup.escape(self.wording(wording))
        return label.format(**places) if places else label

    def wording(self, wording: str) -> str:
        """The wording in this language; without a translation, the English one."""
        return dict(self.wordings).get(wording) or wording
