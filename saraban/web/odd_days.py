"""What is odd about the day of a number, in words; nothing of it forbids."""

from datetime import date
from typing import Any

from flask import flash
from flask_babel import gettext as _

from saraban.desk.registration import Registered
from saraban.queries.holidays import OddDay, odd_day
from saraban.rules.holidays import DayOddity
from saraban.web.session import actor
from saraban.web.words import day_words


def tell_odd_day(done: Registered, *, register: str, day: date) -> None:
    """Warn of the day on which a receipt number was given; the number stands all the same."""
    found = odd_day(
        actor().unit_id,
        register=register,
        be_year=done.be_year,
        day=day,
        number=done.receipt_number,
    )
    for words in odd_words(found):
        flash(words, "warning")


def odd_words(found: OddDay) -> list[str]:
    """A sentence for each oddity of the day."""
    return [str(_sentence(odd, found)) for odd in found.oddities]


def _sentence(odd: DayOddity, found: OddDay) -> Any:
    day = day_words(found.day)
    if odd == DayOddity.HOLIDAY:
        return _("%(day)s เป็นวันหยุดราชการ (%(name)s)", day=day, name=found.holiday)
    if odd == DayOddity.WEEKEND:
        return _("%(day)s เป็นวันเสาร์หรือวันอาทิตย์", day=day)
    other = day_words(found.neighbour_on)
    return _("%(day)s ไม่เรียงกับวันที่ของเลขข้างเคียง (%(other)s)", day=day, other=other)
