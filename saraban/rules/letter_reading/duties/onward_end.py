"""Where a clause that passes a matter on ends: behind what those who are told shall do."""

import re

from saraban.rules.letter_reading.duties.onward_words import WHOM
from saraban.rules.letter_reading.lines.toneless import toneless_shape

_LONGEST, _SHORTEST = 260, 8  # characters of the clause behind those who are told
# What they shall do, in the words that end most such clauses.
OUTCOME = toneless_shape(
    r"(?<!ชุด)(?<!การ)(?<!ผู้)(?<!แนว)(?<!แผน)"
    r"(?:ทราบ|ถือปฏิบัติ|ดำเนินการ|ปฏิบัติ(?!งาน|การ(?! ))|พิจารณา|เข้าร่วม|(?<!อาสา)สมัคร)"
    r"(?:โดยทั่วกัน"
    r"|โดยทั่วถึง)?(?: ?(?:และ|เพื่อ)(?:พิจารณา)?(?:ถือปฏิบัติ|ยึดถือ|ดำเนินการ|ปฏิบัติ|ใช้ประโยชน์)"
    r"(?:(?!พร้อมทั้ง)[ก-๎]){0,30}"
    r"|ตาม[ก-๎]{2,40})?(?:โดย(?:ทั่วกัน|เคร่งครัด|ด่วน|เร็ว)|อย่างเคร่งครัด)?(?:ต่อไป)?(?:ด้วย(?!ภาพ))?"
    r"(?:นะ)?(?:ค่ะ|คะ|ครับ)?(?: ดังนี้)?"
)
# … and more of it behind a blank: ถือปฏิบัติ โดยเคร่งครัด, ปฏิบัติด้วยความสุภาพ และห้ามเรียกรับเงิน.
_MORE_OUTCOME = toneless_shape(
    r"ถึง[^ ]{2,40}(?: [^ ]{2,30}){0,3} และ[^ ]{2,60}"
    # By what they shall hear of it: ทราบ โดยทางหอกระจายข่าวประจำหมู่บ้าน.
    r"| (?:โดย)?(?:ทาง|ผ่าน)(?=หอ|เสียง|ที่ประชุม|เว็บ|สื่อ|ช่อง|วิทยุ|ระบบ|ไลน์|กลุ่ม)"
    r"(?:(?!เพื่อ|ว่า|หาก| (?:ทั้งนี้|จึง|พร้อม|แล้ว|และ(?:ขอ|รายงาน|ส่ง|จัดส่ง|รวบรวม)|ภายใน|โดย)).){4,120}"
    r"| (?:และเข้าร่วม[ก-๎]{0,30}|(?:อย่าง|โดย)เคร่งครัด)|[ก-๎]{2,40} (?=และ(?:ห้าม|งด))[ก-๎]{4,60}"
)
# What they shall do may go on without a blank: ดำเนินการสำรวจข้อมูลตามแบบที่กำหนด.
_GLUED_ON = toneless_shape(
    r"(?:(?!และรายงาน|และ(?:จัด)?ส่ง|และขอ|กับขอ|พร้อมทั้ง|ภายใน|เพื่อ|โดย|จัก|จะ|ตั้งแต่"
    r"|สำหรับ(?=จังหวัด|อำเภอ|หน่วย|ส่วน|โรง))[ก-๎ฯ./]){1,90}(?:โดยทั่ว(?:กัน|ถึง))?"
    r"(?:(?<=ตามวัน) เวลา ?(?:และ ?)?สถานที่[ก-๎]{0,20})?(?:(?:โดย|อย่าง)เคร่งครัด)?"
)
# By what they shall do it, which goes on behind a blank: ตามระเบียบ กฎหมาย และหนังสือสั่งการที่เกี่ยวข้อง,
# ตามแบบ นน.๑, ตามสิ่งที่ส่งมาด้วย ๒, ตามนโยบาย No Gift Policy โดยเคร่งครัด.
_BY_WHAT = toneless_shape(
    r"(?:ตามวัน เวลา ?(?:และ ?)?สถานที่[ก-๎]{0,20}|ตาม[ก-๎]{2,40}"
    r"(?: (?:[A-Za-z]+|(?!พ\.ศ)(?:[ก-ฮ]{1,4}\.)+(?:[ก-ฮ]{1,4})?(?: ?[0-9๐-๙]+)?"
    r"|[0-9๐-๙]{1,2}(?![0-9๐-๙.:])"
    r"|(?:และ|หรือ)?(?:กฎ|ระเบียบ|ข้อบังคับ|ข้อบัญญัติ|ประกาศ|คำสั่ง|หนังสือ|มาตรการ|แนวทาง|หลักเกณฑ์|วิธีการ|เงื่อนไข)"
    r"[ก-๎]{0,40}))+)"
    r"(?: ?(?:โดย|อย่าง)(?:เคร่งครัด|ทั่วกัน)| ?(?:ต่อไป|ด้วย)(?![ก-๎]))*"
)
# Here the sentence turns to something else.
_GOES_ON_ELSEWHERE = toneless_shape(
    r"(?:(?<=ด้วย)|(?<=ต่อไป)|(?<=ทราบ))(?=สำหรับ(?:จังหวัด|อำเภอ|หน่วย|ส่วน|โรง))"
    r"| ?(?=\((?:หน่วย(?:งาน)?|ผู้)(?:ที่)?รับผิดชอบ|ทุกวัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์))"
    r"| ?(?=เพื่อ(?:ประโยชน์|ใช้|เป็นข้อมูล|จะได้|จักได้))| (?=(?:และ|แล้ว)(?:ให้)?รวบรวม)"
    r"| ?(?=จนกว่า|โดย(?:บันทึก|ให้(?!ความ)|มี(?!ส่วน)|เบิก))"
    r"| (?=เมื่อ|หาก|ทั้งนี้|สำหรับ|ซึ่ง|อนึ่ง|ในการนี้|จึง|และขอ)"
    r"| ?(?=(?:และ|พร้อมทั้ง|แล้ว)(?:ให้|ขอให้)?(?:สรุป|รวบรวม)?(?:รายงาน"
    r"|จัดส่ง|ส่ง(?!เสริม))|ในวันที่ ?[0-9๐-๙]"
    r"|ภายใน ?[0-9๐-๙]|(?:ภายใน|ก่อน)วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์)?ที่|ระหว่างวันที่|ภายในเดือน"
    r"|ตามหนังสือ|เพื่อให้(?:การ|เป็น|เกิด)|หาก(?:พบ|มี|ไม่|ท่าน))"
)
# A blank before these does not end what they shall do: more of it, of those told, or of a list
# (ป้ายไม้ ป้ายเหล็ก และเสา).
_GOES_ON = (
    r"(?:\(|[A-Za-z]|[0-9๐-๙]{1,2} |ที่|ใน|หลัง|(?:ไป|มา)(?=ให้|พบ|ร่วม|รับ|ราย)"
    r"|ให้(?!ท่าน|อำเภอ|จังหวัด|รายงาน|ส่ง|จัดส่ง|แจ้ง|หน่วย|โรงเรียน|เทศบาล|สำนัก|กรม|ทุก|ผู้)"
    r"|(?!อย่างน้อย)[ก-๎]{3,25} และ(?!ให้|ขอ|ราย|ส่ง|จัดส่ง|รวบรวม|แจ้ง)"
    rf"|และ(?!ให้|ขอให้)|หรือ|ทุก|{WHOM})"
)
# What they shall do follows the blank behind ทุกแห่ง or ในพื้นที่, or behind the last of those told:
# แจ้งเทศบาล กำนัน ผู้ใหญ่บ้าน เตือนประชาชน. An enclosure in brackets is no part of it, their
# short name is: อาสาสมัครเกษตรหมู่บ้าน (อกม.).
_PHRASE = toneless_shape(
    rf"(?:[^ ]*(?: (?:และ|หรือ|ตลอดจน|รวมทั้ง)?{WHOM}[^ ]*)+ (?!\()|[^ ]* \((?:[ก-ฮ]{{1,4}}\.)+\) )?"
    r".{12,}?(?:(?<!ทุกแห่ง)(?<!พื้นที่)(?<!สังกัด)(?<!ประเทศ)(?<!แบบ)(?<!ด้วย [0-9๐-๙])"
    rf"(?= (?:\(สิ่งที่|(?!{_GOES_ON})))|$)"
)
# Without such words the clause ends where another opens.
_CLAUSE_END = toneless_shape(
    r" (?=ที่ได้|เพื่อ|โดย|รายงาน|จะ|จัก|ทั้งนี้|พร้อม|และ(?=รายงาน|ส่ง)|รายละเอียด|ดัง)|(?<=[ก-ฮ]) (?=จึง)"
)


def end_of(paragraph: str, told: re.Match[str]) -> int:
    """The place behind the clause; told is what ONWARD found of it in the toneless paragraph."""
    first = told.end()
    last = min(first + _LONGEST, len(paragraph))
    if elsewhere := _GOES_ON_ELSEWHERE.search(paragraph, first, last):
        last = elsewhere.start()
    if outcome := OUTCOME.search(paragraph, first, last):
        end = outcome.end()
        more = _MORE_OUTCOME.match(paragraph, end) or _GLUED_ON.match(paragraph, end)
        return _past_what(paragraph, first, more.end() if more else end)
    clause = _CLAUSE_END.search(paragraph, first, last)
    if clause and clause.start() - first > _SHORTEST:
        return _past_what(paragraph, first, clause.start())
    phrase = _PHRASE.match(paragraph, first, last)
    return _past_what(paragraph, first, phrase.end() if phrase else last)


def _past_what(paragraph: str, first: int, end: int) -> int:
    """The place behind the rule or form by which it shall be done, where the end cut it short."""
    for by in _BY_WHAT.finditer(paragraph, first):
        if by.start() < end < by.end():
            return by.end()
    return end
