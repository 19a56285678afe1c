"""The calendar of due days: by day, week and month, on the page and on paper."""

from datetime import date
from io import BytesIO
from typing import Any

from flask import Blueprint, request, send_file
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from saraban import clock
from saraban.errors import SarabanError
from saraban.paper.duty_calendar import PrintedCalendar, PrintedDay, calendar_pdf
from saraban.queries.duty_calendar import CalendarCount, CalendarDay, DutyCalendar, duty_calendar
from saraban.rules.duty_calendar import (
    THAI_VIEW,
    THAI_WHOSE,
    View,
    Whose,
    neighbours,
)
from saraban.rules.expected_reports import EXPECTED_SHAPES, THAI_EXPECTED
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act
from saraban.rules.when_words import THAI_WEEKDAY
from saraban.rules.work_list import THAI_WORK
from saraban.thai.dates import be_year, format_long, parse_date
from saraban.thai.digits import to_thai
from saraban.web.answers import page
from saraban.web.session import actor, require, signed_in
from saraban.web.words import choices, day_words

pages = Blueprint("duty_calendar", __name__)

# Sunday first, as the weeks of the page are.
_WEEK = (6, 0, 1, 2, 3, 4, 5)


@pages.get("/duties/calendar")
@signed_in
def calendar() -> Any:
    """The days around the one in the address, which also says whose and how much."""
    require(Act.SEE_DUTY)
    view, on, whose = _asked()
    before, after = neighbours(view, on)
    return page(
        "work/calendar.html",
        found=duty_calendar(actor(), view=view, on=on, whose=whose),
        view=view,
        on=on,
        before=before,
        after=after,
        views=choices(THAI_VIEW),
        whose_words=choices(THAI_WHOSE),
        kind_words=THAI_WORK,
        weekdays=[THAI_WEEKDAY[day] for day in _WEEK],
        title=_title(view, on),
    )


@pages.get("/duties/calendar.pdf")
@signed_in
def paper() -> Response:
    """The same on A4 across."""
    require(Act.SEE_DUTY)
    view, on, whose = _asked()
    found = duty_calendar(actor(), view=view, on=on, whose=whose)
    return send_file(
        BytesIO(calendar_pdf(_printed(found, view, on))),
        mimetype="application/pdf",
        download_name=f"ปฏิทินภารกิจ_{on.isoformat()}.pdf",
        max_age=0,
    )


def _asked() -> tuple[View, date, Whose]:
    view, whose = request.args.get("view", ""), request.args.get("whose", "")
    try:
        on = parse_date(request.args.get("on", ""))
    except SarabanError:
        on = clock.today()
    return (
        View(view) if view in set(View) else View.MONTH,
        on,
        Whose(whose) if whose in set(Whose) else Whose.UNIT,
    )


def _title(view: View, on: date) -> str:
    if view is View.MONTH:
        # "1 June 2565" without its day: the month as the person's language has it.
        return day_words(on.replace(day=1), "long").split(" ", 1)[1]
    if view is View.DAY:
        return day_words(on, "long")
    return str(_("สัปดาห์ของวันที่ %(day)s", day=day_words(on, "long")))


def _printed(found: DutyCalendar, view: View, on: date) -> PrintedCalendar:
    month = format_long(on).split(" ")[1]
    head = (
        f"เดือน{month} พ.ศ. {to_thai(str(be_year(on)))}"
        if view is View.MONTH
        else " ถึง ".join(
            dict.fromkeys(format_long(day.on) for day in found.days[:: len(found.days) - 1 or 1])
        )
    )
    return PrintedCalendar(
        head=f"ปฏิทินภารกิจ {head}",
        unit_name=f"{found.unit_name} · {THAI_WHOSE[found.whose]}",
        weekdays=[THAI_WEEKDAY[day] for day in _WEEK] if view is not View.DAY else [],
        weeks=[[_printed_day(day, found.whose, view, on) for day in week] for week in found.weeks],
        made=f"พิมพ์เมื่อ {format_long(clock.today())}",
    )


def _printed_day(day: CalendarDay, whose: Whose, view: View, on: date) -> PrintedDay:
    lines = [
        (
            "" if item.state is None else EXPECTED_SHAPES[item.state],
            # With the desks inside, a line says whose it is.
            _secret(item.name, item.secrecy) + (f" · {item.who}" if whose is Whose.INNER else ""),
            THAI_WORK[item.kind] if item.state is None else THAI_EXPECTED[item.state],
        )
        for item in day.items
    ]
    lines += [("", _secret(one.name, one.secrecy), _counted(one)) for one in day.counts]
    return PrintedDay(
        number=to_thai(str(day.on.day)),
        holiday=day.holiday,
        is_outside=view is View.MONTH and day.on.month != on.month,
        lines=lines,
    )


def _counted(one: CalendarCount) -> str:
    numbers = (
        ("ตอบแล้ว", one.answered),
        ("ช้า", one.late),
        ("ส่งคืน", one.returned),
        ("ยังไม่มา", one.owed),
        ("ยกเว้น", one.outside),
    )
    return " ".join(f"{word} {to_thai(str(count))}" for word, count in numbers if count)


def _secret(name: str, secrecy: str) -> str:
    return name if secrecy == Secrecy.NORMAL else "หนังสือชั้นความลับ"
