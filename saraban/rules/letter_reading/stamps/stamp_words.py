"""The words of receipt stamps as a scan shows them: told from other frames, and mended."""

import re
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.office_words import is_unit
from saraban.rules.letter_reading.lines.toneless import toneless, toneless_shape
from saraban.rules.letter_reading.stamps.stamp_days import (
    day_of_stamp,
    hour_of_stamp,
    where_day_begins,
)
from saraban.rules.letter_reading.stamps.stamp_labels import (
    DAY,
    RECEIVED,
    label_kind,
    mended_label,
)
from saraban.thai.digits import to_arabic

# A section's small stamp: its name, เลขที่ and a number, a day without a label.
_NUMBERED = toneless_shape(r"^[^ก-๙0-9]*เลขที่[ .:…_]*[0-9]{1,6}[ .…_]*$")
_NUMBER_OF_SMALL = toneless_shape(r"^[^ก-๙0-9]*เลข(?:ที่|รับ)[ .:…_]*[0-9]{1,6}[ .…_]*$")
_FEWEST_LETTERS = 4
_LETTER = re.compile("[ก-ฮ]")
_LABELLED = re.compile(rf"^(?:{'|'.join(RECEIVED)})[ .:…_]*[0-9]{{1,6}}[ .…_]*$")
_LABELLED_NUMBER = re.compile(rf"^(?:{'|'.join(RECEIVED)})[ .:…_]*[0-9๐-๙/]{{1,9}}[ .…_]*$")
_SPECK_OF_FRAME = re.compile(r"^(?:[^ก-๙A-Za-z]{1,2} )+(?=[ก-ฮเ-ไ])|(?: [^ก-๙A-Za-z0-9.)]{1,2})+$")
# Figures that stand apart are one number where nothing else follows the label.
_NUMBER_APART = re.compile(
    rf"^(?P<label>{'|'.join(RECEIVED)})[ .:…_]*"
    r"(?P<number>[0-9](?: ?[0-9]){1,6}|[๐-๙](?: ?[๐-๙]){1,6})$"
)
# The frame's side, read as a figure of the other script behind the row.
_SIDE_BEHIND = re.compile(r"(?<=[๐-๙น.]) [0-9A-Za-z|!]{1,2}$")
_LIKE_DAY = re.compile(r"^[^ก-๙0-9]{0,3}[0-3]?[0-9] ?(?:/ ?[0-9]|[ก-ฮ][ก-๎]?[ก-ฮ]?\.)")
_LONGEST_DAY = 25
# A number and nothing else but specks, and letters too few for a word before a day.
_BARE_NUMBER = re.compile(r"[^ก-๙0-9A-Za-z]*(?P<number>[0-9]{1,6})[^ก-๙0-9A-Za-z]*")
_MOST_BEFORE_DAY = 9
# What stands over a stamp's day is its number, whatever of the label is left.
_NUMBER_ROW = re.compile(
    r"^(?P<label>[^0-9]{2,18}?)[^0-9ก-๙A-Z]*(?P<number>[0-9]{1,6})[^0-9A-Z]{0,3}$"
)
# And under its day the hour stands, whatever of its label is left.
_HOUR_ROW = re.compile(r".{0,7}?(?<![0-9])(?P<hour>[0-2]?[0-9] ?[.: ] ?[0-5] ?[0-9])[^0-9]{0,5}")
_ALIKE_BY_PLACE = 55
_FOR_A_NAME = toneless_shape("ลง[ชซ]")  # ลงชื่อ in a frame for an order, dots read as a figure
_LONGEST_OF_ONE_ROW = 60
# A dater's figures stand apart: 2 8 เม.ย. 25 53; of a year only its first may be lost.
_DAY_APART = re.compile(r"(?<![0-9])([0-3]) ([0-9])(?= ?[ก-ฮเ/])")
_YEAR_APART = re.compile(r"(?<=[ก-ฮ./])( ?)2 ?([45]) ?([0-9]) ?([0-9])(?![0-9])")
# No stamp of the BE 2400s is read any more: a 4 there is a 5 that was misread.
# ค is taken for ด and ต at 200 dots an inch; no short month ends in those.
_MONTH_MISREAD = re.compile(r"(?<![ก-๙])(?P<month>[มกพสตธ]\.? ?(?:ี\.? ?)?)[ดต](?=\.|(?= ?2?5))")
_YEAR_CUT = re.compile(r"(?<=[ก-ฮ.] )(5[0-9]{2})(?![0-9])")
_DOTS = re.compile(r"[.…_]{2,}|(?<=[0-9])[.,](?= |$)")


