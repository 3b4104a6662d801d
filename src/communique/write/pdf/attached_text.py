"""The text that travels inside a PDF: an associated file (ISO 19005-3, 6.8; ISO 32000-1, 7.11.4)."""

from datetime import UTC, datetime
from typing import Any

import pydyf  # type: ignore[import-untyped]

from communique.model.theme import Asset
from communique.write.pdf.structure import Pdf

RELATIONSHIP = "/Source"
"""What the text is to the pages: the words that they were made from."""


def attach(pdf: Pdf, text: Asset, created: datetime | None) -> None:
    """Put a Markdown text into a PDF, named in the tree of its files and as a file of the whole document.

    Its dates are those of the document: a clock would change the bytes with each run.
    """
    data = pydyf.Stream([text.data], _about(text, created), compress=True)
    pdf.add_object(data)
    inside = pydyf.Dictionary({"F": data.reference, "UF": data.reference})
    name = pydyf.String(text.name)
    file = pydyf.Dictionary({"Type": "/Filespec", "F": name, "UF": name, "EF": inside, "AFRelationship": RELATIONSHIP})
    pdf.add_object(file)
    files = pydyf.Dictionary({"Names": pydyf.Array((name, file.reference))})
    pdf.catalog["Names"] = pydyf.Dictionary({**pdf.catalog.get("Names", {}), "EmbeddedFiles": files})
    pdf.catalog["AF"] = pydyf.Array((file.reference,))


def _about(text: Asset, created: datetime | None) -> dict[str, Any]:
    known = pydyf.Dictionary({"Size": len(text.data)})
    if created is not None:
        moment = created if created.tzinfo else created.replace(tzinfo=UTC)
        date = pydyf.String(moment.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ"))
        known |= {"CreationDate": date, "ModDate": date}
    return {"Type": "/EmbeddedFile", "Subtype": "/text#2fmarkdown", "Params": pydyf.Dictionary(known)}
