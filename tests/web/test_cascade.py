"""The cascade's pages: a sentence, a drawing, a table, conflicts, three lists of who has not."""

import re

import pytest

from saraban.records import Delivery, Letter, Unit
from tests.cast import THEN
from tests.stories.circular import Story, on
from tests.web.conftest import SignIn


def test_the_sentence_counts_who_must_have_it_who_has_and_whom_nobody_told(
    story: Story, sign_in_as: SignIn
):
    page = sign_in_as(story.cast.ministry.clerk).get(f"/letters/{story.memo}/cascade")

    assert page.status_code == 200
    assert "๑๓ หน่วยต้องได้รับเรื่องนี้" in page.text
    assert "ไม่มีใครส่งถึง ๑ (อบจ.ตาก)" in page.text


def test_the_drawing_has_every_unit_and_marks_the_conflicts(story: Story, sign_in_as: SignIn):
    page = sign_in_as(story.cast.ministry.clerk).get(f"/letters/{story.memo}/cascade")

    assert page.text.count('class="cascade-box"') == 11
    assert page.text.count('class="cascade-conflict"') == 2


def test_a_search_says_where_the_unit_stands(story: Story, sign_in_as: SignIn):
    page = sign_in_as(story.cast.ministry.clerk).get(
        f"/letters/{story.memo}/cascade?find=เทศบาลตำบลตัวอย่าง"
    )

    assert "พบ ๑ หน่วย" in page.text
    assert "ใต้ อ.เมืองตาก" in page.text


@pytest.mark.parametrize("sort", ["tree", "state", "days", "number", "dated", "receipts", "?"])
@pytest.mark.parametrize("direction", ["", "desc"])
def test_the_table_sorts_by_each_column(
    story: Story, sign_in_as: SignIn, sort: str, direction: str
):
    page = sign_in_as(story.cast.ministry.clerk).get(
        f"/letters/{story.memo}/cascade?tab=table&sort={sort}&dir={direction}"
    )

    assert page.status_code == 200
    assert page.text.count('<th scope="row" class="level') == 11
    assert "aria-sort=" in page.text


def test_conflicts_stand_side_by_side_as_written_and_as_they_are(story: Story, sign_in_as: SignIn):
    page = sign_in_as(story.cast.ministry.clerk).get(f"/letters/{story.memo}/cascade?tab=conflicts")

    assert page.text.count("<mark>") == 6
    assert "มท ๐๒๒๙/ว ๓๗๙๙" in page.text
    assert "มท ๐๒๒๙/ว ๓๓๗๙๙" in page.text


def test_who_has_not_is_three_lists_and_no_percentage(story: Story, sign_in_as: SignIn):
    page = sign_in_as(story.cast.ministry.clerk).get(f"/letters/{story.memo}/cascade?tab=missing")

    assert "องค์การบริหารส่วนจังหวัดตาก" in page.text
    assert "องค์การบริหารส่วนตำบลไกล" in page.text
    assert "%" not in page.text.partition("<main")[2]


def test_a_local_unit_sees_only_its_line(story: Story, sign_in_as: SignIn):
    page = sign_in_as(story.cast.tambon_mun.clerk).get(f"/letters/{story.district_letter}/cascade")

    assert page.text.count('class="cascade-box"') == 5
    assert "อ.แม่สอด" not in page.text
    assert (
        "มาถึง ทต.ตัวอย่าง โดยผ่าน กระทรวงมหาดไทย › สถ. › จ.ตาก › อ.เมืองตาก ขณะนี้ รายงานแล้ว" in page.text
    )


def test_a_province_is_told_of_what_is_below_it(story: Story, sign_in_as: SignIn):
    page = sign_in_as(story.cast.province.clerk).get(f"/letters/{story.memo}/cascade")

    assert "ใต้ จ.ตาก ลงไป ๗ หน่วยต้องได้รับเรื่องนี้" in page.text
    assert "กรมการปกครอง" not in page.text


def test_a_stranger_finds_no_such_letter(story: Story, sign_in_as: SignIn):
    assert sign_in_as(story.cast.pao.clerk).get(f"/letters/{story.memo}/cascade").status_code == 404


def test_the_list_of_cascades_counts_by_state(story: Story, sign_in_as: SignIn):
    ministry = sign_in_as(story.cast.ministry.clerk).get("/cascades")
    local = sign_in_as(story.cast.tambon_mun.clerk).get("/cascades")

    assert re.search("แจ้งต่อแล้ว\\s*</span>\\s*</span>\\s*<strong>๓</strong>", ministry.text)
    assert "มท ๐๒๒๙/ว ๓๓๗๙๙" in local.text
    assert "ยังไม่มีหนังสือเวียน" in sign_in_as(story.cast.pao.clerk).get("/cascades").text


