"""An addressee phrase, read by the rules, turned into the units that exist on a day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import ListNeeded, UnreadablePhrase
from saraban.queries.unit_groups import group_called
from saraban.records import Unit, UnitSetMember, UnitVersion
from saraban.rules.addressee_line import saved_names, saved_words
from saraban.rules.addressees import Area, Group, group_words, parse_phrase
from saraban.rules.units import INNER_KINDS, THAI_UNIT_KIND, UnitKind, head_position

# More posts than these stand in a list beside the letter.
MOST_POSTS_PRINTED = 12


@dataclass(frozen=True)
class UnitLine:
    """A unit as it was called on the day asked for.

    has_address: it has a saraban address, so that mail reaches it where it does not work here.
    """

    id: int
    uid: str
    name_th: str
    short_name_th: str
    kind: str
    works_here: bool
    has_address: bool = False
    province_id: int | None = None


@dataclass(frozen=True)
class GroupFound:
    """One part of a phrase in words, and the units it means.

    printed is what a letter says of a saved group after เรียน, where the name is the office's
    own; blank for what stands there as it was typed.
    """

    words: str
    units: tuple[UnitLine, ...]
    printed: str = ""


def groups_of_phrase(
    phrase: str, *, sender: Any, on: date, set_id: int | None = None
) -> tuple[GroupFound, ...]:
    """The groups of a phrase as the sender means them on that day, for showing before sending.

    set_id is the list beside the letter: it tells who "(ตามบัญชีแนบ)" is, and is a group of its
    own where the phrase says nothing of a list. Raises UnreadablePhrase with the part that cannot
    be read, also when it names one unit that did not exist then, and ListNeeded.
    """
    return tuple(
        GroupFound(part.words, tuple(unit_line(row) for row in part.rows), _printed(part))
        for part in _parts(phrase, sender=sender, on=on, set_id=set_id, columns=LINE)
    )


def unit_ids_of_phrase(
    phrase: str, *, sender: Any, on: date, set_id: int | None = None
) -> list[int]:
    """The units of a phrase, each once, in the order of the phrase and then of the tree."""
    chosen: dict[int, None] = {}
    for part in _parts(phrase, sender=sender, on=on, set_id=set_id, columns=(Unit.id,)):
        chosen |= dict.fromkeys(row[0] for row in part.rows)
    return list(chosen)


@dataclass(frozen=True)
class _Part:
    """name, phrase and named are those of a saved group, named its units beside the phrase."""

    words: str
    rows: list[tuple[Any, ...]]
    name: str = ""
    phrase: str = ""
    named: tuple[tuple[Any, ...], ...] = ()


def _printed(part: _Part) -> str:
    """A saved group after เรียน: its phrase and the posts it names, or that a list names them."""
    posts = [head_position(UnitKind(row[4]), row[2]) for row in part.named]
    if len(posts) > MOST_POSTS_PRINTED:
        posts = [f"{part.name} (ตามบัญชีแนบ)"]
    return " ".join(filter(None, (part.phrase, *posts)))


def _parts(
    phrase: str, *, sender: Any, on: date, set_id: int | None, columns: tuple[Any, ...]
) -> Iterator[_Part]:
    """What the phrase means part by part: groups, then saved ones, then a list of its own."""
    rest, names = saved_names(phrase)
    legal = _legal_sender(sender)
    groups = parse_phrase(rest, sender_kind=UnitKind(legal.kind)) if rest else ()
    for group in groups:
        yield _Part(group_words(group), _members(group, legal, on, columns, set_id))
    for name in names:
        yield _saved(name, sender, on, columns)
    if set_id is not None and not any(group.by_list for group in groups):
        yield _Part("ตามบัญชีแนบ", list(_in_set(set_id, on, columns).tuples()))


def _saved(name: str, sender: Any, on: date, columns: tuple[Any, ...]) -> _Part:
    """A saved group of the sending unit, its phrase read on the letter's day."""
    saved = group_called(sender.id, name)
    if saved is None:
        raise UnreadablePhrase(field="addressees", text=saved_words(name))
    rows: list[tuple[Any, ...]] = []
    legal = _legal_sender(sender)
    if saved.phrase:
        for group in parse_phrase(saved.phrase, sender_kind=UnitKind(legal.kind)):
            rows.extend(_members(group, legal, on, columns, None))
    named = () if saved.set_id is None else tuple(_in_set(saved.set_id, on, columns).tuples())
    return _Part(saved_words(name), list(dict.fromkeys([*rows, *named])), name, saved.phrase, named)


def _all_units(on: date, columns: tuple[Any, ...]) -> Any:
    return (
        UnitVersion.select(*columns)
        .join(Unit, on=(UnitVersion.unit == Unit.id))
        .where(valid_on(on))
        .order_by(Unit.dopa_code, Unit.dla_code, Unit.id)
    )


def _in_set(set_id: int, on: date, columns: tuple[Any, ...]) -> Any:
    """The units of a set that exist on the day."""
    members = UnitSetMember.select(UnitSetMember.to_unit).where(UnitSetMember.unit_set == set_id)
    return _all_units(on, columns).where(Unit.id.in_(members))


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


LINE = (
    Unit.id,
    Unit.uid,
    UnitVersion.name_th,
    UnitVersion.short_name_th,
    UnitVersion.kind,
    Unit.joined_at,
    Unit.saraban_address,
    Unit.province,
)


def unit_line(row: Sequence[Any]) -> UnitLine:
    """A row of LINE as the line it is."""
    unit_id, uid, name, short, kind, joined_at, address, province_id = row
    return UnitLine(
        unit_id, uid, name, short, kind, joined_at is not None, bool(address), province_id
    )


def _members(
    group: Group, sender: Any, on: date, columns: tuple[Any, ...], set_id: int | None
) -> list[tuple[Any, ...]]:
    """The units of one group, these columns of each.

    Raises UnreadablePhrase for a name that no unit, or more than one, had on that day, and for
    one that is taken out of a group it is not in. ListNeeded for a list that is not there.
    """
    if group.by_list and set_id is None:
        raise ListNeeded(field="addressees")
    query: Any
    if group.by_list and set_id is not None:
        query = _in_set(set_id, on, columns)
    else:
        query = _all_units(on, columns)
    query = query.where(UnitVersion.kind.in_(sorted(group.kinds)))
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
