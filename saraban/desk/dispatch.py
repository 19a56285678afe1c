"""Sending: our own letter gets its number, and a set of units frozen with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.desk._conveying import enclosed_besides, refuse_circle, refuse_later_dates
from saraban.desk._deliveries import locked_delivery, mark, refuse_over
from saraban.desk._handling import tell_answered
from saraban.desk._letter_numbers import (
    THE_NEXT,
    NumberChoice,
    refuse_second_letter,
    take_letter_number,
    write_line,
)
from saraban.desk._letters import add_letter, checked
from saraban.desk._relays import close_relays
from saraban.desk._sketches import add_sketch
from saraban.desk.drafts import LetterDraft
from saraban.desk.filing import NewFile, add_to_letter, keep_bytes, tie_to_letter
from saraban.errors import (
    AlreadyReissued,
    MissingField,
    NoAddressees,
    OwnLetterConveyed,
    UnitClosed,
    UnitNotFound,
)
from saraban.queries.addressees import unit_ids_of_phrase
from saraban.queries.one_letter import rows_of_one
from saraban.queries.relay_duties import standing_reissue
from saraban.queries.unit_groups import list_id
from saraban.records import Delivery, Dispatch, Letter, Unit, UnitSet, unit_sets
from saraban.records.database import write_transaction
from saraban.records.id_sets import among
from saraban.rules.days import day_of
from saraban.rules.deliveries import Status, Step
from saraban.rules.fingerprint import sketch_of
from saraban.rules.letter_number import compose, parse_letter_number
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.registers import Channel
from saraban.thai.text import clean_line

__all__ = ["Addressees", "Issued", "NumberChoice", "issue"]


@dataclass(frozen=True)
class Addressees:
    """Who a letter goes to: a phrase read on the letter's date, units named, or both.

    unit_ids were chosen one by one. list_uid is the list that a phrase "(ตามบัญชีแนบ)" means, one
    of the unit's own; its file goes with the letter. channel says how: by the system it is with
    units that work here at once, by post (or any other way) it has arrived only when the receiver
    says so.
    """

    phrase: str = ""
    unit_ids: tuple[int, ...] = ()
    channel: str = Channel.SYSTEM
    list_uid: str | None = None


@dataclass(frozen=True)
class Issued:
    """A letter of ours with its number; unit_count is the frozen denominator."""

    letter_uid: str
    printed_number: str
    running_number: int
    unit_count: int


def issue(
    *,
    actor: Actor,
    at: datetime,
    draft: LetterDraft,
    code_letters: str,
    owner_number: str,
    is_circular: bool,
    addressees: Addressees,
    conveys_uid: str | None = None,
    files: Sequence[NewFile] = (),
    as_printed: str = "",
    numbered: NumberChoice = THE_NEXT,
) -> Issued:
    """Number our own letter and send it, in one act; a re-issue when it conveys another.

    as_printed is what the signed copy shows where it differs from the register (a slip of the
    pen is evidence): kept beside the number. The addressee set is worked out for the letter's
    date and frozen. numbered says which number, where it is not the next of the usual book; a
    letter that was numbered on paper may have gone to nobody here. Raises Refused, MissingField,
    UnreadablePhrase, ListNeeded, UnitClosed, NoAddressees, AlreadyReissued, OwnLetterConveyed,
    CircularComesBack, LaterThanParent,
    LetterNotFound, DeliveryRecalled, DeliverySentBack, the refusals of its number
    (`_letter_numbers`), and those of a letter's own fields.
    Source: Rule of 2526, clauses 32 and 41 to 43.
    """
    require(actor, Act.ISSUE_LETTER)
    draft = checked(draft, today=day_of(at), has_files=bool(files))
    if draft.dated_on is None:
        raise MissingField(field="dated_on")
    if not owner_number.strip():
        raise MissingField(field="owner_number")
    parent = _access.letter(actor, Act.ISSUE_LETTER, uid=conveys_uid) if conveys_uid else None
    if parent is not None and _is_own(parent.id, actor.unit_id):
        raise OwnLetterConveyed()
    set_id = list_id(actor, addressees.list_uid)
    chosen = _chosen_units(
        actor, addressees, draft.dated_on, set_id, may_be_none=numbered.paper_number is not None
    )
    kept = keep_bytes(files)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        taken = take_letter_number(
            ledger, numbered, dated_on=draft.dated_on, is_circular=is_circular
        )
        brought = None
        if parent is not None:
            # After the number: of two who re-issue at once the second waits there, and then sees.
            brought = locked_delivery(parent.id, actor.unit_id)
            if brought is not None:
                refuse_over(brought)
            _refuse_second_reissue(parent.id, actor.unit_id)
            refuse_circle(parent.id, actor.unit_id)
            refuse_later_dates(draft, parent)
        number = compose(code_letters, owner_number, is_circular, taken.number)
        refuse_second_letter(ledger, letter_number=number.key, be_year=taken.be_year)
        printed = clean_line(as_printed) or number.thai
        unit = Unit.get_by_id(actor.unit_id)
        letter_id, uid = add_letter(
            ledger,
            draft,
            letter_number=number.key,
            printed_number=printed,
            printed_key=parse_letter_number(printed).key,
            is_circular=is_circular,
            issuer_id=actor.unit_id,
            issuer_text=unit.name_th,
            registered_by=actor.unit_id,
            is_issued_here=True,
            conveys=parent,
        )
        add_to_letter(ledger, letter_id=letter_id, unit_id=actor.unit_id, kept=kept)
        if draft.secrecy == Secrecy.NORMAL:
            _enclose_list(ledger, letter_id, set_id, kept)
            add_sketch(letter_id, sketch_of(_text_of(draft, unit.name_th)))
        write_line(ledger, taken, letter_id=letter_id, dated_on=draft.dated_on)
        tell_answered(
            ledger,
            letter_id,
            number=printed,
            dated_on=draft.dated_on,
            conveys_id=None if parent is None else parent.id,
        )
        root_id = letter_id if parent is None else (parent.root_id or parent.id)
        if chosen:
            _fan_out(
                ledger,
                letter_id=letter_id,
                root_id=root_id,
                addressees=addressees,
                set_id=set_id,
                to_units=chosen,
            )
        if brought is not None:
            mark(ledger, brought, Step.PASSED_ON, at)
        if parent is not None:
            # What goes along with it is passed on as well, though the cascade is its origin's.
            further = enclosed_besides(letter_id, parent.id)
            close_relays(ledger, [parent.id, *further], done_letter_id=letter_id)
        ledger.record(
            "reissue" if parent is not None else "issue",
            subject=uid,
            number=number.key,
            register=taken.register,
            is_from_paper=taken.is_from_paper,
            unit_count=len(chosen),
            conveys=None if parent is None else parent.uid,
        )
    return Issued(uid, printed, taken.number, len(chosen))


def _chosen_units(
    actor: Actor, addressees: Addressees, on: date, set_id: int | None, *, may_be_none: bool
) -> list[int]:
    """Unit ids in one order without doubles, none of them the sender.

    NoAddressees if empty, unless that may be.
    """
    chosen = dict.fromkeys(addressees.unit_ids)
    if addressees.phrase.strip() or set_id is not None:
        sender = Unit.get_by_id(actor.unit_id)
        chosen |= dict.fromkeys(
            unit_ids_of_phrase(addressees.phrase, sender=sender, on=on, set_id=set_id)
        )
    chosen.pop(actor.unit_id, None)
    if not chosen and not may_be_none:
        raise NoAddressees(field="addressees")
    _refuse_strangers(set(addressees.unit_ids), on)
    return list(chosen)


def _refuse_strangers(named: set[int], on: date) -> None:
    """Units chosen one by one must exist on the letter's day, as those of a phrase do."""
    found = list(Unit.select(Unit.id, Unit.name_th, Unit.valid_to).where(among(Unit.id, named)))
    if len(found) != len(named):
        raise UnitNotFound(field="addressees")
    closed = next((unit for unit in found if unit.valid_to and unit.valid_to <= on), None)
    if closed is not None:
        raise UnitClosed(field="addressees", unit=closed.name_th)


