"""Whom the receiver is to tell in turn: the second addressee hidden in the text.

Such a clause has four parts: words that ask (จึงขอให้, โปรด, สำหรับอำเภอให้, an item's number), a
verb of telling, those who are told, and what they shall do (ทราบ, ถือปฏิบัติ, ดำเนินการ).
"""

import re
from dataclasses import dataclass

from saraban.rules.letter_reading.lines.told_by_others import without_told
from saraban.rules.letter_reading.lines.toneless import place_with_tones, toneless, toneless_shape

_WHOM = (
    r"(?:องค์กร|องค์การ|เทศบาล|อำเภอ|จังหวัด|หน่วย|ส่วนราชการ|บุคลากร|ข้าราชการ|เจ้าหน้าที่|พนักงาน|ลูกจ้าง"
    r"|ราชการส่วน|โรง(?:เรียน|พยาบาล|งาน|แรม)|สถาน|ผู้|นักเรียน|นักศึกษา|นิสิต|อาจารย์|ครู|คณาจารย์|ประชาชน|ประชากร|กำนัน"
    r"|สมาชิก|คณะ|สถาบัน|ทุก|กลุ่ม|กอง|สำนัก|ฝ่าย|ราษฎร|เกษตรกร|เกษตร(?:อำเภอ|ตำบล)|ปศุสัตว์|ประมง|พัฒนาการ"
    r"|ชุมชน|หมู่บ้าน|ท้องถิ่น|ท้องที่|คู่สัญญา|อปท|อบต|อบจ|นายก|นายอำเภอ|บริษัท|ห้าง|ร้าน|เครือข่าย|รัฐวิสาหกิจ|ศูนย์"
    r"|รพ|สาธารณสุข(?:อำเภอ|จังหวัด)|สสอ|อสม|อปพร|ชรบ|สหกรณ์|สหภาพ|ภาค|หัวหน้า|ประธาน|ปลัด|ตำรวจ|อาสา|สภา(?!พ)|เยาวชน|บุคคล|สาธารณชน"
    r"|มหาวิทยาลัย|วิทยาลัย|สมาคม|มูลนิธิ|วัด|พระ|เจ้า(?:คณะ|อาวาส|ของ)|ชาว|เยาวชน|กรม(?!ทราบ)|สมาพันธ์|ธนาคาร|คนใน|ท่านที่|สังกัด|นายทะเบียน|ภายใน(?:หน่วย"
    r"|สังกัด)"
    # Somebody by name.
    r"|นางสาว|นาง|นาย(?=[ก-๎]{2,25} [ก-๎]{3})"
    # An office by its short name, told to be below: ภ.จว. และ สภ. ในสังกัด, นขต.มทบ.๓๗.
    r"|นขต|(?:[ก-ฮ]{1,5}\.){1,3}(?:(?!ทราบ|ภายใน(?!สังกัด))[ก-๎. ]){0,30}?"
    r"(?:ในสังกัด|ในพื้นที่|ในปกครอง|ในความรับผิดชอบ|ทุก(?:แห่ง|นาย|หน่วย)))"
)
_TELL = (
    r"(?:แจ้ง(?:เวียน|เตือน)?|เวียน(?:แจ้ง|(?=ให้))|แพร่ข่าว|ประชาสัมพันธ์(?:เชิญชวน)?|เผยแพร่|กำชับ|ถ่ายทอด|ซักซ้อม(?:ความเข้าใจ)?(?!แนวทาง)"
    r"|(?:ประชุม)?ชี้แจง(?:ทำความเข้าใจ)?(?=ให้|แก่|กับ)"
    r"|เร่งรัด(?:ติดตาม)?|สั่งการ(?=ให้)|เน้นย้ำ|สร้างการรับรู้|ส่งต่อ)"
)
# What is told may stand between the verb and the audience: แพร่ข่าวรับสมัคร… ให้ผู้สนใจ.
_TOLD = (
    r"(?!ผล|ความประสงค์|ความจำนง|ชื่อ|รายชื่อ|ตอบ|กลับ|ข้อมูล(?!ดังกล่าว|ข่าวสาร|นี้)|ยืนยัน|ความเห็น|รายละเอียด|การยืนยัน|การตอบ|จำนวน)"
    r"(?:(?!ทราบ|ภายใน|รายงาน|จัดส่ง|(?<!กำ)นั้น)[ก-๎ฯ./()0-9๐-๙ ]){0,80}?"
)
# Anybody who is then to know or to do something: ประชาสัมพันธ์ให้พิพิธภัณฑ์ในพื้นที่ทราบ.
_ANYBODY = (
    r"(?:ให้|แก่|ไปยัง) ?(?!ทราบ|กรม|จังหวัด|อำเภอ|ความ|การ|มี|เป็น)"
    r"(?=[ก-ฮเ-ไ][ก-๎ ]{2,70}(?:ทราบ|ถือปฏิบัติ|เข้าร่วม))"
)
_AUDIENCE = (
    rf"(?: ?(?:ให้|ไปยัง|แก่|ต่อ|กับ|ไปที่)?(?:แก่)? ?{_WHOM}"
    rf"|{_TOLD}(?:ให้|ไปยัง|แก่|ต่อ) ?{_WHOM}|(?<!แจ้ง){_ANYBODY}"
    r"|(?P<them>(?:ให้)?(?=ทราบ(?:และ|ด้วย|ต่อไป|โดย))|(?=โดยตรง)))"
)
# Without its marks นั้น stands in กำนัน too.
_GAP = (
    r"(?:(?!ทราบ|รายงาน|ภายใน|(?<!กำ)นั้น|ส่ง(?!เสริม|วน)|แจ้ง|กำชับ|ประชาสัมพันธ์|เผยแพร่|แพร่ข่าว|ถ่ายทอด|อนุมัติ|จึง|ได้รับ|ถือปฏิบัติ)"
    r"[ก-๎.ฯ/ ])"
)
_ASKED = (
    rf"(?:สำหรับ(?:(?!และขอ|สามารถ|หาก){_GAP}){{2,70}}?(?:ขอ(?:ได้)?(?:โปรด)?(?:ให้)?|ให้|โปรด)"
    r"\s?(?:ท่าน|(?:นาย)?อำเภอ|จังหวัด)?(?:ช่วย|เร่ง)?"
    rf"|(?:จึง|ใคร่)*ขอความ(?:ร่วมมือ|อนุเคราะห์|กรุณา){_GAP}{{0,60}}?"
    rf"|(?:จึง|ใคร่)*ขอ(?:ได้)?(?:ให้|โปรด|กรุณา){_GAP}{{0,60}}?"
    r"|(?:จึง|โดย)?(?:ขอ)?(?:แจ้ง|มอบหมาย)?ให้ ?"
    r"(?=(?:ท่าน|กำนัน|เจ้าหน้าที่|จังหวัด|อำเภอ|นายอำเภอ|สำนัก|หน่วยงาน|ส่วนราชการ|ผู้|หัวหน้า"
    rf"|กรม|คณะ|เทศบาล|องค์|โรงเรียน|สถานศึกษา|ท้องถิ่น|ทุก|ศูนย์|กอง|ศึกษา|สาธารณสุข|เกษตร|ปศุสัตว์"
    rf"|พัฒนาการ|ปลัด|นายก)){_GAP}{{2,60}}?"
    r"|(?:และ|พร้อม(?:ทั้ง|กับ)?|รวมทั้ง|ตลอดจน|เพื่อ|โดย|โปรด|กรุณา|กับ)(?:ได้)?(?:โปรด)?(?:ขอให้|ขอความร่วมมือ|ให้)?(?:ช่วย"
    r"|เร่ง)?"
    r"|^(?:\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})?[.)] ?|[-•] ?|[(\[] ?[/xX✓✔√] ?[)\]] ?)(?:ให้|ฝาก)?"
    r"|(?:^|(?<=[.)] )|(?<![0-9๐-๙]{4} )(?<=[0-9๐-๙] ))(?:ให้)?(?=แจ้ง)"
    r"|(?:(?<=[ก-๎] )|(?<=ทั้งนี้))ให้(?=แจ้ง))"
)
_ONWARD = toneless_shape(
    rf"(?P<asked>{_ASKED})(?<!ได้)(?<!รับ)(?:(?<!การ)|(?<=ราชการ)|(?<=กรรมการ))(?P<tell>{_TELL})(?P<whom>{_AUDIENCE})"
)
# Whom แจ้งให้ทราบ means is told before it: สำหรับเทศบาล ขอให้อำเภอแจ้งให้ทราบด้วย.
_FOR_WHOM = toneless_shape(rf"สำหรับ ?{_WHOM}")
_OFFICE = toneless_shape(r"จังหวัด|อำเภอ|เทศบาล|มหาวิทยาลัย|โรงเรียน|สำนักงานเขตพื้นที่การศึกษา|กรม|กระทรวง")
_ASKS_AT_ONCE = toneless_shape(r"(?:ให้|โปรด|กรุณา|ความร่วมมือ|อนุเคราะห์|สำหรับ|^|[ ]|ที่|จาก)$")
_STORY_BEFORE = toneless_shape(r"(?:ได้|ซึ่ง|ที่|เคย|การ|ไม่)$")
_STORY_AFTER = toneless_shape(r"\s?(?:ความ(?:ละเอียด)?แจ้งแล้ว|แล้ว(?=\s|$)|นั้น)")
_SAYS = toneless_shape("แจ้งว่า")
# What a superior is asked to order once it agrees is not passed on yet.
_ONCE_AGREED = toneless_shape(
    r"(?:เห็นชอบ|เห็นสมควร|เห็นด้วย) ?(?:ขอได้)?(?:โปรด(?:พิจารณา)?อนุ(?:มัติ|ญาต)[^ ]{0,40})?$"
)
_ORDERS = toneless("สั่งการ")
# ผลเป็นประการใดโปรดแจ้งให้สำนักงานทราบ: whoever is told there, it is the answer.
_AS_IT_TURNS_OUT = toneless_shape(
    r"(?:(?:ประการใด|อย่างไร)(?:แล้ว)?|(?:หาก|ถ้า|เมื่อ)[ก-๎]{0,30}พบ[ก-๎]{0,40}) ?$"
)
_GETS_ANSWER = toneless_shape(r" ?(?:ทราบ|ภายใน|ก่อน|ทาง)")
_BY_WHEN = toneless_shape(r" ?(?:ภายใน|ก่อน|ทาง|ที่หมายเลข|ล่วงหน้า|โดยตรง)")
# Whoever is told to send or to count something, or is told of as the receiver's own, is no sender.
_OF_OTHERS = toneless_shape(
    r"ในสังกัด|ในพื้นที่|ในกำกับ|ทุกแห่ง|ที่เกี่ยวข้อง|จัดส่ง|จัดทำ|สำรวจ|ตรวจสอบ|รายงาน|ลงทะเบียน|ยื่น|กรอก"
)
_PLAIN_TELL = toneless("แจ้ง")
# What stands before the first word that matters, and is no part of the clause.
_ENUMERATED = toneless_shape(
    r"^(?:\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})?[.)] ?|[-•] ?|[(\[] ?[^)\]]? ?[)\]] ?)"
)
_JOINT = toneless_shape("และ|เพื่อ(?=โปรด|ขอ)")
_SELF = toneless_shape(
    rf"(?:{_TELL})(?:ให้)? ?"
    r"(?:(?P<office>กรม|จังหวัด|อำเภอ|กระทรวง|มหาวิทยาลัย)|สำนักงาน|คณะ|กอง|ศูนย์|ฝ่าย)"
    r"(?:ฯ|[ก-๎ ]{0,60}?(?=ทราบ ?(?:ด้วย ?)?(?:ภายใน|ก่อน|ทาง)))? ?ทราบ(?!และ)"
)
_OUTCOME = toneless_shape(
    r"(?<!ชุด)(?<!การ)(?<!ผู้)(?<!แนว)(?:ทราบ|ถือปฏิบัติ|ดำเนินการ|ปฏิบัติ|พิจารณา|เข้าร่วม|สมัคร)(?:โดยทั่วกัน"
    r"|โดยทั่วถึง)?(?: ?(?:และ|เพื่อ)(?:พิจารณา)?(?:ถือปฏิบัติ|ยึดถือ|ดำเนินการ|ปฏิบัติ|ใช้ประโยชน์)[ก-๎]{0,30}"
    r"|ตาม[ก-๎]{2,40})?(?:โดย(?:ทั่วกัน|เคร่งครัด|ด่วน|เร็ว)|อย่างเคร่งครัด)?(?:ต่อไป)?(?:ด้วย(?!ภาพ))?"
    r"(?:นะ)?(?:ค่ะ|คะ|ครับ)?(?: ดังนี้)?"
)
_MORE_OUTCOME = toneless_shape(
    r" ?(?:และ)?(?:ถือปฏิบัติ|ดำเนินการ|พิจารณาดำเนินการ|เข้าร่วม)[ก-๎]{0,30}|(?: (?:อย่าง|โดย)เคร่งครัด)"
    r"|[ก-๎]{2,40} (?=และ(?:ห้าม|งด))[ก-๎]{4,60}"
)
# What they shall do may go on without a blank: ดำเนินการสำรวจข้อมูลตามแบบที่กำหนด.
_GLUED_ON = toneless_shape(
    r"(?:(?!และรายงาน|และ(?:จัด)?ส่ง|และขอ|ภายใน|เพื่อ|โดย|จัก|จะ|ตั้งแต่"
    r"|สำหรับ(?=จังหวัด|อำเภอ|หน่วย|ส่วน|โรง))[ก-๎ฯ./]){1,90}(?:โดยทั่ว(?:กัน|ถึง))?"
    r"(?:(?<=ตามวัน) เวลา ?(?:และ ?)?สถานที่[ก-๎]{0,20})?"
)
_GOES_ON_ELSEWHERE = toneless_shape(
    r"(?:(?<=ด้วย)|(?<=ต่อไป)|(?<=ทราบ))(?=สำหรับ(?:จังหวัด|อำเภอ|หน่วย|ส่วน|โรง))"
    r"| ?(?=\((?:หน่วย(?:งาน)?|ผู้)(?:ที่)?รับผิดชอบ|ทุกวัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์))"
    r"| (?=เมื่อ|หาก|ทั้งนี้|สำหรับ|ซึ่ง|อนึ่ง|ในการนี้|จึง|และขอ)"
    r"| ?(?=(?:และ|พร้อมทั้ง|แล้ว)(?:ให้|ขอให้)?(?:สรุป|รวบรวม)?(?:รายงาน"
    r"|จัดส่ง|ส่ง(?!เสริม))|ในวันที่ ?[0-9๐-๙]"
    r"|(?:ภายใน|ก่อน)วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์)?ที่|ระหว่างวันที่|ภายในเดือน"
    r"|ตามหนังสือ|เพื่อให้(?:การ|เป็น|เกิด)|หาก(?:พบ|มี|ไม่|ท่าน))"
)
# What they shall do follows the blank behind ทุกแห่ง or ในพื้นที่, or behind the last of those told:
# แจ้งเทศบาล กำนัน ผู้ใหญ่บ้าน เตือนประชาชน. An enclosure in brackets is no part of it.
_PHRASE = toneless_shape(
    rf"(?:[^ ]*(?: {_WHOM}[^ ]*)+ (?!\())?"
    r".{12,}?(?:(?<!ทุกแห่ง)(?<!พื้นที่)(?<!สังกัด)(?<!ประเทศ)"
    rf"(?= (?:\(สิ่งที่|(?!\(|[A-Za-z]|ที่|ใน|หลัง|(?:ไป|มา)(?=ให้|พบ|ร่วม|รับ|ราย)"
    rf"|และ(?!ให้|ขอให้)|หรือ|ทุก|{_WHOM})))|$)"
)
_SOFT_END = toneless_shape(r"(?:ต่อไป|(?<!ส่งมา)ด้วย)(?:ด้วย)?(?= |$)")
_CLAUSE_END = toneless_shape(
    r" (?=ให้|ที่ได้|เพื่อ|โดย|รายงาน|จะ|จัก|ทั้งนี้|พร้อม|และ(?=รายงาน|ส่ง)|รายละเอียด|ดัง)|(?<=[ก-ฮ]) (?=จึง)"
)


