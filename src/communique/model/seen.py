"""The digest by which a talking point remembers the paragraphs it was confirmed on (`seen=`)."""

from collections.abc import Iterable
from hashlib import sha256

from communique.model.block import Paragraph
from communique.model.cut import cut
from communique.model.inline import Cue, plain


def seen(paragraphs: Iterable[Paragraph]) -> str:
    """Eight hex digits of the public words of the paragraphs, values of facts included.

    Spaces, marks on words and cues do not count: only what the room can read does.
    """
    words = [plain(cut(paragraph.children, _is_cue)).split() for paragraph in paragraphs]
    spelled = "\n".join(map(" ".join, words))
    return sha256(spelled.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _is_cue(node: object) -> bool:
    return isinstance(node, Cue)
