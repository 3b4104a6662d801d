"""The schemas say of the real files what communique says of them."""

import json
import tomllib

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from communique.read.schemas import SCHEMAS, schema
from desk import ROOT, typed

MEETING = YAML(typ="rt").load(ROOT / "content/ccm-3msp/meeting.yaml")
VENUE = YAML(typ="rt").load(ROOT / "src/communique/data/venues/unga-general-debate.yaml")
SETTINGS = tomllib.loads((ROOT / "src/communique/data/workspace/communique.toml").read_text(encoding="utf-8"))


def plain(tree):
    """What an editor sees: dates as the words that were typed."""
    return json.loads(json.dumps(tree, default=str))


def faults(name, tree):
    return [error.message for error in Draft202012Validator(schema(name)).iter_errors(plain(tree))]


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema(name):
    Draft202012Validator.check_schema(schema(name))


def tables(tree):
    return [part for part in (tree, *tree.get("$defs", {}).values()) if "properties" in part]


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_says_of_each_key_what_it_means(name):
    keys = [(key, told) for table in tables(schema(name)) for key, told in table["properties"].items()]
    assert keys and [key for key, told in keys if not told.get("description", "").endswith(".")] == []


def test_a_bound_is_one_that_editors_know():
    assert faults("principal", {"source": "x", "checked": "2012-09-11", "words_per_minute": 0})


def test_the_real_files_are_without_fault():
    assert faults("meeting", MEETING) == faults("venue", VENUE) == faults("settings", SETTINGS) == []
    front = {"title": "T", "status": "draft", "facts": {"a": 111, "b": {"value": "75", "public": True}}}
    assert faults("front-matter", front) == []
    assert faults("kind", {"audience": "public", "carries": ["speech"], "pages": 1}) == []
    assert faults("recipients", {"name": "Chile", "email": "a@example.org"}) == []


@pytest.mark.parametrize(
    ("name", "slip"),
    [
        ("meeting", {**MEETING, "dates": "11 September 2012"}),
        ("meeting", {**MEETING, "nmae": "x"}),
        ("meeting", {**MEETING, "place": None}),
        ("front-matter", {"status": "finished"}),
        ("front-matter", {"facts": {"a": {"label": "no value"}}}),
        ("settings", {"page": "A5"}),
        ("kind", {"carries": ["speech"]}),
        ("recipients", {"email": "a@example.org"}),
    ],
)
def test_a_slip_is_one_there_too(name, slip):
    assert faults(name, slip)


def test_the_command_prints_one_lists_all_and_knows_what_was_meant(tmp_path):
    assert json.loads(typed(tmp_path, "schema", "meeting").stdout) == schema("meeting")
    assert [line.split()[0] for line in typed(tmp_path, "schema").stdout.splitlines()] == list(SCHEMAS)
    slip = typed(tmp_path, "schema", "meting")
    assert slip.returncode == 2 and 'did you mean "meeting"?' in slip.stderr


def test_a_new_workspace_names_its_schemas(tmp_path):
    assert typed(tmp_path, "new", "desk").returncode == 0
    assert (tmp_path / "desk/communique.toml").read_text().startswith("#:schema schemas/settings.json\n")
    meeting = tmp_path / "desk/content/ccm-3msp/meeting.yaml"
    line = meeting.read_text(encoding="utf-8").splitlines()[0]
    named = (meeting.parent / line.partition("$schema=")[2]).resolve()
    assert json.loads(named.read_text(encoding="utf-8")) == schema("meeting")
