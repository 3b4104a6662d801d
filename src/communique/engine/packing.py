"""Packing: errands become parcels. What lies in its place as it would be made is not made again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from communique.deliver.names import name_of, place_of
from communique.deliver.parcel import README, Parcel, lies_there
from communique.deliver.readme import readme
from communique.diagnostics.codes.deliver import UNWRITABLE_PLACE
from communique.diagnostics.codes.distribution import LAID_OUT_ANEW
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused
from communique.engine.bench import equip
from communique.engine.copies import Copied
from communique.engine.errand import Errand, Item
from communique.engine.job import Job, Stock
from communique.engine.key import ingredients, key_of
from communique.engine.printing import PatternTask, Supply, Wanted, make_copies, make_patterns
from communique.engine.store import Store
from communique.model.addressee import Addressee
from communique.model.copies import Copy
from communique.model.digest import digest
from communique.model.meeting import Meeting
from communique.model.withheld import Withheld
from communique.model.workspace import Workspace
from communique.render.printing import direction_of
from communique.withhold.meeting import meeting_edition

VERSION = "1"
"""To be raised when parcels of the same papers come out otherwise."""


@dataclass(frozen=True, slots=True)
class Personal:
    """One paper that is made for an addressee, and the name of its files without the ending."""

    item: Item
    addressee: Addressee
    stem: str

    @property
    def pattern(self) -> tuple[object, ...]:
        """What it shares with the papers that are copies of one pattern."""
        whom = self.addressee
        numbered = whom.copy_number is not None
        item = self.item
        return (item.folder, item.kind.name, item.language, item.formats, numbered, whom.printed, whom.enclosures)


@dataclass(frozen=True, slots=True)
class Packed:
    """An errand and its parcel, None where it lies in place already; `copies` are its papers for the register."""

    errand: Errand
    parcel: Parcel | None = None
    copies: tuple[Copy, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    key: str = ""

    @property
    def is_refused(self) -> bool:
        """True when nothing of it may be handed over."""
        return any(finding.is_error for finding in self.findings)


@dataclass(slots=True)
class Packing:
    """What parcels of a meeting are packed from. `jobs`: by folder, kind and language; `names`: of all recipients."""

    workspace: Workspace
    meeting: Meeting
    stock: Stock
    names: tuple[str, ...]
    jobs: Mapping[tuple[str, str, str], Job]
    hands: int
    _shared: dict[str, bytes] = field(default_factory=dict)
    _keys: dict[tuple[object, ...], str] = field(default_factory=dict)

    def packed(self, errands: Sequence[Errand]) -> Iterator[Packed]:
        """Each errand packed, those that lie in place first."""
        due: list[tuple[Errand, str]] = []
        for errand in errands:
            key = self._key(errand)
            if (known := self._known(errand, key)) is None:
                due.append((errand, key))
            else:
                yield known
        if due:
            yield from self._made(due)

    def remember(self, packed: Packed, zip_digest: str) -> None:
        """Note what a parcel holds, so that it is known again."""
        if packed.parcel is not None:
            files = [[name, sha256(data).hexdigest()] for name, data in packed.parcel.members]
            self._store.keep_note(packed.key, {"files": files, "zip": zip_digest})

    @property
    def _store(self) -> Store:
        return Store(self.workspace.store)

    def _made(self, due: Sequence[tuple[Errand, str]]) -> Iterator[Packed]:
        """The parcels that are not there yet: patterns first, then the copies, as they are done."""
        equip()
        papers = [_personal(errand) for errand, _ in due]
        tasks = {paper.pattern: self._task(paper) for each in papers for paper in each}
        supply = Supply(self.stock, self.names)
        patterns = make_patterns(tuple(tasks.values()), supply, self.hands)
        number = {pattern: at for at, pattern in enumerate(tasks)}
        faults = tuple(finding for pattern in patterns for finding in pattern.findings)
        if any(finding.is_error for finding in faults):
            raise Refused(*faults)
        supply = replace(supply, patterns=patterns)
        wanted = [tuple(Wanted(number[paper.pattern], paper.addressee) for paper in each) for each in papers]
        told = set[str]()
        for at, copied in make_copies(wanted, supply, self.hands):
            anew = [
                f"{paper.item.kind.name}.{paper.item.language}: {one.anew}"
                for paper, one in zip(papers[at], copied, strict=True)
                if one.anew
            ]
            remarks = [_anew(reason) for reason in dict.fromkeys(anew) if reason not in told]
            told.update(anew)
            yield self._parcel(*due[at], papers[at], copied, (*faults, *remarks))
            faults = ()

    def _parcel(
        self, errand: Errand, key: str, papers: Sequence[Personal], copied: Sequence[Copied], also: Sequence[Diagnostic]
    ) -> Packed:
        files = dict(self._shared_files(errand))
        for paper, one in zip(papers, copied, strict=True):
            files |= {f"{paper.stem}.{artefact.format}": artefact.data for artefact in one.artefacts}
        findings = (*also, *(finding for one in copied for finding in one.findings))
        files[README] = self._readme(errand)
        parcel = Parcel(errand.place, errand.audience, tuple(files.items()))
        digests = {name: sha256(data).hexdigest() for name, data in files.items()}
        return Packed(errand, parcel, tuple(_copies(errand, digests)), findings, key)

    def _known(self, errand: Errand, key: str) -> Packed | None:
        """The errand as it lies in place; None when it does not, or not as it would be made."""
        note: dict[str, Any] | None = self._store.note(key)
        if note is None:
            return None
        digests = {str(name): str(told) for name, told in note["files"]}
        if not lies_there(errand.place, digests.items(), str(note["zip"]), self.workspace.build):
            return None
        return Packed(errand, None, tuple(_copies(errand, digests)), key=key)

    def _key(self, errand: Errand) -> str:
        """One digest of all that decides the bytes of a parcel."""
        personal = tuple((self._pattern_key(paper), paper.addressee, paper.stem) for paper in _personal(errand))
        shared = tuple((name, sha256(data).hexdigest()) for name, data in self._shared_files(errand))
        return digest((VERSION, errand.place, str(errand.audience), personal, shared, self._readme(errand)))

    def _pattern_key(self, paper: Personal) -> str:
        if paper.pattern not in self._keys:
            self._keys[paper.pattern] = key_of(ingredients(self._task(paper).job, self.stock))
        return self._keys[paper.pattern]

    def _task(self, paper: Personal) -> PatternTask:
        item = paper.item
        if item.intervention:
            job = self.jobs[item.folder, item.kind.name, item.language]
        else:
            edition = meeting_edition(self.meeting, item.kind.audience, item.language, direction_of(item.language))
            job = Job(self.meeting.folder, edition, Withheld(), item.kind, item.formats)
        return PatternTask(replace(job, formats=item.formats), paper.addressee)

    def _shared_files(self, errand: Errand) -> Iterator[tuple[str, bytes]]:
        """The papers that are the same for all, as they lie in build/."""
        for item in errand.items:
            if not item.is_personal:
                fields = {"kind": item.kind.name, "intervention": item.intervention, "meeting": self.meeting.folder}
                name = name_of(self.workspace.settings.name, language=item.language, **fields)
                for form in item.formats:
                    place = place_of(item.folder, item.kind.audience, name, form)
                    yield f"{item.stem()}.{form}", self._read(place)

    def _read(self, place: str) -> bytes:
        if place not in self._shared:
            try:
                self._shared[place] = (self.workspace.build / place).read_bytes()
            except OSError as error:
                message = f"build/{place}: {(error.strerror or str(error)).lower()}"
                raise Refused(UNWRITABLE_PLACE.at(None, message, "communique build makes it again")) from None
        return self._shared[place]

    def _readme(self, errand: Errand) -> bytes:
        papers = [f"{stem}.{form}" for _, stem, _, forms in _listed(errand) for form in forms]
        name = errand.place.rpartition("/")[2]
        return readme(self.meeting, errand.language, errand.name, papers, f"{name}.zip")


def _personal(errand: Errand) -> tuple[Personal, ...]:
    """The papers of an errand that are made for its addressee, the covering note first."""
    return tuple(Personal(item, whom, stem) for item, stem, whom, _ in _listed(errand) if whom is not None)


def _listed(errand: Errand) -> Iterator[tuple[Item, str, Addressee | None, tuple[str, ...]]]:
    """Every paper of an errand: what it is, the name of its files, whom it is made for, in which formats."""
    if errand.note is not None and errand.covering is not None:
        yield errand.note, errand.note.stem(), errand.covering, errand.note.formats
    for item in errand.items:
        if not item.is_personal:
            yield item, item.stem(), None, item.formats
        else:
            for addressee in errand.addressees:
                yield item, item.stem(addressee.copy_number), addressee, item.formats


def _copies(errand: Errand, digests: Mapping[str, str]) -> Iterator[Copy]:
    """What the register is told of a parcel: its papers."""
    if errand.recipient is None:
        return
    for item, stem, addressee, formats in _listed(errand):
        for form in formats:
            yield Copy(
                recipient=errand.name,
                roll=errand.recipient.roll,
                audience=errand.audience,
                intervention=item.intervention,
                kind=item.kind.name,
                language=item.language,
                format=form,
                place=f"{errand.place}/{stem}.{form}",
                sha256=digests[f"{stem}.{form}"],
                number=addressee.copy_number if addressee else None,
                of=addressee.copies if addressee else None,
                revision=item.revision,
            )


def _anew(reason: str) -> Diagnostic:
    return LAID_OUT_ANEW.at(None, f"laid out for each copy by itself: {reason}", help=LAID_OUT_ANEW.right)
