"""Clauses that ask to tell the sender, or whoever settles the matter for it: an answer.

แจ้งกรมทราบภายใน…, ผลเป็นประการใดโปรดแจ้งให้ทราบ, หากขัดข้องโปรดแจ้งกองคลัง.
"""

import re

from saraban.rules.letter_reading.duties.onward_end import OUTCOME
from saraban.rules.letter_reading.duties.onward_verbs import TELL
from saraban.rules.letter_reading.lines.toneless import toneless, toneless_shape

# ผลเป็นประการใดโปรดแจ้งให้สำนักงานทราบ: whoever is told there, it is the answer.
_AS_IT_TURNS_OUT = toneless_shape(
    r"(?:(?:ประการใด|อย่างไร)(?:แล้ว)?|(?:หาก|ถ้า|เมื่อ)[ก-๎]{0,30}พบ[ก-๎]{0,40}) ?$"
)
# … but whoever complained is told how it turned out, and is no sender.
_COMPLAINED = toneless_shape(r"ผู้(?:ร้อง|ถูกร้อง)|ราษฎร|ประชาชน")
# So is what somebody who cannot come tells: หากไม่สามารถเข้าร่วมได้ โปรดแจ้งครูประจำชั้น.
_IF_NOT = toneless_shape(
    r"(?:หาก|ถ้า|กรณี)(?:(?!จึง|ขอให้)[ก-๎ ]){2,60}(?:ได้|ขัดข้อง|ประการใด|เปลี่ยนแปลง|สงสัย) ?$"
)
# … and what one office is told under a condition: หากขัดข้อง โปรดแจ้งกองคลังทราบ.
_CONDITION = toneless_shape(r"(?:หาก|ถ้า|กรณี|[ก-๎]ใด)(?:(?!จึง|ขอให้|โปรด).){2,90} ?$")
# Whose telephone stands behind the name is one desk, and no receiver down the line.
_CONTACT = toneless_shape(r" โทร(?:ศัพท์|สาร)?[. ]*[0-9๐-๙]")
# An offence is reported to the police: แจ้งความดำเนินคดี, แจ้งพนักงานสอบสวนทราบ.
_TO_POLICE = toneless_shape(r"^(?:ให้)?พนักงานสอบสวนทราบ|ต่อพนักงานสอบสวน|ดำเนินคดี")
# … and what somebody tells the office it is of itself: แจ้งส่วนราชการเจ้าสังกัดของตนทราบ.
_OF_THEIR_OWN = toneless_shape(r"(?:ส่วนราชการ|หน่วยงาน)?(?:เจ้า|ต้น)สังกัด(?!ที่)")
# The condition may stand behind: แจ้งกองคลัง หากไม่สามารถเข้าร่วมได้; หากมี… opens a new matter.
_IN_CASE = toneless_shape(r"(?:หาก|เมื่อ|ถ้า)(?!มี)")
_DESK = toneless_shape(r"(?:สำนัก|กอง|ศูนย์|ฝ่าย|กลุ่ม|งาน|ส่วน(?!ราชการ)|กรม|คณะ|หน่วยงานเจ้าของ)")
_GETS_ANSWER = toneless_shape(r" ?(?:ทราบ|ภายใน|ก่อน|ทาง|ตามแบบ)")
_BY_WHEN = toneless_shape(r" ?(?:ภายใน|ก่อน|ทาง|ที่หมายเลข|ล่วงหน้า|โดยตรง)")
# Whoever is told to send or to count something, or is told of as the receiver's own, is no sender.
_OF_OTHERS = toneless_shape(
    r"ในสังกัด|ในพื้นที่|ในกำกับ|ทุกแห่ง|ที่เกี่ยวข้อง|จัดส่ง|จัดทำ|สำรวจ|ตรวจสอบ|รายงาน|ลงทะเบียน|ยื่น|กรอก|เข้ารับ|ส่ง(?!เสริม)|นายจ้าง|ลูกจ้าง|นักเรียน|นักศึกษา|ผู้ปกครอง|ประชาชน|ราษฎร|เกษตรกร|สมาชิก|ครู"
    r"|ผู้ประกอบ|ชุมชน|ผู้ใหญ่บ้าน|กำนัน|ชาว|ลูกบ้าน|ครัวเรือน|ร้าน|คนงาน"
)
# … and so is who is told to do something: แจ้งประธานหลักสูตรให้บันทึกข้อมูล.
_TOLD_TO_DO = toneless_shape(
    r"(?<!แจ้ง)ให้(?=[ก-ฮเ-ไ])(?!กรม|จังหวัด|อำเภอ|สำนัก|กอง|ศูนย์|คณะ|ฝ่าย|มหาวิทยาลัย|โรงเรียน|ทราบ|แก่|การ|ความ|ครบ"
    r"|ถูก|เป็น|แล้ว|ทัน)"
)
# An office that is to hear of a mishap at once: ให้รีบแจ้งอำเภอทันที.
_AT_ONCE = toneless_shape(
    r"(?:อำเภอ|จังหวัด|กรม|สำนัก|ศูนย์|กอง|โรงพยาบาล|เทศบาล|สาธารณสุข|หัวหน้า)(?!ทุก)[ก-๎ฯ]{0,30}?"
    r"(?:ทันที|ทางโทรศัพท์|ทางวิทยุ|โดยด่วน)"
)
# … and a sender that calls itself by its kind: แจ้งกำหนดการให้วิทยาลัยทราบล่วงหน้า.
_BY_KIND = toneless_shape(
    r"ให้(?P<kind>กรม|จังหวัด|อำเภอ|มหาวิทยาลัย|วิทยาลัย|โรงเรียน|โรงพยาบาล|เทศบาล|บริษัท|ธนาคาร|คณะ|ศาล|สมาคม"
    r"|มูลนิธิ|สำนักงาน)ฯ? ?ทราบ"
)
_PLAIN_TELL = toneless("แจ้ง")
_SELF = toneless_shape(
    rf"(?:{TELL})(?:ให้)? ?"
    r"(?:(?P<office>กรม|จังหวัด|อำเภอ|กระทรวง|มหาวิทยาลัย|ศาล)|สำนักงาน|คณะ|กอง|ศูนย์|ฝ่าย)"
    r"(?:ฯ|[ก-๎ ]{0,60}?(?=ทราบ ?(?:ด้วย ?)?(?:ภายใน|ก่อน|ทาง)))? ?ทราบ(?!และ)"
)


