"""Two people at one pair of letters at the same moment: one merge, no ring, no deadlock."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle

import pytest

from saraban.desk.merging import merge_letters, undo_merge
from saraban.desk.registration import Arrival, receive_delivery
from saraban.errors import SarabanError
from saraban.queries.ledger_check import check_ledger
from saraban.queries.one_letter import head_of, rows_of_one
from saraban.records import Delivery, Letter, LetterMerge, Receipt
from saraban.records.database import connected, database, is_postgres, write_transaction
from tests.cast import Cast
from tests.desk.test_numbering_at_once import AT_ONCE, all_at_once
from tests.ledgers import tell_cast
from tests.make import DAY, at, register, send

LATER = at(6, 17)


def in_turn(*acts: Callable[[], object]) -> Callable[[], object]:
    """Each caller the next of these acts."""
    queue = iter([act for _, act in zip(range(AT_ONCE), cycle(acts), strict=False)])
    return lambda: next(queue)()


def test_of_many_who_merge_one_pair_crosswise_one_wins(cast: Cast) -> None:
    clerk = cast.district_a.clerk
    one = register(clerk, printed_number="มท ๐๒๑๑/๑").letter_uid
    other = register(clerk, printed_number="มท ๐๒๑๑/๒").letter_uid

    def merge(kept: str, merged: str) -> Callable[[], object]:
        return lambda: merge_letters(
            actor=clerk, at=LATER, letter_uid=kept, other_uid=merged, reason="ฉบับเดียวกัน"
        )

    answers = all_at_once(in_turn(merge(one, other), merge(other, one)))

    assert answers == ["already_one_letter"] * (AT_ONCE - 1) + ["done"]
    assert LetterMerge.select().count() == 1


def test_three_rows_merged_in_a_ring_at_once_have_one_head(cast: Cast) -> None:
    tell_cast(cast)
    clerk = cast.district_a.clerk
    uids = [register(clerk, printed_number=f"มท ๐๒๑๑/{n}").letter_uid for n in (1, 2, 3)]

    def merge(kept: str, merged: str) -> Callable[[], object]:
        return lambda: merge_letters(
            actor=clerk, at=LATER, letter_uid=kept, other_uid=merged, reason="ฉบับเดียวกัน"
        )

    answers = all_at_once(
        in_turn(merge(uids[0], uids[1]), merge(uids[1], uids[2]), merge(uids[2], uids[0]))
    )

    ids = [row.id for row in Letter.select().order_by(Letter.id)]
    assert answers.count("done") == 2
    assert {head_of(one) for one in ids} == {ids[0]}
    assert sorted(rows_of_one(ids[2])) == ids
    assert check_ledger().findings == ()


def test_who_waits_for_rows_that_were_merged_meanwhile_keeps_nobody_waiting(cast: Cast) -> None:
    if not is_postgres():
        pytest.skip("SQLite has one writer at a time")
    clerk = cast.district_a.clerk

    def merge(kept: str, merged: str) -> str:
        with connected():
            try:
                return merge_letters(
                    actor=clerk, at=LATER, letter_uid=kept, other_uid=merged, reason="ฉบับเดียวกัน"
                )
            except SarabanError as refusal:
                return refusal.code

    # Both wait for rows of the first merge; whose turn comes first afterwards is chance.
    for number in range(1, 31, 3):
        one, two, three = (
            register(clerk, printed_number=f"มท ๐๒๑๑/{number + step}").letter_uid
            for step in range(3)
        )
        with ThreadPoolExecutor(2) as others:
            with write_transaction():
                merge_letters(
                    actor=clerk, at=LATER, letter_uid=one, other_uid=two, reason="ฉบับเดียวกัน"
                )
                answers = [others.submit(merge, two, three), others.submit(merge, three, one)]
                wait_until_blocked(len(answers))
            codes = [answer.result() for answer in answers]
        assert codes.count("already_one_letter") == 1
        assert "busy" not in codes


def wait_until_blocked(count: int) -> None:
    """Until so many other connections to this database wait for a lock."""
    waiting = (
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    while database.execute_sql(waiting).fetchone()[0] < count:
        database.execute_sql("SELECT pg_stat_clear_snapshot()")


def test_a_letter_merged_and_received_at_the_same_moment_has_one_number(cast: Cast) -> None:
    clerk = cast.district_a.clerk
    paper = register(clerk, printed_number="ตก ๐๐๒๓.๓/ว ๑", at=at(hour=9)).letter_uid
    system = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid

    def merge() -> object:
        return merge_letters(actor=clerk, at=LATER, letter_uid=paper, other_uid=system)

    def receive() -> object:
        return receive_delivery(actor=clerk, at=LATER, letter_uid=system, arrival=Arrival(DAY))

    answers = all_at_once(in_turn(merge, receive))

    delivery = Delivery.get(Delivery.to_unit == clerk.unit_id)
    assert answers.count("done") in (1, 2)
    assert Receipt.select().count() <= 2
    assert LetterMerge.select().count() == 1
    assert delivery.received_at == LATER


def test_of_many_who_undo_one_merge_one_wins(cast: Cast) -> None:
    clerk = cast.district_a.clerk
    paper = register(clerk, printed_number="ตก ๐๐๒๓.๓/ว ๑", at=at(hour=9)).letter_uid
    system = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid
    uid = merge_letters(actor=clerk, at=LATER, letter_uid=paper, other_uid=system)

    answers = all_at_once(
        lambda: undo_merge(actor=clerk, at=LATER, merge_uid=uid, reason="คนละฉบับ")
    )

    assert answers == ["done"] + ["merge_already_undone"] * (AT_ONCE - 1)
    assert Delivery.get(Delivery.to_unit == clerk.unit_id).received_at is None
