"""The tree of units, and what an administrator may do to one: dated, and never deleted."""

from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import SelectField

from saraban import clock
from saraban.desk import directory
from saraban.desk.directory import UnitDetails
from saraban.errors import Refused, SarabanError
from saraban.queries.unit_card import UnitCard, top_units, unit_card, units_like
from saraban.rules.permissions import Act, who_may
from saraban.rules.units import THAI_UNIT_KIND, UnitKind
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, LineField, Required, ThaiDateField, refuse, sent
from saraban.web.session import actor, signed_in
from saraban.web.unit_choice import UnitField
from saraban.web.words import choices

pages = Blueprint("units", __name__)

_KINDS = {kind: word for kind, word in THAI_UNIT_KIND.items() if kind != UnitKind.COUNTRY}


class KindField(SelectField):
    """A kind of unit; the country itself is none to choose."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices = choices(_KINDS)


class AddForm(Form):
    """A new unit below another."""

    kind = KindField(lazy_gettext("ชนิดหน่วย"))
    name_th = LineField(lazy_gettext("ชื่อเต็ม"), validators=[Required()])
    short_name_th = LineField(lazy_gettext("ชื่อย่อ"))
    valid_from = ThaiDateField(lazy_gettext("ตั้งแต่วันที่"))


class ChangeForm(Form):
    """What the unit is from a day on; the name and kind it had stay in its past."""

    from_on = ThaiDateField(lazy_gettext("มีผลตั้งแต่วันที่"), validators=[Required()])
    name_th = LineField(lazy_gettext("ชื่อเต็ม"), validators=[Required()])
    short_name_th = LineField(lazy_gettext("ชื่อย่อ"), validators=[Required()])
    kind = KindField(lazy_gettext("ชนิดหน่วย"))
    parent = UnitField(lazy_gettext("ย้ายไปอยู่ใต้หน่วย"))


class DetailsForm(Form):
    """What the unit says of itself, without a past."""

    name_en = LineField(lazy_gettext("ชื่อภาษาอังกฤษ"))
    registry_name = LineField(lazy_gettext("ชื่อบนตรารับหนังสือ"))
    code_letters = LineField(lazy_gettext("ตัวอักษรประจำหน่วย"))
    owner_number = LineField(lazy_gettext("เลขประจำของเจ้าของเรื่อง"))
    postal_address = LineField(lazy_gettext("ที่อยู่"))
    telephone = LineField(lazy_gettext("โทรศัพท์"))


class AddressForm(Form):
    """The saraban address somebody stands for."""

    saraban_address = LineField(lazy_gettext("ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์กลาง"), validators=[Required()])


class CloseForm(Form):
    """The day from which the unit is no more, and who takes over."""

    valid_to = ThaiDateField(lazy_gettext("ไม่มีหน่วยนี้ตั้งแต่วันที่"), validators=[Required()])
    merged_into = UnitField(lazy_gettext("รวมเข้ากับหน่วย"))


@pages.get("/units")
@signed_in
def units() -> Any:
    """The top of the tree, or what a search found."""
    words = request.args.get("q", "")
    today = clock.today()
    return page(
        "units/list.html",
        words=words,
        found=units_like(actor(), words, on=today) if words.strip() else (),
        top=() if words.strip() else top_units(actor(), on=today),
    )


@pages.get("/units/<uid>")
@signed_in
def unit(uid: str) -> Any:
    """One unit: what it is, what it was, who is in it, what is below it."""
    card = unit_card(actor(), uid, on=clock.today())
    address = AddressForm(formdata=None, data={"saraban_address": card.saraban_address})
    return page("units/unit.html", card=card, address=address)


@pages.route("/units/<uid>/add", methods=["GET", "POST"])
@signed_in
def add(uid: str) -> Any:
    """A new unit below this one."""
    card, form = _managed(uid), AddForm()
    if sent(form):
        try:
            new_uid = directory.add_unit(
                actor=actor(),
                at=clock.now(),
                parent_uid=uid,
                kind=form.kind.data,
                name_th=form.name_th.data,
                short_name_th=form.short_name_th.data,
                valid_from=form.valid_from.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("เพิ่ม%(name)sแล้ว", name=form.name_th.data), "success")
            return see_other("units.unit", uid=new_uid)
    return page("units/add.html", form, card=card)


@pages.route("/units/<uid>/change", methods=["GET", "POST"])
@signed_in
def change(uid: str) -> Any:
    """Rename, change the kind, move: from a day on."""
    card = _managed(uid)
    form = ChangeForm(
        data={
            "from_on": clock.today(),
            "name_th": card.name_th,
            "short_name_th": card.short_name_th,
            "kind": card.kind,
        }
    )
    if sent(form):
        assert form.from_on.data is not None  # required
        try:
            directory.change_unit(
                actor=actor(),
                at=clock.now(),
                unit_uid=uid,
                from_on=form.from_on.data,
                name_th=form.name_th.data,
                short_name_th=form.short_name_th.data,
                kind=form.kind.data,
                parent_uid=form.parent.chosen.uid if form.parent.chosen else None,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            return _done(uid, _("บันทึกแล้ว ชื่อและชนิดเดิมยังอยู่ในประวัติของหน่วย"))
    return page("units/change.html", form, card=card)


@pages.route("/units/<uid>/details", methods=["GET", "POST"])
@signed_in
def details(uid: str) -> Any:
    """Numbers, addresses, the name on the stamp."""
    card = _managed(uid)
    form = DetailsForm(obj=card)
    if sent(form):
        try:
            directory.change_details(
                actor=actor(),
                at=clock.now(),
                unit_uid=uid,
                details=UnitDetails(
                    name_en=form.name_en.data,
                    registry_name=form.registry_name.data,
                    code_letters=form.code_letters.data,
                    owner_number=form.owner_number.data,
                    postal_address=form.postal_address.data,
                    telephone=form.telephone.data,
                ),
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            return _done(uid, _("บันทึกแล้ว"))
    return page("units/details.html", form, card=card)


@pages.post("/units/<uid>/address")
@signed_in
def confirm_address(uid: str) -> Any:
    """Somebody stands for the unit's saraban address."""
    card, form = _managed(uid), AddressForm()
    if sent(form):
        try:
            directory.confirm_saraban_address(
                actor=actor(),
                at=clock.now(),
                unit_uid=uid,
                address=form.saraban_address.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            return _done(uid, _("ยืนยันที่อยู่แล้ว การนำเข้าครั้งต่อไปจะไม่เปลี่ยน"))
    return page("units/unit.html", form, card=card, address=form)


@pages.route("/units/<uid>/close", methods=["GET", "POST"])
@signed_in
def close(uid: str) -> Any:
    """Close the unit from a day on; its letters, numbers and names stay."""
    card, form = _managed(uid), CloseForm()
    if sent(form):
        assert form.valid_to.data is not None  # required
        try:
            directory.close_unit(
                actor=actor(),
                at=clock.now(),
                unit_uid=uid,
                valid_to=form.valid_to.data,
                merged_into_uid=form.merged_into.chosen.uid if form.merged_into.chosen else None,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            return _done(uid, _("ปิดหน่วยแล้ว"))
    return page("units/close.html", form, card=card)


def _managed(uid: str) -> UnitCard:
    """The unit, for those who may change it; closed units are for reading."""
    card = unit_card(actor(), uid, on=clock.today())
    if not card.may_manage:
        raise Refused(act=Act.MANAGE_UNITS.value, who_may=who_may(Act.MANAGE_UNITS))
    return card


def _done(uid: str, words: str) -> Response:
    flash(words, "success")
    return see_other("units.unit", uid=uid)
