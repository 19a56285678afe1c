"""The district and province behind the name of a school or a local body: where it is, no name."""

import re

_NAMED = r"(?:โรงเรียน|วิทยาลัย|วัด|ศูนย์พัฒนาเด็กเล็ก|โรงพยาบาลส่งเสริมสุขภาพตำบล|เทศบาล|องค์การบริหารส่วนตำบล)"
# What a name may end in: โรงเรียนบ้านทดสอบ ๒ (สมมุติอุทิศ).
_REST = r"[ก-๎]{2,}(?: ?[0-9๐-๙]{1,3})?(?: ?\([^()]*\))?"
_TAMBON = r"(?: (?:ตำบล|ต\.) ?[ก-๎]{2,30})?"
# Both of them: a province alone tells hospitals and colleges of one name apart.
_PLACE = re.compile(
    rf"(?P<office>(?:^|.* ){_NAMED}{_REST}){_TAMBON}"
    r" (?:อำเภอ|อ\.) ?[ก-๎]{2,30} (?:จังหวัด|จ\.) ?[ก-๎]{2,30}$"
)
_DISTRICT = re.compile(r"(?P<office>อำเภอ[ก-๎]{2,30}) (?:จังหวัด|จ\.) ?[ก-๎]{2,30}$")


def without_place(office: str) -> str:
    """The name without the place it ends in: of a school the district, of a district its province.

    An office of a district keeps it: ที่ทำการปกครอง อำเภอทดสอบ จังหวัดสมมุติ.
    """
    placed = _PLACE.match(office) or _DISTRICT.match(office)
    return placed["office"] if placed else office
