"""The day of the letter, told apart from all the other days printed on it."""

import re
from dataclasses import dataclass, replace
from datetime import date

from saraban.rules.letter_reading.draft import Found
from saraban.rules.letter_reading.lines.anatomy import Anatomy
from saraban.rules.letter_reading.lines.dates_in_text import (
    DateFound,
    dates_in,
    last_day,
    month_and_year_in,
)
from saraban.rules.letter_reading.lines.line_kinds import ISSUED_ON, SEAL
from saraban.rules.letter_reading.lines.number_line import heading_number
from saraban.rules.letter_reading.lines.page_lines import Span
from saraban.rules.letter_reading.misreadings.year_check import YEAR_TORN
from saraban.thai.dates import BE_OFFSET
from saraban.thai.digits import to_arabic

_HOUR = re.compile(r"(?:^|(?<=\s))เวลา[ .:…]*[0-9๐-๙]{1,2} ?[.:] ?[0-9๐-๙]{2}")
_HOUR_BEHIND = re.compile(r"[ ,|-]*(?:เวลา ?)?[0-9๐-๙]{1,2}[.:][0-9๐-๙]{2} ?(?:น\.?)?")
# So LINE heads the messages of a day: 2024.05.07 วันอังคาร.
_OVER_MESSAGES = re.compile(
    r"(?P<year>20[0-9]{2}|25[0-9]{2})[./](?P<month>0[1-9]|1[0-2])[./](?P<day>[0-3][0-9])"
    r"(?= ?(?:วัน[ก-๎]{3,9}|\([ก-๎A-Za-z.]+\))$)"
)
_FULL_MONTH = re.compile("[ก-๎]{5,}|[A-Za-z]{3,}")
_BUDDHIST_ERA = 2400
_OF_CITED, _CALLS_FOR_DAY = re.compile("ลง|ลว"), re.compile(r"(?:ลง(?:วันที่?)?|ลว\.?) ?$")
_EXTRA = re.compile(r"[\s•·:,]*(?:ลง|ณ)?[\s]*(?:วันที่)?[\s.:…]*")


@dataclass(frozen=True)
class LetterDay:
    """The day, or None when only its month is legible; raw is as printed."""

    day: date | None
    raw: str


def letter_date_of(anatomy: Anatomy, kind: str) -> Found[LetterDay] | None:
    """The letter's own date.

    In the heading, for orders and notices where they say since when they stand, for sealed
    letters under the text, for the summary of a meeting the day it was held.
    """
    if sent := _sent(anatomy):
        return sent
    if kind == "อีเมล/ประกาศแจ้ง" and (posted := _posted(anatomy)):
        return posted
    top = [index for index in anatomy.heading if index >= _number_line(anatomy)]
    if kind != "โทรสารในราชการ":  # which tells its own hour
        top = [index for index in top if not _is_of_receipt(anatomy, index)]
    heading = _in_lines(anatomy, top, is_bare=kind == "หนังสือภายนอก")
    if kind in ("คำสั่ง", "ประกาศ"):
        return _issued(anatomy) or heading
    if kind == "สรุปมติที่ประชุม":
        return _held(anatomy) or heading
    if heading and heading.value.day:
        return heading
    foot = _in_foot(anatomy)
    if kind == "หนังสือประทับตรา" or (foot and not heading and anatomy.name_at is None):
        return foot or heading
    others = [
        index
        for index in sorted({i for lines in anatomy.labelled.lines_of.values() for i in lines})
        if not _is_of_cited(anatomy, index)
    ]
    return heading or _in_lines(anatomy, others, only_alone=True) or _issued(anatomy)


def _is_of_cited(anatomy: Anatomy, index: int) -> bool:
    """Whether a line has the day of a letter that is referred to or enclosed: ลงวันที่ ….

    The word may stand at the end of the line above.
    """
    above = anatomy.lines[index - 1].text if index else ""
    return bool(_OF_CITED.match(anatomy.lines[index].text) or _CALLS_FOR_DAY.search(above))


def _sent(anatomy: Anatomy) -> Found[LetterDay] | None:
    """The day of a mail's own heading."""
    field = anatomy.labelled.texts.get("day")
    found = dates_in(field.text) if field else []
    if not field or not found:
        return None
    one = found[0]
    raw = field.text[one.start : one.end]
    return Found(LetterDay(one.day, raw), field.spans(one.start, one.end), 0.95, not one.is_plain)


def _posted(anatomy: Anatomy) -> Found[LetterDay] | None:
    """The day and hour over a message to a group."""
    for index in anatomy.heading:
        text = anatomy.lines[index].text
        if saved := _OVER_MESSAGES.match(to_arabic(text)):
            year, month, day = map(int, saved.groups())
            year -= BE_OFFSET if year > _BUDDHIST_ERA else 0
            if day <= last_day(year, month).day:
                spans = (Span(index, *saved.span()),)
                return Found(LetterDay(date(year, month, day), text[: saved.end()]), spans, 0.9)
        for one in dates_in(text)[:1]:
            if _HOUR_BEHIND.fullmatch(text[one.end :]):
                raw = text[one.start : one.end]
                spans = (Span(index, one.start, one.end),)
                return Found(LetterDay(one.day, raw), spans, 0.9, not one.is_plain)
    return None


def _number_line(anatomy: Anatomy) -> int:
    """The first line of the letter proper; dates in prose before it are not the letter's."""
    from_label = [min(lines) for lines in anatomy.labelled.lines_of.values() if lines]
    return min([*anatomy.heading[-18:], *from_label], default=0)


