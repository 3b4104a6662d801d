"""`communique inspect`: the same eyes over anybody's files."""

import io
import json
import zipfile
from pathlib import Path

import docx
import pikepdf
import pytest
from click.testing import CliRunner
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from communique.cli.inspect import inspect


@pytest.fixture
def careless(tmp_path: Path) -> Path:
    """A Word file with a hidden sentence, a tracked deletion, a comment, an author and a [PAUSE]."""
    document = docx.Document()
    document.core_properties.author = "Jane Doe"
    paragraph = document.add_paragraph("Mr President, [PAUSE] we act.")
    paragraph.add_run(" We do not mean it.").font.hidden = True
    other = document.add_paragraph("We stay. ")
    deletion, run, words = OxmlElement("w:del"), OxmlElement("w:r"), OxmlElement("w:delText")
    deletion.set(qn("w:id"), "9")
    deletion.set(qn("w:author"), "Legal Office")
    words.text = "We never agreed."
    run.append(words)
    deletion.append(run)
    other._p.append(deletion)
    document.add_comment(other.runs, "Ask the capital first.", author="Deputy", initials="D")
    document.save(tmp_path / "careless.docx")
    return tmp_path / "careless.docx"


def told(*files: Path, report: str = "json", code: int = 0) -> str:
    """What the command prints."""
    result = CliRunner().invoke(inspect, ["--report", report, *map(str, files)])
    assert result.exit_code == code, result.output
    return result.output


def found(*files: Path, code: int = 0) -> list[tuple[str, str, str]]:
    """Its findings: name, place, text."""
    files_told = json.loads(told(*files, code=code))["files"]
    return [(one["name"], one["place"], one["text"]) for file in files_told for one in file["findings"]]


ALL_FIVE = [
    ("document-property", "docProps/core.xml", "Jane Doe"),
    ("unseen-text", "word/document.xml, paragraph 1", " We do not mean it."),
    ("tracked-change", "word/document.xml, paragraph 2", "We never agreed."),
    ("comment", "word/comments.xml", "Ask the capital first."),
    ("cue", "word/document.xml, paragraph 1", "[PAUSE]"),
]


@pytest.mark.parametrize("finding", ALL_FIVE, ids=lambda finding: finding[0])
def test_all_five_traces_are_named_with_their_places(careless, finding):
    assert finding in found(careless)


def test_text_names_the_same_five(careless):
    lines = told(careless, report="text").splitlines()
    for name, place, text in ALL_FIVE:
        assert any(f": {place}: " in line and line.endswith(f": {text.strip()}") for line in lines), name
    assert any("tracked deletion by Legal Office" in line for line in lines)
    assert any("comment by Deputy" in line for line in lines)


def test_a_program_finds_the_same_five_beside_the_file(careless):
    lines = told(careless, report="github").splitlines()
    for name, place, _ in ALL_FIVE:
        assert any(f" {name},file={careless}," in line and f"::{place}: " in line for line in lines), name
    (run,) = json.loads(told(careless, report="sarif"))["runs"]
    said = [result["message"]["text"] for result in run["results"]]
    assert len(said) == len(found(careless))
    for _, place, text in ALL_FIVE:
        assert any(words.startswith(f"{place}: ") and words.endswith(text.strip()) for words in said), text
    places = {one["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"] for one in r["locations"]}
    assert places == {careless.as_uri()}


def test_a_pdf_of_anybodys_is_read(tmp_path):
    with pikepdf.new() as made:
        page = made.add_blank_page()
        page.obj["/Resources"] = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(
                F1=pikepdf.Dictionary(
                    Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
                )
            )
        )
        page.obj["/Contents"] = made.make_stream(b"BT /F1 12 Tf 40 700 Td (OFFICIAL SENSITIVE) Tj ET")
        made.docinfo["/Author"] = "Jane Doe"
        made.docinfo["/Source"] = "file:///C:/Users/jane/speech.docx"
        made.attachments["budget.xlsx"] = b"x"
        made.save(tmp_path / "a.pdf")
    findings = found(tmp_path / "a.pdf")
    assert ("marking", "page 1", "OFFICIAL SENSITIVE") in findings
    assert ("document-property", "information", "Jane Doe") in findings
    assert any(name == "template-path" and "Users/jane" in text for name, _, text in findings)
    assert any(name == "attachment" and text == "budget.xlsx" for name, _, text in findings)


