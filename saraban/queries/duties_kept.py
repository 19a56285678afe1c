"""The duties that an office keeps, each with what stands in its present period."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

import peewee

from saraban.queries.duty_reach import unreached_of
from saraban.queries.visibility import units_in_reach
from saraban.records import ExpectedReport, Letter, ReportDuty, ReportPeriod, Unit
from saraban.records.id_sets import among
from saraban.rules.expected_reports import OUTSIDE, OWED, ExpectedState
from saraban.rules.permissions import Act, Actor, require

PAGE_SIZE = 40
# Where a state is counted; what is waiting is either missing or not due yet.
_PLACES = {
    ExpectedState.RETURNED: "returned",
    ExpectedState.NIL: "nil",
    ExpectedState.NOT_CONCERNED: "not_concerned",
    ExpectedState.PASSED_ON: "passed_on",
    ExpectedState.COVERED: "covered",
    ExpectedState.DECLARED: "declared",
}


class Which(StrEnum):
    """Which duties a list shows."""

    OPEN = "open"
    LACKING = "lacking"
    ENDED = "ended"


@dataclass(frozen=True)
class PeriodCounts:
    """One period's answers, each kind apart. late are those that came after their day.

    missing are owed and past their day, waiting owed and not yet due, not_reached owed by units to
    which the letter has not come; expected leaves out who was exempted. answered counts reports
    handed in or accepted, and what was entered elsewhere is declared.
    """

    number: int
    due_on: date | None
    label: str
    covers_from: date | None
    covers_until: date | None
    expected: int = 0
    answered: int = 0
    nil: int = 0
    not_concerned: int = 0
    passed_on: int = 0
    covered: int = 0
    declared: int = 0
    returned: int = 0
    waiting: int = 0
    missing: int = 0
    not_reached: int = 0
    late: int = 0


@dataclass(frozen=True)
class KeptLine:
    """A duty in the list; period is null while it has none, period_count leaves struck ones out."""

    uid: str
    name: str
    keeper_name: str
    letter_uid: str
    letter_number: str | None
    point: str
    when_text: str
    roll: str
    unit_count: int
    is_remade: bool
    is_over: bool
    period_count: int
    period: PeriodCounts | None


@dataclass(frozen=True)
class KeptDuties:
    """A page of them; counts says how many each choice would show."""

    lines: tuple[KeptLine, ...]
    which: Which
    counts: dict[Which, int]
    page: int
    page_count: int


def duties_kept(
    actor: Actor, *, today: date, which: Which = Which.OPEN, words: str = "", page: int = 1
) -> KeptDuties:
    """What the actor's unit keeps, an auditor's whole branch: what lacks answers first in LACKING.

    words are looked for in the names. Raises Refused.
    """
    require(actor, Act.SEE_DUTY)
    in_reach = ReportDuty.unit.in_(units_in_reach(actor))
    if words.strip():
        in_reach &= ReportDuty.name.contains(words.strip())
    open_ones = in_reach & ReportDuty.ended_at.is_null()
    lacking = open_ones & _has_missing(today)
    wanted = {
        Which.OPEN: open_ones,
        Which.LACKING: lacking,
        Which.ENDED: in_reach & ReportDuty.ended_at.is_null(False),
    }
    counts = {one: ReportDuty.select().where(asked).count() for one, asked in wanted.items()}
    page_count = max(1, -(-counts[which] // PAGE_SIZE))
    page = min(max(1, page), page_count)
    rows: list[Any] = list(
        ReportDuty.select(ReportDuty, Letter, Unit)
        .join(Letter, on=(ReportDuty.letter == Letter.id))
        .switch(ReportDuty)
        .join(Unit, on=(ReportDuty.unit == Unit.id))
        .where(wanted[which])
        .order_by(ReportDuty.id.desc())
        .paginate(page, PAGE_SIZE)
    )
    present, period_counts = _present_periods([row.id for row in rows], today)
    filled = _counts(present, today)
    for row in rows:
        if row.id in filled:
            filled[row.id] = _reached_apart(row, filled[row.id], today)
    return KeptDuties(
        tuple(_line(row, period_counts[row.id], filled.get(row.id)) for row in rows),
        which,
        counts,
        page,
        page_count,
    )


def _has_missing(today: date) -> Any:
    """A condition on duties, looked up duty by duty: other offices' duties are many times more."""
    missing: Any = ExpectedReport.select(ExpectedReport.id).where(
        ExpectedReport.duty == ReportDuty.id,
        ExpectedReport.state.in_([int(state) for state in OWED]),
        ExpectedReport.due_on < today,
    )
    return peewee.fn.EXISTS(missing)


