"""A clerk prints the book, closes the day, and sends what is done with into storage."""

from threading import Event

import pytest
from playwright.sync_api import Page, expect

from saraban import clock
from saraban.jobs.export_maker import make_next
from saraban.records import DayClosing, Export, StorageList
from saraban.rules.closings import shown_code
from tests.books import long_book
from tests.browser.conftest import DESK, PHONE, SignIn
from tests.browser.test_main_path import follow, register
from tests.cast import Cast
from tests.paper.letters import HAS_FONTS, NO_FONTS

needs_fonts = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)


def fits(page: Page) -> bool:
    """Whether the page is no wider than its window."""
    page.wait_for_load_state()  # with its style sheets
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@needs_fonts
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_day_is_printed_closed_and_its_letters_stored(
    cast: Cast, sign_in: SignIn, viewport: dict[str, int], scripts: bool
) -> None:
    page = sign_in(cast.province.clerk, viewport=viewport, scripts=scripts)
    register(page, "มท ๐๘๐๑.๔/ว ๑๖๕๘")

    page.goto("/registers/receive")
    follow(page, "พิมพ์ทะเบียน")
    assert fits(page)
    with page.expect_download(timeout=60_000) as printed:
        page.get_by_role("button", name="จัดทำไฟล์").click()
    assert printed.value.suggested_filename.endswith(".pdf")

    page.goto("/registers/receive")
    follow(page, "ปิดทะเบียนประจำวัน")
    assert fits(page)
    page.get_by_role("button", name="ปิดทะเบียน ๑ บรรทัด").click()
    expect(page.locator("main")).to_contain_text("ตรงกับทะเบียนขณะนี้")
    expect(page.locator("main")).to_contain_text(shown_code(DayClosing.get().code))
    with page.expect_download(timeout=60_000) as signed:
        follow(page, "พิมพ์ใบปิดทะเบียน")
    assert signed.value.suggested_filename.startswith("ปิดทะเบียน")

    page.goto("/registers/receive")
    follow(page, "ส่งหนังสือเก็บ")
    assert fits(page)
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="จัดทำบัญชีส่งเก็บ").click()
    expect(page.locator("main")).to_contain_text("ถึงสิ้นปี")
    assert fits(page)
    assert StorageList.select().count() == 1


def test_a_long_book_is_waited_for_on_its_page_without_a_reload(
    cast: Cast, sign_in: SignIn
) -> None:
    long_book(cast.province.clerk, 1002, day=clock.today())
    page = sign_in(cast.province.clerk)
    page.goto("/registers/receive/paper")
    page.get_by_label("XLSX").check()
    page.keyboard.press("Tab")
    page.get_by_role("button", name="จัดทำไฟล์").press("Enter")
    expect(page.locator("#exports")).to_contain_text("รอจัดทำ")

    Export.update(state="making", rows_done=250).execute()
    expect(page.locator("#exports")).to_contain_text("บรรทัด ๒๕๐ จาก")
    Export.update(state="waiting").execute()
    make_next(worker="ก", stop=Event())

    expect(page.locator("#exports")).to_contain_text("พร้อมแล้ว")
    with page.expect_download() as ready:
        page.locator("#exports a").first.click()
    assert ready.value.suggested_filename.endswith(".xlsx")
