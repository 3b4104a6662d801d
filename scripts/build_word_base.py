"""Build the clean Word base: the smallest package that Word takes for one of its own.

    python scripts/build_word_base.py     writes src/communique/data/word/base.docx

Our own and not python-docx's default template, which brings 164 styles, `stylesWithEffects`, a zoom
without percent and custom XML. Styles, theme and fonts stand here only so that the file opens; every
document replaces them by those of its theme. No date, no author, no name of a program.
"""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

BASE = Path(__file__).parents[1] / "src/communique/data/word/base.docx"

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

PARTS = {
    "/word/document.xml": f"{WORD}.document.main+xml",
    "/word/styles.xml": f"{WORD}.styles+xml",
    "/word/numbering.xml": f"{WORD}.numbering+xml",
    "/word/settings.xml": f"{WORD}.settings+xml",
    "/word/fontTable.xml": f"{WORD}.fontTable+xml",
    "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}

TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in PARTS.items())
    + "</Types>"
)

# ECMA-376-1, 17.15.1: mode 15 is the present layout of Word, without which it says "compatibility mode".
SETTINGS = (
    f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    + "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    + '</w:compat><w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)

STYLES = (
    f"<w:styles {W}><w:docDefaults><w:rPrDefault/><w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    "</w:styles>"
)

FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
LINE = f'<a:ln w="9525">{FILL}<a:prstDash val="solid"/></a:ln>'
EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
FACES = '<a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs typeface=""/>'
COLOURS = {
    "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4", "accent2": "ED7D31", "accent3": "A5A5A5",
    "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="communique"><a:themeElements>'
    '<a:clrScheme name="communique"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    + "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in COLOURS.items())
    + f'</a:clrScheme><a:fontScheme name="communique"><a:majorFont>{FACES}</a:majorFont>'
    f'<a:minorFont>{FACES}</a:minorFont></a:fontScheme><a:fmtScheme name="communique">'
    f"<a:fillStyleLst>{FILL * 3}</a:fillStyleLst><a:lnStyleLst>{LINE * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{FILL * 3}</a:bgFillStyleLst>"
    "</a:fmtScheme></a:themeElements></a:theme>"
)

CORE = (
    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)


def relations(*targets: tuple[str, str]) -> str:
    """The relations of a package or part: what kind of thing stands where."""
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
            for number, (kind, target) in enumerate(targets, 1)
        )
        + "</Relationships>"
    )


MEMBERS = {
    "[Content_Types].xml": TYPES,
    "_rels/.rels": relations(
        (f"{OFFICE}/officeDocument", "word/document.xml"),
        (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ),
    "docProps/core.xml": CORE,
    "word/_rels/document.xml.rels": relations(
        (f"{OFFICE}/styles", "styles.xml"),
        (f"{OFFICE}/numbering", "numbering.xml"),
        (f"{OFFICE}/settings", "settings.xml"),
        (f"{OFFICE}/fontTable", "fontTable.xml"),
        (f"{OFFICE}/theme", "theme/theme1.xml"),
    ),
    "word/document.xml": f"<w:document {W}><w:body><w:sectPr/></w:body></w:document>",
    "word/styles.xml": STYLES,
    "word/numbering.xml": f"<w:numbering {W}/>",
    "word/settings.xml": SETTINGS,
    "word/fontTable.xml": f"<w:fonts {W}/>",
    "word/theme/theme1.xml": THEME,
}


def build(path: Path) -> None:
    """Write the base, the same bytes every time."""
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in MEMBERS.items():
            member = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = ZIP_DEFLATED
            package.writestr(member, HEAD + content)


if __name__ == "__main__":
    build(BASE)
