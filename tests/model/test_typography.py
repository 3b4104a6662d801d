from hypothesis import given
from hypothesis import strategies as st

from communique.model.typography import Run, fold, symbols, typeset, typeset_runs

LANGUAGES = st.sampled_from(["en", "fr", "fr-CH", "de", "es", "nb", "ru", "sv", "zh", "ar", "xx"])
TEXTS = st.text(alphabet=" \"'«»“”„‘’‚‹›\u00a0\u202faBMr.6–—(;:!?%¶éعя2\n", max_size=24)


@given(TEXTS, LANGUAGES)
def test_folding_takes_back_exactly_what_typesetting_did(text, language):
    assert fold(typeset(text, language)) == fold(text)


@given(st.text(max_size=40), LANGUAGES)
def test_folding_takes_it_back_for_any_text(text, language):
    assert fold(typeset(text, language)) == fold(text)


@given(st.text(alphabet="abc XYZ,.019–/-éя\n", max_size=40))
def test_folding_leaves_all_else_alone(text):
    assert fold(text) == text


@given(st.lists(st.tuples(TEXTS, LANGUAGES, st.booleans()), max_size=5))
def test_every_run_gets_its_own_words_back(runs):
    runs = [Run(*run) for run in runs]
    for run, printed in zip(runs, typeset_runs(runs), strict=True):
        assert printed == run.text if run.as_is else fold(printed) == fold(run.text)


def test_english_binds_what_belongs_together():
    for typed, printed in (
        ("Mr President,", "Mr~President,"),
        ("Thank you, Madam Chair.", "Thank you, Madam~Chair."),
        ("of which 111 States have", "of which 111~States have"),
        ("with Article 6 on Cooperation", "with Article~6 on Cooperation"),
        ("article 6 and Protocol V", "article~6 and Protocol~V"),
        ("adopted in 2008, we", "adopted in~2008, we"),
        ("Oslo, 11–14 September 2012", "Oslo, 11–14~September~2012"),
        ("features – be they", "features~– be they"),
        ("see ¶ 4", "see ¶~4"),
        ("H.E. Ms. Smith", "H.E.~Ms.~Smith"),
        ("nothing here to bind", "nothing here to bind"),
    ):
        assert typeset(typed, "en") == printed.replace("~", "\u00a0")


def test_apostrophes_and_quotations_are_curly_in_english():
    assert typeset("the world's \"stocks\" of states' arms", "en") == "the world’s “stocks” of states’ arms"
    assert typeset('He said ("no"): "we say \'never\'".', "en") == "He said (“no”): “we say ‘never’”."
    assert typeset("the '90s, rock 'n' roll", "en").startswith("the ’90s")


def test_each_language_has_its_own_quotation_marks():
    set_in = {language: typeset('"a"', language) for language in ("en", "fr", "fr-CH", "de", "nb", "ru", "sv", "pl")}
    assert set_in == {
        "en": "“a”",
        "fr": "«\u202fa\u202f»",
        "fr-CH": "«a»",
        "de": "„a“",
        "nb": "«a»",
        "ru": "«a»",
        "sv": "”a”",
        "pl": "„a”",
    }
    assert typeset('"a" it\'s', "xx") == '"a" it’s'


def test_french_spaces_its_punctuation():
    typed = "Monsieur le Président : l'article 6 ! 10 000 États, M. Dupont, le 1er septembre 2012 ?"
    printed = "Monsieur~le~Président~: l’article~6^! 10^000~États, M.~Dupont, le 1er~septembre~2012^?"
    assert typeset(typed, "fr") == printed.replace("~", "\u00a0").replace("^", "\u202f")


def test_a_quotation_opens_in_one_run_and_closes_in_another():
    runs = [Run('We say "', "en"), Run("never", "en"), Run('" again, "', "en"), Run("code'", "en", as_is=True)]
    assert typeset_runs(runs) == ["We say “", "never", "” again, “", "code'"]


def test_words_in_another_language_follow_its_rules():
    runs = [Run('He said "yes", ', "en"), Run('"oui !"', "fr")]
    assert typeset_runs(runs) == ["He said “yes”, ", "«\u202foui\u202f!\u202f»"]


def test_what_stands_beside_decides_which_mark_is_meant():
    assert typeset('"', "en", before="word") == "”"
    assert typeset('"', "en", before=" ", after="word") == "“"


def test_document_symbols_are_found():
    text = "See A/RES/63/71, CCM/MSP/2011/WP.3/Rev.1. and/or TCP/IP, S/2017/507; km/h"
    found = [text[start:end] for start, end in symbols(text)]
    assert found == ["A/RES/63/71", "CCM/MSP/2011/WP.3/Rev.1", "S/2017/507"]
