"""The styles part of a theme alone, to hold a letterhead against it."""

from communique.model.theme import Theme
from communique.write import typesetter
from communique.write.letterhead.package import Element, parse


def theme_styles(theme: Theme, language: str, direction: str) -> Element:
    """`w:styles` as a document of that theme has it; Refused when the libraries that read CSS are not installed."""
    typesetter.load()
    from communique.write.docx.styles_part import styles_xml  # noqa: PLC0415  needs WeasyPrint loaded
    from communique.write.docx.xml import part  # noqa: PLC0415
    from communique.write.style.stylebook import stylebook  # noqa: PLC0415

    return parse(part("styles", styles_xml(stylebook(theme.stylesheets, language, direction))))
