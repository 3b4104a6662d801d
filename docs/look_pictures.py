"""The pictures of change-the-look.md: the themes, the worked example, the blocks of the partials. `make docs`."""

import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageOps

from communique.diagnostics.span import Source
from communique.model.about import NOBODY, About
from communique.model.addressee import Addressee
from communique.model.audience import Audience
from communique.model.edition import Edition
from communique.model.kind import Kind
from communique.model.labels import Labels
from communique.model.templates import Templates
from communique.model.theme import Theme
from communique.model.workspace import Workspace
from communique.read.dossier import read_dossier
from communique.read.interventions import find
from communique.read.kinds import kinds
from communique.read.templates import read_templates
from communique.read.themes import read_theme
from communique.read.workspace import open_workspace
from communique.render.sheet import render
from communique.withhold.edition import withhold
from communique.write import fonts

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
TODAY = date(2012, 9, 1)
GREY = "#bbbbbb"
PAGE, BLOCK = 300, 560
"""Widths of a page among others and of a block by itself, in pixels."""

THEMES = ("plain", "modern", "formal")
SMALL = (
    "@page {{ size: 170mm {height}mm !important; margin: 16mm 14mm 14mm 24mm }} .cover .masthead {{ margin-top: 0 }}"
)
TALL = frozenset({"cover", "points", "paragraph-numbers"})
"""Blocks that need a page of 120 mm; for the others 55 mm are enough."""

BLOCKS = {
    "cover": "{{ page.cover() }}",
    "running-head": "{{ page.running_head() }}{{ page.folio() }}<p>&nbsp;</p><div style='break-before: page'></div>",
    "marking": "{{ page.marking() }}<p>&nbsp;</p>",
    "contents": "{% call page.contents() %}{{ page.entry('points', labels('Points to make')) }}{% endcall %}"
    '<h2 id="points">{{ labels("Points to make") }}</h2>',
    "facts": "{{ brief.facts() }}",
    "points": "{{ brief.points() }}",
    "paragraph-numbers": "{{ text.speech() }}",
    "signature": "{{ page.signature() }}",
    "distribution": "{{ page.distribution(rows) }}",
}
"""Each block that a template author may take, as a template asks for it."""

SPEAKER, TITLE = "Name of the Speaker", "Title of the Speaker"
"""The example names no speaker, and nobody invents one: the words say what they stand for."""
RECEIVERS = ("First recipient", "Second recipient", "Third recipient")


def main() -> int:
    """All the pictures, made anew."""
    with tempfile.TemporaryDirectory() as folder:
        fonts.configure(Path(folder))
        for name, picture in pictures().items():
            picture.save(PICTURES / f"{name}.png", optimize=True)
            print(f"docs/pictures/{name}.png")
    return 0


def pictures() -> dict[str, Image.Image]:
    """Every picture by the name of its file."""
    workspace = open_workspace(ROOT, TODAY)
    edition = withhold(read_dossier(workspace, find(workspace)[0]), Audience.SPEAKER, "en")[0]
    made = {
        f"look-block-{name}": _block(workspace, edition, body, 120 if name in TALL else 55)
        for name, body in BLOCKS.items()
    }
    made["look-themes"] = _row([_statement(workspace, edition, read_theme(workspace, name)) for name in THEMES])
    made["look-example"] = _example(workspace, edition)
    return made


def _block(workspace: Workspace, edition: Edition, body: str, height: int) -> Image.Image:
    """One block on a small page of the plain theme, what is empty below it cut off."""
    imports = "".join(
        f'{{% import "_partials/{file}.html" as {name} %}}'
        for file, name in (("page", "page"), ("blocks", "text"), ("brief", "brief"))
    )
    html = f'<html lang="en"><head><title>-</title></head><body>{body}</body></html>'
    template = Source("templates/block.html", imports + html)
    templates = Templates((*read_templates(workspace).files, ("block.html", template)))
    kind = replace(kinds(workspace)["briefing-pack"], name="block", template=template)
    shown = replace(
        edition,
        particulars=replace(edition.particulars, speaker=SPEAKER, speaker_title=TITLE),
        points=edition.points[:2],
    )
    shown = replace(shown, speech=shown.speech[:2])
    theme = read_theme(workspace, "plain")
    small = Source("block.css", SMALL.format(height=height))
    theme = replace(theme, stylesheets=(*theme.stylesheets, small))
    about = About(recipient=Addressee("Recipient", copy_number=17, copies=193), rows=RECEIVERS)
    return _trimmed(_pages(shown, kind, theme, workspace, templates, about)[-1 if "break-before" in body else 0])


def _statement(workspace: Workspace, edition: Edition, theme: Theme) -> Image.Image:
    """The first page of the statement in a theme."""
    return _pages(edition, kinds(workspace)["statement"], theme, workspace, read_templates(workspace))[0]


def _example(workspace: Workspace, edition: Edition) -> Image.Image:
    """The worked example: the statement in modern, the same in the ministry's theme, and its own kind."""
    from worked_example import example_files  # noqa: PLC0415  stands beside this script

    with tempfile.TemporaryDirectory() as folder:
        for place, text in example_files().items():
            (Path(folder) / place).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / place).write_text(text, encoding="utf-8")
        own = replace(workspace, root=Path(folder), templates=(Path(folder) / "templates", workspace.templates[-1]))
        theme = read_theme(own, "ministry")
        sheet = _pages(edition, kinds(own)["fact-sheet"], theme, own, read_templates(own))[0]
        before = _statement(workspace, edition, read_theme(workspace, "modern"))
        return _row([before, _statement(workspace, edition, theme), sheet])


def _pages(
    edition: Edition, kind: Kind, theme: Theme, workspace: Workspace, templates: Templates, about: About = NOBODY
) -> list[Image.Image]:
    from communique.write.layout import lay_out  # noqa: PLC0415  loads WeasyPrint, after the fonts are settled

    sheet = render(edition, kind, Labels("en"), theme, workspace.settings, templates, about)
    data: bytes = lay_out(sheet).document.write_pdf()
    with pypdfium2.PdfDocument(data) as document:
        return [page.render(scale=2 * PAGE / page.get_width()).to_pil().convert("RGB") for page in document]


def _trimmed(page: Image.Image) -> Image.Image:
    """A page without the white below and beside its words, `BLOCK` pixels wide at most."""
    box = ImageChops.difference(page, Image.new("RGB", page.size, "white")).getbbox() or (0, 0, *page.size)
    edge = 14
    words = page.crop((max(0, box[0] - edge), max(0, box[1] - edge), box[2] + edge, box[3] + edge))
    return ImageOps.expand(words, border=1, fill=GREY).quantize(32)


def _row(pages: list[Image.Image]) -> Image.Image:
    """Pages beside one another."""
    framed = [
        ImageOps.expand(page.resize((PAGE, round(page.height * PAGE / page.width)), Image.Resampling.LANCZOS), 1, GREY)
        for page in pages
    ]
    gap = 10
    width = sum(page.width for page in framed) + gap * (len(framed) - 1)
    row = Image.new("RGB", (width, max(page.height for page in framed)), "white")
    at = 0
    for page in framed:
        row.paste(page, (at, 0))
        at += page.width + gap
    return row.quantize(128, method=Image.Quantize.FASTOCTREE)


if __name__ == "__main__":
    sys.exit(main())
