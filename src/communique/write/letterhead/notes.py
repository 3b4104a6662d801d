"""Notes joined: ours behind those of the letterhead's fixed words (ECMA-376-1, 17.11)."""

from collections.abc import Iterable

from communique.write.letterhead.carry import point_anew, put_part, renamed
from communique.write.letterhead.fit import Fitting, fit_width
from communique.write.letterhead.package import Element, Package, W, dump
from communique.write.letterhead.sections import Stretch, text_width

NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def count_on(blocks: Iterable[Element], theirs: Package) -> None:
    """Let the calls in our text count on from the letterhead's notes."""
    shift = _shift(theirs)
    for block in blocks:
        for call in block.iter(f"{W}footnoteReference"):
            call.set(f"{W}id", str(int(call.get(f"{W}id")) + shift))


def join_notes(theirs: Package, ours: Package, fitting: Fitting, stretch: Stretch) -> Package:
    """The letterhead's package with our notes."""
    part = ours.related("footnotes")
    if not part:
        return theirs
    root, shift = ours.tree(part), _shift(theirs)
    fitting.dress(root)
    fit_width(root, text_width(stretch.ours), text_width(stretch.theirs))
    point_anew(root)
    if known := theirs.related("footnotes"):
        joined = theirs.tree(known)
        for note in [one for one in root if one.get(f"{W}type") is None]:
            note.set(f"{W}id", str(int(note.get(f"{W}id")) + shift))
            joined.append(note)
        root = joined
    package = put_part(theirs, "footnotes", "word/footnotes.xml", dump(root), NOTES)
    links = (renamed(one) for one in ours.of(part) if one.external)
    return package.relating(package.related("footnotes"), *links)


def _shift(theirs: Package) -> int:
    known = theirs.related("footnotes")
    notes = theirs.tree(known).iter(f"{W}footnote") if known else ()
    return max((int(note.get(f"{W}id")) for note in notes), default=0)
