"""The office a letter comes from: beside its number, in its title, in its seal or its memo line."""

import re
from collections.abc import Sequence

from saraban.rules.letter_reading.draft import Found
from saraban.rules.letter_reading.heading.broken_office import place_of_broken_office
from saraban.rules.letter_reading.heading.heading import top_of
from saraban.rules.letter_reading.heading.meeting_office import meeting_of
from saraban.rules.letter_reading.heading.memo_office import memo_office_of
from saraban.rules.letter_reading.heading.sender_line import TELLS_SENDER, sender_told
from saraban.rules.letter_reading.lines.anatomy import Anatomy
from saraban.rules.letter_reading.lines.dates_in_text import dates_in, month_and_year_in
from saraban.rules.letter_reading.lines.line_kinds import (
    GLUED_NUMBER,
    NOTICE,
    ORDER,
    SEAL,
    is_day_alone,
)
from saraban.rules.letter_reading.lines.number_line import (
    heading_number,
    is_blank_number,
    is_number_alone,
)
from saraban.rules.letter_reading.lines.office_words import (
    ADDRESS,
    is_unit,
    without_address,
)
from saraban.rules.letter_reading.lines.page_lines import Joined, Line, Span
from saraban.thai.digits import to_arabic

_BULLET = re.compile(r"^[\s•·▪*]+")
_TITLE_ENDS = re.compile(rf"\s+ที่ ?[0-9๐-๙]|{GLUED_NUMBER}|\s*\(?ฉบับที่ ?[0-9๐-๙]|\s+เรื่อง")
# What a stamp over the number leaves behind it: one letter, before the office.
_SCRAP = re.compile("[ก-ฮ][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{0,2} ")
_MEMO_DATE = re.compile(r"(?:ลง)?วันที่ ?[.:…]*")
# Where an office is housed, under its name: a hall, or a ministry with the post code.
_HOUSED_IN = re.compile(
    r"^(?:ศาลากลาง|ที่ว่าการ|ที่ทำการ |สนามกีฬา|อาคาร|ตึก|(?:กระทรวง|[ก-ฮ]{2,3}\.? ).*[0-9๐-๙]{5}$)"
)
# So is a palace that an office of the state sits in, with its town: วังทดสอบ กรุงเทพฯ ๑๐๒๐๐.
# Schools and districts have such names themselves: โรงเรียนบ้าน, and วังทดสอบ under it.
_OF_STATE = re.compile("^(?:สำนักงาน[ก-๎ ]*)?(?:กระทรวง|กรม|กองทัพ|สำนักพระราชวัง)")
_PALACE = re.compile(r"^(?:พระ(?:ราช|บรมมหาราช))?วัง[ก-๎]* (?=[ก-ฮเ-ไ0-9])")
# A department writes in its own name, where the ministry under it is part of its address.
_OWN_NAME, _MINISTRY = re.compile("^(?:กรม|สำนักงานคณะกรรมการ)"), re.compile("^กระทรวง[ก-๎]+$")
# The office may stand behind it: ด่วนที่สุด   กระทรวงทดสอบ, and the number on the line below.
_URGENCY = re.compile("^(?:ด่วน ?(?:ที่สุด|มาก)?|ลับ ?(?:ที่สุด|มาก)?) (?=[ก-ฮเ-ไ])")
# Behind a short name the province is no address but whose office it is: สำนักงาน กกพ. จังหวัดตาก.
_OF_PROVINCE = re.compile(r" (?:[ก-ฮ]{1,4}\.){1,4} จังหวัด[ก-๎]+$")
# The year that a project tells behind its number: พิเศษ/๑๒ (๒๕๖๕).
_YEAR_OF_NUMBER = re.compile(r"\([2๒][4-6๔-๖][0-9๐-๙]{2}\) ?")
_AREA_NUMBER = re.compile("เขต ?[0-9๐-๙]")
_NOT_OFFICE = re.compile(
    r"^(?:- |[\U0001f300-\U0001faff\u2600-\u27bf]|ด่วน|ลับ|ที่ |เรื่อง|เรียน|วันที่|ตราครุฑ|\("
    r"|[0-9]|โทร|การอนุมัติ|ลงชื่อ|สำเนา|www|http|[.…_-]{3})"
)


def issuer_of(anatomy: Anatomy, kind: str) -> Found[str] | None:
    """The office that sent the letter, with what it belongs to when that is printed."""
    if kind == "หนังสือภายใน":
        return memo_office_of(anatomy) or _office_block(anatomy)
    if kind in ("คำสั่ง", "ประกาศ"):
        return _publisher(anatomy) or _office_block(anatomy)
    if kind in TELLS_SENDER and (sender := sender_told(anatomy, kind)):
        return sender
    if kind == "สรุปมติที่ประชุม":
        return meeting_of(anatomy)
    if kind == "หนังสือประทับตรา" and (seal := _seal(anatomy)):
        return seal
    if kind == "หนังสือภาษาต่างประเทศ":  # under whose text the receiver stands
        return _office_block(anatomy)
    return _office_block(anatomy) or _seal(anatomy)


