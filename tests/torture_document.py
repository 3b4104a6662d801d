"""The torture document: everything that makes tagging hard, in one text."""

import base64
import io
from pathlib import Path

from PIL import Image

from communique.model.sheet import Sheet
from sheet_making import make_sheet

PARAGRAPH = (
    "In many cases, countries that share common features may more easily understand each other and each "
    "other's challenges. "
)


def torture_sheet() -> Sheet:
    """The document with its theme and pictures."""
    css = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
    return make_sheet(body(), css, pictures=pictures(), title="Torture")


def png(mode: str = "RGBA") -> bytes:
    """A small picture that has transparent pixels when its mode knows them."""
    file = io.BytesIO()
    Image.linear_gradient("L").resize((8, 8)).convert(mode).save(file, "PNG")
    return file.getvalue()


def pictures() -> dict[str, bytes]:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#17456b"/></svg>'
    return {"chart.png": png(), "rule.svg": svg}


def note(number: int) -> str:
    return f'<span class="fn">Note {number}, with <a href="#facts">a link to the <em>facts</em></a>.</span>'


def rows(count: int) -> str:
    """A table with two header rows, cells merged both ways, and as many states as asked for."""
    head = (
        '<thead><tr><td></td><th scope="colgroup" colspan="2">Convention</th><th scope="col" rowspan="2">Note</th></tr>'
        '<tr><td></td><th scope="col">Signed</th><th scope="col">Ratified</th></tr></thead>'
    )
    line = '<tr><th scope="row">State {0}</th><td>{0}</td><td>{1}</td><td>None.</td></tr>'
    body = "".join(line.format(number, number // 2) for number in range(1, count + 1))
    merged = (
        '<tr><th scope="row" rowspan="2">Both</th><td colspan="2">merged</td><td>None.</td></tr>'
        "<tr><td>1</td><td>2</td><td>None.</td></tr>"
    )
    return f"<table>{head}<tbody>{merged}{body}</tbody></table>"


def body() -> str:
    entries = "".join(
        f'<li class="toc1"><a href="#{name}">{title} <strong>in full</strong></a>'
        f'<span class="dots" aria-hidden="true"></span><span class="toc-page" data-href="#{name}"></span></li>'
        for name, title in (("facts", "Facts"), ("wide", "Wide"), ("end", "End"))
    )
    noted = "".join(f"<p>{PARAGRAPH * 2}Call {number}.{note(number)} {PARAGRAPH}</p>" for number in range(1, 11))
    inline = base64.b64encode(png("RGB")).decode()
    return f"""
<p class="running-head">Norway – Universalization</p>
<div class="letterhead"><img src="pictures/rule.svg" alt=""><p>Ministry of Foreign Affairs</p></div>
<div class="watermark" aria-hidden="true">DRAFT</div>
<header><p>Norway</p><h1>Torture</h1></header>
<nav class="toc"><p>Contents</p><ol>{entries}</ol></nav>
<main>
<section aria-label="Speech"><h2>Notes</h2>{noted}</section>
<section><h2 id="facts">Facts</h2>
<p>See <a href="https://example.org/" title="The convention in full">the <em>whole</em> convention, whose long
title runs over more than a single line of this page, as titles of conventions do</a>.</p>
<p><abbr title="Arms Trade Treaty">ATT</abbr> and <span lang="fr">traité sur le commerce des armes</span>.</p>
<blockquote lang="ru"><p>Спасибо, господин Председатель.</p></blockquote>
<blockquote lang="fr"><p>« Côte d’Ivoire : l’efficacité offre un effet », dit-elle.</p></blockquote>
<blockquote lang="ar" dir="rtl"><p>شكرا السيد الرئيس. وقّعت 111 دولة على الاتفاقية، لا أكثر.</p></blockquote>
<blockquote lang="he" dir="rtl"><p>תודה, אדוני היושב ראש. 2012</p></blockquote>
<ul><li>One<ul><li>One and a half</li><li>Three quarters</li></ul></li><li>Two</li></ul>
<ol class="roman"><li>First</li><li>Second</li></ol>
<ol class="points"><li>Point <strong>one</strong></li><li>Point two</li></ol>
<dl><dt>Norm</dt><dd>What is expected.</dd><dd>Also a rule.</dd><dt>Use</dt><dd>What is done.</dd></dl>
<figure><img src="pictures/chart.png" alt="A chart of signatures"><figcaption>Signatures</figcaption></figure>
<p>Decoration: <img src="pictures/rule.svg" alt=""> and
<img src="data:image/png;base64,{inline}" alt="Inline picture"></p>
<h3>Table</h3>{rows(96)}</section>
<section class="wide"><h2 id="wide">Wide</h2><p>{PARAGRAPH * 30}</p></section>
<section class="after"><h2 id="end">End</h2><p>Thank you.</p></section>
</main>"""
