"""Edition and kind to a sheet: the template of the kind, filled with what the kind carries."""

from collections.abc import Iterator
from dataclasses import replace

from jinja2 import TemplateError

from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source
from communique.model.about import NOBODY, About
from communique.model.block import Block, Heading, Paragraph, Passage, lines_of
from communique.model.carried import carried, paragraph_numbers
from communique.model.edition import Edition
from communique.model.inline import Picture, walk
from communique.model.kind import Kind
from communique.model.labels import Labels
from communique.model.settings import Settings
from communique.model.sheet import Sheet
from communique.model.templates import Templates
from communique.model.theme import Asset, Theme
from communique.render.environment import environment
from communique.render.faults import diagnose
from communique.render.fields import fields
from communique.render.markdown import attached_text
from communique.render.printing import PrintedLabels, Printing
from communique.render.properties import properties

RAISED = (TemplateError, TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RecursionError)
"""What an expression in a template can raise."""

PRINT_SHOP = "marks: crop; bleed: 10mm"
"""Crop marks on a sheet 10 mm larger on each side; 10 points of it are the PDF's bleed box (ISO 32000-1, 14.11.2)."""


def render(
    edition: Edition,
    kind: Kind,
    labels: Labels,
    theme: Theme,
    settings: Settings,
    templates: Templates,
    about: About = NOBODY,
) -> Sheet:
    """One document of an edition, as one HTML tree for both writers; Refused for a fault in a template.

    `templates` holds the kind's own file too; a template gets the edition as the kind carries it. `about` is whom a
    copy is for, or the rows of a register.
    """
    shown = carried(edition, kind)
    printing = Printing(
        edition=shown,
        kind=kind,
        labels=labels,
        typography=settings.typography,
        numbers=paragraph_numbers(edition),
        targets=_targets(shown),
    )
    return Sheet(
        kind=kind,
        language=edition.language,
        direction=edition.direction,
        html=_filled(printing, settings, templates, about, theme.logo),
        theme=_on_paper(theme, settings),
        properties=properties(shown, printing),
        pictures=_pictures(shown),
        generated=tuple(printing.generated),
        standard=settings.pdf,
        attached=attached_text(printing) if settings.attached_text and kind.internal else None,
        fields=fields(printing),
        listed=about.words,
    )


def _filled(printing: Printing, settings: Settings, templates: Templates, about: About, logo: str | None) -> str:
    """The template of the kind with its names: edition, labels, kind and settings; recipient and rows by scope."""
    names = {
        "edition": printing.edition,
        "labels": PrintedLabels(printing.labels, printing),
        "kind": printing.kind,
        "settings": settings,
        "recipient": about.recipient,
        "rows": about.rows,
        "logo": logo,
    }
    jinja = environment(templates, printing, names)
    try:
        return jinja.get_template(f"{printing.kind.name}.html").render().strip() + "\n"
    except RAISED as fault:
        finding = diagnose(fault, jinja, templates)
        if finding is None:
            raise
        raise Refused(finding) from None


def _targets(edition: Edition) -> frozenset[str]:
    """The ids that this paper holds, for links inside it."""
    return frozenset(_names(edition.speech))


def _names(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Passage):
            yield from _names(block.blocks)
        elif isinstance(block, Paragraph | Heading) and block.id:
            yield block.id


def _on_paper(theme: Theme, settings: Settings) -> Theme:
    """The theme with the size of the paper that the settings ask for, and with room for a print shop's marks."""
    marks = f"; {PRINT_SHOP}" if settings.crop_marks else ""
    size = Source("settings: page", f"@page {{ size: {settings.page}{marks} }}\n")
    return replace(theme, stylesheets=(*theme.stylesheets, size))


def _pictures(edition: Edition) -> tuple[Asset, ...]:
    blocks = (*edition.speech, *edition.objectives, *edition.points, *edition.questions, *edition.backgrounds)
    shown = {node.file for line in lines_of(blocks) for node in walk(line) if isinstance(node, Picture)}
    return tuple(picture for picture in edition.pictures if picture.name in shown)
