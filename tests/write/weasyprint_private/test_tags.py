"""WeasyPrint's promise: structure elements come out of one recursive generator, which looks itself up by name."""

import inspect
from collections import Counter
from contextlib import suppress

from weasyprint import HTML
from weasyprint.pdf import tags as stock

from communique.write.weasyprint_private.tags import Record, recording

PAGE = """<!doctype html><html lang="en"><title>Tags</title><style>
@page {{ size: 300px 200px; @top-left {{ content: "head" }} }} html {{ font: 10px/20px "Liberation Serif" }}
.fn {{ float: footnote }} ol {{ list-style: lower-roman }}</style><body>{}"""


def record_of(body):
    document = HTML(string=PAGE.format(body)).render()
    with recording() as record:
        document.write_pdf(pdf_variant="pdf/ua-1")
    return record.in_order()


def test_the_generator_is_where_we_know_it_and_calls_itself_by_name():
    parameters = list(inspect.signature(stock._build_box_tree).parameters)
    assert parameters == ["box", "parent", "pdf", "page_number", "nums", "annotations", "tags"]
    assert inspect.getsource(stock._build_box_tree).count("_build_box_tree(") >= 4


def test_every_element_is_noted_with_its_html_and_page():
    tagged = record_of("<p>a</p><section style='break-before: page'><h2>b</h2></section>")
    noted = [(item.element.tag, item.node["S"], item.page) for item in tagged if item.element is not None]
    assert noted == [("p", "/P", 0), ("section", "/Sect", 1), ("h2", "/H2", 1)]


def test_pseudo_elements_and_list_styles_are_noted():
    tagged = record_of("<ol><li>a</li></ol><p>b<span class='fn'>c</span></p>")
    parts = Counter(item.part for item in tagged)
    assert parts["marker"] == parts["footnote-call"] == parts["footnote-marker"] == 1
    assert {item.list_style for item in tagged if item.part == "marker"} == {"lower-roman"}


def test_what_stands_in_a_margin_box_is_noted_as_such():
    tagged = record_of("<p>a</p>")
    assert [item.margin for item in tagged if item.element is not None] == [""]
    assert {item.margin for item in tagged if item.element is None} == {"top-left"}


def test_elements_come_before_what_they_contain():
    tagged = record_of("<div><p>a <em>b</em></p></div>")
    assert [item.element.tag for item in tagged if item.element is not None] == ["div", "p", "em"]


def test_the_stock_generator_is_back_afterwards_even_after_a_failure():
    build = stock._build_box_tree
    with suppress(ZeroDivisionError), recording():
        assert isinstance(stock._build_box_tree, Record)
        raise ZeroDivisionError
    assert stock._build_box_tree is build
