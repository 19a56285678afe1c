"""Closing a day, and deriving it anew from the ledger: whoever changed the book is found out."""

from datetime import date

import pytest

from saraban.desk.closing import close_day
from saraban.desk.registration import Arrival, receive_delivery, void_entry
from saraban.desk.reservations import reserve_numbers
from saraban.errors import FutureDate, NothingToClose, Refused
from saraban.queries.closing_check import check_closing
from saraban.queries.closings import closing_day
from saraban.queries.ledger_check import check_ledger
from saraban.records import DayClosing, Letter
from saraban.rules.closings import shown_code
from saraban.rules.permissions import Actor
from tests.cast import Cast
from tests.ledgers import change, run as run_sql, tell_cast, unguarded
from tests.make import DAY, at, register, send


def closed(clerk: Actor) -> str:
    return close_day(actor=clerk, at=at(hour=16), day=DAY).code


@pytest.fixture
def clerk(cast: Cast) -> Actor:
    """The province's clerk on a day with a receipt, a circular, and a letter of another unit."""
    tell_cast(cast)
    sent = send(
        cast.department.clerk,
        phrase="ผู้ว่าราชการจังหวัดทุกจังหวัด",
        code_letters="มท",
        owner_number="0801.4",
    )
    register(cast.province.clerk)
    receive_delivery(
        actor=cast.province.clerk, at=at(), letter_uid=sent.letter_uid, arrival=Arrival(DAY)
    )
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    return cast.province.clerk


def test_a_closed_day_equals_what_was_signed(clerk: Actor) -> None:
    code = closed(clerk)

    check = check_closing(shown_code(code).lower())
    assert check.holds
    assert (check.day, check.line_count, check.round) == (DAY, 3, 1)
    assert "ตรงกับที่ลงนามทุกบรรทัด (๓ บรรทัด)" in check.text_th
    assert check_ledger().findings == ()


def test_what_goes_on_on_other_days_does_not_matter(clerk: Actor, cast: Cast) -> None:
    code = closed(clerk)

    register(clerk, at=at(day=17), arrival=Arrival(date(2022, 6, 17)), printed_number="มท ๐๒๑๑/ว ๑")
    register(cast.tao.clerk)

    assert check_closing(code).holds


def test_a_number_voided_after_signing_is_named(clerk: Actor) -> None:
    code = closed(clerk)
    entry = closing_entry("receive", 1)

    void_entry(actor=clerk, at=at(day=17), entry_uid=entry, reason="ลงซ้ำ")

    check = check_closing(code)
    assert check.fault == "changed"
    assert check.changed == (("receive", 2565, 1),)
    assert "ทะเบียนหนังสือรับ เลข ๑/๒๕๖๕" in check.text_th


def closing_entry(book: str, number: int) -> str:
    sql = "SELECT uid FROM register_entry WHERE register = ? AND number = ?"
    return run_sql(sql, [book, number])[0][0]


def test_a_line_added_to_a_signed_day_is_named_and_the_day_may_be_closed_again(
    clerk: Actor,
) -> None:
    first = closed(clerk)
    register(clerk, at=at(hour=17), printed_number="มท ๐๒๑๑/ว ๑๐๐")

    second = close_day(actor=clerk, at=at(hour=18), day=DAY)

    assert check_closing(first).changed == (("receive", 2565, 3),)
    assert second.round == 2
    assert check_closing(second.code).holds


def test_closing_again_what_did_not_change_gives_the_same_code(clerk: Actor) -> None:
    assert closed(clerk) == closed(clerk)
    assert DayClosing.select().count() == 1


@pytest.mark.parametrize(
    ("table", "column", "value", "where"),
    [
        ("letter", "subject", "เรื่องที่แก้ทีหลัง", "id > 0"),
        ("register_entry", "entered_on", "2022-06-15", "register = 'receive'"),
    ],
)
def test_a_row_changed_by_hand_is_found(
    clerk: Actor, table: str, column: str, value: str, where: str
) -> None:
    code = closed(clerk)

    change(table, column, value, where, [])

    assert check_closing(code).fault == "changed"