def _publisher(anatomy: Anatomy) -> Found[str] | None:
    for index in top_of(anatomy):
        text = anatomy.lines[index].text
        for shape in (ORDER, NOTICE):
            if found := shape.match(text):
                name = _TITLE_ENDS.split(text[found.end() :])[0].strip()
                spans = [Span(index, found.end(), len(text))]
                for below in _more_of_title(anatomy, index, len(name)):
                    name = f"{name} {anatomy.lines[below].text}"
                    spans.append(Span(below, 0, len(anatomy.lines[below].text)))
                return Found(name, tuple(spans)) if name else None
    return None


def _more_of_title(anatomy: Anatomy, index: int, length: int) -> list[int]:
    """The line on which the name of a long office goes on, over the number or as an office."""
    below, after = index + 1, index + 2
    if below not in anatomy.heading or length >= 80:
        return []
    text = anatomy.lines[below].text
    if heading_number(text) or dates_in(text) or not re.match("[ก-ฮเ-ไ]", text) or len(text) > 70:
        return []
    is_over_number = after in anatomy.heading and heading_number(anatomy.lines[after].text)
    return [below] if is_unit(text) or is_over_number else []


def _seal(anatomy: Anatomy) -> Found[str] | None:
    """The office printed under the text of a sealed letter, right over the day, or in the seal."""
    lines = anatomy.lines
    foot = anatomy.foot[:5]
    for place, index in enumerate(foot):
        text = lines[index].text
        if seal := SEAL.match(text):
            if is_unit(seal["what"]):
                return _office_before_day(index, seal["what"], seal.start("what"))
            continue
        below = [i for i in foot[place + 1 :] if not SEAL.match(lines[i].text)]
        under = lines[below[0]].text if below else ""
        is_over_day = bool(dates_in(under)) or is_day_alone(under)
        if (
            is_unit(text)
            and not is_over_day
            and len(below) > 1
            and is_day_alone(lines[below[1]].text)
        ):
            whole = Joined()
            whole.add(index, text)
            more = lines[below[0]].text
            whole.add(below[0], more, between=" " if is_unit(more) else None)
            return Found(whole.text, whole.spans(), 0.9)
        if is_unit(text) and (is_over_day or place == 0):
            return _office_before_day(index, text, 0)
    return None


def _office_before_day(index: int, text: str, start: int) -> Found[str]:
    day = dates_in(text)
    office = text[: day[0].start].strip(" ,") if day else text.strip()
    return Found(office, (Span(index, start, start + len(office)),), 0.9)


def _office_block(anatomy: Anatomy) -> Found[str] | None:
    """The lines beside and under the number down to the address or the day."""
    lines = anatomy.lines
    found: list[tuple[str, Span]] = []
    number_place = next(
        (p for p, i in enumerate(anatomy.heading) if heading_number(lines[i].text)),
        next(
            (p for p, i in enumerate(anatomy.heading) if is_blank_number(lines[i].cells[0])), None
        ),
    )
    after_number = anatomy.heading if number_place is None else anatomy.heading[number_place:]
    is_over = False
    for place, index in enumerate(after_number[:14]):
        if number_place is None and is_number_alone(lines[index].text):
            continue
        for text, offset in _pieces(
            lines[index], is_number_line=number_place is not None and place == 0
        ):
            scrap = _SCRAP.match(text)
            if scrap and is_unit(text[scrap.end() :]):
                text, offset = text[scrap.end() :], offset + scrap.end()
            is_over = is_over or not _take_office(found, text, index, offset)
            if len(found) > 1 and _is_ministry_of_address(found, text):
                found.pop()
        if is_over and found:
            break
        is_over = False
    if number_place and (
        not found or _is_house_of(lines, anatomy.heading[number_place - 1], found)
    ):
        found = _over_number(anatomy, anatomy.heading[:number_place])
    if not found:
        return None
    whole, above = Joined(), ""
    for text, span in found:
        # What is no office by itself goes on with the name that was wrapped.
        is_apart = is_unit(text) and not place_of_broken_office(above, text)
        between = " " if is_apart or _AREA_NUMBER.match(text) else None
        whole.add(span.line, text, span.start, between=between)
        above = text
    return Found(whole.text, tuple(span for _, span in found), 0.95)


