import pytest


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>a <em>b</em> <span>c</span></p>", ["  P"]),
        ("<p>a <q>b</q> <code>c</code></p>", ["  P", "    Quote", "    Code"]),
        ("<blockquote><p>a</p></blockquote>", ["  BlockQuote", "    P"]),
        ("<pre>a\nb</pre>", ["  P"]),
        ("<header><p>a</p></header><aside><p>b</p></aside>", ["  Div", "    P", "  Div", "    P"]),
        ("<section aria-label='Facts'><h2>b</h2></section>", ["  Sect T=Facts", "    H2"]),
        ("<div>a<p>b</p></div>", ["  Div", "    NonStruct", "    P"]),
        ("<p></p><div><div></div></div><p>a</p>", ["  P", "  P"]),
    ],
)
def test_elements_have_their_roles(tags, body, lines):
    assert tags(body) == lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ('<p>a <span lang="fr">b</span></p>', ["  P", "    Span Lang=fr"]),
        ('<p lang="en">a</p>', ["  P"]),
        ('<p lang="fr">a <em lang="fr">b</em> <em lang="en">c</em></p>', ["  P Lang=fr", "    Span Lang=en"]),
        ('<blockquote lang="ru"><p lang="ru">а</p></blockquote>', ["  BlockQuote Lang=ru", "    P"]),
        ('<p><abbr title="Arms Trade Treaty">ATT</abbr> <abbr>UN</abbr></p>', ["  P", "    Span E=Arms Trade Treaty"]),
    ],
)
def test_a_change_of_language_and_an_explained_abbreviation_are_said(tags, body, lines):
    assert tags(body) == lines


def test_a_foreign_passage_over_lines_is_foreign_on_each(tags):
    lines = tags(f"<p>words <em lang='fr'>{'des mots ' * 40}</em></p>")
    assert set(lines[1:]) == {"    Span Lang=fr"}
    assert len(lines) > 3
