"""A document with one of everything that a Word file of ours can hold."""

from zlib import compress, crc32


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + crc32(kind + data).to_bytes(4, "big")


PNG = b"\x89PNG\r\n\x1a\n" + b"".join(
    (
        chunk(b"IHDR", bytes((0, 0, 0, 8, 0, 0, 0, 4, 8, 0, 0, 0, 0))),
        chunk(b"IDAT", compress(bytes(36))),
        chunk(b"IEND", b""),
    )
)
"""A grey picture, eight pixels wide and four high."""

BODY = """
<p class="running-head">Norway – Universalization</p>
<p class="folio">Page <span class="page-now"></span> of <span class="page-all"></span></p>
<section class="cover"><h1 class="title">Universalization</h1></section>
<nav class="toc"><p class="toc-title">Contents</p><ol>
<li class="toc1"><a href="#one">First <em>things</em></a></li><li class="toc1"><a href="#two">Second</a></li></ol></nav>
<main>
<h2 id="one">First <em>things</em></h2>
<p class="numbered" data-paragraph="norm" id="norm">The norm<span class="fn">See <em>Article 6</em>.</span> holds:
<strong>bold</strong>, <em>slanted</em>, H<sub>2</sub>O, 1<sup>st</sup>, <u>under</u>, <s>struck</s>,
<small>small</small>,
<mark>marked</mark>, <code>code</code>, <abbr title="x">abbr</abbr>, <q>quoted <q>twice</q></q>.</p>
<p class="numbered" data-paragraph="figure-1">A <a href="https://example.org/a?b=1&amp;c=2">link</a>, one to
<a href="#norm">the norm</a> and one to <a href="#nowhere">nowhere</a>.<br>A second line.</p>
<ul><li>one<ul><li>one one
<ol><li>deep<ol><li>deeper<ul><li>deepest</li></ul></li></ol></li></ol></li></ul></li><li>two</li></ul>
<ol start="4"><li>four</li><li><p>five</p><p>more of five</p></li></ol>
<ol><li>one again</li></ol>
<ol class="letters"><li>a</li><li>b</li></ol>
<dl><dt>Term</dt><dd>Meaning</dd></dl>
<blockquote><p>Quoted.</p><ul><li>in a quotation</li></ul></blockquote>
<hr>
<pre>two
lines</pre>
<table class="facts"><caption>Figures</caption><thead><tr><th>Fact</th><th>Value</th></tr></thead>
<tbody><tr><th scope="row">Signatories</th><td class="value">111</td></tr>
<tr><td rowspan="2">Reach</td><td>down</td></tr><tr><td>ends</td></tr><tr><td colspan="2">across</td></tr></tbody>
<tfoot><tr><td>Sum</td><td>186</td></tr></tfoot></table>
<table><tr><td>A second table<p>with a paragraph</p></td></tr></table>
<p><img src="pictures/map.png" alt="A map" style="width: 20mm"> <img src="pictures/map.png" alt=""></p>
<div class="box"><p>In a box.</p><p>Still in it.</p></div>
<p lang="fr">Merci, <span lang="ar" dir="rtl">شكرا</span>.</p>
<p dir="rtl" lang="ar">شكرا Mr President 2026.</p>
</main>
<section class="annex"><h2 id="two">Second</h2><table><tr><td>wide</td></tr></table></section>
<section class="last"><p class="running-head">Norway – Annex</p><div class="watermark" aria-hidden="true">DRAFT</div>
<h2 id="three">Third</h2>
<p class="looks">Words <span class="spaced">apart</span>, <span class="small-caps">small</span>,
<span class="capitals">large</span>, <span class="shaded">shaded</span>, <span class="gone">unseen</span>,
<span class="twice">twice</span>.</p>
<p class="hung">Hanging.</p><p class="drawn">Boxed, tabbed<span class="tab"></span>and led.</p>
<figure id="map"><img src="pictures/drawing.svg" alt="A drawing"><figcaption>The first.</figcaption></figure>
<figure><img src="pictures/drawing.svg" alt="A drawing"><figcaption id="second">The second.</figcaption></figure>
<ol class="roman"><li>one</li><li value="4">four</li></ol><ol class="bare"><li>unmarked</li></ol>
<p>See <a class="number" href="#norm"></a>, <a class="figure-number" href="#second"></a>, <a href="#map">the first</a>,
<a class="words" href="#two"></a> on page <a class="page" href="#two"></a>.</p>
<table class="new half" id="sums"><tr><td class="roomy">room</td><td class="sum" id="sum">9</td></tr></table>
<table><tr><td>touching</td><td><table><tr><td>nested</td></tr></table></td></tr></table>
<p class="new">A page of its own.</p></section>
"""

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="20" height="20" fill="#17456b"/></svg>'
PICTURES = {"map.png": PNG, "drawing.svg": SVG}

