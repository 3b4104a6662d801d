"""How long a person waits when there is little to do: nothing changed, or one sentence; part of `make bench`.

Whole processes, both sides in turn. What a warm process saves is measured in `preview.py`.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from pairs import ROOT, Row, build, in_turn, publish, run, timed

ROUNDS = 15


def main() -> int:
    """A row for nothing to do, for help, and for one changed sentence, told as a share of the first build."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shutil.copytree(ROOT / "content", place / "content")
        build(place)
        nothing = in_turn(lambda: timed(lambda: build(place)), lambda: python(place, "-c", "pass"), ROUNDS)
        asked = in_turn(
            lambda: python(place, "-m", "communique", "--help"), lambda: python(place, "-c", "pass"), ROUNDS
        )
        changed = in_turn(lambda: after_a_change(place), lambda: cold(place), ROUNDS // 3)
        kept_back = in_turn(lambda: after_a_note(place), lambda: cold(place), ROUNDS // 3)
    return publish(
        "waiting",
        (
            Row("nothing changed, against `python -c pass`", nothing, 6, 4),
            Row("`communique --help`, against `python -c pass`", asked),
            Row("one sentence of the statement changed, against cold", changed, note="a new process, all kinds"),
            Row("one cue for the speaker changed, against cold", kept_back, note="a new process, the podium copy only"),
        ),
    )


def python(place: Path, *arguments: str) -> float:
    """The seconds that this Python takes."""
    return timed(lambda: run(place, sys.executable, *arguments))


def cold(place: Path) -> float:
    """The first build."""
    for folder in (place / "build", place / ".communique"):
        shutil.rmtree(folder)
    return timed(lambda: build(place))


def after_a_change(place: Path) -> float:
    """A build after one more sentence at the end of the speech."""
    return _after(place, "\nWe thank you once more.\n")


def after_a_note(place: Path) -> float:
    """A build after one more cue at the end of the speech."""
    return _after(place, "\n::: cue\nPause.\n:::\n")


def _after(place: Path, more: str) -> float:
    for speech in place.glob("content/**/speech*.md"):
        with speech.open("a", encoding="utf-8") as text:
            text.write(more)
    return timed(lambda: build(place))


if __name__ == "__main__":
    sys.exit(main())