def _in_lines(
    anatomy: Anatomy, indexes: list[int], *, only_alone: bool = False, is_bare: bool = False
) -> Found[LetterDay] | None:
    """The best date on these lines: alone on its line, or after วันที่, before any other.

    is_bare: the letter's own day has no such word before it, where one stands alone; what has may
    be the end of a subject or of an enclosure.
    """
    scored: list[tuple[int, int, Found[LetterDay]]] = []
    numbers = [index for index in indexes if heading_number(anatomy.lines[index].text)]
    for order, index in enumerate(indexes):
        line = anatomy.lines[index]
        found = dates_in(line.text) or _with_year_below(anatomy, index)
        if found:
            one = found[-1] if "วันที่" in line.text else found[0]
            before = line.text[: one.start]
            is_alone = bool(_EXTRA.fullmatch(before)) and len(line.text) - one.end <= 8
            is_alone = is_alone or line.text[one.start : one.end] in line.cells
            is_named = before.rstrip(" .:…").endswith(("วันที่", "ลงวันที่", "เดือน ปี"))
            is_last = len(line.text) - one.end <= 3
            if "พิมพ์" in before or "Scan" in before or (only_alone and not is_alone):
                continue
            raw = line.text[one.start : one.end]
            spans = (Span(index, one.start, one.end),)
            day = Found(LetterDay(one.day, raw), spans, confirm=not one.is_plain)
            # Number, office, address and day may stand on one line, as long as they are.
            is_in_place = len(before) < 120 or heading_number(line.text) is not None
            rank = 1 if is_last and is_in_place else 0
            if is_named or is_alone:
                # A letter writes its month in full; stamps and notes shorten it.
                rank = 4 if _FULL_MONTH.search(raw) else 2
                rank += not is_named if is_bare else is_named
            if is_named and heading_number(line.text):
                rank = 6
            if rank:
                # A page may be told of, or posted, with a day over the letter's own number.
                is_over = any(index < number for number in numbers)
                scored.append((-rank, order + is_over * len(indexes), day))
        elif torn := YEAR_TORN.fullmatch(line.arabic):
            spans = (Span(index, 0, torn.end()),)
            scored.append((-2, order, Found(LetterDay(None, line.text), spans, 0.5, confirm=True)))
        elif (month := month_and_year_in(line.text)) and len(line.text) - month[1] <= 3:
            if "ประจำ" in line.text[: month[0]] or (only_alone and month[0] > 3):
                continue
            spans = (Span(index, month[0], month[1]),)
            scored.append((-1, order, Found(LetterDay(None, month[2]), spans, 0.5, confirm=True)))
    scored.sort(key=lambda entry: entry[:2])
    if not scored:
        return None
    best = scored[0][2]
    rivals = {day.value.day for rank, _, day in scored if rank <= -2} - {best.value.day}
    return replace(best, confirm=True, confidence=0.8) if rivals else best


def _is_of_receipt(anatomy: Anatomy, index: int) -> bool:
    """Whether a day stands with the hour under it: a receiver's stamp, never a letter's day."""
    below = anatomy.lines[index + 1].text if index + 1 < len(anatomy.lines) else ""
    return bool(_HOUR.match(below)) or bool(_HOUR.search(anatomy.lines[index].text))


def _with_year_below(anatomy: Anatomy, index: int) -> list[DateFound]:
    """A day whose year was wrapped to the next line."""
    below = anatomy.lines[index + 1].arabic if index + 1 < len(anatomy.lines) else ""
    if not re.fullmatch(r"(?:พ\.ศ\. ?)?2[45][0-9]{2}", below):
        return []
    return dates_in(f"{anatomy.lines[index].text} {below}")


def _issued(anatomy: Anatomy) -> Found[LetterDay] | None:
    lines = anatomy.lines
    for index in (*anatomy.foot, *range(len(lines))):
        text = lines[index].text
        if ISSUED_ON.match(text) and (found := dates_in(text) or _with_year_below(anatomy, index)):
            one = found[0]
            raw = text[one.start : one.end]
            spans = (Span(index, one.start, min(one.end, len(text))),)
            return Found(LetterDay(one.day, raw), spans, confirm=not one.is_plain)
    return None


def _held(anatomy: Anatomy) -> Found[LetterDay] | None:
    for index in anatomy.own[:25]:
        line = anatomy.lines[index]
        for one in dates_in(line.text):
            if re.search(r"วันที่ ?$|วัน[ก-๎]+ที่ ?$", line.text[: one.start]):
                raw = line.text[one.start : one.end]
                spans = (Span(index, one.start, one.end),)
                return Found(LetterDay(one.day, raw), spans, 0.95, not one.is_plain)
    return None


def _in_foot(anatomy: Anatomy) -> Found[LetterDay] | None:
    """The day in the first lines under the text, or beside or under the seal further down."""
    seal = next((n for n, i in enumerate(anatomy.foot) if SEAL.match(anatomy.lines[i].text)), 0)
    for index in [*anatomy.foot[:5], *anatomy.foot[seal : seal + 3]]:
        text = anatomy.lines[index].text
        for one in dates_in(text):
            if _EXTRA.fullmatch(text[: one.start]) or len(text) < 70:
                raw = text[one.start : one.end]
                spans = (Span(index, one.start, one.end),)
                return Found(LetterDay(one.day, raw), spans, 0.95, not one.is_plain)
    return None
