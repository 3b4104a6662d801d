"""The forms as JSON Schema, for editors that complete keys and mark slips while one types."""

from typing import Any, TypeAlias

from communique.read.forms import FrontMatter, MeetingForm
from communique.read.kinds import KindForm
from communique.read.principals import PrincipalForm
from communique.read.recipients import AUDIENCE, COLUMNS
from communique.read.typed import Form
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
SCHEMAS = (*FORMS, RECIPIENTS)


def schema(name: str) -> dict[str, Json]:
    """The JSON Schema of that name, one of `SCHEMAS`."""
    if name == RECIPIENTS:
        return {"$schema": DIALECT, **_row()}
    form, title = FORMS[name]
    made = _without_null(form.model_json_schema())
    return {"$schema": DIALECT, **made, "title": title}


def _row() -> dict[str, Json]:
    """A row of recipients.csv or delegation.csv: every cell is text, and the name is needed."""
    cells = {column: {"type": "string"} for column in (*COLUMNS, AUDIENCE)}
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
    kept = {key: _without_null(value) for key, value in node.items() if not (key == "default" and value is None)}
    choices = [choice for choice in kept.get("anyOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        del kept["anyOf"]
        return {**choices[0], **kept}
    return {**kept, "anyOf": choices} if choices else kept
