"""The table of all that was measured, from the rows in `results/`; the end of `make bench`.

It prints the table and writes it to `results/README.md`: the only place that figures are quoted from.
"""

import json
import sys

from pairs import RESULTS, Row

HEAD = """# What was measured

Made by `make bench`. Ratios within one run: ours over the other, medians, with the smallest and the largest and the
number of rounds. Whole processes and wall time, finishing, ledger and guard on, unless a line says otherwise.

| what | median | spread | n | at most | aim | |
|---|---|---|---|---|---|---|
"""


def main() -> int:
    """Print the table, and write it down with the dates and machines of its parts."""
    lines, feet = [], []
    for path in sorted(RESULTS.glob("*.json")):
        kept = json.loads(path.read_text(encoding="utf-8"))
        lines += [line(Row(**{**row, "ratios": tuple(row["ratios"])})) for row in kept["rows"]]
        feet.append(f"- `{path.stem}`: {kept['date']}, {kept['machine']}")
        feet += [f"- `{path.stem}`: missing, not measured: {absent}" for absent in kept["missing"]]
    text = HEAD + "\n".join(lines) + "\n\n" + "\n".join(feet) + "\n"
    (RESULTS / "README.md").write_text(text, encoding="utf-8")
    print(text)
    return 0


def line(row: Row) -> str:
    """A row of the table."""
    limits = ["" if limit is None else f"{limit:g}" for limit in (row.at_most, row.aim)]
    spread = f"{min(row.ratios):.3g} – {max(row.ratios):.3g}"
    what = f"{row.what} ({row.note})" if row.note else row.what
    cells = [what, f"{row.median:.3g}", spread, str(len(row.ratios)), *limits, row.verdict]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
