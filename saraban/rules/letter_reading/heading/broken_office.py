"""An office whose name a line broke before its place: สำนักงาน…, and จังหวัดทดสอบ under it."""

import re

# Offices that are none without the name of their place, and that place.
_NEEDS_PLACE = re.compile(r"(?:องค์การบริหารส่วน|เทศบาล)$")
_PLACE = re.compile(r"(?:ตำบล|จังหวัด|เมือง|นคร)[ก-๎]+")
# A bureau that a line broke before its province, which then stands alone; with more of an
# address beside it the line is one.
_BUREAU = re.compile(r"^สำนักงาน(?!.*(?:จังหวัด|กระทรวง|คณะกรรมการ|ศาล(?!า)|กรม|อำเภอ|เลขา))[ก-๎]{5,}$")
_PROVINCE_ALONE = re.compile(r"จังหวัด[ก-๎]{2,20}$")
# And one of schools before the name and number of its area: …ประถมศึกษา | ทดสอบ เขต ๒.
_OF_SCHOOLS = re.compile(r"เขตพื้นที่การศึกษา(?:ประถมศึกษา|มัธยมศึกษา)$")
_AREA = re.compile(
    r"(?!ถนน|อำเภอ|ตำบล|จังหวัด|ศาลากลาง|แขวง|เลขที่|ซอย|หมู่)"
    r"(?:[ก-๎]{3,20}(?: ?เขต ?[0-9๐-๙]{1,2})?|เขต ?[0-9๐-๙]{1,2})$"
)


def place_of_broken_office(office: str, below: str) -> str:
    """What a line broke off: ตำบลหนองนา under องค์การบริหารส่วน; "" for an office that is whole."""
    for needs, shape in (
        (_NEEDS_PLACE, _PLACE),
        (_BUREAU, _PROVINCE_ALONE),
        (_OF_SCHOOLS, _AREA),
    ):
        if needs.search(office) and (place := shape.match(below)):
            return place[0]
    return ""
