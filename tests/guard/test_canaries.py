"""Words that tell for whom they were written, in every place a text can stand: none rises above its audience.

The files are opened here by other means than the guard's: every stream inflated, every page copied out.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.audience import Audience
from communique.model.kind import Format
from guard.papers import Papers, sheets, workspace

PUBLIC, DELEGATION, SPEAKER = "openbird", "innerbird", "lonebird"
MAY_READ = {
    Audience.PUBLIC: {PUBLIC},
    Audience.DELEGATION: {PUBLIC, DELEGATION},
    Audience.SPEAKER: {PUBLIC, DELEGATION, SPEAKER},
}
CARRIED = {"statement": {PUBLIC}, "briefing-pack": {PUBLIC, DELEGATION}}
"""Whose words of the text stand whole in which kind; the podium copy leaves out what is not read out."""


class Aviary:
    """Makes canaries: each a word of its own that says who may hear it."""

    def __init__(self) -> None:
        self.numbers = count()

    def __call__(self, audience: str) -> str:
        """A new one."""
        number = next(self.numbers)
        return audience + "".join("bcdfghklmn"[int(digit)] for digit in str(number))


BLOCKS = {
    "paragraph": lambda bird: f"We say {bird(PUBLIC)} and *{bird(PUBLIC)}* here.",
    "cue": lambda bird: f"We say [{bird(SPEAKER)} now]{{.cue}} {bird(PUBLIC)} here.",
    "say": lambda bird: f'The [{bird(PUBLIC)}]{{say="{bird(SPEAKER)}"}} people.',
    "note": lambda bird: f"Called {bird(PUBLIC)} here.[^a]\n\n[^a]: The note {bird(PUBLIC)}.",
    "abbreviation": lambda bird: f'The [{bird(PUBLIC)}]{{abbr="a treaty"}} it is.',
    "list": lambda bird: f"- one {bird(PUBLIC)}\n- two {bird(PUBLIC)}",
    "table": lambda bird: f"| {bird(PUBLIC)} | b |\n|---|---|\n| {bird(PUBLIC)} | d |",
    "quotation": lambda bird: f"> It was {bird(PUBLIC)}.",
    "definition": lambda bird: f"{bird(PUBLIC)}\n:   {bird(PUBLIC)} it means",
    "heading": lambda bird: f"# The {bird(PUBLIC)} part",
    "cue block": lambda bird: f"::: cue\nWait {bird(SPEAKER)} there.\n:::",
    "inner passage": lambda bird: f"::: passage {{audience=delegation}}\nKeep {bird(DELEGATION)} in.\n:::",
    "lone passage": lambda bird: f"::: passage {{audience=speaker}}\nKeep {bird(SPEAKER)} in.\n:::",
    "written": lambda bird: f"::: written\nCirculated {bird(PUBLIC)} only.\n:::",
    "point": lambda bird: f'::: point "{bird(DELEGATION)}"\nA point {bird(DELEGATION)} has.\n:::',
    "lone point": lambda bird: f'::: point "{bird(SPEAKER)}" {{audience=speaker}}\nFallback {bird(SPEAKER)}.\n:::',
    "point with a cue": lambda bird: (
        f'::: point "{bird(DELEGATION)}"\nSay [{bird(SPEAKER)}]{{.cue}} {bird(DELEGATION)}.\n:::'
    ),
    "question": lambda bird: (
        f'::: question "{bird(DELEGATION)}?"\nAnswer {bird(DELEGATION)}.\n:::\n\n'
        f"::: pressed\nMore {bird(DELEGATION)}.\n:::"
    ),
    "background": lambda bird: f'::: background "{bird(DELEGATION)}" {{use=closed}}\nClosed {bird(DELEGATION)}.\n:::',
    "objective": lambda bird: f"::: objective\nGet {bird(DELEGATION)}.\n:::",
    "private fact": lambda bird: '::: point "x"\nUp to {{ hidden }}.\n:::',
}
"""Each place a text can stand in a speech."""


def speech(names: list[str], bird: Aviary) -> str:
    """A speech with these blocks, and canaries in its front matter."""
    head = [
        "language: en",
        f"title: The {bird(PUBLIC)}",
        f"full_title: All of {bird(PUBLIC)}",
        f"speaker: {bird(PUBLIC)}",
        f"marking: For {bird(DELEGATION)} alone",
        f"origin: Office {bird(DELEGATION)}",
        f"facts:\n  hidden: {{value: {bird(DELEGATION)}, source: {bird(DELEGATION)}}}",
        f"  unused: {{value: {bird(SPEAKER)}unused, source: {bird(SPEAKER)}unused}}",
    ]
    blocks = [BLOCKS[name](bird) for name in dict.fromkeys(names)]
    body = "\n\n".join(["Chair,", f"First {bird(PUBLIC)}.", *blocks, "Thank you."])
    return "---\n" + "\n".join(head) + "\n---\n" + body + "\n"


def every_text(data: bytes, form: Format) -> str:
    """All that a file holds, inflated, as one lower-case text."""
    return "\n".join(_inflated_word(data) if form is Format.DOCX else _inflated_pdf(data)).casefold()


def _inflated_word(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as members:
        for name in members.namelist():
            yield name
            yield members.read(name).decode("utf-8", "replace")


def _inflated_pdf(data: bytes) -> Iterator[str]:
    yield data.decode("latin-1")
    with pikepdf.open(io.BytesIO(data)) as opened:
        for one in opened.objects:
            yield (
                (one.stream_dict if isinstance(one, pikepdf.Stream) else one).unparse().decode("latin-1")
                if isinstance(one, pikepdf.Object)
                else str(one)
            )
            if isinstance(one, pikepdf.Stream) and "/Length1" not in one:
                yield bytes(one.read_bytes()).decode("latin-1")
                yield bytes(one.read_bytes()).decode("utf-16-be", "replace")
    for page in pypdfium2.PdfDocument(data):
        yield page.get_textpage().get_text_range().replace("\r\n", " ")


def hold_to_their_audience(papers: Papers, text: str) -> None:
    """No canary above the audience in the bytes; the guard agrees; what is carried is there."""
    done = papers.written()
    assert done.verdict() == ()
    audience, kind = done.edition.audience, done.sheet.kind
    for artefact in done.artefacts:
        told = every_text(artefact.data, artefact.format)
        for forbidden in {PUBLIC, DELEGATION, SPEAKER} - set(MAY_READ[audience]):
            assert forbidden not in told, (kind.name, artefact.format, forbidden)
        for bird in (found for own in CARRIED.get(kind.name, ()) for found in re.findall(rf"{own}\w+", text)):
            assert bird in told, (kind.name, artefact.format, bird)


def build_and_hold(names: list[str]) -> None:
    """Every kind of a speech with these blocks, in both formats."""
    with TemporaryDirectory() as folder:
        text = speech(names, Aviary())
        for papers in sheets(workspace(Path(folder), {"birds.md": text})):
            hold_to_their_audience(papers, text.partition("\n---\n")[2])


def test_a_speech_with_everything_keeps_every_audience_apart():
    build_and_hold(list(BLOCKS))


SOME = st.lists(st.sampled_from(sorted(BLOCKS)), min_size=1, max_size=8)


@settings(max_examples=3)
@given(SOME)
def test_any_speech_keeps_every_audience_apart(names):
    build_and_hold(_joined(names))


@pytest.mark.soak
@settings(max_examples=150)
@given(SOME)
def test_many_speeches_keep_every_audience_apart(names):
    build_and_hold(_joined(names))


def _joined(names: list[str]) -> list[str]:
    """A heading may not be the first nor the last thing, and one level is enough."""
    return [name for at, name in enumerate(names) if name != "heading" or 0 < at < len(names) - 1] or ["paragraph"]


@settings(max_examples=3)
@given(st.sampled_from(["cue", "point", "background", "objective", "lone passage", "inner passage"]), st.integers(2, 9))
def test_a_withheld_word_changes_no_byte_below_it(name, length):
    """The same speech with another secret: the same public files, byte by byte."""
    made = []
    for secret in (DELEGATION, "z" * length):
        with TemporaryDirectory() as folder:
            text = speech([name], Aviary()).replace(SPEAKER, DELEGATION).replace(DELEGATION, secret)
            place = workspace(Path(folder), {"birds.md": text})
            made.append([one.data for one in sheets(place, ["statement"])[0].written().artefacts])
    assert made[0] == made[1]
