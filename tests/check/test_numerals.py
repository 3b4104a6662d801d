import re
import time

import pytest

from communique.check.numerals import Kind, figures


def told(text: str, language: str = "en") -> list[str]:
    """Each figure as kind, value and unit, small counts in brackets."""
    found = []
    for figure in figures(text, language):
        value = "-".join(map(str, figure.value)) if isinstance(figure.value, tuple) else str(figure.value)
        words = f"{value} {figure.unit}".strip() if figure.kind is Kind.NUMBER else f"{figure.kind} {value}"
        found.append(f"({words})" if figure.small else words)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("76 States", ["76"]),
        ("1,500,000 or 1.5 million", ["1500000", "1500000"]),
        ("12 300 and 12\u00a0300", ["12300", "12300"]),
        ("In 2012 300 States", ["2012", "300"]),
        ("2,000.5", ["4001/2"]),
        ("75 per cent, 75 percent, 75%", ["75 %", "75 %", "75 %"]),
        ("10–15 per cent, 10 to 15 %", ["10 %", "15 %", "10 %", "15 %"]),
        ("10, 20 and 30", ["10", "20", "30"]),
        ("US$5 million, $5bn, EUR 3 billion", ["5000000 USD", "5000000000 USD", "3000000000 EUR"]),
        ("NOK 20 million and 3 million dollars, 4 €", ["20000000 NOK", "3000000 USD", "4 EUR"]),
        ("2008-2012", ["2008", "2012"]),
        ("the 1990s", ["1990"]),
        ("the 79th session, the 1st", ["ordinal 79", "ordinal 1"]),
        ("Article 6", ["6"]),
        ("11 September 2012, September 11, 2012, 2012-09-11", ["date 2012-9-11"] * 3),
        ("the 11th of September", ["date 0-9-11"]),
        ("11–14 September 2012", ["date 2012-9-11", "date 2012-9-14"]),
        ("in September 2012", ["date 2012-9-0"]),
        ("you may 3 times march 4", ["3", "4"]),
        ("CCM/MSP/2012/5", ["reference CCM/MSP/2012/5"]),
        ("resolution 71/258 at 15:30", ["reference 71/258", "reference 15:30"]),
    ],
)
def test_digits_are_read(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seventy-five States", ["75"]),
        ("seventy five, seventy\u2011five", ["75", "75"]),
        ("one hundred and eleven", ["111"]),
        ("two hundred and ten thousand", ["210000"]),
        ("two million dollars", ["2000000 USD"]),
        ("twenty per cent", ["20 %"]),
        ("five per cent", ["5 %"]),
        ("two thirds", ["2/3"]),
        ("the seventy-ninth session", ["ordinal 79"]),
        ("five ways, twelve", ["(5)", "(12)"]),
        ("the Fourth Meeting", ["(ordinal 4)"]),
        ("two, three or four", ["(2)", "(3)", "(4)"]),
    ],
)
def test_english_words_are_read(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "No one but the worst tyrants; one of the most effective ways",
        "first and second, at first, the third States, half of them",
        "hundreds of thousands",
        "CCM 3MSP, COVID-19, the G20, an F-35",
        "the ¶ 4 above",
        "someone weighed stones often",
    ],
)
def test_what_only_looks_like_a_figure_is_none(text):
    assert told(text) == []


def test_other_languages_read_digits_alone():
    assert told("1 500 personnes, 1,5 million, 12 pour cent, soixante", "fr") == ["1500", "1500000", "12 %"]
    assert told("1.500 Staaten, 2,5 Prozent", "de") == ["1500", "5/2 %"]


@pytest.mark.parametrize(
    "piece",
    ["1,234", "7", "1,", "seventy ", "A/", "A/1", "two and ", "$", "May ", "a", " ", "A/B.1-", "A", "1.", "12 345 "],
)
def test_a_hostile_text_takes_no_more_than_seconds(piece):
    hostile = piece * (100_000 // len(piece))
    start = time.process_time()
    figures(hostile, "en")
    assert time.process_time() - start < 2


def test_a_figure_knows_its_place():
    text = "So far seventy-five States and 1.5 million."
    assert [text[figure.start : figure.end] for figure in figures(text, "en")] == ["seventy-five", "1.5 million"]
    assert re.search("seventy-five", text).start() == figures(text, "en")[0].start
