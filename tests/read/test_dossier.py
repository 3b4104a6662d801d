"""What a dossier holds when all is well, and that it travels between processes."""

import pickle
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from communique.diagnostics.refused import Refused
from communique.model.block import BulletList, Closing, Heading, Paragraph, Point, Question, Salutation, Table
from communique.model.inline import Link, Picture, plain
from communique.model.particulars import Delivery, Status
from communique.model.settings import Settings
from communique.read.dossier import read_dossier
from communique.read.interventions import find
from communique.read.workspace import open_workspace

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)


@pytest.fixture
def write(tmp_path):
    """Writes a file of the workspace."""

    def one(path: str, text: str) -> None:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")

    return one


def dossiers(root: Path):
    workspace = open_workspace(root, TODAY)
    return [read_dossier(workspace, place) for place in find(workspace)]


def test_the_example_is_read_whole():
    (dossier,) = [one for one in dossiers(ROOT) if one.name == "universalization"]
    speech = dossier.speech("en")
    assert (dossier.meeting, dossier.findings) == ("ccm-3msp", ())
    assert speech.particulars.title == "Universalization"
    assert speech.particulars.full_title == "Norwegian Intervention, Universalization. CCM 3MSP"
    assert (speech.particulars.begins, speech.particulars.ends) == (date(2012, 9, 11), date(2012, 9, 14))
    assert (speech.particulars.status, speech.particulars.delivery) == (Status.FINAL, Delivery.CHECK)
    assert speech.particulars.speaker is None
    numbers = [block.number for block in speech.blocks if isinstance(block, Paragraph)]
    assert numbers == list(range(1, 9))
    assert [plain(block.children) for block in speech.blocks if isinstance(block, Salutation)] == [
        "Thank you, Mr President.",
        "Mr President,",
        "Mr President,",
    ]
    assert isinstance(speech.blocks[-1], Closing)
    assert all(point.paragraphs for point in speech.blocks if isinstance(point, Point))
    assert any(question.pressed for question in speech.brief if isinstance(question, Question))
    assert {fact.value for fact in speech.facts} == {"111", "75"}


def test_a_lone_text_reads_well(write, tmp_path):
    write("content/hello.md", "Mr President,\n\nWe thank you. We will act.\n")
    (dossier,) = dossiers(tmp_path)
    speech = dossier.speech("en")
    assert [type(block) for block in speech.blocks] == [Salutation, Paragraph]
    assert (speech.particulars.title, speech.particulars.full_title) == (None, "hello")
    assert [finding.code.number for finding in dossier.findings] == ["CQ127", "CQ126"]


def test_a_dossier_travels(write, tmp_path):
    write("content/hello.md", "We act.[^1]\n\n[^1]: Now.\n\n- one\n- two\n")
    (dossier,) = dossiers(tmp_path)
    assert pickle.loads(pickle.dumps(dossier)) == dossier


def test_a_refusal_travels(write, tmp_path):
    write("content/hello.md", "We {{ act }}.\n")
    with pytest.raises(Refused) as refused:
        dossiers(tmp_path)
    assert pickle.loads(pickle.dumps(refused.value)).diagnostics == refused.value.diagnostics


def test_languages_share_what_is_no_wording(write, tmp_path):
    write("content/m/meeting.yaml", "name: Meeting\nplace: Oslo\n")
    write(
        "content/m/a/speech.md",
        "---\ntitle: T\nlanguage: en\ndate: 2012-09-11\nplace: Bergen\nfacts: {n: '1,000', m: 2}\n---\n{{ n }}.\n",
    )
    write(
        "content/m/a/speech.fr.md",
        "---\ntitle: U\nfacts: {n: 1 000}\n---\nMonsieur le Président,\n\n{{ n }} {{ m }}.\n",
    )
    (dossier,) = dossiers(tmp_path)
    english, french = dossier.speech("en"), dossier.speech("fr")
    assert (french.particulars.date, french.particulars.place) == (english.particulars.date, "Oslo")
    assert (english.particulars.place, french.particulars.title) == ("Bergen", "U")
    assert plain(french.blocks[1].children) == "1 000 2."
    assert isinstance(french.blocks[0], Salutation)


def test_defaults_of_the_workspace_fill_what_nobody_says(write, tmp_path):
    write("communique.toml", 'delegation = "Norway"\nmarking = "For the delegation only"\ndelivery = "none"\n')
    write("content/m/meeting.yaml", "name: Meeting\nmarking: Not for release\n")
    write("content/m/a/speech.md", "---\ntitle: T\nlanguage: ar\n---\nWe act.\n")
    (dossier,) = dossiers(tmp_path)
    (speech,) = dossier.speeches
    assert (speech.particulars.delegation, speech.particulars.marking) == ("Norway", "Not for release")
    assert (speech.particulars.delivery, speech.direction) == (Delivery.NONE, "rtl")
    assert [finding.code.number for finding in dossier.findings] == ["CQ121"]


