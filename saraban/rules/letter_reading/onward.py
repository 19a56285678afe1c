"""Whom the receiver is to tell in turn: the second addressee hidden in the text.

Such a clause has four parts: words that ask (จึงขอให้, โปรด, สำหรับอำเภอให้, an item's number), a
verb of telling, those who are told, and what they shall do (ทราบ, ถือปฏิบัติ, ดำเนินการ).
"""

import re
from dataclasses import dataclass

from saraban.rules.letter_reading.narration import narrated_until

_WHOM = (
    r"(?:องค์กร|องค์การ|เทศบาล|อำเภอ|จังหวัด|หน่วย|ส่วนราชการ|บุคลากร|ข้าราชการ|เจ้าหน้าที่|พนักงาน|ลูกจ้าง"
    r"|โรง(?:เรียน|พยาบาล|งาน|แรม)|สถาน|ผู้|นักเรียน|นักศึกษา|นิสิต|อาจารย์|ครู|คณาจารย์|ประชาชน|ประชากร|กำนัน"
    r"|สมาชิก|คณะ|สถาบัน|ทุก|กลุ่ม|กอง|สำนัก|ฝ่าย|ราษฎร|เกษตรกร|เกษตร(?:อำเภอ|ตำบล)|ปศุสัตว์|ประมง|พัฒนาการ"
    r"|ชุมชน|หมู่บ้าน|ท้องถิ่น|ท้องที่|คู่สัญญา|อปท|อบต|อบจ|นายก|นายอำเภอ|บริษัท|ห้าง|ร้าน|เครือข่าย|รัฐวิสาหกิจ|ศูนย์"
    r"|รพ|สาธารณสุข(?:อำเภอ|จังหวัด)|สสอ|สหกรณ์|สหภาพ|ภาค|หัวหน้า|ประธาน|ปลัด|ตำรวจ|อาสา|เยาวชน|บุคคล|สาธารณชน"
    r"|มหาวิทยาลัย|วิทยาลัย|สมาคม|มูลนิธิ|วัด|พระ|ชาว|เยาวชน|กรม(?!ทราบ)|สมาพันธ์|ธนาคาร|คนใน|ท่านที่|สังกัด|ภายใน(?:หน่วย"
    r"|สังกัด))"
)
_TELL = (
    r"(?:แจ้ง(?:เวียน)?|เวียนแจ้ง|แพร่ข่าว|ประชาสัมพันธ์|เผยแพร่|กำชับ|ถ่ายทอด|ซักซ้อม(?:ความเข้าใจ)?(?!แนวทาง)"
    r"|เร่งรัด(?:ติดตาม)?)"
)
# What is told may stand between the verb and the audience: แพร่ข่าวรับสมัคร… ให้ผู้สนใจ.
_TOLD = (
    r"(?!ผล|ความประสงค์|ความจำนง|ชื่อ|รายชื่อ|ตอบ|กลับ|ข้อมูล|ยืนยัน|ความเห็น|การยืนยัน|การตอบ|จำนวน)"
    r"(?:(?!ทราบ|ภายใน|รายงาน|จัดส่ง|นั้น)[ก-๎ฯ./() ]){0,80}?"
)
_AUDIENCE = rf"(?: ?(?:ให้|ไปยัง|แก่|ต่อ|กับ|ไปที่)?(?:แก่)? ?{_WHOM}|{_TOLD}(?:ให้|ไปยัง|แก่|ต่อ) ?{_WHOM})"
_GAP = (
    r"(?:(?!ทราบ|รายงาน|ภายใน|นั้น|ส่ง|แจ้ง|กำชับ|ประชาสัมพันธ์|เผยแพร่|แพร่ข่าว|ถ่ายทอด|อนุมัติ|จึง|ได้รับ)"
    r"[ก-๎.ฯ/ ])"
)
_ASKED = (
    rf"(?:สำหรับ(?:(?!และขอ|สามารถ|หาก){_GAP}){{2,70}}?(?:ขอ(?:ได้)?(?:โปรด)?(?:ให้)?|ให้|โปรด)\s?(?:ท่าน)?(?:ช่วย|เร่ง)?"
    rf"|(?:จึง|ใคร่)*ขอความ(?:ร่วมมือ|อนุเคราะห์|กรุณา){_GAP}{{0,60}}?"
    rf"|(?:จึง|ใคร่)*ขอ(?:ได้)?(?:ให้|โปรด|กรุณา){_GAP}{{0,60}}?"
    rf"|(?:จึง|โดย)?(?:ขอ)?(?:แจ้ง)?ให้ ?(?=(?:ท่าน|จังหวัด|อำเภอ|นายอำเภอ|สำนัก|หน่วยงาน|ส่วนราชการ|ผู้|หัวหน้า"
    rf"|กรม|คณะ|เทศบาล|องค์|โรงเรียน|สถานศึกษา|ท้องถิ่น|ทุก|ศูนย์|กอง)){_GAP}{{2,60}}?"
    r"|(?:และ|พร้อมทั้ง|รวมทั้ง|ตลอดจน|เพื่อ|โปรด|กรุณา|กับ)(?:ได้)?(?:โปรด)?(?:ขอให้|ขอความร่วมมือ|ให้)?(?:ช่วย"
    r"|เร่ง)?"
    r"|^(?:\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})?[.)] ?|[-•] ?|[(\[] ?[/xX✓✔√] ?[)\]] ?)(?:ให้)?"
    r"|(?<![ก-๎])(?:ให้)?(?=แจ้ง))"
)
_ONWARD = re.compile(
    rf"(?P<asked>{_ASKED})(?<!ได้)(?<!รับ)(?<!การ)(?P<tell>{_TELL})(?P<whom>{_AUDIENCE})"
)
# What stands before the first word that matters, and is no part of the clause.
_ENUMERATED = re.compile(
    r"^(?:\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})?[.)] ?|[-•] ?|[(\[] ?[^)\]]? ?[)\]] ?)"
)
_SELF = re.compile(
    rf"(?:{_TELL})(?:ให้)? ?(?:กรม|จังหวัด|สำนักงาน|คณะ|อำเภอ|กระทรวง|มหาวิทยาลัย|กอง|ศูนย์|ฝ่าย)"
    r"(?:ฯ|[ก-๎ ]{0,60}?(?=ทราบ ?(?:ด้วย ?)?(?:ภายใน|ก่อน|ทาง)))? ?ทราบ(?!และ)"
)
_OUTCOME = re.compile(
    r"(?<!ชุด)(?<!การ)(?<!ผู้)(?<!แนว)(?:ทราบ|ถือปฏิบัติ|ดำเนินการ|ปฏิบัติ|พิจารณา|เข้าร่วม|สมัคร)(?:โดยทั่วกัน"
    r"|โดยทั่วถึง)?(?: ?(?:และ|เพื่อ)(?:พิจารณา)?(?:ถือปฏิบัติ|ยึดถือ|ดำเนินการ|ปฏิบัติ|ใช้ประโยชน์)[ก-๎]{0,30}"
    r"|ตาม[ก-๎]{2,40})?(?:โดยทั่วกัน|โดยเคร่งครัด|อย่างเคร่งครัด)?(?:ต่อไป)?(?:ด้วย(?!ภาพ))?(?: ดังนี้)?"
)
_MORE_OUTCOME = re.compile(
    r" ?(?:และ)?(?:ถือปฏิบัติ|ดำเนินการ|พิจารณาดำเนินการ|เข้าร่วม)[ก-๎]{0,30}|(?: (?:อย่าง|โดย)เคร่งครัด)"
)
# What they shall do may go on without a blank: ดำเนินการสำรวจข้อมูลตามแบบที่กำหนด.
_GLUED_ON = re.compile(
    r"(?:(?!และรายงาน|และ(?:จัด)?ส่ง|และขอ|ภายใน|เพื่อ|โดย|จัก|จะ|ตั้งแต่)[ก-๎ฯ./]){1,90}"
)
_GOES_ON_ELSEWHERE = re.compile(
    r" (?=เมื่อ|หาก|ทั้งนี้|สำหรับ|ซึ่ง|อนึ่ง|ในการนี้|จึง|และขอ)"
    r"| ?(?=(?:และ|พร้อมทั้ง|แล้ว)(?:ให้|ขอให้)?(?:สรุป)?(?:รายงาน"
    r"|จัดส่ง|ส่ง(?!เสริม))|ภายในวันที่|ระหว่างวันที่|ภายในเดือน)"
)
_SOFT_END = re.compile(r"(?:ต่อไป|ด้วย)(?:ด้วย)?(?= |$)")
_CLAUSE_END = re.compile(
    r" (?=ให้|ที่ได้|เพื่อ|โดย|รายงาน|จะ|จัก|ทั้งนี้|พร้อม|และ(?=รายงาน|ส่ง)|รายละเอียด|ดัง)|(?<=[ก-ฮ]) (?=จึง)"
)


