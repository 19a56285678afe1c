"""The end of a registry's day: what is signed, and the short code that stands for it.

Source: none; inspectors ask whether a book was changed after it was signed. The code binds the
paper to the ledger: it is made of the day's lines and of the chain as it stood at the closing.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from saraban.rules.audit import canonical
from saraban.thai.digits import to_arabic

# Crockford's base 32: no I, L, O or U, which are taken for 1, 0 or V when read aloud.
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TAKEN_FOR = str.maketrans("OIL", "011")
CODE_LENGTH = 16  # 80 bits


@dataclass(frozen=True, kw_only=True)
class DayLine:
    """A line of the day as it is signed. Days are Gregorian; letter facts are "" without a letter.

    is_reserved: the number is kept for a letter to come.

    What is written later beside a line (การปฏิบัติ, หมายเหตุ) is not signed: the Rule wants it
    filled in afterwards (clause 39).
    """

    register: str
    be_year: int
    number: int
    letter_number: str = ""
    dated_on: date | None = None
    from_text: str = ""
    to_text: str = ""
    subject: str = ""
    void_reason: str | None = None
    is_reserved: bool = False

    @property
    def key(self) -> tuple[str, int, int]:
        """Which number of which book."""
        return self.register, self.be_year, self.number


def lines_digest(lines: Sequence[DayLine]) -> str:
    """SHA-256 of the lines in the order of their books and numbers, as hex."""
    told = [_plain(line) for line in sorted(lines, key=lambda line: line.key)]
    return hashlib.sha256(canonical(told).encode()).hexdigest()


def closing_code(
    *, unit_uid: str, day: date, round_: int, seq: int, head_digest: str, digest: str
) -> str:
    """The sixteen signs of a closing: unit, day, the chain's last event and the lines."""
    told = canonical([unit_uid, day.isoformat(), round_, seq, head_digest, digest])
    number = int.from_bytes(hashlib.sha256(told.encode()).digest()[:10])
    return "".join(_SIGNS[number >> shift & 31] for shift in range(75, -1, -5))


def shown_code(code: str) -> str:
    """The code in groups of four, as it is printed: "4F7K-…"."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def read_code(text: str) -> str | None:
    """The code as it was typed off paper: any case, blanks and dashes, O for 0, I and L for 1.

    None for what is no code.
    """
    signs = "".join(sign for sign in to_arabic(text).upper() if sign.isalnum())
    code = signs.translate(_TAKEN_FOR)
    if len(code) != CODE_LENGTH or any(sign not in _SIGNS for sign in code):
        return None
    return code


def changed_lines(
    then: Sequence[DayLine], now: Sequence[DayLine]
) -> tuple[tuple[str, int, int], ...]:
    """The numbers whose lines differ, were added, or are gone; in order.

    A number that was signed as reserved may be used or struck through afterwards: that is what
    it was kept for, and filled_later tells of it.
    """
    before = {line.key: line for line in then}
    after = {line.key: line for line in now}
    keys = sorted(before.keys() | after.keys())
    return tuple(
        key for key in keys if before.get(key) != after.get(key) and not _was_reserved(before, key)
    )


def filled_later(
    then: Sequence[DayLine], now: Sequence[DayLine]
) -> tuple[tuple[str, int, int], ...]:
    """The numbers that were signed as reserved and are not so any more; in order."""
    before = {line.key: line for line in then}
    after = {line.key: line for line in now}
    return tuple(
        key
        for key in sorted(before)
        if _was_reserved(before, key) and before[key] != after.get(key)
    )


def _was_reserved(lines: Mapping[tuple[str, int, int], DayLine], key: tuple[str, int, int]) -> bool:
    return key in lines and lines[key].is_reserved


def _plain(line: DayLine) -> dict[str, Any]:
    told = asdict(line)
    told["dated_on"] = line.dated_on and line.dated_on.isoformat()
    return told
