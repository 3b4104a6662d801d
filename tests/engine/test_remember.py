import json
from dataclasses import replace
from hashlib import sha256

import pytest

from communique.diagnostics.codes import every_code
from communique.diagnostics.codes.deliver import ALTERED_LEFTOVER, HELD_BACK
from communique.diagnostics.diagnostic import Related
from communique.diagnostics.severity import Severity
from communique.diagnostics.span import Span
from communique.diagnostics.stored import restored, stored
from communique.engine.inputs import Inputs
from communique.engine.order import Order
from communique.engine.remember import (
    Record,
    RememberedPaper,
    forget,
    glance_at,
    keep,
    nothing_to_do,
    recall,
    remembered,
)

FOLDER = "m/i"
INPUTS = Inputs({"content/m/i/speech.md": "1"}, "around")
MANIFEST = f"{FOLDER}/public/manifest.json"


def paper(kind="statement", language="en", form="pdf"):
    place = f"{FOLDER}/public/{kind}.{language}.{form}"
    return RememberedPaper(place, kind, language, form, "public", "mine", sha256(place.encode()).hexdigest())


PAPERS = (paper(), paper(form="docx"), paper("podium"), paper(language="fr"))
RECORD = Record("mine", PAPERS, {MANIFEST: sha256(b"{}").hexdigest()})


@pytest.fixture
def build(tmp_path):
    for one in PAPERS:
        (tmp_path / "build" / one.place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "build" / one.place).write_bytes(one.place.encode())
    (tmp_path / "build" / MANIFEST).write_bytes(b"{}")
    return tmp_path / "build"


@pytest.fixture
def store(tmp_path):
    keep(tmp_path / "store", FOLDER, RECORD)
    glance_at(tmp_path / "store", INPUTS, {FOLDER: "mine"})
    return tmp_path / "store"


@pytest.mark.parametrize(
    "order", [Order(), Order(kinds=("podium",)), Order(formats=("docx",)), Order(languages=("fr",), formats=("pdf",))]
)
def test_nothing_changed_nothing_to_do(build, store, order):
    assert nothing_to_do(build, store, INPUTS, order)


@pytest.mark.parametrize(
    "order",
    [
        Order(force=True),
        Order(final=True),
        Order(kinds=("statement", "press-line")),
        Order(languages=("en", "de")),
        Order(formats=("odt",)),
        Order(languages=("fr",), formats=("docx",)),
    ],
)
def test_an_order_for_more_than_was_made_is_looked_at(build, store, order):
    assert not nothing_to_do(build, store, INPUTS, order)


def test_inputs_that_changed_are_looked_at(build, store):
    assert not nothing_to_do(build, store, Inputs({"content/m/i/speech.md": "2"}, "around"), Order())
    assert not nothing_to_do(build, store, Inputs(INPUTS.files, "another font"), Order())


@pytest.mark.parametrize("place", [PAPERS[0].place, MANIFEST])
@pytest.mark.parametrize("change", ["altered", "removed"])
def test_papers_altered_or_removed_are_looked_at(build, store, place, change):
    (build / place).unlink() if change == "removed" else (build / place).write_text("edited")
    assert not nothing_to_do(build, store, INPUTS, Order())


def test_papers_that_passed_as_final_are_final(build, store):
    keep(store, FOLDER, replace(RECORD, papers=tuple(replace(one, final=True) for one in PAPERS)))
    glance_at(store, INPUTS, {FOLDER: "mine"})
    assert nothing_to_do(build, store, INPUTS, Order(final=True))
    assert nothing_to_do(build, store, INPUTS, Order())


@pytest.mark.parametrize(
    "content", [None, b"", b"{", b"communique glance 1", b"communique glance 0\nmine\n", b"\xff\n"]
)
def test_a_damaged_glance_counts_as_none(build, store, content):
    (store / "glance").unlink() if content is None else (store / "glance").write_bytes(content)
    assert not nothing_to_do(build, store, INPUTS, Order())


@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b"{}", b'{"version": 0}', b'{"version": 2}', b"\xff"])
def test_a_damaged_record_counts_as_none(store, content):
    file = store / f"made/{FOLDER}.json"
    file.unlink() if content is None else file.write_bytes(content)
    assert recall(store, FOLDER) is None


def test_papers_made_from_something_else_are_looked_at(build, store):
    glance_at(store, INPUTS, {FOLDER: "newer"})
    assert not nothing_to_do(build, store, INPUTS, Order())


def test_what_is_kept_is_recalled_until_it_is_forgotten(store):
    assert recall(store, FOLDER) == RECORD
    assert list(remembered(store)) == [FOLDER]
    forget(store, FOLDER)
    forget(store, FOLDER)
    assert recall(store, FOLDER) is None


def test_findings_come_back_whole(store):
    place = Span("content/a.md", 1, 2, 3, 4)
    findings = (
        replace(ALTERED_LEFTOVER.at(place, "m", "h", (Related(place, "n"),)), regraded=Severity.ERROR),
        HELD_BACK.at(None, "m"),
    )
    keep(store, FOLDER, replace(RECORD, findings=tuple(map(stored, findings))))
    assert restored(recall(store, FOLDER).findings, every_code()) == findings


def test_only_digests_of_what_was_made_from_are_kept(store):
    told = json.loads((store / f"made/{FOLDER}.json").read_text())
    assert set(told) == {"version", "inputs", "papers", "manifests", "findings"}
