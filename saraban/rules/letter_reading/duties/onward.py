"""Whom the receiver is to tell in turn: the second addressee hidden in the text.

Such a clause has four parts: words that ask (จึงขอให้, โปรด, สำหรับอำเภอให้, an item's number), a
verb of telling, those who are told, and what they shall do (ทราบ, ถือปฏิบัติ, ดำเนินการ).
"""

import re
from dataclasses import dataclass

from saraban.rules.letter_reading.duties.asked_points import LET, place_in_print
from saraban.rules.letter_reading.duties.onward_end import OUTCOME, end_of
from saraban.rules.letter_reading.duties.onward_words import ONWARD, TELL, WHOM
from saraban.rules.letter_reading.lines.told_by_others import without_told
from saraban.rules.letter_reading.lines.toneless import place_with_tones, toneless, toneless_shape

# Whom แจ้งให้ทราบ means is told before it: สำหรับเทศบาล ขอให้อำเภอแจ้งให้ทราบด้วย.
_FOR_WHOM = toneless_shape(rf"สำหรับ ?{WHOM}")
_OFFICE = toneless_shape(r"จังหวัด|อำเภอ|เทศบาล|มหาวิทยาลัย|โรงเรียน|สำนักงานเขตพื้นที่การศึกษา|กรม|กระทรวง")
_ASKS_AT_ONCE = toneless_shape(r"(?:ให้|โปรด|กรุณา|ความร่วมมือ|อนุเคราะห์|สำหรับ|^|[ ]|ที่|จาก)$")
_STORY_BEFORE = toneless_shape(
    r"(?:ได้|ซึ่ง|ที่|เคย|(?<!โครง)(?<!ราช)(?<!กิจ)(?<!บริ)(?<!กรรม)(?<!อำนวย)การ|ไม่)$"
)
# What another office wrote: อำเภอได้มีหนังสือ ที่ … ลงวันที่ … กำชับให้องค์กร….
_WROTE = toneless_shape(
    r"ได้มี(?:หนังสือ|วิทยุ|โทรสาร|บันทึก)(?:(?!จึง|ดังนั้น|ขอให้|นั้น ).){0,110}"
    r"(?:กำชับ|สั่งการ|เร่งรัด|ขอความร่วมมือ) ?$"
)
_STORY_AFTER = toneless_shape(r"\s?(?:ความ(?:ละเอียด)?แจ้งแล้ว|แล้ว(?=\s|$)|นั้น)")
# What a superior is asked to order once it agrees is not passed on yet.
_ONCE_AGREED = toneless_shape(
    r"(?:เห็นชอบ|เห็นสมควร|เห็นด้วย) ?(?:ขอได้)?(?:โปรด(?:พิจารณา)?อนุ(?:มัติ|ญาต)[^ ]{0,40})?$"
)
_ORDERS = toneless("สั่งการ")
# ผลเป็นประการใดโปรดแจ้งให้สำนักงานทราบ: whoever is told there, it is the answer.
_AS_IT_TURNS_OUT = toneless_shape(
    r"(?:(?:ประการใด|อย่างไร)(?:แล้ว)?|(?:หาก|ถ้า|เมื่อ)[ก-๎]{0,30}พบ[ก-๎]{0,40}) ?$"
)
# So is what somebody who cannot come tells: หากไม่สามารถเข้าร่วมได้ โปรดแจ้งครูประจำชั้น.
_IF_NOT = toneless_shape(
    r"(?:หาก|ถ้า|กรณี)(?:(?!จึง|ขอให้)[ก-๎ ]){2,60}(?:ได้|ขัดข้อง|ประการใด|เปลี่ยนแปลง|สงสัย) ?$"
)
_DONE_ALREADY = toneless_shape(r"ไปแล้ว|แล้ว(?:เมื่อ| นั้น)|ไว้แล้ว")
_GETS_ANSWER = toneless_shape(r" ?(?:ทราบ|ภายใน|ก่อน|ทาง|ตามแบบ)")
_BY_WHEN = toneless_shape(r" ?(?:ภายใน|ก่อน|ทาง|ที่หมายเลข|ล่วงหน้า|โดยตรง)")
# Whoever is told to send or to count something, or is told of as the receiver's own, is no sender.
_OF_OTHERS = toneless_shape(
    r"ในสังกัด|ในพื้นที่|ในกำกับ|ทุกแห่ง|ที่เกี่ยวข้อง|จัดส่ง|จัดทำ|สำรวจ|ตรวจสอบ|รายงาน|ลงทะเบียน|ยื่น|กรอก|เข้ารับ|ส่ง(?!เสริม)|นายจ้าง|ลูกจ้าง|นักเรียน|นักศึกษา|ผู้ปกครอง|ประชาชน|ราษฎร|เกษตรกร|สมาชิก|ครู"
    r"|ผู้ประกอบ|ผู้ใหญ่บ้าน|กำนัน|ชาว|ลูกบ้าน|ครัวเรือน|ร้าน|คนงาน"
)
# … and so is who is told to do something: แจ้งประธานหลักสูตรให้บันทึกข้อมูล.
_TOLD_TO_DO = toneless_shape(
    r"(?<!แจ้ง)ให้(?=[ก-ฮเ-ไ])(?!กรม|จังหวัด|อำเภอ|สำนัก|กอง|ศูนย์|คณะ|ฝ่าย|มหาวิทยาลัย|โรงเรียน|ทราบ|แก่|การ|ความ|ครบ"
    r"|ถูก|เป็น|แล้ว|ทัน)"
)
_PLAIN_TELL = toneless("แจ้ง")
# What stands before the first word that matters, and is no part of the clause.
_ENUMERATED = toneless_shape(
    r"^(?:\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})?[.)] ?|[-•] ?|[(\[] ?[^)\]]? ?[)\]] ?)"
)
_JOINT = toneless_shape("และ|เพื่อ(?=โปรด|ขอ)")
_SELF = toneless_shape(
    rf"(?:{TELL})(?:ให้)? ?"
    r"(?:(?P<office>กรม|จังหวัด|อำเภอ|กระทรวง|มหาวิทยาลัย|ศาล)|สำนักงาน|คณะ|กอง|ศูนย์|ฝ่าย)"
    r"(?:ฯ|[ก-๎ ]{0,60}?(?=ทราบ ?(?:ด้วย ?)?(?:ภายใน|ก่อน|ทาง)))? ?ทราบ(?!และ)"
)


