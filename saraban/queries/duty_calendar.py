"""Due days as a calendar: of a unit, of it with the desks inside it, or of those that answer to it.

For one's own units each report stands by itself; for those that answer there are counts by
state of each duty's period and day, so that a country's calendar is as short as a unit's.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import fn

from saraban.errors import Refused
from saraban.queries.holidays import office_days
from saraban.queries.visibility import desks_below, units_in_reach
from saraban.queries.work_rows import OwedOther, bare_points, owed_relays
from saraban.records import DueChange, ExpectedReport, Letter, ReportDuty, ReportPeriod, Unit
from saraban.records.id_sets import among
from saraban.rules.duty_calendar import View, Whose, days_of
from saraban.rules.expected_reports import OUTSIDE, OWED, ExpectedState
from saraban.rules.permissions import Act, Actor, may, require, who_may
from saraban.rules.work_list import WorkKind

# A month of one unit has some dozens.
MOST_ITEMS = 1000


@dataclass(frozen=True)
class CalendarItem:
    """One thing due on a day. state is null for what is no expected report.

    who asks for it; where several units' things stand side by side, which of them owes it.
    """

    kind: WorkKind
    due_on: date
    name: str
    secrecy: str
    who: str
    letter_uid: str
    duty_uid: str = ""
    period: int = 0
    covers_from: date | None = None
    covers_until: date | None = None
    label: str = ""
    state: ExpectedState | None = None
    is_late: bool = False


@dataclass(frozen=True)
class CalendarCount:
    """How far one period of a duty has come on one due day of it; each number by itself.

    owed is what nothing came for yet, answered what came in time, late what came after.
    """

    due_on: date
    name: str
    secrecy: str
    who: str
    duty_uid: str
    period: int
    covers_from: date | None
    covers_until: date | None
    label: str
    owed: int
    returned: int
    answered: int
    late: int
    outside: int

    @property
    def expected(self) -> int:
        """All but what nobody waits for any more."""
        return self.owed + self.returned + self.answered + self.late


@dataclass(frozen=True)
class CalendarDay:
    """One day with what is due on it. holiday is its name where offices are closed for it."""

    on: date
    holiday: str
    items: tuple[CalendarItem, ...]
    counts: tuple[CalendarCount, ...]


@dataclass(frozen=True)
class DutyCalendar:
    """The days in order, whose they are, and whose else the actor may look at."""

    days: tuple[CalendarDay, ...]
    whose: Whose
    choices: tuple[Whose, ...]
    unit_name: str

    @property
    def weeks(self) -> tuple[tuple[CalendarDay, ...], ...]:
        """The days by sevens, from Sunday."""
        return tuple(self.days[at : at + 7] for at in range(0, len(self.days), 7))


def duty_calendar(actor: Actor, *, view: View, on: date, whose: Whose = Whose.UNIT) -> DutyCalendar:
    """What is due on the days around `on`. Raises Refused, also for a branch not one's own."""
    require(actor, Act.SEE_DUTY)
    choices = _choices(actor)
    if whose not in choices:
        raise Refused(act=Act.SEE_DUTY.value, who_may=who_may(Act.ORDER))
    days = days_of(view, on)
    items: dict[date, list[CalendarItem]] = defaultdict(list)
    counts: dict[date, list[CalendarCount]] = defaultdict(list)
    unit: Any = Unit.get_by_id(actor.unit_id)
    if whose is Whose.BELOW:
        for count in _counts(actor, days[0], days[-1]):
            counts[count.due_on].append(count)
    else:
        inner = desks_below(actor.unit_id) if whose is Whose.INNER else []
        for item in _items([actor.unit_id, *inner], days[0], days[-1]):
            items[item.due_on].append(item)
    closed = office_days(days[0], days[-1], unit.province_id).holidays
    return DutyCalendar(
        days=tuple(
            CalendarDay(
                day, closed.get(day, ""), tuple(items.get(day, ())), tuple(counts.get(day, ()))
            )
            for day in days
        ),
        whose=whose,
        choices=choices,
        unit_name=unit.name_th,
    )


def _choices(actor: Actor) -> tuple[Whose, ...]:
    """An executive may look at the desks inside too; who reads the unit's duties, at its branch."""
    inner = may(actor, Act.ORDER) and bool(desks_below(actor.unit_id))
    return (Whose.UNIT, Whose.INNER, Whose.BELOW) if inner else (Whose.UNIT, Whose.BELOW)


