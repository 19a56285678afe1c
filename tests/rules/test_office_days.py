"""Office days counted by hand with the real holidays of 2565 to 2569."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from saraban.rules.civil_holidays import known_holidays
from saraban.rules.office_days import OfficeDays

YEARS = OfficeDays({row.day: row.name_th for y in range(2021, 2028) for row in known_holidays(y)})
DAYS = st.dates(date(2021, 6, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("day", "count", "found"),
    [
        # Songkran 2565 from Wednesday to Friday: 11, 12, then 18 to 22 April.
        (date(2022, 4, 8), 7, date(2022, 4, 22)),
        # The Queen's birthday 2565, a Friday: the next working day is Monday.
        (date(2022, 6, 2), 1, date(2022, 6, 6)),
        # 13 to 15 July 2565: two Buddhist days and one of the Cabinet's, then a weekend.
        (date(2022, 7, 12), 1, date(2022, 7, 18)),
        # Labour Day's substitute, Monday 2 May 2565, is a working day of offices.
        (date(2022, 4, 29), 1, date(2022, 5, 2)),
        # The Royal Ploughing Day, Friday 13 May, and Visakha's substitute, Monday 16 May 2565.
        (date(2022, 5, 12), 1, date(2022, 5, 17)),
        # 28 July to 2 August 2566: six days without an office.
        (date(2023, 7, 27), 1, date(2023, 8, 3)),
        # Songkran 2567 with the Cabinet's Friday before and a Tuesday instead of the weekend.
        (date(2024, 4, 11), 1, date(2024, 4, 17)),
        # 2 and 3 June 2568 after a weekend.
        (date(2025, 5, 30), 1, date(2025, 6, 4)),
        # New Year 2569: Thursday, the Cabinet's Friday, the weekend.
        (date(2025, 12, 30), 1, date(2026, 1, 5)),
        # Backwards over the same days.
        (date(2026, 1, 5), -1, date(2025, 12, 30)),
        # Fifteen working days over a month without a holiday.
        (date(2022, 6, 6), 15, date(2022, 6, 27)),
    ],
)
def test_working_days_are_counted_from_the_next_day(day: date, count: int, found: date) -> None:
    assert YEARS.after(day, count) == found


def test_the_new_year_holidays_of_2569_begin_on_the_last_day_of_2568() -> None:
    assert YEARS.closed_between(date(2025, 12, 30), date(2026, 1, 4)) == (
        (date(2025, 12, 31), "วันสิ้นปี"),
        (date(2026, 1, 1), "วันขึ้นปีใหม่"),
        (date(2026, 1, 2), "วันหยุดพิเศษ (เพิ่มเติม)"),
        (date(2026, 1, 3), "วันเสาร์"),
        (date(2026, 1, 4), "วันอาทิตย์"),
    )


def test_a_closed_day_moves_on_or_back() -> None:
    friday = date(2022, 6, 3)

    assert YEARS.open_on_or_after(friday) == date(2022, 6, 6)
    assert YEARS.open_on_or_before(friday) == date(2022, 6, 2)
    assert YEARS.open_on_or_after(date(2022, 6, 6)) == date(2022, 6, 6)


@given(DAYS, st.integers(1, 60))
def test_so_many_open_days_lie_between_a_day_and_the_one_counted_from_it(
    day: date, count: int
) -> None:
    found = YEARS.after(day, count)

    assert YEARS.between(day, found) == count
    assert YEARS.is_open(found)
    assert YEARS.between(found, day) == -count


@given(DAYS, st.integers(0, 60))
def test_every_day_is_either_open_or_told_why_not(day: date, length: int) -> None:
    until = day + timedelta(days=length)

    closed = YEARS.closed_between(day, until)

    assert all(why for _, why in closed)
    assert len(closed) + YEARS.between(day, until) == length


def test_labour_day_and_childrens_day_are_no_holidays_of_offices() -> None:
    for year in range(2022, 2028):
        names = [row.name_th for row in known_holidays(year)]
        assert not [name for name in names if "แรงงาน" in name or "เด็ก" in name]


@pytest.mark.parametrize(("year", "count"), [(1989, 0), (2101, 0)])
def test_years_nobody_can_tell_of_have_none(year: int, count: int) -> None:
    assert len(known_holidays(year)) == count