def _is_ministry_of_address(found: Sequence[tuple[str, Span]], below: str) -> bool:
    """Whether a ministry under a department opens the address that goes on below it."""
    is_ministry = _OWN_NAME.match(found[0][0]) and _MINISTRY.match(found[-1][0])
    return bool(is_ministry and ADDRESS.match(to_arabic(below)) and not dates_in(below))


def _is_house_of(lines: Sequence[Line], above: int, found: Sequence[tuple[str, Span]]) -> bool:
    """Whether what was found is the hall where the office over the number sits, of one province."""
    hall = found[0][0].partition("ศาลากลาง")[2] if len(found) == 1 else ""
    office = lines[above].text
    return bool(hall) and is_unit(office) and office.endswith(hall) and "ศาลากลาง" not in office


def _over_number(anatomy: Anatomy, above: Sequence[int]) -> list[tuple[str, Span]]:
    """The office nearest over the number, past the lines of its address, on one line or more.

    จังหวัด and อำเภอ open an address, and are the office where no other stands over them.
    """
    lines = anatomy.lines
    named: list[tuple[str, Span]] = []
    for index in reversed(above):
        text = _URGENCY.sub("", lines[index].text)
        end = len(lines[index].text)
        span = Span(index, end - len(text), end)
        office = without_address(text)
        if not is_unit(text) or len(office or text) >= 90 or _NOT_OFFICE.match(text):
            continue
        if office:
            named = [(office, span)]
            while (index - 1) in above and _opens_same_office(lines[index - 1], lines[index]):
                index -= 1
                named.insert(0, (lines[index].text, Span(index, 0, len(lines[index].text))))
            return named
        if _opens_with_office(text) and not ADDRESS.search(to_arabic(text), 4):
            named = [(text, span)]
    return named


def _opens_same_office(line: Line, below: Line) -> bool:
    """Whether an office stands right over what it belongs to: กรม, and under it กระทรวง."""
    text = line.text
    is_office = is_unit(text) and without_address(text) == text and not _NOT_OFFICE.match(text)
    is_house_of_branch = below.text.startswith(text)
    return is_office and not is_house_of_branch and not below.is_after_blank and len(text) < 90


def _pieces(line: Line, *, is_number_line: bool) -> list[tuple[str, int]]:
    """The cells of a line with their offsets; of the number's line, what follows the number."""
    text = line.text
    start = 0
    if is_number_line and not heading_number(text) and is_blank_number(line.cells[0]):
        start = len(line.cells[0]) + 1
        return [(text[start:], start)] if text[start:] else []
    if is_number_line and (number := heading_number(text)):
        rest = text[number.end :]
        start = number.end + len(rest) - len(rest.lstrip(" •.…,"))
        if year := _YEAR_OF_NUMBER.match(text, start):
            start = year.end()
        return [(text[start:], start)] if text[start:] else []
    lead = _BULLET.match(text)
    start = lead.end() if lead else 0
    return [(text[start:], start)]


def _take_office(found: list[tuple[str, Span]], text: str, index: int, offset: int) -> bool:
    """Add the piece if it is the office or more of it; False when the office has ended."""
    if _MEMO_DATE.match(text):
        return False
    if found and (place := place_of_broken_office(found[-1][0], text)):
        found.append((place, Span(index, offset, offset + len(place))))
        return False
    dates = dates_in(text)
    month = month_and_year_in(text)
    end = dates[0].start if dates else month[0] if month else len(text)
    piece = text[:end].strip(" ,")
    is_ended = end < len(text)
    if not piece or _NOT_OFFICE.match(to_arabic(piece)):
        return not found and not is_ended
    office = piece if not found and _opens_with_office(piece) else without_address(piece)
    if not found and office:
        inner = ADDRESS.search(to_arabic(office), 4)
        if inner and not _OF_PROVINCE.search(office):
            office = office[: inner.start()].strip()
    if not office or (found and _is_of_address(piece, found[-1][0])):
        return False
    if not found and not (is_unit(office) or len(office) > 8):
        return True
    if len(office) > 110:
        return False
    found.append((office, Span(index, offset, offset + len(office))))
    return not is_ended and len(office) == len(piece) and len(found) < 3


def _is_of_address(piece: str, office: str) -> bool:
    """Whether what stands under the office tells where it is."""
    if ADDRESS.match(to_arabic(piece)) or _HOUSED_IN.match(piece):
        return True
    palace = _PALACE.match(piece) if _OF_STATE.match(office) else None
    return palace is not None and ADDRESS.match(to_arabic(piece), palace.end()) is not None


def _opens_with_office(text: str) -> bool:
    """จังหวัด and อำเภอ open an address as well; alone on the first line they are the office."""
    return is_unit(text) and not re.search(r"[0-9]{5}", to_arabic(text))