CSS = """
@page { size: A4; margin: 30mm 25mm;
  @top-left { content: element(head); vertical-align: bottom; padding-bottom: 8mm }
  @bottom-right { content: element(folio); vertical-align: top; padding-top: 8mm } }
@page cover { @top-left { content: none } }
@page annex { size: A4 landscape }
html { font: 12pt/16pt "Liberation Serif", "Noto Naskh Arabic"; color: #111 }
body { margin: 0; counter-reset: para fig }
p, h1, h2, li { margin: 0 0 8pt }
.title { --docx-style: "Title"; --docx-based-on: "Normal"; bookmark-level: none; font-size: 24pt; line-height: 28pt }
h2 { --docx-style: "heading 1"; --docx-based-on: "Normal"; bookmark-level: 1; break-after: avoid; font-size: 16pt }
.numbered { --docx-style: "Numbered Paragraph"; counter-increment: para; text-indent: -10mm }
.numbered::before { content: counter(para); display: inline-block; width: 10mm; text-indent: 0; color: #555 }
.letters { list-style-type: lower-alpha }
.running-head { position: running(head); font-size: 9pt; line-height: 12pt; margin: 0 }
.folio { position: running(folio); font-size: 9pt; line-height: 12pt; text-align: end; margin: 0 }
.page-now::before { content: counter(page) } .page-all::before { content: counter(pages) }
.fn { float: footnote; font-size: 10pt; line-height: 12pt; text-indent: 0 }
nav.toc { --docx-field: 'TOC \\\\o "1-1" \\\\h \\\\z' } nav.toc ol { list-style: none; padding: 0 }
nav.toc ol > .toc1 { --docx-style: "toc 1"; --docx-based-on: "Normal" }
.toc-title { --docx-style: "TOC Heading"; --docx-based-on: "Normal" }
table.facts { --docx-style: "Facts Table"; border-collapse: collapse; border-top: 1pt solid #000; width: 100% }
table.facts td, table.facts th { border-bottom: 0.5pt solid #999; padding: 3pt 6pt }
table.facts thead th { background: #eee }
table.facts td.value { --docx-style: "Table Number"; --docx-based-on: "Table Text"; text-align: end }
.box { border: 1pt solid #a00; padding: 6pt; margin: 10pt 0; break-inside: avoid }
.cover { page: cover } .toc, main { page: main } .annex { page: annex } .last { page: last }
@page last { @top-right { content: string(part) } @bottom-left { content: "left of it" } }
@page last:left { margin: 30mm 20mm 30mm 30mm; @bottom-left { content: none } }
@page :nth(1 of last) { @top-right { content: none } }
.watermark { --docx-watermark: behind; position: fixed; top: 40%; z-index: -1; transform: rotate(-45deg); color: #ddd;
  font-size: 80pt }
.last h2 { string-set: part content(text) } .last figure { counter-increment: fig }
.looks { hyphens: auto; text-align: justify; orphans: 3 } .spaced { letter-spacing: 2pt } .gone { visibility: hidden }
.small-caps { font-variant-caps: small-caps } .capitals { text-transform: uppercase } .shaded { background: #ff9 }
.twice { text-decoration: underline double } .hung { text-indent: -5mm; margin: 4pt 10mm; break-inside: avoid }
.drawn { border: 1pt dashed #000; padding: 4pt; background: #eee; --docx-tabs: "right . 100%"; break-after: avoid }
.tab::before { content: leader(".") }
figure { margin: 0 } figure img { width: 20mm; display: block; margin: 0 auto }
figcaption::before { content: "Figure " counter(fig) ". " }
.roman { list-style-type: upper-roman } .bare { list-style: none }
.number::after { content: target-counter(attr(href), para) } .words::after { content: target-text(attr(href)) }
.figure-number::after { content: "Figure " target-counter(attr(href), fig) }
.page::after { content: target-counter(attr(href), page) }
.new { break-before: page } .half { width: 50% } .roomy { padding: 12pt } .sum { border-bottom: 3pt double #000 }
"""
