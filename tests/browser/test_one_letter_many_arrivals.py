"""One letter that came by several ways: noted while registering, merged by one key, on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from saraban import clock
from saraban.desk.arrivals import Coming, note_arrival
from saraban.desk.registration import Arrival
from saraban.records import Letter, LetterArrival, LetterMerge, Receipt
from saraban.thai.dates import format_medium
from tests.browser.conftest import PHONE, SignIn
from tests.cast import Cast
from tests.make import register, send


@pytest.fixture
def pair(cast: Cast) -> tuple[str, str]:
    """Today's circular of the province as a district got it: on paper, then in the system."""
    now = clock.now()
    paper = register(
        cast.district_a.clerk,
        at=now,
        dated_on=now.date(),
        printed_number="ตก ๐๐๒๓.๓/ว ๑",
        issuer_text="จังหวัดตาก",
        subject="การจัดกิจกรรมปลูกต้นไม้",
        arrival=Arrival(now.date(), channel="paper"),
    )
    sent = send(cast.province.clerk, at=now, dated_on=now.date(), phrase="นายอำเภอทุกอำเภอ")
    return paper.letter_uid, sent.letter_uid


def test_a_letter_that_comes_again_while_registering_is_noted_and_the_pile_goes_on(
    cast: Cast, sign_in: SignIn
) -> None:
    now = clock.now()
    register(cast.district_a.clerk, at=now, dated_on=now.date(), arrival=Arrival(now.date()))
    page = sign_in(cast.district_a.clerk)
    page.goto("/letters/new")
    page.get_by_label("ที่", exact=True).fill("มท ๐๒๑๑/ว ๙๙")
    page.get_by_label("ลงวันที่").fill(format_medium(now.date()))
    page.get_by_label("จาก").fill("สำนักงานปลัดกระทรวง")
    page.get_by_label("เรื่อง").fill("การจัดกิจกรรมปลูกต้นไม้ประจำปี")
    page.get_by_label("ทางที่มา").select_option("line")
    page.keyboard.press("F9")
    expect(page.get_by_label("จดว่ามาถึงอีกทาง ไม่ออกเลขใหม่")).to_be_checked()
    page.wait_for_load_state()  # keys do nothing before the scripts are there

    page.keyboard.press("F9")

    expect(page.get_by_role("status")).to_contain_text("จดไว้แล้วว่ามาถึงอีกทาง")
    expect(page).to_have_url(re.compile("/letters/new"))
    assert (Receipt.select().count(), LetterArrival.get().channel) == (1, "line")


def test_the_letter_that_came_on_paper_before_is_merged_by_one_key(
    cast: Cast, sign_in: SignIn, pair: tuple[str, str]
) -> None:
    page = sign_in(cast.district_a.clerk)
    page.goto(f"/letters/{pair[1]}")
    expect(page.get_by_role("heading", name="เป็นฉบับเดียวกันหรือไม่")).to_be_visible()

    page.keyboard.press("F8")

    expect(page.get_by_role("heading", name="ฉบับที่รวมไว้ด้วยกัน")).to_be_visible()
    expect(page.locator("main")).to_contain_text("๒ ทาง")
    assert LetterMerge.get().undone_at is None


def test_a_merge_is_taken_apart_from_the_page(
    cast: Cast, sign_in: SignIn, pair: tuple[str, str]
) -> None:
    page = sign_in(cast.district_a.clerk)
    page.goto(f"/letters/{pair[1]}")
    page.keyboard.press("F8")
    page.get_by_text("แยกกลับ", exact=True).click()
    page.get_by_label("เหตุผล").filter(visible=True).fill("คนละฉบับ")

    page.get_by_role("button", name="แยกเป็นสองฉบับ").click()

    expect(page.locator("main")).to_contain_text("แยกกลับโดย")
    expect(page.get_by_role("button", name="ลงรับ", exact=True)).to_be_visible()


@pytest.mark.parametrize("place", ["/", "/letters/{letter}"])
def test_the_offers_and_arrivals_fit_a_phone(
    cast: Cast, sign_in: SignIn, pair: tuple[str, str], place: str
) -> None:
    today = clock.today()
    coming = Coming(today, channel="line", came_from="กลุ่มไลน์ปลัดอำเภอและท้องถิ่นอำเภอจังหวัดตาก")
    note_arrival(actor=cast.district_a.clerk, at=clock.now(), letter_uid=pair[1], coming=coming)
    page = sign_in(cast.district_a.clerk, viewport=PHONE)

    page.goto(place.format(letter=pair[1]))

    expect(page.get_by_role("button", name="ได้รับทางกระดาษแล้ว").first).to_be_visible()
    assert wider_than_the_screen(page) == 0
    assert Letter.select().count() == 2


def wider_than_the_screen(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
