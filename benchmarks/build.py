"""How long a person waits: for the first build, a second one, and the one after a word was changed; `make bench`.

Seconds differ from machine to machine, so each is also told as a multiple of what no build can avoid:
starting Python and loading WeasyPrint, measured in the same run.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 3


def main() -> int:
    """Print one line a case: the median of the rounds, and the ratio to the yardstick."""
    rounds = [one_round() for _ in range(ROUNDS)]
    medians = {case: statistics.median(times[case] for times in rounds) for case in rounds[0]}
    yardstick = medians["load WeasyPrint"]
    for case, seconds in medians.items():
        print(f"{case:<20} {seconds:7.2f} s {seconds / yardstick:7.2f} x")
    return 0


def one_round() -> dict[str, float]:
    """Each case once, in a fresh copy of the example."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shutil.copytree(ROOT / "content", place / "content")
        return {
            "load WeasyPrint": timed(lambda: run(place, "-c", "import weasyprint")),
            "first build": timed(lambda: build(place)),
            "nothing changed": timed(lambda: build(place)),
            "a word changed": timed(lambda: build(place), before=lambda: change_a_word(place)),
        }


def timed(work: Callable[[], None], before: Callable[[], None] = lambda: None) -> float:
    """The seconds that the work takes; what has to happen before is not counted."""
    before()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def change_a_word(place: Path) -> None:
    """Add a closing sentence to each speech."""
    for speech in place.rglob("speech*.md"):
        with speech.open("a", encoding="utf-8") as text:
            text.write("\nWe thank you once more.\n")


def build(place: Path) -> None:
    """Build everything, as `make` does."""
    run(place, "-m", "communique", "build")


def run(place: Path, *arguments: str) -> None:
    """Run this Python there, and stop when it fails."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0"}
    subprocess.run([sys.executable, *arguments], cwd=place, env=environment, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
