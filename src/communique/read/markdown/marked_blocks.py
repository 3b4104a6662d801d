"""Marked blocks: what a fence of colons makes of the blocks between its lines."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from communique.diagnostics.codes import markup as codes
from communique.diagnostics.nearest import did_you_mean
from communique.model.audience import AUDIENCES, Audience
from communique.model.block import (
    Background,
    Block,
    Closing,
    CueBlock,
    Heading,
    Objective,
    Paragraph,
    Passage,
    Point,
    Question,
    Salutation,
    Written,
)
from communique.model.inline import Inline
from communique.read.markdown.attributes import Attributes, read_attributes
from communique.read.markdown.fences import Opener
from communique.read.markdown.lines import read_line
from communique.read.markdown.reading import Reading, Reference

PUBLIC, DELEGATION, SPEAKER = Audience.PUBLIC, Audience.DELEGATION, Audience.SPEAKER


@dataclass(frozen=True, slots=True)
class Sort:
    """What a marked block may carry. `title`: None none, False if wished, True it must."""

    audience: Audience
    attributes: tuple[str, ...] = ()
    title: bool | None = None
    headings: bool = False
    in_brief: bool = False


SORTS = {
    "point": Sort(DELEGATION, ("audience", "for", "seen"), title=False),
    "question": Sort(DELEGATION, ("audience", "for"), title=True, in_brief=True),
    "pressed": Sort(DELEGATION, ("audience",), in_brief=True),
    "background": Sort(DELEGATION, ("audience", "use"), title=False, headings=True, in_brief=True),
    "objective": Sort(DELEGATION, ("audience",), in_brief=True),
    "cue": Sort(SPEAKER, ("audience",)),
    "written": Sort(PUBLIC, headings=True),
    "passage": Sort(SPEAKER, ("audience",), headings=True),
    "salutation": Sort(PUBLIC, ("lang",)),
    "closing": Sort(PUBLIC, ("lang",)),
}
UNKNOWN = Sort(SPEAKER, ("audience", "use", "for", "seen", "lang"), title=False, headings=True, in_brief=True)
"""A block nobody knows counts as the speaker's; it is an error in any case."""


@dataclass(frozen=True, slots=True)
class Head:
    """The opening line, understood."""

    opener: Opener
    audience: Audience
    title: tuple[Inline, ...] = ()
    given: Attributes = Attributes()
    targets: tuple[str, ...] = ()


def audience_of(reading: Reading, opener: Opener, given: Attributes) -> Audience:
    """Who may see a block; a word that nobody knows means the speaker alone."""
    item = given.get("audience")
    if item is None:
        return SORTS.get(opener.name, UNKNOWN).audience
    if item.value not in AUDIENCES:
        advice = did_you_mean(str(item.value), AUDIENCES) or "write public, delegation or speaker"
        reading.found.append(codes.UNKNOWN_AUDIENCE.at(item.span, f'unknown audience "{item.value}"', advice))
        return SPEAKER
    return AUDIENCES[str(item.value)]


def attributes_of(reading: Reading, opener: Opener) -> Attributes:
    """The attributes of an opening line."""
    sort = SORTS.get(opener.name, UNKNOWN)
    if opener.braces is None:
        return Attributes()
    return read_attributes(opener.braces, sort.attributes, f'on the block "{opener.name}"', reading.found)


def head_of(reading: Reading, opener: Opener, given: Attributes, audience: Audience) -> Head:
    """The opening line, its title read as a line of words, its faults reported."""
    sort = SORTS.get(opener.name, UNKNOWN)
    title: tuple[Inline, ...] = ()
    if opener.title is not None:
        if sort.title is None:
            message = f'the block "{opener.name}" takes no title'
            reading.found.append(
                codes.MALFORMED_FENCE.at(opener.title.whole, message, "write it as a paragraph inside")
            )
        elif not opener.title.text.strip():
            reading.found.append(codes.EMPTY_BLOCK.at(opener.title.whole, "a title has no words", "take it away"))
        title = read_line(reading, opener.title)
    elif sort.title:
        message = f'the block "{opener.name}" has no title'
        reading.found.append(codes.MALFORMED_FENCE.at(opener.span, message, f'write ::: {opener.name} "Is it so?"'))
    _check_audience(reading, opener, given, audience)
    return Head(opener, audience, title, given, _targets(reading, given))


