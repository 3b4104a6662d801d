"""The verdict on one job: nothing lost, nothing added, nothing leaked; or all that is wrong, by name."""

from collections.abc import Iterable, Iterator, Sequence

from communique.diagnostics.codes import guard as codes
from communique.diagnostics.codes.verdict import BROKEN_FILE, TOO_MANY_PAGES
from communique.diagnostics.diagnostic import Diagnostic
from communique.guard.account import against_edition
from communique.guard.intruders import intruders
from communique.guard.ledger import against_sheet
from communique.guard.letterhead import fixed_words, without_fixed_words
from communique.guard.naming import quoted
from communique.guard.public import public_texts
from communique.guard.read_back import read_back
from communique.guard.search import Hit, Index, hits
from communique.guard.secrets import needles
from communique.guard.sheet_text import SheetBlock, blocks_of, spelled
from communique.guard.zip_members import Unreadable
from communique.model.artefact import Artefact
from communique.model.audience import Audience
from communique.model.edition import Edition
from communique.model.kind import Format
from communique.model.sheet import Sheet
from communique.model.withheld import Withheld


def guard(
    artefacts: Iterable[Artefact], sheet: Sheet, edition: Edition, withheld: Withheld, protected: Sequence[str] = ()
) -> tuple[Diagnostic, ...]:
    """Everything that keeps these artefacts from being handed out; nothing when they may go.

    `protected` are the workspace's own terms, looked for in public papers. Each file is read back once.
    """
    blocks = blocks_of(sheet)
    found = list(against_edition(sheet, edition, blocks))
    public = (*public_texts(sheet, edition), *(() if found else (spelled(blocks),)))
    terms = protected if edition.audience is Audience.PUBLIC else ()
    wanted = Index(needles(withheld, public, terms))
    for artefact in artefacts:
        found += _of_file(artefact, sheet, blocks, wanted)
    return tuple(dict.fromkeys(found))


def _of_file(artefact: Artefact, sheet: Sheet, blocks: Sequence[SheetBlock], wanted: Index) -> Iterator[Diagnostic]:
    kind = sheet.kind
    name = f"{kind.name}.{artefact.language}.{artefact.format}"
    try:
        reading = read_back(name, artefact.data, artefact.format)
    except Unreadable as fault:
        yield BROKEN_FILE.at(None, f"{name}: {fault}", "report it; communique doctor shows the versions")
        return
    ours, printed = reading, blocks
    if sheet.theme.letterhead is not None and artefact.format is Format.DOCX:
        fixed = fixed_words(sheet.theme.letterhead, sheet.fields)
        ours, lost = without_fixed_words(reading, fixed)
        printed = (*blocks, *fixed.blocks())
        yield from lost
    yield from against_sheet(ours, printed, turned=sheet.direction == "rtl")
    yield from intruders(reading, sheet.attached.name if sheet.attached else "")
    yield from (_leak(name, hit) for hit in hits(reading, wanted))
    if kind.pages is not None and artefact.pages > kind.pages:
        message = f"{name} has {artefact.pages} pages, and may have {kind.pages}"
        yield TOO_MANY_PAGES.at(None, message, f"shorten what it carries, or raise pages: in {kind.template.path}")


def _leak(name: str, hit: Hit) -> Diagnostic:
    """A leak names the file, the place in it, and the source line that was to stay private."""
    place = f"{name}, {hit.where}, {hit.what}"
    if hit.needle.text is None:
        message = f"{place}: the protected term {quoted(hit.needle.spelled)}"
        return codes.PROTECTED_TERM.at(None, message, help="take it away there, or from `protected` in communique.toml")
    text = hit.needle.text
    message = f"{place}: words of a {text.what} that this audience may not see: {quoted(hit.needle.spelled)}"
    return codes.WITHHELD_WORDS.at(text.span, message, help="nothing was moved into place; find what put it there")
