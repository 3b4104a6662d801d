"""Leftovers: what was meant for the desk and stands in what is public."""

import re
from collections.abc import Iterator

from communique.check.line import Line
from communique.check.reading import Reading
from communique.diagnostics.codes.wording import (
    CHANGE_DEBRIS,
    DRAFT_WORD,
    EMAIL_ADDRESS,
    PLACEHOLDER,
    READING_TIME,
    STAGE_DIRECTION,
)
from communique.diagnostics.diagnostic import Diagnostic

BRACKETED = re.compile(r"\[([^\[\]\n]{1,60})\]")
DIRECTION = re.compile(
    r"(?:(?:long|short|brief|big)\s)?(?:pause|beat|breathe|breath|smile|nod|look up|slow(?: down|ly)?|applause|laughter"
    r"|emphasi[sz]e|emphasis|stress|sip|water|wait|stop|gesture|page turn|turn(?: the)? page|click|(?:next )?slide"
    r"|ad lib)(?:[\s:]*\d{1,3})?(?:\s?(?:s|sec|secs|seconds?))?[.!]?",
    re.IGNORECASE,
)
IN_ROUND_BRACKETS = re.compile(r"\((?:pause|long pause|beat|breathe|applause|laughter)\)", re.IGNORECASE)
ALONE = re.compile(r"\W*(?:PAUSE|BEAT|APPLAUSE|BREATHE)\W*")
SYLLABLES = re.compile(r"[A-Za-z]{1,9}(?:-[A-Za-z]{1,9})+")


def stage_directions(reading: Reading) -> Iterator[Diagnostic]:
    """`[PAUSE]`, `(applause)` or `[LEN-ah-PAY]` typed as words."""
    for line in _printed(reading):
        text = line.text
        for match in BRACKETED.finditer(text):
            if DIRECTION.fullmatch(match[1].strip()):
                yield _direction(line, match.start(), match.end())
            elif _is_pronunciation(match[1], text[: match.start()][-40:]):
                advice = 'write [the word]{say="how it sounds"}, which the speaker alone sees'
                message = f"{match.group()} is how to say a word"
                yield STAGE_DIRECTION.at(line.span(*match.span()), message, advice)
        for match in IN_ROUND_BRACKETS.finditer(text):
            yield _direction(line, match.start(), match.end())
        if ALONE.fullmatch(text):
            yield _direction(line, 0, len(text))


def _direction(line: Line, start: int, end: int) -> Diagnostic:
    words = line.text[start:end]
    advice = "write [pause]{.cue}, which the speaker alone sees, or take it out"
    return STAGE_DIRECTION.at(line.span(start, end), f"{words} is a stage direction", advice)


def _is_pronunciation(words: str, before: str) -> bool:
    """Syllables of which some are stressed by capitals, behind a word that begins as they do."""
    if not SYLLABLES.fullmatch(words):
        return False
    syllables = words.split("-")
    stressed = any(len(one) > 1 and one.isupper() for one in syllables) and any(one.islower() for one in syllables)
    spoken = before.split()[-1:] or [""]
    return stressed and (len(syllables) > 2 or spoken[0][:1].lower() == words[:1].lower())


PLACEHOLDERS = re.compile(
    r"(?<!\w)(?:TBC|TBD|TBA|tbc|tbd|TKTK|FIXME|X{2,}|x{2,}|\?{3,}|_{3,}|TO BE (?:CONFIRMED|ADDED|DETERMINED|DECIDED)"
    r"|(?:TURNO )?POR CONFIRMAR|À CONFIRMER|(?i:lorem ipsum))(?!\w)"
    r"|\[(?i:(?:insert|to be|add|check|confirm)\b[^\[\]\n]{0,50}|name|date|title|number|country|place|amount|figure"
    r"|topic|speaker|to come|source\??)\]"
)
ROMAN_BEFORE = re.compile(
    r"(?:(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Dr)\.?\b[A-Z][a-z]+|siglo|siècle|век|paragraph|chapter|article|part)[ \u00a0]\Z"
)
ROMAN_BEHIND = re.compile(r"[ \u00a0]?(?:century|st century|e\b|век|siècle|\.)")
OPENS = re.compile(
    r"(?:In|On|At|By|Of|For|With|The|And|About|Over|Some|From|To|President|Minister|Ambassador)[ \u00a0]\Z"
)


def placeholders(reading: Reading) -> Iterator[Diagnostic]:
    """TBC, XX, [name], ???: what was still to be filled in; Roman numerals are none."""
    for line in _printed(reading):
        for match in PLACEHOLDERS.finditer(line.text):
            if match.group() in {"XX", "XXX"} and _is_roman(line.text, *match.span()):
                continue
            message = f"{match.group()} is a placeholder"
            advice = "fill it in, or leave the sentence out until it is known"
            yield PLACEHOLDER.at(line.span(*match.span()), message, advice)


