"""Dated YAML to Principal: how a speaker likes the page. A workspace's own; none are shipped."""

from typing import Annotated

from pydantic import Field

from communique.diagnostics.codes import read as codes
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Span
from communique.model.principal import Principal
from communique.model.workspace import Workspace
from communique.read.fields import Day, Whole, Words
from communique.read.sources import read_source
from communique.read.typed import Form, fill
from communique.read.yaml_tree import parse_mapping


class PrincipalForm(Form):
    """The keys of a principal's file; `source` says who told their wishes, `checked` when."""

    source: Words
    """Who told their wishes."""
    checked: Day
    """When."""
    words_per_minute: Annotated[Whole, Field(ge=1)] | None = None
    """How fast they speak."""


def read_principal(workspace: Workspace, name: str, used: Span | None = None) -> Principal:
    """The principal of a name; `used` is where it is named, for when there is none."""
    files = {path.stem: path for path in (workspace.root / "principals").glob("*.yaml")}
    if name not in files:
        advice = did_you_mean(name, files) or f"write principals/{name}.yaml with source: and checked:"
        raise Refused(codes.UNKNOWN_PRINCIPAL.at(used, f'there is no principal "{name}"', advice))
    source = read_source(files[name], f"principals/{files[name].name}", workspace.root)
    return Principal(name=name, **fill(PrincipalForm, parse_mapping(source)).model_dump())
