"""Coming in, going out, and how a person likes their pages."""

from typing import Any

from flask import Blueprint, flash, redirect, request, session
from flask_babel import gettext as _, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import PasswordField, RadioField

from saraban import clock
from saraban.desk import preferences, signing_in as desk
from saraban.desk.office import has_administrator
from saraban.errors import InvalidInput, SarabanError
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, LineField, Required, refuse, refuse_with, sent
from saraban.web.session import (
    LANGUAGES,
    actor,
    begin_session,
    end_session,
    me,
    same_site,
    signed_in,
)
from saraban.web.words import DIGIT_WORDS, choices

pages = Blueprint("signing_in", __name__)


class SignInForm(Form):
    """Name and password."""

    sign_in = LineField(lazy_gettext("ชื่อเข้าระบบ"), validators=[Required()])
    password = PasswordField(lazy_gettext("รหัสผ่าน"), validators=[Required()])


class ChoicesForm(Form):
    """Language and digits."""

    language = RadioField(
        lazy_gettext("ภาษา"), choices={"th": "ไทย", "en": "English"}, validators=[Required()]
    )
    digits = RadioField(lazy_gettext("ตัวเลข"), validators=[Required()])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.digits.choices = choices(DIGIT_WORDS)


class PasswordForm(Form):
    """A new password against the old one, typed twice."""

    current = PasswordField(lazy_gettext("รหัสผ่านเดิม"), validators=[Required()])
    password = PasswordField(lazy_gettext("รหัสผ่านใหม่"), validators=[Required()])
    again = PasswordField(lazy_gettext("รหัสผ่านใหม่อีกครั้ง"), validators=[Required()])


@pages.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> Any:
    """Let a person in and send them where they were going."""
    target = same_site(request.args.get("next"))
    if me() is not None:
        return redirect(target, code=303)
    form = SignInForm()
    if sent(form):
        try:
            person = desk.sign_in(
                sign_in=form.sign_in.data, password=form.password.data, at=clock.now()
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            if begin_session(person.person_id):
                return redirect(target, code=303)
            refuse_with(form, _("วันนี้คุณไม่มีตำแหน่งในหน่วยใด โปรดติดต่อผู้ดูแลระบบ"))
    elif request.method == "GET" and not has_administrator(clock.now()):
        return see_other("first_run.first_run")
    return page("signing_in/sign_in.html", form)


@pages.post("/sign-out")
def sign_out() -> Response:
    """End the session, and say so."""
    person = me()
    if person is not None:
        desk.sign_out(person_id=person.person_id, at=clock.now())
    end_session()
    flash(_("ออกจากระบบแล้ว"), "success")
    return see_other("signing_in.sign_in")


@pages.post("/language")
def language() -> Response:
    """Change the language of the pages, also before signing in."""
    chosen = request.form.get("language")
    if chosen not in LANGUAGES:
        raise InvalidInput(field="language")
    session["language"] = chosen
    person = me()
    if person is not None:
        preferences.choose(actor=actor(), at=clock.now(), language=chosen, digits=person.digits)
    return redirect(same_site(request.form.get("next") or request.referrer), code=303)


@pages.get("/settings")
@signed_in
def settings() -> Any:
    """The person's own choices."""
    return _settings_page()


@pages.post("/settings/choices")
@signed_in
def choose() -> Any:
    """Keep language and digits."""
    form = ChoicesForm()
    if not sent(form):
        return _settings_page(choices_form=form)
    preferences.choose(
        actor=actor(), at=clock.now(), language=form.language.data, digits=form.digits.data
    )
    session["language"], session["digits"] = form.language.data, form.digits.data
    flash(_("บันทึกแล้ว"), "success")
    return see_other("signing_in.settings")


@pages.post("/settings/unit")
@signed_in
def act_for() -> Response:
    """Act for another of the units in which the person holds a post, or in another's post."""
    person = me()
    acting_uid = request.form.get("acting")
    if acting_uid:
        held = (
            next((one for one in person.actings if one.uid == acting_uid), None) if person else None
        )
        if held is None:
            raise InvalidInput(field="acting")
        session["acting"] = held.uid
        flash(_("กำลังทำหน้าที่ %(post)s", post=held.acting.words), "success")
        return redirect("/", code=303)
    unit_id = request.form.get("unit_id", type=int)
    post = (
        next((post for post in person.posts if post.unit_id == unit_id), None) if person else None
    )
    if post is None:
        raise InvalidInput(field="unit_id")
    session["unit_id"] = post.unit_id
    session.pop("acting", None)
    flash(_("กำลังปฏิบัติงานแทน %(unit)s", unit=post.unit_name), "success")
    return redirect("/", code=303)


@pages.post("/settings/password")
@signed_in
def change_password() -> Any:
    """Replace the password; the sessions in other browsers end."""
    form = PasswordForm()
    if sent(form):
        if form.password.data != form.again.data:
            form.again.errors = [_("ไม่ตรงกับรหัสผ่านใหม่")]
            return _settings_page(password_form=form)
        person_id = actor().person_id or 0
        try:
            desk.change_password(
                person_id=person_id,
                current=form.current.data,
                new=form.password.data,
                at=clock.now(),
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            unit_id = session.get("unit_id")
            begin_session(person_id)
            if unit_id is not None:
                session["unit_id"] = unit_id
            flash(_("เปลี่ยนรหัสผ่านแล้ว เครื่องอื่นที่เปิดค้างไว้ต้องเข้าระบบใหม่"), "success")
            return see_other("signing_in.settings")
    return _settings_page(password_form=form)


def _settings_page(
    choices_form: ChoicesForm | None = None, password_form: PasswordForm | None = None
) -> tuple[str, int]:
    person = me()
    kept = {} if person is None else {"language": person.language, "digits": person.digits}
    refused = password_form or choices_form
    return page(
        "signing_in/settings.html",
        refused,
        choices_form=choices_form or ChoicesForm(formdata=None, data=kept),
        password_form=password_form or PasswordForm(formdata=None),
    )