def is_receipt_stamp(lines: Sequence[str], *, in_colour: bool = False) -> bool:
    """Whether lines out of a frame are those of a receipt stamp.

    in_colour: the frame itself is coloured, as stamps are and printed forms are not; then a number
    over a day needs no office that can be read.

    In such a frame a labelled number under an office tells it too, whatever its day became.

    Two of its three labels, or the office, number and day of a section's small one; a number
    labelled as received needs no office over it.
    """
    kinds = {kind for line in lines if (kind := label_kind(line))}
    # Number and day on one row have one label at its beginning.
    numbered = [line for line in lines if label_kind(line) == "received"]
    if any(where_day_begins(line) for line in numbered if len(line) <= _LONGEST_OF_ONE_ROW):
        kinds.add("day")
    return (
        len(kinds) >= 2
        or (in_colour and any(map(_is_number_over_day, lines, lines[1:])))
        or (in_colour and any(map(_is_number_under_office, lines, lines[1:])))
        or any(map(_are_number_and_day, lines, lines[1:]))
        or any(map(_are_small_stamp, lines, lines[1:], lines[2:]))
    )


def _are_number_and_day(number: str, day: str) -> bool:
    is_numbered = _LABELLED.match(to_arabic(number)) is not None
    return is_numbered and len(day) <= _LONGEST_DAY and bool(dates_in(to_arabic(day)))


def _is_number_under_office(office: str, number: str) -> bool:
    return is_unit(office) and _LABELLED_NUMBER.match(number) is not None


def _are_small_stamp(office: str, number: str, day: str) -> bool:
    return _is_number_over_day(number, day) and _is_like_office(office)


def _is_number_over_day(number: str, day: str) -> bool:
    is_numbered = _NUMBER_OF_SMALL.match(toneless(to_arabic(number))) is not None
    return is_numbered and _is_like_day(day)


def _is_like_office(line: str) -> bool:
    """Whether a line may name an office: over the number of a stamp nothing else stands."""
    return is_unit(line) or (
        len(_LETTER.findall(line)) >= _FEWEST_LETTERS
        and not re.search("[0-9๐-๙]", line)
        and label_kind(line) is None
    )


def _is_like_day(line: str) -> bool:
    """Whether a line is a day, or was one before its year was crossed out."""
    arabic = to_arabic(line)
    return len(line) <= _LONGEST_DAY and bool(dates_in(arabic) or _LIKE_DAY.match(arabic))


def mended_stamp(lines: Sequence[str], *, in_colour: bool = False) -> list[str]:
    """The lines out of a stamp's frame, as stamps have them from top to bottom.

    Labels are spelt as stamps spell them; one that faded is known by its place: the number stands
    over the day. The figures of a dater are closed up. Specks beside the office go, a row of
    nothing else becomes "". Lines of another frame come back nearly as they were. in_colour as
    is_receipt_stamp has it.
    """
    labelled = [mended_label(_without_side(line)) for line in lines]
    mended = _with_day_labelled_by_place(_without_specks(labelled))
    labels = {label_kind(line) for line in mended}
    is_sure = "day" in labels and (in_colour or "time" in labels)
    days = [place for place, line in enumerate(mended) if label_kind(line) == "day"]
    for place, line in enumerate(mended):
        if place in days or (not days and len(line) <= _LONGEST_DAY):
            mended[place] = _with_day_told(_with_day_closed_up(line))
        elif label_kind(line) == "received" and len(line) <= _LONGEST_OF_ONE_ROW:
            mended[place] = _with_day_told(_NUMBER_APART.sub(_closed_up, line))
        else:
            mended[place] = _with_hour_told(line)
    dated = [place for place, line in enumerate(mended) if _day_alone(line) is not None]
    day = next((place for place in dated if place in days or not days), None)
    if day is None:
        # A day that cannot be read still tells by its label where the number stands.
        if days and days[0] and not any(line.startswith(RECEIVED) for line in mended):
            mended[days[0] - 1] = _with_number_labelled(mended[days[0] - 1], is_sure=is_sure)
        return _with_small_labelled(mended, in_colour=in_colour)
    if day > 0 and _NUMBERED.match(toneless(to_arabic(mended[day - 1]))):
        return _with_small_labelled(mended, in_colour=in_colour)
    if not mended[day].startswith(DAY):
        mended[day] = f"วันที่ {mended[day][_day_alone(mended[day]) or 0 :]}"
    has_number = any(line.startswith(RECEIVED) for line in mended)
    if day and not has_number:
        mended[day - 1] = _with_number_labelled(mended[day - 1], is_sure=is_sure)
    if day + 1 < len(mended):
        mended[day + 1] = _with_hour_labelled(mended[day + 1])
    return _without_specks(mended)  # once more: the number may be labelled only now


