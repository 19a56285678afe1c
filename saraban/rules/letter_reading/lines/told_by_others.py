"""The parts of a paragraph that tell what others ask: กองทุนได้ขอให้…, ระเบียบกำหนดให้…, แจ้งว่า …."""

from saraban.rules.letter_reading.lines.narration import narrated_until
from saraban.rules.letter_reading.lines.toneless import (
    place_without_tones,
    toneless,
    toneless_shape,
)

_LAW = r"(?:ประกาศ|พระราชบัญญัติ|กฎกระทรวง|กฎหมาย|ระเบียบ|ข้อบังคับ|มาตรา|มาตรฐาน)"
# Who is no office: what they must do they owe to others than the writer.
_NO_OFFICE = (
    r"(?:ผู้(?:ที่)?(?:เข้า(?:รับ|สอบ|แข่ง|ประกวด)|สมัคร|ขับ|รับจ้าง|ประกอบ|ปกครอง|ได้รับ(?:การ)?คัด|ผ่าน"
    r"|เสนอ|ค้า|ผลิต|เรียน|สอบ|ใช้|ขอ|เช่า|ยื่น|มีสิทธิ|รับผิดชอบโครงการ)"
    r"|นายจ้าง|ลูกจ้าง|เจ้าของ|นักเรียน|นักศึกษา|ประชาชน|บริษัท|คู่สัญญา|เกษตรกร)"
)
# What a higher office wants is asked of the receiver as well, unless the writer then says what
# itself wants: กรมแจ้งว่า …, มติให้ … จึงขอให้อำเภอ….
_RELAYED = (
    r"(?:ได้รับ)?แจ้ง(?:จาก[^ ]{3,60})?ว่า|ร้องเรียน(?:จาก[^ ]{2,60}(?: [^ ]{1,20}){0,3} ?)?ว่า"
    r"|มีมติ|มี(?:คำสั่ง|บัญชา)(?:แจ้ง|สั่งการ|กำชับ)?ให้"
    r"|มี(?:หนังสือ|วิทยุ)(?=ให้| |ใน|แจ้ง|ลง|ด่วน|สั่ง|กำชับ)"
    r"|^(?:ด้วย|เนื่อง(?:ด้วย|จาก))(?:(?!จะ|ขอ)[ก-๎ .]){3,80}(?<!จึง)(?<!และ)(?<! )(?<!ได้)ขอ"
    r"(?=ให้|ความร่วมมือ)"
)
# What the writer itself will do, up to the blank: กรมจะรวบรวมและรายงานคณะกรรมการต่อไป.
_PLANNED = (
    r"(?<!ที่)(?<!ว่า)(?<!ใด)(?<!ท่าน)(?<!หน่วยงาน)(?<!ประสงค์)(?<!ผู้)"
    r"จะ[ก-๎]{2,80}?(?:และ|แล้ว)[ก-๎]+"
)
_OTHERS_ASK = toneless_shape(
    rf"(?P<planned>{_PLANNED})|(?P<relayed>{_RELAYED})"
    # What somebody was asked: กองทุนได้ขอให้….
    r"|(?<!ขอ)(?<!จึง)ได้(?:ขอ(?:ความร่วมมือ)?|สั่ง(?:การ)?|กำหนด|กำชับ|มอบหมาย|เร่งรัด)ให้"
    r"|(?<!ขอ)ได้แจ้งเวียน|ตามที่[ก-๎]{2,60}?(?:ขอ|แจ้ง|สั่ง|กำหนด)ให้"
    # What a rule wants, or what others must do.
    rf"|(?:ซึ่ง|{_LAW}(?:(?!จึง)[ก-๎ .()0-9๐-๙]){{0,120}}?)กำหนดให้"
    r"|กำหนดให้(?=ผู้|นายจ้าง|ประเทศ|ประชาชน|เจ้าของ|บุคคล)"
    rf"|ตาม{_LAW}[ก-๎ .0-9๐-๙]{{0,120}}?ต้อง"
    rf"|{_NO_OFFICE}[ก-๎]{{0,40}}?(?:(?<!ถูก)ต้อง|มีหน้าที่|ให้มา)"
    r"|เพื่อ[ก-๎]{0,60}จะได้"
)
# Where the writer speaks again, and where it comes to what itself wants.
_WRITER_ASKS = toneless_shape(
    r"จึง(?!ได้)|ในการนี้|ทั้งนี้|อนึ่ง|บัดนี้|พิจารณาแล้ว|(?<!แจ้ง)(?<!ได้)(?:ขอ(?:ให้|ความ|ได้)|โปรด|กรุณา)"
)
_WRITER_CONCLUDES = toneless_shape(
    r"จึง(?:ใคร่)?(?:ให้|ขอ(?:ให้|ความ|ได้|เชิญ|(?:กราบ)?เรียนเชิญ|นิมนต์)|(?:ขอ)?ส่งเรื่อง)|พิจารณาแล้ว|ในการนี้"
)


def without_told(paragraph: str, later: str = "") -> str:
    """The paragraph toneless, with blanks for what tells what others ask or asked.

    later is what the letter says below, where the writer may come to what itself asks.
    """
    text = toneless(paragraph)
    at = place_without_tones(paragraph, narrated_until(paragraph))
    text = " " * at + text[at:]
    is_concluded = _WRITER_CONCLUDES.search(toneless(later)) is not None
    while told := _OTHERS_ASK.search(text, at):
        speaks = _WRITER_CONCLUDES if told["relayed"] else _WRITER_ASKS
        ends = speaks.search(text, told.end())
        if told["relayed"] and not ends and not is_concluded:
            at = told.end()
            continue
        at = told.end() if told["planned"] else ends.start() if ends else len(text)
        text = text[: told.start()] + " " * (at - told.start()) + text[at:]
    return text
