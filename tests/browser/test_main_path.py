"""One circular by clicks: registered, re-issued, received, acknowledged, reported, audited."""

import pytest
from playwright.sync_api import Page, expect

from saraban import clock
from saraban.records import Delivery, Letter, Receipt, RegisterEntry
from saraban.thai.dates import format_medium
from tests.browser.conftest import DESK, PHONE, SignIn
from tests.cast import Cast


def register(page: Page, number: str) -> None:
    """The clerk types the columns of Form 13 and presses Enter."""
    page.goto("/letters/new")
    page.fill("[name=printed_number]", number)
    page.fill("[name=dated_on]", "๓ มิ.ย. ๒๕๖๕")
    page.fill("[name=issuer_text]", "กรมส่งเสริมการปกครองท้องถิ่น")
    page.fill("[name=addressee_text]", "ผู้ว่าราชการจังหวัด ทุกจังหวัด")
    page.fill("[name=subject]", "การรายงานกิจกรรมปลูกต้นไม้")
    page.fill("[name=received_on]", format_medium(clock.today()))
    page.press("[name=received_on]", "Enter")
    page.wait_for_url(lambda url: not url.endswith("/letters/new"))


def follow(page: Page, words: str) -> None:
    """Press the link that says so, whether it looks like a link or like a button."""
    page.locator("main a", has_text=words).first.click()


def letter_page(page: Page, number: str) -> str:
    """Search for the letter's number and open it; its address."""
    page.goto("/")
    page.fill("header [name=q]", number)
    page.press("header [name=q]", "Enter")
    page.locator("main").get_by_role("link", name=number).first.click()
    page.wait_for_url(lambda url: "/letters/0" in url)
    return page.url


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_circular_goes_down_and_its_report_comes_up(
    cast: Cast, sign_in: SignIn, viewport: dict[str, int], scripts: bool
) -> None:
    def enter(actor: object) -> Page:
        return sign_in(actor, viewport=viewport, scripts=scripts)

    # The province registers what came by post, and passes it on under a number of its own.
    province = enter(cast.province.clerk)
    register(province, "มท ๐๘๐๑.๔/ว ๑๖๕๘")
    letter_page(province, "มท ๐๘๐๑.๔/ว ๑๖๕๘")
    follow(province, "เวียนต่อ")
    province.wait_for_url("**/reissue")
    province.wait_for_load_state()  # what is typed before the scripts are there asks for nothing
    province.fill("[name=addressees]", "นายอำเภอทุกอำเภอ และนายกเทศมนตรีนครแม่สอด")
    province.fill("[name=relay_phrase]", "เทศบาลตำบลและองค์การบริหารส่วนตำบล")
    province.fill("[name=points-0-asks]", "รายงานผลพร้อมภาพถ่าย")
    if not scripts:
        province.get_by_role("button", name="ดูหน่วยผู้รับ").first.click()
    expect(province.locator("#recipients")).to_contain_text("อำเภอแม่สอด")
    province.locator("main button[data-key='.']").click()
    province.wait_for_url(lambda url: url.endswith("/sent"))
    passed_on = Letter.get(Letter.is_issued_here)
    assert passed_on.printed_number == "ตก ๐๐๒๓.๓/ว ๑"
    assert Delivery.select().where(Delivery.letter == passed_on).count() == 3

    # A district finds it on its desk, registers it, and passes it on.
    district = enter(cast.district_b.clerk)
    expect(district.locator("main")).to_contain_text("ตก ๐๐๒๓.๓/ว ๑")
    letter_page(district, "ตก ๐๐๒๓.๓/ว ๑")
    district.get_by_role("button", name="ลงรับ").first.click()
    expect(district.locator("main")).to_contain_text("อำเภอแม่สอด")
    assert Receipt.select().where(Receipt.unit == cast.district_b.unit).count() == 1
    letter_page(district, "ตก ๐๐๒๓.๓/ว ๑")
    follow(district, "เวียนต่อ")
    district.fill("[name=addressees]", "นายกองค์การบริหารส่วนตำบล ทุกแห่ง")
    district.fill("[name=points-0-asks]", "รายงานผลพร้อมภาพถ่าย")
    if not scripts:
        district.get_by_role("button", name="ดูหน่วยผู้รับ").first.click()
    expect(district.locator("#recipients")).to_contain_text("องค์การบริหารส่วนตำบลตัวอย่าง")
    district.locator("main button[data-key='.']").click()
    district.wait_for_url(lambda url: url.endswith("/sent"))

    # The local body acknowledges and reports.
    local = enter(cast.tao.officer)
    letter = letter_page(local, "ตก ๐๖๑๘/ว ๑")
    local.get_by_role("button", name="รับทราบ").first.click()
    expect(local.locator("main")).to_contain_text("รับทราบ")
    assert Delivery.get(Delivery.to_unit == cast.tao.unit).acknowledged_at is not None
    local.goto(letter)
    follow(local, "รายงานผล")
    local.get_by_label("รายงานผล").first.check()
    local.fill("[name=text]", "ปลูกต้นไม้ ๒๐๐ ต้น")
    local.get_by_role("button", name="ส่งรายงาน").click()
    expect(local.locator("main")).to_contain_text("ปลูกต้นไม้ ๒๐๐ ต้น")

    # The auditor reads the tree: where it is, where it never came.
    auditor = enter(cast.auditor)
    letter_page(auditor, "ตก ๐๐๒๓.๓/ว ๑")
    follow(auditor, "ดูสายเวียน")
    expect(auditor.locator("main")).to_contain_text("อบต.ตัวอย่าง")
    expect(auditor.locator("main")).to_contain_text("รายงานแล้ว")


