"""The words of an internal paper as Markdown, to travel inside its PDF.

Written anew from the edition, as the kind carries it: no line of a source file, no mark that says for
whom a passage was, nothing that the paper itself does not print.
"""

from collections.abc import Iterable, Iterator

from communique.model.block import Background, Block, Point, Question
from communique.model.fact import Fact
from communique.model.theme import Asset
from communique.render.dates import long_date
from communique.render.filters import title_of
from communique.render.markdown_blocks import escaped, line, written
from communique.render.printing import Printing


def attached_text(printing: Printing) -> Asset:
    """The Markdown of a paper, under the name it has inside the PDF."""
    name = f"{printing.kind.name}.{printing.language}.md"
    return Asset(name, ("\n\n".join(_parts(printing)) + "\n").encode())


def _parts(printing: Printing) -> Iterator[str]:
    """The parts in the order in which a briefing pack has them; what is not carried is not there."""
    edition, label = printing.edition, printing.labels.wording
    known = edition.particulars
    yield f"# {escaped(title_of(printing, edition))}"
    yield f"**{escaped(known.marking or label('For the delegation only'))}**"
    yield from (escaped(words) for words in (known.delegation, known.meeting, known.place) if words)
    if edition.facts:
        yield f"## {label('Facts')}"
        yield "\n".join(_fact(fact, printing) for fact in edition.facts)
    if edition.objectives:
        yield f"## {label('Objective')}"
        yield from (written(objective.blocks) for objective in edition.objectives)
    if edition.points:
        yield f"## {label('Points to make')}"
        yield from map(_point, edition.points)
    if edition.speech:
        yield f"## {label('Statement')}"
        yield written(edition.speech, top=3)
    if edition.questions:
        yield f"## {label('Questions and answers')}"
        for question in edition.questions:
            yield from _question(question, label("If pressed:"))
    for backgrounds, release in (
        (edition.free_backgrounds, "May be used freely"),
        (edition.closed_backgrounds, "Not to be disclosed"),
    ):
        yield from _backgrounds(backgrounds, f"{label('Background')}: {label(release)}")


def _fact(fact: Fact, printing: Printing) -> str:
    """One fact: what it is, its value, whence it is known, and since when."""
    day = long_date(fact.as_of, printing.locale) if fact.as_of else ""
    known = "; ".join(words for words in (fact.source or "", day) if words)
    name = escaped(fact.label or fact.name)
    return f"- {name}: {escaped(fact.value)}" + (f" ({escaped(known)})" if known else "")


def _point(point: Point) -> str:
    return _titled(point, "**{}**")


def _question(question: Question, if_pressed: str) -> Iterator[str]:
    yield _titled(question, "### {}")
    if question.pressed:
        yield f"*{if_pressed}*"
        yield written(question.pressed, top=4)


def _backgrounds(backgrounds: Iterable[Background], title: str) -> Iterator[str]:
    backgrounds = tuple(backgrounds)
    if backgrounds:
        yield f"## {title}"
        yield from (_titled(background, "### {}") for background in backgrounds)


def _titled(aside: Point | Question | Background, form: str) -> str:
    """A block under its title, where it has one."""
    blocks: tuple[Block, ...] = aside.blocks
    title = [form.format(line(aside.title))] if aside.title else []
    return "\n\n".join((*title, written(blocks, top=4)))
