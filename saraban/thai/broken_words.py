"""Words that a text layer breaks by blanks put together: ขอแสดงความ นับ ถือ becomes …ความนับถือ.

Thai has blanks between phrases only, so a blank inside a word is seen once the words are known.
They are asked only on a page where words of every letter are broken.
"""

import re

from saraban.thai.spelling import KEPT_NAMES, reading_cost

_COMMON = (
    "หนังสือ จังหวัด ขอแสดงความนับถือ พิจารณา ดำเนินการ ปฏิบัติ หน่วยงาน ผู้อำนวยการ สิ่งที่ส่งมาด้วย วันที่ เรื่อง "
    "ประชุม องค์การ ส่วนราชการ โรงเรียน สำนักงาน รายงาน จำนวน อำเภอ ตำบล งบประมาณ ประกาศ คำสั่ง โทรศัพท์ "
    "เรียน รักษาราชการแทน ปฏิบัติราชการแทน ราชการ บันทึกข้อความ ด่วนที่สุด ทราบ ภายใน หัวหน้า มกราคม กุมภาพันธ์ "
    "มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
)
_LETTER = re.compile("(?<=.)(?=[\u0e01-\u0e30\u0e32-\u0e33\u0e40-\u0e44])")
_SPACED = re.compile("|".join(_LETTER.sub(" ?", word) for word in _COMMON.split()))
# Two words of their own too: ทุกวัน ที่ห้องประชุม.
_MAY_BE_TWO = frozenset({"วัน ที่", "หน่วย งาน", "ส่วน ราชการ"})
# No word begins with า, and none is ก, ค or บุ alone: ก ารสำรวจ, ค วามพร้อม, บุ คลากร.
_LONE_LETTER = re.compile("(?<=[\u0e01-\u0e2e]) (?=\u0e32)|(?<=ค) (?=วาม)|(?<=บุ) (?=คล|คค)")
_BLANK = re.compile("(?<=[\u0e01-\u0e4e]) (?=[\u0e01-\u0e46])")
_RUN_BEFORE = re.compile("[\u0e01-\u0e4e]+(?: [\u0e01-\u0e4e]+)?$")
_RUN_BEHIND = re.compile("[\u0e01-\u0e4e]+(?: [\u0e01-\u0e4e]+)?")
_FEW = 2
_WINDOW = 16


def has_broken_words(page: str) -> bool:
    """Whether words that every letter has are broken on this page again and again."""
    return sum(" " in found[0] for found in _SPACED.finditer(page)) >= _FEW


def with_common_words_whole(text: str) -> str:
    """Text from any page, without blanks in words of every letter where nothing else is meant."""
    text = _LONE_LETTER.sub("", text)
    return _SPACED.sub(
        lambda word: word[0] if word[0] in _MAY_BE_TWO else word[0].replace(" ", ""), text
    )


def with_words_whole(text: str) -> str:
    """Text from a page with broken words, without the blanks inside them; names stay."""
    text = _SPACED.sub(lambda word: word[0].replace(" ", ""), text)
    names = [found.span() for found in KEPT_NAMES.finditer(text)]
    whole = ""
    done = 0
    for blank in _BLANK.finditer(text):
        whole += text[done : blank.start()]
        done = blank.end()
        before = _RUN_BEFORE.search(whole[-_WINDOW:])
        behind = _RUN_BEHIND.match(text, blank.end(), blank.end() + _WINDOW)
        is_name = any(start <= blank.start() < end for start, end in names)
        if is_name or not before or not behind or not _is_inside(before[0], behind[0]):
            whole += " "
    return whole + text[done:]


def _is_inside(before: str, behind: str) -> bool:
    return reading_cost(f"{before}{behind}") < reading_cost(f"{before} {behind}")
