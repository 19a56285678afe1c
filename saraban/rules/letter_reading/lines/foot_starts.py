"""Where the foot of a letter begins that has no closing words: a name, a seal, or its offices."""

import re
from collections.abc import Sequence

from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.labelled_fields import full_width, is_enumerated
from saraban.rules.letter_reading.lines.line_kinds import (
    ISSUED_ON,
    SEAL,
    ends_with_day,
    is_closing,
    is_day_alone,
    is_day_of_number,
    is_name_line,
)
from saraban.rules.letter_reading.lines.office_words import NAME_ALONE, TELEPHONE, is_post, is_unit
from saraban.rules.letter_reading.lines.page_lines import Line
from saraban.rules.letter_reading.lines.toneless import toneless, toneless_shape

# A day at the head of the next line goes on with such a sentence: ระหว่างวันที่ … ถึงวันที่.
_CALLS_FOR_DAY = toneless_shape(r"(?:ภายใน|ถึง|ระหว่าง|ลง|ตั้งแต่|ก่อน|เมื่อ|ใน)(?:วัน[ก-๎]{0,10}ที่)?$")
# And a month at its head with such a day: ลงวันที่ ๔ / กรกฎาคม ๒๕๖๕.
_BREAKS_IN_DAY = re.compile("ที่ ?[0-9๐-๙]{1,2}$")
_WHOLE_DAY = re.compile("[0-9๐-๙]{1,2} ?[ก-ฮ]")
_LONGEST_OF_OFFICE = 45
# Of a full line: a line of the text begins before its middle, an office over its day behind.
_SET_IN = 0.5
# Whoever has to do what an item of minutes orders.
_RESPONSIBLE = re.compile(r"(?:หน่วยงาน|ส่วนราชการ)(?:ที่)?รับผิดชอบ")
_MOST_AT_END = 4
_CLOSES = re.compile(r"จึง(?:ขอ)?(?:กราบ)?(?:เรียน|แจ้ง)(?:มา|เพื่อ)")


def opens_foot(
    lines: Sequence[Line], rest: Sequence[int], place: int, is_sealable: bool = True
) -> bool:
    """Whether the text has ended before this line; rest are the lines from the text's first on.

    place is where among them the line stands.
    """
    return (
        _is_name_over_post(lines, rest[place:])
        or (is_sealable and _is_foot_of_sealed(lines, rest, place))
        or _is_foot_without_name(lines, rest, place)
    )


def _is_name_over_post(lines: Sequence[Line], rest: Sequence[int]) -> bool:
    """A name without brackets right over its post, where no other signature follows.

    So mails end, and radio forms.
    """
    name, *below = (lines[index].text for index in rest)
    if not below or not NAME_ALONE.fullmatch(name) or is_post(name) or not is_post(below[0]):
        return False
    return not any(
        is_closing(text) or is_name_line(text) or ISSUED_ON.match(text) for text in below
    )


def _is_foot_of_sealed(lines: Sequence[Line], rest: Sequence[int], place: int) -> bool:
    """The office and then a day, or a day alone, under the text: the seal of a sealed letter."""
    here = lines[rest[place]]
    is_wrapped = place > 0 and _goes_on(lines[rest[place - 1]], here, full_width(lines))
    if len(here.text) > 75 or (is_wrapped and is_day_alone(here.text)):
        return False
    after = [lines[index].text for index in rest[place:]]
    # An office may be counted as a day is: สำนักงานเขตสุขภาพที่ ๕, and a whole day under it.
    if _BREAKS_IN_DAY.search(here.text) and not (after[1:] and _WHOLE_DAY.match(after[1])):
        return False
    if any(is_closing(text) for text in after):
        return False
    below = [text for text in after[1:4] if not SEAL.match(text)]
    if is_unit(here.text) and below and is_day_alone(below[0]):
        return True
    if is_unit(here.text) and after[1:] and SEAL.match(after[1]) and dates_in(after[1]):
        return True
    is_new = here.is_after_blank or not is_wrapped
    if is_unit(here.text) and is_new and _is_office_on_two_lines(lines, rest[place:]):
        return True
    if is_unit(here.text) and ends_with_day(here.text):
        return True
    if (seal := SEAL.match(here.text)) and (below or dates_in(here.text)):
        return bool(seal["what"]) or is_day_alone(below[0])
    return is_day_alone(here.text)


def _goes_on(above: Line, here: Line, widest: float) -> bool:
    """Whether the line above runs on into this one, as far as its width or its words tell."""
    is_full = above.width >= 0.85 * widest and above.indent <= _SET_IN * widest
    if is_full or _CALLS_FOR_DAY.search(toneless(above.text)):
        return True
    if _BREAKS_IN_DAY.search(above.text) and not _WHOLE_DAY.match(here.text):
        return True
    return is_day_of_number(above.text, here.text)


def _is_office_on_two_lines(lines: Sequence[Line], rest: Sequence[int]) -> bool:
    """Whether a long office goes on over the day: สำนักงานคณะกรรมการ, การป้ายเตือนภัย, ๗ มีนาคม."""
    if len(rest) < 3:
        return False
    first, second, third = (lines[index].text for index in rest[:3])
    is_short = len(first) < _LONGEST_OF_OFFICE and len(second) < _LONGEST_OF_OFFICE
    return is_short and is_day_alone(third) and not is_enumerated(second)


def _is_foot_without_name(lines: Sequence[Line], rest: Sequence[int], place: int) -> bool:
    """Offices and then a telephone, after the closing sentence and without a signature."""
    if lines[rest[place]].is_aside:
        return False
    if any(_CLOSES.match(lines[index].text) for index in rest[place:]):
        return False  # of a sentence: … ให้ / กรมทดสอบทราบ ภายในวันที่ … ทาง / โทรสาร ๐ ๒๐๐๐ ๐๐๐๐
    for index in rest[place : place + 4]:
        text = lines[index].text
        if re.match(rf"(?:{TELEPHONE}|Tel)", text) and index != rest[place]:
            return True
        if _RESPONSIBLE.match(text):
            return False
        # Minutes have nobody's name: their last lines are the offices, a telephone beside one.
        office, *beside = re.split(" (?=โทร)", text)
        if is_unit(office) and beside and len(rest) - place <= _MOST_AT_END:
            return len(text) <= 75
        if not is_unit(text) or len(text) > 75:
            return False
    return False
