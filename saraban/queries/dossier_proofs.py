"""The parts of a dossier that tell how each thing is known: words, readings, the ledger's codes."""

from typing import Any

from saraban.queries.cascade_nodes import Node
from saraban.queries.dossier_seen import Seen
from saraban.queries.visibility import in_own_line
from saraban.records import AuditEvent, Delivery, FieldAnswer, IntakeLetter, Letter, Unit
from saraban.records.id_sets import among
from saraban.rules.dossier import (
    KNOWN_MEANS,
    THAI_KNOWN,
    Cell,
    DossierColumn as Column,
    DossierTable,
    Known,
    chain_code,
)
from saraban.rules.reading_fields import THAI_FIELD


def known_of(node: Node, weak: frozenset[int]) -> Known:
    """How it is known that the agency has the matter."""
    if node.is_inferred:
        return Known.INFERRED
    if node.is_declared:
        return Known.DECLARED
    if node.delivery is not None and node.delivery.id in weak:
        return Known.WEAKER
    return Known.RECORDED


def known_words(node: Node, weak: frozenset[int]) -> str:
    """The same in words, with the agency whose letter shows it."""
    known = known_of(node, weak)
    words = THAI_KNOWN[known]
    return f"{words}จาก {node.known_by}" if known is Known.INFERRED and node.known_by else words


def weakly_proven(nodes: list[Node]) -> frozenset[int]:
    """The ids of deliveries that were acknowledged without an account."""
    ids = [node.delivery.id for node in nodes if node.delivery is not None]
    query: Any = Delivery.select(Delivery.id).where(
        among(Delivery.id, ids),
        Delivery.is_weak_proof == True,  # noqa: E712 - SQL
    )
    return frozenset(row[0] for row in query.tuples())


def proofs(seen: Seen) -> DossierTable:
    """What each word under "how it is known" means, and of how many agencies it was said."""
    weak = weakly_proven(seen.nodes)
    known = [known_of(node, weak) for node in seen.nodes]
    return DossierTable(
        "proofs",
        "รู้ได้อย่างไร",
        (
            Column("known", "คำ", 20),
            Column("means", "หมายความว่า", 65),
            Column("count", "จำนวนหน่วย", 15, Cell.COUNT),
        ),
        tuple(
            {
                "known": THAI_KNOWN[kind],
                "means": KNOWN_MEANS[kind],
                # Of single fields, not of agencies: they stand in a table of their own.
                "count": None if kind is Known.READ else known.count(kind),
            }
            for kind in Known
        ),
    )


def events(seen: Seen) -> DossierTable:
    """The last event about these letters in each unit's chain: its code binds all before it."""
    uids = [row.uid for row in seen.letters]
    units = {node.unit_id for node in seen.nodes if node.unit_id is not None}
    units |= {desk for node in seen.nodes for desk in node.desk_ids}
    query: Any = (
        AuditEvent.select(AuditEvent.unit, Unit.name_th, AuditEvent.seq, AuditEvent.digest)
        .join(Unit, on=(AuditEvent.unit == Unit.id))
        .where(AuditEvent.subject.in_(uids), among(AuditEvent.unit, units))
        .order_by(AuditEvent.unit, AuditEvent.seq)
    )
    last: dict[int, tuple[str, int, str, int]] = {}
    for unit_id, name, seq, digest in query.tuples():
        count = last[unit_id][3] if unit_id in last else 0
        last[unit_id] = (name, seq, digest, count + 1)
    return DossierTable(
        "events",
        "รหัสบัญชีเหตุการณ์",
        (
            Column("unit", "หน่วย", 40),
            Column("count", "เหตุการณ์ในสายนี้", 15, Cell.COUNT),
            Column("seq", "ลำดับสุดท้าย", 15, Cell.COUNT),
            Column("code", "รหัส", 30),
        ),
        tuple(
            {
                "unit": name,
                "count": count,
                "seq": seq,
                "code": chain_code(digest),
                "digest": digest,
            }
            for name, seq, digest, count in last.values()
        ),
        "รหัสผูกเหตุการณ์ก่อนหน้าทั้งหมดของหน่วยไว้ด้วย ตรวจซ้ำด้วย flask audit verify แล้วเทียบรหัสที่ลำดับนั้น",
    )


def readings(seen: Seen) -> DossierTable:
    """Fields that a machine read off a file, what was proposed, and who confirmed."""
    query: Any = (
        FieldAnswer.select(
            Letter.printed_number,
            FieldAnswer.field,
            FieldAnswer.proposed,
            FieldAnswer.accepted,
            FieldAnswer.answered_by,
            FieldAnswer.answered_at,
        )
        .join(IntakeLetter, on=(FieldAnswer.intake_letter == IntakeLetter.id))
        .join_from(IntakeLetter, Letter, on=(IntakeLetter.letter == Letter.id))
        .join_from(FieldAnswer, Unit, on=(FieldAnswer.unit == Unit.id))
        .where(among(IntakeLetter.letter, seen.letter_ids), in_own_line(seen.actor))
        .order_by(FieldAnswer.id)
    )
    return DossierTable(
        "readings",
        "ข้อมูลที่อ่านจากไฟล์",
        (
            Column("letter", "หนังสือ", 15),
            Column("field", "ช่อง", 13),
            Column("proposed", "เครื่องอ่านว่า", 25),
            Column("accepted", "ลงทะเบียนว่า", 25),
            Column("by", "ผู้ยืนยัน", 12),
            Column("at", "เมื่อ", 10, Cell.MOMENT),
        ),
        tuple(
            {
                "letter": number or "",
                "field": THAI_FIELD.get(field, field),
                "proposed": proposed,
                "accepted": accepted,
                "by": by,
                "at": at.isoformat(),
            }
            for number, field, proposed, accepted, by, at in query.tuples()
        ),
    )
