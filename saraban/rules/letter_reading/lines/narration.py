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
_LAW = r"(?:ประกาศ|พระราชบัญญัติ|กฎกระทรวง|กฎหมาย|ระเบียบ|ข้อบังคับ|มาตรา|มาตรฐาน)"
# Somebody else asks, not the writer: กองทุนได้ขอให้…, ระเบียบกำหนดให้…. What a higher office wants is
# told too where the writer then says what itself wants: กรมแจ้งว่า …, มติให้ … จึงขอให้อำเภอ….
_OTHERS_ASK = toneless_shape(
    r"(?<!ขอ)(?<!จึง)ได้(?:ขอ(?:ความร่วมมือ)?|สั่ง(?:การ)?|กำหนด|กำชับ|มอบหมาย|เร่งรัด)ให้"
    r"|(?<!ขอ)ได้แจ้งเวียน"
    rf"|(?:ซึ่ง|{_LAW}(?:(?!จึง)[ก-๎ .()0-9๐-๙]){{0,120}}?)กำหนดให้"
    r"|กำหนดให้(?=ผู้|นายจ้าง|ประเทศ|ประชาชน|เจ้าของ|บุคคล)"
    rf"|ตาม{_LAW}[ก-๎ .0-9๐-๙]{{0,120}}?ต้อง"
    r"|เพื่อ[ก-๎]{0,60}จะได้"
    r"|(?P<relayed>(?:ได้รับ)?แจ้ง(?:จาก[^ ]{3,60})?ว่า|มี(?:หนังสือ|วิทยุ)(?=ให้| |ใน|แจ้ง|ลง|ด่วน|สั่ง|กำชับ)"
    r"|มี(?:มติ|คำสั่ง|บัญชา)(?:แจ้ง|สั่งการ|กำชับ)?ให้)"
)
_WRITER_ASKS = toneless_shape(
    r"จึง(?!ได้)|ในการนี้|ทั้งนี้|อนึ่ง|บัดนี้|พิจารณาแล้ว|(?<!แจ้ง)(?<!ได้)(?:ขอ(?:ให้|ความ|ได้)|โปรด|กรุณา)"
)
_WRITER_CONCLUDES = toneless_shape(
    r"จึง(?:ใคร่)?(?:ให้|ขอ(?:ให้|ความ|ได้|เชิญ|เรียนเชิญ))|พิจารณาแล้ว|ในการนี้"
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


def without_told(paragraph: str, later: str = "") -> str:
    """The paragraph toneless, with blanks for what tells what others ask or asked.

    later is what the letter says below, where the writer may come to what itself asks.
    """
    text = toneless(paragraph)
    at = len(toneless(paragraph[: narrated_until(paragraph)]))
    text = " " * at + text[at:]
    is_concluded = _WRITER_CONCLUDES.search(toneless(later)) is not None
    while told := _OTHERS_ASK.search(text, at):
        speaks = _WRITER_CONCLUDES if told["relayed"] else _WRITER_ASKS
        ends = speaks.search(text, told.end())
        if told["relayed"] and not ends and not is_concluded:
            at = told.end()
            continue
        at = ends.start() if ends else len(text)
        text = text[: told.start()] + " " * (at - told.start()) + text[at:]
    return text
