"""The word that was probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """'did you mean "signatories"?', or nothing when no known word is close."""
    matches = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f'did you mean "{matches[0]}"?' if matches else ""
