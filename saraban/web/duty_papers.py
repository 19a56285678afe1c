"""A duty's grid, lists and who has not reported as PDF or XLSX: at once, or by the queue."""

from io import BytesIO
from typing import Any

from flask import Blueprint, flash, request, send_file, session
from flask_babel import gettext as _

from saraban import clock
from saraban.desk.exports import ask_duty_paper, note_duty_paper
from saraban.errors import SarabanError, TooManyLines
from saraban.jobs.form_files import file_of, storage_full
from saraban.queries.duty_rollup import counted_duty
from saraban.queries.duty_tables import duty_table
from saraban.rules.exports import MOST_ROWS_AT_ONCE, DutyAsk, DutyPaper, ExportFormat
from saraban.rules.permissions import Act
from saraban.web.answers import see_other
from saraban.web.exports import AWAITED
from saraban.web.forms import Form, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.words import said

pages = Blueprint("duty_papers", __name__)

NAMES = {
    DutyPaper.GRID: "ตารางการรายงาน",
    DutyPaper.LIST: "บัญชีการรายงานรายหน่วย",
    DutyPaper.OUTSTANDING: "บัญชีรายชื่อหน่วยงานที่ยังไม่รายงาน",
}


class PaperForm(Form):
    """Nothing but the token: what is printed stands in the page's own address."""


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
    count = len(table.rows)
    try:
        if kind == ExportFormat.PDF and count > MOST_ROWS_AT_ONCE:
            ask_duty_paper(actor=actor(), at=at, ask=ask, name=name, row_count=count)
            session[AWAITED] = True
            flash(_("บัญชีนี้ยาว กำลังจัดทำเบื้องหลัง ทำงานอื่นต่อได้ เสร็จแล้วจะบอกที่นี่"), "success")
            return see_other("exports.exports")
        note_duty_paper(actor=actor(), at=at, ask=ask, row_count=count)
    except SarabanError as error:
        flash(said(error), "warning")
        return see_other("duty_grid.grid", uid=uid)
    try:
        content = file_of(table, ask, made_at=at)
    except OSError as error:
        raise storage_full(error) or error from error
    return send_file(
        BytesIO(content), mimetype=ask.media_type, as_attachment=True, download_name=name, max_age=0
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
