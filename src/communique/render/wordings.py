"""The labels that a template prints, as its text has them."""

import re
from collections.abc import Iterator

from communique.diagnostics.span import Source

WORDING = re.compile(r"\blabels\(\s*(?:\"([^\"]+)\"|'([^']+)')")


def wordings_of(template: Source) -> Iterator[str]:
    """Each English wording that a template asks the labels for outright."""
    return (double or single for double, single in WORDING.findall(template.text))
