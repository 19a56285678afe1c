"""What a letter's own mark says beside what is printed on it.

A mark may be forged or moved from another letter, so it never replaces what was read in
silence: where both agree the field is sure, where they differ the clerk is told and has to
look, and where nothing was read it is offered to be confirmed.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from saraban.errors import SarabanError
from saraban.rules.letter_mark import LetterMark
from saraban.rules.letter_number import parse_letter_number
from saraban.rules.letter_reading.draft import Evidence, LetterDraft, NumberParts, Signatory
from saraban.rules.letter_reading.heading.addressees import addressees_of
from saraban.rules.letter_reading.lines.number_line import number_at
from saraban.rules.letter_reading.lines.page_lines import Box
from saraban.thai.dates import format_long
from saraban.thai.digits import to_thai
from saraban.thai.text import search_key

Source = Literal["qr", "embedded"]

_DIFFERS = "{field}ใน{place}คือ “{told}” แต่ในหนังสืออ่านได้ “{read}” ต้องตรวจก่อนใช้"
_UNREAD = "{field}ใน{place}คือ “{told}” แต่อ่านจากตัวหนังสือไม่พบ ต้องตรวจก่อนใช้"
_PLACES: dict[Source, str] = {"qr": " QR ", "embedded": "ข้อมูลที่ฝังในไฟล์"}
_NAMES = {
    "number": "เลขที่หนังสือ",
    "date_iso": "วันที่",
    "subject": "เรื่อง",
    "addressees": "ผู้รับ",
    "urgency": "ชั้นความเร็ว",
    "secrecy": "ชั้นความลับ",
    "signatory": "ผู้ลงนาม",
}
_SURE = 0.999


def said_by_mark(mark: LetterMark) -> dict[str, str]:
    """The fields a QR tells of, as text."""
    return {"number": mark.number, "date_iso": mark.dated_on.isoformat()}


def said_by_facts(facts: Mapping[str, Any]) -> dict[str, str]:
    """The fields that the facts inside a file tell of, as text; "" for what it leaves out."""
    return {
        "number": facts["number"],
        "date_iso": facts["date_iso"],
        "subject": facts["subject"],
        "addressees": facts["addressee_text"],
        "urgency": facts.get("urgency") or "",
        "secrecy": facts.get("secrecy") or "",
        "signatory": facts.get("signatory_name") or "",
    }


def compared(
    draft: LetterDraft,
    said: Mapping[str, str],
    source: Source,
    *,
    is_off_picture: bool,
    box: Box | None = None,
) -> list[str]:
    """Compare a draft with what its mark said, change the draft accordingly, and tell.

    box is where the mark stands. Where they agree, the evidence names the mark and needs no
    look. Where they differ, the printed text of a text layer stays; off a picture the mark's
    value is offered, since a QR mends its own errors and a scan does not. Either way it is to
    be confirmed, and a warning in Thai names both.
    """
    evidence = dict(draft.evidence)
    warnings = []
    for field, told in said.items():
        read = _as_text(draft, field)
        place = evidence.get(field)
        if _key(field, told) == _key(field, read):
            if place:
                evidence[field] = replace(place, source=source, confidence=_SURE, confirm=False)
            continue
        if not told or (is_off_picture and field not in ("number", "date_iso")):
            continue
        takes_over = not read or is_off_picture
        if takes_over and not _SETTERS[field](draft, told):
            continue
        if takes_over:
            page = draft.pages[0] if draft.pages else 1
            place = place or Evidence(page, box, told, source, _SURE, True)
            place = replace(place, source=source)
        if place:
            evidence[field] = replace(place, confirm=True)
        message = _DIFFERS if read else _UNREAD
        warnings.append(
            message.format(
                field=_NAMES[field],
                place=_PLACES[source],
                told=_shown(field, told),
                read=_shown(field, read),
            )
        )
    draft.evidence = evidence
    return warnings


def _as_text(draft: LetterDraft, field: str) -> str:
    """What was read for a field, as the marks write it; "" for nothing."""
    if field == "number":
        return draft.number.normalized if draft.number else ""
    if field == "date_iso":
        return draft.dated_on.isoformat() if draft.dated_on else ""
    if field == "addressees":
        return " ".join(draft.addressees)
    if field == "signatory":
        return (draft.signatory.name or "") if draft.signatory else ""
    return getattr(draft, field) or ""


def _key(field: str, text: str) -> str:
    """Equal for two ways of writing one value."""
    if field == "number":
        try:
            return parse_letter_number(text).key
        except SarabanError:
            return search_key(text)
    if field == "addressees":
        return search_key("".join(addressees_of(text)))
    return search_key(text)


def _shown(field: str, text: str) -> str:
    if field == "date_iso":
        return _day_shown(text)
    return to_thai(text) if field == "number" else text


def _day_shown(text: str) -> str:
    try:
        return format_long(date.fromisoformat(text))
    except ValueError:
        return text


def _set_number(draft: LetterDraft, told: str) -> bool:
    parts: NumberParts | None = found.parts if (found := number_at(told)) else None
    if parts:
        draft.number = parts
    return parts is not None


def _set_day(draft: LetterDraft, told: str) -> bool:
    try:
        draft.dated_on = date.fromisoformat(told)
    except ValueError:
        return False
    draft.date_raw = format_long(draft.dated_on)
    return True


def _set_addressees(draft: LetterDraft, told: str) -> bool:
    draft.addressees = addressees_of(told)
    return True


def _set_signatory(draft: LetterDraft, told: str) -> bool:
    old = draft.signatory or Signatory(None, None, None)
    draft.signatory = replace(old, name=told)
    return True


def _set_subject(draft: LetterDraft, told: str) -> bool:
    draft.subject = told
    return True


def _set_urgency(draft: LetterDraft, told: str) -> bool:
    draft.urgency = told
    return True


def _set_secrecy(draft: LetterDraft, told: str) -> bool:
    draft.secrecy = told
    return True


_SETTERS: dict[str, Callable[[LetterDraft, str], bool]] = {
    "number": _set_number,
    "date_iso": _set_day,
    "subject": _set_subject,
    "addressees": _set_addressees,
    "urgency": _set_urgency,
    "secrecy": _set_secrecy,
    "signatory": _set_signatory,
}