@dataclass(frozen=True)
class OnwardFound:
    """The clause as printed, and the characters it stands on."""

    text: str
    start: int
    end: int


def onward_in(
    paragraph: str, sender: str = "", later: str = "", asked_from: int | None = None
) -> list[OnwardFound]:
    """The clauses of a paragraph that ask the receiver to pass the matter on.

    sender is who wrote the letter: what that office is itself asked (กรมแจ้งว่า … จึงขอให้จังหวัด
    กำชับ…, in the province's letter) is told, not asked. later is what the letter says below.
    asked_from is where the words of a point begin that the head of its list asks.
    """
    if asked_from is not None:
        return _in_point(paragraph, sender, later, asked_from)
    own = _OFFICE.search(toneless(sender))
    found: list[OnwardFound] = []
    text, at = without_told(paragraph, later), 0
    while told := ONWARD.search(text, at):
        start, end = _start_of(told), end_of(text, told)
        is_asked_itself = own is not None and _asks(told["asked"], own[0])
        if (
            is_asked_itself
            or (told["them"] is not None and not _FOR_WHOM.match(told["asked"]))
            or _is_story(text, told, end)
            or _is_answer(text, told, end, sender)
        ):
            at = max(told.start("tell") + 1, told.end("tell"))
            continue
        at = max(end, told.end())
        first, last = place_with_tones(paragraph, start), place_with_tones(paragraph, end)
        clause = paragraph[first:last].strip()
        found.append(OnwardFound(clause, first, last))
    return found


def _in_point(paragraph: str, sender: str, later: str, at: int) -> list[OnwardFound]:
    """The clauses of a point that is read with the ให้ of its list's head before it."""
    whole = f"{paragraph[:at]}{LET}{paragraph[at:]}"
    found = []
    for one in onward_in(whole, sender, later):
        start, end = place_in_print(one.start, at), place_in_print(one.end, at)
        found.append(OnwardFound(paragraph[start:end].strip(), start, end))
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


def _is_story(paragraph: str, told: re.Match[str], end: int) -> bool:
    """Whether it was done (ได้แจ้งให้…แล้ว), or is to be done once a superior agrees."""
    asks_anew = told["asked"].startswith("จึง")  # …ไม่สามารถประมวลผลได้จึงขอให้อำเภอแจ้ง…
    if not asks_anew and _STORY_BEFORE.search(paragraph[max(0, told.start() - 14) : told.start()]):
        return True
    if _WROTE.search(paragraph[: told.start()]):
        return True
    if told["tell"] == _ORDERS and _ONCE_AGREED.search(paragraph[: told.start()]):
        return True
    if _DONE_ALREADY.search(paragraph, told.end(), end):
        return True
    return _STORY_AFTER.match(paragraph, end) is not None


def _is_answer(paragraph: str, told: re.Match[str], end: int, sender: str) -> bool:
    """Whether it is the sender who is to be told: แจ้งกรมทราบภายใน…, แจ้งกองคลังทางโทรสาร."""
    itself = _SELF.match(paragraph, told.start("tell"))
    if itself and (not sender or not itself["office"] or itself["office"] in toneless(sender)):
        return True
    before = paragraph[: told.start()]
    if _AS_IT_TURNS_OUT.search(before) or _IF_NOT.search(before):
        return True
    whom = paragraph[told.end("tell") :].removeprefix(toneless("ให้")).lstrip()
    own = toneless(sender)
    if own and whom.startswith(own) and _GETS_ANSWER.match(whom, len(own)):
        return True
    clause = paragraph[told.end("tell") : end]
    told_more = (OUTCOME, _OF_OTHERS, _TOLD_TO_DO)
    is_told_only = not any(shape.search(clause) for shape in told_more)
    return is_told_only and told["tell"] == _PLAIN_TELL and bool(_BY_WHEN.match(paragraph, end))