def _enclose_list(
    ledger: Ledger, letter_id: int, set_id: int | None, kept: dict[str, NewFile]
) -> None:
    """The list that tells the addressees goes with the letter, as it came."""
    told = None if set_id is None else UnitSet.get_by_id(set_id)
    if told is not None and told.file_id is not None and told.file_id not in kept:
        tie_to_letter(
            ledger,
            letter_id=letter_id,
            unit_id=ledger.unit_id,
            sha256=told.file_id,
            name=told.name,
            role="enclosure",
        )


def _is_own(letter_id: int, unit_id: int) -> bool:
    """Whether the unit issued the letter, or a row that was declared one letter with it."""
    issued = Letter.select().where(
        Letter.id.in_(rows_of_one(letter_id)), Letter.is_issued_here, Letter.issuer == unit_id
    )
    return bool(issued.exists())


def _refuse_second_reissue(parent_id: int, unit_id: int) -> None:
    earlier = standing_reissue(parent_id, unit_id)
    if earlier is not None:
        raise AlreadyReissued(number=earlier.printed_number)


def _fan_out(
    ledger: Ledger,
    *,
    letter_id: int,
    root_id: int,
    addressees: Addressees,
    set_id: int | None,
    to_units: list[int],
) -> None:
    """One delivery a unit by INSERT … SELECT; units that work here have it at once."""
    ledger.insert(
        Dispatch,
        letter=letter_id,
        unit=ledger.unit_id,
        phrase=clean_line(addressees.phrase),
        unit_count=len(to_units),
        picked_count=len(set(addressees.unit_ids)),
        unit_set=set_id,
        dispatched_at=ledger.at,
    )
    for is_here in (True, False):
        has_it = is_here and addressees.channel == Channel.SYSTEM
        common = {
            "letter_id": letter_id,
            "root_id": root_id,
            "from_unit_id": ledger.unit_id,
            "channel": str(addressees.channel),
            "is_inner": False,
            "status": int(Status.DELIVERED if has_it else Status.SENT),
            "dispatched_at": ledger.at_text,
            "delivered_at": ledger.at_text if has_it else None,
        }
        made = unit_sets.insert_for_each(Delivery, common, to_units, is_here=is_here)
        if made:
            told = ("id", "to_unit_id", "province_id")
            ledger.note(Delivery, None, common, for_each=told, values=made)


def _text_of(draft: LetterDraft, issuer: str) -> str:
    """What a scan of the printed letter would show, near enough to know it again."""
    lines = (
        issuer, draft.subject, draft.addressee_text, *(one.text for one in draft.citations),
        draft.body, draft.signatory_name, draft.signatory_position, draft.owner_section,
        draft.contact,
    )  # fmt: skip
    return "\n".join(lines)
