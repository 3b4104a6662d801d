"""Notes: written as paragraphs of their own, `[^1]: words`, printed where they are called."""

from collections.abc import Callable

from communique.diagnostics.codes import markup as codes
from communique.model.inline import Inline
from communique.read.markdown.columns import Stretch, lines_of_content
from communique.read.markdown.parser import Tree
from communique.read.markdown.reading import Definition, Reading

ReadLine = Callable[[Reading, Stretch], tuple[Inline, ...]]


def take_up(reading: Reading, trees: tuple[Tree, ...], first_line: int, block: int) -> tuple[Tree, ...]:
    """The blocks without the notes written among them, which are kept for their calls."""
    kept = []
    for tree in trees:
        if tree.name != "footnote_reference":
            kept.append(tree)
            continue
        label = str(tree.token.meta["label"])
        line = first_line + tree.lines()[0]
        text = reading.source.lines[line - 1]
        start = reading.source.offset(line, 1) + max(0, text.find(f"[^{label}]:"))
        span = reading.source.span(start, start + len(label) + 4)
        reading.define(Definition(label, tree, first_line, block, span))
    return tuple(kept)


def paragraphs(reading: Reading, note: Definition, read_line: ReadLine) -> tuple[tuple[Inline, ...], ...]:
    """The words of a note, paragraph by paragraph."""
    reading.in_note = True
    lines = []
    for tree in note.tree.children:
        if tree.name != "paragraph":
            message = "a note holds paragraphs only"
            reading.found.append(codes.WRONG_CONTENT.at(note.span, message, "take the list or table out of it"))
            continue
        inline = tree.children[0]
        content = lines_of_content(reading.source, inline.token.content, note.first_line + inline.lines()[0])
        lines.append(read_line(reading, content))
    reading.in_note = False
    if not any(lines):
        reading.found.append(codes.EMPTY_BLOCK.at(note.span, f"the note [^{note.label}] has no words", "write it"))
    return tuple(lines)


def unused(reading: Reading) -> None:
    """Report the notes that nothing calls."""
    for note in reading.notes.values():
        if not note.called:
            message, advice = f"nothing calls the note [^{note.label}]", f"write [^{note.label}] where it belongs"
            reading.found.append(codes.UNUSED_NOTE.at(note.span, message, advice))
