"""Days of a month as people list them."""

import pytest

from saraban.errors import DaysUnreadable
from saraban.rules.days_of_month import LAST, read_days


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("๕", (5,)),
        ("1, 15", (1, 15)),
        ("๑๕,๑", (1, 15)),
        ("๑ และ ๑๕", (1, 15)),
        ("1 15 31", (1, 15, 31)),
        ("๑, ๑, 01", (1,)),
        ("สิ้นเดือน", (LAST,)),
        ("สิ้นเดือน, ๑๕", (15, LAST)),
        ("10 and last", (10, LAST)),
        ("", ()),
    ],
)
def test_days_are_read_in_any_digits_each_once_the_last_one_last(text, places):
    assert read_days(text) == places


@pytest.mark.parametrize("text", ["0", "32", "-1", "๑.๕", "ต้นเดือน", "1-15", "115"])
def test_what_is_no_day_of_a_month_is_refused(text):
    with pytest.raises(DaysUnreadable, match="อ่านวันไม่ได้"):
        read_days(text)
