"""A report from a phone: filled, photographed, cut off, sent; returned, sent again, accepted."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from saraban.desk.report_forms import begin_form, publish_form
from saraban.records import ExpectedReport, ReportAnswer, ReportFormVersion
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.report_form_examples import EVENT_REPORT
from tests.browser.conftest import PHONE, SignIn
from tests.cast import Cast
from tests.make import at, send
from tests.owed import owe
from tests.paper.clips import photo


@pytest.fixture
def duty(cast: Cast) -> str:
    uid = begin_form(actor=cast.province.officer, at=at(), definition=EVENT_REPORT)
    publish_form(actor=cast.province.officer, at=at(), form_uid=uid, based_on=1)
    letter = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid
    return owe(
        cast.province.officer, [cast.district_a.officer], letter, needs_review=True,
        form_version=ReportFormVersion.get().id,
    )  # fmt: skip


def state() -> ExpectedState:
    return ExpectedState(ExpectedReport.get().state)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_a_report_goes_from_a_phone_to_the_keeper_and_back_and_is_accepted(
    cast: Cast, sign_in: SignIn, duty: str, tmp_path: Path
) -> None:
    paths = [tmp_path / "ก่อน.jpg", tmp_path / "หลัง.jpg"]
    for path, size in zip(paths, ((640, 480), (480, 640)), strict=True):
        path.write_bytes(photo("JPEG", size=size))
    phone = sign_in(cast.district_a.officer, viewport=PHONE)
    phone.goto(f"/duties/{duty}/1/answer")
    cuts: list[str] = []

    def cut_the_first(route: Route) -> None:
        if route.request.method == "PATCH" and not cuts:
            cuts.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    phone.route("**/uploads/*", cut_the_first)
    phone.fill("[name=text1]", "ปลูกป่าชายน้ำ")
    phone.fill("[name=date1]", "๑๕ มิ.ย. ๒๕๖๕")
    phone.fill("[name=text2]", "หมู่ ๔")
    phone.fill("[name=number1]", "๑๒๐")
    phone.set_input_files("#photos1 input[multiple]", paths)
    expect(phone.locator("#photos1 [data-piece]")).to_have_count(2)
    assert cuts
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    press(phone, "ส่งคำตอบ")
    expect(phone.locator("#version-1")).to_contain_text("ปลูกป่าชายน้ำ")
    expect(phone.locator("#version-1 .evidence-list img")).to_have_count(2)
    assert state() is ExpectedState.SUBMITTED

    keeper = sign_in(cast.province.officer)
    keeper.goto(f"/duties/{duty}/1/units/{cast.district_a.unit.uid}")
    keeper.get_by_text("ส่งคืนให้แก้").click()
    keeper.fill("[name=why-number1]", "ยังไม่นับเจ้าหน้าที่")
    press(keeper, "ส่งคืน")
    expect(keeper.locator("#version-1 .review-word")).to_contain_text("ยังไม่นับเจ้าหน้าที่")
    assert state() is ExpectedState.RETURNED

    phone.goto(f"/duties/{duty}/1/answer")
    expect(phone.locator(".review-word").first).to_contain_text("ยังไม่นับเจ้าหน้าที่")
    expect(phone.locator("[name=text1]")).to_have_value("ปลูกป่าชายน้ำ")
    expect(phone.locator("#photos1 [data-piece]")).to_have_count(2)
    phone.fill("[name=number1]", "๑๓๕")
    press(phone, "ส่งคำตอบ")
    expect(phone.locator("#version-2")).to_contain_text("๑๓๕ คน")

    keeper.reload()
    expect(keeper.locator("#version-1")).to_contain_text("๑๒๐ คน")
    keeper.get_by_text("แก้จากฉบับก่อน ๑ แห่ง").click()
    expect(keeper.locator("#version-2 .version-changes del")).to_have_text("๑๒๐ คน")
    expect(keeper.locator("#version-2 .version-changes ins")).to_have_text("๑๓๕ คน")
    press(keeper, "รับรองรายงาน")
    expect(keeper.locator("#version-2 .review-word")).to_contain_text("รับรองแล้ว")
    assert state() is ExpectedState.ACCEPTED
    assert ReportAnswer.select().count() == 2
