"""The map and the timeline of a cascade in a browser: by click and key, on a phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, SignIn
from tests.stories.circular import Story


def is_no_wider_than_the_screen(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.parametrize("scripts", [True, False])
def test_a_click_on_a_province_shows_its_districts_and_on_a_district_its_branch(
    sign_in: SignIn, story: Story, scripts: bool
) -> None:
    page = sign_in(story.cast.ministry.clerk, scripts=scripts)
    page.goto(f"/letters/{story.memo}/cascade")
    page.get_by_role("link", name="แผนที่", exact=True).click()

    page.locator("svg.tile-map a").last.click()
    expect(page.locator("#map-title")).to_contain_text("อำเภอใน")
    district = page.locator("svg.tile-map a").first
    name = district.locator("text").first.text_content()
    district.click()

    expect(page.locator("svg.cascade")).to_contain_text(str(name))


def test_the_tiles_are_reached_by_the_keyboard(sign_in: SignIn, story: Story) -> None:
    page = sign_in(story.cast.ministry.clerk)
    page.goto(f"/letters/{story.memo}/cascade?tab=map")

    page.locator("svg.tile-map a").first.focus()
    page.keyboard.press("Enter")

    expect(page.locator("#map-title")).to_contain_text("อำเภอใน")


@pytest.mark.parametrize("tab", ["map", "hops"])
def test_on_a_phone_the_picture_scrolls_and_the_page_does_not(
    sign_in: SignIn, story: Story, tab: str
) -> None:
    page = sign_in(story.cast.ministry.clerk, viewport=PHONE)
    page.goto(f"/letters/{story.memo}/cascade?tab={tab}")

    expect(page.locator(".drawing svg")).to_be_visible()
    assert is_no_wider_than_the_screen(page)


def test_the_way_to_a_unit_is_found_by_typing_part_of_its_name(
    sign_in: SignIn, story: Story
) -> None:
    page = sign_in(story.cast.ministry.clerk)
    page.goto(f"/letters/{story.memo}/cascade?tab=hops")

    page.fill("#find", story.cast.tambon_mun.unit.name_th)
    page.keyboard.press("Enter")

    expect(page.locator("table.hops tbody tr")).to_have_count(5)
    expect(page.locator("table.hops tbody tr").last).to_contain_text(
        story.cast.tambon_mun.unit.name_th
    )


def test_the_days_of_the_levels_are_reached_from_the_list_of_cascades(
    sign_in: SignIn, story: Story
) -> None:
    page = sign_in(story.cast.ministry.clerk, viewport=PHONE)
    page.goto("/cascades")

    page.get_by_role("link", name="วันที่แต่ละระดับใช้").click()

    expect(page.locator("table.level-days tbody tr")).to_have_count(4)
    assert is_no_wider_than_the_screen(page)
