"""Local bodies for a country without a list of them: as many of each kind as there are, or nearly.

They are named after the subdistricts of the geothai package (data CC BY 4.0). Which of them is a
municipality is drawn by lot, and their codes begin with 99, which no real one does.
"""

from random import Random

import geothai

from saraban.rules.unit_files import UnitRow, full_name, short_name
from saraban.rules.units import UnitKind

BANGKOK = "10"
BODIES = 7_849  # with those of the provinces, and without Bangkok
CITIES, TOWNS = 30, 195
MUNICIPAL_SHARE = 0.23  # of the rest


def made_up_bodies(lot: Random) -> tuple[UnitRow, ...]:
    """BODIES rows: one of each province, cities and towns, and the subdistricts' own.

    Where there are fewer subdistricts than bodies, a municipality shares its name with the
    organisation around it, as happens.
    """
    places = [
        (province.name_th, district.name_th, subdistrict.name_th)
        for province in geothai.provinces()
        if province.code != BANGKOK
        for district in geothai.districts(province.code)
        for subdistrict in geothai.subdistricts(district.code)
    ]
    chief: dict[str, str] = {}
    for province, district, _ in places:
        chief.setdefault(province, district)
    plan = [(UnitKind.PAO, (province, district, province)) for province, district in chief.items()]
    large = lot.sample(places, CITIES + TOWNS)
    plan += [
        (UnitKind.CITY_MUN if order < CITIES else UnitKind.TOWN_MUN, place)
        for order, place in enumerate(large)
    ]
    taken = set(large)
    small = [place for place in places if place not in taken]
    small = small[: BODIES - len(plan)]
    municipal = set(lot.sample(small, round(MUNICIPAL_SHARE * (BODIES - len(plan)))))
    more = sorted(municipal)[: BODIES - len(plan) - len(small)]
    plan += [
        (UnitKind.TAMBON_MUN if place in municipal else UnitKind.TAO, place) for place in small
    ]
    plan += [(UnitKind.TAO, place) for place in more]
    return tuple(_row(line, kind, *place) for line, (kind, place) in enumerate(plan, start=1))


def _row(line: int, kind: UnitKind, province: str, district: str, base: str) -> UnitRow:
    code = f"99{line:06}"
    return UnitRow(
        line=line,
        dla_code=code,
        kind=kind,
        name_th=full_name(kind, base),
        short_name_th=short_name(kind, base),
        name_en="",
        province_name=province,
        district_name=district,
        saraban_address=f"saraban.{code}@example.go.th",
    )
