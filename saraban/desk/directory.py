"""Units: added, renamed, moved, promoted, closed; what they were stays in their versions.

People, posts and imports have rooms of their own (people, unit_import); the doors find
everything of the directory here.
"""

import re
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from saraban.desk import _access, _units
from saraban.desk._audit import Ledger
from saraban.desk._units import place_of
from saraban.desk.people import (
    add_person,
    appoint,
    deactivate_person,
    end_post,
    reset_password,
)
from saraban.desk.unit_import import ImportReport, UnitChange, import_units
from saraban.errors import (
    FutureDate,
    InvalidInput,
    MisplacedUnit,
    MissingField,
    TextTooLong,
    UnitAlreadyThere,
    UnitClosed,
    UnitHasOpenUnits,
    UnitNotFound,
    UnreadableAddress,
)
from saraban.records import Post, Unit
from saraban.records.database import locked, write_transaction
from saraban.rules.days import day_of
from saraban.rules.permissions import Act, Actor
from saraban.rules.units import UnitKind
from saraban.thai.dates import format_medium
from saraban.thai.text import clean_line

__all__ = [
    "ImportReport",
    "UnitChange",
    "UnitDetails",
    "add_person",
    "add_unit",
    "appoint",
    "change_details",
    "change_unit",
    "close_unit",
    "confirm_saraban_address",
    "deactivate_person",
    "end_post",
    "import_units",
    "reset_password",
]

LONGEST = 255
_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_MOST = {"code_letters": 10, "owner_number": 20, "registry_name": 120, "telephone": 120}


@dataclass(frozen=True)
class UnitDetails:
    """What a unit says of itself and what has no past; null where nothing is said now."""

    name_en: str | None = None
    registry_name: str | None = None
    code_letters: str | None = None
    owner_number: str | None = None
    postal_address: str | None = None
    telephone: str | None = None


def add_unit(
    *,
    actor: Actor,
    at: datetime,
    parent_uid: str,
    kind: str,
    name_th: str,
    short_name_th: str = "",
    details: UnitDetails | None = None,
    dla_code: str | None = None,
    district_uid: str | None = None,
    saraban_address: str = "",
    valid_from: date | None = None,
    is_sample: bool = False,
) -> str:
    """Put a new unit below its parent; its uid. The short name is the name when not given.

    district_uid is the district a unit lies in without being below it. valid_from null means
    since before our records. is_sample marks a unit that does not exist outside a trial.
    Raises Refused, UnitNotFound, UnitClosed, UnitAlreadyThere, and refusals of its fields.
    """
    parent = _access.unit(actor, Act.MANAGE_UNITS, uid=parent_uid)
    _access.open_unit(parent.id, on=day_of(at))
    if kind not in set(UnitKind) or kind == UnitKind.COUNTRY:
        raise InvalidInput(field="kind")
    name = _name(name_th, "name_th")
    short = _name(short_name_th or name_th, "short_name_th", most=120)
    if saraban_address:
        _check_address(saraban_address)
    district = None
    if district_uid is not None:
        district = _access.unit(actor, Act.MANAGE_UNITS, uid=district_uid)
    with write_transaction():
        _refuse_double(parent, kind=kind, name_th=name, dla_code=dla_code)
        ledger = Ledger(actor=actor, at=at)
        place = _units.add_unit(
            ledger,
            place_of(parent),
            kind=kind,
            name_th=name,
            short_name_th=short,
            dla_code=dla_code,
            district=district.id if district else None,
            saraban_address=saraban_address,
            valid_from=valid_from,
            is_sample=is_sample,
            **_clean_details(details or UnitDetails()),
        )
        uid = str(Unit.get_by_id(place.id).uid)
        ledger.record("add_unit", subject=uid, name=name, kind=str(kind))
    return uid


def change_unit(
    *,
    actor: Actor,
    at: datetime,
    unit_uid: str,
    from_on: date,
    name_th: str | None = None,
    short_name_th: str | None = None,
    kind: str | None = None,
    parent_uid: str | None = None,
) -> None:
    """Rename a unit, change its kind, move it, from a day on; what is not given stays.

    Its last version closes on that day and the next one opens; the units below a moved one
    move with it. Raises Refused, UnitNotFound, UnitClosed, FutureDate, DayBeforeLastChange,
    MisplacedUnit.
    """
    unit = _own_open_unit(actor, unit_uid, at)
    if from_on > day_of(at):
        raise FutureDate(field="from_on", date_text=format_medium(from_on))
    if kind is not None and (kind not in set(UnitKind) or UnitKind.COUNTRY in (kind, unit.kind)):
        raise InvalidInput(field="kind")
    parent = unit.parent
    if parent_uid is not None:
        parent = _access.unit(actor, Act.MANAGE_UNITS, uid=parent_uid)
        if parent.path.startswith(unit.path):
            raise MisplacedUnit(field="parent", unit=unit.name_th)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        _units.change_unit(
            ledger,
            locked(Unit.select().where(Unit.id == unit.id)).get(),
            from_on=from_on,
            kind=kind or unit.kind,
            name_th=unit.name_th if name_th is None else _name(name_th, "name_th"),
            short_name_th=(
                unit.short_name_th
                if short_name_th is None
                else _name(short_name_th, "short_name_th", most=120)
            ),
            parent=place_of(parent) if parent is not None else None,
        )
        if ledger.changes:
            ledger.record("change_unit", subject=unit.uid, before=unit.name_th)


