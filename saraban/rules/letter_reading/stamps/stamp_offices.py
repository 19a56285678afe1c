"""The office that a receipt stamp names over its number."""

import re
from collections.abc import Sequence

from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.line_kinds import is_name_line
from saraban.rules.letter_reading.lines.office_words import ACTING, is_unit, without_address
from saraban.rules.letter_reading.lines.page_lines import Line, Span

_ANCHOR = re.compile(
    r"^(?:เรื่อง|เรียน|ที่ |อ้างถึง|สิ่งที่|ด้วย|ด่วน|ลับ|บันทึกข้อความ|ส่วนราชการ|โทร|ขอแสดง"
    "|จึง|วันที่|เวลา|ผู้รับ|ลงชื่อ|สำเนา|/)"
)


def unit_above(
    lines: Sequence[Line], index: int, taken: set[int], used: list[int], spans: list[Span]
) -> str | None:
    """The office named over the number; at most two lines, the upper one only if it opens it."""
    above = index - 1
    if above in taken and above - 1 not in taken:
        above -= 1  # a stamp that is all on one line stands between
    if above < 0 or above in taken or not may_be_office(lines[above].text):
        return None
    # A page of a letter may end right over a stamp: its last line is no office.
    if not is_unit(lines[above].text) and lines[index].is_after_blank:
        return None
    used.append(above)
    spans.append(Span(above, 0, len(lines[above].text)))
    unit = lines[above].text
    if not without_address(unit) and above > 0 and above - 1 not in taken:
        upper = lines[above - 1].text
        if without_address(upper) == upper and is_unit(upper) and may_be_office(upper):
            used.append(above - 1)
            spans.append(Span(above - 1, 0, len(upper)))
            # Its address stands between, or its name was broken: สำนักงานน้ำ, จังหวัดทดสอบ.
            return upper if " " in unit else f"{upper}{unit}"
    if not is_unit(unit) and above > 0 and above - 1 not in taken:
        upper = lines[above - 1].text
        is_apart = lines[above].is_after_blank or _is_signed_for(lines, above - 1)
        if is_unit(upper) and may_be_office(upper) and not is_apart:
            used.append(above - 1)
            spans.append(Span(above - 1, 0, len(upper)))
            unit = f"{upper} {unit}" if unit.startswith("(") else f"{upper}{unit}"
    elif _is_on_two_rows(lines, above) and above - 1 not in taken:
        used.append(above - 1)
        spans.append(Span(above - 1, 0, len(lines[above - 1].text)))
        unit = f"{lines[above - 1].text} {unit}"
    return unit.lstrip(" .•-").rstrip(" •-")


def _is_signed_for(lines: Sequence[Line], index: int) -> bool:
    """Whether a line tells for whom the one above it signed: … รักษาราชการแทน, จก.กพ.ทบ."""
    return index > 0 and ACTING.search(lines[index - 1].text) is not None


def _is_on_two_rows(lines: Sequence[Line], above: int) -> bool:
    """Whether a stamp out of a scan names an office and, under it, the one that it belongs to.

    Its first row stands after a blank, as every stamp that was cut out of its frame begins.
    """
    if above < 1 or lines[above].source == "text" or lines[above].is_after_blank:
        return False
    upper = lines[above - 1]
    return upper.is_after_blank and is_unit(upper.text) and may_be_office(upper.text)


def may_be_office(text: str) -> bool:
    """Whether a line over a stamp's number may be the name of its office."""
    return (
        2 <= len(text) <= 70
        and not _ANCHOR.match(text)
        and not is_name_line(text)
        and not dates_in(text)
        and re.search("[ก-ฮ]", text) is not None
    )


def may_be_offices(line: Line, count: int) -> bool:
    """Whether the line over stamps in a row names their offices."""
    return is_unit(line.text) or (
        len(line.cells) == count
        and all(may_be_office(cell) for cell in line.cells)
        and any(is_unit(cell) for cell in line.cells)
    )
