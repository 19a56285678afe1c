"""The part of a paragraph that tells what earlier letters said: ตามที่ … นั้น."""

import re

from saraban.rules.letter_reading.lines.toneless import place_with_tones, toneless, toneless_shape

_OPENS = toneless_shape(
    r"^(?:\(?[0-9๐-๙]{1,2}[.)] ?)?(?:เรื่องเดิม|ความเป็นมา|ต้นเรื่อง|เดิม)?[ :]*(?:ด้วย)?(?:ตาม|อนุสนธิ"
    r"|สืบเนื่อง)"
)
# A memo tells how things stand under such words of their own, and asks further down.
_OF_A_MEMO = toneless_shape(
    r"^(?:\(?[0-9๐-๙]{1,2}[.)] ?)?(?:เรื่องเดิม|ความเป็นมา|ต้นเรื่อง|ข้อเท็จจริง|ข้อกฎหมาย|ข้อระเบียบ)"
    r"(?!.*(?:จึงขอ|จึงเรียน|จึงเห็น))"
)
_CLOSES = toneless_shape(r"(?: |(?<=แล้ว)|(?<=ทราบ)|(?<=[0-9๐-๙]))นั้น(?=\s|$)")


def narrated_until(paragraph: str) -> int:
    """Where the telling of earlier letters ends and this letter begins to ask; 0 for none."""
    text = toneless(paragraph)
    if _OF_A_MEMO.match(text):
        return len(paragraph)
    if not _OPENS.match(text):
        return 0
    ends = re.search(_CLOSES, text)
    return place_with_tones(paragraph, ends.end()) if ends else 0
