"""An addressee phrase, read by the rules, turned into the units that exist on a day."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import UnreadablePhrase
from saraban.records import Unit, UnitVersion
from saraban.rules.addressees import Area, Group, group_words, parse_phrase
from saraban.rules.units import INNER_KINDS, THAI_UNIT_KIND, UnitKind


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

    Raises UnreadablePhrase for a name that no unit, or more than one, had on that day, and for
    one that is taken out of a group it is not in.
    """
    if group.by_list:
        raise UnreadablePhrase(field="addressees", text=group_words(group))
    query: Any = (
        UnitVersion.select(*columns)
        .join(Unit, on=(UnitVersion.unit == Unit.id))
        .where(UnitVersion.kind.in_(sorted(group.kinds)), valid_on(on))
        .order_by(Unit.dopa_code, Unit.dla_code, Unit.id)
    )
    if group.office is not None:
        query = query.where(UnitVersion.name_th.startswith(group.office))
    if group.within is not None:
        query = query.where(_lies_in(place_called(group.within, sender=sender, on=on)))
    else:
        condition = _in_area(group.area, sender)
        query = query if condition is None else query.where(condition)
    if group.named is not None:
        return [_the_one_called(group.named, query, sender)]
    if group.excepted:
        _refuse_strangers(group.excepted, query)
        query = query.where(UnitVersion.name_th.not_in(group.excepted))
    return list(query.tuples())


def _refuse_strangers(excepted: tuple[str, ...], query: Any) -> None:
    """An exception that takes nobody out is a slip: the letter would go where it should not."""
    called: Any = query.clone().select(UnitVersion.name_th)
    known = {row[0] for row in called.where(UnitVersion.name_th.in_(excepted)).tuples()}
    stranger = next((name for name in excepted if name not in known), None)
    # Bangkok is in no group of provinces, and is often named once more.
    if stranger is not None and stranger != THAI_UNIT_KIND[UnitKind.BANGKOK]:
        raise UnreadablePhrase(field="addressees", text=stranger)


def _the_one_called(name_th: str, query: Any, sender: Any) -> tuple[Any, ...]:
    """The unit of that name: several districts share one, then the sender's province decides."""
    called = query.where(UnitVersion.name_th == name_th)
    found: list[tuple[Any, ...]] = list(called.tuples())
    if len(found) > 1 and sender.province_id is not None:
        found = list(called.where(Unit.province == sender.province_id).tuples())
    if len(found) != 1:
        raise UnreadablePhrase(field="addressees", text=name_th)
    return found[0]


@dataclass(frozen=True)
class PlaceFound:
    """A ministry, province or district that a phrase names."""

    id: int
    kind: str
    path: str


def place_called(words: str, *, sender: Any, on: date) -> PlaceFound:
    """The place of that full name on the day, "อำเภอ… จังหวัด…" among them.

    A name that several districts share means the one in the sender's province. Raises
    UnreadablePhrase when there is none, or still more than one.
    """
    names = {"district": "", "province": "", "other": words}
    if found := _DISTRICT_AND_PROVINCE.fullmatch(words):
        names = found.groupdict("") | {"other": found["district"]}
    query: Any = (
        UnitVersion.select(Unit.id, UnitVersion.kind, Unit.path, Unit.province)
        .join(Unit, on=(UnitVersion.unit == Unit.id))
        .where(UnitVersion.name_th == names["other"], valid_on(on))
    )
    if names["province"]:
        above = place_called(names["province"], sender=sender, on=on)
        query = query.where(Unit.province == above.id)
    rows = list(query.tuples())
    if len(rows) > 1:
        rows = [row for row in rows if row[3] == sender.province_id]
    if len(rows) != 1:
        raise UnreadablePhrase(field="addressees", text=words)
    return PlaceFound(*rows[0][:3])


_DISTRICT_AND_PROVINCE = re.compile("(?P<district>อำเภอ[^ ]+) ?(?P<province>จังหวัด[^ ]+)")


def _lies_in(place: PlaceFound) -> Any:
    # Towns and cities lie in a district without being below it.
    if place.kind == UnitKind.DISTRICT:
        return Unit.district == place.id
    return Unit.path.startswith(place.path)


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
    if area is Area.SENDER_AGENCY:
        return Unit.path.startswith(sender.path)
    return None


def _ministry_path(sender: Any) -> str:
    """The path of the ministry the sender belongs to; its own path when there is none above."""
    above = [int(step) for step in sender.path.strip("/").split("/")]
    ministry = Unit.get_or_none(Unit.id.in_(above), Unit.kind == UnitKind.MINISTRY)
    return str(sender.path if ministry is None else ministry.path)
