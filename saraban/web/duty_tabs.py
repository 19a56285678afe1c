"""The tabs of one duty: a page of its own each, one line here."""

from dataclasses import dataclass

from flask import current_app, url_for
from flask_babel import gettext as _

from saraban.errors import N_
from saraban.queries.duties_in_sight import SeenDuty


@dataclass(frozen=True)
class DutyTab:
    """A tab: the endpoint of its page, which takes the duty's uid, and its Thai word.

    for_keeper hides it from those who only owe the duty; for_review where no answer is reviewed.
    """

    endpoint: str
    word: str
    for_keeper: bool = False
    for_review: bool = False


TABS = (
    DutyTab("duties.duty", N_("ภาพรวม")),
    DutyTab("duty_grid.grid", N_("ตารางหน่วยและงวด"), for_keeper=True),
    DutyTab("duty_figures.figures", N_("ผลรวมและภาพ"), for_keeper=True),
    DutyTab("duty_periods.periods", N_("งวดและวันครบกำหนด")),
    DutyTab("duty_review_list.waiting", N_("รอตรวจ"), for_keeper=True, for_review=True),
    DutyTab("duty_asks.asks", N_("คำขอขยายเวลา"), for_keeper=True),
    DutyTab("duty_reminders.reminders", N_("การเตือน"), for_keeper=True),
)


def tabs_of(duty: SeenDuty) -> list[tuple[str, str, str]]:
    """(endpoint, address, word) of the tabs that the reader gets, in order."""
    return [
        (tab.endpoint, url_for(tab.endpoint, uid=duty.uid), _(tab.word))
        for tab in TABS
        if tab.endpoint in current_app.view_functions
        and not (tab.for_keeper and duty.sees_own_alone)
        and not (tab.for_review and not duty.needs_review)
    ]
