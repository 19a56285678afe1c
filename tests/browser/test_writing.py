"""A letter written by clicks: beside its paper, offered, returned, approved, numbered, checked."""

import pytest
from playwright.sync_api import Page, expect

from saraban.records import Draft, DraftVersion, LetterFile
from tests.browser.conftest import DESK, PHONE, SignIn
from tests.cast import Cast

pytestmark = pytest.mark.browser
LONG_ENOUGH = 30_000  # the first letter starts the child that prints


def write_on(page: Page) -> None:
    page.fill("[name=subject]", "ขอความร่วมมือสำรวจป้ายเตือนน้ำหลาก")
    page.fill("[name=addressee_text]", "นายอำเภอ ทุกอำเภอ")
    page.fill("[name=cause]", "ด้วยจังหวัดได้ติดตั้งป้ายเตือนน้ำหลากไว้ที่ท่าน้ำทุกแห่ง")
    page.fill("[name=purpose]", "จังหวัดจึงขอให้ดำเนินการ ดังนี้")
    page.fill("[name=points-0-asks]", "สำรวจป้ายทุกแห่ง")
    page.fill("[name=conclusion]", "จึงเรียนมาเพื่อพิจารณาดำเนินการ")


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_letter_is_written_signed_off_and_numbered(
    cast: Cast, sign_in: SignIn, viewport: dict[str, int], scripts: bool
) -> None:
    def enter(actor: object) -> Page:
        page = sign_in(actor, viewport=viewport, scripts=scripts)
        page.set_default_timeout(LONG_ENOUGH)
        return page

    officer = enter(cast.province.officer)
    officer.goto("/drafts")
    officer.get_by_role("button", name="ร่างหนังสือ").click()
    write_on(officer)
    officer.get_by_role("button", name="บันทึกร่าง").click()
    expect(officer.locator("main")).to_contain_text("บันทึกเป็นฉบับที่ ๑ แล้ว", timeout=LONG_ENOUGH)
    expect(officer.locator("img.paper-page")).to_have_count(1)
    officer.get_by_role("button", name="เสนอลงนาม").click()
    expect(officer.locator("main")).to_contain_text("เสนอลงนามแล้ว", timeout=LONG_ENOUGH)

    executive = enter(cast.province.executive)
    executive.goto("/drafts")
    executive.get_by_role("link", name="ขอความร่วมมือสำรวจป้ายเตือนน้ำหลาก").click()
    expect(executive.locator("img.paper-page")).to_have_count(1)
    executive.get_by_role("button", name="เห็นชอบ ลงนามได้").click()
    expect(executive.locator("main")).to_contain_text("เห็นชอบแล้ว", timeout=LONG_ENOUGH)

    clerk = enter(cast.province.clerk)
    clerk.goto(f"/drafts/{Draft.get().uid}/issue")
    expect(clerk.locator("#last-press")).to_contain_text("ส่งถึง ๒ หน่วย")
    clerk.locator("#last-press button").click()
    expect(clerk.locator("main")).to_contain_text("จัดหน้าเป็น PDF", timeout=LONG_ENOUGH)
    assert LetterFile.select().count() == 1
    width = clerk.evaluate("document.documentElement.scrollWidth") if scripts else 0
    assert width <= viewport["width"]


def test_the_paper_follows_what_is_typed(cast: Cast, sign_in: SignIn) -> None:
    page = sign_in(cast.province.officer)
    page.set_default_timeout(LONG_ENOUGH)
    page.goto("/drafts/new")
    before = page.locator("img.paper-page").first.get_attribute("src")

    page.locator("[name=subject]").press_sequentially("เรื่องที่พิมพ์อยู่")

    expect(page.locator("img.paper-page").first).not_to_have_attribute(
        "src", str(before), timeout=LONG_ENOUGH
    )
    assert Draft.select().count() == 0


def test_a_draft_is_written_and_saved_with_the_keyboard_alone(cast: Cast, sign_in: SignIn) -> None:
    page = sign_in(cast.province.officer)
    page.set_default_timeout(LONG_ENOUGH)
    page.keyboard.press("g")
    page.keyboard.press("w")
    page.wait_for_url("**/drafts")
    page.keyboard.press(".")
    page.wait_for_url("**/drafts/new")

    page.locator("[name=subject]").focus()
    page.keyboard.type("พิมพ์ด้วยแป้นล้วน")
    page.keyboard.press("Escape")
    page.keyboard.press(".")

    expect(page.locator("main")).to_contain_text("บันทึกเป็นฉบับที่ ๑ แล้ว", timeout=LONG_ENOUGH)
    assert Draft.get().subject == "พิมพ์ด้วยแป้นล้วน"


def test_two_who_save_at_once_lose_nothing(cast: Cast, sign_in: SignIn) -> None:
    first = sign_in(cast.province.officer)
    first.set_default_timeout(LONG_ENOUGH)
    first.goto("/drafts/new")
    write_on(first)
    first.get_by_role("button", name="บันทึกร่าง").click()
    first.wait_for_url("**/drafts/0*")
    second = sign_in(cast.province.clerk)
    second.set_default_timeout(LONG_ENOUGH)
    second.goto(f"/drafts/{Draft.get().uid}")
    first.fill("[name=subject]", "ของเจ้าของเรื่อง")
    second.fill("[name=subject]", "ของเสมียน")

    first.get_by_role("button", name="บันทึกร่าง").click()
    expect(first.locator("main")).to_contain_text("บันทึกเป็นฉบับที่ ๒ แล้ว", timeout=LONG_ENOUGH)
    second.get_by_role("button", name="บันทึกร่าง").click()

    expect(second.locator("#error-summary")).to_contain_text("ไปก่อนแล้ว", timeout=LONG_ENOUGH)
    expect(second.locator(".differences")).to_contain_text("ของเจ้าของเรื่อง")
    expect(second.locator("[name=subject]")).to_have_value("ของเสมียน")
    second.get_by_role("button", name="บันทึกร่าง").click()
    expect(second.locator("main")).to_contain_text("บันทึกเป็นฉบับที่ ๓ แล้ว", timeout=LONG_ENOUGH)
    assert DraftVersion.select().count() == 3