def _with_hour_labelled(line: str) -> str:
    """The row under a stamp's day, its label put right where an hour and little else stands."""
    row = _HOUR_ROW.fullmatch(to_arabic(line)) if label_kind(line) is None else None
    hour = hour_of_stamp(row["hour"]) if row else None
    return line if hour is None else f"เวลา {hour} น."


def _without_side(line: str) -> str:
    return _SIDE_BEHIND.sub("", line) if re.search("[๐-๙]", line) else line


def _without_specks(lines: list[str]) -> list[str]:
    """The lines without what the frame left beside the office's name, or between it and its number.

    Only over a labelled number: elsewhere a lone figure may be the number.
    """
    number = next((place for place, line in enumerate(lines) if _LABELLED_NUMBER.match(line)), 0)
    office = [_SPECK_OF_FRAME.sub("", line) for line in lines[:number]]
    return [line if _LETTER.search(line) else "" for line in office] + lines[number:]


def _with_day_labelled_by_place(lines: list[str]) -> list[str]:
    """The lines with รับที่ before a day put right, where the number stands bare over it."""
    for place, (over, line) in enumerate(pairwise(lines), 1):
        label = next((label for label in RECEIVED if line.startswith(f"{label} ")), None)
        behind = line[len(label) + 1 :] if label else ""
        if _is_like_day(behind) and _BARE_NUMBER.fullmatch(to_arabic(over)):
            lines[place] = f"วันที่ {behind}"
    return lines


def _with_small_labelled(lines: Sequence[str], *, in_colour: bool) -> list[str]:
    """The lines with the number of a small stamp labelled as received."""
    labelled = list(lines)
    for place, (line, day) in enumerate(pairwise(lines)):
        is_plain = _NUMBERED.match(toneless(to_arabic(line))) is not None
        number = _with_number_labelled(line, is_sure=is_plain)
        has_office = place > 0 and _is_like_office(lines[place - 1])
        if (has_office or in_colour) and _is_number_over_day(number, day):
            labelled[place] = number
    return labelled


def _with_number_labelled(line: str, *, is_sure: bool) -> str:
    """The row over a stamp's day, its label put right where a number and little else stands.

    is_sure: the other labels tell that it is a stamp; then any few letters are a faded label.
    """
    arabic = to_arabic(line)
    if bare := _BARE_NUMBER.fullmatch(arabic):
        return f"เลขรับ {line[bare.start('number') : bare.end('number')]}"
    found = _NUMBER_ROW.match(arabic)
    if found is None:
        return line
    letters = toneless(re.sub("[^ก-๎]", "", found["label"]))
    if _FOR_A_NAME.match(letters):
        return line
    alike = max(fuzz.partial_ratio(letters, toneless(label)) for label in RECEIVED)
    number = line[found.start("number") : found.end("number")]
    return f"เลขรับ {number}" if is_sure or alike >= _ALIKE_BY_PLACE else line


def _with_day_told(line: str) -> str:
    """The line with the day that it tells, where that is too badly read to be found in text."""
    if dates_in(to_arabic(line)):
        return line
    day, begin = day_of_stamp(line), where_day_begins(line)
    return line if day is None or begin is None else f"{line[:begin]}{day}"


def _closed_up(number: re.Match[str]) -> str:
    return f"{number['label']} {number['number'].replace(' ', '')}"


def _with_hour_told(line: str) -> str:
    """The line of the hour with its figures as stamps write them."""
    hour = hour_of_stamp(line) if label_kind(line) == "time" else None
    return line if hour is None else f"เวลา {hour} น."


def _with_day_closed_up(line: str) -> str:
    """The figures of a line's day without the blanks and dots that a dater puts between."""
    spaced = " ".join(_DOTS.sub(" ", line).split())
    closed = arabic = to_arabic(spaced)
    closed = _DAY_APART.sub(r"\1\2", closed)
    closed = _YEAR_APART.sub(r"\g<1>25\3\4", closed)
    closed = _MONTH_MISREAD.sub(r"\g<month>ค", closed)
    closed = _YEAR_CUT.sub(r"2\1", closed)
    return spaced if closed == arabic else closed


def _day_alone(line: str) -> int | None:
    """Where on the line a day begins with little before it; None for no such day."""
    found = dates_in(to_arabic(line))
    if not found:
        return None
    before = re.sub(r"[^ก-๙A-Za-z0-9]", "", line[: found[0].start])
    return found[0].start if len(before) <= _MOST_BEFORE_DAY else None
