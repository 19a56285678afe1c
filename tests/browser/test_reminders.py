"""A branch is reminded by one press, with and without scripts, and each page fits a phone."""

import pytest
from playwright.sync_api import expect

from saraban.records import ChaseLine, Mail
from tests.browser.conftest import DESK, PHONE, SignIn
from tests.cast import Cast
from tests.chased import give_address, remind, sent_to_four


@pytest.mark.parametrize("scripts", [True, False])
def test_silent_units_are_reminded_from_the_letter(
    cast: Cast, sign_in: SignIn, scripts: bool
) -> None:
    give_address(cast.city.unit, "saraban@city.example", is_confirmed=False)
    letter = sent_to_four(cast)
    page = sign_in(cast.province.clerk, scripts=scripts)

    page.goto(f"/letters/{letter}")
    page.click(f"a[href='/letters/{letter}/chase']")
    expect(page.locator(".primary-action")).to_contain_text("ทางไปรษณีย์อิเล็กทรอนิกส์ ๐")
    page.check("#with_unconfirmed")
    page.click("button[value=look]")
    expect(page.locator(".primary-action")).to_contain_text("ทางไปรษณีย์อิเล็กทรอนิกส์ ๑")
    page.click("button[value=chase]")
    page.wait_for_url("**/chases/*")

    expect(page.locator("h1")).to_contain_text("เตือนแล้ว ๔ หน่วย")
    assert ChaseLine.select().count() == 4
    assert Mail.get().address == "saraban@city.example"


def test_a_mail_that_waits_is_called_off(cast: Cast, sign_in: SignIn) -> None:
    give_address(cast.city.unit, "saraban@city.example")
    remind(cast, sent_to_four(cast))
    page = sign_in(cast.province.clerk)

    page.goto("/mails")
    page.get_by_role("button", name="ไม่ส่ง").click()

    expect(page.locator("main table")).to_contain_text("ไม่ส่งแล้ว")
    assert Mail.get().state == "cancelled"


@pytest.mark.parametrize("viewport", [DESK, PHONE])
def test_no_page_is_wider_than_its_screen(
    cast: Cast, sign_in: SignIn, viewport: dict[str, int]
) -> None:
    give_address(cast.city.unit, "saraban@city.example")
    letter = sent_to_four(cast)
    done = remind(cast, letter)
    page = sign_in(cast.province.clerk, viewport=viewport)

    for place in (
        f"/letters/{letter}/chase", f"/chases/{done.uid}", "/mails", f"/letters/{letter}/dossier",
    ):  # fmt: skip
        page.goto(place)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
