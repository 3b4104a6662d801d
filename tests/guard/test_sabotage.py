"""What a careless template, filter, writer or picture could do: ledger or guard stops each.

The private words of this workspace stand nowhere in public, so that switching either of the two off
makes tests here red: those of the ledger ask for its codes, those of the guard for its own.
"""

import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image, PngImagePlugin

from communique.model.kind import Format
from guard import tampering
from guard.papers import PRIVATE, Papers, sheets, workspace

LOST, SURPLUS, DOUBLED, SPACE = "CQ601", "CQ602", "CQ603", "CQ604"
LEAK, PROTECTED, PICTURE, STRAY = "CQ611", "CQ612", "CQ613", "CQ614"

RUN = "The minister has not yet decided whether to sign the amendment."
SHORT = "The price"
SINGLE = "Ruritania"


# --- the ledger: what stands on the page ---------------------------------------------------------


def test_a_template_with_a_side_door_is_stopped_by_ledger_and_guard(statement: Papers, tmp_path):
    """The template prints what an edition for the delegation would give it."""
    door = PRIVATE.replace(f"::: background {{use=closed}}\n{RUN}\n:::\n", "").replace(
        "Thank you.", f"{RUN}\n\nThank you."
    )
    open_sheet = sheets(workspace(tmp_path, {"private.md": door}), ["statement"])[0].sheet
    found = replace(statement, sheet=open_sheet).written().verdict()
    assert {SURPLUS, LEAK} <= {finding.code.number for finding in found}
    assert [finding for finding in found if finding.code.number == LEAK and RUN[:30] in finding.message]


def test_a_word_of_the_templates_own_is_no_label(tmp_path):
    template = (
        (workspace(tmp_path, {}).templates[0] / "statement.html").read_text().replace("<main>", "<main><p>Sunrise</p>")
    )
    place = workspace(tmp_path, {"private.md": PRIVATE}, {"statement.html": template})
    found = sheets(place, ["statement"])[0].written().verdict()
    assert [finding.code.number for finding in found] == [SURPLUS] and "Sunrise" in found[0].message


@pytest.mark.parametrize(
    ("filters", "code"),
    [
        ('replace("that was ", "")', LOST),
        ('replace("not ", "not not ")', LOST),
        ('replace("was agreed", "wasagreed")', SPACE),
        ('replace("courage", "c ourage")', SPACE),
        ('replace("Norway stands by the norm that was agreed upon. It will not be moved.", "")', LOST),
        ('replace("75", "76")|replace("courage", "rage")', LOST),
        ("upper", LOST),
    ],
)
def test_a_filter_that_drops_doubles_or_joins_words_is_stopped(tmp_path, filters, code):
    shipped = workspace(tmp_path, {}).templates[0] / "_partials" / "blocks.html"
    partial = shipped.read_text().replace(
        "block.children|inline(block.language)", f"block.children|inline(block.language)|{filters}"
    )
    place = workspace(tmp_path, {"private.md": PRIVATE}, {"_partials/blocks.html": partial})
    assert code in sheets(place, ["statement"])[0].numbers()


def test_a_block_printed_twice_is_named_with_its_source_line(tmp_path):
    template = workspace(tmp_path, {}).templates[0] / "statement.html"
    twice = template.read_text().replace("{{ text.speech() }}", "{{ text.speech() }}{{ text.speech() }}")
    place = workspace(tmp_path, {"private.md": PRIVATE}, {"statement.html": twice})
    found = sheets(place, ["statement"])[0].verdict()
    assert {finding.code.number for finding in found} == {DOUBLED}
    assert {str(finding.span) for finding in found} >= {"content/private.md:7:1", "content/private.md:9:1"}


def test_a_part_that_the_kind_carries_and_leaves_out_is_lost(tmp_path):
    template = workspace(tmp_path, {}).templates[0] / "talking-points.html"
    without = template.read_text().replace("{{ brief.facts() }}", "").replace("{{ brief.points() }}", "")
    place = workspace(tmp_path, {"private.md": PRIVATE}, {"talking-points.html": without})
    found = sheets(place, ["talking-points"])[0].verdict()
    assert [finding.code.number for finding in found] == [LOST, LOST, LOST]
    assert "ceiling" in found[-1].message


@pytest.mark.parametrize(
    ("css", "code"),
    [
        (".closing { display: none }", LOST),
        (".closing::after { content: ' for nothing' }", SURPLUS),
        (".delegation, .closing { text-transform: uppercase }", None),
    ],
)
def test_a_style_may_capitalize_words_and_neither_hide_nor_add_any(statement: Papers, css, code):
    sheets_of = statement.sheet.theme.stylesheets
    styled = replace(sheets_of[-1], text=sheets_of[-1].text + css)
    sheet = replace(statement.sheet, theme=replace(statement.sheet.theme, stylesheets=(*sheets_of[:-1], styled)))
    found = [f for f in replace(statement, sheet=sheet).written().verdict() if ".pdf" in f.message]
    assert {finding.code.number for finding in found} == ({code} if code else set())


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda html: html.replace("victims", "victims and families", 1), LOST),
        (lambda html: html.replace("courage and their ", "", 1), SURPLUS),
        (lambda html: html.replace("Thank you.", "Thank you. Thank you.", 1), LOST),
        (lambda html: html.replace('class="folio">Page', 'class="folio">Sheet', 1), SURPLUS),
    ],
)
def test_a_writer_that_drops_or_adds_words_is_stopped_in_both_formats(statement: Papers, change, code):
    """The files were written from one sheet and are held against another."""
    found = statement.with_html(change).verdict()
    for form in Format:
        assert code in {f.code.number for f in found if f"statement.en.{form}" in f.message}, form


