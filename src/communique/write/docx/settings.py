"""The settings part: what a document adds to those of its base (ECMA-376-1, 17.15.1)."""

from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from communique.write.docx.xml import part, w

ORDER = (
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
    "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
    "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts",
    "saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges",
    "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors",
    "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate",
    "linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge",
    "revisionView", "trackRevisions", "doNotTrackMoves", "doNotTrackFormatting", "documentProtection",
    "autoFormatOverride", "styleLockTheme", "styleLockQFSet", "defaultTabStop", "autoHyphenation",
    "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "showEnvelope", "summaryLength",
    "clickAndTypeStyle", "defaultTableStyle", "evenAndOddHeaders", "bookFoldRevPrinting",
    "bookFoldPrinting", "bookFoldPrintingSheets", "drawingGridHorizontalSpacing",
    "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery",
    "displayVerticalDrawingGridEvery", "doNotUseMarginsForDrawingGridOrigin",
    "drawingGridHorizontalOrigin", "drawingGridVerticalOrigin", "doNotShadeFormData",
    "noPunctuationKerning", "characterSpacingControl", "printTwoOnOne", "strictFirstAndLastChars",
    "noLineBreaksAfter", "noLineBreaksBefore", "savePreviewPicture", "doNotValidateAgainstSchema",
    "saveInvalidXml", "ignoreMixedContent", "alwaysShowPlaceholderText", "doNotDemarcateInvalidXml",
    "saveXmlDataOnly", "useXSLTWhenSaving", "saveThroughXslt", "showXMLTags",
    "alwaysMergeEmptyNamespace", "updateFields", "hdrShapeDefaults", "footnotePr", "endnotePr", "compat",
)  # fmt: skip
"""The children of `w:settings` in the order of the schema, as far as ours reach."""

NOTES = w("footnotePr", w("footnote", id=-1) + w("footnote", id=0))


def set_up(document: Document, *, mirrors: bool, hyphenates: bool, left_pages: bool, notes: bool) -> None:
    """Switch on what the document needs: mirrored margins, hyphenation, headers of left pages, notes."""
    settings = document.settings.element
    wanted = {
        w("mirrorMargins"): mirrors,
        w("autoHyphenation"): hyphenates,
        w("evenAndOddHeaders"): left_pages,
        NOTES: notes,
    }
    for markup, on in wanted.items():
        if on:
            _insert(settings, parse_xml(part("settings", markup))[0])


def _insert(settings: Any, child: Any) -> None:  # noqa: ANN401 - lxml elements
    """Put a setting where the schema wants it."""
    before = [qn(f"w:{name}") for name in ORDER[: ORDER.index(child.tag.rpartition("}")[2])]]
    place = sum(1 for known in settings if known.tag in before)
    settings.insert(place, child)
