"""Addressee phrases read as groups."""

import pytest
from hypothesis import given, strategies as st

from saraban.errors import SarabanError, UnreadablePhrase
from saraban.rules.addressees import Area, Group, group_words, parse_phrase
from saraban.rules.units import INNER_KINDS, LOCAL_KINDS, UnitKind

MUNICIPAL = (UnitKind.CITY_MUN, UnitKind.TOWN_MUN, UnitKind.TAMBON_MUN)
INTERIOR = "กระทรวงมหาดไทย"
DLA_OFFICE = "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด"
DLA_DISTRICT = "สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ"
words = [
    "นายอำเภอ", "นายกเทศมนตรีนคร", "นายกองค์การบริหารส่วนตำบล", "ผู้ว่าราชการจังหวัด",
    "หัวหน้าส่วนราชการระดับกรม", "ทุกจังหวัด", "ทุกแห่ง", "ทุกอำเภอ", "ยกเว้น", "และ", ",", "(", ")",
    "จังหวัดตาก", "ในจังหวัด", "ในสังกัด", "กระทรวงมหาดไทย", "แม่สอด",
]  # fmt: skip
phrases = st.one_of(
    st.text(),
    st.lists(st.sampled_from([*words, " "])).map("".join),
)


def every(*kinds, area=Area.COUNTRY, excepted=(), within=None):
    return Group(frozenset(kinds), area, None, excepted, within)


def one(kind, named, area=Area.COUNTRY, within=None):
    return Group(frozenset({kind}), area, named, (), within)


def offices(kind, office, area):
    return Group(frozenset({kind}), area, None, (), None, office)


def listed(*kinds):
    return Group(frozenset(kinds), Area.COUNTRY, None, (), by_list=True)


@pytest.mark.parametrize(
    ("phrase", "groups"),
    [
        ("ผู้ว่าราชการจังหวัด ทุกจังหวัด", [every(UnitKind.PROVINCE)]),
        ("เรียน  ผู้ว่าราชการจังหวัดทุกจังหวัด", [every(UnitKind.PROVINCE)]),
        ("ผู้ว่าราชการจังหวัด", [every(UnitKind.PROVINCE)]),
        ("ผู้ว่าราชการจังหวัดตาก", [one(UnitKind.PROVINCE, "จังหวัดตาก")]),
        ("ผู้ว่าราชการจังหวัดนครนายก", [one(UnitKind.PROVINCE, "จังหวัดนครนายก")]),
        (
            "ผู้ว่าราชการจังหวัด ทุกจังหวัด และผู้ว่าราชการกรุงเทพมหานคร",
            [every(UnitKind.PROVINCE), one(UnitKind.BANGKOK, "กรุงเทพมหานคร")],
        ),
        (
            "ผู้ว่าราชการจังหวัด ทุกจังหวัด (ยกเว้น จังหวัดตาก และจังหวัดน่าน)",
            [every(UnitKind.PROVINCE, excepted=("จังหวัดตาก", "จังหวัดน่าน"))],
        ),
        ("ปลัดกระทรวง ทุกกระทรวง", [every(UnitKind.MINISTRY)]),
        ("ปลัดกระทรวงเกษตรและสหกรณ์", [one(UnitKind.MINISTRY, "กระทรวงเกษตรและสหกรณ์")]),
        (
            "ปลัดกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม และปลัดกระทรวงมหาดไทย",
            [
                one(UnitKind.MINISTRY, "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"),
                one(UnitKind.MINISTRY, INTERIOR),
            ],
        ),
        ("หัวหน้าส่วนราชการระดับกรม", [every(UnitKind.DEPARTMENT)]),
        (
            "หัวหน้าส่วนราชการระดับกรม ในสังกัดกระทรวงมหาดไทย",
            [every(UnitKind.DEPARTMENT, area=Area.SENDER_MINISTRY, within=INTERIOR)],
        ),
        (
            "หัวหน้าหน่วยงานรัฐวิสาหกิจในสังกัดกระทรวงมหาดไทย",
            [every(UnitKind.STATE_ENTERPRISE, area=Area.SENDER_MINISTRY, within=INTERIOR)],
        ),
        (
            "หัวหน้าส่วนราชการระดับกรม และหัวหน้าหน่วยงานรัฐวิสาหกิจในสังกัดกระทรวงมหาดไทย",
            [
                every(UnitKind.DEPARTMENT, area=Area.SENDER_MINISTRY, within=INTERIOR),
                every(UnitKind.STATE_ENTERPRISE, area=Area.SENDER_MINISTRY, within=INTERIOR),
            ],
        ),
        (
            "หัวหน้าหน่วยงานรัฐวิสาหกิจในสังกัดกระทรวงมหาดไทย และหัวหน้าส่วนราชการระดับกรม",
            [
                every(UnitKind.STATE_ENTERPRISE, area=Area.SENDER_MINISTRY, within=INTERIOR),
                every(UnitKind.DEPARTMENT),
            ],
        ),
        (
            "อธิบดีกรมป้องกันและบรรเทาสาธารณภัย และอธิบดีกรมการปกครอง",
            [
                one(UnitKind.DEPARTMENT, "กรมป้องกันและบรรเทาสาธารณภัย"),
                one(UnitKind.DEPARTMENT, "กรมการปกครอง"),
            ],
        ),
        ("นายกองค์การบริหารส่วนจังหวัด", [every(UnitKind.PAO)]),
        ("นายกองค์การบริหารส่วนตำบล ทุกแห่ง", [every(UnitKind.TAO)]),
        (
            "นายอำเภอเฉลิมพระเกียรติ จังหวัดน่าน",
            [one(UnitKind.DISTRICT, "อำเภอเฉลิมพระเกียรติ", within="จังหวัดน่าน")],
        ),
        ("นายอำเภอทุกอำเภอในจังหวัดตาก", [every(UnitKind.DISTRICT, within="จังหวัดตาก")]),
        ("นายกเมืองพัทยา", [one(UnitKind.PATTAYA, "เมืองพัทยา")]),
    ],
)
def test_a_department_means_the_whole_country(phrase, groups):
    assert parse_phrase(phrase, sender_kind=UnitKind.DEPARTMENT) == tuple(groups)


