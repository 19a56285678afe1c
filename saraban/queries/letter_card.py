"""Everything one page needs to know about one letter."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.errors import LetterNotFound
from saraban.queries.citations import CitationLine, citations_of
from saraban.queries.timeline import TimelineLine, timeline
from saraban.queries.visibility import in_own_line, sees_all_of, sees_letter
from saraban.records import (
    Delivery,
    Duty,
    Letter,
    LetterFile,
    Receipt,
    RegisterEntry,
    Report,
    ReportFile,
    StoredFile,
    Unit,
    file_store,
)
from saraban.rules.deliveries import State, state_of
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, Actor, may
from saraban.rules.units import INNER_KINDS


@dataclass(frozen=True)
class FileLine:
    """A file to open. role is letter, enclosure or evidence."""

    sha256: str
    name: str
    role: str
    media_type: str
    size: int


@dataclass(frozen=True)
class ReceiptLine:
    """One desk's number for the letter, with digits and date as its stamp prints them."""

    unit_name: str
    printed_number: str
    printed_date: str
    received_on: date
    received_time: str | None
    channel: str
    entry_uid: str
    is_void: bool
    is_ours: bool


@dataclass(frozen=True)
class DutyLine:
    """One point of what is asked."""

    point: str
    asks: str
    report_to: str
    due_on: date | None


@dataclass(frozen=True)
class ReportLine:
    """One answer with its evidence."""

    uid: str
    unit_name: str
    answer: str
    text: str
    submitted_at: datetime
    submitted_by: str
    files: tuple[FileLine, ...]


@dataclass(frozen=True)
class DeliveryLine:
    """One unit the letter was sent to and how far it has come."""

    unit_uid: str
    unit_name: str
    state: State
    dispatched_at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: str | None


@dataclass(frozen=True)
class LetterRef:
    """A letter as a link."""

    uid: str
    printed_number: str | None
    dated_on: date | None
    issuer_text: str


@dataclass(frozen=True)
class InnerDesk:
    """A desk inside the actor's unit that a letter can be passed to."""

    uid: str
    name_th: str


@dataclass(frozen=True)
class LetterCard:
    """The letter's page. A secret letter has an empty subject and body and no files.

    delivery_state is the state of the delivery to the actor's own unit, null when it has none;
    state_counts counts the deliveries of the letter by state, inner ones left out.
    own_entry_uid names the line of the actor's own send or circular book that gave the number.
    The may_… flags say which acts the page offers.
    """

    uid: str
    kind: str
    is_circular: bool
    letter_number: str | None
    printed_number: str | None
    dated_on: date | None
    issuer_text: str
    subject: str
    addressee_text: str
    urgency: str
    secrecy: str
    deliver_by: datetime | None
    body: str
    signatory_name: str
    signatory_position: str
    owner_section: str
    contact: str
    relay_phrase: str
    is_issued_here: bool
    is_ours: bool
    is_void: bool
    conveys: LetterRef | None
    conveyed_by: tuple[LetterRef, ...]
    citations: tuple[CitationLine, ...]
    duties: tuple[DutyLine, ...]
    receipts: tuple[ReceiptLine, ...]
    files: tuple[FileLine, ...]
    reports: tuple[ReportLine, ...]
    deliveries: tuple[DeliveryLine, ...]
    delivery_count: int
    state_counts: tuple[tuple[State, int], ...]
    timeline: tuple[TimelineLine, ...]
    delivery_state: State | None
    own_entry_uid: str | None
    inner_desks: tuple[InnerDesk, ...]
    may_receive: bool
    may_acknowledge: bool
    may_reissue: bool
    may_report: bool
    may_pass_inside: bool
    may_void: bool
    may_confirm_citation: bool


MOST_DELIVERIES = 100


