"""The cascade's clock, three failures that stay apart, and what levels without records did."""

from datetime import date, timedelta

import pytest

from saraban.desk import acknowledgement, reporting
from saraban.desk.dispatch import Addressees
from saraban.desk.drafts import CitationDraft, DutyDraft
from saraban.desk.registration import Arrival
from saraban.queries.cascade_failures import failures_by_sender
from saraban.queries.cascade_nodes import Node
from saraban.queries.cascade_summary import summary
from saraban.queries.cascade_tree import Cascade, cascade_of
from saraban.records import Citation, Letter
from saraban.rules.deliveries import NotDone, State
from tests.cast import Cast
from tests.make import DAY, at, register, send

CITED = "หนังสือจังหวัดตาก ที่ ตก ๐๐๒๓.๓/ว ๑ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"
DUE = DAY + timedelta(days=14)


def node_of(cascade: Cascade, unit_id: int) -> Node:
    return next(node for node in cascade.nodes if node.unit_id == unit_id)


def send_to_districts(cast: Cast, **named: object) -> str:
    """A circular of the province to both districts that asks for a report in two weeks."""
    asked = DutyDraft(point="๑", asks="รายงานผล", due_on=DUE)
    return send(
        cast.province.clerk,
        addressees=Addressees(unit_ids=(cast.district_a.unit.id, cast.district_b.unit.id)),
        duties=(asked,),
        **named,
    ).letter_uid


def pass_on(cast: Cast, uid: str) -> None:
    """The first district tells its local body a week later."""
    send(
        cast.district_a.clerk,
        at=at(day=23),
        dated_on=date(2022, 6, 23),
        conveys_uid=uid,
        addressees=Addressees(unit_ids=(cast.tao.unit.id,)),
    )


def test_who_acknowledged_and_did_not_report_in_time_is_late_and_who_said_nothing_is_silent(
    cast: Cast,
) -> None:
    uid = send_to_districts(cast)
    acknowledgement.acknowledge(actor=cast.district_a.clerk, at=at(), letter_uid=uid)

    on_the_day = cascade_of(uid, actor=None, today=DUE)
    after_it = cascade_of(uid, actor=None, today=DUE + timedelta(days=3))

    first = node_of(after_it, cast.district_a.unit.id)
    second = node_of(after_it, cast.district_b.unit.id)
    assert (first.not_done, first.days_left) == (NotDone.LATE, -3)
    assert (second.not_done, second.days_left) == (NotDone.SILENT, -3)
    assert node_of(on_the_day, cast.district_a.unit.id).not_done is None
    told = summary(after_it)
    assert (told.silent_count, told.late_count, told.not_reached_count) == (1, 1, 0)


@pytest.mark.parametrize("answer", ["nil", "not_concerned", "report"])
def test_every_answer_ends_lateness(cast: Cast, answer: str) -> None:
    uid = send_to_districts(cast)
    reporting.submit(
        actor=cast.district_a.clerk, at=at(), letter_uid=uid, answer=answer, text="ดังนี้"
    )

    node = node_of(
        cascade_of(uid, actor=None, today=DUE + timedelta(days=30)), cast.district_a.unit.id
    )

    assert (node.state, node.not_done, node.days_left) == (State.REPORTED, None, None)


def test_the_days_used_above_run_from_the_first_letter_to_the_arrival(cast: Cast) -> None:
    uid = send_to_districts(cast)
    pass_on(cast, uid)

    cascade = cascade_of(uid, actor=None, today=date(2022, 6, 25))

    district = node_of(cascade, cast.district_a.unit.id)
    below = node_of(cascade, cast.tao.unit.id)
    assert (district.days_used_above, district.days_held, district.due_on) == (0, 7, DUE)
    assert (below.days_used_above, below.days_held, below.due_on) == (7, 2, None)


def test_what_fails_is_counted_under_the_unit_that_sent_it(cast: Cast) -> None:
    uid = send_to_districts(cast)
    acknowledgement.acknowledge(actor=cast.district_a.clerk, at=at(), letter_uid=uid)

    [line] = failures_by_sender(cascade_of(uid, actor=None, today=DUE + timedelta(days=1)))

    assert line.unit_name == cast.province.unit.name_th
    assert line.addressee_count == 2
    assert (line.not_reached_count, line.unproven_count) == (0, 0)
    assert (line.silent_count, line.late_count) == (1, 1)


def test_a_level_without_records_is_inferred_when_a_unit_below_numbered_its_letter(
    cast: Cast,
) -> None:
    uid = send_to_districts(cast)
    registered = register(
        cast.tao.clerk,
        at=at(day=27),
        arrival=Arrival(date(2022, 6, 27)),
        printed_number="ตก ๐๑๑๘/ว ๙",
        issuer_id=cast.district_a.unit.id,
        issuer_text=cast.district_a.unit.name_th,
        dated_on=date(2022, 6, 23),
        citations=(
            CitationDraft("reference", "หนังสือจังหวัดตาก ที่ ตก ๐๐๒๓.๓/ว ๑ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"),
        ),
    ).letter_uid
    assert (
        Citation.get(Citation.letter == Letter.get(Letter.uid == registered)).resolved is not None
    )

    cascade = cascade_of(uid, actor=None, today=DUE)

    node = node_of(cascade, cast.district_a.unit.id)
    below = node_of(cascade, cast.tao.unit.id)
    assert (node.state, node.is_inferred) == (State.PASSED_ON, True)
    assert node.known_by == cast.tao.unit.short_name_th
    assert (below.parent, below.is_declared, below.state) == (node, True, State.RECEIVED)


def test_a_level_that_numbered_the_letter_itself_is_not_inferred(cast: Cast) -> None:
    uid = send_to_districts(cast)
    pass_on(cast, uid)

    node = node_of(cascade_of(uid, actor=None, today=DUE), cast.district_a.unit.id)

    assert (node.state, node.is_inferred) == (State.PASSED_ON, False)
