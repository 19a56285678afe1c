"""The title lines under a printed name: which lines of the foot they are."""

import re

from saraban.rules.letter_reading.foot.posts import (
    ON_DUTY,
    OPEN,
    OPEN_BRACKET,
    broken_acting,
    is_head_of,
)
from saraban.rules.letter_reading.lines.anatomy import Anatomy
from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.line_kinds import is_name_line
from saraban.rules.letter_reading.lines.office_words import (
    ACTING,
    SIGNED_NAME,
    TELEPHONE,
    is_post,
    is_unit,
)
from saraban.rules.letter_reading.lines.page_lines import Line
from saraban.rules.letter_reading.lines.toneless import tones_optional

_ENDS = tones_optional(
    rf"^(?:{TELEPHONE}|Tel|Fax|Encl|Attach|ติดต่อ|เรียน|(?:ได้)?(?:รับ)?ทราบ|ปิดประกาศ|ความเห็น"
    r"|คำสั่ง|ข้อสั่งการ|ตรวจ(?:สอบ)?แล้ว|ได้ตรวจสอบ|ผลการพิจารณา|ลงรับ|เพื่อ|เห็น(?:ชอบ|ควร)|อนุมัติ|อนุญาต|ดำเนินการ|ลงชื่อ|\(ลงชื่อ\)"
    r"|สำเนา(?:ส่ง"
    r"|เรียน|ถูกต้อง)?|หมายเหตุ|ไปรษณีย์|e-?mail|อีเมล|E-?MAIL|http|www|มอบ|[-•–*] |[“\"‘]"
    # What is enclosed under the signature: a form, a table.
    r"|แบบ(?: ?[ก-ฮ]{1,3}\.|ฟอร์ม|ตอบรับ|รายงาน|สำรวจ)|ตาราง|บัญชี(?!กลาง)|กำหนดการ|ระเบียบวาระ|ภาคผนวก"
    r"|ผู้ประสาน|ที่อยู่|คิวอาร์|QR|สแกน|website|เว็บ|Line|ID|พิมพ์|ผู้(?:พิมพ์|ร่าง|ทาน|ตรวจ)(?:[ .…]|$)"
    # Who wrote minutes down or looked them through.
    r"|ผู้(?:สรุป|จด|บันทึก|ตรวจ|ถอด)(?:มติ|รายงาน|บันทึก|การประชุม)|ขอแสดง"
    r"|[(\[] ?[/xX✓√ ]? ?[)\]]|[0-9๐-๙]+[.)]|\||หลังหนังสือ|ทั้งนี้|เลขที่|เลขรับ|รับที่|วันที่|เวลา)",
    re.IGNORECASE,
)
# Posts of a province or a district that tell which one only behind them, or on the line below.
_OF_A_PLACE = tones_optional(
    r"(?:สาธารณสุข|เกษตร|ปศุสัตว์|ประมง|พาณิชย์|แรงงาน|วัฒนธรรม|คลัง|ท้องถิ่น|พัฒนาการ|ผังเมือง|สรรพากร|สรรพสามิต|ขนส่ง"
    r"|สถิติ|จัดหางาน|ศึกษาธิการ|สหกรณ์|อุตสาหกรรม|ธนารักษ์|พลังงาน|ผู้ว่าราชการ|ประชาสัมพันธ์|สาธารณภัย"
    r"|ความมั่นคงของมนุษย์|พระพุทธศาสนา|ส่วนภูมิภาค)$"
)
_PLACE = tones_optional("^(?:จังหวัด|อำเภอ)[ก-ฮเ-ไ]")
# Where a post is held: ผู้อำนวยการสำนักงานคณะกรรมการ… / ประจำจังหวัดตาก.
_HELD_AT = tones_optional("^ประจำ(?:จังหวัด|อำเภอ|กรุงเทพ|เขต|ภาค|ประเทศ)")
_HEAD_OF_PRIVATE = tones_optional(
    r"^(?:ประธาน(?:กรรมการ)?|(?:กรรมการ)?ผู้จัดการ(?:ทั่วไป|ใหญ่)?|นายก|เลขาธิการ|เจ้าของ)$"
)
_PRIVATE = re.compile(
    r"^(?:บริษัท|ห้างหุ้นส่วน|หจก|บจก|สมาคม|มูลนิธิ|ชมรม|สหกรณ์|สหภาพ|คณะกรรมการ|กองทุน|วิสาหกิจ)"
)
_TELEPHONE = re.compile(rf"^(?:(?:หมายเลข|เบอร์) ?โทร|{TELEPHONE}|Tel)")
_LABEL = re.compile(r"ตำแหน่ง[ .:…]*")
_MOST_LINES = 8
_MOST_TO_ACTING = 3
_POOR, _SURE = 0.8, 0.9
_WORD = re.compile("[ก-ฮเ-ไ][ก-๎]{2,}")  # the end of what broke above it: กรมบัญชี / กลาง
_SHORT = 8
_TELEPHONE_IN = re.compile(r"โทร(?:ศัพท์|\.|สาร)? ?[.:]? ?[0-9๐-๙]")


