"""The tree of units one step at a time, and everything one page says of one unit."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import UnitNotFound
from saraban.records import Person, Post, Unit, UnitVersion
from saraban.rules.permissions import Act, Actor, Role, may, require

MOST_FOUND = 60


@dataclass(frozen=True)
class UnitLink:
    """A unit in a list. below_count counts the units right under it that exist today."""

    uid: str
    name_th: str
    kind: str
    works_here: bool
    is_closed: bool
    below_count: int = 0


@dataclass(frozen=True)
class VersionLine:
    """What the unit was from valid_from (null: since before our records) until valid_to."""

    kind: str
    name_th: str
    short_name_th: str
    parent_name: str | None
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True)
class PostLine:
    """A post in the unit."""

    post_id: int
    person_uid: str
    person_name: str
    role: Role
    title_th: str
    valid_from: date
    valid_to: date | None
    is_over: bool


@dataclass(frozen=True)
class UnitCard:
    """One unit. posts is empty, and says nothing, for who may not see people."""

    uid: str
    name_th: str
    short_name_th: str
    name_en: str
    kind: str
    registry_name: str
    code_letters: str
    owner_number: str
    dopa_code: str | None
    dla_code: str | None
    saraban_address: str
    saraban_confirmed_on: date | None
    postal_address: str
    telephone: str
    valid_from: date | None
    valid_to: date | None
    merged_into: UnitLink | None
    works_here: bool
    is_sample: bool
    is_closed: bool
    line: tuple[UnitLink, ...]
    below: tuple[UnitLink, ...]
    versions: tuple[VersionLine, ...]
    posts: tuple[PostLine, ...]
    may_manage: bool
    may_see_people: bool


def top_units(actor: Actor, *, on: date) -> tuple[UnitLink, ...]:
    """The units right below the top of the tree. Raises Refused."""
    require(actor, Act.SEE_UNITS)
    top = Unit.select(Unit.id).where(Unit.parent.is_null())
    return _links(Unit.parent.in_(top), on)


def units_like(actor: Actor, words: str, *, on: date) -> tuple[UnitLink, ...]:
    """Units with the words in a name of theirs, today's or an earlier one. Raises Refused."""
    require(actor, Act.SEE_UNITS)
    wanted = words.strip()
    if len(wanted) < 2:
        return ()
    earlier = UnitVersion.select(UnitVersion.unit).where(
        UnitVersion.name_th.contains(wanted) | UnitVersion.short_name_th.contains(wanted)
    )
    return _links(
        Unit.id.in_(earlier) | (Unit.dla_code == wanted) | (Unit.code_letters == wanted),
        on,
        also_closed=True,
    )


def unit_card(actor: Actor, uid: str, *, on: date) -> UnitCard:
    """Everything about one unit. Raises UnitNotFound, Refused."""
    require(actor, Act.SEE_UNITS)
    unit = Unit.get_or_none(Unit.uid == uid)
    if unit is None:
        raise UnitNotFound(uid=uid)
    may_see_people = may(actor, Act.SEE_PEOPLE, subject_path=unit.path)
    above = [int(step) for step in unit.path.strip("/").split("/")][:-1]
    is_closed = unit.valid_to is not None and unit.valid_to <= on
    return UnitCard(
        uid=unit.uid,
        name_th=unit.name_th,
        short_name_th=unit.short_name_th,
        name_en=unit.name_en,
        kind=unit.kind,
        registry_name=unit.registry_name,
        code_letters=unit.code_letters,
        owner_number=unit.owner_number,
        dopa_code=unit.dopa_code,
        dla_code=unit.dla_code,
        saraban_address=unit.saraban_address,
        saraban_confirmed_on=unit.saraban_confirmed_on,
        postal_address=unit.postal_address,
        telephone=unit.telephone,
        valid_from=unit.valid_from,
        valid_to=unit.valid_to,
        merged_into=None if unit.merged_into_id is None else _link(unit.merged_into, on),
        works_here=unit.joined_at is not None,
        is_sample=unit.is_sample,
        is_closed=is_closed,
        line=tuple(
            _link(found, on)
            for found in Unit.select().where(Unit.id.in_(above)).order_by(Unit.path)
        ),
        below=_links(Unit.parent == unit.id, on),
        versions=_versions(unit.id),
        posts=_posts(unit.id, on) if may_see_people else (),
        may_manage=not is_closed and may(actor, Act.MANAGE_UNITS, subject_path=unit.path),
        may_see_people=may_see_people,
    )


def _link(unit: Any, on: date) -> UnitLink:
    return UnitLink(
        unit.uid,
        unit.name_th,
        unit.kind,
        unit.joined_at is not None,
        unit.valid_to is not None and unit.valid_to <= on,
    )


def _links(condition: Any, on: date, *, also_closed: bool = False) -> tuple[UnitLink, ...]:
    query = Unit.select().where(condition).order_by(Unit.dopa_code, Unit.dla_code, Unit.id)
    if not also_closed:
        query = query.where(Unit.valid_to.is_null() | (Unit.valid_to > on))
    else:
        query = query.limit(MOST_FOUND)
    units = list(query)
    below = _below_counts([unit.id for unit in units], on)
    return tuple(
        UnitLink(
            unit.uid,
            unit.name_th,
            unit.kind,
            unit.joined_at is not None,
            unit.valid_to is not None and unit.valid_to <= on,
            below.get(unit.id, 0),
        )
        for unit in units
    )


def _below_counts(unit_ids: list[int], on: date) -> dict[int, int]:
    from_rows: dict[int, int] = {}
    query: Any = (
        Unit.select(Unit.parent)
        .where(Unit.parent.in_(unit_ids), Unit.valid_to.is_null() | (Unit.valid_to > on))
        .tuples()
    )
    for (parent_id,) in query:
        from_rows[parent_id] = from_rows.get(parent_id, 0) + 1
    return from_rows


def _versions(unit_id: int) -> tuple[VersionLine, ...]:
    parent = Unit.alias()
    query: Any = (
        UnitVersion.select(
            UnitVersion.kind,
            UnitVersion.name_th,
            UnitVersion.short_name_th,
            parent.name_th,
            UnitVersion.valid_from,
            UnitVersion.valid_to,
        )
        .join(parent, "LEFT OUTER JOIN", on=(UnitVersion.parent == parent.id))
        .where(UnitVersion.unit == unit_id)
        .order_by(UnitVersion.id.desc())
        .tuples()
    )
    return tuple(VersionLine(*row) for row in query)


def _posts(unit_id: int, on: date) -> tuple[PostLine, ...]:
    query: Any = (
        Post.select(
            Post.id,
            Person.uid,
            Person.name_th,
            Post.role,
            Post.title_th,
            Post.valid_from,
            Post.valid_to,
        )
        .join(Person, on=(Post.person == Person.id))
        .where(Post.unit == unit_id)
        .order_by(Post.id)
        .tuples()
    )
    return tuple(
        PostLine(
            post_id,
            uid,
            name,
            Role(role),
            title,
            valid_from,
            valid_to,
            is_over=valid_to is not None and valid_to <= on,
        )
        for post_id, uid, name, role, title, valid_from, valid_to in query
    )
