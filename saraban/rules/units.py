"""The kinds of unit on the ladder from the ministry down, and who heads one."""

from enum import StrEnum


class UnitKind(StrEnum):
    """What a unit is; every kind is bound by the Rule, local bodies too.

    Source: Rule on Saraban Work B.E. 2526, clause 6.
    """

    COUNTRY = "country"
    MINISTRY = "ministry"
    DEPARTMENT = "department"
    PROVINCE = "province"
    PROVINCIAL_OFFICE = "provincial_office"
    DISTRICT = "district"
    DISTRICT_OFFICE = "district_office"
    PAO = "pao"
    CITY_MUN = "city_mun"
    TOWN_MUN = "town_mun"
    TAMBON_MUN = "tambon_mun"
    TAO = "tao"
    BANGKOK = "bangkok"
    PATTAYA = "pattaya"
    STATE_ENTERPRISE = "state_enterprise"
    DIVISION = "division"
    SECTION = "section"
    OTHER = "other"


LOCAL_KINDS = frozenset(
    {
        UnitKind.PAO,
        UnitKind.CITY_MUN,
        UnitKind.TOWN_MUN,
        UnitKind.TAMBON_MUN,
        UnitKind.TAO,
        UnitKind.PATTAYA,
    }
)
INNER_KINDS = frozenset({UnitKind.DIVISION, UnitKind.SECTION})
# Units that an agency passes letters to inside, each with a book of its own.
DESK_KINDS = INNER_KINDS | {UnitKind.PROVINCIAL_OFFICE, UnitKind.DISTRICT_OFFICE}

THAI_UNIT_KIND: dict[str, str] = {
    UnitKind.COUNTRY: "ประเทศ",
    UnitKind.MINISTRY: "กระทรวง",
    UnitKind.DEPARTMENT: "กรม",
    UnitKind.PROVINCE: "จังหวัด",
    UnitKind.PROVINCIAL_OFFICE: "ส่วนราชการประจำจังหวัด",
    UnitKind.DISTRICT: "อำเภอ",
    UnitKind.DISTRICT_OFFICE: "ส่วนราชการประจำอำเภอ",
    UnitKind.PAO: "องค์การบริหารส่วนจังหวัด",
    UnitKind.CITY_MUN: "เทศบาลนคร",
    UnitKind.TOWN_MUN: "เทศบาลเมือง",
    UnitKind.TAMBON_MUN: "เทศบาลตำบล",
    UnitKind.TAO: "องค์การบริหารส่วนตำบล",
    UnitKind.BANGKOK: "กรุงเทพมหานคร",
    UnitKind.PATTAYA: "เมืองพัทยา",
    UnitKind.STATE_ENTERPRISE: "รัฐวิสาหกิจ",
    UnitKind.DIVISION: "กอง สำนัก หรือกลุ่มงาน",
    UnitKind.SECTION: "ฝ่าย",
    UnitKind.OTHER: "หน่วยงานอื่น",
}

# kind: (what the unit's name begins with, what the head's post has in its place)
_HEADS = {
    UnitKind.MINISTRY: ("", "ปลัด"),
    UnitKind.PROVINCE: ("จังหวัด", "ผู้ว่าราชการจังหวัด"),
    UnitKind.BANGKOK: ("กรุงเทพมหานคร", "ผู้ว่าราชการกรุงเทพมหานคร"),
    UnitKind.DISTRICT: ("อำเภอ", "นายอำเภอ"),
    UnitKind.PAO: ("องค์การบริหารส่วนจังหวัด", "นายกองค์การบริหารส่วนจังหวัด"),
    UnitKind.CITY_MUN: ("เทศบาลนคร", "นายกเทศมนตรีนคร"),
    UnitKind.TOWN_MUN: ("เทศบาลเมือง", "นายกเทศมนตรีเมือง"),
    UnitKind.TAMBON_MUN: ("เทศบาลตำบล", "นายกเทศมนตรีตำบล"),
    UnitKind.TAO: ("องค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนตำบล"),
    UnitKind.PATTAYA: ("เมืองพัทยา", "นายกเมืองพัทยา"),
}

# Offices of a province or a district whose head has a title of its own: what the office's name
# begins with, before that of the place -> (kind, the title). Source: unconfirmed (practice).
OFFICE_POSTS: dict[str, tuple[UnitKind, str]] = {
    "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด": (UnitKind.PROVINCIAL_OFFICE, "ท้องถิ่นจังหวัด"),
    "สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ": (UnitKind.DISTRICT_OFFICE, "ท้องถิ่นอำเภอ"),
    "ที่ทำการปกครองจังหวัด": (UnitKind.PROVINCIAL_OFFICE, "ปลัดจังหวัด"),
    "สำนักงานจังหวัด": (UnitKind.PROVINCIAL_OFFICE, "หัวหน้าสำนักงานจังหวัด"),
    "สำนักงานพัฒนาชุมชนจังหวัด": (UnitKind.PROVINCIAL_OFFICE, "พัฒนาการจังหวัด"),
    "สำนักงานโยธาธิการและผังเมืองจังหวัด": (
        UnitKind.PROVINCIAL_OFFICE,
        "โยธาธิการและผังเมืองจังหวัด",
    ),
    "สำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัด": (
        UnitKind.PROVINCIAL_OFFICE,
        "หัวหน้าสำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัด",
    ),
    "สำนักงานสาธารณสุขจังหวัด": (UnitKind.PROVINCIAL_OFFICE, "นายแพทย์สาธารณสุขจังหวัด"),
    "สำนักงานเกษตรจังหวัด": (UnitKind.PROVINCIAL_OFFICE, "เกษตรจังหวัด"),
    "สำนักงานคลังจังหวัด": (UnitKind.PROVINCIAL_OFFICE, "คลังจังหวัด"),
    "สำนักงานสาธารณสุขอำเภอ": (UnitKind.DISTRICT_OFFICE, "สาธารณสุขอำเภอ"),
    "สำนักงานพัฒนาชุมชนอำเภอ": (UnitKind.DISTRICT_OFFICE, "พัฒนาการอำเภอ"),
    "สำนักงานเกษตรอำเภอ": (UnitKind.DISTRICT_OFFICE, "เกษตรอำเภอ"),
}


def head_position(kind: UnitKind, name_th: str) -> str:
    """The post a letter to the unit is addressed to, after เรียน.

    name_th is the full name ("จังหวัดตาก"); its first word may be left out. Offices whose
    head has a title of its own that the name does not tell get หัวหน้า.
    Source: Rule on Saraban Work B.E. 2526, clause 11.5 (addressees are posts).
    """
    if kind in _HEADS:
        beginning, post = _HEADS[kind]
        return post + name_th.removeprefix(beginning)
    for beginning, (of_kind, post) in OFFICE_POSTS.items():
        if kind is of_kind and name_th.startswith(beginning):
            return post + name_th.removeprefix(beginning)
    if kind is UnitKind.DEPARTMENT and name_th.startswith("กรม"):
        return "อธิบดี" + name_th
    if kind is UnitKind.DEPARTMENT and name_th.startswith("สำนักงานปลัดกระทรวง"):
        return name_th.removeprefix("สำนักงาน")
    if kind in INNER_KINDS and name_th.startswith("กอง"):
        return "ผู้อำนวยการ" + name_th
    return "หัวหน้า" + name_th
