"""The parts of a dossier that come from the chain itself: tree, hops, letters, deliveries."""

from datetime import date, datetime
from typing import Any

from saraban.queries.cascade_nodes import MissedUnit, Node, instant
from saraban.queries.delivery_ends import standing_end
from saraban.queries.dossier_proofs import known_words, weakly_proven
from saraban.queries.dossier_seen import Seen
from saraban.records import Delivery
from saraban.records.id_sets import among
from saraban.rules.days import day_of
from saraban.rules.deliveries import THAI_NOT_DONE, THAI_STATE, State
from saraban.rules.delivery_ends import THAI_REASON
from saraban.rules.dossier import (
    THAI_KNOWN,
    Cell,
    DossierColumn as Column,
    DossierTable,
    Known,
    iso,
    with_gaps,
)
from saraban.rules.registers import THAI_CHANNEL, THAI_REGISTER
from saraban.thai.digits import to_thai


def tree(seen: Seen) -> DossierTable:
    """Every agency under the one that told it, with its clock."""
    weak = weakly_proven(seen.nodes)
    return DossierTable(
        "tree",
        "ผังสายเวียน",
        (
            Column("level", "ชั้น", 4, Cell.COUNT),
            Column("unit", "หน่วย", 27),
            Column("number", "หนังสือของหน่วย", 13),
            Column("dated_on", "ลงวันที่", 8, Cell.DAY),
            Column("state", "สถานะ", 9),
            Column("days_used_above", "ใช้ไปก่อนถึง (วัน)", 7, Cell.COUNT),
            Column("days_held", "อยู่ที่หน่วย (วัน)", 7, Cell.COUNT),
            Column("days_left", "เหลือ (วัน)", 6, Cell.COUNT),
            Column("not_done", "สิ่งที่ค้าง", 9),
            Column("known", "รู้ได้อย่างไร", 10),
        ),
        tuple(
            {
                "level": node.level,
                "unit": node.unit_name,
                "unit_uid": node.unit_uid,
                "number": (node.letter.printed_number or "") if node.letter else "",
                "dated_on": iso(node.letter.dated_on) if node.letter else None,
                "state": THAI_STATE[node.state],
                "days_used_above": node.days_used_above,
                "days_held": node.days_held,
                "days_left": node.days_left,
                "not_done": THAI_NOT_DONE[node.not_done] if node.not_done else "",
                "known": known_words(node, weak),
            }
            for node in seen.nodes
        ),
        "เห็นเฉพาะสายเหนือขึ้นไปและสายใต้หน่วยของผู้ขอ" if seen.is_part else "",
    )


def missed(not_reached: list[MissedUnit], unlisted: list[MissedUnit]) -> DossierTable:
    """Those that ought to have the matter and do not: two kinds, never folded together."""
    kinds = (("ยังไปไม่ถึง", not_reached), ("ไม่มีใครส่งถึง", unlisted))
    return DossierTable(
        "missed",
        "หน่วยที่ไม่ได้รับ",
        (
            Column("unit", "หน่วย", 45),
            Column("kind", "เพราะ", 20),
            Column("via", "ควรได้จาก", 35),
        ),
        tuple(
            {"unit": unit.unit_name, "unit_uid": unit.unit_uid, "kind": kind, "via": unit.via}
            for kind, units in kinds
            for unit in units
        ),
    )


def hops(seen: Seen) -> DossierTable:
    """The way of the matter in time: each sending on and each coming to an agency."""
    lines: list[tuple[date, datetime | None, str, str, str]] = []
    for node in seen.nodes:
        if node.letter is not None and node.letter.dated_on is not None:
            count = sum(child.delivery is not None for child in node.children)
            told = f"ออกหนังสือ ส่งถึง {to_thai(str(count))} หน่วย" if count else "ออกหนังสือ"
            number = node.letter.printed_number or ""
            lines.append((node.letter.dated_on, None, node.unit_name, told, number))
        lines += _comings(node)
    lines.sort(key=lambda line: (line[0], line[1] is not None, line[1] or 0, line[2]))
    gaps = with_gaps([line[0] for line in lines])
    return DossierTable(
        "hops",
        "ลำดับเหตุการณ์",
        (
            Column("on", "วันที่", 10, Cell.DAY),
            Column("gap_days", "ห่างกัน (วัน)", 8, Cell.COUNT),
            Column("unit", "หน่วย", 34),
            Column("what", "เหตุการณ์", 26),
            Column("number", "เลข", 22),
        ),
        tuple(
            {"on": iso(on), "gap_days": gap, "unit": unit, "what": what, "number": number}
            for (on, _at, unit, what, number), gap in zip(lines, gaps, strict=True)
        ),
        "วันที่ของหนังสือตามที่พิมพ์ วันที่รับตามตรารับ นอกนั้นตามเวลาที่ระบบบันทึก",
    )


