"""A cascade as plain data for other programs: days and instants ISO, digits Arabic."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from saraban.queries.cascade_nodes import MissedUnit, Node, instant
from saraban.queries.cascade_rows import LetterRow, ReceiptRow
from saraban.queries.cascade_tree import Cascade
from saraban.queries.citations import CitationLine
from saraban.rules.deliveries import NotDone

BANGKOK = ZoneInfo("Asia/Bangkok")


def trace_json(cascade: Cascade) -> dict[str, Any]:
    """The cascade as `flask trace --json` prints it. Keys stay; new ones may be added."""
    return {
        "root": _root(cascade.root_letter),
        "nodes": [_node(node) for node in cascade.nodes],
        "conflicts": [_conflict(line) for line in cascade.conflicts],
        "not_reached": [_missed(unit) for unit in cascade.not_reached],
        "silent": [_not_done(node) for node in cascade.silent],
        "late": [_not_done(node) for node in cascade.failing(NotDone.LATE)],
        "unlisted": [_missed(unit) for unit in cascade.unlisted],
    }


def _root(letter: LetterRow) -> dict[str, Any]:
    return {
        "uid": letter.uid,
        "letter_number": letter.letter_number,
        "printed_number": letter.printed_number,
        "dated_on": _day(letter.dated_on),
        "subject": letter.subject,
        "issuer": letter.issuer_text,
        "urgency": letter.urgency,
    }


def _node(node: Node) -> dict[str, Any]:
    sent, own = node.delivery, node.letter
    return {
        "id": node.id,
        "letter_number": own and own.letter_number,
        "printed_number": own and own.printed_number,
        "dated_on": own and _day(own.dated_on),
        "unit": node.unit_name,
        "unit_uid": node.unit_uid,
        "parent": node.parent and node.parent.id,
        "level": node.level,
        "state": node.state.value,
        "receipts": [_receipt(receipt) for receipt in node.receipts],
        "received_letter_number": node.received and node.received.letter_number,
        "dispatched_at": _instant(sent and sent.dispatched_at),
        "delivered_at": _instant(sent and sent.delivered_at),
        "opened_at": _instant(sent and sent.opened_at),
        "acknowledged_at": _instant(sent and sent.acknowledged_at),
        "reported_at": _instant(sent and sent.reported_at),
        "days_held": node.days_held,
        "days_used_above": node.days_used_above,
        "due_on": _day(node.due_on),
        "days_left": node.days_left,
        "not_done": node.not_done and node.not_done.value,
        "is_declared": node.is_declared,
        "is_inferred": node.is_inferred,
    }


def _not_done(node: Node) -> dict[str, Any]:
    return {
        "unit": node.unit_name,
        "unit_uid": node.unit_uid,
        "state": node.state.value,
        "days_held": node.days_held,
        "days_left": node.days_left,
        "node": node.id,
    }


def _receipt(receipt: ReceiptRow) -> dict[str, Any]:
    return {
        "unit": receipt.unit_name,
        "register": receipt.register,
        "number": receipt.number,
        "printed_number": receipt.printed_number,
        "received_on": _day(receipt.received_on),
        "received_time": receipt.received_time,
    }


def _conflict(line: CitationLine) -> dict[str, Any]:
    return {
        "citing": line.citing_key or line.citing_number,
        "cited_as": {
            "number": line.cited_number,
            "dated_on": _day(line.cited_on),
            "text": line.text,
        },
        "resolved_to": {
            "number": line.resolved_number,
            "letter_number": line.resolved_letter_number,
            "printed_number": line.resolved_printed,
            "dated_on": _day(line.resolved_on),
        },
        "fields": list(line.fields),
    }


def _missed(unit: MissedUnit) -> dict[str, Any]:
    return {"unit": unit.unit_name, "unit_uid": unit.unit_uid, "via": unit.via}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _instant(stored: str | None) -> str | None:
    if stored is None:
        return None
    return instant(stored).astimezone(BANGKOK).isoformat(timespec="seconds")
