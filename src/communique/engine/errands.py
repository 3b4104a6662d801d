"""From the two lists to errands: who is given which papers, and for which row that cannot be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.diagnostics.codes.distribution import RESERVED_NAME, UNWRITTEN_LANGUAGE
from communique.diagnostics.diagnostic import Diagnostic
from communique.engine.errand import DISTRIBUTION, Errand, Item, is_personal
from communique.engine.undertaking import Undertaking
from communique.model.addressee import Addressee, Enclosure
from communique.model.audience import Audience
from communique.model.copies import Numbers
from communique.model.dossier import Dossier
from communique.model.file_names import alike
from communique.model.kind import Format, Kind, Scope
from communique.model.labels import Labels
from communique.model.recipient import Recipient
from communique.model.sets import OFFICERS, OFFICERS_PLACE, PORTAL_PLACE, PRINTED_FOR
from communique.model.settings import Settings

COVERING_NOTE = "covering-note"


@dataclass(frozen=True, slots=True)
class Texts:
    """The interventions of a meeting that go out, each by its name, and the kinds there are."""

    meeting: str
    dossiers: Mapping[str, Dossier]
    kinds: Mapping[str, Kind]

    @classmethod
    def of(cls, meeting: str, undertakings: Iterable[Undertaking], kinds: Mapping[str, Kind]) -> "Texts":
        """Those that could be read."""
        return cls(meeting, {one.dossier.name: one.dossier for one in undertakings if one.dossier}, kinds)

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language that some intervention is written in."""
        return tuple(dict.fromkeys(language for one in self.dossiers.values() for language in one.languages))


def faults(recipient: Recipient, texts: Texts) -> Iterator[Diagnostic]:
    """Why a row that reads well cannot be served."""
    if alike(recipient.place) in {OFFICERS_PLACE, PORTAL_PLACE}:
        message = f'"{recipient.name}" would lie in the folder of another set'
        yield RESERVED_NAME.at(recipient.span, message, help="write the name otherwise")
    for name, dossier in texts.dossiers.items():
        if recipient.language not in dossier.languages:
            written = ", ".join(dossier.languages)
            message = (
                f"{recipient.name} is to have {recipient.language}, and {texts.meeting}/{name} is written in {written}"
            )
            yield UNWRITTEN_LANGUAGE.at(recipient.span, message, help=UNWRITTEN_LANGUAGE.right)


def errand_of(recipient: Recipient, texts: Texts, numbers: Numbers | None) -> Errand:
    """What a recipient is to be given; `numbers` are its copy numbers, if it has any."""
    items = tuple(
        _item(texts, dossier, texts.kinds[kind], recipient.language, recipient)
        for dossier in texts.dossiers.values()
        for kind in recipient.kinds
        if kind != COVERING_NOTE
    )
    numbered = tuple(Addressee(recipient.name, number, numbers.of) for number in numbers.numbers) if numbers else ()
    place = f"{texts.meeting}/{DISTRIBUTION}/{recipient.audience}/{recipient.place}"
    errand = Errand(
        name=recipient.name,
        place=place,
        audience=recipient.audience,
        language=recipient.language,
        items=tuple(item for item in items if item.formats),
        addressees=numbered or (Addressee(recipient.name),),
        recipient=recipient,
    )
    return with_note(errand, texts, recipient.language, recipient)


def sets(texts: Texts, settings: Settings, labels: Labels) -> tuple[Errand, Errand]:
    """The conference officers' set, with its covering note, and the portal's: public papers alone."""
    items = tuple(
        _item(texts, dossier, kind, language, None)
        for dossier in texts.dossiers.values()
        for language in dossier.languages
        for kind in texts.kinds.values()
        if kind.scope is Scope.INTERVENTION and kind.audience is Audience.PUBLIC and not is_personal(kind)
    )
    home = f"{texts.meeting}/{DISTRIBUTION}/{Audience.PUBLIC}"
    language = settings.languages[0]
    counts = dict(settings.printed_copies)
    printed = tuple((who, counts[who]) for who in PRINTED_FOR if who in counts)
    officers = labels.wording(OFFICERS)
    public = Audience.PUBLIC
    to_officers = Errand(officers, f"{home}/{OFFICERS_PLACE}", public, language, items, (Addressee(officers),))
    to_portal = Errand("", f"{home}/{PORTAL_PLACE}", public, language, items, ())
    return with_note(to_officers, texts, language, None, printed), to_portal


def with_note(
    errand: Errand,
    texts: Texts,
    language: str,
    recipient: Recipient | None,
    printed: Sequence[tuple[str, int]] = (),
) -> Errand:
    """The errand with its covering note, where the templates have one."""
    kind = texts.kinds.get(COVERING_NOTE)
    if kind is None:
        return errand
    enclosed = tuple(Enclosure(item.title, item.kind.title, item.language, item.formats) for item in errand.items)
    addressee = Addressee(errand.name, printed=tuple(printed), enclosures=enclosed)
    return replace(errand, note=Item(kind, language, _formats(kind, recipient)), covering=addressee)


def _item(texts: Texts, dossier: Dossier, kind: Kind, language: str, recipient: Recipient | None) -> Item:
    known = dossier.speech(language).particulars
    return Item(
        kind=kind,
        language=language,
        formats=_formats(kind, recipient),
        intervention=dossier.name,
        folder=f"{texts.meeting}/{dossier.name}",
        title=known.title or known.full_title,
        revision=known.revision,
    )


def _formats(kind: Kind, recipient: Recipient | None) -> tuple[Format, ...]:
    return tuple(form for form in kind.formats if recipient is None or form in recipient.formats)
