"""The private address under which a person's calendar program reads a unit's due days."""

import secrets
from datetime import datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.errors import CalendarNotFound
from saraban.records import CalendarFeed, Person
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.link_tokens import token_digest
from saraban.rules.permissions import Act, Actor, require

# Of chance, in a link that nobody types: 256 bits, about 43 signs.
_TOKEN_BYTES = 32


def renew_calendar(*, actor: Actor, at: datetime) -> str:
    """Make the address of the actor's unit for this person; the token, told here and never again.

    The one that was good before opens nothing from now on. Raises Refused.
    """
    require(actor, Act.SEE_DUTY)
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    with write_transaction():
        # Of two presses at once the second ends what the first made.
        locked(Person.select().where(Person.id == actor.person_id)).get()
        ledger = Ledger(actor=actor, at=at)
        _end_all(ledger)
        uid = new_uid()
        ledger.insert(
            CalendarFeed,
            uid=uid,
            person=actor.person_id,
            unit=actor.unit_id,
            token_digest=token_digest(token),
            made_at=at,
        )
        ledger.record("renew_calendar", subject=uid)
    return token


def end_calendar(*, actor: Actor, at: datetime) -> None:
    """Let this person's address of the actor's unit open nothing any more.

    Raises Refused, CalendarNotFound.
    """
    require(actor, Act.SEE_DUTY)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        ended = _end_all(ledger)
        if not ended:
            raise CalendarNotFound()
        ledger.record("end_calendar", subject=ended[-1])


def _end_all(ledger: Ledger) -> list[str]:
    """End what is good of this person and unit; the uids."""
    found: Any = locked(
        CalendarFeed.select().where(
            CalendarFeed.person == ledger.actor.person_id,
            CalendarFeed.unit == ledger.unit_id,
            CalendarFeed.ended_at.is_null(),
        )
    )
    feeds = list(found)
    for feed in feeds:
        ledger.update(CalendarFeed, feed.id, ended_at=ledger.at)
    return [feed.uid for feed in feeds]
