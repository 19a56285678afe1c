"""The outbox: an act writes into it, the worker takes out one mail at a time and says how it went.

Nothing leaves before the act is in the database. A mail is offered to the server at most once
by the machine's own will once the server may have it: a worker that is gone in the middle leaves
a mail that "may have been sent", and only a person has that sent again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._claims import refuse_lost
from saraban.desk._intakes import system_clerk
from saraban.errors import MailNotFound, MailSettled
from saraban.records import Letter, Mail, Unit, rows
from saraban.records.database import first_free, locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.mails import LEASE, MAY_BOUNCE, SENT_AGAIN_FROM, MailState, is_given_up, next_try
from saraban.rules.permissions import Act, Actor, require

WORKER_GONE = "โปรแกรมหยุดทำงานขณะกำลังส่ง จึงไม่ทราบว่าเซิร์ฟเวอร์ไปรษณีย์รับไว้แล้วหรือไม่"


@dataclass(frozen=True, kw_only=True)
class NewMail:
    """A mail that an act writes: to which unit, about which letter, for which chase or digest.

    sender_name is who it says it is from; blank for the unit whose act it is.
    """

    address: str
    subject: str
    body: str
    to_unit_id: int | None = None
    letter_id: int | None = None
    chase_line_id: int | None = None
    digest_id: int | None = None
    sender_name: str = ""


@dataclass(frozen=True)
class MailClaim:
    """A mail that a worker holds while it speaks with the server."""

    id: int
    uid: str
    unit_id: int
    sender_name: str
    address: str
    subject: str
    body: str
    letter_uid: str
    queued_at: datetime
    worker: str
    attempt: int


def put_in_outbox(*, unit_id: int, at: datetime, mails: Sequence[NewMail]) -> None:
    """Write mails within the transaction of the act that they belong to."""
    rows.insert_all(
        Mail,
        [
            {
                "uid": new_uid(),
                "unit": unit_id,
                "to_unit": mail.to_unit_id,
                "letter": mail.letter_id,
                "chase_line": mail.chase_line_id,
                "digest": mail.digest_id,
                "sender_name": mail.sender_name,
                "address": mail.address,
                "subject": mail.subject,
                "body": mail.body,
                "state": MailState.WAITING.value,
                "queued_at": at,
                "next_at": at,
            }
            for mail in mails
        ],
        told=("id",),
    )


def keep_mail_bounced(*, at: datetime, uid: str, words: str) -> bool:
    """A mail that a server had taken came back, with these words; whether that was news.

    uid may be anything that stood in a stranger's mail.
    """
    with write_transaction():
        row: Any = locked(Mail.select().where(Mail.uid == uid)).first()
        if row is None or row.state not in MAY_BOUNCE:
            return False
        _settle(row, MailState.BOUNCED, "mail_bounced", words, at)
    return True


def mail_waits(*, at: datetime) -> bool:
    """Whether there is anything for a worker to do; only reads."""
    return bool(_due(at).exists()) or bool(_orphans(at).exists())


def claim_mail(*, at: datetime, worker: str, lease: timedelta = LEASE) -> MailClaim | None:
    """Hold the mail that waits longest; None when none is due.

    The server must be ready to take it: from here on it may have been sent. What a worker held
    that is gone becomes "may have been sent" first.
    """
    _give_up_orphans(at)
    with write_transaction():
        row = first_free(_due(at))
        if row is None:
            return None
        attempt = row.attempt_count + 1
        rows.update(
            Mail,
            row.id,
            {
                "state": MailState.SENDING.value,
                "attempt_count": attempt,
                "claimed_by": worker,
                "claimed_until": at + lease,
            },
        )
        return MailClaim(
            row.id,
            row.uid,
            row.unit_id,
            row.sender_name or Unit.get_by_id(row.unit_id).name_th,
            row.address,
            row.subject,
            row.body,
            Letter.get_by_id(row.letter_id).uid if row.letter_id else "",
            row.queued_at,
            worker,
            attempt,
        )


def keep_mail_sent(*, at: datetime, claim: MailClaim, words: str) -> None:
    """The server took it, and said so in these words. Raises LeaseLost."""
    _end(claim, MailState.SENT, "send_mail", words, at)


def keep_mail_refused(*, at: datetime, claim: MailClaim, words: str) -> None:
    """The server will not take it, now or later. Raises LeaseLost."""
    _end(claim, MailState.FAILED, "mail_refused", words, at)


def keep_mail_unsure(*, at: datetime, claim: MailClaim, words: str) -> None:
    """The connection broke when the server may have had it already. Raises LeaseLost."""
    _end(claim, MailState.UNSURE, "mail_unsure", words, at)


def keep_mail_for_later(*, at: datetime, claim: MailClaim, words: str) -> None:
    """It was put off before the server had it: tried again later, given up after days.

    Raises LeaseLost.
    """
    if is_given_up(at, claim.queued_at):
        _end(claim, MailState.FAILED, "mail_refused", words, at)
        return
    with write_transaction():
        _held(claim)
        rows.update(
            Mail,
            claim.id,
            {
                "state": MailState.WAITING.value,
                "next_at": next_try(at, claim.attempt),
                "claimed_by": None,
                "claimed_until": None,
                "trouble": words[:500],
            },
        )


def put_off_mail(*, at: datetime, words: str) -> None:
    """The server cannot be reached: everything that is due waits, longer each time.

    None of it is given up for that: it goes when the server is there again.
    """
    with write_transaction():
        is_due = (Mail.state == MailState.WAITING.value) & (Mail.next_at <= at)
        counts: Any = Mail.select(Mail.attempt_count).where(is_due).distinct().tuples()
        # The highest count first: none is met a second time under its new one.
        for (count,) in sorted(counts, reverse=True):
            said = {
                "attempt_count": count + 1,
                "next_at": next_try(at, count + 1),
                "trouble": words[:500],
            }
            Mail.update(said).where(is_due, Mail.attempt_count == count).execute()


def send_mail_again(*, actor: Actor, at: datetime, uid: str) -> None:
    """A person has a mail sent that was refused, called off, or may have been sent already.

    Raises Refused, MailNotFound, MailSettled.
    """
    require(actor, Act.CHASE)
    with write_transaction():
        row = _own(actor, uid)
        if row.state not in SENT_AGAIN_FROM:
            raise MailSettled()
        rows.update(
            Mail,
            row.id,
            {
                "state": MailState.WAITING.value,
                "queued_at": at,
                "next_at": at,
                "ended_at": None,
                "attempt_count": 0,
            },
        )
        Ledger(actor=actor, at=at).record("send_mail_again", subject=uid, address=row.address)


def cancel_mail(*, actor: Actor, at: datetime, uid: str) -> None:
    """Call off a mail that no server was offered yet. Raises Refused, MailNotFound, MailSettled."""
    require(actor, Act.CHASE)
    with write_transaction():
        row = _own(actor, uid)
        if row.state != MailState.WAITING:
            raise MailSettled()
        rows.update(Mail, row.id, {"state": MailState.CANCELLED.value, "ended_at": at})
        Ledger(actor=actor, at=at).record("cancel_mail", subject=uid, address=row.address)


def _due(at: datetime) -> Any:
    return (
        Mail.select()
        .where(Mail.state == MailState.WAITING.value, Mail.next_at <= at)
        .order_by(Mail.next_at, Mail.id)
        .limit(1)
    )


def _orphans(at: datetime) -> Any:
    return Mail.select().where(Mail.state == MailState.SENDING.value, Mail.claimed_until < at)


def _give_up_orphans(at: datetime) -> None:
    if not _orphans(at).exists():
        return
    with write_transaction():
        for row in locked(_orphans(at).order_by(Mail.id)):
            _settle(row, MailState.UNSURE, "mail_unsure", WORKER_GONE, at)


def _end(claim: MailClaim, state: MailState, act: str, words: str, at: datetime) -> None:
    with write_transaction():
        _settle(_held(claim), state, act, words, at)


def _settle(row: Any, state: MailState, act: str, words: str, at: datetime) -> None:
    rows.update(
        Mail,
        row.id,
        {
            "state": state.value,
            "claimed_by": None,
            "claimed_until": None,
            "trouble": words[:500],
            "ended_at": at,
        },
    )
    Ledger(actor=system_clerk(row.unit_id), at=at).record(
        act, subject=row.uid, address=row.address, words=words[:500]
    )


def _held(claim: MailClaim) -> Any:
    """The row, held, if the claim still stands; LeaseLost if not."""
    row = locked(Mail.select().where(Mail.id == claim.id)).get()
    refuse_lost(row, claim, MailState.SENDING)
    return row


def _own(actor: Actor, uid: str) -> Any:
    found = locked(Mail.select().where(Mail.uid == uid, Mail.unit == actor.unit_id)).first()
    if found is None:
        raise MailNotFound(uid=uid)
    return found
