"""Receipt stamps: the office that received this copy, its number, the day and the time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from saraban.rules.letter_reading.draft import Found, ReceiptStamp
from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.figure_look_alikes import (
    has_look_alikes,
    without_look_alikes,
)
from saraban.rules.letter_reading.lines.office_words import is_unit
from saraban.rules.letter_reading.lines.page_lines import Line, Span
from saraban.rules.letter_reading.stamps.stamp_columns import stands_beside
from saraban.rules.letter_reading.stamps.stamp_offices import (
    may_be_office,
    may_be_offices,
    unit_above,
)
from saraban.rules.letter_reading.stamps.torn_days import is_torn_day
from saraban.thai.digits import to_arabic

# The O of a register's letters is read as a nought: E0 5261. A register of what is secret has ล.
_SERIES = r"(?:[A-Z]{1,3}0[ .](?=[0-9]{2})|[A-Z]{1,4} ?|ล\. ?(?=[0-9]))"
# A letter among the figures is one that was misread: half a number is none.
_WHOLE = r"(?![0-9]+[ก-ฮ][0-9])"
_NUMBER = rf"(?P<number>{_SERIES}?{_WHOLE}[0-9][0-9,]*(?: ?[.…_]*[/-] ?[0-9]{{1,4}})?)"
_RECEIVED = re.compile(
    r"(?:เลข(?:ที่)?(?:ทะเบียน)?(?:หนังสือ)?รับ(?:ที่|หนังสือ)?|ลงรับ(?:เลข)?ที่|ลงรับ|ทะเบียนรับ(?:เลข)?(?:ที่)?"
    r"|(?:หนังสือ ?)?รับ(?:หนังสือ)? ?(?:เลข)?ที่|(?:ลง|(?<![ก-๎]))รับวันที่(?=.*เลขที่)"
    rf"|รับเลขที่|เลขรับ|^รับ(?= ?[0-9]{{1,6}}$))[ .:…_]*(?:{_NUMBER})?"
)
_BARE = re.compile(
    rf"^(?P<unit>[ก-ฮเ-ไ][^0-9]{{2,60}}? )?(?:เลขที่|ที่)[ .:…]*{_NUMBER}[ .…]*(?:$|(?=วันที่))"
)
_NUMBER_BEHIND = re.compile(rf"เลข(?:ที่)?(?:รับ)?(?:ที่)?[ .:…_]*{_NUMBER}")
_STAMP_NOTE = re.compile(
    r"^[\[(]? ?(?:ตรารับ|ประทับตรา(?=[\])])|ตราประทับรับ|ตราลงรับ|ประทับตรารับ)(?:หนังสือ)? ?:?[\])]? ?"
)
_MORE_FIGURES = re.compile(r" ?[0-9oO/]")  # behind a number: it may go on
_DAY = re.compile(r"^(?:วัน ?/? ?เดือน ?/? ?ปี|ลงวันที่|วันที่(?:รับ)?|ว\.?ด\.?ป\.?)?[ .:…_]*(?=[0-9])")
_TIME = re.compile(
    r"(?:เวลา(?:รับ)?|น\.)[ .:…_]*([0-9]{1,2})(?: ?[.:] ?| (?=[0-5][0-9] ?น))([0-9]{2})"
    r"|([0-9]{1,2})[.:]([0-9]{2}) ?น"
    # As the armed forces write it: เวลา ๐๙๓๐.
    r"|เวลา[ .:…_]*([0-2][0-9])([0-5][0-9])(?![0-9.:])"
)
_TIME_LINE = re.compile(r"^เวลา(?:รับ)?(?:[ .:…_]|$)|^[0-9]{1,2}[.:][0-9]{2} ?น\.?$|^ผู้รับ")
# So the armed forces write it under the day: ๐๙๔๕.
_CLOCK_ALONE = re.compile(r"([01][0-9]|2[0-3])([0-5][0-9])(?: ?น\.?)?")
_EMPTY_DAY = re.compile(r"^(?:วันที่|ลงวันที่)[ .:…_/]*$")
_SCAN_NOTE = re.compile(r"^(?:scan|สแกน)\b", re.IGNORECASE)


@dataclass(frozen=True)
class StampLines:
    """A stamp and the lines it took, which are no part of the letter's own text."""

    stamp: Found[ReceiptStamp]
    lines: tuple[int, ...]
    torn_day: str = ""  # the row of its day, where month and year cannot be read


