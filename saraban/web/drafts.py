"""Letters being written: the list, the page to write on, its versions, and the hand-overs."""

from typing import Any

from flask import Blueprint, Response, flash, render_template, request, url_for
from flask_babel import gettext as _, lazy_gettext
from wtforms import HiddenField

from saraban import clock
from saraban.desk.writing import begin_draft, move_draft, save_draft
from saraban.errors import DraftChangedMeanwhile, DraftNotFound, LetterNotFound, SarabanError
from saraban.queries.drafts import (
    DraftCard,
    draft_card,
    draft_version,
    drafts as drafts_found,
    letterhead,
)
from saraban.queries.letter_card import LetterCard, letter_card
from saraban.rules.cover_letter import Parent, cover_letter
from saraban.rules.drafts import DraftMove, DraftPoint, DraftText
from saraban.rules.permissions import Act, may
from saraban.web.answers import page, see_other
from saraban.web.comparison import proposed_dates
from saraban.web.draft_form import DraftForm, filled
from saraban.web.draft_paper import check_shapes, draft_pdf, draft_pictures
from saraban.web.draft_words import DRAFT_STATE_WORDS, MOVE_WORDS, compared
from saraban.web.forms import Form, LineField, refuse, sent
from saraban.web.letter_facts import may_draft_cover
from saraban.web.session import actor, require, signed_in
from saraban.web.words import in_digits, said

pages = Blueprint("drafts", __name__)


class MoveForm(Form):
    """A step with the version that was read, and the reason where one is needed."""

    version = HiddenField()
    reason = LineField(lazy_gettext("เหตุผล"))


@pages.get("/drafts")
@signed_in
def drafts() -> Any:
    """The unit's drafts in work, or those done with."""
    require(Act.SEE_DRAFT)
    is_open = "done" not in request.args
    return page(
        "drafts/list.html",
        found=drafts_found(
            actor(), is_open=is_open, page=max(1, request.args.get("page", 1, type=int))
        ),
        is_open=is_open,
        may_write=may(actor(), Act.WRITE_DRAFT),
        may_keep_letterhead=may(actor(), Act.KEEP_LETTERHEAD),
        state_words=DRAFT_STATE_WORDS,
    )


@pages.route("/drafts/new", methods=["GET", "POST"])
@signed_in
def new() -> Any:
    """A letter from the beginning, or the cover letter that passes another on."""
    require(Act.WRITE_DRAFT)
    parent = _parent_to_pass_on()
    form = DraftForm() if request.method == "POST" else filled(_first_text(parent), version=0)
    if request.form.get("step") == "save" and sent(form):
        try:
            uid = begin_draft(
                actor=actor(),
                at=clock.now(),
                text=form.text,
                conveys_uid=None if parent is None else parent.uid,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("บันทึกเป็นฉบับที่ %(version)s แล้ว", version=in_digits(1)), "success")
            return see_other("drafts.draft", uid=uid)
    return _writing_page(form, parent=parent)


@pages.route("/drafts/<uid>", methods=["GET", "POST"])
@signed_in
def draft(uid: str) -> Any:
    """The page to write on; for others, and once it has its number, the page to read."""
    card = draft_card(actor(), uid)
    if request.method == "GET":
        if not card.may_write:
            return _reading_page(card)
        return _writing_page(filled(card.text, version=card.version), card=card)
    require(Act.WRITE_DRAFT)
    form = DraftForm()
    newer: tuple[Any, ...] = ()
    if request.form.get("step") == "save" and sent(form):
        try:
            version = save_draft(
                actor=actor(),
                at=clock.now(),
                draft_uid=uid,
                based_on=_number(form.based_on.data),
                text=form.text,
            )
        except DraftChangedMeanwhile as error:
            # What was typed stays; saved again, it becomes the version after that one.
            refuse(form, error)
            newer = compared(card.text, form.text)
            form.based_on.data = str(card.version)
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("บันทึกเป็นฉบับที่ %(version)s แล้ว", version=in_digits(version)), "success")
            return see_other("drafts.draft", uid=uid)
    return _writing_page(form, card=card, newer=newer)


@pages.post("/drafts/preview")
@signed_in
def preview() -> Any:
    """The pages as they would be printed, for htmx while a letter is typed."""
    require(Act.WRITE_DRAFT)
    return render_template("drafts/paper.html", **_paper(DraftForm().text))


