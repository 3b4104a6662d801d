"""The settings of a workspace, as read from communique.toml."""

from dataclasses import dataclass, field
from enum import StrEnum

from communique.diagnostics.span import Span
from communique.model.editor import Editor
from communique.model.mail_route import Route
from communique.model.standard import Standard


class PageSize(StrEnum):
    """The size of the paper; nothing may depend on either."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class Default:
    """A particular that holds for every intervention that does not say otherwise."""

    key: str
    value: str
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a workspace sets for all its meetings.

    `kinds` empty means every kind that the templates know. `name` is the pattern of a file's name
    inside its audience folder, with `{kind}`, `{language}`, `{intervention}`, `{meeting}`; the
    format's ending is added. `typography`: curly quotation marks and spaces that do not break.
    `defaults` are particulars for the whole workspace: delegation, venue, marking ...
    `regrades`: the number of a warning of `check`, and what it is here: "off", "note", "warning" or
    "error". `stale_after`: how many days before the meeting a fact may have been looked up.
    `pdf`: the standard that PDFs follow. `crop_marks`: sheets for a print shop, larger than the page.
    `attached_text`: internal PDFs carry their words as Markdown too.
    `printed_copies`: how many copies on paper are handed in, by for whom: "interpreters", "secretariat".
    `protected`: names and words of which none may stand in a public paper or travel with it.
    `editor`: the one in which the preview opens a line that was clicked.
    `mail`: how mail leaves the house.
    """

    theme: str = "plain"
    page: PageSize = PageSize.A4
    languages: tuple[str, ...] = ("en",)
    kinds: tuple[str, ...] = ()
    name: str = "{kind}.{language}"
    typography: bool = True
    defaults: tuple[Default, ...] = ()
    regrades: tuple[tuple[str, str], ...] = ()
    stale_after: int = 180
    pdf: Standard = Standard.A3A
    crop_marks: bool = False
    attached_text: bool = False
    protected: tuple[str, ...] = ()
    printed_copies: tuple[tuple[str, int], ...] = ()
    editor: Editor | None = None
    mail: Route | None = None

    @property
    def on_paper(self) -> "Settings":
        """The settings as far as a paper may show them; the others are as shipped.

        Templates get no more, so no other setting can change a byte: neither which terms are
        protected, nor what else is made, nor how warnings are graded.
        """
        return Settings(
            page=self.page,
            languages=self.languages,
            typography=self.typography,
            pdf=self.pdf,
            crop_marks=self.crop_marks,
            attached_text=self.attached_text,
        )
