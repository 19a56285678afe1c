"""When two rows of the register may be declared one letter, and what has to be said for it."""

from dataclasses import dataclass
from datetime import date

from saraban.errors import N_, BothIssuedHere, MergeNeedsReason, SecretAndOpen


@dataclass(frozen=True)
class MergeFacts:
    """What is held against each other of the two; None for what was not registered."""

    number_key: str | None
    dated_on: date | None
    secrecy: str
    is_issued_here: bool


DIFFERENCES = {
    "number": N_("เลขที่หนังสือ"),
    "dated_on": N_("วันที่ของหนังสือ"),
    "both": N_("เลขที่และวันที่ของหนังสือ"),
}


def check_merge(one: MergeFacts, other: MergeFacts, *, reason: str) -> None:
    """Refuse what cannot be one letter, or what nobody gave a reason for.

    Raises BothIssuedHere: two numbers of this system are two letters. SecretAndOpen: a secret
    letter keeps a line without a word of it, which an open row beside it would tell. And
    MergeNeedsReason where a number or a day that both have differs.
    """
    if one.is_issued_here and other.is_issued_here:
        raise BothIssuedHere()
    if one.secrecy != other.secrecy:
        raise SecretAndOpen()
    differing = difference(one, other)
    if differing is not None and not reason:
        raise MergeNeedsReason(field="reason", what=DIFFERENCES[differing])


def difference(one: MergeFacts, other: MergeFacts) -> str | None:
    """The key of DIFFERENCES for what both have and is not the same, or None."""
    number = None not in (one.number_key, other.number_key) and one.number_key != other.number_key
    day = None not in (one.dated_on, other.dated_on) and one.dated_on != other.dated_on
    if number and day:
        return "both"
    return "number" if number else ("dated_on" if day else None)
