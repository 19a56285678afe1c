"""Reserving numbers, using them, striking them through; and what stands on paper."""

from datetime import date, timedelta

import pytest

from saraban.desk.dispatch import Addressees, NumberChoice
from saraban.desk.registration import Arrival, open_book, void_entry
from saraban.desk.reservations import reserve_numbers, strike_missing, void_reservation
from saraban.errors import (
    BackDated,
    BookNotFound,
    ExpiryInPast,
    MissingField,
    NotAHole,
    NotReserved,
    NumberBeforeBook,
    NumberTaken,
    NumberTooFarAhead,
    Refused,
    ReservedInOtherBook,
    ReservedInOtherYear,
    TooManyNumbers,
    YearClosed,
)
from saraban.queries.ledger_check import check_ledger
from saraban.records import BookYear, Letter, RegisterEntry, Reservation
from saraban.rules.permissions import Actor
from tests.cast import Cast
from tests.ledgers import tell_cast
from tests.make import DAY, at, register, send

LATER = DAY + timedelta(days=1)
DISTRICTS = "นายอำเภอทุกอำเภอ"


def reserve(clerk: Actor, **named):
    filled = {
        "at": at(),
        "register": "circular",
        "owner_text": "กลุ่มงานการเงิน",
        "reason": "ประชุมนอกเวลา",
        "expires_on": DAY + timedelta(days=7),
    }
    return reserve_numbers(actor=clerk, **(filled | named))


def line(number: int, book: str = "circular") -> RegisterEntry:
    return RegisterEntry.get(RegisterEntry.number == number, RegisterEntry.register == book)


def test_a_block_is_kept_and_the_next_letter_gets_the_number_after_it(cast: Cast) -> None:
    block = reserve(cast.province.clerk, count=3)

    sent = send(cast.province.clerk, phrase=DISTRICTS)

    assert (block.first, block.last, sent.running_number) == (1, 3, 4)
    assert [line(number).letter_id for number in (1, 2, 3)] == [None] * 3
    assert Reservation.get().reserved_on == DAY


def test_a_letter_takes_a_number_that_was_reserved_for_it(cast: Cast) -> None:
    reserve(cast.province.clerk, count=2)

    sent = send(
        cast.province.clerk, phrase=DISTRICTS, numbered=NumberChoice(reserved_uid=line(1).uid)
    )

    used = line(1)
    assert sent.printed_number == "ตก ๐๐๒๓.๓/ว ๑"
    assert Letter.get_by_id(used.letter_id).uid == sent.letter_uid
    assert BookYear.get().last_number == 2


def test_a_letter_of_an_earlier_day_fits_the_number_reserved_on_that_day(cast: Cast) -> None:
    reserve(cast.province.clerk)

    sent = send(
        cast.province.clerk,
        phrase=DISTRICTS,
        at=at(6, 20),
        dated_on=DAY,
        numbered=NumberChoice(reserved_uid=line(1).uid),
    )

    assert Letter.get(Letter.uid == sent.letter_uid).dated_on == DAY
    assert line(1).entered_on == DAY


@pytest.mark.parametrize("dated_on", [DAY - timedelta(days=1), DAY + timedelta(days=2)])
def test_a_reserved_number_fits_no_other_past_day(cast: Cast, dated_on: date) -> None:
    reserve(cast.province.clerk)

    with pytest.raises(BackDated):
        send(
            cast.province.clerk,
            phrase=DISTRICTS,
            at=at(6, 20),
            dated_on=dated_on,
            numbered=NumberChoice(reserved_uid=line(1).uid),
        )
    assert line(1).letter_id is None


def test_the_next_number_is_not_for_a_letter_of_yesterday(cast: Cast) -> None:
    with pytest.raises(BackDated):
        send(cast.province.clerk, phrase=DISTRICTS, at=at(6, 17), dated_on=DAY)

    assert BookYear.select().count() == 0


def test_a_number_reserved_earlier_may_be_used_for_a_letter_of_today(cast: Cast) -> None:
    reserve(cast.province.clerk)

    send(
        cast.province.clerk,
        phrase=DISTRICTS,
        at=at(6, 17),
        dated_on=LATER,
        numbered=NumberChoice(reserved_uid=line(1).uid),
    )

    assert line(1).entered_on == LATER


