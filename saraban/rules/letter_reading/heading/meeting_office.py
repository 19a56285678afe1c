"""Whose meeting minutes sum up: a committee, an office, or the office of who gave orders there."""

import re

from saraban.rules.letter_reading.draft import Found
from saraban.rules.letter_reading.heading.heading import top_of
from saraban.rules.letter_reading.heading.place_of_office import without_place
from saraban.rules.letter_reading.lines.anatomy import Anatomy
from saraban.rules.letter_reading.lines.line_kinds import SUMMARY
from saraban.rules.letter_reading.lines.office_of_post import office_of_post
from saraban.rules.letter_reading.lines.office_words import is_unit, without_address
from saraban.rules.letter_reading.lines.page_lines import Span

_BARE_TITLE = re.compile(r"(?:สรุป)?(?:ผล|รายงาน|มติ)?(?:การ|ที่)ประชุม")
_OF_OFFICE = re.compile(r"ของ(?P<unit>(?:ศูนย์|คณะ|กระทรวง|กรม|สำนัก|กอง|จังหวัด|อำเภอ).*)")
_OF_HEAD = re.compile(r"(?:ของ|โดย)(?P<unit>[ก-๎]{6,60})")
_OF_COMMITTEE = re.compile(r"(?:การประชุม|ประชุม) ?(?P<unit>คณะ(?!ผู้บริหาร).*?)(?: ครั้งที่|$)")
# Whose heads or officers met: ประชุมหัวหน้าส่วนราชการประจำจังหวัดทดลอง. Of what level they are
# may be told before it: ประชุมหัวหน้าส่วนราชการระดับอำเภอ อำเภอทดสอบ.
_OF_OFFICERS = re.compile(
    r"ประชุม(?:(?:คณะ)?ผู้บริหาร|ผู้อำนวยการ|หัวหน้า(?:ส่วนราชการ|งาน|ฝ่าย|กลุ่ม)?|บุคลากร|เจ้าหน้าที่|ข้าราชการ|สามัญ)?"
    r"(?:(?:ประจำ|ระดับ)(?:จังหวัด|อำเภอ|ตำบล) |ประจำ(?:เดือน)?|ใน(?:สังกัด)?|ระดับ|และ[ก-๎]{0,30}?)?"
    r"(?P<unit>(?:กระทรวง|กรม|สำนัก|กอง|จังหวัด|อำเภอ|เทศบาล|องค์การ|มหาวิทยาลัย|โรง|ศูนย์|สถาบัน|สภา).*)"
)


def meeting_of(anatomy: Anatomy) -> Found[str] | None:
    """The office or committee that the title of the minutes names."""
    if over := _over_title(anatomy):
        return over
    for index in top_of(anatomy):
        text = anatomy.lines[index].text
        below = anatomy.lines[index + 1] if index + 1 < len(anatomy.lines) else None
        is_short = below is not None and len(below.text) < 40 and not below.is_after_blank
        if below and is_unit(below.text) and (is_short or _BARE_TITLE.fullmatch(text)):
            text = f"{text} {below.text}"
        for shape in (_OF_OFFICE, _OF_HEAD, _OF_COMMITTEE, _OF_OFFICERS):
            found = shape.search(text)
            unit = re.split(r" ครั้งที่| เมื่อวันที่| เรื่อง", found["unit"])[0].strip() if found else ""
            if shape is _OF_HEAD:
                unit = office_of_post(unit) or ""
            unit = without_place(unit)
            if found and unit:
                return Found(unit, (Span(index, found.start("unit"), len(text)),), 0.9)
    return None


def _over_title(anatomy: Anatomy) -> Found[str] | None:
    """The office printed right over the title, alone on the first line."""
    if len(anatomy.own) < 2:
        return None
    first, title = (anatomy.lines[index].text for index in anatomy.own[:2])
    if not SUMMARY.match(title) or not is_unit(first) or without_address(first) != first:
        return None
    return Found(first, (Span(anatomy.own[0], 0, len(first)),), 0.9)
