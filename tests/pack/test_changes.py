"""What follows a change: another paper size, another look, an own text, another kind, another day."""

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from communique.model.typography import fold
from pack.workspaces import ROOT, Bench
from pdf_reading import read_pages

CLOCK = """
import datetime, time
_now = time.time
time.time = lambda: _now() + 400 * 86400
class _Date(datetime.date):
    @classmethod
    def today(cls):
        return cls(2031, 7, 4)
class _Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2031, 7, 4, 3, 2, 1, tzinfo=tz)
    @classmethod
    def utcnow(cls):
        return cls(2031, 7, 4, 3, 2, 1)
datetime.date, datetime.datetime = _Date, _Moment
"""


def words_of(data: bytes) -> list[str]:
    return " ".join(page.text for page in read_pages(data)).split()


def test_the_same_bytes_elsewhere_at_another_time(tmp_path: Path) -> None:
    first = Bench.with_example(tmp_path / "here", TZ="UTC", PYTHONHASHSEED="1")
    (tmp_path / "clock").mkdir()
    (tmp_path / "clock" / "sitecustomize.py").write_text(CLOCK)
    second = Bench.with_example(
        tmp_path / "another place", TZ="Pacific/Auckland", PYTHONHASHSEED="42", PYTHONPATH=str(tmp_path / "clock")
    )
    first.run("build")
    second.run("build", "--jobs", "1")
    assert len(first.papers()) == 8
    assert first.papers() == second.papers()


def test_letter_has_the_same_words_and_none_is_clipped(tmp_path: Path) -> None:
    bench = Bench.with_example(tmp_path)
    bench.run("build", "--format", "pdf")
    before = bench.papers()
    bench.replace("communique.toml", 'page = "A4"', 'page = "Letter"')
    bench.run("build")
    for name, data in before.items():
        after = bench.papers()[name]
        pages = read_pages(after)
        assert {(round(page.width), round(page.height)) for page in pages} == {(612, 792)}
        assert sorted(_text_words(data)) == sorted(_text_words(after))
        for page in pages:
            assert all(word.left > 0 and word.right < page.width for word in page.words)
            assert all(word.bottom > 0 and word.top < page.height for word in page.words)


def _text_words(data: bytes) -> list[str]:
    """Words without page numbers and running heads, whose count depends on the number of pages."""
    text = " ".join(fold(" ".join(page.text for page in read_pages(data))).split())
    text = re.sub(r"Page \d+ of \d+|\d+ / \d+|Norwegian Intervention, Universalization. CCM 3MSP", " ", text)
    return [word for word in re.sub(r"(?i)for the delegation only", " ", text).split() if not word.isdigit()]


def test_colour_and_font_of_the_theme_reach_both_formats(tmp_path: Path) -> None:
    bench = Bench.with_example(tmp_path)
    theme = (ROOT / "templates" / "themes" / "plain" / "theme.css").read_text(encoding="utf-8")
    assert '"Liberation Serif"' in theme
    bench.write(
        "templates/themes/plain/theme.css",
        theme.replace('"Liberation Serif"', '"Carlito"') + "\nh1.title { color: #17456b }\n",
    )
    bench.run("build", "--kind", "statement")
    pages = read_pages(bench.paper("public/statement.en.pdf"))
    assert {word.font.split("+")[-1].split("-")[0] for page in pages for word in page.words} == {"Carlito"}
    with zipfile.ZipFile(io.BytesIO(bench.paper("public/statement.en.docx"))) as package:
        styles, body = package.read("word/styles.xml").decode(), package.read("word/document.xml").decode()
    title = re.search(r'<w:style [^>]*w:styleId="Title".*?</w:style>', styles, re.DOTALL)
    assert title and 'w:color w:val="17456B"' in title.group()
    assert 'w:ascii="Calibri"' in styles
    assert "17456B" not in body and "rFonts" not in body


def test_a_lone_text_without_a_head_makes_all_four_kinds(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.write("content/hello.md", "Mr President,\n\nWe thank you. We will act.\n")
    done = bench.run("build")
    assert sorted(bench.papers()) == sorted(
        f"hello/{audience}/{kind}.en.{ending}"
        for audience, kind in (
            ("public", "statement"),
            ("speaker", "podium"),
            ("delegation", "talking-points"),
            ("delegation", "briefing-pack"),
        )
        for ending in ("pdf", "docx")
    )
    assert "title" in done.stderr and "language" in done.stderr
    assert "We thank you. We will act." in " ".join(words_of(bench.paper("public/statement.en.pdf", "hello")))


def test_a_kind_is_nothing_but_its_file(tmp_path: Path) -> None:
    bench = Bench.with_example(tmp_path)
    statement = (ROOT / "templates" / "statement.html").read_text(encoding="utf-8")
    bench.write("templates/press-line.html", statement.replace("title: Statement", "title: Press line"))
    bench.run("build", "--kind", "press-line")
    assert sorted(bench.papers()) == [
        "ccm-3msp/universalization/public/press-line.en.docx",
        "ccm-3msp/universalization/public/press-line.en.pdf",
    ]
    assert "Press line" in read_pages(bench.paper("public/press-line.en.pdf"))[0].text


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_fault_leaves_the_last_good_papers(tmp_path: Path, jobs: str) -> None:
    bench = Bench.with_example(tmp_path)
    bench.run("build")
    before = bench.papers()
    bench.replace(
        "content/ccm-3msp/universalization/speech.md",
        "{{ signatories }} States have signed the Convention,",
        "{{ signatores }} States,",
    )
    done = bench.run("build", "--jobs", jobs, expect=1)
    assert re.search(r"content/ccm-3msp/universalization/speech\.md:19:\d+: error CQ1\d\d", done.stderr + done.stdout)
    assert "signatories" in done.stderr + done.stdout
    assert bench.papers() == before


def test_a_passage_is_marked_where_it_is_shown_and_never_counted(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    speech = "---\ntitle: T\nlanguage: en\n---\nWe act.\n\n::: passage {audience=delegation}\nThirty days.\n:::\n"
    bench.write("content/hello.md", speech)
    bench.run("build", "--format", "pdf")
    podium = " ".join(words_of(bench.paper("speaker/podium.en.pdf", "hello")))
    assert "Not to be read out Thirty days." in podium
    assert fold("2 words") in fold(podium)
    assert "Thirty" not in " ".join(words_of(bench.paper("public/statement.en.pdf", "hello")))


def test_points_on_two_pages_warn_and_stop_only_what_is_final(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    points = "\n\n".join(f'::: point "Point {name}."\n{"We act with all who act. " * 12}\n:::' for name in "abcdefghi")
    bench.write("content/hello.md", f"---\ntitle: T\nlanguage: en\nstatus: final\n---\nWe act.\n\n{points}\n")
    assert "warning CQ631" in bench.run("build").stderr
    assert len(bench.papers()) == 8
    assert "error CQ631" in bench.run("build", "--final", expect=1).stderr


def test_a_workspace_of_one_s_own_builds_by_make(tmp_path: Path) -> None:
    Bench(tmp_path).run("new", "my ministry")
    done = subprocess.run(["make"], cwd=tmp_path / "my ministry", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "my ministry" / "build").rglob("*.pdf"))) == 4
