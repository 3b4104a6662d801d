from communique.model.kind import Format
from communique.write.layout import lay_out
from communique.write.writers import WRITERS
from sheet_making import make_sheet


def test_every_format_has_a_writer():
    sheet = make_sheet("<h1>Title</h1><p>Thank you, Mr President.</p>")
    layout = lay_out(sheet)
    begins = {kind: writer(sheet, layout)[0][:4] for kind, writer in WRITERS.items()}
    assert begins == {Format.PDF: b"%PDF", Format.DOCX: b"PK\x03\x04"}
