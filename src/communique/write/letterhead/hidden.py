"""Hidden text of a letterhead: its author saw it or not, whoever is sent a paper can show it (17.3.2.41)."""

from collections.abc import Collection

from communique.write.letterhead.package import Element, Package, W
from communique.write.letterhead.styles import by_identifier, said

OFF = frozenset({"0", "false", "off"})
MACHINERY = (f"{W}fldChar", f"{W}instrText")
"""What holds a field together: it goes only when all of its paragraph's fields are hidden."""


def hidden_styles(package: Package) -> frozenset[str]:
    """The identifiers of the styles whose words are not shown."""
    styles = package.related("styles")
    named = by_identifier(package.tree(styles)) if styles else {}
    return frozenset(ident for ident, style in named.items() if _is_on(said(style, named, "rPr/vanish")))


def hidden_runs(root: Element, styles: Collection[str]) -> list[Element]:
    """The runs of a part that are not shown; `styles` are those that hide."""
    return [run for run in root.iter(f"{W}r") if _is_hidden(run, styles)]


def take_hidden_away(root: Element, styles: Collection[str]) -> Element:
    """The part without its hidden text; a paragraph that was hidden whole, with its mark, goes too."""
    runs = hidden_runs(root, styles)
    hidden = set(runs)
    for run in runs:
        paragraph = next(run.iterancestors(f"{W}p"), None)
        machinery = [] if paragraph is None else [one.getparent() for one in paragraph.iter(*MACHINERY)]
        if next(run.iter(*MACHINERY), None) is None or hidden.issuperset(machinery):
            run.getparent().remove(run)
        else:
            for words in list(run.iter(f"{W}t")):
                run.remove(words)
    for mark in list(root.iterfind(f".//{W}p/{W}pPr/{W}rPr/{W}vanish")):
        paragraph = mark.getparent().getparent().getparent()
        following = paragraph.getnext()
        is_empty = all(child.tag == f"{W}pPr" and child.find(f"{W}sectPr") is None for child in paragraph)
        if _is_on(mark) and is_empty and following is not None and following.tag == f"{W}p":
            paragraph.getparent().remove(paragraph)
    return root


def _is_hidden(run: Element, styles: Collection[str]) -> bool:
    own = run.find(f"{W}rPr/{W}vanish")
    if own is not None:
        return _is_on(own)
    paragraph = next(run.iterancestors(f"{W}p"), None)
    worn = [run.find(f"{W}rPr/{W}rStyle"), None if paragraph is None else paragraph.find(f"{W}pPr/{W}pStyle")]
    return any(style is not None and style.get(f"{W}val") in styles for style in worn)


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(f"{W}val", "1") not in OFF
