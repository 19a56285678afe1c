"""Frames that an office presses on a letter it received, for its head's order: no receipt.

เรียน ผอ. or ข้อสั่งการ over boxes to tick (ทราบ, ดำเนินการ, the office's sections) and lines for a
name and a day. Pressed in colour, anywhere on the page, they are no part of the letter: their เรียน
is no salutation and their ทราบ no ask. In black all three have to be there, as printed forms have
frames too.
"""

from collections.abc import Sequence

from saraban.rules.letter_reading.lines.toneless import toneless, toneless_shape
from saraban.rules.letter_reading.stamps.stamp_labels import label_kind

# Lines, and characters in all: a desk keeps nine orders to choose from; in black such a length is
# rather a form to fill in.
_MOST, _MOST_IN_BLACK = (15, 420), (9, 220)
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
_TO_SIGN = (r"ลงชื่อ|ลงนาม|^ผู้สั่ง(?:การ)?|[. ]ผู้สั่ง(?:การ)?$", r"^วันที่[ .…_/]*$|\.{4,}")
# Sections that a letter may be given to: กลุ่มงานน้ำ กลุ่มงานดิน, กง.ยผ. กง.คจ.
_SECTION = toneless_shape(r"(?:^|\s)(?:(?:กลุ่ม|ฝ่าย|กอง|งาน)[ก-ฮเ-ไ][ก-๎]*|[ก-ฮ]{2,3}\.[ก-ฮ]{2,4}\.)")
_FEWEST_SECTIONS = 2
_GROUPS = tuple(
    tuple(toneless_shape(shape) for shape in shapes) for shapes in (_TO_WHOM, _TO_TICK, _TO_SIGN)
)


def is_order_frame(lines: Sequence[str], *, in_colour: bool) -> bool:
    """Whether lines out of a frame are those of one pressed on for an order."""
    most_lines, longest = _MOST if in_colour else _MOST_IN_BLACK
    if len(lines) > most_lines or sum(map(len, lines)) > longest:
        return False
    if any(label_kind(line) == "received" for line in lines):
        return False
    plain = [toneless(line.strip()) for line in lines]
    to_whom, to_tick, to_sign = (
        sum(any(map(mark.search, plain)) for mark in marks) for marks in _GROUPS
    )
    if sum(len(_SECTION.findall(line)) for line in plain) >= _FEWEST_SECTIONS:
        to_tick += 1
    told = (to_whom, to_tick, to_sign)
    return sum(told) >= _FEWEST_MARKS and (in_colour or all(told))
