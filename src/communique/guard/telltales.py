"""Words that tell what a paper was made for: markings, cues, leftovers, and paths of somebody's machine."""

import re
from collections.abc import Iterator

from communique.diagnostics.codes import guard as codes
from communique.diagnostics.diagnostic import Code

MARKINGS = re.compile(
    r"\b(?:OFFICIAL[ -–]+SENSITIVE|TOP SECRET|COSMIC|SECRET|CONFIDENTIAL|RESTRICTED|RESTREINT|CONFIDENTIEL(?:LE)?|"
    r"DIFFUSION RESTREINTE|VERTRAULICH|VS-NfD|NUR FÜR DEN DIENSTGEBRAUCH|GEHEIM|FORTROLIG|BEGRENSET|HEMMELIG|"
    r"CONFIDENCIAL|RESERVADO|SENSITIVE BUT UNCLASSIFIED|UNCLASSIFIED|EMBARGO(?:ED)?|СЕКРЕТНО|КОНФИДЕНЦИАЛЬНО)\b"
    r"|سري(?: للغاية)?(?!\w)"
    r"|(?i:\b(?:for official use only|internal use only|not for (?:further )?distribution|not to be disclosed|"
    r"for the delegation only|do not (?:distribute|circulate|forward)|eyes only|limited distribution)\b)"
)
"""Classifications, in capitals where the word is one of everyday speech, and handling instructions in any case."""

CUES = re.compile(
    r"[\[(]\s*(?i:pause|beat|slow(?:ly)?|look up|smile|applause|breathe|stop|wait|emphasi[sz]e|turn page)\b"
    r"[^\])]{0,40}[\])]"
    r"|\b(?:TBC|TBD|TODO|FIXME|X{2,}|FINAL DRAFT|TURNO POR CONFIRMAR|A CONFIRMAR|À CONFIRMER)\b"
    r"|\[(?:[A-Z]{3,}(?: [A-Z]+)*)\]"
)
"""Stage directions and leftovers of writing."""

PATHS = re.compile(
    r"(?:file:/{2,}|\b[A-Za-z]:[\\/]|\\\\[\w.-]+\\)[^\s\"<>|]{2,200}|/(?:Users|home)/[\w.-]+(?:/[^\s\"<>|]{0,200})?"
)
"""Paths and shares of a machine or a network."""

TELLTALES: tuple[tuple[Code, str, re.Pattern[str]], ...] = (
    (codes.MARKING, "marking", MARKINGS),
    (codes.CUE, "cue or leftover", CUES),
    (codes.TEMPLATE_PATH, "path", PATHS),
)


def telltales(text: str) -> Iterator[tuple[Code, str, str]]:
    """Each telltale word of a text, once: its code, what it is, what it says."""
    for code, what, pattern in TELLTALES:
        for words in dict.fromkeys(match[0].strip() for match in pattern.finditer(text)):
            yield code, what, words
