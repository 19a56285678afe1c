"""Sends what waits in the outbox, one mail after the other over one connection."""

import logging
import smtplib
from collections.abc import Callable
from threading import Event

from saraban import clock
from saraban.desk.mailing import (
    MailClaim,
    claim_mail,
    keep_mail_for_later,
    keep_mail_refused,
    keep_mail_sent,
    keep_mail_unsure,
    mail_waits,
    put_off_mail,
)
from saraban.errors import LeaseLost
from saraban.jobs.trying import handed_in
from saraban.post import smtp
from saraban.post.message import Outgoing, composed
from saraban.post.smtp import Answer, Outcome
from saraban.settings import MailServer

# Then the worker looks after those who wait for a file; the rest goes with its next round.
MOST_IN_A_ROW = 50

_log = logging.getLogger(__name__)
_KEEPERS: dict[Outcome, Callable[..., None]] = {
    Outcome.TAKEN: keep_mail_sent,
    Outcome.REFUSED: keep_mail_refused,
    Outcome.LATER: keep_mail_for_later,
    Outcome.UNSURE: keep_mail_unsure,
}


def send_waiting(*, worker: str, stop: Event) -> bool:
    """Send some of the mails that are due; False when there was nothing to do.

    Without a mail server everything waits.
    """
    server = smtp.server()
    if server is None or not mail_waits(at=clock.now()):
        return False
    try:
        # Connected first: a mail is claimed only when the server is ready to take it, because
        # whatever was claimed by a worker that is gone may have been sent.
        with smtp.connected_to(server) as talk:
            return _sent_some(talk, server, worker, stop)
    except smtp.NoConnection as broken:
        _log.warning("the mail server cannot be reached: %s", broken)
        put_off_mail(at=clock.now(), words=str(broken))
    return False


def _sent_some(talk: smtplib.SMTP, server: MailServer, worker: str, stop: Event) -> bool:
    for count in range(MOST_IN_A_ROW):
        if stop.is_set():
            return count > 0
        claim = claim_mail(at=clock.now(), worker=worker)
        if claim is None:
            return count > 0
        _note(claim, _offered(talk, server, claim))
        if talk.sock is None:  # smtplib closes what broke
            return True
    return True


def _note(claim: MailClaim, answer: Answer) -> None:
    keep = _KEEPERS[answer.outcome]
    try:
        handed_in(lambda: keep(at=clock.now(), claim=claim, words=answer.words))
    except LeaseLost:
        _log.warning("mail %s was held for too long: it may have been sent", claim.uid)


def _offered(talk: smtplib.SMTP, server: MailServer, claim: MailClaim) -> Answer:
    outgoing = Outgoing(
        uid=claim.uid,
        to=claim.address,
        subject=claim.subject,
        body=claim.body,
        written_at=claim.queued_at,
        sender_name=claim.sender_name,
        letter_uid=claim.letter_uid,
    )
    try:
        message = composed(outgoing, sender=server.sender)
    except ValueError as broken:
        return Answer(Outcome.REFUSED, f"ที่อยู่ใช้ไม่ได้: {broken}")
    return smtp.offer(talk, message, sender=server.sender, to=claim.address)
