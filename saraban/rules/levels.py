"""The levels that a circular passes through, as the pages that compare them name them."""

from enum import StrEnum

from saraban.rules.units import LOCAL_KINDS, UnitKind


class Level(StrEnum):
    """From the top down; a desk inside an agency belongs to no level of its own."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    LOCAL = "local"


THAI_LEVEL = {
    Level.CENTRAL: "กรมและส่วนกลาง",
    Level.PROVINCE: "จังหวัด",
    Level.DISTRICT: "อำเภอ",
    Level.LOCAL: "องค์กรปกครองส่วนท้องถิ่น",
}

_OF_KIND = {
    UnitKind.PROVINCE: Level.PROVINCE,
    UnitKind.BANGKOK: Level.PROVINCE,
    UnitKind.PROVINCIAL_OFFICE: Level.PROVINCE,
    UnitKind.DISTRICT: Level.DISTRICT,
    UnitKind.DISTRICT_OFFICE: Level.DISTRICT,
    **dict.fromkeys(LOCAL_KINDS, Level.LOCAL),
}


def level_of(kind: str) -> Level:
    """The level of a unit's kind; whatever lies in no province is central."""
    return _OF_KIND.get(UnitKind(kind), Level.CENTRAL) if kind in set(UnitKind) else Level.CENTRAL


def kinds_of(level: Level) -> tuple[str, ...]:
    """The kinds of a level, for a condition."""
    return tuple(kind.value for kind in UnitKind if level_of(kind) is level)
