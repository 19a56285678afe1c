"""A "by when" as an office says it: ทุกวันพุธแรกของเดือนถัดไป, and what becomes of a holiday.

Words are pieces with facts, so that a page can say them in its own language; `in_thai` is what
stands on paper and in mail.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce

from saraban.errors import N_
from saraban.rules.due_dates import roll_of
from saraban.rules.recurrence import due_months, is_counted_since_last, months_in
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
from saraban.thai.dates import format_medium
from saraban.thai.digits import to_thai


@dataclass(frozen=True)
class Piece:
    """A text to translate, with its facts; several pieces in one fact are listed with และ."""

    text: str
    facts: "Mapping[str, Said]" = field(default_factory=dict)


Said = date | int | str | Piece | tuple[Piece, ...]


# Between the pieces of a sentence: a blank in Thai.
JOINED = N_("%(first)s %(second)s")
LISTED = N_("%(first)sและ%(second)s")
THAI_SPAN = {
    Span.DAYS: N_("ภายใน %(count)s วัน%(anchor)s"),
    Span.WORKING_DAYS: N_("ภายใน %(count)s วันทำการ%(anchor)s"),
    Span.WEEKS: N_("ภายใน %(count)s สัปดาห์%(anchor)s"),
    Span.MONTHS: N_("ภายใน %(count)s เดือน%(anchor)s"),
}
THAI_BEFORE = {
    Span.DAYS: N_("ก่อน%(event)s %(count)s วัน"),
    Span.WORKING_DAYS: N_("ก่อน%(event)s %(count)s วันทำการ"),
    Span.WEEKS: N_("ก่อน%(event)s %(count)s สัปดาห์"),
    Span.MONTHS: N_("ก่อน%(event)s %(count)s เดือน"),
}
THAI_ANCHOR = {
    Anchor.RECEIPT: N_("นับแต่วันที่หน่วยได้รับหนังสือ"),
    Anchor.LETTER: N_("นับแต่วันที่ของหนังสือ"),
}
THAI_WEEKDAY = (
    N_("วันจันทร์"), N_("วันอังคาร"), N_("วันพุธ"), N_("วันพฤหัสบดี"), N_("วันศุกร์"), N_("วันเสาร์"),
    N_("วันอาทิตย์"),
)  # fmt: skip
THAI_PLACE = {1: N_("แรก"), 2: N_("ที่สอง"), 3: N_("ที่สาม"), 4: N_("ที่สี่"), -1: N_("สุดท้าย")}
THAI_MONTH = (
    N_("มกราคม"), N_("กุมภาพันธ์"), N_("มีนาคม"), N_("เมษายน"), N_("พฤษภาคม"), N_("มิถุนายน"),
    N_("กรกฎาคม"), N_("สิงหาคม"), N_("กันยายน"), N_("ตุลาคม"), N_("พฤศจิกายน"), N_("ธันวาคม"),
)  # fmt: skip
THAI_ROLL = {
    Roll.NONE: N_("ไม่เลื่อนถ้าเป็นวันหยุด"),
    Roll.FORWARD: N_("เลื่อนไปวันทำการถัดไปถ้าเป็นวันหยุด"),
    Roll.BACK: N_("เลื่อนมาวันทำการก่อนหน้าถ้าเป็นวันหยุด"),
}
THAI_EVERY = {
    Every.DAY: N_("รายวัน"),
    Every.WEEK: N_("รายสัปดาห์"),
    Every.MONTH: N_("รายเดือน"),
    Every.QUARTER: N_("รายไตรมาส"),
    Every.HALF_YEAR: N_("รายครึ่งปี"),
    Every.YEAR: N_("รายปี"),
}
THAI_CYCLE = {Cycle.CALENDAR: N_("ตามปีปฏิทิน"), Cycle.FISCAL: N_("ตามปีงบประมาณ")}
_COVERED_BEFORE = {
    Every.DAY: N_("รายงานของวันก่อนหน้า"),
    Every.WEEK: N_("รายงานของสัปดาห์ก่อนหน้า"),
    Every.MONTH: N_("รายงานของเดือนก่อนหน้า"),
    Every.QUARTER: N_("รายงานของไตรมาสก่อนหน้า"),
    Every.HALF_YEAR: N_("รายงานของครึ่งปีก่อนหน้า"),
    Every.YEAR: N_("รายงานของปีก่อนหน้า"),
}
# Of a round of several weeks or months: what is due within the last of them, and after it.
_COVERED_SPANS = {
    Every.WEEK: (
        N_("รายงานของ %(count)s สัปดาห์ถึงสัปดาห์นั้น"),
        N_("รายงานของ %(count)s สัปดาห์ก่อนหน้า"),
    ),
    Every.MONTH: (N_("รายงานของ %(count)s เดือนถึงเดือนนั้น"), N_("รายงานของ %(count)s เดือนก่อนหน้า")),
}


def when_pieces(when: When, roll: str = "") -> tuple[Piece, ...]:
    """The pieces of the sentence, to be joined by blanks: the days, what they cover, the window.

    roll is what the duty says of closed days; blank is what the law does with them.
    """
    if isinstance(when, OnEvent):
        return (Piece(N_("ทุกครั้งที่เกิดเหตุ ไม่มีวันกำหนด")),)
    if isinstance(when, Standing):
        return (Piece(N_("ถือปฏิบัติต่อไปจนกว่าจะมีหนังสือเปลี่ยนแปลง ไม่มีวันกำหนด")),)
    if isinstance(when, Soon):
        return (Piece(N_("โดยด่วน ไม่มีวันกำหนด")),)
    moved = Piece(THAI_ROLL[roll_of(when, roll)])
    if isinstance(when, FixedDay):
        return (Piece(N_("ภายในวันที่ %(day)s"), {"day": when.on}), moved)
    if isinstance(when, Counted):
        return (_counted(when), moved)
    return (_days_of_round(when), *_covers(when), moved, _window(when))


def in_thai(pieces: tuple[Piece, ...]) -> str:
    """The sentence in Thai with Thai digits, for paper and mail."""
    return reduce(lambda one, two: JOINED % {"first": one, "second": two}, map(_said, pieces))


def _said(value: Said) -> str:
    if isinstance(value, Piece):
        return value.text % {name: _said(fact) for name, fact in value.facts.items()}
    if isinstance(value, tuple):
        return reduce(lambda one, two: LISTED % {"first": one, "second": two}, map(_said, value))
    if isinstance(value, date):
        return format_medium(value)
    return to_thai(str(value))


def _counted(when: Counted) -> Piece:
    count = abs(when.count)
    if when.anchor is not Anchor.EVENT:
        anchor = Piece(THAI_ANCHOR[when.anchor])
        return Piece(THAI_SPAN[when.span], {"count": count, "anchor": anchor})
    event: Piece | str = when.event or Piece(N_("วันที่เกิดเหตุ"))
    if when.event_on is not None:
        event = Piece(N_("%(event)s (%(day)s)"), {"event": event, "day": when.event_on})
    if when.count < 0:
        return Piece(THAI_BEFORE[when.span], {"count": count, "event": event})
    anchor = Piece(N_("นับแต่%(event)s"), {"event": event})
    return Piece(THAI_SPAN[when.span], {"count": count, "anchor": anchor})


def _days_of_round(rule: Recurring) -> Piece:
    if months_in(rule.every):
        month = _month(rule)
        if _is_listed(rule.days):
            return Piece(
                N_("ภายในวันที่ %(days)s ของ%(month)s"), {"days": _numbers(rule.days), "month": month}
            )
        is_of_next = rule.every is Every.MONTH and rule.interval == 1 and rule.after == 1
        texts = tuple(_month_day(day, month, is_of_next=is_of_next) for day in rule.days)
        return texts[0] if len(texts) == 1 else Piece("%(days)s", {"days": texts})
    names = tuple(Piece(THAI_WEEKDAY[day]) for day in sorted(rule.weekdays))
    if rule.interval > 1 and rule.every is Every.DAY:
        return Piece(N_("ทุก %(count)s วัน"), {"count": rule.interval})
    if not names:
        return Piece(N_("ทุกวัน"))
    if rule.interval > 1:
        return Piece(N_("%(days)s ทุก %(count)s สัปดาห์"), {"days": names, "count": rule.interval})
    return Piece(N_("ทุก%(days)s"), {"days": names})


def _is_listed(days: tuple[MonthDay, ...]) -> bool:
    """Whether these are several days told by their numbers alone."""
    return len(days) > 1 and all(
        day.weekday is None and not day.is_office_day and day.place > 0 for day in days
    )


def _numbers(days: tuple[MonthDay, ...]) -> Piece | int:
    """๑, ๑๐ และ ๒๐."""
    *first, last = sorted(day.place for day in days)
    found: Piece | int = first[0]
    for place in first[1:]:
        found = Piece(N_("%(first)s, %(second)s"), {"first": found, "second": place})
    return Piece(N_("%(first)s และ %(second)s"), {"first": found, "second": last})


def _month_day(day: MonthDay, month: Piece, *, is_of_next: bool) -> Piece:
    if day.weekday is not None:
        facts = {
            "weekday": Piece(THAI_WEEKDAY[day.weekday]),
            "place": Piece(THAI_PLACE[day.place]),
            "month": month,
        }
        if is_of_next:
            return Piece(N_("ทุก%(weekday)s%(place)sของเดือนถัดไป"), facts)
        return Piece(N_("%(weekday)s%(place)sของ%(month)s"), facts)
    if day.is_office_day:
        if day.place in (1, -1):
            facts = {"place": Piece(THAI_PLACE[day.place]), "month": month}
            return Piece(N_("ภายในวันทำการ%(place)sของ%(month)s"), facts)
        return Piece(
            N_("ภายในวันทำการที่ %(count)s ของ%(month)s"), {"count": day.place, "month": month}
        )
    if day.place == -1:
        return Piece(N_("ภายในวันสุดท้ายของ%(month)s"), {"month": month})
    return Piece(N_("ภายในวันที่ %(day)s ของ%(month)s"), {"day": day.place, "month": month})


def _month(rule: Recurring) -> Piece:
    if rule.every is Every.MONTH:
        if rule.interval > 1:
            return Piece(N_("ทุก %(count)s เดือน"), {"count": rule.interval})
        if rule.after == 1:
            return Piece(N_("เดือนถัดไป"))
        return Piece(N_("ทุกเดือน"))
    if rule.every is Every.QUARTER and rule.after in (0, 1):
        is_next = rule.after == 1
        return Piece(N_("เดือนแรกของไตรมาสถัดไป") if is_next else N_("เดือนสุดท้ายของไตรมาส"))
    names = tuple(Piece(THAI_MONTH[month - 1]) for month in due_months(rule))
    return Piece(N_("เดือน%(months)sของทุกปี"), {"months": names})


def _covers(rule: Recurring) -> tuple[Piece, ...]:
    if rule.is_since_last or (rule.after and is_counted_since_last(rule)):
        return (Piece(N_("รายงานตั้งแต่ครั้งก่อน")),)
    if rule.interval > 1 and rule.after in (0, 1) and rule.every in _COVERED_SPANS:
        return (Piece(_COVERED_SPANS[rule.every][rule.after], {"count": rule.interval}),)
    if rule.after < 1:
        return ()
    if rule.after > 1 and rule.every is Every.MONTH:
        return (Piece(N_("รายงานของเดือนที่นับย้อนไป %(count)s เดือน"), {"count": rule.after}),)
    cycle = rule.every in (Every.HALF_YEAR, Every.YEAR)
    return (
        Piece(_COVERED_BEFORE[rule.every]),
        *([Piece(THAI_CYCLE[rule.cycle])] if cycle else []),
    )


def _window(rule: Recurring) -> Piece:
    if rule.until is None:
        return Piece(N_("ตั้งแต่ %(first)s"), {"first": rule.starts_on})
    facts = {"first": rule.starts_on, "last": rule.until}
    return Piece(N_("ตั้งแต่ %(first)s จนถึง %(last)s"), facts)
