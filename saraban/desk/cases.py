"""Whether two letters are one matter: a person's word beside what is worked out by itself."""

from datetime import datetime

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.errors import Conflict, MissingField, TextTooLong
from saraban.records import CaseMark
from saraban.records.database import write_transaction
from saraban.rules.permissions import Act, Actor
from saraban.thai.text import clean_line

MOST_REASON = 500


def mark_case(
    *, actor: Actor, at: datetime, letter_uid: str, other_uid: str, is_joined: bool, reason: str
) -> None:
    """Say that two letters are one matter, or are not; a later word takes the earlier's place.

    Nothing of either letter changes. Raises LetterNotFound for either, Refused, Conflict for a
    letter and itself, MissingField without a reason, TextTooLong.
    """
    letter = _access.letter(actor, Act.CONFIRM_CITATION, uid=letter_uid)
    other = _access.letter(actor, Act.CONFIRM_CITATION, uid=other_uid)
    words = clean_line(reason)
    if letter.id == other.id:
        raise Conflict(field="other")
    if not words:
        raise MissingField(field="reason")
    if len(words) > MOST_REASON:
        raise TextTooLong(field="reason", most=MOST_REASON)
    first, second = sorted((letter.id, other.id))
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        ledger.insert(
            CaseMark,
            one=first,
            other=second,
            unit=actor.unit_id,
            is_joined=is_joined,
            reason=words,
            marked_at=at,
            marked_by=actor.name,
        )
        ledger.record(
            "join_case" if is_joined else "part_case",
            subject=letter.uid,
            other=other.uid,
            reason=words,
        )
