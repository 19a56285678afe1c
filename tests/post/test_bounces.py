"""Mail that came back is understood, whichever server sent it; nothing else is taken for it."""

import pytest

from saraban.post.bounces import MOST_BYTES, MOST_FIELD_BYTES, Bounce, read_bounce
from saraban.post.message import composed
from tests.post.returned import TO, as_exchange_does, as_postfix_does, in_utf8
from tests.post.test_smtp import SENDER, outgoing

UID = "01890000-0000-7000-8000-000000000001"

REPORT = b'Content-Type: multipart/report; boundary="cut"\n\n--cut\n'


def test_a_mail_that_came_back_whole():
    assert read_bounce(as_postfix_does(UID)) == Bounce(
        UID,
        TO,
        f"550 5.1.1 <{TO}>: Recipient address rejected: User unknown in virtual mailbox table",
    )


def test_a_mail_of_which_the_headers_came_back():
    assert read_bounce(as_exchange_does(UID)) == Bounce(UID, TO, "5.2.2")


def test_a_report_in_thai():
    assert read_bounce(in_utf8(UID)) == Bounce(
        UID, "สารบรรณ@city.example", "550 5.7.1 ไม่รับจดหมายจากภายนอก"
    )


def test_a_servers_words_lose_what_no_database_takes():
    content = as_postfix_does(UID).replace(b"User unknown", b"User\x00 \x1b[2J unknown")

    assert "User [2J unknown" in read_bounce(content).words


def test_lines_that_end_as_mail_does():
    content = as_postfix_does(UID).replace(b"\n", b"\r\n")

    assert read_bounce(content).mail_uid == UID


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_what_is_late_or_arrived_has_not_come_back(action):
    assert read_bounce(as_postfix_does(UID, action=action)) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff" * 50,
        composed(outgoing(), sender=SENDER).as_bytes(),
        as_postfix_does("not-one-of-ours"),
        as_postfix_does(UID).split(b"Final-Recipient")[0],
        as_postfix_does(UID) + b"x" * MOST_BYTES,
        as_postfix_does(UID).replace(b"multipart/report;", b"multipart/report (" + b"(" * 9000),
        as_postfix_does(UID).replace(b"report-type", b"a" + b";" * MOST_FIELD_BYTES, 1),
        REPORT + b"Content-Type: message/rfc822\n\n" * 5000,
    ],
)
def test_another_mail_or_a_damaged_one_is_passed_over(content):
    assert read_bounce(content) is None


def test_the_id_is_read_as_our_own_mails_bear_it():
    mail = composed(outgoing(uid=UID), sender=SENDER).as_bytes().decode()
    quoted = as_postfix_does("0").decode().replace("Message-ID: <0@province.example>", mail[:1])
    content = quoted.replace(
        "Content-Type: message/rfc822\n\n", f"Content-Type: message/rfc822\n\n{mail}"
    )

    assert read_bounce(content.encode()).mail_uid == UID
