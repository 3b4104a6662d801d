import pytest

ITEM = ["    LI", "      Lbl", "      LBody"]


@pytest.mark.parametrize(
    ("body", "css", "numbering", "item"),
    [
        ("<ul><li>a</li></ul>", "", "Disc", ITEM),
        ("<ol><li>a</li></ol>", "", "Decimal", ITEM),
        ("<ol><li>a</li></ol>", "ol { list-style: lower-alpha }", "LowerAlpha", ITEM),
        ("<ul><li>a</li></ul>", "ul { list-style: none }", "None", ["    LI", "      LBody"]),
        (
            "<ol><li>a</li></ol>",
            "ol { counter-reset: n } li { display: block; counter-increment: n } li::before { content: counter(n) }",
            "Decimal",
            ITEM,
        ),
        ("<ol><li>a</li></ol>", '@counter-style x { symbols: "§" } ol { list-style: x }', "Decimal", ITEM),
        ("<ul><li>a</li></ul>", "ul { list-style: disc inside }", "Disc", None),
    ],
)
def test_a_list_says_how_it_is_numbered(tags, body, css, numbering, item):
    lines = tags(body, css)
    assert lines[0] == f"  L ListNumbering={numbering}"
    assert item in (None, lines[1:])


def test_all_of_an_item_stands_in_one_body_in_the_order_of_the_source(tags):
    lines = tags("<ul><li><p>a</p><blockquote><p>b</p></blockquote><ol><li>c</li></ol><h2>d</h2></li></ul>")
    assert lines == [
        "  L ListNumbering=Disc",
        *ITEM,
        "        P",
        "        BlockQuote",
        "          P",
        "        L ListNumbering=Decimal",
        *("      " + line for line in ITEM),
        "        H2",
    ]


def test_a_term_is_the_label_of_its_definitions(tags):
    lines = tags("<dl><dt>a</dt><dd>b</dd><dd>c</dd><dt>d</dt><dd>e</dd></dl>")
    assert lines == ["  L ListNumbering=None", *ITEM, "      LBody", *ITEM]


@pytest.mark.parametrize("first", ["link", "number"])
def test_an_entry_of_the_contents_is_a_reference_and_then_its_number(tags, first):
    link, number = '<a href="#end">End</a>', '<span class="page"></span>'
    entry = f"<li>{link}{number}</li>" if first == "link" else f"<li>{number}{link}</li>"
    css = ".page { float: right } .page::after { content: '2' } nav ol { list-style: none }"
    lines = tags(f'<nav class="toc"><p>Contents</p><ol>{entry}</ol></nav><h2 id="end">End</h2>', css)
    assert lines[:6] == ["  Div", "    P", "    TOC", "      TOCI", "        Reference", "          Link"]
    assert lines[6].strip() == "NonStruct"


def test_contents_inside_contents_stay_contents(tags):
    inner = '<ol><li><a href="#end">In</a></li></ol>'
    lines = tags(f'<nav class="toc"><ol><li><a href="#end">End</a>{inner}</li></ol></nav><h2 id="end">End</h2>')
    assert [line.split()[0] for line in lines].count("TOCI") == 2
    assert not {"L", "LI", "LBody"} & {line.split()[0] for line in lines}
