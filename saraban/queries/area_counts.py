"""A whole cascade counted by area, in a few statements that give counts and not units.

The same answers as counting the nodes of the tree (`cascade_tree`), for who sees all of it: a
test holds the two beside each other. Only what failed to be passed on is looked at one by one.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import peewee

from saraban.queries import cascade_rows
from saraban.queries.cascade_rows import LetterRow
from saraban.queries.targets import RELAYING_KINDS, Targets, places_of, read_quietly
from saraban.records import Delivery, Letter, Receipt, RegisterEntry, Unit
from saraban.records.bare_rows import bare_rows
from saraban.records.id_sets import among
from saraban.rules.deliveries import NotDone, State, not_done, state_of
from saraban.rules.units import UnitKind

Pair = tuple[int, int]  # of a letter that was passed on, and the unit that did


@dataclass
class Counted:
    """How many units are in each state, and how many failed in each way."""

    states: Counter[State] = field(default_factory=Counter)
    failures: Counter[NotDone] = field(default_factory=Counter)


# By area: a province, or a district of the one asked for; null outside all of them.
AreaCounts = dict[int | None, Counted]


def counts_by_area(root_id: int, *, province_id: int | None, today: date) -> AreaCounts:
    """Counted by province, or by district within one province."""
    letters = {row.id: row for row in cascade_rows.letters_of(root_id)}
    told: set[Pair] = {
        (row.conveys_id, row.issuer_id)
        for row in letters.values()
        if not row.is_void and row.conveys_id and row.issuer_id and row.id != root_id
    }
    counts: AreaCounts = defaultdict(Counted)
    for area, letter_id, status, passed_on, count in _counted(root_id, province_id):
        _add(counts[area], letters.get(letter_id), status, bool(passed_on), count, today)
    # Who passed it on by a letter that only others show has no instant for it.
    unseen = [pair for pair in told if pair[0] in letters]
    for area, letter_id, status in _passed_on_unseen(root_id, province_id, unseen):
        _add(counts[area], letters[letter_id], status, False, -1, today)
        _add(counts[area], letters[letter_id], status, True, 1, today)
    for area in _declared(root_id, province_id, list(letters)):
        counts[area].states[State.RECEIVED] += 1
    for area in _not_reached(root_id, province_id, letters, told):
        counts[area].failures[NotDone.NOT_REACHED] += 1
    return counts


def _add(
    counts: Counted,
    letter: LetterRow | None,
    status: int,
    passed_on: bool,
    count: int,
    today: date,
) -> None:
    state = state_of(status, passed_on=passed_on)
    failure = not_done(state, due_on=letter.due_on if letter else None, today=today)
    counts.states[state] += count
    if failure is not None:
        counts.failures[failure] += count


def _area(province_id: int | None) -> Any:
    return Delivery.province if province_id is None else Unit.district


def _counted(root_id: int, province_id: int | None) -> list[Any]:
    """(area, letter, status, whether passed on, count), by the index of the root."""
    passed_on = Delivery.passed_on_at.is_null(False)
    query: Any = Delivery.select(
        _area(province_id),
        Delivery.letter,
        Delivery.status,
        passed_on,
        peewee.fn.COUNT(Delivery.id),
    )
    if province_id is not None:
        query = query.join(Unit, on=(Delivery.to_unit == Unit.id))
    query = query.where(_here(root_id, province_id)).group_by(
        _area(province_id), Delivery.letter, Delivery.status, passed_on
    )
    return bare_rows(query)


def _passed_on_unseen(root_id: int, province_id: int | None, pairs: list[Pair]) -> list[Any]:
    """(area, letter, status) of the deliveries of these letters to these units, without it."""
    if not pairs:
        return []
    wanted = set(pairs)
    query: Any = (
        Delivery.select(_area(province_id), Delivery.letter, Delivery.status, Delivery.to_unit)
        .join(Unit, on=(Delivery.to_unit == Unit.id))
        .where(
            among(Delivery.letter, {letter for letter, _ in wanted}),
            among(Delivery.to_unit, {unit for _, unit in wanted}),
            Delivery.passed_on_at.is_null(),
            _here(root_id, province_id),
        )
    )
    return [row[:3] for row in bare_rows(query) if (row[1], row[3]) in wanted]


def _declared(root_id: int, province_id: int | None, letter_ids: list[int]) -> list[int | None]:
    """The area of each unit that numbered a letter which nobody sent it in the system."""
    area = Unit.province if province_id is None else Unit.district
    query: Any = (
        Receipt.select(area, Receipt.letter, Receipt.unit)
        .distinct()
        .join(Unit, on=(Receipt.unit == Unit.id))
        .join_from(Receipt, RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .join_from(Receipt, Letter, on=(Receipt.letter == Letter.id))
        .join_from(
            Receipt,
            Delivery,
            "LEFT OUTER JOIN",
            on=((Delivery.letter == Receipt.letter) & (Delivery.to_unit == Receipt.unit)),
        )
        .where(
            among(Receipt.letter, letter_ids),
            RegisterEntry.voided_at.is_null(),
            Delivery.id.is_null(),
            Letter.issuer.is_null() | (Letter.issuer != Receipt.unit),
        )
    )
    if province_id is not None:
        query = query.where(Unit.province == province_id)
    return [row[0] for row in bare_rows(query)]


def _not_reached(
    root_id: int,
    province_id: int | None,
    letters: dict[int, LetterRow],
    told: set[Pair],
) -> list[int | None]:
    """The area of each unit that waits for somebody above it to pass the matter on."""
    asking = [row.id for row in letters.values() if row.relay_phrase]
    query: Any = (
        Delivery.select(Delivery.letter, Delivery.to_unit, Unit.kind)
        .join(Unit, on=(Delivery.to_unit == Unit.id))
        .where(
            _here(root_id, None),
            among(Delivery.letter, asking),
            Delivery.passed_on_at.is_null(),
            Unit.kind.in_(sorted(RELAYING_KINDS)),
        )
    )
    holding = [row for row in bare_rows(query) if (row[0], row[1]) not in told]
    groups = {
        (letter_id, kind): read_quietly(letters[letter_id].relay_phrase, UnitKind(kind))
        for letter_id, _, kind in holding
    }
    if not any(groups.values()):
        return []
    targets = Targets(group for found in groups.values() for group in found)
    places = places_of({unit_id for _, unit_id, _ in holding})
    wanted: set[int] = set()
    for letter_id, unit_id, kind in holding:
        asked_on = letters[letter_id].dated_on or date.max
        wanted |= targets.of(groups[(letter_id, kind)], places[unit_id], asked_on)
    wanted -= _reached(root_id, wanted, list(letters))
    facts = [targets.facts[unit_id] for unit_id in wanted]
    if province_id is None:
        return [one.province for one in facts]
    return [one.district for one in facts if one.province == province_id]


def _reached(root_id: int, unit_ids: set[int], letter_ids: list[int]) -> set[int]:
    """Those of the units that were sent one of the letters, or numbered one, or wrote one."""
    sent: Any = Delivery.select(Delivery.to_unit).where(
        _here(root_id, None), among(Delivery.to_unit, unit_ids)
    )
    numbered: Any = (
        Receipt.select(Receipt.unit)
        .join(RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(
            among(Receipt.unit, unit_ids),
            among(Receipt.letter, letter_ids),
            RegisterEntry.voided_at.is_null(),
        )
    )
    return {row[0] for query in (sent, numbered) for row in bare_rows(query)}


def _here(root_id: int, province_id: int | None) -> Any:
    condition = (Delivery.root == root_id) & (Delivery.is_inner == False)  # noqa: E712 - SQL
    if province_id is not None:
        condition &= Delivery.province == province_id
    return condition
