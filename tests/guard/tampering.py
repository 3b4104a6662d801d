"""Finished files tampered with, as a careless writer or a foreign base would."""

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pikepdf
from docx.document import Document
from pikepdf import Array, Dictionary, Name, String


def word(change: Callable[[Document], None]) -> Callable[[bytes], bytes]:
    """A change of a Word file by python-docx."""

    def changed(data: bytes) -> bytes:
        document = docx.Document(io.BytesIO(data))
        change(document)
        saved = io.BytesIO()
        document.save(saved)
        return saved.getvalue()

    return changed


def package(change: Callable[[dict[str, bytes]], None], remark: bytes = b"") -> Callable[[bytes], bytes]:
    """A change of the members of a Word file."""

    def changed(data: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            members = {name: source.read(name) for name in source.namelist()}
        change(members)
        saved = io.BytesIO()
        with zipfile.ZipFile(saved, "w") as target:
            target.comment = remark
            for name, body in members.items():
                target.writestr(name, body)
        return saved.getvalue()

    return changed


def member(name: str, old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """A Word file with some bytes of one member replaced."""

    def change(members: dict[str, bytes]) -> None:
        assert old in members[name]
        members[name] = members[name].replace(old, new, 1)

    return package(change)


def added(name: str, body: bytes) -> Callable[[bytes], bytes]:
    """A Word file with one more member."""
    return package(lambda members: members.__setitem__(name, body))


def pdf(change: Callable[[pikepdf.Pdf], None]) -> Callable[[bytes], bytes]:
    """A change of a PDF by pikepdf."""

    def changed(data: bytes) -> bytes:
        saved = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as opened:
            change(opened)
            opened.save(saved)
        return saved.getvalue()

    return changed


def outline(words: str) -> Callable[[bytes], bytes]:
    """A PDF with one more bookmark."""

    def change(opened: pikepdf.Pdf) -> None:
        with opened.open_outline() as bookmarks:
            bookmarks.root.append(pikepdf.OutlineItem(words, 0))

    return pdf(change)


def annotation(words: str, subtype: str = "/Text") -> Callable[[bytes], bytes]:
    """A PDF with a sticky note on its first page."""

    def change(opened: pikepdf.Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=Array([0, 0, 9, 9]), Contents=String(words))
        opened.pages[0].obj["/Annots"] = Array([opened.make_indirect(note)])

    return pdf(change)


def structure(key: str, words: str) -> Callable[[bytes], bytes]:
    """A PDF whose structure says something that its page does not."""

    def change(opened: pikepdf.Pdf) -> None:
        elements = [one for one in opened.objects if isinstance(one, Dictionary) and one.get("/S") == Name.P]
        elements[0][key] = String(words)

    return pdf(change)


def metadata(words: str) -> Callable[[bytes], bytes]:
    """A PDF whose XMP packet names somebody."""

    def change(opened: pikepdf.Pdf) -> None:
        stream = opened.Root.Metadata
        said = (
            b"<rdf:Description xmlns:dc='x' rdf:about=''><dc:source>"
            + words.encode()
            + b"</dc:source></rdf:Description></rdf:RDF>"
        )
        stream.write(bytes(stream.read_bytes()).replace(b"</rdf:RDF>", said))

    return pdf(change)


def attachment(name: str, words: str) -> Callable[[bytes], bytes]:
    """A PDF with a file inside."""
    return pdf(lambda opened: opened.attachments.__setitem__(name, words.encode()))


def unused_object(words: str) -> Callable[[bytes], bytes]:
    """A PDF with an object that nothing refers to."""

    def changed(data: bytes) -> bytes:
        body = f"99999 0 obj\n<< /Left ({words}) >>\nendobj\n"
        cut = data.rindex(b"startxref")
        return data[:cut] + body.encode() + data[cut:]

    return changed


def saved_over(words: str) -> Callable[[bytes], bytes]:
    """A PDF that said something in its information, and was saved over by appending."""

    def changed(data: bytes) -> bytes:
        told = pdf(lambda opened: opened.docinfo.__setitem__("/Subject", words))(data)
        root = re.search(rb"/Root (\d+ 0 R)", told)[1] if b"/Root" in told else b"1 0 R"
        start = told[told.rindex(b"startxref") + 9 :].split()[0]
        body = b"99999 0 obj\n<< >>\nendobj\n"
        table = (
            b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 100000 /Prev " + start + b" /Root " + root + b" >>\n"
        )
        return told + body + table + b"startxref\n%d\n%%%%EOF\n" % (len(told) + len(body))

    return changed


def unused_form(form_of: bytes) -> Callable[[bytes], bytes]:
    """A PDF that keeps, painted nowhere, the first page of another one."""

    def change(opened: pikepdf.Pdf) -> None:
        with pikepdf.open(io.BytesIO(form_of)) as other:
            form = opened.copy_foreign(other.pages[0].as_form_xobject())
        opened.Root["/PieceInfo"] = Dictionary(Kept=form)

    return pdf(change)
