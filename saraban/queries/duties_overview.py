"""All duties that a unit keeps and those that it owes, a line each, what is most behind first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.queries.duties_in_sight import duties_reached
from saraban.queries.duty_periods_shown import PeriodHead
from saraban.queries.duty_reach import Reach
from saraban.queries.duty_rollup import named_areas
from saraban.queries.overview_counts import ByArea, numbers_of, present_periods
from saraban.queries.visibility import desks_below, units_in_reach
from saraban.records import DutyUnit, Letter, ReportDuty, Unit
from saraban.records.id_sets import among
from saraban.rules.duties_overview import Numbers, Shown, Side, Sort, behind_key, due_key, is_shown
from saraban.rules.duty_standings import Tally
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, Actor, may, require

PAGE_SIZE = 50


@dataclass(frozen=True)
class Wanted:
    """What of the overview is wanted; blank or null for all.

    since and until are of the day a period is due, both included. province is a province's uid:
    only its units are counted, and duties that none of them owes are left out. words are looked
    for in the names.
    """

    side: Side | None = None
    shown: Shown | None = None
    since: date | None = None
    until: date | None = None
    province: str = ""
    words: str = ""
    sort: Sort = Sort.BEHIND


@dataclass(frozen=True)
class PeriodNumbers:
    """A period with its numbers."""

    period: PeriodHead
    numbers: Numbers


@dataclass(frozen=True)
class OverviewLine:
    """A duty. Of one that is owed the numbers are of the reader's own units alone.

    present is its period that is due next, or else its last, before the last one whose day had
    passed before that. is_seen: its page may be opened; is_counted: and its lists.
    """

    uid: str
    name: str
    side: Side
    keeper_name: str
    letter_uid: str
    letter_number: str | None
    secrecy: str
    when_text: str
    roll: str
    is_over: bool
    is_seen: bool
    is_counted: bool
    present: PeriodNumbers | None
    before: PeriodNumbers | None

    @property
    def every(self) -> tuple[Numbers, ...]:
        """The numbers of both periods."""
        return tuple(one.numbers for one in (self.present, self.before) if one is not None)


@dataclass(frozen=True)
class DutiesOverview:
    """A page of lines; count is of all. provinces are uid and name of those that can be chosen.

    total adds up the present periods of all lines, not of the page alone. is_branch: an auditor
    looks at more than one unit.
    """

    lines: tuple[OverviewLine, ...]
    count: int
    total: Numbers
    provinces: dict[str, str]
    wanted: Wanted
    is_branch: bool
    page: int
    page_count: int


def duties_overview(
    actor: Actor, *, today: date, wanted: Wanted, page: int | None = 1
) -> DutiesOverview:
    """The actor's duties, an auditor's whole branch; page None is everything. Raises Refused.

    An executive's own units are those of the desks inside too.
    """
    require(actor, Act.SEE_DUTY)
    rows = _rows(actor, wanted)
    periods = present_periods(
        [row.id for row, _ in rows], today=today, since=wanted.since, until=wanted.until
    )
    numbers = _numbers(actor, rows, periods, today)
    names = named_areas({area for areas in numbers.values() for area in areas})
    chosen = next((id_ for id_, (uid, _) in names.items() if uid and uid == wanted.province), None)
    seen, owing = _in_sight(actor, rows)
    every = (
        _line(
            row,
            side,
            [PeriodNumbers(one, _of_area(numbers, one, chosen)) for one in periods.get(row.id, ())],
            is_seen=row.id in seen,
            is_counted=side is Side.KEPT and (row.id not in owing or row.unit_id == actor.unit_id),
        )
        for row, side in rows
    )
    lines = [one for one in every if _is_wanted(one, wanted, is_narrowed=chosen is not None)]
    lines.sort(key=_ORDERS[wanted.sort])
    page_count = max(1, -(-len(lines) // PAGE_SIZE))
    at = min(max(1, page or 1), page_count)
    return DutiesOverview(
        lines=tuple(lines if page is None else lines[(at - 1) * PAGE_SIZE : at * PAGE_SIZE]),
        count=len(lines),
        total=_summed(one.present.numbers for one in lines if one.present),
        provinces={uid: name for uid, name in names.values() if uid},
        wanted=wanted,
        is_branch=may(actor, Act.SEE_DUTY, subject_path=f"{actor.unit_path}0/"),
        page=at,
        page_count=page_count,
    )


def _rows(actor: Actor, wanted: Wanted) -> list[tuple[Any, Side]]:
    """The duties with their letter and keeper; what is kept within reach is not owed as well."""
    kept = ReportDuty.unit.in_(units_in_reach(actor))
    owed = ReportDuty.id.in_(
        DutyUnit.select(DutyUnit.duty).where(
            DutyUnit.to_unit.in_(_own_units(actor)), DutyUnit.left_at.is_null()
        )
    )
    chosen = ReportDuty.ended_at.is_null(wanted.shown is not Shown.ENDED)
    if wanted.words.strip():
        # A name that is not shown is not found either.
        chosen &= ReportDuty.name.contains(wanted.words.strip())
        chosen &= Letter.secrecy == Secrecy.NORMAL.value
    found: list[tuple[Any, Side]] = []
    for side, condition in ((Side.KEPT, kept), (Side.OWED, owed & ~kept)):
        if wanted.side in (None, side):
            query: Any = (
                ReportDuty.select(ReportDuty, Letter, Unit)
                .join(Letter, on=(ReportDuty.letter == Letter.id))
                .switch(ReportDuty)
                .join(Unit, on=(ReportDuty.unit == Unit.id))
                .where(condition, chosen)
            )
            found += [(row, side) for row in query]
    return found


def _own_units(actor: Actor) -> Any:
    """A query of the ids of the units whose answers the actor looks after."""
    inner = desks_below(actor.unit_id) if may(actor, Act.ORDER) else []
    reach = units_in_reach(actor)
    return reach | Unit.select(Unit.id).where(Unit.id.in_(inner)) if inner else reach


def _numbers(
    actor: Actor,
    rows: Iterable[tuple[Any, Side]],
    periods: dict[int, tuple[PeriodHead, ...]],
    today: date,
) -> ByArea:
    """Of a duty that is kept all units' numbers, of one that is owed the actor's own alone."""
    found: ByArea = {}
    for side in Side:
        duties = {row.id: row for row, which in rows if which is side}
        found |= numbers_of(
            {
                duty_id: Reach(row.letter.root_id or row.letter_id, row.unit_id)
                for duty_id, row in duties.items()
            },
            [one.id for duty_id in duties for one in periods.get(duty_id, ())],
            today=today,
            reviewed=[duty_id for duty_id, row in duties.items() if row.needs_review],
            units=None if side is Side.KEPT else _own_units(actor),
        )
    return found


def _in_sight(actor: Actor, rows: list[tuple[Any, Side]]) -> tuple[set[int], set[int]]:
    """The ids of those whose page the actor may open, and of those that their unit owes or owed."""
    ids = [row.id for row, _ in rows]
    seen: Any = (
        ReportDuty.select(ReportDuty.id)
        .where(among(ReportDuty.id, ids), ReportDuty.id.in_(duties_reached(actor)))
        .tuples()
    )
    owing: Any = (
        DutyUnit.select(DutyUnit.duty)
        .where(DutyUnit.to_unit == actor.unit_id, among(DutyUnit.duty, ids))
        .tuples()
    )
    return {row[0] for row in seen}, {row[0] for row in owing}


def _of_area(numbers: ByArea, period: PeriodHead, province_id: int | None) -> Numbers:
    areas = numbers.get(period.id, {})
    return _summed(areas.values()) if province_id is None else areas.get(province_id, Numbers())


def _summed(every: Iterable[Numbers]) -> Numbers:
    found = list(every)
    return Numbers(
        Tally.summed(one.tally for one in found), sum(one.in_review_count for one in found)
    )


def _line(
    row: Any, side: Side, periods: list[PeriodNumbers], *, is_seen: bool, is_counted: bool
) -> OverviewLine:
    return OverviewLine(
        uid=row.uid,
        name=row.name,
        side=side,
        keeper_name=row.unit.name_th,
        letter_uid=row.letter.uid,
        letter_number=row.letter.printed_number,
        secrecy=row.letter.secrecy,
        when_text=row.when_text,
        roll=row.roll,
        is_over=row.ended_at is not None,
        is_seen=is_seen,
        is_counted=is_counted,
        present=periods[0] if periods else None,
        before=periods[1] if len(periods) > 1 else None,
    )


def _is_wanted(line: OverviewLine, wanted: Wanted, *, is_narrowed: bool) -> bool:
    if (wanted.since or wanted.until) and line.present is None:
        return False
    if is_narrowed and not any(one.tally.expected_count for one in line.every):
        return False
    return is_shown(wanted.shown, line.every, is_over=line.is_over)


def _by_behind(line: OverviewLine) -> tuple[Any, ...]:
    return (*behind_key(line.every), *_by_due(line))


def _by_due(line: OverviewLine) -> tuple[Any, ...]:
    return (*due_key(line.present.period.due_on if line.present else None), *_by_name(line))


def _by_name(line: OverviewLine) -> tuple[Any, ...]:
    return (line.name, line.uid)


_ORDERS = {Sort.BEHIND: _by_behind, Sort.DUE: _by_due, Sort.NAME: _by_name}
