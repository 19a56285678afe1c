"""Receiving: numbers of one's own book, one letter with many receipts."""

from datetime import date, time

import pytest

from saraban.desk.drafts import CitationDraft
from saraban.desk.registration import (
    Arrival,
    open_book,
    pass_inside,
    receive_delivery,
    void_entry,
)
from saraban.errors import (
    AlreadyReceived,
    BookAlreadyOpen,
    DateBeforeLetter,
    FutureDate,
    LetterNotFound,
    MissingField,
    NumberAlreadyVoid,
    Refused,
    SecretContentRefused,
    TextTooLong,
    TopSecretRefused,
    UnitNotFound,
    UnreadableLetterNumber,
)
from saraban.records import BookYear, Citation, Delivery, Letter, Receipt, RegisterEntry
from saraban.records.database import write_transaction
from tests.cast import Cast
from tests.make import DAY, at, picture, register, send


def test_numbers_of_a_book_follow_one_another(cast: Cast) -> None:
    first = register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๑")
    second = register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๒")

    assert (first.receipt_number, second.receipt_number) == (1, 2)
    assert first.be_year == 2565


def test_each_desk_numbers_the_same_letter_in_its_own_book(cast: Cast) -> None:
    open_book(
        actor=cast.province.clerk, at=at(), register="receive", be_year=2565, first_number=1149
    )
    open_book(
        actor=cast.local_office.clerk, at=at(), register="receive", be_year=2565, first_number=1037
    )
    letter = register(cast.province.clerk)
    pass_inside(
        actor=cast.province.clerk,
        at=at(),
        letter_uid=letter.letter_uid,
        to_unit_uid=cast.local_office.unit.uid,
    )

    inner = receive_delivery(
        actor=cast.local_office.clerk, at=at(), letter_uid=letter.letter_uid, arrival=Arrival(DAY)
    )

    assert (letter.receipt_number, inner.receipt_number) == (1149, 1037)
    assert Letter.select().count() == 1
    assert Receipt.select().count() == 2


def test_a_stamp_keeps_its_own_digits_date_and_missing_time(cast: Cast) -> None:
    register(
        cast.province.clerk,
        dated_on=date(2022, 5, 31),
        arrival=Arrival(date(2022, 5, 31), digits="arabic", printed_date="31/๕/๖๕"),
    )

    stamp = Receipt.get()

    assert (stamp.printed_number, stamp.printed_date, stamp.received_time) == ("1", "31/๕/๖๕", None)


def test_a_time_is_kept_when_the_stamp_has_one(cast: Cast) -> None:
    register(cast.province.clerk, arrival=Arrival(DAY, received_time=time(13, 30)))

    assert Receipt.get().received_time == "13:30"


def test_what_was_printed_stays_beside_what_was_read(cast: Cast) -> None:
    register(cast.province.clerk, printed_number="ที่ มท 0801.4/ว๑๖๕๘")

    letter = Letter.get()

    assert letter.printed_number == "ที่ มท 0801.4/ว๑๖๕๘"
    assert letter.letter_number == "มท 0801.4/ว 1658"
    assert letter.is_circular


def test_the_year_of_a_receipt_is_the_day_received_not_the_letters(cast: Cast) -> None:
    found = register(
        cast.province.clerk,
        at=at(1, 4, year=2023),
        dated_on=date(2022, 12, 29),
        arrival=Arrival(date(2023, 1, 4)),
    )

    assert (found.be_year, found.receipt_number) == (2566, 1)
    assert Letter.get().be_year == 2565


def test_the_same_letter_again_at_the_same_desk_is_refused_with_its_number(cast: Cast) -> None:
    register(cast.province.clerk)

    with pytest.raises(AlreadyReceived) as refusal:
        register(cast.province.clerk)

    assert refusal.value.number == 1
    assert RegisterEntry.select().count() == 1


def test_the_same_letter_by_another_way_is_another_receipt_of_one_letter(cast: Cast) -> None:
    register(cast.province.clerk)

    again = register(cast.province.clerk, is_another_arrival=True)

    assert again.receipt_number == 2
    assert Letter.select().count() == 1


