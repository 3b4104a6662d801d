"""Mails from the lists to the last outcome: with servers of every sort, none twice and none lost."""

from datetime import UTC, datetime

import pytest

from communique.deliver.outbox import Gone, Outbox, Parcel, sending_alone
from communique.deliver.register import open_register
from communique.deliver.smtp import Outcome, State
from communique.diagnostics.refused import Refused
from communique.engine.mailing import attachment_names
from communique.engine.posting import Posting
from communique.model.audience import Audience
from communique.model.clock import Clock
from communique.read.meetings import read_meeting
from communique.read.workspace import open_workspace
from mail_server import Post, mail_server
from mailing_desk import MADE, delegations, distributed, meeting_desk, route

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


class Waiting:
    """A clock that stands still, and remembers how long it was asked to wait."""

    def __init__(self, now: datetime = NOW) -> None:
        self.pauses: list[float] = []
        self.clock = Clock(lambda: now, self.pauses.append)


def send(root, waiting=None, *, keep_going=False, names=()):
    """One run of `send` in a workspace: what came of it, and what everyone was told."""
    workspace = open_workspace(root, NOW.date())
    told: list[tuple[str, str]] = []
    with open_register(workspace, "m") as register:
        clock = (waiting or Waiting()).clock
        posting = Posting(workspace, read_meeting(workspace, "m"), register, clock, keep_going=keep_going)
        plan = posting.plan(names)
        sent = posting.send(plan, lambda: None, lambda name, outcome: told.append((name, outcome.state.value)))
        return plan, sent, told


def codes(findings):
    return [finding.code.number for finding in findings]


def desk_for(root, port, rows, **more):
    meeting_desk(root, rows, settings=route(port, **more))
    distributed(root, list(rows))


def test_everyone_gets_one_mail_and_a_second_run_sends_none(tmp_path):
    post, rows = Post(), delegations(3)
    with mail_server(post) as port:
        desk_for(tmp_path, port, rows)
        _, sent, told = send(tmp_path)
        plan, again, _ = send(tmp_path)
    assert (sent.number, sent.findings, again.number, plan.done) == (3, (), 0, 3)
    assert post.received == list(rows.values())
    assert [state for _, state in told] == ["sent"] * 3
    names = [part.get_filename() for part in post.mails[0].iter_attachments()]
    assert names == ["statement.en.docx", "statement.en.pdf"]
    assert [part.get_content() for part in post.mails[2].iter_attachments()] == [
        b"docx one for Delegation 003",
        b"pdf one for Delegation 003",
    ]


def test_what_is_put_off_is_tried_again_later_each_time_after_longer(tmp_path):
    post, waiting = Post(), Waiting()
    rows = {"A": "later-1@x.org", "B": "busy-2@x.org", "C": "hangsup-3@x.org", "D": "d-4@x.org", "E": "never-5@x.org"}
    with mail_server(post) as port:
        desk_for(tmp_path, port, rows, wait=10, per_minute=60)
        _, sent, _ = send(tmp_path, waiting)
    assert (sent.number, codes(sent.findings)) == (4, ["CQ736"])
    assert sorted(post.received) == sorted(address for name, address in rows.items() if name != "E")
    assert [pause for pause in waiting.pauses if pause != 1] == [10, 20, 40]
    assert waiting.pauses.count(1) == 7  # four between the first five, three between the four that were put off


def test_a_refusal_stops_everything_behind_it_and_the_next_run_goes_on(tmp_path):
    post, rows = Post(), {"A": "a@x.org", "B": "refused-b@x.org", "C": "c@x.org"}
    with mail_server(post) as port:
        desk_for(tmp_path, port, rows)
        _, sent, told = send(tmp_path)
        assert (sent.number, codes(sent.findings)) == (1, ["CQ735"])
        assert "550 5.1.1 no such user" in sent.findings[0].message
        assert (sent.findings[0].span.path, sent.findings[0].span.line) == ("content/m/recipients.csv", 3)
        assert told == [("A", "sent"), ("B", "refused")]
        _, rest, _ = send(tmp_path, keep_going=True)
    assert (rest.number, codes(rest.findings)) == (1, ["CQ735"])
    assert post.received == ["a@x.org", "c@x.org"]


