"""Rounds counted by hand with the real holidays of 2565 to 2569."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from saraban.errors import WhenUnreadable
from saraban.rules.civil_holidays import known_holidays
from saraban.rules.office_days import OfficeDays
from saraban.rules.recurrence import (
    Occurrence,
    latest_start,
    next_day,
    occurrences,
    past_rounds,
)
from saraban.rules.when_text import when_as_text, when_from_text
from saraban.rules.when_words import in_thai, when_pieces
from saraban.rules.whens import (
    Anchor,
    Counted,
    Cycle,
    Every,
    FixedDay,
    MonthDay,
    OnEvent,
    Recurring,
    Roll,
    Soon,
    Span,
    Standing,
    When,
)

YEARS = OfficeDays({row.day: row.name_th for y in range(2021, 2028) for row in known_holidays(y)})
WEDNESDAY, FRIDAY = 2, 4
FIRST_WEDNESDAY = (MonthDay(1, WEDNESDAY),)
LAST_OFFICE_DAY = (MonthDay(-1, is_office_day=True),)


def d(text: str) -> date:
    """A day out of its ISO text, to keep the tables readable."""
    return date.fromisoformat(text)


def found(rule: Recurring, roll: Roll, until: str) -> list[Occurrence]:
    """The occurrences of a rule until a day."""
    return occurrences(rule, days=YEARS, roll=roll, until=d(until))


def test_every_friday_or_the_working_day_before_the_weekend() -> None:
    rule = Recurring(Every.WEEK, d("2022-04-01"), weekdays=(FRIDAY,))

    days = [one.due.on for one in found(rule, Roll.BACK, "2022-05-31")]

    # 15 April is Songkran: Tuesday 12 is the last working day before; 13 May is a holiday.
    assert days == [
        d("2022-04-01"), d("2022-04-08"), d("2022-04-12"), d("2022-04-22"), d("2022-04-29"),
        d("2022-05-06"), d("2022-05-12"), d("2022-05-20"), d("2022-05-27"),
    ]  # fmt: skip


def test_the_first_wednesday_of_the_next_month_reports_the_month_before() -> None:
    rule = Recurring(Every.MONTH, d("2022-03-15"), days=FIRST_WEDNESDAY, after=1)

    told = [
        (one.covers_from, one.covers_until, one.due.on)
        for one in found(rule, Roll.BACK, "2022-07-31")
    ]

    # Chakri Day and Coronation Day are first Wednesdays in 2565.
    assert told == [
        (d("2022-03-01"), d("2022-03-31"), d("2022-04-05")),
        (d("2022-04-01"), d("2022-04-30"), d("2022-05-03")),
        (d("2022-05-01"), d("2022-05-31"), d("2022-06-01")),
        (d("2022-06-01"), d("2022-06-30"), d("2022-07-06")),
    ]


@pytest.mark.parametrize(
    ("rule", "roll", "until", "days"),
    [
        # The Queen's birthday is the first Wednesday of June 2569.
        (
            Recurring(Every.MONTH, d("2026-05-20"), days=FIRST_WEDNESDAY, after=1),
            Roll.FORWARD,
            "2026-07-31",
            ["2026-06-04", "2026-07-01"],
        ),
        (
            Recurring(Every.MONTH, d("2026-05-20"), days=FIRST_WEDNESDAY, after=1),
            Roll.NONE,
            "2026-07-31",
            ["2026-06-03", "2026-07-01"],
        ),
        # ภายในวันที่ ๑๐ ของเดือนแรกของไตรมาสถัดไป: two of the four are Sundays, which stay.
        (
            Recurring(Every.QUARTER, d("2022-01-01"), days=(MonthDay(10),), after=1),
            Roll.NONE,
            "2022-12-31",
            ["2022-01-10", "2022-04-10", "2022-07-10", "2022-10-10"],
        ),
        (
            Recurring(Every.QUARTER, d("2022-01-01"), days=(MonthDay(10),), after=1),
            Roll.FORWARD,
            "2022-12-31",
            ["2022-01-10", "2022-04-11", "2022-07-11", "2022-10-10"],
        ),
        # ภายในวันที่ ๕ ของเดือนถัดไป over 5 December, a holiday.
        (
            Recurring(Every.MONTH, d("2022-10-15"), days=(MonthDay(5),), after=1),
            Roll.FORWARD,
            "2023-01-31",
            ["2022-11-07", "2022-12-06", "2023-01-05"],
        ),
        # The last office day: 28 to 31 July 2565 are closed, 30 December is the Cabinet's.
        (
            Recurring(Every.MONTH, d("2022-07-01"), days=LAST_OFFICE_DAY),
            Roll.NONE,
            "2022-12-31",
            ["2022-07-27", "2022-08-31", "2022-09-30", "2022-10-31", "2022-11-30", "2022-12-29"],
        ),
        (
            Recurring(Every.MONTH, d("2022-12-15"), days=(MonthDay(1, is_office_day=True),)),
            Roll.NONE,
            "2023-02-28",
            ["2023-01-04", "2023-02-01"],
        ),
        # The 31st of shorter months is their last day.
        (
            Recurring(Every.MONTH, d("2024-01-01"), days=(MonthDay(31),)),
            Roll.NONE,
            "2024-04-30",
            ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"],
        ),
        # รอบ 6 เดือน of the budget year.
        (
            Recurring(
                Every.HALF_YEAR, d("2021-11-01"), days=(MonthDay(15),), after=1, cycle=Cycle.FISCAL
            ),
            Roll.NONE,
            "2023-12-31",
            ["2022-04-15", "2022-10-15", "2023-04-15", "2023-10-15"],
        ),
        (
            Recurring(Every.HALF_YEAR, d("2021-11-01"), days=(MonthDay(15),), after=1),
            Roll.NONE,
            "2022-12-31",
            ["2022-01-15", "2022-07-15"],
        ),
        (
            Recurring(
                Every.YEAR, d("2022-01-01"), days=(MonthDay(31),), after=1, cycle=Cycle.FISCAL
            ),
            Roll.NONE,
            "2023-12-31",
            ["2022-10-31", "2023-10-31"],
        ),
        # Every second Wednesday, inside a window.
        (
            Recurring(
                Every.WEEK,
                d("2022-06-01"),
                until=d("2022-07-05"),
                interval=2,
                weekdays=(WEDNESDAY,),
            ),
            Roll.NONE,
            "2022-12-31",
            ["2022-06-01", "2022-06-15", "2022-06-29"],
        ),
        (
            Recurring(Every.DAY, d("2022-04-11"), until=d("2022-04-13")),
            Roll.NONE,
            "2022-12-31",
            ["2022-04-11", "2022-04-12", "2022-04-13"],
        ),
    ],
)
def test_rounds_fall_due_as_counted_by_hand(
    rule: Recurring, roll: Roll, until: str, days: list[str]
) -> None:
    assert [one.due.on.isoformat() for one in found(rule, roll, until)] == days


def test_each_round_says_what_it_reports_on() -> None:
    fiscal = Recurring(
        Every.YEAR, d("2022-01-01"), days=(MonthDay(31),), after=1, cycle=Cycle.FISCAL
    )
    quarterly = Recurring(Every.QUARTER, d("2022-01-01"), days=(MonthDay(10),), after=1)
    weekly = Recurring(Every.WEEK, d("2022-06-01"), weekdays=(WEDNESDAY,), after=1)
    twice = Recurring(Every.MONTH, d("2022-06-01"), days=(MonthDay(5), MonthDay(20)))

    spans = [
        [(one.covers_from, one.covers_until) for one in found(rule, Roll.NONE, until)][:2]
        for rule, until in (
            (fiscal, "2022-12-31"),
            (quarterly, "2022-04-30"),
            (weekly, "2022-06-10"),
            (twice, "2022-06-30"),
        )
    ]

    assert spans == [
        [(d("2021-10-01"), d("2022-09-30"))],
        [(d("2021-10-01"), d("2021-12-31")), (d("2022-01-01"), d("2022-03-31"))],
        [(d("2022-05-23"), d("2022-05-29")), (d("2022-05-30"), d("2022-06-05"))],
        [(d("2022-06-01"), d("2022-06-05")), (d("2022-06-06"), d("2022-06-20"))],
    ]


def test_the_next_day_of_a_round_is_found_past_any_horizon_and_none_after_its_window() -> None:
    yearly = Recurring(Every.YEAR, d("2022-01-01"), days=(MonthDay(31),), after=1)
    over = Recurring(Every.WEEK, d("2022-01-01"), until=d("2022-02-01"), weekdays=(FRIDAY,))

    assert next_day(yearly, days=YEARS, after=d("2022-02-01")) == d("2023-01-31")
    assert next_day(over, days=YEARS, after=d("2022-02-01")) is None


def test_every_second_month_stays_the_same_second_month_and_covers_both() -> None:
    rule = Recurring(Every.MONTH, d("2022-06-01"), days=(MonthDay(5),), after=1, interval=2)

    told = [
        (one.covers_from, one.covers_until, one.nominal)
        for one in found(rule, Roll.NONE, "2022-10-31")
    ]

    assert told == [
        (d("2022-04-01"), d("2022-05-31"), d("2022-06-05")),
        (d("2022-06-01"), d("2022-07-31"), d("2022-08-05")),
        (d("2022-08-01"), d("2022-09-30"), d("2022-10-05")),
    ]


def test_what_lies_behind_a_round_and_from_when_it_may_begin() -> None:
    rule = Recurring(Every.WEEK, d("2022-05-01"), weekdays=(FRIDAY,), interval=2)
    today = d("2022-07-16")

    past = past_rounds(rule, days=YEARS, roll=Roll.BACK, today=today)

    # 13 May is a holiday: Thursday. The next Friday of the round is 22 July.
    assert [one.due.on for one in past] == [
        d("2022-05-12"), d("2022-05-27"), d("2022-06-10"), d("2022-06-24"), d("2022-07-08"),
    ]  # fmt: skip
    assert latest_start(past, 2) == d("2022-06-24")
    again = replace(rule, starts_on=latest_start(past, 2))
    assert past_rounds(again, days=YEARS, roll=Roll.BACK, today=today) == past[-2:]


def test_a_day_to_come_that_was_moved_back_is_past() -> None:
    rule = Recurring(Every.WEEK, d("2022-07-15"), weekdays=(FRIDAY,))

    past = past_rounds(rule, days=YEARS, roll=Roll.BACK, today=d("2022-07-13"))

    assert [(one.nominal, one.due.on) for one in past] == [(d("2022-07-15"), d("2022-07-12"))]


WHENS: tuple[tuple[When, str, str], ...] = (
    (
        Recurring(
            Every.MONTH, d("2022-06-15"), days=(MonthDay(1), MonthDay(15)), is_since_last=True
        ),
        "",
        "ภายในวันที่ ๑ และ ๑๕ ของทุกเดือน รายงานตั้งแต่ครั้งก่อน ไม่เลื่อนถ้าเป็นวันหยุด ตั้งแต่ ๑๕ มิ.ย. ๒๕๖๕",
    ),
    (
        Recurring(
            Every.MONTH,
            d("2022-06-15"),
            days=(MonthDay(1), MonthDay(10), MonthDay(20)),
            after=1,
        ),
        "",
        "ภายในวันที่ ๑, ๑๐ และ ๒๐ ของเดือนถัดไป รายงานตั้งแต่ครั้งก่อน ไม่เลื่อนถ้าเป็นวันหยุด ตั้งแต่ ๑๕ มิ.ย. ๒๕๖๕",
    ),
    (
        Recurring(Every.MONTH, d("2022-06-15"), days=(MonthDay(5),), after=1, interval=3),
        "",
        "ภายในวันที่ ๕ ของทุก ๓ เดือน รายงานของ ๓ เดือนก่อนหน้า ไม่เลื่อนถ้าเป็นวันหยุด ตั้งแต่ ๑๕ มิ.ย. ๒๕๖๕",
    ),
    (
        Recurring(Every.MONTH, d("2022-06-15"), days=(MonthDay(5),), after=2),
        "",
        "ภายในวันที่ ๕ ของทุกเดือน รายงานของเดือนที่นับย้อนไป ๒ เดือน ไม่เลื่อนถ้าเป็นวันหยุด ตั้งแต่ ๑๕ มิ.ย. ๒๕๖๕",
    ),
    (
        Recurring(Every.WEEK, d("2022-06-15"), weekdays=(WEDNESDAY,), interval=2),
        "",
        "วันพุธ ทุก ๒ สัปดาห์ รายงานของ ๒ สัปดาห์ถึงสัปดาห์นั้น ไม่เลื่อนถ้าเป็นวันหยุด ตั้งแต่ ๑๕ มิ.ย. ๒๕๖๕",
    ),
    (
        Recurring(Every.MONTH, d("2022-06-15"), days=FIRST_WEDNESDAY, after=1),
        "back",
        "ทุกวันพุธแรกของเดือนถัดไป รายงานของเดือนก่อนหน้า เลื่อนมาวันทำการก่อนหน้าถ้าเป็นวันหยุด ตั้งแต่ ๑๕ มิ.ย. ๒๕๖๕",
    ),
    (
        Recurring(Every.WEEK, d("2022-06-01"), until=d("2022-09-30"), weekdays=(WEDNESDAY, FRIDAY)),
        "",
        "ทุกวันพุธและวันศุกร์ ไม่เลื่อนถ้าเป็นวันหยุด ตั้งแต่ ๑ มิ.ย. ๒๕๖๕ จนถึง ๓๐ ก.ย. ๒๕๖๕",
    ),
    (
        Recurring(Every.QUARTER, d("2022-01-01"), days=(MonthDay(10),), after=1),
        "forward",
        "ภายในวันที่ ๑๐ ของเดือนแรกของไตรมาสถัดไป รายงานของไตรมาสก่อนหน้า "
        "เลื่อนไปวันทำการถัดไปถ้าเป็นวันหยุด ตั้งแต่ ๑ ม.ค. ๒๕๖๕",
    ),
    (
        Recurring(
            Every.YEAR,
            d("2022-01-01"),
            days=(MonthDay(-1, is_office_day=True),),
            after=1,
            cycle=Cycle.FISCAL,
        ),
        "",
        "ภายในวันทำการสุดท้ายของเดือนตุลาคมของทุกปี รายงานของปีก่อนหน้า ตามปีงบประมาณ "
        "ไม่เลื่อนถ้าเป็นวันหยุด ตั้งแต่ ๑ ม.ค. ๒๕๖๕",
    ),
    (
        Counted(7, Span.DAYS, Anchor.RECEIPT),
        "",
        "ภายใน ๗ วันนับแต่วันที่หน่วยได้รับหนังสือ เลื่อนไปวันทำการถัดไปถ้าเป็นวันหยุด",
    ),
    (
        Counted(-3, Span.WORKING_DAYS, Anchor.EVENT, d("2022-07-01"), "วันประชุม"),
        "",
        "ก่อนวันประชุม (๑ ก.ค. ๒๕๖๕) ๓ วันทำการ เลื่อนมาวันทำการก่อนหน้าถ้าเป็นวันหยุด",
    ),
    (FixedDay(d("2022-06-30")), "", "ภายในวันที่ ๓๐ มิ.ย. ๒๕๖๕ ไม่เลื่อนถ้าเป็นวันหยุด"),
    (OnEvent(), "", "ทุกครั้งที่เกิดเหตุ ไม่มีวันกำหนด"),
    (Standing(), "", "ถือปฏิบัติต่อไปจนกว่าจะมีหนังสือเปลี่ยนแปลง ไม่มีวันกำหนด"),
    (Soon(), "", "โดยด่วน ไม่มีวันกำหนด"),
)


@pytest.mark.parametrize(("when", "roll", "sentence"), WHENS)
def test_a_when_is_said_as_offices_say_it_and_comes_back_from_its_text(
    when: When, roll: str, sentence: str
) -> None:
    assert in_thai(when_pieces(when, roll)) == sentence
    assert when_from_text(when_as_text(when)) == when


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"kind":"sometimes"}',
        '{"kind":"fixed"}',
        '{"kind":"fixed","on":"31/5/65"}',
        '{"kind":"fixed","on":"2022-06-31"}',
        '{"kind":"fixed","on":"2022-06-30","until":"2022-07-01"}',
        '{"kind":"counted","count":0,"span":"days","anchor":"receipt"}',
        '{"kind":"counted","count":"7","span":"days","anchor":"receipt"}',
        '{"kind":"counted","count":true,"span":"days","anchor":"receipt"}',
        '{"kind":"counted","count":24,"span":"hours","anchor":"receipt"}',
        '{"kind":"counted","count":-3,"span":"days","anchor":"receipt"}',
        '{"kind":"counted","count":3,"span":"days","anchor":"letter","event":"ประชุม"}',
        '{"kind":"recurring","every":"week","starts_on":"2022-06-01"}',
        '{"kind":"recurring","every":"week","starts_on":"2022-06-01","weekdays":[7]}',
        '{"kind":"recurring","every":"week","starts_on":"2022-06-01","weekdays":[2,2]}',
        '{"kind":"recurring","every":"month","starts_on":"2022-06-01"}',
        '{"kind":"recurring","every":"month","starts_on":"2022-06-01","days":[{"place":32}]}',
        '{"kind":"recurring","every":"month","starts_on":"2022-06-01","days":[{"place":0}]}',
        '{"kind":"recurring","every":"month","starts_on":"2022-06-01","days":[{"weekday":1}]}',
        '{"kind":"recurring","every":"month","starts_on":"2022-06-01",'
        '"days":[{"place":5,"weekday":1}]}',
        '{"kind":"recurring","every":"month","starts_on":"2022-06-01","days":[{"place":1}],'
        '"until":"2022-05-01"}',
        '{"kind":"recurring","every":"quarter","starts_on":"2022-06-01","days":[{"place":1}],'
        '"interval":2}',
        '{"kind":"recurring","every":"month","starts_on":"2022-06-01","days":[{"place":1}],'
        '"cycle":"fiscal"}',
    ],
)
def test_what_the_rules_do_not_know_is_refused(text: str) -> None:
    with pytest.raises(WhenUnreadable):
        when_from_text(text)


@given(
    st.sampled_from([Every.MONTH, Every.QUARTER, Every.HALF_YEAR, Every.YEAR]),
    st.integers(-1, 31).filter(bool),
    st.integers(0, 3),
    st.dates(d("2022-01-01"), d("2024-12-31")),
)
def test_what_rounds_report_on_follows_on_without_gap_or_overlap(
    every: Every, place: int, after: int, starts_on: date
) -> None:
    rule = Recurring(every, starts_on, days=(MonthDay(place),), after=after)

    spans = found(rule, Roll.NONE, "2026-12-31")

    for one, following in pairwise(spans):
        assert (following.covers_from - one.covers_until).days == 1
        assert one.due.on < following.due.on
