"""One printing: what the filters know of the paper that they print on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from babel import Locale, UnknownLocaleError
from jinja2 import TemplateRuntimeError
from markupsafe import Markup

from communique.model.edition import Edition
from communique.model.kind import Kind
from communique.model.labels import Labels
from communique.model.typography import typeset


@dataclass(frozen=True, slots=True)
class Printing:
    """One edition on its way onto paper; `generated` gathers the words that nobody wrote."""

    edition: Edition
    kind: Kind
    labels: Labels
    typography: bool
    numbers: Mapping[str, int]
    targets: frozenset[str]
    generated: list[str] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The language of the edition."""
        return self.edition.language

    @property
    def locale(self) -> Locale:
        """How that language writes dates and numbers; plain English is British, as in the UN."""
        return locale_of(self.language)

    def typeset(self, text: str) -> str:
        """Words of the edition or of a label as a printer sets them, unless that is switched off."""
        return typeset(text, self.language) if self.typography else text

    def generate(self, text: str) -> str:
        """Words that nobody wrote: a label, a date, a number; set, and remembered for the ledger."""
        printed = self.typeset(text)
        self.generated.append(printed)
        return printed


class PrintedLabels:
    """The labels as a template gets them: what it asks for is set in type and remembered."""

    __slots__ = ("_labels", "_printing")

    def __init__(self, labels: Labels, printing: Printing) -> None:
        self._labels, self._printing = labels, printing

    def __call__(self, wording: str, /, **places: object) -> Markup:
        """The wording in the language, its named places filled."""
        if unknown := [name for name, each in places.items() if each is None]:
            raise TemplateRuntimeError(f"{unknown[0]} is unknown here and would be printed")
        filled = {name: self._printing.typeset(each) if type(each) is str else each for name, each in places.items()}
        printed = self._labels.fill(self._printing.typeset(self._labels.wording(wording)), **filled)
        self._printing.generated.append(str(printed.striptags()))
        return printed

    @property
    def language(self) -> str:
        """The language of the labels."""
        return self._labels.language


def locale_of(language: str) -> Locale:
    """The locale of a language tag, or of the part of it that is known."""
    tag = {"en": "en-GB", "no": "nb"}.get(language, language)
    while tag:
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            tag = tag.rpartition("-")[0]
    return Locale("en", "GB")


def direction_of(language: str) -> str:
    """The direction a language is written in, "ltr" or "rtl"."""
    return locale_of(language).text_direction
