"""Which spaces must not break at the end of a line, by language: "Mr President", "Article 6"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale, UnknownLocaleError

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"

ADDRESSES = {
    "en": "Mr Mrs Ms Mx Dr Messrs Prof Sir Dame Madam Madame H.E.",
    "fr": "M MM Mme Mmes Mlle Dr S.E. Monsieur Madame Monsieur(?=.le) Madame(?=.la)",
    "es": "Sr Sra Srta Sres Dr Dra S.E. Señor Señora",
    "de": "Herr Herrn Frau Dr Prof S.E.",
    "it": "Sig Sig.ra Dott S.E. Signor Signora",
    "pt": "Sr Sra Dr Dra S.E. Senhor Senhora",
    "ru": "г-н г-жа г-на г-жи г-ну господин госпожа",
}
"""Forms of address, which stay with the name or office behind them."""

NUMBERED = {
    "en": "article articles chapter section annex annexes paragraph paragraphs para paras page pages part rule item "
    "items resolution resolutions decision protocol art no nos p pp vol option phase session",
    "fr": "article articles chapitre section annexe annexes paragraphe paragraphes par page pages partie règle point "
    "points résolution résolutions décision protocole art n° nos p pp vol session",
    "es": "artículo artículos capítulo sección anexo párrafo párrafos página páginas parte regla tema resolución "
    "decisión protocolo art arts núm p pp vol",
    "de": "Artikel Kapitel Abschnitt Anhang Absatz Ziffer Seite Seiten Teil Resolution Protokoll Art Abs Nr S Bd",
    "no": "artikkel kapittel avsnitt vedlegg punkt side sider del resolusjon protokoll art nr s",
    "it": "articolo articoli capitolo sezione allegato paragrafo pagina parte regola risoluzione protocollo art n p",
    "pt": "artigo artigos capítulo secção seção anexo parágrafo página parte regra resolução protocolo art n.º p",
    "ru": "статья статьи статье статью статьёй глава пункт пункта пункте раздел приложение резолюция резолюции ст п с",
}
"""Words that stay with the number behind them, besides every word with a capital."""

CLOSING_PUNCTUATION = {"fr": ";!?"}
"""Marks that French sets apart by a narrow space; the colon and quotation marks have their own rules."""

YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"


def bound_spaces(text: str, language: str) -> Iterator[tuple[int, str]]:
    """The offset of each space that must not break, and the space that stands in for it."""
    base = language.partition("-")[0].lower()
    named = {match.end(1) for match in _references(base).finditer(text)}
    for pattern, space in _patterns(base):
        for match in pattern.finditer(text):
            yield match.start(1), space
    for match in _COUNTED.finditer(text):
        if match.start() not in named:
            yield match.start(1), NO_BREAK


_COUNTED = re.compile(rf"(?<![\w.,/–-])(?!{YEAR})\d[\d.,]*(?<=\d)( )(?=[^\W\d_])")
"""A number and what it counts; "Article 6 on" is left alone, for there it is a name."""


@lru_cache(maxsize=32)
def _references(base: str) -> re.Pattern[str]:
    words = "|".join(_spelled(NUMBERED.get(_sibling(base), "")))
    either = rf"\b(?:(?i:{words})\.?|[^\W\d_a-z]\w+)" if words else r"\b[^\W\d_a-z]\w+"
    return re.compile(rf"{either}( )(?=\d|[IVXLC]+\b)")


@lru_cache(maxsize=32)
def _patterns(base: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    addresses = "|".join(_spelled(ADDRESSES.get(_sibling(base), "")))
    months = _months(base)
    rules = [
        (r"(?<=\S)( )(?=[–—] )", NO_BREAK),
        (r"[¶§№]( )(?=\d)", NO_BREAK),
        (r"(?:US\$|[$€£¥]|\b[A-Z]{3})( )(?=\d)", NO_BREAK),
        (r"\d( )(?=\d{3}(?!\d))", NARROW_NO_BREAK if base in {"fr", "ru", "no", "nb", "nn"} else NO_BREAK),
        (r"\d( )(?=[%‰°€])", NO_BREAK),
        (rf"(?<!\w)(?=[^\W\d_A-Z])[^\W\d_]{{1,5}}( )(?={YEAR})", NO_BREAK),
        (r"«( )(?=\S)", NARROW_NO_BREAK if base == "fr" else NO_BREAK),
        (r"(?<=\S)( )(?=»)", NARROW_NO_BREAK if base == "fr" else NO_BREAK),
    ]
    if addresses:
        rules.append((rf"(?<!\w)(?:{addresses})\.?( )(?=[^\W\d_]|\d)", NO_BREAK))
    if base == "fr":
        rules += [
            (r"(?<!\w)(?:Monsieur le|Madame la)( )(?=\w)", NO_BREAK),
            (r"(?<=\S)( )(?=:)", NO_BREAK),
            (r"(?<=\S)( )(?=[;!?])", NARROW_NO_BREAK),
        ]
    if months:
        rules += [
            (rf"\d(?:\.|er|º|ª)?( )(?=(?:de )?(?:{months})\b)", NO_BREAK),
            (rf"\b(?:{months})( )(?=\d)", NO_BREAK),
        ]
    found = [(re.compile(pattern), space) for pattern, space in rules]
    return (*found, (_references(base), NO_BREAK))


@lru_cache(maxsize=32)
def _months(base: str) -> str:
    """The names of the months as they stand behind a day, as an alternation."""
    try:
        names = Locale.parse(base).months["format"]["wide"].values()
    except (UnknownLocaleError, ValueError):
        return ""
    return "|".join(re.escape(name) for name in names if not name[0].isdigit())


def _spelled(words: str) -> list[str]:
    return [word if "(" in word else re.escape(word) for word in words.split()]


def _sibling(base: str) -> str:
    return "no" if base in {"nb", "nn", "da"} else base
