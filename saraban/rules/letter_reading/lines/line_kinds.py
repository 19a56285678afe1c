"""What a line of a letter is by its own words: a title, closing words, a name, a seal, a day."""

import re

from saraban.rules.letter_reading.lines.dates_in_text import dates_in, month_and_year_in
from saraban.rules.letter_reading.lines.office_words import (
    BLANK_NAME,
    SIGNED_NAME,
    STATE_ENTERPRISE,
    is_post,
    is_titled,
    is_unit,
)
from saraban.rules.letter_reading.lines.page_lines import Line
from saraban.rules.letter_reading.lines.toneless import toneless, toneless_shape, tones_optional
from saraban.thai.digits import to_arabic

# คำสั่งการ is what somebody ordered, คำสั่งการประปา an order of the waterworks.
ORDER = re.compile(
    r"^(?:\( ?สำเนา ?\)|สำเนา)?\s*"
    rf"คำสั่ง(?!ให้|(?!{STATE_ENTERPRISE})การ|ซื้อ|ที่)\s?(?=[ก-ฮเ-ไ])"
)
NOTICE = re.compile(
    r"^(?:\( ?สำเนา ?\)|สำเนา)?\s*ประกาศ(?:(?! ?ณ|ให้|ราชกิจจา|ใช้|ผล|รับ|เกียรติ)\s?(?=[ก-ฮเ-ไ])|$)"
)
SUMMARY = re.compile(
    r"^(?:สรุป(?:มติ|(?:ผล|รายงาน)?การประชุม|ข้อสั่งการ|ข้อหารือ|ประเด็น)|รายงานการประชุม|(?:บันทึก)?มติ(?:ที่|การ)ประชุม)"
)
# An order's number glued to its office; ครั้งที่ ๑/๒๕๖๕ is that of a meeting.
GLUED_NUMBER = r"(?<!ครั้ง)(?<!รุ่น)(?<!ชุด)ที่ ?(?=[0-9๐-๙]+ ?/ ?[2๒])"
MEMO = re.compile(r"^บันทึก ?ข้อ ?ความ")
MEMO_UNIT = tones_optional(
    r"^(?:ส่วน ?ราชการ(?!ที่|ผู้|ทุก|ใน|ต่าง)|ส่วนงาน(?!ราชการ)|หน่วยงาน|ส่วน)"
    r"(?: ?[:：]+|[.…]{2,}| |(?=[ก-ฮ]{3})) ?"
)
# A day with a subject behind it is that of an order which the text cites.
ISSUED_ON = re.compile(
    r"^(?:จึง)?(?:สั่ง|ประกาศ|ให้ไว้|ออกให้)\s?(?:ณ|เมื่อ)?\s?วัน(?:[ก-๎]{3,8})?ที่"
    r"(?![ก-๎0-9๐-๙. ]{6,32}[0-9๐-๙]{4} ?เรื่อง)"
)
# Where the seal was pressed, as copies tell it: (ประทับตรา), [ตรากรมการปกครอง ๒ มีนาคม ๒๕๖๐].
SEAL = re.compile(
    r"^(?:[(\[] ?(?:ลงชื่อย่อ|(?:ประทับ)?ตรา(?:ประทับ)?)|ตราประทับ|ประทับตรา)"
    r"(?:ของ|ชื่อส่วนราชการ)? ?:? ?(?P<what>[^)\]]*)[)\]]?"
)
# The number of an order or a letter at a line's end, and its day at the head of the next.
_ENDS_IN_NUMBER = re.compile(r"(?:/|ว) ?[0-9๐-๙]{1,5}$")
_DAY_OF_NUMBER = re.compile("ลง ?(?:วันที่ ?)?[0-9๐-๙]")
# Before a month, what cannot be a day or lost a figure to a letter: ๙๙ พฤศจิกายน, ๒c กุมภาพันธ์.
_TORN_DAY = re.compile("^[0-9A-Za-z]{1,3} (?=[ก-ฮ][ก-๎]{4})")
_BLANK_TO_FILL = re.compile("ชื่อ|ลายมือ|ตัวบรรจง|วัน(?:ที่)? |ต่อ |ตำแหน่ง|ระบุ|โปรด|กรณี|ถ้า")
# What a bracket behind addressees tells of them: ถึง อำเภอทุกอำเภอ (ยกเว้นอำเภอเมือง).
_OF_ADDRESSEES = re.compile(
    r"(?:ถึง|เรียน)[ :]|.*\( ?(?:ยกเว้น|เว้น|เฉพาะ|ผ่าน|ตาม(?:ราย|บัญชี|ที่)|ดังราย|รวมทั้ง|พร้อมด้วย)"
)
_NAME_WORD = re.compile("[ก-ฮเ-ไ][ก-๎.]+")
_MONK = re.compile(r"(?:พระ(?!ราช[บกดท])|สมเด็จ|เจ้าอธิการ)[ก-๎]{4,40}$")
_CATCHWORD = re.compile(r"^/ ?[^/\s].{0,50}(?:\.{2,}|…|ฯ)\.*$|^/ ?[ก-๎]{2,30}$")
_PAGE_NUMBER = re.compile(r"^[-–—( ]*(?:หน้า(?:ที่)? ?)?[0-9]{1,3}(?: ?/ ?[0-9]{1,3})?[-–—) ]*$")
# What is left of a row of asterisks may be one: pairs of them are marks of bold type.
_RULE = re.compile(r"[-–_=*~. ]+$|[_\-–.=]{4,}")
_CLOSING = toneless_shape(
    r"^ขอแสดงความ(?:นับถือ|เคารพ)|^ด้วยความ(?:เคารพ|นับถือ)|^ควรมิควร|^ขอนมัสการ|^(?i:Yours|Sincerely|Respectfully)"
    # So a mail ends.
    r"|^ขอบ(?:พระ)?คุณ(?:มาก)?(?:ค่ะ|ครับ|คะ)[ .!]*$|^(?:Best |Kind |Warm )?[Rr]egards,?$"
)


