"""Our text on the letterhead: one package out of two."""

from collections.abc import Mapping

from communique.diagnostics.refused import Refused
from communique.model.theme import Asset
from communique.write.letterhead.carry import carry_over, point_anew, put_part
from communique.write.letterhead.fit import Fitting, fit_tabs, fit_width
from communique.write.letterhead.identities import count_anew
from communique.write.letterhead.languages import keep_language, language_of
from communique.write.letterhead.margins import put_in_margins
from communique.write.letterhead.notes import count_on, join_notes
from communique.write.letterhead.numbering import join_numbering
from communique.write.letterhead.opened import open_letterhead, place
from communique.write.letterhead.package import Element, Package, W, dump, parse, read_package, seal
from communique.write.letterhead.placeholders import faults, fill
from communique.write.letterhead.sections import Stretch, lies, text_width
from communique.write.letterhead.setting_down import set_down
from communique.write.letterhead.settings import join_fonts, join_settings
from communique.write.letterhead.styles import join_styles
from communique.write.letterhead.travel import fit_to_travel, text_parts
from communique.write.letterhead.turned import turn_margins

RUNNING = {"marking": "Marking", "draft": "Draft"}
"""What stands on every page whatever the letterhead, and the names of our styles for it."""

NO_NUMBERS = f'<w:numbering xmlns:w="{W[1:-1]}"/>'.encode()
NUMBERING = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


def on_letterhead(letterhead: Asset, theme: str, written: bytes, values: Mapping[str, str]) -> bytes:
    """A Word file of ours on a letterhead; Refused, with every reason, when the letterhead cannot hold it.

    Its styles win by name; its headers, footers, margins, theme and fixed words are kept, with the
    placeholders filled; of our file come the text, the styles it lacks, lists, notes and properties.
    """
    opened = open_letterhead(letterhead, theme)
    if found := tuple(faults(opened, frozenset(values))):
        where = place(theme, letterhead)
        raise Refused(*(one.code.at(None, f"{where}: {one.where}: {one.message}", one.advice) for one in found))
    theirs, ours = _filled(fit_to_travel(opened), values), read_package(written)
    return seal(count_anew(_joined(theirs, ours, fit_to_travel(opened), values)))


def _filled(package: Package, values: Mapping[str, str]) -> Package:
    """The letterhead with its words in place, each still in its own language."""
    language = language_of(package.tree(package.related("styles")))
    for name in text_parts(package):
        root = package.tree(name)
        fill(root, values)
        keep_language(root, language)
        package = package.with_part(name, dump(root))
    return package


def _joined(theirs: Package, ours: Package, letterhead: Package, values: Mapping[str, str]) -> Package:
    """Both packages in one."""
    our_styles = ours.tree(ours.related("styles"))
    styles = join_styles(theirs.tree(theirs.related("styles")), our_styles)
    their_numbers = theirs.related("numbering")
    numbers = parse(theirs.parts[their_numbers] if their_numbers else NO_NUMBERS)
    numbering = join_numbering(numbers, ours.tree(ours.related("numbering")), styles, our_styles)
    fitting = Fitting(styles, numbering, our_styles)
    document = theirs.tree(theirs.main)
    blocks, last = _our_text(ours, theirs, fitting)
    stretches = set_down(document.find(f"{W}body"), blocks, last)
    _fit(stretches, styles.added)
    package = join_notes(theirs, ours, fitting, stretches[0])
    package = package.with_part(package.related("styles"), dump(styles.root))
    package = put_part(package, "numbering", "word/numbering.xml", dump(numbering.root), NUMBERING)
    package = join_fonts(join_settings(package, ours), ours)
    package = carry_over(package, ours)
    sections = list(document.iter(f"{W}sectPr"))
    package = turn_margins(package, sections, styles.root)
    words = [(name, styles.ids.get(style, style), values.get(name, "")) for name, style in RUNNING.items()]
    package = put_in_margins(package, sections, words, letterhead)
    return package.with_part(package.main, dump(document))


def _our_text(ours: Package, theirs: Package, fitting: Fitting) -> tuple[list[Element], Element]:
    """The blocks of our text in their dress here, and the properties of our last section."""
    body = ours.tree(ours.main).find(f"{W}body")
    last = body[-1]
    blocks = list(body)[:-1]
    fitting.dress(blocks)
    count_on(blocks, theirs)
    for block in blocks:
        point_anew(block)
    return blocks, last


def _fit(stretches: tuple[Stretch, ...], added: tuple[Element, ...]) -> None:
    """Everything as wide as the letterhead's text; the styles by our first upright section."""
    for stretch in stretches:
        fit_width(stretch.blocks, text_width(stretch.ours), text_width(stretch.theirs))
    upright = next((one for one in stretches if not lies(one.ours)), stretches[0])
    for style in added:
        fit_tabs(style, text_width(upright.ours), text_width(upright.theirs))
