"""Acknowledging a pile of letters in one go: each an act of its own, what cannot be is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk.acknowledgement import digest_of, mark_acknowledged, refuse_second_or_over
from saraban.errors import LetterNotFound, MissingField, SarabanError, TooManyAtOnce
from saraban.records import Delivery, Letter, LetterFile
from saraban.records.database import locked, write_transaction
from saraban.records.id_sets import among
from saraban.rules.permissions import Act, Actor, require

# One transaction: whoever else writes in the unit's chain waits for as long.
MOST_AT_ONCE = 500


@dataclass(frozen=True)
class NotAcknowledged:
    """A letter that was left as it was, and why."""

    letter_uid: str
    printed_number: str | None
    why: SarabanError


@dataclass(frozen=True)
class AcknowledgedMany:
    """How many were acknowledged, and those that could not be."""

    count: int
    left: tuple[NotAcknowledged, ...]


def acknowledge_many(*, actor: Actor, at: datetime, letter_uids: Sequence[str]) -> AcknowledgedMany:
    """Acknowledge each of these letters for the actor's unit, all in one transaction.

    Each is an event of its own with its own digest, as if pressed one by one. What was
    acknowledged, recalled or sent back meanwhile is left and named. Raises Refused, MissingField
    (none chosen), TooManyAtOnce.
    """
    require(actor, Act.ACKNOWLEDGE)
    uids = list(dict.fromkeys(letter_uids))
    if not uids:
        raise MissingField(field="letters")
    if len(uids) > MOST_AT_ONCE:
        raise TooManyAtOnce(field="letters", most=MOST_AT_ONCE)
    letters = {letter.uid: letter for letter in Letter.select().where(among(Letter.uid, uids))}
    ids = [letter.id for letter in letters.values()]
    files = _files_of(ids)
    count, left = 0, []
    with write_transaction():
        held = _held(ids, actor.unit_id)
        for uid in uids:
            letter = letters.get(uid)
            delivery = None if letter is None else held.get(letter.id)
            if letter is None or delivery is None:
                left.append(NotAcknowledged(uid, None, LetterNotFound(uid=uid)))
                continue
            try:
                refuse_second_or_over(delivery)
            except SarabanError as refusal:
                left.append(NotAcknowledged(uid, letter.printed_number, refusal))
                continue
            digest = digest_of(letter, files.get(letter.id, []))
            ledger = Ledger(actor=actor, at=at)
            mark_acknowledged(ledger, delivery, by=actor.name, digest=digest)
            ledger.record("acknowledge", subject=uid, digest=digest)
            count += 1
    return AcknowledgedMany(count, tuple(left))


def _held(letter_ids: list[int], unit_id: int) -> dict[int, Any]:
    """The unit's deliveries of these letters, held in the order of their ids, by letter."""
    query = (
        Delivery.select()
        .where(among(Delivery.letter, letter_ids), Delivery.to_unit == unit_id)
        .order_by(Delivery.id)
    )
    return {delivery.letter_id: delivery for delivery in locked(query)}


def _files_of(letter_ids: list[int]) -> dict[int, list[str]]:
    """The digests of the files of each letter that has any."""
    query: Any = (
        LetterFile.select(LetterFile.letter, LetterFile.file)
        .where(among(LetterFile.letter, letter_ids))
        .tuples()
    )
    found: dict[int, list[str]] = {}
    for letter_id, sha256 in query:
        found.setdefault(letter_id, []).append(sha256)
    return found
