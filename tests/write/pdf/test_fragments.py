def test_a_paragraph_over_pages_is_one(tags):
    assert tags(f"<p>{'many words ' * 500}</p>") == ["  P"]


def test_lists_items_and_sections_over_pages_are_one(tags):
    items = "".join(f"<li>{'many words ' * 60}</li>" for _ in range(12))
    assert tags(f"<section><ul>{items}</ul></section>") == [
        "  Sect",
        "    L ListNumbering=Disc",
        *["      LI", "        Lbl", "        LBody"] * 12,
    ]


def test_repeated_head_and_foot_rows_count_once(tags):
    rows = "<tr><td>a</td></tr>" * 80
    lines = tags(
        f"<table><thead><tr><th>A</th></tr></thead><tbody>{rows}</tbody><tfoot><tr><td>f</td></tr></tfoot></table>"
    )
    roles = [line.split()[0] for line in lines]
    assert [roles.count(role) for role in ("Table", "THead", "TBody", "TFoot", "TR")] == [1, 1, 1, 1, 82]


def test_a_row_that_breaks_over_pages_is_one(tags):
    lines = tags(f"<table><tr><td>{'many words ' * 500}</td></tr></table>")
    assert lines == ["  Table", "    TBody", "      TR", "        TD"]


def test_links_and_pictures_on_later_pages_keep_their_place(tags, picture):
    linked = '<p>words <a href="https://example.org/">link</a> <img src="pictures/a.png" alt="A"></p>'
    lines = tags(f"<section>{'<p>words</p>' * 60}{linked}</section>", pictures={"a.png": picture})
    assert lines[-3:] == ["    P", "      Link", "      Figure Alt=A"]


def test_decoration_and_furniture_are_not_read_aloud(tags, picture):
    body = (
        '<p class="head">head <a href="#x">link</a></p><p aria-hidden="true">dots <a href="#x">l</a></p>'
        '<p id="x">words <img src="pictures/a.png" alt=""></p>'
    )
    boxes = "@top-left { content: element(head) } @bottom-left { content: counter(page) }"
    css = f".head {{ position: running(head) }} @page {{ {boxes} }}"
    assert tags(body, css, pictures={"a.png": picture}) == ["  P"]
