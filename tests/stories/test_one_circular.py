"""The whole life of one circular, and what the tree says of it to those who may ask."""

from datetime import date

import pytest

from saraban.desk import dispatch
from saraban.desk.dispatch import Addressees
from saraban.desk.drafts import LetterDraft
from saraban.errors import AlreadyReissued, Conflict, LetterNotFound, NoAddressees
from saraban.queries.cascade_tree import Cascade, cascade_of
from saraban.rules.deliveries import State
from tests.cast import Cast
from tests.stories.circular import LAST_DAY, Story, begin, ministry_writes, on


def seen_by(story: Story, actor: object, letter_uid: str = "") -> Cascade:
    return cascade_of(
        letter_uid or story.memo,
        actor=actor,  # type: ignore[arg-type]
        today=LAST_DAY,
    )


def node_of(cascade: Cascade, short_name: str):
    return next(node for node in cascade.nodes if node.unit_short == short_name)


def test_the_tree_has_each_agency_once_with_the_number_of_its_own_letter(story: Story):
    cascade = seen_by(story, None)

    told = [
        (node.level, node.unit_short, node.letter and node.letter.letter_number)
        for node in cascade.nodes
    ]

    assert told == [
        (0, "กระทรวงมหาดไทย", "มท 0229/ว 3799"),
        (1, "สถ.", "มท 0801.4/ว 1658"),
        (2, "จ.ตาก", "ตก 0023.3/ว 5765"),
        (3, "อ.เมืองตาก", "ตก 0118/ว 1"),
        (4, "ทต.ตัวอย่าง", None),
        (3, "อ.แม่สอด", None),
        (3, "ทน.แม่สอด", None),
        (3, "ทม.ตาก", None),
        (2, "จ.กำแพงเพชร", None),
        (1, "กรมการปกครอง", None),
        (1, "การประปานครหลวง", None),
    ]


def test_the_same_tree_is_found_from_every_letter_in_it(story: Story):
    from_below = seen_by(story, None, story.district_letter)

    assert from_below.root_letter.uid == story.memo
    assert from_below.node_count == seen_by(story, None).node_count


def test_six_stamps_stand_on_the_agencies_whose_desks_numbered_it(story: Story):
    cascade = seen_by(story, None)

    assert [(stamp.number, stamp.received_on) for stamp in node_of(cascade, "สถ.").receipts] == [
        (30400, date(2022, 5, 31)),
        (1436, date(2022, 5, 31)),
        (536, date(2022, 5, 31)),
    ]
    assert [(stamp.number, stamp.received_on) for stamp in node_of(cascade, "จ.ตาก").receipts] == [
        (1149, date(2022, 6, 10)),
        (1037, date(2022, 6, 10)),
        (116, date(2022, 6, 13)),
    ]


def test_the_department_held_it_three_days_and_the_province_six(story: Story):
    cascade = seen_by(story, None)

    assert node_of(cascade, "สถ.").days_held == 3
    assert node_of(cascade, "จ.ตาก").days_held == 6


def test_one_number_and_two_dates_are_cited_otherwise_than_they_are(story: Story):
    conflicts = seen_by(story, None).conflicts

    assert [(line.citing_key, line.fields) for line in conflicts] == [
        ("มท 0801.4/ว 1658", ("number", "dated_on")),
        ("ตก 0023.3/ว 5765", ("dated_on",)),
    ]
    assert (conflicts[0].cited_number, conflicts[0].resolved_number) == (
        "มท 0229/ว 3799",
        "มท 0229/ว 33799",
    )
    assert (conflicts[1].cited_on, conflicts[1].resolved_on) == (
        date(2022, 6, 6),
        date(2022, 6, 3),
    )


def test_the_unit_nobody_listed_is_named_with_whoever_should_have_told_it(story: Story):
    unlisted = seen_by(story, None).unlisted

    assert [(unit.unit_short, unit.via) for unit in unlisted] == [("อบจ.ตาก", "จ.ตาก")]


def test_those_below_an_agency_that_has_not_passed_it_on_are_not_reached(story: Story):
    not_reached = seen_by(story, None).not_reached

    assert {(unit.unit_short, unit.via) for unit in not_reached} == {
        ("อบต.ไกล", "จ.กำแพงเพชร"),
        ("อบต.ตัวอย่าง", "อ.แม่สอด"),
    }


