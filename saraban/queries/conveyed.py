"""Down and up the thread of a letter that is passed on: the letters that convey it, and whom."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from saraban.queries.one_letter import rows_of_one
from saraban.records import Delivery, Letter, Receipt, RegisterEntry
from saraban.records.id_sets import among
from saraban.rules.days import day_of

MOST_LEVELS = 12


def letters_above(letter_id: int) -> set[int]:
    """The letter, those it passes on, and every row that is one letter with one of them."""
    found: set[int] = set()
    waiting = {letter_id}
    for _ in range(MOST_LEVELS):
        rows = {row for one in waiting for row in rows_of_one(one)} - found
        if not rows:
            break
        found |= rows
        above: Any = Letter.select(Letter.conveys).where(
            Letter.id.in_(sorted(rows)), Letter.conveys.is_null(False)
        )
        waiting = {one for (one,) in above.tuples()}
    return found


def letters_below(letter_id: int) -> set[int]:
    """The letter, those that pass it on in turn, and every row that is one letter with it."""
    found: set[int] = set()
    waiting: Iterable[int] = rows_of_one(letter_id)
    for _ in range(MOST_LEVELS):
        rows = set(waiting) - found
        if not rows:
            break
        found |= rows
        below: Any = Letter.select(Letter.id).where(among(Letter.conveys, sorted(rows)))
        waiting = [one for (one,) in below.tuples()]
    return found


def came_on(letter_id: int, unit_ids: Iterable[int]) -> dict[int, date]:
    """The day on which the letter, or one that passes it on, first came to each of these units.

    That of the receive book; where a unit only acknowledged it, the day of that. A unit that has
    done neither is left out.
    """
    letters, units = sorted(letters_below(letter_id)), list(unit_ids)
    acknowledged: Any = (
        Delivery.select(Delivery.to_unit, Delivery.acknowledged_at)
        .where(
            among(Delivery.letter, letters),
            among(Delivery.to_unit, units),
            Delivery.acknowledged_at.is_null(False),
        )
        .tuples()
    )
    found: dict[int, date] = {}
    for unit_id, at in acknowledged:
        found[unit_id] = min(found.get(unit_id, date.max), day_of(at))
    received: Any = (
        Receipt.select(Receipt.unit, Receipt.received_on)
        .join(RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(
            among(Receipt.letter, letters),
            among(Receipt.unit, units),
            RegisterEntry.voided_at.is_null(),
        )
        .tuples()
    )
    booked: dict[int, date] = {}
    for unit_id, day in received:
        booked[unit_id] = min(booked.get(unit_id, date.max), day)
    return found | booked
