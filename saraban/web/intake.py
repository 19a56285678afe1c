"""Taking files in to be read, and the queue of what is read, waits for a clerk, or failed."""

import hashlib
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, flash, request
from flask_babel import gettext as _, lazy_gettext
from wtforms import MultipleFileField, SelectField

from saraban import clock
from saraban.desk import intake as desk_intake
from saraban.desk.filing import NewFile, check_sizes
from saraban.errors import SarabanError
from saraban.paper.file_kinds import media_type_of
from saraban.queries.books import usual_channel
from saraban.queries.intake_queue import IntakeQueue, intake_queue
from saraban.queries.reading_to_review import file_of_intake
from saraban.rules.intake import THAI_READING_STATE, ReadingState
from saraban.rules.permissions import Act, may
from saraban.rules.registers import THAI_CHANNEL, Channel
from saraban.web.answers import file_to_save, page, see_other
from saraban.web.forms import Form, LineField, Required, base_name, refuse_with, sent
from saraban.web.given import given_before
from saraban.web.session import actor, require, signed_in
from saraban.web.words import choices, in_digits, said

pages = Blueprint("intake", __name__)

READING_SHAPES = {
    ReadingState.WAITING: "◌",
    ReadingState.READING: "◔",
    ReadingState.READ: "●",
    ReadingState.FAILED: "✗",
}
# How many of those settled last the page still shows.
MOST_SETTLED = 10


class DropForm(Form):
    """Files of any kind, and the way they came."""

    files = MultipleFileField(lazy_gettext("ไฟล์หนังสือ"))
    channel = SelectField(lazy_gettext("ทางที่มา"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.channel.choices = choices(
            {key: word for key, word in THAI_CHANNEL.items() if key != Channel.SYSTEM}
        )
        self.files.flags.must_not_say = True


class ActForm(Form):
    """Nothing but the token of a button."""


class AsideForm(Form):
    """Why nothing of a file is registered."""

    reason = LineField(lazy_gettext("เหตุผลที่ไม่ลงรับ"), validators=[Required()])


@pages.get("/intake")
@signed_in
def intake() -> Any:
    """Drop files here; below, what became of those dropped before."""
    require(Act.SEE_INTAKE)
    usual = usual_channel(actor().unit_id).value
    return _intake_page(DropForm(formdata=None, data={"channel": usual}))


@pages.post("/intake")
@signed_in
def drop() -> Any:
    """Keep the files and queue them; one that cannot be kept does not stop the others.

    A script that sends one file at a time is answered by the uid of the file in the queue.
    """
    require(Act.BRING_FILE)
    form = DropForm()
    taken: list[str] = []
    if sent(form):
        for upload in form.files.data or ():
            if getattr(upload, "filename", ""):
                _take_in(form, upload, taken)
        if not taken and not form.form_errors:
            form.files.errors = [_("โปรดเลือกไฟล์อย่างน้อยหนึ่งไฟล์")]
    if "X-One-File" in request.headers:
        return _told_to_script(form, taken)
    if form.is_refused:
        return _intake_page(form, taken_count=len(taken))
    flash(_("รับไว้แล้ว %(count)s ไฟล์ กำลังอ่านตามลำดับ", count=in_digits(len(taken))), "success")
    return see_other("intake.intake")


@pages.get("/intake/queue")
@signed_in
def queue() -> tuple[str, int]:
    """The queue alone, for the page that watches it; nothing where it is as that page shows it."""
    found = intake_queue(actor())
    if request.args.get("seen") == _mark_of(found):
        return "", HTTPStatus.NO_CONTENT
    return page("intake/queue.html", **_queue_facts(found))


@pages.post("/intake/<uid>/retry")
@signed_in
def retry(uid: str) -> Any:
    """Have a file read again that could not be read."""
    require(Act.BRING_FILE)
    if sent(ActForm()):
        desk_intake.retry(actor=actor(), at=clock.now(), intake_uid=uid)
        flash(_("ส่งไปอ่านใหม่แล้ว"), "success")
    return see_other("intake.intake")


@pages.post("/intake/<uid>/aside")
@signed_in
def set_aside(uid: str) -> Any:
    """Say that nothing in a file is to be registered; the file stays."""
    require(Act.BRING_FILE)
    form = AsideForm()
    if not sent(form):
        refuse_with(form, _("โปรดบอกเหตุผลที่ไม่ลงรับ"))
        return _intake_page(DropForm(formdata=None), refused=form)
    desk_intake.set_aside(actor=actor(), at=clock.now(), intake_uid=uid, reason=form.reason.data)
    flash(_("ไม่ลงรับไฟล์นี้ ไฟล์ยังเก็บไว้ เรียกคืนได้"), "success")
    return see_other("intake.intake")


@pages.post("/intake/<uid>/back")
@signed_in
def take_back(uid: str) -> Any:
    """Undo setting a file aside."""
    require(Act.BRING_FILE)
    if sent(ActForm()):
        desk_intake.take_back(actor=actor(), at=clock.now(), intake_uid=uid)
        flash(_("เรียกคืนแล้ว รอตรวจอีกครั้ง"), "success")
    return see_other("intake.intake")


@pages.get("/intake/<uid>/file")
@signed_in
def file(uid: str) -> Response:
    """The file as it was brought, to be saved: nothing of it runs in our pages."""
    name, media_type, content = file_of_intake(actor(), uid)
    return file_to_save(content, media_type=media_type, name=name)


def _take_in(form: DropForm, upload: Any, taken: list[str]) -> None:
    name, content = base_name(upload.filename), upload.read()
    brought = NewFile(name, content, media_type_of(content, name))
    try:
        check_sizes([brought])
        done = desk_intake.receive_file(
            actor=actor(), at=clock.now(), file=brought, channel=form.channel.data
        )
    except SarabanError as error:
        refuse_with(form, f"{name}: {said(error)}")
    else:
        taken.append(done.intake_uid)


def _told_to_script(form: DropForm, taken: list[str]) -> Response:
    if form.is_refused:
        words = [*form.form_errors, *(one for _id, _label, one in form.refusals)]
        return Response(
            " ".join(map(str, words)), HTTPStatus.UNPROCESSABLE_ENTITY, mimetype="text/plain"
        )
    return Response(" ".join(taken), HTTPStatus.CREATED, mimetype="text/plain")


def _intake_page(
    form: DropForm, *, taken_count: int = 0, refused: AsideForm | None = None
) -> tuple[str, int]:
    found = intake_queue(actor())
    return page(
        "intake/intake.html",
        refused or form,
        drop_form=form,
        taken_count=taken_count,
        given=given_before(),
        may_see_accuracy=may(actor(), Act.SEE_ACCURACY),
        **_queue_facts(found),
    )


def _mark_of(found: IntakeQueue) -> str:
    """Changes with anything that the queue shows."""
    return hashlib.sha256(repr(found).encode()).hexdigest()[:16]


def _queue_facts(found: IntakeQueue) -> dict[str, Any]:
    return {
        "queue": found,
        "settled": found.settled_files[:MOST_SETTLED],
        "seen": _mark_of(found),
        "READING_SHAPES": READING_SHAPES,
        "READING_WORDS": THAI_READING_STATE,
    }
