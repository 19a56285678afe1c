"""The installation's office holidays: people keep the table, nothing is law by itself.

Days to come that follow from a changed day move in the same act (`_due_recount`), or by the worker
where they are many; what is past never does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._due_recount import ask_recount, is_too_many, move_days
from saraban.errors import InvalidInput, MissingField, ProvinceUnknown, TextTooLong
from saraban.queries.due_recount import DueMove, due_moves
from saraban.queries.holidays import HolidayChange, holiday_on
from saraban.records import Holiday, ProvinceHoliday, Unit
from saraban.records.database import write_transaction
from saraban.rules.days import day_of
from saraban.rules.holidays import MOST_NAME, HolidayRow
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.units import UnitKind
from saraban.thai.text import clean_line

MOST_REASON = 500


@dataclass(frozen=True)
class HolidaysKept:
    """What a change of the table did: days that changed in it, and due days that moved.

    is_later: these are so many that the worker moves them, within a minute.
    """

    count: int
    moves: tuple[DueMove, ...] = ()
    is_later: bool = False


def add_holiday(
    *, actor: Actor, at: datetime, day: date, name_th: str, province_id: int | None = None
) -> HolidaysKept:
    """Put a day into the table, or give one that is there another name.

    province_id closes the offices of that province only. Raises Refused, MissingField,
    TextTooLong, ProvinceUnknown.
    """
    name = clean_line(name_th)
    if not name:
        raise MissingField(field="name_th")
    if len(name) > MOST_NAME:
        raise TextTooLong(field="name_th", most=MOST_NAME)
    if province_id is None:
        return import_holidays(actor=actor, at=at, rows=[HolidayRow(day, name)])
    require(actor, Act.KEEP_HOLIDAYS)
    with write_transaction():
        province = _province(province_id)
        ledger = Ledger(actor=actor, at=at)
        _put_in_province(ledger, HolidayRow(day, name), province.id)
        if not ledger.changes:
            return HolidaysKept(0)
        kept = _moved(ledger, 1, HolidayChange(day, name, province.id))
        ledger.record(
            "import_holidays", subject="holidays", count=1, unit=province.name_th,
            moved_count=len(kept.moves),
        )  # fmt: skip
    return kept


def import_holidays(*, actor: Actor, at: datetime, rows: Sequence[HolidayRow]) -> HolidaysKept:
    """Bring the days of a list in, all or none; how many were new or got another name.

    A day that the list does not name stays: one is taken out by hand. Raises Refused.
    """
    require(actor, Act.KEEP_HOLIDAYS)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        for row in rows:
            _put(ledger, row)
        count = len(ledger.changes)
        if not count:
            return HolidaysKept(0)
        kept = _moved(ledger, count, *(HolidayChange(row.day, row.name_th) for row in rows))
        ledger.record(
            "import_holidays", subject="holidays", count=count, moved_count=len(kept.moves)
        )
    return kept


def remove_holiday(
    *, actor: Actor, at: datetime, day: date, province_id: int | None = None
) -> HolidaysKept:
    """Say that offices work on a day that was a holiday; its row stays and says who did.

    Raises Refused, InvalidInput, ProvinceUnknown.
    """
    require(actor, Act.KEEP_HOLIDAYS)
    with write_transaction():
        if province_id is not None:
            return _remove_from_province(Ledger(actor=actor, at=at), day, _province(province_id))
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
        kept = _moved(ledger, 1, HolidayChange(day, ""))
        ledger.record("remove_holiday", subject=str(day), name=name, moved_count=len(kept.moves))
    return kept


def _moved(ledger: Ledger, count: int, *changes: HolidayChange) -> HolidaysKept:
    """Move the days to come, or leave that to the worker; the table is changed already."""
    moves = tuple(due_moves(today=day_of(ledger.at), changes=changes))
    if is_too_many(moves):
        ask_recount()
        return HolidaysKept(count, moves, is_later=True)
    names = ", ".join(dict.fromkeys(one.name_th for one in changes if one.name_th))
    move_days(ledger, moves, reason=names[:MOST_REASON])
    return HolidaysKept(count, moves)


def _put(ledger: Ledger, row: HolidayRow) -> None:
    found = Holiday.get_or_none(Holiday.day == row.day)
    said = {"name_th": row.name_th, "added_at": ledger.at, "added_by": ledger.actor.name}
    if found is None:
        # Of two who declare one day at once the second finds it there.
        if ledger.insert_new(Holiday, day=row.day, **said) is None:
            _put(ledger, row)
    elif found.name_th != row.name_th or found.removed_at is not None:
        ledger.update(Holiday, found.id, **said, removed_at=None, removed_by=None)


def _province(province_id: int) -> Any:
    found = Unit.get_or_none(Unit.id == province_id, Unit.kind == UnitKind.PROVINCE.value)
    if found is None:
        raise ProvinceUnknown(field="province")
    return found


def _put_in_province(ledger: Ledger, row: HolidayRow, province_id: int) -> None:
    found = _in_province(row.day, province_id)
    said = {"name_th": row.name_th, "added_at": ledger.at, "added_by": ledger.actor.name}
    if found is None:
        if ledger.insert_new(ProvinceHoliday, day=row.day, province=province_id, **said) is None:
            _put_in_province(ledger, row, province_id)
    elif found.name_th != row.name_th or found.removed_at is not None:
        ledger.update(ProvinceHoliday, found.id, **said, removed_at=None, removed_by=None)


def _remove_from_province(ledger: Ledger, day: date, province: Any) -> HolidaysKept:
    found = _in_province(day, province.id)
    if found is None or found.removed_at is not None:
        raise InvalidInput(field="day")
    ledger.update(ProvinceHoliday, found.id, removed_at=ledger.at, removed_by=ledger.actor.name)
    kept = _moved(ledger, 1, HolidayChange(day, "", province.id))
    ledger.record(
        "remove_holiday", subject=str(day), name=found.name_th, unit=province.name_th,
        moved_count=len(kept.moves),
    )  # fmt: skip
    return kept


def _in_province(day: date, province_id: int) -> Any:
    return ProvinceHoliday.get_or_none(
        ProvinceHoliday.day == day, ProvinceHoliday.province == province_id
    )
