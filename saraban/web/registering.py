"""Registering a letter that came from outside, in the order of Form 13's columns."""

from datetime import datetime
from typing import Any

from flask import Blueprint, flash, request, url_for
from flask_babel import gettext as _, lazy_gettext
from markupsafe import Markup
from wtforms import FieldList, Form as PlainForm, FormField, HiddenField, RadioField, SelectField

from saraban import clock
from saraban.desk.arrivals import Coming, note_arrival
from saraban.desk.drafts import CitationDraft, LetterDraft
from saraban.desk.registration import Arrival, Registered, register_received
from saraban.errors import N_, AlreadyReceived, SarabanError, UnreadableLetterNumber
from saraban.queries.books import open_books
from saraban.queries.known_letter import (
    NumberedLike,
    known_letter,
    letters_numbered_like,
    standing_number,
)
from saraban.queries.letter_card import letter_card
from saraban.queries.letters_list import letters
from saraban.queries.register_book import next_number
from saraban.queries.same_letter import same_letters
from saraban.rules.letter_number import parse_letter_number
from saraban.rules.permissions import Act
from saraban.rules.registers import Numbers, RegisterName, book_year_of
from saraban.web.answers import page, see_other
from saraban.web.form_13 import Form13
from saraban.web.forms import FilesField, LineField, refuse, refuse_with, sent
from saraban.web.next_in_pile import (
    carried_from,
    first_values,
    given_before,
    own_stamp,
    sender_typed,
)
from saraban.web.odd_days import tell_odd_day
from saraban.web.session import actor, require, signed_in
from saraban.web.stamped import stamped_file
from saraban.web.words import choices, in_digits, said

pages = Blueprint("registering", __name__)

PLACES = {
    "reference": N_("อ้างถึง"),
    "enclosure": N_("สิ่งที่ส่งมาด้วย"),
    "body": N_("ในเนื้อความ"),
}
# What to do with a letter that this desk has numbered already.
AGAIN = {
    "note": N_("จดว่ามาถึงอีกทาง ไม่ออกเลขใหม่"),
    "number": N_("ลงรับซ้ำเป็นอีกเลข"),
}
LINES_FOR_CITATIONS = 3


