"""Days by level over many circulars: honest counts, and only what the person may see."""

from dataclasses import replace

import pytest

from saraban.errors import Refused
from saraban.queries.level_days import STEPS, level_days
from saraban.rules.deliveries import Step
from saraban.rules.levels import Level
from saraban.rules.permissions import Role
from tests.stories.circular import Story


def test_days_run_from_the_sending_until_the_step(story: Story):
    found = level_days(story.cast.ministry.clerk, step=Step.RECEIVED)

    # The department's letter of 3 June was stamped by the province on 10 June.
    province = found.figures[Level.PROVINCE]
    assert (province.spread.count, province.spread.median, province.spread.worst) == (1, 7, 7)


def test_who_has_not_done_it_is_counted_beside_and_not_among_the_days(story: Story):
    found = level_days(story.cast.ministry.clerk, step=Step.PASSED_ON)

    districts = found.figures[Level.DISTRICT]
    assert (districts.spread.count, districts.open_count) == (1, 1)
    assert Level.LOCAL not in found.figures


def test_the_circulars_behind_a_figure_add_up_to_it(story: Story):
    found = level_days(story.cast.ministry.clerk, step=Step.RECEIVED)

    for level, figure in found.figures.items():
        lines = [line.figures[level] for line in found.circulars if level in line.figures]
        assert sum(line.spread.count if line.spread else 0 for line in lines) == (
            figure.spread.count if figure.spread else 0
        )
        assert sum(line.open_count for line in lines) == figure.open_count
    assert [line.uid for line in found.circulars] == [story.memo]


def test_units_of_a_level_stand_slowest_first_and_those_who_did_nothing_last(story: Story):
    found = level_days(story.cast.ministry.clerk, step=Step.PASSED_ON, level=Level.DISTRICT)

    assert [line.name for line in found.units] == [
        story.cast.district_a.unit.name_th, story.cast.district_b.unit.name_th,
    ]  # fmt: skip
    assert found.units[1].figure.spread is None


def test_a_unit_narrows_the_figures_down_to_its_own(story: Story):
    district = story.cast.district_a.unit

    found = level_days(story.cast.ministry.clerk, step=Step.PASSED_ON, unit_uid=district.uid)

    assert set(found.figures) == {Level.DISTRICT}
    assert found.figures[Level.DISTRICT].open_count == 0


@pytest.mark.parametrize(("year", "count"), [(2565, 1), (2564, 0), (None, 1)])
def test_years_without_a_circular_have_no_figures(story: Story, year: int | None, count: int):
    found = level_days(story.cast.ministry.clerk, step=Step.RECEIVED, be_year=year)

    assert len(found.circulars) == count
    assert bool(found.figures) == bool(count)


def test_an_urgency_narrows_the_circulars_down(story: Story):
    clerk = story.cast.ministry.clerk
    (line,) = level_days(clerk, step=Step.RECEIVED).circulars

    assert level_days(clerk, step=Step.RECEIVED, urgency=line.urgency).circulars
    other = "normal" if line.urgency != "normal" else "urgent"
    assert not level_days(clerk, step=Step.RECEIVED, urgency=other).circulars


@pytest.mark.parametrize("step", STEPS)
def test_a_local_body_sees_its_own_days_and_no_others(story: Story, step: Step):
    found = level_days(story.cast.tambon_mun.clerk, step=step, level=Level.LOCAL)

    assert set(found.figures) <= {Level.LOCAL}
    assert all(line.name == story.cast.tambon_mun.unit.name_th for line in found.units)


def test_asking_for_a_unit_out_of_sight_names_no_circular(story: Story):
    found = level_days(
        story.cast.tao.clerk, step=Step.RECEIVED, unit_uid=story.cast.province.unit.uid
    )

    assert (found.circulars, found.figures) == ((), {})


def test_who_may_see_no_cascade_is_refused(story: Story):
    administrator = replace(story.cast.ministry.clerk, roles=frozenset({Role.ADMINISTRATOR}))

    with pytest.raises(Refused):
        level_days(administrator, step=Step.RECEIVED)
