"""Files dropped, read by a real worker, reviewed and registered with nothing but the keyboard."""

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import Page, Route, expect

from saraban import clock
from saraban.jobs.worker import work_off
from saraban.paper.pdf_print import letter_pdf
from saraban.records import (
    FieldAnswer,
    IntakeReading,
    Letter,
    LetterArrival,
    Receipt,
    RegisterEntry,
)
from saraban.rules.permissions import Actor
from saraban.thai.dates import format_medium
from tests.browser.conftest import PHONE, SignIn
from tests.cast import Cast
from tests.paper.letters import CIRCULAR, HAS_FONTS, NO_FONTS
from tests.readings import INVITATION, bring_read, read_queue, sample

needs_fonts = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
YESTERDAY = clock.today() - timedelta(days=1)
TEXT = sample(INVITATION).replace("๒๑ ส.ค. ๒๕๖๖", format_medium(YESTERDAY))


def printed_letter() -> bytes:
    """A circular as the product prints it, written yesterday."""
    return letter_pdf(replace(CIRCULAR, dated_on=YESTERDAY, references=()))


def scanned_letter() -> bytes:
    """The first page of the same as a scanner gives it: a picture, and no code of ours on it."""
    document = pypdfium2.PdfDocument(printed_letter())
    page = np.array(document[0].render(scale=200 / 72).to_pil().convert("L"))
    document.close()
    page[-260:] = 255
    out = io.BytesIO()
    Image.fromarray(page).save(out, "PDF", resolution=200)
    return out.getvalue()


def drop(page: Page, folder: Path, *files: tuple[str, bytes]) -> None:
    """Choose files on the drop page, and wait until each of them is kept."""
    for name, content in files:
        (folder / name).write_bytes(content)
    with page.expect_response(lambda one: one.request.method == "POST"):
        page.set_input_files("#drop-form [name=files]", [folder / name for name, _ in files])


def bring_today(clerk: Actor, text: str, *, from_scan: bool = False) -> str:
    return bring_read(clerk, text, from_scan=from_scan, at=clock.now())


def focused(page: Page) -> str:
    """The id of what has the focus."""
    return str(page.evaluate("document.activeElement.id"))


def accept_the_rest(page: Page) -> None:
    """Enter on field after field, until the cursor is on the button that registers."""
    for _ in range(30):
        if focused(page) == "register":
            return
        page.keyboard.press("Enter")
    raise AssertionError("the cursor never came to the button")


