"""A mail holds what was put into it, in signs that every server carries, and always in the same bytes."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import SMTP

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.deliver.mail import Attachment, Mail, identity_of
from communique.model.file_names import file_name_of

NAMES = ["Côte d'Ivoire", "Türkiye", "Lao People's Democratic Republic", "الأردن", "CON", "../x", "=cmd|' /C calc'!A0"]
line = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=200).map(
    lambda text: " ".join(text.split()) or "x"
)


def mail(subject="Papers", text="Words.\n", names=("statement.en.pdf", "statement.en.docx")) -> Mail:
    attachments = tuple(Attachment(name, name.encode()) for name in names)
    return Mail("mission@example.org", "one@example.org", subject, text, identity_of("m", *names), attachments)


def read(data: bytes):
    return message_from_bytes(data, policy=SMTP)


def test_a_draft_is_opened_as_one_and_holds_everything():
    message = read(mail().draft())
    assert message["X-Unsent"] == "1"
    assert (message["From"], message["To"], message["Subject"]) == ("mission@example.org", "one@example.org", "Papers")
    assert "Date" not in message and "Message-ID" not in message
    body, pdf, word = message.iter_parts()
    assert body.get_content().replace("\r\n", "\n") == "Words.\n"
    assert [(part.get_filename(), part.get_content_type()) for part in (pdf, word)] == [
        ("statement.en.pdf", "application/pdf"),
        ("statement.en.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ]
    assert pdf.get_content() == b"statement.en.pdf"


def test_what_is_sent_says_when_and_which_mail_it_is():
    message = read(mail().sent(datetime(2026, 11, 24, 19, tzinfo=UTC)))
    assert "X-Unsent" not in message
    assert message["Date"] == "Tue, 24 Nov 2026 19:00:00 +0000"
    assert message["Message-ID"] == f"<{identity_of('m', 'statement.en.pdf', 'statement.en.docx')}@example.org>"


def test_the_same_mail_is_the_same_bytes():
    assert mail().draft() == mail().draft()
    assert mail(names=("a.pdf",)).message_id != mail(names=("b.pdf",)).message_id


@settings(max_examples=60)
@given(subject=line, text=line, name=line | st.sampled_from([*NAMES, "x" * 300, "é" * 300]))
def test_words_and_names_of_all_scripts_come_out_whole(subject, text, name):
    attachment = f"{file_name_of(name)}.pdf"
    data = mail(subject, f"{text}\n.\n..\n", (attachment,)).sent(datetime(2026, 11, 24, tzinfo=UTC))
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 998  # RFC 5322, 2.1.1
    message = read(data)
    assert str(message["Subject"]) == subject
    body, pdf = message.iter_parts()
    assert body.get_content().replace("\r\n", "\n") == f"{text}\n.\n..\n"
    assert pdf.get_filename() == attachment
