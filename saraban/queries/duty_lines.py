"""The lines behind the numbers of a duty: unit by unit, each answer and each silence."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import peewee

from saraban.errors import PeriodNotFound, TooManyLines, UnitNotFound
from saraban.queries.duties_in_sight import SeenDuty
from saraban.queries.duty_periods_shown import PeriodHead, periods_of
from saraban.queries.duty_reach import unreached_units
from saraban.queries.duty_rollup import counted_duty
from saraban.records import ExpectedReport, ReportAnswer, Unit
from saraban.records.bare_rows import stored_day
from saraban.records.id_sets import among
from saraban.rules.duty_standings import Standing, standing_of
from saraban.rules.expected_reports import OWED, ExpectedState
from saraban.rules.exports import MOST_ROWS
from saraban.rules.permissions import Actor

LINES_A_PAGE = 200


@dataclass(frozen=True)
class Narrowed:
    """Which units: of one province or district, of a name, in one standing, or one by its uid."""

    province: str = ""
    district: str = ""
    find: str = ""
    standing: Standing | None = None
    unit: str = ""


@dataclass(frozen=True)
class ExpectedLine:
    """One unit in one period. days_late counts days after its own day until the first answer, or
    until today where something is owed.

    has_report is false while nobody answered.
    """

    unit_uid: str
    unit_name: str
    province: str
    district: str
    period: PeriodHead
    due_on: date | None
    state: ExpectedState
    standing: Standing
    is_late: bool
    days_late: int
    answered_at: datetime | None
    has_report: bool


@dataclass(frozen=True)
class ExpectedList:
    """A page of lines, in the order of province, district, unit and period; count is of all."""

    duty: SeenDuty
    period: PeriodHead | None
    lines: tuple[ExpectedLine, ...]
    count: int
    has_more: bool


def expected_lines(
    actor: Actor,
    uid: str,
    *,
    today: date,
    wanted: Narrowed,
    span: tuple[int, int] | None = None,
    standings: Collection[Standing] = (),
    page: int | None = 1,
) -> ExpectedList:
    """What stands behind a number; page None is everything.

    span is the numbers of the first and the last period, both included, None for all; standings
    keeps any of several. Raises DutyNotFound, PeriodNotFound, UnitNotFound, and TooManyLines where
    everything would be more than a file holds: a country's weekly duty has 400,000 lines a year.
    """
    duty = counted_duty(actor, uid)
    every = periods_of(duty.id)
    if span is not None:
        every = tuple(one for one in every if span[0] <= one.number <= span[1])
        if not every:
            raise PeriodNotFound(number=span[0])
    period = every[0] if len(every) == 1 else None
    unreached = unreached_units(duty)
    kept = {wanted.standing} if wanted.standing else set(standings)
    query = lines_query(duty.id, every, wanted)
    if kept:
        query = query.where(_any_of([stands(one, today, unreached) for one in sorted(kept)]))
    else:
        query = query.where(ExpectedReport.state != ExpectedState.STRUCK.value)
    count = query.count()
    if page is None and count > MOST_ROWS:
        raise TooManyLines(count=count, most=MOST_ROWS)
    if page is not None:
        query = query.limit(LINES_A_PAGE).offset((page - 1) * LINES_A_PAGE)
    lines = tuple(line_rows(query, every, today, unreached))
    has_more = page is not None and count > page * LINES_A_PAGE
    return ExpectedList(duty, period, lines, count, has_more)


def _any_of(conditions: list[Any]) -> Any:
    whole = conditions[0]
    for one in conditions[1:]:
        whole |= one
    return whole


def stands(standing: Standing, today: date, unreached: frozenset[int]) -> Any:
    """The condition that an expected report stands so: rules.duty_standings.standing_of as SQL."""
    row = ExpectedReport
    if standing in (Standing.IN_TIME, Standing.LATE):
        reported = (ExpectedState.SUBMITTED.value, ExpectedState.ACCEPTED.value)
        return row.state.in_(reported) & (row.is_late == (standing is Standing.LATE))
    if standing in (Standing.WAITING, Standing.MISSING, Standing.NOT_REACHED):
        waits = row.state == ExpectedState.WAITING.value
        if standing is Standing.NOT_REACHED:
            return waits & among(row.to_unit, unreached)
        if unreached:
            waits &= ~among(row.to_unit, unreached)
        if standing is Standing.MISSING:
            return waits & (row.due_on < today)
        return waits & (row.due_on.is_null() | (row.due_on >= today))
    return row.state == ExpectedState[standing.name].value


def area_named(uid: str) -> Any:
    """The province or district of that uid. Raises UnitNotFound."""
    unit = Unit.get_or_none(Unit.uid == uid)
    if unit is None:
        raise UnitNotFound(uid=uid)
    return unit


def narrow(query: Any, wanted: Narrowed) -> Any:
    """A query of units with only those of the wanted areas and name. Raises UnitNotFound."""
    if wanted.province:
        query = query.where(Unit.province == area_named(wanted.province).id)
    if wanted.district:
        query = query.where(Unit.district == area_named(wanted.district).id)
    if wanted.unit:
        query = query.where(Unit.uid == wanted.unit)
    if words := wanted.find.strip():
        query = query.where(Unit.name_th.contains(words) | Unit.short_name_th.contains(words))
    return query


def in_order(province: Any, district: Any) -> tuple[Any, ...]:
    """By what units are ordered wherever they are shown; both are aliases of their areas."""

    def code(unit: Any) -> Any:
        return peewee.fn.COALESCE(unit.dopa_code, "")

    return code(province), code(district), Unit.name_th, Unit.id


def lines_query(duty_id: int, periods: Collection[PeriodHead], wanted: Narrowed) -> Any:
    """The rows of line_rows, to be narrowed further. Raises UnitNotFound."""
    row, province, district = ExpectedReport, Unit.alias(), Unit.alias()
    query: Any = (
        row.select(
            Unit.uid,
            Unit.name_th,
            province.name_th,
            district.name_th,
            row.period,
            row.due_on,
            row.state,
            row.is_late,
            row.answered_at,
            row.to_unit,
            row.report,
        )
        .join(Unit, on=(row.to_unit == Unit.id))
        .join_from(Unit, province, "LEFT OUTER JOIN", on=(Unit.province == province.id))
        .join_from(Unit, district, "LEFT OUTER JOIN", on=(Unit.district == district.id))
        .where(row.duty == duty_id, among(row.period, [one.id for one in periods]))
        .order_by(*in_order(province, district), row.period)
    )
    return narrow(query, wanted)


def line_rows(
    query: Any, periods: Collection[PeriodHead], today: date, unreached: frozenset[int]
) -> Iterable[ExpectedLine]:
    """The lines of lines_query, but for what was struck.

    The first version tells how late an answer is: a later one does not make it later.
    """
    heads = {one.id: one for one in periods}
    first = ReportAnswer.alias()
    query = query.select_extend(first.days_late).join_from(
        ExpectedReport,
        first,
        "LEFT OUTER JOIN",
        on=(first.expected == ExpectedReport.id) & (first.version == 1),
    )
    for row in query.tuples():
        uid, name, province, district, period, due, state, is_late, answered_at, *rest = row
        unit_id, report, answer_late = rest
        due_on = stored_day(due)
        standing = standing_of(
            state,
            is_late=bool(is_late),
            due_on=due_on,
            today=today,
            is_reached=unit_id not in unreached,
        )
        if standing is None:
            continue
        owes = state in OWED
        overdue = 0 if due_on is None else max(0, (today - due_on).days)
        days = overdue if owes else (answer_late or 0) * bool(is_late)
        yield ExpectedLine(
            unit_uid=uid,
            unit_name=name,
            province=province or "",
            district=district or "",
            period=heads[period],
            due_on=due_on,
            state=ExpectedState(state),
            standing=standing,
            # What is missing is late by its word.
            is_late=bool(is_late) or (owes and days > 0 and standing is not Standing.MISSING),
            days_late=days,
            answered_at=answered_at,
            has_report=report is not None,
        )
