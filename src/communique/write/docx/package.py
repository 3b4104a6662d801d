"""The Word package: our clean base, opened by python-docx, filled with parts, and sealed."""

from importlib.resources import files
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from communique.write.docx.xml import part

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every member: the earliest a zip can say, so that no clock is in the file."""


class WrittenPart(Part):
    """A part of the package whose bytes we write ourselves; its relations are python-docx's."""

    def __init__(self, document: Document, name: str, content_type: str, written: bytes = b"") -> None:
        super().__init__(PackURI(name), content_type, package=document.part.package)
        self.written = written

    @property
    def blob(self) -> bytes:
        """The bytes of the part."""
        return self.written


def open_base() -> Document:
    """Our clean base (`scripts/build_word_base.py`)."""
    return docx.Document(BytesIO(files("communique.data").joinpath("word/base.docx").read_bytes()))


def add_part(owner: Part, relation: str, addition: WrittenPart) -> str:
    """Relate a part to its owner; one of the same kind and name that the base had gives way to it."""
    for ident, known in list(owner.rels.items()):
        if not known.is_external and known.target_part.partname == addition.partname:
            del owner.rels[ident]
    return owner.relate_to(addition, relation)


def fill(target: Any, root: str, content: str) -> None:  # noqa: ANN401 - an lxml element
    """Give an element of python-docx's the children that stand in `content`."""
    for child in list(target):
        target.remove(child)
    target.extend(list(parse_xml(part(root, content))))


def seal(document: Document) -> bytes:
    """The finished file: members in one order, with one date; the same parts give the same bytes."""
    saved, sealed = BytesIO(), BytesIO()
    document.part.package.save(saved)
    with ZipFile(saved) as source, ZipFile(sealed, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            target.writestr(member(name), source.read(name))
    return sealed.getvalue()


def member(name: str) -> ZipInfo:
    """What a package says of a member: its name, and nothing of when and where it was made."""
    told = ZipInfo(name, EPOCH)
    told.compress_type, told.external_attr, told.create_system = ZIP_DEFLATED, 0o600 << 16, 3
    return told
