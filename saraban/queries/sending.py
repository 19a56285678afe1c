"""What a letter about to be sent would do: whom it reaches, whom it forgets, which number."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from saraban.errors import UnitNotFound
from saraban.queries.addressees import GroupFound, UnitLine, groups_of_phrase
from saraban.queries.books import circular_series
from saraban.queries.holidays import OddDay, odd_day
from saraban.queries.reach import Reach, reach_of
from saraban.queries.register_book import next_number
from saraban.queries.reserved_numbers import reserved_number
from saraban.queries.since_last import SinceLast, since_last
from saraban.queries.targets import RELAYING_KINDS, unread_part
from saraban.queries.unit_groups import list_id
from saraban.queries.units_then import ClosedUnit, closed_units, sets_in, units_of_set, units_on
from saraban.records import Unit, UnitVersion
from saraban.records.id_sets import among
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.registers import book_year_of, register_for
from saraban.rules.units import THAI_UNIT_KIND, UnitKind


@dataclass(frozen=True)
class Counted:
    """How many of the set are of one kind, or lie in one province."""

    word: str
    count: int


@dataclass(frozen=True)
class Preview:
    """The set a letter would go to, each unit once, the sender never.

    closed are units chosen by name that do not exist on the letter's day: they are not in the
    set. unmeant are units of the list that the phrase does not mean, not in it either.
    unaddressed neither work here nor have a saraban address. reach tells whom the set and those
    it tells in turn cover of what the parent letter asks, since_last what is new; unread are
    parts of a phrase to tell others that cannot be read, and so count for nobody. next_number
    is what the book would give now, and another desk may take it first, or the reserved number
    that was chosen. odd_day is what the clerk should know of the letter's date.
    """

    groups: tuple[GroupFound, ...]
    further: tuple[UnitLine, ...]
    by_kind: tuple[Counted, ...]
    by_province: tuple[Counted, ...]
    closed: tuple[ClosedUnit, ...]
    unmeant: tuple[UnitLine, ...]
    unaddressed: tuple[UnitLine, ...]
    count: int
    elsewhere_count: int
    reach: Reach | None
    unread: tuple[str, ...]
    since_last: SinceLast | None
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
    require(actor, Act.ISSUE_LETTER)
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
    list_uid: str | None = None,
) -> Preview:
    """What sending now would do, from a free book or under a reserved number where one is named.

    Raises Refused, UnreadablePhrase, ListNeeded, UnitNotFound, GroupNotFound.
    """
    require(actor, Act.ISSUE_LETTER)
    own = Unit.get_by_id(actor.unit_id)
    set_id = list_id(actor, list_uid)
    taken = {actor.unit_id}
    groups = []
    if phrase.strip() or set_id is not None:
        for found in groups_of_phrase(phrase, sender=own, on=on, set_id=set_id):
            groups.append(replace(found, units=_new(found.units, taken)))
    further = _new(units_on(unit_uids, on=on), taken)
    shown = [unit for group in groups for unit in group.units] + list(further)
    chosen = [unit.id for unit in shown]
    year = book_year_of(on)
    series = circular_series(actor.unit_id, year)
    kept = reserved_number(actor, reserved_uid)
    book = register or register_for(is_circular=is_circular, series=series)
    if kept is not None:
        book = kept.register
    return Preview(
        groups=tuple(groups),
        further=further,
        by_kind=_by_kind(shown),
        by_province=_by_province(shown),
        closed=closed_units(unit_uids, set_ids=sets_in(phrase, actor.unit_id, set_id), on=on),
        unmeant=_new(() if set_id is None else units_of_set(set_id, on=on), taken),
        unaddressed=tuple(unit for unit in shown if not (unit.works_here or unit.has_address)),
        count=len(shown),
        elsewhere_count=sum(not unit.works_here for unit in shown),
        reach=reach_of(
            own,
            parent_phrase=parent_phrase,
            chosen=shown,
            relay_phrase=relay_phrase,
            on=on,
        ),
        unread=_unread(own, shown, parent_phrase, relay_phrase),
        since_last=since_last(actor.unit_id, phrase=phrase, chosen_ids=chosen, on=on),
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
    found = units_on(uids, on=on)
    if len(found) != len(dict.fromkeys(uids)):
        known = {unit.uid for unit in found}
        missing = next(uid for uid in uids if uid not in known)
        raise UnitNotFound(field="addressees", uid=missing)
    return found


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


def _unread(
    own: Any, shown: Sequence[UnitLine], parent_phrase: str, relay_phrase: str
) -> tuple[str, ...]:
    onward = {UnitKind(unit.kind) for unit in shown} & RELAYING_KINDS
    parts = (unread_part(parent_phrase, [UnitKind(own.kind)]), unread_part(relay_phrase, onward))
    return tuple(part for part in parts if part is not None)


def _by_kind(units: Sequence[UnitLine]) -> tuple[Counted, ...]:
    counts = Counter(unit.kind for unit in units)
    return tuple(Counted(THAI_UNIT_KIND[kind], counts[kind]) for kind in UnitKind if counts[kind])


def _by_province(units: Sequence[UnitLine]) -> tuple[Counted, ...]:
    """By province in the order of their codes; () when all lie in one, or in none."""
    counts = Counter(unit.province_id for unit in units if unit.province_id is not None)
    if len(counts) < 2:
        return ()
    names: Any = (
        Unit.select(Unit.id, Unit.name_th)
        .where(among(Unit.id, counts))
        .order_by(Unit.dopa_code, Unit.id)
        .tuples()
    )
    return tuple(Counted(name, counts[unit_id]) for unit_id, name in names)


def _new(units: Sequence[UnitLine], taken: set[int]) -> tuple[UnitLine, ...]:
    """Those not yet in an earlier group; they are taken from now on."""
    fresh = tuple(unit for unit in units if unit.id not in taken)
    taken.update(unit.id for unit in fresh)
    return fresh
