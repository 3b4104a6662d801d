"""What went wrong in a template, said with its line, the expression, and the block being printed."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import FrameType, TracebackType

from jinja2 import TemplateAssertionError, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.environment import Environment, TemplateModule
from jinja2.exceptions import SecurityError

from communique.diagnostics.codes import render as codes
from communique.diagnostics.diagnostic import Code, Diagnostic, Related
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.span import Source, Span
from communique.model.labels import UnfilledPlace
from communique.model.templates import Templates
from communique.render.environment import PRINT, NothingPrinted, UnknownName, without_front_matter
from communique.render.given import GIVEN
from communique.render.template_places import quoted_place


def diagnose(fault: Exception, jinja: Environment, templates: Templates) -> Diagnostic | None:
    """The finding for an exception that rendering raised; None when it is our own fault."""
    if isinstance(fault, TemplateSyntaxError):
        return _syntax(fault, jinja, templates)
    place = _place(fault, templates)
    if place is None:
        return None
    source, line, frames = place
    related = _while_printing(frames)
    if isinstance(fault, NothingPrinted):
        expressions = list(_expressions(jinja, source))
        span, text = expressions[fault.number] if fault.number < len(expressions) else (source.line_span(line), "")
        shown = f'"{text}"' if text else "an expression"
        return _found(
            codes.PRINTED_NOTHING,
            span,
            f"{shown} is unknown here and would be printed",
            "print it inside {% if ... %}, so that what is unknown leaves no gap",
            related,
        )
    code, message, advice, word = _meant(fault, templates)
    return _found(code, _span_of(source, line, word, jinja), message, advice, related)


def _found(code: Code, span: Span, message: str, help: str, related: tuple[Related, ...] = ()) -> Diagnostic:
    return code.at(span, message, help, related)


def _meant(fault: Exception, templates: Templates) -> tuple[Code, str, str, str]:
    """Code, message, help, and the word of the line that is meant."""
    match fault:
        case UnknownName():
            return _unknown(fault)
        case TemplateNotFound():
            name = str(fault.name or "")
            advice = did_you_mean(name, templates) or "the name is that below the template folder"
            return codes.MISSING_PARTIAL, f'there is no template "{name}"', advice, name
        case SecurityError():
            return codes.OUT_OF_REACH, f"a template may not reach this: {fault}", "print what the edition holds", ""
        case UnfilledPlace():
            place = fault.args[0]
            advice = 'give it a value: labels("...", name=value); a translation keeps the names between braces'
            return codes.UNFILLED_LABEL, f"the label has a place {{{place}}} that is not filled", advice, "labels"
    said = str(fault) or type(fault).__name__
    return codes.FAILED_EXPRESSION, f"this cannot be worked out: {said}", "look at what the expression is given", ""


def _unknown(fault: UnknownName) -> tuple[Code, str, str, str]:
    if not isinstance(fault.name, str):
        message = f"there is no item {fault.name}" if isinstance(fault.name, int) else str(fault)
        return codes.UNKNOWN_NAME, message, "ask first whether there is one, with {% if ... %}", ""
    known = _attributes(fault.owner) if fault.owned else tuple(GIVEN)
    whose = f"{type(fault.owner).__name__} has" if fault.owned else "a template gets"
    advice = did_you_mean(fault.name, known) or (f"{whose} {', '.join(known)}" if known else "")
    return codes.UNKNOWN_NAME, f'there is no "{fault.name}" here', advice, fault.name


def _syntax(fault: TemplateSyntaxError, jinja: Environment, templates: Templates) -> Diagnostic:
    source = next((found for found in map(templates.get, templates) if found and found.path == fault.filename), None)
    message = (_in_jinjas_words(source) or fault.message or "").rstrip(".")
    if source is None:
        return codes.TEMPLATE_SYNTAX.at(None, message)
    if not isinstance(fault, TemplateAssertionError):
        return codes.TEMPLATE_SYNTAX.at(quoted_place(source, fault.lineno, message), message)
    name = message.split("'")[1] if "'" in message else ""
    known = {*jinja.filters, *jinja.tests} - {PRINT}
    advice = did_you_mean(name, known) or f"filters: {', '.join(sorted(set(jinja.filters) - {PRINT}))}"
    return codes.UNKNOWN_FILTER.at(_span_of(source, fault.lineno, name, jinja), message, advice)


def _in_jinjas_words(source: Source | None) -> str | None:
    """What is wrong with a template by itself, without the filter that every expression passes."""
    try:
        Environment().parse(without_front_matter(source) if source else "")
    except TemplateSyntaxError as fault:
        return fault.message
    return None


def _place(fault: Exception, templates: Templates) -> tuple[Source, int, list[FrameType]] | None:
    """The innermost template line that the exception passed, and all template frames, innermost first.

    None when code of ours lies deeper, unless it complained about what it was given.
    """
    paths = {source.path: source for source in map(templates.get, templates) if source}
    steps = [(step.tb_frame, step.tb_lineno) for step in _steps(fault.__traceback__)]
    inside = [number for number, (frame, _) in enumerate(steps) if frame.f_code.co_filename in paths]
    if not inside or (not _complains(fault) and any(_is_ours(frame) for frame, _ in steps[inside[-1] :])):
        return None
    frame, line = steps[inside[-1]]
    return paths[frame.f_code.co_filename], line, [steps[number][0] for number in reversed(inside)]


def _steps(traceback: TracebackType | None) -> Iterator[TracebackType]:
    while traceback is not None:
        yield traceback
        traceback = traceback.tb_next


def _complains(fault: Exception) -> bool:
    return isinstance(fault, TemplateError | UnfilledPlace)


def _is_ours(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__", "")).startswith("communique.")


def _while_printing(frames: list[FrameType]) -> tuple[Related, ...]:
    """The block of the source that was being printed: the innermost value with a place in it."""
    for frame in frames:
        for value in frame.f_locals.values():
            span = getattr(value, "span", None)
            if isinstance(span, Span):
                return (Related(span, "while this was being printed"),)
    return ()


def _span_of(source: Source, line: int, word: str, jinja: Environment) -> Span:
    """The word in its line; else the expression that begins there; else the line."""
    whole = source.line_span(line)
    start = source.offset(line, 1)
    at = source.text.find(word, start, start + whole.end_column) if word else -1
    if at >= 0:
        return source.span(at, at + len(word))
    found = [span for span, _ in _expressions(jinja, source) if span.line == line]
    return found[0] if len(found) == 1 else whole


def _expressions(jinja: Environment, source: Source) -> Iterator[tuple[Span, str]]:
    """Every `{{ expression }}` of a template in order: its place and its text."""
    at, begins, words = 0, 1, list[str]()
    for line, kind, value in jinja.lex(without_front_matter(source), filename=source.path):
        if kind == "variable_begin":
            words, begins = [""], line
        elif kind == "variable_end":
            text = "".join(words).strip()
            start = source.text.find(text, max(at, source.offset(begins, 1)))
            at = start + len(text) if start >= 0 else at
            yield (source.span(start, at) if start >= 0 else source.line_span(begins)), text
            words = []
        elif words:
            words.append(value)


def _attributes(owner: object) -> list[str]:
    """The names a template may ask a value of ours for, or a file of macros."""
    if is_dataclass(owner):
        derived = [name for name, value in vars(type(owner)).items() if isinstance(value, property)]
        return sorted([each.name for each in fields(owner)] + derived)
    return sorted(name for name in vars(owner) if name[0] != "_") if isinstance(owner, TemplateModule) else []
