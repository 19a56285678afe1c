"""The talk with a mail server: what it took, refused, put off, and what nobody can know."""

import pytest

from saraban.post import smtp
from saraban.post.message import Outgoing, composed
from saraban.post.smtp import NoConnection, Outcome
from tests.mail_server import SENDER, free_port, mail_server, server_at
from tests.make import at

TO = "saraban@city.example"


def outgoing(**named: object) -> Outgoing:
    """A mail with a Thai subject."""
    filled = {
        "uid": "0189-mail",
        "to": TO,
        "subject": "[เตือน] ตก ๐๐๒๓.๓/ว ๑",
        "body": "เรียน หัวหน้าหน่วยงาน\n\nขอให้ตอบ\n",
        "written_at": at(),
        "sender_name": "จังหวัดตาก",
        "letter_uid": "0189-letter",
    }
    return Outgoing(**(filled | named))


def offered(server, **named):
    """What became of one mail."""
    mail = outgoing(**named)
    with smtp.connected_to(server) as talk:
        return smtp.offer(talk, composed(mail, sender=SENDER), sender=SENDER, to=mail.to)


def test_a_mail_arrives_as_it_was_written():
    with mail_server() as (mailbox, server):
        answer = offered(server)

    [mail] = mailbox.mails
    assert answer.outcome == Outcome.TAKEN
    assert mail["Subject"] == "[เตือน] ตก ๐๐๒๓.๓/ว ๑"
    assert mail["From"].addresses[0].display_name == "จังหวัดตาก"
    assert mail["Message-ID"] == "<0189-mail@province.example>"
    assert mail["Date"].datetime == at()
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content().replace("\r\n", "\n") == "เรียน หัวหน้าหน่วยงาน\n\nขอให้ตอบ\n"


def test_the_same_mail_is_the_same_bytes_whenever_it_is_tried():
    first, second = (composed(outgoing(), sender=SENDER).as_bytes() for _ in range(2))

    assert first == second


def test_a_line_break_in_a_subject_makes_no_header():
    mail = composed(outgoing(subject="เรื่อง\r\nBcc: someone@else.example"), sender=SENDER)

    assert mail["Bcc"] is None


def test_an_address_that_the_server_does_not_know_is_refused_with_its_words():
    with mail_server() as (mailbox, server):
        mailbox.answers[TO] = "550 5.1.1 no such mailbox"
        answer = offered(server)

    assert answer.outcome == Outcome.REFUSED
    assert answer.words == "550 5.1.1 no such mailbox"
    assert mailbox.mails == []


def test_a_server_that_asks_to_come_again_is_asked_again():
    with mail_server() as (mailbox, server):
        mailbox.answers[TO] = "451 4.7.1 greylisted"
        answer = offered(server)

    assert answer.outcome == Outcome.LATER


def test_a_refusal_after_the_content_is_a_refusal():
    with mail_server() as (mailbox, server):
        mailbox.after_data = "554 5.7.1 looks like spam"
        answer = offered(server)

    assert answer.outcome == Outcome.REFUSED


def test_a_connection_cut_after_the_content_leaves_it_unknown():
    with mail_server() as (mailbox, server):
        mailbox.breaks_after_data = True
        answer = offered(server)

    assert answer.outcome == Outcome.UNSURE
    assert len(mailbox.mails) == 1


def test_one_connection_carries_several_and_a_refusal_between():
    with mail_server() as (mailbox, server):
        mailbox.answers["no@city.example"] = "550 no"
        with smtp.connected_to(server) as talk:
            outcomes = [
                smtp.offer(
                    talk, composed(outgoing(to=to), sender=SENDER), sender=SENDER, to=to
                ).outcome
                for to in (TO, "no@city.example", TO)
            ]

    assert outcomes == [Outcome.TAKEN, Outcome.REFUSED, Outcome.TAKEN]
    assert len(mailbox.mails) == 2


def test_who_must_sign_in_is_let_in_with_the_right_password():
    with mail_server(user="saraban", password="right") as (mailbox, server):
        assert offered(server).outcome == Outcome.TAKEN
    assert len(mailbox.mails) == 1


def test_a_wrong_password_is_no_connection():
    with mail_server(user="saraban", password="right") as (mailbox, server):
        wrong = server_at(server.port, user="saraban", password="wrong")
        with pytest.raises(NoConnection):
            offered(wrong)
    assert mailbox.mails == []


def test_a_server_that_is_not_there_is_no_connection():
    with pytest.raises(NoConnection):
        offered(server_at(free_port()))
