"""Everything one page needs to know about one letter."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.errors import LetterNotFound
from saraban.queries.arrivals import ArrivalLine, arrivals_here
from saraban.queries.citations import CitationLine, citations_of, in_sight
from saraban.queries.delivery_ends import EndLine, standing_end
from saraban.queries.endorsements import LetterNotes, notes_on
from saraban.queries.letter_files import FileLine, files_of, files_of_arrivals
from saraban.queries.letter_lines import (
    DeliveryLine,
    DutyLine,
    InnerDesk,
    IssuedLine,
    ReceiptLine,
    ReportLine,
    counts_by_state,
    deliveries_of,
    desks_inside,
    issued_lines_of,
    receipts_of,
    reports_of,
)
from saraban.queries.letter_refs import (
    LetterRef,
    letter_refs,
    letters_that_cite,
    letters_that_convey,
)
from saraban.queries.one_letter import delivery_here
from saraban.queries.relay_duties import standing_reissue
from saraban.queries.rows_in_sight import rows_in_sight
from saraban.queries.timeline import timeline
from saraban.queries.timeline_line import TimelineLine
from saraban.queries.visibility import sees_letter
from saraban.records import (
    Delivery,
    Duty,
    Letter,
    Receipt,
    RegisterEntry,
    file_store,
)
from saraban.rules.deliveries import State, Step, is_over, state_of
from saraban.rules.delivery_ends import way_back
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, Actor, may
from saraban.thai.text import search_key


@dataclass(frozen=True)
class LetterCard:
    """The letter's page. A secret letter has an empty subject and body and no files.

    delivery_state is the state of the delivery to the actor's own unit, null when it has none,
    delivery_end why it ended and sends_back how the actor may send it back: refuse or return it;
    state_counts counts the deliveries of the letter by state, inner ones left out.
    own_entry_uid names the line of the actor's own send or circular book that gave the number.
    arrivals are the comings of the letter to the actor's own desk, the first one first.
    What happened to rows that were declared one letter with this one is told as its own;
    noted_uid is the row that the actor's desk has numbered and writes its notes on.
    The may_… flags say which acts the page offers.
    """

    uid: str
    kind: str
    is_circular: bool
    letter_number: str | None
    printed_number: str | None
    dated_on: date | None
    issuer_uid: str | None
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
    cited_by: tuple[LetterRef, ...]
    receipts: tuple[ReceiptLine, ...]
    issued: tuple[IssuedLine, ...]
    notes: LetterNotes
    noted_uid: str
    files: tuple[FileLine, ...]
    arrivals: tuple[ArrivalLine, ...]
    reports: tuple[ReportLine, ...]
    deliveries: tuple[DeliveryLine, ...]
    delivery_count: int
    state_counts: tuple[tuple[State, int], ...]
    timeline: tuple[TimelineLine, ...]
    delivery_state: State | None
    delivery_end: EndLine | None
    sends_back: Step | None
    own_entry_uid: str | None
    inner_desks: tuple[InnerDesk, ...]
    may_receive: bool
    may_acknowledge: bool
    may_reissue: bool
    may_report: bool
    may_pass_inside: bool
    may_note_arrival: bool
    may_void: bool
    may_confirm_citation: bool


def letter_card(actor: Actor, uid: str) -> LetterCard:
    """The card of a letter that the actor may see. Raises LetterNotFound."""
    letter = Letter.get_or_none(Letter.uid == uid)
    if letter is None or not sees_letter(actor, letter.id):
        raise LetterNotFound(uid=uid)
    rows, sees_others = rows_in_sight(actor, letter)
    ids = [row.id for row in rows]
    receipts = receipts_of(actor, ids, sees_others)
    delivery = delivery_here(letter.id, actor.unit_id)
    own_entry = RegisterEntry.get_or_none(
        (RegisterEntry.letter == letter.id) & (RegisterEntry.unit == letter.registered_by_id)
    )
    is_open = delivery is not None and not is_over(delivery.status)
    is_ours = letter.is_issued_here and letter.issuer_id == actor.unit_id
    has_it = any(line.is_ours and not line.is_void for line in receipts)
    desks = desks_inside(actor)
    children = letters_that_convey(actor, ids)
    passing_on = {child.uid for child, _ in children}
    noted = _row_with_number(actor, rows)
    notes = notes_on(actor, noted)
    passed_on = standing_reissue(letter.id, actor.unit_id) is not None
    return LetterCard(
        uid=letter.uid,
        kind=letter.kind,
        is_circular=letter.is_circular,
        letter_number=letter.letter_number,
        printed_number=letter.printed_number,
        dated_on=letter.dated_on,
        issuer_uid=None if letter.issuer is None else letter.issuer.uid,
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
        citations=in_sight(actor, citations_of([letter.id])),
        duties=_duties_once(ids),
        cited_by=tuple(ref for ref in letters_that_cite(actor, ids) if ref.uid not in passing_on),
        receipts=receipts,
        issued=issued_lines_of(actor, ids),
        notes=notes,
        noted_uid=noted.uid,
        files=(*files_of(ids), *files_of_arrivals(actor, ids)),
        arrivals=arrivals_here(actor, ids),
        reports=reports_of(actor, ids, sees_others),
        deliveries=deliveries_of(ids) if sees_others else (),
        delivery_count=(
            Delivery.select().where(Delivery.letter.in_(ids), ~Delivery.is_inner).count()
        ),
        state_counts=counts_by_state(ids) if sees_others else (),
        timeline=timeline(actor, letter, notes.lines),
        delivery_state=None
        if delivery is None
        else state_of(delivery.status, passed_on=delivery.passed_on_at is not None),
        delivery_end=None if delivery is None else standing_end(delivery),
        sends_back=way_back(delivery.status, is_passed_on=delivery.passed_on_at is not None)
        if delivery is not None and may(actor, Act.SEND_BACK)
        else None,
        own_entry_uid=own_entry.uid if is_ours and own_entry else None,
        inner_desks=desks,
        may_receive=is_open and not has_it and may(actor, Act.REGISTER_RECEIVED),
        may_acknowledge=(
            is_open and delivery.acknowledged_at is None and may(actor, Act.ACKNOWLEDGE)
        ),
        may_reissue=(
            (has_it or is_open)
            and (delivery is None or is_open)
            and not is_ours
            and not passed_on
            and letter.secrecy == Secrecy.NORMAL
            and may(actor, Act.ISSUE_LETTER)
        ),
        may_report=is_open and may(actor, Act.REPORT),
        may_pass_inside=(has_it and bool(desks) and may(actor, Act.PASS_INSIDE)),
        may_note_arrival=(
            (has_it or delivery is not None) and not is_ours and may(actor, Act.REGISTER_RECEIVED)
        ),
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


def report_with_file(actor: Actor, uid: str, sha256: str) -> str | None:
    """The report of a letter that these bytes are evidence of; None where they are the letter's.

    Raises LetterNotFound when the actor may not see it.
    """
    card = letter_card(actor, uid)
    if any(file.sha256 == sha256 for file in card.files):
        return None
    return next(
        (
            report.uid
            for report in card.reports
            if any(file.sha256 == sha256 for file in report.files)
        ),
        None,
    )


def _row_with_number(actor: Actor, rows: list[Any]) -> Any:
    """The row that the actor's desk gave a number that stands; the first without any."""
    numbered: Any = (
        Receipt.select(Receipt.letter)
        .join(RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(
            Receipt.letter.in_([row.id for row in rows]),
            Receipt.unit == actor.unit_id,
            RegisterEntry.voided_at.is_null(),
        )
        .tuples()
    )
    found = {letter_id for (letter_id,) in numbered}
    return next((row for row in rows if row.id in found), rows[0])


def _duties_once(letter_ids: list[int]) -> tuple[DutyLine, ...]:
    """What is asked, each point once, however many of the rows were registered with it."""
    lines: dict[str, DutyLine] = {}
    query: Any = Duty.select().where(Duty.letter.in_(letter_ids)).order_by(Duty.id)
    for duty in sorted(query, key=lambda duty: letter_ids.index(duty.letter_id)):
        line = DutyLine(duty.point, duty.asks, duty.report_to, duty.due_on, duty.late_reason)
        lines.setdefault(search_key(duty.point + duty.asks), line)
    return tuple(lines.values())


def _parent(letter: Any) -> LetterRef | None:
    if letter.conveys_id is None:
        return None
    return letter_refs(Letter.id == letter.conveys_id)[0][0]
