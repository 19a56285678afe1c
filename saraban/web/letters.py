"""Letters: the list with its search, one letter with its whole story, and its files."""

from dataclasses import replace
from http import HTTPStatus
from io import BytesIO
from typing import Any

from flask import Blueprint, Response, flash, request, send_file
from flask_babel import gettext as _

from saraban import clock
from saraban.desk.acknowledgement import acknowledge as acknowledge_letter, mark_opened
from saraban.desk.citing import confirm_citation as confirm
from saraban.desk.filing import attach
from saraban.desk.registration import (
    Arrival,
    pass_inside as pass_letter_inside,
    receive_delivery,
    void_entry as void,
)
from saraban.errors import InvalidInput, LetterNotFound, SarabanError
from saraban.paper.sheet_image import page_jpeg
from saraban.queries.evidence import is_evidence
from saraban.queries.letter_card import file_of_letter, letter_card, report_with_file
from saraban.queries.letters_list import letters as letters_found
from saraban.rules.permissions import Act, may
from saraban.web.answers import page, see_other
from saraban.web.forms import refuse, sent
from saraban.web.letter_facts import own_entries
from saraban.web.letter_page import (
    AcknowledgeForm,
    AttachForm,
    ConfirmForm,
    PassInsideForm,
    ReceiveForm,
    VoidLineForm,
    letter_page,
    may_attach,
)
from saraban.web.session import actor, require, signed_in
from saraban.web.words import in_digits

pages = Blueprint("letters", __name__)

# Only what a browser draws without running anything; the rest is saved, never opened in place.
SHOWN_IN_PLACE = frozenset({"application/pdf", "image/png", "image/jpeg", "image/webp"})
# The page that shows it may frame it; what the file itself brings along may load nothing.
FILE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; img-src 'self'; "
    "frame-ancestors 'self'"
)


@pages.get("/letters")
@signed_in
def letters() -> Any:
    """The letters that the person may see, newest first, or those with the words in them."""
    require(Act.SEE_LETTER)
    words = request.args.get("q", "").strip()
    number = max(1, request.args.get("page", 1, type=int))
    return page(
        "letters/letters.html",
        found=letters_found(actor(), words=words, page=number),
        search_words=words,
        may_register=may(actor(), Act.REGISTER_RECEIVED),
        may_send=may(actor(), Act.DISPATCH),
    )


@pages.get("/letters/<uid>")
@signed_in
def letter(uid: str) -> Any:
    """One letter; the first look of an addressed unit's own desk is noted as opened."""
    card = letter_card(actor(), uid)
    is_addressed = card.delivery_state is not None and may(actor(), Act.SEE_DESK)
    if is_addressed and mark_opened(actor=actor(), at=clock.now(), letter_uid=uid):
        card = letter_card(actor(), uid)
    return letter_page(card)


@pages.get("/letters/<uid>/files/<sha256>")
@signed_in
def file(uid: str, sha256: str) -> Any:
    """A file of the letter or of its reports, as it was kept; evidence without its place."""
    if is_evidence(sha256):
        report_uid = report_with_file(actor(), uid, sha256)
        if report_uid is not None:
            return see_other("evidence.file", uid=report_uid, sha256=sha256)
    found, content = file_of_letter(actor(), uid, sha256)
    in_place = found.media_type in SHOWN_IN_PLACE and "save" not in request.args
    answer = send_file(
        BytesIO(content),
        mimetype=found.media_type,
        as_attachment=not in_place,
        download_name=found.name,
        etag=sha256,
        max_age=0,
    )
    answer.headers["Content-Security-Policy"] = FILE_POLICY
    return answer


@pages.get("/letters/<uid>/files/<sha256>/page.jpg")
@signed_in
def page_one(uid: str, sha256: str) -> Response:
    """The first page of a file as a picture, opened by a child with limits: it may be anybody's."""
    found, content = file_of_letter(actor(), uid, sha256)
    answer = Response(mimetype="image/jpeg")
    answer.set_etag(f"{sha256}-page-1")
    answer.make_conditional(request)
    if answer.status_code != HTTPStatus.NOT_MODIFIED:
        picture = page_jpeg(content, found.media_type, page_number=1)
        if picture is None:
            raise LetterNotFound(uid=uid)
        answer.set_data(picture)
    return answer


