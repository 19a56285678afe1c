"""A duty's grid, lists and who has not reported as PDF or XLSX: at once, or by the queue."""

from typing import Any

from flask import Blueprint, flash, request

from saraban import clock
from saraban.desk.exports import ask_duty_paper, note_duty_paper
from saraban.errors import TooManyLines
from saraban.queries.duty_rollup import counted_duty
from saraban.queries.duty_tables import duty_table
from saraban.rules.exports import DutyAsk, DutyPaper, ExportFormat
from saraban.rules.permissions import Act
from saraban.web.answers import see_other
from saraban.web.forms import sent
from saraban.web.session import actor, require, signed_in
from saraban.web.table_papers import PaperForm, handed_out
from saraban.web.words import said

pages = Blueprint("duty_papers", __name__)

NAMES = {
    DutyPaper.GRID: "ตารางการรายงาน",
    DutyPaper.LIST: "บัญชีการรายงานรายหน่วย",
    DutyPaper.OUTSTANDING: "บัญชีรายชื่อหน่วยงานที่ยังไม่รายงาน",
}


@pages.post("/duties/<uid>/<any(grid,list,outstanding):what>.<any(pdf,xlsx):kind>")
@signed_in
def paper(uid: str, what: str, kind: str) -> Any:
    """The table, narrowed down as the address says; a long PDF when the worker has made it."""
    require(Act.SEE_DUTY)
    seen = counted_duty(actor(), uid)
    ask, at = _ask(uid, DutyPaper(what), ExportFormat(kind)), clock.now()
    if not sent(PaperForm()):
        return see_other("duty_grid.grid", uid=uid)
    try:
        table = duty_table(actor(), ask, today=clock.today())
    except TooManyLines as error:
        flash(said(error), "warning")
        return see_other("duty_grid.grid", uid=uid)
    name = f"{NAMES[ask.what]}_{seen.name[:60]}.{kind}".replace("/", "-").replace(" ", "-")
    return handed_out(
        table,
        ask,
        name=name,
        at=at,
        note=note_duty_paper,
        later=ask_duty_paper,
        back=see_other("duty_grid.grid", uid=uid),
    )


def _ask(uid: str, what: DutyPaper, kind: ExportFormat) -> DutyAsk:
    said_ = request.args
    period = said_.get("period", type=int)
    words = ("province", "district", "find", "standing", "unit")
    return DutyAsk(
        duty_uid=uid,
        what=what,
        format=kind,
        since=said_.get("since", type=int) if period is None else period,
        until=said_.get("until", type=int) if period is None else period,
        **{word: said_.get(word, "") for word in words},
    )