def test_an_event_changed_by_hand_cannot_be_confirmed(clerk: Actor) -> None:
    code = closed(clerk)

    with unguarded("audit_event"):
        run_sql(
            "UPDATE audit_event SET body = REPLACE(body, ?, ?) WHERE unit_id = ? AND seq = 1",
            ["สำนักงาน", "กองงาน", clerk.unit_id],
        )

    assert check_closing(code).fault == "chain"


def test_a_closing_that_somebody_made_up_does_not_derive(clerk: Actor) -> None:
    code = closed(clerk)
    with unguarded("day_closing"):
        run_sql("UPDATE day_closing SET code = ?", ["0" * 16])

    assert check_closing(code).fault == "unknown"
    assert check_closing("0" * 16).fault == "chain"


def test_a_letter_forged_in_the_rows_and_the_events_of_the_letter_is_still_found(
    clerk: Actor,
) -> None:
    """The letter came from another unit's chain, which the code does not hash: its lines do."""
    code = closed(clerk)
    letter = Letter.get(Letter.issuer_text == "กรมส่งเสริมการปกครองท้องถิ่น")
    change("letter", "subject", "ปลอม", "id = ?", [letter.id])
    with unguarded("audit_event"):
        run_sql(
            "UPDATE audit_event SET body = REPLACE(body, ?, ?) WHERE subject = ?",
            ["การจัดกิจกรรมปลูกต้นไม้ประจำปี", "ปลอม", letter.uid],
        )

    assert not check_closing(code).holds


@pytest.mark.parametrize("text", ["", "ไม่ใช่รหัส", "1234-1234-1234-1234"])
def test_a_code_nobody_gave_is_unknown(cast: Cast, text: str) -> None:
    check = check_closing(text)

    assert check.fault == "unknown"
    assert "ไม่มีการปิดทะเบียนด้วยรหัสนี้" in check.text_th


def test_a_day_without_lines_or_to_come_is_not_closed(clerk: Actor) -> None:
    with pytest.raises(NothingToClose):
        close_day(actor=clerk, at=at(), day=date(2022, 6, 1))
    with pytest.raises(FutureDate):
        close_day(actor=clerk, at=at(), day=date(2022, 6, 17))


def test_only_a_clerk_closes_a_day(cast: Cast) -> None:
    with pytest.raises(Refused):
        close_day(actor=cast.province.officer, at=at(), day=DAY)


def test_the_page_of_a_day_tells_numbers_that_are_not_there(clerk: Actor) -> None:
    register(clerk, at=at(day=17), arrival=Arrival(date(2022, 6, 17)), printed_number="มท ๐๒๑๑/ว ๒")
    register(clerk, at=at(day=17), arrival=Arrival(DAY), printed_number="มท ๐๒๑๑/ว ๓")
    run_sql("UPDATE book_year SET last_number = 9 WHERE register = ?", ["receive"])
    register(clerk, at=at(day=17), arrival=Arrival(DAY), printed_number="มท ๐๒๑๑/ว ๔")

    receive = next(b for b in closing_day(clerk, day=DAY).books if b.register == "receive")

    assert (receive.first, receive.last, len(receive.lines)) == (1, 10, 4)
    assert receive.elsewhere == (3,)
    assert receive.missing == (5, 6, 7, 8, 9)


def test_a_number_signed_as_reserved_may_be_used_afterwards_and_is_told(clerk: Actor) -> None:
    kept = reserve_numbers(
        actor=clerk,
        at=at(),
        register="circular",
        owner_text="กองคลัง",
        reason="ประชุมค่ำ",
        expires_on=date(2022, 6, 30),
    )
    code = closed(clerk)

    void_entry(
        actor=clerk, at=at(day=17), entry_uid=closing_entry("circular", kept.first), reason="ไม่ใช้"
    )

    check = check_closing(code)
    assert (check.holds, check.line_count) == (True, 4)
    assert check.filled == (("circular", 2565, kept.first),)
    assert "เลขที่จองไว้ใช้ภายหลัง" in check.text_th