def _check_audience(reading: Reading, opener: Opener, given: Attributes, audience: Audience) -> None:
    item = given.get("audience")
    if opener.braces is not None and not given.items:
        return  # reported: nothing in the braces could be read
    if opener.name == "passage" and (item is None or (audience is PUBLIC and item.value == "public")):
        message = "a passage says for whom it is, and that is not the public"
        advice = "write ::: passage {audience=delegation}, or speaker; what is public needs no fence"
        reading.found.append(codes.UNKNOWN_AUDIENCE.at(item.span if item else opener.span, message, advice))


def _targets(reading: Reading, given: Attributes) -> tuple[str, ...]:
    item = given.get("for")
    if item is None or item.value is None:
        return ()
    names = tuple(name.removeprefix("#") for name in item.value.replace(",", " ").split())
    for name in names:
        reading.references.append(Reference(name, item.span, PUBLIC, to_paragraph=True))
    return names


def block_of(reading: Reading, head: Head, blocks: tuple[Block, ...]) -> Block | None:
    """The marked block itself; None when it has no words or nobody knows it."""
    sort = SORTS.get(head.opener.name, UNKNOWN)
    if not blocks:
        message = f'the block "{head.opener.name}" has no words'
        reading.found.append(codes.EMPTY_BLOCK.at(head.opener.span, message, "write them, or take it away"))
        return None
    for heading in blocks:
        if isinstance(heading, Heading) and not sort.headings:
            message = f'a heading stands in the block "{head.opener.name}"'
            reading.found.append(codes.WRONG_CONTENT.at(heading.span, message, "write it in bold, or as the title"))
    make = MAKERS.get(head.opener.name)
    return make(reading, head, blocks) if make else None


def _point(_reading: Reading, head: Head, blocks: tuple[Block, ...]) -> Block:
    seen = head.given.value("seen") or ""
    return Point(head.title, blocks, head.targets, head.audience, seen, span=head.opener.span)


def _question(_reading: Reading, head: Head, blocks: tuple[Block, ...]) -> Block:
    return Question(head.title, blocks, (), head.targets, head.audience, span=head.opener.span)


def _background(reading: Reading, head: Head, blocks: tuple[Block, ...]) -> Block:
    use = head.given.get("use")
    if use and use.value not in {"free", "closed"}:
        advice = did_you_mean(str(use.value), ("free", "closed")) or "write free or closed"
        reading.found.append(codes.MALFORMED_ATTRIBUTES.at(use.span, f'unknown use "{use.value}"', advice))
    free = use is not None and use.value == "free"
    return Background(head.title, blocks, free, head.audience, head.opener.span)


def _by_hand(reading: Reading, head: Head, blocks: tuple[Block, ...]) -> Block | None:
    """A salutation or closing that the author marked."""
    name, only = head.opener.name, blocks[0]
    if len(blocks) > 1 or not isinstance(only, Paragraph) or only.id:
        message = f'the block "{name}" holds one paragraph without an id'
        reading.found.append(codes.WRONG_CONTENT.at(head.opener.span, message, "write the others outside"))
        return None
    tag = head.given.value("lang") or only.language
    kind = Salutation if name == "salutation" else Closing
    return kind(only.children, tag, only.span)


MAKERS: dict[str, Callable[[Reading, Head, tuple[Block, ...]], Block | None]] = {
    "point": _point,
    "question": _question,
    "background": _background,
    "objective": lambda _, head, blocks: Objective(blocks, head.audience, head.opener.span),
    "cue": lambda _, head, blocks: CueBlock(blocks, head.audience, head.opener.span),
    "written": lambda _, head, blocks: Written(blocks, head.opener.span),
    "passage": lambda _, head, blocks: Passage(blocks, head.audience, head.opener.span),
    "salutation": _by_hand,
    "closing": _by_hand,
}


def with_pressed(question: Question, pressed: tuple[Block, ...], audience: Audience) -> Question:
    """A question with what to say if pressed, which is never for more people than the question is."""
    return replace(question, pressed=pressed, pressed_audience=max(audience, question.audience))
