"""A calendar of due days on A4 across: a row a week, a box a day."""

from collections.abc import Sequence
from dataclasses import dataclass

from saraban.paper.form_print import page_pdf
from saraban.paper.house_style import print_templates


@dataclass(frozen=True, kw_only=True)
class PrintedDay:
    """A box: the day's number, its holiday, and lines of (shape, name, state in words)."""

    number: str
    holiday: str
    is_outside: bool
    lines: Sequence[tuple[str, str, str]]


@dataclass(frozen=True, kw_only=True)
class PrintedCalendar:
    """Texts as they shall appear; weekdays is empty for a single day."""

    head: str
    unit_name: str
    weekdays: Sequence[str]
    weeks: Sequence[Sequence[PrintedDay]]
    made: str


def calendar_pdf(calendar: PrintedCalendar) -> bytes:
    """The calendar as PDF, as many pages as its weeks take. Raises PrintFailed."""
    page = print_templates().get_template("print/duty_calendar.html")
    return page_pdf(page.render(calendar=calendar))
