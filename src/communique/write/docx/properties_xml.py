"""Looks as markup: run and paragraph properties in the order of the schema (ECMA-376-1, 17.3)."""

from collections.abc import Mapping
from typing import cast

from communique.write.docx.xml import switch, w
from communique.write.style.boxes import SIDES, Border
from communique.write.style.look import Look
from communique.write.style.paragraph_look import TabStop

Number = tuple[int, int]
"""`w:numId` and `w:ilvl`."""


FLOW = ("keepNext", "keepLines", "pageBreakBefore", "widowControl")


def run_properties(look: Look, character: str | None = None, *, rtl: bool = False, hint: str | None = None) -> str:
    """`w:rPr` of a look; `character` is the id of a character style, `hint` the script of its symbols."""
    out = [w("rStyle", val=character)] if character else []
    fonts = {
        "hint": hint,
        "ascii": look.get("font.latin"),
        "eastAsia": look.get("font.eastAsia"),
        "hAnsi": look.get("font.latin"),
        "cs": look.get("font.complex"),
    }
    if any(fonts.values()):
        out.append(w("rFonts", **cast("Mapping[str, str | None]", fonts)))
    for name in ("b", "i"):
        if name in look:
            out += [switch(name, look[name]), switch(f"{name}Cs", look[name])]
    out += [switch(name, look[name]) for name in ("caps", "smallCaps", "strike", "vanish") if name in look]
    for name in ("color", "spacing", "sz", "szCs", "u"):
        value = look.get(name.removesuffix("Cs"))
        if isinstance(value, str | int):
            out.append(w(name, val=value))
    if "shd" in look:
        out.append(shading(look["shd"]))
    if "vertAlign" in look:
        out.append(w("vertAlign", val=str(look["vertAlign"])))
    if rtl:
        out.append(w("rtl"))
    spoken = {name: str(look[f"lang.{name}"]) for name in ("val", "eastAsia", "bidi") if f"lang.{name}" in look}
    if spoken:
        out.append(w("lang", **spoken))
    return w("rPr", "".join(out)) if out else ""


def paragraph_properties(
    look: Look,
    whole: Look,
    style: str | None = None,
    *,
    cleared: tuple[TabStop, ...] = (),
    section: str = "",
) -> str:
    """`w:pPr` of a look.

    `whole` is all that holds for the paragraph: some elements carry several properties at once.
    `cleared` are tab stops of the style that hold no more; `section` is a `w:sectPr` that ends here.
    """
    out = [w("pStyle", val=style)] if style else []
    out += [switch(name, look[name]) for name in FLOW if name in look]
    if "num" in look:
        ident, level = cast("Number", look["num"] or (0, 0))
        out.append(w("numPr", w("ilvl", val=level) + w("numId", val=ident)))
    borders = "".join(
        border_xml(side, cast("Border | None", look[f"border.{side}"])) for side in SIDES if f"border.{side}" in look
    )
    out.append(w("pBdr", borders) if borders else "")
    if "shd.p" in look:
        out.append(shading(look["shd.p"]))
    if "tabs" in look:
        out.append(_tabs(cast("tuple[TabStop, ...]", look["tabs"]), cleared))
    out += [switch(name, look[name]) for name in ("suppressAutoHyphens", "bidi") if name in look]
    out.append(_spacing(look, whole))
    out.append(_indents(look))
    if "jc" in look:
        out.append(w("jc", val=str(look["jc"])))
    if "outlineLvl" in look:
        out.append(w("outlineLvl", val=cast("int", look["outlineLvl"])))
    content = "".join(out) + section
    return w("pPr", content) if content else ""


def shading(fill: object) -> str:
    """`w:shd`, plain (ECMA-376-1, 17.3.5)."""
    return w("shd", val="clear", color="auto", fill=str(fill or "auto"))


def border_xml(name: str, border: Border | None) -> str:
    """A border of a paragraph, a cell or a table; `nil` takes one away (ECMA-376-1, 17.3.4)."""
    if border is None:
        return w(name, val="nil")
    return w(name, val=border.line, sz=border.size, space=border.space, color=border.colour)


def _tabs(stops: tuple[TabStop, ...], cleared: tuple[TabStop, ...]) -> str:
    gone = [w("tab", val="clear", pos=stop.position) for stop in cleared if stop not in stops]
    kept = [w("tab", val=stop.alignment, leader=stop.leader, pos=stop.position) for stop in stops]
    return w("tabs", "".join(gone + kept)) if gone or kept else ""


def _spacing(look: Look, whole: Look) -> str:
    values = {name: cast("int", look[name]) for name in ("before", "after") if name in look}
    if "line" in look or "lineRule" in look:
        rule = str(whole["lineRule"])
        return w("spacing", **values, line=cast("int", whole["line"]), lineRule=rule)
    return w("spacing", **values) if values else ""


def _indents(look: Look) -> str:
    values = {name: cast("int", look[f"ind.{name}"]) for name in ("left", "right") if f"ind.{name}" in look}
    first = look.get("ind.first")
    if isinstance(first, int):
        values |= {"hanging": -first} if first < 0 else {"firstLine": first}
    return w("ind", **values) if values else ""
