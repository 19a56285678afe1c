"""What is typed into a report form: read in Thai or Arabic digits, or refused in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from saraban.errors import (
    DayTooEarly,
    DayTooLate,
    MissingField,
    NumberNotWhole,
    NumberTooLarge,
    NumberTooSmall,
    TextTooLong,
    TooFewPieces,
    TooManyDecimals,
    TooManyPieces,
    TooManyTableRows,
    UnknownChoice,
    UnreadableDate,
    UnreadableNumber,
)
from saraban.rules.report_form_examples import EVENT_REPORT, WEEKLY_SUMMARY
from saraban.rules.report_forms import FieldKind, FormDefinition, FormField
from saraban.rules.report_values import (
    Typed,
    number_fields,
    numbers_of,
    read_answers,
    read_value,
    shown,
)
from saraban.thai.digits import to_thai

TODAY = date(2022, 6, 16)
WHOLE = FormField(key="number1", kind=FieldKind.NUMBER, label="คน", least=Decimal(0))
MONEY = FormField(key="number2", kind=FieldKind.NUMBER, label="บาท", decimals=2)
DAY = FormField(
    key="date1",
    kind=FieldKind.DATE,
    label="วันที่จัด",
    first_on=date(2022, 6, 1),
    last_on=date(2022, 6, 30),
)
LONG = FormField(key="text1", kind=FieldKind.TEXT, label="ผล", is_long=True, most_letters=20)


def read(field: FormField, typed: Typed) -> object:
    return read_value(field, typed, today=TODAY)


@given(st.integers(0, 10**15), st.booleans(), st.booleans())
def test_any_whole_number_is_read_in_either_digits(
    number: int, with_commas: bool, in_thai: bool
) -> None:
    typed = f"{number:,}" if with_commas else str(number)

    assert read(WHOLE, to_thai(typed) if in_thai else typed) == number


@given(st.decimals(-(10**12), 10**12, places=2))
def test_any_sum_of_money_comes_back_as_it_was_typed(number: Decimal) -> None:
    kept = read(MONEY, str(number))

    assert Decimal(str(kept)) == number
    assert shown(MONEY, kept) == f"{number:,.2f}"


@pytest.mark.parametrize(
    ("field", "typed", "error"),
    [
        (WHOLE, "ราว ๕๐", UnreadableNumber),
        (WHOLE, "1,25", UnreadableNumber),
        (WHOLE, "๑ ๒", UnreadableNumber),
        (WHOLE, "1e5", UnreadableNumber),
        (WHOLE, "๑.๕", NumberNotWhole),
        (WHOLE, "-1", NumberTooSmall),
        (WHOLE, "9" * 20, NumberTooLarge),
        (replace(WHOLE, most=Decimal(500)), "๕๐๑", NumberTooLarge),
        (MONEY, "1.234", TooManyDecimals),
        (DAY, "วันศุกร์หน้า", UnreadableDate),
        (DAY, "๓๑ พ.ค. ๒๕๖๕", DayTooEarly),
        (DAY, "1/7/2565", DayTooLate),
        (LONG, "ก" * 21, TextTooLong),
    ],
)
def test_what_cannot_stand_is_refused(field: FormField, typed: str, error: type) -> None:
    with pytest.raises(error):
        read(field, typed)


def test_days_are_read_in_the_buddhist_era() -> None:
    assert read(DAY, "๑๖ มิ.ย. ๒๕๖๕") == read(DAY, "16/6/65") == "2022-06-16"
    assert read(DAY, "16 มิ.ย.") == "2022-06-16"


def test_text_loses_what_cannot_be_seen_and_keeps_its_lines() -> None:
    assert read(LONG, " ปลูก\u200b  ป่า \r\n\r\nเสร็จ \n") == "ปลูก ป่า\n\nเสร็จ"
    assert read(LONG, " \n ") is None


def test_a_choice_is_one_of_the_options_and_of_several_each_once() -> None:
    several = WEEKLY_SUMMARY.fields[3]
    one = replace(several, is_many=False)

    assert read(one, "option2") == "option2"
    assert read(several, ["option3", "option1", "option3"]) == ["option1", "option3"]
    assert read(several, []) is None
    for field, typed in ((one, "other"), (one, ["option1", "option2"]), (several, ["x"])):
        with pytest.raises(UnknownChoice):
            read(field, typed)


def test_a_whole_form_is_read_and_each_fault_stands_at_its_field() -> None:
    found = read_answers(
        EVENT_REPORT,
        {"text1": "จิตอาสา", "number1": "มาก", "date1": "๑๖ มิ.ย. ๒๕๖๕"},
        today=TODAY,
        counts={"photos1": 1, "clips1": 2},
    )

    assert found.values == {"text1": "จิตอาสา", "date1": "2022-06-16"}
    assert {key: type(error) for key, error in found.errors.items()} == {
        "text2": MissingField,
        "number1": UnreadableNumber,
        "photos1": TooFewPieces,
        "clips1": TooManyPieces,
    }


def test_a_blank_field_is_not_nought() -> None:
    optional = FormDefinition("แบบ", fields=(WHOLE,))

    assert read_answers(optional, {"number1": " "}, today=TODAY).values == {}
    assert read_answers(optional, {"number1": "๐"}, today=TODAY).values == {"number1": 0}
    assert shown(WHOLE, None) == "–"
    assert shown(WHOLE, 0) == "0"


def test_a_table_is_read_row_by_row_and_empty_rows_do_not_count() -> None:
    rows = [
        {"text1": "ปลูกป่า", "number1": "๑,๒๐๐"},
        {"text1": " ", "number1": ""},
        {"text1": "กวาดลานวัด", "number1": "หลาย"},
    ]

    found = read_answers(
        WEEKLY_SUMMARY, {"number1": "2", "number2": "1200", "table1": rows}, today=TODAY
    )

    assert found.values["table1"] == [
        {"text1": "ปลูกป่า", "number1": 1200},
        {"text1": "กวาดลานวัด"},
    ]
    assert list(found.errors) == ["table1.2.number1"]


def test_a_table_holds_no_more_rows_than_it_may() -> None:
    table = replace(WEEKLY_SUMMARY.fields[2], most_rows=1)
    rows = [{"text1": "ก"}, {"text1": "ข"}]

    found = read_answers(FormDefinition("แบบ", fields=(table,)), {"table1": rows}, today=TODAY)

    assert isinstance(found.errors["table1"], TooManyTableRows)


def test_a_required_table_wants_a_row() -> None:
    table = replace(WEEKLY_SUMMARY.fields[2], is_required=True)
    form = FormDefinition("แบบ", fields=(table,))

    found = read_answers(form, {"table1": [{"text1": ""}]}, today=TODAY)

    assert isinstance(found.errors["table1"], MissingField)


def test_numbers_are_added_up_by_their_path_and_blank_ones_are_left_out() -> None:
    values = {"number1": 3, "table1": [{"number1": 20}, {"text1": "ก"}, {"number1": 22}]}

    assert numbers_of(WEEKLY_SUMMARY, values) == {
        "number1": Decimal(3),
        "table1.number1": Decimal(42),
    }
    assert [path for path, _field in number_fields(WEEKLY_SUMMARY)] == [
        "number1",
        "number2",
        "table1.number1",
    ]


def test_values_are_shown_in_words() -> None:
    number, choice, table = (WEEKLY_SUMMARY.fields[index] for index in (0, 3, 2))

    assert shown(number, 1200) == "1,200 ครั้ง"
    assert shown(choice, ["option2", "option3"]) == "งบประมาณ, สภาพอากาศ"
    assert shown(table, [{"text1": "ปลูกป่า", "number1": 5}]) == "ปลูกป่า · 5 คน"
    assert shown(DAY, "2022-06-16") == "16 มิ.ย. 2565"
