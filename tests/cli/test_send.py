"""`communique send` as one types it: what it asks, what it refuses, where it finds user and password."""

import ssl
import sys
from datetime import UTC, date, datetime
from hashlib import sha256
from shutil import copytree

import keyring
import pytest
import trustme
from keyring.backend import KeyringBackend
from keyring.credentials import SimpleCredential

from communique.cli.credentials import PASSWORD, USER, credentials
from communique.deliver.register import open_register
from communique.deliver.smtp import Credentials
from communique.read.workspace import open_workspace
from desk import ROOT, communique, typed
from mail_server import Post, mail_server
from mailing_desk import delegations, distributed, meeting_desk, route


@pytest.fixture
def post():
    return Post()


@pytest.fixture
def port(post, tmp_path):
    with mail_server(post) as port:
        meeting_desk(tmp_path, delegations(2), settings=route(port))
        distributed(tmp_path, list(delegations(2)))
        yield port


def test_a_dry_run_shows_who_gets_what_and_sends_nothing(tmp_path, post, port):
    told = typed(tmp_path, "send", "m", "--dry-run")
    assert told.returncode == 0
    assert "Delegation 002  d-002@example.org  public    statement.en.docx, statement.en.pdf" in told.stdout
    assert "2 mails are due; 0 recipients have everything." in told.stdout
    assert post.mails == []


def test_nobody_there_to_be_asked_is_no(tmp_path, post, port):
    told = typed(tmp_path, "send", "m")
    assert told.returncode == 2
    assert "Send 2 mails with 4 files through localhost as mission@example.org" in told.stderr
    assert post.mails == []


@pytest.mark.parametrize(("answer", "arrived"), [("y\n", 2), ("n\n", 0)])
def test_a_person_is_asked_and_the_answer_counts(tmp_path, post, port, monkeypatch, answer, arrived):
    class Terminal:
        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            return answer

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: answer.strip())
    told = typed(tmp_path, "send", "m")
    assert (told.returncode, len(post.mails)) == (0 if arrived else 130, arrived)


def test_a_run_tells_each_mail_and_the_second_has_nothing_to_do(tmp_path, post, port):
    told = typed(tmp_path, "send", "m", "--yes")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.splitlines() == [
        "sent       Delegation 001",
        "sent       Delegation 002",
        "2 of 2 mails were sent.",
    ]
    again = typed(tmp_path, "send", "m", "--yes")
    assert (again.returncode, again.stdout) == (0, "0 mails are due; 2 recipients have everything.\n")
    assert len(post.mails) == 2


def test_who_holds_what_holds_no_longer_is_named_until_they_have_the_new_one(tmp_path, post, port):
    assert typed(tmp_path, "send", "m", "--yes", "--to", "Delegation 001").returncode == 0
    distributed(tmp_path, list(delegations(2)), "two")
    told = typed(tmp_path, "register", "list", "m").stderr
    assert told.count("note CQ728") == 2  # both files of the one who was sent them
    assert "Delegation 001 holds statement.en.pdf, issue 1, and there is a newer one" in told
    assert typed(tmp_path, "send", "m", "--yes").returncode == 0
    assert typed(tmp_path, "register", "list", "m").stderr == ""
    told = typed(tmp_path, "register", "withdraw", "m", "--everyone", "--reason", "wrong figure")
    assert "Delegation 002 has been sent it: ask for it back." in told.stdout
    assert "which was withdrawn" in typed(tmp_path, "register", "check", "m").stderr
    told = typed(tmp_path, "send", "m", "--yes")
    assert (told.returncode, told.stderr.count("note CQ729")) == (0, 2)
    assert post.received == ["d-001@example.org", "d-001@example.org", "d-002@example.org"]


def test_what_is_withdrawn_stays_and_the_rest_of_it_goes(tmp_path, post, port):
    with open_register(open_workspace(tmp_path, date(2026, 11, 24)), "m") as register:
        words = [entry for entry in register.current("Delegation 001") if entry.copy.format == "docx"]
        register.withdraw(words, datetime(2026, 11, 24, tzinfo=UTC), "a slip in Word")
    assert typed(tmp_path, "send", "m", "--yes").returncode == 0
    names = [[part.get_filename() for part in mail.iter_attachments()] for mail in post.mails]
    assert names == [["statement.en.pdf"], ["statement.en.docx", "statement.en.pdf"]]