def test_each_agency_has_the_state_it_came_to(story: Story):
    cascade = seen_by(story, None)

    states = {node.unit_short: node.state for node in cascade.nodes}

    assert states == {
        "กระทรวงมหาดไทย": State.ISSUED,
        "สถ.": State.PASSED_ON,
        "จ.ตาก": State.PASSED_ON,
        "อ.เมืองตาก": State.PASSED_ON,
        "ทต.ตัวอย่าง": State.REPORTED,
        "อ.แม่สอด": State.RECEIVED,
        "ทน.แม่สอด": State.ACKNOWLEDGED,
        "ทม.ตาก": State.OPENED,
        "จ.กำแพงเพชร": State.SENT,
        "กรมการปกครอง": State.DELIVERED,
        "การประปานครหลวง": State.DELIVERED,
    }


def test_silent_are_those_from_whom_nothing_deliberate_came_back(story: Story):
    silent = seen_by(story, None).silent

    assert {node.unit_short for node in silent} == {
        "อ.แม่สอด",
        "ทม.ตาก",
        "จ.กำแพงเพชร",
        "กรมการปกครอง",
        "การประปานครหลวง",
    }


def test_a_local_unit_sees_its_line_up_and_nothing_beside_it(story: Story):
    cascade = seen_by(story, story.cast.tambon_mun.clerk, story.district_letter)

    assert [node.unit_short for node in cascade.nodes] == [
        "กระทรวงมหาดไทย",
        "สถ.",
        "จ.ตาก",
        "อ.เมืองตาก",
        "ทต.ตัวอย่าง",
    ]
    assert cascade.not_reached == cascade.unlisted == ()


def test_the_province_sees_its_line_up_and_its_branch_down(story: Story):
    cascade = seen_by(story, story.cast.province.clerk)

    assert {node.unit_short for node in cascade.nodes} == {
        "กระทรวงมหาดไทย",
        "สถ.",
        "จ.ตาก",
        "อ.เมืองตาก",
        "ทต.ตัวอย่าง",
        "อ.แม่สอด",
        "ทน.แม่สอด",
        "ทม.ตาก",
    }
    assert [unit.unit_short for unit in cascade.unlisted] == ["อบจ.ตาก"]
    assert [unit.unit_short for unit in cascade.not_reached] == ["อบต.ตัวอย่าง"]


def test_a_desk_inside_sees_what_its_agency_sees(story: Story):
    inside = seen_by(story, story.extras.inner_desk.clerk, story.department_letter)

    assert inside.node_count == seen_by(story, story.cast.province.clerk).node_count


def test_the_ministry_and_its_auditor_see_everything(story: Story):
    assert seen_by(story, story.cast.ministry.clerk).node_count == 11
    assert seen_by(story, story.cast.auditor).node_count == 11


def test_a_stranger_is_told_that_there_is_no_such_letter(story: Story):
    with pytest.raises(LetterNotFound):
        seen_by(story, story.cast.pao.clerk)


def reissue(actor: object, letter_uid: str, **addressees: object) -> None:
    dispatch.issue(
        actor=actor,  # type: ignore[arg-type]
        at=on(24, 6),
        draft=LetterDraft(
            kind="external", subject="เวียนต่อ", addressee_text="ผู้รับ", dated_on=date(2022, 6, 24)
        ),
        code_letters="ตก",
        owner_number="0023.3",
        is_circular=True,
        addressees=Addressees(**addressees),  # type: ignore[arg-type]
        conveys_uid=letter_uid,
    )


def test_a_unit_cannot_pass_on_its_own_letter(story: Story):
    with pytest.raises(Conflict):
        reissue(
            story.cast.province.clerk,
            story.province_letter,
            unit_ids=(story.cast.pao.unit.id,),
        )


def test_a_unit_cannot_pass_on_the_same_letter_twice(story: Story):
    with pytest.raises(AlreadyReissued):
        reissue(
            story.cast.province.clerk,
            story.department_letter,
            unit_ids=(story.cast.pao.unit.id,),
        )


def test_a_unit_cannot_send_to_itself_alone(story: Story):
    with pytest.raises(NoAddressees):
        reissue(
            story.cast.district_b.clerk,
            story.province_letter,
            unit_ids=(story.cast.district_b.unit.id,),
        )


def test_a_letter_sent_back_up_makes_a_longer_line_and_no_loop(story: Story):
    reissue(
        story.cast.district_b.clerk,
        story.province_letter,
        unit_ids=(story.cast.province.unit.id,),
    )

    line = [node.unit_short for node in seen_by(story, None).nodes]

    assert line.count("จ.ตาก") == 2
    assert line.count("อ.แม่สอด") == 1


def test_a_cascade_that_has_only_begun_is_a_tree_of_its_addressees(cast: Cast):
    story = begin(cast)
    ministry_writes(story)

    cascade = seen_by(story, None)

    assert [node.level for node in cascade.nodes] == [0, 1, 1, 1]
    assert cascade.conflicts == ()
