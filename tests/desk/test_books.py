"""The books of a registry: free ones, the circular series, and years that are closed."""

from datetime import date

import pytest

from saraban.desk.books import (
    add_book,
    choose_circular_series,
    close_book,
    keep_old_year_open,
    open_book,
)
from saraban.desk.dispatch import Addressees, NumberChoice
from saraban.desk.drafts import CitationDraft
from saraban.desk.registration import Arrival, void_entry
from saraban.desk.reservations import reserve_numbers
from saraban.errors import (
    BookHasReservations,
    BookNotFound,
    InvalidInput,
    LetterNumberTaken,
    MissingField,
    NumberIsCited,
    Refused,
    YearClosed,
)
from saraban.queries.books import book_settings
from saraban.queries.ledger_check import check_ledger
from saraban.records import Book, BookYear, Letter, RegisterEntry
from saraban.rules.registers import CircularSeries
from tests.cast import Cast
from tests.ledgers import tell_cast
from tests.make import DAY, at, register, send

DISTRICTS = "นายอำเภอทุกอำเภอ"


def add(cast: Cast, name: str = "ทะเบียนหนังสือกลุ่มงานการเงิน", numbers: str = "letters") -> str:
    return add_book(actor=cast.province.clerk, at=at(), name_th=name, numbers=numbers)


def test_a_free_book_has_numbers_of_its_own(cast: Cast) -> None:
    book = add(cast)
    send(cast.province.clerk, phrase=DISTRICTS, is_circular=False)

    sent = send(
        cast.province.clerk,
        phrase=DISTRICTS,
        is_circular=False,
        owner_number="0023.4",
        numbered=NumberChoice(register=book),
    )

    assert (book, sent.printed_number) == ("send-2", "ตก ๐๐๒๓.๔/๑")
    assert {book.register for book in BookYear.select()} == {"send", "send-2"}


def test_two_books_never_give_one_printed_number_twice(cast: Cast) -> None:
    book = add(cast)
    send(cast.province.clerk, phrase=DISTRICTS, is_circular=False)

    with pytest.raises(LetterNumberTaken) as refused:
        send(
            cast.province.clerk,
            phrase=DISTRICTS,
            is_circular=False,
            numbered=NumberChoice(register=book),
        )
    assert "ตก ๐๐๒๓.๓/๑" in refused.value.text_th
    assert BookYear.get_or_none(BookYear.register == book) is None


def test_a_free_receive_book_numbers_what_comes(cast: Cast) -> None:
    book = add(cast, "ทะเบียนรับหนังสือร้องเรียน", "receipts")

    done = register(cast.province.clerk, arrival=Arrival(DAY, register=book))

    assert (book, done.receipt_number) == ("receive-2", 1)
    assert RegisterEntry.get().register == "receive-2"


@pytest.mark.parametrize("book", ["send", "circular", "receive-9", "ไม่มี"])
def test_a_receipt_goes_into_a_book_for_receipts(cast: Cast, book: str) -> None:
    with pytest.raises(BookNotFound):
        register(cast.province.clerk, arrival=Arrival(DAY, register=book))


def test_another_units_book_is_none_of_ours(cast: Cast) -> None:
    book = add(cast)

    with pytest.raises(BookNotFound):
        send(cast.ministry.clerk, phrase="ผู้ว่าราชการจังหวัด ทุกจังหวัด",
             numbered=NumberChoice(register=book))  # fmt: skip


def test_a_closed_book_gives_no_more_numbers_and_keeps_its_lines(cast: Cast) -> None:
    book = add(cast)
    send(cast.province.clerk, phrase=DISTRICTS, numbered=NumberChoice(register=book))
    close_book(actor=cast.province.clerk, at=at(), uid=Book.get().uid)

    with pytest.raises(BookNotFound):
        send(cast.province.clerk, phrase=DISTRICTS, numbered=NumberChoice(register=book))
    with pytest.raises(BookNotFound):
        open_book(actor=cast.province.clerk, at=at(), register=book, be_year=2566, first_number=5)
    assert RegisterEntry.get().register == book


