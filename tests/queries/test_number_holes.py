"""Every number of a book is explained, page by page; a day's oddities; a book paged by number."""

from datetime import date, timedelta

import pytest

from saraban.desk.holidays import add_holiday, remove_holiday
from saraban.desk.registration import Arrival, void_entry
from saraban.desk.reservations import reserve_numbers
from saraban.queries import number_holes as module, register_book as book_module
from saraban.queries.holidays import odd_day
from saraban.queries.number_holes import NumberHoles, number_holes
from saraban.queries.register_book import register_book
from saraban.rules.holidays import DayOddity
from saraban.rules.registers import NumberState
from tests.cast import Cast
from tests.make import DAY, at, register, send

NEXT_DAY = DAY + timedelta(days=1)


def holes(cast: Cast, book: str = "receive", **named) -> NumberHoles:
    filled = {"register": book, "be_year": 2565, "today": DAY}
    return number_holes(cast.province.clerk, **(filled | named))


def paper(cast: Cast, number: int, day: date = DAY) -> str:
    return register(
        cast.province.clerk,
        printed_number=f"มท ๐๒๑๑/{number}",
        arrival=Arrival(day, paper_number=number),
    ).entry_uid


def reserve(cast: Cast, count: int = 1) -> None:
    reserve_numbers(
        actor=cast.province.clerk, at=at(), register="circular", owner_text="กองคลัง",
        reason="ประชุม", expires_on=DAY, count=count,
    )  # fmt: skip


def test_a_book_without_holes_says_so(cast: Cast) -> None:
    register(cast.province.clerk)

    found = holes(cast)

    assert (found.lines, found.missing_count) == ((), 0)
    assert (found.first_number, found.last_number) == (1, 1)


def test_each_kind_of_number_is_told_apart(cast: Cast) -> None:
    register(cast.province.clerk)
    void_entry(actor=cast.province.clerk, at=at(), entry_uid=paper(cast, 4), reason="ซ้ำ")
    paper(cast, 6)

    found = holes(cast)

    assert [(line.number, line.last, line.state) for line in found.lines] == [
        (2, 3, NumberState.MISSING),
        (4, 4, NumberState.VOID),
        (5, 5, NumberState.MISSING),
        (6, 6, NumberState.PAPER),
    ]
    assert found.missing_count == 3
    assert (found.counts.void, found.counts.paper) == (1, 1)


def test_a_reserved_number_says_for_whom_and_until_when(cast: Cast) -> None:
    reserve(cast)

    today, tomorrow = holes(cast, "circular"), holes(cast, "circular", today=NEXT_DAY)

    line = today.lines[0]
    assert (line.state, line.who, line.text, line.expires_on) == (
        NumberState.RESERVED, "กองคลัง", "ประชุม", DAY,
    )  # fmt: skip
    assert tomorrow.lines[0].state == NumberState.EXPIRED
    assert (tomorrow.counts.reserved, tomorrow.counts.expired) == (0, 1)


def test_holes_come_page_by_page_and_none_twice(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAGE_SIZE", 2)
    for number in (3, 5, 9):
        paper(cast, number)

    pages = [holes(cast), holes(cast, after=3), holes(cast, after=5)]

    assert [[(line.number, line.last) for line in page.lines] for page in pages] == [
        [(1, 2), (3, 3)],
        [(4, 4), (5, 5)],
        [(6, 8), (9, 9)],
    ]
    assert [page.next_after for page in pages] == [3, 5, None]


def test_numbers_missing_at_the_end_of_a_book_are_found(cast: Cast) -> None:
    reserve(cast, 2)
    paper(cast, 3)

    assert holes(cast, "circular").missing_count == 0
    assert [line.number for line in holes(cast).lines] == [1, 3]


def test_a_book_is_paged_by_number_in_both_directions(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book_module, "PAGE_SIZE", 2)
    for number in range(1, 6):
        register(cast.province.clerk, printed_number=f"มท ๐๒๑๑/{number}")

    def page(before: int | None) -> tuple[list[int], int | None, int | None]:
        found = register_book(
            cast.province.clerk, register="receive", be_year=2565, today=DAY, before=before
        )
        return [line.number for line in found.lines], found.newer_before, found.older_before

    assert page(None) == ([5, 4], None, 4)
    assert page(4) == ([3, 2], 0, 2)
    assert page(2) == ([1], 4, None)
    assert page(1) == ([], 3, None)


def test_a_page_tells_of_numbers_missing_between_its_lines(cast: Cast) -> None:
    paper(cast, 2)
    paper(cast, 5)

    found = register_book(cast.province.clerk, register="receive", be_year=2565, today=DAY)

    assert found.missing_here == 2


def odd(cast: Cast, day: date, number: int | None = None) -> tuple[DayOddity, ...]:
    return odd_day(
        cast.province.unit.id, register="circular", be_year=2565, day=day, number=number
    ).oddities


def test_a_weekend_and_a_holiday_are_odd_days(cast: Cast) -> None:
    add_holiday(actor=cast.administrator, at=at(), day=date(2022, 6, 3), name_th="วันเฉลิมฯ")

    assert odd(cast, date(2022, 6, 3)) == (DayOddity.HOLIDAY,)
    assert odd(cast, date(2022, 6, 4)) == (DayOddity.WEEKEND,)
    assert odd(cast, DAY) == ()

    remove_holiday(actor=cast.administrator, at=at(), day=date(2022, 6, 3))
    assert odd(cast, date(2022, 6, 3)) == ()


def test_a_day_before_the_previous_numbers_is_out_of_order(cast: Cast) -> None:
    reserve(cast)
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    assert odd(cast, DAY - timedelta(days=1)) == (DayOddity.OUT_OF_ORDER,)
    assert odd(cast, NEXT_DAY) == ()


def test_a_reserved_number_used_later_than_its_neighbours_is_out_of_order(cast: Cast) -> None:
    reserve(cast)
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    assert odd(cast, NEXT_DAY, number=1) == (DayOddity.OUT_OF_ORDER,)
    assert odd(cast, DAY, number=1) == ()
