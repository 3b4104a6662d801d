"""What becomes of a mail with servers that refuse, put off, hang up and are slow: the truth, each time."""

import ssl

import pytest
import trustme

from communique.deliver import smtp
from communique.deliver.smtp import Credentials, State, Unreachable, hand_over, session
from communique.diagnostics.refused import Refused
from communique.model.mail_route import Protection, Route, is_this_machine
from mail_server import Post, mail_server

DATA = b"Subject: x\r\n\r\n.a line with a dot\r\n"


def route(port: int, **how: object) -> Route:
    return Route(
        **{"host": "localhost", "sender": "a@b.org", "port": port, "protection": Protection.NONE, "timeout": 1} | how
    )


def handed(port: int, address: str, data: bytes = DATA, known=None, **how: object):
    """Outcome, and what was noted down right before the dot."""
    noted: list[str] = []
    way = route(port, **how)
    with session(way, lambda: known) as server:
        outcome = hand_over(server, way, address, data, lambda: noted.append("offered"))
    return outcome.state, outcome.reply, noted


def test_a_mail_that_is_taken_arrives_once_and_whole():
    post = Post()
    with mail_server(post) as port:
        assert handed(port, "one@example.org") == (State.SENT, "250 2.0.0 taken", ["offered"])
    assert [mail.get_content().strip() for mail in post.mails] == [".a line with a dot"]


@pytest.mark.parametrize(
    ("address", "state", "reply", "noted", "arrived"),
    [
        ("refused@x.org", State.REFUSED, "550 5.1.1 no such user", [], 0),
        ("spam@x.org", State.REFUSED, "554 5.7.1 not wanted here", ["offered"], 0),
        ("later@x.org", State.POSTPONED, "451 4.7.1 try again later", [], 0),
        ("busy@x.org", State.POSTPONED, "452 4.3.1 no room at this moment", ["offered"], 0),
        ("hangsup@x.org", State.POSTPONED, "Connection unexpectedly closed", [], 0),
        ("silent@x.org", State.OFFERED, "Connection unexpectedly closed", ["offered"], 1),
        ("swallowed@x.org", State.OFFERED, "Connection unexpectedly closed", ["offered"], 0),
    ],
)
def test_each_bad_day_is_told_as_it_is(address, state, reply, noted, arrived):
    post = Post()
    with mail_server(post) as port:
        told = handed(port, address)
    assert (told[0], told[2], len(post.mails)) == (state, noted, arrived)
    assert reply in told[1] or "reset" in told[1]


def test_a_server_that_does_not_answer_in_time_leaves_it_open(monkeypatch):
    monkeypatch.setattr(smtp, "PATIENCE", 0.1)
    with mail_server(Post(slowness=1)) as port:
        state, reply, noted = handed(port, "slow@x.org", timeout=2)
    assert (state, noted) == (State.OFFERED, ["offered"])
    assert "timed out" in reply


def test_a_mail_that_is_never_ended_never_arrives():
    """Killed right before the dot: the server has all of it but the end, and drops it."""

    class KilledError(Exception):
        pass

    def die() -> None:
        raise KilledError

    post = Post()
    with mail_server(post) as port:
        with pytest.raises(KilledError), session(route(port), lambda: None) as server:
            hand_over(server, route(port), "one@example.org", DATA, die)
        assert handed(port, "two@example.org")[0] is State.SENT
    assert len(post.mails) == 1


def test_a_mail_larger_than_the_server_takes_is_not_even_begun():
    post = Post()
    with mail_server(post, size=1000) as port:
        state, reply, noted = handed(port, "one@x.org", DATA * 100)
    assert (state, noted) == (State.REFUSED, [])
    assert "at most 1000" in reply


def test_nobody_at_home_is_told():
    with mail_server(Post()) as port:
        pass
    with pytest.raises(Unreachable, match="refused"), session(route(port), lambda: None):
        pass


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture(scope="module")
def certificate(authority):
    return authority.issue_cert("localhost")


def contexts(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def trusting(authority, monkeypatch, tmp_path):
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))


def test_a_protected_line_with_a_login(authority, certificate, monkeypatch, tmp_path):
    trusting(authority, monkeypatch, tmp_path)
    post = Post()
    with mail_server(post, tls=contexts(certificate), user=("desk", "secret")) as port:
        way = {"protection": Protection.STARTTLS}
        assert handed(port, "one@x.org", known=Credentials("desk", "secret"), **way)[0] is State.SENT
        with pytest.raises(Refused) as refused:
            handed(port, "one@x.org", known=Credentials("desk", "wrong"), **way)
        assert refused.value.diagnostics[0].code.number == "CQ738"
        assert "wrong" not in str(refused.value)
    assert len(post.mails) == 1


def test_a_line_that_cannot_be_trusted_carries_nothing(certificate):
    post = Post()
    with mail_server(post, tls=contexts(certificate)) as port, pytest.raises(Refused) as refused:
        handed(port, "one@x.org", protection=Protection.STARTTLS)
    assert refused.value.diagnostics[0].code.number == "CQ737"
    assert post.mails == []


def test_a_server_without_protection_is_refused_where_it_is_asked_for():
    post = Post()
    with mail_server(post) as port, pytest.raises(Refused) as refused:
        handed(port, "one@x.org", protection=Protection.STARTTLS)
    assert refused.value.diagnostics[0].code.number == "CQ737"
    assert post.mails == []


def test_a_password_is_shown_nowhere():
    assert "secret" not in repr(Credentials("desk", "secret"))


@pytest.mark.parametrize(
    ("host", "this"),
    [("localhost", True), ("127.0.0.1", True), ("[::1]", True), ("127.example.org", False), ("10.0.0.1", False)],
)
def test_which_hosts_are_this_machine(host, this):
    assert is_this_machine(host) is this
