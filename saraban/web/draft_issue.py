"""A draft gets its number: to whom it goes is seen first, what it says stands already."""

from typing import Any

from flask import Blueprint, request, url_for
from wtforms import HiddenField

from saraban import clock
from saraban.desk.dispatch import Issued
from saraban.desk.writing import issue_draft
from saraban.errors import SarabanError, StepNotNow
from saraban.queries.drafts import DraftCard, draft_card, letterhead
from saraban.queries.letter_card import LetterCard, letter_card
from saraban.queries.sending import Preview, sender
from saraban.rules.drafts import THAI_DRAFT_STATE, DraftMove, DraftState
from saraban.rules.instructions import Instruction
from saraban.rules.permissions import Act
from saraban.thai.digits import to_thai
from saraban.web.answers import page
from saraban.web.comparison import PointsShown, dropped_words, points_shown, points_were_seen
from saraban.web.draft_paper import check_shapes, draft_pictures
from saraban.web.forms import refuse, sent
from saraban.web.printing import print_and_show
from saraban.web.recipients import (
    RecipientsForm,
    addressed_to,
    addressees_of,
    looked,
    recipient_facts,
    was_seen,
)
from saraban.web.session import actor, require, signed_in
from saraban.web.words import said

pages = Blueprint("draft_issue", __name__)


class IssueForm(RecipientsForm):
    """To whom, under which number; version is the one that was looked at."""

    version = HiddenField()


@pages.route("/drafts/<uid>/issue", methods=["GET", "POST"])
@signed_in
def issue(uid: str) -> Any:
    """Look at the paper and at who gets it, then give the number."""
    card = draft_card(actor(), uid)
    require(Act.ISSUE_LETTER)
    if DraftMove.ISSUE not in card.moves:
        raise StepNotNow(state=THAI_DRAFT_STATE[card.state])
    parent = None if card.conveys is None else letter_card(actor(), card.conveys.uid)
    form = IssueForm() if request.method == "POST" else _prefilled(card)
    shown: Preview | None = None
    if request.form.get("step") == "send":
        if sent(form):
            shown = looked(form, parent)
            points = _points_shown(card, parent, form)
            was_read = points_were_seen(form, points, form.seen_points.data)
            issued = _issued(form, card, shown) if was_read else None
            if issued is not None:
                return print_and_show(issued.letter_uid)
    else:
        shown = looked(form, parent)
    return _page(form, card, parent, shown)


def _issued(form: IssueForm, card: DraftCard, shown: Preview | None) -> Issued | None:
    """The letter numbered and sent; None when something stands against it."""
    if shown is None or not was_seen(form, shown):
        return None
    try:
        check_shapes(card.text)
        return issue_draft(
            actor=actor(),
            at=clock.now(),
            draft_uid=card.uid,
            version=int(form.version.data or 0) if (form.version.data or "").isdecimal() else 0,
            code_letters=form.code_letters.data,
            owner_number=form.owner_number.data,
            is_circular=bool(form.is_circular.data),
            addressees=addressees_of(form, shown),
            dated_on=form.dated_on.data,
            numbered=form.numbered,
            addressee_text=(form.addressee_text.data or "").strip() or addressed_to(form, shown),
        )
    except SarabanError as error:
        refuse(form, error)
        return None


def _points_shown(card: DraftCard, parent: LetterCard | None, form: IssueForm) -> PointsShown:
    return points_shown(
        parent,
        [
            Instruction(
                to_thai(str(place)), point.asks, point.report_to, point.due_on, point.late_reason
            )
            for place, point in enumerate(card.text.points, start=1)
        ],
        dated_on=card.text.dated_on or form.dated_on.data,
        urgency=card.text.urgency,
        sender_kind=sender(actor()).kind,
        relay_phrase=card.text.relay_phrase,
    )


def _prefilled(card: DraftCard) -> IssueForm:
    own = letterhead(actor())
    return IssueForm(
        formdata=None,
        data={
            "version": card.version,
            "dated_on": card.text.dated_on or clock.today(),
            "addressees": card.text.addressee_text,
            "relay_phrase": card.text.relay_phrase,
            "code_letters": own.code_letters,
            "owner_number": own.owner_number,
        },
    )


def _page(
    form: IssueForm, card: DraftCard, parent: LetterCard | None, shown: Preview | None
) -> Any:
    try:
        pictures, failure = draft_pictures(actor(), card.text), None
    except SarabanError as error:
        pictures, failure = [], said(error)
    return page(
        "drafts/issue.html",
        form,
        card=card,
        parent=parent,
        is_fragment=False,
        is_approved=card.state == DraftState.APPROVED,
        recipients_url=url_for("dispatch.recipients", parent=parent.uid if parent else None),
        pictures=pictures,
        failure=failure,
        warning=None,
        points=(points := _points_shown(card, parent, form)),
        dropped_words=dropped_words(points.dropped),
        **recipient_facts(form, shown),
    )
