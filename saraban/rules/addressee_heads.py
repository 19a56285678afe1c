"""The words an addressee group begins with: posts, and the units that bear them."""

from dataclasses import dataclass

from saraban.rules.units import INNER_KINDS, LOCAL_KINDS, OFFICE_POSTS, THAI_UNIT_KIND, UnitKind


@dataclass(frozen=True)
class Head:
    """Words a group begins with. `naming` is what a unit's name begins with, after them.

    every: what may follow ทุก besides แห่ง. stands_alone: the words name one unit already.
    by_name: the kind is not enough, members are those whose name begins with naming.
    needs_ministry: the words mean a group only with ในสังกัด….
    """

    words: str
    kinds: frozenset[UnitKind]
    naming: str = ""
    every: str = ""
    stands_alone: bool = False
    by_name: bool = False
    needs_ministry: bool = False


PROVINCE = frozenset({UnitKind.PROVINCE})
DISTRICT = frozenset({UnitKind.DISTRICT})
DEPARTMENT = frozenset({UnitKind.DEPARTMENT})
ENTERPRISE = frozenset({UnitKind.STATE_ENTERPRISE})
OFFICE = frozenset({UnitKind.PROVINCIAL_OFFICE})
DISTRICT_OFFICE = frozenset({UnitKind.DISTRICT_OFFICE})
MUNICIPAL = frozenset({UnitKind.CITY_MUN, UnitKind.TOWN_MUN, UnitKind.TAMBON_MUN})
IN_MINISTRIES = DEPARTMENT | ENTERPRISE
IN_PLACES = LOCAL_KINDS | DISTRICT | OFFICE | DISTRICT_OFFICE
# Whose names never have และ in them, so that several may be listed behind one post.
LISTED_BY_NAME = LOCAL_KINDS | PROVINCE | DISTRICT | DISTRICT_OFFICE

_LOCAL_EVERY = "องค์กรปกครองส่วนท้องถิ่น"


def _local_heads(words: str, kind: UnitKind) -> tuple[Head, ...]:
    """The head's post and the unit's own name, for one kind of local body or municipality."""
    name = THAI_UNIT_KIND[kind]
    every = name if name.startswith("องค์การ") else f"{name}|เทศบาล"
    if kind is UnitKind.PAO:
        every += "|จังหวัด"
    return tuple(Head(start, frozenset({kind}), name, every) for start in (words, name))


def _office_heads() -> tuple[Head, ...]:
    """Heads of offices in a province or district, by the beginning of the office's name."""
    return tuple(
        Head(post, frozenset({kind}), office, "อำเภอ" if post.endswith("อำเภอ") else "จังหวัด",
             by_name=True)
        for office, (kind, post) in OFFICE_POSTS.items()
    )  # fmt: skip


def _inner_heads() -> tuple[Head, ...]:
    return tuple(
        Head(f"{post}{name}", INNER_KINDS, name, name, by_name=True)
        for post, name in (
            ("ผู้อำนวยการ", "กอง"), ("ผู้อำนวยการ", "สำนัก"), ("ผู้อำนวยการ", "ศูนย์"),
            ("ผู้อำนวยการ", "กลุ่ม"), ("หัวหน้า", "กลุ่มงาน"), ("หัวหน้า", "กลุ่ม"),
            ("หัวหน้า", "ฝ่าย"), ("หัวหน้า", "สำนักปลัด"),
        )
    )  # fmt: skip


