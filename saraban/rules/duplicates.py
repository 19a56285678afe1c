"""Whether a letter that was read is one that is known, and why one may think so."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saraban.errors import N_
from saraban.rules.fingerprint import likeness
from saraban.thai.text import search_key

# From this share of equal text on a letter may be offered as one that came again. Measured: two
# scans of one paper, read with 5 to 15 % of the characters wrong, share 0.67 and more; different
# letters 0.24 at most; letters that have only their head, their close and their contact lines in
# common reach 0.6 once in 500.
ALIKE = 0.6


class Reason(StrEnum):
    """Why two letters may be one, the surest first."""

    SAME_BYTES = "same_bytes"
    SAME_NUMBER = "same_number"
    SAME_TEXT = "same_text"


THAI_REASON = {
    Reason.SAME_BYTES: N_("ไฟล์เดียวกันทุกไบต์"),
    Reason.SAME_NUMBER: N_("เลขที่ วันที่ และผู้ส่งตรงกัน"),
    Reason.SAME_TEXT: N_("ข้อความเกือบเหมือนกัน"),
}


@dataclass(frozen=True)
class LetterFacts:
    """What two letters are compared by; "" or None for what is not known."""

    number_key: str | None
    dated_on: date | None
    issuer_text: str
    sketches: tuple[str, ...] = ()


@dataclass(frozen=True)
class Likeness:
    """Why they may be one. text_share is the share of equal text, 0 to 1; number_differs and
    date_differs warn where both were read and are not the same."""

    reason: Reason
    text_share: float
    number_differs: bool
    date_differs: bool


def compare(read: LetterFacts, known: LetterFacts, *, same_bytes: bool = False) -> Likeness | None:
    """Why the letter read may be the known one; None when nothing says so."""
    share = max(
        (likeness(one, other) for one in read.sketches for other in known.sketches), default=0.0
    )
    number_differs = _differs(read.number_key, known.number_key)
    date_differs = _differs(read.dated_on, known.dated_on)
    same_number = read.number_key is not None and read.number_key == known.number_key
    reason: Reason
    if same_bytes:
        reason = Reason.SAME_BYTES
    elif number_differs and date_differs:
        # Two letters that say the same: a relay, or last month's. A scan in which both were
        # misread is known once the clerk has put one of them right.
        return None
    elif same_number and not date_differs and same_issuer(read.issuer_text, known.issuer_text):
        reason = Reason.SAME_NUMBER
    elif share >= ALIKE:
        reason = Reason.SAME_TEXT
    else:
        return None
    return Likeness(reason, round(share, 2), number_differs, date_differs)


def _differs(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def same_issuer(one: str, other: str) -> bool:
    """Whether two lines may name one office; a line that is missing contradicts nothing."""
    short, long = sorted((search_key(one), search_key(other)), key=len)
    return not short or short in long or _shares_a_name(short, long)


def _shares_a_name(short: str, long: str) -> bool:
    """The half of the shorter line, in one piece, is in the other."""
    length = max(6, len(short) // 2)
    return any(short[start : start + length] in long for start in range(len(short) - length + 1))