def test_a_message_names_the_block_and_the_page(statement: Papers):
    found = statement.with_html(lambda html: html.replace("their courage", "their endless courage", 1)).verdict()
    told = [finding.message for finding in found if ".pdf" in finding.message]
    assert told == ['statement.en.pdf, page 1: "endless" is lost in p.numbered after "the victims for their"']


# --- the guard: what does not stand on the page ---------------------------------------------------

IN_WORD: dict[str, tuple[Callable[[bytes], bytes], set[str]]] = {
    "comment": (
        tampering.word(lambda d: d.add_comment(d.paragraphs[0].runs, RUN, author="J")),
        {LEAK, STRAY},
    ),
    "harmless comment": (tampering.word(lambda d: d.add_comment(d.paragraphs[0].runs, "ok", author="J")), {STRAY}),
    "author": (tampering.word(lambda d: setattr(d.core_properties, "author", f"Office of {SINGLE}")), {LEAK}),
    "subject": (tampering.word(lambda d: setattr(d.core_properties, "subject", SHORT)), {LEAK}),
    "hidden text": (
        tampering.word(lambda d: setattr(d.add_paragraph().add_run(RUN).font, "hidden", True)),
        {LEAK, STRAY},
    ),
    "remark in the XML": (
        tampering.member("word/document.xml", b"</w:p>", f"</w:p><!-- {RUN} -->".encode()),
        {LEAK, STRAY},
    ),
    "custom XML": (tampering.added("customXml/item1.xml", f"<a>{RUN}</a>".encode()), {LEAK, STRAY}),
    "style name": (tampering.member("word/styles.xml", b'w:val="Salutation"', f'w:val="{RUN}"'.encode()), {LEAK}),
    "field code": (
        tampering.member("word/document.xml", b"</w:p>", f'<w:fldSimple w:instr="QUOTE {RUN}"/></w:p>'.encode()),
        {LEAK},
    ),
    "deleted words": (
        tampering.member(
            "word/document.xml",
            b"</w:p>",
            f'<w:del w:id="9" w:author="x"><w:r><w:delText>{RUN}</w:delText></w:r></w:del></w:p>'.encode(),
        ),
        {LEAK, STRAY},
    ),
    "name of a member": (tampering.added(f"word/media/{SINGLE}.xml", b"<a/>"), {LEAK}),
    "remark in the container": (tampering.package(lambda members: None, RUN.encode()), {LEAK, STRAY}),
    "address": (
        tampering.member(
            "word/_rels/document.xml.rels",
            b"</Relationships>",
            f'<Relationship Id="z" Type="t" TargetMode="External" Target="file:///srv/{SINGLE}/a.dotx"/></Relationships>'.encode(),
        ),
        {LEAK},
    ),
    "binary part": (tampering.added("word/embeddings/a.bin", RUN.encode("utf-16-le")), {LEAK, STRAY}),
    "thumbnail": (tampering.added("docProps/thumbnail.jpeg", b"\xff\xd8\xff\xd9" + RUN.encode()), {LEAK, STRAY}),
}
IN_PDF: dict[str, tuple[Callable[[bytes], bytes], set[str]]] = {
    "bookmark": (tampering.outline(RUN), {LEAK}),
    "short bookmark": (tampering.outline(SHORT), {LEAK}),
    "sticky note": (tampering.annotation(RUN), {LEAK, STRAY}),
    "harmless sticky note": (tampering.annotation("ok"), {STRAY}),
    "contents of a link": (tampering.annotation(RUN, "/Link"), {LEAK}),
    "actual text": (tampering.structure("/ActualText", RUN), {LEAK}),
    "alternative text": (tampering.structure("/Alt", f"a map of {SINGLE}"), {LEAK}),
    "expansion": (tampering.structure("/E", SHORT), {LEAK}),
    "title of an element": (tampering.structure("/T", RUN), {LEAK}),
    "XMP": (tampering.metadata(f"for {SINGLE}"), {LEAK}),
    "information": (tampering.pdf(lambda pdf: pdf.docinfo.__setitem__("/Keywords", SINGLE)), {LEAK}),
    "custom information": (tampering.pdf(lambda pdf: pdf.docinfo.__setitem__("/Office", SINGLE)), {LEAK}),
    "attachment": (tampering.attachment("a.txt", RUN), {LEAK, STRAY}),
    "name of an attachment": (tampering.attachment(f"{SINGLE}.txt", "x"), {LEAK, STRAY}),
    "unused object": (tampering.unused_object(RUN), {LEAK}),
    "earlier version": (tampering.saved_over(RUN), {LEAK, STRAY}),
    "script": (
        tampering.pdf(
            lambda pdf: pdf.Root.__setitem__("/OpenAction", pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="x"))
        ),
        {STRAY},
    ),
}


