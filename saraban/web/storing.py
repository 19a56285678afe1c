"""Sending letters that are done with into storage, by a list of its own form (Form 19)."""

from typing import Any

from flask import Blueprint, Response, flash, request
from flask_babel import gettext as _, lazy_gettext
from wtforms import IntegerField, SelectField
from wtforms.validators import Optional

from saraban import clock
from saraban.desk.storing import StorageChoice, make_storage_list, take_back_line
from saraban.errors import SarabanError
from saraban.queries.storage_lists import list_table, storable_letters, storage_list, storage_lists
from saraban.rules.exports import ExportFormat
from saraban.rules.permissions import Act
from saraban.rules.retention import THAI_RETENTION, Retention
from saraban.thai.digits import to_arabic
from saraban.web.answers import page, see_other
from saraban.web.forms import (
    AnyOfThePage,
    Form,
    LineField,
    Required,
    ThaiDateField,
    refuse,
    refuse_with,
    sent,
)
from saraban.web.session import actor, require, signed_in
from saraban.web.table_papers import short_list
from saraban.web.words import choices

pages = Blueprint("storing", __name__)


class YearsField(IntegerField):
    """A number of years typed in Thai or Arabic digits."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it as if typed in Arabic digits; nothing typed is the least of the class."""
        if valuelist and valuelist[0].strip():
            super().process_formdata([to_arabic(valuelist[0])])


class StoringForm(Form):
    """Which letters are done with, since when, and for how long they are kept.

    A letter's own row may name another class, which is then kept for its least number of years.
    """

    letters = AnyOfThePage(lazy_gettext("หนังสือที่เสร็จแล้ว"), choices={})
    finished_on = ThaiDateField(lazy_gettext("ปฏิบัติเสร็จเมื่อ"), validators=[Required()])
    retention = SelectField(lazy_gettext("ประเภทอายุการเก็บ"))
    years = YearsField(lazy_gettext("เก็บกี่ปี"), validators=[Optional()])
    remark = LineField(lazy_gettext("หมายเหตุ"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.retention.choices = choices(THAI_RETENTION)


class TakeBackForm(Form):
    """Why a letter does not belong on a list."""

    reason = LineField(lazy_gettext("เหตุผล"), validators=[Required()])


@pages.route("/storage", methods=["GET", "POST"])
@signed_in
def storage() -> Any:
    """Tick what is done with; below, the lists made so far."""
    require(Act.STORE_LETTERS)
    form = StoringForm(finished_on=clock.today())
    if sent(form):
        if not form.letters.data:
            refuse_with(form, _("โปรดเลือกหนังสืออย่างน้อยหนึ่งฉบับ"))
        else:
            try:
                made = make_storage_list(actor=actor(), at=clock.now(), choices=_chosen(form))
            except SarabanError as error:
                refuse(form, error)
            else:
                flash(_("จัดทำบัญชีส่งเก็บแล้ว"), "success")
                return see_other("storing.one_list", uid=made.uid)
    return page(
        "storing/storage.html",
        form,
        found=storable_letters(actor(), page=max(1, request.args.get("page", 1, type=int))),
        lists=storage_lists(actor()),
    )


@pages.get("/storage/<uid>")
@signed_in
def one_list(uid: str) -> Any:
    """A list with its lines."""
    return _list_page(uid, TakeBackForm(formdata=None))


@pages.post("/storage/<uid>/<int:place>/take-back")
@signed_in
def take_back(uid: str, place: int) -> Any:
    """Take a line back that was listed wrongly; it stays, struck through."""
    require(Act.STORE_LETTERS)
    form = TakeBackForm()
    if sent(form):
        take_back_line(
            actor=actor(), at=clock.now(), list_uid=uid, place=place, reason=form.reason.data
        )
        flash(_("นำออกจากบัญชีแล้ว"), "success")
        return see_other("storing.one_list", uid=uid)
    return _list_page(uid, form)


@pages.get("/storage/<uid>/list.<any(pdf, xlsx):kind>")
@signed_in
def paper(uid: str, kind: str) -> Response:
    """The list on Form 19."""
    card = storage_list(actor(), uid)
    table = list_table(card)
    name = f"บัญชีหนังสือส่งเก็บ_{card.number}-{card.be_year}.{kind}"
    return short_list(table, ExportFormat(kind), made_at=card.made_at, name=name)


def _list_page(uid: str, form: TakeBackForm) -> Any:
    card = storage_list(actor(), uid)
    return page("storing/list.html", form, card=card, RETENTION_WORDS=THAI_RETENTION)


def _chosen(form: StoringForm) -> list[StorageChoice]:
    return [_choice(form, uid) for uid in dict.fromkeys(form.letters.data)]


def _choice(form: StoringForm, uid: str) -> StorageChoice:
    own = request.form.get(f"retention-{uid}", "")
    has_own = own in set(Retention)
    return StorageChoice(
        letter_uid=uid,
        finished_on=form.finished_on.value,
        retention=Retention(own if has_own else form.retention.data),
        years=None if has_own else form.years.data,
        remark=form.remark.data,
    )
