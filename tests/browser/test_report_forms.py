"""A report form is built and looked at on a phone, with scripts and without."""

import pytest
from playwright.sync_api import expect

from saraban.queries.report_forms import report_form
from saraban.records import ReportForm
from tests.browser.conftest import PHONE, SignIn
from tests.cast import Cast


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_form_is_built_and_looked_at_on_a_phone(
    cast: Cast, sign_in: SignIn, scripts: bool
) -> None:
    page = sign_in(cast.province.officer, viewport=PHONE, scripts=scripts)
    page.goto("/report-forms")
    page.get_by_label("รายงานผลการจัดกิจกรรม").check()
    page.get_by_role("button", name="สร้างแบบ").click()
    expect(page.locator("#preview legend").first).to_have_text("รายงานผลการจัดกิจกรรม")

    page.get_by_role("button", name="ตาราง", exact=True).click()
    page.wait_for_url("**field=table1**")
    page.locator("#table1-label").fill("แยกตามหมู่บ้าน")
    if scripts:
        # Leaving the field keeps it, and the preview shows it beside.
        page.locator("#table1-help").focus()
    else:
        page.locator("#field-table1").get_by_role("button", name="บันทึก").click()
    expect(page.locator("#preview .report-table > legend")).to_contain_text("แยกตามหมู่บ้าน")
    page.locator("#field-table1").get_by_role("button", name="เลื่อนขึ้น").click()
    expect(page.locator(".built").last.locator("summary")).to_contain_text("คลิปสั้น")

    uid = ReportForm.get().uid
    card = report_form(cast.province.officer, uid)
    assert [field.key for field in card.definition.fields][-2:] == ["table1", "clips1"]
    preview = page.locator("#preview").bounding_box()
    assert preview is not None
    assert preview["width"] <= PHONE["width"]
    width = page.evaluate("document.documentElement.scrollWidth") if scripts else 0
    assert width <= PHONE["width"]
