"""Answering on the page: refusals beside their fields, what is kept, what the keeper does."""

import io
import re
from datetime import timedelta

import pytest
from PIL import Image

from saraban.queries.kept_duties import kept_waiting
from saraban.records import ExpectedReport, Letter, ReportDuty, ReportFormVersion
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.report_form_editing import without_field
from saraban.rules.report_form_text import form_text, parse_form
from tests.make import at, send
from tests.owed import owe, owe_everything


@pytest.fixture
def duty(cast):
    letter = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid
    owe_everything(cast.province.clerk, cast.district_a.officer, letter)
    form = ReportFormVersion.get().id
    owers = [cast.district_a.clerk, cast.district_b.clerk]
    return owe(cast.province.clerk, owers, letter, due_on=at().date(), form_version=form)


def address(duty, end="answer"):
    return f"/duties/{duty}/1/{end}"


def state_of(duty, unit):
    found = ReportDuty.get(ReportDuty.uid == duty)
    row = ExpectedReport.get(ExpectedReport.duty == found, ExpectedReport.to_unit == unit)
    return ExpectedState(row.state)


FILLED = {
    "answer": "report", "seen_version": "0", "text1": "ปลูกป่า", "date1": "๑๖ มิ.ย. ๒๕๖๕",
    "text2": "หมู่ ๓", "number1": "๑๒๐",
}  # fmt: skip


def with_photos(count=2):
    return FILLED | {
        "photos1-files": [
            (io.BytesIO(photo(number)), f"ภาพ{number}.jpg") for number in range(count)
        ]
    }


def photo(number):
    content = io.BytesIO()
    Image.new("RGB", (40, 30), (number, 90, 90)).save(content, "JPEG")
    return content.getvalue()


def test_what_a_form_wants_is_told_beside_its_field_and_what_was_typed_stays(
    sign_in_as, cast, duty
):
    clerk = sign_in_as(cast.district_a.clerk)

    page = clerk.post(address(duty), data=FILLED | {"number1": "มาก"})

    assert page.status_code == 422
    assert 'id="number1-error"' in page.text
    assert 'value="ปลูกป่า"' in page.text
    assert state_of(duty, cast.district_a.unit) is ExpectedState.WAITING


def test_photos_come_with_the_form_where_a_browser_has_no_scripts(sign_in_as, cast, duty):
    clerk = sign_in_as(cast.district_a.clerk)

    too_few = clerk.post(address(duty), data=with_photos(1))
    kept = re.findall(r'name="photos1-uploads" value="([^"]+)"', too_few.text)
    done = clerk.post(address(duty), data=with_photos(1) | {"photos1-uploads": kept})

    assert too_few.status_code == 422
    assert len(kept) == 1
    assert done.status_code == 303
    assert state_of(duty, cast.district_a.unit) is ExpectedState.SUBMITTED
    page = clerk.get(address(duty)).text
    assert page.count("<figure") == 2
    assert "๑๒๐ คน" in page


def test_an_answer_needs_nothing_of_the_fields_of_another(sign_in_as, cast, duty):
    clerk = sign_in_as(cast.district_a.clerk)

    done = clerk.post(address(duty), data={"answer": "nil", "seen_version": "0", "number1": "มาก"})

    assert done.status_code == 303
    assert state_of(duty, cast.district_a.unit) is ExpectedState.NIL


def test_the_letter_that_answered_it_already_is_found_by_its_number(sign_in_as, cast, duty):
    clerk = sign_in_as(cast.district_a.clerk)
    number = cast_letter_number()

    wrong = clerk.post(
        address(duty), data={"answer": "covered", "covered_by": "กข ๑/ว ๙๙๙", "seen_version": "0"}
    )
    done = clerk.post(
        address(duty), data={"answer": "covered", "covered_by": number, "seen_version": "0"}
    )

    assert wrong.status_code == 422
    assert "ไม่พบหนังสือเลขที่" in wrong.text
    assert done.status_code == 303


def cast_letter_number():
    return Letter.get().printed_number


def test_of_two_officers_the_second_sees_the_first_ones_answer_and_sends_a_further_version(
    sign_in_as, cast, duty
):
    clerk = sign_in_as(cast.district_a.clerk)
    clerk.post(address(duty), data={"answer": "nil", "seen_version": "0"})

    second = clerk.post(address(duty), data={"answer": "nil", "seen_version": "0", "text": "ใหม่"})
    seen = re.search(r'name="seen_version"[^>]*value="(\d+)"', second.text)[1]
    third = clerk.post(address(duty), data={"answer": "nil", "seen_version": seen, "text": "ใหม่"})

    assert second.status_code == 422
    assert cast.district_a.clerk.name in second.text
    assert third.status_code == 303
    assert "ฉบับที่ ๒" in clerk.get(address(duty)).text


def test_a_later_day_is_asked_for_and_granted_for_many_at_once(sign_in_as, cast, duty):
    for troupe in (cast.district_a, cast.district_b):
        asked = sign_in_as(troupe.clerk).post(
            address(duty, "ask"), data={"asked_for": "๑ ม.ค. ๒๖๐๐", "reason": "น้ำท่วม"}
        )
        assert asked.status_code == 303
    keeper = sign_in_as(cast.province.clerk)
    uids = re.findall(r'name="asks" value="([^"]+)"', keeper.get(f"/duties/{duty}/asks").text)

    nothing = keeper.post(f"/duties/{duty}/asks", data={"ruling": "as_asked"})
    done = keeper.post(f"/duties/{duty}/asks", data={"ruling": "as_asked", "asks": uids})

    assert nothing.status_code == 422
    assert done.status_code == 303
    assert keeper.get(f"/duties/{duty}/asks").text.count("อนุญาตถึง ๑ ม.ค. ๒๖๐๐") == 2


