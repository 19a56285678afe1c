"""What is filled in on a phone saves itself, survives a cut line, and tells the second of two."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import waitress.server
from playwright.sync_api import Page, expect

from saraban.app import create_app
from saraban.desk._passwords import hash_password
from saraban.desk.report_forms import begin_form, publish_form
from saraban.queries.report_drafts import report_draft
from saraban.records import Person, ReportDuty, ReportForm, ReportFormVersion
from saraban.rules.report_form_examples import WEEKLY_SUMMARY
from saraban.settings import Settings
from tests import filling_page
from tests.browser.conftest import PASSWORD, PHONE, SignIn, stop
from tests.cast import Cast
from tests.make import at, send
from tests.owed import owe_everything

NUMBER, WORDS = "[name=fields-number1]", "[name=fields-text1]"


@pytest.fixture
def address(database: str, cast: Cast, tmp_path: Path) -> Iterator[str]:
    """For sign_in: the house with the page that only fills in."""
    settings = Settings(
        data_dir=tmp_path,
        database_url=database,
        secret_key="only for tests",
        password_hash_memory_kib=64,
    )
    app = create_app(settings)
    filling_page.hang_on(app)
    Person.update(password_hash=hash_password(PASSWORD)).execute()
    server = waitress.server.create_server(app, host="127.0.0.1", port=0, threads=4)
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    stop(server, running)


@pytest.fixture
def duty(cast: Cast) -> str:
    uid = begin_form(actor=cast.province.officer, at=at(), definition=WEEKLY_SUMMARY)
    publish_form(actor=cast.province.officer, at=at(), form_uid=uid, based_on=1)
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    owe_everything(cast.province.clerk, cast.district_a.officer, sent.letter_uid)
    version = ReportFormVersion.get(ReportFormVersion.form == ReportForm.get(uid=uid).id)
    ReportDuty.update(form_version=version.id).execute()
    return str(ReportDuty.get().uid)


def said(page: Page, words: str) -> None:
    expect(page.locator("[data-draft-said]")).to_contain_text(words)


def test_what_is_typed_on_a_phone_saves_itself_with_its_new_rows(
    cast: Cast, sign_in: SignIn, duty: str
) -> None:
    page = sign_in(cast.district_a.officer, viewport=PHONE)
    page.goto(f"/practice/{duty}")
    page.fill(NUMBER, "๓")
    page.get_by_role("button", name="เพิ่มแถว").click()
    expect(page.locator(".report-row")).to_have_count(3)
    page.fill("[name=fields-table1-2-text1]", "กวาดลานวัด")
    page.get_by_label("งบประมาณ").check()

    said(page, "บันทึกร่างแล้ว")
    page.reload()
    expect(page.locator(NUMBER)).to_have_value("๓")
    expect(page.locator("[name=fields-table1-2-text1]")).to_have_value("กวาดลานวัด")
    expect(page.get_by_label("งบประมาณ")).to_be_checked()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_a_line_what_is_typed_stays_on_the_phone_and_goes_up_later(
    cast: Cast, sign_in: SignIn, duty: str
) -> None:
    page = sign_in(cast.district_a.officer, viewport=PHONE)
    page.goto(f"/practice/{duty}")
    page.context.set_offline(True)
    page.fill(WORDS, "เขียนบนรถ")
    said(page, "ออฟไลน์อยู่")
    page.context.set_offline(False)
    said(page, "บันทึกร่างแล้ว")
    assert report_draft(cast.district_a.officer, duty, 1).typed["fields-text1"] == ["เขียนบนรถ"]

    page.route("**/draft", lambda route: route.abort())
    page.get_by_role("button", name="เพิ่มแถว").click()
    page.fill("[name=fields-table1-2-text1]", "แถวที่เพิ่ม")
    said(page, "ออฟไลน์อยู่")
    page.unroute("**/draft")
    page.reload()

    expect(page.locator("[name=fields-table1-2-text1]")).to_have_value("แถวที่เพิ่ม")
    expect(page.locator(WORDS)).to_have_value("เขียนบนรถ")
    said(page, "บันทึกร่างแล้ว")
    kept = report_draft(cast.district_a.officer, duty, 1).typed
    assert kept["fields-table1-2-text1"] == ["แถวที่เพิ่ม"]


def test_the_second_of_two_sees_what_the_first_has_and_decides(
    cast: Cast, sign_in: SignIn, duty: str
) -> None:
    first, second = sign_in(cast.district_a.officer), sign_in(cast.district_a.clerk)
    first.goto(f"/practice/{duty}")
    second.goto(f"/practice/{duty}")
    first.fill(WORDS, "ของเจ้าของเรื่อง")
    said(first, "บันทึกร่างแล้ว")

    second.fill(WORDS, "ของเสมียน")
    said(second, f"{cast.district_a.officer.name} บันทึกร่างนี้ไปก่อนแล้ว")
    expect(second.locator("[data-draft-theirs] li")).to_have_text("ข้อเสนอ: ของเจ้าของเรื่อง")
    expect(second.locator(WORDS)).to_have_value("ของเสมียน")
    assert report_draft(cast.district_a.clerk, duty, 1).typed["fields-text1"] == ["ของเจ้าของเรื่อง"]

    second.get_by_role("button", name="บันทึกของฉันแทน").click()
    said(second, "บันทึกร่างแล้ว")
    assert report_draft(cast.district_a.clerk, duty, 1).typed["fields-text1"] == ["ของเสมียน"]