def _present_periods(
    duty_ids: list[int], today: date
) -> tuple[dict[int, tuple[int, PeriodCounts]], dict[int, int]]:
    """By duty: its period that is due next, else its last, with its id; how many it has."""
    query: Any = (
        ReportPeriod.select(
            ReportPeriod.duty,
            ReportPeriod.id,
            ReportPeriod.number,
            ReportPeriod.due_on,
            ReportPeriod.label,
            ReportPeriod.covers_from,
            ReportPeriod.covers_until,
        )
        .where(ReportPeriod.duty.in_(duty_ids), ReportPeriod.struck_at.is_null())
        .order_by(ReportPeriod.duty, ReportPeriod.number)
        .tuples()
    )
    periods: dict[int, list[tuple[int, PeriodCounts]]] = defaultdict(list)
    for duty_id, period_id, *facts in query:
        periods[duty_id].append((period_id, PeriodCounts(*facts)))
    counts = {duty_id: len(periods[duty_id]) for duty_id in duty_ids}
    return {duty_id: _present(found, today) for duty_id, found in periods.items() if found}, counts


def _present(periods: list[tuple[int, PeriodCounts]], today: date) -> tuple[int, PeriodCounts]:
    coming = [one for one in periods if one[1].due_on is not None and one[1].due_on >= today]
    if coming:
        return min(coming, key=lambda one: (one[1].due_on or today, one[1].number))
    return periods[-1]


def _counts(present: dict[int, tuple[int, PeriodCounts]], today: date) -> dict[int, PeriodCounts]:
    """The present periods with their answers counted, by one statement off the covering index."""
    if not present:
        return {}
    is_past = peewee.Case(None, [(ExpectedReport.due_on < today, 1)], 0)
    query: Any = (
        ExpectedReport.select(
            ExpectedReport.duty,
            ExpectedReport.state,
            ExpectedReport.is_late,
            peewee.fn.COUNT(ExpectedReport.id),
            # A sum: PostgreSQL does not know a CASE with parameters again in GROUP BY.
            peewee.fn.SUM(is_past),
        )
        .where(
            ExpectedReport.duty.in_(list(present)),
            ExpectedReport.period.in_([period_id for period_id, _ in present.values()]),
        )
        .group_by(ExpectedReport.duty, ExpectedReport.state, ExpectedReport.is_late)
        .tuples()
    )
    sums: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for duty_id, state, is_late, count, past_count in query:
        if ExpectedState(state) in OUTSIDE:
            continue
        sums[duty_id]["expected"] += count
        if ExpectedState(state) is ExpectedState.WAITING:
            sums[duty_id]["missing"] += int(past_count)
            sums[duty_id]["waiting"] += count - int(past_count)
        else:
            sums[duty_id][_PLACES.get(ExpectedState(state), "answered")] += count
        if is_late:
            sums[duty_id]["late"] += count
    return {
        duty_id: PeriodCounts(
            one.number, one.due_on, one.label, one.covers_from, one.covers_until, **sums[duty_id]
        )
        for duty_id, (_, one) in present.items()
    }


def _reached_apart(row: Any, counts: PeriodCounts, today: date) -> PeriodCounts:
    """Whom the letter has not come to, apart from those who are silent."""
    if not (counts.waiting or counts.missing):
        return counts
    unreached = unreached_of(row.id, letter_id=row.letter_id, keeper_id=row.unit_id)
    if not unreached:
        return counts
    is_past = peewee.Case(None, [(ExpectedReport.due_on < today, 1)], 0)
    found: Any = (
        ExpectedReport.select(peewee.fn.COUNT(ExpectedReport.id), peewee.fn.SUM(is_past))
        .join(ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .where(
            ReportPeriod.duty == row.id,
            ReportPeriod.number == counts.number,
            ExpectedReport.state == int(ExpectedState.WAITING),
            among(ExpectedReport.to_unit, unreached),
        )
        .tuples()
        .first()
    )
    count, past_count = int(found[0]), int(found[1] or 0)
    return replace(
        counts,
        not_reached=count,
        missing=counts.missing - past_count,
        waiting=counts.waiting - (count - past_count),
    )


def _line(row: Any, period_count: int, period: PeriodCounts | None) -> KeptLine:
    return KeptLine(
        uid=row.uid,
        name=row.name,
        keeper_name=row.unit.name_th,
        letter_uid=row.letter.uid,
        letter_number=row.letter.printed_number,
        point=row.point.point if row.point_id else "",
        when_text=row.when_text,
        roll=row.roll,
        unit_count=row.unit_count,
        is_remade=row.above_id is not None,
        is_over=row.ended_at is not None,
        period_count=period_count,
        period=period,
    )
