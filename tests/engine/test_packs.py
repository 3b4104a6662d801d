"""Copies of a pack from one layout: what each recipient holds is what a layout of its own would have given."""

from collections import Counter
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest

from communique.engine.copies import Press, _laid_out_anew
from communique.engine.packs import filled_in, pattern_of
from communique.guard.copy_verdict import guard_cover
from communique.guard.read_back import read_back
from communique.guard.strangers import names_index
from communique.model.addressee import Addressee, Enclosure
from communique.model.kind import Format
from communique.write.conformance import conformance, pdf_conformance
from pack_making import NAMES, SHIPPED, example, job_of

ADDRESSEES = {
    "plain": Addressee("Delegation 007", 7, 193),
    "two lines": Addressee(
        "Delegation of the United Kingdom of Great Britain and Northern Ireland to the meeting", 8, 193
    ),
    "signs": Addressee("Côte d'Ivoire & <Co>", 9, 193),
    "from the right": Addressee("الأردن", 10, 193),
}


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    job, stock = job_of(example(tmp_path_factory.mktemp("pack")), "briefing-pack")
    return pattern_of(job, stock, Addressee("", 1, 193), NAMES), stock


@pytest.fixture(scope="module")
def press(pack):
    return Press(pack[1], names_index(NAMES))


@pytest.fixture(scope="module")
def copies(pack, press):
    return {name: press.copy(pack[0], addressee) for name, addressee in ADDRESSEES.items()}


def of(copied, form):
    return next(one.data for one in copied.artefacts if one.format is form)


def test_a_pack_is_laid_out_once(pack):
    assert pack[0].anew == "" and pack[0].findings == () and pack[0].base and pack[0].word


@pytest.mark.parametrize("name", ADDRESSEES)
def test_a_copy_reads_as_one_that_was_laid_out_by_itself(pack, copies, name):
    """Text under every tag, page by page, and the whole Word file."""
    alone = _laid_out_anew(pack[0], ADDRESSEES[name], pack[1], names_index(NAMES), "to compare")
    assert copies[name].anew == "" and copies[name].findings == alone.findings == ()
    read = [read_back("", of(one, Format.PDF), Format.PDF).visible for one in (copies[name], alone)]
    assert read[0] == read[1]
    assert of(copies[name], Format.DOCX) == of(alone, Format.DOCX)


@pytest.mark.parametrize("name", ADDRESSEES)
def test_every_marked_content_of_every_page_has_one_tag(copies, name):
    with pikepdf.open(BytesIO(of(copies[name], Format.PDF))) as opened:
        tagged = Counter(marks(opened.Root.StructTreeRoot.K[0], None))
        known = parents(opened)
        for page in opened.pages:
            painted = Counter(
                (page.obj.objgen, int(one.operands[1].MCID))
                for one in pikepdf.parse_content_stream(page)
                if str(one.operator) == "BDC" and "/MCID" in one.operands[1]
            )
            own = Counter({mark: n for mark, n in tagged.items() if mark[0] == page.obj.objgen})
            assert painted and set(painted.values()) == {1} and painted == own
            assert {number for _, number in painted} == known[int(page.obj.StructParents)]


def marks(element, page):
    page = element.get("/Pg", page)
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            yield page.objgen, kid
        elif "/MCID" in kid:
            yield kid.get("/Pg", page).objgen, int(kid.MCID)
        elif "/S" in kid:
            yield from marks(kid, page)


def parents(opened):
    numbers = opened.Root.StructTreeRoot.ParentTree.Nums
    pairs = ((int(numbers[at]), numbers[at + 1]) for at in range(0, len(numbers), 2))
    return {
        key: {n for n, one in enumerate(slots) if isinstance(one, pikepdf.Dictionary)}
        for key, slots in pairs
        if isinstance(slots, pikepdf.Array)
    }


def test_a_copy_keeps_both_standards_and_word_opens_it(copies, tmp_path):
    for name in ("two lines", "from the right"):
        assert pdf_conformance(of(copies[name], Format.PDF)) == ("PDF/A-3a, PDF/UA-1", ())
    (tmp_path / "copy.docx").write_bytes(of(copies["signs"], Format.DOCX))
    assert conformance(tmp_path / "copy.docx") == ("Word", ())


def test_outline_labels_and_properties_are_those_of_the_pack(pack, copies):
    """Nothing personal stands in them, and every heading is still found on its page."""
    said = []
    for data in (pack[0].base, of(copies["plain"], Format.PDF)):
        with pikepdf.open(BytesIO(data)) as opened:
            pages = [page.obj.objgen for page in opened.pages]
            with opened.open_outline() as outline:
                headings = [(item.title, pages.index(item.destination[0].objgen)) for item in outline.root]
            metadata = opened.Root.Metadata
            assert "/Filter" not in metadata
            said.append((headings, str(opened.Root.PageLabels.Nums), metadata.read_bytes(), str(opened.docinfo)))
    assert said[0] == said[1] and said[0][0]


