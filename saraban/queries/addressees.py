"""An addressee phrase, read by the rules, turned into the units that exist on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import UnreadablePhrase
from saraban.records import Unit, UnitVersion
from saraban.rules.addressees import Area, Group, group_words, parse_phrase
from saraban.rules.units import UnitKind


@dataclass(frozen=True)
class UnitLine:
    """A unit as it was called on the day asked for."""

    id: int
    uid: str
    name_th: str
    short_name_th: str
    kind: str
    works_here: bool


@dataclass(frozen=True)
class GroupFound:
    """One part of a phrase in words, and the units it means."""

    words: str
    units: tuple[UnitLine, ...]


def groups_of_phrase(phrase: str, *, sender: Any, on: date) -> tuple[GroupFound, ...]:
    """The groups of a phrase as the sender means them on that day, for showing before sending.

    Raises UnreadablePhrase with the part that cannot be read, also when it names one unit that
    did not exist then.
    """
    found = []
    for group in parse_phrase(phrase, sender_kind=UnitKind(sender.kind)):
        units = tuple(
            UnitLine(unit_id, uid, name, short, kind, joined_at is not None)
            for unit_id, uid, name, short, kind, joined_at in _members(group, sender, on)
        )
        if group.named is not None and not units:
            raise UnreadablePhrase(field="addressees", text=group.named)
        found.append(GroupFound(group_words(group), units))
    return tuple(found)


def unit_ids_of_phrase(phrase: str, *, sender: Any, on: date) -> list[int]:
    """The units of a phrase, each once, in the order of the phrase and then of the tree."""
    chosen: dict[int, None] = {}
    for group in parse_phrase(phrase, sender_kind=UnitKind(sender.kind)):
        ids = [row[0] for row in _members(group, sender, on)]
        if group.named is not None and not ids:
            raise UnreadablePhrase(field="addressees", text=group.named)
        chosen |= dict.fromkeys(ids)
    return list(chosen)


def valid_on(on: date) -> Any:
    """The condition that a unit version holds on that day."""
    return (UnitVersion.valid_from.is_null() | (UnitVersion.valid_from <= on)) & (
        UnitVersion.valid_to.is_null() | (UnitVersion.valid_to > on)
    )


def _members(group: Group, sender: Any, on: date) -> Iterable[tuple[Any, ...]]:
    query: Any = (
        UnitVersion.select(
            Unit.id,
            Unit.uid,
            UnitVersion.name_th,
            UnitVersion.short_name_th,
            UnitVersion.kind,
            Unit.joined_at,
        )
        .join(Unit, on=(UnitVersion.unit == Unit.id))
        .where(UnitVersion.kind.in_(sorted(group.kinds)), valid_on(on))
        .order_by(Unit.dopa_code, Unit.dla_code, Unit.id)
    )
    if group.named is not None:
        query = query.where(UnitVersion.name_th == group.named)
    if group.excepted:
        query = query.where(UnitVersion.name_th.not_in(group.excepted))
    condition = _in_area(group.area, sender)
    if condition is not None and group.within is None:
        query = query.where(condition)
    if group.within is not None:
        query = query.where(Unit.path.startswith(_path_of(group.within)))
    members: Iterable[tuple[Any, ...]] = query.tuples()
    return members


def _path_of(name_th: str) -> str:
    """The path of the ministry, province or district of that name; UnreadablePhrase if none."""
    found = Unit.get_or_none(Unit.name_th == name_th, Unit.valid_to.is_null())
    if found is None:
        raise UnreadablePhrase(field="addressees", text=name_th)
    return str(found.path)


def _in_area(area: Area, sender: Any) -> Any:
    """The condition for an area as seen from the sender; None for the whole country."""
    if area is Area.SENDER_PROVINCE and sender.province_id is not None:
        return Unit.province == sender.province_id
    if area is Area.SENDER_DISTRICT and sender.district_id is not None:
        return Unit.district == sender.district_id
    if area is Area.SENDER_MINISTRY:
        return Unit.path.startswith(_ministry_path(sender))
    return None


def _ministry_path(sender: Any) -> str:
    """The path of the ministry the sender belongs to; its own path when there is none above."""
    above = [int(step) for step in sender.path.strip("/").split("/")]
    ministry = Unit.get_or_none(Unit.id.in_(above), Unit.kind == UnitKind.MINISTRY)
    return str(sender.path if ministry is None else ministry.path)
