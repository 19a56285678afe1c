"""Two rows are one letter: declared by a registry that registered one of them, and reversible.

No row is rewritten: queries follow what stands (queries.one_letter). What a desk numbered stays
numbered. A letter that came on paper first and in the system later is the usual case: then the
delivery is marked as received by the number given on paper, so that its sender sees it.
"""

from datetime import datetime
from typing import Any

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.desk._deliveries import mark, unmark
from saraban.desk._due_by_receipt import begin_due_days
from saraban.desk._letters import refuse_longer
from saraban.desk._relays import begin_relay, close_relays, reopen_after_parting
from saraban.errors import (
    AlreadyOneLetter,
    LetterNotFound,
    MergeAlreadyUndone,
    MergeMakesLoop,
    MergeNotFound,
    MissingField,
    NotRegisteredHere,
)
from saraban.queries.conveyed import came_on
from saraban.queries.known_letter import standing_number
from saraban.queries.one_letter import head_of, passes_on, rows_of_one
from saraban.queries.relay_duties import standing_reissue
from saraban.queries.same_letter import is_exact_twin
from saraban.queries.visibility import sees_letter
from saraban.records import Delivery, Letter, LetterMerge, MergeMark, Receipt, RegisterEntry
from saraban.records.database import locked, locked_lightly, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.days import day_of
from saraban.rules.deliveries import Status, Step
from saraban.rules.merging import MergeFacts, check_merge
from saraban.rules.permissions import Act, Actor, require
from saraban.thai.text import clean_line


def merge_letters(
    *, actor: Actor, at: datetime, letter_uid: str, other_uid: str, reason: str = ""
) -> str:
    """Declare two rows one letter; the merge's uid.

    The row that stands for both is the one that was issued here, else the older one. reason is
    asked for where number or day differ. Raises LetterNotFound for one that the actor neither
    sees nor has the very same of; Refused, NotRegisteredHere, AlreadyOneLetter, BothIssuedHere,
    SecretAndOpen, MergeMakesLoop, MergeNeedsReason, TextTooLong.
    """
    letter = _access.letter(actor, Act.MERGE_LETTERS, uid=letter_uid)
    other = Letter.get_or_none(Letter.uid == other_uid)
    if other is None or not (sees_letter(actor, other.id) or is_exact_twin(letter, other)):
        raise LetterNotFound(uid=other_uid)
    reason = clean_line(reason)
    refuse_longer(LetterMerge.reason, reason, field="reason")
    with write_transaction():
        kept, merged = _heads_held(letter.id, other.id)
        if not any(_has_registered(actor, rows_of_one(one.id)) for one in (kept, merged)):
            raise NotRegisteredHere()
        check_merge(_facts(letter), _facts(other), reason=reason)
        if passes_on(kept.id, merged.id) or passes_on(merged.id, kept.id):
            raise MergeMakesLoop()
        ledger = Ledger(actor=actor, at=at)
        uid = new_uid()
        merge_id = ledger.insert(
            LetterMerge,
            uid=uid,
            kept=kept.id,
            merged=merged.id,
            unit=actor.unit_id,
            reason=reason,
            merged_at=at,
            merged_by=actor.name,
        )
        number = _mark_received(ledger, merge_id, kept.id)
        _mark_passed_on(ledger, merge_id, kept.id)
        ledger.record(
            "merge_letters",
            subject=kept.uid,
            merged=merged.uid,
            reason=reason,
            receipt_number=number,
        )
    return uid


def undo_merge(*, actor: Actor, at: datetime, merge_uid: str, reason: str) -> None:
    """Take a merge back: two letters again, as they were; the merge stays, with the reason.

    What the act itself marked on a delivery is cleared; what somebody did while the two were one
    stays where it was done. Raises MissingField, MergeNotFound for one whose letters the actor
    does not see, Refused, NotRegisteredHere, MergeAlreadyUndone.
    """
    require(actor, Act.MERGE_LETTERS)
    reason = clean_line(reason)
    if not reason:
        raise MissingField(field="reason")
    refuse_longer(LetterMerge.undone_reason, reason, field="reason")
    with write_transaction():
        merge = locked(LetterMerge.select().where(LetterMerge.uid == merge_uid)).first()
        if merge is None or not (
            sees_letter(actor, merge.kept_id) or sees_letter(actor, merge.merged_id)
        ):
            raise MergeNotFound(uid=merge_uid)
        if merge.undone_at is not None:
            raise MergeAlreadyUndone()
        if not _has_registered(actor, rows_of_one(merge.kept_id)):
            raise NotRegisteredHere()
        ledger = Ledger(actor=actor, at=at)
        _clear_marks(ledger, merge.id)
        ledger.update(
            LetterMerge, merge.id, undone_at=at, undone_by=actor.name, undone_reason=reason
        )
        reopen_after_parting(ledger, unit_id=merge.unit_id, merged_at=merge.merged_at)
        ledger.record("undo_merge", subject=merge.kept.uid, merged=merge.merged.uid, reason=reason)


class _HeadsMoved(Exception):
    """Somebody merged one of the rows while we waited for it."""


