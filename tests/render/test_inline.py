import re

from hypothesis import given
from hypothesis import strategies as st

from communique.model.inline import (
    Abbreviation,
    Code,
    Cue,
    Emphasis,
    FactUse,
    Foreign,
    LineBreak,
    Link,
    Note,
    Picture,
    Pronounced,
    Strong,
    Text,
    plain,
)
from communique.model.typography import fold
from communique.render.inline import inline
from communique.render.printing import Printing
from editions import BASE, ENGLISH, STATEMENT


def html(*nodes, typography=True, targets=frozenset()):
    return str(inline(nodes, Printing(BASE, STATEMENT, ENGLISH, typography, {}, targets)))


def test_words_come_out_whole_whatever_they_are():
    assert html(Text("Côte d'Ivoire & <b>")) == "Côte d’Ivoire &amp; &lt;b&gt;"
    assert html(Text("Côte d'Ivoire & <b>"), typography=False) == "Côte d&#39;Ivoire &amp; &lt;b&gt;"
    assert html(Text("{{ x }} {% y %}")) == "{{ x }} {% y %}"


def test_each_mark_has_its_element():
    assert html(FactUse("n", "111"), Text(" States")) == "111\u00a0States"
    assert html(Text("a"), LineBreak(), Text("b")) == "a<br>b"
    assert html(Code("it's")) == "<code>it&#39;s</code>"
    assert html(Abbreviation((Text("ATT"),), 'the "Treaty"')) == '<abbr title="the “Treaty”">ATT</abbr>'
    assert html(Pronounced((Text("Lenape"),), "LEN-ah-pay")) == '<span class="say">Lenape [LEN-ah-pay]</span>'
    assert html(Text("a "), Cue((Text("pause"),))) == 'a<span class="cue"> [pause]</span>'
    assert html(Foreign((Text("مرحبا"),), "ar")) == '<span lang="ar" dir="rtl">مرحبا</span>'
    assert html(Foreign((Text("oui"),), "fr")) == '<span lang="fr">oui</span>'


def test_pictures_say_what_they_show():
    assert html(Picture("map.png", 'The "map"')) == '<img src="pictures/map.png" alt="The &#34;map&#34;">'
    assert html(Picture("map.png", "", decorative=True)) == '<img src="pictures/map.png" alt="" role="presentation">'


def test_a_note_stands_at_its_call_and_is_set_apart():
    note = Note("1", ((Text('See "there".'),), (Text("And here."),)))
    assert html(Text("word"), note, Text('. "Next"')) == (
        'word<span class="fn">See “there”.<br>And here.</span>. “Next”'
    )


def test_a_link_leads_to_what_the_paper_holds_and_no_further():
    link = Link((Text("there"),), "#norm")
    assert html(link, targets=frozenset({"norm"})) == '<a href="#p-norm">there</a>'
    assert html(link) == "there"
    assert html(Link((Text("x"),), 'https://a.org/?b&"c')) == '<a href="https://a.org/?b&amp;&#34;c">x</a>'


def test_a_space_before_an_element_stands_inside_it():
    assert html(Text("a "), Emphasis((Text("b"),)), Text(" c")) == "a<em> b</em> c"
    assert html(Emphasis((Text("a "),)), Strong((Emphasis((Text("b"),)),))) == "<em>a</em><strong><em> b</em></strong>"
    assert html(Text("a "), Code("b")) == "a<code> b</code>"
    assert html(Text("a "), Note("1", ((Text("b"),),))) == 'a <span class="fn">b</span>'


def test_a_document_symbol_is_kept_on_one_line():
    assert html(Text("See CCM/MSP/2012/5.")) == 'See C<span class="symbol-text">CM/MSP/2012/5</span>.'


def test_a_quotation_spans_its_marks():
    assert html(Text('say "'), Emphasis((Text("never"),)), Text('" so')) == "say “<em>never</em>” so"


NODES = st.recursive(
    st.builds(Text, st.text(alphabet="ab \"'CM/5<&", min_size=1, max_size=12)),
    lambda inner: (
        st.builds(Emphasis, st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(Strong, st.lists(inner, min_size=1, max_size=3).map(tuple))
    ),
    max_leaves=8,
)


@given(st.lists(NODES, max_size=5).map(tuple))
def test_the_words_of_the_html_are_those_of_the_line(line):
    shown = re.sub(r"<[^>]+>", "", html(*line))
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"), ("&#34;", '"'), ("&amp;", "&")):
        shown = shown.replace(entity, char)
    assert fold(shown) == fold(plain(line))