class CitationForm(PlainForm):
    """One letter named by this one, as written."""

    place = SelectField(lazy_gettext("อ้างไว้ที่"), default="reference")
    text = LineField(lazy_gettext("ข้อความตามที่เขียน"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place.choices = choices(PLACES)


class RegisterForm(Form13):
    """Form 13's columns in their order, then what is kept with the letter."""

    citations = FieldList(FormField(CitationForm), min_entries=LINES_FOR_CITATIONS)
    files = FilesField(lazy_gettext("ตัวหนังสือ"), role="letter")
    enclosures = FilesField(lazy_gettext("สิ่งที่ส่งมาด้วย"), role="enclosure")
    register = SelectField(lazy_gettext("ทะเบียน"), default=RegisterName.RECEIVE.value)
    again = RadioField(lazy_gettext("ฉบับนี้มาอีกทางหนึ่ง"), validate_choice=False)
    sender_uid = HiddenField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.register.choices = choices(
            {book.code: book.name_th for book in open_books(actor(), Numbers.RECEIPTS)}
        )
        self.again.choices = choices(AGAIN)
        for line in self.citations:
            line.form.text.flags.must_not_say = True


@pages.route("/letters/new", methods=["GET", "POST"])
@signed_in
def new() -> Any:
    """Register a letter; what is typed stays until a number is given."""
    require(Act.REGISTER_RECEIVED)
    now = clock.now()
    form = RegisterForm(data=first_values())
    is_duplicate = form.again.data in AGAIN
    sender = sender_typed(form.issuer_text.data, form.printed_number.data)
    is_sender_ticked = sender is not None and form.sender_uid.data == sender.uid
    if sent(form):
        try:
            noted = _noted_again(form, now) if form.again.data == "note" else None
            if noted is not None:
                return _after_noting(noted)
            done = _registered(form, now, sender.id if sender and is_sender_ticked else None)
        except AlreadyReceived as error:
            is_duplicate = True
            form.again.data = form.again.data or "note"
            _say_duplicate(form, error)
        except UnreadableLetterNumber as error:
            error.field = "printed_number"
            refuse(form, error)
        except SarabanError as error:
            refuse(form, error)
        else:
            tell_odd_day(done, register=form.register.data, day=form.received_on.value)
            return _after(done)
    year = book_year_of(form.received_on.data or now.date())
    return page(
        "registering/new.html",
        form,
        next_number=next_number(actor(), register=form.register.data, be_year=year),
        be_year=year,
        is_duplicate=is_duplicate,
        sender=sender,
        like=_like(form.printed_number.data),
        is_ticked=is_sender_ticked,
        given=given_before(),
    )


def _registered(form: RegisterForm, now: datetime, issuer_id: int | None) -> Registered:
    return register_received(
        actor=actor(),
        at=now,
        draft=_draft(form),
        printed_number=form.printed_number.data,
        issuer_text=form.issuer_text.data,
        arrival=Arrival(
            received_on=form.received_on.value,
            received_time=form.received_time.data,
            channel=form.channel.data,
            digits=form.digits.data,
            register=form.register.data,
        ),
        issuer_id=issuer_id,
        files=(*(form.files.data or ()), *(form.enclosures.data or ())),
        is_another_arrival=form.again.data == "number",
    )


def _noted_again(form: RegisterForm, now: datetime) -> str | None:
    """The letter of this number and day, its further coming noted; None when it is a new one.

    Asked again with what is typed now: a number put right after the question means no such
    letter any more, and that one is then registered.
    """
    printed = form.printed_number.data.strip()
    key = parse_letter_number(printed).key if printed else None
    known = known_letter(actor(), key, form.dated_on.data)
    if known is None or standing_number(known[0], actor().unit_id) is None:
        return None
    note_arrival(
        actor=actor(),
        at=now,
        letter_uid=known[1],
        coming=Coming(form.received_on.value, form.received_time.data, form.channel.data),
        file=next(iter(form.files.data or ()), None),
    )
    return known[1]


def _after_noting(uid: str) -> Any:
    """The letter's page, where the coming stands; or at once the next letter's form."""
    flash(_("จดไว้แล้วว่ามาถึงอีกทาง ไม่ออกเลขใหม่"), "success")
    if request.form.get("then") != "next":
        return see_other("letters.letter", uid=uid)
    return see_other("registering.new", register=request.form.get("register"))


@pages.get("/letters/new/sender")
@signed_in
def sender() -> Any:
    """The unit that the sender typed so far means, as a piece of the form."""
    require(Act.REGISTER_RECEIVED)
    found = sender_typed(
        request.args.get("issuer_text", ""), request.args.get("printed_number", "")
    )
    return page("registering/sender.html", sender=found, is_ticked=False)


@pages.get("/letters/new/like")
@signed_in
def like() -> Any:
    """The letters that have the number typed so far, as a piece of the form."""
    require(Act.REGISTER_RECEIVED)
    return page("registering/like.html", like=_like(request.args.get("printed_number", "")))


def _like(printed_number: str | None) -> tuple[NumberedLike, ...]:
    try:
        number = parse_letter_number(printed_number or "")
    except SarabanError:
        return ()
    return letters_numbered_like(actor(), number.key)


def _after(done: Registered) -> Any:
    """The stamp just given; or at once the next letter's form, where that was pressed."""
    if request.form.get("then") != "next":
        return see_other("registering.registered", uid=done.letter_uid, entry=done.entry_uid)
    card = letter_card(actor(), done.letter_uid)
    return see_other(
        "registering.new",
        after=done.letter_uid,
        entry=done.entry_uid,
        register=request.form.get("register"),
        **carried_from(card, own_stamp(card, done.entry_uid)),
    )


@pages.get("/letters/<uid>/registered")
@signed_in
def registered(uid: str) -> Any:
    """The stamp just given, and the way to the next letter of the pile."""
    card = letter_card(actor(), uid)
    stamp = own_stamp(card, request.args.get("entry"))
    return page(
        "registering/registered.html",
        card=card,
        stamp=stamp,
        stamped=None if stamp.is_void else stamped_file(card),
        carried=carried_from(card, stamp),
        may_be_known=bool(same_letters(actor(), uid)),
    )


def _draft(form: RegisterForm) -> LetterDraft:
    return LetterDraft(
        kind=form.kind.data,
        subject=form.subject.data,
        addressee_text=form.addressee_text.data,
        dated_on=form.dated_on.data,
        urgency=form.urgency.data,
        secrecy=form.secrecy.data,
        citations=tuple(
            CitationDraft(line.form.place.data, line.form.text.data)
            for line in form.citations
            if line.form.text.data.strip()
        ),
    )


def _say_duplicate(form: RegisterForm, error: AlreadyReceived) -> None:
    """Name the letter that has the number already, with the way to it."""
    message = said(error)
    found = letters(actor(), words=form.printed_number.data).lines
    known = next((line for line in found if line.dated_on == form.dated_on.data), None)
    if known is not None:
        message = Markup('{} <a href="{}">{}</a>').format(
            message, url_for("letters.letter", uid=known.uid), _("เปิดดูฉบับที่ลงรับไว้")
        )
    form.printed_number.errors = [
        _("ลงรับไปแล้วเลข %(number)s", number=in_digits(error.facts["number"]))
    ]
    refuse_with(form, message)
