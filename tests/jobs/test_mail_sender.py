"""The outbox sent by the worker: once, whatever happens to it, and told honestly."""

from collections.abc import Iterator
from datetime import timedelta
from threading import Event, Thread

import pytest

from saraban import clock
from saraban.desk.mailing import (
    NewMail,
    cancel_mail,
    claim_mail,
    keep_mail_for_later,
    keep_mail_sent,
    put_in_outbox,
    put_off_mail,
    send_mail_again,
)
from saraban.errors import LeaseLost, MailNotFound, MailSettled, Refused
from saraban.jobs.mail_sender import send_waiting
from saraban.jobs.worker import work_off
from saraban.post import smtp
from saraban.queries.connection import connected
from saraban.queries.mails import outbox
from saraban.records import AuditEvent, Mail
from saraban.records.database import write_transaction
from saraban.rules.mails import GIVEN_UP_AFTER, LEASE, PAUSES, MailState
from tests.cast import Cast
from tests.chased import give_address, remind, sent_to_four
from tests.mail_server import free_port, mail_server, server_at
from tests.make import at

TO = "saraban@city.example"


@pytest.fixture(autouse=True)
def no_server() -> Iterator[None]:
    """Each test begins and ends without a mail server."""
    smtp.use_server(None)
    yield
    smtp.use_server(None)


@pytest.fixture
def waiting(cast: Cast) -> Cast:
    """One reminder that waits in the province's outbox."""
    give_address(cast.city.unit, TO)
    remind(cast, sent_to_four(cast))
    return cast


def send_all() -> None:
    while send_waiting(worker="w", stop=Event()):
        pass


def only_mail() -> Mail:
    return Mail.get()


def acts() -> list[str]:
    return [event.act for event in AuditEvent.select().order_by(AuditEvent.id)]


def test_what_waits_is_sent_once(waiting):
    with mail_server() as (mailbox, server):
        smtp.use_server(server)
        send_all()
        send_all()

    [mail] = mailbox.mails
    kept = only_mail()
    assert mail["To"] == TO
    assert mail["X-Saraban-Letter"] is not None
    assert kept.state == MailState.SENT
    assert mail["Message-ID"] == f"<{kept.uid}@province.example>"
    assert acts().count("send_mail") == 1


def test_the_worker_sends_in_its_own_loop(waiting):
    with mail_server() as (mailbox, server):
        smtp.use_server(server)
        work_off()

    assert len(mailbox.mails) == 1


def test_without_a_mail_server_everything_waits(waiting):
    assert send_waiting(worker="w", stop=Event()) is False
    assert only_mail().state == MailState.WAITING
    assert only_mail().attempt_count == 0


def test_nothing_leaves_of_an_act_that_was_rolled_back(cast):
    with pytest.raises(ZeroDivisionError), write_transaction():
        put_in_outbox(
            unit_id=cast.province.unit.id,
            at=at(),
            mails=[NewMail(address=TO, subject="ก", body="ข")],
        )
        1 / 0  # noqa: B018 - the act fails

    with mail_server() as (mailbox, server):
        smtp.use_server(server)
        send_all()
    assert mailbox.mails == []


def test_a_bounced_address_is_told_with_the_servers_words(waiting):
    with mail_server() as (mailbox, server):
        mailbox.answers[TO] = "550 5.1.1 no such mailbox"
        smtp.use_server(server)
        send_all()

    [line] = outbox(waiting.province.clerk).lines
    assert line.state == MailState.FAILED
    assert line.trouble == "550 5.1.1 no such mailbox"
    assert line.to_name == "เทศบาลนครแม่สอด"
    assert "mail_refused" in acts()


def test_a_server_that_is_away_is_tried_again_with_growing_pauses(waiting):
    smtp.use_server(server_at(free_port()))

    send_waiting(worker="w", stop=Event())
    first = only_mail()
    put_off_mail(at=first.next_at, words="still away")
    second = only_mail()

    assert (first.state, second.state) == (MailState.WAITING, MailState.WAITING)
    assert (first.attempt_count, second.attempt_count) == (1, 2)
    assert second.next_at - first.next_at == PAUSES[1]
    assert send_waiting(worker="w", stop=Event()) is False


def test_a_mail_that_is_put_off_for_days_is_given_up(waiting):
    claim = claim_mail(at=at(6, 20), worker="w")
    keep_mail_for_later(at=at(6, 20), claim=claim, words="451 later")
    assert only_mail().next_at == at(6, 20) + PAUSES[0]

    late = at(6, 20) + GIVEN_UP_AFTER
    keep_mail_for_later(at=late, claim=claim_mail(at=late, worker="w"), words="451 later")

    assert only_mail().state == MailState.FAILED


def test_a_worker_that_is_gone_leaves_a_mail_that_may_have_been_sent(waiting):
    """Whether the server had it nobody can know: the machine does not send it again."""
    claim_mail(at=clock.now() - LEASE - timedelta(minutes=1), worker="dead")

    with mail_server() as (mailbox, server):
        smtp.use_server(server)
        send_all()
        assert mailbox.mails == []
        assert only_mail().state == MailState.UNSURE
        assert "mail_unsure" in acts()

        send_mail_again(actor=waiting.province.clerk, at=clock.now(), uid=only_mail().uid)
        send_all()

    assert len(mailbox.mails) == 1
    assert only_mail().state == MailState.SENT


def test_a_worker_that_comes_back_too_late_changes_nothing(waiting):
    then = at(6, 20)
    late = claim_mail(at=then, worker="slow")
    claim_mail(at=then + LEASE + timedelta(seconds=1), worker="other")

    with pytest.raises(LeaseLost):
        keep_mail_sent(at=then + LEASE * 2, claim=late, words="250")

    assert only_mail().state == MailState.UNSURE


def test_two_workers_never_send_the_same_mail(cast):
    for place in range(20):
        with write_transaction():
            put_in_outbox(
                unit_id=cast.province.unit.id,
                at=at(),
                mails=[NewMail(address=f"u{place}@x.example", subject="ก", body="ข")],
            )

    def work(name: str) -> None:
        with connected():
            while send_waiting(worker=name, stop=Event()):
                pass

    with mail_server() as (mailbox, server):
        smtp.use_server(server)
        workers = [Thread(target=work, args=(f"w{number}",)) for number in range(3)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()

    assert sorted(str(mail["To"]) for mail in mailbox.mails) == sorted(
        f"u{place}@x.example" for place in range(20)
    )


def test_who_is_told_to_stop_claims_no_further_mail(waiting):
    stop = Event()
    stop.set()
    with mail_server() as (mailbox, server):
        smtp.use_server(server)
        send_waiting(worker="w", stop=stop)

    assert mailbox.mails == []
    assert only_mail().state == MailState.WAITING


def test_a_mail_that_waits_may_be_called_off(waiting):
    uid = only_mail().uid
    cancel_mail(actor=waiting.province.clerk, at=at(6, 20), uid=uid)

    with mail_server() as (mailbox, server):
        smtp.use_server(server)
        send_all()

    assert mailbox.mails == []
    with pytest.raises(MailSettled):
        cancel_mail(actor=waiting.province.clerk, at=at(6, 20), uid=uid)


def test_another_units_mail_is_not_found_and_an_executive_may_not(waiting):
    uid = only_mail().uid

    with pytest.raises(MailNotFound):
        cancel_mail(actor=waiting.city.clerk, at=at(6, 20), uid=uid)
    with pytest.raises(Refused):
        cancel_mail(actor=waiting.province.executive, at=at(6, 20), uid=uid)
