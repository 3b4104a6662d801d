"""The styles part: the stylebook as Word keeps it (ECMA-376-1, 17.7)."""

from typing import cast

from communique.write.docx.properties_xml import border_xml, paragraph_properties, run_properties, shading
from communique.write.docx.xml import w
from communique.write.style.look import LookValue
from communique.write.style.paragraph_look import TabStop
from communique.write.style.stylebook import Stylebook
from communique.write.style.table_look import CellLook, TableLook
from communique.write.style.word_style import WordStyle

ORDER = {"paragraph": 0, "character": 1, "table": 2}

LATENT = 376
"""How many styles Word brings of its own: none of them shows unless it is ours (17.7.4.5)."""

UNSAID = {"b": 0, "i": 0, "caps": 0, "smallCaps": 0, "strike": 0, "vanish": 0, "spacing": 0, "u": "none"}
UNSAID_TOO = {"shd": "", "vertAlign": "baseline", "color": "000000"}
"""What holds in Word when nothing is said: not repeated in the defaults of a document."""


def styles_xml(book: Stylebook) -> str:
    """The content of `w:styles`."""
    styles = sorted(book.styles.values(), key=lambda s: (ORDER[s.kind], s.priority, s.name.lower()))
    return (
        _defaults(book)
        + w(
            "latentStyles",
            defLockedState=0,
            defUIPriority=99,
            defSemiHidden=1,
            defUnhideWhenUsed=1,
            defQFormat=0,
            count=LATENT,
        )
        + _normal(book)
        + BUILT_IN_DEFAULTS
        + "".join(_style(style, book) for style in styles if style is not book.normal)
    )


def _defaults(book: Stylebook) -> str:
    """`w:docDefaults`: the font of the whole document."""
    usual = {**UNSAID, **UNSAID_TOO}
    run = {name: value for name, value in book.normal.run.items() if usual.get(name, object()) != value}
    return w("docDefaults", w("rPrDefault", run_properties(run)) + w("pPrDefault"))


def _normal(book: Stylebook) -> str:
    properties = paragraph_properties(book.normal.own_paragraph, book.normal.paragraph)
    return w(
        "style", w("name", val="Normal") + w("qFormat") + properties, type="paragraph", default=1, styleId="Normal"
    )


def _unused(kind: str, ident: str, name: str, priority: int, properties: str = "") -> str:
    """A default of its kind that Word expects and nobody sees."""
    content = w("name", val=name) + w("uiPriority", val=priority) + w("semiHidden") + w("unhideWhenUsed")
    return w("style", content + properties, type=kind, default=1, styleId=ident)


BUILT_IN_DEFAULTS = (
    _unused("character", "DefaultParagraphFont", "Default Paragraph Font", 1)
    + _unused(
        "table",
        "TableNormal",
        "Normal Table",
        99,
        w(
            "tblPr",
            w("tblInd", w=0, type="dxa")
            + w(
                "tblCellMar",
                "".join(
                    w(side, w=width, type="dxa")
                    for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
                ),
            ),
        ),
    )
    + _unused("numbering", "NoList", "No List", 99)
)


def _style(style: WordStyle, book: Stylebook) -> str:
    return w(
        "style",
        w("name", val=style.name)
        + _based_on(style, book)
        + _next(style, book)
        + _link(style, book)
        + w("uiPriority", val=style.priority)
        + (w("semiHidden") + w("unhideWhenUsed") if style.quick == "hidden" else "")
        + (w("qFormat") if style.quick == "shown" else "")
        + _properties(style, book),
        type=style.kind,
        customStyle=None if style.is_built_in else 1,
        styleId=style.id,
    )


def _based_on(style: WordStyle, book: Stylebook) -> str:
    usual = {"character": "DefaultParagraphFont", "table": "TableNormal"}
    return w("basedOn", val=usual.get(style.kind) or book.paragraph(style.based_on, "Normal").id)


def _next(style: WordStyle, book: Stylebook) -> str:
    return w("next", val=book.paragraph(style.next).id) if style.next and style.kind == "paragraph" else ""


def _link(style: WordStyle, book: Stylebook) -> str:
    other = book.named(style.link)
    return w("link", val=other.id) if other is not None else ""


def _properties(style: WordStyle, book: Stylebook) -> str:
    if style.kind == "table":
        return _table(cast("TableLook", style.table))
    if style.kind == "character":
        return run_properties(style.own_run)
    own: dict[str, LookValue] = dict(style.own_paragraph)
    base = book.paragraph(style.based_on, "Normal")
    place = book.numbering.place(style)
    if place is not None:
        own["num"] = (place.definition + 1, place.level)
    elif book.numbering.place(base) is not None:
        own["num"] = None  # w:numId 0: a style on a numbered one that is not numbered itself
    cleared = cast("tuple[TabStop, ...]", base.paragraph["tabs"])
    return paragraph_properties(own, style.paragraph, cleared=cleared) + run_properties(style.own_run)


def _table(look: TableLook) -> str:
    """Borders, cell margins and the zones that differ from the body (ECMA-376-1, 17.7.6)."""
    borders = "".join(border_xml(side, border) for side, border in look.borders().items())
    margins = "".join(w(side, w=width, type="dxa") for side, width in look.padding.items())
    properties = w("tblStyleRowBandSize", val=1) + w("tblBorders", borders) + w("tblCellMar", margins)
    aligned = w("tcPr", w("vAlign", val=look.alignment)) if look.alignment != "top" else ""
    plain = look.zones["odd"]._replace(fill="")
    zones = (
        ("firstRow", look.zones["head"], plain),
        ("lastRow", look.zones["foot"], plain),
        ("firstCol", look.zones["first_column"], look.zones["even"]),
        ("band1Horz", look.zones["odd"], plain),
        ("band2Horz", look.zones["even"], plain),
    )
    return w("tblPr", properties) + aligned + "".join(_zone(name, cell, base) for name, cell, base in zones)


def _zone(name: str, cell: CellLook, base: CellLook) -> str:
    edges = base.edges()
    borders = "".join(border_xml(side, value) for side, value in cell.edges().items() if value != edges[side])
    content = w("tcBorders", borders) if borders else ""
    content += shading(cell.fill) if cell.fill != base.fill else ""
    return w("tblStylePr", w("tcPr", content), type=name) if content else ""