def letter_card(actor: Actor, uid: str) -> LetterCard:
    """The card of a letter that the actor may see. Raises LetterNotFound."""
    letter = Letter.get_or_none(Letter.uid == uid)
    if letter is None or not sees_letter(actor, letter.id):
        raise LetterNotFound(uid=uid)
    sees_others = sees_all_of(actor, letter)
    receipts = _receipts(actor, letter.id, sees_others)
    delivery = Delivery.get_or_none(
        (Delivery.letter == letter.id) & (Delivery.to_unit == actor.unit_id)
    )
    own_entry = RegisterEntry.get_or_none(
        (RegisterEntry.letter == letter.id) & (RegisterEntry.unit == letter.registered_by_id)
    )
    is_ours = letter.is_issued_here and letter.issuer_id == actor.unit_id
    has_it = any(line.is_ours and not line.is_void for line in receipts)
    desks = _inner_desks(actor)
    children = _refs(Letter.conveys == letter.id)
    passed_on = any(True for child in children if child[1] == actor.unit_id)
    return LetterCard(
        uid=letter.uid,
        kind=letter.kind,
        is_circular=letter.is_circular,
        letter_number=letter.letter_number,
        printed_number=letter.printed_number,
        dated_on=letter.dated_on,
        issuer_text=letter.issuer_text,
        subject=letter.subject,
        addressee_text=letter.addressee_text,
        urgency=letter.urgency,
        secrecy=letter.secrecy,
        deliver_by=letter.deliver_by,
        body=letter.body,
        signatory_name=letter.signatory_name,
        signatory_position=letter.signatory_position,
        owner_section=letter.owner_section,
        contact=letter.contact,
        relay_phrase=letter.relay_phrase,
        is_issued_here=letter.is_issued_here,
        is_ours=is_ours,
        is_void=bool(is_ours and own_entry and own_entry.voided_at),
        conveys=_parent(letter),
        conveyed_by=tuple(
            ref for ref, issuer_id in children if sees_others or issuer_id == actor.unit_id
        ),
        citations=citations_of([letter.id]),
        duties=tuple(
            DutyLine(duty.point, duty.asks, duty.report_to, duty.due_on)
            for duty in Duty.select().where(Duty.letter == letter.id).order_by(Duty.id)
        ),
        receipts=receipts,
        files=_letter_files(letter.id),
        reports=_reports(actor, letter, sees_others),
        deliveries=_delivery_lines(letter.id) if sees_others else (),
        delivery_count=(
            Delivery.select().where(Delivery.letter == letter.id, ~Delivery.is_inner).count()
        ),
        state_counts=_state_counts(letter.id) if sees_others else (),
        timeline=timeline(actor, letter),
        delivery_state=None
        if delivery is None
        else state_of(delivery.status, passed_on=delivery.passed_on_at is not None),
        own_entry_uid=own_entry.uid if is_ours and own_entry else None,
        inner_desks=desks,
        may_receive=delivery is not None and not has_it and may(actor, Act.REGISTER_RECEIVED),
        may_acknowledge=(
            delivery is not None
            and delivery.acknowledged_at is None
            and may(actor, Act.ACKNOWLEDGE)
        ),
        may_reissue=(
            (has_it or delivery is not None)
            and not is_ours
            and not passed_on
            and letter.secrecy == Secrecy.NORMAL
            and may(actor, Act.ISSUE_LETTER)
        ),
        may_report=delivery is not None and may(actor, Act.REPORT),
        may_pass_inside=(has_it and bool(desks) and may(actor, Act.PASS_INSIDE)),
        may_void=(is_ours or has_it) and may(actor, Act.VOID_ENTRY),
        may_confirm_citation=may(actor, Act.CONFIRM_CITATION),
    )


def file_of_letter(actor: Actor, uid: str, sha256: str) -> tuple[FileLine, bytes]:
    """A file of a letter or of its reports, and its checked bytes.

    Raises LetterNotFound when the actor may not see it, FileDamaged when the bytes are wrong.
    """
    card = letter_card(actor, uid)
    offered = [*card.files, *(file for report in card.reports for file in report.files)]
    found = next((file for file in offered if file.sha256 == sha256), None)
    if found is None:
        raise LetterNotFound(uid=uid)
    return found, file_store.read(sha256)


def _parent(letter: Any) -> LetterRef | None:
    if letter.conveys_id is None:
        return None
    return _refs(Letter.id == letter.conveys_id)[0][0]


def _refs(condition: Any) -> list[tuple[LetterRef, int | None]]:
    query: Any = (
        Letter.select(
            Letter.uid, Letter.printed_number, Letter.dated_on, Letter.issuer_text, Letter.issuer
        )
        .where(condition)
        .order_by(Letter.id)
        .tuples()
    )
    return [(LetterRef(*row[:-1]), row[-1]) for row in query]


