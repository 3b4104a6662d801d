"""Whatever somebody is called, their folder has a name that is safe everywhere and theirs alone."""

from unicodedata import category, is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model.file_names import FORBIDDEN, RESERVED, alike, file_name_of

ODD = [
    "CON",
    "con.txt",
    "../x",
    "..",
    ".",
    "=cmd|' /C calc'!A0",
    "-rf",
    "~",
    "x" * 300,
    "é" * 300,
    "\u202eabc",
    "a/b",
    "",
]
texts = st.text(max_size=120) | st.sampled_from(ODD)


@pytest.mark.parametrize(
    "name", ["Côte d'Ivoire", "Türkiye", "Lao People's Democratic Republic", "الأردن", "Delegation 001"]
)
def test_an_ordinary_name_stays_as_it_is(name):
    assert file_name_of(name) == name


@pytest.mark.parametrize("name", ODD)
def test_an_odd_one_is_changed_and_told_apart(name):
    assert file_name_of(name) != name
    assert "~" in file_name_of(name)


@given(texts)
def test_a_name_is_safe_everywhere(words):
    name = file_name_of(words)
    assert name and name == name.strip() and not name.endswith(".")
    assert name[0] not in ".-~"
    assert not FORBIDDEN.search(name) and not RESERVED.fullmatch(name)
    assert all(category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} for char in name)
    assert is_normalized("NFC", name)
    assert len(f"{name}.docx".encode()) <= 255 and len(name) <= 100


@given(texts, texts)
def test_two_recipients_have_two_names(one, other):
    if alike(one) != alike(other):
        assert alike(file_name_of(one)) != alike(file_name_of(other))


@pytest.mark.parametrize(("one", "other"), [("Türkiye", "TÜRKIYE"), ("Türkiye", "Tu\u0308rkiye"), ("A  B", "a b")])
def test_what_some_systems_take_for_one_is_alike(one, other):
    assert alike(one) == alike(other)
