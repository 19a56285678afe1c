"""What a letter about to be sent would do: whom it reaches, whom it forgets, which number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import Refused, UnitNotFound
from saraban.queries.addressees import UnitLine, groups_of_phrase
from saraban.queries.books import circular_series
from saraban.queries.cascade_nodes import MissedUnit
from saraban.queries.coverage import left_out
from saraban.queries.holidays import OddDay, odd_day
from saraban.queries.register_book import next_number
from saraban.queries.reserved_numbers import reserved_number
from saraban.records import Unit, UnitVersion
from saraban.rules.permissions import Act, Actor, may, who_may
from saraban.rules.registers import book_year_of, register_for


@dataclass(frozen=True)
class GroupLine:
    """A part of the addressee phrase in words, with its units."""

    words: str
    units: tuple[UnitLine, ...]


@dataclass(frozen=True)
class Preview:
    """The set a letter would go to, each unit once, the sender never.

    missing: units the parent letter asks to be told and that nobody would tell. next_number
    is what the book would give now, and another desk may take it first, or the reserved number
    that was chosen. odd_day is what the clerk should know of the letter's date.
    """

    groups: tuple[GroupLine, ...]
    further: tuple[UnitLine, ...]
    count: int
    elsewhere_count: int
    missing: tuple[MissedUnit, ...]
    next_number: int
    is_reserved: bool
    odd_day: OddDay
    is_circular: bool

    @property
    def unit_ids(self) -> tuple[int, ...]:
        """Ids of all units, in the order shown."""
        return tuple(
            unit.id for units in (*(g.units for g in self.groups), self.further) for unit in units
        )


@dataclass(frozen=True)
class Sender:
    """What the sending unit puts on its letters."""

    name_th: str
    code_letters: str
    owner_number: str
    postal_address: str
    telephone: str
    kind: str


def sender(actor: Actor) -> Sender:
    """The actor's unit as a sender. Raises Refused for those who may not issue letters."""
    _require(actor)
    unit = Unit.get_by_id(actor.unit_id)
    return Sender(
        unit.name_th,
        unit.code_letters,
        unit.owner_number,
        unit.postal_address,
        unit.telephone,
        unit.kind,
    )


def preview(
    actor: Actor,
    *,
    phrase: str,
    unit_uids: Sequence[str] = (),
    on: date,
    is_circular: bool,
    parent_phrase: str = "",
    relay_phrase: str = "",
    register: str | None = None,
    reserved_uid: str | None = None,
) -> Preview:
    """What sending now would do, from a free book or under a reserved number where one is named.

    Raises Refused, UnreadablePhrase, UnitNotFound.
    """
    _require(actor)
    own = Unit.get_by_id(actor.unit_id)
    taken = {actor.unit_id}
    groups = []
    if phrase.strip():
        for found in groups_of_phrase(phrase, sender=own, on=on):
            groups.append(GroupLine(found.words, _new(found.units, taken)))
    further = _new(units_named(unit_uids, on=on), taken)
    shown = [unit for group in groups for unit in group.units] + list(further)
    missing: tuple[MissedUnit, ...] = ()
    if parent_phrase.strip():
        missing = left_out(
            actor,
            parent_phrase=parent_phrase,
            chosen_ids=[unit.id for unit in shown],
            relay_phrase=relay_phrase,
            on=on,
        )
    year = book_year_of(on)
    series = circular_series(actor.unit_id, year)
    kept = reserved_number(actor, reserved_uid)
    book = register or register_for(is_circular=is_circular, series=series)
    if kept is not None:
        book = kept.register
    return Preview(
        groups=tuple(groups),
        further=further,
        count=len(shown),
        elsewhere_count=sum(not unit.works_here for unit in shown),
        missing=missing,
        next_number=kept.number if kept else next_number(actor, register=book, be_year=year),
        is_reserved=kept is not None,
        odd_day=odd_day(
            actor.unit_id,
            register=book,
            be_year=year,
            day=on,
            number=kept.number if kept else None,
        ),
        is_circular=is_circular,
    )


def units_named(uids: Sequence[str], *, on: date) -> tuple[UnitLine, ...]:
    """The units of these uids in the order given. Raises UnitNotFound."""
    found = {
        unit.uid: UnitLine(
            unit.id,
            unit.uid,
            unit.name_th,
            unit.short_name_th,
            unit.kind,
            unit.joined_at is not None,
        )
        for unit in Unit.select().where(
            Unit.uid.in_(list(uids)), Unit.valid_to.is_null() | (Unit.valid_to > on)
        )
    }
    missing = next((uid for uid in uids if uid not in found), None)
    if missing is not None:
        raise UnitNotFound(field="addressees", uid=missing)
    return tuple(found[uid] for uid in dict.fromkeys(uids))


def units_like(words: str, *, on: date, most: int = 20) -> tuple[UnitLine, ...]:
    """Units whose name of that day has the words in it, for choosing one by one."""
    wanted = words.strip()
    if len(wanted) < 2:
        return ()
    query: Any = (
        Unit.select(Unit.id, Unit.uid, Unit.name_th, Unit.short_name_th, Unit.kind, Unit.joined_at)
        .where(
            Unit.name_th.contains(wanted) | Unit.short_name_th.contains(wanted),
            Unit.valid_to.is_null() | (Unit.valid_to > on),
            Unit.id.in_(UnitVersion.select(UnitVersion.unit)),
        )
        .order_by(Unit.dopa_code, Unit.id)
        .limit(most)
        .tuples()
    )
    return tuple(
        UnitLine(unit_id, uid, name, short, kind, joined_at is not None)
        for unit_id, uid, name, short, kind, joined_at in query
    )


def _new(units: Sequence[UnitLine], taken: set[int]) -> tuple[UnitLine, ...]:
    """Those not yet in an earlier group; they are taken from now on."""
    fresh = tuple(unit for unit in units if unit.id not in taken)
    taken.update(unit.id for unit in fresh)
    return fresh


def _require(actor: Actor) -> None:
    if not may(actor, Act.ISSUE_LETTER):
        raise Refused(act=Act.ISSUE_LETTER.value, who_may=who_may(Act.ISSUE_LETTER))