@pytest.mark.parametrize(
    ("phrase", "groups"),
    [
        ("นายอำเภอ ทุกอำเภอ", [every(UnitKind.DISTRICT)]),
        ("นายอำเภอทุกอำเภอ", [every(UnitKind.DISTRICT)]),
        (
            "นายอำเภอทุกอำเภอ นายกเทศมนตรีนครแม่สอด และนายกเทศมนตรีเมืองตาก",
            [
                every(UnitKind.DISTRICT),
                one(UnitKind.CITY_MUN, "เทศบาลนครแม่สอด"),
                one(UnitKind.TOWN_MUN, "เทศบาลเมืองตาก"),
            ],
        ),
        ("นายกเทศมนตรีตำบล ทุกแห่ง", [every(UnitKind.TAMBON_MUN)]),
        ("นายกเทศมนตรี ทุกแห่ง", [every(*MUNICIPAL)]),
        ("นายก องค์การบริหารส่วนจังหวัด", [every(UnitKind.PAO)]),
        ("นายกองค์กรปกครองส่วนท้องถิ่น ทุกแห่ง", [every(*LOCAL_KINDS)]),
        ("องค์กรปกครองส่วนท้องถิ่นในพื้นที่", [every(*LOCAL_KINDS)]),
        (
            "เทศบาลตำบลและองค์การบริหารส่วนตำบล",
            [every(UnitKind.TAMBON_MUN), every(UnitKind.TAO)],
        ),
        (
            "เทศบาลตำบลและองค์การบริหารส่วนตำบลในจังหวัดตาก",
            [
                every(UnitKind.TAMBON_MUN, within="จังหวัดตาก"),
                every(UnitKind.TAO, within="จังหวัดตาก"),
            ],
        ),
        ("หัวหน้าส่วนราชการประจำจังหวัด", [every(UnitKind.PROVINCIAL_OFFICE)]),
        (
            "หัวหน้าส่วนราชการประจำจังหวัดตากทุกส่วนราชการ",
            [every(UnitKind.PROVINCIAL_OFFICE, within="จังหวัดตาก")],
        ),
        (
            "นายอำเภอทุกอำเภอ ยกเว้นอำเภอแม่สอด อำเภอท่าสองยาง และนายอำเภอพบพระ",
            [every(UnitKind.DISTRICT, excepted=("อำเภอแม่สอด", "อำเภอท่าสองยาง", "อำเภอพบพระ"))],
        ),
        ("นายกองค์การบริหารส่วนตำบลในเมือง", [one(UnitKind.TAO, "องค์การบริหารส่วนตำบลในเมือง")]),
    ],
)
def test_a_province_means_its_own(phrase, groups):
    own = tuple(Group(g.kinds, Area.SENDER_PROVINCE, g.named, g.excepted, g.within) for g in groups)

    assert parse_phrase(phrase, sender_kind=UnitKind.PROVINCE) == own


