"""Whether a day's book still equals what was signed: derived anew from the ledger, not believed.

The rows of day_closing are taken for a hint only. The unit's chain is walked from its beginning;
the day's lines are folded out of its events as they stood at the closing; the code is made
again of both, and must be the one on the paper. Then the book as it stands now is compared.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.queries.day_lines import day_lines
from saraban.records import AuditEvent, DayClosing, Letter, Unit
from saraban.rules.audit import GENESIS, event_digest, rows_told
from saraban.rules.closings import (
    DayLine,
    changed_lines,
    closing_code,
    filled_later,
    lines_digest,
    read_code,
    shown_code,
)
from saraban.rules.registers import THAI_REGISTER
from saraban.thai.dates import format_medium
from saraban.thai.digits import to_thai

EVENTS_AT_ONCE = 2000
MOST_NAMED = 5

_BOOKS: dict[str, str] = dict(THAI_REGISTER.items())
_WORDS = {
    "unknown": "ไม่มีการปิดทะเบียนด้วยรหัสนี้",
    "chain": "บัญชีเหตุการณ์ก่อนการปิดถูกแก้ไขหรือขาดหาย ยืนยันรหัสนี้ไม่ได้",
    "code": "คำนวณรหัสจากบัญชีเหตุการณ์แล้วไม่ตรงกับรหัสบนกระดาษ",
    "changed": "ทะเบียนของวันนั้นเปลี่ยนไปหลังลงนาม",
}


@dataclass(frozen=True)
class ClosingCheck:
    """What became of a signed day. fault is None when the book still equals what was signed.

    fault is "unknown", "chain", "code" or "changed"; changed names the numbers that differ now,
    filled those that were signed as reserved and have been used or struck through since.
    """

    code: str
    fault: str | None
    unit_path: str = ""
    unit_name: str = ""
    day: date | None = None
    round: int = 0
    closed_at: datetime | None = None
    closed_by: str = ""
    line_count: int = 0
    changed: tuple[tuple[str, int, int], ...] = ()
    filled: tuple[tuple[str, int, int], ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the book of that day is what was signed."""
        return self.fault is None

    @property
    def text_th(self) -> str:
        """One line: the code, whose day it is, and whether it holds."""
        code = shown_code(self.code)
        if self.day is None:
            return f"{code}: {_WORDS['unknown']}"
        whose = f"{code}: {self.unit_name} {format_medium(self.day)} ครั้งที่ {_thai(self.round)}"
        if self.fault is None:
            filled = f" เลขที่จองไว้ใช้ภายหลัง{_named(self.filled)}" if self.filled else ""
            return f"{whose}: ตรงกับที่ลงนามทุกบรรทัด ({_thai(self.line_count)} บรรทัด){filled}"
        return f"{whose}: {_WORDS[self.fault]}{_named(self.changed)}"


def _named(numbers: tuple[tuple[str, int, int], ...]) -> str:
    """The first few numbers, each with its book."""
    if not numbers:
        return ""
    named = [
        f"{_BOOKS.get(register, register)} เลข {_thai(number)}/{_thai(year)}"
        for register, year, number in numbers[:MOST_NAMED]
    ]
    more = len(numbers) - MOST_NAMED
    return " ได้แก่ " + ", ".join(named) + (f" และอีก {_thai(more)} เลข" if more > 0 else "")


def check_closing(text: str) -> ClosingCheck:
    """The answer for a code as it was typed off the paper."""
    code = read_code(text)
    closing: Any = (
        DayClosing.select(DayClosing, Unit)
        .join(Unit, on=(DayClosing.unit == Unit.id))
        .where(DayClosing.code == code)
        .first()
    )
    if code is None or closing is None:
        return ClosingCheck(code or text.strip()[:40], "unknown")
    walk = _Walk(closing.unit_id, closing.day, closing.seq, closing.head_digest)
    fault, then = None, []
    if not walk.holds or not _is_recorded(closing, code):
        fault = "chain"
    else:
        then = walk.lines()
        again = closing_code(
            unit_uid=closing.unit.uid,
            day=closing.day,
            round_=closing.round,
            seq=closing.seq,
            head_digest=walk.head,
            digest=lines_digest(then),
        )
        if again != code:
            fault = "code"
    now = day_lines(closing.unit_id, closing.day)
    changed = () if fault else changed_lines(then, now)
    return ClosingCheck(
        code,
        fault or ("changed" if changed else None),
        closing.unit.path,
        closing.unit.registry_name or closing.unit.name_th,
        closing.day,
        closing.round,
        closing.closed_at,
        closing.closed_by,
        len(then),
        changed,
        () if fault else filled_later(then, now),
    )


