"""Writing on a received letter: propose, comment, order, take note; taken back by a further note.

An order names desks; those inside the unit get the letter in the same transaction, by the same
way as a letter that is passed inside.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.desk._awaiting import keep_standing
from saraban.desk._deliveries import pass_to_desk
from saraban.desk._endorsing import (
    ChosenDesk,
    author_of,
    checked_text,
    chosen_desks,
    locked_receipt,
    note_count,
)
from saraban.errors import (
    AlreadyFinished,
    AlreadyWithdrawn,
    EndorsedMeanwhile,
    EndorsementNotFound,
    InvalidInput,
    MissingField,
    OrderNotFound,
    Refused,
    SecretContentRefused,
    TextTooLong,
)
from saraban.queries.holders import order_persons
from saraban.records import Endorsement, Letter, OrderedDesk
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.days import day_of
from saraban.rules.endorsements import ACT_OF_KIND, EndorsementKind, may_withdraw
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, Actor, may, require, who_may
from saraban.thai.dates import format_medium
from saraban.thai.text import clean_line

LONGEST_WORDS = 500


@dataclass(frozen=True)
class DeskNamed:
    """Whom a note names: a desk by its unit, or one person at the unit they work for."""

    unit_uid: str = ""
    person_uid: str = ""


@dataclass(frozen=True)
class Assignment:
    """Who shall act: one responsible desk, any others, and the day by which."""

    responsible: DeskNamed | None = None
    others: tuple[DeskNamed, ...] = ()
    due_on: date | None = None


def endorse(
    *,
    actor: Actor,
    at: datetime,
    letter_uid: str,
    kind: str,
    text: str,
    assignment: Assignment | None = None,
    seen_count: int | None = None,
) -> str:
    """Write a note on the unit's receipt of a letter; its uid.

    An order gives the letter to the desks that it names, a proposal only names them. seen_count
    is how many notes the writer had before their eyes: with fewer than there are the note is not
    written. Raises LetterNotFound, Refused, NotYetReceived, EndorsedMeanwhile, UnitNotFound,
    PersonNotFound, SecretContentRefused, and refusals of the fields.
    Source: Rule of 2526, clause 39, and clause 26 as amended 2564 (a name typed in the system
    stands for the signature).
    """
    if kind not in ACT_OF_KIND:
        raise InvalidInput(field="kind")
    chosen_kind = EndorsementKind(kind)
    letter = _access.letter(actor, ACT_OF_KIND[chosen_kind], uid=letter_uid)
    if letter.secrecy != Secrecy.NORMAL:
        raise SecretContentRefused()
    words = checked_text(text)
    desks = _named_desks(actor, chosen_kind, assignment, at)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        receipt = locked_receipt(letter.id, actor.unit_id)
        if seen_count is not None and note_count(letter.id, actor.unit_id) != seen_count:
            raise EndorsedMeanwhile()
        is_decision = chosen_kind is EndorsementKind.ORDER or (
            chosen_kind is EndorsementKind.NOTE and may(actor, Act.ORDER)
        )
        endorsement_id, uid = _insert(
            ledger, receipt, kind=chosen_kind, text=words, is_decision=is_decision
        )
        for desk in desks:
            ledger.insert(
                OrderedDesk,
                endorsement=endorsement_id,
                unit=desk.unit.id,
                person=desk.person_id,
                is_responsible=desk.is_responsible,
                due_on=assignment.due_on if assignment else None,
            )
            if chosen_kind is EndorsementKind.ORDER and desk.unit.id != actor.unit_id:
                pass_to_desk(ledger, letter, desk.unit)
        keep_standing(receipt)
        ledger.record(
            chosen_kind.value,
            subject=letter.uid,
            text=words,
            desks=[desk.name for desk in desks],
        )
    return uid


def withdraw(*, actor: Actor, at: datetime, endorsement_uid: str, reason: str) -> str:
    """Take a note back by a further one, with the reason; the uid of that one.

    Its writer may, and who may order at the unit. A desk that was given the letter keeps it, and
    owes nothing for the order any more. Raises EndorsementNotFound, Refused, MissingField,
    AlreadyWithdrawn.
    """
    found = Endorsement.get_or_none(
        (Endorsement.uid == endorsement_uid) & (Endorsement.unit == actor.unit_id)
    )
    if found is None or found.kind == EndorsementKind.WITHDRAW:
        raise EndorsementNotFound(uid=endorsement_uid)
    if not may_withdraw(actor, found.author_id):
        raise Refused(act=Act.ORDER.value, who_may=who_may(Act.ORDER))
    if not clean_line(reason):
        raise MissingField(field="reason")
    words = checked_text(reason, field="reason")
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        receipt = locked_receipt(found.letter_id, actor.unit_id, receipt_id=found.receipt_id)
        if Endorsement.select().where(Endorsement.withdraws == found.id).exists():
            raise AlreadyWithdrawn()
        _, uid = _insert(
            ledger, receipt, kind=EndorsementKind.WITHDRAW, text=words, withdraws=found.id
        )
        keep_standing(receipt)
        ledger.record(
            "withdraw_endorsement",
            subject=Letter.get_by_id(found.letter_id).uid,
            withdrawn=found.uid,
            reason=words,
        )
    return uid


def finish_order(*, actor: Actor, at: datetime, ordered_id: int, words: str = "") -> None:
    """Say that what was ordered to the actor's desk is done, with a line about it.

    Raises OrderNotFound (another desk's, or withdrawn), Refused, AlreadyFinished, TextTooLong.
    """
    require(actor, Act.FINISH_ORDER)
    said = clean_line(words)
    if len(said) > LONGEST_WORDS:
        raise TextTooLong(field="words", most=LONGEST_WORDS)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        found = locked(OrderedDesk.select().where(OrderedDesk.id == ordered_id)).first()
        if found is None or not _is_of(actor, found):
            raise OrderNotFound()
        order = Endorsement.get_by_id(found.endorsement_id)
        withdrawn = Endorsement.select().where(Endorsement.withdraws == order.id).exists()
        if order.kind != EndorsementKind.ORDER or withdrawn:
            raise OrderNotFound()
        if found.done_at is not None:
            when = format_medium(found.done_at.astimezone(at.tzinfo).date())
            raise AlreadyFinished(when=when)
        ledger.update(OrderedDesk, found.id, done_at=at, done_by=actor.name, done_words=said)
        ledger.record("finish_order", subject=Letter.get_by_id(order.letter_id).uid, words=said)


def _is_of(actor: Actor, ordered: Any) -> bool:
    """Whether it was ordered to the actor: to their unit's desk, or to them in person."""
    if ordered.unit_id != actor.unit_id:
        return False
    if ordered.person_id is None:
        return True
    handed = order_persons([ordered.id]).get(ordered.id)
    return actor.person_id == (ordered.person_id if handed is None else handed[0])


def _named_desks(
    actor: Actor, kind: EndorsementKind, assignment: Assignment | None, at: datetime
) -> Sequence[ChosenDesk]:
    """The desks of an order or a proposal, checked; a comment or a note names none."""
    if assignment is None:
        return ()
    named = [assignment.responsible] if assignment.responsible else []
    named += assignment.others
    if kind not in (EndorsementKind.ORDER, EndorsementKind.PROPOSE):
        if named or assignment.due_on:
            raise InvalidInput(field="responsible")
        return ()
    if assignment.others and assignment.responsible is None:
        raise MissingField(field="responsible")
    if assignment.due_on is not None:
        if not named:
            raise MissingField(field="responsible")
        if assignment.due_on < day_of(at):
            raise InvalidInput(field="due_on")
    return chosen_desks(actor, [(one.unit_uid, one.person_uid) for one in named], on=day_of(at))


def _insert(ledger: Ledger, receipt: Any, **values: Any) -> tuple[int, str]:
    """The row of a note with its writer; (id, uid)."""
    uid = new_uid()
    author = author_of(ledger.actor, on=day_of(ledger.at))
    acting = ledger.actor.acting
    endorsement_id = ledger.insert(
        Endorsement,
        uid=uid,
        receipt=receipt.id,
        letter=receipt.letter_id,
        unit=receipt.unit_id,
        author=ledger.actor.person_id,
        author_name=author.name,
        author_post=author.post,
        acting_manner=author.manner,
        acting_post=author.acting_post,
        acting_for=acting.principal_id if acting else None,
        at=ledger.at,
        **values,
    )
    return int(endorsement_id), uid
