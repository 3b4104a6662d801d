"""Structure: headings, links, tables and pictures that a reader can follow without seeing them."""

import re
from collections.abc import Iterator

from communique.check.reading import Reading
from communique.diagnostics.codes.check import FILE_NAME_AS_WORDS, HEADLESS_TABLE, SKIPPED_LEVEL, WORDLESS_LINK
from communique.diagnostics.diagnostic import Diagnostic
from communique.model.block import Heading
from communique.model.inline import Link, Picture, plain, walk

NO_WORDS = re.compile(
    r"\S*\.(?:png|jpe?g|gif|svg|webp|tiff?)|(?i:image|picture|photo|graphic|figure|chart|logo)\W*\d*|\W+"
)


def skipped_levels(reading: Reading) -> Iterator[Diagnostic]:
    """A heading more than one level below the one before it."""
    before: Heading | None = None
    for line in reading.lines:
        heading = line.block
        if not isinstance(heading, Heading) or line.aside is not None or heading is before:
            continue
        if before and heading.level > before.level + 1:
            message = f"a heading of level {heading.level} follows one of level {before.level}"
            yield SKIPPED_LEVEL.at(heading.span, message, f"write {'#' * (before.level + 1)}")
        before = heading


def wordless_links(reading: Reading) -> Iterator[Diagnostic]:
    """A link that shows neither words nor a picture."""
    for node in reading.nodes:
        if isinstance(node, Link) and not _shows_something(node):
            message = f"the link to {node.address} has no words"
            yield WORDLESS_LINK.at(node.span, message, "say between the brackets where it leads")


def headless_tables(reading: Reading) -> Iterator[Diagnostic]:
    """A table whose header cells are all empty."""
    for table in reading.tables:
        if not any(plain(cell).strip() for cell in table.header):
            yield HEADLESS_TABLE.at(table.span, "this table has no header row", "say above each column what it holds")


def file_names_as_words(reading: Reading) -> Iterator[Diagnostic]:
    """A picture described by its file name, or as "image"."""
    for node in reading.nodes:
        if isinstance(node, Picture) and not node.decorative and NO_WORDS.fullmatch(node.alternative.strip()):
            message = f'"{node.alternative}" does not say what the picture shows'
            advice = "say what is to be seen, or add {decorative} when it says nothing"
            yield FILE_NAME_AS_WORDS.at(node.span, message, advice)


def _shows_something(link: Link) -> bool:
    return bool(plain(link.children).strip()) or any(isinstance(inner, Picture) for inner in walk(link.children))
