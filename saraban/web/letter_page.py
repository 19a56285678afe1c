"""The page of one letter: its facts made ready, and the forms that stand on it."""

from functools import partial
from typing import Any

from flask_babel import lazy_gettext
from wtforms import HiddenField, IntegerField, RadioField, SelectField
from wtforms.widgets import HiddenInput

from saraban import clock
from saraban.errors import N_
from saraban.queries.arrivals import ways_of
from saraban.queries.books import usual_channel
from saraban.queries.instructions import later_below
from saraban.queries.letter_card import LetterCard
from saraban.queries.letter_points import letter_duties
from saraban.queries.register_book import next_number
from saraban.queries.relay_duties import relay_card
from saraban.queries.same_letter import merges_of
from saraban.queries.sending import sender
from saraban.queries.timeline import silent_since
from saraban.rules.delivery_ends import Settled
from saraban.rules.letters import Secrecy
from saraban.rules.number_gaps import circular_of
from saraban.rules.permissions import Act, may
from saraban.rules.registers import book_year_of
from saraban.rules.units import LOCAL_KINDS
from saraban.web.answers import page
from saraban.web.arrival_form import NoteArrivalForm
from saraban.web.forms import (
    FilesField,
    Form,
    LineField,
    Required,
    ThaiDateField,
    ThaiTimeField,
    refused_or_fresh,
)
from saraban.web.letter_facts import (
    also_conveyed,
    compared,
    may_draft_cover,
    own_entries,
    primary_act,
    told,
)
from saraban.web.letter_now import where_it_stands
from saraban.web.opening_duties import may_open_duties
from saraban.web.same_letter_facts import offers_for
from saraban.web.session import actor
from saraban.web.stamped import bears_stamps, stamped_file
from saraban.web.void_form import VoidForm
from saraban.web.words import DIGIT_WORDS, choices

# What a file that is added to our own letter may be to it: LetterFile.role.
ATTACHED_AS = {"enclosure": N_("สิ่งที่ส่งมาด้วย"), "letter": N_("ตัวหนังสือที่ลงนามแล้ว")}


class ReceiveForm(Form):
    """When a delivered letter was taken in, and how the stamp writes digits."""

    received_on = ThaiDateField(lazy_gettext("วันที่รับ"), validators=[Required()])
    received_time = ThaiTimeField(lazy_gettext("เวลารับ"))
    digits = RadioField(lazy_gettext("ตัวเลขบนตรารับ"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.digits.choices = choices(DIGIT_WORDS)


class PassInsideForm(Form):
    """The desk inside that the letter is handed to."""

    to_unit = SelectField(lazy_gettext("ส่งให้"))


class AcknowledgeForm(Form):
    """Nothing to fill in: pressing is the act."""


class AttachForm(Form):
    """Files that belong to a letter of our own, and what they are to it."""

    files = FilesField(lazy_gettext("ไฟล์"), role="enclosure", validators=[Required()])
    role = RadioField(lazy_gettext("เป็น"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.role.choices = choices(ATTACHED_AS)


class MergeForm(Form):
    """Which row is the same letter, and how that is known where the two differ."""

    other = HiddenField(validators=[Required()])
    merge_reason = LineField(lazy_gettext("รู้ได้อย่างไรว่าเป็นฉบับเดียวกัน"))


class UndoMergeForm(Form):
    """Why the two are two letters after all."""

    undo_reason = LineField(lazy_gettext("เหตุผล"), validators=[Required()])


class TakeBackForm(Form):
    """Why a coming that was noted is none of this letter's."""

    reason = LineField(lazy_gettext("เหตุผล"), validators=[Required()])


class VoidLineForm(VoidForm):
    """Which line of the book is struck through, and why."""

    entry = HiddenField()


class ConfirmForm(Form):
    """Which letter a citation means."""

    citation = IntegerField(validators=[Required()], widget=HiddenInput())
    cited = HiddenField(validators=[Required()])


def letter_page(card: LetterCard, refused: Form | None = None) -> tuple[str, int]:
    """The page, with the one form that was refused in the place of its fresh sister."""

    own = partial(refused_or_fresh, refused)
    now = clock.now()
    pass_form = own(PassInsideForm)
    pass_form.to_unit.choices = {desk.uid: desk.name_th for desk in card.inner_desks}
    return page(
        "letters/letter.html",
        refused,
        card=card,
        story=told(card.timeline),
        now=where_it_stands(card),
        silent_days=silent_since(card.timeline, now.date()),
        also_conveyed=also_conveyed(card),
        later_below=later_below(card.uid, [ref.uid for ref in card.conveyed_by]),
        relay=relay_card(actor(), card.uid, today=now.date()),
        may_settle_relay=may(actor(), Act.SETTLE_RELAY),
        asked=letter_duties(actor(), card.uid),
        may_open_duties=may_open_duties(card),
        may_take_on_relay=_may_take_on_relay(card),
        citations=compared(actor(), card),
        enclosure_files=[file for file in card.files if file.role != "letter"],
        letter_files=[file for file in card.files if file.role == "letter"],
        shown=next((file for file in card.files if file.media_type == "application/pdf"), None),
        stamped=stamped_file(card),
        on_paper=stamped_file(card) if bears_stamps(card) else None,
        seen_at=now,
        gaps=_series_of(card),
        primary=primary_act(card),
        next_number=next_number(actor(), be_year=book_year_of(now.date()))
        if card.may_receive
        else None,
        entries=own_entries(card) if card.may_void else {},
        may_draft_cover=may_draft_cover(actor(), card),
        may_chase=card.is_ours and card.delivery_count > 0 and may(actor(), Act.CHASE),
        receive_form=own(
            ReceiveForm, received_on=now.date(), received_time=now.time(), digits="thai"
        ),
        pass_form=pass_form,
        acknowledge_form=own(AcknowledgeForm),
        attach_form=own(AttachForm, role="enclosure") if may_attach(card) else None,
        arrival_form=own(
            NoteArrivalForm, arrived_on=now.date(), channel=usual_channel(actor().unit_id)
        )
        if card.may_note_arrival
        else None,
        ways=ways_of(card.arrivals),
        offers=offers_for(actor(), card),
        merges=merges_of(actor(), card.uid),
        may_merge=may(actor(), Act.MERGE_LETTERS),
        merge_form=own(MergeForm),
        undo_merge_form=own(UndoMergeForm),
        take_back_form=own(TakeBackForm),
        may_take_up=card.delivery_end is not None
        and card.delivery_end.settled is not Settled.RESENT
        and may(actor(), Act.SEND_BACK),
        void_form=own(VoidLineForm),
        confirm_form=own(ConfirmForm),
    )


def _may_take_on_relay(card: LetterCard) -> bool:
    """Whether to ask if a circular is to be passed on; a local body has nobody below to ask for."""
    if not (card.is_circular and card.may_reissue):
        return False
    return sender(actor()).kind not in LOCAL_KINDS


def may_attach(card: LetterCard) -> bool:
    """Whether the person may add files to this letter: to an open one of their own unit's."""
    return card.is_ours and card.secrecy == Secrecy.NORMAL and may(actor(), Act.ISSUE_LETTER)


def _series_of(card: LetterCard) -> dict[str, object] | None:
    """Which sender's missing numbers to look at beside this circular of another office."""
    circular = circular_of(card.letter_number or "")
    if circular is None or card.dated_on is None or card.is_ours or not card.receipts:
        return None
    return {"series": circular[0], "year": book_year_of(card.dated_on)}
