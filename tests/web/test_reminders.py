"""The pages of reminders: what was told to whom, what came back, what comes, and on paper."""

import io
from datetime import date

import openpyxl
import pikepdf
import pytest

from saraban.desk.mailing import keep_mail_bounced
from saraban.records import Draft, Mail, ReportDuty, ReportPeriod
from saraban.rules.reminders import AlarmPlan, plan_of
from tests.chased import give_address
from tests.make import at
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.reminded import morning, owe, posted

TO = "saraban@city.example"
TODAY = date(2022, 6, 17)


@pytest.fixture
def duty(cast, clock_at) -> ReportDuty:
    """The city, which has an address, and the pao, which has none, were told this morning."""
    give_address(cast.city.unit, TO)
    made = owe(cast.province.clerk, [cast.city.unit, cast.pao.unit])
    clock_at(at(6, 17, 9))
    morning(6, 17)
    return made


def test_the_keeper_sees_who_was_told_and_where_each_mail_stands(cast, duty, sign_in_as):
    posted()
    page = sign_in_as(cast.province.clerk).get(f"/duties/{duty.uid}/reminders").text

    assert "เทศบาลนครแม่สอด" in page
    assert "แจ้งว่ามีงานใหม่" in page
    assert "saraban<wbr>@city.example" in page
    assert "เซิร์ฟเวอร์ไปรษณีย์รับไว้แล้ว" in page
    assert "ไม่มีที่อยู่ที่ยืนยันแล้ว แจ้งบนโต๊ะงานเท่านั้น" in page


def test_a_mail_that_came_back_says_the_servers_words(cast, duty, sign_in_as):
    posted()
    keep_mail_bounced(at=at(6, 17, 9), uid=Mail.get().uid, words="550 5.1.1 no such mailbox")

    page = sign_in_as(cast.province.clerk).get(f"/duties/{duty.uid}/reminders").text
    assert "ตีกลับ" in page
    assert "550 5.1.1 no such mailbox" in page


def test_what_comes_next_is_planned_by_what_is_owed_now(cast, duty, sign_in_as):
    page = sign_in_as(cast.province.officer).get(f"/duties/{duty.uid}/reminders").text

    assert "๒๗ มิ.ย. ๒๕๖๕" in page
    assert "ก่อนกำหนด ๓ วันทำการ" in page
    assert "แจ้งหน่วยเหนือ" in page


def test_the_keeper_sets_the_days_in_either_digits(cast, duty, sign_in_as):
    answer = sign_in_as(cast.province.clerk).post(
        f"/duties/{duty.uid}/reminders",
        data={"before": "๕, 2", "on_day": "y", "after": "", "escalate_after": "๑๐"},
    )

    assert answer.status_code == 303
    kept = plan_of(ReportDuty.get_by_id(duty.id).alarms)
    assert kept == AlarmPlan((-5, -2, 0), 10)


def test_the_weekly_reminder_is_ticked_as_it_is_kept_and_planned(cast, duty, sign_in_as, clock_at):
    clock_at(at(7, 8, 9))
    browser = sign_in_as(cast.province.clerk)
    page = browser.get(f"/duties/{duty.uid}/reminders").text
    assert "๑๘ ก.ค. ๒๕๖๕" in page
    assert "เตือนซ้ำประจำสัปดาห์" in page

    steps = {"before": "", "on_day": "y", "after": "", "escalate_after": ""}
    browser.post(f"/duties/{duty.uid}/reminders", data=steps | {"weekly": "y"})
    assert plan_of(ReportDuty.get_by_id(duty.id).alarms) == AlarmPlan((0,), None, is_weekly=True)
    browser.post(f"/duties/{duty.uid}/reminders", data=steps)

    assert plan_of(ReportDuty.get_by_id(duty.id).alarms) == AlarmPlan((0,), None)
    assert "เตือนซ้ำประจำสัปดาห์" not in browser.get(f"/duties/{duty.uid}/reminders").text


def test_who_owes_it_is_told_when_they_will_be_reminded_again(cast, duty, sign_in_as, clock_at):
    clock_at(at(7, 8, 9))
    page = sign_in_as(cast.city.clerk).get("/reminders").text

    assert "เตือนซ้ำประจำสัปดาห์" in page
    assert "๑๘ ก.ค. ๒๕๖๕" in page


