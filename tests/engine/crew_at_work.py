"""A crew at work, for test_crew.py: run by itself, so that it may fork and be killed."""

import os
import signal
import sys
import time
from pathlib import Path

from communique.diagnostics.codes.engine import DRAFT_AS_FINAL
from communique.engine.crew import work
from communique.engine.hand import Bounds
from communique.engine.job import Job, Made, Stock
from communique.model.audience import Audience
from communique.model.block import Paragraph
from communique.model.edition import Edition
from communique.model.inline import Text
from communique.model.kind import Format, Kind, Part
from communique.model.page_facts import PageFacts
from communique.model.particulars import Particulars
from communique.model.settings import Settings
from communique.model.templates import Templates
from communique.model.theme import Theme
from communique.model.withheld import Withheld


def job(name: str, words: int = 10) -> Job:
    """One job of that many words, whose name says what becomes of it."""
    paragraph = Paragraph((Text("word " * words),))
    edition = Edition(Audience.PUBLIC, "en", "ltr", "", name, Particulars(name), (paragraph,))
    kind = Kind("statement", Audience.PUBLIC, (Format.PDF,), "Statement", (Part.SPEECH,))
    return Job(name, edition, Withheld(), kind, (Format.PDF,))


def tell(*words: object) -> None:
    """One line, whole, also where several processes tell at once."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def make(job: Job, stock: Stock) -> Made:
    """Does what the job's name says, and tells in which process."""
    del stock
    tell(job.folder, os.getpid())
    if job.folder.startswith("refuse"):
        return Made(findings=(DRAFT_AS_FINAL.at(None, job.folder),))
    if job.folder.startswith("die"):
        os.kill(os.getpid(), signal.SIGKILL)
    if job.folder.startswith("sleep"):
        time.sleep(60)
    if job.folder.startswith("swell"):
        bytearray(3_000_000_000)
    if job.folder.startswith("break"):
        raise ValueError(job.folder)
    return Made(facts=PageFacts(len(job.folder)))


def main(hands: str, seconds: str, *names: str) -> None:
    """Make the jobs of these names with that many hands, each in at most so many seconds; tell what came of each."""
    jobs = [job(name, words=10 + 1000 * place) for place, name in enumerate(names)]
    stock = Stock(Settings(), Theme("plain", ()), Templates(), ())
    tell("parent", os.getpid())
    for made_job, made in work(jobs, stock, make, int(hands), Bounds(seconds=float(seconds))):
        told = made.findings[0].code.name if made.findings else "made"
        tell("=", made_job.folder, told, *(finding.message.replace(" ", "_") for finding in made.findings))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main(*sys.argv[1:])