def test_a_book_with_reserved_numbers_is_not_closed(cast: Cast) -> None:
    book = add(cast)
    reserve_numbers(
        actor=cast.province.clerk, at=at(), register=book, owner_text="ก", reason="ข",
        expires_on=DAY,
    )  # fmt: skip

    with pytest.raises(BookHasReservations):
        close_book(actor=cast.province.clerk, at=at(), uid=Book.get().uid)


@pytest.mark.parametrize(
    ("name", "numbers", "refusal"),
    [
        ("", "letters", MissingField),
        ("ทะเบียน", "people", InvalidInput),
        ("ทะเบียนหนังสือส่ง", "letters", InvalidInput),
    ],
)
def test_what_is_no_book(cast: Cast, name: str, numbers: str, refusal: type) -> None:
    with pytest.raises(refusal):
        add(cast, name, numbers)

    assert Book.select().count() == 0


def test_an_officer_keeps_no_books(cast: Cast) -> None:
    with pytest.raises(Refused):
        choose_circular_series(actor=cast.province.officer, at=at(), series="shared")


def test_a_shared_series_numbers_circulars_from_the_send_book(cast: Cast) -> None:
    choose_circular_series(actor=cast.province.clerk, at=at(), series="shared")
    plain = send(cast.province.clerk, phrase=DISTRICTS, is_circular=False)

    circular = send(cast.province.clerk, phrase=DISTRICTS, is_circular=True)

    assert [plain.printed_number, circular.printed_number] == ["ตก ๐๐๒๓.๓/๑", "ตก ๐๐๒๓.๓/ว ๒"]
    assert BookYear.get().register == "send"


def test_a_number_reserved_for_circulars_is_of_the_shared_series(cast: Cast) -> None:
    choose_circular_series(actor=cast.province.clerk, at=at(), series="shared")

    block = reserve_numbers(
        actor=cast.province.clerk, at=at(), register="circular", owner_text="ก", reason="ข",
        expires_on=DAY,
    )  # fmt: skip

    assert block.register == "send"
    sent = send(
        cast.province.clerk,
        phrase=DISTRICTS,
        numbered=NumberChoice(reserved_uid=RegisterEntry.get().uid),
    )
    assert sent.printed_number == "ตก ๐๐๒๓.๓/ว ๑"


@pytest.mark.parametrize("is_circular", [True, False])
def test_a_series_that_has_begun_changes_with_the_year(cast: Cast, is_circular: bool) -> None:
    clerk = cast.province.clerk
    send(clerk, phrase=DISTRICTS, is_circular=is_circular)

    year = choose_circular_series(actor=clerk, at=at(), series="shared")

    settings = book_settings(clerk, 2565)
    assert year == 2566
    assert (settings.series, settings.next_series) == (CircularSeries.OWN, CircularSeries.SHARED)
    assert send(clerk, phrase=DISTRICTS).printed_number.endswith(f"ว {'๒' if is_circular else '๑'}")
    send(clerk, phrase=DISTRICTS, at=at(1, 4, year=2023), dated_on=date(2023, 1, 4))
    assert BookYear.get(BookYear.be_year == 2566).register == "send"


def test_a_choice_for_next_year_may_be_taken_back(cast: Cast) -> None:
    send(cast.province.clerk, phrase=DISTRICTS)
    choose_circular_series(actor=cast.province.clerk, at=at(), series="shared")

    choose_circular_series(actor=cast.province.clerk, at=at(), series="own")

    assert book_settings(cast.province.clerk, 2565).next_series is None


@pytest.mark.parametrize(("month", "day"), [(1, 1), (1, 31)])
def test_in_january_both_years_receive(cast: Cast, month: int, day: int) -> None:
    register(cast.province.clerk, at=at(month, day, year=2023), arrival=Arrival(DAY))
    register(
        cast.province.clerk,
        printed_number="มท ๐๒๑๑/ว ๑๐๐",
        at=at(month, day, year=2023),
        arrival=Arrival(date(2023, month, day)),
    )

    assert {(book.be_year, book.last_number) for book in BookYear.select()} == {
        (2565, 1),
        (2566, 1),
    }


