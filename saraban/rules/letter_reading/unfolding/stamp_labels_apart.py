"""A receipt stamp whose printed words stand apart from what was stamped or written beside them.

Text out of a form's own columns has เลขรับ, วันที่ and เวลา first, each on a line of its own, and below
them the office, the number, the day and the hour.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.office_words import is_unit
from saraban.rules.letter_reading.lines.page_lines import Line
from saraban.thai.digits import to_arabic

_RECEIVED = re.compile(r"(?:เลข(?:ที่|ทะเบียน)?รับ(?:ที่)?|รับ(?:เลข)?ที่|ลงรับที่)[ .:]*")
_DAY = re.compile(r"(?:ลง)?วันที่(?:รับ)?[ .:]*")
_HOUR = re.compile(r"เวลา(?:รับ)?[ .:]*")
_NUMBER = re.compile(r"[0-9]{1,6}(?:/[0-9]{2,4})?")
_TIME = re.compile(r"[0-9]{1,2}[.:][0-9]{2}(?: ?น\.?)?")
_MOST_DAY = 25


def with_stamps_whole(lines: Sequence[Line]) -> list[Line]:
    """The lines, each word of such a stamp in front of its value."""
    whole: list[Line] = []
    index = 0
    while index < len(lines):
        labels = _labels_from(lines, index)
        told = _told(labels, lines[index + len(labels) :]) if len(labels) > 1 else []
        if told:
            whole += told
            index += len(labels) + len(told)
        else:
            whole.append(lines[index])
            index += 1
    return whole


def _labels_from(lines: Sequence[Line], index: int) -> list[Line]:
    """The bare words of a stamp from this line on, the first of them that for its number."""
    labels: list[Line] = []
    for line, shape in zip(lines[index : index + 3], (_RECEIVED, _DAY, _HOUR), strict=False):
        if not shape.fullmatch(line.text):
            break
        labels.append(line)
    return labels


def _told(labels: Sequence[Line], below: Sequence[Line]) -> list[Line]:
    """Office, number, day and hour below the words, as a stamp has them; nothing unless all fit."""
    told: list[Line] = []
    values = list(below[: len(labels) + 1])
    if values and is_unit(values[0].text):
        told.append(replace(values.pop(0), is_after_blank=True))
    for label, value, fits in zip(labels, values, (_is_number, _is_day, _is_hour), strict=False):
        if not fits(to_arabic(value.text)):
            return []
        text = f"{label.text} {value.text}"
        told.append(replace(value, text=text, cells=(text,), words=(), lefts=()))
    return told if len(values) >= len(labels) else []


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _is_day(text: str) -> bool:
    return len(text) <= _MOST_DAY and bool(dates_in(text))


def _is_hour(text: str) -> bool:
    return _TIME.fullmatch(text) is not None