def test_registering_the_next_letter_keeps_sender_and_date(cast: Cast, sign_in: SignIn) -> None:
    page = sign_in(cast.province.clerk)
    register(page, "มท ๐๘๐๑.๔/ว ๑๖๕๘")

    follow(page, "ลงรับฉบับต่อไป")

    expect(page.locator("[name=issuer_text]")).to_have_value("กรมส่งเสริมการปกครองท้องถิ่น")
    expect(page.locator("[name=printed_number]")).to_have_value("")


def test_an_error_stands_beside_its_field_and_keeps_what_was_typed(
    cast: Cast, sign_in: SignIn
) -> None:
    page = sign_in(cast.province.clerk)
    page.goto("/letters/new")
    page.fill("[name=dated_on]", "31 มิ.ย. 2565")
    page.fill("[name=subject]", "เรื่องที่พิมพ์ไว้")
    page.press("[name=subject]", "Enter")

    expect(page.locator("main")).to_contain_text("ไม่มีวันที่ “31 มิ.ย. 2565” ในปฏิทิน")
    expect(page.locator("[name=subject]")).to_have_value("เรื่องที่พิมพ์ไว้")
    expect(page.locator("[name=dated_on]")).to_have_attribute("aria-invalid", "true")
    assert RegisterEntry.select().count() == 0


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/letters",
        "/letters/new",
        "/letters/send",
        "/registers/receive",
        "/cascades",
        "/units",
    ],
)
def test_nothing_is_wider_than_a_phone(cast: Cast, sign_in: SignIn, path: str) -> None:
    page = sign_in(cast.province.clerk, viewport=PHONE)
    register(page, "มท ๐๘๐๑.๔/ว ๑๖๕๘")

    page.goto(path)

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_clerk_needs_no_mouse(cast: Cast, sign_in: SignIn) -> None:
    page = sign_in(cast.province.clerk)
    register(page, "มท ๐๘๐๑.๔/ว ๑๖๕๘")

    page.goto("/letters")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/letters/0" in url)
    page.keyboard.press("/")

    expect(page.locator("header [name=q]")).to_be_focused()
