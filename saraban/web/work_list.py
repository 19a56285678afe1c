"""The unit's work list: what is due, overdue, returned, in review, and what the unit keeps."""

from typing import Any

from flask import Blueprint, request
from flask_babel import gettext as _

from saraban import clock
from saraban.queries.holidays import office_days
from saraban.queries.kept_duties import kept_waiting
from saraban.queries.work_list import LEFT, MINE, NOBODY, Wanted, WorkList, work_list
from saraban.rules.permissions import Act, may
from saraban.rules.work_list import NEAR_DAYS, THAI_SECTION, THAI_WORK, Section
from saraban.web.answers import page
from saraban.web.session import actor, require, signed_in

pages = Blueprint("work_list", __name__)


@pages.get("/duties")
@signed_in
def duties() -> Any:
    """What the unit owes, by day; the filters stand in the address."""
    require(Act.SEE_DUTY)
    today = clock.today()
    wanted = Wanted(
        **{name: request.args.get(name, "") for name in ("section", "duty", "keeper", "held_by")}
    )
    found = work_list(actor(), today=today, wanted=wanted)
    days = [row.due_on for row in found.of(Section.NEAR) if row.due_on is not None]
    return page(
        "work/list.html",
        found=found,
        near_days=sorted(set(days)),
        closed=office_days(min(days), max(days)).holidays if days else {},
        kept=kept_waiting(actor()),
        sections=_sections(found),
        held_choices=_held_choices(found),
        words=THAI_SECTION,
        kind_words=THAI_WORK,
        near_count=NEAR_DAYS,
        is_filtered=wanted != Wanted(),
        may_hand_over=may(actor(), Act.HAND_OVER),
    )


def _sections(found: WorkList) -> list[tuple[Section, int]]:
    """The parts that hold anything, with how much; the one that is looked at always."""
    return [
        (section, count)
        for section, count in found.counts.items()
        if count or found.wanted.section == section
    ]


def _held_choices(found: WorkList) -> dict[str, str]:
    titles = {title: title for title in found.holders}
    chosen = {MINE: _("ของฉัน"), NOBODY: _("ยังไม่มีผู้รับผิดชอบ"), **titles}
    if found.left_count:
        chosen[LEFT] = _("ผู้รับผิดชอบย้ายไปแล้ว")
    return chosen
