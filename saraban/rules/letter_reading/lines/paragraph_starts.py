"""Where a line of a letter's text opens a paragraph: by its own words, or by how the last ended."""

import re
from collections.abc import Sequence

from saraban.rules.letter_reading.lines.broken_figures import is_figure_broken
from saraban.rules.letter_reading.lines.labelled_fields import TICK, is_enumerated
from saraban.rules.letter_reading.lines.line_kinds import is_day_of_number
from saraban.rules.letter_reading.lines.page_lines import Line
from saraban.rules.letter_reading.lines.toneless import tones_optional

_PART_OF_MINUTES = re.compile(
    r"(?:หน่วยงาน|ผู้|ส่วนราชการ)(?:ที่)?รับผิดชอบ|ข้อสั่งการ|มติ(?:ที่ประชุม)?(?:[ :]|$)"
    r"|(?:มติ|ประเด็น|เรื่อง)ที่ ?[0-9๐-๙]|(?:ระเบียบ)?วาระที่"
)
# A memo parts its text by such words, alone on a line.
_PART_OF_MEMO = re.compile(
    r"(?:เรื่องเดิม|ความเป็นมา|ต้นเรื่อง|ข้อ(?:เท็จจริง|กฎหมาย|ระเบียบ|พิจารณา|เสนอ(?:แนะ)?)) ?:?$"
)
# A clause of an order or a notice; where the line above is full it may be one that is cited.
_CLAUSE = re.compile(r"ข้อ ?[0-9]{1,2} ")
_YEAR = re.compile(r"(?:พ\.ศ\. ?)?2[45][0-9]{2}(?![0-9])")
_MONTH_LAST = re.compile(r"[0-9๐-๙] ?(?:[ก-๎]{3,9}(?:คม|ยน|พันธ์)|[ก-๎]{1,2}\.[คยพ]\.)$")
_CALLS_FOR_DAY, _DAY = tones_optional("วัน(?:[ก-๎]{3,8})?ที่$"), re.compile("[0-9]{1,2} ?[ก-ฮ]")
_CITES = re.compile("(?:ตาม|ใน|และ|แห่ง|หรือ|ของ|ประกอบ|กับ|ถึง)$")


def starts_paragraph(lines: Sequence[Line], previous: int | None, index: int, edge: float) -> bool:
    """Whether the line opens a paragraph; previous is the line of the text above it, if any.

    edge is how far a full line reaches. A radio letter ends its sentences with (.).
    """
    if previous is None:
        return True
    line, last = lines[index], lines[previous]
    if _YEAR.match(line.arabic) and _MONTH_LAST.search(last.text):
        return False  # a day broke before its year
    if _CALLS_FOR_DAY.search(last.text) and _DAY.match(line.arabic):
        return False
    if is_day_of_number(last.text, line.text) or is_figure_broken(last.text, line.text):
        return False
    if _is_apart(line, last, edge) or len(last.text) > 130 or len(line.text) > 130:
        return True
    if _PART_OF_MINUTES.match(line.text) or _PART_OF_MEMO.match(line.text):
        return True
    if re.match("จึง(?:ขอ)?(?:กราบ)?เรียน|จึงประกาศ", line.text):
        return True
    if re.search(r"(?:\s|แล้ว|ทราบ)นั้?น$|ดังนี้ ?:?$|ดังต่อไปนี้ ?:?$|\(\.\)$", last.text):
        return True
    if is_enumerated(line.arabic) or TICK.match(line.text):
        return True
    if _CLAUSE.match(line.arabic) and not _CITES.search(last.text):
        return last.width < 0.9 * edge or line.indent > last.indent + 3
    if re.match(r"จึง(?:เรียน|กราบเรียน|ขอ|นมัสการ|ประกาศ|แจ้ง)|ทั้งนี้|ในการนี้|บัดนี้|ด้วย", line.text):
        return last.width < 0.9 * edge or line.indent > last.indent + 3
    return line.indent > last.indent + 3 and last.width < 0.97 * edge


def _is_apart(line: Line, last: Line, edge: float) -> bool:
    """Whether a blank line stands between; over a page's end a sentence may go on."""
    goes_on = line.page != last.page and last.width >= 0.85 * edge
    return line.is_after_blank and not goes_on
