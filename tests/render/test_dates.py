from datetime import date

import pytest

from communique.render.dates import date_range, long_date
from communique.render.printing import direction_of, locale_of

SEPTEMBER = (date(2012, 9, 11), date(2012, 9, 14))


@pytest.mark.parametrize(
    ("language", "day", "days"),
    [
        ("en", "11 September 2012", "11–14 September 2012"),
        ("en-US", "September 11, 2012", "September 11–14, 2012"),
        ("fr", "11 septembre 2012", "11–14 septembre 2012"),
        ("es", "11 de septiembre de 2012", "11–14 de septiembre de 2012"),
        ("de", "11. September 2012", "11.–14. September 2012"),
        ("no", "11. september 2012", "11.–14. september 2012"),
        ("zh", "2012年9月11日", "2012年9月11–14日"),
        ("ar", "11 سبتمبر 2012", "11–14 سبتمبر 2012"),
        ("xx", "11 September 2012", "11–14 September 2012"),
    ],
)
def test_days_are_written_as_the_language_writes_them(language, day, days):
    locale = locale_of(language)
    assert long_date(SEPTEMBER[0], locale) == day
    assert date_range(*SEPTEMBER, locale) == days


def test_days_over_two_months_and_two_years():
    english = locale_of("en")
    assert date_range(date(2012, 9, 29), date(2012, 10, 2), english) == "29 September – 2 October 2012"
    assert date_range(date(2012, 12, 29), date(2013, 1, 2), english) == "29 December 2012 – 2 January 2013"
    assert date_range(date(2012, 9, 11), date(2012, 9, 11), english) == "11 September 2012"
    assert date_range(date(2012, 9, 29), date(2012, 10, 2), locale_of("zh")) == "2012年9月29日 – 10月2日"


def test_the_direction_of_a_language():
    assert [direction_of(language) for language in ("en", "ar", "fa-IR", "he", "xx")] == [
        "ltr",
        "rtl",
        "rtl",
        "rtl",
        "ltr",
    ]
