"""communique.toml to Workspace: the settings, each with its place when it is wrong."""

import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from string import Formatter
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from communique import shipped
from communique.diagnostics.codes import every_code
from communique.diagnostics.codes import read as codes
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused
from communique.diagnostics.severity import Severity
from communique.diagnostics.span import Source, Span, start_of
from communique.model.editor import Editor
from communique.model.settings import Default, PageSize, Settings
from communique.model.standard import Standard
from communique.model.workspace import Workspace
from communique.read.fields import Tag, Truth, Whole, Words, some
from communique.read.mail_route import MailForm
from communique.read.sources import read_source
from communique.read.typed import Form, fill
from communique.read.yaml_tree import Mapping, Node, Scalar

SETTINGS = "communique.toml"
DEFAULTS = (
    "delegation",
    "venue",
    "principal",
    "marking",
    "delivery",
    "speaker",
    "speaker_title",
    "contact",
    "origin",
    "place",
)
"""The particulars that a workspace may give once for all its interventions."""
NAME_PARTS = {"kind", "language", "intervention", "meeting"}
ERROR_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def _file_name(pattern: str) -> str:
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        raise _refusal(f'"{pattern}" has a brace without its partner') from None
    for literal, name, form, conversion in parts:
        if name is not None and (name not in NAME_PARTS or form or conversion):
            raise _refusal(f"{{{name}}} is none of {{kind}}, {{language}}, {{intervention}}, {{meeting}}")
        if re.search(r'[\x00-\x1f<>:"/\\|?*]', literal):
            raise _refusal(f'"{literal}" cannot stand in the name of a file')
    if "{kind}" not in pattern:
        raise _refusal("a name without {kind} would be the same for every document")
    return pattern


def _check_number(number: str) -> str:
    """The number of a warning of `check`, or of a check of a third party; the wall is not for sale."""
    known = {code.number: code for code in every_code()}
    if not re.fullmatch(r"CQ2\d\d|(?!CQ)[A-Z]+\d+", number):
        raise _refusal(f"{number} cannot be graded anew: only findings of check can, CQ2 and two digits")
    if number in known and known[number].severity is Severity.ERROR:
        raise _refusal(f"{number} cannot be graded anew: it is an error")
    if number.startswith("CQ") and number not in known:
        near = did_you_mean(number, (other for other in known if other.startswith("CQ2")))
        raise _refusal(f"{number} is the number of no finding" + (f"; {near}" if near else ""))
    return number


def _attachable(wanted: bool, form: ValidationInfo) -> bool:  # noqa: FBT001  the signature is pydantic's
    """Whether a text may travel inside a PDF: PDF/A-2 takes none but PDFs (ISO 19005-2, 6.8)."""
    if wanted and form.data.get("pdf") is Standard.A2A:
        raise _refusal('a PDF/A-2 may carry no text inside: write pdf = "a-3a", or attached_text = false')
    return wanted


def _refusal(message: str) -> PydanticCustomError:
    return PydanticCustomError("name", "{message}", {"message": message})


CheckNumber = Annotated[str, AfterValidator(_check_number)]


class SettingsForm(Form):
    """The keys of communique.toml."""

    theme: Words = "plain"
    """The looks: a folder of `templates/themes/`."""
    page: PageSize = PageSize.A4
    """The size of the paper."""
    languages: Annotated[tuple[Tag, ...], AfterValidator(some)] = ("en",)
    """The first is that of a text that does not say its own."""
    kinds: tuple[Words, ...] = ()
    """Which papers are made; none named means all."""
    name: Annotated[str, AfterValidator(_file_name)] = "{kind}.{language}"
    """The names of the files; also `{intervention}` and `{meeting}`."""
    typography: Truth = True
    """Curly quotation marks, and spaces that do not break."""
    pdf: Standard = Standard.A3A
    """The standard that PDFs keep to."""
    crop_marks: Truth = False
    """Sheets with crop marks, for a print shop."""
    attached_text: Annotated[Truth, AfterValidator(_attachable)] = False
    """Internal PDFs carry their words as Markdown."""
    checks: dict[CheckNumber, Literal["off", "note", "warning", "error"]] = Field(default_factory=dict)
    """Findings CQ2xx graded anew, each by its number."""
    stale_after: Whole = 180
    """How many days before the meeting a fact may have been looked up."""
    protected: tuple[Words, ...] = ()
    """Words of which none may stand in a public paper or travel with it."""
    printed_copies: dict[Literal["interpreters", "secretariat"], Annotated[Whole, Field(ge=1)]] = Field(
        default_factory=dict
    )
    """How many copies on paper go to the interpreters and the secretariat."""
    editor: Editor | None = None
    """Opens the line that was clicked in the preview."""
    mail: MailForm | None = None
    """How mail leaves the house: keys as below."""
    delegation: Words | None = None
    """Whose papers these are."""
    venue: Words | None = None
    """The rules of the place, when no meeting says otherwise."""
    principal: Words | None = None
    """The wishes of who speaks."""
    marking: Words | None = None
    """The words at top and bottom of papers that are not public."""
    delivery: Literal["check", "verbatim", "none"] | None = None
    """Check against delivery, read out verbatim, or neither."""
    speaker: Words | None = None
    """Who speaks."""
    speaker_title: Words | None = None
    """As what."""
    contact: Words | None = None
    """Whom to ask."""
    origin: Words | None = None
    """The originating department."""
    place: Words | None = None
    """Where the meetings are."""


