"""Fields: what Word keeps up to date by itself (ECMA-376-1, 17.16)."""

from communique.write.docx.xml import escape, text, w


def field(instruction: str, shown: str, properties: str = "") -> str:
    """A field with the result it has now; `properties` is the `w:rPr` of its runs."""
    return begin(instruction, properties) + w("r", properties + text(shown)) + end(properties)


def begin(instruction: str, properties: str = "") -> str:
    """The runs of a field up to its result."""
    code = f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    return _mark("begin", properties) + w("r", properties + code) + _mark("separate", properties)


def end(properties: str = "") -> str:
    """The run that closes a field."""
    return _mark("end", properties)


def _mark(kind: str, properties: str) -> str:
    return w("r", properties + w("fldChar", fldCharType=kind))
