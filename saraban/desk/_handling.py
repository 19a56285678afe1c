"""The handling column of a received letter's line: where it went, which letter closed it.

Source: Rule of 2526, clauses 38 and 39. The column only grows; what does not fit any more stays
with the letter's own page, which tells everything.
"""

from datetime import date
from typing import Any

from saraban.desk._audit import Ledger
from saraban.queries.one_letter import rows_of_one
from saraban.records import Citation, Receipt, RegisterEntry
from saraban.records.database import locked
from saraban.thai.dates import format_short

LONGEST_HANDLING = 255
_SENT = "ส่ง "
_BETWEEN = " · "


def tell_passed(ledger: Ledger, letter_id: int, desk_name: str) -> None:
    """A desk got the letter from this unit: "ส่ง กง.สส., กองช่าง"."""
    entry = _line_that_stands(ledger, letter_id)
    if entry is None:
        return
    if entry.handling.rpartition(_BETWEEN)[2].startswith(_SENT):
        _write(ledger, entry, desk_name, ", ")
    else:
        _write(ledger, entry, _SENT + desk_name, _BETWEEN)


def tell_answered(
    ledger: Ledger, by_letter_id: int, *, number: str, dated_on: date, conveys_id: int | None
) -> None:
    """A letter of ours carries another on, or names received ones as what it refers to."""
    cited: Any = Citation.select(Citation.resolved).where(
        Citation.letter == by_letter_id,
        Citation.place == "reference",
        Citation.resolved.is_null(False),
    )
    closed = {letter_id: "ตอบ" for (letter_id,) in cited.tuples()}
    if conveys_id is not None:
        closed[conveys_id] = "เวียนต่อ"
    for letter_id in sorted(closed):
        entry = _line_that_stands(ledger, letter_id)
        if entry is not None:
            words = f"{closed[letter_id]} {number} ลว. {format_short(dated_on)}"
            _write(ledger, entry, words, _BETWEEN)


def _line_that_stands(ledger: Ledger, letter_id: int) -> Any:
    return locked(
        RegisterEntry.select()
        .join(Receipt, on=(Receipt.entry == RegisterEntry.id))
        .where(
            Receipt.letter.in_(rows_of_one(letter_id)),
            Receipt.unit == ledger.unit_id,
            RegisterEntry.voided_at.is_null(),
        )
        .order_by(RegisterEntry.id)
    ).first()


def _write(ledger: Ledger, entry: Any, words: str, between: str) -> None:
    told = f"{entry.handling}{between}{words}" if entry.handling else words
    if len(told) <= LONGEST_HANDLING:
        ledger.update(RegisterEntry, entry.id, handling=told)
