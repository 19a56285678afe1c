"""Where a clause that passes a matter on ends: behind what those who are told shall do.

They hear of it (ทราบ), which mostly ends it, or do something, and that goes on over lists and
blanks to where the sentence turns: to a day, a purpose, a condition, or what the receiver does.
"""

import re

from saraban.rules.letter_reading.duties.onward_audience import WHOM
from saraban.rules.letter_reading.duties.onward_verbs import POSTERS, TELL
from saraban.rules.letter_reading.lines.toneless import toneless_shape

_LONGEST = 320  # characters of the clause behind those who are told
# They themselves may have to put something up: เก็บป้ายเก่า และติดประกาศ ณ จุดจำหน่าย.
_PUT_UP = rf"(?:ติด|ปิด)(?:{POSTERS})(?![^ ]{{0,50}}ไว้)"
_NO_DEED = r"(?<!ชุด)(?<!การ)(?<!ผู้)(?<!แนว)(?<!แผน)"
_CLOSES = (
    r"(?:โดย(?:ทั่วกัน|ทั่วถึง(?:กัน)?|เคร่งครัด|ด่วน|เร็ว|ตรง)|อย่าง(?:เคร่งครัด|ทั่วถึง)|ต่อไป|ด้วย(?!ภาพ|ความ)"
    r"|เช่น(?:เดียว)?กัน|ล่วงหน้า|นะ|ค่ะ|คะ|ครับ)"
)
# What they shall do, in the words that end most such clauses.
OUTCOME = toneless_shape(
    _NO_DEED + r"(?:ทราบ|ถือปฏิบัติ|ดำเนินการ|ปฏิบัติ(?!งาน|การ(?! ))|พิจารณา|เข้าร่วม|(?<!อาสา)สมัคร)"
)
# They hear of it, and what they do then: ทราบและถือปฏิบัติโดยเคร่งครัดต่อไปด้วย.
_HEARS = toneless_shape(
    rf"ทราบ(?:{_CLOSES})*(?: ?(?:และ|เพื่อ)(?:พิจารณา)?(?:ถือ(?:เป็นแนวทาง)?ปฏิบัติ|ยึดถือ|ดำเนินการ|ปฏิบัติ"
    rf"|ใช้ประโยชน์|เข้าร่วม|สมัคร|ระมัดระวัง|ระวัง"
    r"|(?:นำ[ก-๎]{2,20})?ไป(?=ยื่น|แสดง|ติดต่อ|รับ|ร่วม))"
    rf"(?:(?!พร้อมทั้ง|ภายใน|ทั้งนี้)[ก-๎]){{0,40}})?(?: ?{_CLOSES})*"
)
# … what they do then goes on to the blank: ทราบและเตรียมข้อมูลเพื่อรับการตรวจ.
_AND_DO = toneless_shape(
    r"(?:และ(?!ขอ|ให้|หาก|ราย|ส่ง|รวบ|แจ้ง|จัดส่ง|งด)"
    r"|เพื่อ(?!ให้|เป็น|จะ|ประโยชน์|ความ|การ|ป้องกัน|ขอ|แก้|มิ|ไม่))"
    r"(?:(?!ภายใน|พร้อมทั้ง|ทั้งนี้|(?:และ|กับ)(?:ราย|ส่ง|รวบ|จัดส่ง|ขอ|แจ้ง))[ก-๎ฯ./]){2,110}"
)
_AND_MORE = (
    r"และ(?!ขอ|หาก|ให้|ราย|ส่ง|จัด|รวบ|แจ้ง|งด|สนับสนุน|ดำเนิน|ติดตาม|เตรียม|กำกับ|ตรวจ|เร่ง|นำ)[^ ]{2,60}"
)
# What of, without a blank, and through what: ทราบถึงอันตรายของป้าย ผ่านหอกระจายข่าวของหมู่บ้าน.
_OF_WHAT = toneless_shape(
    rf"(?:ถึง[^ ]{{2,40}}(?: [^ ]{{2,30}}){{0,3}} {_AND_MORE}"
    r"|(?:(?!โดย|เพื่อ|(?<!ว่า)จะ|จัก|สำหรับ|พร้อมทั้ง|กับขอ)[ก-๎ฯ./]){1,110}"
    rf"(?: (?:{_AND_MORE}|[0-9๐-๙]{{1,2}} [^ ]{{2,40}}))*)"
    rf"(?: ?{_CLOSES})*"
)
_THROUGH = toneless_shape(
    r" ?(?:โดย)?(?:ทาง|ผ่าน)(?=หอ|เสียง|ที่ประชุม|เว็บ|สื่อ|ช่อง|วิทยุ|ระบบ|ไลน์|กลุ่ม|การ)"
    r"[^ ]{2,60}(?: (?:[^ ]{2,30} )?และ(?!ขอ|หาก|ให้|ราย|ส่ง|รวบ|แจ้ง)[^ ]{2,60})?"
    rf"(?: ?{_CLOSES})*"
    # … or where: ทราบ ณ โถงชั้น ๑.
    r"| ณ [^ ]{3,60}(?: [0-9๐-๙]{1,3}(?= |$))?"
)
_DONE = toneless_shape(
    _NO_DEED + r"(?:ถือปฏิบัติ|ดำเนินการ|ปฏิบัติ)(?:(?!ภายใน)[ก-๎./]){0,60}?"
    rf"(?:{_CLOSES}|เช่นเดียวกัน| ดังนี้|(?= (?:ดังนี้|จะ(?:เป็นพระ|ขอบ)|จัก)))+"
)
_SENDS = (
    r"(?:(?:ขอ)?ให้(?:อำเภอ|จังหวัด|ท่าน|หน่วยงาน|โรงเรียน|เทศบาล)?|โปรด)?"
    r"(?:สรุป|รวบรวม|(?:สรุป|รวบรวม)?(?:ผล)?(?:รายงาน|จัดส่ง(?!คืน)|ส่ง(?!เสริม|ต่อ|คืน)))"
)
_DAY = r"(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)"
# Here the sentence turns to something else: to a time, a purpose, a condition, what is sent …
_TURNS_ANYWHERE = (
    r"ภายใน(?:กำหนด|วัน|เดือน|ระยะ|เวลา|สิ้น|ปี|ไตรมาส| ?[0-9๐-๙])"
    rf"|ก่อน(?:วัน(?:{_DAY})?ที่|เวลา)|ใน(?:ระหว่าง)?วัน(?:{_DAY})?ที่|ใน(?:วัน(?:และ)?|ช่วง)เวลา"
    r"|ระหว่าง(?:วันที่|เดือน)|ตลอด(?:เดือน|ปี| ?[0-9๐-๙])"
    # From when they shall do it for good belongs to it: ใช้แบบใหม่ตั้งแต่เดือนตุลาคม ๒๕๖๙ เป็นต้นไป.
    r"|ตั้งแต่(?:วัน|เวลา|เดือน)(?![^ ]{0,20}(?: [^ ]{1,20}){0,3} ?เป็นต้นไป)"
    rf"|ทุก(?:วัน(?:{_DAY}|ทำการ|ที่ ?[0-9๐-๙])|สัปดาห์|เดือน|ไตรมาส)|เป็นประจำ(?:ทุก|เดือน)"
    r"|จนกว่า|(?<!บัดนี้)จนถึงวันที่"
    r"|เพื่อ(?!น|โปรด|ทราบ|พิจารณา|ถือ|ดำเนินการ|ประชาสัมพันธ์|เข้าร่วม|แจ้ง|ช่วย)"
    r"|พร้อมทั้ง|(?:และ)?หาก(?:พบ|มี|ไม่|ท่าน|เกิด|ประสงค์|ผู้)|มิฉะนั้น|ตามหนังสือ(?!(?:ฉบับ)?นี้)"
    r"|โดย(?:โรงเรียน|หน่วยงาน|ผู้(?:ที่|ประสงค์|สนใจ)|บันทึก|ให้(?!ความ)|มี(?!ส่วน)|เบิก|ไม่(?:เสีย|มี|คิด|ต้อง)|ส่ง|จัดส่ง|ยื่น)"
    rf"|(?:และ|พร้อมทั้ง|แล้ว){_SENDS}|(?:และ|พร้อมทั้ง|กับ)ขอ(?:ให้|ได้|ความ|เชิญ)"
)
# … behind a blank, also to whom it is for, what the receiver does itself, or the next item.
_TURNS_AT_BLANK = (
    r"เมื่อ|หาก|ทั้งนี้|สำหรับ|ส่วน(?!ราชการ)|ซึ่ง|อนึ่ง|ในการนี้|จึง|กรณี|จะ|จัก|ว่า|ที่ได้รับ|ณ วัน"
    r"|ดัง(?!นี้)|รายละเอียด|ผู้(?:สนใจ|ใด|มี|ที่)|อย่างน้อย|พร้อม(?!เพรียง|ใช้|ช่วย|สำเนา|หลักฐาน|สมุด|บัตร|เอกสาร)"
    r"|โดย(?!เคร่งครัด|ทั่ว|พร้อม|ทาง|ผ่าน|เฉพาะ)"
    rf"|(?:และ|ตลอดจน|รวมทั้ง|กับ)(?:โปรด|ให้)?(?!{_PUT_UP}){TELL}|ตลอดจน(?!{WHOM})|และ(?:เร่ง|นำ(?!เอกสาร|หลักฐาน|บัตร)|เก็บไว้|ติดตาม|ปรับปรุง|สำรอง|คัดเลือก|กำกับ|เตรียม|จัด(?!การ))"
    r"|ตามกำหนดการ|ตามที่|แล้วให้|และให้(?!ความ|การ)|รายงาน(?!ตัว)|ข้อ [0-9๐-๙]"
    r"|\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})?[.)](?: |$)|[0-9๐-๙]{1,2}\.[0-9๐-๙]{1,2} [ก-ฮเ-ไ]"
    r"|\((?:สิ่งที่|หน่วย|ผู้)|[☐☑□\[]|\( ?\)"
)
# … and behind the words that close such a clause: ด้วย, ต่อไป, โดยเคร่งครัด.
_CLOSED = (
    r"(?<=ด้วย)(?<!มาด้วย)(?=สำหรับ| )|(?<=ทราบ)(?=สำหรับ)|(?<=ต่อไป)(?=สำหรับ| )"
    r"|(?:(?<=เคร่งครัด)|(?<=ทั่วกัน)|(?<=พร้อมเพรียงกัน)) "
)
_TURN = toneless_shape(rf" ?(?={_TURNS_ANYWHERE})|(?<!ว่า) (?={_TURNS_AT_BLANK})|{_CLOSED}")


def end_of(paragraph: str, told: re.Match[str]) -> int:
    """The place behind the clause; told is what ONWARD found of it in the toneless paragraph."""
    first = told.end()
    turn = _TURN.search(paragraph, first)
    last = min(turn.start() if turn else len(paragraph), first + _LONGEST)
    if heard := _HEARS.search(paragraph, first, last):
        end = heard.end()
        if does := _AND_DO.match(paragraph, end):
            end, last = does.end(), max(last, does.end())
        for more in (_OF_WHAT, _THROUGH):
            if found := more.match(paragraph, end, last):
                end = found.end()
        return _stripped(paragraph, end)
    if done := _DONE.search(paragraph, first, last):
        return _stripped(paragraph, done.end())
    return _stripped(paragraph, last)


def _stripped(paragraph: str, end: int) -> int:
    return len(paragraph[:end].rstrip(" ,;"))
