"""Closing a registry's day: its lines are bound to the ledger by a code that is printed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.errors import FutureDate, NothingToClose
from saraban.queries.day_lines import day_lines
from saraban.records import DayClosing, Unit
from saraban.records.database import write_transaction
from saraban.records.fields import new_uid
from saraban.rules.closings import closing_code, lines_digest
from saraban.rules.days import day_of
from saraban.rules.permissions import Act, Actor, require
from saraban.thai.dates import format_medium


@dataclass(frozen=True)
class Closed:
    """The code of a day, and the how-manieth closing of it this is."""

    code: str
    round: int


def close_day(*, actor: Actor, at: datetime, day: date) -> Closed:
    """Close a day of the actor's own registry, or give the closing that still says the same.

    A day whose lines changed since may be closed again: the earlier closing stays. Raises
    Refused, FutureDate, NothingToClose for a day without a line.
    """
    require(actor, Act.CLOSE_DAY)
    if day > day_of(at):
        raise FutureDate(field="day", date_text=format_medium(day))
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        # Held first: whoever registers now writes its event after this one, and its line too.
        seq, head = ledger.hold_head()
        lines = day_lines(actor.unit_id, day)
        if not lines:
            raise NothingToClose(field="day", date_text=format_medium(day))
        digest, last = lines_digest(lines), _last(actor.unit_id, day)
        if last is not None and last.lines_digest == digest:
            return Closed(last.code, last.round)
        round_ = 1 if last is None else last.round + 1
        code = closing_code(
            unit_uid=Unit.get_by_id(actor.unit_id).uid,
            day=day,
            round_=round_,
            seq=seq,
            head_digest=head,
            digest=digest,
        )
        ledger.insert(
            DayClosing,
            uid=new_uid(),
            unit=actor.unit_id,
            day=day,
            round=round_,
            code=code,
            seq=seq,
            head_digest=head,
            lines_digest=digest,
            closed_at=at,
            closed_by=actor.name,
        )
        ledger.record(
            "close_day", subject=code, day=day.isoformat(), round=round_, line_count=len(lines)
        )
    return Closed(code, round_)


def _last(unit_id: int, day: date) -> Any:
    return (
        DayClosing.select()
        .where(DayClosing.unit == unit_id, DayClosing.day == day)
        .order_by(DayClosing.round.desc())
        .first()
    )