def test_one_bad_row_stops_everything_and_keep_going_sends_the_rest(tmp_path, post, port):
    table = tmp_path / "content/m/recipients.csv"
    table.write_text(table.read_text().replace("d-002@example.org", "d-002@example,org"))
    told = typed(tmp_path, "send", "m", "--yes")
    assert told.returncode == 1
    assert "content/m/recipients.csv:3:28: error CQ185" in told.stderr
    assert "content/m/recipients.csv:3:42: error CQ186" in told.stderr  # the comma is one cell too many
    assert "Nothing was sent." in told.stderr
    assert post.mails == []
    assert typed(tmp_path, "send", "m", "--yes", "--keep-going").returncode == 1
    assert post.received == ["d-001@example.org"]


def test_what_is_unclear_is_told_with_what_to_type(tmp_path, post, port):
    meeting_desk(tmp_path, {"Delegation 001": "silent-1@x.org"}, settings=route(port))
    told = typed(tmp_path, "send", "m", "--yes")
    assert told.returncode == 1
    assert "unclear    Delegation 001: Connection unexpectedly closed" in told.stdout
    assert '--arrived "Delegation 001"' in told.stderr
    assert str(post.mails[0]["Message-ID"]) in told.stderr
    assert "CQ734" in typed(tmp_path, "send", "m", "--yes").stderr
    assert "CQ734" in typed(tmp_path, "register", "list", "m").stderr
    told = typed(tmp_path, "send", "m", "--arrived", "Delegation 001")
    assert (told.returncode, told.stdout) == (0, "0 mails are due; 1 recipients have everything.\n")
    assert len(post.mails) == 1


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ("", "CQ730"),
        ('[mail]\nhost = "mail.example.org"\nfrom = "a@b.org"\ntls = "none"\n', "CQ113"),
        ('[mail]\nhost = "mail.example.org"\nfrom = "a@b.org"\npassword = "x"\n', "CQ111"),
        ('[mail]\nhost = "mail.example.org"\nfrom = "a b.org"\n', "CQ113"),
    ],
)
def test_settings_that_will_not_do(tmp_path, settings, code):
    meeting_desk(tmp_path, delegations(1), settings=settings)
    distributed_anyway(tmp_path)
    told = typed(tmp_path, "send", "m", "--yes")
    assert told.returncode == 1
    assert code in told.stderr


def distributed_anyway(root):
    settings = (root / "communique.toml").read_text()
    (root / "communique.toml").write_text("")
    distributed(root, list(delegations(1)))
    (root / "communique.toml").write_text(settings)


def test_an_embargo_is_told_and_no_option_passes_over_it(tmp_path, post, port):
    meeting_desk(tmp_path, delegations(2), "release_at: 2999-01-01T00:00Z\n", route(port))
    told = typed(tmp_path, "send", "m", "--yes", "--keep-going")
    assert told.returncode == 1
    assert "CQ731" in told.stderr and "2999-01-01T00:00:00+00:00" in told.stderr
    assert typed(tmp_path, "send", "m", "--dry-run").returncode == 0
    assert post.mails == []


@pytest.mark.parametrize("moment", ["2026-11-24", "2026-11-24T10:00", "2026-13-24T10:00+01:00", "tomorrow"])
def test_a_moment_without_its_zone_is_refused(tmp_path, moment):
    meeting_desk(tmp_path, delegations(1), f"release_at: {moment}\n")
    told = typed(tmp_path, "check")
    assert told.returncode == 1
    assert "content/m/meeting.yaml:4:13: error CQ114" in told.stdout


def test_a_meeting_that_is_none_and_one_without_copies(tmp_path):
    meeting_desk(tmp_path, delegations(1))
    assert 'did you mean "m"' in typed(tmp_path, "send", "mm").stderr
    assert "CQ723" in typed(tmp_path, "send", "m").stderr


