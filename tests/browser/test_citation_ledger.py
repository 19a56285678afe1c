"""An auditor finds what was cited wrongly: from the question to the letter, at desk and phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE, SignIn
from tests.cast import Cast
from tests.stories.circular import Story


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_the_question_leads_to_the_line_and_the_line_to_the_letter(
    cast: Cast, sign_in: SignIn, viewport, story: Story
) -> None:
    page = sign_in(cast.auditor, viewport=viewport, scripts=False)

    page.goto("/audit")
    page.get_by_role("link", name="หนังสือใดอ้างกันไม่ตรง").click()
    expect(page.locator("main tbody tr")).to_have_count(2)
    page.get_by_label("เลือกดูเฉพาะ").get_by_role("link", name="ต่างทั้งเลขและวันที่").click()

    expect(page).to_have_url(re.compile(r"\?kind=both$"))
    expect(page.locator("main tbody tr")).to_have_count(1)
    expect(page.locator("main tbody mark").first).to_be_visible()
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0
    page.locator("main tbody th a").click()
    expect(page).to_have_url(re.compile(f"/letters/{story.department_letter}#citations$"))