def test_a_reserved_number_is_used_once(cast: Cast) -> None:
    reserve(cast.province.clerk)
    choice = NumberChoice(reserved_uid=line(1).uid)
    send(cast.province.clerk, phrase=DISTRICTS, numbered=choice)

    with pytest.raises(NotReserved):
        send(cast.province.clerk, phrase=DISTRICTS, numbered=choice)


def test_nobody_uses_what_another_unit_reserved(cast: Cast) -> None:
    reserve(cast.province.clerk)

    with pytest.raises(NotReserved):
        send(
            cast.department.clerk,
            phrase="ผู้ว่าราชการจังหวัด ทุกจังหวัด",
            numbered=NumberChoice(reserved_uid=line(1).uid),
        )


def test_a_number_of_the_send_book_does_not_number_a_circular(cast: Cast) -> None:
    reserve(cast.province.clerk, register="send")
    uid = line(1, "send").uid

    with pytest.raises(ReservedInOtherBook):
        send(cast.province.clerk, phrase=DISTRICTS, numbered=NumberChoice(reserved_uid=uid))


def test_a_number_of_last_year_does_not_number_a_letter_of_this_one(cast: Cast) -> None:
    reserve(cast.province.clerk, at=at(12, 30), expires_on=date(2023, 1, 31))

    with pytest.raises(ReservedInOtherYear):
        send(
            cast.province.clerk,
            phrase=DISTRICTS,
            at=at(1, 5, year=2023),
            dated_on=date(2023, 1, 5),
            numbered=NumberChoice(reserved_uid=line(1).uid),
        )


def test_in_january_a_letter_of_december_still_gets_the_number_kept_for_it(cast: Cast) -> None:
    reserve(cast.province.clerk, at=at(12, 30), expires_on=date(2023, 1, 31))

    send(
        cast.province.clerk,
        phrase=DISTRICTS,
        at=at(1, 5, year=2023),
        dated_on=date(2022, 12, 30),
        numbered=NumberChoice(reserved_uid=line(1).uid),
    )

    assert line(1).be_year == 2565


def test_in_february_it_does_not_any_more(cast: Cast) -> None:
    reserve(cast.province.clerk, at=at(12, 30), expires_on=date(2023, 1, 31))

    with pytest.raises(YearClosed) as refused:
        send(
            cast.province.clerk,
            phrase=DISTRICTS,
            at=at(2, 1, year=2023),
            dated_on=date(2022, 12, 30),
            numbered=NumberChoice(reserved_uid=line(1).uid),
        )
    assert refused.value.text_th == "ทะเบียนปี พ.ศ. 2565 ปิดแล้ว ออกเลขได้ถึง ๓๑ ม.ค. ๒๕๖๖"


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"count": 0}, TooManyNumbers),
        ({"count": 201}, TooManyNumbers),
        ({"owner_text": " "}, MissingField),
        ({"reason": ""}, MissingField),
        ({"expires_on": DAY - timedelta(days=1)}, ExpiryInPast),
        ({"register": "receive"}, BookNotFound),
        ({"register": "send-2"}, BookNotFound),
    ],
)
def test_what_cannot_be_reserved(cast: Cast, wrong: dict[str, object], refusal: type) -> None:
    with pytest.raises(refusal):
        reserve(cast.province.clerk, **wrong)

    assert RegisterEntry.select().count() == BookYear.select().count() == 0


def test_an_officer_reserves_nothing(cast: Cast) -> None:
    with pytest.raises(Refused):
        reserve(cast.province.officer)


def test_what_is_left_of_a_block_is_struck_through_together(cast: Cast) -> None:
    block = reserve(cast.province.clerk, count=3)
    send(cast.province.clerk, phrase=DISTRICTS, numbered=NumberChoice(reserved_uid=line(2).uid))

    count = void_reservation(actor=cast.province.clerk, at=at(), uid=block.uid, reason="งดประชุม")

    assert count == 2
    assert [line(number).void_reason for number in (1, 2, 3)] == ["งดประชุม", None, "งดประชุม"]


def test_one_reserved_number_is_struck_through_and_never_used(cast: Cast) -> None:
    reserve(cast.province.clerk)
    void_entry(actor=cast.province.clerk, at=at(), entry_uid=line(1).uid, reason="ไม่ใช้แล้ว")

    with pytest.raises(NotReserved):
        send(cast.province.clerk, phrase=DISTRICTS, numbered=NumberChoice(reserved_uid=line(1).uid))