@pages.post("/letters/<uid>/files")
@signed_in
def add_files(uid: str) -> Any:
    """Add what is enclosed with a letter of our own, or its signed copy, to its files."""
    card = letter_card(actor(), uid)
    require(Act.ISSUE_LETTER)
    if not may_attach(card):
        raise LetterNotFound(uid=uid)
    form = AttachForm()
    if sent(form):
        files = [replace(file, role=form.role.data) for file in form.files.data]
        try:
            attach(actor=actor(), at=clock.now(), letter_uid=uid, files=files)
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("เพิ่มไฟล์แล้ว %(count)s ไฟล์", count=in_digits(len(files))), "success")
            return see_other("letters.letter", uid=uid)
    return letter_page(card, form)


@pages.post("/letters/<uid>/receive")
@signed_in
def receive(uid: str) -> Any:
    """Give a delivered letter the next number of this desk's book."""
    card = letter_card(actor(), uid)
    require(Act.REGISTER_RECEIVED)
    form = ReceiveForm()
    if sent(form):
        arrival = Arrival(
            received_on=form.received_on.value,
            received_time=form.received_time.data,
            digits=form.digits.data,
        )
        try:
            done = receive_delivery(actor=actor(), at=clock.now(), letter_uid=uid, arrival=arrival)
        except SarabanError as error:
            refuse(form, error)
        else:
            number = in_digits(done.receipt_number)
            flash(_("ลงรับแล้ว เลข %(number)s", number=number), "success")
            return see_other("letters.letter", uid=uid)
    return letter_page(card, form)


@pages.post("/letters/<uid>/pass-inside")
@signed_in
def pass_inside(uid: str) -> Any:
    """Hand the letter to a desk inside, which numbers it again."""
    card = letter_card(actor(), uid)
    require(Act.PASS_INSIDE)
    form = PassInsideForm()
    form.to_unit.choices = {desk.uid: desk.name_th for desk in card.inner_desks}
    if sent(form):
        try:
            pass_letter_inside(
                actor=actor(), at=clock.now(), letter_uid=uid, to_unit_uid=form.to_unit.data
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(
                _("ส่งต่อ %(unit)s แล้ว", unit=form.to_unit.choices[form.to_unit.data]),
                "success",
            )
            return see_other("letters.letter", uid=uid)
    return letter_page(card, form)


@pages.post("/letters/<uid>/acknowledge")
@signed_in
def acknowledge(uid: str) -> Any:
    """Acknowledge for the unit: a deliberate act, done once."""
    card = letter_card(actor(), uid)
    require(Act.ACKNOWLEDGE)
    form = AcknowledgeForm()
    if sent(form):
        try:
            acknowledge_letter(actor=actor(), at=clock.now(), letter_uid=uid)
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("รับทราบแล้ว"), "success")
            return see_other("letters.letter", uid=uid)
    return letter_page(card, form)


@pages.post("/letters/<uid>/void")
@signed_in
def void_entry(uid: str) -> Any:
    """Strike our own number of this letter through, with the reason."""
    card = letter_card(actor(), uid)
    require(Act.VOID_ENTRY)
    form = VoidLineForm()
    if sent(form):
        try:
            if form.entry.data not in own_entries(card):
                raise InvalidInput(field="entry")
            void(
                actor=actor(),
                at=clock.now(),
                entry_uid=form.entry.data,
                reason=form.reason.data,
                although_cited=form.although_cited.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("ยกเลิกเลขแล้ว เลขนี้จะไม่ถูกใช้อีก"), "success")
            return see_other("letters.letter", uid=uid)
    return letter_page(card, form)


@pages.post("/letters/<uid>/citations")
@signed_in
def confirm_citation(uid: str) -> Any:
    """Say which letter a citation means; what was written stays as written."""
    card = letter_card(actor(), uid)
    require(Act.CONFIRM_CITATION)
    form = ConfirmForm()
    if sent(form):
        try:
            confirm(
                actor=actor(),
                at=clock.now(),
                letter_uid=uid,
                citation_id=form.citation.data,
                cited_uid=form.cited.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("บันทึกแล้วว่าอ้างถึงฉบับใด ข้อความที่เขียนไว้คงเดิม"), "success")
            return see_other("letters.letter", uid=uid)
    return letter_page(card, form)
