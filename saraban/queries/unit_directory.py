"""Every unit of a day with the names, codes and places that a list may call it by."""

from datetime import date
from typing import Any

from saraban.queries.addressees import valid_on
from saraban.records import Unit, UnitVersion
from saraban.rules.addressee_lists import KnownUnit
from saraban.rules.units import INNER_KINDS, UnitKind

_NOT_LISTED = INNER_KINDS | {UnitKind.COUNTRY}


def known_units(on: date) -> list[KnownUnit]:
    """The units that exist on the day, desks inside agencies aside, in the order of the tree."""
    province, district = Unit.alias(), Unit.alias()
    query: Any = (
        UnitVersion.select(
            Unit.id, UnitVersion.name_th, UnitVersion.short_name_th, UnitVersion.kind,
            province.name_th, district.name_th, Unit.dla_code, Unit.dopa_code,
        )
        .join(Unit, on=(UnitVersion.unit == Unit.id))
        .left_outer_join(province, on=(Unit.province == province.id))
        .left_outer_join(district, on=(Unit.district == district.id))
        .where(UnitVersion.kind.not_in(sorted(_NOT_LISTED)), valid_on(on))
        .order_by(Unit.dopa_code, Unit.dla_code, Unit.id)
        .tuples()
    )  # fmt: skip
    return [
        KnownUnit(
            unit_id, name, short, kind,
            (in_province or "").removeprefix("จังหวัด"), (in_district or "").removeprefix("อำเภอ"),
            dla_code or "", dopa_code or "",
        )
        for unit_id, name, short, kind, in_province, in_district, dla_code, dopa_code in query
    ]  # fmt: skip
