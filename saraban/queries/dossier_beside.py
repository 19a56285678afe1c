"""The parts of a dossier that stand beside the chain: notes, citations, arrivals, reminders."""

from datetime import datetime
from typing import Any

from saraban.queries.citations import citations_of, told_beside
from saraban.queries.dossier_seen import Seen
from saraban.queries.endorsements import EndorsementLine, notes_on
from saraban.queries.letter_lines import reports_of
from saraban.queries.visibility import in_own_line, sees_all_of
from saraban.records import Chase, ChaseLine, Letter, LetterArrival, LetterMerge, Mail, Unit
from saraban.records.id_sets import among
from saraban.rules.answers import THAI_ANSWER
from saraban.rules.chasing import kinds_of, kinds_words
from saraban.rules.dossier import Cell, DossierColumn as Column, DossierTable, iso
from saraban.rules.endorsements import THAI_ENDORSEMENT
from saraban.rules.mails import THAI_MAIL_STATE, MailState
from saraban.rules.registers import THAI_CHANNEL
from saraban.thai.dates import format_short

_CITED_FIELDS = {"number": "เลขที่", "dated_on": "วันที่", "urgency": "ชั้นความเร็ว"}
_CHANNELS = {str(key): words for key, words in THAI_CHANNEL.items()}
_ANSWERS = {str(key): words for key, words in THAI_ANSWER.items()}


def answers(seen: Seen) -> DossierTable:
    """What units reported; of others' letters the reader's own reports only."""
    found = []
    for letter in _letters(seen):
        all_of_it = sees_all_of(seen.actor, letter)
        found += [
            {
                "unit": report.unit_name,
                "letter": letter.printed_number or "",
                "answer": _ANSWERS.get(report.answer, report.answer),
                "text": report.text,
                "at": report.submitted_at.isoformat(),
                "by": report.submitted_by,
                "files": [file.sha256 for file in report.files],
            }
            for report in reports_of(seen.actor, [letter.id], all_of_it)
        ]
    return DossierTable(
        "answers",
        "รายงานผล",
        (
            Column("unit", "หน่วย", 24),
            Column("letter", "หนังสือ", 14),
            Column("answer", "คำตอบ", 12),
            Column("text", "เนื้อความ", 26),
            Column("at", "เมื่อ", 11, Cell.MOMENT),
            Column("by", "โดย", 13),
        ),
        tuple(found),
    )


def notes(seen: Seen) -> DossierTable:
    """Endorsements and orders, as far as the reader's agency, or branch as auditor, wrote them."""
    found = []
    for letter in _letters(seen):
        for line in notes_on(seen.actor, letter).lines:
            found.append(
                {
                    "letter": letter.printed_number or "",
                    "unit": line.unit_name,
                    "kind": THAI_ENDORSEMENT[line.kind],
                    "text": _note_words(line),
                    "by": " ".join((line.author.name, *line.author.post_lines)),
                    "at": line.at.isoformat(),
                    "due_on": iso(line.due_on),
                }
            )
    return DossierTable(
        "notes",
        "เกษียณและสั่งการ",
        (
            Column("letter", "หนังสือ", 14),
            Column("unit", "หน่วย", 19),
            Column("kind", "ชนิด", 9),
            Column("text", "ข้อความ", 28),
            Column("by", "โดย", 13),
            Column("at", "เมื่อ", 9, Cell.MOMENT),
            Column("due_on", "ภายใน", 8, Cell.DAY),
        ),
        tuple(found),
        "เฉพาะที่ผู้ขออ่านได้ ข้อความภายในของหน่วยอื่นไม่อยู่ในสำนวนนี้",
    )


def citations(seen: Seen) -> DossierTable:
    """Every citation with what it was resolved to, and where the two differ."""
    return DossierTable(
        "citations",
        "การอ้างถึงและข้อมูลที่ขัดกัน",
        (
            Column("citing", "ในหนังสือ", 14),
            Column("text", "เขียนว่า", 34),
            Column("resolved", "หมายถึง", 15),
            Column("resolved_on", "ลงวันที่", 9, Cell.DAY),
            Column("differs", "ต่างกันที่", 12),
            Column("confirmed_by", "ผู้ยืนยัน", 16),
        ),
        tuple(
            {
                "citing": line.citing_number or "",
                "text": line.text,
                "resolved": line.resolved_printed or "ยังไม่พบ",
                "resolved_on": iso(line.resolved_on),
                "differs": " ".join(_CITED_FIELDS.get(name, name) for name in line.fields),
                "confirmed_by": line.confirmed_by or ("ระบบ" if line.resolved_uid else ""),
            }
            for line in told_beside(
                seen.actor, citations_of(seen.letter_ids), {row.uid for row in seen.letters}
            )
        ),
        "สิ่งที่เขียนไว้ไม่ถูกแก้ ความต่างเป็นหลักฐาน",
    )


