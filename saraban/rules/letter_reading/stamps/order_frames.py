"""Frames that an office presses on a letter it received, for its head's order: no receipt.

เรียน ผอ. over boxes to tick (ทราบ, ดำเนินการ, แจ้งฝ่าย…) and lines for a name and a day. Pressed
in colour, anywhere on the page, they are no part of the letter: their เรียน is no salutation and
their ทราบ no ask. In black all three have to be there, as printed forms have frames too.
"""

from collections.abc import Sequence

from saraban.rules.letter_reading.lines.toneless import toneless, toneless_shape

_MOST_LINES, _LONGEST = 9, 220  # characters in all
_FEWEST_MARKS = 2
# Each tells something of such a frame; a scan may have lost any of them.
_TO_WHOM = (
    r"^(?:กราบ)?เรียน ?(?:ผอ|ผู้|คณบดี|หัวหน้า|นายก|นายอำเภอ|ปลัด|รอง|ท่าน|อธิ|ผบ|ผกก|ครูใหญ่|ประธาน|เลขา"
    r"|สสจ|สสอ)",
    r"(?:ผู้|ข้อ|การ|คำ)สั่ง(?:การ)?|การอนุมัติ|ความเห็น|เพื่อ(?:โปรด)?(?:ทราบ|พิจารณา)",
)
_TO_TICK = (
    r"(?:^|[^ก-๎]|\s[A-Za-z0]{1,2} ?)ทราบ(?:$|[^ก-๎])",
    r"(?:^|[^ก-๎])(?:ดำเนินการ|มอบ|อนุมัติ|อนุญาต|เห็นชอบ|เวียน)|แจ้ง(?:ฝ่าย|กลุ่ม|กอง|งาน|ผู้)",
)
_TO_SIGN = (r"ลงชื่อ|ลงนาม", r"^วันที่[ .…_/]*$|\.{4,}")
_GROUPS = tuple(
    tuple(toneless_shape(shape) for shape in shapes) for shapes in (_TO_WHOM, _TO_TICK, _TO_SIGN)
)


def is_order_frame(lines: Sequence[str], *, in_colour: bool) -> bool:
    """Whether lines out of a frame are those of one pressed on for an order."""
    if not lines or len(lines) > _MOST_LINES or sum(map(len, lines)) > _LONGEST:
        return False
    plain = [toneless(line.strip()) for line in lines]
    told = [sum(any(map(mark.search, plain)) for mark in marks) for marks in _GROUPS]
    return sum(told) >= _FEWEST_MARKS and (in_colour or all(told))
