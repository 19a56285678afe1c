"""What is new in a set since the last letter that the unit sent with the same words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.queries.addressees import LINE, UnitLine, unit_line
from saraban.records import Delivery, Dispatch, Letter, RegisterEntry, Unit, UnitVersion
from saraban.records.id_sets import among
from saraban.thai.text import search_key

# Sendings of the unit that are looked through: a year of a busy registry.
LOOKED_BACK = 2000


@dataclass(frozen=True)
class SinceLast:
    """The last letter of the unit with the same phrase, and how the set differs from its own."""

    letter_uid: str
    printed_number: str
    dated_on: date | None
    unit_count: int
    came: tuple[UnitLine, ...]
    went: tuple[UnitLine, ...]


def since_last(
    unit_id: int, *, phrase: str, chosen_ids: Sequence[int], on: date
) -> SinceLast | None:
    """The difference from the unit's last sending of that phrase; null when there was none.

    Blanks and the kind of digits do not make another phrase. Voided letters do not count.

    A saved group stands in the phrase by its name, so its letters are compared whatever it meant.
    """
    wanted = search_key(phrase)
    if not wanted:
        return None
    sendings: Any = (
        Dispatch.select(
            Dispatch.letter, Letter.uid, Letter.printed_number, Letter.dated_on, Dispatch.phrase
        )
        .join(Letter, on=(Dispatch.letter == Letter.id))
        .where(Dispatch.unit == unit_id, Dispatch.letter.not_in(_voided(unit_id)))
        .order_by(Dispatch.id.desc())
        .limit(LOOKED_BACK)
        .tuples()
    )
    last = next((row for row in sendings if search_key(row[4]) == wanted), None)
    if last is None:
        return None
    letter_id, uid, number, dated_on, _words = last
    rows: Any = Delivery.select(Delivery.to_unit).where(
        Delivery.letter == letter_id, Delivery.from_unit == unit_id, ~Delivery.is_inner
    )
    before, now = {row[0] for row in rows.tuples()}, set(chosen_ids)
    return SinceLast(
        uid, number or "", dated_on, len(before), _lines(now - before, on), _lines(before - now, on)
    )


def _voided(unit_id: int) -> Any:
    """Letters of the unit whose line in its book was voided: they count for nothing."""
    return RegisterEntry.select(RegisterEntry.letter).where(
        RegisterEntry.unit == unit_id,
        RegisterEntry.voided_at.is_null(False),
        RegisterEntry.letter.is_null(False),
    )


def _lines(unit_ids: set[int], on: date) -> tuple[UnitLine, ...]:
    """The units by the last name they had by that day, in the order of the tree."""
    query: Any = (
        UnitVersion.select(*LINE)
        .join(Unit, on=(UnitVersion.unit == Unit.id))
        .where(
            among(Unit.id, sorted(unit_ids)),
            UnitVersion.valid_from.is_null() | (UnitVersion.valid_from <= on),
        )
        .order_by(Unit.dopa_code, Unit.dla_code, Unit.id, UnitVersion.id)
        .tuples()
    )
    return tuple({row[0]: unit_line(row) for row in query}.values())
