"""A clerk's day without a mouse: places, lists, forms, each by the keys that the page shows."""

import pytest
from playwright.sync_api import Page, Route, expect

from saraban.records import Letter, Receipt, RegisterEntry
from tests.browser.conftest import SignIn
from tests.cast import Cast
from tests.make import register, send
from tests.readings import INVITATION, bring_read, sample


def type_letter(page: Page, number: str, *, subject: str) -> None:
    """From the number to the subject, the cursor standing in the number."""
    expect(page.locator("[name=printed_number]")).to_be_focused()
    for text in (number, "๓ มิ.ย. ๒๕๖๕", "กรมส่งเสริมการปกครองท้องถิ่น", "ผู้ว่าราชการจังหวัดตาก"):
        page.keyboard.insert_text(text)
        page.keyboard.press("Tab")
    if page.locator("[name=sender_uid]").is_visible():
        page.keyboard.press("Tab")
    page.keyboard.insert_text(subject)


def test_two_letters_of_one_sender_are_registered_one_after_the_other(
    cast: Cast, sign_in: SignIn
) -> None:
    page = sign_in(cast.province.clerk)
    page.keyboard.press("n")
    type_letter(page, "มท ๐๘๐๑.๔/ว ๑๖๕๘", subject="การรายงาน")
    expect(page.locator("[name=sender_uid]")).to_be_visible()
    page.keyboard.press("F7")
    page.keyboard.press("F9")
    # On a Saturday the form also says that the letter comes in on no office day.
    told = page.locator("[role=status]").filter(has_text="ลงรับแล้ว เลข ๑")
    expect(told).to_be_visible()

    # The sender, the addressee and what was ticked are there; the number and the subject not.
    expect(page.locator("[name=printed_number]")).to_be_focused()
    expect(page.locator("[name=sender_uid]")).to_be_checked()
    page.keyboard.insert_text("มท ๐๘๐๑.๔/ว ๑๖๕๙")
    page.keyboard.press("Tab")
    page.keyboard.insert_text("๓ มิ.ย. ๒๕๖๕")
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.insert_text("การรายงานเพิ่มเติม")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/registered" in url)

    letters = Letter.select().order_by(Letter.id)
    assert [(one.printed_number, one.subject) for one in letters] == [
        ("มท ๐๘๐๑.๔/ว ๑๖๕๘", "การรายงาน"),
        ("มท ๐๘๐๑.๔/ว ๑๖๕๙", "การรายงานเพิ่มเติม"),
    ]
    assert {one.issuer_id for one in letters} == {cast.department.unit.id}


def test_a_sender_that_is_ticked_stays_ticked_when_a_late_answer_proposes_it_again(
    cast: Cast, sign_in: SignIn
) -> None:
    page = sign_in(cast.province.clerk)
    page.keyboard.press("n")
    expect(page.locator("[name=printed_number]")).to_be_focused()
    page.keyboard.insert_text("มท ๐๘๐๑.๔/ว ๑๖๕๘")
    page.keyboard.press("Tab")
    expect(page.locator("[name=sender_uid]")).to_be_visible()
    held: list[Route] = []
    page.route("**/letters/new/sender?*", lambda route: held.append(route))
    with page.expect_request("**/letters/new/sender?*"):
        page.keyboard.press("Tab")
        page.keyboard.insert_text("กรมส่งเสริมการปกครองท้องถิ่น")
        page.keyboard.press("Tab")

    page.keyboard.press("F7")
    page.evaluate(
        "document.querySelector('#sender').addEventListener("
        "'htmx:after:swap', (event) => { event.currentTarget.dataset.settled = 'yes'; })"
    )
    held[0].continue_()

    expect(page.locator("#sender[data-settled]")).to_have_count(1)
    expect(page.locator("[name=sender_uid]")).to_be_checked()


def test_a_delivered_letter_is_found_opened_and_received(cast: Cast, sign_in: SignIn) -> None:
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    page = sign_in(cast.district_a.clerk)

    page.keyboard.press("g")
    page.keyboard.press("l")
    page.wait_for_url(lambda url: url.endswith("/letters"))
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/letters/0" in url)
    page.keyboard.press(".")
    expect(page.locator("main")).to_contain_text("ลงรับแล้ว เลข ๑")

    assert Receipt.get().unit_id == cast.district_a.unit.id


def test_a_line_of_the_book_is_struck_through(cast: Cast, sign_in: SignIn) -> None:
    register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๑")
    page = sign_in(cast.province.clerk)
    page.goto("/registers/receive?year=2565")

    page.keyboard.press("j")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/void/" in url)
    page.locator("[name=reason]").focus()
    page.keyboard.insert_text("ลงผิดเล่ม")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/void/" not in url)

    assert RegisterEntry.get().void_reason == "ลงผิดเล่ม"


def test_the_keys_are_shown_where_they_work_and_listed_on_a_page_of_their_own(
    cast: Cast, sign_in: SignIn
) -> None:
    page = sign_in(cast.province.clerk)

    shown = page.locator(".primary-action [data-key=n]").evaluate(
        "button => getComputedStyle(button, '::after').content"
    )
    page.keyboard.press("?")

    assert '"n"' in shown
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


@pytest.mark.parametrize(
    "path", ["/", "/letters", "/registers/receive?year=2565", "/registers/gaps?year=2565", "/units"]
)
def test_every_list_is_walked_with_j_and_opened_with_enter(
    cast: Cast, sign_in: SignIn, path: str
) -> None:
    register(cast.province.clerk, printed_number="มท ๐๘๐๑.๔/ว ๑")
    send(cast.department.clerk, phrase="ผู้ว่าราชการจังหวัด ทุกจังหวัด")
    page = sign_in(cast.province.clerk)
    page.goto(path)

    page.keyboard.press("j")
    before = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)

    expect(page.locator("h1")).to_be_visible()


def test_a_missed_citation_is_added_while_reviewing(cast: Cast, sign_in: SignIn) -> None:
    uid = bring_read(cast.tao.clerk, sample(INVITATION))
    page = sign_in(cast.tao.clerk)
    page.goto(f"/intake/{uid}/0")
    expect(page.locator("html.with-keys")).to_be_attached()

    page.keyboard.press("F6")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.insert_text("หนังสืออำเภอดอยงาม ที่ ชม ๐๑๑๘/ว ๙๙")

    expect(page.locator("[name=missed-0-text]")).to_have_value("หนังสืออำเภอดอยงาม ที่ ชม ๐๑๑๘/ว ๙๙")
