"""A cascade by area: what the database counts is what the tree's nodes add up to."""

from collections import Counter

import pytest

from saraban.desk import registration
from saraban.desk.drafts import CitationDraft, LetterDraft
from saraban.desk.registration import Arrival
from saraban.errors import LetterNotFound, UnitNotFound
from saraban.queries.cascade_areas import AreaLine, areas_of
from saraban.queries.cascade_tree import Cascade, cascade_of
from saraban.records import Unit
from saraban.rules.deliveries import NotDone, State
from saraban.rules.permissions import Actor
from tests.stories.circular import LAST_DAY, Story, on


def told_on_paper(story: Story) -> None:
    """District B, which told nobody here, is shown to have told by what its body registers."""
    cast = story.cast
    registration.register_received(
        actor=cast.tao.clerk,
        at=on(27, 6),
        draft=LetterDraft(
            kind="external",
            subject="การรายงานกิจกรรมอาสาพัฒนา",
            addressee_text="นายกองค์การบริหารส่วนตำบล",
            dated_on=on(22, 6).date(),
            citations=(
                CitationDraft("reference", "หนังสือจังหวัดตาก ที่ ตก ๐๐๒๓.๓/ว ๕๗๖๕ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"),
            ),
        ),
        printed_number="ตก ๐๖๑๘/ว ๗๗",
        issuer_text=cast.district_b.unit.name_th,
        issuer_id=cast.district_b.unit.id,
        arrival=Arrival(on(27, 6).date(), on(27, 6).time()),
    )


def from_the_tree(cascade: Cascade, area_of: object) -> dict[int | None, Counter[str]]:
    """State and failure of every node by area, with who was not reached."""
    units = {unit.id: unit for unit in Unit.select()}
    found: dict[int | None, Counter[str]] = {}
    for node in cascade.nodes:
        if node.parent is None:
            continue
        counts = found.setdefault(area_of(units[node.unit_id]), Counter())
        counts[f"is {node.state}"] += 1
        counts[f"fails {node.not_done}"] += node.not_done is not None
    for unit in cascade.not_reached:
        counts = found.setdefault(area_of(units[unit.unit_id]), Counter())
        counts[f"fails {NotDone.NOT_REACHED}"] += 1
    return {area: +counts for area, counts in found.items()}


def as_counter(line: AreaLine) -> Counter[str]:
    counts = Counter({f"is {state}": count for state, count in line.states})
    counts.update({f"fails {failure}": count for failure, count in line.failures})
    return counts


def by_area(lines: tuple[AreaLine, ...]) -> dict[int | None, Counter[str]]:
    ids = {unit.uid: unit.id for unit in Unit.select()}
    return {line.unit_uid and ids[line.unit_uid]: as_counter(line) for line in lines}


@pytest.mark.parametrize("is_told_on_paper", [False, True])
def test_what_is_counted_by_province_is_what_the_tree_adds_up_to(
    story: Story, is_told_on_paper: bool
):
    if is_told_on_paper:
        told_on_paper(story)
    clerk = story.cast.ministry.clerk

    areas = areas_of(story.memo, actor=clerk, today=LAST_DAY)

    tree = cascade_of(story.memo, actor=clerk, today=LAST_DAY)
    assert areas.is_whole
    assert by_area(areas.lines) == from_the_tree(tree, lambda unit: unit.province_id)


def test_what_is_counted_by_district_is_what_the_tree_adds_up_to(story: Story):
    told_on_paper(story)
    clerk, province = story.cast.ministry.clerk, story.cast.province.unit

    areas = areas_of(story.memo, actor=clerk, today=LAST_DAY, province_uid=province.uid)

    tree = cascade_of(story.memo, actor=clerk, today=LAST_DAY)
    inside = from_the_tree(
        tree, lambda unit: unit.district_id if unit.province_id == province.id else "elsewhere"
    )
    inside.pop("elsewhere")
    assert areas.province.name == "จังหวัดตาก"
    assert by_area(areas.lines) == inside


def test_the_matter_is_inferred_to_have_been_passed_on_where_a_paper_shows_it(story: Story):
    clerk, province = story.cast.ministry.clerk, story.cast.province.unit
    before = areas_of(story.memo, actor=clerk, today=LAST_DAY, province_uid=province.uid)

    told_on_paper(story)

    after = areas_of(story.memo, actor=clerk, today=LAST_DAY, province_uid=province.uid)
    assert dict(after.total.states)[State.PASSED_ON] == (
        dict(before.total.states)[State.PASSED_ON] + 1
    )
    assert after.total.count(NotDone.NOT_REACHED) < before.total.count(NotDone.NOT_REACHED)


def test_a_province_sees_its_own_branch_and_no_other_area(story: Story):
    clerk = story.cast.province.clerk

    areas = areas_of(story.memo, actor=clerk, today=LAST_DAY)

    assert not areas.is_whole
    assert [line.name for line in areas.lines] == ["จังหวัดตาก"]


def test_who_may_not_see_the_letter_is_told_that_there_is_none(story: Story):
    stranger = story.extras.other_tao
    actor = Actor(None, "คนนอก", stranger.id, stranger.path, story.cast.tao.clerk.roles)

    with pytest.raises(LetterNotFound):
        areas_of(story.memo, actor=actor, today=LAST_DAY)


@pytest.mark.parametrize("kind", ["a district", "nothing"])
def test_only_a_province_can_be_looked_into(story: Story, kind: str):
    uid = story.cast.district_a.unit.uid if kind == "a district" else "nothing"

    with pytest.raises(UnitNotFound):
        areas_of(story.memo, actor=story.cast.ministry.clerk, today=LAST_DAY, province_uid=uid)


def test_the_worst_is_the_failure_of_the_most_units():
    line = AreaLine(
        None, "", "", None, ((State.ACKNOWLEDGED, 5),),
        ((NotDone.SILENT, 2), (NotDone.LATE, 3)),
    )  # fmt: skip

    assert line.worst is NotDone.LATE
    assert line.should_count == 5
