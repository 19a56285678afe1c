"""One letter, several ways: noting that it came once more, and taking such a note back."""

from typing import Any

from flask import Blueprint, flash
from flask_babel import gettext as _

from saraban import clock
from saraban.desk.arrivals import note_arrival, take_back_arrival
from saraban.errors import SarabanError
from saraban.queries.letter_card import letter_card
from saraban.rules.permissions import Act
from saraban.web.answers import see_other
from saraban.web.arrival_form import NoteArrivalForm
from saraban.web.forms import refuse, sent
from saraban.web.letter_page import TakeBackForm, letter_page
from saraban.web.session import actor, require, signed_in

pages = Blueprint("arrivals", __name__)


@pages.post("/letters/<uid>/arrivals")
@signed_in
def note(uid: str) -> Any:
    """Note that the letter came once more; no number is given."""
    card = letter_card(actor(), uid)
    require(Act.REGISTER_RECEIVED)
    form = NoteArrivalForm()
    if sent(form):
        try:
            note_arrival(
                actor=actor(), at=clock.now(), letter_uid=uid, coming=form.coming, file=form.file
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("จดไว้แล้วว่ามาถึงอีกทาง ไม่ออกเลขใหม่"), "success")
            return see_other("letters.letter", uid=uid)
    return letter_page(card, form)


@pages.post("/letters/<uid>/arrivals/<arrival>/take-back")
@signed_in
def take_back(uid: str, arrival: str) -> Any:
    """Say that what was noted was another letter; the line stays, with the reason."""
    card = letter_card(actor(), uid)
    require(Act.VOID_ENTRY)
    form = TakeBackForm()
    if sent(form):
        try:
            take_back_arrival(
                actor=actor(), at=clock.now(), arrival_uid=arrival, reason=form.reason.data
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("ย้อนการมาถึงแล้ว บรรทัดเดิมยังอยู่พร้อมเหตุผล"), "success")
            return see_other("letters.letter", uid=uid)
    return letter_page(card, form)
