"""A group of addressees: which kinds, where they lie, which of them not."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from saraban.rules.addressee_heads import MUNICIPAL, PROVINCE
from saraban.rules.units import LOCAL_KINDS, THAI_UNIT_KIND, UnitKind


class Area(StrEnum):
    """Where the units of a group lie, seen from the sender."""

    COUNTRY = "country"
    SENDER_PROVINCE = "sender_province"
    SENDER_DISTRICT = "sender_district"
    SENDER_MINISTRY = "sender_ministry"
    SENDER_AGENCY = "sender_agency"


@dataclass(frozen=True)
class Group:
    """The units of these kinds in this area, or the one of them called `named`.

    named and excepted are full Thai names ("เทศบาลนครแม่สอด"). within is the full name of the
    ministry, province or district that the phrase says the members lie under, a district's with
    its province behind it where that was said ("อำเภอแม่สอด จังหวัดตาก"); it is more exact than
    the area, which whoever evaluates the group may then leave aside. office is what the names
    of all members begin with. by_list: which of them is told by a list beside the letter.
    """

    kinds: frozenset[UnitKind]
    area: Area
    named: str | None
    excepted: tuple[str, ...]
    within: str | None = None
    office: str | None = None
    by_list: bool = False


def group_words(group: Group) -> str:
    """What a group means in Thai words, for the person who is about to send."""
    if group.named is not None:
        return group.named + (f" {group.within}" if group.within else "")
    missing = LOCAL_KINDS - group.kinds if len(group.kinds & LOCAL_KINDS) > len(MUNICIPAL) else ()
    words = group.office or "และ".join(kinds_words(group.kinds | frozenset(missing)))
    if group.by_list:
        return f"{words}ตามบัญชีแนบ"
    words += "ทุกแห่ง"
    if group.area is Area.SENDER_MINISTRY and group.within:
        words += f"ในสังกัด{group.within}"
    else:
        words += f"ใน{group.within}" if group.within else _AREA_WORDS[group.area]
    if group.kinds == PROVINCE:
        words += " ไม่รวมกรุงเทพมหานคร"
    excepted = [THAI_UNIT_KIND[kind] for kind in UnitKind if kind in missing]
    if excepted or group.excepted:
        words += f" ยกเว้น {' '.join((*excepted, *group.excepted))}"
    return words


_AREA_WORDS = {
    Area.COUNTRY: "ทั่วประเทศ",
    Area.SENDER_PROVINCE: "ในจังหวัดของผู้ส่ง",
    Area.SENDER_DISTRICT: "ในอำเภอของผู้ส่ง",
    Area.SENDER_MINISTRY: "ในกระทรวงของผู้ส่ง",
    Area.SENDER_AGENCY: "ในหน่วยงานของผู้ส่ง",
}


def kinds_words(kinds: Iterable[UnitKind]) -> tuple[str, ...]:
    """Kinds together as few words; most kinds of local body together are the local bodies."""
    several = frozenset(kinds)
    if len(several & LOCAL_KINDS) > len(MUNICIPAL) and several <= LOCAL_KINDS:
        several = LOCAL_KINDS
    for all_of, word in _TOGETHER.items():
        if several == all_of:
            return (word,)
    return tuple(THAI_UNIT_KIND[kind] for kind in UnitKind if kind in several)


_TOGETHER = {
    frozenset(UnitKind): "หน่วยงาน",
    LOCAL_KINDS: "องค์กรปกครองส่วนท้องถิ่น",
    MUNICIPAL: "เทศบาล",
}
