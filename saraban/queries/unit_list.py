"""Units as lines of a list: what each is today and whether its address is confirmed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.records import Unit
from saraban.rules.permissions import Act, Actor, may


@dataclass(frozen=True)
class UnitRowLine:
    """One unit of today. is_confirmed says whether a person stands for its saraban address."""

    uid: str
    kind: str
    name_th: str
    short_name_th: str
    parent_uid: str | None
    code_letters: str
    owner_number: str
    dopa_code: str | None
    dla_code: str | None
    saraban_address: str
    is_confirmed: bool
    works_here: bool
    is_sample: bool


def units_of(
    *, actor: Actor, on: date, kind: str | None = None, under_uid: str | None = None
) -> tuple[UnitRowLine, ...]:
    """The units that exist on that day, in the order they came; of one kind or branch if given.

    Every role may see the tree. Empty for who may not, and for a branch that is not there.
    """
    if not may(actor, Act.SEE_UNITS):
        return ()
    parent: Any = Unit.alias()
    query: Any = (
        Unit.select(Unit, parent.uid.alias("parent_uid"))
        .left_outer_join(parent, on=(Unit.parent == parent.id))
        .where(Unit.valid_to.is_null() | (Unit.valid_to > on))
        .order_by(Unit.id)
        .objects()
    )
    if kind is not None:
        query = query.where(Unit.kind == kind)
    if under_uid is not None:
        top = Unit.get_or_none(Unit.uid == under_uid)
        if top is None:
            return ()
        query = query.where(Unit.path.startswith(top.path))
    return tuple(
        UnitRowLine(
            uid=unit.uid,
            kind=unit.kind,
            name_th=unit.name_th,
            short_name_th=unit.short_name_th,
            parent_uid=unit.parent_uid,
            code_letters=unit.code_letters,
            owner_number=unit.owner_number,
            dopa_code=unit.dopa_code,
            dla_code=unit.dla_code,
            saraban_address=unit.saraban_address,
            is_confirmed=unit.saraban_confirmed_on is not None,
            works_here=unit.joined_at is not None,
            is_sample=unit.is_sample,
        )
        for unit in query
    )
