"""Frames that an office presses on a letter it received, for its head's order: no receipt.

เรียน ผอ. over boxes to tick (ทราบ, ดำเนินการ, แจ้งฝ่าย…) and lines for a name and a day. Pressed
in colour, anywhere on the page, they are no part of the letter: their เรียน is no salutation and
their ทราบ no ask.
"""

from collections.abc import Sequence

from saraban.rules.letter_reading.lines.toneless import toneless, toneless_shape

_MOST_LINES, _LONGEST = 9, 220  # characters in all
_FEWEST_MARKS = 2
# Each tells something of such a frame; a scan may have lost any of them.
_MARKS = tuple(
    toneless_shape(shape)
    for shape in (
        r"^(?:กราบ)?เรียน ?(?:ผอ|ผู้|คณบดี|หัวหน้า|นายก|นายอำเภอ|ปลัด|รอง|ท่าน|อธิ|ผบ|ผกก|ครูใหญ่|ประธาน|เลขา"
        r"|สสจ|สสอ)",
        r"(?:ผู้|ข้อ|การ|คำ)สั่ง(?:การ)?|การอนุมัติ|ความเห็น|เพื่อ(?:โปรด)?(?:ทราบ|พิจารณา)",
        r"(?:^|[^ก-๎]|\s[A-Za-z0]{1,2} ?)ทราบ(?:$|[^ก-๎])",
        r"(?:^|[^ก-๎])(?:ดำเนินการ|มอบ|อนุมัติ|อนุญาต|เห็นชอบ|เวียน)|แจ้ง(?:ฝ่าย|กลุ่ม|กอง|งาน|ผู้)",
        r"ลงชื่อ|ลงนาม",
        r"^วันที่[ .…_/]*$|\.{4,}",
    )
)


def is_order_frame(lines: Sequence[str]) -> bool:
    """Whether lines out of a coloured frame are those of one pressed on for an order."""
    if not lines or len(lines) > _MOST_LINES or sum(map(len, lines)) > _LONGEST:
        return False
    plain = [toneless(line.strip()) for line in lines]
    told = sum(any(mark.search(line) for line in plain) for mark in _MARKS)
    return told >= _FEWEST_MARKS
