"""Two cascades of one letter are one cascade while the merge stands, and two again after it."""

from datetime import date

import pytest

from saraban.desk.dispatch import Addressees
from saraban.desk.merging import merge_letters, undo_merge
from saraban.desk.relaying import take_on_relay
from saraban.queries.cascade_tree import Cascade, cascade_of
from saraban.queries.cascades_list import cascades
from saraban.records import Delivery, RelayDuty
from saraban.rules.deliveries import State
from tests.cast import Cast
from tests.make import DAY, Arrival, at, register, send

TODAY = date(2022, 6, 20)


@pytest.fixture
def letters(cast: Cast) -> tuple[str, str, str]:
    """(on paper at a district, what the district passed on from it, the same in the system)."""
    paper = register(
        cast.district_a.clerk,
        at=at(hour=8),
        printed_number="ตก ๐๐๒๓.๓/ว ๑",
        issuer_text="จังหวัดตาก",
        arrival=Arrival(DAY, channel="paper"),
    ).letter_uid
    below = send(
        cast.district_a.clerk,
        at=at(hour=9),
        conveys_uid=paper,
        owner_number="0118",
        addressees=Addressees(unit_ids=(cast.tao.unit.id,)),
    ).letter_uid
    return paper, below, send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid


def cascade(uid: str) -> Cascade:
    return cascade_of(uid, actor=None, today=TODAY, with_coverage=False)


def join(cast: Cast, paper: str, system: str) -> str:
    return merge_letters(
        actor=cast.district_a.clerk, at=at(6, 17), letter_uid=paper, other_uid=system
    )


@pytest.mark.parametrize("asked", [0, 1, 2])
def test_what_was_passed_on_from_paper_hangs_below_the_letter_of_the_system(
    cast: Cast, letters: tuple[str, str, str], asked: int
) -> None:
    join(cast, letters[0], letters[2])

    whole = cascade(letters[asked])

    district = next(node for node in whole.nodes if node.unit_id == cast.district_a.unit.id)
    assert whole.root.unit_id == cast.province.unit.id
    assert [child.unit_id for child in district.children] == [cast.tao.unit.id]
    assert district.letter is not None
    assert district.letter.uid == letters[1]
    assert [receipt.printed_number for receipt in district.receipts] == ["๑"]
    assert [node.unit_id for node in whole.nodes].count(cast.district_a.unit.id) == 1


def test_a_district_that_has_the_letter_on_paper_is_no_longer_silent(
    cast: Cast, letters: tuple[str, str, str]
) -> None:
    before = cascade(letters[2])

    join(cast, letters[0], letters[2])

    states = [
        {node.unit_id: node.state for node in seen.nodes}[cast.district_a.unit.id]
        for seen in (before, cascade(letters[2]))
    ]
    assert states == [State.DELIVERED, State.PASSED_ON]


def test_undoing_parts_the_cascades(cast: Cast, letters: tuple[str, str, str]) -> None:
    before = [[node.id for node in cascade(uid).nodes] for uid in letters]
    uid = join(cast, letters[0], letters[2])
    undo_merge(actor=cast.district_a.clerk, at=at(6, 18), merge_uid=uid, reason="คนละฉบับ")

    after = [[node.id for node in cascade(uid).nodes] for uid in letters]

    assert after == before


def test_what_was_passed_on_from_paper_is_owed_no_second_time(
    cast: Cast, letters: tuple[str, str, str]
) -> None:
    ours = Delivery.to_unit == cast.district_a.unit
    before = Delivery.get(ours).passed_on_at
    uid = join(cast, letters[0], letters[2])
    between = Delivery.get(ours).passed_on_at

    undo_merge(actor=cast.district_a.clerk, at=at(6, 18), merge_uid=uid, reason="คนละฉบับ")

    assert (before, between, Delivery.get(ours).passed_on_at) == (None, at(6, 17), None)


def test_the_duty_to_pass_on_is_closed_by_the_letter_that_did_it_and_open_again_after_undoing(
    cast: Cast, letters: tuple[str, str, str]
) -> None:
    clerk = cast.district_a.clerk
    take_on_relay(actor=clerk, at=at(6, 16, 11), letter_uid=letters[2])
    uid = join(cast, letters[0], letters[2])
    closed = RelayDuty.get(RelayDuty.unit == clerk.unit_id)

    undo_merge(actor=clerk, at=at(6, 18), merge_uid=uid, reason="คนละฉบับ")

    after = RelayDuty.get(RelayDuty.unit == clerk.unit_id)
    assert closed.done_letter.uid == letters[1]
    assert (after.state, after.done_letter) == ("open", None)


def test_the_list_of_cascades_counts_the_two_as_one(
    cast: Cast, letters: tuple[str, str, str]
) -> None:
    clerk = cast.district_a.clerk
    before = {line.uid: line.total for line in cascades(clerk).lines}

    join(cast, letters[0], letters[2])

    after = {line.uid: line.total for line in cascades(clerk).lines}
    sender = {line.uid: line.total for line in cascades(cast.province.clerk).lines}
    assert before == {letters[0]: 1, letters[2]: 1}
    assert after == {letters[2]: 1}
    assert sender == {letters[2]: 3}
