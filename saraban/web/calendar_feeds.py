"""The unit's due days in a person's own calendar: the private address, and what it answers."""

from typing import Any

from flask import Blueprint, Response, current_app, flash, make_response, request, url_for
from flask_babel import gettext as _

from saraban import clock
from saraban.desk.calendar_feeds import end_calendar, renew_calendar
from saraban.errors import CalendarNotFound
from saraban.paper.calendar_feed import calendar_file
from saraban.queries.calendar_feed import calendar_behind, own_calendar
from saraban.rules.permissions import Act
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.words import said

pages = Blueprint("calendar_feeds", __name__)


class PressForm(Form):
    """Nothing to fill in: pressing is the act."""


@pages.get("/settings/calendar")
@signed_in
def settings() -> Any:
    """Whether there is an address, and what it is good for."""
    require(Act.SEE_DUTY)
    return _page()


@pages.post("/settings/calendar")
@signed_in
def renew() -> Any:
    """Make an address; this answer tells it, and it is kept nowhere: no redirect could show it."""
    require(Act.SEE_DUTY)
    if not sent(PressForm()):
        return see_other("calendar_feeds.settings")
    token = renew_calendar(actor=actor(), at=clock.now())
    return _page(f"{_base()}{url_for('calendar_feeds.feed', token=token)}")


@pages.post("/settings/calendar/end")
@signed_in
def end() -> Any:
    """Let the address open nothing any more."""
    require(Act.SEE_DUTY)
    if sent(PressForm()):
        try:
            end_calendar(actor=actor(), at=clock.now())
        except CalendarNotFound as error:
            flash(said(error), "warning")
        else:
            flash(_("ลิงก์ปฏิทินใช้ไม่ได้แล้ว"), "success")
    return see_other("calendar_feeds.settings")


@pages.get("/calendar/<token>.ics")
def feed(token: str) -> Response:
    """The calendar, to whoever has the address; unchanged since the last time in one line."""
    base = current_app.config["SARABAN"].public_address
    name, days = calendar_behind(token, at=clock.now(), link_base=base)
    answer = make_response(calendar_file(f"{name}: {_('วันครบกำหนด')}", days))
    answer.headers["Content-Type"] = "text/calendar; charset=utf-8"
    answer.headers["Content-Disposition"] = 'inline; filename="saraban.ics"'
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.add_etag()
    answer.make_conditional(request)
    return answer


def _page(address: str = "") -> Any:
    return page(
        "reminders/calendar.html",
        PressForm(formdata=None),
        address=address,
        kept=own_calendar(actor()),
    )


def _base() -> str:
    return current_app.config["SARABAN"].public_address or request.url_root.rstrip("/")
