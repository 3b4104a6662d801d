"""Letterheads as ministries have them, made from the parts that Word writes; each is one way to go wrong."""

# ruff: noqa: E501 - an element of Word's is not cut in the middle

from importlib.resources import files
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from write.docx.torture import PNG

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MICROSOFT = "http://schemas.microsoft.com/office/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
BODY = "<w:p><w:r><w:t>{{ body }}</w:t></w:r></w:p>"
PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2268" w:right="1418" w:bottom="1418" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/>'
FOOT = (
    '<w:p><w:r><w:t xml:space="preserve">Victoria Terrasse 7, Oslo. Page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def p(text, style="", properties=""):
    """A paragraph of plain words."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{style}{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def logo(ident="rId1", number=1, words="Coat of arms"):
    """An inline picture, as Word writes it."""
    size = 'cx="720000" cy="360000"'
    picture = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{ident}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        f'<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Picture {number}" descr="{words}"/><a:graphic><a:graphicData uri="{uri}">{picture}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def text_box(words):
    """A text box in both branches of `mc:AlternateContent`."""
    inside = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2160000" cy="720000"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp>'
    )
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    drawing = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="251659264" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
        '<wp:align>right</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset>'
        '</wp:positionV><wp:extent cx="2160000" cy="720000"/><wp:wrapNone/><wp:docPr id="1" name="Text Box 1" '
        f'descr="Date and reference"/><a:graphic><a:graphicData uri="{uri}">{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing>'
    )
    fallback = f'<w:pict><v:shape style="width:170pt;height:57pt"><v:textbox>{inside}</v:textbox></v:shape></w:pict>'
    return (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{fallback}'
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def style(name, ident, more="", kind="paragraph"):
    """A style of the letterhead."""
    return f'<w:style w:type="{kind}" w:styleId="{ident}"><w:name w:val="{name}"/>{more}</w:style>'


NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="{0}"><w:name w:val="{1}"/><w:qFormat/><w:pPr><w:spacing w:after="120"/></w:pPr></w:style>'
RED = '<w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:color w:val="BA0C2F"/><w:sz w:val="32"/></w:rPr>'
SERIF = '<w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/></w:rPr>'


def letterhead(
    body=BODY,
    *,
    headers=None,
    section=PAGE,
    styles="",
    normal=("Normal", "Normal"),
    language="",
    kind="document",
    parts=(),
    settings="",
    theme_fonts=False,
):
    """A package of Word's; `headers` by part: what they hold. `parts`: further (name, type, relation, owner, bytes)."""
    headers = {"header1": ("default", logo() + p("Ministry of Foreign Affairs: {{ title }}"))} | (headers or {})
    headers.setdefault("footer1", ("default", FOOT))
    with ZipFile(BytesIO(files("communique.data").joinpath("word/base.docx").read_bytes())) as base:
        members = {name: base.read(name).decode() for name in base.namelist()}
    relations = {"word/document.xml": [], "word/settings.xml": []}
    types = dict[str, str]()
    references = ""
    for number, (name, (variant, content)) in enumerate(headers.items(), start=20):
        what, root = ("header", "hdr") if name.startswith("header") else ("footer", "ftr")
        members[f"word/{name}.xml"] = f"<w:{root} {NAMES}>{content}</w:{root}>"
        types[f"word/{name}.xml"] = f"{WORD}{what}+xml"
        relations["word/document.xml"].append((f"rId{number}", OFFICE + what, f"{name}.xml"))
        relations[f"word/{name}.xml"] = [("rId1", f"{OFFICE}image", "media/image1.png")]
        references += f'<w:{what}Reference w:type="{variant}" r:id="rId{number}"/>'
    members["word/document.xml"] = (
        f"<w:document {NAMES}><w:body>{body}<w:sectPr>{references}{section}</w:sectPr></w:body></w:document>"
    )
    fonts = (
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
        if theme_fonts
        else '<w:rFonts w:ascii="Carlito" w:hAnsi="Carlito"/>'
    )
    lang = f'<w:lang w:val="{language}"/>' if language else ""
    defaults = f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="22"/>{lang}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    members["word/styles.xml"] = f"<w:styles {NAMES}>{defaults}{NORMAL.format(*normal)}{styles}</w:styles>"
    for name, content_type, relation, owner, data in parts:
        ident = f"rId{50 + len(relations.setdefault(owner, []))}"
        if data:
            members[name] = data
            name = name.removeprefix("word/") if name.startswith("word/") or not owner else f"../{name}"  # noqa: PLW2901
        if content_type:
            types[f"word/{name}" if owner else name] = content_type
        relations[owner].append((ident, relation, name))
    members["word/settings.xml"] = members["word/settings.xml"].replace("<w:zoom", f"{settings}<w:zoom").replace(
        "<w:settings ", '<w:settings xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    )  # fmt: skip
    return sealed(members, relations, types, kind)


def sealed(members, relations, types, kind):
    """The members as a file."""
    main = {"document": f"{WORD}document.main+xml", "template": f"{WORD}template.main+xml",
            "macros": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"}[kind]  # fmt: skip
    named = members["[Content_Types].xml"].replace(f"{WORD}document.main+xml", main)
    more = '<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    more += "".join(f'<Override PartName="/{name}" ContentType="{held}"/>' for name, held in types.items())
    members["[Content_Types].xml"] = named.replace("</Types>", f"{more}</Types>")
    members["word/media/image1.png"] = PNG
    for owner, held in relations.items():
        folder, _, file = owner.rpartition("/")
        place = f"{folder}/_rels/{file}.rels".lstrip("/")
        entries = "".join(
            f'<Relationship Id="{i}" Type="{t}" Target="{to}"{" TargetMode=" + chr(34) + "External" + chr(34) if "://" in to else ""}/>'
            for i, t, to in held
        )
        if place in members:
            members[place] = members[place].replace("</Relationships>", f"{entries}</Relationships>")
        elif entries:
            package = "http://schemas.openxmlformats.org/package/2006/relationships"
            members[place] = f'<Relationships xmlns="{package}">{entries}</Relationships>'
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return file.getvalue()


def with_secrets():
    """A template with macros and all that its author left in it."""
    by = 'w:id="9" w:author="K. Hansen" w:date="2020-01-01T00:00:00Z"'
    body = (
        f'<w:p><w:commentRangeStart w:id="0"/><w:r w:rsidR="00AB12CD"><w:t>Ref. 26/1</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        f'<w:r><w:commentReference w:id="0"/></w:r><w:ins {by}><w:r><w:t xml:space="preserve"> new</w:t></w:r></w:ins>'
        f"<w:del {by}><w:r><w:delText>old wording</w:delText></w:r></w:del></w:p>"
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen words</w:t></w:r></w:p>"
        '<w:p><w:r><w:t>Seen</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Unseen"/></w:rPr><w:t>unseen by its style</w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="Unseen"/><w:vanish w:val="0"/></w:rPr><w:t xml:space="preserve"> again</w:t></w:r>'
        '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:vanish/></w:rPr>'
        '<w:instrText xml:space="preserve"> XE "unseen entry" </w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr>'
        f'<w:fldChar w:fldCharType="end"/></w:r></w:p>{BODY}'
    )
    unseen = '<w:style w:type="character" w:customStyle="1" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>'
    comment = f'<w:comments {NAMES}><w:comment w:id="0" w:author="K. Hansen"><w:p><w:r><w:t>Ask the minister</w:t></w:r></w:p></w:comment></w:comments>'
    people = '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="K. Hansen"/></w15:people>'
    settings = '<w:attachedTemplate r:id="rId50"/>'
    document = "word/document.xml"
    parts = (
        ("word/vbaProject.bin", "", f"{MICROSOFT}2006/relationships/vbaProject", document, "macro of K. Hansen"),
        ("word/comments.xml", f"{WORD}comments+xml", f"{OFFICE}comments", document, comment),
        ("word/people.xml", f"{WORD}people+xml", f"{MICROSOFT}2011/relationships/people", document, people),
        ("customXml/item1.xml", "", f"{OFFICE}customXml", document, "<case><officer>K. Hansen</officer></case>"),
        ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml",
         f"{OFFICE}extended-properties", "",
         '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>K. Hansen AS</Company></Properties>'),
        ("file://server/hansen/Normal.dotm", "", f"{OFFICE}attachedTemplate", "word/settings.xml", ""),
    )  # fmt: skip
    return letterhead(body, kind="macros", parts=parts, settings=settings, styles=unseen)


def numbered():
    """Headings and lists that count by themselves."""
    levels = (
        '<w:abstractNum w:abstractNumId="3"><w:nsid w:val="10000001"/><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="{0}"/><w:pStyle w:val="{1}"/><w:lvlText w:val="{2}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    )
    definitions = levels.format("upperRoman", "Heading1", "%1.") + levels.format(
        "decimal", "ListNumber", "(%1)"
    ).replace('"3"', '"4"').replace("10000001", "10000002")
    lists = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{a}"/></w:num>' for n, a in ((7, 3), (8, 4)))
    count = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'
    styles = style("heading 1", "Heading1", count.format(7)) + style("List Number", "ListNumber", count.format(8))
    data = letterhead(styles=styles)
    return replaced(data, "word/numbering.xml", f"<w:numbering {NAMES}>{definitions}{lists}</w:numbering>")


def noted():
    """A fixed line with a note of its own."""
    call = '<w:p><w:r><w:t>Subject to change</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    special = "".join(
        f'<w:footnote w:type="{kind}" w:id="{n}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for n, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    note = '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Until signed.</w:t></w:r></w:p></w:footnote>'
    notes = f"<w:footnotes {NAMES}>{special}{note}</w:footnotes>"
    parts = (("word/footnotes.xml", f"{WORD}footnotes+xml", f"{OFFICE}footnotes", "word/document.xml", notes),)
    pair = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    data = letterhead(call + BODY, parts=parts)
    settings = member(data, "word/settings.xml").decode().replace("<w:compat>", f"{pair}<w:compat>")
    return replaced(data, "word/settings.xml", settings)


def member(data, name):
    """One member of a package."""
    with ZipFile(BytesIO(data)) as package:
        return package.read(name)


def replaced(data, name, content):
    """The package with a member replaced; with None, without it."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as package, ZipFile(file, "w", ZIP_DEFLATED) as target:
        for known in package.namelist():
            if known != name:
                target.writestr(known, package.read(known))
            elif content is not None:
                target.writestr(name, content)
    return file.getvalue()


SPLIT = (
    '<w:p><w:r><w:t>{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>{ ti</w:t></w:r>'
    '<w:r><w:t>tle }</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t>} of {{ delegation</w:t></w:r><w:r><w:t> }}</w:t></w:r></w:p>'
)
CONTROLS = (
    '<w:p><w:sdt><w:sdtPr><w:id w:val="11"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>{{ meeting }}</w:t></w:r>'
    f'</w:sdtContent></w:sdt></w:p><w:sdt><w:sdtPr><w:id w:val="12"/></w:sdtPr><w:sdtContent>{BODY}</w:sdtContent></w:sdt>'
)
TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4700"/></w:tblGrid>'
    f"<w:tr><w:tc><w:tcPr/>{p('To all delegations')}</w:tc><w:tc><w:tcPr/>{p('{{ place }}, {{ date }}')}{p('{{ symbol }}')}</w:tc></w:tr></w:tbl>"
)
FIRST = {
    "header2": ("first", logo() + p("Royal Ministry of Foreign Affairs, Oslo")),
    "header3": ("even", p("{{ delegation }} on a left page")),
}
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>'
COVER = f"{p('Cover of {{ title }}')}<w:p><w:pPr><w:sectPr>{PAGE}<w:titlePg/></w:sectPr></w:pPr></w:p>"
FRENCH = style("heading 1", "Titre1", RED) + style("Body Text", "Corpsdetexte", SERIF) + style("header", "En-tte")
NORWEGIAN = (
    style("Overskrift 1", "Overskrift1", RED) + style("Brødtekst", "Brdtekst", SERIF) + style("Tittel", "Tittel", RED)
)
ALIASED = style("MFA Text", "MFAText", f'<w:aliases w:val="Body Text,UD1"/>{SERIF}')

LETTERHEADS = {
    "document": letterhead(),
    "template": letterhead(f"{p('Note verbale')}{BODY}{p('Oslo, {{ date }}')}", kind="template"),
    "macros": with_secrets(),
    "french": letterhead(styles=FRENCH, language="fr-FR", headers={"header1": ("default", logo() + p("Ministère"))}),
    "norwegian": letterhead(styles=NORWEGIAN, normal=("Standard", "Standard"), language="nb-NO"),
    "text-box": letterhead(headers={"header1": ("default", text_box("{{ date }} {{ meeting_short }}") + p("MFA"))}),
    "first-page": letterhead(headers=FIRST, section=f"{PAGE}<w:titlePg/>"),
    "landscape": letterhead(section=LANDSCAPE),
    "layout-table": letterhead(TABLE + p("") + BODY),
    "split": letterhead(SPLIT + BODY),
    "content-control": letterhead(CONTROLS),
    "numbered": numbered(),
    "theme-fonts": letterhead(styles=ALIASED, theme_fonts=True),
    "no-place": letterhead(f"{p('Fixed words')}<w:p/><w:p/>"),
    "cover": letterhead(COVER + BODY + p("Annexed: none")),
    "notes": noted(),
    "marked": letterhead(headers={"header1": ("default", p("{{ marking }}") + p("MFA") + p("{{ draft }}"))}),
}
