"""From a file to the register: its states, and which fields a person must look at by themselves."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from saraban.errors import N_, UnreadableLetterNumber
from saraban.rules.letter_number import parse_letter_number
from saraban.thai.text import search_key


class ReadingState(StrEnum):
    """How far the machine is with a file."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    FAILED = "failed"


THAI_READING_STATE = {
    ReadingState.WAITING: N_("รออ่าน"),
    ReadingState.READING: N_("กำลังอ่าน"),
    ReadingState.READ: N_("อ่านแล้ว"),
    ReadingState.FAILED: N_("อ่านไม่ได้"),
}


class LetterState(StrEnum):
    """What became of a letter that was read: nothing yet, or what a clerk made of it."""

    PROPOSED = "proposed"
    REGISTERED = "registered"
    ANOTHER_ARRIVAL = "another_arrival"
    SET_ASIDE = "set_aside"


THAI_LETTER_STATE = {
    LetterState.PROPOSED: N_("รอตรวจ"),
    LetterState.REGISTERED: N_("ลงรับแล้ว"),
    LetterState.ANOTHER_ARRIVAL: N_("ลงรับเป็นการมาถึงอีกทาง"),
    LetterState.SET_ASIDE: N_("ไม่ลงรับ"),
}

# A worker says every few seconds that it still works; one that was killed is silent for this
# long before another takes its file over.
LEASE = timedelta(seconds=60)
# A file that ends the worker each time is given up: it is the file, not the worker.
MOST_ATTEMPTS = 3

# What the register files of a reading, in the order of Form 13, then what is kept beside it.
FILED_FIELDS = (
    "number", "date_iso", "issuer", "addressees", "subject", "urgency", "secrecy", "kind",
    "signatory", "contact", "references", "cited", "asks", "deadlines", "onward",
)  # fmt: skip
# Offered to be ticked: leaving one out does not say that it was read wrong.
SUGGESTED_FIELDS = frozenset({"references", "cited", "asks", "deadlines", "onward", "contact"})
# Figures out of a picture count only once somebody has looked at them, whatever else is told: a
# wrong digit that nobody looked at is the one fault that cannot be forgiven.
_SURE_SOURCES = frozenset({"text", "embedded", "qr"})
FROM_A_PICTURE = frozenset({"ocr", "digits"})
_DIGIT = re.compile("[0-9๐-๙]")


@dataclass(frozen=True)
class Answer:
    """One field as proposed and as accepted, lists one item a line; "" for nothing."""

    field: str
    proposed: str
    accepted: str
    is_right: bool


def must_be_confirmed(evidence: Mapping[str, Any] | None, text: str) -> bool:
    """Whether a field has to be looked at by itself before it counts.

    text is what would be filed: figures in it count unseen only where they are known to come
    from sure text, not from a picture.
    """
    found = evidence or {}
    is_sure = found.get("source") in _SURE_SOURCES
    return bool(found.get("confirm")) or (_DIGIT.search(text) is not None and not is_sure)


def answers_to(proposed: Mapping[str, str], accepted: Mapping[str, str]) -> tuple[Answer, ...]:
    """What was made of each field; those that are empty on both sides are left out, and so are
    suggestions that nobody ticked."""
    answers = []
    for field in FILED_FIELDS:
        was, now = proposed.get(field, ""), accepted.get(field, "")
        if not (was or now) or (field in SUGGESTED_FIELDS and not now):
            continue
        answers.append(Answer(field, was, now, _is_right(field, was, now)))
    return tuple(answers)


def unconfirmed_field(
    answers: Sequence[Answer],
    *,
    evidence: Mapping[str, Mapping[str, Any]],
    doubted: Collection[str],
    confirmed: Collection[str],
) -> str | None:
    """The first field that is filed as it was read though nobody looked at it, or None.

    doubted are fields that do not fit what the register knows. A field typed anew needs no
    further look.
    """
    for answer in answers:
        needs = must_be_confirmed(evidence.get(answer.field), answer.proposed)
        if (
            (needs or answer.field in doubted)
            and _is_as_read(answer)
            and answer.field not in confirmed
        ):
            return answer.field
    return None


def _is_as_read(answer: Answer) -> bool:
    """Whether anything of what is filed comes from the machine."""
    if answer.field not in SUGGESTED_FIELDS:
        return bool(answer.accepted) and answer.is_right
    return bool(_lines(answer.field, answer.accepted) & _lines(answer.field, answer.proposed))


def _is_right(field: str, was: str, now: str) -> bool:
    if field in SUGGESTED_FIELDS:
        return _lines(field, now) <= _lines(field, was)
    return _same(field, was) == _same(field, now)


def _lines(field: str, text: str) -> frozenset[str]:
    return frozenset(_same(field, line) for line in text.splitlines() if line.strip())


def _same(field: str, text: str) -> str:
    """Two spellings of one thing give one text."""
    if field == "number":
        try:
            return parse_letter_number(text).key
        except UnreadableLetterNumber:
            pass
    return search_key(text)
