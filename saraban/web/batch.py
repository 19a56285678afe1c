"""Registering a pile of letters together: a table that is typed or pasted, numbered at once."""

from typing import Any

from flask import Blueprint, request
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound

from saraban import clock
from saraban.desk.batch_registration import MOST_ROWS, refusals_of_batch, register_batch
from saraban.errors import BatchRefused, SarabanError
from saraban.queries.batch_receipts import receipts_between
from saraban.queries.register_book import next_number
from saraban.rules.permissions import Act
from saraban.rules.registers import book_year_of
from saraban.web.answers import page, see_other
from saraban.web.batch_form import BatchForm, with_pasted
from saraban.web.forms import refuse, refuse_with, sent
from saraban.web.next_in_pile import first_values, in_thai
from saraban.web.odd_days import tell_odd_day
from saraban.web.session import actor, require, signed_in
from saraban.web.words import day_words

pages = Blueprint("batch", __name__)


@pages.route("/letters/batch", methods=["GET", "POST"])
@signed_in
def batch() -> Any:
    """The table of a pile; looked through first, then registered, all of it or nothing.

    The first button of the form, which Enter presses where no script runs, only looks.
    """
    require(Act.REGISTER_RECEIVED)
    try:
        form = BatchForm(
            with_pasted(request.form) if request.method == "POST" else None, data=first_values()
        )
    except SarabanError as error:
        form = BatchForm(data=first_values())
        form.validate()
        refuse(form, error)
        return _page(form)
    if request.method == "POST":
        is_good = sent(form)
        if not form.filled_rows():
            refuse_with(form, _("ยังไม่มีหนังสือในตาราง"))
        elif not (form.received_on.errors or form.received_time.errors):
            done = _looked_at_or_registered(form, is_good)
            if done:
                first, last = done[0], done[-1]
                tell_odd_day(first, register=form.register.data, day=form.received_on.value)
                return see_other(
                    "batch.done",
                    register=form.register.data,
                    be_year=first.be_year,
                    first=first.receipt_number,
                    last=last.receipt_number,
                )
    return _page(form)


def _looked_at_or_registered(form: BatchForm, is_good: bool) -> Any:
    """The numbers that were given; () where the pile was only looked at, or refused."""
    pile: dict[str, Any] = {
        "actor": actor(),
        "at": clock.now(),
        "lines": form.batch(),
        "arrival": form.arrival(),
    }
    try:
        if is_good and request.form.get("do") == "register":
            return register_batch(**pile)
        form.refuse_rows(refusals_of_batch(**pile))
    except BatchRefused as error:
        form.refuse_rows(error.refusals)
    except SarabanError as error:
        refuse(form, error)
    return ()


def _page(form: BatchForm) -> Any:
    now = clock.now()
    count = len(form.filled_rows())
    year = book_year_of(form.received_on.data or now.date())
    following = next_number(actor(), register=form.register.data, be_year=year)
    is_looked_at = request.method == "POST" and count > 0 and not form.is_refused
    return page(
        "batch/batch.html",
        form,
        next_number=following,
        last_number=following + count - 1,
        be_year=year,
        count=count,
        is_looked_at=is_looked_at,
        most_rows=MOST_ROWS,
    )


@pages.get("/letters/batch/<register>/<int:be_year>/<int:first>-<int:last>")
@signed_in
def done(register: str, be_year: int, first: int, last: int) -> Any:
    """The numbers just given, in the order of the pile, to write on the letters."""
    require(Act.REGISTER_RECEIVED)
    lines = receipts_between(actor(), register=register, be_year=be_year, first=first, last=last)
    if not lines:
        raise NotFound()
    carried = {
        "received_on": day_words(lines[-1].received_on),
        "channel": lines[-1].channel,
        "register": register,
        "digits": "thai" if in_thai(lines[-1].printed_number) else "arabic",
    }
    return page("batch/done.html", lines=lines, register=register, be_year=be_year, carried=carried)
