"""Which days to come move when offices are closed on other days: looked at before it is done.

Only what is to come moves: no day that is past, no period that is closed or struck, no answer
that is in, no day that a person chose or granted.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import peewee

from saraban.queries.holidays import HolidayChange, office_days_everywhere
from saraban.records import ExpectedReport, ReportDuty, ReportPeriod, Unit
from saraban.records.id_sets import among
from saraban.rules.due_dates import DueDay, roll_of
from saraban.rules.due_recount import recounted
from saraban.rules.due_text import due_from_text, steps_as_text
from saraban.rules.expected_reports import OWED
from saraban.rules.office_days import OfficeDays
from saraban.rules.when_text import when_from_text

# A day is moved by a holiday no further away from it than offices are ever closed in a row.
_NEAR = timedelta(days=31)
_LONGEST_COUNT = timedelta(days=1700)


@dataclass(frozen=True)
class DueMove:
    """A day to come that another one takes the place of, for all units of a period or for some.

    is_period moves the period itself, and with it every unit that has its day. province_id is the
    province whose units alone move, but_provinces those whose units do not follow the period.
    Where before_on is after_on, only the reasons change: the day itself became a holiday.
    """

    period_id: int
    duty_uid: str
    duty_name: str
    keeper_name: str
    number: int
    covers_from: date | None
    covers_until: date | None
    label: str
    province_id: int | None
    province_name: str
    but_provinces: tuple[int, ...]
    is_period: bool
    before_on: date
    before_steps: str
    after_on: date
    after_steps: str
    unit_count: int

    @property
    def is_move(self) -> bool:
        """Whether the day is another one."""
        return self.before_on != self.after_on

    @property
    def is_closed(self) -> bool:
        """Whether it ends on a day without an office all the same."""
        due = due_from_text(self.after_on, self.after_steps)
        return due is not None and due.is_closed


@dataclass(frozen=True)
class _Group:
    """Units of a period that have one day for the same reasons."""

    province_id: int | None
    due_on: date
    steps: str
    unit_count: int


def due_moves(
    *,
    today: date,
    changes: Collection[HolidayChange] = (),
    period_ids: Collection[int] | None = None,
    duty_id: int | None = None,
) -> list[DueMove]:
    """What would move if these holidays were changed; without any, what is not yet as it should be.

    period_ids, or duty_id, narrows it down. In the order of the days before.
    """
    bound = max([today, *([min(one.day for one in changes) - _NEAR] if changes else [])])
    periods = _periods(bound, period_ids, duty_id)
    if not periods:
        return []
    groups = _groups([row.id for row in periods], bound)
    last = max((row.due_on for row in periods if row.due_on), default=today)
    calendar = _Calendar(bound - _LONGEST_COUNT, max(last, today) + _LONGEST_COUNT, changes)
    found: list[DueMove] = []
    for row in periods:
        found += _moves_of(row, groups.get(row.id, []), calendar, today)
    return sorted(found, key=lambda move: (move.before_on, move.period_id, not move.is_period))


class _Calendar:
    """The office days of the country, and of each province that has days of its own."""

    def __init__(self, first: date, last: date, changes: Collection[HolidayChange]) -> None:
        self.country, self.of_province = office_days_everywhere(first, last, changes=changes)
        own = sorted(self.of_province)
        names: Any = Unit.select(Unit.id, Unit.name_th).where(among(Unit.id, own))
        self.names = dict(names.tuples())

    def of(self, province_id: int | None) -> OfficeDays:
        """The office days of a province's units."""
        if province_id is None:
            return self.country
        return self.of_province.get(province_id, self.country)

    def scope(self, province_id: int | None) -> int | None:
        """The province where it has days of its own, else none: it follows the country."""
        return province_id if province_id in self.of_province else None


