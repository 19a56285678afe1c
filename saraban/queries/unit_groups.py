"""The groups of units that an office keeps, what they meant when, and its imported lists."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from saraban.errors import GroupNotFound
from saraban.records import Dispatch, Unit, UnitGroup, UnitGroupVersion, UnitSet, UnitSetMember
from saraban.rules.permissions import Act, Actor, require

OFFERED_LISTS = 12


@dataclass(frozen=True)
class SavedGroup:
    """What a group means now: a phrase, a set of named units, or both."""

    id: int
    phrase: str
    set_id: int | None


@dataclass(frozen=True)
class GroupLine:
    """A group of the unit in its list; number counts its versions from 1."""

    uid: str
    name: str
    place: int | None
    phrase: str
    unit_count: int
    number: int
    changed_at: datetime
    changed_by: str
    is_archived: bool


@dataclass(frozen=True)
class NamedUnit:
    """A unit that a group names, as it is called now, and its province."""

    uid: str
    name_th: str
    province_name: str | None

    @property
    def told(self) -> str:
        """The name with its province, which finds this unit and no other of the name."""
        is_own = self.province_name in (None, self.name_th)
        return self.name_th if is_own else f"{self.name_th} {self.province_name}"


@dataclass(frozen=True)
class GroupCard:
    """A group with every version it had, the newest first, and the units it names now."""

    group: GroupLine
    units: tuple[NamedUnit, ...]
    versions: tuple[GroupLine, ...]


@dataclass(frozen=True)
class ListLine:
    """A list out of a file."""

    id: int
    uid: str
    name: str
    unit_count: int
    made_at: datetime
    made_by: str


@dataclass(frozen=True)
class PickingShare:
    """How often a phrase was not enough: of the unit's sendings, those with picked units."""

    sending_count: int
    picked_count: int


def group_called(unit_id: int, name: str) -> SavedGroup | None:
    """What the unit's group of that name means now; null when there is none (any more)."""
    row = (
        UnitGroup.select(UnitGroup.id, UnitGroupVersion.phrase, UnitGroupVersion.unit_set)
        .join(UnitGroupVersion, on=(UnitGroupVersion.unit_group == UnitGroup.id))
        .where(UnitGroup.unit == unit_id, UnitGroup.name == name, UnitGroup.archived_at.is_null())
        .order_by(UnitGroupVersion.number.desc())
        .tuples()
        .first()
    )
    return None if row is None else SavedGroup(*row)


def groups_of(actor: Actor, *, with_archived: bool = False) -> tuple[GroupLine, ...]:
    """The unit's groups: those with a key by their key, then by name. Raises Refused."""
    require(actor, Act.ISSUE_LETTER)
    query = _lines().where(UnitGroup.unit == actor.unit_id)
    if not with_archived:
        query = query.where(UnitGroup.archived_at.is_null())
    newest: dict[str, GroupLine] = {}
    for row in query.order_by(UnitGroupVersion.number).tuples():
        newest[row[0]] = _line(row)
    return tuple(
        sorted(newest.values(), key=lambda one: (one.is_archived, one.place or 99, one.name))
    )


def group_card(actor: Actor, uid: str) -> GroupCard:
    """One group of the unit with its past. Raises Refused, GroupNotFound."""
    require(actor, Act.ISSUE_LETTER)
    query = _lines().where(UnitGroup.unit == actor.unit_id, UnitGroup.uid == uid)
    versions = [_line(row) for row in query.order_by(UnitGroupVersion.number.desc()).tuples()]
    if not versions:
        raise GroupNotFound(uid=uid)
    saved = (
        UnitGroupVersion.select(UnitGroupVersion.unit_set)
        .join(UnitGroup, on=(UnitGroupVersion.unit_group == UnitGroup.id))
        .where(UnitGroup.uid == uid)
        .order_by(UnitGroupVersion.number.desc())
        .tuples()
        .first()
    )
    province = Unit.alias()
    members: Any = (
        Unit.select(Unit.uid, Unit.name_th, province.name_th)
        .join(UnitSetMember, on=(UnitSetMember.to_unit == Unit.id))
        .left_outer_join(province, on=(Unit.province == province.id))
        .where(UnitSetMember.unit_set == saved[0])
        .order_by(UnitSetMember.id)
        .tuples()
    )
    return GroupCard(versions[0], tuple(NamedUnit(*row) for row in members), tuple(versions))


def lists_of(actor: Actor) -> tuple[ListLine, ...]:
    """The unit's newest imported lists, for choosing one. Raises Refused."""
    require(actor, Act.ISSUE_LETTER)
    query: Any = (
        UnitSet.select(
            UnitSet.id, UnitSet.uid, UnitSet.name, UnitSet.unit_count, UnitSet.made_at,
            UnitSet.made_by,
        )
        .where(UnitSet.unit == actor.unit_id, UnitSet.file.is_null(False))
        .order_by(UnitSet.id.desc())
        .limit(OFFERED_LISTS)
        .tuples()
    )  # fmt: skip
    return tuple(ListLine(*row) for row in query)


def list_id(actor: Actor, uid: str | None) -> int | None:
    """The id of a list of the actor's unit; null for none. Raises GroupNotFound."""
    if not uid:
        return None
    found = UnitSet.get_or_none(UnitSet.uid == uid, UnitSet.unit == actor.unit_id)
    if found is None:
        raise GroupNotFound(uid=uid)
    return int(found.id)


def picking_share(actor: Actor) -> PickingShare:
    """Of all sendings of the unit, how many needed units chosen one by one. Raises Refused."""
    require(actor, Act.ISSUE_LETTER)
    sendings = Dispatch.select().where(Dispatch.unit == actor.unit_id)
    return PickingShare(sendings.count(), sendings.where(Dispatch.picked_count > 0).count())


def _lines() -> Any:
    return (
        UnitGroup.select(
            UnitGroup.uid, UnitGroup.name, UnitGroup.place, UnitGroupVersion.phrase,
            UnitSet.unit_count, UnitGroupVersion.number, UnitGroupVersion.changed_at,
            UnitGroupVersion.changed_by, UnitGroup.archived_at,
        )
        .join(UnitGroupVersion, on=(UnitGroupVersion.unit_group == UnitGroup.id))
        .left_outer_join(UnitSet, on=(UnitGroupVersion.unit_set == UnitSet.id))
    )  # fmt: skip


def _line(row: Any) -> GroupLine:
    uid, name, place, phrase, count, number, changed_at, changed_by, archived_at = row
    return GroupLine(
        uid, name, place, phrase, count or 0, number, changed_at, changed_by,
        archived_at is not None,
    )  # fmt: skip
