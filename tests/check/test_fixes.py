from communique.check.fixes import difference, fixes
from one_text import HEAD, TAIL, found_in, read_text

PATH = "content/hello.md"


def mended(tmp_path, words: str, *, pin: bool = False) -> str | None:
    """The new words of a text, without its head and tail; None when nothing changes."""
    dossier = read_text(tmp_path, HEAD + words + TAIL)
    text = fixes(dossier, found_in(dossier), pin=pin).get(PATH)
    return text and text.removeprefix(HEAD).removesuffix(TAIL)


def test_what_cannot_be_wrong_is_mended(tmp_path):
    words = "The univer\u00adsalization of the \ufb01rst clus\u200bter: CCM/MSP/ 2012/5 and A/RES/\n71/258."
    assert mended(tmp_path, words) == "The universalization of the first cluster: CCM/MSP/2012/5 and A/RES/71/258."


def test_what_a_person_must_decide_is_left_alone(tmp_path):
    assert mended(tmp_path, "The the \ufe8d\ufedf date is TBC. [PAUSE]") is None


def test_a_character_that_was_typed_as_an_entity_is_left_alone(tmp_path):
    assert mended(tmp_path, "The univer&shy;salization.") is None


def test_windows_line_ends_stay(tmp_path):
    dossier = read_text(tmp_path, (HEAD + "A\u200bB.\n\nC." + TAIL).replace("\n", "\r\n"))
    text = fixes(dossier, found_in(dossier))[PATH]
    assert text == (HEAD + "AB.\n\nC." + TAIL).replace("\n", "\r\n")


def test_a_value_of_a_fact_is_mended_nowhere_but_at_home(tmp_path):
    head = "---\ntitle: T\nlanguage: en\nfacts:\n  a: {value: 'clus\u200bter', source: S}\n---\n"
    dossier = read_text(tmp_path, head + "We say {{ a }}." + TAIL)
    assert fixes(dossier, found_in(dossier)) == {}


def test_what_the_workspace_switched_off_stays(tmp_path):
    dossier = read_text(tmp_path, f"{HEAD}A\u200bB.{TAIL}")
    assert fixes(dossier, ()) == {}


def test_pins_write_the_ids_there_are_and_change_none(tmp_path):
    words = "Mr President,\n\nWe act. {#act}\n\nNous agissons. {lang=fr}\n\nWe went\nhome.\n\n- an item"
    before = read_text(tmp_path, HEAD + words + TAIL)
    text = fixes(before, (), pin=True)[PATH]
    after = read_text(tmp_path, text)
    assert [block.id for block in after.speeches[0].blocks if block.name == "paragraph"] == [
        block.id for block in before.speeches[0].blocks if block.name == "paragraph"
    ]
    assert after == before
    assert text.count("{#") == 3
    assert " lang=fr}" in text
    assert fixes(after, (), pin=True) == {}


def test_a_mended_text_has_nothing_left_to_mend(tmp_path):
    once = mended(tmp_path, "A\u200bB \u00adC \ufb00 A/RES/ 71/258.")
    assert mended(tmp_path, once) is None


def test_the_difference_shows_both_sides():
    told = difference(PATH, "a\nb\nc", "a\nB\nc")
    assert told == f"--- {PATH}\n+++ {PATH}\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"
