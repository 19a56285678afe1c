"""Who gets a letter, chosen in the browser: a saved group by its key, a list out of a file."""

from pathlib import Path

from playwright.sync_api import expect

from saraban.desk.unit_groups import GroupSaid, keep_group
from saraban.records import UnitSet
from tests.browser.conftest import PHONE, SignIn
from tests.cast import Cast
from tests.make import at


def test_a_saved_group_comes_by_its_key(cast: Cast, sign_in: SignIn) -> None:
    said = GroupSaid("คณะทำงาน", "นายอำเภอแม่สอด", (cast.pao.unit.uid,), place=1)
    keep_group(actor=cast.province.clerk, at=at(), said=said)
    page = sign_in(cast.province.clerk)
    page.goto("/letters/send")

    page.locator("[name=subject]").fill("ขอเชิญประชุม")
    page.keyboard.press("F2")

    expect(page.locator("[name=addressees]")).to_have_value("กลุ่ม “คณะทำงาน”")
    expect(page.locator("[name=subject]")).to_have_value("ขอเชิญประชุม")
    expect(page.locator("#last-press")).to_contain_text("ส่งถึง ๒ หน่วย")


def test_a_wrong_list_says_its_rows_and_a_mended_one_is_taken(
    cast: Cast, sign_in: SignIn, tmp_path: Path
) -> None:
    wrong, mended = tmp_path / "ผิด.csv", tmp_path / "แก้แล้ว.csv"
    wrong.write_text("หน่วยงาน\nอ.แม่สอด\nอ.เมืองตาด\n", encoding="utf-8")
    mended.write_text("หน่วยงาน\nอ.แม่สอด\nอ.เมืองตาก\n", encoding="utf-8")
    page = sign_in(cast.province.clerk, viewport=PHONE)
    page.goto("/letters/send")
    page.locator("[name=addressees]").fill("นายอำเภอ (ตามบัญชีแนบ)")
    page.locator("details.list-beside > summary").click()

    page.set_input_files("[name=list_file]", wrong)
    page.locator("button[value=list]").click()
    expect(page.locator("main")).to_contain_text("ชื่อใกล้เคียง: อำเภอเมืองตาก")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert UnitSet.select().count() == 0

    page.set_input_files("[name=list_file]", mended)
    page.locator("button[value=list]").click()
    expect(page.locator("#last-press")).to_contain_text("ส่งถึง ๒ หน่วย")
    expect(page.locator("[name=list_uid]")).to_have_value(UnitSet.get().uid)