def is_answer(paragraph: str, told: re.Match[str], end: int, sender: str) -> bool:
    """Whether it is the sender who is to be told: แจ้งกรมทราบภายใน…, แจ้งกองคลังทางโทรสาร."""
    itself = _SELF.match(paragraph, told.start("tell"))
    if itself and (not sender or not itself["office"] or itself["office"] in toneless(sender)):
        return True
    before = paragraph[: told.start()]
    whom = paragraph[told.end("tell") :].removeprefix(toneless("ให้")).lstrip()
    if not _COMPLAINED.match(whom) and (_AS_IT_TURNS_OUT.search(before) or _IF_NOT.search(before)):
        return True
    own = toneless(sender)
    if own and whom.startswith(own) and _GETS_ANSWER.match(whom, len(own)):
        return True
    clause = paragraph[told.end("tell") : end]
    if _CONTACT.search(clause) or _TO_POLICE.search(clause) or _OF_THEIR_OWN.match(whom):
        return True
    named = _BY_KIND.search(clause)
    if named and named["kind"] in own:
        return True
    if told["tell"] == _PLAIN_TELL and _AT_ONCE.match(whom):
        return True
    is_to_others = any(
        shape.search(paragraph, told.end("tell"), end) for shape in (_OF_OTHERS, _TOLD_TO_DO)
    )
    if not is_to_others and _DESK.match(whom) and _CONDITION.search(before):
        return True
    if told["tell"] == _PLAIN_TELL and not is_to_others and _IN_CASE.match(paragraph, end):
        return True
    # Read from the verb on alone here, so that แจ้งให้… counts as telling somebody to do something.
    told_more = (OUTCOME, _OF_OTHERS, _TOLD_TO_DO)
    is_told_only = not any(shape.search(clause) for shape in told_more)
    return is_told_only and told["tell"] == _PLAIN_TELL and bool(_BY_WHEN.match(paragraph, end))
