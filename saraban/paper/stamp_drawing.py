"""How a receipt stamp and an order stamp look: their lines, boxes and words in one blue ink.

Source: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526, form 12: 2.5 by 5 centimetres,
the unit's name on top, then number, day and time. The Rule knows no order stamp: its boxes
are what directors have on their own stamps, and the unit chooses its words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from saraban.paper.shaping import break_places
from saraban.paper.stamp_font import StampFont
from saraban.paper.stamped_copy import OrderStamp, ReceiptStamp, Stamp

MILLIMETRE = 72 / 25.4
RECEIPT_WIDTH, RECEIPT_HEIGHT = 50 * MILLIMETRE, 25 * MILLIMETRE
ORDER_WIDTH = 70 * MILLIMETRE
# The blue of a stamp pad, dark enough to be read on a gray copy of the copy.
INK = "0.07 0.18 0.58"

_LINE = 0.9
_PADDING = 5.0
_DOTS = "[0.7 1.7] 0 d 0.6 w"
_NAME_SIZES = (10.5, 10.0, 9.5, 9.0)
_NAME_SIZES_OF_TWO = (9.0, 8.5, 8.0, 7.5, 7.0)
_NARROWEST = 0.6  # of a line's own width; a longer name loses its end
_LABEL_SIZE, _VALUE_SIZE = 10.0, 10.5
_CHOICE_SIZE, _CHOICE_LEADING, _CHOICE_PITCH, _BOX = 9.5, 12.0, 14.0, 7.0
_MOST_CHOICE_LINES, _MOST_WHO_LINES = 4, 3
_WHO_INDENT, _AIR, _FIELD_PITCH = 60.0, 8.0, 15.0
_FEWEST_FOR_TWO_COLUMNS = 4


@dataclass(frozen=True)
class Drawing:
    """A stamp's operators, in points from its lower left corner, and its size."""

    width: float
    height: float
    operators: bytes


def drawn(stamp: Stamp, font: StampFont) -> Drawing:
    """The stamp in full size; its signs are noted in the font."""
    if isinstance(stamp, ReceiptStamp):
        return _receipt(stamp, font)
    return _order(stamp, font)


def _receipt(stamp: ReceiptStamp, font: StampFont) -> Drawing:
    width, height = RECEIPT_WIDTH, RECEIPT_HEIGHT
    size, name = _name_lines(stamp.unit_name, font, width - 2 * _PADDING)
    # Two lines of a name leave the three below it a little less air.
    first, pitch = (height - 33.0, 15.5) if len(name) < 2 else (height - 38.5, 13.2)
    texts, lines = [], []
    top = height - (15.0 if len(name) < 2 else 12.0)
    for place, line in enumerate(name):
        texts.append(_centred(line, font, size, width, top - place * (size + 2.4)))
    fields = (("เลขรับ", stamp.number), ("วันที่", stamp.date), ("เวลา", stamp.time))
    for place, (label, value) in enumerate(fields):
        text, line = _field(label, value, font, width, first - place * pitch)
        texts.append(text)
        lines.append(line)
    return _framed(width, height, texts, lines)


