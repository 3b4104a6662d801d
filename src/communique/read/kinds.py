"""Templates to kinds: every document that the templates know how to make.

A template begins with a front matter between lines of three dashes; `Kind.template` keeps the whole
file, so that the lines of an error are those of the file.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from communique.diagnostics.codes import read as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source, start_of
from communique.model.audience import AUDIENCES
from communique.model.kind import Format, Kind, Part, Scope
from communique.model.workspace import Workspace
from communique.read.fields import Truth, Whole, Words, some
from communique.read.front_matter import parted
from communique.read.sources import read_source
from communique.read.typed import Form, fill
from communique.read.workspace import place_of_setting
from communique.read.yaml_tree import parse_mapping

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class KindForm(Form):
    """The front matter of a template."""

    audience: Literal["public", "delegation", "speaker"]
    """For whom the paper is made; there is no default."""
    formats: Annotated[tuple[Format, ...], AfterValidator(some)] = tuple(Format)
    """In which it is made."""
    title: Words | None = None
    """What the paper is called; else the name of the file."""
    scope: Scope = Scope.INTERVENTION
    """One for each speech, each recipient, each meeting, or the register."""
    carries: tuple[Part, ...] = (Part.SPEECH,)
    """What has to be printed whole."""
    spoken: Truth = False
    """Whether it is read out: what is only written is left out."""
    pages: Annotated[Whole, Field(ge=1)] | None = None
    """On how many pages it has to fit; else on any number."""


def kinds(workspace: Workspace) -> dict[str, Kind]:
    """Every kind by name; a workspace's own template comes before a shipped one of the same name."""
    pages: dict[str, tuple[Path, Path]] = {}
    for folder in workspace.templates:
        for page in sorted(folder.glob("[!_.]*.html")):
            pages.setdefault(page.stem, (page, folder))
    found: list[Diagnostic] = []
    known: dict[str, Kind] = {}
    for name in sorted(pages):
        try:
            known[name] = _kind(*pages[name])
        except Refused as refused:
            found += refused.diagnostics
    found += _unknown(workspace, pages)
    if found:
        raise Refused(*found)
    return known


def _kind(page: Path, folder: Path) -> Kind:
    source = read_source(page, f"templates/{page.name}", folder)
    if not NAME.fullmatch(page.stem):
        advice = "use small letters, digits and single hyphens"
        raise Refused(codes.UNSAFE_NAME.at(start_of(source.path), f'"{page.stem}" cannot name a kind', advice))
    return _declared(page.stem, source)


@lru_cache(128)  # a preview asks after each save, and templates seldom change
def _declared(name: str, source: Source) -> Kind:
    """What a template says of itself."""
    form = fill(KindForm, parse_mapping(source, *_header(source)))
    return Kind(
        name=name,
        audience=AUDIENCES[form.audience],
        formats=tuple(dict.fromkeys(form.formats)),
        title=form.title or name.replace("-", " ").capitalize(),
        carries=tuple(dict.fromkeys(form.carries)),
        scope=form.scope,
        spoken=form.spoken,
        pages=form.pages,
        template=source,
    )


def _header(source: Source) -> tuple[int, int]:
    header = parted(source)[0]
    if header is None:
        advice = "begin it with ---, audience: public (or delegation, speaker), ---"
        message = f"{source.path} has no front matter, so nobody can say whom its paper is for"
        raise Refused(codes.TEMPLATE_HEADER.at(start_of(source.path), message, advice))
    return header


def _unknown(workspace: Workspace, pages: dict[str, tuple[Path, Path]]) -> list[Diagnostic]:
    return [
        codes.UNKNOWN_KIND.at(
            place_of_setting(workspace, "kinds"),
            f'there is no template for the kind "{kind}"',
            did_you_mean(kind, pages) or f"known here: {', '.join(sorted(pages))}",
        )
        for kind in workspace.settings.kinds
        if kind not in pages
    ]
