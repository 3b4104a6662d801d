"""An errand: what one recipient, or one set, is to be given, before anything of it is made."""

import re
from dataclasses import dataclass, field

from communique.model.addressee import Addressee
from communique.model.audience import Audience
from communique.model.kind import Format, Kind, Scope
from communique.model.recipient import Recipient

DISTRIBUTION = "distribution"
"""The folder of a meeting's parcels in `build/`."""

NAMES_RECIPIENT = re.compile(r"\brecipient\.|\b(?:addressee|copy_number)\(")
"""What a template writes that says whose copy it is: the recipient's fields, or the shipped macros that print them."""


@dataclass(frozen=True, slots=True)
class Item:
    """One kind of one intervention in one language, in these formats; or one about the whole meeting.

    `title` is that of the intervention, `revision` that of its text, `folder` its place below `build/`.
    """

    kind: Kind = field(repr=False)
    language: str
    formats: tuple[Format, ...]
    intervention: str = ""
    folder: str = ""
    title: str = ""
    revision: int | None = None

    @property
    def is_personal(self) -> bool:
        """True for a paper that is made for each recipient by itself."""
        return is_personal(self.kind)

    def stem(self, number: int | None = None) -> str:
        """The name of its files without the ending."""
        whose = f"{self.intervention}-" if self.intervention else ""
        copy = f".copy-{number}" if number is not None else ""
        return f"{whose}{self.kind.name}.{self.language}{copy}"


@dataclass(frozen=True, slots=True)
class Errand:
    """All that lies in one parcel; `addressees` are its numbered copies, or one without a number.

    `items` are the chosen papers; `note` is the covering note that goes with them, if any.
    """

    name: str
    place: str
    audience: Audience
    language: str
    items: tuple[Item, ...]
    addressees: tuple[Addressee, ...]
    note: Item | None = None
    covering: Addressee | None = None
    recipient: Recipient | None = None


def is_personal(kind: Kind) -> bool:
    """True for a kind that is about a recipient, and for one whose template names the recipient when there is one."""
    return kind.scope is Scope.RECIPIENT or NAMES_RECIPIENT.search(kind.template.text) is not None