def change_details(*, actor: Actor, at: datetime, unit_uid: str, details: UnitDetails) -> None:
    """Replace what a unit says of itself: numbers, addresses, the name on its stamp.

    What is null stays as it was, a blank takes it away. Raises Refused, UnitNotFound,
    UnitClosed, TextTooLong.
    """
    unit = _own_open_unit(actor, unit_uid, at)
    values = _clean_details(details)
    if not values:
        return
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        ledger.update(Unit, unit.id, **values)
        ledger.record("change_unit_details", subject=unit.uid)


def close_unit(
    *,
    actor: Actor,
    at: datetime,
    unit_uid: str,
    valid_to: date,
    merged_into_uid: str | None = None,
) -> None:
    """Close a unit: valid_to is the first day on which it no longer exists. Its posts end.

    merged_into_uid names the unit that takes over. Raises Refused, UnitNotFound, UnitClosed,
    UnitHasOpenUnits, DayBeforeLastChange, InvalidInput when it would merge into itself.
    """
    unit = _own_open_unit(actor, unit_uid, at)
    heir = None
    if merged_into_uid is not None:
        heir = Unit.get_or_none(Unit.uid == merged_into_uid)
        if heir is None:
            raise UnitNotFound(field="merged_into", uid=merged_into_uid)
        if heir.id == unit.id:
            raise InvalidInput(field="merged_into")
    below = Unit.select().where(
        Unit.path.startswith(unit.path),
        Unit.id != unit.id,
        Unit.valid_to.is_null() | (Unit.valid_to > valid_to),
    )
    with write_transaction():
        if count := below.count():
            raise UnitHasOpenUnits(unit=unit.name_th, count=count)
        ledger = Ledger(actor=actor, at=at)
        ledger.update(Unit, unit.id, valid_to=valid_to, merged_into=heir.id if heir else None)
        _units.close_version(ledger, unit, valid_to=valid_to)
        for post in _posts_after(unit, valid_to):
            ledger.update(Post, post.id, valid_to=max(valid_to, post.valid_from))
        ledger.record(
            "close_unit",
            subject=unit.uid,
            name=unit.name_th,
            merged_into=heir.name_th if heir else None,
        )


def confirm_saraban_address(*, actor: Actor, at: datetime, unit_uid: str, address: str) -> None:
    """State that this is the unit's saraban address: no import changes it any more.

    Raises Refused, UnitNotFound, UnitClosed, UnreadableAddress.
    """
    unit = _own_open_unit(actor, unit_uid, at)
    address = address.strip()
    _check_address(address)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        ledger.update(Unit, unit.id, saraban_address=address, saraban_confirmed_on=day_of(at))
        ledger.record("confirm_saraban_address", subject=unit.uid, address=address)


def _own_open_unit(actor: Actor, uid: str, at: datetime) -> Unit:
    """A unit of the administrator's branch that was not closed before; UnitClosed otherwise."""
    unit = _access.unit(actor, Act.MANAGE_UNITS, uid=uid)
    if unit.valid_to is not None and unit.valid_to <= day_of(at):
        raise UnitClosed(unit=unit.name_th)
    return unit


def _posts_after(unit: Unit, valid_to: date) -> Any:
    return Post.select().where(
        Post.unit == unit.id, Post.valid_to.is_null() | (Post.valid_to > valid_to)
    )


def _refuse_double(parent: Unit, *, kind: str, name_th: str, dla_code: str | None) -> None:
    same = (Unit.parent == parent.id) & (Unit.kind == kind) & (Unit.name_th == name_th)
    found = Unit.get_or_none(same & Unit.valid_to.is_null())
    if found is None and dla_code:
        found = Unit.get_or_none(Unit.dla_code == dla_code)
    if found is not None:
        raise UnitAlreadyThere(field="name_th", unit=found.name_th)


def _name(text: str, field: str, *, most: int = LONGEST) -> str:
    name = clean_line(text)
    if not name:
        raise MissingField(field=field)
    if len(name) > most:
        raise TextTooLong(field=field, most=most)
    return name


def _clean_details(details: UnitDetails) -> dict[str, str]:
    """The details that are said, as columns."""
    clean = {name: clean_line(text) for name, text in asdict(details).items() if text is not None}
    for name, text in clean.items():
        if len(text) > (most := _MOST.get(name, LONGEST)):
            raise TextTooLong(field=name, most=most)
    return clean


def _check_address(address: str) -> None:
    if len(address) > LONGEST or not _ADDRESS.fullmatch(address):
        raise UnreadableAddress(field="saraban_address", text=address)