@pytest.mark.parametrize("value", ["1.10", "1,000", "075", "75 %", "1e3", "no", "0x1F", "2012-09-11", "12:30"])
def test_a_fact_is_printed_as_it_was_typed(write, tmp_path, value):
    facts = f"facts:\n  n: {value}\n  m:\n    value: {value}\n"
    write("content/hello.md", f"---\ntitle: T\nlanguage: en\n{facts}---\n{{{{ n }}}} {{{{ m }}}}\n")
    (dossier,) = dossiers(tmp_path)
    assert plain(dossier.speeches[0].blocks[0].children) == f"{value} {value}"


def test_every_construct_comes_through(write, tmp_path):
    (tmp_path / "content").mkdir()
    Image.new("L", (1, 1)).save(tmp_path / "content" / "p.png")
    write(
        "content/hello.md",
        "# Head {#head}\n\n![A picture](p.png)\n\n- one\n- two\n\n"
        "| a | b |\n|:-:|--:|\n| c | d |\n\nSee [above](#head).\n",
    )
    (dossier,) = dossiers(tmp_path)
    head, picture, bullets, table, last = dossier.speeches[0].blocks
    assert isinstance(head, Heading) and (head.level, head.id) == (1, "head")
    assert picture.number is None and isinstance(picture.children[0], Picture)
    assert isinstance(bullets, BulletList) and len(bullets.items) == 2
    assert isinstance(table, Table) and [str(one) for one in table.alignments] == ["center", "end"]
    assert isinstance(last.children[1], Link)
    assert [asset.name for asset in dossier.pictures] == ["p.png"]


def test_places_are_found_in_order_and_by_path(write, tmp_path):
    for name in ("m/b", "m/a", "n/c"):
        write(f"content/{name}/speech.md", "We act.\n")
    write("content/lone.md", "We act.\n")
    write("content/lone.fr.md", "Nous agissons.\n")
    workspace = open_workspace(tmp_path, TODAY)

    def shown(*paths):
        return [place.shown for place in find(workspace, map(Path, paths))]

    assert shown() == ["lone", "m/a", "m/b", "n/c"]
    assert shown("content/m") == shown("m") == shown(str(tmp_path / "content" / "m")) == ["m/a", "m/b"]
    assert shown("content/n/c", "content/lone.md") == ["lone", "n/c"]
    assert shown("content/m/a/speech.md") == ["m/a"]
    with pytest.raises(Refused) as refused:
        find(workspace, [Path("content/k")])
    assert refused.value.diagnostics[0].code.number == "CQ109"


def test_a_workspace_needs_no_settings_and_names_its_folder(tmp_path):
    assert open_workspace(tmp_path, TODAY).settings == Settings()
    with pytest.raises(Refused):
        open_workspace(tmp_path / "nowhere", TODAY)
    with pytest.raises(Refused):
        find(open_workspace(tmp_path, TODAY))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("word\n\n" * 60_000, "lines"),
        ("*a " * 25_000, "signs"),
        ("---\ntitle: [" + "x," * 40_000 + "]\n---\nWe act.\n", "characters"),
        ("word " * 1_100_000, "MB"),
    ],
)
def test_what_is_too_large_is_refused_at_once(write, tmp_path, text, bound):
    write("content/hello.md", text)
    with pytest.raises(Refused) as refused:
        dossiers(tmp_path)
    assert refused.value.diagnostics[0].code.number == "CQ104"
    assert bound in refused.value.diagnostics[0].message


OVERSIZED = {
    "a paragraph of a million characters": ("word " * 200_000, "content/hello.md:1:1", "a paragraph of"),
    "a long paragraph": ("Thank you.\n\n" + "We act. " * 7_000, "content/hello.md:3:1", "a paragraph of"),
    "sixty thousand paragraphs": ("We act.\n\n" * 60_000, "content/hello.md:1:1", "120001 lines"),
    "a long word": ("Thank you " + "a" * 20_001, "content/hello.md:1:11", "a word of"),
    "too many marks": ("*a* " * 10_001, "content/hello.md:1:1", "signs of markup"),
}


@pytest.mark.parametrize(("text", "place", "said"), OVERSIZED.values(), ids=OVERSIZED.keys())
def test_what_no_room_could_hear_is_refused_where_it_begins(write, tmp_path, text, place, said):
    write("content/hello.md", text)
    with pytest.raises(Refused) as refused:
        dossiers(tmp_path)
    (finding,) = (one for one in refused.value.diagnostics if one.is_error)
    assert (str(finding.span), finding.code.number) == (place, "CQ104") and said in finding.message
