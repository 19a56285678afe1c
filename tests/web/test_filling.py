"""A report form before who fills it in: the draft comes back, a form published anew is told."""

import pytest
from flask.testing import FlaskClient

from saraban.desk.report_forms import begin_form, keep_form, publish_form
from saraban.records import Report, ReportAnswer, ReportDuty, ReportFormVersion
from saraban.rules.report_form_editing import without_field
from saraban.rules.report_form_examples import WEEKLY_SUMMARY
from tests.cast import Cast
from tests.make import at, send
from tests.owed import owe
from tests.web.conftest import SignIn

TYPED = {"answer": "report", "number1": "๓", "number2": "๑,๒๕๐", "text1": "ขอเพิ่มถังน้ำ"}


@pytest.fixture
def duty(cast: Cast) -> str:
    uid = begin_form(actor=cast.province.officer, at=at(), definition=WEEKLY_SUMMARY)
    publish_form(actor=cast.province.officer, at=at(), form_uid=uid, based_on=1)
    letter = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid
    version = ReportFormVersion.get().id
    return owe(cast.province.officer, [cast.district_a.officer], letter, form_version=version)


def send_in(browser: FlaskClient, duty: str, **held: str) -> str:
    version = held.pop("form_version", str(ReportDuty.get().form_version_id))
    data = {**TYPED, "form_version": version, **held}
    return browser.post(f"/duties/{duty}/1/answer", data=data, follow_redirects=True).text


def publish_without_words(cast: Cast, duty: str) -> None:
    """The form's text field goes, and the duty asks for the new version."""
    uid = ReportFormVersion.get_by_id(ReportDuty.get().form_version_id).form.uid
    definition = without_field(WEEKLY_SUMMARY, "text1")
    seq = keep_form(
        actor=cast.province.officer, at=at(), form_uid=uid, based_on=1, definition=definition
    )
    publish_form(actor=cast.province.officer, at=at(), form_uid=uid, based_on=seq, duty_uids=[duty])


def test_a_form_filled_in_well_is_taken_with_its_version(
    cast: Cast, sign_in_as: SignIn, duty: str
) -> None:
    page = send_in(sign_in_as(cast.district_a.officer), duty)

    assert "ส่งคำตอบแล้ว" in page
    assert "๑,๒๕๐ คน" in page
    given = ReportAnswer.get()
    assert given.form_version_id == ReportFormVersion.get().id
    assert given.field_values == '{"number1":3,"number2":1250,"text1":"ขอเพิ่มถังน้ำ"}'


def test_the_duty_leads_to_its_form(cast: Cast, sign_in_as: SignIn, duty: str) -> None:
    form = ReportFormVersion.get().form.uid
    ower = sign_in_as(cast.district_a.officer)

    assert f'href="/report-forms/{form}/versions/1"' in ower.get(f"/duties/{duty}").text
    assert ower.get(f"/report-forms/{form}/versions/1").status_code == 200


def test_the_button_saves_a_draft_that_a_colleague_goes_on_with(
    cast: Cast, sign_in_as: SignIn, duty: str
) -> None:
    send_in(sign_in_as(cast.district_a.officer), duty, step="draft", draft_seq="0")

    page = sign_in_as(cast.district_a.clerk).get(f"/duties/{duty}/1/answer").text
    assert "ขอเพิ่มถังน้ำ</textarea>" in page
    assert "บันทึกร่างแล้ว" in page
    assert 'name="draft_seq" value="1"' in page


def test_a_draft_that_became_the_answer_is_not_offered_again(
    cast: Cast, sign_in_as: SignIn, duty: str
) -> None:
    officer = sign_in_as(cast.district_a.officer)
    send_in(officer, duty, step="draft", draft_seq="0", text1="ยังไม่เสร็จ")
    send_in(officer, duty)

    page = officer.get(f"/duties/{duty}/1/answer").text
    assert "ยังไม่เสร็จ" not in page
    assert 'name="draft_seq" value="2"' in page


def test_a_form_published_anew_takes_nothing_blindly_and_loses_nothing(
    cast: Cast, sign_in_as: SignIn, duty: str
) -> None:
    before = str(ReportDuty.get().form_version_id)
    publish_without_words(cast, duty)
    officer = sign_in_as(cast.district_a.officer)

    page = send_in(officer, duty, form_version=before)
    assert Report.select().count() == 0
    assert "แบบรายงานเปลี่ยนเป็นฉบับที่ ๒ ระหว่างที่กรอก" in page
    assert "ตัดออก: ข้อเสนอ" in page
    assert "ขอเพิ่มถังน้ำ" in page
    assert 'value="๑,๒๕๐"' in page

    assert "ส่งคำตอบแล้ว" in send_in(officer, duty)
    assert ReportAnswer.get().form_version.version == 2


def test_an_answer_that_needs_no_form_is_taken_whatever_became_of_it(
    cast: Cast, sign_in_as: SignIn, duty: str
) -> None:
    before = str(ReportDuty.get().form_version_id)
    publish_without_words(cast, duty)

    send_in(sign_in_as(cast.district_a.officer), duty, form_version=before, answer="nil")

    assert Report.get().answer == "nil"


def test_a_draft_of_the_former_version_is_told_of_the_new_one(
    cast: Cast, sign_in_as: SignIn, duty: str
) -> None:
    officer = sign_in_as(cast.district_a.officer)
    send_in(officer, duty, step="draft", draft_seq="0")
    publish_without_words(cast, duty)

    page = officer.get(f"/duties/{duty}/1/answer").text

    assert "แบบรายงานเปลี่ยนเป็นฉบับที่ ๒ ระหว่างที่กรอก" in page
    assert "ขอเพิ่มถังน้ำ" in page
    assert 'value="๑,๒๕๐"' in page


def test_what_was_answered_stays_with_its_version(
    cast: Cast, sign_in_as: SignIn, duty: str
) -> None:
    officer = sign_in_as(cast.district_a.officer)
    send_in(officer, duty)
    publish_without_words(cast, duty)

    assert "ขอเพิ่มถังน้ำ" in officer.get(f"/duties/{duty}/1/answer").text
    assert ReportAnswer.get().form_version.version == 1
