"""The executive's screen: one letter at a time, its proposal, orders under the keys 1 to 9."""

from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, flash, request
from flask_babel import gettext as _

from saraban import clock
from saraban.desk.endorsement import Assignment, DeskNamed, endorse
from saraban.errors import LetterNotFound, NotYetReceived, SarabanError
from saraban.paper.sheet_image import page_count, page_jpeg
from saraban.queries.endorsement_stacks import WaitingNote, waiting_for_order
from saraban.queries.endorsements import last_proposal, letter_notes
from saraban.queries.letter_card import LetterCard, file_of_letter, letter_card
from saraban.queries.letter_files import FileLine
from saraban.queries.order_choices import usual_order, usual_orders
from saraban.queries.stamped_paper import place_in_file
from saraban.rules.endorsements import AS_PROPOSED_WORDS, EndorsementKind
from saraban.rules.permissions import Act
from saraban.web.answers import page, see_other
from saraban.web.endorsement_form import NoteForm, assignment_of
from saraban.web.forms import refuse, refuse_with, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.words import said

pages = Blueprint("executive", __name__)

# What is pressed for the order that the proposal asks for.
AS_PROPOSED = "as-proposed"
# What has pages to look at without being opened.
_DRAWN = frozenset({"application/pdf", "image/png", "image/jpeg", "image/webp", "image/tiff"})


@pages.get("/executive")
@signed_in
def next_letter() -> Any:
    """The first letter that waits, or after ?after= the one that follows it."""
    require(Act.ORDER)
    waiting = waiting_for_order(actor(), today=clock.today())
    if not waiting:
        return page("executive/nothing.html")
    return see_other("executive.letter", uid=_following(waiting, request.args.get("after")))


@pages.get("/executive/<uid>")
@signed_in
def letter(uid: str) -> Any:
    """One letter with what is proposed."""
    require(Act.ORDER)
    return _page(uid)


@pages.post("/executive/<uid>")
@signed_in
def order(uid: str) -> Any:
    """Give the order pressed, the proposal's own, or the one typed; then the next letter comes."""
    require(Act.ORDER)
    letter_card(actor(), uid)
    form = NoteForm()
    pressed = request.form.get("usual", "")
    if sent(form):
        waiting = waiting_for_order(actor(), today=clock.today())
        following = _following(waiting, uid)
        try:
            text, assignment = _order_of(form, pressed, uid)
            endorse(
                actor=actor(),
                at=clock.now(),
                letter_uid=uid,
                kind=EndorsementKind.ORDER,
                text=text,
                assignment=assignment,
                seen_count=form.seen.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("สั่งการแล้ว: %(text)s", text=text), "success")
            if following is None or following == uid:
                return see_other("executive.next_letter")
            return see_other("executive.letter", uid=following)
    return _page(uid, form)


@pages.get("/executive/<uid>/pages/<int:number>.jpg")
@signed_in
def page_picture(uid: str, number: int) -> Response:
    """A page of the letter's own file."""
    require(Act.ORDER)
    shown = _shown(letter_card(actor(), uid))
    if shown is None:
        raise LetterNotFound(uid=uid)
    answer = Response(mimetype="image/jpeg")
    answer.set_etag(f"{shown.sha256}-sheet-{number}")
    answer.make_conditional(request)
    if answer.status_code != HTTPStatus.NOT_MODIFIED:
        _line, content = file_of_letter(actor(), uid, shown.sha256)
        first, turned = place_in_file(uid, shown.sha256)
        drawn = page_jpeg(
            content,
            shown.media_type,
            page_number=number,
            turned=turned if number == first else 0,
        )
        if drawn is None:
            raise LetterNotFound(uid=uid)
        answer.set_data(drawn)
    return answer


def _order_of(form: NoteForm, pressed: str, uid: str) -> tuple[str, Assignment | None]:
    """The words of the order and whom it names.

    A line that was typed goes with the key that was pressed. Raises OrderNotFound.
    """
    typed = (form.text.data or "").strip()
    if not pressed:
        return typed, form.assignment
    if pressed == AS_PROPOSED:
        proposal = last_proposal(letter_notes(actor(), uid))
        assignment = None if proposal is None else assignment_of(proposal)
        return _joined(AS_PROPOSED_WORDS, typed), assignment
    usual = usual_order(actor(), pressed, today=clock.today())
    words = _joined(usual.text, typed)
    if usual.desk_uid is None:
        return words, None
    return words, Assignment(DeskNamed(unit_uid=usual.desk_uid), due_on=usual.due_on)


def _joined(words: str, typed: str) -> str:
    return f"{words}\n{typed}" if typed else words


def _following(waiting: tuple[WaitingNote, ...], uid: str | None) -> str | None:
    """The letter after this one in the row of those that wait, the first after the last."""
    uids = [note.letter_uid for note in waiting]
    if not uids:
        return None
    at = uids.index(uid) + 1 if uid in uids else 0
    return uids[at % len(uids)]


def _shown(card: LetterCard) -> FileLine | None:
    return next(
        (file for file in card.files if file.role == "letter" and file.media_type in _DRAWN),
        None,
    )


def _page(uid: str, refused: NoteForm | None = None) -> tuple[str, int]:
    card = letter_card(actor(), uid)
    found = letter_notes(actor(), uid)
    if not found.may_order:
        refused = refused or NoteForm(formdata=None)
        refuse_with(refused, said(NotYetReceived()))
    waiting = waiting_for_order(actor(), today=clock.today())
    uids = [note.letter_uid for note in waiting]
    shown = _shown(card)
    page_numbers = range(0)
    if shown is not None:
        _line, content = file_of_letter(actor(), uid, shown.sha256)
        # A scan of several letters is shown from where this one begins.
        first, _turned = place_in_file(uid, shown.sha256)
        page_numbers = range(first, page_count(content, shown.media_type) + 1)
    form = refused or NoteForm(formdata=None)
    form.show(found.note_count)
    return page(
        "executive/letter.html",
        form,
        card=card,
        notes=found,
        proposal=last_proposal(found),
        orders=usual_orders(actor(), today=clock.today()),
        as_proposed=AS_PROPOSED,
        as_proposed_words=AS_PROPOSED_WORDS,
        shown=shown,
        page_numbers=page_numbers,
        place=uids.index(uid) + 1 if uid in uids else None,
        waiting_count=len(waiting),
    )