POSTS = (
    Head("ผู้ว่าราชการจังหวัด", PROVINCE, "จังหวัด", "จังหวัด"),
    Head("ผู้ว่าราชการกรุงเทพมหานคร", frozenset({UnitKind.BANGKOK}), "กรุงเทพมหานคร", "", True),
    Head("ปลัดกระทรวง", frozenset({UnitKind.MINISTRY}), "กระทรวง", "กระทรวง"),
    Head("ปลัดสำนักนายกรัฐมนตรี", frozenset({UnitKind.MINISTRY}), "สำนักนายกรัฐมนตรี", "", True),
    Head("หัวหน้าส่วนราชการระดับกรม", DEPARTMENT, "", "กรม|ส่วนราชการ"),
    Head("หัวหน้าส่วนราชการ", DEPARTMENT, "", "กรม|ส่วนราชการ", needs_ministry=True),
    Head("ส่วนราชการ", DEPARTMENT, "", "กรม|ส่วนราชการ", needs_ministry=True),
    Head("อธิบดีกรม", DEPARTMENT, "กรม", "กรม"),
    Head("อธิบดี", DEPARTMENT, "", "กรม"),
    Head("หัวหน้าหน่วยงานรัฐวิสาหกิจ", ENTERPRISE, "", "หน่วยงาน|รัฐวิสาหกิจ"),
    Head("หัวหน้ารัฐวิสาหกิจ", ENTERPRISE, "", "หน่วยงาน|รัฐวิสาหกิจ"),
    Head("หน่วยงานรัฐวิสาหกิจ", ENTERPRISE, "", "หน่วยงาน|รัฐวิสาหกิจ"),
    Head("รัฐวิสาหกิจ", ENTERPRISE, "", "หน่วยงาน|รัฐวิสาหกิจ"),
    Head("ผู้ว่าการการ", ENTERPRISE, "การ"),
    Head("ผู้อำนวยการองค์การ", ENTERPRISE, "องค์การ"),
    Head("หัวหน้าส่วนราชการประจำจังหวัด", OFFICE, "", "ส่วนราชการ|หน่วยงาน"),
    *_office_heads(),
    Head("นายอำเภอ", DISTRICT, "อำเภอ", "อำเภอ"),
    *_local_heads("นายกเทศมนตรีนคร", UnitKind.CITY_MUN),
    *_local_heads("นายกเทศมนตรีเมือง", UnitKind.TOWN_MUN),
    *_local_heads("นายกเทศมนตรีตำบล", UnitKind.TAMBON_MUN),
    *_local_heads("นายกองค์การบริหารส่วนจังหวัด", UnitKind.PAO),
    *_local_heads("นายกองค์การบริหารส่วนตำบล", UnitKind.TAO),
    Head("นายกเทศมนตรี", MUNICIPAL, "", "เทศบาล"),
    Head("เทศบาล", MUNICIPAL, "", "เทศบาล"),
    Head("นายกเมืองพัทยา", frozenset({UnitKind.PATTAYA}), "เมืองพัทยา", "", True),
    Head("เมืองพัทยา", frozenset({UnitKind.PATTAYA}), "เมืองพัทยา", "", True),
    Head("กรุงเทพมหานคร", frozenset({UnitKind.BANGKOK}), "กรุงเทพมหานคร", "", True),
    *(
        Head(words, LOCAL_KINDS, "", _LOCAL_EVERY)
        for words in (
            "นายกองค์กรปกครองส่วนท้องถิ่น",
            "ผู้บริหารองค์กรปกครองส่วนท้องถิ่น",
            "ผู้บริหารท้องถิ่น",
            "องค์กรปกครองส่วนท้องถิ่น",
        )
    ),
    *_inner_heads(),
)
# After a blank alone these two say where the unit before them lies, so they begin a group
# only after และ, a comma, or at the start.
PLACES = (
    Head("จังหวัด", PROVINCE, "จังหวัด", "จังหวัด"),
    Head("อำเภอ", DISTRICT, "อำเภอ", "อำเภอ"),
)
# The longest first: "นายกเทศมนตรีนคร" is no "นายกเทศมนตรี".
HEADS = tuple(sorted((*POSTS, *PLACES), key=lambda head: -len(head.words)))
# In a list behind a by_list mark any unit may stand.
ANY_UNIT = ("หน่วยงาน", "ส่วนราชการ", "หัวหน้าส่วนราชการ", "หัวหน้าหน่วยงาน", "")
