"""What is wrong in the stylesheets of a theme, told without a text: dials, classes, fonts, what a specimen shows."""

import re
from collections.abc import Iterator

from communique.diagnostics.codes import write as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.span import Source, start_of
from communique.model.theme import Theme
from communique.write.fonts import font_files
from communique.write.specimen import specimen_findings
from communique.write.style.families import stacks

COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
TURNED = re.compile(r"(?<![\w-])(--[\w-]+)\s*:")
USED = re.compile(r"\bvar\(\s*(--[\w-]+)\s*(,)?")
BLOCK = re.compile(r"\{[^{}]*\}")
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")


def theme_findings(theme: Theme, classes: frozenset[str], language: str, direction: str) -> tuple[Diagnostic, ...]:
    """Everything of that kind, by file and line; `classes` are those that templates give their elements."""
    found = (
        *_unknown_dials(theme),
        *_unknown_classes(theme, classes),
        *_missing_fonts(theme),
        *specimen_findings(theme, language, direction),
    )
    order = {source.path: number for number, source in enumerate(theme.stylesheets)}
    return tuple(sorted(found, key=lambda one: (order[one.span.path], one.span) if one.span else (-1, start_of(""))))


def _unknown_dials(theme: Theme) -> Iterator[Diagnostic]:
    """Each `var(--name)` that no stylesheet of the theme sets, and that has no value to fall back on."""
    known = {name for source in theme.stylesheets for name in TURNED.findall(_bare(source))}
    for source in theme.stylesheets:
        for found in USED.finditer(_bare(source)):
            if found[1] not in known and not found[2]:
                message = f"no stylesheet sets {found[1]}, so this declaration has no effect"
                advice = did_you_mean(found[1], known) or f"set it first: :root {{ {found[1]}: ... }}"
                yield codes.UNKNOWN_DIAL.at(source.span(*found.span(1)), message, advice)


def _unknown_classes(theme: Theme, classes: frozenset[str]) -> Iterator[Diagnostic]:
    """Each class of a theme's own rules that no template and no base.css knows."""
    base, *own = theme.stylesheets
    known = classes | set(CLASS.findall(_selectors(base)))
    for source in own:
        for found in CLASS.finditer(_selectors(source)):
            if found[1] not in known:
                message = f"no template has an element of the class {found[1]}"
                advice = did_you_mean(found[1], known) or 'give one the class: <p class="...">, or take the rule away'
                yield codes.UNUSED_RULE.at(source.span(*found.span(1)), message, advice)


def _missing_fonts(theme: Theme) -> Iterator[Diagnostic]:
    """Each list of fonts of which this machine has not one; what stands in is told."""
    for stack in stacks(theme.css):
        if not any(font_files([family]) for family in stack):
            source, place = _named(theme, stack[0])
            message = f"none of the fonts {', '.join(stack)} is on this machine, or may stand on a page"
            advice = "communique doctor lists those that may; or bring a static .ttf with @font-face"
            yield codes.MISSING_FONT.at(source.span(place, place + len(stack[0])), message, advice)


def _named(theme: Theme, family: str) -> tuple[Source, int]:
    """The last stylesheet that names a family, and where."""
    return next(
        (source, _bare(source).rindex(family)) for source in reversed(theme.stylesheets) if family in _bare(source)
    )


def _bare(source: Source) -> str:
    """The text with its comments blanked: every place stays where it is."""
    return COMMENT.sub(lambda comment: " " * len(comment[0]), source.text)


def _selectors(source: Source) -> str:
    """The text with comments, strings and declarations blanked."""
    blanked = STRING.sub(lambda words: " " * len(words[0]), _bare(source))
    return BLOCK.sub(lambda block: "{" + " " * (len(block[0]) - 2) + "}", blanked)
