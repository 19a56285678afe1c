"""The map of a cascade: tiles of the provinces, a table that says the same, districts below."""

import re

import pytest

from tests.stories.circular import Story
from tests.web.conftest import SignIn


def test_every_province_has_a_tile_and_those_in_the_cascade_a_line(
    story: Story, sign_in_as: SignIn
):
    page = sign_in_as(story.cast.ministry.clerk).get(f"/letters/{story.memo}/cascade?tab=map")

    assert page.status_code == 200
    assert page.text.count('class="tile is-') == 77
    assert re.findall(r'<th scope="row"><a[^>]+>([^<]+)', page.text) == [
        "จังหวัดกำแพงเพชร", "จังหวัดตาก",
    ]  # fmt: skip


def test_a_tile_leads_to_the_districts_and_these_to_their_branches(
    story: Story, sign_in_as: SignIn
):
    browser = sign_in_as(story.cast.ministry.clerk)
    province = story.cast.province.unit.uid

    above = browser.get(f"/letters/{story.memo}/cascade?tab=map").text
    below = browser.get(f"/letters/{story.memo}/cascade?tab=map&province={province}").text

    assert f"tab=map&amp;province={province}" in above
    assert "อำเภอในจังหวัดตาก" in below
    branch = re.search(r'href="([^"]+open=d\d+)"[^>]*data-row>อำเภอ', below)[1]
    assert browser.get(branch.replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize("uid", ["x", "00000000-0000-7000-8000-000000000000"])
def test_a_province_that_is_none_is_not_found(story: Story, sign_in_as: SignIn, uid: str):
    page = sign_in_as(story.cast.ministry.clerk).get(
        f"/letters/{story.memo}/cascade?tab=map&province={uid}"
    )

    assert page.status_code == 404
