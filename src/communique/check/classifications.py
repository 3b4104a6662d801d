"""Classification markings in what is public."""

import re
from collections.abc import Iterator

from communique.check.reading import Reading
from communique.diagnostics.codes.wording import CLASSIFICATION, CLASSIFYING_WORD
from communique.diagnostics.diagnostic import Diagnostic

LABELS = (
    "TOP SECRET|STRICTLY CONFIDENTIAL|OFFICIAL ?[-–:]? ?SENSITIVE|FOR OFFICIAL USE ONLY|(?:FOR )?INTERNAL USE ONLY"
    "|NOT FOR (?:DISTRIBUTION|CIRCULATION|PUBLICATION|RELEASE)|SENSITIVE BUT UNCLASSIFIED"
    "|COMMERCIAL[- ]IN[- ]CONFIDENCE|EYES ONLY|NOFORN|TLP:(?:RED|AMBER|GREEN)"
    "|(?:NATO|EU|UE|UN|UK) (?:RESTRICTED|CONFIDENTIAL|SECRET|RESTREINT)"
    "|STRENGT (?:FORTROLIG|HEMMELIG)|UNNTATT OFFENTLIGHET|VS[- –]NUR FÜR DEN DIENSTGEBRAUCH|VS-NFD|STRENG GEHEIM"
    "|DIFFUSION RESTREINTE|TRÈS SECRET|CONFIDENTIEL DÉFENSE"
)
WORDS = "CONFIDENTIAL|RESTRICTED|SECRET|UNCLASSIFIED|FORTROLIG|BEGRENSET|HEMMELIG|CONFIDENTIEL|CONFIDENCIAL|RESERVADO"
WORDS += "|VERTRAULICH|GEHEIM"
ONLY_ALONE = "OFFICIAL|INTERNAL|PROTECTED|SENSITIVE|INTERN"

LABEL = re.compile(rf"(?<!\w)(?:{LABELS})(?!\w)")
ALONE = re.compile(rf"[^\w\n]*({LABELS}|{WORDS}|{ONLY_ALONE})[^\w\n]*", re.IGNORECASE)
SET_APART = re.compile(rf"[(\[]({WORDS}|{ONLY_ALONE})[)\]]|\A({WORDS}|{ONLY_ALONE})(?=\s?[:–—|/]|\s-)")
WORD = re.compile(rf"(?<![\w-])(?:{WORDS})(?![\w-])")
CAPITALS_BEHIND = re.compile(r"[\s,]{1,3}[A-Z]{2,}\b")
CAPITALS_BEFORE = re.compile(r"\b[A-Z]{2,}[\s,]{1,3}\Z")


def classifications(reading: Reading) -> Iterator[Diagnostic]:
    """A marking in its usual form: a known label in capitals, or a word of one set apart from the text."""
    advice = "a marking stands in the front matter, and what it is for in ::: passage {audience=delegation}"
    for line in (*reading.particulars, *reading.public):
        if match := ALONE.fullmatch(line.text):
            places = [match.span(1)]
        else:
            found = (*LABEL.finditer(line.text), *SET_APART.finditer(line.text))
            places = [match.span(match.lastindex or 0) for match in found]
        for start, end in places:
            yield CLASSIFICATION.at(
                line.span(start, end), f"{line.text[start:end]} is a classification marking", advice
            )


def classifying_words(reading: Reading) -> Iterator[Diagnostic]:
    """A word of a marking in capitals inside a sentence; a line all in capitals is a heading."""
    for line in (*reading.particulars, *reading.public):
        if ALONE.fullmatch(line.text):
            continue
        taken = [match.span() for look in (LABEL, SET_APART) for match in look.finditer(line.text)]
        for match in WORD.finditer(line.text):
            start, end = match.span()
            shouted = CAPITALS_BEHIND.match(line.text, end) or CAPITALS_BEFORE.search(
                line.text[max(start - 20, 0) : start]
            )
            if not shouted and not any(first <= start < last for first, last in taken):
                advice = "write it in small letters, if it is a word of the sentence"
                message = f"{match.group()} in capitals looks like a marking"
                yield CLASSIFYING_WORD.at(line.span(start, end), message, advice)
