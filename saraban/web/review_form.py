"""The form beside the page: what was read stands in it, what a clerk leaves in it is filed."""

from collections.abc import Mapping
from typing import Any

from flask import request
from flask_babel import lazy_gettext
from wtforms import (
    BooleanField,
    FieldList,
    Form as PlainForm,
    FormField,
    SelectField,
    SelectMultipleField,
)

from saraban.desk.drafts import CitationDraft, DutyDraft, LetterDraft
from saraban.desk.registration import Arrival
from saraban.errors import N_, SarabanError
from saraban.queries.reading_to_review import LetterToReview
from saraban.rules.days import OFFICIAL_ZONE
from saraban.rules.intake import FILED_FIELDS
from saraban.rules.letters import THAI_SECRECY, Secrecy
from saraban.web.form_13 import Form13
from saraban.web.forms import LineField, ThaiDateField, refuse
from saraban.web.words import choices

# The form's field in which what was read of a field stands.
FORM_FIELDS = {
    "number": "printed_number",
    "date_iso": "dated_on",
    "issuer": "issuer_text",
    "addressees": "addressee_text",
    "subject": "subject",
    "urgency": "urgency",
    "secrecy": "secrecy",
    "kind": "kind",
    "signatory": "signatory_name",
}
PLACES = {
    "reference": N_("อ้างถึง"),
    "enclosure": N_("สิ่งที่ส่งมาด้วย"),
    "body": N_("ในเนื้อความ"),
}


LINES_FOR_MISSED = 2


class CitationTick(PlainForm):
    """A letter that this one names; as read, or as put right."""

    take = BooleanField(lazy_gettext("เก็บไว้กับหนังสือ"))
    place = SelectField(lazy_gettext("อ้างไว้ที่"))
    text = LineField(lazy_gettext("ข้อความตามที่เขียน"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place.choices = choices(PLACES)


class MissedCitation(PlainForm):
    """A letter that this one names and that was not read; typed as it is written."""

    place = SelectField(lazy_gettext("อ้างไว้ที่"), default="reference")
    text = LineField(lazy_gettext("ข้อความตามที่เขียน"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place.choices = choices(PLACES)
        self.text.flags.must_not_say = True


class DutyTick(PlainForm):
    """One thing that is asked, with the day by which."""

    take = BooleanField(lazy_gettext("บันทึกเป็นสิ่งที่ต้องทำ"))
    due_on = ThaiDateField(lazy_gettext("กำหนด"))


class ReviewForm(Form13):
    """Form 13's columns, who signed, and suggestions to tick."""

    signatory_name = LineField(lazy_gettext("ผู้ลงนาม"))
    signatory_position = LineField(lazy_gettext("ตำแหน่ง"))
    citations = FieldList(FormField(CitationTick))
    missed = FieldList(FormField(MissedCitation), min_entries=LINES_FOR_MISSED)
    duties = FieldList(FormField(DutyTick))
    take_relay = BooleanField(lazy_gettext("ให้แจ้งต่อ"))
    take_contact = BooleanField(lazy_gettext("ติดต่อ"))
    confirmed = SelectMultipleField(choices={name: name for name in FILED_FIELDS})

    def __init__(self, *args: Any, found: LetterToReview, **kwargs: Any) -> None:
        # What was read never stands in for what was not sent: an empty form is an empty letter.
        typed = request.form if request.method == "POST" else None
        super().__init__(*args, formdata=typed, data=_as_read(found), **kwargs)
        days = (line.form.due_on for line in self.duties)
        for one in (self.addressee_text, self.signatory_name, self.signatory_position, *days):
            one.flags.must_not_say = True
        if found.proposal.secrecy == Secrecy.TOP_SECRET:
            # Offered only where it was read, so that the desk can refuse it in its own words.
            self.secrecy.choices = choices(THAI_SECRECY)

    def draft(self, found: LetterToReview) -> LetterDraft:
        """The letter as the form says it is."""
        proposal = found.proposal
        keeps_contact, passes_on = self.take_contact.data, self.take_relay.data
        return LetterDraft(
            kind=self.kind.data,
            subject=self.subject.data,
            addressee_text=self.addressee_text.data,
            dated_on=self.dated_on.data,
            urgency=self.urgency.data,
            secrecy=self.secrecy.data,
            signatory_name=self.signatory_name.data,
            signatory_position=self.signatory_position.data,
            owner_section=proposal.owner_section if keeps_contact else "",
            contact=proposal.contact if keeps_contact else "",
            relay_phrase=proposal.relay_phrase if passes_on else "",
            citations=tuple(
                CitationDraft(line.form.place.data, line.form.text.data)
                for line in (*self.citations, *self.missed)
                if line.form.text.data.strip() and _is_taken(line.form)
            ),
            duties=tuple(
                DutyDraft(duty.point, duty.asks, due_on=line.form.due_on.data)
                for duty, line in zip(proposal.duties, self.duties, strict=False)
                if line.form.take.data
            ),
        )

    def arrival(self) -> Arrival:
        """When and how it came."""
        return Arrival(
            received_on=self.received_on.value,
            received_time=self.received_time.data,
            channel=self.channel.data,
            digits=self.digits.data,
        )

    def put(self, field: str, text: str) -> None:
        """Put another reading of a field into its place, as if it had been typed."""
        if field in FORM_FIELDS:
            self[FORM_FIELDS[field]].process_formdata([text])

    def refuse_field(self, error: SarabanError) -> None:
        """A refusal beside the field it means; those of a reading have names of their own."""
        if error.field in FORM_FIELDS:
            error.field = FORM_FIELDS[error.field]
        refuse(self, error)


def _is_taken(line: PlainForm) -> bool:
    """Whether a citation is to be kept: one that was read by its tick, one typed always."""
    return bool(line["take"].data) if "take" in line else True


def _as_read(found: LetterToReview) -> Mapping[str, Any]:
    proposal, arrived = found.proposal, found.arrived_at.astimezone(OFFICIAL_ZONE)
    is_open = proposal.secrecy == Secrecy.NORMAL
    unsure = set(found.unsure_fields)
    return {
        "printed_number": proposal.printed_number,
        "dated_on": proposal.dated_on,
        "issuer_text": proposal.issuer_text,
        "addressee_text": proposal.addressee_text,
        # The book keeps no word of a secret letter.
        "subject": proposal.subject if is_open else "",
        "urgency": proposal.urgency,
        "secrecy": proposal.secrecy,
        "kind": proposal.kind,
        "signatory_name": proposal.signatory_name,
        "signatory_position": proposal.signatory_position,
        "citations": [
            {
                "take": is_open and not _group_of(one.place) & unsure,
                "place": one.place,
                "text": one.text,
            }
            for one in proposal.citations
        ],
        "duties": [{"take": False, "due_on": one.due_on} for one in proposal.duties],
        "take_contact": is_open and "contact" not in unsure and has_contact(found),
        "take_relay": False,
        "received_on": arrived.date(),
        "received_time": arrived.time(),
        "channel": found.channel,
        "digits": "thai",
    }


def has_contact(found: LetterToReview) -> bool:
    """Whether anything was read of how to reach the sender."""
    return bool(found.proposal.owner_section or found.proposal.contact)


def _group_of(place: str) -> set[str]:
    """The fields of the reading that a citation at a place comes from."""
    return {"references"} if place == "reference" else {"cited"}
