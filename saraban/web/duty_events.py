"""Duties without a calendar: telling of an event, and asking about one."""

from typing import Any

from flask import Blueprint, flash, redirect, request
from flask_babel import gettext as _, lazy_gettext
from werkzeug.wrappers import Response

from saraban import clock
from saraban.desk import duty_events as desk
from saraban.errors import DutyIsOver, DutyNotOwed, NoEventOfThis, SarabanError
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight
from saraban.queries.duty_card import duty_card, owing_units
from saraban.queries.duty_events import events_of
from saraban.queries.sending import units_named
from saraban.rules.permissions import Act
from saraban.web.answers import see_other
from saraban.web.duties import answer_address, duty_page
from saraban.web.forms import Form, LineField, Required, ThaiDateField, refuse, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.words import in_digits

pages = Blueprint("duty_events", __name__)

MOST_TO_TICK = 300


class EventForm(Form):
    """What happened and when; units and due_on are the keeper's."""

    event = LineField(lazy_gettext("เหตุการณ์"), validators=[Required()])
    event_on = ThaiDateField(lazy_gettext("วันที่เกิดเหตุ"))
    due_on = ThaiDateField(lazy_gettext("ขอคำตอบภายในวันที่"))

    @property
    def units(self) -> list[str]:
        """Uids of the units that were ticked; none is all of them."""
        return [uid for uid in dict.fromkeys(request.form.getlist("units")) if uid]


@pages.route("/duties/<uid>/events", methods=["GET", "POST"])
@signed_in
def events(uid: str) -> Any:
    """The events told so far; a unit that owes the duty tells one, its keeper asks of one."""
    seen = duty_in_sight(actor(), uid)
    require(Act.REPORT)
    card = duty_card(actor(), seen, today=clock.today())
    if seen.ended_at is not None:
        raise DutyIsOver()
    if not card.takes_events:
        raise NoEventOfThis()
    if not (card.may_keep or card.may_tell_event):
        raise DutyNotOwed()
    asks = card.may_keep and request.form.get("as", "keeper") == "keeper"
    form = EventForm() if request.method == "POST" else EventForm(formdata=None)
    if request.method == "POST" and sent(form):
        done = _done(seen, form, asks=asks)
        if done is not None:
            return done
    return duty_page(
        "duties/events.html",
        seen,
        form,
        card=card,
        events=events_of(actor(), seen),
        units=owing_units(seen.id, most=MOST_TO_TICK) if card.may_keep else (),
        chosen=form.units if request.method == "POST" else [],
        answer_address=answer_address,
    )


def _done(seen: SeenDuty, form: EventForm, *, asks: bool) -> Response | None:
    common: dict[str, Any] = {
        "actor": actor(),
        "at": clock.now(),
        "duty_uid": seen.uid,
        "event": form.event.data,
        "event_on": form.event_on.data,
    }
    try:
        if asks:
            units = units_named(form.units, on=clock.today()) if form.units else ()
            told = desk.ask_of_event(
                **common,
                unit_ids=[unit.id for unit in units] or None,
                due_on=form.due_on.data,
            )
        else:
            told = desk.tell_event(**common)
    except SarabanError as error:
        refuse(form, error)
        return None
    if asks:
        flash(_("ขอให้ %(count)s หน่วยรายงานเหตุแล้ว", count=in_digits(told.unit_count)), "success")
        return see_other("duty_events.events", uid=seen.uid)
    flash(
        _("แจ้งเหตุแล้ว เป็นครั้งที่ %(number)s กรอกรายงานต่อได้", number=in_digits(told.number)), "success"
    )
    return redirect(answer_address(seen.uid, told.number), code=303)