def test_a_copy_holds_no_byte_of_another_recipient(pack, press, copies):
    """It is the same whoever else was made before it, with whatever letters."""
    for other in ("two lines", "from the right"):
        press.copy(pack[0], ADDRESSEES[other])
    again = Press(pack[1], names_index(NAMES)).copy(pack[0], ADDRESSEES["plain"])
    assert [one.data for one in again.artefacts] == [one.data for one in copies["plain"].artefacts]
    for data in (of(copies["plain"], Format.PDF), of(copies["plain"], Format.DOCX)):
        assert b"Qjxzvq" not in unpacked(data) and b"7300000" not in unpacked(data)


def unpacked(data):
    if data.startswith(b"PK"):
        with ZipFile(BytesIO(data)) as opened:
            return b"".join(opened.read(name) for name in opened.namelist())
    with pikepdf.open(BytesIO(data)) as opened:
        return b"".join(one.read_bytes() for one in opened.objects if isinstance(one, pikepdf.Stream))


def test_the_name_of_somebody_else_holds_a_copy_back(pack, press):
    """The cover of one recipient on the copy of another: the bytes are sound, and the wrong name is told."""
    pattern, stock = pack
    right, wrong = Addressee("Delegation 007", 7, 193), Addressee("Delegation 008", 8, 193)
    mixed = of(press.copy(pattern, wrong), Format.PDF)
    cover = filled_in(pattern.cover, right, stock)
    found = guard_cover("copy", mixed, cover, pattern.job.edition, right, names_index(NAMES))
    assert {"CQ601", "CQ632", "CQ634"} <= {one.code.number for one in found}


def test_names_that_hold_one_another_are_told_apart(pack):
    names = ("Guinea", "Guinea-Bissau", "Norway", "Congo")
    press = Press(pack[1], names_index(names))
    for own in ("Guinea-Bissau", "Norway"):  # the delegation's own name stands on every cover
        assert press.copy(pack[0], Addressee(own, 1, 4)).findings == ()


def test_a_copy_whose_body_was_changed_is_held_back(pack, press):
    with pikepdf.open(BytesIO(pack[0].base)) as opened:
        last = opened.pages[-1].obj
        last.Contents = opened.make_stream(last.Contents.read_bytes() + b" ")
        opened.save(written := BytesIO())
    copied = press.copy(replace(pack[0], base=written.getvalue()), ADDRESSEES["plain"])
    assert [one.code.number for one in copied.findings] == ["CQ633"]


def test_a_number_on_every_page_is_laid_out_anew_and_says_so(tmp_path):
    css = "@page { @top-right { content: element(copy) } }"
    job, stock = job_of(example(tmp_path, css), "handout-pack")
    pattern = pattern_of(job, stock, Addressee("", 1, 193), NAMES)
    assert "behind the cover, on page 2" in pattern.anew
    copied = Press(stock, names_index(NAMES)).copy(pattern, Addressee("Delegation 003", 3, 193))
    assert copied.anew == pattern.anew and copied.findings == ()
    pages = {
        piece.where for piece in read_back("", of(copied, Format.PDF), Format.PDF).visible if "Copy 3" in piece.text
    }
    assert len(pages) > 1


def test_a_cover_that_prints_the_number_of_pages_is_laid_out_anew(tmp_path):
    css = "@page cover { @bottom-right { content: element(folio) } }"
    job, stock = job_of(example(tmp_path, css), "handout-pack")
    assert "the number of pages" in pattern_of(job, stock, Addressee("", 1, 193), NAMES).anew


def test_a_name_that_makes_the_cover_run_over_is_laid_out_anew(pack, press):
    copied = press.copy(pack[0], Addressee("A delegation with a name of many words " * 60, 7, 193))
    assert copied.anew == "the cover runs over the page" and copied.findings == ()
    assert copied.artefacts[0].pages == pack[0].facts.pages + 1


def test_a_template_that_changes_a_field_is_laid_out_anew(tmp_path):
    page = (SHIPPED / "handout-pack.html").read_text(encoding="utf-8")
    own = page.replace("{{ page.addressee() }}", '<p class="addressee">{{ recipient.name|upper }}</p>')
    workspace = example(tmp_path)
    (tmp_path / "templates" / "handout-pack.html").write_text(own, encoding="utf-8")
    pattern = pattern_of(*job_of(workspace, "handout-pack"), Addressee("", 1, 9), NAMES)
    assert own != page and "does something to a recipient's fields" in pattern.anew


def test_a_covering_note_is_its_own_cover(tmp_path):
    job, stock = job_of(example(tmp_path), "covering-note")
    enclosed = (Enclosure("Universalization", "Hand-out pack", "en", (Format.PDF, Format.DOCX)),)
    pattern = pattern_of(job, stock, Addressee("", enclosures=enclosed), NAMES)
    copied = Press(stock, names_index(NAMES)).copy(pattern, Addressee("Delegation 002", enclosures=enclosed))
    assert pattern.anew == copied.anew == "" and copied.findings == ()
    assert pdf_conformance(of(copied, Format.PDF)) == ("PDF/A-3a, PDF/UA-1", ())
