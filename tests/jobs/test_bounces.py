"""A folder of mail that came back: each marks the mail it is about, with the server's words."""

import os
from pathlib import Path

import pytest

from saraban import clock
from saraban.jobs import bounces
from saraban.jobs.bounces import BounceWatch
from saraban.queries.mails import outbox
from saraban.records import AuditEvent, Mail
from saraban.rules.mails import MailState
from tests.chased import give_address, remind, sent_to_four
from tests.post.returned import as_postfix_does
from tests.reminded import posted

TO = "saraban@city.example"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "ตีกลับ"
    folder.mkdir()
    bounces.use_folder(folder)
    yield folder
    bounces.use_folder(None)


@pytest.fixture
def mail(cast) -> Mail:
    """A mail that the server took."""
    give_address(cast.city.unit, TO)
    remind(cast, sent_to_four(cast))
    assert len(posted()) == 1
    return Mail.get()


def put(folder: Path, uid: str, *, seconds_ago: float = 60, **named: str) -> None:
    path = folder / "1655428872.M1.mx"
    path.write_bytes(as_postfix_does(uid, **named))
    when = clock.now().timestamp() - seconds_ago
    os.utime(path, (when, when))


def test_a_mail_that_came_back_says_so_with_the_servers_words(cast, mail, folder):
    put(folder, mail.uid)
    count = BounceWatch().look()

    [line] = outbox(cast.province.clerk).lines
    assert count == 1
    assert line.state == MailState.BOUNCED
    assert line.trouble.startswith(f"{TO}: 550 5.1.1")
    assert line.may_be_sent_again
    assert AuditEvent.select().where(AuditEvent.act == "mail_bounced").count() == 1


def test_a_hostile_mail_before_it_hides_no_other(mail, folder):
    (folder / "1.mx").write_bytes(b"Content-Type: multipart/report " + b"(" * 9000 + b"\n\n")
    os.utime(folder / "1.mx", (1, 1))
    put(folder, mail.uid)

    assert BounceWatch().look() == 1


def test_a_maildir_is_looked_into_where_it_keeps_mail(mail, folder):
    for name in ("new", "cur", "tmp"):
        (folder / name).mkdir()
    put(folder / "tmp", mail.uid)
    watch = BounceWatch()
    assert watch.look() == 0

    put(folder / "new", mail.uid)
    assert watch.look() == 1


def test_the_same_report_again_changes_nothing(mail, folder):
    put(folder, mail.uid)
    watch = BounceWatch()

    assert (watch.look(), watch.look(), BounceWatch().look()) == (1, 0, 0)
    assert AuditEvent.select().where(AuditEvent.act == "mail_bounced").count() == 1


def test_a_file_that_is_being_written_is_left_until_it_is_whole(mail, folder):
    put(folder, mail.uid, seconds_ago=0)
    watch = BounceWatch()
    assert watch.look() == 0

    put(folder, mail.uid)
    assert watch.look() == 1


def test_a_report_about_a_mail_that_never_was_ours_is_passed_over(mail, folder):
    put(folder, "01890000-0000-7000-8000-000000000001")

    assert BounceWatch().look() == 0
    assert Mail.get().state == MailState.SENT


def test_a_mail_that_still_waits_cannot_have_come_back(cast, folder):
    give_address(cast.city.unit, TO)
    remind(cast, sent_to_four(cast))
    put(folder, Mail.get().uid)

    assert BounceWatch().look() == 0
    assert Mail.get().state == MailState.WAITING


def test_a_folder_that_is_gone_stops_nobody(folder):
    folder.rmdir()

    assert BounceWatch().look() == 0
