"""The one Jinja set-up shared by screen, mail and print: escaping, strictness, Thai filters."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from saraban.thai import dates, digits

BANGKOK = ZoneInfo("Asia/Bangkok")

_DIGIT = "[0-9๐-๙]"
_MONTH = (
    "(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม"
    "|พฤศจิกายน|ธันวาคม|ม\\.ค\\.|ก\\.พ\\.|มี\\.ค\\.|เม\\.ย\\.|พ\\.ค\\.|มิ\\.ย\\.|ก\\.ค\\.|ส\\.ค\\."
    "|ก\\.ย\\.|ต\\.ค\\.|พ\\.ย\\.|ธ\\.ค\\.)"
)
_COUNTED = "(?:บาท|คน|ราย|วัน|เดือน|ปี|แห่ง|ฉบับ|ชุด|แผ่น|หน้า|หน่วย|จังหวัด|อำเภอ|ตำบล|ครั้ง|ข้อ)"
# The order is that of preference: a date or a letter number is taken whole before its parts are.
_WHOLE = re.compile(
    "|".join(
        (
            # A day with its month and year, the word before it included.
            f"(?:(?:ลง)?วันที่ )?{_DIGIT}{{1,2}} {_MONTH}(?: (?:พ\\.ศ\\. ?)?{_DIGIT}{{2,4}})?",
            f"{_MONTH} (?:พ\\.ศ\\. ?)?{_DIGIT}{{4}}",
            # A letter number: letters, a bracketed group, the unit, the circular mark, the number.
            f"(?:ที่ )?[ก-ฮ]{{2,4}}\\.? ?(?:\\([^()\\s]{{1,12}}\\) ?)?{_DIGIT}[0-9๐-๙.]{{2,}}"
            f"(?: ?/ ?ว ?{_DIGIT}+| ?/ ?{_DIGIT}+)",
            f"(?:พ\\.ศ\\.|ค\\.ศ\\.) ?{_DIGIT}{{4}}",
            f"(?:เวลา )?{_DIGIT}{{1,2}}[.:]{_DIGIT}{{2}} น\\.",
            f"โทร(?:สาร|ศัพท์)?\\.? {_DIGIT}[0-9๐-๙ -]*{_DIGIT}",
            f"(?:ข้อ|มาตรา|ฉบับที่|ครั้งที่|หมวด|วรรค) {_DIGIT}+",
            f"{_DIGIT}[0-9๐-๙.,]* {_COUNTED}",
            # Abbreviations: a break after an inner full stop reads as the end of a word.
            "(?:[ก-ฮ][ก-๎]{0,3}\\.){2,}",
        )
    )
)


def instant_local(instant: datetime) -> datetime:
    """The same instant on a Bangkok clock; a naive one is a programming fault."""
    if instant.tzinfo is None:
        raise ValueError("a naive instant has no place on a page")
    return instant.astimezone(BANGKOK)


def unbreakable(text: str) -> Markup:
    """Text whose dates, letter numbers and abbreviations stay on one line."""
    # Spans, not no-break spaces: those would not hold "๐๘๐๑.๔/ว" together, and a
    # plain space is what a reader of the text layer expects.
    pieces: list[str] = []
    end = 0
    for found in _WHOLE.finditer(text):
        pieces.append(escape(text[end : found.start()]))
        pieces.append(Markup('<span class="whole">{}</span>').format(found.group()))
        end = found.end()
    pieces.append(escape(text[end:]))
    return Markup("").join(pieces)


def install(
    env: Environment, *, prefers_thai_digits: Callable[[], bool] = lambda: True
) -> Environment:
    """Make any Jinja environment ours: escaping, StrictUndefined and the filters.

    prefers_thai_digits is asked at each use, so that a screen can follow the person signed
    in; paper and mail keep the default. Day filters take a day or an aware instant. Nothing
    (None) becomes an empty text, so that a table may hold a blank.
    Plain-text templates (.txt) are not escaped, all others are.
    """

    def day_filter(write: Callable[..., str]) -> Callable[[date | None], str]:
        def filtered(day: date | None) -> str:
            if day is None:
                return ""
            if isinstance(day, datetime):
                day = instant_local(day).date()
            return write(day, thai_digits=prefers_thai_digits())

        return filtered

    def thai_time(moment: datetime | time | None) -> str:
        if moment is None:
            return ""
        if isinstance(moment, datetime):
            moment = instant_local(moment).time()
        return dates.format_time(moment, thai_digits=prefers_thai_digits())

    def thai_digits(value: object) -> str:
        text = "" if value is None else str(value)
        return digits.to_thai(text) if prefers_thai_digits() else digits.to_arabic(text)

    env.autoescape = select_autoescape(
        enabled_extensions=("html", "xml", "svg"), disabled_extensions=("txt",), default=True
    )
    env.undefined = StrictUndefined
    env.filters.update(
        thai_date=day_filter(dates.format_long),
        thai_date_short=day_filter(dates.format_short),
        thai_date_medium=day_filter(dates.format_medium),
        thai_time=thai_time,
        thai_digits=thai_digits,
        instant_local=instant_local,
        unbreakable=unbreakable,
    )
    return env


def environment(templates_dir: Path) -> Environment:
    """The environment for paper: Thai digits, templates from templates_dir only."""
    env = Environment(
        loader=FileSystemLoader(templates_dir),
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=True,
    )
    return install(env)
