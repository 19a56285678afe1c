"""An addressee phrase, read by the rules, turned into the units that exist on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import UnreadablePhrase
from saraban.records import Unit, UnitVersion
from saraban.rules.addressees import Area, Group, group_words, parse_phrase
from saraban.rules.units import INNER_KINDS, UnitKind


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
    sender = _legal_sender(sender)
    for group in parse_phrase(phrase, sender_kind=UnitKind(sender.kind)):
        units = tuple(
            UnitLine(unit_id, uid, name, short, kind, joined_at is not None)
            for unit_id, uid, name, short, kind, joined_at in _members(group, sender, on)
        )
        found.append(GroupFound(group_words(group), units))
    return tuple(found)


def unit_ids_of_phrase(phrase: str, *, sender: Any, on: date) -> list[int]:
    """The units of a phrase, each once, in the order of the phrase and then of the tree."""
    chosen: dict[int, None] = {}
    sender = _legal_sender(sender)
    for group in parse_phrase(phrase, sender_kind=UnitKind(sender.kind)):
        chosen |= dict.fromkeys(row[0] for row in _members(group, sender, on, (Unit.id,)))
    return list(chosen)


def valid_on(on: date) -> Any:
    """The condition that a unit version holds on that day."""
    return (UnitVersion.valid_from.is_null() | (UnitVersion.valid_from <= on)) & (
        UnitVersion.valid_to.is_null() | (UnitVersion.valid_to > on)
    )


def _legal_sender(sender: Any) -> Any:
    """The agency a division or section writes for: its "ทุก…" are the agency's."""
    while sender.kind in INNER_KINDS and sender.parent_id is not None:
        sender = sender.parent
    return sender


_LINE = (
    Unit.id,
    Unit.uid,
    UnitVersion.name_th,
    UnitVersion.short_name_th,
    UnitVersion.kind,
    Unit.joined_at,
)


def _members(
    group: Group, sender: Any, on: date, columns: tuple[Any, ...] = _LINE
) -> list[tuple[Any, ...]]:
    """The units of one group, these columns of each.

    Raises UnreadablePhrase for a name that no unit, or more than one, had on that day.
    """
    query: Any = (
        UnitVersion.select(*columns)
        .join(Unit, on=(UnitVersion.unit == Unit.id))
        .where(UnitVersion.kind.in_(sorted(group.kinds)), valid_on(on))
        .order_by(Unit.dopa_code, Unit.dla_code, Unit.id)
    )
    if group.excepted:
        query = query.where(UnitVersion.name_th.not_in(group.excepted))
    if group.within is not None:
        query = query.where(Unit.path.startswith(_path_of(group.within)))
    else:
        condition = _in_area(group.area, sender)
        query = query if condition is None else query.where(condition)
    if group.named is not None:
        return [_the_one_called(group.named, query, sender)]
    return list(query.tuples())


def _the_one_called(name_th: str, query: Any, sender: Any) -> tuple[Any, ...]:
    """The unit of that name: several districts share one, then the sender's province decides."""
    called = query.where(UnitVersion.name_th == name_th)
    found: list[tuple[Any, ...]] = list(called.tuples())
    if len(found) > 1 and sender.province_id is not None:
        found = list(called.where(Unit.province == sender.province_id).tuples())
    if len(found) != 1:
        raise UnreadablePhrase(field="addressees", text=name_th)
    return found[0]


def _path_of(name_th: str) -> str:
    """The path of the ministry, province or district of that name; UnreadablePhrase if none."""
    found = Unit.get_or_none(Unit.name_th == name_th, Unit.valid_to.is_null())
    if found is None:
        raise UnreadablePhrase(field="addressees", text=name_th)
    return str(found.path)


def _in_area(area: Area, sender: Any) -> Any:
    """The condition for an area as seen from the sender; None for the whole country.

    A sender that lies in no province has no units in "its province": the area is never widened.
    """
    if area is Area.SENDER_PROVINCE:
        return Unit.province == sender.province_id
    if area is Area.SENDER_DISTRICT:
        return Unit.district == sender.district_id
    if area is Area.SENDER_MINISTRY:
        return Unit.path.startswith(_ministry_path(sender))
    return None


def _ministry_path(sender: Any) -> str:
    """The path of the ministry the sender belongs to; its own path when there is none above."""
    above = [int(step) for step in sender.path.strip("/").split("/")]
    ministry = Unit.get_or_none(Unit.id.in_(above), Unit.kind == UnitKind.MINISTRY)
    return str(sender.path if ministry is None else ministry.path)