def _moves_of(row: Any, groups: list[_Group], calendar: _Calendar, today: date) -> list[DueMove]:
    when, roll = when_from_text(row.when_text), roll_of(when_from_text(row.when_text), row.roll)
    period_due = None if row.is_by_hand else due_from_text(row.due_on, row.steps)
    stands = (row.due_on, row.steps)
    country: tuple[date | None, str] = stands
    if period_due is not None:
        found = recounted(when, period_due, days=calendar.country, roll=roll)
        if found is not None and found.on >= today:
            country = (found.on, steps_as_text(found))
    # Many provinces' units, without days of their own, are one move.
    counts: dict[tuple[int | None, date, str, date, str], int] = {}
    for group in groups:
        scope = calendar.scope(group.province_id)
        due = due_from_text(group.due_on, group.steps) if group.steps else period_due
        if due is None or (not group.steps and group.due_on != row.due_on):
            continue  # a day that a person granted, or of a period that one chose
        after = _after(recounted(when, due, days=calendar.of(scope), roll=roll), country)
        if after is None or after[0] < today or after == (group.due_on, group.steps):
            continue
        key = (scope, group.due_on, group.steps, *after)
        counts[key] = counts.get(key, 0) + group.unit_count
    own = tuple(sorted(one for one in calendar.of_province))
    moves = []
    if country != stands:
        assert row.due_on is not None and country[0] is not None, "only a day is counted again"
        key = (None, row.due_on, "", country[0], "")
        moves.append(_move(row, key, own, counts.pop(key, 0), calendar, steps=country[1]))
    return moves + [_move(row, key, own, count, calendar) for key, count in counts.items()]


def _after(found: DueDay | None, country: tuple[date | None, str]) -> tuple[date, str] | None:
    """The day and reasons of units; those of the period itself are not repeated."""
    if found is None:
        return None
    return (found.on, "" if found.on == country[0] else steps_as_text(found))


def _move(
    row: Any,
    key: tuple[int | None, date, str, date, str],
    own: tuple[int, ...],
    unit_count: int,
    calendar: _Calendar,
    *,
    steps: str | None = None,
) -> DueMove:
    scope, before_on, before_steps, after_on, after_steps = key
    return DueMove(
        period_id=row.id,
        duty_uid=row.uid,
        duty_name=row.name,
        keeper_name=row.keeper,
        number=row.number,
        covers_from=row.covers_from,
        covers_until=row.covers_until,
        label=row.label,
        province_id=scope,
        province_name="" if scope is None else str(calendar.names[scope]),
        but_provinces=own if scope is None else (),
        is_period=steps is not None,
        before_on=before_on,
        before_steps=before_steps if steps is None else row.steps,
        after_on=after_on,
        after_steps=after_steps if steps is None else steps,
        unit_count=unit_count,
    )


def _periods(bound: date, period_ids: Collection[int] | None, duty_id: int | None) -> list[Any]:
    """Periods that take answers and whose day, or whose units' own day, is to come."""
    by_receipt = ReportDuty.when_text.contains('"anchor":"receipt"')
    query = (
        ReportPeriod.select(
            ReportPeriod.id,
            ReportPeriod.number,
            ReportPeriod.covers_from,
            ReportPeriod.covers_until,
            ReportPeriod.label,
            ReportPeriod.due_on,
            ReportPeriod.steps,
            ReportPeriod.is_by_hand,
            ReportDuty.uid,
            ReportDuty.name,
            ReportDuty.when_text,
            ReportDuty.roll,
            Unit.name_th.alias("keeper"),
        )
        .join(ReportDuty, on=(ReportPeriod.duty == ReportDuty.id))
        .join(Unit, on=(ReportDuty.unit == Unit.id))
        .where(
            ReportDuty.ended_at.is_null(),
            ReportPeriod.struck_at.is_null(),
            ReportPeriod.closed_at.is_null(),
            (ReportPeriod.due_on >= bound) | (ReportPeriod.due_on.is_null() & by_receipt),
        )
        .order_by(ReportPeriod.id)
    )
    if period_ids is not None:
        query = query.where(among(ReportPeriod.id, period_ids))
    if duty_id is not None:
        query = query.where(ReportPeriod.duty == duty_id)
    return list(query.objects())


def _groups(period_ids: list[int], bound: date) -> dict[int, list[_Group]]:
    """What is still owed of these periods, by province, day and reasons."""
    found: dict[int, list[_Group]] = {}
    query: Any = (
        ExpectedReport.select(
            ExpectedReport.period,
            ExpectedReport.province,
            ExpectedReport.due_on,
            ExpectedReport.steps,
            peewee.fn.COUNT(ExpectedReport.id),
        )
        .where(
            among(ExpectedReport.period, period_ids),
            ExpectedReport.state.in_([int(state) for state in OWED]),
            ExpectedReport.due_on >= bound,
        )
        .group_by(
            ExpectedReport.period,
            ExpectedReport.province,
            ExpectedReport.due_on,
            ExpectedReport.steps,
        )
        .order_by(ExpectedReport.period, ExpectedReport.province)
        .tuples()
    )
    for period_id, *rest in query:
        found.setdefault(period_id, []).append(_Group(*rest))
    return found
