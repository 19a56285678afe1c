"""The recipients of a letter of ours: who has it and how we know, recalling, covers with links."""

from typing import Any

from flask import Blueprint, Response, current_app, flash, request
from flask_babel import gettext as _, lazy_gettext
from wtforms import SelectField

from saraban import clock
from saraban.desk.delivery_ends import recall as recall_letter
from saraban.desk.delivery_links import MOST_AT_ONCE
from saraban.desk.ended_deliveries import lift as lift_end, note_end, resend as resend_letter
from saraban.errors import MissingField, SarabanError
from saraban.queries.delivery_list import (
    Recipients,
    Which,
    askable_uids,
    every_recipient,
    recipients,
)
from saraban.rules.permissions import Act, may
from saraban.web.answers import file_to_save, page, see_other
from saraban.web.covers import covers_with_links
from saraban.web.forms import AnyOfThePage, Form, LineField, NumberField, Required, refuse, sent
from saraban.web.recipient_table import recipients_csv
from saraban.web.session import actor, require, signed_in
from saraban.web.unit_choice import UnitField
from saraban.web.words import in_digits

pages = Blueprint("deliveries", __name__)

CHOSEN = "chosen"


class RecipientsForm(Form):
    """Which recipients, and for a recall why, for covers how long their links are good."""

    units = AnyOfThePage(lazy_gettext("หน่วยที่เลือก"))
    scope = SelectField(lazy_gettext("ทำกับ"), default=CHOSEN)
    reason = LineField(lazy_gettext("เหตุที่ดึงกลับ"))
    days = NumberField(lazy_gettext("ลิงก์ใช้ได้กี่วัน"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scope.choices = {
            CHOSEN: _("เฉพาะหน่วยที่ติ๊กไว้"),
            Which.OPEN.value: _("ทุกหน่วยที่ยังไม่ตอบรับ"),
            Which.OUTSIDE.value: _("ทุกหน่วยที่ยังไม่ตอบรับและไม่ใช้ระบบนี้"),
        }


class ResendForm(Form):
    """The right unit for what another sent back."""

    to_unit = UnitField(lazy_gettext("ส่งถึงหน่วยที่ถูกต้อง"), validators=[Required()])


class PressForm(Form):
    """Nothing to fill in: pressing is the act."""


@pages.get("/letters/<uid>/deliveries")
@signed_in
def deliveries(uid: str) -> Any:
    """The recipients, on the list asked for."""
    return _page(uid)


@pages.get("/letters/<uid>/deliveries.csv")
@signed_in
def as_csv(uid: str) -> Response:
    """All recipients as a table for a spreadsheet: the receipt of each as far as there is one."""
    require(Act.SEE_LETTER)
    content = recipients_csv(every_recipient(actor(), uid))
    answer = Response(content, mimetype="text/csv; charset=utf-8")
    answer.headers.set("Content-Disposition", "attachment", filename="recipients.csv")
    return answer


@pages.post("/letters/<uid>/deliveries/recall")
@signed_in
def recall(uid: str) -> Any:
    """Take the letter back from those who have not received it."""
    require(Act.RECALL)
    form = RecipientsForm()
    if sent(form):
        try:
            done = recall_letter(
                actor=actor(),
                at=clock.now(),
                letter_uid=uid,
                reason=form.reason.data,
                unit_uids=_units_of(form, uid, all_means_all=True),
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("ดึงกลับแล้ว %(count)s หน่วย", count=in_digits(done.count)), "success")
            if done.too_late_count:
                flash(
                    _(
                        "อีก %(count)s หน่วยรับไปก่อนแล้ว ดึงกลับไม่ได้",
                        count=in_digits(done.too_late_count),
                    ),
                    "info",
                )
            return see_other("deliveries.deliveries", uid=uid, which=Which.ENDED.value)
    return _page(uid, form)


@pages.post("/letters/<uid>/deliveries/covers")
@signed_in
def covers(uid: str) -> Any:
    """Cover sheets, each with a new link of its own."""
    require(Act.GIVE_LINK)
    form = RecipientsForm()
    if sent(form):
        try:
            content = covers_with_links(uid, _units_of(form, uid) or (), days=form.days.data)
        except SarabanError as error:
            refuse(form, error)
        else:
            return file_to_save(content, media_type="application/pdf", name="ใบปะหน้า.pdf")
    return _page(uid, form)


@pages.post("/letters/<uid>/deliveries/<unit_uid>/resend")
@signed_in
def resend(uid: str, unit_uid: str) -> Any:
    """Send the letter on to the right unit instead."""
    require(Act.RECALL)
    form = ResendForm(prefix=unit_uid)
    if sent(form):
        try:
            if form.to_unit.chosen is None:
                raise MissingField(field="to_unit")
            resend_letter(
                actor=actor(),
                at=clock.now(),
                letter_uid=uid,
                ended_unit_uid=unit_uid,
                to_unit_uid=form.to_unit.chosen.uid,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("ส่งเพิ่มถึง %(unit)s แล้ว", unit=form.to_unit.chosen.name_th), "success")
            return see_other("deliveries.deliveries", uid=uid, which=Which.ENDED.value)
    return _page(uid, resend_form=form, resend_unit=unit_uid)


@pages.post("/letters/<uid>/deliveries/<unit_uid>/lift")
@signed_in
def lift(uid: str, unit_uid: str) -> Any:
    """Send the letter to the same unit once more."""
    require(Act.RECALL)
    if sent(PressForm()):
        lift_end(actor=actor(), at=clock.now(), letter_uid=uid, unit_uid=unit_uid)
        flash(_("ส่งให้หน่วยเดิมอีกครั้งแล้ว"), "success")
    return see_other("deliveries.deliveries", uid=uid, which=Which.ENDED.value)


@pages.post("/letters/<uid>/deliveries/<unit_uid>/note")
@signed_in
def note(uid: str, unit_uid: str) -> Any:
    """Seen, and nothing more to do: off the desk."""
    require(Act.RECALL)
    if sent(PressForm()):
        note_end(actor=actor(), at=clock.now(), letter_uid=uid, unit_uid=unit_uid)
        flash(_("บันทึกแล้วว่าไม่ต้องส่งต่อ"), "success")
    return see_other("deliveries.deliveries", uid=uid, which=Which.ENDED.value)


def _page(
    uid: str,
    form: RecipientsForm | None = None,
    *,
    resend_form: ResendForm | None = None,
    resend_unit: str = "",
) -> Any:
    which = Which.ENDED if resend_form is not None else _which_asked()
    number = max(1, request.args.get("page", 1, type=int))
    require(Act.SEE_LETTER)
    found = recipients(actor(), uid, which=which, page=number)
    days = current_app.config["SARABAN"].link_days
    return page(
        "deliveries/deliveries.html",
        resend_form or form or RecipientsForm(formdata=None, data={"days": days, "scope": CHOSEN}),
        found=found,
        tabs=_tabs(found),
        recipients_form=form or RecipientsForm(formdata=None, data={"days": days, "scope": CHOSEN}),
        resend_forms={
            line.unit_uid: resend_form
            if line.unit_uid == resend_unit and resend_form is not None
            else ResendForm(formdata=None, prefix=line.unit_uid)
            for line in found.lines
            if line.end is not None
        },
        press_form=PressForm(formdata=None),
        may_give_links=found.is_ours and may(actor(), Act.GIVE_LINK),
    )


def _which_asked() -> Which:
    asked = request.args.get("which", "")
    return Which(asked) if asked in set(Which) else Which.ALL


def _tabs(found: Recipients) -> list[tuple[Which, str, int]]:
    words = {
        Which.ALL: _("ทั้งหมด"),
        Which.OPEN: _("ยังไม่ตอบรับ"),
        Which.OUTSIDE: _("ยังไม่ตอบรับ ไม่ใช้ระบบนี้"),
        Which.ANSWERED: _("ตอบรับแล้ว"),
        Which.ENDED: _("ไม่รับ ส่งคืน ถูกดึงกลับ"),
    }
    return [(which, words[which], found.counts[which]) for which in Which]


def _units_of(
    form: RecipientsForm, uid: str, *, all_means_all: bool = False
) -> tuple[str, ...] | None:
    """The uids that the form means; None for all of them where the desk knows itself who."""
    if form.scope.data == CHOSEN:
        if not form.units.data:
            raise MissingField(field="units")
        return tuple(form.units.data)
    if all_means_all and form.scope.data == Which.OPEN.value:
        return None
    return askable_uids(
        actor(),
        uid,
        at=clock.now(),
        only_outside=form.scope.data == Which.OUTSIDE.value,
        most=MOST_AT_ONCE,
    )
