"""Sheets for tests of the writers, from a few lines of HTML and CSS."""

from datetime import datetime

from communique.diagnostics.span import Source
from communique.model.audience import Audience
from communique.model.kind import Format, Kind, Part
from communique.model.sheet import Properties, Sheet
from communique.model.theme import Asset, Theme

PLAIN = 'html { font: 12pt/16pt "Liberation Serif" } body { margin: 0 } @page { size: A5; margin: 15mm }'


def page_of(body: str, lang: str = "en", direction: str = "ltr") -> str:
    """A whole document around a body."""
    head = '<head><meta charset="utf-8"><title>A title of the template</title></head>'
    return f'<!doctype html><html lang="{lang}" dir="{direction}">{head}<body>{body}</body></html>'


def make_sheet(
    body: str,
    css: str | tuple[Source, ...] = PLAIN,
    *,
    language: str = "en",
    direction: str = "ltr",
    template: str = "",
    pictures: dict[str, bytes] | None = None,
    assets: dict[str, bytes] | None = None,
    title: str = "Universalization",
    created: datetime | None = None,
) -> Sheet:
    """A sheet of the statement, in English and with the plainest of themes unless told otherwise."""
    stylesheets = (Source("templates/themes/trial/theme.css", css),) if isinstance(css, str) else css
    theme = Theme("trial", stylesheets, tuple(Asset(name, data) for name, data in (assets or {}).items()))
    kind = Kind(
        name="statement",
        audience=Audience.PUBLIC,
        formats=(Format.PDF, Format.DOCX),
        title="Statement",
        carries=(Part.SPEECH,),
        template=Source("templates/statement.html", template),
    )
    properties = Properties(
        title=title,
        language=language,
        author="Norway",
        subject="Third Meeting of States Parties",
        keywords=("cluster munitions", "universalization"),
        created=created,
    )
    return Sheet(
        kind=kind,
        language=language,
        direction=direction,
        html=page_of(body, language, direction),
        theme=theme,
        properties=properties,
        pictures=tuple(Asset(name, data) for name, data in (pictures or {}).items()),
    )