def _items(unit_ids: Sequence[int], first: date, last: date) -> Iterable[CalendarItem]:
    is_one = len(unit_ids) == 1
    keeper = Unit.alias()
    query: Any = (
        ExpectedReport.select(
            ExpectedReport.due_on,
            ReportDuty.name,
            Letter.secrecy,
            keeper.name_th if is_one else Unit.name_th,
            Letter.uid,
            ReportDuty.uid,
            ReportPeriod.number,
            ReportPeriod.covers_from,
            ReportPeriod.covers_until,
            ReportPeriod.label,
            ExpectedReport.state,
            ExpectedReport.is_late,
        )
        .join(ReportDuty, on=(ExpectedReport.duty == ReportDuty.id))
        .join_from(ExpectedReport, ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .join_from(ExpectedReport, Unit, on=(ExpectedReport.to_unit == Unit.id))
        .join_from(ReportDuty, Letter, on=(ReportDuty.letter == Letter.id))
        .join_from(ReportDuty, keeper, on=(ReportDuty.unit == keeper.id))
        .where(
            ExpectedReport.to_unit.in_(list(unit_ids)),
            ExpectedReport.state < ExpectedState.STRUCK.value,
            ExpectedReport.due_on.between(first, last),
            ReportPeriod.struck_at.is_null(),
        )
        .order_by(ExpectedReport.due_on, ReportDuty.name, ExpectedReport.id)
        .limit(MOST_ITEMS)
        .tuples()
    )
    for (
        due_on, name, secrecy, who, letter_uid, duty_uid, period, covers_from, covers_until, label,
        state, is_late,
    ) in query:  # fmt: skip
        yield CalendarItem(
            kind=WorkKind.REPORT,
            due_on=due_on,
            name=name,
            secrecy=secrecy,
            who=who,
            letter_uid=letter_uid,
            duty_uid=duty_uid,
            period=period,
            covers_from=covers_from,
            covers_until=covers_until,
            label=label,
            state=ExpectedState(state),
            is_late=bool(is_late),
        )
    named: Any = Unit.select(Unit.id, Unit.name_th).where(Unit.id.in_(list(unit_ids)))
    for unit_id, unit_name in named.order_by(Unit.id).tuples():
        who = None if is_one else unit_name
        yield from _others(WorkKind.RELAY, owed_relays(unit_id), first, last, who)
        yield from _others(WorkKind.POINT, bare_points(unit_id), first, last, who)


def _others(
    kind: WorkKind, rows: Iterable[OwedOther], first: date, last: date, who: str | None
) -> Iterable[CalendarItem]:
    for row in rows:
        if first <= row.due_on <= last:
            yield CalendarItem(
                kind, row.due_on, row.name, row.secrecy, who or row.keeper, row.letter_uid
            )


def _counts(actor: Actor, first: date, last: date) -> Iterable[CalendarCount]:
    """By the covering index of duty and period; the periods are found first, so it stays short."""
    kept: Any = (
        ReportDuty.select(
            ReportDuty.id, ReportDuty.uid, ReportDuty.name, Letter.secrecy, Unit.name_th
        )
        .join(Letter, on=(ReportDuty.letter == Letter.id))
        .join_from(ReportDuty, Unit, on=(ReportDuty.unit == Unit.id))
        .where(ReportDuty.unit.in_(units_in_reach(actor)))
        .tuples()
    )
    duties = {row[0]: row for row in kept}
    periods = _periods(duties, first, last)
    query: Any = (
        ExpectedReport.select(
            ExpectedReport.period,
            ExpectedReport.due_on,
            ExpectedReport.state,
            ExpectedReport.is_late,
            fn.COUNT(ExpectedReport.id),
        )
        .where(
            among(ExpectedReport.duty, {one[1] for one in periods.values()}),
            among(ExpectedReport.period, periods),
            ExpectedReport.due_on.between(first, last),
        )
        .group_by(
            ExpectedReport.period,
            ExpectedReport.due_on,
            ExpectedReport.state,
            ExpectedReport.is_late,
        )
        .order_by(ExpectedReport.due_on, ExpectedReport.period)
        .tuples()
    )
    found: dict[tuple[date, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for period, due_on, state, is_late, count in query:
        found[due_on, period][_column(ExpectedState(state), bool(is_late))] += count
    for (due_on, period), numbers in found.items():
        _, duty_id, number, covers_from, covers_until, label = periods[period]
        _, uid, name, secrecy, who = duties[duty_id]
        yield CalendarCount(
            due_on, name, secrecy, who, uid, number, covers_from, covers_until, label,
            **{key: numbers.get(key, 0) for key in _COLUMNS},
        )  # fmt: skip


_COLUMNS = ("owed", "returned", "answered", "late", "outside")


def _column(state: ExpectedState, is_late: bool) -> str:
    if state in OUTSIDE:
        return "outside"
    if state is ExpectedState.RETURNED:
        return "returned"
    if state in OWED:
        return "owed"
    return "late" if is_late else "answered"


def _periods(duty_ids: Iterable[int], first: date, last: date) -> dict[int, tuple[Any, ...]]:
    """Periods whose own day is in the span, without one, or with a unit's day moved into it."""
    moved: Any = DueChange.select(DueChange.id).where(
        DueChange.period == ReportPeriod.id, DueChange.after_on.between(first, last)
    )
    query: Any = (
        ReportPeriod.select(
            ReportPeriod.id,
            ReportPeriod.duty,
            ReportPeriod.number,
            ReportPeriod.covers_from,
            ReportPeriod.covers_until,
            ReportPeriod.label,
        )
        .where(
            among(ReportPeriod.duty, duty_ids),
            ReportPeriod.struck_at.is_null(),
            ReportPeriod.due_on.between(first, last)
            | ReportPeriod.due_on.is_null()
            | fn.EXISTS(moved),
        )
        .tuples()
    )
    return {row[0]: row for row in query}