def test_an_ask_of_who_answered_meanwhile_waits_for_nobody(sign_in_as, cast, duty):
    clerk = sign_in_as(cast.district_a.clerk)
    clerk.post(address(duty, "ask"), data={"asked_for": "๑ ม.ค. ๒๖๐๐", "reason": "น้ำท่วม"})
    waiting = sign_in_as(cast.province.clerk).get(f"/duties/{duty}/asks").text
    clerk = sign_in_as(cast.district_a.clerk)
    clerk.post(address(duty), data={"answer": "nil", "seen_version": "0"})

    keeper = sign_in_as(cast.province.clerk)
    settled = keeper.get(f"/duties/{duty}/asks").text

    assert 'name="asks"' in waiting
    assert 'name="asks"' not in settled
    assert "น้ำท่วม" in settled
    assert duty not in {one.duty_uid for one in kept_waiting(cast.province.clerk)}
    unit = keeper.get(address(duty, f"units/{cast.district_a.unit.uid}")).text
    assert "รอผู้ติดตามตอบ" not in unit


def test_no_form_is_shown_that_would_not_be_taken(sign_in_as, cast, duty, clock_at):
    ReportDuty.update(closes_after=3).where(ReportDuty.uid == duty).execute()
    clerk = sign_in_as(cast.district_a.clerk)
    clock_at(at() + timedelta(days=3))
    before = clerk.get(address(duty)).text
    clock_at(at() + timedelta(days=4))
    after = clerk.get(address(duty)).text

    assert 'class="answer-form"' in before
    assert "ขอขยายเวลา</summary>" in before
    assert 'class="answer-form"' not in after
    assert "ขอขยายเวลา</summary>" not in after
    assert "เลยเวลาที่ยังรับรายงานล่าช้าแล้ว" in after


def test_who_has_answered_is_not_sent_to_ask_for_more_time(sign_in_as, cast, duty, clock_at):
    clerk = sign_in_as(cast.district_a.clerk)
    clerk.post(address(duty), data={"answer": "nil", "seen_version": "0"})
    ReportDuty.update(closes_after=3).where(ReportDuty.uid == duty).execute()
    clock_at(at() + timedelta(days=4))

    page = clerk.get(address(duty)).text

    assert "เลยเวลาที่ยังรับรายงานล่าช้าแล้ว" not in page
    assert "งวดนี้ไม่ต้องตอบเพิ่มแล้ว" in page


def test_the_keeper_returns_beside_a_field_and_the_unit_reads_it_there(sign_in_as, cast, duty):
    sign_in_as(cast.district_a.clerk).post(address(duty), data=with_photos())
    unit = f"units/{cast.district_a.unit.uid}"
    keeper = sign_in_as(cast.province.officer)

    empty = keeper.post(address(duty, f"{unit}/return"), data={"seen_version": "1"})
    back = keeper.post(
        address(duty, f"{unit}/return"), data={"seen_version": "1", "why-photos1": "ภาพไม่ชัด"}
    )
    told = sign_in_as(cast.district_a.clerk).get(address(duty)).text

    assert empty.status_code == 422
    assert back.status_code == 303
    assert "ภาพกิจกรรม: ภาพไม่ชัด" in told

    sign_in_as(cast.district_a.clerk).post(
        address(duty), data=with_photos() | {"seen_version": "1"}
    )
    keeper = sign_in_as(cast.province.officer)
    accepted = keeper.post(address(duty, f"{unit}/accept"), data={"seen_version": "2"})
    assert accepted.status_code == 303
    assert state_of(duty, cast.district_a.unit) is ExpectedState.ACCEPTED


def test_another_unit_of_the_same_duty_reads_nobody_elses_answer(sign_in_as, cast, duty):
    other = sign_in_as(cast.district_b.clerk)

    assert other.get(address(duty, f"units/{cast.district_a.unit.uid}")).status_code == 404


def test_an_answer_in_the_middle_of_a_draft_is_kept_without_being_sent(sign_in_as, cast, duty):
    clerk = sign_in_as(cast.district_a.clerk)

    kept = clerk.post(address(duty), data=FILLED | {"step": "draft", "draft_seq": "0"})

    assert kept.status_code == 303
    assert 'value="ปลูกป่า"' in clerk.get(address(duty)).text
    assert state_of(duty, cast.district_a.unit) is ExpectedState.WAITING


def test_a_form_published_anew_while_it_was_filled_in_is_told_and_nothing_typed_is_lost(
    sign_in_as, cast, duty
):
    clerk = sign_in_as(cast.district_a.clerk)
    before = ReportDuty.get(ReportDuty.uid == duty).form_version
    now = ReportFormVersion.create(
        form=before.form,
        version=2,
        definition=form_text(without_field(parse_form(before.definition), "text2")),
        published_at=at(),
        published_by="ใคร",
    )
    ReportDuty.update(form_version=now.id).where(ReportDuty.uid == duty).execute()

    first = clerk.post(address(duty), data=with_photos() | {"form_version": str(before.id)})
    kept = re.findall(r'name="photos1-uploads" value="([^"]+)"', first.text)
    again = clerk.post(
        address(duty), data=FILLED | {"photos1-uploads": kept, "form_version": str(now.id)}
    )

    assert state_of(duty, cast.district_a.unit) is ExpectedState.SUBMITTED
    assert "แบบรายงานเปลี่ยนเป็นฉบับที่ ๒" in first.text
    assert "หมู่ ๓" in first.text
    assert 'value="ปลูกป่า"' in first.text
    assert len(kept) == 2
    assert again.status_code == 303
