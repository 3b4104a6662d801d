"""A stencil: a paper made once with marks where an addressee's fields go, and filled in for each addressee.

The marks are words and numbers that no text has. Whether filling in gives what the template would have printed is
not taken on trust: `engine/packs.py` renders one more addressee the long way and compares.
"""

from collections.abc import Callable
from dataclasses import replace

from communique.model.addressee import Addressee

NAMES = {"ltr": "Qjxzvqaddresseeqvzxjq", "rtl": "قغظضثقغظضثق"}
"""What stands for a name, in letters of the direction that the paper runs."""
COPY_NUMBER, COPIES = 7300000011, 7300000037
OTHERS = {"ltr": "Another’s name & title", "rtl": "اسم آخر"}


def marked(addressee: Addressee, direction: str) -> Addressee:
    """The addressee with marks in place of its fields; what is unknown of it stays so, and so do its lists."""
    return _with(addressee, NAMES[direction], COPY_NUMBER, COPIES)


def another(addressee: Addressee, direction: str) -> Addressee:
    """Some addressee with the same fields known: a stencil is tried out on it."""
    return _with(addressee, OTHERS[direction], 41, 58)


def filled(text: str, addressee: Addressee, written: Callable[[str], str]) -> str:
    """A text with marks, filled in; `written` sets and escapes a name as the text around it was."""
    name = written(addressee.name)
    for mark in NAMES.values():
        text = text.replace(mark, name)
    numbers = {COPY_NUMBER: addressee.copy_number, COPIES: addressee.copies}
    for number, value in numbers.items():
        text = text.replace(str(number), "" if value is None else str(value))
    return text


def has_marks(text: str) -> bool:
    """True when an addressee's field stands somewhere in the text."""
    return any(mark in text for mark in (*NAMES.values(), str(COPY_NUMBER), str(COPIES)))


def _with(addressee: Addressee, name: str, number: int, copies: int) -> Addressee:
    return replace(
        addressee,
        name=name,
        copy_number=None if addressee.copy_number is None else number,
        copies=None if addressee.copies is None else copies,
    )
