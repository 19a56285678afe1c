"""A table of a page as PDF or XLSX: at once, or made by the worker where it is long."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Response as FlaskResponse, flash, session
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from saraban.errors import SarabanError
from saraban.jobs.form_files import file_of, storage_full
from saraban.paper.form_print import table_pdf
from saraban.paper.form_workbook import table_workbook
from saraban.rules.exports import MEDIA_TYPES, MOST_ROWS_AT_ONCE, DutyAsk, ExportFormat, OverviewAsk
from saraban.rules.paper_forms import PrintedTable
from saraban.web.answers import file_to_save, see_other
from saraban.web.exports import AWAITED
from saraban.web.forms import Form
from saraban.web.session import actor
from saraban.web.words import said


class PaperForm(Form):
    """Nothing but the token: what is printed stands in the page's own address."""


def short_list(
    table: PrintedTable, kind: ExportFormat, *, made_at: datetime, name: str
) -> FlaskResponse:
    """A table that never grows long, drawn at once. Raises PrintFailed."""
    is_pdf = kind is ExportFormat.PDF
    content = table_pdf(table) if is_pdf else table_workbook(table, made_at=made_at)
    return file_to_save(content, media_type=MEDIA_TYPES[kind], name=name)


def handed_out(
    table: PrintedTable,
    ask: DutyAsk | OverviewAsk,
    *,
    name: str,
    at: datetime,
    note: Callable[..., Any],
    later: Callable[..., Any],
    back: Response,
) -> Any:
    """The file, or the page that tells when the worker has made it.

    note and later are the desk's: they put the paper into the ledger, or ask the worker for it.
    What they refuse is said on the page that back leads to.
    """
    facts: dict[str, Any] = {
        "actor": actor(),
        "at": at,
        "ask": ask,
        "row_count": len(table.rows),
    }
    try:
        if ask.format is ExportFormat.PDF and len(table.rows) > MOST_ROWS_AT_ONCE:
            later(name=name, **facts)
            session[AWAITED] = True
            flash(_("บัญชีนี้ยาว กำลังจัดทำเบื้องหลัง ทำงานอื่นต่อได้ เสร็จแล้วจะบอกที่นี่"), "success")
            return see_other("exports.exports")
        note(**facts)
    except SarabanError as error:
        flash(said(error), "warning")
        return back
    try:
        content = file_of(table, ask, made_at=at)
    except OSError as error:
        raise storage_full(error) or error from error
    return file_to_save(content, media_type=ask.media_type, name=name)
