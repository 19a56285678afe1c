"""How many days each level took, over many circulars, and the circulars behind each figure.

Counted by the root's index for the newest circulars that fit what is asked, so that the page costs
the same however many there are. Days are calendar days in Bangkok, from the day on which a letter
was sent to a unit until the day of the step. Who has not done it is counted beside, never left out.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee

from saraban.queries.targets import RELAYING_KINDS
from saraban.queries.visibility import units_in_reach
from saraban.records import Delivery, Letter, Unit
from saraban.records.bare_rows import bare_rows
from saraban.records.database import is_postgres
from saraban.records.id_sets import among
from saraban.rules.deliveries import Status, Step
from saraban.rules.levels import Level, kinds_of, level_of
from saraban.rules.permissions import Act, Actor, may, require
from saraban.rules.spread import Spread, spread_of
from saraban.rules.units import UnitKind

# Which step can be asked for; passing on is asked of those alone who have somebody below them.
STEPS = (Step.RECEIVED, Step.ACKNOWLEDGED, Step.PASSED_ON, Step.REPORTED)
MOST_CIRCULARS = 20
UNITS_A_PAGE = 50


@dataclass(frozen=True)
class Figure:
    """The spread of those who did it, none of nobody, and how many have not."""

    spread: Spread | None
    open_count: int


@dataclass(frozen=True)
class CircularLine:
    """A circular with its own figures by level; a level that it never reached has none."""

    uid: str
    printed_number: str | None
    dated_on: date | None
    subject: str
    urgency: str
    figures: dict[Level, Figure]


@dataclass(frozen=True)
class UnitLine:
    """A unit with its figure over the circulars."""

    uid: str
    name: str
    figure: Figure


@dataclass(frozen=True)
class LevelDays:
    """By level over all circulars told, which are the newest that fit; has_older when more do.

    units: those of the level asked for, slowest first, one page of them.
    """

    figures: dict[Level, Figure]
    circulars: tuple[CircularLine, ...]
    has_older: bool
    units: tuple[UnitLine, ...] = ()
    has_more_units: bool = False


def level_days(
    actor: Actor,
    *,
    step: Step,
    be_year: int | None = None,
    urgency: str = "",
    level: Level | None = None,
    unit_uid: str = "",
    page: int = 1,
) -> LevelDays:
    """Of deliveries to or from units in the actor's reach, and of cascades that these began.

    unit_uid narrows it down to the deliveries to that unit. A circular of which nothing is told is
    not named. Raises Refused for who may see no cascade.
    """
    require(actor, Act.SEE_CASCADE)
    reach = units_in_reach(actor)
    roots = _roots(actor, reach, be_year, urgency, unit_uid)
    told, ids = roots[:MOST_CIRCULARS], [row[0] for row in roots[:MOST_CIRCULARS]]
    own: Any = Letter.select(Letter.id).where(among(Letter.id, ids), Letter.issuer.in_(reach))
    seen = _in_reach(reach, [row[0] for row in own.tuples()])
    by_root: dict[int, dict[Level, Counter[int | None]]] = defaultdict(lambda: defaultdict(Counter))
    overall: dict[Level, Counter[int | None]] = defaultdict(Counter)
    for root_id, kind, days, count in _counted(ids, step, seen, unit_uid):
        by_root[root_id][level_of(kind)][days] += count
        overall[level_of(kind)][days] += count
    circulars = tuple(
        CircularLine(
            uid, number, dated_on, subject, urgency,
            {level: _figure(by_root[key][level]) for level in Level if level in by_root[key]},
        )
        for key, uid, number, dated_on, subject, urgency in told
        if key in by_root
    )  # fmt: skip
    units = _units(ids, step, seen, level) if level is not None else []
    start = (page - 1) * UNITS_A_PAGE
    return LevelDays(
        figures={one: _figure(overall[one]) for one in Level if one in overall},
        circulars=circulars,
        has_older=len(roots) > MOST_CIRCULARS,
        units=tuple(units[start : start + UNITS_A_PAGE]),
        has_more_units=len(units) > start + UNITS_A_PAGE,
    )


def _roots(actor: Actor, reach: Any, be_year: int | None, urgency: str, unit_uid: str) -> list[Any]:
    """The newest circulars that fit, one more than are told."""
    passing: Any = Letter.alias()
    here = Unit.select(Unit.id).where(Unit.uid == unit_uid) if unit_uid else reach
    if unit_uid or not may(actor, Act.SEE_CASCADE, subject_path=f"{actor.unit_path}0/"):
        # Of one unit: from its own deliveries. Of a branch: newest first, until enough had a part.
        part: Any = (
            Letter.issuer.in_(here)
            | Letter.id.in_(Delivery.select(Delivery.root).where(Delivery.to_unit.in_(here)))
            | Letter.id.in_(passing.select(passing.root).where(passing.issuer.in_(here)))
        )
    else:
        part = peewee.fn.EXISTS(
            Delivery.select(peewee.SQL("1")).where(Delivery.root == Letter.id, _in_reach(reach, []))
        )
    query: Any = (
        Letter.select(
            Letter.id, Letter.uid, Letter.printed_number, Letter.dated_on, Letter.subject,
            Letter.urgency,
        )
        .where(Letter.root.is_null(), Letter.is_circular == True, part)  # noqa: E712 - SQL
        .order_by(Letter.created_at.desc(), Letter.id.desc())
        .limit(MOST_CIRCULARS + 1)
    )  # fmt: skip
    if be_year is not None:
        query = query.where(Letter.be_year == be_year)
    if urgency:
        query = query.where(Letter.urgency == urgency)
    return list(query.tuples())


def _in_reach(reach: Any, own_roots: list[int]) -> Any:
    """To or from a unit in reach, or of a cascade that one of them began: that is seen whole."""
    part = Delivery.to_unit.in_(reach) | Delivery.from_unit.in_(reach)
    return part | among(Delivery.root, own_roots) if own_roots else part


def _counted(root_ids: list[int], step: Step, seen: Any, unit_uid: str) -> list[Any]:
    """(root, kind, days or null, count)."""
    query: Any = (
        Delivery.select(Delivery.root, Unit.kind, _days(step), peewee.fn.COUNT(Delivery.id))
        .join(Unit, on=(Delivery.to_unit == Unit.id))
        .where(_told(root_ids, step), seen)
        .group_by(Delivery.root, Unit.kind, peewee.SQL("3"))
    )
    return bare_rows(query.where(Unit.uid == unit_uid) if unit_uid else query)


def _units(root_ids: list[int], step: Step, seen: Any, level: Level) -> list[UnitLine]:
    """Every unit of a level with something to tell, slowest first, then who has done nothing."""
    query: Any = (
        Delivery.select(Unit.uid, Unit.name_th, _days(step), peewee.fn.COUNT(Delivery.id))
        .join(Unit, on=(Delivery.to_unit == Unit.id))
        .where(_told(root_ids, step), seen, Unit.kind.in_(kinds_of(level)))
        .group_by(Unit.uid, Unit.name_th, peewee.SQL("3"))
    )
    counts: dict[tuple[str, str], Counter[int | None]] = defaultdict(Counter)
    for uid, name, days, count in bare_rows(query):
        counts[(uid, name)][days] += count
    lines = [UnitLine(uid, name, _figure(found)) for (uid, name), found in counts.items()]
    return sorted(lines, key=_slowness)


def _slowness(line: UnitLine) -> tuple[int, int, int, str]:
    spread = line.figure.spread
    if spread is None:
        return (0, 0, -line.figure.open_count, line.name)
    return (-spread.median, -spread.worst, -line.figure.open_count, line.name)


def _told(root_ids: list[int], step: Step) -> Any:
    """The deliveries of these cascades, without those inside agencies and those that are over."""
    condition = (
        among(Delivery.root, root_ids)
        & (Delivery.is_inner == False)  # noqa: E712 - SQL
        & (Delivery.status < Status.REFUSED)
    )
    if step is Step.PASSED_ON:
        condition &= Unit.kind.in_(sorted(kind.value for kind in RELAYING_KINDS & set(UnitKind)))
    return condition


def _days(step: Step) -> Any:
    """Calendar days of Bangkok from the sending until the step; null while it has not happened."""
    before, after = (
        ("(CAST(", " AS timestamptz) AT TIME ZONE 'Asia/Bangkok')::date")
        if is_postgres()
        else ("CAST(julianday(date(", ", '+7 hours')) AS INTEGER)")
    )
    parts = (
        peewee.SQL(before), getattr(Delivery, step.value), peewee.SQL(f"{after} - {before}"),
        Delivery.dispatched_at, peewee.SQL(after),
    )  # fmt: skip
    return peewee.NodeList(parts)


def _figure(counts: Counter[int | None]) -> Figure:
    done = {days: count for days, count in counts.items() if days is not None}
    return Figure(spread_of(done), counts.get(None, 0))
