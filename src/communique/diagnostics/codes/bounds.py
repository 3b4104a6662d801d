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
STUMBLED = Code(
    "CQ531",
    "typesetter-stumbled",
    Severity.ERROR,
    "What sets the pages stumbled over a rule of the theme or a construct of the template.",
    "WeasyPrint knows most of CSS, and a few combinations end in a fault of its own. The page could not be laid out; "
    "what was built before is as it was. Taking back the last change of the theme shows which rule it was.",
    "li::marker { content: '–' }      /* WeasyPrint 70 stumbles over it */",
    "li { list-style-type: '–' }",
)
