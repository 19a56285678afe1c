"""The kinds of unit and who heads them."""

import pytest

from saraban.rules.units import INNER_KINDS, LOCAL_KINDS, THAI_UNIT_KIND, UnitKind, head_position


@pytest.mark.parametrize(
    ("kind", "name_th", "position"),
    [
        (UnitKind.MINISTRY, "กระทรวงมหาดไทย", "ปลัดกระทรวงมหาดไทย"),
        (UnitKind.MINISTRY, "สำนักนายกรัฐมนตรี", "ปลัดสำนักนายกรัฐมนตรี"),
        (UnitKind.DEPARTMENT, "กรมการปกครอง", "อธิบดีกรมการปกครอง"),
        (UnitKind.DEPARTMENT, "สำนักงานปลัดกระทรวงมหาดไทย", "ปลัดกระทรวงมหาดไทย"),
        (UnitKind.DEPARTMENT, "สำนักงานสถิติแห่งชาติ", "หัวหน้าสำนักงานสถิติแห่งชาติ"),
        (UnitKind.PROVINCE, "จังหวัดตาก", "ผู้ว่าราชการจังหวัดตาก"),
        (UnitKind.PROVINCE, "ตาก", "ผู้ว่าราชการจังหวัดตาก"),
        (UnitKind.BANGKOK, "กรุงเทพมหานคร", "ผู้ว่าราชการกรุงเทพมหานคร"),
        (UnitKind.DISTRICT, "อำเภอแม่สอด", "นายอำเภอแม่สอด"),
        (UnitKind.PAO, "องค์การบริหารส่วนจังหวัดตาก", "นายกองค์การบริหารส่วนจังหวัดตาก"),
        (UnitKind.CITY_MUN, "เทศบาลนครแม่สอด", "นายกเทศมนตรีนครแม่สอด"),
        (UnitKind.CITY_MUN, "เทศบาลนครนครสวรรค์", "นายกเทศมนตรีนครนครสวรรค์"),
        (UnitKind.TOWN_MUN, "เทศบาลเมืองตาก", "นายกเทศมนตรีเมืองตาก"),
        (UnitKind.TAMBON_MUN, "เทศบาลตำบลแม่ปะ", "นายกเทศมนตรีตำบลแม่ปะ"),
        (UnitKind.TAO, "องค์การบริหารส่วนตำบลแม่กาษา", "นายกองค์การบริหารส่วนตำบลแม่กาษา"),
        (UnitKind.PATTAYA, "เมืองพัทยา", "นายกเมืองพัทยา"),
        (UnitKind.PROVINCIAL_OFFICE, "สำนักงานจังหวัดตาก", "หัวหน้าสำนักงานจังหวัดตาก"),
        (UnitKind.DIVISION, "กองคลัง", "ผู้อำนวยการกองคลัง"),
        (UnitKind.DIVISION, "กลุ่มงานมาตรฐาน", "หัวหน้ากลุ่มงานมาตรฐาน"),
    ],
)
def test_a_letter_to_a_unit_is_addressed_to_its_head(kind, name_th, position):
    assert head_position(kind, name_th) == position


def test_every_kind_has_thai_words():
    assert set(THAI_UNIT_KIND) == set(UnitKind)


def test_bangkok_is_no_local_body_of_a_province():
    assert UnitKind.BANGKOK not in LOCAL_KINDS
    assert UnitKind.PATTAYA in LOCAL_KINDS


def test_divisions_and_sections_lie_inside_another_unit():
    assert {"division", "section"} == INNER_KINDS
