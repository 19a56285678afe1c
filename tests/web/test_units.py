"""The tree of units: found, read by all, changed by administrators from a day on."""

import pytest

from saraban.records import Unit, UnitVersion
from tests.cast import Cast
from tests.web.conftest import SignIn


@pytest.fixture
def administrator(cast: Cast, sign_in_as: SignIn):
    return sign_in_as(cast.administrator)


def test_the_tree_begins_at_the_top(cast: Cast, sign_in_as: SignIn):
    page = sign_in_as(cast.tao.officer).get("/units")

    assert "กระทรวงมหาดไทย" in page.text
    assert "flask units import" in page.text


def test_a_unit_is_found_by_a_name_it_no_longer_has(cast: Cast, administrator):
    uid = cast.tao.unit.uid
    administrator.post(
        f"/units/{uid}/change",
        data={
            "from_on": "1 ต.ค. 2565", "name_th": "เทศบาลตำบลใหม่", "short_name_th": "ทต.ใหม่",
            "kind": "tambon_mun",
        },
    )  # fmt: skip

    page = administrator.get("/units?q=องค์การบริหารส่วนตำบลตัวอย่าง")

    assert "เทศบาลตำบลใหม่" in page.text


def test_a_renamed_unit_keeps_its_past(cast: Cast, administrator):
    page = administrator.post(
        f"/units/{cast.tao.unit.uid}/change",
        data={
            "from_on": "1 ต.ค. 2565", "name_th": "เทศบาลตำบลใหม่", "short_name_th": "ทต.ใหม่",
            "kind": "tambon_mun",
        },
        follow_redirects=True,
    )  # fmt: skip

    assert page.status_code == 200
    assert "องค์การบริหารส่วนตำบลตัวอย่าง" in page.text
    assert UnitVersion.select().where(UnitVersion.unit == cast.tao.unit.id).count() == 2


def test_a_unit_is_moved_under_another_found_by_part_of_its_name(cast: Cast, administrator):
    form = {
        "from_on": "1 ต.ค. 2565", "name_th": cast.tao.unit.name_th, "short_name_th": "อบต.ตัวอย่าง",
        "kind": "tao",
    }  # fmt: skip

    several = administrator.post(
        f"/units/{cast.tao.unit.uid}/change", data={**form, "parent": "อำเภอ"}
    )
    administrator.post(
        f"/units/{cast.tao.unit.uid}/change",
        data={**form, "parent": "อำเภอ", "parent-uid": cast.district_a.unit.uid},
    )

    assert several.status_code == 422
    assert "โปรดเลือกจากรายการ" in several.text
    assert Unit.get_by_id(cast.tao.unit.id).parent_id == cast.district_a.unit.id


def test_an_address_is_derived_until_somebody_confirms_it(cast: Cast, administrator):
    Unit.update(saraban_address="saraban_06630603@dla.go.th").where(
        Unit.id == cast.tao.unit.id
    ).execute()
    uid = cast.tao.unit.uid

    before = administrator.get(f"/units/{uid}")
    wrong = administrator.post(f"/units/{uid}/address", data={"saraban_address": "ไม่ใช่ที่อยู่"})
    after = administrator.post(
        f"/units/{uid}/address",
        data={"saraban_address": "saraban@example.go.th"},
        follow_redirects=True,
    )

    assert "ยังไม่มีผู้ยืนยัน" in before.text
    assert wrong.status_code == 422
    assert "ยืนยันแล้วเมื่อ" in after.text


def test_a_unit_is_added_below_another(cast: Cast, administrator):
    page = administrator.post(
        f"/units/{cast.department.unit.uid}/add",
        data={"kind": "division", "name_th": "กองใหม่"},
        follow_redirects=True,
    )

    assert "กองใหม่" in page.text
    assert Unit.get(Unit.name_th == "กองใหม่").parent_id == cast.department.unit.id


def test_what_a_unit_says_of_itself_is_changed(cast: Cast, administrator):
    uid = cast.tao.unit.uid
    page = administrator.post(
        f"/units/{uid}/details",
        data={"code_letters": "ตก", "owner_number": "75301", "telephone": "0 5555 1111"},
        follow_redirects=True,
    )

    assert "ตก ๗๕๓๐๑" in page.text


def test_a_closed_unit_can_be_read_and_no_more_changed(cast: Cast, administrator):
    uid = cast.tao.unit.uid
    refused = administrator.post(f"/units/{uid}/close", data={"valid_to": ""})
    page = administrator.post(
        f"/units/{uid}/close",
        data={"valid_to": "1 ต.ค. 2565", "merged_into": "เทศบาลนครแม่สอด"},
        follow_redirects=True,
    )

    assert refused.status_code == 422
    assert "รวมเข้ากับ" in page.text
    assert administrator.get(f"/units/{uid}/change").status_code == 403


def test_who_is_no_administrator_reads_and_sees_no_people(cast: Cast, sign_in_as: SignIn):
    clerk = sign_in_as(cast.province.clerk)
    page = clerk.get(f"/units/{cast.tao.unit.uid}")

    assert page.status_code == 200
    assert "ผู้มีหน้าที่" not in page.text
    assert clerk.get(f"/units/{cast.tao.unit.uid}/change").status_code == 403


def test_a_unit_that_is_not_there_is_not_found(cast: Cast, administrator):
    assert administrator.get("/units/nowhere").status_code == 404
