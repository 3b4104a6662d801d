"""A talking point of several blocks is in every paper that carries it, numbered by the format itself."""

from io import BytesIO
from pathlib import Path

import pypdfium2

from pack.workspaces import Bench
from write.docx.opened import Opened, W, at, words

SPEECH = """---
title: Hello
language: en
status: final
---

We act today.

::: point "Lead."
First.

Then.
:::

We act tomorrow.

::: point "Second."
More.[^a]

- alpha
- beta[^b]
:::

We act always.

::: point "Third."
- gamma
- delta
:::

[^a]: A note.

[^b]: Another note.
"""


def test_a_point_may_have_several_blocks(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.write("communique.toml", "")
    bench.write("content/hello.md", SPEECH)
    bench.run("build")
    assert len(bench.papers()) == 8
    opened = Opened(bench.paper("delegation/talking-points.en.docx", "hello"))
    points = [p for p in opened.paragraphs() if at(p, "pPr/pStyle") == "TalkingPoint"]
    assert [words(p).split()[0] for p in points] == ["Lead.", "Second.", "Third."]
    assert not any(p.find(f"{W}pPr/{W}numPr") is not None for p in points), "the style numbers them"
    page = pypdfium2.PdfDocument(BytesIO(bench.paper("delegation/talking-points.en.pdf", "hello")))[0].get_textpage()
    lefts = {word: page.get_charbox(page.search(word).get_next()[0])[0] for word in ("Second.", "alpha", "beta")}
    assert min(lefts["alpha"], lefts["beta"]) > lefts["Second."] + 5, "the words of a list hang clear of its marks"
