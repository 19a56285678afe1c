"""Whom the receiver is to tell in turn: the second addressee hidden in the text."""

import re
from dataclasses import dataclass

from saraban.rules.letter_reading.narration import narrated_until

_WHOM = (
    r"(?:องค์กร|องค์การ|เทศบาล|อำเภอ|จังหวัด|หน่วยงาน|ส่วนราชการ|บุคลากร|ข้าราชการ|เจ้าหน้าที่|พนักงาน|ลูกจ้าง"
    r"|โรงเรียน|สถานศึกษา"
    r"|ผู้|นักเรียน|นักศึกษา|นิสิต|อาจารย์|ครู|ประชาชน|กำนัน|สมาชิก|คณะ|สถาบัน|ทุก|กลุ่ม|กอง|สำนัก|ฝ่าย|ราษฎร"
    r"|เกษตรกร|ชุมชน|หมู่บ้าน|ท้องถิ่น"
    r"|คู่สัญญา|อปท|อบต|นายก|นายอำเภอ|บริษัท|เครือข่าย|รัฐวิสาหกิจ|คณาจารย์|ศูนย์|รพ|ให้|สาธารณสุข|แก่|ไปยัง"
    r"|ต่อ(?!ไป)|สห|ภาค)"
)
_LEAD = re.compile(
    r"สำหรับ[ก-๎ ]{2,60}?(?:ให้|ขอให้|โปรด)\s?แจ้ง"
    rf"|(?:จึง)?(?:ใคร่)?ขอความ(?:ร่วมมือ|อนุเคราะห์)[ก-๎ ]{{0,40}}?(?:แจ้ง|ประชาสัมพันธ์"
    rf"|เผยแพร่)(?:เวียน)?(?:ให้|ไปยัง|แก่)? ?{_WHOM}"
    rf"|(?:และ|จึง|ทั้งนี้)?\s?ขอ(?:ได้)?(?:ให้"
    rf"|โปรด)(?:ได้)?(?:โปรด)?(?!.{{0,6}}ทราบ)[ก-๎. ]{{0,40}}?(?<!ได้)(?<!รับ)(?:แจ้ง(?:เวียน)?|แพร่ข่าว"
    rf"|ประชาสัมพันธ์|กำชับ|ถ่ายทอด)(?!ผล|ความประสงค์|ชื่อ|รายชื่อ|ตอบ|กลับ)[ก-๎ ]{{0,60}}?{_WHOM}"
    rf"|(?:และ|พร้อมทั้ง|รวมทั้ง|ตลอดจน|เพื่อ|โปรด|กับ)(?:ได้)?(?:ขอให้|โปรด|ให้)?(?:แจ้ง(?:เวียน)?"
    rf"|ประชาสัมพันธ์|เผยแพร่|กำชับ|ถ่ายทอด)(?:ให้|ไปยัง|แก่|ต่อ)? ?{_WHOM}"
    rf"|^(?:\(?[0-9๐-๙]{{1,2}}[.)] ?)?ประชาสัมพันธ์ให้{_WHOM}"
    rf"|(?<![ก-๎])แจ้ง(?:เวียน)?(?:ให้|ไปยัง)?(?:องค์กร|องค์การ|เทศบาล|อำเภอ|หน่วยงาน|ส่วนราชการ|จังหวัด"
    rf"|โรงเรียน|สถานศึกษา|บุคลากร|เจ้าหน้าที่)"
)
_SELF = re.compile(
    r"แจ้ง(?:ให้)?(?:กรม|จังหวัด|สำนักงาน|คณะ|อำเภอ|กระทรวง|มหาวิทยาลัย)[ก-๎ ]{0,60}?(?:ทราบ)(?:ภายใน"
    r"|ด้วย ?ภายใน| ?ภายใน)"
)
_OUTCOME = re.compile(
    r"(?<!ชุด)(?<!การ)(?<!ผู้)(?<!แนว)(?:ทราบ|ถือปฏิบัติ|ดำเนินการ|ปฏิบัติ|พิจารณา|เข้าร่วม|สมัคร)(?:โดยทั่วกัน"
    r"|โดยทั่วถึง)?(?:และ(?:พิจารณา)?(?:ถือปฏิบัติ|ดำเนินการ|ปฏิบัติ|ใช้ประโยชน์)[ก-๎]{0,20}"
    r"|ตาม[ก-๎]{2,40})?(?:โดยทั่วกัน|โดยเคร่งครัด|อย่างเคร่งครัด)?(?:ต่อไป)?(?:ด้วย(?!ภาพ))?(?: ดังนี้)?"
)
_CLAUSE_END = re.compile(
    r" (?=ให้|ที่ได้|เพื่อ|โดย|รายงาน|จะ|จัก|ทั้งนี้|พร้อม|และ(?=รายงาน|ส่ง)|รายละเอียด|ดัง)|(?<=[ก-ฮ]) (?=จึง)"
)


@dataclass(frozen=True)
class OnwardFound:
    """The clause, where it stands, and whether it is the letter's own closing sentence."""

    text: str
    start: int
    end: int


def onward_in(paragraph: str) -> list[OnwardFound]:
    """The clauses of a paragraph that ask the receiver to pass the matter on."""
    found: list[OnwardFound] = []
    at = narrated_until(paragraph)
    while lead := _LEAD.search(paragraph, at):
        end = _end_of(paragraph, lead)
        clause = paragraph[lead.start() : end].strip()
        start = lead.start()
        at = max(end, lead.end())
        if _is_told_elsewhere(paragraph, start, clause):
            continue
        found.append(OnwardFound(clause, start, end))
    return found


def _end_of(paragraph: str, lead: re.Match[str]) -> int:
    """Behind the words that say what those who are told shall do."""
    rest = paragraph[lead.end() : lead.end() + 260]
    outcome = _OUTCOME.search(rest)
    clause = _CLAUSE_END.search(rest)
    is_listed = lead.start() < 6 and re.match(r"แจ้ง|กำชับ", lead[0])
    told = re.match(r"[^ ]{0,80}?ให้", rest)
    if is_listed and clause and not (told and outcome and outcome.start() < clause.start()):
        return lead.end() + clause.start()
    if outcome:
        end = lead.end() + outcome.end()
        more = re.match(
            r" ?(?:และ)?(?:ถือปฏิบัติ|ดำเนินการ|พิจารณาดำเนินการ|เข้าร่วม)[ก-๎]{0,30}", paragraph[end:]
        )
        return end + more.end() if more else end
    if clause and clause.start() > 8:
        return lead.end() + clause.start()
    blank = rest.find(" ", 12)
    return lead.end() + (blank if blank >= 0 else len(rest))


def _is_told_elsewhere(paragraph: str, start: int, clause: str) -> bool:
    """Narration (ได้แจ้งให้…แล้ว, แจ้งว่า) and answers to the sender are no onward duty."""
    before = paragraph[max(0, start - 14) : start]
    if re.search(r"(?:ได้|ซึ่ง|ที่|เคย)$", before) or "แจ้งว่า" in clause[:60]:
        return True
    after = paragraph[start + len(clause) : start + len(clause) + 24]
    if re.search(r"^\s?(?:ความ(?:ละเอียด)?แจ้งแล้ว|แล้ว|นั้น)", after):
        return True
    return _SELF.search(paragraph[start : start + len(clause) + 12]) is not None