def stamps_in(lines: Sequence[Line]) -> list[StampLines]:
    """All receipt stamps on the lines of a letter, wherever they stand."""
    found: list[StampLines] = []
    taken: set[int] = set()
    for index in range(len(lines)):
        if index not in taken:
            for stamp in _stamps_at(lines, index, taken):
                found.append(stamp)
                taken.update(stamp.lines)
    return found


def notes_of_scanning(lines: Sequence[Line]) -> set[int]:
    """Lines somebody's scanner wrote on the page, with the time under them."""
    noted = set()
    for index, line in enumerate(lines):
        if _SCAN_NOTE.match(line.text):
            noted.add(index)
            if index + 1 < len(lines) and _TIME_LINE.match(lines[index + 1].text):
                noted.add(index + 1)
    return noted


def _stamps_at(lines: Sequence[Line], index: int, taken: set[int]) -> list[StampLines]:
    line = without_look_alikes(lines[index].arabic)
    words = list(_RECEIVED.finditer(line))
    if not words:
        if not (bare := _BARE.match(line)) or not _is_bare_stamp(lines, index, bare):
            return []
        words = [bare]
    if len(words) == 1 and len(line) > 140:
        return []  # a sentence that speaks of a receipt number
    if len(words) == 1 and not words[0]["number"]:
        has_all = _NUMBER_BEHIND.search(line, words[0].end()) and dates_in(line[words[0].end() :])
        if not has_all and not _has_day_below(lines, index):
            return []
    if len(words) == 1:
        one = _one_stamp(lines, index, words[0], taken)
        return [one] if one else []
    return _side_by_side(lines, index, words, taken)


def _is_bare_stamp(lines: Sequence[Line], index: int, bare: re.Match[str]) -> bool:
    """เลขที่ 116 is a stamp only under an office and over a short date, or over a day and hour.

    Both may stand on its own line.
    """
    unit, behind = bare["unit"], lines[index].arabic[bare.end() :]
    if behind:
        office = unit or (lines[index - 1].text if index else "")
        return is_unit(office) and bool(_TIME.search(behind)) and _day_of(behind) is not None
    if unit:
        below = " ".join(line.arabic for line in lines[index + 1 : index + 3])
        return is_unit(unit) and _has_day_below(lines, index) and bool(_TIME.search(below))
    return (
        index > 0
        and is_unit(lines[index - 1].text)
        and len(lines[index - 1].text) < 60
        and _has_day_below(lines, index)
    )


def _has_day_below(lines: Sequence[Line], index: int) -> bool:
    return index + 1 < len(lines) and _day_of(lines[index + 1].arabic) is not None


def _one_stamp(
    lines: Sequence[Line], index: int, word: re.Match[str], taken: set[int]
) -> StampLines | None:
    line = lines[index]
    before, after = line.text[: word.start()].strip(" •.-"), word.string[word.end() :]
    before = (word.groupdict().get("unit") or _STAMP_NOTE.sub("", before)).strip()
    number = _plain(word["number"])
    if number is None and (behind := _NUMBER_BEHIND.search(after)):
        number = _plain(behind["number"])
    spans = [Span(index, word.start(), len(line.text))]
    used = [index]
    day, day_is_plain = _day_and_trust(after) if after else (None, True)
    time, torn = _time_of(after), ""
    for below in range(index + 1, min(index + 5, len(lines))):
        text = without_look_alikes(lines[below].arabic)
        if below in taken or _RECEIVED.search(text):
            break
        if stands_beside(lines[below], lines[index]) and _day_of(text):
            continue  # the letter's own day, beside a stamp that has none
        is_time = _TIME_LINE.match(text)
        if number is None and (alone := re.fullmatch(r"[ .]*([0-9]{1,6})[ .]*", text)):
            number = alone[1]
        elif day is None and not is_time and (_day_of(text) or _EMPTY_DAY.match(text)):
            day, day_is_plain = _day_and_trust(text)
            time = time or _time_of(text)
        elif is_time:
            time = time or _time_of(text)
        elif day is None and not torn and lines[below].source != "text" and is_torn_day(text):
            torn = text
        elif day and time is None and (clock := _CLOCK_ALONE.fullmatch(text)):
            time = f"{clock[1]}:{clock[2]}"
        else:
            break
        used.append(below)
        spans.append(Span(below, 0, len(text)))
    if number is None and day is None and not torn:
        return None
    unit = before or unit_above(lines, index, taken, used, spans)
    unit = unit or _unit_below(lines, used, taken, spans)
    stamp = ReceiptStamp(unit or None, number, day, time)
    trust = 0.95 if number and day else 0.8
    is_broken = _MORE_FIGURES.match(after) is not None
    is_doubtful = (
        not day_is_plain or is_broken or any(has_look_alikes(lines[below].text) for below in used)
    )
    found = Found(stamp, tuple(spans), trust, confirm=is_doubtful)
    return StampLines(found, tuple(used), torn)


