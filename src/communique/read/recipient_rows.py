"""One row of a list to a recipient: what is left out filled in, what cannot be meant told at its cell."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from unicodedata import normalize

from communique.diagnostics.codes import recipients as codes
from communique.diagnostics.diagnostic import Code, Diagnostic
from communique.diagnostics.nearest import did_you_mean
from communique.diagnostics.span import Span
from communique.model.audience import AUDIENCES, Audience
from communique.model.file_names import alike, file_name_of
from communique.model.kind import Format, Kind, Scope
from communique.model.recipient import Recipient, Roll
from communique.model.sets import OFFICERS_PLACE, PORTAL_PLACE
from communique.read.csv_cells import Cell
from communique.read.fields import LANGUAGE_TAG, tag

LONGEST_NAME = 500
UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")  # marks that turn the order of letters round
COPIES = re.compile(r"[1-9]\d{0,3}")
ADDRESS = re.compile(  # RFC 5321, 4.1.2: Dot-string and Domain; no quoted names, no address literals
    r"(?=.{3,254}\Z)(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+"
)
HANDOUT, BRIEFING = "handout-pack", "briefing-pack"
KEPT = {OFFICERS_PLACE, PORTAL_PLACE, "register"}
"""Folders beside those of the recipients."""
LISTABLE = {Scope.INTERVENTION, Scope.RECIPIENT}


@dataclass(frozen=True, slots=True)
class Offer:
    """What a row may ask for. `languages` empty means that they were not looked up."""

    kinds: Mapping[str, Kind]
    languages: tuple[str, ...]
    first_language: str


@dataclass(slots=True)
class RowReader:
    """The cells of one row by column; what is wrong gathers in `found`."""

    roll: Roll
    offer: Offer
    cells: Mapping[str, Cell]
    start: Span
    found: list[Diagnostic] = field(default_factory=list)

    def recipient(self) -> Recipient:
        """The row as it is meant; of use only while nothing was found."""
        name = self._name()
        audience = self._audience()
        kinds = self._kinds(audience)
        return Recipient(
            name=name,
            roll=self.roll,
            audience=audience,
            language=self._language(),
            formats=self._formats(kinds),
            kinds=kinds,
            copies=self._copies(),
            email=self._email(),
            note=self._text("note") or None,
            place=_place(name),
            span=self.start,
        )

    def _text(self, column: str) -> str:
        return self.cells[column].text if column in self.cells else ""

    def _at(self, column: str) -> Span:
        """The cell of a column; where it is empty or missing, that of the name."""
        return self.cells[column].span if self._text(column) else self.start

    def _wrong(self, code: Code, column: str, message: str, help: str) -> None:
        self.found.append(code.at(self._at(column), message, help))

    def _name(self) -> str:
        name = normalize("NFC", " ".join(self._text("name").split()))
        if not name:
            self._wrong(codes.BAD_ROW, "name", "this row has no name", "write one, or empty the row")
        elif UNSEEN.search(name):
            self._wrong(codes.BAD_ROW, "name", "a character that cannot be seen stands here", "type the name anew")
        elif len(name) > LONGEST_NAME:
            self._wrong(codes.BAD_ROW, "name", f"a name of more than {LONGEST_NAME} characters", "shorten it")
        return name

    def _audience(self) -> Audience:
        """The ceiling: for everyone else always the public, whatever a row says."""
        word = self._text("audience")
        if self.roll is Roll.RECIPIENTS:
            if word:
                message = f'this list is for the public alone, and the row asks for "{word}"'
                advice = "take the word out; your own missions and members stand in the list delegation"
                self._wrong(codes.ABOVE_CEILING, "audience", message, advice)
            return Audience.PUBLIC
        if word and word not in AUDIENCES:
            self._unknown("audience", word, AUDIENCES)
        return AUDIENCES.get(word, Audience.PUBLIC)

    def _language(self) -> str:
        word = self._text("language")
        if not word:
            return self.offer.first_language
        if not LANGUAGE_TAG.fullmatch(word):
            known = self.offer.languages or (self.offer.first_language,)
            self._unknown("language", word, known)
            return word
        if self.offer.languages and tag(word) not in self.offer.languages:
            self._unknown("language", word, self.offer.languages)
        return tag(word)

    def _kinds(self, audience: Audience) -> tuple[str, ...]:
        words = self._words("kinds") or (self._default(audience),)
        listable = {name: kind for name, kind in self.offer.kinds.items() if kind.scope in LISTABLE}
        for word in words:
            if word not in listable:
                self._unknown("kinds", word, listable)
            elif not audience.may_read(listable[word].audience):
                need = listable[word].audience
                message = f'"{word}" is for the {need}, and this row may be given what is for the {audience}'
                advice = "take it out"
                if self.roll is Roll.DELEGATION:
                    advice += f", or write {need} in the column audience"
                self._wrong(codes.ABOVE_CEILING, "kinds", message, advice)
        return words

    def _default(self, audience: Audience) -> str:
        briefing = self.offer.kinds.get(BRIEFING)
        allowed = self.roll is Roll.DELEGATION and briefing is not None and audience.may_read(briefing.audience)
        return BRIEFING if allowed else HANDOUT

    def _formats(self, kinds: tuple[str, ...]) -> tuple[Format, ...]:
        words = self._words("formats")
        if not words:
            return tuple(Format)
        made = {form.value for kind in kinds if kind in self.offer.kinds for form in self.offer.kinds[kind].formats}
        for word in words:
            if word not in set(Format):
                self._unknown("formats", word, [form.value for form in Format])
            elif made and word not in made:
                message = f"none of {', '.join(kinds)} is made as {word}"
                self._wrong(codes.UNKNOWN_WISH, "formats", message, f"write {' or '.join(sorted(made))}")
        return tuple(Format(word) for word in words if word in set(Format))

    def _copies(self) -> int:
        word = self._text("copies")
        if word and not COPIES.fullmatch(word):
            advice = "write a whole number from 1 to 9999; empty is one copy without a number"
            self._wrong(codes.BAD_ROW, "copies", f'"{word[:40]}" is no number of copies', advice)
            return 0
        return int(word or 0)

    def _email(self) -> str | None:
        word = self._text("email")
        if word and not ADDRESS.fullmatch(word):
            reason = "are two addresses" if word.count("@") > 1 else "is no plain mail address"
            advice = "one a row, such as name@example.org; a domain with other letters is written as xn--..."
            self._wrong(codes.BAD_ADDRESS, "email", f'"{word[:80]}" {reason}', advice)
        return word or None

    def _words(self, column: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._text(column).split()))

    def _unknown(self, column: str, word: str, known: Iterable[str]) -> None:
        what = {"kinds": "kind", "formats": "format"}.get(column, column)
        listed = ", ".join(sorted(known))
        advice = did_you_mean(word, known) or f"there is: {listed}"
        self._wrong(codes.UNKNOWN_WISH, column, f'there is no {what} "{word[:40]}"', advice)


def _place(name: str) -> str:
    """The name of a recipient's folder; one that is kept for something else is told apart by its digest."""
    return file_name_of(f"{name}." if alike(file_name_of(name)) in KEPT else name)