@pytest.mark.parametrize(
    ("phrase", "kinds", "area"),
    [
        ("นายกองค์การบริหารส่วนตำบล ทุกแห่ง", {UnitKind.TAO}, Area.SENDER_DISTRICT),
        ("นายกองค์การบริหารส่วนตำบลทุกแห่งในเขตอำเภอ", {UnitKind.TAO}, Area.SENDER_DISTRICT),
        ("นายกองค์กรปกครองส่วนท้องถิ่น ทุกแห่ง", LOCAL_KINDS, Area.SENDER_DISTRICT),
        ("นายกองค์การบริหารส่วนจังหวัด", {UnitKind.PAO}, Area.SENDER_PROVINCE),
        ("นายอำเภอ ทุกอำเภอ", {UnitKind.DISTRICT}, Area.SENDER_PROVINCE),
        ("ผู้ว่าราชการจังหวัด ทุกจังหวัด", {UnitKind.PROVINCE}, Area.COUNTRY),
    ],
)
def test_a_district_means_its_own_local_bodies(phrase, kinds, area):
    assert parse_phrase(phrase, sender_kind=UnitKind.DISTRICT) == (every(*kinds, area=area),)


@pytest.mark.parametrize(
    ("sender_kind", "phrase", "groups"),
    [
        (
            UnitKind.DEPARTMENT,
            "ท้องถิ่นจังหวัด ทุกจังหวัด",
            [offices(UnitKind.PROVINCIAL_OFFICE, DLA_OFFICE, Area.COUNTRY)],
        ),
        (
            UnitKind.PROVINCE,
            "ท้องถิ่นจังหวัด",
            [offices(UnitKind.PROVINCIAL_OFFICE, DLA_OFFICE, Area.SENDER_PROVINCE)],
        ),
        (
            UnitKind.DEPARTMENT,
            "ท้องถิ่นจังหวัดตาก",
            [one(UnitKind.PROVINCIAL_OFFICE, f"{DLA_OFFICE}ตาก")],
        ),
        (
            UnitKind.PROVINCE,
            "ท้องถิ่นอำเภอ ทุกอำเภอ",
            [offices(UnitKind.DISTRICT_OFFICE, DLA_DISTRICT, Area.SENDER_PROVINCE)],
        ),
        (
            UnitKind.DISTRICT,
            "ท้องถิ่นอำเภอ",
            [offices(UnitKind.DISTRICT_OFFICE, DLA_DISTRICT, Area.SENDER_DISTRICT)],
        ),
        (
            UnitKind.PROVINCE,
            "ปลัดจังหวัด หัวหน้าสำนักงานจังหวัด และท้องถิ่นจังหวัด",
            [
                offices(UnitKind.PROVINCIAL_OFFICE, "ที่ทำการปกครองจังหวัด", Area.SENDER_PROVINCE),
                offices(UnitKind.PROVINCIAL_OFFICE, "สำนักงานจังหวัด", Area.SENDER_PROVINCE),
                offices(UnitKind.PROVINCIAL_OFFICE, DLA_OFFICE, Area.SENDER_PROVINCE),
            ],
        ),
        (
            UnitKind.PROVINCE,
            "ผู้อำนวยการกองคลัง และหัวหน้ากลุ่มงาน ทุกกลุ่มงาน",
            [
                Group(INNER_KINDS, Area.SENDER_AGENCY, "กองคลัง", ()),
                Group(INNER_KINDS, Area.SENDER_AGENCY, None, (), None, "กลุ่มงาน"),
            ],
        ),
    ],
)
def test_an_office_is_known_by_the_post_of_its_head(sender_kind, phrase, groups):
    assert parse_phrase(phrase, sender_kind=sender_kind) == tuple(groups)


@pytest.mark.parametrize(
    ("phrase", "group"),
    [
        ("ผู้ว่าราชการจังหวัด (ตามบัญชีแนบ)", listed(UnitKind.PROVINCE)),
        ("ผู้ว่าราชการจังหวัด (ตามบัญชีรายชื่อแนบท้าย)", listed(UnitKind.PROVINCE)),
        ("ผู้ว่าราชการจังหวัดตามบัญชีแนบท้าย", listed(UnitKind.PROVINCE)),
        ("นายกเทศมนตรีตำบล (ตามรายชื่อที่แนบ)", listed(UnitKind.TAMBON_MUN)),
        ("หัวหน้าส่วนราชการ (ตามบัญชีแนบ)", listed(*UnitKind)),
        ("ตามบัญชีแนบ", listed(*UnitKind)),
    ],
)
def test_a_list_beside_the_letter_tells_the_members(phrase, group):
    assert parse_phrase(phrase, sender_kind=UnitKind.DEPARTMENT) == (group,)


