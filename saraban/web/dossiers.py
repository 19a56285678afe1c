"""Asking for the dossier of a letter's chain: which question, in which form."""

from typing import Any

from flask import Blueprint, flash, session
from flask_babel import gettext as _, lazy_gettext
from wtforms import RadioField, TextAreaField
from wtforms.validators import Length

from saraban import clock
from saraban.desk.exports import ask_dossier, note_dossier
from saraban.errors import SarabanError
from saraban.jobs.dossier_files import dossier_file
from saraban.queries.dossier import USUAL_QUESTION, dossier_of
from saraban.rules.dossier import Dossier
from saraban.rules.exports import DossierAsk, ExportFormat
from saraban.rules.permissions import Act
from saraban.thai.digits import to_arabic
from saraban.web.answers import file_to_save, page, see_other
from saraban.web.exports import AWAITED
from saraban.web.forms import Form, refuse, sent
from saraban.web.session import actor, require, signed_in

pages = Blueprint("dossiers", __name__)

MOST_QUESTION = 400


class DossierForm(Form):
    """What the dossier answers, and what kind of file it is."""

    question = TextAreaField(
        lazy_gettext("คำถามที่สำนวนนี้ตอบ"), validators=[Length(max=MOST_QUESTION)]
    )
    format = RadioField(lazy_gettext("แบบไฟล์"), default=ExportFormat.PDF.value)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.format.choices = {
            ExportFormat.PDF.value: _("PDF สำหรับอ่านและพิมพ์"),
            ExportFormat.XLSX.value: _("XLSX สำหรับเรียงและนับ"),
            ExportFormat.JSON.value: _("JSON สำหรับโปรแกรมอื่น"),
        }


@pages.route("/letters/<uid>/dossier", methods=["GET", "POST"])
@signed_in
def dossier(uid: str) -> Any:
    """What it will hold, in numbers; sent, the file at once or, as PDF, from the worker."""
    require(Act.SEE_CASCADE)
    form = DossierForm(question=USUAL_QUESTION)
    found = dossier_of(
        uid,
        actor=actor(),
        made_at=clock.now(),
        question=" ".join((form.question.data or "").split()),
    )
    if sent(form):
        try:
            return _made(found, ExportFormat(form.format.data))
        except SarabanError as error:
            refuse(form, error)
    return page("dossiers/dossier.html", form, found=found, most_question=MOST_QUESTION)


def _made(found: Dossier, format: ExportFormat) -> Any:
    ask = DossierAsk(letter_uid=found.letter_uid, question=found.question, format=format)
    name = _file_name(found, format)
    at = clock.now()
    if format is ExportFormat.PDF:
        ask_dossier(actor=actor(), at=at, ask=ask, name=name, row_count=found.row_count)
        session[AWAITED] = True
        flash(_("กำลังจัดทำสำนวนเบื้องหลัง ทำงานอื่นต่อได้ เสร็จแล้วจะบอกที่นี่"), "success")
        return see_other("exports.exports")
    note_dossier(actor=actor(), at=at, ask=ask, row_count=found.row_count)
    content = dossier_file(found, actor(), format)
    return file_to_save(content, media_type=ask.media_type, name=name)


def _file_name(found: Dossier, format: ExportFormat) -> str:
    number = to_arabic(found.number).replace("/", "-").replace(" ", "-")
    return f"สำนวน_{number}.{format.value}"
