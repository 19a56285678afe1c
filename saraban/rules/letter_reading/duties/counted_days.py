"""Days counted from something that happens: within 15 days of receiving the letter."""

import re
from collections.abc import Iterator

from saraban.rules.letter_reading.draft import Deadline
from saraban.rules.letter_reading.lines.toneless import toneless, tones_optional
from saraban.thai.number_words import NUMBER_WORDS, number_in_words

# Terms between the parties to a contract: กำหนดส่งมอบภายใน ๑๕ วันนับแต่วันลงนามในสัญญา.
# Who counts from the day it was told of a delivery (วันที่ได้รับแจ้งการส่งมอบ) is an official.
_OF_A_CONTRACT = tones_optional(
    r"(?:ส่งมอบ(?!(?:การ)?(?:งาน)?(?:และ)?(?:ใน)?(?:หน้าที่|ตำแหน่ง|ความรับผิดชอบ))|ผู้ขาย|ผู้รับจ้าง|รับประกัน)[^|\s]*\s?\||\|(?!.*(?:รับ|ทราบ|แจ้ง)).*(?:ลงนาม|ทำสัญญา|ส่งมอบ|เสนอราคา|ยื่นซอง)"
)
# What an office notes and reports of a contract is a duty of its own.
_OF_AN_OFFICE = tones_optional(
    r"^(?!.*ผู้(?:รับจ้าง|ขาย|ให้เช่า)).*(?:บันทึก(?!ข้อตกลง)|รายงาน|เผยแพร่|ส่งสำเนา)(?:(?!ส่งมอบ)[^|\s]){0,40}\s?\|"
)
_RELATIVE = tones_optional(
    r"(?P<lead>ภายใน(?:กำหนด(?:เวลา)?|ระยะเวลา)?|ไม่เกิน|ก่อน[ก-๎ ]{0,60}?(?:ไม่น้อยกว่า|อย่างน้อย)"
    r"|(?:ล่วงหน้า)?ก่อนวัน(?:(?!จำนวน)[ก-๎]){2,20}"
    r"|ล่วงหน้า(?:ไม่น้อยกว่า|อย่างน้อย)?|ไม่น้อยกว่า)\s?"
    rf"(?P<count>[0-9]{{1,3}}|{NUMBER_WORDS})"
    r"\s?(?:\([ก-๎]+\)\s?)?(?P<unit>วันทำการ|วัน(?!ที่)|สัปดาห์|เดือน|ชั่วโมง|ปี)"
    r"(?P<rest>\s?(?:\(?(?:วัน)?ทำการ\)?)?\s?(?:นับ(?:แต่|จาก|ตั้งแต่"
    r"|ถัดจาก)?(?:ถัดจาก)?(?:วัน)?(?:ที่)?(?P<anchor>(?:(?!ภายใน)[ก-๎ ]){0,60})?"
    r"|หลัง(?:จาก)?(?P<after>(?:(?!ภายใน)[ก-๎ ]){0,50})|ก่อน(?P<ahead>[ก-๎ ]{0,40}))?)"
)
_BEHIND_ANCHOR = tones_optional(r"\s|ด้วย|หาก|มิฉะนั้น|จะ|ทั้งนี้|เพื่อ|และ|แล้ว(?=รายงาน|ส่ง|แจ้ง|จัด|ให้|เสนอ)")
# A rule's condition, with nothing to count from: ผู้ที่ไม่มารายงานตัวภายใน ๗ วัน.
_UNLESS = tones_optional(r"(?:แล้ว|ผู้|ที่|ซึ่ง)(?:ไม่|มิได้)(?:(?!ให้|โปรด|ต้อง|เกิน)[ก-๎]){2,30}\s?$")
_DAYS_IN = {toneless("สัปดาห์"): 7, "เดือน": 30}
_HOUR, _TOO_LONG = toneless("ชั่วโมง"), "ปี"
_AT_MOST = (toneless("ไม่เกิน"), toneless("ไม่น้อยกว่า"))


def counted_in(line: str) -> Iterator[tuple[Deadline, int, int, bool]]:
    """Each such deadline with its place, from where to where, and that it is printed plainly."""
    for found in _RELATIVE.finditer(line):
        counted = found["count"]
        count = int(counted) if counted.isdigit() else number_in_words(counted)
        if toneless(found["lead"]).startswith(_AT_MOST) and "นับ" not in found["rest"]:
            continue
        unit = toneless(found["unit"])
        if unit == _TOO_LONG or not count:
            continue
        before = line[: found.start()]
        if re.search(r"(?:อายุ|ระยะเวลา|เป็นเวลา|ย้อนหลัง|มาแล้ว)[ก-๎ ]{0,12}$", before):
            continue
        days = None if unit == _HOUR else count * _DAYS_IN.get(unit, 1)
        group = next((name for name in ("anchor", "after", "ahead") if found[name]), None)
        anchor = _anchor(found[group]) if group else None
        terms = f"{before[-60:]}|{anchor or ''}"
        if _OF_A_CONTRACT.search(terms) and not _OF_AN_OFFICE.search(terms):
            continue
        if anchor is None and _UNLESS.search(before):
            continue
        end = found.end()
        if group:  # the clause behind the anchor is no part of the deadline
            skipped = len(found[group]) - len(found[group].lstrip())
            end = found.start(group) + (skipped + len(anchor) if anchor else 0)
        is_working = unit == "วันทำการ" or re.match(r"\s?\(?(?:วัน)?ทำการ", found["rest"])
        deadline = Deadline(
            "",
            "relative",
            days=None if is_working else days,
            working_days=days if is_working else None,
            anchor=anchor,
            hours=count if unit == _HOUR else None,
        )
        yield deadline, found.start(), end, True


def _anchor(text: str) -> str | None:
    words = _BEHIND_ANCHOR.split(text.strip())[0]
    return words or None
