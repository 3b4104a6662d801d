"""What it takes to serve a whole room: numbered packs from one layout, and a distribution to 193; part of `make bench`.

Everyone on the list is made up (`Delegation 001` ...). What was made is looked at before anything is timed: as many
files as were asked for, each with its own number on its cover. Laying out each copy by itself is measured on a few and
told for all: it takes minutes, one like the other.
"""

import re
import resource
import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
from pairs import ROOT, Row, build, in_turn, publish, run, timed
from peers import PYTHON

NUMBER = 193
FEW = 6
ROUNDS = 3
MOST_MEMORY = 500
"""Megabytes that the largest process of a distribution may take."""
MEETING = "ccm-3msp"
ANEW = "@page { @top-right { content: element(copy) } }\n"
"""With the copy number on every page, each copy has to be laid out by itself."""
PEER = (
    "import sys, typst\nfrom docxtpl import DocxTemplate\n"
    "for number in range(1, int(sys.argv[1]) + 1):\n"
    "    name = f'Delegation {number:03}'\n"
    "    typst.compile('pack.typ', output=f'{number}.pdf', sys_inputs={'recipient': name})\n"
    "    paper = DocxTemplate('pack.docx')\n    paper.render({'recipient': name})\n    paper.save(f'{number}.docx')\n"
)


def main() -> int:
    """The rows of packs and of a distribution."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        eight, room, few = place / "eight", place / "room", place / "few"
        workspace(eight, 0)
        workspace(room, NUMBER)
        workspace(few, FEW, ANEW)
        looked_at(room, NUMBER)
        rows = [
            Row(
                f"{NUMBER} PDF + {NUMBER} DOCX of one pack, against the eight files cold",
                in_turn(lambda: alone(eight), lambda: built(eight), ROUNDS),
                5,
                3,
                "the briefing pack, each copy looked at",
            ),
            Row(
                f"a distribution to {NUMBER}, against laying out each anew",
                tuple(
                    one * FEW / NUMBER for one in in_turn(lambda: distributed(room), lambda: distributed(few), ROUNDS)
                ),
                0.25,
                0.1,
                f"the other side from {FEW}",
            ),
            Row(f"memory of the largest process, of {MOST_MEMORY} MB", (memory(),), 1, 0.5),
        ]
        rows += against_peer(room, place / "peer")
    return publish("packs", rows, [] if PYTHON.exists() else ["Typst + docxtpl for the packs"])


def workspace(root: Path, number: int, css: str = "") -> None:
    """The example with a list of that many, each to have one numbered hand-out pack in both formats."""
    shutil.copytree(ROOT / "content", root / "content")
    rows = "".join(f"Delegation {one:03},1\n" for one in range(1, number + 1))
    (root / "content" / MEETING / "recipients.csv").write_text(f"name,copies\n{rows}", encoding="utf-8")
    own = root / "templates" / "themes" / "own"
    own.mkdir(parents=True)
    (own / "theme.css").write_text(f":root {{ --extends: plain }}\n{css}", encoding="utf-8")
    (root / "communique.toml").write_text('theme = "own"\n', encoding="utf-8")


def distributed(root: Path) -> float:
    """The seconds of a distribution from nothing."""
    _clean(root)
    return timed(lambda: run(root, sys.executable, "-m", "communique", "distribute", MEETING, SOURCE_DATE_EPOCH="0"))


def alone(root: Path) -> float:
    """The seconds of the copies of one pack, in a process of their own that this script is again."""
    _clean(root)
    return timed(lambda: run(root, sys.executable, Path(__file__).resolve(), str(NUMBER), SOURCE_DATE_EPOCH="0"))


def copy_pack(number: int) -> int:
    """In the workspace of this folder: that many copies of its briefing pack, as files in build/."""
    from communique.engine.bench import equip  # noqa: PLC0415  what is timed loads it, not what times
    from communique.engine.crew import cores  # noqa: PLC0415
    from communique.engine.order import Order  # noqa: PLC0415
    from communique.engine.plan import prepare  # noqa: PLC0415
    from communique.engine.printing import PatternTask, Supply, Wanted, make_copies, make_patterns  # noqa: PLC0415
    from communique.engine.survey import stock_of, undertake  # noqa: PLC0415
    from communique.model.addressee import Addressee  # noqa: PLC0415
    from communique.read.interventions import find  # noqa: PLC0415
    from communique.read.kinds import kinds  # noqa: PLC0415
    from communique.read.workspace import open_workspace  # noqa: PLC0415

    place = open_workspace(Path(), date(2026, 1, 1))
    prepare(place)
    equip()
    job = undertake(place, find(place)[0], [kinds(place)["briefing-pack"]], Order(), "").jobs[0]
    people = [Addressee(f"Delegation {one:03}", one, number) for one in range(1, number + 1)]
    supply = Supply(stock_of(place, [job.language], ()), tuple(one.name for one in people))
    pattern = make_patterns([PatternTask(job, people[0])], supply, 1)
    wanted = [(Wanted(0, one),) for one in people]
    for at, (copied,) in make_copies(wanted, replace(supply, patterns=pattern), cores()):
        if copied.findings or copied.anew or len(copied.artefacts) != 2:
            raise SystemExit(f"{people[at]}: {copied.anew} {copied.findings}")
        for artefact in copied.artefacts:
            (place.build / f"{at}.{artefact.format}").write_bytes(artefact.data)
    return 0


def built(root: Path) -> float:
    """The seconds of a build from nothing."""
    _clean(root)
    return timed(lambda: build(root))


def looked_at(root: Path, number: int) -> None:
    """Every parcel holds the pack of its own recipient, with its own number."""
    distributed(root)
    home = root / "build" / MEETING / "distribution" / "public"
    for one in range(1, number + 1):
        with ZipFile(home / f"Delegation {one:03}.zip") as parcel:
            names = [name for name in parcel.namelist() if f".copy-{one}." in name]
            pdf = next(name for name in names if name.endswith(".pdf"))
            document = pypdfium2.PdfDocument(parcel.read(pdf))
            words = document[0].get_textpage().get_text_range()
            document.close()
            word = parcel.read(pdf.replace(".pdf", ".docx"))
        if len(names) != 2 or re.findall(r"Delegation \d+|Copy \d+", words) != [
            f"Delegation {one:03}", f"Copy {one}",
        ] or not word.startswith(b"PK"):  # fmt: skip
            raise SystemExit(f"the pack of Delegation {one:03} is not its own: {words}")


def memory() -> float:
    """The largest process so far, as a part of what is allowed."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024 / MOST_MEMORY