def test_who_is_told_of_late_units_is_told_which(cast, duty, sign_in_as, clock_at):
    clock_at(at(7, 8, 9))
    morning(7, 8)

    page = sign_in_as(cast.province.clerk).get("/reminders").text

    for troupe in (cast.city, cast.pao):
        assert f"แจ้งหน่วยเหนือว่าเลยกำหนด:\n                {troupe.unit.name_th} · " in page


def test_the_days_of_a_round_are_told_in_the_readers_language(cast, duty, sign_in_as):
    days = {"covers_from": date(2022, 6, 1), "covers_until": date(2022, 6, 30)}
    ReportPeriod.update(days).execute()
    browser = sign_in_as(cast.city.clerk)
    browser.post("/language", data={"language": "en"})

    page = browser.get("/reminders").text

    assert "๑ Jun ๖๕ – ๓๐ Jun ๖๕" in page
    assert "มิ.ย." not in page


@pytest.mark.parametrize(
    ("field", "typed"),
    [("before", "สาม"), ("before", "๙๙"), ("after", "0"), ("escalate_after", "3, 4")],
)
def test_days_that_cannot_be_are_refused_beside_what_was_typed(
    cast, duty, sign_in_as, field, typed
):
    answer = sign_in_as(cast.province.clerk).post(
        f"/duties/{duty.uid}/reminders", data={"before": "", "after": "", field: typed}
    )

    assert answer.status_code == 422
    assert f'value="{typed}"' in answer.text
    assert ReportDuty.get_by_id(duty.id).alarms == ""


def test_who_owes_it_reads_what_their_own_unit_was_told(cast, duty, sign_in_as):
    browser = sign_in_as(cast.city.clerk)
    answer = browser.get(f"/duties/{duty.uid}/reminders")
    page = browser.get(answer.location).text

    assert answer.location == "/reminders"
    assert "ขอให้รายงานใหม่ ๑" in page
    assert f"/duties/{duty.uid}/1/answer" in page
    assert "องค์การบริหารส่วนจังหวัดตาก" not in page


def test_the_keepers_own_page_leads_to_the_duties_of_which_others_were_told(cast, duty, sign_in_as):
    page = sign_in_as(cast.province.clerk).get("/reminders").text

    assert f"/duties/{duty.uid}/reminders" in page
    assert "แจ้ง ๒ ครั้ง ล่าสุด" in page


def test_late_units_without_an_address_get_a_sealed_letter(cast, duty, sign_in_as, clock_at):
    clock_at(at(7, 4, 9))
    browser = sign_in_as(cast.province.clerk)
    page = browser.get(f"/duties/{duty.uid}/reminders").text
    assert "ร่างหนังสือประทับตราถึง ๑ หน่วย" in page

    answer = browser.post(f"/duties/{duty.uid}/reminders/letter")

    assert answer.location == f"/drafts/{Draft.get().uid}"
    assert "บัญชีรายชื่อหน่วยงานที่ขอให้เร่งรัดการรายงาน ๑ หน่วยงาน" in browser.get(answer.location).text


def test_the_list_that_goes_with_it_names_those_and_what_they_owe(cast, duty, sign_in_as, clock_at):
    clock_at(at(7, 4, 9))
    answer = sign_in_as(cast.province.clerk).get(f"/duties/{duty.uid}/reminders/list.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.data)).active
    words = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell]

    assert "องค์การบริหารส่วนจังหวัดตาก" in words
    assert "เทศบาลนครแม่สอด" not in words
    assert "๓๐ มิ.ย. ๖๕" in words
    assert any("รวม ๑ หน่วยงาน" in word for word in words)


@pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
def test_the_list_is_printed_too(cast, duty, sign_in_as, clock_at):
    clock_at(at(7, 4, 9))
    answer = sign_in_as(cast.province.clerk).get(f"/duties/{duty.uid}/reminders/list.pdf")

    with pikepdf.open(io.BytesIO(answer.data)) as paper:
        assert len(paper.pages) == 1


def test_before_the_day_nobody_is_late_on_paper(cast, duty, sign_in_as):
    browser = sign_in_as(cast.province.clerk)
    answer = browser.post(f"/duties/{duty.uid}/reminders/letter", follow_redirects=True)

    assert "ไม่มีหน่วยที่ต้องเตือนตามที่เลือก" in answer.text
    assert Draft.select().count() == 0


def test_the_desk_tells_of_this_mornings_digest(cast, duty, sign_in_as):
    page = sign_in_as(cast.pao.clerk).get("/").text

    assert "สรุปงานเช้านี้" in page
    assert "ขอให้รายงานใหม่ ๑" in page
