"""An executive decides letter after letter: by keys alone, with a thumb, and without scripts."""

import pytest
from playwright.sync_api import Page, expect

from saraban.desk.endorsement import Assignment, DeskNamed, endorse
from saraban.desk.endorsing_habits import OrderOffered, add_usual_order
from saraban.records import Delivery, Endorsement, OrderedDesk
from tests.browser.conftest import DESK, PHONE, SignIn
from tests.cast import Cast
from tests.make import at, register


@pytest.fixture
def letters(cast: Cast) -> list[str]:
    """Three letters that the province's clerk has proposed, and two usual orders."""
    add_usual_order(actor=cast.province.clerk, at=at(), offered=OrderOffered("ทราบ"))
    add_usual_order(
        actor=cast.province.clerk,
        at=at(),
        offered=OrderOffered("มอบ สถจ. ดำเนินการ", cast.local_office.unit.uid, 7),
    )
    found = []
    for number in (1, 2, 3):
        letter = register(
            cast.province.clerk,
            printed_number=f"มท ๐๒๑๑/ว {number}",
            subject=f"การซ้อมแผนครั้งที่ {number}",
        ).letter_uid
        endorse(
            actor=cast.province.clerk,
            at=at(),
            letter_uid=letter,
            kind="propose",
            text=f"เห็นควรมอบ สถจ. เรื่องที่ {number}",
            assignment=Assignment(DeskNamed(cast.local_office.unit.uid)),
        )
        found.append(letter)
    return found


def orders() -> list[str]:
    rows = Endorsement.select().where(Endorsement.kind == "order").order_by(Endorsement.id)
    return [row.text for row in rows]


def stands_at(page: Page, letter: str) -> None:
    page.wait_for_url(lambda url: url.endswith(f"/executive/{letter}"))


def test_an_executive_needs_no_mouse(cast: Cast, sign_in: SignIn, letters: list[str]) -> None:
    page = sign_in(cast.province.executive)

    page.keyboard.press("g")
    page.keyboard.press("o")
    stands_at(page, letters[0])
    expect(page.locator(".proposal")).to_contain_text("เรื่องที่ 1")
    page.keyboard.press("2")
    stands_at(page, letters[1])
    page.keyboard.press("s")
    stands_at(page, letters[2])
    page.keyboard.press("w")
    page.keyboard.type("เร่งด้วย 1")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    stands_at(page, letters[1])
    page.keyboard.press("w")
    page.keyboard.type("ให้ชะลอไว้ก่อน")
    page.keyboard.press("Escape")
    page.keyboard.press(".")

    expect(page.locator("main")).to_contain_text("ไม่มีหนังสือรอสั่งการ")
    assert orders() == ["มอบ สถจ. ดำเนินการ", "เห็นชอบตามเสนอ\nเร่งด้วย 1", "ให้ชะลอไว้ก่อน"]
    assert Delivery.select().where(Delivery.to_unit == cast.local_office.unit).count() == 2


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_one_press_of_a_thumb_is_an_order(
    cast: Cast, sign_in: SignIn, letters: list[str], viewport: dict[str, int], scripts: bool
) -> None:
    page = sign_in(cast.province.executive, viewport=viewport, scripts=scripts)
    page.goto("/executive")

    page.get_by_role("button", name="มอบ สถจ. ดำเนินการ").click()

    stands_at(page, letters[1])
    expect(page.locator("main")).to_contain_text("สั่งการแล้ว: มอบ สถจ. ดำเนินการ")
    assert OrderedDesk.select().where(OrderedDesk.is_responsible).count() == 4
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    key = page.get_by_role("button", name="ทราบ").bounding_box()
    assert key is not None
    assert key["height"] >= 44


def test_typing_a_digit_in_the_line_orders_nothing(
    cast: Cast, sign_in: SignIn, letters: list[str]
) -> None:
    page = sign_in(cast.province.executive)
    page.goto("/executive")

    page.fill("[name=text]", "ข้อ ")
    page.press("[name=text]", "1")

    expect(page.locator("[name=text]")).to_have_value("ข้อ 1")
    assert orders() == []


@pytest.mark.parametrize("path", ["/notes", "", "/settings/orders", "/settings/acting"])
def test_no_page_of_notes_is_wider_than_a_phone(
    cast: Cast, sign_in: SignIn, letters: list[str], path: str
) -> None:
    page = sign_in(cast.province.executive, viewport=PHONE)

    page.goto(path if path.startswith("/settings") else f"/letters/{letters[0]}{path}")

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_clerk_proposes_and_the_desk_does_it(cast: Cast, sign_in: SignIn) -> None:
    letter = register(cast.province.clerk).letter_uid
    clerk = sign_in(cast.province.clerk)
    clerk.goto(f"/letters/{letter}")
    clerk.get_by_role("button", name="เกษียณและสั่งการ").or_(
        clerk.get_by_role("link", name="เกษียณและสั่งการ")
    ).first.click()
    clerk.fill("[name=text]", "เห็นควรมอบ สถจ.")
    clerk.select_option("[name=responsible]", f"unit:{cast.local_office.unit.uid}")
    clerk.get_by_role("button", name="เสนอ", exact=True).click()
    expect(clerk.locator(".notes")).to_contain_text("เห็นควรมอบ สถจ.")

    executive = sign_in(cast.province.executive)
    executive.goto("/executive")
    executive.get_by_role("button", name="เห็นชอบตามเสนอ").click()
    expect(executive.locator("main")).to_contain_text("ไม่มีหนังสือรอสั่งการ")

    office = sign_in(cast.local_office.officer)
    expect(office.locator("main")).to_contain_text("ได้รับคำสั่ง")
    office.locator("section[aria-labelledby=ordered] a").first.click()
    office.fill("[name=words]", "แจ้งครบแล้ว")
    office.get_by_role("button", name="บันทึกว่าดำเนินการแล้ว").click()

    expect(office.locator(".notes")).to_contain_text("แจ้งครบแล้ว")
    assert OrderedDesk.get(OrderedDesk.done_at.is_null(False)).done_words == "แจ้งครบแล้ว"
