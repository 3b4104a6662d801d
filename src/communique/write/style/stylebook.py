"""The stylebook: all Word styles and list definitions of a theme, independent of any document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Source
from communique.write.style.compile import Compiler
from communique.write.style.numbering import Numbering, numbering
from communique.write.style.word_style import WordStyle
from communique.write.weasyprint_private.cascade import Computed

DEFAULTS = Source("word_defaults.css", files(__package__).joinpath("word_defaults.css").read_text(encoding="utf-8"))
"""What HTML is called in Word when a theme does not say otherwise."""


@dataclass(frozen=True, slots=True)
class Stylebook:
    """The styles by lower-case name, the numbering they carry, and what was wrong with them.

    `page` is the computed style of the text of the whole document, from which notes and margins
    inherit.
    """

    styles: Mapping[str, WordStyle]
    numbering: Numbering
    findings: tuple[Diagnostic, ...]
    body: Computed

    @property
    def normal(self) -> WordStyle:
        """The style under all others."""
        return self.styles["normal"]

    def named(self, name: str | None) -> WordStyle | None:
        """The style of that name, in any case."""
        return self.styles.get(name.lower()) if name else None

    def paragraph(self, name: str | None, otherwise: str = "Body Text") -> WordStyle:
        """The paragraph style of that name; else the other one, else Normal."""
        for wanted in (name, otherwise):
            found = self.named(wanted)
            if found is not None and found.kind == "paragraph":
                return found
        return self.normal


@lru_cache(maxsize=16)
def stylebook(stylesheets: Sequence[Source], language: str, direction: str) -> Stylebook:
    """The stylebook of a theme for one language; kept, since all documents of a run share it."""
    compiler = Compiler(stylesheets, DEFAULTS, language, direction)
    styles = compiler.styles()
    return Stylebook(styles, numbering(styles, compiler.cascade.counter_style), compiler.findings(), compiler.body)


def word_css(stylesheets: Sequence[Source]) -> str:
    """One stylesheet of the defaults for Word and a theme: the defaults come first and yield."""
    return "\n".join(source.text for source in (DEFAULTS, *stylesheets))
