"""The notes of one letter: proposed, commented, ordered, done, taken back; and its routing slip."""

from io import BytesIO
from typing import Any

from flask import Blueprint, Response, flash, request, send_file
from flask_babel import gettext as _

from saraban import clock
from saraban.desk import endorsement as desk
from saraban.errors import InvalidInput, SarabanError
from saraban.paper.routing_slip import slip_in_child
from saraban.queries.endorsements import letter_notes
from saraban.queries.letter_card import letter_card
from saraban.queries.routing import routing
from saraban.rules.endorsements import ACT_OF_KIND, EndorsementKind
from saraban.rules.permissions import Act
from saraban.web.answers import page, see_other
from saraban.web.endorsement_form import DoneForm, NoteForm, WithdrawForm
from saraban.web.forms import Form, refuse, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.slip import routing_slip

pages = Blueprint("endorsement", __name__)


@pages.get("/letters/<uid>/notes")
@signed_in
def notes(uid: str) -> Any:
    """What was written on the letter, and what the person may write."""
    return _page(uid)


@pages.post("/letters/<uid>/notes")
@signed_in
def write(uid: str) -> Any:
    """Write a note: the button pressed says which kind."""
    letter_card(actor(), uid)
    kind = request.form.get("kind", "")
    if kind not in set(EndorsementKind) or EndorsementKind(kind) not in ACT_OF_KIND:
        require(Act.COMMENT)
        raise InvalidInput(field="kind")
    chosen = EndorsementKind(kind)
    require(ACT_OF_KIND[chosen])
    form = NoteForm()
    if sent(form):
        try:
            desk.endorse(
                actor=actor(),
                at=clock.now(),
                letter_uid=uid,
                kind=kind,
                text=form.text.data or (_KNOWN if chosen is EndorsementKind.NOTE else ""),
                assignment=form.assignment,
                seen_count=form.seen.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_DONE[chosen](), "success")
            return see_other("endorsement.notes", uid=uid)
    return _page(uid, writing=form)


# What a person writes who only takes note.
_KNOWN = "ทราบ"
_DONE = {
    EndorsementKind.PROPOSE: lambda: _("เสนอแล้ว"),
    EndorsementKind.COMMENT: lambda: _("ให้ความเห็นแล้ว"),
    EndorsementKind.ORDER: lambda: _("สั่งการแล้ว"),
    EndorsementKind.NOTE: lambda: _("บันทึกว่าทราบแล้ว"),
}


@pages.post("/letters/<uid>/notes/<note_uid>/withdraw")
@signed_in
def withdraw(uid: str, note_uid: str) -> Any:
    """Take a note back by a further one."""
    letter_card(actor(), uid)
    require(Act.COMMENT)
    form = WithdrawForm()
    if sent(form):
        try:
            desk.withdraw(
                actor=actor(),
                at=clock.now(),
                endorsement_uid=note_uid,
                reason=form.reason.data or "",
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("ถอนแล้ว ข้อความเดิมยังอ่านได้พร้อมเหตุผล"), "success")
            return see_other("endorsement.notes", uid=uid)
    return _page(uid, withdrawing=form)


@pages.post("/letters/<uid>/orders/<int:ordered_id>/done")
@signed_in
def done(uid: str, ordered_id: int) -> Any:
    """Say that what was ordered to us is done."""
    letter_card(actor(), uid)
    require(Act.FINISH_ORDER)
    form = DoneForm()
    if sent(form):
        try:
            desk.finish_order(
                actor=actor(), at=clock.now(), ordered_id=ordered_id, words=form.words.data or ""
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("บันทึกว่าดำเนินการตามคำสั่งแล้ว"), "success")
            return see_other("endorsement.notes", uid=uid)
    return _page(uid, finishing=form)


@pages.get("/letters/<uid>/slip.pdf")
@signed_in
def slip(uid: str) -> Response:
    """The routing slip as it stands now."""
    require(Act.SEE_LETTER)
    found = routing(actor(), uid)
    content = slip_in_child(routing_slip(found, at=clock.now()))
    return send_file(BytesIO(content), mimetype="application/pdf", download_name="slip.pdf")


def _page(
    uid: str,
    *,
    writing: NoteForm | None = None,
    withdrawing: WithdrawForm | None = None,
    finishing: DoneForm | None = None,
) -> tuple[str, int]:
    card = letter_card(actor(), uid)
    found = letter_notes(actor(), uid)
    refused: Form | None = writing or withdrawing or finishing
    writing = writing or NoteForm(formdata=None)
    writing.show(found.note_count)
    return page(
        "endorsement/notes.html",
        refused,
        card=card,
        notes=found,
        writing=writing,
        withdrawing=withdrawing or WithdrawForm(formdata=None),
        finishing=finishing or DoneForm(formdata=None),
    )
