"""A closing's code: the same for the same day, another for anything that differs."""

from dataclasses import replace
from datetime import date

import pytest

from saraban.rules.closings import (
    DayLine,
    changed_lines,
    closing_code,
    lines_digest,
    read_code,
    shown_code,
)

LINE = DayLine(
    register="receive", be_year=2565, number=1149, letter_number="มท ๐๘๐๑.๔/ว ๑๖๕๘",
    dated_on=date(2022, 6, 3), from_text="กรม", to_text="จังหวัด", subject="เรื่องหนึ่ง",
)  # fmt: skip
FACTS = {
    "unit_uid": "u", "day": date(2022, 6, 16), "round_": 1, "seq": 7, "head_digest": "ab",
    "digest": "cd",
}  # fmt: skip


def test_the_order_in_which_lines_come_does_not_matter():
    second = replace(LINE, number=1150)

    assert lines_digest([LINE, second]) == lines_digest([second, LINE])


@pytest.mark.parametrize(
    "change",
    [
        {"number": 1150}, {"be_year": 2566}, {"register": "send"}, {"letter_number": ""},
        {"dated_on": date(2022, 6, 4)}, {"from_text": "กอง"}, {"to_text": ""}, {"subject": "อื่น"},
        {"void_reason": ""}, {"is_reserved": True},
    ],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_whatever_differs_in_a_line_gives_another_digest(change):
    assert lines_digest([replace(LINE, **change)]) != lines_digest([LINE])


@pytest.mark.parametrize("name", FACTS)
def test_whatever_differs_in_the_closing_gives_another_code(name):
    other = {"day": date(2022, 6, 17), "round_": 2, "seq": 8}.get(name, "zz")

    assert closing_code(**{**FACTS, name: other}) != closing_code(**FACTS)


def test_the_code_is_sixteen_signs_that_read_back_however_they_are_typed():
    code = closing_code(**FACTS)

    assert len(code) == 16
    assert not set(code) & set("ILOU")
    assert read_code(shown_code(code)) == code
    assert read_code(f" {shown_code(code).lower().replace('-', ' ')} ") == code
    assert read_code(code.replace("0", "O").replace("1", "l")) == code


@pytest.mark.parametrize("text", ["", "1234", "U" * 16, "ก" * 16, "0" * 17])
def test_what_is_no_code_is_none(text):
    assert read_code(text) is None


def test_numbers_that_changed_came_or_went_are_named():
    gone, changed, same = LINE, replace(LINE, number=1150), replace(LINE, number=1151)
    came = replace(LINE, number=1152)

    found = changed_lines([gone, changed, same], [replace(changed, void_reason="x"), same, came])

    assert [number for _, _, number in found] == [1149, 1150, 1152]
