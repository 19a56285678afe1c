"""Due days counted by hand with the real holidays of 2565 to 2569."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from saraban.rules.civil_holidays import known_holidays
from saraban.rules.due_dates import (
    Anchor,
    Counted,
    FixedDay,
    Reason,
    Roll,
    Span,
    by_hand,
    due_day,
    too_late_at,
)
from saraban.rules.due_text import due_from_text, steps_as_text
from saraban.rules.office_days import OfficeDays

YEARS = OfficeDays({row.day: row.name_th for y in range(2021, 2028) for row in known_holidays(y)})
BANGKOK = ZoneInfo("Asia/Bangkok")


def d(text: str) -> date:
    """A day out of its ISO text, to keep the tables readable."""
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        # 2565. The day of receipt is not counted: Friday and seven days is the next Friday.
        ("2022-06-03", 7, "2022-06-10"),
        # Songkran from Wednesday to Friday, with the weekend behind it.
        ("2022-04-06", 7, "2022-04-18"),
        ("2022-04-07", 7, "2022-04-18"),
        ("2022-04-08", 7, "2022-04-18"),
        # Holidays inside count: 12 to 18 April are seven days.
        ("2022-04-11", 7, "2022-04-18"),
        # Sunday 1 May moves to Monday: Labour Day's substitute is a working day of offices.
        ("2022-04-28", 3, "2022-05-02"),
        # The Royal Ploughing Day, a weekend and Visakha's substitute.
        ("2022-05-06", 7, "2022-05-17"),
        # Asalha Bucha, Buddhist Lent, the Cabinet's Friday, a weekend.
        ("2022-07-06", 7, "2022-07-18"),
        ("2022-07-14", 15, "2022-08-01"),
        ("2022-07-28", 15, "2022-08-15"),
        ("2022-10-06", 7, "2022-10-17"),
        # A Monday that stands in for Sunday 23 October.
        ("2022-10-09", 15, "2022-10-25"),
        ("2022-11-30", 5, "2022-12-06"),
        # Saturday 10 December, its substitute on Monday.
        ("2022-12-03", 7, "2022-12-13"),
        # The Cabinet's Friday, then New Year with two substitutes.
        ("2022-12-23", 7, "2023-01-04"),
        # 2566
        ("2023-02-27", 7, "2023-03-07"),
        ("2023-04-10", 3, "2023-04-18"),
        # Monday 1 May is Labour Day: offices are open.
        ("2023-04-24", 7, "2023-05-01"),
        ("2023-04-28", 7, "2023-05-08"),
        ("2023-05-10", 7, "2023-05-18"),
        ("2023-05-29", 7, "2023-06-06"),
        # Six days without an office: 28 July to 2 August.
        ("2023-07-21", 7, "2023-08-03"),
        ("2023-07-30", 15, "2023-08-15"),
        ("2023-10-06", 7, "2023-10-16"),
        ("2023-12-14", 15, "2024-01-02"),
        # 2567
        ("2024-02-19", 7, "2024-02-27"),
        ("2024-04-01", 7, "2024-04-09"),
        ("2024-04-05", 7, "2024-04-17"),
        ("2024-04-29", 7, "2024-05-07"),
        ("2024-05-15", 7, "2024-05-23"),
        ("2024-07-15", 7, "2024-07-23"),
        ("2024-10-07", 7, "2024-10-15"),
        ("2024-12-16", 15, "2025-01-02"),
        # 2568
        ("2025-02-05", 7, "2025-02-13"),
        ("2025-04-09", 7, "2025-04-17"),
        ("2025-05-05", 7, "2025-05-13"),
        ("2025-05-26", 7, "2025-06-04"),
        ("2025-07-03", 7, "2025-07-14"),
        ("2025-08-04", 7, "2025-08-13"),
        ("2025-12-24", 7, "2026-01-05"),
        # 2569
        ("2026-02-24", 7, "2026-03-04"),
        ("2026-03-30", 7, "2026-04-07"),
        ("2026-04-08", 7, "2026-04-16"),
        # Friday 1 May, Labour Day: in time until the end of office hours.
        ("2026-04-24", 7, "2026-05-01"),
        ("2026-05-24", 7, "2026-06-02"),
        ("2026-07-21", 7, "2026-07-31"),
        ("2026-10-16", 7, "2026-10-26"),
        ("2026-11-28", 9, "2026-12-08"),
        ("2026-12-03", 7, "2026-12-11"),
    ],
)
def test_days_count_holidays_and_a_closed_last_day_moves_on(
    start: str, count: int, due: str
) -> None:
    when = Counted(count, Span.DAYS, Anchor.RECEIPT)

    assert due_day(when, anchored_on=d(start), days=YEARS).on == d(due)


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        ("2022-04-08", 3, "2022-04-18"),
        ("2022-07-12", 3, "2022-07-20"),
        ("2022-12-28", 5, "2023-01-09"),
        ("2022-06-06", 15, "2022-06-27"),
        ("2023-04-28", 1, "2023-05-01"),
        ("2023-07-27", 2, "2023-08-04"),
        ("2024-04-10", 3, "2024-04-18"),
        ("2025-05-29", 3, "2025-06-05"),
        ("2025-12-30", 3, "2026-01-07"),
        ("2026-04-30", 1, "2026-05-01"),
        ("2026-07-27", 1, "2026-07-31"),
        # Back from an event: ก่อนวันประชุม ๓ วันทำการ.
        ("2022-04-18", -3, "2022-04-08"),
        ("2022-07-18", -1, "2022-07-12"),
        ("2024-04-17", -2, "2024-04-10"),
        ("2026-01-05", -3, "2025-12-26"),
    ],
)
def test_working_days_leave_holidays_out(start: str, count: int, due: str) -> None:
    anchor = Anchor.RECEIPT if count > 0 else Anchor.EVENT
    when = Counted(count, Span.WORKING_DAYS, anchor)

    assert due_day(when, anchored_on=d(start), days=YEARS).on == d(due)


@pytest.mark.parametrize(
    ("start", "count", "span", "due"),
    [
        # Section 193/5: the day before the corresponding one of the first day counted.
        ("2022-02-28", 1, Span.MONTHS, "2022-03-31"),
        ("2022-08-31", 1, Span.MONTHS, "2022-09-30"),
        ("2022-04-30", 1, Span.MONTHS, "2022-05-31"),
        ("2022-02-28", 12, Span.MONTHS, "2023-02-28"),
        ("2023-10-31", 6, Span.MONTHS, "2024-04-30"),
        ("2024-01-28", 1, Span.MONTHS, "2024-02-28"),
        # No corresponding day: the last one of the month.
        ("2022-01-30", 1, Span.MONTHS, "2022-02-28"),
        ("2024-01-29", 1, Span.MONTHS, "2024-02-29"),
        ("2024-01-30", 1, Span.MONTHS, "2024-02-29"),
        # Saturday 30 April, Sunday, then Labour Day's substitute, which is a working day.
        ("2022-03-31", 1, Span.MONTHS, "2022-05-02"),
        ("2022-06-15", 1, Span.MONTHS, "2022-07-18"),
        ("2022-09-30", 3, Span.MONTHS, "2023-01-04"),
        ("2022-07-15", -1, Span.MONTHS, "2022-06-15"),
        ("2022-03-31", -1, Span.MONTHS, "2022-02-28"),
        ("2022-04-04", 2, Span.WEEKS, "2022-04-18"),
        ("2022-04-01", 2, Span.WEEKS, "2022-04-18"),
        # Back from an event a closed day moves back, so that the days before it stay whole.
        ("2022-06-10", -7, Span.DAYS, "2022-06-02"),
        ("2022-05-23", -7, Span.DAYS, "2022-05-12"),
    ],
)
def test_weeks_and_months_end_on_the_day_before_the_corresponding_one(
    start: str, count: int, span: Span, due: str
) -> None:
    anchor = Anchor.LETTER if count > 0 else Anchor.EVENT

    assert due_day(Counted(count, span, anchor), anchored_on=d(start), days=YEARS).on == d(due)


@pytest.mark.parametrize(
    ("day", "roll", "due", "is_closed"),
    [
        ("2022-06-03", None, "2022-06-03", True),
        ("2022-05-01", None, "2022-05-01", True),
        ("2022-05-01", Roll.FORWARD, "2022-05-02", False),
        ("2022-05-01", Roll.BACK, "2022-04-29", False),
        ("2023-04-17", Roll.NONE, "2023-04-17", True),
        ("2023-04-17", Roll.BACK, "2023-04-12", False),
        ("2026-05-01", None, "2026-05-01", False),
        ("2022-06-30", Roll.BACK, "2022-06-30", False),
    ],
)
def test_a_fixed_day_stays_on_a_holiday_with_a_warning_unless_the_duty_moves_it(
    day: str, roll: Roll | None, due: str, is_closed: bool
) -> None:
    found = due_day(FixedDay(d(day)), days=YEARS, roll=roll)

    assert (found.on, found.is_closed) == (d(due), is_closed)


def test_the_steps_tell_where_counting_began_why_the_day_moved_and_over_which_days() -> None:
    when = Counted(7, Span.DAYS, Anchor.RECEIPT)

    found = due_day(when, anchored_on=d("2022-07-06"), days=YEARS)

    assert [(step.reason, step.facts) for step in found.steps] == [
        (Reason.FROM_NEXT_DAY, {"anchor": d("2022-07-06")}),
        (Reason.CALENDAR_DAYS, {"count": 7}),
        (Reason.MOVED_FORWARD, {"day": d("2022-07-13"), "why": "วันอาสาฬหบูชา"}),
    ]
    assert found.closed == (
        (d("2022-07-13"), "วันอาสาฬหบูชา"),
        (d("2022-07-14"), "วันเข้าพรรษา"),
        (d("2022-07-15"), "วันหยุดพิเศษ (เพิ่มเติม)"),
        (d("2022-07-16"), "วันเสาร์"),
        (d("2022-07-17"), "วันอาทิตย์"),
    )


def test_working_days_tell_which_days_were_left_out() -> None:
    when = Counted(3, Span.WORKING_DAYS, Anchor.RECEIPT)

    found = due_day(when, anchored_on=d("2024-04-10"), days=YEARS)

    assert found.steps[1].facts == {"count": 3, "closed": 5}
    assert [day.day for day, _ in found.closed] == [12, 13, 14, 15, 16]


@given(
    st.dates(d("2021-06-01"), d("2026-03-31")),
    st.integers(1, 200),
    st.sampled_from([Span.DAYS, Span.WORKING_DAYS]),
)
def test_steps_come_back_from_their_text_as_they_were(start: date, count: int, span: Span) -> None:
    found = due_day(Counted(count, span, Anchor.LETTER), anchored_on=start, days=YEARS)

    assert due_from_text(found.on, steps_as_text(found)) == found
    assert YEARS.is_open(found.on)


def test_a_day_chosen_by_hand_keeps_its_reason_and_no_day_has_no_steps() -> None:
    found = by_hand(d("2022-06-03"), reason="ประชุมเลื่อน")

    assert due_from_text(d("2022-06-03"), steps_as_text(found)) == found
    assert due_from_text(None, "") is None


def test_a_day_ends_with_office_hours_or_at_midnight_in_bangkok() -> None:
    due_on = d("2022-06-30")

    office = too_late_at(due_on, is_until_office_hours=True)
    midnight = too_late_at(due_on, is_until_office_hours=False)

    assert office == datetime(2022, 6, 30, 16, 31, tzinfo=BANGKOK)
    assert midnight == datetime(2022, 7, 1, tzinfo=BANGKOK)