def _is_roman(text: str, start: int, end: int) -> bool:
    before = text[max(start - 20, 0) : start]
    return bool((ROMAN_BEFORE.search(before) and not OPENS.search(before)) or ROMAN_BEHIND.match(text, end))


DRAFTS = re.compile(
    r"\b(?:FINAL[ _-]?(?:DRAFT|FINAL|VERSION)|DRAFT[ _-]?(?:FINAL|\d{1,2}|[vV]\d{1,2})|PODIUM (?:COPY|FINAL))\b"
    r"|\b(?:\d(?:st|nd|rd|th)|FIRST|SECOND|THIRD) DRAFT\b|\bDRAFT\b(?![ \u00a0]+[A-Z]{2})|\(Recovered\)"
)
IN_A_TITLE = re.compile(
    r"\b(?i:final final|final draft|untitled|document ?\d+|clean version|track(?:ed)? changes|speaking engagement)\b"
    r"|\bv\d{1,2}(?:\.\d{1,2})?\b|\bFINAL\b|\.docx?\b|\A(?:Draft|Blank)\b(?! (?:resolution|decision|declaration))"
)


def draft_words(reading: Reading) -> Iterator[Diagnostic]:
    """FINAL DRAFT, v3, (Recovered): what a file was called while the text was made."""
    for line in _printed(reading):
        found = [*DRAFTS.finditer(line.text)]
        if line.block is None and not found:
            found = [*IN_A_TITLE.finditer(line.text)]
        for match in found:
            message = f"{match.group()} is the name of a version"
            advice = "take it out; `status: draft` prints a label that goes when the text is final"
            yield DRAFT_WORD.at(line.span(*match.span()), message, advice)


CHANGES = re.compile(
    r"<{7}|>{7}|\bComment(?:ed)? \[[A-Za-z]{1,4}\d{1,3}\]:?|\bFormatted: (?:Font|English|Justified|Not |Left|Normal)"
    r"|\A(?:Deleted|Inserted|Formatted|Moved (?:up|down)):"
)


def change_debris(reading: Reading) -> Iterator[Diagnostic]:
    """What is left of a tracked change, a comment or a merge of two versions."""
    for line in _printed(reading):
        for match in CHANGES.finditer(line.text):
            message = f"{match.group()} is left of a change or a comment"
            yield CHANGE_DEBRIS.at(line.span(*match.span()), message, "decide it, and take the rest out")


TIMES = re.compile(
    r"\b(?i:(?:reading|speaking|delivery|running) time\s?[:(]|word ?count\s?:|tiempo de lectura|aktuelle dauer"
    r"|lesezeit|redezeit\s?:|sprechzeit\s?:|temps de (?:lecture|parole)\s?:|taletid\s?:|lesetid)[^\n]{0,30}"
    r"|\(\d[\d.,]{0,6} (?i:words|mots|palabras|wörter|ord)\)|\A\W?\d[\d.,]{0,6} words\W?\Z"
    r"|\[\d{1,2}(?::\d\d)? ?(?i:min|mins|minutes?|sec|secs|seconds?)\]"
)


def reading_times(reading: Reading) -> Iterator[Diagnostic]:
    """A reading time or a word count."""
    for line in _printed(reading):
        for match in TIMES.finditer(line.text):
            advice = "take it out: communique counts anew each time, for the speaker"
            message = f"{match.group().strip()} is for the speaker"
            yield READING_TIME.at(line.span(*match.span()), message, advice)


HOST = re.compile(r"@[^\W_][\w-]*(?:\.\w[\w-]*)+")
MAILBOX = re.compile(r"[\w.+-]{1,64}\Z")


def email_addresses(reading: Reading) -> Iterator[Diagnostic]:
    """An e-mail address in the text that is no link by intent."""
    for line in _printed(reading):
        for match in HOST.finditer(line.text):
            mailbox = MAILBOX.search(line.text[max(match.start() - 64, 0) : match.start()])
            start = match.start() - len(mailbox.group()) if mailbox else match.start()
            if mailbox and not any(piece.link for piece in line.pieces_of(start, match.end())):
                address = line.text[start : match.end()]
                advice = f"take it out; if it is meant, write [words](mailto:{address})"
                yield EMAIL_ADDRESS.at(line.span(start, match.end()), f"{address} is an e-mail address", advice)


def _printed(reading: Reading) -> Iterator[Line]:
    """Every line of a public page."""
    yield from reading.particulars
    yield from reading.public
