"""Acknowledging without an account: where the QR of a cover sheet leads.

Asking for the page tells nothing but that it was asked for: mail and chat programs look ahead.
Opened is who pressed to read; acknowledged is who gave a name and a position and pressed.
"""

from http import HTTPStatus
from io import BytesIO
from typing import Any

from flask import (
    Blueprint,
    Response,
    current_app,
    redirect,
    render_template,
    request,
    send_file,
    url_for,
)
from flask_babel import gettext as _, lazy_gettext
from flask_wtf.csrf import CSRFError

from saraban import clock
from saraban.desk.delivery_links import (
    acknowledge_by_link,
    note_fetched,
    open_by_link,
    usable_link,
)
from saraban.errors import (
    DeliveryRecalled,
    DeliverySentBack,
    LinkExpired,
    LinkReplaced,
    LinkUnknown,
    LinkUsed,
    NotFound,
    SarabanError,
    TooManyGuesses,
)
from saraban.paper.sheet_image import page_jpeg
from saraban.queries.link_page import link_receipt, linked_file, linked_letter
from saraban.rules.link_tokens import LINK_PATH, grouped, read_token
from saraban.web.answers import page
from saraban.web.forms import Form, LineField, Required, refuse, sent
from saraban.web.guesses import Guesses
from saraban.web.letters import FILE_POLICY, SHOWN_IN_PLACE
from saraban.web.words import said

pages = Blueprint("by_link", __name__)

# A phone on a slow line: pages wait for no picture that is wider than its screen needs.
PICTURE_TYPES = frozenset({"application/pdf", "image/png", "image/jpeg"})


class CodeForm(Form):
    """The code off a cover sheet."""

    code = LineField(lazy_gettext("รหัส ๑๖ ตัวบนใบปะหน้า"), validators=[Required()])


class ReadForm(Form):
    """Nothing to fill in: pressing is reading."""


class AnswerForm(Form):
    """Who acknowledges; nobody checks it, and the page says so."""

    name = LineField(lazy_gettext("ชื่อและนามสกุล"), validators=[Required()])
    post = LineField(lazy_gettext("ตำแหน่ง"), validators=[Required()])
    number = LineField(lazy_gettext("เลขทะเบียนรับของหน่วย"))


@pages.route("/r", methods=["GET", "POST"])
def start() -> Any:
    """For those whose telephone reads no QR: type the code."""
    form = CodeForm()
    if sent(form):
        token = read_token(form.code.data)
        try:
            _with_guesses(token or "")
        except SarabanError as error:
            error.field = "code"
            refuse(form, error)
        else:
            return redirect(url_for("by_link.link", token=token), code=303)
    return page("by_link/start.html", form)


@pages.get(f"{LINK_PATH}<token>")
@pages.get(f"{LINK_PATH.lower()}<token>")
def link(token: str) -> Any:
    """Which unit is asked, and for what letter; nothing is opened yet."""
    _with_guesses(token)
    note_fetched(at=clock.now(), token=token)
    return _page(token)


@pages.post(f"{LINK_PATH.lower()}<token>/read")
def read(token: str) -> Any:
    """Somebody pressed to read the letter."""
    _with_guesses(token)
    if sent(ReadForm()):
        open_by_link(at=clock.now(), token=token)
    return redirect(url_for("by_link.link", token=token) + "#letter", code=303)