def test_a_number_given_on_paper_takes_the_counter_along(cast: Cast) -> None:
    send(cast.province.clerk, phrase=DISTRICTS)

    given = send(
        cast.province.clerk,
        at=at(6, 20),
        dated_on=date(2022, 6, 17),
        addressees=Addressees(),
        numbered=NumberChoice(paper_number=4),
    )
    after = send(cast.province.clerk, phrase=DISTRICTS, at=at(6, 20), dated_on=date(2022, 6, 20))

    assert (given.running_number, given.unit_count, after.running_number) == (4, 0, 5)
    assert line(4).is_from_paper
    assert RegisterEntry.select().count() == 3


def test_a_receipt_number_given_on_paper_is_entered_with_its_day(cast: Cast) -> None:
    open_book(
        actor=cast.province.clerk, at=at(), register="receive", be_year=2565, first_number=100
    )

    done = register(cast.province.clerk, arrival=Arrival(DAY, paper_number=103))

    assert done.receipt_number == 103
    assert line(103, "receive").is_from_paper
    assert register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๑๐๐").receipt_number == 104


def test_a_hole_that_paper_explains_is_filled(cast: Cast) -> None:
    register(cast.province.clerk, arrival=Arrival(DAY, paper_number=3))

    done = register(
        cast.province.clerk,
        printed_number="มท ๐๒๑๑/ว ๑๐๐",
        arrival=Arrival(DAY, paper_number=2),
    )

    assert done.receipt_number == 2
    assert BookYear.get().last_number == 3


def test_a_reserved_number_that_was_used_on_paper_is_that_line(cast: Cast) -> None:
    reserve(cast.province.clerk)

    send(cast.province.clerk, phrase=DISTRICTS, numbered=NumberChoice(paper_number=1))

    assert line(1).is_from_paper
    assert line(1).reservation_id is not None


@pytest.mark.parametrize(
    ("number", "refusal"),
    [(100, NumberTaken), (99, NumberBeforeBook), (2000, NumberTooFarAhead)],
)
def test_what_paper_cannot_have_said(cast: Cast, number: int, refusal: type) -> None:
    open_book(
        actor=cast.province.clerk, at=at(), register="receive", be_year=2565, first_number=100
    )
    register(cast.province.clerk)

    with pytest.raises(refusal):
        register(
            cast.province.clerk,
            printed_number="มท ๐๒๑๑/ว ๑๐๐",
            arrival=Arrival(DAY, paper_number=number),
        )
    assert BookYear.get().last_number == 100


def test_missing_numbers_are_explained_by_void_lines(cast: Cast) -> None:
    register(cast.province.clerk, arrival=Arrival(DAY, paper_number=4))

    strike_missing(
        actor=cast.province.clerk, at=at(), register="receive", be_year=2565, first=1, last=3,
        reason="ใบเลขกระดาษเสีย",
    )  # fmt: skip

    lines = RegisterEntry.select().order_by(RegisterEntry.number)
    assert [one.void_reason for one in lines] == ["ใบเลขกระดาษเสีย"] * 3 + [None]


@pytest.mark.parametrize(("first", "last"), [(3, 4), (5, 5), (0, 1), (4, 4)])
def test_only_missing_numbers_of_the_book_are_struck_through(
    cast: Cast, first: int, last: int
) -> None:
    register(cast.province.clerk, arrival=Arrival(DAY, paper_number=4))

    with pytest.raises(NotAHole):
        strike_missing(
            actor=cast.province.clerk, at=at(), register="receive", be_year=2565, first=first,
            last=last, reason="ไม่ทราบ",
        )  # fmt: skip
    assert RegisterEntry.select().count() == 1


def test_the_ledger_tells_all_of_it(cast: Cast) -> None:
    tell_cast(cast)
    block = reserve(cast.province.clerk, count=2)
    send(cast.province.clerk, phrase=DISTRICTS, numbered=NumberChoice(reserved_uid=line(1).uid))
    void_reservation(actor=cast.province.clerk, at=at(), uid=block.uid, reason="งด")
    register(cast.province.clerk, arrival=Arrival(DAY, paper_number=2))
    strike_missing(
        actor=cast.province.clerk, at=at(), register="receive", be_year=2565, first=1, last=1,
        reason="ไม่ได้ออก",
    )  # fmt: skip

    assert check_ledger().findings == ()