@dataclass(frozen=True)
class OnwardFound:
    """The clause as printed, and the characters it stands on."""

    text: str
    start: int
    end: int


def onward_in(paragraph: str) -> list[OnwardFound]:
    """The clauses of a paragraph that ask the receiver to pass the matter on."""
    found: list[OnwardFound] = []
    at = narrated_until(paragraph)
    while told := _ONWARD.search(paragraph, at):
        start, end = _start_of(told), _end_of(paragraph, told)
        clause = paragraph[start:end].strip()
        if _is_told_elsewhere(paragraph, told, clause):
            at = max(told.start("tell") + 1, told.end("tell"))
            continue
        at = max(end, told.end())
        found.append(OnwardFound(clause, start, end))
    return found


def _start_of(told: re.Match[str]) -> int:
    number = _ENUMERATED.match(told["asked"])
    return told.start() + (number.end() if number and told.start() == 0 else 0)


def _end_of(paragraph: str, told: re.Match[str]) -> int:
    """Behind the words that say what those who are told shall do."""
    first = told.end()
    rest = paragraph[first : first + 260]
    if elsewhere := _GOES_ON_ELSEWHERE.search(rest):
        rest = rest[: elsewhere.start()]
    outcome = _OUTCOME.search(rest)
    clause = _CLAUSE_END.search(rest)
    is_listed = not told["asked"] or _ENUMERATED.match(told["asked"]) is not None
    told_to = re.match(r"[^ ]{0,80}?ให้", rest)
    if is_listed and clause and not (told_to and outcome and outcome.start() < clause.start()):
        return first + clause.start()
    if outcome:
        end = first + outcome.end()
        if more := _MORE_OUTCOME.match(paragraph[end:]):
            return end + more.end()
        glued = _GLUED_ON.match(paragraph[end:])
        return end + glued.end() if glued else end
    if soft := _SOFT_END.search(rest):
        return first + soft.end()
    if clause and clause.start() > 8:
        return first + clause.start()
    blank = rest.find(" ", 12)
    return first + (blank if blank >= 0 else len(rest))


def _is_told_elsewhere(paragraph: str, told: re.Match[str], clause: str) -> bool:
    """Narration (ได้แจ้งให้…แล้ว, แจ้งว่า) and answers to the sender are no onward duty."""
    start = told.start()
    before = paragraph[max(0, start - 14) : start]
    if re.search(r"(?:ได้|ซึ่ง|ที่|เคย|การ|ไม่)$", before) or "แจ้งว่า" in clause[:60]:
        return True
    after = paragraph[start + len(clause) : start + len(clause) + 24]
    if re.search(r"^\s?(?:ความ(?:ละเอียด)?แจ้งแล้ว|แล้ว(?=\s|$)|นั้น)", after):
        return True
    return _SELF.match(paragraph, told.start("tell")) is not None
