"""Two rows are one letter: saying so from the letter's page, and taking it back."""

from typing import Any

from flask import Blueprint, flash
from flask_babel import gettext as _

from saraban import clock
from saraban.desk.merging import merge_letters, undo_merge
from saraban.errors import MissingField, SarabanError
from saraban.queries.letter_card import letter_card
from saraban.rules.permissions import Act
from saraban.web.answers import see_other
from saraban.web.forms import refuse, sent
from saraban.web.letter_page import MergeForm, UndoMergeForm, letter_page
from saraban.web.session import actor, require, signed_in

pages = Blueprint("merging", __name__)


@pages.post("/letters/<uid>/same")
@signed_in
def merge(uid: str) -> Any:
    """Declare this letter and another row one; the numbers that were given stay given."""
    card = letter_card(actor(), uid)
    require(Act.MERGE_LETTERS)
    form = MergeForm()
    if sent(form):
        try:
            merge_letters(
                actor=actor(),
                at=clock.now(),
                letter_uid=uid,
                other_uid=form.other.data,
                reason=form.merge_reason.data,
            )
        except SarabanError as error:
            error.field = "merge_reason" if error.field == "reason" else None
            refuse(form, error)
        else:
            flash(_("รวมเป็นฉบับเดียวกันแล้ว เลขที่ให้ไว้คงเดิมทุกเลข"), "success")
            return see_other("letters.letter", uid=uid)
    return letter_page(card, form)


@pages.post("/letters/<uid>/same/<merge_uid>/undo")
@signed_in
def undo(uid: str, merge_uid: str) -> Any:
    """Two letters again, as they were."""
    card = letter_card(actor(), uid)
    require(Act.MERGE_LETTERS)
    form = UndoMergeForm()
    if sent(form):
        try:
            undo_merge(
                actor=actor(), at=clock.now(), merge_uid=merge_uid, reason=form.undo_reason.data
            )
        except SarabanError as error:
            error.field = "undo_reason" if isinstance(error, MissingField) else None
            refuse(form, error)
        else:
            flash(_("แยกเป็นสองฉบับตามเดิมแล้ว"), "success")
            return see_other("letters.letter", uid=uid)
    return letter_page(card, form)
