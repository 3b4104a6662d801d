"""What to do about a character that no font has, by its script."""

import pytest

from communique.write import font_advice
from communique.write.font_advice import NAKED, advice_for

INSTALL = 'apt install {} (Debian, Ubuntu), and name "{}" in the font-family of the theme'


@pytest.mark.parametrize(
    ("character", "advice"),
    [
        ("ش", INSTALL.format("fonts-noto-core", "Noto Naskh Arabic")),
        ("ת", INSTALL.format("fonts-noto-core", "Noto Serif Hebrew")),
        ("谢", INSTALL.format("fonts-noto-cjk", "Noto Serif CJK SC")),
        ("ə", INSTALL.format("fonts-noto-core", "Noto Serif")),
        ("მ", NAKED),
        ("🙂", f"take it out of the text, or {NAKED}"),
        ("\ue000", NAKED),
    ],
)
def test_the_package_that_brings_it_is_named(character, advice, monkeypatch):
    monkeypatch.setattr(font_advice, "font_files", lambda _families: ())
    assert advice_for(character) == advice


def test_a_family_that_is_there_needs_only_to_be_named(monkeypatch):
    monkeypatch.setattr(font_advice, "font_files", lambda _families: ("a file",))
    assert advice_for("ش") == 'name "Noto Naskh Arabic" in the font-family of the theme'
