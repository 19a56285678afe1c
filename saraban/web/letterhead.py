"""What the unit's letters are printed with: the office's own picture of its emblem."""

from base64 import b64encode
from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _, lazy_gettext
from wtforms import FileField

from saraban import clock
from saraban.desk.filing import NewFile
from saraban.desk.letterhead import keep_emblem
from saraban.errors import EmblemUnusable, MissingField, SarabanError
from saraban.paper.emblem import checked_emblem
from saraban.queries.drafts import letterhead
from saraban.rules.drafts import DraftText
from saraban.rules.permissions import Act
from saraban.web.answers import page, see_other
from saraban.web.draft_paper import draft_pictures
from saraban.web.forms import Form, base_name, refuse, sent
from saraban.web.session import actor, require, signed_in

pages = Blueprint("letterhead", __name__)


class EmblemForm(Form):
    """A picture to print with."""

    emblem = FileField(lazy_gettext("ไฟล์ภาพตรา"))


@pages.route("/letterhead", methods=["GET", "POST"])
@signed_in
def emblem() -> Any:
    """See the emblem that letters are printed with, put another in its place, or none."""
    require(Act.KEEP_LETTERHEAD)
    form = EmblemForm()
    if sent(form):
        try:
            _keep()
        except EmblemUnusable as error:
            told = str(error.facts["reason"])  # a word of ours too
            refuse(form, EmblemUnusable(field="emblem", reason=_(told)))
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("บันทึกแล้ว หนังสือที่ออกต่อจากนี้จะพิมพ์อย่างนี้"), "success")
            return see_other("letterhead.emblem")
    own = letterhead(actor())
    shown = None
    if own.emblem is not None:
        shown = f"data:{own.emblem_type};base64,{b64encode(own.emblem).decode()}"
    sample = DraftText(
        subject="ตัวอย่างหัวกระดาษ", addressee_text="ผู้รับตัวอย่าง", cause="ข้อความตัวอย่าง",
        dated_on=clock.today(),
    )  # fmt: skip
    return page("drafts/letterhead.html", form, shown=shown, pictures=_pictures(sample), own=own)


def _keep() -> None:
    if request.form.get("step") == "remove":
        keep_emblem(actor=actor(), at=clock.now(), picture=None)
        return
    upload = request.files.get("emblem")
    if upload is None or not upload.filename:
        raise MissingField(field="emblem")
    name = base_name(upload.filename)
    content, media_type = checked_emblem(upload.read(), name)
    keep_emblem(
        actor=actor(),
        at=clock.now(),
        picture=NewFile(name=name, content=content, media_type=media_type),
    )


def _pictures(sample: DraftText) -> list[str]:
    try:
        return draft_pictures(actor(), sample)[:1]
    except SarabanError:
        return []
