"""Whom a relay phrase means for each unit that is asked to tell others, on a day."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from types import SimpleNamespace
from typing import Any, NamedTuple

from saraban.errors import UnreadablePhrase
from saraban.queries.addressees import PlaceFound, place_called
from saraban.queries.cascade_nodes import MissedUnit
from saraban.records import Unit, UnitVersion
from saraban.records.database import database
from saraban.records.id_sets import among
from saraban.rules.addressees import Area, Group, parse_phrase
from saraban.rules.units import LOCAL_KINDS, UnitKind

# Who may be asked to tell the units below them. A local body tells nobody outside itself.
RELAYING_KINDS = frozenset(UnitKind) - LOCAL_KINDS

# A relay phrase within a ministry is asked of units that lie in no province.
_ANYWHERE = frozenset({Area.COUNTRY, Area.SENDER_MINISTRY, Area.SENDER_AGENCY})

Via = tuple[str, str, str]  # short name, kind and node of the unit that should tell another


class _Version(NamedTuple):
    """What a unit was from one day to another, and where it lies.

    A tuple: nine thousand of them are made for a page, in a third of a dataclass's time.
    """

    unit_id: int
    uid: str
    name: str
    short: str
    kind: str
    province: int | None
    district: int | None
    path: str
    valid_from: str
    valid_to: str

    def holds_on(self, day: str) -> bool:
        """Days as ISO text; blank ends are open."""
        return self.valid_from <= day and (not self.valid_to or day < self.valid_to)


class Targets:
    """The units a relay phrase means for each level and day, from one reading of the unit table."""

    def __init__(self, groups: Iterable[Group]) -> None:
        kinds = frozenset(kind for group in groups for kind in group.kinds)
        self.facts: dict[int, _Version] = {}
        self.places: dict[tuple[str, int | None, date], PlaceFound | None] = {}
        self.in_province: dict[tuple[str, int | None], list[_Version]] = defaultdict(list)
        self.in_district: dict[tuple[str, int | None], list[_Version]] = defaultdict(list)
        self.of_kind: dict[str, list[_Version]] = defaultdict(list)
        query: Any = (
            UnitVersion.select(
                Unit.id, Unit.uid, UnitVersion.name_th, UnitVersion.short_name_th,
                UnitVersion.kind, Unit.province, Unit.district, Unit.path,
                UnitVersion.valid_from, UnitVersion.valid_to,
            )
            .join(Unit, on=(UnitVersion.unit == Unit.id))
            .where(UnitVersion.kind.in_(sorted(kinds)))
            .order_by(UnitVersion.id)
        )  # fmt: skip
        # Straight from the cursor: nearly eight thousand rows that need no conversion.
        cursor: Any = database.execute(query)
        for row in cursor.fetchall():
            unit_id, uid, name, short, kind, province, district, path, since, until = row
            one = _Version(
                unit_id, uid, name, short, kind, province, district, path,
                str(since or ""), str(until or ""),
            )  # fmt: skip
            self.facts[one.unit_id] = one
            self.in_province[(one.kind, one.province)].append(one)
            self.in_district[(one.kind, one.district)].append(one)
            self.of_kind[one.kind].append(one)
        cursor.close()

    def of(self, groups: tuple[Group, ...], relaying: Any, on: date) -> set[int]:
        """Unit ids that the unit `relaying` (id, province, district, path) is to tell on a day.

        A group by a list means nobody here: its list is not the receiver's.
        """
        day = on.isoformat()
        found: set[int] = set()
        for group in groups:
            lies_there = self._condition(group, relaying, on)
            if lies_there is None or group.by_list:
                continue
            for kind in group.kinds:
                found.update(
                    one.unit_id
                    for one in self._candidates(group, kind, relaying)
                    if one.holds_on(day)
                    and group.named in (None, one.name)
                    and one.name not in group.excepted
                    and one.name.startswith(group.office or "")
                    and lies_there(one)
                )
        return found

    def _candidates(self, group: Group, kind: UnitKind, relaying: Any) -> list[_Version]:
        _, province, district, _ = relaying
        is_anywhere = group.within is not None or group.area in _ANYWHERE
        if is_anywhere:
            return self.of_kind[kind.value]
        if group.area is Area.SENDER_DISTRICT:
            return self.in_district[(kind.value, district)] if district else []
        return self.in_province[(kind.value, province)] if province else []

    def _condition(
        self, group: Group, relaying: Any, on: date
    ) -> Callable[[_Version], bool] | None:
        """Where the members of a group lie beyond what _candidates asked; null for nowhere."""
        if group.within is None:
            path = relaying[3] if group.area is Area.SENDER_AGENCY else "/"
            return lambda one: one.path.startswith(path)
        place = self._place(group.within, relaying, on)
        if place is None:
            return None
        if place.kind == UnitKind.DISTRICT:
            return lambda one: one.district == place.id
        return lambda one: one.path.startswith(place.path)

    def _place(self, within: str, relaying: Any, on: date) -> PlaceFound | None:
        key = (within, relaying[1], on)
        if key not in self.places:
            sender = SimpleNamespace(province_id=relaying[1])
            try:
                self.places[key] = place_called(within, sender=sender, on=on)
            except UnreadablePhrase:
                self.places[key] = None
        return self.places[key]


@lru_cache(maxsize=1024)  # the same few phrases, asked of a thousand districts
def read_quietly(phrase: str, sender_kind: UnitKind) -> tuple[Group, ...]:
    """The groups of a phrase that asks to tell others; one that cannot be read asks nothing."""
    try:
        return parse_phrase(phrase, sender_kind=sender_kind) if phrase.strip() else ()
    except UnreadablePhrase:
        return ()


def unread_part(phrase: str, sender_kinds: Iterable[UnitKind]) -> str | None:
    """What of a phrase nobody of these kinds could read; null when all of it can be read."""
    if not phrase.strip():
        return None
    for kind in sorted(sender_kinds):
        try:
            parse_phrase(phrase, sender_kind=kind)
        except UnreadablePhrase as refusal:
            return str(refusal.facts["text"])
    return None


def places_of(unit_ids: set[int]) -> dict[int | None, Any]:
    """(id, province, district, path) of each unit, as `Targets.of` wants them."""
    query: Any = Unit.select(Unit.id, Unit.province, Unit.district, Unit.path).where(
        among(Unit.id, sorted(unit_ids))
    )
    return {row[0]: row for row in query.tuples()}


def missed_lines(targets: Targets, missed: dict[int, Via]) -> tuple[MissedUnit, ...]:
    """The units as lines, in the order of the tree."""
    return tuple(
        MissedUnit(unit_id, targets.facts[unit_id].uid, targets.facts[unit_id].name,
                   targets.facts[unit_id].short, *via)
        for unit_id, via in sorted(missed.items(), key=lambda item: targets.facts[item[0]].path)
    )  # fmt: skip
