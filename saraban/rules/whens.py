"""The kinds of "by when": what a letter says of the day by which a duty is done.

What is said is kept as it was said and turned into days only when the day that it hangs on is
known: ภายใน ๗ วันนับแต่วันที่ได้รับหนังสือ is another day for each unit.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Roll(StrEnum):
    """What becomes of a due day on which offices are closed."""

    NONE = "none"
    FORWARD = "forward"
    BACK = "back"


class Span(StrEnum):
    """What is counted. Hours are none of it: they end at no day."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"


class Anchor(StrEnum):
    """What a count begins at, or ends before."""

    RECEIPT = "receipt"
    LETTER = "letter"
    EVENT = "event"


@dataclass(frozen=True)
class FixedDay:
    """ภายในวันที่ ๓๐ มิถุนายน ๒๕๖๕: that day is the last one."""

    on: date


@dataclass(frozen=True)
class Counted:
    """ภายใน ๗ วันนับแต่วันที่ได้รับหนังสือ; a negative count goes back from an event.

    event and event_on name the event and its day where they are known (ก่อนวันประชุม ๓ วันทำการ);
    without event_on every event that is told of has its own day.
    """

    count: int
    span: Span
    anchor: Anchor
    event_on: date | None = None
    event: str = ""


class Every(StrEnum):
    """The span that a recurring duty reports on."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


class Cycle(StrEnum):
    """When half-years and years begin: in January, or with the budget year in October."""

    CALENDAR = "calendar"
    FISCAL = "fiscal"


@dataclass(frozen=True)
class MonthDay:
    """A day of a month: the place-th, or the place-th weekday (0 Monday), or office day.

    place -1 is the last one. A 31st in a shorter month is its last day.
    """

    place: int
    weekday: int | None = None
    is_office_day: bool = False


@dataclass(frozen=True)
class Recurring:
    """A duty that comes again.

    weekdays (0 Monday) say on which days of a weekly or daily round it is due, days on which of a
    month for the longer rounds. after counts from the span that is reported to the week, or the
    month, in which the report is due: 0 within it (for longer rounds within its last month), 1 in
    the next. is_since_last: each report covers what came since the last due day, whatever the
    calendar; a round with several due days always does. interval takes every so many days, weeks
    or months. Only days from starts_on to until, both included and before any roll, are due days.
    """

    every: Every
    starts_on: date
    until: date | None = None
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    days: tuple[MonthDay, ...] = ()
    after: int = 0
    is_since_last: bool = False
    cycle: Cycle = Cycle.CALENDAR


@dataclass(frozen=True)
class OnEvent:
    """ทุกครั้งที่เกิดเหตุ: no calendar; never overdue by itself, but it can be asked for."""


@dataclass(frozen=True)
class Standing:
    """ถือปฏิบัติจนกว่าจะมีคำสั่งเปลี่ยนแปลง: ends by a later letter."""


@dataclass(frozen=True)
class Soon:
    """โดยด่วน, โดยเร็ว, ทันที, ในโอกาสแรก: no day, and none is made up."""


When = FixedDay | Counted | Recurring | OnEvent | Standing | Soon
