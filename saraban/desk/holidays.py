"""The installation's office holidays: people keep the table, nothing is law by itself."""

from collections.abc import Sequence
from datetime import date, datetime

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.errors import InvalidInput, MissingField, TextTooLong
from saraban.queries.holidays import holiday_on
from saraban.records import Holiday
from saraban.records.database import write_transaction
from saraban.rules.holidays import MOST_NAME, HolidayRow
from saraban.rules.permissions import Act, Actor
from saraban.thai.text import clean_line


def add_holiday(*, actor: Actor, at: datetime, day: date, name_th: str) -> None:
    """Put a day into the table, or give one that is there another name.

    Raises Refused, MissingField, TextTooLong.
    """
    name = clean_line(name_th)
    if not name:
        raise MissingField(field="name_th")
    if len(name) > MOST_NAME:
        raise TextTooLong(field="name_th", most=MOST_NAME)
    import_holidays(actor=actor, at=at, rows=[HolidayRow(day, name)])


def import_holidays(*, actor: Actor, at: datetime, rows: Sequence[HolidayRow]) -> int:
    """Bring the days of a list in, all or none; how many were new or got another name.

    A day that the list does not name stays: one is taken out by hand. Raises Refused.
    """
    _access.require(actor, Act.KEEP_HOLIDAYS)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        for row in rows:
            _put(ledger, row)
        count = len(ledger.changes)
        if count:
            ledger.record("import_holidays", subject="holidays", count=count)
    return count


def remove_holiday(*, actor: Actor, at: datetime, day: date) -> None:
    """Say that offices work on a day that was a holiday; its row stays and says who did.

    Raises Refused, InvalidInput.
    """
    _access.require(actor, Act.KEEP_HOLIDAYS)
    with write_transaction():
        name = holiday_on(day)
        if not name:
            raise InvalidInput(field="day")
        ledger = Ledger(actor=actor, at=at)
        found = Holiday.get_or_none(Holiday.day == day)
        removed = {"removed_at": at, "removed_by": actor.name}
        if found is None:  # one that was known beforehand
            said = {"name_th": name, "added_at": at, "added_by": actor.name}
            ledger.insert(Holiday, day=day, **said, **removed)
        else:
            ledger.update(Holiday, found.id, **removed)
        ledger.record("remove_holiday", subject=str(day), name=name)


def _put(ledger: Ledger, row: HolidayRow) -> None:
    found = Holiday.get_or_none(Holiday.day == row.day)
    said = {"name_th": row.name_th, "added_at": ledger.at, "added_by": ledger.actor.name}
    if found is None:
        ledger.insert(Holiday, day=row.day, **said)
    elif found.name_th != row.name_th or found.removed_at is not None:
        ledger.update(Holiday, found.id, **said, removed_at=None, removed_by=None)
