"""Pictures: files beside the text, with words for who cannot see them."""

from collections.abc import Iterator
from urllib.parse import unquote

from communique.diagnostics.codes import markup as codes
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Span
from communique.model.inline import Picture
from communique.model.theme import Asset
from communique.read.markdown.attributes import read_attributes
from communique.read.markdown.columns import Stretch
from communique.read.markdown.parser import Tree
from communique.read.markdown.reading import Reading
from communique.read.names import fault_in_name
from communique.read.picture_bytes import plain_picture
from communique.read.pictures import SIGNATURES, faults_in_picture, is_picture
from communique.read.sources import read_bytes


def picture(reading: Reading, line: Stretch, tree: Tree) -> Iterator[Picture]:
    """The picture, if it may be shown; its bytes go to `reading.pictures`."""
    span = line.span(*tree.token.meta["at"])
    decorative = False
    if "braces" in tree.token.meta:
        braces = line.part(*tree.token.meta["braces"])
        given = read_attributes(braces, ("decorative",), "on a picture", reading.found)
        decorative = given.get("decorative") is not None
    alternative = _alternative(reading, tree, span)
    if decorative == bool(alternative):
        message = "a decorative picture has words" if decorative else "a picture does not say what it shows"
        advice = "take either away" if decorative else "write ![what it shows](file), or ![](file){decorative}"
        reading.found.append(codes.MISSING_ALTERNATIVE.at(span, message, advice))
    if "title" in tree.token.attrs:
        reading.found.append(codes.BAD_ADDRESS.at(span, "a picture has a title", "say it between the brackets"))
    name = unquote(str(tree.token.attrs.get("src", "")))
    if _load(reading, name, span):
        yield Picture(name, alternative, decorative, span)


def _alternative(reading: Reading, tree: Tree, span: Span) -> str:
    inside = tree.token.children or []
    if any(token.type not in {"text", "text_special", "softbreak"} for token in inside):
        message = "marks, look-ups and notes do not work in what a picture shows"
        reading.found.append(codes.LEFTOVER_MARKUP.at(span, message, "write plain words"))
        return " "
    typed = "".join(token.content if token.type == "text" else "" for token in inside)
    if any(mark in typed for mark in ("{", "}", "::", "]", "<!--")):
        message = "something in what a picture shows looks like markup"
        reading.found.append(codes.LEFTOVER_MARKUP.at(span, message, "write plain words"))
    return " ".join("".join(token.content or " " for token in inside).split())


def _load(reading: Reading, name: str, span: Span) -> bool:
    if name in reading.pictures:
        return True
    if "/" in name or "\\" in name or ":" in name or fault_in_name(name):
        message = f'"{name}" is not the name of a file beside the text'
        reading.found.append(
            codes.OUTSIDE_PICTURE.at(span, message, "copy the picture beside the text and name it alone")
        )
        return False
    ending = f".{name.rpartition('.')[2].lower()}"
    beside = [path.name for path in reading.folder.iterdir() if path.suffix.lower() in SIGNATURES]
    if ending not in SIGNATURES or name not in beside:
        advice = did_you_mean(name, beside) or "put a .png, .jpg or .svg file beside the text"
        message = f"there is no picture {name} beside the text"
        reading.found.append(codes.MISSING_PICTURE.at(span, message, advice))
        return False
    try:
        shown = f"{reading.source.path.rpartition('/')[0]}/{name}"
        data = read_bytes(reading.folder / name, shown, reading.within)
    except Refused as refused:
        reading.found += refused.diagnostics
        return False
    if not is_picture(data, ending):
        reading.found.append(codes.MISSING_PICTURE.at(span, f"{name} is no {ending[1:]} picture", "save it again"))
        return False
    if faults := list(faults_in_picture(data, shown, span)):
        reading.found += faults
        return False
    reading.pictures[name] = Asset(name, plain_picture(data))
    return True
