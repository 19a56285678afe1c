"""Which lines at the foot of a letter name the section that owns the matter."""

import re

from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.line_kinds import is_name_line
from saraban.rules.letter_reading.lines.office_words import (
    ACTING,
    TELEPHONE,
    is_post,
    is_titled,
    is_unit,
)

FOOT_LINE = re.compile(
    rf"^(?:(?:หมายเลข|เบอร์) ?โทร|{TELEPHONE}|Tel|Fax|แฟกซ์|e-?mail|อีเมล|ไปรษณีย์อิเล็ก|http|www|VoIP"
    r"|ผู้ประสาน|Line)",
    re.IGNORECASE,
)
RECEIVERS = re.compile(
    r"^(?:(?:กราบ)?เรียน|ทราบ|สำเนา|ความเห็น|\( ?[/x✓ ]? ?\)|\[|เห็น|มอบ|เพื่อ(?:โปรด)?|[-•] )"
)
_CALLED_BY_NAME = re.compile("คุณ(?!ภาพ|ธรรม|วุฒิ|สมบัติ)")


def is_section(text: str) -> bool:
    """Whether the line is the name of an office, and neither a receiver's nor a telephone's."""
    if not 2 < len(text) < 90 or RECEIVERS.match(text) or is_name_line(text):
        return False
    return is_unit(text) and not is_post(text) and not FOOT_LINE.match(text)


def may_be_section(text: str) -> bool:
    """A line right over the telephone that is nothing else: ภารกิจระบบตำแหน่ง."""
    return (
        3 < len(text) < 60
        and re.match("[ก-ฮเ-ไ]", text) is not None
        and not (RECEIVERS.match(text) or is_name_line(text) or is_post(text))
        and not (FOOT_LINE.match(text) or ACTING.match(text) or dates_in(text))
    )


def is_person(text: str) -> bool:
    """Whether the text opens with what a person is called by: no section, whoever it is."""
    return not is_unit(text) and (is_titled(text) or _CALLED_BY_NAME.match(text) is not None)
