"""What an auditor reads, and that nobody else does."""

import pytest

from saraban.desk.acknowledgement import acknowledge
from saraban.errors import Refused, UnitNotFound
from saraban.queries.audit_trail import PAGE_SIZE, events
from saraban.rules.permissions import Role
from tests.cast import Cast, make_actor
from tests.make import at, register, send


def test_an_auditor_reads_the_whole_branch_newest_first(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    acknowledge(actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid)

    page = events(cast.auditor)

    assert [(line.unit_name, line.seq, line.act) for line in page.lines] == [
        ("อำเภอเมืองตาก", 1, "acknowledge"),
        ("จังหวัดตาก", 1, "issue"),
    ]
    assert page.lines[1].facts["unit_count"] == 2
    assert page.lines[1].changes["delivery"] == 2
    assert page.lines[0].subject == page.lines[1].subject == sent.letter_uid


def test_a_unit_an_act_and_a_subject_narrow_it(cast: Cast) -> None:
    first = register(cast.province.clerk)
    register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๗")
    register(cast.department.clerk)

    of_unit = events(cast.auditor, unit_uid=cast.province.unit.uid)
    of_letter = events(
        cast.auditor, unit_uid=cast.province.unit.uid, subject=first.letter_uid
    )  # fmt: skip
    of_act = events(cast.auditor, act="void_entry")

    assert [line.seq for line in of_unit.lines] == [2, 1]
    assert [line.seq for line in of_letter.lines] == [1]
    assert of_act.lines == ()


def test_fifty_events_make_a_page(cast: Cast) -> None:
    for number in range(PAGE_SIZE + 1):
        register(cast.province.clerk, printed_number=f"มท ๐๒๑๑/ว {number + 1}")

    first, second = events(cast.auditor), events(cast.auditor, page=2)

    assert (len(first.lines), first.has_more) == (PAGE_SIZE, True)
    assert ([line.seq for line in second.lines], second.has_more) == ([1], False)


def test_only_an_auditor_reads_and_only_their_branch(cast: Cast) -> None:
    register(cast.department.clerk)
    narrow = make_actor(cast.province.unit, Role.AUDITOR, "ผู้ตรวจจังหวัด", "auditor.province")

    with pytest.raises(Refused):
        events(cast.province.clerk)
    with pytest.raises(UnitNotFound):
        events(narrow, unit_uid=cast.department.unit.uid)
    assert events(narrow).lines == ()
