"""What is filled in on a phone saves itself, survives a cut line, and tells the second of two."""

import pytest
from playwright.sync_api import Page, expect

from saraban.desk.report_forms import begin_form, publish_form
from saraban.queries.report_drafts import report_draft
from saraban.records import ReportFormVersion
from saraban.rules.report_form_examples import WEEKLY_SUMMARY
from tests.browser.conftest import PHONE, SignIn
from tests.cast import Cast
from tests.make import at, send
from tests.owed import owe

NUMBER, WORDS = "[name=number1]", "[name=text1]"


@pytest.fixture
def duty(cast: Cast) -> str:
    uid = begin_form(actor=cast.province.officer, at=at(), definition=WEEKLY_SUMMARY)
    publish_form(actor=cast.province.officer, at=at(), form_uid=uid, based_on=1)
    letter = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid
    version = ReportFormVersion.get().id
    return owe(cast.province.officer, [cast.district_a.officer], letter, form_version=version)


def said(page: Page, words: str) -> None:
    expect(page.locator("[data-draft-said]")).to_contain_text(words)


def test_what_is_typed_on_a_phone_saves_itself_with_its_new_rows(
    cast: Cast, sign_in: SignIn, duty: str
) -> None:
    page = sign_in(cast.district_a.officer, viewport=PHONE)
    page.goto(f"/duties/{duty}/1/answer")
    page.fill(NUMBER, "๓")
    page.get_by_role("button", name="เพิ่มแถว").click()
    expect(page.locator(".report-row")).to_have_count(3)
    page.fill("[name=table1-2-text1]", "กวาดลานวัด")
    page.get_by_label("งบประมาณ").check()

    said(page, "บันทึกร่างแล้ว")
    page.reload()
    expect(page.locator(NUMBER)).to_have_value("๓")
    expect(page.locator("[name=table1-2-text1]")).to_have_value("กวาดลานวัด")
    expect(page.get_by_label("งบประมาณ")).to_be_checked()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_a_line_what_is_typed_stays_on_the_phone_and_goes_up_later(
    cast: Cast, sign_in: SignIn, duty: str
) -> None:
    page = sign_in(cast.district_a.officer, viewport=PHONE)
    page.goto(f"/duties/{duty}/1/answer")
    page.context.set_offline(True)
    page.fill(WORDS, "เขียนบนรถ")
    said(page, "ออฟไลน์อยู่")
    page.context.set_offline(False)
    said(page, "บันทึกร่างแล้ว")
    assert report_draft(cast.district_a.officer, duty, 1).typed["text1"] == ["เขียนบนรถ"]

    page.route("**/draft", lambda route: route.abort())
    page.get_by_role("button", name="เพิ่มแถว").click()
    page.fill("[name=table1-2-text1]", "แถวที่เพิ่ม")
    said(page, "ออฟไลน์อยู่")
    page.unroute("**/draft")
    page.reload()

    expect(page.locator("[name=table1-2-text1]")).to_have_value("แถวที่เพิ่ม")
    expect(page.locator(WORDS)).to_have_value("เขียนบนรถ")
    said(page, "บันทึกร่างแล้ว")
    kept = report_draft(cast.district_a.officer, duty, 1).typed
    assert kept["table1-2-text1"] == ["แถวที่เพิ่ม"]


def test_the_second_of_two_sees_what_the_first_has_and_decides(
    cast: Cast, sign_in: SignIn, duty: str
) -> None:
    first, second = sign_in(cast.district_a.officer), sign_in(cast.district_a.clerk)
    first.goto(f"/duties/{duty}/1/answer")
    second.goto(f"/duties/{duty}/1/answer")
    first.fill(WORDS, "ของเจ้าของเรื่อง")
    said(first, "บันทึกร่างแล้ว")

    second.fill(WORDS, "ของเสมียน")
    said(second, f"{cast.district_a.officer.name} บันทึกร่างนี้ไปก่อนแล้ว")
    expect(second.locator("[data-draft-theirs] li")).to_have_text("ข้อเสนอ: ของเจ้าของเรื่อง")
    expect(second.locator(WORDS)).to_have_value("ของเสมียน")
    assert report_draft(cast.district_a.clerk, duty, 1).typed["text1"] == ["ของเจ้าของเรื่อง"]

    second.get_by_role("button", name="บันทึกของฉันแทน").click()
    said(second, "บันทึกร่างแล้ว")
    assert report_draft(cast.district_a.clerk, duty, 1).typed["text1"] == ["ของเสมียน"]
