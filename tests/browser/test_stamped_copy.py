"""A clerk registers a letter with its scan: the stamp is on the paper, the original beside it."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE, SignIn
from tests.cast import Cast
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.paper.pdfs import pdf
from tests.paper.stamps import boxes

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)

LETTER = pdf(words=b"380 700 200 130 re f 90 200 400 300 re f")


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_after_registering_the_clerk_sees_the_stamp_on_the_paper_and_opens_the_copy(
    cast: Cast, sign_in: SignIn, tmp_path: Path, viewport: dict[str, int], scripts: bool
) -> None:
    scan = tmp_path / "หนังสือ.pdf"
    scan.write_bytes(LETTER)
    page = sign_in(cast.province.clerk, viewport=viewport, scripts=scripts)

    page.goto("/letters/new")
    page.fill("[name=printed_number]", "มท ๐๘๐๑.๔/ว ๑๖๕๘")
    page.fill("[name=dated_on]", "๓ มิ.ย. ๒๕๖๕")
    page.fill("[name=issuer_text]", "กรมทดสอบน้ำ")
    page.fill("[name=subject]", "การสำรวจป้ายเตือนภัยน้ำหลาก")
    page.set_input_files("[name=files]", scan)
    page.press("[name=printed_number]", "Enter")
    page.wait_for_url(lambda url: "/registered" in url)

    picture = page.get_by_alt_text("พร้อมตรารับ")
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("complete", True)
    shown = page.request.get(picture.get_attribute("src") or "")
    assert shown.ok

    page.locator("main a", has_text="เปิดหนังสือ").click()
    copy = page.request.get(
        page.get_by_role("link", name="ฉบับประทับตรา").get_attribute("href") or ""
    )
    original = page.request.get(
        page.get_by_role("link", name="หนังสือ.pdf", exact=True).first.get_attribute("href") or ""
    )
    assert original.body() == LETTER
    assert len(boxes(copy.body())) == 1
