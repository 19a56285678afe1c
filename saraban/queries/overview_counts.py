"""What stands in the present periods of many duties, by a number of questions that is fixed."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import peewee

from saraban.queries.duty_periods_shown import PeriodHead
from saraban.queries.duty_reach import Reach, unreached_rows
from saraban.records import ExpectedReport, ReportPeriod
from saraban.records.bare_rows import bare_rows, stored_day
from saraban.records.id_sets import among
from saraban.rules.duties_overview import Numbers
from saraban.rules.duty_standings import Standing, Tally, standing_of
from saraban.rules.expected_reports import ExpectedState

# Numbers by period and by the province of the units, null for what lies in none.
ByArea = dict[int, dict[int | None, Numbers]]


def present_periods(
    duty_ids: Collection[int], *, today: date, since: date | None = None, until: date | None = None
) -> dict[int, tuple[PeriodHead, ...]]:
    """By duty the period that is due next, or else its last, and the last one whose day is past.

    The present one is first; they are often the same. since and until leave only periods that are
    due in that time, both days included.
    """
    coming = ReportPeriod.due_on >= today
    is_coming = peewee.Case(None, [(coming, 1)], 0)
    place = peewee.fn.ROW_NUMBER().over(
        partition_by=[ReportPeriod.duty, is_coming],
        order_by=[
            peewee.Case(None, [(coming, ReportPeriod.due_on)]),
            peewee.Case(None, [(coming, ReportPeriod.number)], ReportPeriod.number * -1),
        ],
    )
    chosen = among(ReportPeriod.duty, duty_ids) & ReportPeriod.struck_at.is_null()
    if since is not None:
        chosen &= ReportPeriod.due_on >= since
    if until is not None:
        chosen &= ReportPeriod.due_on <= until
    placed: Any = ReportPeriod.select(ReportPeriod.id, place.alias("place")).where(chosen)
    placed = placed.alias("placed")
    query: Any = (
        ReportPeriod.select(
            ReportPeriod.duty,
            ReportPeriod.id,
            ReportPeriod.number,
            ReportPeriod.covers_from,
            ReportPeriod.covers_until,
            ReportPeriod.label,
            ReportPeriod.due_on,
            ReportPeriod.closed_at.is_null(False),
        )
        .join(placed, on=(placed.c.id == ReportPeriod.id))
        .where(placed.c.place == 1)
        .order_by(ReportPeriod.duty, ReportPeriod.number)
        .tuples()
    )
    found: dict[int, list[PeriodHead]] = defaultdict(list)
    for duty_id, key, number, begin, end, label, due_on, is_closed in query:
        head = PeriodHead(key, number, begin, end, label, due_on, bool(is_closed))
        found[duty_id].append(head)
    return {duty_id: _present_first(every, today) for duty_id, every in found.items()}


def _present_first(every: list[PeriodHead], today: date) -> tuple[PeriodHead, ...]:
    coming = [one for one in every if one.due_on is not None and one.due_on >= today]
    past = [one for one in every if one not in coming]
    if not coming:
        return tuple(past)
    return (*coming, *(one for one in past if one.due_on is not None))


def numbers_of(
    reaches: Mapping[int, Reach],
    period_ids: Collection[int],
    *,
    today: date,
    reviewed: Collection[int],
    units: Any = None,
) -> ByArea:
    """The numbers of these periods, those whom the letter never came to apart from the silent.

    reaches are the duties; reviewed those whose reports wait for their keeper's word. units is a
    query of the ids of the units that count, None for all: then only the covering index is read.
    """
    row = ExpectedReport
    # COUNT(*), for a column's count would leave the index.
    columns = (row.duty, row.period, row.province, row.state, row.is_late, row.due_on)
    query: Any = row.select(*columns, peewee.fn.COUNT(peewee.SQL("*"))).where(
        among(row.duty, reaches), among(row.period, period_ids)
    )
    if units is not None:
        query = query.where(row.to_unit.in_(units))
    tallies: dict[int, dict[int | None, Tally]] = defaultdict(lambda: defaultdict(Tally))
    reviews: dict[tuple[int, int | None], int] = defaultdict(int)
    with_review = frozenset(reviewed)
    is_waiting = False
    for duty, period, area, state, is_late, due, count in bare_rows(query.group_by(*columns)):
        due_on = stored_day(due)
        standing = standing_of(
            state, is_late=bool(is_late), due_on=due_on, today=today, is_reached=True
        )
        if standing is None:
            continue
        late = bool(is_late) or (standing is Standing.RETURNED and _is_past(due_on, today))
        tallies[period][area].add(standing, count, is_late=late)
        is_waiting |= state == ExpectedState.WAITING
        if state == ExpectedState.SUBMITTED and duty in with_review:
            reviews[period, area] += count
    if is_waiting:
        for one in unreached_rows(reaches, period_ids, units=units):
            _take_out(tallies[one.period_id][one.province_id], one.due_on, today)
    return {
        period: {area: Numbers(tally, reviews[period, area]) for area, tally in areas.items()}
        for period, areas in tallies.items()
    }


def _take_out(tally: Tally, due_on: date | None, today: date) -> None:
    """One whom the letter has not come to was counted as silent: count it for itself."""
    is_past = _is_past(due_on, today)
    tally.add(Standing.MISSING if is_past else Standing.WAITING, -1)
    tally.add(Standing.NOT_REACHED, 1, is_late=is_past)


def _is_past(due_on: date | None, today: date) -> bool:
    return due_on is not None and due_on < today
