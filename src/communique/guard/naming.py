"""How words are shown in a message."""

MOST = 60


def quoted(words: str) -> str:
    """The words in quotation marks, cut where they grow long; never more than a line."""
    flat = " ".join("".join(char if char.isprintable() else " " for char in words).split())
    return f'"{flat}"' if len(flat) <= MOST else f'"{flat[: MOST - 1].rstrip()}…"'
