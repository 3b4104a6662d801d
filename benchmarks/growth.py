"""Whether time grows in step with the text: one statement of 500 to 500,000 words; part of `make bench`.

Each length is a fresh process that builds the statement in both formats, ledger and guard on; the cost of a word is
told as a share of its cost at 500 words, and the memory of the largest process beside its limit.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from pairs import Row, publish, timed
from word import paragraphs, words_in

SIZES = (500, 5_000, 50_000, 500_000)
ROUNDS = 3
MEMORY = 600
"""MB that 500,000 words may take."""


def main() -> int:
    """A row for each length beyond the first, and one for the memory of the longest."""
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    first, *longer = [cost(size) for size in sizes]
    rows = [
        Row(
            f"a word of {size:,}, against one of {sizes[0]:,}",
            tuple(a / b for a, b in zip(costs, first, strict=False)),
            1,
            1,
        )
        for size, costs in zip(sizes[1:], longer, strict=True)
    ]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    rows.append(Row(f"memory for {sizes[-1]:,} words, against {MEMORY} MB", (peak / MEMORY,), 1, 1))
    return publish("growth", rows)


def cost(size: int) -> list[float]:
    """Seconds a word, a round each; one round for the longest texts."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        count = written(place, size)
        seconds = []
        for _ in range(ROUNDS if size < 100_000 else 1):
            for made in (place / "build", place / ".communique"):
                shutil.rmtree(made, ignore_errors=True)
            seconds.append(timed(lambda: build(place)) / count)
            if len(list(place.glob("build/**/statement.*"))) != 2:
                raise SystemExit(f"{size:,} words were not built")
        return seconds


def written(place: Path, size: int) -> int:
    """A speech of about so many words, the example's own paragraphs; how many it has."""
    own = paragraphs()
    blocks = own * round(size / words_in(own))
    text = "\n\n".join(["---\ntitle: A long speech\nlanguage: en\n---", *blocks]).replace("{{ ", "").replace(" }}", "")
    (place / "content").mkdir()
    (place / "content" / "long.md").write_text(text + "\n", encoding="utf-8")
    return words_in(blocks)


def build(place: Path) -> None:
    """The statement, in both formats."""
    command = [sys.executable, "-m", "communique", "build", "--kind", "statement"]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])


if __name__ == "__main__":
    sys.exit(main())
