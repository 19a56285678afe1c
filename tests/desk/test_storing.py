"""Letters that are done with: listed once, for no less than the Rule says, or taken back."""

from datetime import date

import pytest

from saraban.desk.storing import StorageChoice, make_storage_list, take_back_line
from saraban.errors import (
    AlreadyStored,
    FutureDate,
    InvalidInput,
    LetterNotFound,
    MissingField,
    NothingToPrint,
    Refused,
    RetentionTooShort,
    StorageListNotFound,
)
from saraban.queries.ledger_check import check_ledger
from saraban.queries.storage_lists import list_table, storable_letters, storage_list
from saraban.rules.retention import Retention
from tests.cast import Cast
from tests.desk.test_numbering_at_once import AT_ONCE, all_at_once
from tests.ledgers import tell_cast
from tests.make import DAY, at, register


def choice(letter_uid: str, retention: Retention = Retention.COPY, **named) -> StorageChoice:
    return StorageChoice(letter_uid, named.pop("finished_on", DAY), retention, **named)


def listed(cast: Cast, *choices: StorageChoice):
    return make_storage_list(actor=cast.province.clerk, at=at(), choices=choices)


@pytest.fixture
def letter(cast: Cast) -> str:
    return register(cast.province.clerk).letter_uid


def test_a_list_has_the_six_columns_of_form_19(cast: Cast, letter: str) -> None:
    other = register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๑").letter_uid
    made = listed(
        cast, choice(letter, Retention.GENERAL), choice(other, Retention.PERMANENT, remark="แฟ้ม ๓")
    )

    table = list_table(storage_list(cast.province.clerk, made.uid))

    assert [column.title for column in table.columns] == [
        "ลำดับที่", "ที่", "ลงวันที่", "เรื่อง", "อายุการเก็บ", "หมายเหตุ",
    ]  # fmt: skip
    assert [row.cells[4:] for row in table.rows] == [
        ("๑๐ ปี (ถึง พ.ศ. ๒๕๗๕)", ""), ("ตลอดไป", "แฟ้ม ๓"),
    ]  # fmt: skip
    assert table.head == "บัญชีหนังสือส่งเก็บ ที่ ๑/๒๕๖๕ วันที่ ๑๖ เดือน มิถุนายน พ.ศ. ๒๕๖๕"


def test_listing_stands_in_the_ledger_and_the_letter_is_offered_no_more(
    cast: Cast,
) -> None:
    tell_cast(cast)
    letter = register(cast.province.clerk).letter_uid
    offered = storable_letters(cast.province.clerk).letters
    assert [one.letter_uid for one in offered] == [letter]

    listed(cast, choice(letter))

    assert storable_letters(cast.province.clerk).letters == ()
    assert check_ledger().findings == ()


def test_lists_are_numbered_through_the_year(cast: Cast, letter: str) -> None:
    other = register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๑").letter_uid

    assert [listed(cast, choice(uid)).number for uid in (letter, other)] == [1, 2]


def test_a_line_taken_back_stays_with_its_reason_and_the_letter_may_be_listed_anew(
    cast: Cast, letter: str
) -> None:
    made = listed(cast, choice(letter))
    take_back_line(
        actor=cast.province.clerk, at=at(), list_uid=made.uid, place=1, reason="ยังไม่เสร็จ"
    )

    again = listed(cast, choice(letter, Retention.ROUTINE))

    [row] = list_table(storage_list(cast.province.clerk, made.uid)).rows
    assert (row.is_void, row.note) == (True, "นำออก ยังไม่เสร็จ (เสมียน จ.ตาก)")
    assert again.number == 2


def test_a_letter_is_listed_once(cast: Cast, letter: str) -> None:
    listed(cast, choice(letter))

    with pytest.raises(AlreadyStored):
        listed(cast, choice(letter))


def test_of_many_who_list_one_letter_at_once_one_wins(cast: Cast, letter: str) -> None:
    answers = all_at_once(lambda: listed(cast, choice(letter)))

    assert answers.count("done") == 1
    assert len(answers) == AT_ONCE


@pytest.mark.parametrize(
    ("named", "refusal"),
    [
        ({"retention": Retention.GENERAL, "years": 9}, RetentionTooShort),
        ({"retention": Retention.PERMANENT, "years": 5}, RetentionTooShort),
        ({"years": 101}, RetentionTooShort),
        ({"finished_on": date(2022, 6, 17)}, FutureDate),
    ],
    ids=["below the least", "years for ever", "beyond all", "to come"],
)
def test_what_the_rule_does_not_allow_is_refused(
    cast: Cast, letter: str, named: dict, refusal: type
) -> None:
    with pytest.raises(refusal):
        listed(cast, choice(letter, **named))


def test_longer_than_the_least_is_allowed(cast: Cast, letter: str) -> None:
    made = listed(cast, choice(letter, Retention.COPY, years=7))

    assert storage_list(cast.province.clerk, made.uid).lines[0].keep_until == 2572


def test_only_letters_of_the_units_own_books_go_on_its_list(cast: Cast, letter: str) -> None:
    other = register(cast.tao.clerk, printed_number="มท ๐๒๑๑/ว ๑").letter_uid

    with pytest.raises(LetterNotFound):
        listed(cast, choice(other))
    with pytest.raises(InvalidInput):
        listed(cast, choice(letter), choice(letter))
    with pytest.raises(NothingToPrint):
        listed(cast)


def test_who_may_not_list_is_refused_and_another_units_list_is_not_found(
    cast: Cast, letter: str
) -> None:
    made = listed(cast, choice(letter))

    with pytest.raises(Refused):
        make_storage_list(actor=cast.province.executive, at=at(), choices=[choice(letter)])
    with pytest.raises(StorageListNotFound):
        storage_list(cast.tao.clerk, made.uid)
    with pytest.raises(StorageListNotFound):
        take_back_line(actor=cast.tao.clerk, at=at(), list_uid=made.uid, place=1, reason="x")
    with pytest.raises(MissingField):
        take_back_line(actor=cast.province.clerk, at=at(), list_uid=made.uid, place=1, reason=" ")