def is_day_of_number(above: str, here: str) -> bool:
    """Whether a line opens with the day of what the line above it names by number."""
    return bool(_ENDS_IN_NUMBER.search(above) and _DAY_OF_NUMBER.match(here))


def is_furniture(line: Line) -> bool:
    """Page numbers and catchwords, which stand between the halves of a sentence."""
    return bool(_PAGE_NUMBER.match(line.arabic) or _CATCHWORD.match(line.text))


def is_rule(text: str) -> bool:
    """Whether the line is one drawn under a title."""
    return _RULE.match(text) is not None


def is_closing(text: str) -> bool:
    """Whether the line is the closing words over a signature."""
    return _CLOSING.match(toneless(text)) is not None


def is_name_line(text: str) -> bool:
    """Whether the line is the printed name under a signature."""
    if BLANK_NAME.match(text):
        return True
    found = SIGNED_NAME.match(text)
    if _OF_ADDRESSEES.match(text):
        return False
    if not found or "พ.ศ" in text or _BLANK_TO_FILL.match(found["name"]):
        return False
    name, before = found["name"], found["before"]
    if found["after"] and not is_post(found["after"]):
        return False
    if re.fullmatch(r"(?:[A-Z][A-Za-z.-]+ ){1,4}[A-Z][A-Za-z.-]+(?:, ?[A-Z][A-Za-z.]+)?", name):
        return not before
    if is_titled(name.strip()) and (" " in name.strip() or _MONK.match(name.strip())):
        return True
    words = name.split()
    is_two_words = len(words) in (2, 3, 4) and all(_NAME_WORD.fullmatch(w) for w in words)
    is_signed = "ลง" in before or bool(found["rank"].strip())
    return is_two_words and not is_unit(name) and not is_post(name) and (not before or is_signed)


def is_day_alone(text: str) -> bool:
    """Whether the line holds a day, be it misread, or a month with its year, and nothing else."""
    found = dates_in(text)
    if found and len(text) - (found[0].end - found[0].start) <= 10 and "ภายใน" not in text:
        return True
    text = _TORN_DAY.sub("", to_arabic(text))
    month = month_and_year_in(text)
    return bool(month and len(text) - (month[1] - month[0]) <= 4 and "ภายใน" not in text)


def ends_with_day(text: str) -> bool:
    """The office of a seal with its day on the same line."""
    found = dates_in(text)
    return bool(found) and len(found) == 1 and found[0].end == len(text) and "วันที่" not in text
