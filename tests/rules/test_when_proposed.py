"""The wordings of letters, as "by when" to be ticked."""

from datetime import date

import pytest

from saraban.rules.when_proposed import ProposedWhen, proposed_in
from saraban.rules.whens import (
    Anchor,
    Counted,
    Every,
    FixedDay,
    MonthDay,
    OnEvent,
    Recurring,
    Soon,
    Span,
    Standing,
    When,
)

LETTER_DAY, BEGINS = date(2022, 6, 6), date(2022, 6, 16)


def read(text: str) -> list[ProposedWhen]:
    """What is proposed from a paragraph."""
    return list(proposed_in(text, letter_day=LETTER_DAY, starts_on=BEGINS))


def monthly(place: int, *, after: int = 0, every: Every = Every.MONTH) -> Recurring:
    """A round on a day of the month."""
    return Recurring(every, BEGINS, days=(MonthDay(place),), after=after)


@pytest.mark.parametrize(
    ("text", "when", "roll", "is_sure"),
    [
        ("ให้รายงานผลภายในวันที่ ๓๐ มิถุนายน ๒๕๖๕", FixedDay(date(2022, 6, 30)), "", True),
        (
            "รายงานผลภายใน ๗ วันนับแต่วันที่ได้รับหนังสือ",
            Counted(7, Span.DAYS, Anchor.RECEIPT),
            "",
            True,
        ),
        (
            "แจ้งผลภายใน ๗ วันนับแต่วันที่ลงในหนังสือ",
            Counted(7, Span.DAYS, Anchor.LETTER),
            "",
            True,
        ),
        # From when is not said: from the receipt, most likely.
        (
            "ให้ดำเนินการภายใน ๑๕ วันทำการ",
            Counted(15, Span.WORKING_DAYS, Anchor.RECEIPT),
            "",
            False,
        ),
        (
            "ภายใน ๑ เดือนนับแต่วันที่ได้รับหนังสือ",
            Counted(1, Span.MONTHS, Anchor.RECEIPT),
            "",
            True,
        ),
        (
            "ภายใน ๒ สัปดาห์นับแต่วันที่ได้รับหนังสือ",
            Counted(2, Span.WEEKS, Anchor.RECEIPT),
            "",
            True,
        ),
        (
            "ส่งเอกสารก่อนวันประชุมไม่น้อยกว่า ๓ วันทำการ",
            Counted(-3, Span.WORKING_DAYS, Anchor.EVENT, event="วันประชุม"),
            "",
            True,
        ),
        (
            "รายงานภายใน ๓ วันนับแต่วันที่เกิดเหตุ",
            Counted(3, Span.DAYS, Anchor.EVENT, event="วันที่เกิดเหตุ"),
            "",
            True,
        ),
        (
            "รายงานทุกวันพุธของทุกสัปดาห์",
            Recurring(Every.WEEK, BEGINS, weekdays=(2,)),
            "",
            True,
        ),
        (
            "รายงานทุกวันพุธแรกของเดือนถัดไป",
            Recurring(Every.MONTH, BEGINS, days=(MonthDay(1, 2),), after=1),
            "",
            True,
        ),
        (
            "ส่งสำเนาทุกวันศุกร์ที่สองและที่สี่ของเดือน",
            Recurring(Every.MONTH, BEGINS, days=(MonthDay(2, 4), MonthDay(4, 4))),
            "",
            False,
        ),
        (
            "รายงานทุกวันศุกร์หรือวันทำการก่อนวันหยุดสุดสัปดาห์",
            Recurring(Every.WEEK, BEGINS, weekdays=(4,)),
            "back",
            True,
        ),
        # Which month the fifth reports on is not said.
        ("รายงานภายในวันที่ ๕ ของทุกเดือน", monthly(5, after=1), "", False),
        ("รายงานภายในวันที่ ๕ ของเดือนถัดไป", monthly(5, after=1), "", True),
        ("รายงานภายในวันที่ ๒๕ ของทุกเดือน", monthly(25), "", False),
        (
            "รายงานรายไตรมาส ภายในวันที่ ๑๐ ของเดือนแรกของไตรมาสถัดไป",
            monthly(10, after=1, every=Every.QUARTER),
            "",
            True,
        ),
        (
            "รายงานภายในวันทำการสุดท้ายของทุกเดือน",
            Recurring(Every.MONTH, BEGINS, days=(MonthDay(-1, is_office_day=True),)),
            "",
            True,
        ),
        (
            "รายงานภายในวันที่ ๓๑ ตุลาคม ของทุกปี",
            monthly(31, after=10, every=Every.YEAR),
            "",
            False,
        ),
        ("รายงานผลทุกเดือน", monthly(-1), "", False),
        ("ขอให้รายงานผลการดำเนินการโดยด่วน", Soon(), "", True),
        ("ให้รายงานทุกครั้งที่เกิดเหตุ", OnEvent(), "", True),
        ("ทั้งนี้ ให้ถือปฏิบัติต่อไปจนกว่าจะมีคำสั่งเปลี่ยนแปลง", Standing(), "", True),
    ],
)
def test_a_wording_becomes_a_proposal_that_says_whether_it_is_sure(
    text: str, when: When, roll: str, is_sure: bool
) -> None:
    [found] = read(text)

    assert (found.when, found.roll, found.is_sure) == (when, roll, is_sure)
    assert found.text in text


@pytest.mark.parametrize(
    ("text", "every", "interval"),
    [
        ("รายงานความคืบหน้าทุก ๑๕ วัน", Every.DAY, 15),
        ("รายงานทุก ๒ เดือน", Every.MONTH, 2),
        ("รายงานทุก ๓ เดือน", Every.QUARTER, 1),
        ("รายงานทุก ๖ เดือน", Every.HALF_YEAR, 1),
        ("รายงานทุก ๒ สัปดาห์", Every.WEEK, 2),
    ],
)
def test_every_so_many_days_or_months_is_a_round(text: str, every: Every, interval: int) -> None:
    (proposal,) = read(text)

    assert isinstance(proposal.when, Recurring)
    assert (proposal.when.every, proposal.when.interval) == (every, interval)


def test_a_day_outweighs_what_has_none() -> None:
    [found] = read("ขอให้รายงานผลโดยด่วน ภายในวันที่ ๓๐ มิถุนายน ๒๕๖๕")

    assert found.when == FixedDay(date(2022, 6, 30))


def test_two_days_of_a_year_are_two_proposals() -> None:
    text = "รายงานภายในวันที่ ๑๕ มกราคม และวันที่ ๑๕ กรกฎาคม ของทุกปี"

    assert [found.when for found in read(text)] == [
        monthly(15, after=1, every=Every.YEAR),
        monthly(15, after=7, every=Every.YEAR),
    ]


@pytest.mark.parametrize(
    "text", ["", "จึงเรียนมาเพื่อโปรดทราบ", "โครงการมีระยะเวลา ๓ ปี", "ภายใน ๒๔ ชั่วโมง"]
)
def test_what_says_no_day_proposes_none(text: str) -> None:
    assert read(text) == []
