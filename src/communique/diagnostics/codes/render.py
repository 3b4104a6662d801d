"""CQ4xx: what rendering finds in a template, with the line and the expression."""

from communique.diagnostics.diagnostic import Code
from communique.diagnostics.severity import Severity

TEMPLATE_SYNTAX = Code(
    "CQ401",
    "template-syntax",
    Severity.ERROR,
    what="A template cannot be read: a tag is not closed, or an expression is not one.",
    why="Half a template would print half a paper.",
    wrong="{% if edition.particulars.title %} ...            # and no {% endif %}",
    right="{% if edition.particulars.title %} ... {% endif %}",
)
UNKNOWN_NAME = Code(
    "CQ402",
    "unknown-template-name",
    Severity.ERROR,
    what="A template asks for a name that does not exist.",
    why="A template gets edition, labels, kind and settings. A misspelt name must not become a blank on paper.",
    wrong="{{ edition.particulars.titel }}",
    right="{{ edition.particulars.title }}",
)
PRINTED_NOTHING = Code(
    "CQ403",
    "printed-nothing",
    Severity.ERROR,
    what="A template prints something that is unknown in this text.",
    why="Every particular may be unknown; printed as it is, a paper would say 'None'. Unknown is absent and leaves "
    "no gap.",
    wrong='<p class="speaker">{{ edition.particulars.speaker }}</p>',
    right='{% if edition.particulars.speaker %}<p class="speaker">{{ edition.particulars.speaker }}</p>{% endif %}',
)
OUT_OF_REACH = Code(
    "CQ404",
    "out-of-reach",
    Severity.ERROR,
    what="A template reaches for something that templates are kept from.",
    why="A template prints an edition. Python's insides, changes to what it was given, and the world outside are no "
    "business of a page.",
    wrong="{{ edition.__class__ }}",
    right="{{ edition.particulars.title }}",
)
MISSING_PARTIAL = Code(
    "CQ405",
    "missing-partial",
    Severity.ERROR,
    what="A template imports, includes or extends a file that is not in the template folders.",
    why="The workspace's templates are looked at first, then the shipped ones; the name is that below the folder.",
    wrong='{% import "_partials/block.html" as blocks %}',
    right='{% import "_partials/blocks.html" as blocks %}',
)
UNKNOWN_FILTER = Code(
    "CQ406",
    "unknown-filter",
    Severity.ERROR,
    what="A template uses a filter or a test that does not exist.",
    why="There are few on purpose: none of them reads a file or a clock, draws lots, or lets words through unescaped.",
    wrong="{{ block.children|inlined }}",
    right="{{ block.children|inline }}",
)
UNFILLED_LABEL = Code(
    "CQ407",
    "unfilled-label",
    Severity.ERROR,
    what="A label has a named place that the template does not fill.",
    why="In a translation the name between braces stays as it is in English; only the words around it change.",
    wrong='msgid "Page {page} of {pages}"\nmsgstr "Side {side} av {sider}"',
    right='msgid "Page {page} of {pages}"\nmsgstr "Side {page} av {pages}"',
)
FAILED_EXPRESSION = Code(
    "CQ408",
    "failed-expression",
    Severity.ERROR,
    what="An expression of a template cannot be worked out.",
    why="A filter was given what it cannot treat, or two things that do not go together were put together.",
    wrong="{{ edition.particulars.title|long_date }}",
    right="{{ edition.particulars.date|long_date }}",
)
OUTSIDE_ADDRESS = Code(
    "CQ409",
    "outside-address",
    Severity.ERROR,
    what="A template fetches something from outside, runs a script, or brings a style of its own.",
    why="A paper is made of the words, the theme and the pictures of the text, without a network. Styles stand in the "
    "theme, where Word gets them too.",
    wrong='<img src="https://example.org/arms.png">',
    right='<p class="delegation">{{ edition.particulars.delegation }}</p>       {# and an arms.png in the theme #}',
)
ASKED_AUDIENCE = Code(
    "CQ410",
    "asked-audience",
    Severity.WARNING,
    what="A template asks who is reading.",
    why="What an audience may not see is taken away before any template runs. A template that decides for itself "
    "would be a second wall with a hole of its own.",
    wrong="{% if edition.audience == 2 %}{{ brief.points() }}{% endif %}",
    right="{% if edition.points %}{{ brief.points() }}{% endif %}          {# and audience: delegation above #}",
)