@pytest.mark.parametrize(
    ("phrase", "named"),
    [
        ("นายอำเภอแม่สอดและแม่ระมาด", ["อำเภอแม่สอด", "อำเภอแม่ระมาด"]),
        ("นายอำเภอแม่สอด แม่ระมาด และพบพระ", ["อำเภอแม่สอด", "อำเภอแม่ระมาด", "อำเภอพบพระ"]),
        ("นายอำเภอสุไหงโก-ลก", ["อำเภอสุไหงโก-ลก"]),
        ("นายกองค์การบริหารส่วนตำบลและ", ["องค์การบริหารส่วนตำบลและ"]),
        ("นายกเทศมนตรีตำบลจ.ป.ร.", ["เทศบาลตำบลจ.ป.ร."]),
        ("นายก อบต.แม่ปะ", ["องค์การบริหารส่วนตำบลแม่ปะ"]),
    ],
)
def test_units_are_named_one_by_one_or_behind_one_post(phrase, named):
    groups = parse_phrase(phrase, sender_kind=UnitKind.PROVINCE)

    assert [group.named for group in groups] == named


@pytest.mark.parametrize(
    ("phrase", "within"),
    [
        ("เทศบาลตำบลแม่ปะ อำเภอแม่สอด", "อำเภอแม่สอด"),
        ("เทศบาลตำบลแม่ปะ อำเภอแม่สอด จังหวัดตาก", "อำเภอแม่สอด จังหวัดตาก"),
        ("องค์การบริหารส่วนตำบลในอำเภอแม่สอด", "อำเภอแม่สอด"),
        ("อบต. ทุกแห่งในเขตอำเภอแม่สอด จังหวัดตาก", "อำเภอแม่สอด จังหวัดตาก"),
    ],
)
def test_a_district_may_be_said_behind_the_unit(phrase, within):
    (group,) = parse_phrase(phrase, sender_kind=UnitKind.PROVINCE)

    assert group.within == within


@pytest.mark.parametrize(
    "exception",
    [
        "ยกเว้นอำเภอแม่สอด และอำเภอพบพระ",
        "ยกเว้น อำเภอแม่สอด พบพระ",
        "(ยกเว้นนายอำเภอแม่สอดและพบพระ)",
        "เว้นแต่อำเภอแม่สอด, อำเภอพบพระ",
        "(ไม่รวมอำเภอแม่สอด และพบพระ)",
    ],
)
def test_an_exception_is_said_in_many_ways(exception):
    (group,) = parse_phrase(f"นายอำเภอทุกอำเภอ {exception}", sender_kind=UnitKind.PROVINCE)

    assert group.excepted == ("อำเภอแม่สอด", "อำเภอพบพระ")


def test_an_exception_may_be_a_whole_kind():
    (group,) = parse_phrase("อปท. ทุกแห่ง ยกเว้น อบจ.", sender_kind=UnitKind.PROVINCE)

    assert group.kinds == LOCAL_KINDS - {UnitKind.PAO}
    assert group_words(group).endswith("ยกเว้น องค์การบริหารส่วนจังหวัด")


@pytest.mark.parametrize(
    "phrase",
    [
        "หัวหน้าส่วนราชการและรัฐวิสาหกิจในสังกัดกระทรวงมหาดไทย",
        "ส่วนราชการและหน่วยงานรัฐวิสาหกิจ ในสังกัดกระทรวงมหาดไทย",
    ],
)
def test_what_belongs_to_a_ministry_is_listed_with_one_qualifier(phrase):
    assert parse_phrase(phrase, sender_kind=UnitKind.MINISTRY) == tuple(
        every(kind, area=Area.SENDER_MINISTRY, within=INTERIOR)
        for kind in (UnitKind.DEPARTMENT, UnitKind.STATE_ENTERPRISE)
    )


def test_a_district_may_write_to_a_town_outside_it():
    (group,) = parse_phrase("นายกเทศมนตรีนครแม่สอด", sender_kind=UnitKind.DISTRICT)

    assert group == one(UnitKind.CITY_MUN, "เทศบาลนครแม่สอด", area=Area.SENDER_PROVINCE)