def against_peer(room: Path, place: Path) -> list[Row]:
    """As many files by Typst and docxtpl, in one process each, where they are installed."""
    if not PYTHON.exists():
        return []
    place.mkdir()
    run(place, PYTHON, "-c", _MATERIAL, room / "content" / MEETING / "universalization" / "speech.md")
    ours_over_theirs = in_turn(
        lambda: distributed(room), lambda: timed(lambda: run(place, PYTHON, "-c", PEER, str(NUMBER))), ROUNDS
    )
    return [
        Row(f"a distribution to {NUMBER}, against Typst + docxtpl", ours_over_theirs, note="neither tags nor looks")
    ]


_MATERIAL = (
    "import re, sys\nfrom pathlib import Path\nfrom docx import Document\n"
    "words = Path(sys.argv[1]).read_text(encoding='utf-8').split('---', 2)[2]\n"
    "parts = [re.sub(r' \\{#.*', '', one) for one in words.split('\\n\\n') if one[:1].isalpha()]\n"
    "text = '\\n\\n'.join(re.sub(r'([#$*_@<`\\\\])', r'\\\\\\1', one) for one in parts)\n"
    "Path('pack.typ').write_text('For #sys.inputs.recipient\\n\\n#pagebreak()\\n\\n' + text, encoding='utf-8')\n"
    "paper = Document()\npaper.add_paragraph('For {{ recipient }}')\npaper.add_page_break()\n"
    "[paper.add_paragraph(one.replace('{{', '').replace('}}', '')) for one in parts]\npaper.save('pack.docx')\n"
)
"""Makes the peers' own templates out of the words of the speech, in their default look."""


def _clean(root: Path) -> None:
    for folder in ("build", ".communique", "register"):
        shutil.rmtree(root / folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(copy_pack(int(sys.argv[1])) if sys.argv[1:] else main())