class _Walk:
    """One unit's chain up to a closing: whether it holds together, and the day's lines in it."""

    def __init__(self, unit_id: int, day: date, last_seq: int, head_digest: str) -> None:
        self.unit_id, self.day = unit_id, day.isoformat()
        self.entries: dict[Any, dict[str, Any]] = {}
        self.letters: dict[Any, dict[str, Any]] = {}
        self.head, self.last_id = GENESIS, 0
        self.holds = self._walked(last_seq) and self.head == head_digest

    def _walked(self, last_seq: int) -> bool:
        expected = 0
        for event_id, seq, body, digest in _events(self.unit_id, last_seq):
            expected += 1
            if seq != expected or event_digest(self.head, body) != digest:
                return False
            self.head, self.last_id = digest, event_id
            if '"register_entry"' in body:
                self._fold(body)
        return expected == last_seq

    def _fold(self, body: str) -> None:
        letters = {}
        for change in json.loads(body)["changes"]:
            for table, key, columns in rows_told(change):
                if table == "letter":
                    letters[key] = columns
                elif table == "register_entry" and (
                    key in self.entries or columns.get("entered_on") == self.day
                ):
                    self.entries.setdefault(key, {}).update(columns)
                    self.letters.update(letters)

    def lines(self) -> list[DayLine]:
        """The day's lines as they stood."""
        wanted = {entry.get("letter_id") for entry in self.entries.values()} - {None}
        self._find_letters(wanted - self.letters.keys())
        return [self._line(entry) for entry in self.entries.values()]

    def _find_letters(self, ids: set[Any]) -> None:
        """Letters that another event told of, of this unit or another, before the closing."""
        rows: Any = (
            Letter.select(Letter.id, Letter.uid, Letter.registered_by)
            .where(Letter.id.in_(list(ids)))
            .tuples()
        )
        for letter_id, uid, registered_by in rows:
            # Most acts on a letter have it as their subject; others are searched by its uid.
            if not self._told(letter_id, AuditEvent.subject == uid):
                self._told(
                    letter_id,
                    (AuditEvent.unit == registered_by) & AuditEvent.body.contains(uid),
                )

    def _told(self, letter_id: int, condition: Any) -> bool:
        bodies: Any = (
            AuditEvent.select(AuditEvent.body)
            .where(condition, AuditEvent.id <= self.last_id)
            .order_by(AuditEvent.id)
            .tuples()
        )
        for (body,) in bodies:
            for change in json.loads(body)["changes"]:
                for table, key, columns in rows_told(change):
                    if table == "letter" and key == letter_id:
                        self.letters.setdefault(key, {}).update(columns)
        return letter_id in self.letters

    def _line(self, entry: dict[str, Any]) -> DayLine:
        letter = self.letters.get(entry.get("letter_id"), {})
        dated_on, is_void = letter.get("dated_on"), entry.get("voided_at") is not None
        return DayLine(
            register=entry["register"],
            be_year=entry["be_year"],
            number=entry["number"],
            letter_number=letter.get("printed_number") or "",
            dated_on=dated_on and date.fromisoformat(dated_on),
            from_text=letter.get("issuer_text") or "",
            to_text=letter.get("addressee_text") or "",
            subject=letter.get("subject") or "",
            void_reason=(entry.get("void_reason") or "") if is_void else None,
            is_reserved=entry.get("letter_id") is None and not is_void,
        )


def _is_recorded(closing: Any, code: str) -> bool:
    """Whether the event of the closing follows the head that it signed."""
    event = AuditEvent.get_or_none(
        AuditEvent.unit == closing.unit_id, AuditEvent.seq == closing.seq + 1
    )
    return (
        event is not None
        and event.act == "close_day"
        and event.subject == code
        and event_digest(closing.head_digest, event.body) == event.digest
    )


def _events(unit_id: int, last_seq: int) -> Iterator[tuple[int, int, str, str]]:
    """(id, seq, body, digest) of the unit's events up to one, read in pages."""
    seen = 0
    while True:
        page: Any = list(
            AuditEvent.select(AuditEvent.id, AuditEvent.seq, AuditEvent.body, AuditEvent.digest)
            .where(AuditEvent.unit == unit_id, AuditEvent.seq > seen, AuditEvent.seq <= last_seq)
            .order_by(AuditEvent.seq)
            .limit(EVENTS_AT_ONCE)
            .tuples()
        )
        if not page:
            return
        yield from page
        seen = page[-1][1]


def _thai(number: int) -> str:
    return to_thai(str(number))
