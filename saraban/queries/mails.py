"""The outbox as its unit sees it: what was sent, what waits, what could not be sent."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

import peewee

from saraban.records import Letter, Mail, Unit
from saraban.rules.mails import SENT_AGAIN_FROM, MailState
from saraban.rules.permissions import Actor

MAILS_A_PAGE = 100


@dataclass(frozen=True)
class MailLine:
    """One mail. trouble is what the mail server, or the way to it, last said."""

    uid: str
    to_name: str | None
    address: str
    subject: str
    letter_uid: str | None
    letter_number: str | None
    state: MailState
    queued_at: datetime
    next_at: datetime
    ended_at: datetime | None
    attempt_count: int
    trouble: str

    @property
    def may_be_sent_again(self) -> bool:
        """Whether a person may have it sent, once more or after all."""
        return self.state in SENT_AGAIN_FROM


_FIELDS = tuple(field.name for field in fields(MailLine))


@dataclass(frozen=True)
class Outbox:
    """A page of the unit's mails, the newest first; counts are of all of them, by state."""

    lines: tuple[MailLine, ...]
    counts: dict[MailState, int]
    page: int
    has_more: bool


def outbox(actor: Actor, *, state: MailState | None = None, page: int = 1) -> Outbox:
    """The mails of the actor's own unit."""
    query: Any = (
        Mail.select(
            Mail.uid,
            Unit.name_th,
            Mail.address,
            Mail.subject,
            Letter.uid,
            Letter.printed_number,
            Mail.state,
            Mail.queued_at,
            Mail.next_at,
            Mail.ended_at,
            Mail.attempt_count,
            Mail.trouble,
        )
        .join(Unit, "LEFT OUTER JOIN", on=(Mail.to_unit == Unit.id))
        .join_from(Mail, Letter, "LEFT OUTER JOIN", on=(Mail.letter == Letter.id))
        .where(Mail.unit == actor.unit_id)
        .order_by(Mail.queued_at.desc(), Mail.id.desc())
        .limit(MAILS_A_PAGE + 1)
        .offset((page - 1) * MAILS_A_PAGE)
    )
    if state is not None:
        query = query.where(Mail.state == state.value)
    lines = [_line(row) for row in query.tuples()]
    return Outbox(tuple(lines[:MAILS_A_PAGE]), _counts(actor), page, len(lines) > MAILS_A_PAGE)


def _line(row: Any) -> MailLine:
    *facts, state = row[:7]
    values = (*facts, MailState(state), *row[7:])
    return MailLine(**dict(zip(_FIELDS, values, strict=True)))


def _counts(actor: Actor) -> dict[MailState, int]:
    query: Any = (
        Mail.select(Mail.state, peewee.fn.COUNT(Mail.id))
        .where(Mail.unit == actor.unit_id)
        .group_by(Mail.state)
    )
    found = {MailState(state): count for state, count in query.tuples()}
    return {state: found[state] for state in MailState if state in found}
