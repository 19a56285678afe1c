"""The groups of addressees that a unit keeps: what they mean, what they meant, their keys."""

from typing import Any

from flask import Blueprint, flash
from flask_babel import gettext as _, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import SelectField, TextAreaField

from saraban import clock
from saraban.desk.unit_groups import KEYS, GroupSaid, archive_group, keep_group
from saraban.errors import SarabanError
from saraban.queries.unit_directory import known_units
from saraban.queries.unit_groups import GroupCard, group_card, groups_of, picking_share
from saraban.queries.units_then import uids_of
from saraban.rules.addressee_lists import WrongRow, match_rows, read_rows
from saraban.rules.permissions import Act
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, LineField, Required, refuse, sent
from saraban.web.recipients import lists_to_choose
from saraban.web.session import actor, require, signed_in
from saraban.web.words import in_digits

pages = Blueprint("unit_groups", __name__)


class GroupForm(Form):
    """What a group is to mean."""

    name = LineField(lazy_gettext("ชื่อกลุ่ม"), validators=[Required()])
    phrase = LineField(lazy_gettext("คำขึ้นต้น"))
    units = TextAreaField(lazy_gettext("หน่วยที่ระบุชื่อ"))
    list_uid = SelectField(lazy_gettext("หรือหน่วยจากบัญชีที่นำเข้าไว้"), default="")
    place = SelectField(lazy_gettext("แป้น"), default="")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.list_uid.choices = lists_to_choose()
        self.place.choices = {"": "—"} | {str(key): f"F{key + 1}" for key in KEYS}
        self.wrong_rows: tuple[WrongRow, ...] = ()


class ArchiveForm(Form):
    """Nothing but the token of a button."""


@pages.route("/settings/groups", methods=["GET", "POST"])
@signed_in
def groups() -> Any:
    """The unit's groups, and one to add."""
    require(Act.KEEP_UNIT_GROUPS)
    form = GroupForm()
    if sent(form) and _kept(form, None):
        return see_other("unit_groups.groups")
    return page(
        "unit_groups/groups.html",
        form,
        found=groups_of(actor(), with_archived=True),
        share=picking_share(actor()),
        wrong_rows=form.wrong_rows,
    )


@pages.route("/settings/groups/<uid>", methods=["GET", "POST"])
@signed_in
def group(uid: str) -> Any:
    """One group with what it meant before; what it means from now on."""
    require(Act.KEEP_UNIT_GROUPS)
    card = group_card(actor(), uid)
    form = GroupForm(formdata=None, data=_said(card))
    if not card.group.is_archived:
        typed = GroupForm()
        if sent(typed) and _kept(typed, uid):
            return see_other("unit_groups.group", uid=uid)
        form = typed if typed.is_submitted() else form
    return page(
        "unit_groups/group.html",
        form,
        card=card,
        archiving=ArchiveForm(formdata=None),
        wrong_rows=form.wrong_rows,
    )


@pages.post("/settings/groups/<uid>/archive")
@signed_in
def archive(uid: str) -> Response:
    """Offer a group no more."""
    require(Act.KEEP_UNIT_GROUPS)
    if sent(ArchiveForm()):
        archive_group(actor=actor(), at=clock.now(), group_uid=uid)
        flash(_("เลิกใช้กลุ่มแล้ว ประวัติยังอยู่"), "success")
    return see_other("unit_groups.groups")


def _said(card: GroupCard) -> dict[str, Any]:
    return {
        "name": card.group.name,
        "phrase": card.group.phrase,
        "units": "\n".join(unit.told for unit in card.units),
        "place": str(card.group.place or ""),
    }


def _kept(form: GroupForm, uid: str | None) -> bool:
    """Whether the group was kept; what stands against it is said in the form."""
    lines = [[line] for line in (form.units.data or "").splitlines()]
    matched = match_rows(read_rows(lines), known_units(clock.today()))
    form.wrong_rows = matched.wrong
    if matched.wrong:
        message = _("%(count)s บรรทัดไม่ตรงกับหน่วยใดหน่วยเดียว", count=in_digits(len(matched.wrong)))
        form.units.errors = [*form.units.errors, message]
        return False
    said = GroupSaid(
        form.name.data,
        form.phrase.data or "",
        uids_of([unit_id for _line, unit_id in matched.members]),
        int(form.place.data) if form.place.data else None,
        form.list_uid.data or None,
    )
    try:
        keep_group(actor=actor(), at=clock.now(), said=said, group_uid=uid)
    except SarabanError as error:
        refuse(form, error)
        return False
    flash(_("บันทึกกลุ่มแล้ว"), "success")
    return True