def open_workspace(root: Path, today: date, epoch: datetime | None = None) -> Workspace:
    """The workspace in a folder; without a communique.toml, with the shipped settings."""
    if not root.is_dir():
        message = f"{root.name or root} is no folder"
        raise Refused(codes.UNKNOWN_PATH.at(None, message, "name a folder that holds content/"))
    own, brought = root / "templates", shipped.folder("templates")
    same = own.is_dir() and own.resolve() == brought.resolve()
    templates = (own,) if same else (own, brought)
    return Workspace(root, _settings(root), today, templates, epoch)


def place_of_setting(workspace: Workspace, key: str) -> Span:
    """Where a setting stands in communique.toml, to point at it later."""
    if not (workspace.root / SETTINGS).is_file():
        return start_of(SETTINGS)
    return _value_place(_source(workspace.root), key)


def _settings(root: Path) -> Settings:
    if not (root / SETTINGS).exists():
        return Settings()
    source = _source(root)
    form = fill(SettingsForm, _tree(source))
    given = [(key, getattr(form, key)) for key in DEFAULTS]
    defaults = tuple(Default(key, value, _value_place(source, key)) for key, value in given if value is not None)
    return Settings(
        theme=form.theme,
        page=form.page,
        languages=form.languages,
        kinds=form.kinds,
        name=form.name,
        typography=form.typography,
        defaults=defaults,
        regrades=tuple(sorted(form.checks.items())),
        stale_after=form.stale_after,
        protected=form.protected,
        printed_copies=tuple(sorted(form.printed_copies.items())),
        editor=form.editor,
        mail=form.mail.route() if form.mail else None,
        pdf=form.pdf,
        crop_marks=form.crop_marks,
        attached_text=form.attached_text,
    )


def _source(root: Path) -> Source:
    return read_source(root / SETTINGS, SETTINGS, root)


def _tree(source: Source) -> Mapping:
    try:
        table = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        found = ERROR_PLACE.search(str(error))
        last = (len(source.lines), len(source.lines[-1]) + 1)
        line, column = (int(found[1]), int(found[2])) if found else last
        problem = ERROR_PLACE.sub("", str(error)).replace("(at end of document)", "").strip()
        place = Span(SETTINGS, line, column, line, column + 1)
        advice = 'write lines such as theme = "plain", words in quotation marks'
        raise Refused(codes.TOML_SYNTAX.at(place, f"this is not TOML: {problem}", advice)) from None
    return _with_places(table, source, start_of(SETTINGS))


def _with_places(table: dict[str, object], source: Source, whole: Span) -> Mapping:
    entries: list[tuple[Scalar, Node]] = []
    for name, value in table.items():
        key = Scalar(name, _key_place(source, name))
        inner = _with_places(value, source, key.span) if isinstance(value, dict) else None
        entries.append((key, inner or Scalar(value, _value_place(source, name))))
    return Mapping(tuple(entries), whole)


def _key_place(source: Source, key: str) -> Span:
    found = _line_of(source, key)
    return source.span(*found.span(1)) if found else start_of(SETTINGS)


def _value_place(source: Source, key: str) -> Span:
    found = _line_of(source, key)
    return source.span(*found.span(2)) if found and found[2] else _key_place(source, key)


def _line_of(source: Source, key: str) -> re.Match[str] | None:
    """The line that sets a key: its name, and its value up to a comment."""
    name = re.escape(key)
    value = r"""(?:"[^"\n]*"|'[^'\n]*'|[^#\s"'][^#\r\n]*?(?=\s*(?:#|$)))"""
    return re.search(
        rf"^[ \t]*\[*[ \t]*[\"']?({name})[\"']?[ \t]*(?:=[ \t]*({value})?|\]|\.)", source.text, re.MULTILINE
    )
