"""The tab of a cascade that shows when it moved: by level over the days, or one way down."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from flask_babel import gettext as _

from saraban.errors import N_
from saraban.paper.day_drawing import Bar, DayRow, Mark, Stay, days_svg
from saraban.queries.cascade_hops import SENT, Hops, Lane, days_from_to
from saraban.queries.cascade_nodes import Node, instant
from saraban.queries.holidays import office_days
from saraban.rules.days import day_of
from saraban.rules.deliveries import Step
from saraban.rules.levels import THAI_LEVEL, Level
from saraban.web.cascade_sentence import Part
from saraban.web.session import chosen_language
from saraban.web.words import day_words, in_digits

STEP_WORDS = {
    SENT: N_("มีหนังสือส่งถึง"),
    Step.RECEIVED: N_("ลงรับ"),
    Step.ACKNOWLEDGED: N_("รับทราบ"),
    Step.PASSED_ON: N_("แจ้งต่อ"),
    Step.REPORTED: N_("รายงานผล"),
}
MONDAY = 0
MOST_DAYS = 400  # of an axis; what came later is drawn at its end and told in the table


def hop_facts(hops: Hops, *, today: date, words: str, here: Callable[..., str]) -> dict[str, Any]:
    """What the template needs; here makes an address of this cascade's page."""
    facts: dict[str, Any] = {
        "hops": hops,
        "words": words,
        "sentence": _sentence(hops),
        "step_words": {step: _(word) for step, word in STEP_WORDS.items()},
        "level_words": {level: _(word) for level, word in THAI_LEVEL.items()},
        "counted": _n,
        "way_of": lambda node: here(tab="hops", find=node.unit_name),
        "all_href": here(tab="hops"),
        "svg": None,
        "day_facts": day_facts,
    }
    rows = _way_rows(hops.way, today) if hops.way else _lane_rows(hops.lanes)
    shown = _days_shown(hops, today)
    if rows and shown:
        days = days_from_to(shown[0], min(shown[-1], shown[0] + timedelta(days=MOST_DAYS)))
        opens = office_days(days[0], days[-1])
        facts["svg"] = days_svg(
            rows,
            days=days,
            closed={day for day in days if not opens.is_open(day)},
            day_words={
                day: day_words(day, "short").rsplit(" ", 1)[0]
                for day in days
                if day.weekday() == MONDAY or day == days[0]
            },
            title=_title(hops),
            language=chosen_language(),
        )
    return facts


def day_facts(node: Node) -> dict[str, date | None]:
    """The days of one agency on the way, as far as they are known."""
    row = node.delivery

    def day(text: str | None) -> date | None:
        return day_of(instant(text)) if text else None

    return {
        "dated_on": node.letter.dated_on if node.letter else None,
        "sent_on": day(row.dispatched_at) if row else None,
        "arrived_on": node.arrived_on,
        "acknowledged_on": day(row.acknowledged_at) if row else None,
        "left_on": node.left_on,
    }


def _title(hops: Hops) -> str:
    number = hops.root_letter.printed_number or ""
    if hops.way:
        return str(_("ทางที่ %(number)s ไปถึง %(unit)s", number=number, unit=hops.way[-1].unit_name))
    return str(_("ลำดับเวลาของ %(number)s ตามระดับ", number=number))


def _sentence(hops: Hops) -> list[Part]:
    """The halves by level, or the hops of the way with their days, to be read aloud."""
    if hops.way:
        return [Part(_hop_words(node)) for node in hops.way]
    parts = []
    for level in Level:
        lane = next(
            (one for one in hops.lanes if one.level is level and one.step == Step.RECEIVED), None
        )
        if lane is not None:
            words = _(
                "%(level)s ลงรับ %(count)s หน่วย ครึ่งหนึ่งภายใน %(day)s",
                level=_(THAI_LEVEL[level]),
                count=_n(lane.count),
                day=day_words(lane.median_on),
            )
            parts.append(Part(words))
    return parts


def _hop_words(node: Node) -> str:
    if node.days_held is None:
        return node.unit_short
    words: str = _("%(unit)s %(count)s วัน", unit=node.unit_short, count=_n(node.days_held))
    return words


def _days_shown(hops: Hops, today: date) -> list[date]:
    days = [hops.root_letter.dated_on] if hops.root_letter.dated_on else []
    if hops.way:
        for node in hops.way:
            days += [day for day in day_facts(node).values() if day]
        last = hops.way[-1]
        days += [today] if last.arrived_on and last.left_on is None else []
    else:
        days += [day for lane in hops.lanes for day, _count in lane.days]
    return sorted(days)


def _lane_rows(lanes: tuple[Lane, ...]) -> list[DayRow]:
    """A heading a level, a row a step; bars on one scale within a level."""
    rows = []
    for level in Level:
        own = [lane for lane in lanes if lane.level is level]
        if not own:
            continue
        rows.append(DayRow(_(THAI_LEVEL[level]), is_heading=True))
        most = max(count for lane in own for _day, count in lane.days)
        rows += [_lane_row(lane, most) for lane in own]
    return rows


def _lane_row(lane: Lane, most: int) -> DayRow:
    word = _(STEP_WORDS[lane.step])
    return DayRow(
        label=_("%(step)s %(count)s หน่วย", step=word, count=_n(lane.count)),
        note=_("ครึ่งหนึ่งภายใน %(day)s", day=day_words(lane.median_on, "short")),
        bars=tuple(
            Bar(
                day,
                count / most,
                _(
                    "%(day)s %(step)s %(count)s หน่วย",
                    day=day_words(day),
                    step=word,
                    count=_n(count),
                ),
            )
            for day, count in lane.days
        ),
    )


def _way_rows(way: tuple[Node, ...], today: date) -> list[DayRow]:
    rows = []
    for node in way:
        days = day_facts(node)
        stays = []
        if days["arrived_on"]:
            last = max(days["left_on"] or today, days["arrived_on"])
            told = _("อยู่ที่หน่วย %(count)s วัน", count=_n(node.days_held or 0))
            stays = [Stay(days["arrived_on"], last, told, is_open=days["left_on"] is None)]
        marks = [
            Mark(day, mark, f"{word} {day_words(day)}")
            for day, mark, word in (
                (days["arrived_on"], "arrived", _("ถึงหน่วย")),
                (days["acknowledged_on"], "acknowledged", _("รับทราบ")),
                (days["dated_on"], "letter", _("หนังสือของหน่วยลงวันที่")),
            )
            if day
        ]
        held = _("อยู่ที่หน่วย %(count)s วัน", count=_n(node.days_held)) if stays else ""
        rows.append(DayRow(node.unit_short, held, stays=tuple(stays), marks=tuple(marks)))
    return rows


def _n(count: int | None) -> str:
    return in_digits(f"{count or 0:,}")