def title_lines(anatomy: Anatomy, start: int, first: str = "") -> list[tuple[int, str]]:
    """The lines from this place of the foot on that name posts, with their indexes.

    first is the title that stands behind the name already, on its line.
    """
    lines = anatomy.lines
    name_indent = lines[anatomy.name_at].indent if anatomy.name_at is not None else 0
    titles: list[tuple[int, str]] = []
    for place, index in enumerate(anatomy.foot[start : start + _MOST_LINES], start=start):
        line = lines[index]
        if _LABEL.fullmatch(line.text):
            continue
        text = re.sub(r"^ตำแหน่ง(?=[ .:])[ .:…]*", "", line.text.strip(" ,"))
        if not text or _ENDS.match(text) or is_name_line(text) or _TELEPHONE_IN.search(text):
            break
        if dates_in(text) and len(text) < 30:
            break
        below = anatomy.foot[place + 1] if place + 1 < len(anatomy.foot) else None
        told = [*filter(None, [first]), *(title for _, title in titles)]
        goes_on_acting = bool(told) and broken_acting(told[-1], text) is not None
        if not goes_on_acting and _is_noise(line, lines[below] if below is not None else None):
            continue
        is_left = name_indent > line.indent + 3
        is_more = not told or _goes_on(
            told, text, is_new_block=line.is_after_blank, is_left=is_left
        )
        if not is_more and not _leads_to_acting(anatomy, place, told):
            break
        if not told and is_unit(text) and not is_post(text) and line.is_after_blank:
            break
        if told and below is not None and _is_section(told[-1], text, lines[below]):
            break
        titles.append((index, text))
    return titles


def _leads_to_acting(anatomy: Anatomy, place: int, told: list[str]) -> bool:
    """Whether a post goes on here, however it broke: words for acting stand right below.

    The lines may begin a page, and be set further to the left than the name.
    """
    if any(ACTING.search(title) for title in told):
        return False
    below = [anatomy.lines[index] for index in anatomy.foot[place:][: _MOST_TO_ACTING + 1]]
    for line in below[1:]:
        if ACTING.match(line.text):
            return True
        if line.is_after_blank or _ENDS.match(line.text) or is_name_line(line.text):
            return False
    return False


def _is_noise(line: Line, below: Line | None) -> bool:
    """A scrap of handwriting between a printed name and its post, in text out of a picture."""
    if line.source == "text" or is_post(line.text) or ACTING.match(line.text):
        return False
    if below is None or broken_acting(line.text, below.text) is not None:
        return False
    is_word = line.confidence >= _SURE and _WORD.fullmatch(line.text)
    is_scrap = line.confidence < _POOR or (len(line.text) < _SHORT and not is_word)
    return is_scrap and is_post(below.text)


def title_behind_name(text: str) -> str:
    """The title on the line of the printed name, "" for none."""
    found = SIGNED_NAME.match(text)
    return found["after"].strip(" .") if found else ""


def lines_of_titles(anatomy: Anatomy) -> frozenset[int]:
    """The lines under the signatory's name that name posts."""
    if anatomy.name_at is None:
        return frozenset()
    place = anatomy.foot.index(anatomy.name_at)
    first = title_behind_name(anatomy.lines[anatomy.name_at].text)
    return frozenset(index for index, _ in title_lines(anatomy, place + 1, first))


def _goes_on(told: list[str], text: str, *, is_new_block: bool, is_left: bool) -> bool:
    """Whether the line belongs to the titles told above it."""
    if broken_acting(told[-1], text) is not None:
        return True
    if OPEN_BRACKET.search(told[-1]):
        return True
    if _OF_A_PLACE.search(told[-1]) and _PLACE.match(text):
        return True
    if (_HELD_AT.match(text) and is_post(told[-1])) or is_head_of(told[-1], text):
        return True
    if OPEN.search(told[-1]) or (_HEAD_OF_PRIVATE.match(told[-1]) and _PRIVATE.match(text)):
        return True
    if is_post(text) or ACTING.search(text) or ON_DUTY.match(text):
        return not (is_new_block and ACTING.search(" ".join(told)))
    # What is wrapped goes on; an office after a finished title is the foot.
    return not (is_unit(text) or is_new_block or is_left or len(text) > 90)


def _is_section(before: str, text: str, below: Line) -> bool:
    """The only office over the telephone owns the matter: เลขาธิการ and then กองกลาง."""
    is_office = is_unit(text) and not is_post(text) and not ACTING.search(before)
    return is_office and bool(_TELEPHONE.match(below.text))