@pytest.mark.parametrize(("change", "codes"), IN_WORD.values(), ids=IN_WORD.keys())
def test_a_withheld_word_in_a_word_file_is_found(statement: Papers, change, codes):
    assert codes <= statement.with_bytes(Format.DOCX, change).numbers()


@pytest.mark.parametrize(("change", "codes"), IN_PDF.values(), ids=IN_PDF.keys())
def test_a_withheld_word_in_a_pdf_is_found(statement: Papers, change, codes):
    assert codes <= statement.with_bytes(Format.PDF, change).numbers()


def test_pages_that_are_painted_nowhere_are_read_too(statement: Papers, tmp_path):
    pack = sheets(workspace(tmp_path, {"private.md": PRIVATE}), ["briefing-pack"])[0].written()
    whole = next(one.data for one in pack.artefacts if one.format is Format.PDF)
    with pikepdf.open(io.BytesIO(whole)) as opened:
        del opened.pages[: len(opened.pages) - 1]
        last = io.BytesIO()
        opened.save(last)
    assert {LEAK, STRAY} <= statement.with_bytes(Format.PDF, tampering.unused_form(last.getvalue())).numbers()


@pytest.mark.parametrize(
    "written",
    [
        RUN.upper(),
        RUN.replace(" ", ""),
        RUN.replace("amendment", "amend-\nment"),
        RUN.replace("yet ", "yet\u00a0\u200b"),
        " ".join(RUN),
        RUN.replace("sign", "ſign"),
        "has not yet decided whether",
    ],
)
def test_a_leak_is_found_however_it_is_written(statement: Papers, written):
    assert LEAK in statement.with_bytes(Format.PDF, tampering.outline(written)).numbers()


def test_a_leak_split_over_runs_is_found(statement: Papers):
    def scattered(document):
        paragraph = document.add_paragraph()
        for start in range(0, len(RUN), 7):
            paragraph.add_run(RUN[start : start + 7]).font.hidden = True

    assert LEAK in statement.with_bytes(Format.DOCX, tampering.word(scattered)).numbers()


def test_a_leak_names_file_place_and_source_line(statement: Papers):
    found = statement.with_bytes(Format.PDF, tampering.outline(SHORT)).verdict()
    assert [(str(one.span), one.code.number) for one in found] == [("content/private.md:15:12", LEAK)]
    assert found[0].message.startswith("statement.en.pdf, object ") and ", title: words of a point" in found[0].message


@pytest.mark.parametrize("words", ["Page 1 of 1", "¶ 2", "Norway", "look", "decided", "Thank you", "the victims"])
def test_generated_and_common_words_are_no_hits(statement: Papers, words):
    assert statement.with_bytes(Format.PDF, tampering.outline(words)).verdict() == ()


def test_a_protected_term_is_found_on_the_page_and_off_it(statement: Papers):
    assert statement.numbers(["Operation Sunrise"]) == set()
    assert statement.numbers(["courage"]) == {PROTECTED}
    assert statement.with_bytes(
        Format.DOCX, tampering.word(lambda d: setattr(d.core_properties, "comments", "operation SUNRISE"))
    ).numbers(["Operation Sunrise"]) == {PROTECTED}


@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_a_picture_with_a_name_in_its_metadata_is_stopped(tmp_path, ending, monkeypatch):
    """It is read without them; a program that took it as it is would be found out."""
    picture = Image.new("RGB", (40, 30), (10, 120, 30))
    if ending == "png":
        said = PngImagePlugin.PngInfo()
        said.add_text("Author", "Jane Doe", zip=True)
        picture.save(tmp_path / "map.png", pnginfo=said)
    else:
        exif = Image.Exif()
        exif[0x013B] = "Jane Doe"
        picture.save(tmp_path / "map.jpg", exif=exif)
    text = f"---\ntitle: A map\nlanguage: en\n---\nChair,\n\nSee it: ![A map](map.{ending})\n"
    content = {"m/meeting.yaml": "name: A meeting\n", "m/a/speech.md": text}
    content[f"m/a/map.{ending}"] = (tmp_path / f"map.{ending}").read_bytes()
    place = workspace(tmp_path / "place", content)
    assert sheets(place, ["statement"])[0].written().verdict() == ()
    monkeypatch.setattr("communique.read.markdown.pictures.plain_picture", lambda data: data)
    papers = sheets(place, ["statement"])[0]
    found = papers.written().verdict()
    assert found and {finding.code.number for finding in found} == {PICTURE}
    assert all("Jane Doe" in finding.message for finding in found)


def test_a_file_that_cannot_be_read_back_is_not_released(statement: Papers):
    assert statement.with_bytes(Format.PDF, lambda data: data[:99]).numbers() == {"CQ630"}
    assert statement.with_bytes(Format.DOCX, lambda data: data[:99]).numbers() == {"CQ630"}