def _heads_held(letter_id: int, other_id: int) -> tuple[Any, Any]:
    """The rows that stand for the two, held: the one to keep first. Raises AlreadyOneLetter.

    Held in the order of their ids, and looked up again once they are: of two people who merge
    at once the second sees what the first one made of it, and nobody makes a ring.
    """
    while True:
        heads = _heads(letter_id, other_id)
        if len(heads) == 1:
            raise AlreadyOneLetter()
        try:
            # A savepoint, to let go of rows that turn out not to be the heads: whoever kept them
            # and then asked for a lower id would wait for one who waits for them.
            with write_transaction():
                for head in heads:
                    locked_lightly(Letter.select(Letter.id).where(Letter.id == head)).get()
                if _heads(letter_id, other_id) != heads:
                    raise _HeadsMoved
            break
        except _HeadsMoved:
            continue
    one, other = Letter.select().where(Letter.id.in_(heads)).order_by(Letter.id)
    return (other, one) if _is_issued_here(other.id) else (one, other)


def _heads(letter_id: int, other_id: int) -> list[int]:
    return sorted({head_of(letter_id), head_of(other_id)})


def _is_issued_here(head_id: int) -> bool:
    return any(row.is_issued_here for row in _rows(head_id))


def _rows(head_id: int) -> list[Any]:
    return list(Letter.select().where(Letter.id.in_(rows_of_one(head_id))).order_by(Letter.id))


def _facts(letter: Any) -> MergeFacts:
    return MergeFacts(
        letter.printed_key, letter.dated_on, letter.secrecy, _is_issued_here(head_of(letter.id))
    )


def _has_registered(actor: Actor, letter_ids: tuple[int, ...]) -> bool:
    """Whether the actor's registry entered one of the rows, or has given one of them a number."""
    entered = Letter.select().where(
        Letter.id.in_(letter_ids), Letter.registered_by == actor.unit_id
    )
    return bool(entered.exists()) or standing_number(letter_ids[0], actor.unit_id) is not None


def _mark_received(ledger: Ledger, merge_id: int, letter_id: int) -> int | None:
    """Let deliveries say that their unit has the letter, where it has given any row a number.

    The acting unit's number, or None. Marked is the moment of saying so: the paper may have come
    before the letter was sent here, and a delivery does not arrive before it leaves. Mostly it is
    the acting unit's delivery; others that numbered the same row can receive it no second time,
    and so would have it on their desks for ever.
    """
    for delivery in _held(_numbered_on_paper(letter_id)):
        for step in (Step.DELIVERED, Step.RECEIVED):
            _mark(ledger, merge_id, delivery, step)
        begin_relay(
            ledger,
            letter_id=delivery.letter_id,
            delivery=delivery,
            began_on=day_of(ledger.at),
        )
        begin_due_days(
            ledger,
            letter_id=delivery.letter_id,
            delivery=delivery,
            began_on=came_on(letter_id, [delivery.to_unit_id])[delivery.to_unit_id],
        )
    return standing_number(letter_id, ledger.unit_id)


def _numbered_on_paper(letter_id: int) -> list[int]:
    """The ids of deliveries not received yet whose unit has a number for one of the rows."""
    rows = rows_of_one(letter_id)
    found: Any = (
        Delivery.select(Delivery.id)
        .join(Receipt, on=((Receipt.unit == Delivery.to_unit) & Receipt.letter.in_(rows)))
        .join(RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(
            Delivery.letter.in_(rows),
            Delivery.received_at.is_null(),
            RegisterEntry.voided_at.is_null(),
        )
        .tuples()
    )
    return [row[0] for row in found]


def _mark_passed_on(ledger: Ledger, merge_id: int, letter_id: int) -> None:
    """What the unit passed on from the one row is passed on for the other: one duty, done once."""
    passed_on = standing_reissue(letter_id, ledger.unit_id)
    if passed_on is None:
        return
    brought = Delivery.select(Delivery.id).where(
        Delivery.letter.in_(rows_of_one(letter_id)), Delivery.to_unit == ledger.unit_id
    )
    for delivery in _held([row.id for row in brought]):
        _mark(ledger, merge_id, delivery, Step.PASSED_ON)
    done_letter_id = Letter.get(Letter.uid == passed_on.uid).id
    close_relays(ledger, [letter_id], done_letter_id=done_letter_id)


def _held(delivery_ids: list[int]) -> list[Any]:
    """These deliveries, held; without those that were sent back or recalled, which are over."""
    return list(
        locked(
            Delivery.select()
            .where(Delivery.id.in_(delivery_ids), Delivery.status < Status.REFUSED)
            .order_by(Delivery.id)
        )
    )


def _mark(ledger: Ledger, merge_id: int, delivery: Any, step: Step) -> None:
    if mark(ledger, delivery, step, ledger.at):
        ledger.insert(MergeMark, merge=merge_id, delivery=delivery.id, step=step.value)


def _clear_marks(ledger: Ledger, merge_id: int) -> None:
    marks: Any = MergeMark.select(MergeMark.delivery, MergeMark.step).where(
        MergeMark.merge == merge_id
    )
    steps: dict[int, list[Step]] = {}
    for delivery_id, step in marks.order_by(MergeMark.delivery).tuples():
        steps.setdefault(delivery_id, []).append(Step(step))
    for delivery_id, set_by_merge in steps.items():
        delivery = locked(Delivery.select().where(Delivery.id == delivery_id)).get()
        unmark(ledger, delivery, set_by_merge)
