"""The title lines under a printed name: which lines they are, and which posts they tell."""

import re
from itertools import pairwise

from saraban.rules.letter_reading.lines.anatomy import Anatomy
from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.line_kinds import is_name_line
from saraban.rules.letter_reading.lines.office_words import (
    ACTING,
    FOR_ANOTHER,
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
_OPEN = tones_optional(
    r"(?:แทน|ตำแหน่ง|รักษาการ|ปฏิบัติหน้าที่|และ|ประจำ|ของ|ฝ่าย|ด้าน|กลุ่ม(?:งาน)?|สาขา(?:วิชา)?|ภาควิชา"
    # Offices that are none without the name behind them.
    r"|คณะ|กรม|สำนักงาน|พื้นที่การ|เลขาธิการคณะกรรมการ"
    r"|องค์การบริหาร(?:ส่วน)?|เขตพื้นที่(?:การศึกษา)?(?:ประถมศึกษา|มัธยมศึกษา)?"
    rf"|(?:^(?:รอง)?|{FOR_ANOTHER} ?)(?:ผู้อำนวยการ|คณบดี|หัวหน้า)|^รองอธิการบดี)$"
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
# Heads whose own office, or the rest of whose title, stands on the line below.
_HEADS_OF = tuple(
    (tones_optional(rf"{head}$"), tones_optional(rf"^(?:{own})"))
    for head, own in (
        ("อธิการบดี", "มหาวิทยาลัย|สถาบัน|วิทยาลัย"),
        ("นายแพทย์", "สาธารณสุข"),
        ("เลขาธิการ", "คณะกรรมการ|สภา"),
        ("ผู้กำกับการ|สารวัตร(?:ใหญ่)?|หัวหน้า", "สถานีตำรวจ"),
    )
)
_OPEN_BRACKET = re.compile(r"\([^()]*$")
_MISREAD_ACTING = re.compile(rf"(?:(?P<does>ป[ฏฎ]ิบัติ)|รักษา)ราช(?!การแทน)[ก-ฺ]{{2,6}}{FOR_ANOTHER}")
_HEAD_OF_PRIVATE = tones_optional(
    r"^(?:ประธาน(?:กรรมการ)?|(?:กรรมการ)?ผู้จัดการ(?:ทั่วไป|ใหญ่)?|นายก|เลขาธิการ|เจ้าของ)$"
)
_PRIVATE = re.compile(
    r"^(?:บริษัท|ห้างหุ้นส่วน|หจก|บจก|สมาคม|มูลนิธิ|ชมรม|สหกรณ์|สหภาพ|คณะกรรมการ|กองทุน|วิสาหกิจ)"
)
_HEADS_CENTRE = tones_optional(r"^ผู้อำนวยการศูนย์")
# What its holder is in a committee besides.
_OF_COMMITTEE = tones_optional(r"^(?:กรรมการและ)?(?:ผู้ช่วย)?เลขานุการ ?(?:คณะ|กรรมการ|[ก-ฮ]\.)")
# What the principal of an acting officer is besides, told under their post: the whole of it is who
# is acted for (ปฏิบัติราชการแทน / อธิบดีกรมบัญชีกลาง / ประธานกรรมการวินิจฉัย…).
_IS_ALSO = tones_optional(
    r"^(?:ประธาน(?:คณะ)?(?:อนุ)?กรรมการ|กรรมการและ(?:ผู้ช่วย)?เลขานุการ|เลขานุการ ?(?:คณะ|[ก-ฮ]\.)"
    r"|ผู้อำนวยการ(?:ศูนย์|จังหวัด)|นายทะเบียน)"
)
# A post somebody fills beside their own, told between the own post and the words for acting.
_ON_DUTY_FOR = tones_optional(r"(?<=\S) ปฏิบัติหน้าที่(?=$| )")
_ON_DUTY_WORD = tones_optional(r"(?<=\S )ปฏิบัติหน้าที่")
_ON_DUTY_ALONE = tones_optional(r"ปฏิบัติหน้าที่")
_ON_DUTY = tones_optional(r"^(?:ปฏิบัติหน้าที่|ทำหน้าที่|ช่วยราชการ|ช่วยปฏิบัติ)")
_TELEPHONE = re.compile(rf"^(?:(?:หมายเลข|เบอร์) ?โทร|{TELEPHONE}|Tel)")
_LABEL = re.compile(r"ตำแหน่ง[ .:…]*")
_MOST_LINES = 8
_LONGEST_REST = 24
_MOST_TO_ACTING = 3
_POOR = 0.8
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
        goes_on_acting = bool(told) and _broken_acting(told[-1], text) is not None
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
    if below is None or _broken_acting(line.text, below.text) is not None:
        return False
    is_scrap = line.confidence < _POOR or len(line.text) < _SHORT
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
    if _broken_acting(told[-1], text) is not None:
        return True
    if _OPEN_BRACKET.search(told[-1]):
        return True
    if _OF_A_PLACE.search(told[-1]) and _PLACE.match(text):
        return True
    if (_HELD_AT.match(text) and is_post(told[-1])) or _is_head_of(told[-1], text):
        return True
    if _OPEN.search(told[-1]) or (_HEAD_OF_PRIVATE.match(told[-1]) and _PRIVATE.match(text)):
        return True
    if is_post(text) or ACTING.search(text) or _ON_DUTY.match(text):
        return not (is_new_block and ACTING.search(" ".join(told)))
    # What is wrapped goes on; an office after a finished title is the foot.
    return not (is_unit(text) or is_new_block or is_left or len(text) > 90)


def _is_head_of(before: str, text: str) -> bool:
    """Whether a line tells of what the title over it is the head: อธิการบดี / มหาวิทยาลัย…."""
    return any(head.search(before) and own.match(text) for head, own in _HEADS_OF)


def _is_section(before: str, text: str, below: Line) -> bool:
    """The only office over the telephone owns the matter: เลขาธิการ and then กองกลาง."""
    is_office = is_unit(text) and not is_post(text) and not ACTING.search(before)
    return is_office and bool(_TELEPHONE.match(below.text))


def posts_of(titles: list[str]) -> tuple[str | None, str | None]:
    """Position and acting_for out of the title lines."""
    if not titles:
        return None, None
    titles = _with_acting_whole(_with_brackets_closed(titles))
    shape = ACTING if any(ACTING.search(text) for text in titles) else _ON_DUTY_FOR
    for number, text in enumerate(titles):
        found = shape.search(text)
        if not found:
            continue
        before = text[: found.start()].strip(" ,")
        principal = text[found.end() :].strip(" ,")
        if number == 0 and not before:
            if not principal and len(titles) > 1:
                return f"{found[0]}{titles[1]}", None
            return " ".join([text, *titles[1:]]), None
        position = f"{titles[0]}{_rest_of_broken(titles[:number])}" if number else before
        words = _MISREAD_ACTING.sub(_acting_meant, found[0].strip())
        if principal:
            gap = " " if text[found.end() : found.end() + 1] == " " else ""
            acting = f"{words}{gap}{principal}"
            return position, f"{acting}{_wrapped(titles[number + 1 :], acting)}"
        rest = titles[number + 1] if number + 1 < len(titles) else ""
        return position, f"{words} {rest}{_wrapped(titles[number + 2 :], rest)}".strip()
    return f"{titles[0]}{_rest_of_first(titles)}", None


def _acting_meant(misread: re.Match[str]) -> str:
    return f"{'ปฏิบัติ' if misread['does'] else 'รักษา'}ราชการแทน"


def _with_brackets_closed(titles: list[str]) -> list[str]:
    """The title lines, what stands in brackets on one line, and what follows them on its own."""
    whole: list[str] = []
    for text in titles:
        if not whole or not _OPEN_BRACKET.search(whole[-1]):
            whole.append(text)
            continue
        inside, bracket, after = text.partition(")")
        whole[-1] += f"{inside}{bracket}"
        if after.strip():
            whole.append(after.strip())
    return whole


def _rest_of_broken(titles: list[str]) -> str:
    """What a line broke off the first title, over the words for acting; no second post."""
    rest = ""
    for before, text in pairwise(titles):
        is_of_its_own = is_post(text) or is_unit(text) or len(text) > _LONGEST_REST
        if is_of_its_own and not _OPEN.search(before):
            break
        rest += f" {text}"
    return rest


def _rest_of_first(titles: list[str]) -> str:
    """What goes on from the first title; a second post of the same person is not, but of a centre.

    Such a centre has no head of its own, and it is as its head that a permanent secretary signs.
    """
    rest = ""
    for before, text in pairwise(titles):
        is_second = is_post(text) and not _OPEN.search(before) and not _HEADS_CENTRE.match(text)
        if is_second or _OF_COMMITTEE.match(text):
            break
        rest += f" {text}"
    return rest


def _broken_acting(before: str, after: str) -> int | None:
    """Where the words for acting open at the end of a line that breaks inside of them."""
    both = before + after
    found = (*ACTING.finditer(both), *_ON_DUTY_WORD.finditer(both))
    return next((one.start() for one in found if one.start() < len(before) < one.end()), None)


def _with_acting_whole(titles: list[str]) -> list[str]:
    """The title lines, words for acting that a line broke (รักษาราชการ, แทน) put together."""
    whole = titles[:1]
    for text in titles[1:]:
        start = _broken_acting(whole[-1], text)
        if start is None:
            whole.append(text)
            continue
        acting = f"{whole[-1][start:]}{text}"
        before = whole.pop()[:start].strip(" ,")
        whole += [before, acting] if before else [acting]
    return whole


def _wrapped(after: list[str], before: str = "") -> str:
    """What goes on from the line before: one that is no title of its own, or acts for another."""
    if not after:
        return ""
    is_open = bool(
        ((ACTING.search(before) or _ON_DUTY.match(before)) and _OPEN.search(before))
        or _ON_DUTY_FOR.search(before)
    )
    # A second word for acting needs its principal, on its own line or the next.
    is_chained = (ACTING.match(after[0]) or _ON_DUTY_ALONE.fullmatch(after[0])) and (
        len(after) > 1 or not ACTING.fullmatch(after[0])
    )
    is_also = bool(before) and (
        _IS_ALSO.match(after[0]) is not None or _is_head_of(before, after[0])
    )
    if is_open or is_chained or is_also:
        return f" {after[0]}{_wrapped(after[1:], after[0])}"
    return "" if is_post(after[0]) or ACTING.match(after[0]) else f" {after[0]}"
