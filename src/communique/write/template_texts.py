"""What the text of a template says that would break PDF/UA, found without rendering it."""

import re
from collections.abc import Iterator

from communique.diagnostics.codes import write as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.span import Source
from communique.write.template_rules import DESCRIBED, PICTURE, opacity_findings

HIDDEN = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
ROOT = re.compile(r"<html\b[^>]*>")
HEAD = re.compile(r"<head\b")
LANGUAGE = re.compile(r"\slang\s*=\s*[\"']?[^\s\"'>]")
TITLE = re.compile(r"<title\b[^>]*>\s*[^<\s]")
CLASSES = re.compile(r"\bclass\s*=\s*\"([^\"]*)\"")
NAMED = re.compile(r"\"([a-z][\w-]*)\"")


def template_findings(source: Source) -> Iterator[Diagnostic]:
    """A page without language or title (ISO 14289-1, 7.1 and 7.2), pictures without words, text one sees through."""
    text = HIDDEN.sub(lambda hidden: " " * len(hidden[0]), source.text)
    if root := ROOT.search(text):
        if not LANGUAGE.search(root[0]):
            advice = '<html lang="{{ edition.language }}" dir="{{ edition.direction }}">'
            yield codes.UNNAMED_DOCUMENT.at(source.span(*root.span()), "the template names no language", advice)
        if not TITLE.search(text):
            head = HEAD.search(text) or root
            advice = "<title>{{ edition|document_title }}</title>"
            yield codes.UNNAMED_DOCUMENT.at(source.span(*head.span()), "the template has no title", advice)
    for picture in PICTURE.finditer(text):
        if not DESCRIBED.search(picture[0]):
            advice = 'say what it shows, or write alt=""'
            yield codes.UNDESCRIBED_PICTURE.at(
                source.span(*picture.span()), "a picture has no alternative text", advice
            )
    yield from opacity_findings(source, text)


def classes_in(source: Source) -> frozenset[str]:
    """Every class that the elements of a template can have: written out, or handed to a macro as a word."""
    written = (name for value in CLASSES.findall(source.text) for name in re.findall(r"[\w-]+", value))
    return frozenset((*written, *NAMED.findall(source.text)))
