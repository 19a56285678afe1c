"""A cover sheet is printed, its QR read, and the letter acknowledged on a phone without account."""

import io
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from saraban import clock
from saraban.paper.qr import codes_in
from saraban.records import Delivery, Unit
from tests.browser.conftest import PHONE, SignIn
from tests.cast import Cast
from tests.make import send


def send_today(cast: Cast, subject: str = "ปลูกต้นไม้") -> str:
    return send(
        cast.province.clerk,
        phrase="นายอำเภอทุกอำเภอ",
        at=clock.now(),
        dated_on=clock.today(),
        subject=subject,
        body="ขอให้ทุกอำเภอปลูกต้นไม้ อย่างน้อยแห่งละ ๑๐๐ ต้น",
    ).letter_uid


def text_of_qr(pdf: Path) -> str:
    """What the one QR on a PDF's first page says, seen as a scanner would."""
    drawn = subprocess.run(
        ["pdftoppm", "-r", "150", "-png", "-singlefile", str(pdf)], capture_output=True, check=True
    ).stdout
    (code,) = codes_in(np.asarray(Image.open(io.BytesIO(drawn)).convert("L")))
    return code.text


def no_wider_than_the_screen(page: Page) -> bool:
    page.wait_for_load_state()  # the words stand there before the styles do
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def test_a_unit_without_account_acknowledges_over_the_qr_of_its_cover_sheet(
    cast: Cast, sign_in: SignIn, chromium: Browser, address: str
) -> None:
    Unit.update(joined_at=None).where(Unit.id == cast.district_b.unit.id).execute()
    letter = send_today(cast)
    page = sign_in(cast.province.clerk)
    page.goto(f"/letters/{letter}/deliveries?which=outside")
    page.check(f"#unit-{cast.district_b.unit.uid}")
    page.click("summary:has-text('ใบปะหน้า')")
    with page.expect_download() as printed:
        page.click("text=พิมพ์ใบปะหน้า")
    read = text_of_qr(printed.value.path())

    # A phone that follows the QR, without scripts; the server answers the capitals of a QR.
    phone = chromium.new_context(base_url=address, viewport=PHONE, java_script_enabled=False)
    there = phone.new_page()
    there.goto(urlsplit(read).path)
    expect(there.locator("h1")).to_have_text("หนังสือถึง อำเภอแม่สอด")
    there.click("text=อ่านหนังสือก่อน")
    expect(there.locator("#letter")).to_contain_text("แห่งละ ๑๐๐ ต้น")
    assert no_wider_than_the_screen(there)
    there.fill("[name=name]", "นางสาวสมหญิง ใจดี")
    there.fill("[name=post]", "เจ้าพนักงานธุรการ")
    there.fill("[name=number]", "๔๕๖")
    there.click("button:has-text('รับทราบ')")
    expect(there.locator("h1")).to_have_text("ใบตอบรับ")
    assert no_wider_than_the_screen(there)
    there.goto(urlsplit(read).path)
    expect(there.locator("main")).to_contain_text("ใช้ตอบรับไปแล้ว")
    phone.close()

    page.goto(f"/letters/{letter}/deliveries")
    line = page.locator("tr", has_text="อำเภอแม่สอด")
    expect(line).to_contain_text("หลักฐานอ่อนกว่า")
    expect(line).to_contain_text("๔๕๖")
    expect(line).to_contain_text("นางสาวสมหญิง ใจดี (เจ้าพนักงานธุรการ)")


def test_a_pile_is_ticked_and_acknowledged_by_keys(cast: Cast, sign_in: SignIn) -> None:
    for place in range(3):
        send_today(cast, f"เรื่องที่ {place}")
    page = sign_in(cast.district_a.clerk)
    page.click("text=รับทราบหลายฉบับพร้อมกัน")

    expect(page.locator("h1")).to_have_text("รับทราบหลายฉบับ")
    page.wait_for_load_state()  # keys do nothing before the scripts are there
    for key in ("j", "x", "j", "j", "x"):
        page.keyboard.press(key)
    page.keyboard.press(".")

    expect(page.locator("[role=status]")).to_contain_text("รับทราบแล้ว ๒ ฉบับ")
    expect(page.locator("#letters tbody tr")).to_have_count(1)
    expect(page.locator("#letters tbody tr")).to_contain_text("เรื่องที่ 1")


def test_a_refused_letter_comes_back_and_goes_to_the_right_unit(
    cast: Cast, sign_in: SignIn
) -> None:
    letter = send_today(cast)
    receiver = sign_in(cast.district_a.clerk)
    receiver.goto(f"/letters/{letter}")
    receiver.click("a:has-text('ไม่รับ')")
    receiver.check("text=ส่งผิดหน่วย")
    receiver.fill("[name=words]", "เป็นของอบต.ตัวอย่าง")
    receiver.click(".primary-action button")
    expect(receiver.locator(".ended")).to_contain_text("ส่งผิดหน่วย")

    sender = sign_in(cast.province.clerk)
    sender.click("[aria-labelledby=sent-back] a")
    sender.click("summary:has-text('จัดการต่อ')")
    sender.fill("[name$=to_unit]", "องค์การบริหารส่วนตำบลตัวอย่าง")
    sender.click("text=ส่งให้หน่วยนี้แทน")

    expect(sender.locator("#units")).to_contain_text("ส่งเพิ่มถึง องค์การบริหารส่วนตำบลตัวอย่าง แทน")
    assert Delivery.select().where(Delivery.to_unit == cast.tao.unit).count() == 1
