"""An intervention's files to its Dossier: everything that was written for it, or every reason why not."""

from dataclasses import fields

from communique.diagnostics.codes import markup
from communique.diagnostics.codes import read as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused, refuse_errors
from communique.diagnostics.span import start_of
from communique.model.block import Block
from communique.model.dossier import Dossier, Speech
from communique.model.paragraph_ids import identify
from communique.model.particulars import Delivery, Particulars
from communique.model.principal import Principal
from communique.model.salutations import Forms, recognise
from communique.model.theme import Asset
from communique.model.venue import Venue
from communique.model.workspace import Workspace
from communique.read.forms import MeetingForm
from communique.read.interventions import Place
from communique.read.languages import direction
from communique.read.markdown.reading import Reading
from communique.read.markdown.text import read_brief, read_speech
from communique.read.merging import Merged, merge
from communique.read.principals import read_principal
from communique.read.references import check_references
from communique.read.salutations import forms_of_address
from communique.read.sources import read_source
from communique.read.texts import Pair, TextFile, Texts, paired, read_texts
from communique.read.typed import fill
from communique.read.venues import read_venue
from communique.read.yaml_tree import Mapping, parse_mapping

UNSURE = {markup.UNDEFINED_FACT, codes.ASSUMED_TITLE, codes.ASSUMED_LANGUAGE}


def read_dossier(workspace: Workspace, place: Place) -> Dossier:
    """All that was read for an intervention; `findings` holds its warnings and notes.

    Refused, with every error of every file, when there is one.
    """
    return _Desk(workspace, place).dossier()


class _Desk:
    """The files of one intervention, being read; what is found gathers in `texts.found`."""

    def __init__(self, workspace: Workspace, place: Place) -> None:
        self.workspace, self.place = workspace, place
        self.texts: Texts = read_texts(workspace, place)
        self.pictures: dict[str, Asset] = {}

    def dossier(self) -> Dossier:
        """The whole; Refused at the end, when all has been looked at."""
        found = self.texts.found
        meeting = self._meeting() if self.place.meeting else None
        pairs = paired(self.workspace, self.texts)
        merged = merge(pairs, meeting, self.workspace.settings, found)
        speeches = tuple(self._speech(pair, merged[pair.language]) for pair in pairs)
        venue, principal = self._venue(merged), self._principal(merged)
        refuse_errors(self._findings())
        pictures = tuple(self.pictures[name] for name in sorted(self.pictures))
        sources = tuple(self.texts.sources)
        return Dossier(
            self.place.meeting, self.place.name, speeches, pictures, venue, principal, sources, self._findings()
        )

    def _findings(self) -> tuple[Diagnostic, ...]:
        """Each finding once; where a front matter is broken, nothing is said to be missing from it."""
        found = dict.fromkeys(self.texts.found)
        return tuple(one for one in found if self.texts.complete or one.code not in UNSURE)

    def _meeting(self) -> tuple[MeetingForm, Mapping] | None:
        root = self.workspace.root
        path = self.workspace.content / self.place.meeting / "meeting.yaml"
        shown = path.relative_to(root).as_posix()
        if not path.exists():
            message = f"the meeting {self.place.meeting} has no meeting.yaml"
            advice = f"write {shown} with at least a line name: ..."
            self.texts.found.append(codes.MISSING_MEETING.at(start_of(shown), message, advice))
            self.texts.complete = False
            return None
        try:
            source = read_source(path, shown, root)
            self.texts.sources.append(source)
            tree = parse_mapping(source)
            return fill(MeetingForm, tree), tree
        except Refused as refused:
            self.texts.found += refused.diagnostics
            self.texts.complete = False
            return None

    def _speech(self, pair: Pair, merged: Merged) -> Speech:
        reading, blocks = self._read(pair.speech, merged)
        briefs = [self._read(brief, merged) for brief in pair.briefs]

        def forms(language: str | None) -> Forms | None:
            return forms_of_address(language or pair.language)

        blocks = identify(recognise(blocks, forms))
        self.texts.found += check_references(blocks, reading, [other for other, _ in briefs])
        brief = tuple(block for _, inner in briefs for block in inner)
        particulars = self._particulars(pair, merged)
        places = {key: given.span for key, given in merged.values.items()}
        return Speech(pair.language, direction(pair.language), particulars, blocks, brief, merged.facts, places)

    def _read(self, file: TextFile, merged: Merged) -> tuple[Reading, tuple[Block, ...]]:
        facts = {fact.name: fact for fact in merged.facts}
        reading = Reading(file.source, file.path.parent, self.workspace.root, facts, pictures=self.pictures)
        read = read_speech if file.role == "speech" else read_brief
        blocks = read(reading, file.first_line)
        self.texts.found += reading.found
        return reading, blocks

    def _particulars(self, pair: Pair, merged: Merged) -> Particulars:
        known = {field.name for field in fields(Particulars)}
        values = {key: given.value for key, given in merged.values.items() if key in known}
        if "full_title" not in values:
            values["full_title"] = values.get("title") or self.place.name
            if "title" not in values:
                message = f'this speech has no title; "{self.place.name}" stands in for the document properties'
                at = start_of(pair.speech.source.path)
                self.texts.found.append(codes.ASSUMED_TITLE.at(at, message, "write title: ... in the front matter"))
        values["delivery"] = Delivery(values.get("delivery", Delivery.CHECK))
        return Particulars(**values)

    def _venue(self, merged: dict[str, Merged]) -> Venue | None:
        given = next((one.values["venue"] for one in merged.values() if "venue" in one.values), None)
        if given is None:
            return None
        try:
            return read_venue(self.workspace, given.value, given.span)
        except Refused as refused:
            self.texts.found += refused.diagnostics
            return None

    def _principal(self, merged: dict[str, Merged]) -> Principal | None:
        given = next((one.values["principal"] for one in merged.values() if "principal" in one.values), None)
        if given is None:
            return None
        try:
            return read_principal(self.workspace, given.value, given.span)
        except Refused as refused:
            self.texts.found += refused.diagnostics
            return None
