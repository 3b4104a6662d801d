"""CQ53x: what no page can hold."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

BOTTOMLESS_PAGE = Code(
    "CQ530",
    "bottomless-page",
    Severity.ERROR,
    "The template makes elements inside elements inside elements, deeper than pages can be laid out.",
    "A text nests 20 deep at most; what is deeper was never closed.",
    "{% for block in edition.speech %}<div>{{ block|markdown }}{% endfor %}",
    "{% for block in edition.speech %}<div>{{ block|markdown }}</div>{% endfor %}",
)
