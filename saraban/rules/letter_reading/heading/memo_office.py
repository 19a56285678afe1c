"""The office that a memo comes from: behind ส่วนราชการ, or right under the title."""

import re
from itertools import pairwise

from saraban.rules.letter_reading.draft import Found
from saraban.rules.letter_reading.heading.heading import top_of
from saraban.rules.letter_reading.heading.place_of_office import without_place
from saraban.rules.letter_reading.lines.anatomy import Anatomy
from saraban.rules.letter_reading.lines.house_memo import house_memo_line, house_of_memo
from saraban.rules.letter_reading.lines.line_kinds import MEMO, MEMO_UNIT
from saraban.rules.letter_reading.lines.number_line import heading_number
from saraban.rules.letter_reading.lines.office_words import TELEPHONE, is_post, is_unit
from saraban.rules.letter_reading.lines.page_lines import Joined, Span
from saraban.thai.digits import to_arabic

_TELEPHONE = re.compile(rf"\s*(?:{TELEPHONE}|Tel|\(โทร|(?:หมายเลข|เบอร์) ?(?:โทร|ภายใน))")
# The army puts the section and its telephone in brackets: กพ.ทบ. (กองแผน โทร. ทบ. ๙๙๙๙๙).
_OPEN_BRACKET = re.compile(r" ?\((?P<section>[^()]*)$")
# A department's short name has two parts, its own and its service's, and a division's three.
_DEPARTMENT = re.compile(r"[ก-ฮ]{1,5}\. ?(?:[ก-ฮ]{2}|ทหาร)\.?")
_DIVISION = re.compile("(?:กอง|สำนัก|ฝ่าย|แผนก|ศูนย์)[ก-๎]")
# What tells of a place, and the name of one alone on a line.
_NEEDS_PLACE = re.compile(r"(?:(?<![ก-๎])(?:จว\.?|จ\.|อ\.)|จังหวัด|อำเภอ)$")
_PLACE = re.compile("(?!(?:ด่วน|ลับ)(?:มาก|ที่สุด)?$|ที่$)[ก-ฮเ-ไ][ก-๎]{1,19}")
_SHORT_NAME = re.compile(r"(?:^|[ .])[ก-ฮ]{1,4}\.$")


def memo_office_of(anatomy: Anatomy) -> Found[str] | None:
    """The name behind the label, without its telephone and brackets left open."""
    line = memo_unit_line(anatomy)
    if line is None:
        return None
    index, offset = line
    whole = Joined()
    whole.add(index, anatomy.lines[index].text[offset:], offset)
    for below in more_of_memo_unit(anatomy):
        whole.add(below, anatomy.lines[below].text)
    name = without_place(_without_dots(_with_bracket_closed(_TELEPHONE.split(whole.text)[0])))
    if not name:
        return None
    spans = whole.spans(0, len(name))
    if place := _place_below(anatomy, name, index):
        name, spans = f"{name}{place}", (*spans, Span(index + 1, 0, len(place)))
    return _with_house(anatomy, Found(name, spans), index)


def _place_below(anatomy: Anatomy, name: str, index: int) -> str:
    """The place that a narrow column broke off beside the telephone: สภ.ทดสอบ จว. โทร. …, สมมุติ."""
    if not _NEEDS_PLACE.search(name) or index + 1 not in anatomy.heading:
        return ""
    text = anatomy.lines[index + 1].text
    return text if _PLACE.fullmatch(text) and not is_post(text) else ""


def _with_bracket_closed(name: str) -> str:
    """The name before a telephone in its bracket: a department's with its division there.

    A department names itself and the division, an office inside it only itself (§12).
    """
    opened = _OPEN_BRACKET.search(name)
    if opened is None:
        return name
    office = name[: opened.start()].lstrip(" .…:").rstrip()
    section = opened["section"].strip(" .…:")
    is_told = _DEPARTMENT.fullmatch(office) and _DIVISION.match(section)
    return f"{office} ({section})" if is_told else office


def _with_house(anatomy: Anatomy, office: Found[str], index: int) -> Found[str]:
    """The office with the name of the house whose form its memo is on."""
    top = top_of(anatomy)
    house = house_of_memo(anatomy.lines, top, index)
    if house is None or not house_memo_line(anatomy.lines, top):
        return office
    name = anatomy.lines[house].text
    if name in office.value:
        return office
    return Found(f"{office.value} {name}", (*office.spans, Span(house, 0, len(name))))


def memo_unit_line(anatomy: Anatomy) -> tuple[int, int] | None:
    """The line with ส่วนราชการ and where the name begins on it.

    Printed forms of a house leave the label out: then the office stands right under the title.
    """
    top = top_of(anatomy)
    for index in top:
        if found := MEMO_UNIT.match(anatomy.lines[index].text):
            return index, found.end()
    if sent_from := house_memo_line(anatomy.lines, top):
        return sent_from
    for title, index in pairwise(top):
        if MEMO.fullmatch(anatomy.lines[title].text) and is_unit(anatomy.lines[index].text):
            return index, 0
    return None


def _without_dots(name: str) -> str:
    """The name without the dots it was written on; the full stop of a short name is its own."""
    name = name.lstrip(" .…:")
    bare = name.rstrip(" .…:")
    is_short = _SHORT_NAME.search(f"{bare}.") and re.match(r"\.(?!\.)", name[len(bare) :])
    return f"{bare}." if is_short else bare


def more_of_memo_unit(anatomy: Anatomy) -> list[int]:
    """The line under ส่วนราชการ when it goes on with it: an office, or the rest of a number."""
    line = memo_unit_line(anatomy)
    if line is None or line[0] + 1 not in anatomy.heading:
        return []
    text = anatomy.lines[line[0] + 1].text
    if heading_number(text) or "วันที่" in text or len(text) > 70:
        return []
    is_number = re.match(rf"(?:{TELEPHONE}|[0-9])", to_arabic(text)) is not None
    # The name of a long office breaks inside of a word: กลุ่มงานบริหาร, ทั่วไป โทร. ๑๑๓.
    is_broken = _TELEPHONE.search(text) and not _TELEPHONE.search(anatomy.lines[line[0]].text)
    return [line[0] + 1] if is_number or is_broken or is_unit(text) else []
