"""Clauses that tell others of what was done or planned: a story, and nothing that is asked.

ได้แจ้งให้อำเภอทราบแล้ว, จัดพิมพ์หนังสือเพื่อเผยแพร่แก่ประชาชน, อำเภอได้มีหนังสือกำชับให้….
"""

import re

from saraban.rules.letter_reading.lines.toneless import toneless, toneless_shape

# What stands right before the verb makes it something done, or the name of a doing: ได้, การ.
_STORY_BEFORE = toneless_shape(
    r"(?:ได้|ซึ่ง|ที่|เคย|ได้รับ|(?<!ท่าน)จะ|(?<!โครง)(?<!ราช)(?<!กิจ)(?<!บริ)(?<!กรรม)(?<!อำนวย)การ|ไม่)$"
)
# What another office wrote: อำเภอได้มีหนังสือ ที่ … ลงวันที่ … กำชับให้องค์กร….
_WROTE = toneless_shape(
    r"ได้มี(?:หนังสือ|วิทยุ|โทรสาร|บันทึก)(?:(?!จึง|ดังนั้น|ขอให้|นั้น ).){0,110}"
    r"(?:กำชับ|สั่งการ|เร่งรัด|ขอความร่วมมือ) ?$"
)
# … and what goes on with it: ได้แจ้งกำนันและประกาศทางหอกระจายข่าว.
_JOINS = toneless_shape(r"และ(?!ขอ|โปรด)|ตลอดจน|รวมทั้ง|พร้อม")
_NARRATED = toneless_shape(
    r"(?<!ขอ)(?<!ท่าน)(?<!โปรด)(?<!จะ)ได้(?=แจ้ง|มี|ดำเนิน|ส่ง|จัด|ประชุม|ชี้แจง|ประกาศ|ประชาสัมพันธ์"
    r"|สั่ง|ทำ|เวียน|กำชับ|ปิด|ติด|เผยแพร่|ตรวจ|ออก|นำ|มอบ|พิจารณา|รายงาน|ประสาน|สำรวจ|แต่งตั้ง)"
    r"(?:(?!จึง|ขอ(?:ให้|ความ|ได้|เชิญ)|โปรด|กรุณา|รบกวน|ฝาก| ให้|จะ).)*$"
)
_STORY_AFTER = toneless_shape(r"\s?(?:ความ(?:ละเอียด)?แจ้งแล้ว|แล้ว(?=\s|$)|นั้น)")
# What a superior is asked to order once it agrees is not passed on yet.
_ONCE_AGREED = toneless_shape(
    r"(?:เห็นชอบ|เห็นสมควร|เห็นด้วย) ?(?:ขอได้)?(?:โปรด(?:พิจารณา)?อนุ(?:มัติ|ญาต)[^ ]{0,40})?$"
)
_ORDERS = toneless_shape("(?:ขอได้)?(?:โปรด)?สั่งการ")
# What a thing was made for: จัดพิมพ์หนังสือเพื่อเผยแพร่ความรู้แก่ประชาชน.
_MADE = toneless_shape(
    r"(?:วัตถุประสงค์|(?<!ให้)(?<!โปรด)จัด(?!ส่ง|เตรียม)|โครงการ)"
    r"(?:(?!จึง|ขอให้|โปรด|ส่ง|มา(?:เพื่อ|ยัง|ให้|พร้อม)).){0,120}$"
)
_MADE_FOR = toneless_shape(
    r"จัด(?:ประชุม|งาน|โครงการ|กิจกรรม|อบรม)(?:(?!จึง|ดังนี้).){0,160}เพื่อ(?!โปรด|ขอ|ให้การ)"
    r"(?:(?!จึง|ขอ(?:ให้|ความ)|โปรด).){0,120}$"
)
PURPOSE = toneless("เพื่อ")
_DONE_ALREADY = toneless_shape(r"ไปแล้ว|แล้ว(?:เมื่อ| นั้น)|ไว้แล้ว")
_TOLD_OF = (toneless("แล้ว"), toneless("ด้วยนั้น"))


def is_story(paragraph: str, told: re.Match[str], end: int) -> bool:
    """Whether it was done (ได้แจ้งให้…แล้ว), is to be done once a superior agrees, or is a purpose."""
    asks_anew = told["asked"].startswith("จึง")  # …ไม่สามารถประมวลผลได้จึงขอให้อำเภอแจ้ง…
    if not asks_anew and _STORY_BEFORE.search(paragraph[max(0, told.start() - 14) : told.start()]):
        return True
    before = paragraph[: told.start()]
    if _WROTE.search(before):
        return True
    if _JOINS.match(told["asked"]) and _NARRATED.search(before):
        return True
    if told["asked"].startswith(PURPOSE) and _MADE.search(before):
        return True
    if _JOINS.match(told["asked"]) and _MADE_FOR.search(before):
        return True
    if waits_for_consent(paragraph, told.start()):
        return True
    if _DONE_ALREADY.search(paragraph, told.end(), end) or paragraph[:end].endswith(_TOLD_OF):
        return True
    return _STORY_AFTER.match(paragraph, end) is not None


def waits_for_consent(paragraph: str, start: int) -> bool:
    """Whether the clause that starts there is what a superior may order once it agrees.

    หากเห็นชอบโปรดสั่งการให้หน่วยงาน…; paragraph is toneless.
    """
    orders = _ORDERS.match(paragraph, start)
    return orders is not None and _ONCE_AGREED.search(paragraph[:start]) is not None