@pytest.mark.parametrize(
    ("sender_kind", "phrase", "unread"),
    [
        (UnitKind.PROVINCE, "", ""),
        (UnitKind.PROVINCE, "นายอำเภอทุกอำเภอ และครูใหญ่", "และครูใหญ่"),
        (UnitKind.PROVINCE, "นายอำเภอ ทุกจังหวัด", "ทุกจังหวัด"),
        (UnitKind.PROVINCE, "นายอำเภอแม่สอดนายกเทศมนตรีเมืองตาก", "แม่สอดนายกเทศมนตรีเมืองตาก"),
        (UnitKind.PROVINCE, "ผู้ว่าราชการจังหวัด", "ผู้ว่าราชการจังหวัด"),
        (UnitKind.PROVINCE, "นายอำเภอ ยกเว้น", ""),
        (UnitKind.PROVINCE, "นายอำเภอ ยกเว้น เทศบาลนครแม่สอด", "เทศบาลนครแม่สอด"),
        (UnitKind.DISTRICT, "นายอำเภอ", "นายอำเภอ"),
        (UnitKind.PROVINCE, "ปลัดอำเภอ ทุกอำเภอ", "ปลัดอำเภอ ทุกอำเภอ"),
        (UnitKind.PROVINCE, "นายอำเภอ ยกเว้น นายอำเภอ", "นายอำเภอ"),
        (UnitKind.PROVINCE, "นายอำเภอแม่สอด แม่ระมาด จังหวัดตาก น่าน", "แม่สอด แม่ระมาด จังหวัดตาก น่าน"),
        (UnitKind.PROVINCE, "หัวหน้าส่วนราชการทุกส่วนราชการ", "หัวหน้าส่วนราชการ"),
        (UnitKind.PROVINCE, "ผู้อำนวยการกอง", "ผู้อำนวยการกอง"),
        (UnitKind.DEPARTMENT, "ท้องถิ่นจังหวัด", "ท้องถิ่นจังหวัด"),
        (
            UnitKind.DEPARTMENT,
            "ผู้ว่าราชการจังหวัด ทุกจังหวัด (ตามบัญชีแนบ)",
            "ผู้ว่าราชการจังหวัด ทุกจังหวัด (ตามบัญชีแนบ)",
        ),
        (UnitKind.DEPARTMENT, "ผู้ว่าราชการจังหวัดในเขตตรวจราชการที่ ๑๗", "ในเขตตรวจราชการที่ ๑๗"),
        (UnitKind.DEPARTMENT, "อธิบดีกรม", "อธิบดีกรม"),
        (UnitKind.DEPARTMENT, "นายอำเภอในจังหวัด", "นายอำเภอในจังหวัด"),
        (UnitKind.DEPARTMENT, "เทศบาลแม่สอด", "แม่สอด"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_part(sender_kind, phrase, unread):
    with pytest.raises(UnreadablePhrase) as refused:
        parse_phrase(phrase, sender_kind=sender_kind)

    assert refused.value.facts["text"] == unread


@given(phrases, st.sampled_from(UnitKind))
def test_any_phrase_is_groups_in_words_or_refused(phrase, sender_kind):
    try:
        groups = parse_phrase(phrase, sender_kind=sender_kind)
    except SarabanError as refused:
        assert isinstance(refused, UnreadablePhrase)
    else:
        assert all(group_words(group) for group in groups)
        assert groups


@pytest.mark.parametrize(
    ("group", "in_words"),
    [
        (every(UnitKind.PROVINCE), "จังหวัดทุกแห่งทั่วประเทศ ไม่รวมกรุงเทพมหานคร"),
        (every(UnitKind.TAO, area=Area.SENDER_DISTRICT), "องค์การบริหารส่วนตำบลทุกแห่งในอำเภอของผู้ส่ง"),
        (
            every(*LOCAL_KINDS, area=Area.SENDER_PROVINCE, excepted=("เทศบาลนครแม่สอด",)),
            "องค์กรปกครองส่วนท้องถิ่นทุกแห่งในจังหวัดของผู้ส่ง ยกเว้น เทศบาลนครแม่สอด",
        ),
        (
            every(UnitKind.DEPARTMENT, area=Area.SENDER_MINISTRY, within=INTERIOR),
            "กรมทุกแห่งในสังกัดกระทรวงมหาดไทย",
        ),
        (one(UnitKind.DISTRICT, "อำเภอแม่สอด", Area.SENDER_PROVINCE), "อำเภอแม่สอด"),
    ],
)
def test_a_group_is_told_in_words(group, in_words):
    assert group_words(group) == in_words