def _receipts(actor: Actor, letter_id: int, sees_others: bool) -> tuple[ReceiptLine, ...]:
    query: Any = (
        Receipt.select(
            Unit.registry_name,
            Unit.name_th,
            Receipt.printed_number,
            Receipt.printed_date,
            Receipt.received_on,
            Receipt.received_time,
            Receipt.channel,
            RegisterEntry.uid,
            RegisterEntry.voided_at,
            Receipt.unit,
        )
        .join(Unit, on=(Receipt.unit == Unit.id))
        .join_from(Receipt, RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(Receipt.letter == letter_id)
        .order_by(Receipt.received_on, Receipt.id)
    )
    if not sees_others:
        query = query.where(in_own_line(actor))
    return tuple(
        ReceiptLine(*(registry or name, *rest, voided_at is not None, unit_id == actor.unit_id))
        for registry, name, *rest, voided_at, unit_id in query.tuples()
    )


def _letter_files(letter_id: int) -> tuple[FileLine, ...]:
    query: Any = (
        LetterFile.select(
            LetterFile.file,
            LetterFile.name,
            LetterFile.role,
            StoredFile.media_type,
            StoredFile.size,
        )
        .join(StoredFile, on=(LetterFile.file == StoredFile.sha256))
        .where(LetterFile.letter == letter_id)
        .order_by(LetterFile.id)
        .tuples()
    )
    return tuple(FileLine(*row) for row in query)


def _reports(actor: Actor, letter: Any, sees_others: bool) -> tuple[ReportLine, ...]:
    query: Any = (
        Report.select(Report, Unit)
        .join(Unit, on=(Report.unit == Unit.id))
        .where(Report.letter == letter.id)
        .order_by(Report.id)
    )
    if not sees_others:
        query = query.where(Report.unit == actor.unit_id)
    return tuple(
        ReportLine(
            report.uid,
            report.unit.name_th,
            report.answer,
            report.text,
            report.submitted_at,
            report.submitted_by,
            _report_files(report.id),
        )
        for report in query
    )


def _report_files(report_id: int) -> tuple[FileLine, ...]:
    query: Any = (
        ReportFile.select(ReportFile.file, ReportFile.name, StoredFile.media_type, StoredFile.size)
        .join(StoredFile, on=(ReportFile.file == StoredFile.sha256))
        .where(ReportFile.report == report_id)
        .order_by(ReportFile.id)
        .tuples()
    )
    return tuple(
        FileLine(sha256, name, "evidence", kind, size) for sha256, name, kind, size in query
    )


def _delivery_lines(letter_id: int) -> tuple[DeliveryLine, ...]:
    query: Any = (
        Delivery.select(Delivery, Unit)
        .join(Unit, on=(Delivery.to_unit == Unit.id))
        .where(Delivery.letter == letter_id, ~Delivery.is_inner)
        .order_by(Delivery.status, Unit.dopa_code, Unit.id)
        .limit(MOST_DELIVERIES)
    )
    return tuple(
        DeliveryLine(
            delivery.to_unit.uid,
            delivery.to_unit.name_th,
            state_of(delivery.status, passed_on=delivery.passed_on_at is not None),
            delivery.dispatched_at,
            delivery.acknowledged_at,
            delivery.acknowledged_by,
        )
        for delivery in query
    )


def _state_counts(letter_id: int) -> tuple[tuple[State, int], ...]:
    counts: dict[State, int] = {}
    query: Any = Delivery.select(Delivery.status, Delivery.passed_on_at).where(
        Delivery.letter == letter_id, ~Delivery.is_inner
    )
    for status, passed_on_at in query.tuples():
        state = state_of(status, passed_on=passed_on_at is not None)
        counts[state] = counts.get(state, 0) + 1
    return tuple((state, counts[state]) for state in State if state in counts)


def _inner_desks(actor: Actor) -> tuple[InnerDesk, ...]:
    query: Any = (
        Unit.select(Unit.uid, Unit.name_th)
        .where(
            Unit.parent == actor.unit_id,
            Unit.kind.in_([*INNER_KINDS, "provincial_office"]),
            Unit.valid_to.is_null(),
        )
        .order_by(Unit.id)
        .tuples()
    )
    return tuple(InnerDesk(*row) for row in query)
