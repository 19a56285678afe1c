"""A report form before who fills it in: the draft comes back, a form published anew is told."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from saraban.desk.report_forms import begin_form, keep_form, publish_form
from saraban.records import ReportDuty, ReportForm, ReportFormVersion
from saraban.rules.report_form_editing import without_field
from saraban.rules.report_form_examples import EVENT_REPORT
from tests import filling_page
from tests.cast import Cast
from tests.make import at, send
from tests.owed import owe_everything
from tests.web.conftest import SignIn

TYPED = {
    "fields-text1": "จิตอาสา",
    "fields-text2": "ลานหน้าศาลากลาง",
    "fields-date1": "๑๖ มิ.ย. ๒๕๖๕",
    "fields-number1": "๑,๒๕๐",
}


@pytest.fixture
def duty(app: Flask, cast: Cast) -> str:
    filling_page.hang_on(app)
    uid = begin_form(actor=cast.province.officer, at=at(), definition=EVENT_REPORT)
    publish_form(actor=cast.province.officer, at=at(), form_uid=uid, based_on=1)
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    owe_everything(cast.province.clerk, cast.district_a.officer, sent.letter_uid)
    version = ReportFormVersion.get(ReportFormVersion.form == ReportForm.get(uid=uid).id)
    ReportDuty.update(form_version=version.id).execute()
    return str(ReportDuty.get().uid)


def send_in(browser: FlaskClient, duty: str, step: str, **held: str) -> str:
    version = held.pop("form_version", str(ReportDuty.get().form_version_id))
    data = {**TYPED, "form_version": version, "step": step, **held}
    return browser.post(f"/practice/{duty}", data=data).text


def publish_without_place(cast: Cast, duty: str) -> None:
    uid = ReportFormVersion.get_by_id(ReportDuty.get().form_version_id).form.uid
    definition = without_field(EVENT_REPORT, "text2")
    seq = keep_form(
        actor=cast.province.officer, at=at(), form_uid=uid, based_on=1, definition=definition
    )
    publish_form(actor=cast.province.officer, at=at(), form_uid=uid, based_on=seq, duty_uids=[duty])


def test_a_form_filled_in_well_is_taken(cast: Cast, sign_in_as: SignIn, duty: str) -> None:
    page = send_in(sign_in_as(cast.district_a.officer), duty, "send")

    assert '<div id="shown">' in page
    assert "๑,๒๕๐ คน" in page


def test_the_button_saves_a_draft_that_a_colleague_goes_on_with(
    cast: Cast, sign_in_as: SignIn, duty: str
) -> None:
    send_in(sign_in_as(cast.district_a.officer), duty, "draft", draft_seq="0")

    page = sign_in_as(cast.district_a.clerk).get(f"/practice/{duty}").text
    assert 'value="ลานหน้าศาลากลาง"' in page
    assert "บันทึกร่างแล้ว" in page
    assert 'name="draft_seq" value="1"' in page


def test_a_form_published_anew_takes_nothing_blindly_and_loses_nothing(
    cast: Cast, sign_in_as: SignIn, duty: str
) -> None:
    before = str(ReportDuty.get().form_version_id)
    publish_without_place(cast, duty)

    page = send_in(sign_in_as(cast.district_a.officer), duty, "send", form_version=before)
    assert '<div id="shown">' not in page
    assert "แบบรายงานเปลี่ยนเป็นฉบับที่ ๒ ระหว่างที่กรอก" in page
    assert "ตัดออก: สถานที่จัด" in page
    assert "ลานหน้าศาลากลาง" in page
    assert 'value="จิตอาสา"' in page

    again = send_in(sign_in_as(cast.district_a.officer), duty, "send")
    assert '<div id="shown">' in again


def test_a_draft_of_the_former_version_is_told_of_the_new_one(
    cast: Cast, sign_in_as: SignIn, duty: str
) -> None:
    send_in(sign_in_as(cast.district_a.officer), duty, "draft", draft_seq="0")
    publish_without_place(cast, duty)

    page = sign_in_as(cast.district_a.officer).get(f"/practice/{duty}").text

    assert "แบบรายงานเปลี่ยนเป็นฉบับที่ ๒ ระหว่างที่กรอก" in page
    assert "ลานหน้าศาลากลาง" in page
    assert 'value="จิตอาสา"' in page
