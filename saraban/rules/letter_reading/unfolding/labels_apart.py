"""Labels that stand apart from their values, as text out of a form's own columns has them.

ส่วนราชการ, ที่, วันที่ and เรื่อง each on a line of its own, and their values below in the same order.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.labelled_fields import is_enumerated
from saraban.rules.letter_reading.lines.number_line import heading_number
from saraban.rules.letter_reading.lines.office_words import is_post, is_titled
from saraban.rules.letter_reading.lines.page_lines import Line

_TOP_LINES = 25
_MOST_OF_SUBJECT = 3
_LABELS = (
    r"ส่วนราชการ|ส่วนงาน|หน่วยงาน|โทร(?:ศัพท์|\.)?|โทรสาร|(?:เลข)?ที่|วันที่|เรื่อง|เรียน|ถึง|จาก"
    r"|อ้างถึง|สิ่งที่ส่งมาด้วย"
)
# The code of the office is printed on the form, and the number is a value apart.
_CODE = r"ที่ [ก-ฮ]{2,3}\.? ?[0-9๐-๙.]{2,12} ?/ ?(?:ว ?)?"
_BARE = re.compile(rf"(?:{_LABELS})(?: ?[:：])?(?: (?:{_LABELS})(?: ?[:：])?)*")
_CODED = re.compile(_CODE)
_ONE = re.compile(rf"(?:{_LABELS})(?: ?[:：])?(?= |$)")
_FIGURES = re.compile(r"[0-9๐-๙(+][0-9๐-๙ ()+\-–,/.ต่อ]*")


def with_values_beside(lines: Sequence[Line]) -> list[Line]:
    """The lines, each such label in front of its value."""
    whole: list[Line] = []
    index = 0
    # One label alone may be a line that broke; on a form whose columns were lost they all are.
    is_form = sum(_BARE.fullmatch(line.text) is not None for line in lines[:_TOP_LINES]) > 2
    while index < len(lines):
        labels, end = _labels_from(lines, index)
        placed = _placed(labels, lines[end : end + len(labels) + _MOST_OF_SUBJECT], is_form)
        if index >= _TOP_LINES or not placed:
            whole.append(lines[index])
            index += 1
            continue
        used = max(place for _, place in placed) + 1
        for text, place in placed:
            whole.append(replace(lines[end + place], text=text, cells=(text,), words=()))
        index = end + used
    return whole


def _labels_from(lines: Sequence[Line], index: int) -> tuple[list[str], int]:
    """The bare labels from this line on, and the line behind them."""
    labels: list[str] = []
    while index < len(lines) and _is_label(lines[index]):
        coded = _CODED.fullmatch(lines[index].text)
        labels += [coded[0]] if coded else [one[0] for one in _ONE.finditer(lines[index].text)]
        index += 1
    return labels, index


def _is_label(line: Line) -> bool:
    return bool(_BARE.fullmatch(line.text) or _CODED.fullmatch(line.text))


def _placed(labels: Sequence[str], values: Sequence[Line], is_form: bool) -> list[tuple[str, int]]:
    """Each label with its value, and which of the lines that is; nothing where they do not fit.

    A label left blank on the form has no value. Two of them at least have to fit, one of them by
    its figures: a number or a day; on a form one by itself.
    """
    if values and len(labels) == 2 and (both := _number_and_day(labels, values[0].text)):
        return [(both, 0)]
    placed: list[tuple[str, int]] = []
    at = 0
    sure = 0
    for place, label in enumerate(labels):
        if at >= len(values) or not _fits(label, values[at].text):
            continue
        gap = "" if _CODED.fullmatch(label) else " "
        placed.append((f"{label}{gap}{values[at].text}", at))
        sure += _is_figured(label)
        at += 1
        is_followed = any(_fits_salutation(one) for one in labels[place + 1 :])
        while label.startswith("เรื่อง") and is_followed and at < len(values):
            if is_post(values[at].text) or is_titled(values[at].text):
                break
            placed.append((values[at].text, at))
            at += 1
    is_fitting = (len(placed) > 1 and sure) or (is_form and len(labels) == 1)
    return placed if is_fitting else []


def _number_and_day(labels: Sequence[str], value: str) -> str | None:
    """ที่ and วันที่ on one row, and on the row below the number and the day."""
    if not (labels[0].startswith("ที่") and labels[1].startswith("วันที่")):
        return None
    number = heading_number(f"ที่ {value}")
    days = dates_in(value)
    if number is None or len(days) != 1 or days[0].start < number.end - len("ที่ "):
        return None
    start = days[0].start
    return f"{labels[0]} {value[:start].strip()} {labels[1]} {value[start:]}"


def _fits_salutation(label: str) -> bool:
    return label.startswith(("เรียน", "ถึง"))


def _is_figured(label: str) -> bool:
    return label.startswith(("ที่", "เลขที่", "วันที่"))


def _fits(label: str, value: str) -> bool:
    """Whether a line may be what the label asks for."""
    if _CODED.fullmatch(label):
        return re.fullmatch("[0-9๐-๙]{1,6}", value) is not None
    if label.startswith(("ที่", "เลขที่")):
        return heading_number(f"ที่ {value}") is not None
    if label.startswith("วันที่"):
        days = dates_in(value)
        return bool(days) and days[0].start < 8
    if label.startswith("โทร"):
        return _FIGURES.fullmatch(value) is not None
    if is_enumerated(value) and not label.startswith(("เรียน", "สิ่งที่", "อ้างถึง")):
        return False
    return not _FIGURES.fullmatch(value) and not (dates_in(value) and len(value) < 30)