@pages.get("/drafts/<uid>/paper.pdf")
@signed_in
def paper(uid: str) -> Response:
    """The newest version as a PDF to look at or to print for signing."""
    card = draft_card(actor(), uid)
    answer = Response(draft_pdf(actor(), card.text), mimetype="application/pdf")
    answer.headers["Content-Disposition"] = "inline; filename=draft.pdf"
    return answer


@pages.get("/drafts/<uid>/versions/<int:number>")
@signed_in
def version(uid: str, number: int) -> Any:
    """One version, and what differs from the one it is compared with (the newest unless told)."""
    card = draft_card(actor(), uid)
    other = request.args.get("with", card.version, type=int)
    text = draft_version(actor(), uid, number)
    return page(
        "drafts/version.html",
        card=card,
        number=number,
        other=other,
        line=next(line for line in card.versions if line.version == number),
        found=compared(text, draft_version(actor(), uid, other)),
        **_paper(text),
    )


@pages.post("/drafts/<uid>/moves/<move>")
@signed_in
def take_step(uid: str, move: str) -> Any:
    """Offer, approve, return, set aside or resume."""
    card = draft_card(actor(), uid)
    if move not in set(DraftMove) - {DraftMove.ISSUE}:
        raise DraftNotFound(uid=uid)
    form = MoveForm()
    if sent(form):
        try:
            move_draft(
                actor=actor(),
                at=clock.now(),
                draft_uid=uid,
                version=_number(form.version.data),
                move=DraftMove(move),
                reason=form.reason.data or "",
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_(MOVE_WORDS[move]), "success")
            return see_other("drafts.draft", uid=uid)
    return _reading_page(card, form)


def _writing_page(
    form: DraftForm,
    *,
    card: DraftCard | None = None,
    parent: LetterCard | None = None,
    newer: tuple[Any, ...] = (),
) -> Any:
    if request.form.get("step") == "point" and len(form.points) < 30:
        form.points.append_entry()
    return page(
        "drafts/write.html",
        form,
        card=card,
        parent=parent,
        newer=newer,
        move_form=MoveForm(formdata=None),
        preview_url=url_for("drafts.preview"),
        state_words=DRAFT_STATE_WORDS,
        move_words=MOVE_WORDS,
        **_paper(form.text),
    )


def _reading_page(card: DraftCard, refused: Form | None = None) -> Any:
    return page(
        "drafts/read.html",
        refused,
        card=card,
        move_form=refused or MoveForm(formdata=None),
        state_words=DRAFT_STATE_WORDS,
        move_words=MOVE_WORDS,
        **_paper(card.text),
    )


def _paper(text: DraftText) -> dict[str, Any]:
    """The pages as pictures, or why there are none; and what no letter can show."""
    try:
        shown, failure = draft_pictures(actor(), text), None
    except SarabanError as error:
        shown, failure = [], said(error)
    try:
        check_shapes(text)
    except SarabanError as error:
        return {"pictures": shown, "failure": failure, "warning": said(error)}
    return {"pictures": shown, "failure": failure, "warning": None}


def _first_text(parent: LetterCard | None) -> DraftText:
    own = letterhead(actor())
    contact = _("โทร. %(telephone)s", telephone=own.telephone) if own.telephone else ""
    if parent is None:
        return DraftText(contact=contact)
    return cover_letter(
        Parent(
            issuer=parent.issuer_text,
            urgency=parent.urgency,
            printed_number=parent.printed_number or "",
            dated_on=parent.dated_on,
            subject=parent.subject,
            relay_phrase=parent.relay_phrase,
            points=tuple(
                DraftPoint(duty.asks, duty.report_to, due_on)
                for duty, due_on in zip(
                    parent.duties, proposed_dates(parent, clock.today()), strict=True
                )
            ),
        ),
        own_name=own.name_th,
        own_kind=own.kind,
        contact=contact,
    )


def _parent_to_pass_on() -> LetterCard | None:
    """The letter that this one shall pass on, as the address tells; one that came to the unit."""
    uid = request.args.get("conveys")
    if not uid:
        return None
    parent = letter_card(actor(), uid)
    if not may_draft_cover(actor(), parent):
        raise LetterNotFound(uid=uid)
    return parent


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else 0
