"""Letters waiting on the desk that the same desk seems to have numbered from paper already."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from saraban.queries.one_letter import rows_of_one
from saraban.records import Letter, LetterMerge, Receipt, RegisterEntry
from saraban.rules.duplicates import same_issuer
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, Actor, may


@dataclass(frozen=True)
class ReceivedBefore:
    """The row that was registered from paper, and the number that it has here."""

    other_uid: str
    number: int


def received_before(actor: Actor, letter_uids: Iterable[str]) -> dict[str, ReceivedBefore]:
    """Of letters sent to the actor's unit those with a twin that it numbered, by uid.

    A twin has the number, the day and a sender that may be the same, and nobody took the pair
    apart. Empty for who may not merge: it is offered with the one key that does.
    """
    uids = list(letter_uids)
    if not uids or not may(actor, Act.MERGE_LETTERS):
        return {}
    twin: Any = Letter.alias()
    query: Any = (
        Letter.select(
            Letter.uid, Letter.id, Letter.issuer_text, twin.uid, twin.id, twin.issuer_text,
            RegisterEntry.number,
        )
        .join(
            twin,
            on=(
                (twin.printed_key == Letter.printed_key)
                & (twin.dated_on == Letter.dated_on)
                & (twin.id != Letter.id)
            ),
        )
        .join_from(twin, Receipt, on=(Receipt.letter == twin.id))
        .join(RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(
            Letter.uid.in_(uids),
            Letter.secrecy == Secrecy.NORMAL,
            twin.secrecy == Secrecy.NORMAL,
            Receipt.unit == actor.unit_id,
            RegisterEntry.voided_at.is_null(),
        )
        .order_by(RegisterEntry.id)
        .tuples()
    )  # fmt: skip
    found: dict[str, ReceivedBefore] = {}
    for uid, letter_id, issuer, other_uid, other_id, other_issuer, number in query:
        if uid in found or not same_issuer(issuer, other_issuer):
            continue
        if other_id not in rows_of_one(letter_id) and not _taken_apart(letter_id, other_id):
            found[uid] = ReceivedBefore(other_uid, number)
    return found


def _taken_apart(one: int, other: int) -> bool:
    pair = [one, other]
    return bool(
        LetterMerge.select()
        .where(
            LetterMerge.kept.in_(pair),
            LetterMerge.merged.in_(pair),
            LetterMerge.undone_at.is_null(False),
        )
        .exists()
    )
