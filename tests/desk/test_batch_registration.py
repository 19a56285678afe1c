"""A pile of letters at once: consecutive numbers for all of them, or none for any."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest

from saraban.desk.batch_registration import (
    MOST_ROWS,
    BatchLine,
    refusals_of_batch,
    register_batch,
)
from saraban.desk.registration import Arrival, void_entry
from saraban.errors import BatchRefused, Refused, TooManyRows
from saraban.queries.ledger_check import check_ledger
from saraban.records import AuditEvent, BookYear, Delivery, Letter, Receipt, RegisterEntry
from saraban.records.database import connected
from tests.cast import Cast
from tests.ledgers import tell_cast
from tests.make import DAY, at, draft, register, send

ARRIVAL = Arrival(DAY, channel="paper")


def pile(count: int, office: str = "0211", **named: object) -> list[BatchLine]:
    """So many letters of one office, its circulars 1, 2, 3 …"""
    return [
        BatchLine(draft(**named), f"มท {office}/ว {number}", "สำนักงานปลัดกระทรวง")
        for number in range(1, count + 1)
    ]


def test_twenty_letters_get_twenty_consecutive_numbers_in_their_order(cast: Cast) -> None:
    register(cast.province.clerk, printed_number="มท ๐๘๐๑/ว ๗")

    done = register_batch(actor=cast.province.clerk, at=at(), lines=pile(20), arrival=ARRIVAL)

    assert [one.receipt_number for one in done] == list(range(2, 22))
    assert [Letter.get(Letter.uid == one.letter_uid).printed_number for one in done] == [
        f"มท 0211/ว {number}" for number in range(1, 21)
    ]
    assert Receipt.select().where(Receipt.channel == "paper").count() == 20


def test_where_one_line_is_wrong_no_line_gets_a_number(cast: Cast) -> None:
    lines = pile(20)
    lines[6] = BatchLine(draft(subject=""), "มท 0211/ว 7", "สำนักงานปลัดกระทรวง")
    lines[11] = BatchLine(draft(), "เจ็ด", "สำนักงานปลัดกระทรวง")

    with pytest.raises(BatchRefused) as refusal:
        register_batch(actor=cast.province.clerk, at=at(), lines=lines, arrival=ARRIVAL)

    assert {place: error.field for place, error in refusal.value.refusals.items()} == {
        6: "subject",
        11: "printed_number",
    }
    assert RegisterEntry.select().count() == Letter.select().count() == 0
    assert BookYear.select().count() == AuditEvent.select().count() == 0


def test_a_letter_that_has_a_number_holds_up_the_whole_pile_and_is_named(cast: Cast) -> None:
    register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๓")

    with pytest.raises(BatchRefused) as refusal:
        register_batch(actor=cast.province.clerk, at=at(), lines=pile(5), arrival=ARRIVAL)

    ((place, error),) = refusal.value.refusals.items()
    assert (place, error.code, error.facts["number"]) == (2, "already_received", 1)
    assert RegisterEntry.select().count() == 1
    assert BookYear.get().last_number == 1


def test_a_letter_that_came_by_another_way_gets_one_more_number_when_told_so(cast: Cast) -> None:
    register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๑")
    again = [BatchLine(draft(), "มท 0211/ว 1", "สำนักงานปลัดกระทรวง", is_another_arrival=True)]

    (done,) = register_batch(actor=cast.province.clerk, at=at(), lines=again, arrival=ARRIVAL)

    assert done.receipt_number == 2
    assert Letter.select().count() == 1


def test_the_same_letter_twice_in_one_pile_names_the_row_above(cast: Cast) -> None:
    lines = [*pile(3), *pile(1)]

    found = refusals_of_batch(actor=cast.province.clerk, at=at(), lines=lines, arrival=ARRIVAL)

    assert {place: (error.code, error.facts) for place, error in found.items()} == {
        3: ("same_as_row", {"row": 1})
    }


def test_letters_without_a_number_are_no_doubles_of_one_another(cast: Cast) -> None:
    lines = [BatchLine(draft(), "", "ชาวบ้าน"), BatchLine(draft(), "", "ชาวบ้าน")]

    done = register_batch(actor=cast.province.clerk, at=at(), lines=lines, arrival=ARRIVAL)

    assert [one.receipt_number for one in done] == [1, 2]


def test_looking_beforehand_says_what_would_be_refused_and_writes_nothing(cast: Cast) -> None:
    kept = register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๒")
    lines = [*pile(2), BatchLine(draft(dated_on=date(2022, 6, 17)), "มท 0211/ว 9", "")]

    found = refusals_of_batch(actor=cast.province.clerk, at=at(), lines=lines, arrival=ARRIVAL)

    assert {place: error.code for place, error in found.items()} == {
        1: "already_received",
        2: "future_date",
    }
    assert RegisterEntry.select().count() == kept.receipt_number


def test_a_number_that_was_voided_does_not_hold_up_a_pile(cast: Cast) -> None:
    wrong = register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๑")
    void_entry(actor=cast.province.clerk, at=at(), entry_uid=wrong.entry_uid, reason="ลงผิดเล่ม")

    done = register_batch(actor=cast.province.clerk, at=at(), lines=pile(2), arrival=ARRIVAL)

    assert [one.receipt_number for one in done] == [2, 3]


def test_a_letter_of_the_pile_that_was_delivered_in_the_system_is_that_letter(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    line = BatchLine(draft(), sent.printed_number, "จังหวัดตาก")

    (done,) = register_batch(actor=cast.district_a.clerk, at=at(), lines=[line], arrival=ARRIVAL)

    assert done.letter_uid == sent.letter_uid
    assert Delivery.get(Delivery.to_unit == cast.district_a.unit).received_at is not None


def test_the_ledger_tells_each_letter_and_which_pile_it_came_in(cast: Cast) -> None:
    tell_cast(cast)

    done = register_batch(actor=cast.province.clerk, at=at(), lines=pile(3), arrival=ARRIVAL)

    events = AuditEvent.select().where(AuditEvent.act == "register_received")
    assert [event.subject for event in events.order_by(AuditEvent.id)] == [
        one.letter_uid for one in done
    ]
    assert all('"of_batch":"1-3"' in event.body for event in events)
    assert check_ledger().findings == ()


def test_more_than_a_pile_at_once_is_refused(cast: Cast) -> None:
    with pytest.raises(TooManyRows):
        register_batch(
            actor=cast.province.clerk, at=at(), lines=pile(MOST_ROWS + 1), arrival=ARRIVAL
        )


def test_only_a_clerk_registers_a_pile(cast: Cast) -> None:
    with pytest.raises(Refused):
        register_batch(actor=cast.province.officer, at=at(), lines=pile(1), arrival=ARRIVAL)


def test_two_piles_at_once_each_get_twenty_consecutive_numbers(cast: Cast) -> None:
    tell_cast(cast)
    barrier = Barrier(2)

    def one(office: str) -> list[int]:
        with connected():
            barrier.wait()
            done = register_batch(
                actor=cast.province.clerk, at=at(), lines=pile(20, office), arrival=ARRIVAL
            )
        return [registered.receipt_number for registered in done]

    with ThreadPoolExecutor(2) as threads:
        given = sorted(threads.map(one, ("0211", "0212")))

    assert given == [list(range(1, 21)), list(range(21, 41))]
    assert check_ledger().findings == ()


def test_of_two_who_enter_one_pile_at_once_one_gets_the_numbers(cast: Cast) -> None:
    barrier = Barrier(2)

    def one(_: int) -> str:
        with connected():
            barrier.wait()
            try:
                register_batch(actor=cast.province.clerk, at=at(), lines=pile(20), arrival=ARRIVAL)
            except BatchRefused as refusal:
                return f"refused {len(refusal.refusals)}"
        return "done"

    with ThreadPoolExecutor(2) as threads:
        answers = sorted(threads.map(one, range(2)))

    assert answers == ["done", "refused 20"]
    assert RegisterEntry.select().count() == BookYear.get().last_number == 20