def test_the_files_in_a_zip_are_read_in_their_turn(careless, tmp_path):
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as pack:
        pack.comment = b"from the capital"
        pack.write(careless, "CONFIDENTIAL/careless.docx")
        pack.writestr("notes.txt", "x")
    findings = found(tmp_path / "pack.zip")
    assert set(ALL_FIVE) <= set(findings)
    assert ("marking", "names of the members", "CONFIDENTIAL") in findings
    assert ("unseen-text", "container", "from the capital") in findings


def test_a_template_path_is_named(careless, tmp_path):
    target = tmp_path / "path.docx"
    with zipfile.ZipFile(careless) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            copy.writestr(name, source.read(name))
        schemas = "http://schemas.openxmlformats.org"
        link = (
            f'<Relationships xmlns="{schemas}/package/2006/relationships"><Relationship Id="r" TargetMode="External" '
            f'Type="{schemas}/officeDocument/2006/relationships/attachedTemplate" '
            r'Target="\\server\desk\brief.dotx"/></Relationships>'
        )
        copy.writestr("word/_rels/settings.xml.rels", link)
    assert any(name == "template-path" and text == r"\\server\desk\brief.dotx" for name, _, text in found(target))


def test_a_clean_file_says_so(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as pack:
        pack.writestr("a.txt", "x")
    assert told(tmp_path / "a.zip", report="text") == f"{tmp_path / 'a.zip'}: nothing hidden, no marking, no cue\n"


BROKEN = {
    "empty.pdf": b"",
    "torn.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type",
    "torn.docx": b"PK\x03\x04 torn",
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "words.txt": b"Mr President",
}


@pytest.mark.parametrize(("name", "data"), BROKEN.items(), ids=BROKEN.keys())
def test_a_broken_file_is_one_clear_line(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    lines = told(tmp_path / name, report="text", code=1).splitlines()
    assert len(lines) == 1 and "CQ620" in lines[0] and "Traceback" not in lines[0]


def test_a_file_that_is_not_there_is_one_clear_line(tmp_path):
    assert "CQ620: unreadable: No such file" in told(tmp_path / "none.pdf", report="text", code=1)


def test_a_word_file_with_broken_xml_is_one_clear_line(careless, tmp_path):
    with zipfile.ZipFile(careless) as source, zipfile.ZipFile(tmp_path / "b.docx", "w") as copy:
        for name in source.namelist():
            copy.writestr(name, source.read(name)[:-9] if name == "word/document.xml" else source.read(name))
    lines = told(tmp_path / "b.docx", report="text", code=1).splitlines()
    assert len(lines) == 1 and "word/document.xml is damaged" in lines[0]


def test_a_locked_pdf_says_that_it_is_locked(tmp_path):
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(tmp_path / "a.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "locked with a password" in told(tmp_path / "a.pdf", report="text", code=1)


def test_a_bomb_is_named_and_not_unpacked(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as bomb, bomb.open("zeros", "w") as member:
        for _ in range(80):
            member.write(bytes(1024 * 1024))
    assert "zeros unpacks to more than 64 MB" in told(tmp_path / "bomb.zip", report="text", code=1)


def test_an_entity_bomb_is_no_bomb_here(careless, tmp_path):
    entities = b'<!DOCTYPE a [<!ENTITY a "' + b"x" * 999 + b'"><!ENTITY b "' + b"&a;" * 999 + b'">]>'
    with zipfile.ZipFile(careless) as source, zipfile.ZipFile(tmp_path / "b.docx", "w") as copy:
        for name in source.namelist():
            body = source.read(name)
            if name == "word/document.xml":
                body = body.replace(b"<w:document", entities + b"<w:document", 1).replace(b"We stay. ", b"&b;&b;")
            copy.writestr(name, body)
    assert "CQ620" in told(tmp_path / "b.docx", report="text", code=1) or len(told(tmp_path / "b.docx")) < 100_000


def test_containers_inside_containers_come_to_an_end(tmp_path):
    data = b"x"
    for depth in range(6):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as pack:
            pack.writestr(f"{depth}.zip", data)
        data = packed.getvalue()
    (tmp_path / "deep.zip").write_bytes(data)
    assert "containers inside containers" in told(tmp_path / "deep.zip", report="text", code=1)