@dataclass(frozen=True)
class OnwardFound:
    """The clause as printed, and the characters it stands on."""

    text: str
    start: int
    end: int


def onward_in(paragraph: str, sender: str = "", later: str = "") -> list[OnwardFound]:
    """The clauses of a paragraph that ask the receiver to pass the matter on.

    sender is who wrote the letter: what that office is itself asked (กรมแจ้งว่า … จึงขอให้จังหวัด
    กำชับ…, in the province's letter) is told, not asked. later is what the letter says below.
    """
    own = _OFFICE.search(toneless(sender))
    found: list[OnwardFound] = []
    text, at = without_told(paragraph, later), 0
    while told := _ONWARD.search(text, at):
        start, end = _start_of(told), _end_of(text, told)
        is_asked_itself = own is not None and _asks(told["asked"], own[0])
        if (
            is_asked_itself
            or (told["them"] is not None and not _FOR_WHOM.match(told["asked"]))
            or _is_told_elsewhere(text, told, start, end)
            or _is_answer(text, told, end, sender)
        ):
            at = max(told.start("tell") + 1, told.end("tell"))
            continue
        at = max(end, told.end())
        first, last = place_with_tones(paragraph, start), place_with_tones(paragraph, end)
        clause = paragraph[first:last].strip()
        found.append(OnwardFound(clause, first, last))
    return found


