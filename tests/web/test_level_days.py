"""The page of days by level."""

import pytest

from saraban.queries.level_days import STEPS
from tests.stories.circular import Story
from tests.web.conftest import SignIn


@pytest.mark.parametrize("step", [step.value for step in STEPS])
def test_each_step_has_its_figures_and_a_dash_where_there_are_none(
    story: Story, sign_in_as: SignIn, step: str
):
    page = sign_in_as(story.cast.ministry.clerk).get(f"/cascades/days?step={step}")

    assert page.status_code == 200
    assert page.text.count('<tr data-level="') == 4
    assert f'href="/letters/{story.memo}/cascade?tab=hops"' in page.text


def test_a_level_leads_to_its_units_and_a_unit_to_its_circulars(story: Story, sign_in_as: SignIn):
    browser = sign_in_as(story.cast.ministry.clerk)
    district = story.cast.district_a.unit

    units = browser.get("/cascades/days?level=district").text
    own = browser.get(f"/cascades/days?unit={district.uid}").text

    assert f"unit={district.uid}" in units
    assert "กลับไปดูทุกหน่วย" in own


@pytest.mark.parametrize("query", ["step=x&level=y&year=z&urgency=q&page=-3", "unit=nobody"])
def test_an_unknown_wish_is_no_error(story: Story, sign_in_as: SignIn, query: str):
    assert sign_in_as(story.cast.ministry.clerk).get(f"/cascades/days?{query}").status_code == 200