def _unit_below(
    lines: Sequence[Line], used: list[int], taken: set[int], spans: list[Span]
) -> str | None:
    """The office of a stamp that has none over its number: under its hour, the page's last line.

    Further up it would be the letter's own.
    """
    below = max(used) + 1
    if below != len(lines) - 1 or below in taken or not _TIME_LINE.match(lines[max(used)].arabic):
        return None
    text = lines[below].text
    if not (is_unit(text) and may_be_office(text)):
        return None
    used.append(below)
    spans.append(Span(below, 0, len(text)))
    return text


def opens_stamp(text: str) -> bool:
    """Whether the text opens with the words for receiving and a number or a day."""
    found = _RECEIVED.match(to_arabic(text))
    return found is not None and bool(found["number"] or dates_in(text))


def is_number_alone(text: str) -> bool:
    """Whether the text is เลขที่ with a number, which an office over it makes a stamp."""
    found = _BARE.match(to_arabic(text))
    return text.startswith("เลข") and found is not None and not found["unit"]


def is_day_of_stamp(text: str) -> bool:
    """Whether the text is a day as stamps tell it."""
    return _day_of(to_arabic(text)) is not None


def is_hour_of_stamp(text: str) -> bool:
    """Whether the text is the hour of a stamp, or the line for who received."""
    return _TIME_LINE.match(to_arabic(text)) is not None


def tells_hour(text: str) -> bool:
    """Whether an hour stands in the text as stamps tell it, perhaps behind their day."""
    return _time_of(to_arabic(text)) is not None


def _side_by_side(
    lines: Sequence[Line], index: int, words: list[re.Match[str]], taken: set[int]
) -> list[StampLines]:
    """Two or more stamps in one row: their parts stand in the same order on every line."""
    used = [index]
    days: list[date] = []
    times: list[str] = []
    for below in range(index + 1, min(index + 4, len(lines))):
        text = lines[below].arabic
        if not times and _TIME_LINE.match(text):
            times = [
                f"{int(a or c or e):02}:{b or d or f}" for a, b, c, d, e, f in _TIME.findall(text)
            ]
        elif not days and (text.startswith("วันที่") or dates_in(text)):
            days = [one.day for one in dates_in(text)]
        else:
            break
        used.append(below)
    units: list[str] = []
    if index > 0 and index - 1 not in taken and may_be_offices(lines[index - 1], len(words)):
        units = list(lines[index - 1].cells)
        if len(units) != len(words):
            units = lines[index - 1].text.split(" ")
        used.append(index - 1)
    return [
        StampLines(
            Found(
                ReceiptStamp(
                    units[place] if len(units) == len(words) else None,
                    _plain(word["number"]),
                    days[place] if len(days) == len(words) else None,
                    times[place] if len(times) == len(words) else None,
                ),
                (Span(index, word.start(), word.end()),),
                0.8,
                confirm=True,
            ),
            tuple(used),
        )
        for place, word in enumerate(words)
    ]


def _plain(number: str | None) -> str | None:
    if not number:
        return None
    number = re.sub(r"^([A-Z]{1,3})0[ .]", r"\1O ", number)
    return re.sub(r"[ .…_]*([/-]) ?", r"\1", number).replace(",", "").strip()


def _day_of(line: str) -> date | None:
    return _day_and_trust(line)[0]


def _day_and_trust(line: str) -> tuple[date | None, bool]:
    found = dates_in(to_arabic(line))
    if not found or len(line) > 60:
        return None, True
    before = line[: found[0].start]
    if before.strip(" .:…_–-") and not re.search(r"วันที่|ลงวันที่|ว\.?ด\.?ป|^[ก-ฮ. ]{0,12}$", before):
        return None, True
    return found[0].day, found[0].is_plain


def _time_of(line: str) -> str | None:
    found = _TIME.search(line)
    if not found:
        return None
    hour, minute = int(found[1] or found[3] or found[5]), int(found[2] or found[4] or found[6])
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