def _asks(asked: str, own: str) -> bool:
    """Whether these words ask just that office; ให้คลังจังหวัด asks another than จังหวัด."""
    return asked.endswith(own) and _ASKS_AT_ONCE.search(asked.removesuffix(own)) is not None


def _start_of(told: re.Match[str]) -> int:
    """Behind an item's number, and behind the และ or เพื่อ that only joins it to what was said."""
    number = _ENUMERATED.match(told["asked"]) if told.start() == 0 else None
    if number:
        return told.start() + number.end()
    joint = _JOINT.match(told["asked"])
    return told.start() + (joint.end() if joint else 0)


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
    phrase = _PHRASE.match(rest)
    return first + (phrase.end() if phrase else len(rest))


def _is_told_elsewhere(paragraph: str, told: re.Match[str], start: int, end: int) -> bool:
    """Narration (ได้แจ้งให้…แล้ว, แจ้งว่า) is no onward duty."""
    if _STORY_BEFORE.search(paragraph[max(0, told.start() - 14) : told.start()]):
        return True
    if told["tell"] == _ORDERS and _ONCE_AGREED.search(paragraph[: told.start()]):
        return True
    return bool(
        _SAYS.search(paragraph[start : min(end, start + 60)]) or _STORY_AFTER.match(paragraph, end)
    )


def _is_answer(paragraph: str, told: re.Match[str], end: int, sender: str) -> bool:
    """Whether it is the sender who is to be told: แจ้งกรมทราบภายใน…, แจ้งกองคลังทางโทรสาร."""
    itself = _SELF.match(paragraph, told.start("tell"))
    if itself and (not sender or not itself["office"] or itself["office"] in toneless(sender)):
        return True
    if _AS_IT_TURNS_OUT.search(paragraph[: told.start()]):
        return True
    whom = paragraph[told.end("tell") :].removeprefix(toneless("ให้")).lstrip()
    own = toneless(sender)
    if own and whom.startswith(own) and _GETS_ANSWER.match(whom, len(own)):
        return True
    clause = paragraph[told.end() : end]
    is_told_only = not _OUTCOME.search(clause) and not _OF_OTHERS.search(clause)
    return is_told_only and told["tell"] == _PLAIN_TELL and bool(_BY_WHEN.match(paragraph, end))
