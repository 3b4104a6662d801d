"""Dated YAML to Venue: the rules of a place where one speaks, the workspace's own before ours."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from communique.diagnostics.codes import read as codes
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Span
from communique.model.venue import Venue
from communique.model.workspace import Workspace
from communique.read.fields import Amount, Day, Whole, Words
from communique.read.sources import read_source
from communique.read.typed import Form, fill
from communique.read.yaml_tree import parse_mapping

SHIPPED = Path(__file__).parents[1] / "data" / "venues"
Some = Annotated[Whole, Field(ge=1)]


class VenueForm(Form):
    """The keys of a venue's file; `checked` is the day when it was last held against its source."""

    title: Words
    """What the place is."""
    source: Words
    """Where the rules stand."""
    checked: Day
    """When they were last held against their source."""
    minutes: Amount | None = None
    """The time limit."""
    words_per_minute: Some | None = None
    """The pace that the place asks for."""
    words: Some | None = None
    """How many words it allows."""
    copies: Some | None = None
    """How many copies on paper are handed in."""
    hand_in: Words | None = None
    """How and when a text is handed in."""


def read_venue(workspace: Workspace, name: str, used: Span | None = None) -> Venue:
    """The venue of a name; `used` is where it is named, for when there is none."""
    known = _files(workspace)
    if name not in known:
        advice = did_you_mean(name, known) or f"write venues/{name}.yaml, or take one of: {', '.join(sorted(known))}"
        raise Refused(codes.UNKNOWN_VENUE.at(used, f'there is no venue "{name}"', advice))
    path, within, shown = known[name]
    form = fill(VenueForm, parse_mapping(read_source(path, shown, within)))
    return Venue(name=name, **form.model_dump())


def _files(workspace: Workspace) -> dict[str, tuple[Path, Path, str]]:
    shipped = {path.stem: (path, SHIPPED, f"data/venues/{path.name}") for path in SHIPPED.glob("*.yaml")}
    folder = workspace.root / "venues"
    own = {path.stem: (path, workspace.root, f"venues/{path.name}") for path in folder.glob("*.yaml")}
    return shipped | own
