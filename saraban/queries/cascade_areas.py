"""A cascade by area, as far as its reader may see it: the provinces, or the districts of one."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee

from saraban.errors import LetterNotFound, UnitNotFound
from saraban.queries import cascade_rows
from saraban.queries.area_counts import AreaCounts, Counted, counts_by_area
from saraban.queries.cascade_rows import LetterRow
from saraban.queries.cascade_tree import cascade_of
from saraban.queries.one_letter import joined_roots
from saraban.queries.visibility import sees_letter, units_in_reach
from saraban.records import Delivery, Letter, Unit
from saraban.records.id_sets import among
from saraban.rules.deliveries import NotDone, State
from saraban.rules.permissions import Act, Actor, may
from saraban.rules.units import UnitKind


@dataclass(frozen=True)
class AreaLine:
    """One area: how many of its units are in each state, and how many failed in which way.

    unit_uid and name are null for what lies in no area. node_id is the node of the area's own
    agency in the tree, null where it got nothing. Units that are not reached are in no state.
    """

    unit_uid: str | None
    name: str
    dopa_code: str
    node_id: str | None
    states: tuple[tuple[State, int], ...]
    failures: tuple[tuple[NotDone, int], ...]

    @property
    def should_count(self) -> int:
        """Who was sent it, and who still waits."""
        return sum(count for _, count in self.states) + self.count(NotDone.NOT_REACHED)

    @property
    def worst(self) -> NotDone | None:
        """The failure of the most units; of equal ones the one that comes first on the way."""
        return max(self.failures, key=lambda pair: pair[1])[0] if self.failures else None

    def count(self, failure: NotDone) -> int:
        """How many units failed so."""
        return dict(self.failures).get(failure, 0)


@dataclass(frozen=True)
class Areas:
    """The lines of the areas with something to tell. province is the one looked into, if any.

    is_whole: the reader sees the whole cascade, not only their own branch of it.
    """

    root_letter: LetterRow
    province: AreaLine | None
    lines: tuple[AreaLine, ...]
    is_whole: bool

    @property
    def total(self) -> AreaLine:
        """All lines added up, each state and each failure for itself."""
        states: Counter[State] = Counter()
        failures: Counter[NotDone] = Counter()
        for line in self.lines:
            states.update(dict(line.states))
            failures.update(dict(line.failures))
        return AreaLine(None, "", "", None, _ordered(State, states), _ordered(NotDone, failures))


def areas_of(
    letter_uid: str, *, actor: Actor, today: date, province_uid: str | None = None
) -> Areas:
    """By province, or by district within the province asked for.

    Counted by the database for who sees the whole cascade; for another, and where a merge joined
    two cascades, from the nodes they see. Raises LetterNotFound, UnitNotFound.
    """
    letter = Letter.get_or_none(Letter.uid == letter_uid)
    if letter is None or not sees_letter(actor, letter.id):
        raise LetterNotFound(uid=letter_uid)
    province = None if province_uid is None else _province(province_uid)
    province_id = None if province is None else province.id
    root_id = letter.root_id or letter.id
    if sees_whole(root_id, actor) and len(joined_roots(root_id)) == 1:
        counts = counts_by_area(root_id, province_id=province_id, today=today)
        root_letter, is_whole = cascade_rows.letters_of(root_id)[0], True
    else:
        cascade = cascade_of(letter_uid, actor=actor, today=today)
        counts = _from_nodes(cascade, province_id)
        root_letter, is_whole = cascade.root_letter, cascade.own_ids is None
    lines = _lines(counts, root_id)
    own = None
    if province is not None:
        own = next(iter(_lines({province.id: Counted()}, root_id, keep_empty=True)))
    return Areas(root_letter, own, lines, is_whole)


def _province(uid: str) -> Any:
    unit = Unit.get_or_none(Unit.uid == uid)
    if unit is None or unit.kind not in {UnitKind.PROVINCE, UnitKind.BANGKOK}:
        raise UnitNotFound(uid=uid)
    return unit


def sees_whole(root_id: int, actor: Actor) -> bool:
    """Whether the beginning is the actor's own, or lies in a branch they may look over."""
    issuer_id = Letter.get_by_id(root_id).issuer_id
    if issuer_id is None or issuer_id == actor.unit_id:
        return issuer_id is not None
    if not may(actor, Act.SEE_CASCADE, subject_path=f"{actor.unit_path}0/"):
        return False
    return bool(units_in_reach(actor).where(Unit.id == issuer_id).exists())


def _from_nodes(cascade: Any, province_id: int | None) -> AreaCounts:
    """The same counts from the nodes of the reader's own branch."""
    nodes = [
        node
        for node in cascade.nodes
        if node.parent is not None and (cascade.own_ids is None or node.id in cascade.own_ids)
    ]
    ids = {node.unit_id for node in nodes} | {unit.unit_id for unit in cascade.not_reached}
    query: Any = Unit.select(Unit.id, Unit.province, Unit.district).where(among(Unit.id, ids))
    places = {row[0]: (row[1], row[2]) for row in query.tuples()}
    counts: AreaCounts = defaultdict(Counted)
    told: list[tuple[int | None, State | None, NotDone | None]] = [
        (node.unit_id, node.state, node.not_done) for node in nodes
    ]
    told += [(unit.unit_id, None, NotDone.NOT_REACHED) for unit in cascade.not_reached]
    for unit_id, state, failure in told:
        province, district = places.get(unit_id or 0, (None, None))
        if province_id not in (None, province):
            continue
        counted = counts[province if province_id is None else district]
        if state is not None:
            counted.states[state] += 1
        if failure is not None:
            counted.failures[failure] += 1
    return counts


def _lines(counts: AreaCounts, root_id: int, *, keep_empty: bool = False) -> tuple[AreaLine, ...]:
    """Areas in the order of their codes, what lies in none of them first."""
    ids = [area for area in counts if area is not None]
    query: Any = (
        Unit.select(Unit.id, Unit.uid, Unit.name_th, Unit.dopa_code, Delivery.id)
        .join(
            Delivery, "LEFT OUTER JOIN",
            on=((Delivery.to_unit == Unit.id) & (Delivery.root == root_id)),
        )
        .where(among(Unit.id, ids))
        .order_by(peewee.fn.COALESCE(Unit.dopa_code, ""), Unit.id, Delivery.id)
    )  # fmt: skip
    units: dict[int | None, tuple[str | None, str, str, str | None]] = {}
    if None in counts:
        units[None] = (None, "", "", None)
    for unit_id, uid, name, code, delivery in query.tuples():
        node = None if delivery is None else f"d{delivery}"
        units.setdefault(unit_id, (uid, name, code or "", node))
    found = []
    for area, facts in units.items():
        states = _ordered(State, counts[area].states)
        failures = _ordered(NotDone, counts[area].failures)
        if states or failures or keep_empty:
            found.append(AreaLine(*facts, states, failures))
    return tuple(found)


def _ordered(words: Any, counts: Any) -> tuple[Any, ...]:
    """(word, count) in the order of the enumeration, without the words that count nothing."""
    return tuple((word, counts[word]) for word in words if counts.get(word, 0) > 0)
