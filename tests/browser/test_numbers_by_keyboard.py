"""Numbers reserved, used, explained by keyboard alone; each page fits a phone."""

import pytest
from playwright.sync_api import Page, expect

from saraban import clock
from saraban.desk.registration import Arrival
from saraban.records import Letter, RegisterEntry
from saraban.thai.dates import format_medium
from tests.browser.conftest import PHONE, SignIn
from tests.cast import Cast
from tests.make import register


def type_into(page: Page, field: str, text: str) -> None:
    """Tab forward until the field has the focus, then type over what it holds."""
    for _ in range(60):
        if page.evaluate("document.activeElement.name") == field:
            page.keyboard.press("Control+a")
            page.keyboard.type(text)
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no tab leads to {field}")


def test_a_number_is_reserved_and_used_without_a_mouse(cast: Cast, sign_in: SignIn) -> None:
    page = sign_in(cast.province.clerk)
    page.goto("/registers/circular/holes")
    page.keyboard.press(".")
    page.wait_for_url("**/reserve")
    type_into(page, "count", "๒")
    type_into(page, "owner_text", "กลุ่มงานการเงิน")
    type_into(page, "reason", "ประชุมนอกเวลา")
    page.keyboard.press("Enter")
    page.wait_for_url("**/holes")
    expect(page.locator("main")).to_contain_text("จองแล้ว เลข ๑–๒")

    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/letters/send?reserved=*")
    type_into(page, "subject", "ขอเชิญประชุม")
    type_into(page, "addressees", "นายอำเภอทุกอำเภอ")
    expect(page.locator("#last-press")).to_contain_text("ใช้เลขที่จองไว้ ๑")
    page.keyboard.press("Escape")
    # What is typed is looked up and the last press drawn anew: the button that had the focus goes.
    page.wait_for_load_state("networkidle")
    page.locator("main button[data-key='.']").press("Enter")
    page.wait_for_url("**/sent")

    assert Letter.get().printed_number == "ตก ๐๐๒๓.๓/ว ๑"
    assert [line.letter_id is None for line in RegisterEntry.select()] == [False, True]


def test_a_missing_number_is_entered_from_paper_without_a_mouse(
    cast: Cast, sign_in: SignIn
) -> None:
    register(cast.province.clerk, at=clock.now(), arrival=Arrival(clock.today(), paper_number=2))
    page = sign_in(cast.province.clerk)
    page.goto("/registers/receive/holes")

    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/given-on-paper?number=1")
    type_into(page, "received_on", format_medium(clock.today()))
    type_into(page, "issuer_text", "สำนักงานปลัดกระทรวง")
    type_into(page, "subject", "การจัดกิจกรรม")
    page.keyboard.press("Enter")
    page.wait_for_url("**/holes?year=*")

    expect(page.locator("main")).to_contain_text("✓ ทุกเลขมีคำอธิบาย")
    assert sorted(line.number for line in RegisterEntry.select()) == [1, 2]


@pytest.mark.parametrize(
    "path",
    [
        "/registers/receive",
        "/registers/receive/holes",
        "/registers/send/reserve",
        "/registers/send/given-on-paper",
        "/books",
        "/holidays",
    ],
)
def test_no_page_of_numbers_is_wider_than_a_phone(cast: Cast, sign_in: SignIn, path: str) -> None:
    register(cast.province.clerk, at=clock.now(), arrival=Arrival(clock.today(), paper_number=2))
    page = sign_in(cast.province.clerk, viewport=PHONE)

    page.goto(path)

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
