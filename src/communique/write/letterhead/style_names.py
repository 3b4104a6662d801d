"""Names of styles: the built-in ones as Word's file format has them, and as other programs and languages write them.

Word itself writes the built-in names in English whatever the language of its user (only the identifiers
are translated: "heading 1" has `Titre1`). Other programs write what they show.
"""

import re

SPOKEN: dict[str, tuple[str, ...]] = {
    "normal": ("standard", "default paragraph style", "default style"),
    "body text": ("text body", "corps de texte", "brødtekst", "brödtext", "textkörper", "texto independiente",
                  "corpo del testo", "основной текст"),
    "title": ("titre", "tittel", "titel", "título", "titolo", "название"),
    "subtitle": ("sous-titre", "undertittel", "untertitel", "subtítulo", "sottotitolo", "подзаголовок"),
    "header": ("en-tête", "topptekst", "kopfzeile", "encabezado", "intestazione", "верхний колонтитул"),
    "footer": ("pied de page", "bunntekst", "fußzeile", "pie de página", "piè di pagina", "нижний колонтитул"),
    "quote": ("citation", "sitat", "zitat", "cita", "quotations", "citazione"),
    "caption": ("légende", "bildetekst", "beschriftung", "descripción", "epígrafe", "didascalia"),
    "list bullet": ("liste à puces", "punktliste", "aufzählungszeichen", "lista con viñetas", "punto elenco"),
    "list number": ("liste à numéros", "nummerert liste", "listennummer", "lista con números", "numero elenco"),
    "footnote text": ("footnote", "note de bas de page", "fotnotetekst", "fußnotentext", "texto nota pie",
                      "testo nota a piè di pagina"),
    "footnote reference": ("footnote anchor", "appel note de bas de p.", "fotnotereferanse", "fußnotenzeichen",
                           "ref. de nota al pie", "rimando nota a piè di pagina"),
    "hyperlink": ("internet link", "lien hypertexte", "hyperkobling", "hipervínculo", "collegamento ipertestuale"),
    "strong": ("strong emphasis", "élevé", "sterk", "fett", "texto en negrita", "enfasi (grassetto)"),
    "emphasis": ("accentuation", "utheving", "hervorhebung", "énfasis", "enfasi (corsivo)"),
    "salutation": ("salutations", "innledende hilsen", "anrede", "saludo", "formula di apertura"),
    "closing": ("formule de politesse", "hilsen", "grußformel", "cierre", "formula di chiusura"),
    "signature": ("underskrift", "unterschrift", "firma"),
    "date": ("dato", "datum", "fecha", "data"),
    "toc heading": ("contents heading", "en-tête de table des matières", "overskrift for innholdsfortegnelse",
                    "inhaltsverzeichnisüberschrift", "título de tdc"),
}  # fmt: skip
"""English names in small letters, and what else is written for them (Word in French, Norwegian, Swedish, German,
Spanish, Italian, Russian; LibreOffice)."""

NUMBERED: dict[str, tuple[str, ...]] = {
    "heading": ("titre", "overskrift", "überschrift", "rubrik", "título", "titolo", "заголовок"),
    "toc": ("contents", "tm", "innh", "verzeichnis", "tdc", "sommario"),
}
"""The same for names that end in a number."""

ENGLISH = {other: name for name, others in SPOKEN.items() for other in others}
ENGLISH_NUMBERED = {other: name for name, others in NUMBERED.items() for other in others}


def usual(name: str) -> str:
    """A name as Word's file format has it, in small letters and without doubled spaces."""
    plain = " ".join(name.lower().split())
    if plain in ENGLISH:
        return ENGLISH[plain]
    numbered = re.fullmatch(r"(.+?) ?(\d)", plain)
    if numbered and numbered[1] in ENGLISH_NUMBERED:
        return f"{ENGLISH_NUMBERED[numbered[1]]} {numbered[2]}"
    return plain


def exact(name: str) -> str:
    """A name in small letters and without doubled spaces."""
    return " ".join(name.lower().split())
