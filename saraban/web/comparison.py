"""The points of a letter about to be sent beside those of the one it passes on, and their dates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from flask_babel import gettext as _

from saraban import clock
from saraban.queries.holidays import office_days
from saraban.queries.letter_card import LetterCard
from saraban.queries.letter_lines import DutyLine
from saraban.queries.relay_duties import relay_days
from saraban.rules.instructions import Instruction, PointPair, compare, dropped
from saraban.rules.office_days import OfficeDays
from saraban.rules.point_dates import Slack, levels_below, proposed_due, slack
from saraban.thai.digits import to_thai
from saraban.web.forms import Form, refuse_with
from saraban.web.session import actor

# Dates are counted among the days around them; a holiday that far away changes nothing.
_AROUND = timedelta(days=60)


@dataclass(frozen=True)
class PointsShown:
    """What the page tells of the points before the last press.

    code is what a form must bring back to prove that the dropped points were read. slack is
    null where no point has a date.
    """

    pairs: tuple[PointPair, ...]
    has_parent: bool
    has_dates_above: bool
    dropped: tuple[str, ...]
    code: str
    slack: Slack | None
    bottom_days: int


def points_shown(
    parent: LetterCard | None,
    own: Sequence[Instruction],
    *,
    dated_on: date | None,
    urgency: str,
    sender_kind: str,
    relay_phrase: str,
) -> PointsShown:
    """The comparison with the letter passed on, and what is left at the bottom."""
    above = () if parent is None else instructions_above(parent)
    pairs = compare(above, own) if parent is not None else ()
    numbers = tuple(point.number for point in dropped(pairs))
    days = relay_days(actor().unit_id)
    day = dated_on or clock.today()
    dates = [point.due_on for point in own]
    return PointsShown(
        pairs=pairs,
        has_parent=parent is not None and bool(above or own),
        has_dates_above=any(point.due_on for point in above),
        dropped=numbers,
        code=",".join(numbers),
        slack=slack(
            dates,
            dated_on=day,
            levels=levels_below(sender_kind, asks_onward=bool(relay_phrase.strip())),
            urgency=urgency,
            days=days,
            office=office_around([day, *dates]),
        ),
        bottom_days=days.bottom_days,
    )


def instructions_above(parent: LetterCard) -> tuple[Instruction, ...]:
    """The points of the letter passed on; one without a number is called by its place."""
    return tuple(_instruction(duty, place) for place, duty in enumerate(parent.duties, start=1))


def proposed_dates(parent: LetterCard, dated_on: date) -> list[date | None]:
    """For each of the parent's points the day that leaves the collecting level its time."""
    days = relay_days(actor().unit_id)
    dates = [duty.due_on for duty in parent.duties]
    office = office_around([dated_on, *dates])
    return [proposed_due(day, dated_on=dated_on, days=days, office=office) for day in dates]


def points_were_seen(form: Form, shown: PointsShown, seen: str | None) -> bool:
    """Whether it was on the page which points of the parent are dropped; said beside if not."""
    if (seen or "") == shown.code:
        return True
    refuse_with(
        form,
        _(
            "โปรดอ่านส่วนที่เทียบกับหนังสือเดิมก่อน: %(what)s แล้วกดส่งอีกครั้ง ยังไม่มีอะไรถูกส่ง",
            what=dropped_words(shown.dropped),
        ),
    )
    return False


def dropped_words(numbers: Sequence[str]) -> str:
    """The points that fall away, in one sentence."""
    if not numbers:
        return str(_("ไม่ได้ตัดข้อใดของหนังสือเดิม"))
    if len(numbers) == 1:
        return str(_("ตัดข้อ %(points)s ของหนังสือเดิม", points=numbers[0]))
    return str(
        _(
            "ตัดข้อ %(points)s และ %(last)s ของหนังสือเดิม",
            points=" ".join(numbers[:-1]),
            last=numbers[-1],
        )
    )


def office_around(days: Iterable[date | None]) -> OfficeDays:
    """The office days around the dates given, to count with."""
    known = [day for day in days if day is not None]
    return office_days(min(known) - _AROUND, max(known) + _AROUND)


def _instruction(duty: DutyLine, place: int) -> Instruction:
    number = duty.point or to_thai(str(place))
    return Instruction(number, duty.asks, duty.report_to, duty.due_on, duty.late_reason)
