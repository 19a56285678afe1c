"""The rows behind the morning's digests: a few statements for each batch of units.

e.state <= 1 in them is rules.expected_reports.OWED; a unit's expected reports have an index for it.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from saraban.records import Letter, ReportDuty, ReportPeriod, ReportReview, Unit
from saraban.records.bare_rows import stored_day
from saraban.records.database import database, is_postgres
from saraban.records.id_sets import among
from saraban.rules.digests import SECRET_NAME, period_words
from saraban.rules.duty_answers import is_past_closing
from saraban.rules.letters import Secrecy

UNITS_A_BATCH = 100

# Who owes something, and who keeps a duty and may have to be told of those below; where the
# province's own offices are closed today they are told on the next morning.
_TO_LOOK_AT = """
SELECT unit.id, unit.name_th, unit.path, unit.saraban_address, unit.saraban_confirmed_on
FROM unit
WHERE unit.id > ? AND (unit.valid_to IS NULL OR unit.valid_to > ?) AND NOT EXISTS (
    SELECT 1 FROM province_holiday AS h
    WHERE h.day = ? AND h.province_id = unit.province_id AND h.removed_at IS NULL
) AND (
    EXISTS (SELECT 1 FROM expected_report AS e WHERE e.to_unit_id = unit.id AND e.state <= 1)
    OR EXISTS (SELECT 1 FROM report_duty AS d WHERE d.unit_id = unit.id)
)
ORDER BY unit.id LIMIT ?
"""
# The same as queries.asked_still.
_STILL_ASKED = """e.state <= 1 AND p.struck_at IS NULL AND p.closed_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM duty_unit AS o
    WHERE o.duty_id = e.duty_id AND o.to_unit_id = e.to_unit_id AND o.left_at IS NOT NULL
)"""
_OWED = f"""
SELECT e.to_unit_id, e.id, e.duty_id, e.period_id, e.due_on, e.state, e.report_id
FROM expected_report AS e
JOIN report_period AS p ON p.id = e.period_id
WHERE {{units}} AND {_STILL_ASKED}
ORDER BY e.to_unit_id, e.due_on, e.id
"""  # noqa: S608 - the words are ours
_TOLD = """
SELECT l.expected_id, l.key FROM reminder_line AS l
JOIN expected_report AS e ON e.id = l.expected_id
WHERE {units} AND e.state <= 1
"""
_ASKED_BEFORE = """
SELECT DISTINCT l.duty_id, l.unit_id FROM reminder_line AS l
WHERE {duties} AND {units} AND l.news = 'asked'
"""
# The level above is the duty's keeper; of what an office asks of itself, who asked that office.
_BELOW = f"""
SELECT a.unit_id, e.id, e.duty_id, e.period_id, e.due_on, owing.name_th
FROM report_duty AS a
JOIN report_duty AS d ON {{joined}}
JOIN expected_report AS e ON e.duty_id = d.id AND {{whose}}
JOIN report_period AS p ON p.id = e.period_id
JOIN unit AS owing ON owing.id = e.to_unit_id
WHERE {{units}} AND e.due_on < ? AND {_STILL_ASKED}
AND NOT EXISTS (SELECT 1 FROM reminder_line AS l WHERE l.expected_id = e.id AND l.key = 'above')
ORDER BY a.unit_id, e.duty_id, e.period_id, owing.name_th
"""  # noqa: S608 - the words are ours
_BELOW_ITSELF = _BELOW.format(
    joined="d.id = a.id", whose="e.to_unit_id <> a.unit_id", units="{units}"
)
_BELOW_THROUGH = _BELOW.format(
    joined="d.above_id = a.id",
    whose="e.to_unit_id = d.unit_id AND e.to_unit_id <> a.unit_id",
    units="{units}",
)


class UnitToTell(NamedTuple):
    """A unit, with the address that somebody confirmed, or blank."""

    id: int
    name: str
    path: str
    address: str


@dataclass(frozen=True)
class DutyFacts:
    """A duty as a digest tells of it. alarms is its plan as it is kept.

    is_secret: nothing that somebody wrote about it may leave, not the name of an event either.
    """

    uid: str
    name: str
    keeper_id: int
    keeper: str
    letter_number: str
    closes_after: int | None
    alarms: str
    is_secret: bool

    def is_over(self, due_on: date | None, today: date) -> bool:
        """Whether no late answer is taken any more."""
        return is_past_closing(due_on, today=today, closes_after=self.closes_after)


@dataclass(frozen=True)
class PeriodFacts:
    """An occurrence: its number, its words, and who told of it where it is an event.

    day_words are those without a name of its own: for what is secret.
    """

    number: int
    words: str
    day_words: str
    event_unit_id: int | None

    def words_for(self, duty: DutyFacts) -> str:
        """Its words as they may be mailed."""
        return self.day_words if duty.is_secret else self.words


class OwedRow(NamedTuple):
    """An expected report that is still owed."""

    unit_id: int
    id: int
    duty_id: int
    period_id: int
    due_on: date | None
    state: int
    report_id: int | None


class OverdueRow(NamedTuple):
    """One that is past its day, as the level above is told of it."""

    id: int
    duty_id: int
    period_id: int
    due_on: date
    unit_name: str


def units_after(unit_id: int, today: date) -> list[UnitToTell]:
    """The next batch of units that may have to be told something, in the order of their ids."""
    found = _all(_TO_LOOK_AT, unit_id, today.isoformat(), today.isoformat(), UNITS_A_BATCH)
    return [
        UnitToTell(id_, name, path, address if confirmed_on is not None else "")
        for id_, name, path, address, confirmed_on in found
    ]


def owed_by(unit_ids: Sequence[int]) -> dict[int, list[OwedRow]]:
    """By unit, what it owes, the earliest due first; what has no day comes first or last."""
    found: dict[int, list[OwedRow]] = defaultdict(list)
    for unit_id, id_, duty, period, due_on, state, report in _chosen(
        _OWED, "e.to_unit_id", unit_ids
    ):
        found[unit_id].append(
            OwedRow(unit_id, id_, duty, period, stored_day(due_on), state, report)
        )
    return found


def overdue_below(unit_ids: Sequence[int], today: date) -> dict[int, list[OverdueRow]]:
    """By the unit above, what is past its day with those below it, and was not told it yet."""
    found: dict[int, list[OverdueRow]] = defaultdict(list)
    for sql in (_BELOW_ITSELF, _BELOW_THROUGH):
        for unit_id, id_, duty, period, due_on, name in _chosen(
            sql, "a.unit_id", unit_ids, today.isoformat()
        ):
            day = stored_day(due_on)
            assert day is not None
            found[unit_id].append(OverdueRow(id_, duty, period, day, name))
    return found


def told_to(unit_ids: Sequence[int]) -> set[tuple[int, str]]:
    """(expected report, key) of all that was told of what these units still owe."""
    return {(expected, key) for expected, key in _chosen(_TOLD, "e.to_unit_id", unit_ids)}


def asked_before(duty_ids: Iterable[int], unit_ids: Sequence[int]) -> set[tuple[int, int]]:
    """(duty, unit) of those that were told once that the duty asks something of them."""
    duties, chosen = _among("l.duty_id", duty_ids)
    units, chosen_units = _among("l.unit_id", unit_ids)
    return {
        (duty, unit)
        for duty, unit in _all(
            _ASKED_BEFORE.format(duties=duties, units=units), chosen, chosen_units
        )
    }


def duty_facts(ids: Iterable[int]) -> dict[int, DutyFacts]:
    """What a digest says of each duty."""
    query: Any = (
        ReportDuty.select(
            ReportDuty.id,
            ReportDuty.uid,
            ReportDuty.name,
            ReportDuty.alarms,
            ReportDuty.closes_after,
            ReportDuty.unit,
            Unit.name_th,
            Letter.printed_number,
            Letter.secrecy,
        )
        .join(Unit, on=(ReportDuty.unit == Unit.id))
        .join_from(ReportDuty, Letter, on=(ReportDuty.letter == Letter.id))
        .where(among(ReportDuty.id, ids))
    )
    return {
        id_: DutyFacts(
            uid,
            name if secrecy == Secrecy.NORMAL else SECRET_NAME,
            keeper_id,
            keeper,
            number or "",
            closes_after,
            alarms,
            secrecy != Secrecy.NORMAL,
        )
        for id_, uid, name, alarms, closes_after, keeper_id, keeper, number, secrecy in (
            query.tuples()
        )
    }


def period_facts(ids: Iterable[int]) -> dict[int, PeriodFacts]:
    """Which occurrence each period is."""
    query: Any = ReportPeriod.select(
        ReportPeriod.id,
        ReportPeriod.number,
        ReportPeriod.label,
        ReportPeriod.covers_from,
        ReportPeriod.covers_until,
        ReportPeriod.event_unit,
    ).where(among(ReportPeriod.id, ids))
    return {
        id_: PeriodFacts(
            number, period_words(label, begin, end), period_words("", begin, end), event_unit
        )
        for id_, number, label, begin, end, event_unit in query.tuples()
    }


def reasons_of(report_ids: Iterable[int | None]) -> dict[int, str]:
    """Why each of these versions was returned."""
    query: Any = (
        ReportReview.select(ReportReview.report, ReportReview.words)
        .where(among(ReportReview.report, {one for one in report_ids if one is not None}))
        .order_by(ReportReview.id)
    )
    return dict(query.tuples())


def _chosen(sql: str, column: str, ids: Sequence[int], *values: Any) -> list[tuple[Any, ...]]:
    condition, chosen = _among(column, ids)
    return _all(sql.format(units=condition), chosen, *values)


def _among(column: str, ids: Iterable[int]) -> tuple[str, Any]:
    """A condition on a column and its one parameter: the set goes as one value."""
    if is_postgres():
        return f"{column} = ANY(?)", list(ids)
    condition = f"{column} IN (SELECT value FROM json_each(?))"  # noqa: S608 - the column is ours
    return condition, json.dumps(list(ids))


def _all(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    cursor = database.execute_sql(sql.replace("?", "%s") if is_postgres() else sql, values)
    found: list[tuple[Any, ...]] = cursor.fetchall()
    cursor.close()
    return found
