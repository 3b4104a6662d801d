"""How long it takes from saving a text to seeing its new page, beside a build of that page; part of `make bench`.

A real browser (Debian's Chromium) looks at the statement of the example; the clock stops when the new picture and
its words are on the screen. The other side is a whole process that builds this one file, with nothing remembered.
"""

import shutil
import sys
import tempfile
from itertools import count
from pathlib import Path

from pairs import ROOT, Row, build, in_turn, publish, timed

sys.path.insert(0, str(ROOT / "docs"))

from preview_pictures import Preview, Reader, browsing, reading, workspace

ROUNDS = 15
CLOSING = "\nThank you."
NUMBERS = count(1)


def main() -> int:
    """A row for a changed sentence, and one for an error and its end."""
    with tempfile.TemporaryDirectory() as folder, browsing() as browser:
        shown, built = workspace(Path(folder) / "shown"), workspace(Path(folder) / "built")
        preview = Preview(shown)
        try:
            with reading(browser, preview) as reader:
                changed = in_turn(lambda: after_a_change(reader), lambda: cold(built), ROUNDS)
                broken = in_turn(lambda: after_a_slip(reader), lambda: cold(built), ROUNDS // 3)
        finally:
            preview.end()
    return publish(
        "preview",
        (
            Row("statement: saved to shown, against its cold build", changed, 0.25, 0.15),
            Row("statement: an error saved to told, against its cold build", broken, 0.25, 0.1),
        ),
    )


def after_a_change(reader: Reader) -> float:
    """The seconds until the page with one more sentence is shown."""
    before = reader.page.get_attribute("html", "data-shown")
    reader.write(CLOSING, f"\nWe thank you for the {next(NUMBERS)}th time.\n{CLOSING}")
    took = timed(
        lambda: reader.page.wait_for_function("old => document.documentElement.dataset.shown !== old", arg=before)
    )
    text = reader.preview.workspace / "content/ccm-3msp/universalization/speech.md"
    text.write_bytes((ROOT / text.relative_to(reader.preview.workspace)).read_bytes())
    reader.page.wait_for_function("old => document.documentElement.dataset.shown === old", arg=before)
    return took


def after_a_slip(reader: Reader) -> float:
    """The seconds until a broken head is told above the last good page."""
    reader.write("title: Universalization", "title: [Universalization")
    took = timed(lambda: reader.page.wait_for_selector("#notice .finding"))
    reader.write("title: [Universalization", "title: Universalization")
    reader.page.wait_for_selector("#notice", state="hidden")
    return took


def cold(place: Path) -> float:
    """The seconds of a build of this one file."""
    for folder in (place / "build", place / ".communique"):
        shutil.rmtree(folder, ignore_errors=True)
    return timed(lambda: build(place, "--kind", "statement", "--format", "pdf"))


if __name__ == "__main__":
    sys.exit(main())
