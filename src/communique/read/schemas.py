"""The forms as JSON Schema, for editors that complete keys and mark slips while one types.

What a key means is said once, below its line in the form.
"""

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, TypeAlias

from communique.read.forms import FrontMatter, MeetingForm
from communique.read.kinds import KindForm
from communique.read.principals import PrincipalForm
from communique.read.recipients import AUDIENCE, COLUMNS
from communique.read.typed import Form, forms_in
from communique.read.venues import VenueForm
from communique.read.workspace import SettingsForm

Json: TypeAlias = Any
"""What JSON can say."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FORMS: dict[str, tuple[type[Form], str]] = {
    "front-matter": (FrontMatter, "The front matter of speech.md and brief.md"),
    "meeting": (MeetingForm, "content/<meeting>/meeting.yaml"),
    "venue": (VenueForm, "venues/<name>.yaml"),
    "principal": (PrincipalForm, "principals/<name>.yaml"),
    "settings": (SettingsForm, "communique.toml"),
    "kind": (KindForm, "The front matter of a template"),
}
"""Each schema with the form that it is made of, and the file it describes."""

RECIPIENTS = "recipients"
CELLS = {
    "name": "The recipient, as it is to be printed.",
    "language": "One language; else the first of the settings.",
    "formats": "pdf, docx, parted by spaces; else both.",
    "kinds": "Which papers, parted by spaces; else the pack that fits.",
    "copies": "How many numbered copies, each a file of its own; else one without a number.",
    "email": "One address; else no mail.",
    "note": "A remark for yourself; it is printed and sent nowhere.",
    "audience": "In delegation.csv alone: public, delegation or speaker; else public.",
}
"""What each column of the lists of recipients says."""
KEYWORDS = {"ge": "minimum", "le": "maximum"}
"""Bounds that pydantic leaves in its own words where it cannot see what they bound."""
SCHEMAS = (*FORMS, RECIPIENTS)


def schema(name: str) -> dict[str, Json]:
    """The JSON Schema of that name, one of `SCHEMAS`."""
    if name == RECIPIENTS:
        return {"$schema": DIALECT, **_row()}
    form, title = FORMS[name]
    made = _without_null(form.model_json_schema())
    for each in (form, *_forms_within(form)):
        told = _told(each)
        keys = made if each is form else made["$defs"][each.__name__]
        for key, field in each.model_fields.items():
            keys["properties"][field.alias or key]["description"] = told[key]
    return {"$schema": DIALECT, **made, "title": title}


def _forms_within(form: type[Form]) -> Iterator[type[Form]]:
    """The forms of the tables inside one."""
    for field in form.model_fields.values():
        yield from dict.fromkeys(forms_in(field.annotation))


def _told(form: type[Form]) -> dict[str, str]:
    """What the lines below the keys of a form say of them, its parents' included."""
    told: dict[str, str] = {}
    for each in form.__mro__:
        if issubclass(each, Form) and each is not Form:
            [written] = ast.parse(inspect.getsource(each)).body
            told = dict(_remarks(written)) | told
    return told


def _remarks(written: ast.stmt) -> Iterator[tuple[str, str]]:
    for key, remark in pairwise(written.body if isinstance(written, ast.ClassDef) else ()):
        match key, remark:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                yield name, words


def _row() -> dict[str, Json]:
    """A row of recipients.csv or delegation.csv: every cell is text, and the name is needed."""
    cells = {column: {"type": "string", "description": CELLS[column]} for column in (*COLUMNS, AUDIENCE)}
    return {
        "title": "A row of content/<meeting>/recipients.csv or delegation.csv",
        "type": "object",
        "properties": cells,
        "required": [COLUMNS[0]],
        "additionalProperties": False,
    }


def _without_null(node: Json) -> Json:
    """The schema without null: a key that says nothing is left out, and communique refuses it empty."""
    if isinstance(node, list):
        return [_without_null(each) for each in node]
    if not isinstance(node, dict):
        return node
    kept = {
        KEYWORDS.get(key, key): _without_null(value)
        for key, value in node.items()
        if not (key == "default" and value is None)
    }
    choices = [choice for choice in kept.get("anyOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        del kept["anyOf"]
        return {**choices[0], **kept}
    return {**kept, "anyOf": choices} if choices else kept
