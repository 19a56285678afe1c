"""When a matter moved: counted by level and day, or one way down."""

from datetime import date

import pytest

from saraban.errors import LetterNotFound
from saraban.queries.cascade_hops import SENT, STEPS, Lane, _from_nodes, _lanes, hops_of
from saraban.queries.cascade_tree import cascade_of
from saraban.rules.deliveries import Step
from saraban.rules.levels import Level, level_of
from saraban.rules.permissions import Actor
from saraban.rules.units import UnitKind
from tests.stories.circular import LAST_DAY, Story


def test_what_is_counted_is_what_the_trees_nodes_say(story: Story):
    clerk = story.cast.ministry.clerk

    hops = hops_of(story.memo, actor=clerk, today=LAST_DAY)

    nodes = list(cascade_of(story.memo, actor=clerk, today=LAST_DAY).nodes)
    assert hops.is_whole
    assert len(hops.lanes) > 5
    assert hops.lanes == _lanes(_from_nodes(nodes))


def test_lanes_go_down_the_levels_and_through_the_steps(story: Story):
    hops = hops_of(story.memo, actor=story.cast.ministry.clerk, today=LAST_DAY)

    order = [(list(Level).index(lane.level), STEPS.index(lane.step)) for lane in hops.lanes]
    assert order == sorted(order)


def test_the_way_to_an_agency_is_every_hop_from_the_top(story: Story):
    cast = story.cast

    hops = hops_of(
        story.memo, actor=cast.ministry.clerk, today=LAST_DAY, words=cast.district_a.unit.name_th
    )

    assert [node.unit_id for node in hops.way] == [
        unit.unit.id for unit in (cast.ministry, cast.department, cast.province, cast.district_a)
    ]


def test_of_several_agencies_with_the_words_in_their_names_one_is_to_be_chosen(story: Story):
    hops = hops_of(story.memo, actor=story.cast.ministry.clerk, today=LAST_DAY, words="อ.")

    assert len(hops.found) > 1
    assert hops.way == ()


def test_a_body_at_the_bottom_sees_its_own_way_and_no_others(story: Story):
    body = story.cast.tambon_mun

    hops = hops_of(story.district_letter, actor=body.clerk, today=LAST_DAY)

    assert not hops.is_whole
    assert hops.way[-1].unit_id == body.unit.id
    assert {lane.level for lane in hops.lanes} == {Level.LOCAL}
    assert all(lane.count == 1 for lane in hops.lanes)


def test_who_may_not_see_the_letter_is_told_that_there_is_none(story: Story):
    stranger = story.extras.other_tao
    actor = Actor(None, "คนนอก", stranger.id, stranger.path, story.cast.tao.clerk.roles)

    with pytest.raises(LetterNotFound):
        hops_of(story.memo, actor=actor, today=LAST_DAY)


@pytest.mark.parametrize(
    ("counts", "median"), [((1, 1, 1), 2), ((3, 1, 1), 1), ((1, 1, 4), 3), ((2, 2), 1)]
)
def test_half_of_them_had_by_the_median_day(counts: tuple[int, ...], median: int):
    days = tuple((date(2022, 6, day), count) for day, count in enumerate(counts, start=1))

    assert Lane(Level.LOCAL, Step.RECEIVED, days).median_on == date(2022, 6, median)


@pytest.mark.parametrize("kind", UnitKind)
def test_every_kind_of_unit_belongs_to_a_level(kind: UnitKind):
    assert level_of(kind) in Level
    assert STEPS[0] == SENT
