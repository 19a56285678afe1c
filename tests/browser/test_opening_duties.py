"""A letter's point becomes a duty on one page: at a desk, and without scripts on a phone."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from saraban import clock
from saraban.desk.drafts import DutyDraft
from saraban.records import ReportDuty
from saraban.rules.when_text import when_from_text
from saraban.rules.whens import Every, FixedDay, Recurring
from saraban.thai.dates import format_medium
from tests.browser.conftest import PHONE, SignIn
from tests.cast import Cast
from tests.make import send

DUE = clock.today() + timedelta(days=40)


def test_an_officer_opens_a_round_and_a_district_makes_it_its_own(
    cast: Cast, sign_in: SignIn
) -> None:
    points = (DutyDraft("๑", "รายงานผลการปลูกต้นไม้"), DutyDraft("๒", "แจ้งผู้ประสานงาน", due_on=DUE))
    letter = send(
        cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", at=clock.now(), dated_on=clock.today(),
        duties=points,
    ).letter_uid  # fmt: skip

    officer = sign_in(cast.province.officer)
    officer.goto(f"/letters/{letter}")
    officer.get_by_role("link", name="ตั้งภารกิจจากข้อ ๑").click()
    expect(officer.get_by_label("ภายในวันที่")).to_be_hidden()
    officer.get_by_label("ทุกสัปดาห์ ตามวันที่เลือก").check()
    expect(officer.get_by_label("ภายในวันที่")).to_be_hidden()
    officer.get_by_label("วันพุธ").check()
    # The sentence comes by itself, and the press with it.
    officer.get_by_role("button", name="ตั้งภารกิจ ให้ ๒ หน่วย").click()
    expect(officer.get_by_role("heading", name="รายงานผลการปลูกต้นไม้")).to_be_visible()
    rule = when_from_text(ReportDuty.get().when_text)
    assert isinstance(rule, Recurring)
    assert (rule.every, rule.weekdays) == (Every.WEEK, (2,))

    officer.goto(f"/letters/{letter}")
    officer.get_by_role("button", name="ตั้งภารกิจจากทุกข้อที่มีกำหนด ๑ ข้อ").click()
    expect(officer.get_by_role("link", name="แจ้งผู้ประสานงาน")).to_be_visible()

    above = ReportDuty.get(ReportDuty.point.is_null(False), ReportDuty.name == "แจ้งผู้ประสานงาน")
    district = sign_in(cast.district_a.officer, viewport=PHONE, scripts=False)
    district.goto(f"/duties/{above.uid}")
    district.get_by_role("button", name="ทำต่อให้หน่วยใต้เรา").click()
    _choose_one_unit(district, cast.tambon_mun.unit.name_th)
    expect(district.get_by_text("๑ หน่วย (ทต.ตัวอย่าง)")).to_be_visible()
    district.get_by_role("button", name="ตั้งภารกิจ ให้ ๑ หน่วย").click()
    expect(district.get_by_role("heading", name="สายภารกิจจากหน่วยเหนือ")).to_be_visible()

    own = ReportDuty.get(ReportDuty.above == above.id)
    day = when_from_text(own.when_text)
    assert isinstance(day, FixedDay)
    assert day.on < DUE
    expect(district.get_by_text(format_medium(day.on)).first).to_be_visible()


def _choose_one_unit(page: Page, name: str) -> None:
    page.get_by_label("หน่วยเดียว ที่ระบุชื่อ").check()
    page.get_by_label("ชื่อหน่วย", exact=True).fill(name)
    page.get_by_role("button", name="ดูสรุปก่อนตั้งภารกิจ").click()
