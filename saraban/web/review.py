"""One letter that was read beside its page: a clerk looks, puts right, registers, goes on."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, flash, request, url_for
from flask_babel import gettext as _, lazy_gettext
from markupsafe import Markup
from wtforms import HiddenField

from saraban import clock
from saraban.desk.arrivals import Coming
from saraban.desk.intake import set_letter_aside
from saraban.desk.intake_registration import (
    accept_another_arrival,
    note_arrival_from_reading,
    register_from_reading,
    undo_another_arrival,
)
from saraban.errors import AlreadyReceived, SarabanError, UnreadableLetterNumber
from saraban.paper.file_kinds import TEXT
from saraban.queries.intake_queue import next_to_review, review_count
from saraban.queries.letters_list import letters
from saraban.queries.reading_to_review import LetterToReview, file_of_intake, reading_to_review
from saraban.queries.register_book import next_number
from saraban.rules.duplicates import THAI_REASON
from saraban.rules.intake import THAI_LETTER_STATE, LetterState
from saraban.rules.permissions import Act
from saraban.rules.registers import book_year_of
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, LineField, Required, refuse_with, sent
from saraban.web.given import given_before, given_to
from saraban.web.plain_text import words_of_text
from saraban.web.review_facts import SURE, TRUST_SHAPES, TRUST_WORDS, crop_size, fields_of, pages_of
from saraban.web.review_form import ReviewForm, has_contact
from saraban.web.session import actor, require, signed_in
from saraban.web.words import in_digits, said

pages = Blueprint("review", __name__)

LETTER_SHAPES = {
    LetterState.PROPOSED: "◌",
    LetterState.REGISTERED: "●",
    LetterState.ANOTHER_ARRIVAL: "◕",
    LetterState.SET_ASIDE: "–",
}


# The reason kept with a letter that only came along; in Thai, as the books are.
_ENCLOSED = "สิ่งที่ส่งมาด้วยของฉบับที่ ๑"


class ArrivalForm(Form):
    """The known letter that this one is another arrival of."""

    letter = HiddenField(validators=[Required()])


class ReasonForm(Form):
    """Why something is taken back or left out."""

    reason = LineField(lazy_gettext("เหตุผล"), validators=[Required()])


@pages.get("/intake/next")
@signed_in
def next_letter() -> Any:
    """The letter that waits longest, or the queue when none does."""
    require(Act.SEE_INTAKE)
    return _go_on()


@pages.route("/intake/<uid>/<int:place>", methods=["GET", "POST"])
@signed_in
def review(uid: str, place: int) -> Any:
    """The letter beside its page; what is typed stays until a number is given."""
    require(Act.REGISTER_RECEIVED)
    found = _found(uid, place)
    if found.state is not LetterState.PROPOSED and request.method == "GET":
        return _settled_page(found)
    form = ReviewForm(found=found)
    known = ""
    if "use" in request.form:
        # Another reading of a field was chosen: the page comes again with it in its place.
        form.put(*request.form["use"].split(":", 1))
    elif sent(form):
        try:
            register_from_reading(
                actor=actor(),
                at=clock.now(),
                intake_uid=uid,
                place=place,
                draft=form.draft(found),
                printed_number=form.printed_number.data,
                issuer_text=form.issuer_text.data,
                arrival=form.arrival(),
                confirmed=form.confirmed.data or (),
            )
        except AlreadyReceived as error:
            known = _known_letter(form)
            refuse_with(form, said(error))
        except UnreadableLetterNumber as error:
            error.field = "number"
            form.refuse_field(error)
        except SarabanError as error:
            form.refuse_field(error)
        else:
            return _go_on(after=(uid, place), given=True)
    return _review_page(found, form, known=known)


@pages.post("/intake/<uid>/<int:place>/arrival")
@signed_in
def another_arrival(uid: str, place: int) -> Any:
    """Say that the letter is a known one that came again: it gets one more number."""
    require(Act.REGISTER_RECEIVED)
    found = _found(uid, place)
    filled = ReviewForm(found=found)

    def accept(letter_uid: str) -> None:
        accept_another_arrival(
            actor=actor(),
            at=clock.now(),
            intake_uid=uid,
            place=place,
            letter_uid=letter_uid,
            arrival=filled.arrival(),
        )

    if _is_known_letter(filled, accept):
        return _go_on(after=(uid, place), given=True)
    return _review_page(found, filled)


@pages.post("/intake/<uid>/<int:place>/noted")
@signed_in
def noted_arrival(uid: str, place: int) -> Any:
    """Say that the letter is one that this desk has numbered: noted beside it, no new number."""
    require(Act.REGISTER_RECEIVED)
    found = _found(uid, place)
    filled = ReviewForm(found=found)

    def note(letter_uid: str) -> None:
        arrival = filled.arrival()
        note_arrival_from_reading(
            actor=actor(),
            at=clock.now(),
            intake_uid=uid,
            place=place,
            letter_uid=letter_uid,
            coming=Coming(arrival.received_on, arrival.received_time, arrival.channel),
        )

    if not _is_known_letter(filled, note):
        return _review_page(found, filled)
    settled = url_for("review.review", uid=uid, place=place)
    words = Markup('{} <a href="{}">{}</a>').format(
        _("จดไว้แล้วว่ามาถึงอีกทาง ไม่ออกเลขใหม่"), settled, _("ดูหรือย้อนกลับ")
    )
    flash(words, "success")
    return _go_on()


@pages.post("/intake/<uid>/<int:place>/arrival/undo")
@signed_in
def undo_arrival(uid: str, place: int) -> Any:
    """Take an accepted arrival back; its number is struck through with the reason."""
    require(Act.VOID_ENTRY)
    form = ReasonForm()
    if not sent(form):
        return _settled_page(_found(uid, place), form)
    undo_another_arrival(
        actor=actor(), at=clock.now(), intake_uid=uid, place=place, reason=form.reason.data
    )
    flash(_("ย้อนกลับแล้ว ที่ลงหรือจดไว้ถูกขีดฆ่าพร้อมเหตุผล หนังสือรอตรวจอีกครั้ง"), "success")
    return see_other("review.review", uid=uid, place=place)


@pages.post("/intake/<uid>/<int:place>/aside")
@signed_in
def aside(uid: str, place: int) -> Any:
    """Leave a letter of the file out, or with rest=yes it and all behind it: enclosures."""
    require(Act.BRING_FILE)
    found, form = _found(uid, place), ReasonForm()
    if not sent(form):
        filled = ReviewForm(found=found)
        refuse_with(filled, _("โปรดบอกเหตุผลที่ไม่ลงรับ"))
        return _review_page(found, filled)
    last = len(found.steps) if request.form.get("rest") else place + 1
    for step in found.steps:
        if place <= step.place < last and step.state is LetterState.PROPOSED:
            set_letter_aside(
                actor=actor(),
                at=clock.now(),
                intake_uid=uid,
                place=step.place,
                reason=form.reason.data,
            )
    flash(_("ไม่ลงรับแล้ว เรียกคืนได้ที่รายการไฟล์"), "success")
    return _go_on(after=(uid, place))


def _found(uid: str, place: int) -> LetterToReview:
    return reading_to_review(actor(), uid, place, today=clock.today())


def _go_on(*, after: tuple[str, int] | None = None, given: bool = False) -> Any:
    """To the next letter that waits, or to the queue when none does."""
    told = {"given": f"{after[0]}.{after[1]}"} if after and given else {}
    following = next_to_review(actor(), after=after)
    if following is None:
        return see_other("intake.intake", **told)
    return see_other("review.review", uid=following[0], place=following[1], **told)


def _is_known_letter(filled: ReviewForm, take: Callable[[str], None]) -> bool:
    """Whether it was taken for the known letter that was chosen; else the form says why not."""
    form = ArrivalForm()
    if not sent(form):
        refuse_with(filled, _("โปรดเลือกฉบับที่เหมือนกัน"))
    elif filled.received_on.data is None:
        filled.validate()  # says so beside the field
    else:
        try:
            take(form.letter.data)
        except SarabanError as error:
            filled.refuse_field(error)
        else:
            return True
    return False


def _known_letter(form: ReviewForm) -> str:
    """The uid of the letter that has the number typed, to be offered as the one that came again."""
    found = letters(actor(), words=form.printed_number.data).lines
    known = (line.uid for line in found if line.dated_on == form.dated_on.data)
    return next(known, "")


def _review_page(found: LetterToReview, form: ReviewForm, *, known: str = "") -> Any:
    fields = fields_of(found)
    year = book_year_of(form.received_on.data or clock.today())
    return page(
        "review/review.html",
        form,
        **_page_facts(found),
        facts=fields,
        known=known,
        sure_count=in_digits(sum(one.trust == SURE for one in fields.values())),
        next_number=next_number(actor(), be_year=year),
        be_year=year,
        waiting_count=review_count(actor()),
        given=given_before(),
        enclosed_words=_ENCLOSED,
        offers_contact=has_contact(found),
        crop_size=crop_size,
        items=found.letter.get("evidence") or {},
        TRUST_SHAPES=TRUST_SHAPES,
        TRUST_WORDS=TRUST_WORDS,
        REASON_WORDS=THAI_REASON,
    )


def _settled_page(found: LetterToReview, form: ReasonForm | None = None) -> Any:
    return page("review/settled.html", form, **_page_facts(found), given=given_to(found))


def _page_facts(found: LetterToReview) -> dict[str, Any]:
    """What both the open and the settled page need."""
    is_text = found.media_type == TEXT.media_type
    pictures = [] if is_text else pages_of(found)
    shows_text = is_text and not found.is_withheld
    text = words_of_text(file_of_intake(actor(), found.intake_uid)[2]) if shows_text else ""
    return {
        "found": found,
        "pictures": pictures,
        "plain_text": text,
        "LETTER_SHAPES": LETTER_SHAPES,
        "LETTER_WORDS": THAI_LETTER_STATE,
    }