def test_a_countrys_circular_with_its_branches_closed_is_a_small_page(
    story: Story, sign_in_as: SignIn
):
    spread_over_the_country(story)
    clerk = sign_in_as(story.cast.ministry.clerk)

    page = clerk.get(f"/letters/{story.memo}/cascade")

    assert page.status_code == 200
    assert page.text.count('class="cascade-box"') < 60
    assert "หน่วย" in page.text


def spread_over_the_country(story: Story, provinces: int = 76, each: int = 116) -> None:
    """A province's own letter for each of 76, and 116 local units under it: 8,892 nodes."""
    department = Letter.get(Letter.uid == story.department_letter)
    memo = Letter.get(Letter.uid == story.memo)
    ministry = story.cast.ministry.unit
    common = {"dispatched_at": on(3, 6), "delivered_at": on(3, 6), "status": 1, "root": memo.id}
    units = []
    for place in range(provinces):
        province = Unit.create(
            parent=ministry, kind="province", name_th=f"จังหวัดที่ {place}", short_name_th=f"จ.{place}",
            joined_at=THEN,
        )  # fmt: skip
        province.path, province.province = f"{ministry.path}{province.id}/", province
        province.save()
        units.append(province)
    for province in units:
        relay = Letter.create(
            kind="external", is_circular=True, letter_number=f"กก 1/ว {province.id}",
            printed_number=f"กก ๑/ว {province.id}", printed_key=f"กก 1/ว {province.id}",
            dated_on=on(10, 6).date(), be_year=2565, issuer=province, issuer_text=province.name_th,
            subject="เวียนต่อ", conveys=department, root=memo, registered_by=province,
            is_issued_here=True, created_at=on(10, 6),
        )  # fmt: skip
        Delivery.create(
            letter=department, from_unit=story.cast.department.unit, to_unit=province,
            province=province, passed_on_at=on(10, 6), **common,
        )  # fmt: skip
        below = [
            {
                "uid": f"{province.id}-{n}", "parent": province.id, "kind": "tao",
                "name_th": f"อบต. {province.id} {n}", "short_name_th": f"อบต.{n}",
                "path": f"{province.path}x{n}/", "province": province.id, "joined_at": THEN,
            }
            for n in range(each)
        ]  # fmt: skip
        Unit.insert_many(below).execute()
        ids = [
            row[0]
            for row in Unit.select(Unit.id)
            .where(Unit.parent == province.id, Unit.kind == "tao")
            .tuples()
        ]
        Delivery.insert_many(
            [
                {
                    "letter": relay.id, "from_unit": province.id, "to_unit": unit_id,
                    "province": province.id, **common,
                }
                for unit_id in ids
            ]
        ).execute()  # fmt: skip


def test_the_table_is_narrowed_down_by_the_address_and_says_how_many(
    story: Story, sign_in_as: SignIn
):
    browser = sign_in_as(story.cast.ministry.clerk)
    address = f"/letters/{story.memo}/cascade?tab=table"

    silent = browser.get(f"{address}&not_done=silent").text
    found = browser.get(f"{address}&find=แม่สอด").text
    unknown = browser.get(f"{address}&not_done=?&state=?").text

    assert "อำเภอแม่สอด" in silent
    assert "เทศบาลตำบลตัวอย่าง" not in silent
    assert "อำเภอเมืองตาก" not in re.sub("<datalist.*?</datalist>", "", found)
    assert "๐ หน่วยจากทั้งสายเวียน" in unknown


def test_each_number_of_the_sentence_leads_to_its_list(story: Story, sign_in_as: SignIn):
    browser = sign_in_as(story.cast.ministry.clerk)
    page = browser.get(f"/letters/{story.memo}/cascade").text

    links = re.findall(r'<p class="aloud">.*?</p>', page, re.DOTALL)[0]
    addresses = re.findall('href="([^"]+)"', links)

    assert len(addresses) >= 3
    for address in addresses:
        assert browser.get(address.replace("&amp;", "&")).status_code == 200


def test_who_has_not_is_told_under_the_unit_that_should_have_seen_to_it(
    story: Story, sign_in_as: SignIn
):
    page = sign_in_as(story.cast.ministry.clerk).get(f"/letters/{story.memo}/cascade?tab=missing")

    assert "ใต้หน่วยใดบ้าง" in page.text
    for title in ("ไม่มีใครส่งถึง", "ยังไปไม่ถึง", "ได้แล้วแต่เงียบ", "รับทราบแล้วแต่รายงานช้า"):
        assert title in page.text
