"""The first page of an empty office: its first administrator, against the code on the console."""

from typing import Any

from flask import Blueprint, flash
from flask_babel import gettext as _, lazy_gettext
from wtforms import PasswordField

from saraban import clock
from saraban.desk.office import has_administrator, make_first_administrator
from saraban.errors import NotFound, SarabanError
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, LineField, Required, refuse, sent
from saraban.web.session import begin_session

pages = Blueprint("first_run", __name__)


class FirstRunForm(Form):
    """The code, and who will administer the office."""

    code = LineField(lazy_gettext("รหัสเริ่มต้น"), validators=[Required()])
    name_th = LineField(lazy_gettext("ชื่อและนามสกุล"), validators=[Required()])
    sign_in = LineField(lazy_gettext("ชื่อเข้าระบบ"), validators=[Required()])
    password = PasswordField(lazy_gettext("รหัสผ่าน"), validators=[Required()])
    again = PasswordField(lazy_gettext("รหัสผ่านอีกครั้ง"), validators=[Required()])


@pages.route("/first-run", methods=["GET", "POST"])
def first_run() -> Any:
    """Make the first administrator; no such page once there is one."""
    if has_administrator(clock.now()):
        raise NotFound()
    form = FirstRunForm()
    if sent(form):
        if form.password.data != form.again.data:
            form.again.errors = [_("ไม่ตรงกับรหัสผ่าน")]
            return page("first_run/first_run.html", form)
        try:
            person_id = make_first_administrator(
                code=form.code.data,
                sign_in=form.sign_in.data,
                name_th=form.name_th.data,
                password=form.password.data,
                at=clock.now(),
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            begin_session(person_id)
            flash(_("สำนักงานพร้อมแล้ว เริ่มจากเพิ่มผู้ใช้ของแต่ละหน่วย"), "success")
            return see_other("signing_in.settings")
    return page("first_run/first_run.html", form)
