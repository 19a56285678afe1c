"""The rows of a unit: itself, where it stands in the tree, and what it was from day to day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.desk._audit import Ledger
from saraban.errors import DayBeforeLastChange
from saraban.records import Unit, UnitVersion
from saraban.records.fields import new_uid
from saraban.rules.units import UnitKind
from saraban.thai.dates import format_medium

# An event must stay readable, so a long act is told in several of at most this many changes.
MOST_CHANGES_AN_EVENT = 500
_CHANGES_A_UNIT = 3

# The governor watches over these; the district chief over the smaller ones.
# Source: PAO Act 2540 s. 77, Municipality Act 2496 s. 71, Tambon Council and TAO Act 2537 s. 90.
UNDER_THE_PROVINCE = frozenset(
    {UnitKind.PAO, UnitKind.CITY_MUN, UnitKind.TOWN_MUN, UnitKind.PATTAYA}
)
_PROVINCES = frozenset({UnitKind.PROVINCE, UnitKind.BANGKOK})


@dataclass(frozen=True)
class Place:
    """What a unit hands down to those below it."""

    id: int
    path: str
    province_id: int | None
    district_id: int | None


def place_of(unit: Unit) -> Place:
    """The place that an existing unit gives."""
    return Place(unit.id, unit.path, unit.province_id, unit.district_id)


def add_unit(ledger: Ledger, parent: Place | None, *, kind: str, **values: Any) -> Place:
    """Insert a unit below its parent, with its path, its areas and its first version.

    values are columns of Unit; a district given there (a municipality lies in one without
    being below it) wins over the parent's. Inside a write transaction.
    """
    given_district = values.pop("district", None)
    province = parent.province_id if parent else None
    district = given_district or (parent.district_id if parent else None)
    unit_id = ledger.insert(
        Unit,
        uid=new_uid(),
        parent=parent.id if parent else None,
        kind=kind,
        province=province,
        district=district,
        **values,
    )
    own: dict[str, Any] = {"path": f"{parent.path if parent else '/'}{unit_id}/"}
    if kind in _PROVINCES:
        own["province"] = province = unit_id
    if kind == UnitKind.DISTRICT:
        own["district"] = district = unit_id
    ledger.update(Unit, unit_id, **own)
    ledger.insert(
        UnitVersion,
        unit=unit_id,
        kind=kind,
        name_th=values["name_th"],
        short_name_th=values["short_name_th"],
        parent=parent.id if parent else None,
        valid_from=values.get("valid_from"),
    )
    return Place(int(unit_id), own["path"], province, district)


def record_when_full(ledger: Ledger, act: str, *, subject: str, **facts: Any) -> None:
    """Tell what was changed so far as one event, once another unit might overfill it."""
    if len(ledger.changes) > MOST_CHANGES_AN_EVENT - _CHANGES_A_UNIT:
        ledger.record(act, subject=subject, **facts)


def change_unit(
    ledger: Ledger,
    unit: Unit,
    *,
    from_on: date,
    kind: str,
    name_th: str,
    short_name_th: str,
    parent: Place | None,
    **values: Any,
) -> None:
    """Make the unit what is given from a day on: the last version closes, the next opens.

    A second change on the same day goes into the version that began that day. values are
    columns without a past (an address). Raises DayBeforeLastChange. Inside a write transaction.
    """
    now_is = {
        "kind": kind,
        "name_th": name_th,
        "short_name_th": short_name_th,
        "parent": parent.id if parent else None,
    }
    was = {
        "kind": unit.kind,
        "name_th": unit.name_th,
        "short_name_th": unit.short_name_th,
        "parent": unit.parent_id,
    }
    if now_is != was:
        _open_version(ledger, unit, from_on, now_is)
    if now_is["parent"] != was["parent"] and parent is not None:
        stays = unit.district_id if parent.province_id == unit.province_id else None
        values = {"district": parent.district_id or stays, **values}
        values |= {"path": f"{parent.path}{unit.id}/", "province": parent.province_id}
        if kind in _PROVINCES:
            values["province"] = unit.id
        if kind == UnitKind.DISTRICT:
            values["district"] = unit.id
        _move_those_below(ledger, unit, values)
    changed = {
        name: value for name, value in (now_is | values).items() if _differs(unit, name, value)
    }
    if changed:
        ledger.update(Unit, unit.id, **changed)


def close_version(ledger: Ledger, unit: Unit, *, valid_to: date) -> None:
    """End what the unit is now, on that day. Raises DayBeforeLastChange."""
    version = _last_version(unit)
    _refuse_day_before(version, valid_to)
    ledger.update(UnitVersion, version.id, valid_to=valid_to)


def _open_version(ledger: Ledger, unit: Unit, from_on: date, now_is: dict[str, Any]) -> None:
    version = _last_version(unit)
    _refuse_day_before(version, from_on)
    if version.valid_from == from_on:
        ledger.update(UnitVersion, version.id, **now_is)
    else:
        ledger.update(UnitVersion, version.id, valid_to=from_on)
        ledger.insert(
            UnitVersion, unit=unit.id, valid_from=from_on, valid_to=unit.valid_to, **now_is
        )


def _last_version(unit: Unit) -> Any:
    own = UnitVersion.select().where(UnitVersion.unit == unit.id)
    return own.order_by(UnitVersion.id.desc()).get()


def _refuse_day_before(version: Any, day: date) -> None:
    if version.valid_from is not None and day < version.valid_from:
        raise DayBeforeLastChange(
            field="from_on",
            date_text=format_medium(day),
            last_text=format_medium(version.valid_from),
        )


def _move_those_below(ledger: Ledger, unit: Unit, moved: dict[str, Any]) -> None:
    """Give every unit below a moved one its new path, and the areas it inherited from it."""
    below = Unit.select().where(Unit.path.startswith(unit.path), Unit.id != unit.id)
    for lower in below.order_by(Unit.path):
        values = {"path": moved["path"] + lower.path.removeprefix(unit.path)}
        if lower.province_id == unit.province_id:
            values["province"] = moved["province"]
        if lower.district_id is not None and lower.district_id == unit.district_id:
            values["district"] = moved["district"]
        ledger.update(Unit, lower.id, **values)


def _differs(unit: Unit, name: str, value: Any) -> bool:
    is_key = name in {"parent", "province", "district"}
    return bool(getattr(unit, f"{name}_id" if is_key else name) != value)
