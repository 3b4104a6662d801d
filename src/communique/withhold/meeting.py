"""The edition of a whole meeting: for papers that are about no single intervention, such as a covering note."""

from communique.model.audience import Audience
from communique.model.edition import Edition
from communique.model.meeting import Meeting
from communique.model.particulars import Delivery, Particulars


def meeting_edition(meeting: Meeting, audience: Audience, language: str, direction: str) -> Edition:
    """What is public of a meeting, and no text; `direction` is that of the language, "ltr" or "rtl"."""
    return Edition(
        audience=audience,
        language=language,
        direction=direction,
        meeting=meeting.folder,
        name="",
        particulars=Particulars(
            full_title=meeting.name,
            delegation=meeting.delegation,
            meeting=meeting.name,
            meeting_short=meeting.short_name,
            place=meeting.place,
            begins=meeting.begins,
            ends=meeting.ends,
            delivery=Delivery.NONE,
            contact=meeting.contact,
        ),
        speech=(),
    )