@needs_fonts
def test_a_printed_letter_is_registered_with_two_keys_after_the_drop(
    cast: Cast, sign_in: SignIn, tmp_path: Path
) -> None:
    page = sign_in(cast.province.clerk)
    page.goto("/intake")
    drop(page, tmp_path, ("หนังสือ.pdf", printed_letter()))

    work_off()
    page.wait_for_url("**/intake/*/0")
    expect(page.locator("#accept-sure")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#register")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/intake?given=*")

    expect(page.locator(".given-strip")).to_contain_text("ลงรับแล้ว เลข ๑")
    assert Letter.get().printed_number == CIRCULAR.printed_number
    assert Letter.get().dated_on == YESTERDAY
    assert Receipt.select().count() == 1


@needs_fonts
def test_a_figure_off_a_scan_waits_for_a_key_of_its_own(
    cast: Cast, sign_in: SignIn, tmp_path: Path
) -> None:
    page = sign_in(cast.province.clerk)
    page.goto("/intake")
    drop(page, tmp_path, ("สแกน.pdf", scanned_letter()))
    work_off()
    page.wait_for_url("**/intake/*/0")
    number = page.locator("#read-number")

    page.keyboard.press("F8")
    expect(number.locator("[name=confirmed]")).not_to_be_checked()
    assert (
        number.locator("img.crop").evaluate("image => image.decode().then(() => image.width)") > 100
    )
    page.keyboard.press("F9")

    expect(page.locator("#printed_number")).to_be_focused()
    assert RegisterEntry.select().count() == 0
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Enter")
    expect(number.locator("[name=confirmed]")).to_be_checked()
    accept_the_rest(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/intake?given=*")
    answer = FieldAnswer.get(FieldAnswer.field == "number")
    assert answer.had_confirm
    assert answer.source in ("ocr", "digits")


@needs_fonts
def test_enter_accepts_nothing_while_its_picture_is_still_on_its_way(
    cast: Cast, sign_in: SignIn, tmp_path: Path
) -> None:
    page = sign_in(cast.province.clerk)
    held: list[Route] = []
    page.route("**/crops/number.jpg", lambda route: held.append(route))
    page.goto("/intake")
    drop(page, tmp_path, ("สแกน.pdf", scanned_letter()))
    work_off()
    page.wait_for_url("**/intake/*/0", wait_until="domcontentloaded")
    page.locator("#printed_number").focus()

    page.keyboard.press("Enter")
    expect(page.locator("#confirmed-number")).not_to_be_checked()
    expect(page.locator("#printed_number")).to_be_focused()
    held[0].continue_()
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Enter")

    expect(page.locator("#confirmed-number")).to_be_checked()


def test_the_server_refuses_what_was_not_looked_at_whatever_the_page_does(
    cast: Cast, sign_in: SignIn
) -> None:
    page = sign_in(cast.tao.clerk)
    page.goto(f"/intake/{bring_today(cast.tao.clerk, TEXT, from_scan=True)}/0")

    page.evaluate("HTMLFormElement.prototype.submit.call(document.getElementById('review-form'))")

    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.locator("#error-summary")).to_contain_text("ที่")
    assert RegisterEntry.select().count() == 0


@pytest.mark.parametrize("looks", [True, False], ids=["looks", "does-not-look"])
def test_without_scripts_a_tick_stands_for_the_key(
    cast: Cast, sign_in: SignIn, tmp_path: Path, looks: bool
) -> None:
    page = sign_in(cast.tao.clerk, scripts=False)
    page.goto("/intake")
    (tmp_path / "หนังสือ.txt").write_text(TEXT)
    page.set_input_files("[name=files]", tmp_path / "หนังสือ.txt")
    page.get_by_role("button", name="รับไฟล์").click()
    expect(page.locator("#queue")).to_contain_text("รออ่าน")
    read_queue(at=clock.now(), from_scan=True)
    page.reload()
    page.get_by_role("link", name="หนังสือ.txt").click()
    for tick in page.locator("[name=confirmed]").all():
        tick.set_checked(looks)
    page.locator("#register").click()

    if looks:
        expect(page.locator(".given-strip")).to_contain_text("ลงรับแล้ว เลข ๑")
    else:
        expect(page.locator("#error-summary")).to_contain_text("ที่")
    assert RegisterEntry.select().count() == int(looks)


def test_a_letter_that_came_again_is_noted_with_one_key_and_taken_back(
    cast: Cast, sign_in: SignIn
) -> None:
    page = sign_in(cast.tao.clerk)
    page.goto(f"/intake/{bring_today(cast.tao.clerk, TEXT)}/0")
    page.keyboard.press("F9")
    page.wait_for_url("**/intake?given=*")
    again = bring_today(cast.tao.clerk, f"{TEXT}\n")
    page.goto(f"/intake/{again}/0")
    expect(page.locator(".likely")).to_contain_text("ลงรับแล้วเลข ๑")

    page.keyboard.press("F2")
    page.get_by_role("link", name="ดูหรือย้อนกลับ").click()
    assert (LetterArrival.select().count(), Receipt.select().count()) == (1, 1)
    page.locator(".undo summary").press("Enter")
    page.locator("#undo-reason").press("Enter")

    expect(page.locator("#review-form")).to_be_visible()
    assert RegisterEntry.select().where(RegisterEntry.voided_at.is_null()).count() == 1
    assert LetterArrival.get().taken_back_at is not None


def test_a_file_that_cannot_be_read_says_why_and_is_read_again_when_asked(
    cast: Cast, sign_in: SignIn, tmp_path: Path
) -> None:
    page = sign_in(cast.province.clerk)
    page.goto("/intake")
    drop(page, tmp_path, ("เสีย.pdf", b"%PDF-1.7 and nothing more"))
    work_off()
    expect(page.locator("#queue")).to_contain_text("อ่านไม่ได้")
    expect(page.locator("#queue")).to_contain_text("เสียหาย")

    page.get_by_role("button", name="อ่านใหม่").press("Enter")

    expect(page.locator("#queue")).to_contain_text("รออ่าน")
    assert IntakeReading.get().state == "waiting"


def test_many_files_dropped_at_once_go_up_one_by_one_and_one_bad_one_harms_none(
    cast: Cast, sign_in: SignIn
) -> None:
    page = sign_in(cast.province.clerk)
    page.goto("/intake")
    dropped = page.evaluate_handle(
        """() => {
            const all = new DataTransfer();
            for (let n = 1; n <= 12; n += 1) all.items.add(new File([`text ${n}`], `${n}.txt`));
            all.items.add(new File([], "empty.pdf"));
            return all;
        }"""
    )

    page.dispatch_event("#drop-form", "drop", {"dataTransfer": dropped})

    expect(page.locator("#uploads .failed")).to_contain_text("ว่างเปล่า")
    expect(page.locator(".queue-line")).to_have_count(12)
    assert IntakeReading.select().count() == 12


def test_whoever_works_on_something_else_is_not_led_away(
    cast: Cast, sign_in: SignIn, tmp_path: Path
) -> None:
    page = sign_in(cast.province.clerk)
    page.goto("/intake")
    drop(page, tmp_path, ("หนังสือ.txt", TEXT.encode()))
    page.keyboard.press("/")

    work_off()

    expect(page.locator("#queue")).to_contain_text("รอตรวจ ๑ ฉบับ")
    expect(page.locator("header [name=q]")).to_be_focused()
    assert page.url.endswith("/intake")


@needs_fonts
def test_the_place_of_a_field_lights_up_as_the_cursor_comes_to_it(
    cast: Cast, sign_in: SignIn, tmp_path: Path
) -> None:
    page = sign_in(cast.province.clerk)
    page.goto("/intake")
    drop(page, tmp_path, ("หนังสือ.pdf", printed_letter()))
    work_off()
    page.wait_for_url("**/intake/*/0")

    page.locator("#subject").focus()
    expect(page.locator("[data-light=subject]")).to_have_class("lit")
    page.locator("#printed_number").focus()

    expect(page.locator("[data-light=subject]")).not_to_have_class("lit")
    expect(page.locator("[data-light=number]")).to_have_class("lit")
    expect(page.locator("[data-light=number]")).to_be_in_viewport()


def test_what_is_typed_needs_no_other_look_and_stays(cast: Cast, sign_in: SignIn) -> None:
    page = sign_in(cast.tao.clerk)
    page.goto(f"/intake/{bring_today(cast.tao.clerk, TEXT, from_scan=True)}/0")

    page.locator("#subject").fill("ขอเชิญประชุม")

    expect(page.locator("#read-subject .trust")).to_contain_text("พิมพ์เอง")
    expect(page.locator("#read-number .trust")).to_contain_text("ต้องดูเอง")


def test_the_keys_are_told_and_each_has_a_button(cast: Cast, sign_in: SignIn) -> None:
    page = sign_in(cast.tao.clerk)
    page.goto(f"/intake/{bring_today(cast.tao.clerk, TEXT)}/0")

    page.keyboard.press("?")

    expect(page.locator("#keys")).to_contain_text("รับช่องนี้ แล้วไปช่องถัดไป")
    for key in ("F8", "F9"):
        expect(page.locator("#keys")).to_contain_text(key)
        expect(page.locator("main button", has_text=key)).to_be_visible()


def test_no_page_of_it_is_wider_than_a_phone(cast: Cast, sign_in: SignIn) -> None:
    page = sign_in(cast.tao.clerk, viewport=PHONE)
    uid = bring_today(cast.tao.clerk, TEXT, from_scan=True)

    for path in ("/intake", f"/intake/{uid}/0", "/intake/accuracy"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path


def test_whoever_is_signed_out_while_the_queue_is_watched_is_led_to_sign_in(
    cast: Cast, sign_in: SignIn, tmp_path: Path
) -> None:
    page = sign_in(cast.province.clerk)
    page.goto("/intake")
    drop(page, tmp_path, ("หนังสือ.txt", TEXT.encode()))
    expect(page.locator("#queue")).to_contain_text("หนังสือ.txt")

    page.context.clear_cookies()

    page.wait_for_url("**/sign-in?next=/intake")
    expect(page.locator("#queue")).to_have_count(0)