@pages.post(f"{LINK_PATH.lower()}<token>")
def answer(token: str) -> Any:
    """Acknowledge with a name and a position; then the receipt, under a code of its own."""
    _with_guesses(token)
    form = AnswerForm()
    if sent(form):
        try:
            receipt = acknowledge_by_link(
                at=clock.now(),
                token=token,
                name=form.name.data,
                post=form.post.data,
                number=form.number.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            return redirect(url_for("by_link.receipt", code=receipt.code), code=303)
    return _page(token, form)


@pages.get(f"{LINK_PATH.lower()}<token>/files/<sha256>")
def file(token: str, sha256: str) -> Response:
    """A file of the letter, once somebody pressed to read it."""
    _with_guesses(token)
    found, content = linked_file(token, sha256)
    shown = send_file(
        BytesIO(content),
        mimetype=found.media_type,
        as_attachment=found.media_type not in SHOWN_IN_PLACE,
        download_name=found.name,
        max_age=0,
    )
    shown.headers["Content-Security-Policy"] = FILE_POLICY
    return shown


@pages.get(f"{LINK_PATH.lower()}<token>/files/<sha256>/page.jpg")
def picture(token: str, sha256: str) -> Response:
    """The first page of a file as a picture."""
    _with_guesses(token)
    found, content = linked_file(token, sha256)
    drawn = page_jpeg(content, found.media_type, page_number=1)
    if drawn is None:
        return Response(status=HTTPStatus.NOT_FOUND)
    return Response(drawn, mimetype="image/jpeg")


@pages.get("/r/receipt/<code>")
def receipt(code: str) -> Any:
    """The receipt to keep. Its code is the key, so that sender and receiver can both check it."""
    _refuse_guessers()
    try:
        found = link_receipt(code)
    except LinkUnknown:
        _guesses().note_wrong(_asker(), clock.now())
        raise
    return page("by_link/receipt.html", receipt=found)


@pages.errorhandler(LinkUnknown)
@pages.errorhandler(LinkUsed)
@pages.errorhandler(LinkReplaced)
@pages.errorhandler(LinkExpired)
@pages.errorhandler(DeliveryRecalled)
@pages.errorhandler(DeliverySentBack)
@pages.errorhandler(TooManyGuesses)
def unusable(error: SarabanError) -> tuple[str, int]:
    """A link that opens nothing: why, in words for who has no account to look further with."""
    status = HTTPStatus.NOT_FOUND
    if isinstance(error, TooManyGuesses):
        status = HTTPStatus.TOO_MANY_REQUESTS
    elif not isinstance(error, NotFound):
        status = HTTPStatus.CONFLICT
    return render_template("by_link/unusable.html", message=said(error)), status


@pages.errorhandler(CSRFError)
def form_not_ours(error: CSRFError) -> tuple[str, int]:
    """A form that outlived its cookie, or was not ours: nothing is acknowledged by it."""
    words = _("แบบฟอร์มนี้หมดอายุ หรือไม่ได้มาจากหน้าของระบบ จึงยังไม่มีอะไรถูกบันทึก")
    return render_template("by_link/unusable.html", message=words), HTTPStatus.BAD_REQUEST


def _page(token: str, form: Form | None = None) -> Any:
    letter = linked_letter(token)
    return page(
        "by_link/link.html",
        form or AnswerForm(formdata=None),
        token=read_token(token),
        code=grouped(str(read_token(token))),
        letter=letter,
        refused=form,
        read_form=ReadForm(formdata=None),
        shown=next((one for one in letter.files if one.media_type in PICTURE_TYPES), None),
    )


def _with_guesses(token: str) -> None:
    """Raise what stands against using the token, after a look at who guesses.

    Raises TooManyGuesses and what `usable_link` raises.
    """
    _refuse_guessers()
    try:
        usable_link(token, at=clock.now())
    except LinkUnknown:
        _guesses().note_wrong(_asker(), clock.now())
        current_app.logger.info("a code that is none was tried from %s", _asker())
        raise


def _refuse_guessers() -> None:
    minutes = _guesses().minutes_to_wait(_asker(), clock.now())
    if minutes:
        raise TooManyGuesses(minutes=minutes)


def _guesses() -> Guesses:
    """Those of this application, in this process."""
    kept: Guesses = current_app.extensions.setdefault("saraban_guesses", Guesses())
    return kept


def _asker() -> str:
    return request.remote_addr or "-"
