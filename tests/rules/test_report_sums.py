"""Many reports into one: numbers added up, texts listed, and nothing made up."""

from dataclasses import replace
from datetime import date

import pytest

from saraban.rules import duty_standings
from saraban.rules.report_forms import FieldKind, FormDefinition, FormField, Option
from saraban.rules.report_sums import (
    LACKING,
    THAI_STANDING,
    Part,
    Span,
    Standing,
    belongs,
    listed,
    proposed,
    standing_in_sum,
)

TREES = FormField(key="number1", kind=FieldKind.NUMBER, label="จำนวนต้นไม้", unit_word="ต้น")
AREA = FormField(key="number2", kind=FieldKind.NUMBER, label="พื้นที่", unit_word="ไร่", decimals=2)
WORDS = FormField(key="text1", kind=FieldKind.TEXT, label="ปัญหา", is_long=True, most_letters=900)
DONE = FormField(
    key="choice1", kind=FieldKind.CHOICE, label="ผล",
    options=(Option("a1", "ครบ"), Option("a2", "ไม่ครบ")),
)  # fmt: skip
WHERE = FormField(
    key="table1", kind=FieldKind.TABLE, label="รายพื้นที่",
    columns=(FormField(key="text1", kind=FieldKind.TEXT, label="หมู่บ้าน"), TREES),
)  # fmt: skip
FORM = FormDefinition("ปลูกต้นไม้", fields=(TREES, AREA, WORDS, DONE, WHERE))


def said(*parts):
    return {one.field.key: (one.value, one.told_count) for one in proposed(FORM, parts)}


def test_numbers_are_added_up_and_blanks_are_not_nought():
    found = said(
        Part("อ.เมือง", FORM, {"number1": 120, "number2": "1.50"}),
        Part("อ.แม่สอด", FORM, {"number1": 80}),
        Part("อ.ท่าสองยาง", FORM, {}),
    )

    assert found == {"number1": (200, 2), "number2": ("1.50", 1)}


def test_texts_are_listed_with_who_wrote_them():
    parts = [
        Part("อ.เมือง", FORM, {"text1": "ฝนทิ้งช่วง"}, text="ส่งแล้ว"),
        Part("อ.แม่สอด", FORM, {"text1": "กล้าไม่พอ"}, text="  "),
    ]

    assert said(*parts)["text1"] == ("อ.เมือง: ฝนทิ้งช่วง\nอ.แม่สอด: กล้าไม่พอ", 2)
    assert listed(parts) == "อ.เมือง: ส่งแล้ว"


def test_rows_of_tables_stand_below_one_another():
    one, two = ({"text1": name, "number1": 5} for name in ("บ้านนา", "บ้านห้วย"))

    found = said(Part("ก", FORM, {"table1": [one]}), Part("ข", FORM, {"table1": [two]}))

    assert found["table1"] == ([one, two], 2)


@pytest.mark.parametrize(("second", "proposes"), [("a1", True), ("a2", False)])
def test_a_choice_is_proposed_only_where_all_agree(second, proposes):
    found = said(Part("ก", FORM, {"choice1": "a1"}), Part("ข", FORM, {"choice1": second}))

    assert ("choice1" in found) is proposes


def test_the_same_field_of_another_form_counts_and_another_field_of_the_same_key_does_not():
    renamed = replace(TREES, key="number7")
    people = replace(TREES, label="จำนวนคน", unit_word="คน")
    other = FormDefinition("แบบของจังหวัด", fields=(people, renamed))

    found = said(Part("ก", other, {"number1": 9, "number7": 30}))

    assert found == {"number1": (30, 1)}


def test_a_report_without_a_form_says_nothing_in_numbers():
    assert said(Part("ก", None, {}, text="ปลูกแล้ว")) == {}


def test_what_a_level_counts_stands_in_its_sum_under_the_same_word():
    told = {one: standing_in_sum(one) for one in duty_standings.Standing}

    answers_of_another_kind = {one for one, own in told.items() if own is Standing.OTHER}
    assert answers_of_another_kind == {
        duty_standings.Standing.NOT_CONCERNED,
        duty_standings.Standing.PASSED_ON,
        duty_standings.Standing.COVERED,
        duty_standings.Standing.DECLARED,
    }
    for one in duty_standings.OUTSTANDING:
        assert told[one] in LACKING
        assert THAI_STANDING[told[one]] == duty_standings.THAI_STANDING[one]
    assert standing_in_sum(None) is told[duty_standings.Standing.WAIVED] is Standing.OUTSIDE


JUNE = Span(date(2022, 6, 1), date(2022, 6, 30), date(2022, 7, 6))


@pytest.mark.parametrize(
    ("lower", "is_part"),
    [
        (Span(date(2022, 6, 6), date(2022, 6, 12), date(2022, 6, 15)), True),
        (Span(date(2022, 6, 27), date(2022, 7, 3), date(2022, 7, 6)), False),
        (Span(None, None, date(2022, 7, 4)), True),
        (Span(None, None, date(2022, 7, 7)), False),
        (Span(None, None, None), False),
    ],
)
def test_a_round_below_belongs_to_the_round_it_lies_in(lower, is_part):
    assert belongs(lower, JUNE, is_only=False) is is_part


@pytest.mark.parametrize(
    ("due_on", "month"),
    [
        (date(2022, 6, 30), 6),
        (date(2022, 7, 1), 7),
        (date(2022, 7, 6), 7),
        (date(2022, 8, 3), 7),
        (None, 7),
    ],
)
def test_a_week_across_the_end_of_a_month_belongs_to_the_one_month_it_is_due_in(due_on, month):
    week = Span(date(2022, 6, 27), date(2022, 7, 3), due_on)
    months = {
        6: JUNE,
        7: Span(date(2022, 7, 1), date(2022, 7, 31), date(2022, 8, 5)),
        8: Span(date(2022, 8, 1), date(2022, 8, 31), date(2022, 9, 6)),
    }

    found = [number for number, one in months.items() if belongs(week, one, is_only=False)]

    assert found == [month]


def test_one_whole_duty_takes_in_all_below_and_an_event_only_itself():
    day = date(2022, 6, 9)
    flood, fire = (Span(day, day, None, name) for name in ("น้ำท่วม", "ไฟป่า"))

    assert belongs(JUNE, Span(None, None, date(2022, 8, 1)), is_only=True)
    assert belongs(flood, flood, is_only=False)
    assert not belongs(fire, flood, is_only=False)