def arrivals(seen: Seen) -> DossierTable:
    """One letter that came more than once, and rows that were declared one letter."""
    line = in_own_line(seen.actor)
    came: Any = (
        LetterArrival.select(LetterArrival, Unit, Letter)
        .join(Unit, on=(LetterArrival.unit == Unit.id))
        .join_from(LetterArrival, Letter, on=(LetterArrival.letter == Letter.id))
        .where(among(LetterArrival.letter, seen.letter_ids), line)
        .order_by(LetterArrival.arrived_on, LetterArrival.id)
    )
    merged: Any = (
        LetterMerge.select(LetterMerge, Unit, Letter)
        .join(Unit, on=(LetterMerge.unit == Unit.id))
        .join_from(LetterMerge, Letter, on=(LetterMerge.kept == Letter.id))
        .where(among(LetterMerge.kept, seen.letter_ids), line)
        .order_by(LetterMerge.id)
    )
    rows = [
        {
            "letter": one.letter.printed_number or "",
            "unit": one.unit.name_th,
            "what": f"มาอีกทาง: {_CHANNELS.get(one.channel, one.channel)} {one.came_from}".strip(),
            "on": iso(one.arrived_on),
            "by": one.noted_by,
            "undone": _undone(one.taken_back_at, one.taken_back_by, one.taken_back_reason),
        }
        for one in came
    ] + [
        {
            "letter": one.kept.printed_number or "",
            "unit": one.unit.name_th,
            "what": f"รวมเป็นฉบับเดียวกัน: {one.reason}",
            "on": one.merged_at.date().isoformat(),
            "by": one.merged_by,
            "undone": _undone(one.undone_at, one.undone_by, one.undone_reason),
        }
        for one in merged
    ]
    return DossierTable(
        "arrivals",
        "หนังสือที่มาหลายทางและที่รวมเป็นฉบับเดียว",
        (
            Column("letter", "หนังสือ", 15),
            Column("unit", "หน่วย", 24),
            Column("what", "เหตุการณ์", 27),
            Column("on", "วันที่", 9, Cell.DAY),
            Column("by", "โดย", 12),
            Column("undone", "ถอน", 13),
        ),
        tuple(rows),
    )


def chases(seen: Seen) -> DossierTable:
    """Who was reminded when, and which way."""
    ids = [node.delivery.id for node in seen.nodes if node.delivery is not None]
    sender = Unit.alias()
    query: Any = (
        ChaseLine.select(
            Unit.name_th,
            ChaseLine.kinds,
            ChaseLine.chased_at,
            sender.name_th,
            Chase.chased_by,
            ChaseLine.address,
            Mail.state,
            Chase.uid,
        )
        .join(Chase, on=(ChaseLine.chase == Chase.id))
        .join_from(ChaseLine, Unit, on=(ChaseLine.unit == Unit.id))
        .join_from(Chase, sender, on=(Chase.unit == sender.id))
        .join_from(ChaseLine, Mail, "LEFT OUTER JOIN", on=(Mail.chase_line == ChaseLine.id))
        .where(ChaseLine.root == seen.root_id, among(ChaseLine.delivery, ids))
        .order_by(ChaseLine.chased_at, ChaseLine.id)
    )
    return DossierTable(
        "chases",
        "การเตือน",
        (
            Column("unit", "เตือนหน่วย", 26),
            Column("kinds", "เพราะ", 18),
            Column("at", "เมื่อ", 11, Cell.MOMENT),
            Column("sender", "โดยหน่วย", 18),
            Column("by", "ผู้เตือน", 12),
            Column("way", "ทาง", 15),
        ),
        tuple(
            {
                "unit": unit,
                "kinds": kinds_words(kinds_of(kinds)),
                "at": at.isoformat(),
                "sender": by_unit,
                "by": by,
                "way": _way(address, state),
                "chase_uid": uid,
            }
            for unit, kinds, at, by_unit, by, address, state, uid in query.tuples()
        ),
    )


def _letters(seen: Seen) -> list[Any]:
    return list(Letter.select().where(among(Letter.id, seen.letter_ids)).order_by(Letter.id))


def _note_words(line: EndorsementLine) -> str:
    desks = " ".join(desk.name for desk in line.desks)
    parts = [line.text, f"ให้ {desks}" if desks else ""]
    if line.withdrawal is not None:
        parts.append("(ถอนแล้ว)")
    return " ".join(part for part in parts if part)


def _undone(at: datetime | None, by: str | None, reason: str | None) -> str:
    return "" if at is None else f"{format_short(at.date())} {by or ''} {reason or ''}".strip()


def _way(address: str, state: str | None) -> str:
    if not address:
        return "กระดาษ"
    words = "" if state is None else THAI_MAIL_STATE[MailState(state)]
    return f"{address} {words}".strip()
