"""Which fonts a stylesheet asks the machine for."""

import pytest

from communique.write.style.families import families, stacks


@pytest.mark.parametrize(
    ("css", "asked"),
    [
        ("p { font-family: Carlito }", ["Carlito"]),
        ("p { font-family: 'Liberation Serif', Tinos, serif }", ["Liberation Serif", "Tinos"]),
        ("p { font-family: Noto   Sans Arabic, Sans-Serif }", ["Noto Sans Arabic"]),
        ("p { font-family: inherit }", []),
        ("p { font-family: Carlito !important }", ["Carlito"]),
        ("p { FONT-FAMILY: Carlito }", ["Carlito"]),
        ("p { font: italic 700 11pt/1.4 'Liberation Sans', sans-serif }", ["Liberation Sans"]),
        ("p { font: smaller Carlito }", ["Carlito"]),
        ("p { font: calc(1em + 1pt)/2 Carlito }", ["Carlito"]),
        ("p { font: caption }", []),
        ("@page { @top-left { font-family: Carlito } }", ["Carlito"]),
        ("@media print { p:first-child { font-family: Carlito } }", ["Carlito"]),
        ("@layer looks { h1 { b:first-child { font-family: Carlito } } }", ["Carlito"]),
        ("@media docx { p { font-family: 'Times New Roman' } }", []),
        ("@font-face { font-family: House; src: url(h.ttf) } p { font-family: House, Carlito }", ["Carlito"]),
        (":root { --text: Carlito, serif } p { font-family: var(--text) }", ["Carlito"]),
        (":root { --text: 11pt/1.4 Carlito } p { font: var(--text) }", ["Carlito"]),
        (":root { --a: var(--b); --b: Carlito } p { font-family: var(--a) }", ["Carlito"]),
        ("p { font-family: var(--unset, Carlito, serif) }", ["Carlito"]),
        (":root { --a: var(--a) } p { font-family: var(--a) }", []),
        (":root { --a: A1 } .b { --a: B2 } p { font-family: var(--a) }", ["A1", "B2"]),
        ("p { font-family: ; color: } }}} @x", []),
        ("/* font-family: Carlito */", []),
        ("", []),
    ],
)
def test_the_families_a_stylesheet_asks_for(css, asked):
    assert list(families(css)) == asked


def test_families_that_stand_in_for_one_another_stay_together():
    css = "p { font-family: Tinos, 'Liberation Serif', serif } h1 { font-family: Carlito } b { font-family: Carlito }"
    assert stacks(css) == (("Tinos", "Liberation Serif"), ("Carlito",))