def test_receipts_of_last_year_are_not_given_in_june(cast: Cast) -> None:
    with pytest.raises(YearClosed):
        register(cast.province.clerk, at=at(6, 1, year=2023), arrival=Arrival(DAY))

    assert Letter.select().count() == BookYear.select().count() == 0


def test_a_registry_says_how_long_the_old_year_is_open(cast: Cast) -> None:
    keep_old_year_open(actor=cast.province.clerk, at=at(), days=10)
    keep_old_year_open(actor=cast.province.clerk, at=at(), days=0)

    with pytest.raises(YearClosed):
        register(cast.province.clerk, at=at(1, 1, year=2023), arrival=Arrival(DAY))
    assert register(cast.department.clerk, at=at(1, 31, year=2023)).receipt_number == 1


@pytest.mark.parametrize("days", [-1, 366])
def test_an_old_year_is_open_for_a_year_at_most(cast: Cast, days: int) -> None:
    with pytest.raises(InvalidInput):
        keep_old_year_open(actor=cast.province.clerk, at=at(), days=days)


def test_a_number_that_another_letter_cites_is_voided_only_knowingly(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase=DISTRICTS)
    answer = send(
        cast.district_a.clerk,
        phrase="",
        addressees=_to(cast.province.unit.id),
        is_circular=False,
        owner_number="0118",
        citations=_cites(f"หนังสือจังหวัดตาก ที่ {sent.printed_number} ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"),
    )
    entry = RegisterEntry.get(RegisterEntry.unit == cast.province.unit)
    asked = {"actor": cast.province.clerk, "at": at(), "entry_uid": entry.uid, "reason": "ผิด"}

    with pytest.raises(NumberIsCited) as refused:
        void_entry(**asked)
    assert answer.printed_number in refused.value.text_th
    assert RegisterEntry.get_by_id(entry.id).voided_at is None

    void_entry(**asked, although_cited=True)
    assert RegisterEntry.get_by_id(entry.id).void_reason == "ผิด"


def test_a_citing_letter_that_may_not_be_seen_is_counted_not_named(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase=DISTRICTS)
    send(
        cast.district_a.clerk,
        addressees=_to(cast.district_b.unit.id),
        owner_number="0118",
        subject="เรื่องของอำเภอ",
        citations=_cites(f"หนังสือจังหวัดตาก ที่ {sent.printed_number} ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"),
    )
    entry = RegisterEntry.get(RegisterEntry.unit == cast.province.unit)

    with pytest.raises(NumberIsCited) as refused:
        void_entry(actor=cast.province.clerk, at=at(), entry_uid=entry.uid, reason="ผิด")
    assert "ของหน่วยอื่น 1 ฉบับ" in refused.value.text_th
    assert "0118" not in refused.value.text_th


def test_a_receipt_that_our_answer_cites_is_voided_only_knowingly(cast: Cast) -> None:
    came = register(cast.province.clerk)
    send(
        cast.province.clerk,
        phrase=DISTRICTS,
        citations=_cites("หนังสือสำนักงานปลัดกระทรวง ที่ มท ๐๒๑๑/ว ๙๙ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"),
    )

    with pytest.raises(NumberIsCited):
        void_entry(actor=cast.province.clerk, at=at(), entry_uid=came.entry_uid, reason="ซ้ำ")


def test_the_ledger_tells_of_books_and_choices(cast: Cast) -> None:
    tell_cast(cast)
    add(cast)
    close_book(actor=cast.province.clerk, at=at(), uid=Book.get().uid)
    choose_circular_series(actor=cast.province.clerk, at=at(), series="shared")
    choose_circular_series(actor=cast.province.clerk, at=at(), series="own")
    keep_old_year_open(actor=cast.province.clerk, at=at(), days=10)
    keep_old_year_open(actor=cast.province.clerk, at=at(), days=20)

    assert check_ledger().findings == ()


def _to(unit_id: int):
    return Addressees(unit_ids=(unit_id,))


def _cites(text: str):
    return (CitationDraft("reference", text),)