def test_a_paper_copy_of_a_delivered_letter_is_a_receipt_of_that_letter(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    found = register(cast.district_a.clerk, printed_number=sent.printed_number)

    assert found.letter_uid == sent.letter_uid
    own = Delivery.get(Delivery.to_unit == cast.district_a.unit)
    assert own.received_at is not None


def test_another_units_letter_is_not_found_by_typing_its_number(cast: Cast) -> None:
    known = register(cast.province.clerk)

    found = register(cast.tao.clerk)

    assert found.letter_uid != known.letter_uid


def test_a_rolled_back_registration_leaves_no_gap(cast: Cast) -> None:
    class PowerCut(Exception):
        pass

    with pytest.raises(PowerCut), write_transaction():
        register(cast.province.clerk)
        raise PowerCut

    assert register(cast.province.clerk).receipt_number == 1


def test_a_voided_number_stays_burned_and_says_why(cast: Cast) -> None:
    first = register(cast.province.clerk)

    void_entry(actor=cast.province.clerk, at=at(), entry_uid=first.entry_uid, reason="ลงผิดเรื่อง")

    assert RegisterEntry.get().void_reason == "ลงผิดเรื่อง"
    assert register(cast.province.clerk).receipt_number == 2


def test_voiding_twice_is_refused(cast: Cast) -> None:
    first = register(cast.province.clerk)
    void_entry(actor=cast.province.clerk, at=at(), entry_uid=first.entry_uid, reason="ลงผิด")

    with pytest.raises(NumberAlreadyVoid):
        void_entry(actor=cast.province.clerk, at=at(), entry_uid=first.entry_uid, reason="ลงผิด")


def test_voiding_needs_a_reason(cast: Cast) -> None:
    first = register(cast.province.clerk)

    with pytest.raises(MissingField) as refusal:
        void_entry(actor=cast.province.clerk, at=at(), entry_uid=first.entry_uid, reason="  ")

    assert refusal.value.field == "reason"


def test_a_book_opens_once_a_year_at_its_first_number(cast: Cast) -> None:
    open_book(
        actor=cast.department.clerk, at=at(), register="receive", be_year=2565, first_number=30400
    )

    assert register(cast.department.clerk).receipt_number == 30400
    with pytest.raises(BookAlreadyOpen):
        open_book(
            actor=cast.department.clerk, at=at(), register="receive", be_year=2565, first_number=1
        )
    assert BookYear.get().first_number == 30400


@pytest.mark.parametrize(
    ("named", "refusal", "field"),
    [
        ({"subject": " "}, MissingField, "subject"),
        ({"issuer_text": ""}, MissingField, "issuer_text"),
        ({"printed_number": "ไม่ใช่เลข"}, UnreadableLetterNumber, None),
        ({"arrival": Arrival(date(2022, 6, 17))}, FutureDate, "received_on"),
        ({"dated_on": date(2022, 7, 1)}, FutureDate, "dated_on"),
        ({"arrival": Arrival(date(2022, 6, 15))}, DateBeforeLetter, "received_on"),
        ({"secrecy": "secret"}, SecretContentRefused, "subject"),
        ({"secrecy": "secret", "subject": "", "files": [picture()]}, SecretContentRefused, "files"),
        ({"secrecy": "top_secret", "subject": ""}, TopSecretRefused, "secrecy"),
    ],
)
def test_a_refused_letter_leaves_nothing_behind(
    cast: Cast, named: dict[str, object], refusal: type[Exception], field: str | None
) -> None:
    with pytest.raises(refusal) as raised:
        register(cast.province.clerk, **named)

    assert field is None or raised.value.field == field  # type: ignore[attr-defined]
    assert Letter.select().count() == 0
    assert RegisterEntry.select().count() == 0


def test_a_secret_letter_keeps_a_line_without_subject(cast: Cast) -> None:
    found = register(cast.province.clerk, secrecy="secret", subject="")

    assert found.receipt_number == 1
    assert Letter.get().subject == ""


def test_only_a_clerk_registers(cast: Cast) -> None:
    with pytest.raises(Refused) as refusal:
        register(cast.province.officer)

    assert "เจ้าหน้าที่สารบรรณ" in refusal.value.text_th


def test_a_letter_is_not_passed_to_another_units_desk(cast: Cast) -> None:
    letter = register(cast.province.clerk)

    with pytest.raises(UnitNotFound):
        pass_inside(
            actor=cast.province.clerk,
            at=at(),
            letter_uid=letter.letter_uid,
            to_unit_uid=cast.secretariat.unit.uid,
        )


def test_a_district_is_not_an_inner_desk_of_its_province(cast: Cast) -> None:
    letter = register(cast.province.clerk)

    with pytest.raises(Refused):
        pass_inside(
            actor=cast.province.clerk,
            at=at(),
            letter_uid=letter.letter_uid,
            to_unit_uid=cast.district_a.unit.uid,
        )


def test_a_delivery_to_others_looks_like_a_missing_letter(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    with pytest.raises(LetterNotFound):
        receive_delivery(
            actor=cast.tao.clerk, at=at(), letter_uid=sent.letter_uid, arrival=Arrival(DAY)
        )


@pytest.mark.parametrize(
    ("field", "named"),
    [
        ("issuer_text", {"issuer_text": "ก" * 256}),
        ("printed_number", {"printed_number": "มท 0801" + ".1" * 40 + "/ว 1"}),
        ("addressee_text", {"addressee_text": "ก" * 1001}),
        ("subject", {"subject": "ก" * 1001}),
        ("citations", {"citations": (CitationDraft("body", "ก" * 1001),)}),
    ],
)
def test_what_is_longer_than_the_book_keeps_is_refused_at_its_field(
    cast: Cast, field: str, named: dict[str, object]
) -> None:
    with pytest.raises(TextTooLong) as refusal:
        register(cast.province.clerk, **named)

    assert refusal.value.field == field
    assert RegisterEntry.select().count() == 0


def test_long_lines_rare_marks_and_pictures_are_kept_as_they_stand(cast: Cast) -> None:
    subject = ("กฎุฏ ญู น้ำ 😀 " * 30).strip()

    register(cast.province.clerk, subject=subject, issuer_text="ก" * 255)

    assert (Letter.get().subject, len(Letter.get().issuer_text)) == (subject, 255)


def test_a_citation_with_no_office_so_long_keeps_its_words_alone(cast: Cast) -> None:
    text = f"หนังสือ{'ก' * 300} ที่ มท ๐๘๐๑/ว ๑ ลงวันที่ ๓ มิ.ย. ๒๕๖๕"

    register(cast.province.clerk, citations=(CitationDraft("reference", text),))

    kept = Citation.get()
    assert (kept.cited_text, kept.cited_key) == (text, "มท 0801/ว 1")
