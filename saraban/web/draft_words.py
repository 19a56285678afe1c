"""Words for drafts: states, steps, fields, and how two versions differ."""

from dataclasses import dataclass
from typing import Any

from flask_babel import gettext

from saraban.errors import N_
from saraban.rules.drafts import DraftMove, DraftState, DraftText, differing_fields
from saraban.rules.letters import THAI_KIND, THAI_URGENCY
from saraban.rules.permissions import THAI_MANNER
from saraban.web.words import day_words

# A state is a word with a shape, as on every page.
DRAFT_STATE_WORDS: dict[str, tuple[str, str]] = {
    DraftState.WRITING: ("✎", N_("กำลังร่าง")),
    DraftState.OFFERED: ("◔", N_("เสนอลงนาม")),
    DraftState.APPROVED: ("●", N_("เห็นชอบแล้ว")),
    DraftState.RETURNED: ("↩", N_("ส่งกลับให้แก้")),
    DraftState.ASIDE: ("◌", N_("พักไว้")),
    DraftState.ISSUED: ("✓", N_("ออกเลขแล้ว")),
}
MOVE_WORDS: dict[str, str] = {
    DraftMove.OFFER: N_("เสนอลงนามแล้ว"),
    DraftMove.APPROVE: N_("เห็นชอบแล้ว"),
    DraftMove.RETURN: N_("ส่งกลับให้แก้แล้ว"),
    DraftMove.SET_ASIDE: N_("พักร่างไว้แล้ว"),
    DraftMove.RESUME: N_("ทำร่างต่อแล้ว"),
    DraftMove.ISSUE: N_("ออกเลขแล้ว"),
}
_FIELD_WORDS: dict[str, str] = {
    "kind": N_("ชนิดหนังสือ"),
    "urgency": N_("ชั้นความเร็ว"),
    "issuer": N_("ส่วนราชการเจ้าของหนังสือ"),
    "dated_on": N_("ลงวันที่"),
    "subject": N_("เรื่อง"),
    "salutation": N_("คำขึ้นต้น"),
    "addressee_text": N_("ถึงใคร (หลังคำขึ้นต้น)"),
    "references": N_("อ้างถึง"),
    "enclosures": N_("สิ่งที่ส่งมาด้วย"),
    "cause": N_("ภาคเหตุ"),
    "purpose": N_("ภาคความประสงค์"),
    "points": N_("ข้อที่ขอให้ทำ"),
    "conclusion": N_("ภาคสรุป"),
    "closing": N_("คำลงท้าย"),
    "signatory_name": N_("ผู้ลงนาม"),
    "signatory_position": N_("ตำแหน่งผู้ลงนาม"),
    "acting": N_("ลงนามแทน"),
    "acting_post": N_("ตำแหน่งที่แทน"),
    "owner_section": N_("ส่วนราชการเจ้าของเรื่อง"),
    "contact": N_("โทร. และการติดต่อ"),
    "copy_to": N_("สำเนาส่ง"),
    "relay_phrase": N_("ให้หน่วยผู้รับแจ้งต่อถึง"),
    "has_thai_digits": N_("พิมพ์ตัวเลขเป็นเลขไทย"),
}

_CHOICES: dict[str, dict[str, str]] = {
    "kind": THAI_KIND,
    "urgency": THAI_URGENCY,
    "acting": {manner.value: words for manner, words in THAI_MANNER.items()},
}


@dataclass(frozen=True)
class Difference:
    """A field that two versions write differently, each as lines to be read."""

    words: str
    one: tuple[str, ...]
    other: tuple[str, ...]


def compared(one: DraftText, other: DraftText) -> tuple[Difference, ...]:
    """The fields that differ, in the order of the form."""
    return tuple(
        Difference(
            gettext(_FIELD_WORDS[name]),
            _lines(name, getattr(one, name)),
            _lines(name, getattr(other, name)),
        )
        for name in differing_fields(one, other)
    )


def _lines(name: str, value: Any) -> tuple[str, ...]:
    if name == "points":
        return tuple(
            " · ".join(
                filter(
                    None, (point.asks, point.report_to, day_words(point.due_on), point.late_reason)
                )
            )
            for point in value
        )
    if name == "dated_on":
        return (day_words(value),) if value else ()
    if name == "has_thai_digits":
        return (gettext(N_("ใช่")) if value else gettext(N_("ไม่ใช่")),)
    if name in _CHOICES:
        return (gettext(_CHOICES[name][value]),) if value in _CHOICES[name] else ()
    return tuple(str(value).splitlines())