def _comings(node: Node) -> list[tuple[date, datetime | None, str, str, str]]:
    found: list[tuple[date, datetime | None, str, str, str]] = [
        (receipt.received_on, None, receipt.unit_name, "ลงรับ", receipt.printed_number)
        for receipt in node.receipts
    ]
    row = node.delivery
    if row is None:
        return found
    for text, words in ((row.acknowledged_at, "รับทราบ"), (row.reported_at, "รายงาน")):
        if text is not None:
            at = instant(text)
            found.append((day_of(at), at, node.unit_name, words, ""))
    return found


def letters(seen: Seen) -> DossierTable:
    """The letters of the chain; the number as printed, which may differ from the register's."""
    return DossierTable(
        "letters",
        "หนังสือในสาย",
        (
            Column("number", "ที่ (ตามที่พิมพ์)", 15),
            Column("register_number", "ที่ (ตามทะเบียน)", 15),
            Column("dated_on", "ลงวันที่", 9, Cell.DAY),
            Column("issuer", "จาก", 22),
            Column("subject", "เรื่อง", 27),
            Column("known", "รู้ได้อย่างไร", 12),
        ),
        tuple(
            {
                "uid": row.uid,
                "number": row.printed_number or "",
                "register_number": to_thai(row.letter_number or ""),
                "dated_on": iso(row.dated_on),
                "issuer": row.issuer_text,
                "subject": row.subject or "(ไม่แสดงเรื่อง)",
                "known": THAI_KNOWN[Known.RECORDED if row.is_issued_here else Known.DECLARED],
            }
            for row in seen.letters
        ),
        "บันทึกในระบบ: ผู้ออกให้เลขในระบบนี้ · หน่วยแจ้งเอง: ผู้รับนำมาลงทะเบียน",
    )


def receipts(seen: Seen) -> DossierTable:
    """Every receipt number that a desk gave, desks inside included."""
    numbers = seen.numbers
    return DossierTable(
        "receipts",
        "เลขรับ",
        (
            Column("unit", "หน่วยที่ลงรับ", 34),
            Column("number", "เลขรับ", 14),
            Column("register", "ทะเบียน", 16),
            Column("on", "วันที่รับ", 10, Cell.DAY),
            Column("time", "เวลา", 8),
            Column("letter", "ของหนังสือ", 18),
        ),
        tuple(
            {
                "unit": receipt.unit_name,
                "number": receipt.printed_number,
                "register": {str(key): words for key, words in THAI_REGISTER.items()}.get(
                    receipt.register, receipt.register
                ),
                "on": iso(receipt.received_on),
                "time": to_thai((receipt.received_time or "").replace(":", ".")),
                "letter": numbers.get(receipt.letter_id, ""),
            }
            for node in seen.nodes
            for receipt in node.receipts
        ),
    )


def deliveries(seen: Seen) -> DossierTable:
    """Each sending with its instants, kept apart: sent, arrived, opened, numbered, acknowledged."""
    ids = [node.delivery.id for node in seen.nodes if node.delivery is not None]
    query: Any = Delivery.select().where(among(Delivery.id, ids))
    more = {delivery.id: delivery for delivery in query}
    numbers = seen.numbers
    return DossierTable(
        "deliveries",
        "การส่งและการตอบรับ",
        (
            Column("unit", "หน่วยผู้รับ", 19),
            Column("letter", "หนังสือ", 10),
            Column("channel", "ทาง", 7),
            Column("dispatched_at", "ส่ง", 8, Cell.MOMENT),
            Column("delivered_at", "ถึง", 8, Cell.MOMENT),
            Column("opened_at", "เปิดอ่าน", 8, Cell.MOMENT),
            Column("received_at", "ลงรับ", 8, Cell.MOMENT),
            Column("acknowledged_at", "รับทราบ", 8, Cell.MOMENT),
            Column("acknowledged_by", "โดย", 10),
            Column("state", "สถานะ", 14),
        ),
        tuple(
            {
                "unit": node.unit_name,
                "letter": numbers.get(node.delivery.letter_id, ""),
                "channel": _channel(more[node.delivery.id].channel),
                **{
                    name: _iso(getattr(more[node.delivery.id], name))
                    for name in (
                        "dispatched_at", "delivered_at", "opened_at", "received_at",
                        "acknowledged_at", "passed_on_at", "reported_at",
                    )
                },
                "acknowledged_by": more[node.delivery.id].acknowledged_by or "",
                "digest": more[node.delivery.id].acknowledged_digest,
                "state": _state_words(node.state, more[node.delivery.id]),
            }
            for node in seen.nodes
            if node.delivery is not None
        ),
        "ช่องว่าง คือไม่มีหลักฐานว่าเกิดขึ้น ไม่ใช่หลักฐานว่าไม่เกิด",
    )  # fmt: skip


def _state_words(state: State, delivery: Any) -> str:
    words = THAI_STATE[state]
    if delivery.is_weak_proof:
        words += " (ไม่มีบัญชี)"
    end = standing_end(delivery)
    if end is None:
        return words
    reason = {str(key): said for key, said in THAI_REASON.items()}.get(end.reason, "")
    return " ".join(part for part in (words, reason, end.words) if part)


def _channel(channel: str) -> str:
    return {str(key): words for key, words in THAI_CHANNEL.items()}.get(channel, channel)


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