@pytest.mark.parametrize(("address", "arrived"), [("silent-a@x.org", 1), ("swallowed-a@x.org", 0)])
def test_what_nobody_can_know_is_asked_and_not_sent_again(tmp_path, address, arrived):
    post = Post()
    with mail_server(post) as port:
        desk_for(tmp_path, port, {"A": address, "B": "b@x.org"})
        _, sent, _ = send(tmp_path)
        assert (sent.number, codes(sent.findings)) == (0, ["CQ734"])
        plan, rest, _ = send(tmp_path, keep_going=True)
        assert (codes(plan.findings), rest.number) == (["CQ734"], 1)
        assert len(post.mails) == arrived + 1
        workspace = open_workspace(tmp_path, NOW.date())
        with open_register(workspace, "m") as register:
            (unclear,) = Outbox(register).unclear()
            assert (unclear.message_id in post.ids()) is bool(arrived)
            posting = Posting(workspace, read_meeting(workspace, "m"), register, Waiting().clock)
            posting.settle(["A"] if arrived else [], [] if arrived else ["a"])
            with pytest.raises(Refused) as refused:
                posting.settle(["A"], [])
            assert codes(refused.value.diagnostics) == ["CQ727"]
            assert [due.recipient.name for due in posting.plan().due] == ([] if arrived else ["A"])


def test_a_new_issue_goes_out_and_only_what_is_new(tmp_path):
    post, rows = Post(), delegations(2)
    with mail_server(post) as port:
        desk_for(tmp_path, port, rows)
        send(tmp_path)
        distributed(tmp_path, ["Delegation 001"], "two")
        _, sent, told = send(tmp_path)
    assert (sent.number, told) == (1, [("Delegation 001", "sent")])
    assert [part.get_content() for part in post.mails[2].iter_attachments()][1] == b"pdf two for Delegation 001"
    assert len(post.ids()) == 3


def test_a_server_that_cannot_be_reached_is_told_after_all_tries(tmp_path):
    with mail_server(Post()) as port:
        desk_for(tmp_path, port, delegations(2))
    waiting = Waiting()
    _, sent, told = send(tmp_path, waiting)
    assert (sent.number, codes(sent.findings), told, len(waiting.pauses)) == (0, ["CQ738"], [], 3)


def test_nothing_leaves_before_its_time_and_everything_may_at_it(tmp_path):
    post = Post()
    with mail_server(post) as port:
        desk_for(tmp_path, port, delegations(1))
        meeting_desk(tmp_path, delegations(1), "release_at: 2026-11-25T10:00+01:00\n", route(port))
        with pytest.raises(Refused) as refused:
            send(tmp_path, Waiting(datetime(2026, 11, 25, 8, 59, 59, tzinfo=UTC)))
        assert codes(refused.value.diagnostics) == ["CQ731"]
        assert post.mails == []
        assert send(tmp_path, Waiting(datetime(2026, 11, 25, 9, 0, tzinfo=UTC)))[1].number == 1


def plan_of(root, names=()):
    workspace = open_workspace(root, NOW.date())
    with open_register(workspace, "m") as register:
        return Posting(workspace, read_meeting(workspace, "m"), register, Waiting().clock).plan(names)


def test_what_stands_against_sending_is_found_before_anything_goes(tmp_path):
    rows = delegations(4)
    meeting_desk(tmp_path, rows)
    distributed(tmp_path, list(rows)[:3])
    (tmp_path / "build/m/distribution/public/Delegation 002/statement.en.pdf").write_bytes(b"other words")
    (tmp_path / "build/m/distribution/public/Delegation 003/statement.en.pdf").unlink()
    plan = plan_of(tmp_path)
    assert [due.recipient.name for due in plan.due] == ["Delegation 001"]
    assert codes(plan.findings) == ["CQ732"] * 3
    assert [finding.span.line for finding in plan.findings] == [3, 4, 5]


@pytest.mark.parametrize("row", ["A,statement talking-points,pdf docx", "A,statement,pdf", "A,handout-pack,pdf docx"])
def test_a_row_that_was_changed_since_is_told(tmp_path, row):
    meeting_desk(tmp_path, {})
    distributed(tmp_path, ["A"])
    (tmp_path / "content/m/recipients.csv").write_text(f"name,kinds,formats,email\n{row},a@x.org\n")
    if "talking-points" in row:
        (tmp_path / "content/m/recipients.csv").rename(tmp_path / "content/m/delegation.csv")
    plan = plan_of(tmp_path)
    assert plan.due == ()
    assert {"CQ732", "CQ733", "CQ184"} & set(codes(plan.findings))