def test_a_template_of_ones_own_is_plain_text_and_cannot_reach_out(tmp_path, post, port):
    (tmp_path / "templates").mkdir()
    own = tmp_path / "templates/covering-mail.txt"
    own.write_text("Subject: {{ recipient.name }} & <b>\n\nDear {{ recipient.name }}\n")
    assert typed(tmp_path, "send", "m", "--yes", "--to", "Delegation 001").returncode == 0
    assert str(post.mails[0]["Subject"]) == "Delegation 001 & <b>"
    for text, code in (
        ("Dear colleagues\n", "CQ739"),
        ("Subject: {{ meeting.place }}\n\nx\n", "CQ40"),
        ("Subject: {{ recipient.email }}\n\nx\n", "CQ40"),
        ("Subject: {{ meeting.__class__ }}\n\nx\n", "CQ40"),
        ("Subject: {{ labels('For {name}') }}\n\nx\n", "CQ40"),
        ("Subject: {% if %}\n\nx\n", "CQ40"),
        ("Subject: {{ meeting.place|upper }}\n\nx\n", "CQ40"),
        ("Subject: {{ 'a' * 10000000000 }}\n\nx\n", "CQ408"),
    ):
        own.write_text(text)
        told = typed(tmp_path, "send", "m", "--yes")
        assert (told.returncode, len(post.mails)) == (1, 1), text
        assert "templates/covering-mail.txt:1:" in told.stderr and code in told.stderr, told.stderr


def test_the_password_comes_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv(USER, "desk")
    monkeypatch.setenv(PASSWORD, "secret")
    assert credentials("mail.example.org") == Credentials("desk", "secret")


class Kept(KeyringBackend):
    """A keyring with one entry."""

    priority = 0.1

    def get_credential(self, service, username):
        return SimpleCredential("desk", "kept") if service == "communique mail.example.org" else None

    def get_password(self, service, username):
        return None

    def set_password(self, service, username, password):
        raise NotImplementedError


def test_or_from_the_keyring_and_else_there_is_none(monkeypatch):
    monkeypatch.delenv(USER, raising=False)
    monkeypatch.delenv(PASSWORD, raising=False)
    before = keyring.get_keyring()
    keyring.set_keyring(Kept())
    try:
        assert credentials("mail.example.org") == Credentials("desk", "kept")
        assert credentials("other.example.org") is None
        assert credentials("localhost") is None
    finally:
        keyring.set_keyring(before)


def test_through_a_protected_line_with_a_login(tmp_path, post, monkeypatch):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    for name, value in (("SSL_CERT_FILE", str(tmp_path / "ca.pem")), (USER, "desk"), (PASSWORD, "secret")):
        monkeypatch.setenv(name, value)
    with mail_server(post, tls=context, user=("desk", "secret")) as port:
        meeting_desk(tmp_path, delegations(1), settings=route(port, tls="starttls"))
        distributed(tmp_path, list(delegations(1)))
        told = typed(tmp_path, "send", "m", "--yes")
    assert (told.returncode, len(post.mails)) == (0, 1), told.stderr
    assert "secret" not in "".join(path.read_bytes().decode("latin-1") for path in (tmp_path / "register").iterdir())


@pytest.mark.soak
def test_from_the_lists_to_the_mailbox(tmp_path, post):
    """The whole way with real papers: what arrives is what the register says, byte for byte."""
    copytree(ROOT / "content", tmp_path / "content")
    meeting = tmp_path / "content/ccm-3msp"
    (meeting / "recipients.csv").write_text("name,copies,email\nDelegation 001,2,one@x.org\nالأردن,,two@x.org\n")
    (meeting / "delegation.csv").write_text("name,audience,email\nMission 1,delegation,three@x.org\n")
    with mail_server(post) as port:
        (tmp_path / "communique.toml").write_text(route(port))
        for command in (["distribute", "ccm-3msp"], ["send", "ccm-3msp", "--yes"], ["register", "check", "ccm-3msp"]):
            told = communique(tmp_path, *command)
            assert told.returncode == 0, told.stderr
    with open_register(open_workspace(tmp_path, date(2026, 11, 24)), "ccm-3msp", create=False) as register:
        entries = register.entries()
    assert {entry.state for entry in entries} == {"sent"}
    files = [part.get_content() for mail in post.mails for part in mail.iter_attachments()]
    assert sorted(sha256(data).hexdigest() for data in files) == sorted(entry.copy.sha256 for entry in entries)
    assert {entry.copy.audience.name for entry in entries if entry.copy.recipient != "Mission 1"} == {"PUBLIC"}
