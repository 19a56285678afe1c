"""What the sender writes under its own signature: a remark, a footnote, a slip to answer on."""

import re
from collections.abc import Iterator

from saraban.rules.letter_reading.lines.anatomy import Anatomy
from saraban.rules.letter_reading.lines.endorsement import is_endorsement
from saraban.rules.letter_reading.lines.labelled_fields import is_enumerated
from saraban.rules.letter_reading.lines.line_kinds import is_name_line
from saraban.rules.letter_reading.lines.office_words import is_post, is_unit
from saraban.rules.letter_reading.lines.page_lines import Joined
from saraban.rules.letter_reading.lines.toneless import toneless, toneless_shape

_LONG_LINE = 45  # a line so long may go on below
_OPENS = toneless_shape(
    r"[*(]{0,3} ?(?:หมายเหตุ|โปรด|กรุณา|กำหนดส่ง|ขอความกรุณา|(?:แบบ|ใบ)ตอบรับ)|\*|[¹²³] ?(?=[ก-ฮเ-ไ])"
)
_DAY_OPEN = re.compile("วันที่ ?[0-9๐-๙]{0,2}$")  # its month stands below
_ADDRESS = ("โทร", "เรียน")


def notes_at_foot(anatomy: Anatomy) -> list[Joined]:
    """The remarks under the signature, each item of a numbered one by itself.

    A day by which to answer likes to hide there, and what is to be sent.
    """
    notes: list[Joined] = []
    for index, opens in _noted(anatomy):
        if opens:
            notes.append(Joined())
        notes[-1].add(index, anatomy.lines[index].text)
    return notes


def _noted(anatomy: Anatomy) -> Iterator[tuple[int, bool]]:
    """The lines of remarks, and whether a new remark or item opens there."""
    is_open = False
    for index in anatomy.foot:
        line = anatomy.lines[index]
        opens = _OPENS.match(toneless(line.text)) is not None
        if not opens and (not is_open or _ends_note(line.text)):
            is_open = False
            continue
        yield index, opens or is_enumerated(line.arabic)
        is_long = len(line.text) >= _LONG_LINE or _DAY_OPEN.search(line.text)
        is_open = bool(is_long) or _has_items(line.text)


def _has_items(text: str) -> bool:
    return re.search(r"(?:^|[ )])\(?[0-9๐-๙]{1,2}[.)] ?[ก-ฮเ-ไ]", text) is not None


def _ends_note(text: str) -> bool:
    return (
        is_unit(text)
        or is_post(text)
        or is_name_line(text)
        or is_endorsement(text)
        or text.startswith(_ADDRESS)
    )