def test_what_the_row_does_not_allow_any_more_stays(tmp_path):
    """A copy for the delegation lies ready, and the list says by now that its recipient is one of the others."""
    meeting_desk(tmp_path, {"Mission 1": "one@x.org"})
    distributed(tmp_path, ["Mission 1"], audience=Audience.DELEGATION)
    plan = plan_of(tmp_path)
    assert (plan.due, codes(plan.findings)) == ((), ["CQ733", "CQ733"])


def test_somebody_who_is_not_in_the_list_is_told(tmp_path):
    meeting_desk(tmp_path, delegations(1))
    distributed(tmp_path, ["Delegation 001"])
    plan = plan_of(tmp_path, ["Delegation 01"])
    assert codes(plan.findings) == ["CQ727"]
    assert 'did you mean "Delegation 001"?' in plan.findings[0].help


def test_a_person_is_asked_with_numbers_kinds_audience_and_the_way(tmp_path):
    meeting_desk(tmp_path, delegations(2), settings=route(25))
    workspace = distributed(tmp_path, list(delegations(2)))
    with open_register(workspace, "m") as register:
        posting = Posting(workspace, read_meeting(workspace, "m"), register, Waiting().clock)
        assert posting.question(posting.plan()) == (
            "Send 2 mails with 4 files through localhost as mission@example.org: "
            "2 with what is for the public alone (statement)?"
        )


def test_drafts_are_the_same_bytes_twice_and_send_nothing(tmp_path):
    meeting_desk(tmp_path, delegations(2))
    workspace = distributed(tmp_path, list(delegations(2)))
    with open_register(workspace, "m") as register:
        posting = Posting(workspace, read_meeting(workspace, "m"), register, Waiting().clock)
        first = [path.read_bytes() for path in posting.write_drafts(posting.plan())]
        places = posting.write_drafts(posting.plan())
        assert posting.plan().done == 0
    assert [path.read_bytes() for path in places] == first
    assert [path.name for path in places] == ["Delegation 001.eml", "Delegation 002.eml"]
    assert b"X-Unsent: 1\r\n" in first[0] and b"Delegation 002" not in first[0]


def test_nothing_of_the_delegations_words_and_no_remark_of_the_desk_is_in_a_mail(tmp_path):
    canary, remark = "the canary of the delegation", "difficult on paragraph four"
    post = Post()
    with mail_server(post) as port:
        desk_for(tmp_path, port, delegations(1))
        (tmp_path / "content/m/speech/brief.md").write_text(f"::: background\n{canary}\n:::\n")
        table = f"name,kinds,email,note\nDelegation 001,statement,d-001@example.org,{remark}\n"
        (tmp_path / "content/m/recipients.csv").write_text(table)
        assert send(tmp_path)[1].number == 1
    (mail,) = post.mails
    parts = [str(mail), *(part.get_content() for part in mail.walk() if not part.is_multipart())]
    for secret in (canary, remark):
        assert not any(secret in (part if isinstance(part, str) else part.decode()) for part in parts)
    assert remark.encode() not in (tmp_path / "register/m.sqlite").read_bytes()


def test_only_one_run_sends_at_a_time(tmp_path):
    workspace = open_workspace(tmp_path, NOW.date())
    with sending_alone(workspace, "m"):
        with pytest.raises(Refused) as refused, sending_alone(workspace, "m"):
            pass
        assert codes(refused.value.diagnostics) == ["CQ722"]
    with sending_alone(workspace, "m"):
        pass


def test_the_register_itself_lets_no_copy_go_twice(tmp_path):
    """The last wall: even a mail with another identity does not take along what was offered or sent."""
    with open_register(distributed(tmp_path, ["A"]), "m") as register:
        outbox, entries = Outbox(register), register.current()
        parcel = Parcel("<1@x>", "A", "a@x.org", entries)
        outbox.note(parcel, Outcome(State.OFFERED, ""), 1, MADE)
        for other in (parcel, Parcel("<2@x>", "A", "a@x.org", entries[:1])):
            with pytest.raises(Gone):
                outbox.note(other, Outcome(State.OFFERED, ""), 1, MADE)
        outbox.settle("<1@x>", Outcome(State.SENT, "250"), MADE)
        with pytest.raises(Gone):
            outbox.note(parcel, Outcome(State.OFFERED, ""), 1, MADE)


def test_files_of_several_speeches_have_names_of_their_own():
    places = ["m/distribution/public/A/one/s.en.pdf", "m/distribution/public/A/two/s.en.pdf"]
    assert attachment_names(places) == ("one-s.en.pdf", "two-s.en.pdf")
    assert attachment_names(["m/d/p/A/s.pdf", "m/d/p/A/S.pdf"]) == ("s.pdf", "2-S.pdf")
