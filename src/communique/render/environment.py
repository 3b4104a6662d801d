"""Jinja as templates get it: a sandbox that prints no blank and knows no world."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, StrictUndefined, TemplateNotFound, TemplateRuntimeError, UndefinedError
from jinja2 import TemplateSyntaxError as SyntaxFault
from jinja2.bccache import Bucket
from jinja2.environment import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from communique.diagnostics.span import Source
from communique.model.templates import Templates
from communique.render.filters import JINJA_FILTERS, filters_for, knowing, never_folded
from communique.render.outside import refuse_outside
from communique.render.printing import Printing
from communique.render.sandbox import Sandbox, bounded

PRINT = "printed"
"""The filter that every printed expression passes through; its argument counts the expressions."""


class NothingPrinted(TemplateRuntimeError):
    """The expression with this number, of those in its template, gave None."""

    def __init__(self, number: int) -> None:
        super().__init__(f"expression {number} gave nothing")
        self.number = number


class UnknownName(UndefinedError):
    """A name that does not exist, and the value that was asked for it, when there was one."""

    def __init__(self, message: str, name: object, owner: object, *, owned: bool) -> None:
        super().__init__(message)
        self.name, self.owner, self.owned = name, owner, owned


class Unknown(StrictUndefined):
    """Refuses every use, and remembers what was asked for."""

    __slots__ = ()

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - as Jinja calls it
        super().__init__(*arguments, **named)
        if self._undefined_exception is UndefinedError:
            self._undefined_exception = self._refuse  # type: ignore[assignment]

    def _refuse(self, message: str | None = None) -> UnknownName:
        owned = self._undefined_obj is not _MISSING
        return UnknownName(message or "", self._undefined_name, self._undefined_obj, owned=owned)


_MISSING = StrictUndefined()._undefined_obj  # noqa: SLF001 - Jinja's own mark for "of nothing"


class PrintedExpressions(Extension):
    """Sends every `{{ expression }}` through one filter, and keeps the escaping on.

    The operator `~` is refused: it joins what is unknown, as the word None, before anyone can see it.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens with `{{ x }}` made `{{ (x)|printed(n) }}`."""
        number, opens_tag = 0, False
        for token in stream:
            if opens_tag and token.test("name:autoescape"):
                raise SyntaxFault("the escaping stays on", token.lineno, stream.name, stream.filename)
            if token.type == "tilde":
                raise SyntaxFault(
                    "print one expression after another, not joined by ~", token.lineno, None, stream.filename
                )
            opens_tag = token.type == "block_begin"
            if token.type == "variable_begin":
                yield token
                yield Token(token.lineno, "lparen", "(")
            elif token.type == "variable_end":
                yield Token(token.lineno, "rparen", ")")
                yield Token(token.lineno, "pipe", "|")
                yield Token(token.lineno, "name", PRINT)
                yield Token(token.lineno, "lparen", "(")
                yield Token(token.lineno, "integer", number)  # type: ignore[arg-type]
                yield Token(token.lineno, "rparen", ")")
                yield token
                number += 1
            else:
                yield token


class TextLoader(BaseLoader):
    """Hands Jinja the templates that were read, each known by its path in messages."""

    def __init__(self, templates: Templates) -> None:
        self.templates = templates

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:  # noqa: ARG002
        """The text of a template, its front matter blanked so that lines keep their numbers."""
        source = self.templates.get(template)
        if source is None:
            raise TemplateNotFound(template)
        refuse_outside(source)
        return without_front_matter(source), source.path, None


def without_front_matter(source: Source) -> str:
    """The text with empty lines in place of those between two `---`."""
    lines = source.lines
    if not lines or lines[0].rstrip() != "---":
        return source.text
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    return "\n" * (end + 1) + "".join(lines[end + 1 :])


class Compiled(BytecodeCache):
    """Compiled templates kept for this process, by the name and text of each."""

    def __init__(self) -> None:
        self.codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was kept, if its text is still the same."""
        if bucket.key in self.codes:
            bucket.bytecode_from_string(self.codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled."""
        self.codes[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


def environment(templates: Templates, printing: Printing, names: Mapping[str, object]) -> Environment:
    """The environment of one printing; `names` are all that its templates can name."""
    ours = {**filters_for(printing), PRINT: never_folded(partial(_printed, printing))}
    return sandbox(templates, JINJA_FILTERS, ours, names)


def sandbox(
    templates: Templates,
    jinjas: Iterable[str],
    ours: Mapping[str, Callable[..., Any]],
    names: Mapping[str, object],
    *,
    autoescape: bool = True,
) -> Environment:
    """A sandbox with these filters of Jinja's and of ours, `PRINT` among ours, and with no name but these."""
    jinja = Sandbox(
        loader=TextLoader(templates),
        bytecode_cache=COMPILED,
        autoescape=autoescape,
        undefined=Unknown,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[PrintedExpressions],
        auto_reload=False,
    )
    jinja.filters = {**{name: knowing(bounded(name, jinja.filters[name])) for name in jinjas}, **ours}
    jinja.globals = dict(names)
    return jinja


def _printed(printing: Printing, value: object, number: int) -> object:
    """What is about to be printed: words, set in type, and numbers; anything else is refused."""
    if value is None:
        raise NothingPrinted(number)
    if type(value) is str:
        return printing.typeset(value)
    if isinstance(value, bool) or not isinstance(value, (str, int, float, Unknown)):
        what = type(value).__name__
        raise TemplateRuntimeError(f"this is no word and no number, but a {what}")
    return value
