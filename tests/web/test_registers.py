"""The register book on the screen: columns of the form, years, voids, a first number."""

import pytest

from saraban import clock
from saraban.records import BookYear, RegisterEntry
from saraban.rules.registers import book_year_of
from tests.cast import Cast
from tests.stories.circular import Story
from tests.web.conftest import SignIn

COLUMNS = ["ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ"]


@pytest.mark.parametrize(
    ("register", "first"),
    [("receive", "เลขทะเบียนรับ"), ("send", "เลขทะเบียนส่ง"), ("circular", "เลขทะเบียนส่ง")],
)
def test_the_columns_stand_in_the_order_of_the_form(
    story: Story, sign_in_as: SignIn, register: str, first: str
):
    clerk = sign_in_as(story.cast.province.clerk)
    page = clerk.get(f"/registers/{register}?year=2565")

    assert page.status_code == 200
    if register != "send":  # that book has no line yet, so no head either
        head = page.text.partition("<thead>")[2].partition("</thead>")[0]
        places = [head.index(f">{word}<") for word in [first, *COLUMNS]]
        assert places == sorted(places)


def test_a_line_has_the_number_and_the_letter(story: Story, sign_in_as: SignIn):
    page = sign_in_as(story.cast.province.clerk).get("/registers/receive?year=๒๕๖๕")

    assert "๑๑๔๙" in page.text
    assert "มท ๐๘๐๑.๔/ว ๑๖๕๘" in page.text
    assert "<strong>๑๑๕๐</strong>" in page.text


def test_a_voided_line_is_struck_through_with_its_reason(story: Story, sign_in_as: SignIn):
    clerk = sign_in_as(story.cast.district_b.clerk)
    entry = RegisterEntry.get(RegisterEntry.unit == story.cast.district_b.unit.id)
    address = f"/registers/receive/void/{entry.uid}?year=2565"

    asked = clerk.get(address)
    refused = clerk.post(address, data={"reason": ""})
    done = clerk.post(address, data={"reason": "ลงรับผิดฉบับ"}, follow_redirects=True)

    assert "เลขนี้จะไม่ถูกใช้อีก" in asked.text
    assert refused.status_code == 422
    assert '<tr class="void">' in done.text
    assert "ยกเลิก: ลงรับผิดฉบับ" in done.text
    assert clerk.get(address).status_code == 404


def test_a_book_begins_where_the_paper_one_ended(cast: Cast, sign_in_as: SignIn):
    year = book_year_of(clock.today())
    page = sign_in_as(cast.city.clerk).post(
        "/registers/receive/open", data={"first_number": "๔๑๒"}, follow_redirects=True
    )

    assert "<strong>๔๑๒</strong>" in page.text
    assert BookYear.get().be_year == year
    assert "เริ่มต่อจากทะเบียนกระดาษ" not in page.text


@pytest.mark.parametrize("typed", ["", "0", "สิบ", "-3"])
def test_no_book_begins_at_what_is_no_number(cast: Cast, sign_in_as: SignIn, typed: str):
    page = sign_in_as(cast.city.clerk).post("/registers/receive/open", data={"first_number": typed})

    assert page.status_code == 422
    assert BookYear.select().count() == 0


def test_an_auditor_reads_a_book_of_the_branch_and_changes_nothing(
    story: Story, sign_in_as: SignIn
):
    unit = story.cast.province.unit.uid
    page = sign_in_as(story.cast.auditor).get(f"/registers/receive?year=2565&unit={unit}")

    assert "๑๑๔๙" in page.text
    assert "ยกเลิกเลข" not in page.text


def test_another_units_book_is_not_shown(story: Story, sign_in_as: SignIn):
    unit = story.cast.province.unit.uid
    page = sign_in_as(story.cast.city.clerk).get(f"/registers/receive?year=2565&unit={unit}")

    assert page.status_code == 403


@pytest.mark.parametrize("path", ["/registers/ไม่มี", "/registers/receive?year=x&page=-4"])
def test_odd_addresses_are_answered_calmly(cast: Cast, sign_in_as: SignIn, path: str):
    assert sign_in_as(cast.city.clerk).get(path).status_code in {200, 404}
