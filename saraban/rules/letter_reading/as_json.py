"""A draft in the plain fields of the label schema, for other programs and for scoring."""

from datetime import date
from typing import Any

from saraban.rules.letter_reading.draft import Citation, Deadline, LetterDraft, NumberParts
from saraban.thai.digits import to_thai


def letter_json(draft: LetterDraft) -> dict[str, Any]:
    """The draft as JSON-ready values; null or [] for what the letter does not say."""
    return {
        "pages": list(draft.pages),
        "kind": draft.kind,
        "urgency": draft.urgency,
        "secrecy": draft.secrecy,
        "number": _number(draft.number),
        "date_iso": _day(draft.dated_on),
        "date_raw": draft.date_raw,
        "issuer": draft.issuer,
        "subject": draft.subject,
        "addressees": draft.addressees,
        "references": [_citation(one) for one in draft.references],
        "enclosures": draft.enclosures,
        "cited": [_citation(one) for one in draft.cited],
        "asks": draft.asks,
        "deadlines": [_deadline(one) for one in draft.deadlines],
        "onward": draft.onward,
        "signatory": vars(draft.signatory) if draft.signatory else None,
        "contact": vars(draft.contact) if draft.contact else None,
        "stamps": [
            {
                "unit": stamp.unit,
                "number": stamp.number,
                "date_iso": _day(stamp.dated_on),
                "time": stamp.time,
            }
            for stamp in draft.stamps
        ],
        "duties": [{"ask": ask, "text": text, "unit": unit} for ask, text, unit in draft.duties],
        "conveys": draft.conveys,
        "sketch": draft.sketch,
        "evidence": {field: vars(evidence) for field, evidence in draft.evidence.items()},
    }


def _number(number: NumberParts | None) -> dict[str, Any] | None:
    if number is None:
        return None
    return {
        "raw": number.raw,
        "normalized_th": to_thai(number.normalized),
        "normalized_arabic": number.normalized,
        "issuer_code": number.issuer_code,
        "unit_code": number.unit_code,
        "circular": number.is_circular,
        "running": number.running,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "number": citation.number,
        "date_iso": _day(citation.dated_on),
        "issuer": citation.issuer,
    }


def _deadline(deadline: Deadline) -> dict[str, Any]:
    told = {
        "text": deadline.text,
        "kind": deadline.kind,
        "due_iso": _day(deadline.due_on),
        "days": deadline.days,
        "working_days": deadline.working_days,
        "anchor": deadline.anchor,
        "rrule": deadline.rrule,
    }
    return {name: value for name, value in told.items() if value is not None}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
