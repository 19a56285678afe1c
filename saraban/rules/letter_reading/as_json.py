"""A draft in the plain fields of the label schema, for other programs and for scoring."""

from datetime import date
from typing import Any

from saraban.rules.letter_reading.draft import (
    Citation,
    Deadline,
    Evidence,
    LetterDraft,
    NumberParts,
)
from saraban.thai.digits import to_thai

# Fields whose evidence tells of each element, in the order of the field's list.
_LISTS = frozenset(
    {
        "addressees", "references", "enclosures", "cited", "asks", "deadlines", "onward", "stamps",
        "duties",
    }
)  # fmt: skip


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
        "evidence": {
            field: _evidence(evidence, is_list=field in _LISTS)
            for field, evidence in draft.evidence.items()
        },
        "abbreviations": [
            {
                "printed": one.printed,
                "place": one.place,
                "candidates": [vars(candidate) for candidate in one.candidates],
            }
            for one in draft.abbreviations
        ],
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
        "hours": deadline.hours,
        "anchor": deadline.anchor,
        "rrule": deadline.rrule,
    }
    return {name: value for name, value in told.items() if value is not None}


def _evidence(evidence: Evidence, *, is_list: bool) -> dict[str, Any]:
    told = vars(evidence) | {
        "items": [_evidence(one, is_list=False) for one in evidence.items],
        "rivals": list(evidence.rivals),
    }
    if not is_list:
        del told["items"]
    return told


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
