"""Letters that never came: the holes in the numbers of each office that sends to us."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, request
from flask_babel import gettext as _

from saraban import clock
from saraban.queries.number_gaps import (
    Gap,
    SenderNumbers,
    missing_numbers,
    units_that_receive,
)
from saraban.rules.registers import book_year_of
from saraban.thai.digits import to_arabic
from saraban.web.answers import page
from saraban.web.session import actor, signed_in
from saraban.web.words import day_words, in_digits

pages = Blueprint("number_gaps", __name__)

MOST_IN_A_LINE = 6
# Past this a jump is more often a number misread or mistyped than so many letters for others.
LONG_JUMP = 500
# What can be asked for in one sentence; longer runs were hardly meant for us.
MOST_TO_ASK_FOR = 10


@pages.get("/registers/gaps")
@signed_in
def gaps() -> Any:
    """Every sender of a year with the numbers that never came, or one sender with all of them."""
    this_year = book_year_of(clock.today())
    asked = to_arabic(request.args.get("year", ""))
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else this_year
    series = request.args.get("series") or None
    found = missing_numbers(
        actor(),
        be_year=year,
        is_together="together" in request.args,
        unit_uid=request.args.get("unit") or None,
        series=series,
    )
    kept = {key: request.args[key] for key in ("unit", "together") if request.args.get(key)}
    facts: dict[str, Any] = {
        "found": found,
        "kept": kept,
        "years": sorted({year, *range(this_year - 4, this_year + 1)}, reverse=True),
        "units": units_that_receive(actor()),
        "gaps_in_words": gaps_in_words,
        "long_jump": LONG_JUMP,
    }
    if series is None:
        return page("number_gaps/senders.html", **facts)
    sender = found.senders[0] if found.senders else None
    return page(
        "number_gaps/sender.html",
        series=series,
        sender=sender,
        question=question_in_words(sender) if sender else "",
        **facts,
    )


def gaps_in_words(gaps: Sequence[Gap], most: int = MOST_IN_A_LINE) -> str:
    """ว ๑๖๕๕, ๑๖๕๗, ๑๖๖๐–๑๖๗๑: the first few, then how many numbers more."""
    words = [str(gap.first) if gap.count == 1 else f"{gap.first}–{gap.last}" for gap in gaps[:most]]
    text = in_digits(f"ว {', '.join(words)}")
    more = sum(gap.count for gap in gaps[most:])
    return text if not more else text + _(" และอีก %(count)s เลข", count=in_digits(more))


def question_in_words(sender: SenderNumbers) -> str:
    """What a clerk may ask the sender, ready to be copied; empty when there is nothing to ask.

    Between which letters the numbers lie is said, so that the other registry finds them.
    """
    wanted = [gap for gap in sender.gaps if gap.cited or gap.count <= MOST_TO_ASK_FOR]
    if not wanted:
        return ""
    before, after = wanted[0].before, wanted[-1].after
    between = [
        _("%(number)s ลงวันที่ %(day)s", number=in_digits(f"ว {one.number}"), day=day)
        for one in (before, after)
        if one is not None and (day := day_words(one.dated_on, "medium"))
    ]
    known = _(" (ได้รับ %(letters)s)", letters=_(" และ ").join(between)) if between else ""
    words: str = _(
        "ไม่พบหนังสือเวียน ที่ %(series)s/%(numbers)s%(known)s หากส่งถึงหน่วยงานนี้ด้วย ขอความอนุเคราะห์ส่งอีกครั้ง",
        series=in_digits(sender.series),
        numbers=gaps_in_words(wanted, most=40),
        known=known,
    )
    return words