def _order(stamp: OrderStamp, font: StampFont) -> Drawing:
    """From the top: unit, title, boxes, who and when; drawn upwards from below the last line."""
    width = ORDER_WIDTH
    inner = width - 2 * _PADDING
    columns = _columns(stamp.choices, font, inner)
    step = inner / columns
    room = step - _BOX - 6.0
    choices = [
        (_wrapped(words, font, _CHOICE_SIZE, room, _MOST_CHOICE_LINES), is_ticked)
        for words, is_ticked in stamp.choices
    ]
    rows = -(-len(choices) // columns)
    heads = [_name_lines(text, font, inner) for text in (stamp.unit_name, stamp.title) if text]
    who = _wrapped(
        stamp.by, font, _VALUE_SIZE, inner - _AIR, _MOST_WHO_LINES, first=inner - _WHO_INDENT
    ) or [""]
    lines_of_choices = sum(len(lines) for lines, _ in choices) if columns == 1 else rows
    gaps = rows * (_CHOICE_PITCH - _CHOICE_LEADING)
    height = 6.0 + sum(len(lines) * (size + 3.0) for size, lines in heads)
    height += lines_of_choices * _CHOICE_LEADING + gaps + 4.0 + (len(who) + 1) * _FIELD_PITCH + 4.0
    texts, drawn_lines = [], []
    y = height - 3.0
    for size, lines in heads:
        for line in lines:
            y -= size + 2.5
            texts.append(_centred(line, font, size, width, y))
    top = y = y - 3.0
    for place, (lines, is_ticked) in enumerate(choices):
        column, row = divmod(place, rows)
        if row == 0:
            y = top
        y -= _CHOICE_PITCH - _CHOICE_LEADING
        x = _PADDING + column * step
        drawn_lines.append(_tick_box(x, y - _CHOICE_LEADING + 2.4, is_ticked=is_ticked))
        for line in lines:
            y -= _CHOICE_LEADING
            texts.append(font.shown(line, _CHOICE_SIZE, x=x + _BOX + 4, y=y + 3.0, most_width=room))
    y = 8.0 + len(who) * _FIELD_PITCH
    fields = [("ผู้สั่งการ", who[0]), *(("", line) for line in who[1:]), ("วันที่", stamp.date)]
    for place, (label, value) in enumerate(fields):
        text, dots = _field(label, value, font, width, y - place * _FIELD_PITCH)
        texts.append(text)
        drawn_lines.append(dots)
    return _framed(width, height, texts, drawn_lines)


def _wrapped(
    text: str, font: StampFont, size: float, width: float, most: int, *, first: float = 0.0
) -> list[str]:
    """The text in lines that fit, broken between Thai words; what is over ends in "…".

    first is how wide the first line may be where that is another width.
    """
    lines: list[str] = []
    text = " ".join(text.split())
    while text and len(lines) < most:
        room = width if lines or not first else first
        if font.width(text, size) <= room:
            return [*lines, text]
        fitting = [
            place for place in break_places(text) if font.width(text[:place].rstrip(), size) <= room
        ]
        # After a blank where that leaves no great hole: a name and a post stay whole.
        blanks = [
            place
            for place in fitting
            if text[place - 1] == " " and font.width(text[:place], size) > room / 2
        ]
        ends = blanks or fitting
        end = ends[-1] if ends else _longest(text, font, size, room)
        lines.append(text[:end].rstrip())
        text = text[end:].lstrip()
    if text and lines:
        lines[-1] = _cut(lines[-1] + "…", font, size, width)
    return lines


def _longest(text: str, font: StampFont, size: float, room: float) -> int:
    """How many signs of a text without any break fit; at least one."""
    end = 1
    while end < len(text) and font.width(text[: end + 1], size) <= room:
        end += 1
    return end


def _cut(line: str, font: StampFont, size: float, room: float) -> str:
    while len(line) > 1 and font.width(line, size) > room:
        line = line[:-2] + "…"
    return line


def _columns(choices: Sequence[tuple[str, bool]], font: StampFont, inner: float) -> int:
    """Two where there are many choices and each fits into half the stamp."""
    room = inner / 2 - _BOX - 6.0
    all_short = all(font.width(words, _CHOICE_SIZE) <= room for words, _ in choices)
    return 2 if len(choices) >= _FEWEST_FOR_TWO_COLUMNS and all_short else 1


def _tick_box(x: float, y: float, *, is_ticked: bool) -> str:
    box = f"[] 0 d 0.8 w {x:.2f} {y:.2f} {_BOX} {_BOX} re S\n"
    if not is_ticked:
        return box
    # The tick reaches out of its box, as one by hand does: seen at a glance on a poor copy.
    return (
        f"{box}1.5 w {x + 1.2:.2f} {y + 3.6:.2f} m {x + 3.1:.2f} {y + 1.2:.2f} l"
        f" {x + 8.2:.2f} {y + 8.6:.2f} l S\n"
    )


def _field(label: str, value: str, font: StampFont, width: float, y: float) -> tuple[str, str]:
    """A label, dots up to the right edge, and the value standing on them."""
    start = _PADDING + (font.width(label, _LABEL_SIZE) + 3.0 if label else 0.0)
    end = width - _PADDING
    room = end - start - 8.0
    text = font.shown(label, _LABEL_SIZE, x=_PADDING, y=y) if label else ""
    if value:
        wide = min(font.width(value, _VALUE_SIZE), room)
        x = start + 4.0 + (room - wide) / 2
        text += font.shown(value, _VALUE_SIZE, x=x, y=y, most_width=room)
    return text, f"{_DOTS} {start:.2f} {y - 2.6:.2f} m {end:.2f} {y - 2.6:.2f} l S\n"


def _centred(line: str, font: StampFont, size: float, width: float, y: float) -> str:
    room = width - 2 * _PADDING
    wide = min(font.width(line, size), room)
    return font.shown(line, size, x=(width - wide) / 2, y=y, most_width=room)


def _framed(width: float, height: float, texts: Sequence[str], lines: Sequence[str]) -> Drawing:
    half = _LINE / 2
    frame = f"{_LINE} w {half} {half} {width - _LINE:.3f} {height - _LINE:.3f} re S\n"
    operators = f"{INK} rg {INK} RG 0 Tr 0 Tc 0 Tw\n{frame}{''.join(lines)}BT\n{''.join(texts)}ET\n"
    return Drawing(width, height, operators.encode("ascii"))


def _name_lines(text: str, font: StampFont, room: float) -> tuple[float, list[str]]:
    """The name on one line, or broken into two where Thai words end, in the largest size."""
    text = " ".join(text.split())
    for size in _NAME_SIZES:
        if font.width(text, size) <= room:
            return size, [text]
    for size in _NAME_SIZES_OF_TWO:
        lines = _halves(text, font, size)
        if max(font.width(line, size) for line in lines) <= room:
            return size, lines
    size = _NAME_SIZES_OF_TWO[-1]
    while len(text) > 1:
        lines = _halves(text, font, size)
        if max(font.width(line, size) for line in lines) * _NARROWEST <= room:
            break
        text = text.removesuffix("…")[:-1] + "…"
    return size, lines


def _halves(text: str, font: StampFont, size: float) -> list[str]:
    """Broken where the longer of the two lines is shortest; one line where it cannot be broken."""
    ways = [[text[:place].rstrip(), text[place:]] for place in break_places(text)]
    return min(
        ways,
        key=lambda lines: max(font.width(line, size) for line in lines),
        default=[text],
    )
