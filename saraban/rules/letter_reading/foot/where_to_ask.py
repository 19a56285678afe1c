"""The section that the sentences of a letter or a notice say to ask, where its foot names none."""

import re

from saraban.rules.letter_reading.foot.sections import is_section
from saraban.rules.letter_reading.lines.toneless import tones_optional

_ASK_HERE = re.compile(r"สอบถาม|ติดต่อ|รายละเอียดเพิ่มเติม")
_TO_ASK_AT = tones_optional(
    r"(?:ที่|กับ|ไปยัง|ต่อ) ?(?=(?P<section>[ก-ฮเ-ไ][ก-๎. ]{3,80}?) ?(?:ชั้น|หมายเลข|เบอร์|โทร"
    # Another way to ask, how or when is none of its name: กองคลัง หรือสอบถามทางโทรศัพท์ ….
    r"|หรือ(?=สอบถาม|ติดต่อ|ทาง|โทร)|ทาง(?=โทร|หมายเลข|เบอร์)|(?:ใน|ทุก)วัน(?:และ|ทำการ|ราชการ|เวลา)))"
)
# Where a notice that tells a telephone alone wants things handed in: ยื่นใบสมัครได้ที่ งานบุคคล ชั้น ๒.
_HAND_IN = tones_optional("ยื่น(?=ใบ|แบบ|เอกสาร|หลักฐาน|ซอง|ข้อเสนอ|คำขอ|ความจำนง|ด้วยตนเอง|ได้)")
_PAY = re.compile("(?<!ที่)ชำระ(?=ได้|เงิน|ค่า|ภาษี|ที่|ณ| )")
_AT = tones_optional(
    r"(?:ที่|(?<![ก-๎])ณ) ?(?=(?P<section>[ก-ฮเ-ไ][ก-๎. ]{3,80}?)"
    r"(?: (?:ชั้น|อาคาร|ตั้งแต่|ระหว่าง|ภายใน|ใน|ณ|ทุก|หรือ)|,| ?$| ?(?:หมายเลข|เบอร์|โทร)))"
)
_FAR = 90  # letters
# An office inside another; banks and post offices, where one may pay as well, answer nothing.
_INNER = re.compile("สำนัก(?!งาน)|กอง(?!ทุน)|กลุ่ม|ฝ่าย|ส่วน|งาน")


def asking_in(text: str) -> int | None:
    """Where the text begins to say whom to ask."""
    asking = _ASK_HERE.search(text)
    return asking.start() if asking else None


def section_to_ask(text: str, asking: int, issuer: str | None) -> str | None:
    """The section to ask, or else the one that takes in what the sentences before it tell of.

    The office that writes is no part of its section's name.
    """
    section = _named_to_ask(text[asking:]) or _taking_in(text[:asking])
    return section.removesuffix(f" {issuer}") if section else None


def _named_to_ask(text: str) -> str | None:
    """Where a sentence says to ask: สอบถามได้ที่ ฝ่ายการเจ้าหน้าที่ สำนักปลัดเทศบาล โทร. …."""
    named = (found["section"] for found in _TO_ASK_AT.finditer(text))
    return next(filter(is_section, named), None)


def _taking_in(text: str) -> str | None:
    """Where things are handed in, or paid at an office inside: ยื่นใบสมัครได้ที่ งานบุคคล …."""
    for named in _places_of(_HAND_IN, text):
        if is_section(named):
            return named
    for named in _places_of(_PAY, text):
        if is_section(named) and _INNER.match(named):
            return named
    return None


def _places_of(deed: re.Pattern[str], text: str) -> list[str]:
    """What is named as the place near behind the words for a deed."""
    return [
        named["section"]
        for done in deed.finditer(text)
        for named in _AT.finditer(text, done.end())
        if named.start() - done.end() < _FAR
    ]
