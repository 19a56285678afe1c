"""Days that come again: every Wednesday, the fifth of each month, twice a year."""

import re
from collections.abc import Iterator

from saraban.rules.letter_reading.lines.dates_in_text import month_number
from saraban.rules.letter_reading.lines.toneless import toneless, tones_optional
from saraban.thai.number_words import NUMBER_WORDS, number_in_words

_DAYS = {
    "จันทร์": "MO", "อังคาร": "TU", "พุธ": "WE", "พฤหัสบดี": "TH", "พฤหัส": "TH", "ศุกร์": "FR",
    "เสาร์": "SA", "อาทิตย์": "SU",
}  # fmt: skip
_RULE_DAY = {toneless(day): rule for day, rule in _DAYS.items()}
WEEKDAY = "|".join(_DAYS)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ORDINALS = {
    "แรก": 1, "ที่ 1": 1, "ที่หนึ่ง": 1, "ที่ 2": 2, "ที่สอง": 2, "ที่ 3": 3, "ที่สาม": 3, "ที่ 4": 4, "ที่สี่": 4,
    "สุดท้าย": -1,
}  # fmt: skip
_RULE_ORDINAL = {toneless(ordinal): place for ordinal, place in _ORDINALS.items()}
ORDINAL = "|".join(_ORDINALS)
_WORKDAYS = "BYDAY=MO,TU,WE,TH,FR"
MONTH_NAME = r"[ก-ฮเ][ก-๎.]{1,10}?(?:คม|ยน|พันธ์|ค\.|ย\.|พ\.)"

_WEEKLY = tones_optional(
    rf"(?:ใน)?(?:รอบสัปดาห์\s?|รอบเดือน\s?)?(?:ภายใน|ก่อน)?(?:ทุก|ของทุก"
    rf"|ใน)?\s?วัน(?P<day>{WEEKDAY})(?:(?:\s?,|\s?และ)\s?(?:วัน)?(?P<second>{WEEKDAY}))?\s?(?P<ordinal>{ORDINAL})?"
    rf"(?:\s?(?:และ|กับ|,)\s?(?P<other>{ORDINAL}))?\s?(?P<span>ของ(?:ทุก)?(?:สัปดาห์"
    rf"|เดือน)(?:ถัดไป)?|(?:ใน)?ทุก(?:สัปดาห์|เดือน))?"
    r"(?P<more>(?: ?หรือวันทำการก่อน[ก-๎]+)?(?: ?(?:ภายใน|ก่อน)เวลา [0-9.:]+ ?(?:น\.)?)?)"
)
_MONTHLY = tones_optional(
    r"(?:ภายใน|ก่อน|ไม่เกิน"
    rf"|ไม่ช้ากว่า)?(?P<every>ทุก)?\s?วันที่\s?(?P<day>[0-9]{{1,2}}|{NUMBER_WORDS})\s?"
    r"(?:และ(?:วันที่)?\s?(?P<second>[0-9]{1,2})\s?)?ของ(?P<span>ทุกๆ?\s?เดือน"
    # Behind ทุกวันที่ whatever follows in a column beside is no month's name.
    r"|แต่ละเดือน|เดือนถัดไป|ทุกเดือน|เดือน(?(every)(?!แรก|ถัด)|(?=\s|$))|เดือนแรกของ(?:ทุก)?ไตรมาส(?:ถัดไป)?|เดือนถัดจาก[ก-๎]+ไตรมาส)"
)
_MONTH_END = tones_optional(
    rf"(?:ภายใน|ก่อน)?(?:ทุก)?(?:\s?(?P<nth>[2-9]|{NUMBER_WORDS})\s?(?=วันทำการแรก))?"
    rf"(?P<which>วันทำการสุดท้าย|วันสุดท้าย|วันสิ้น|สิ้น|วันทำการแรก|วันทำการที่\s?(?P<at>[1-9]|1[0-9]|{NUMBER_WORDS}))\s?(?:ของ)?(?P<span>ทุกเดือน|แต่ละเดือน|เดือนของทุกเดือน|เดือนแรกของ(?:ทุก)?ไตรมาส(?:ถัดไป)?"
    r"|(?:ทุก|แต่ละ)?ไตรมาส|เดือนถัดไป|เดือน(?:ทุกเดือน)?(?![ก-ฮเ-ไ]))"
)
_YEARLY = tones_optional(
    rf"(?:ภายใน|ก่อน)?\s?วันที่\s?(?P<day>[0-9]{{1,2}})\s?(?:ของเดือน)?(?P<month>{MONTH_NAME})\s?(?:ของทุกปี"
    rf"|ของปีถัดไป|ทุกปี|ของแต่ละปี)"
)
_TWICE_A_YEAR = tones_optional(
    rf"(?:ภายใน|ก่อน)?\s?วันที่\s?(?P<day>[0-9]{{1,2}})\s?(?P<month>{MONTH_NAME})\s?(?:และ|กับ)\s?(?:ภายใน)?"
    rf"(?:วันที่)?\s?(?P<day2>[0-9]{{1,2}})\s?(?P<month2>{MONTH_NAME})\s?(?:ของทุกปี|ทุกปี|ของแต่ละปี)"
)
_EVERY_DAY = r"ทุกวัน(?:ทำการ)?(?!ที่|ทำการ|หยุด|จันทร์|อัง|พุธ|พฤ|ศุกร์|เสาร์|อาทิตย์|สุดท้าย|แรก)"
_BY_HOUR = r" ?(?:ภายใน|ก่อน|ไม่เกิน)(?:เวลา)? ?[0-9]{1,2}[.:][0-9]{2} ?(?:น\.)?"
# Without its mark it opens other words too: สงสัย, สงเคราะห์.
_SENT = r"ส่ง(?!เสริม|สัย|เคราะห์|กรานต์)"
_DAILY = tones_optional(
    rf"(?:รายงาน[ก-๎ ]{{0,60}}?|{_SENT}[ก-๎ ]{{0,60}}?"
    r"|(?:ภายใน|ก่อน)เวลา [0-9.:]+ ?(?:น\.)? ?(?:ของ)?)"
    rf"(?P<every>(?:เป็นประจำ)?{_EVERY_DAY}(?:{_BY_HOUR})?)"
    rf"|(?P<by_hour>{_EVERY_DAY}{_BY_HOUR})"
)
# What may be done on any day is no duty: ส่งเอกสารได้ที่กองคลังทุกวัน.
_OPEN = tones_optional(r"ได้(?:ที่|ทาง|ด้วยตนเอง)(?:(?!ให้|รายงาน|ส่ง)[ก-๎ ]){0,60}$")
# ภายใน ๑๕ วัน นับถัดจากวันสิ้นไตรมาส is due behind that day, not on it.
_COUNTED_FROM = tones_optional(r"(?:นับ|แต่|จาก|หลัง)\s?$")
# ทุกสิ้นเดือน ไม่เกินวันที่ ๕ ของเดือนถัดไป: the end closes the month, the fifth is the day.
_DUE_LATER = tones_optional(r"\s?(?:โดย|และ)?(?:ส่ง)?(?:ภายใน|ไม่เกิน|ก่อน)วันที่\s?[0-9]")
# No day is said, only how often: รายงานผลทุกเดือน.
_HOW_OFTEN = tones_optional(
    rf"(?:รายงาน|{_SENT})[ก-๎ ]{{0,60}}?"
    r"(?P<every>(?:เป็นประจำ)?(?<!ของ)ทุก ?ๆ? ?(?:รอบ ?)?"
    rf"(?:(?P<count>[2-9]|1[0-9]|{NUMBER_WORDS}) ?)?"
    r"(?P<span>เดือน|สัปดาห์|ไตรมาส|ปี)"
    r"|(?:เป็นประจำ)?ทุก ?ๆ? ?(?P<days>[2-9]|[1-3][0-9]) วัน|วันละ ?[0-9]{1,2} ?(?:ครั้ง|รอบ|เวลา)"
    r"|(?:(?P<per>เดือน|สัปดาห์|ไตรมาส|ปี)ละ ?(?:1|หนึ่ง)? ?(?:ครั้ง|รอบ)))"
    r"(?!.{0,40}(?:วัน|ภายใน|สิ้น))"
)
_FREQUENCY = {
    "": "FREQ=DAILY",
    "เดือน": "FREQ=MONTHLY",
    toneless("สัปดาห์"): "FREQ=WEEKLY",
    "ไตรมาส": "FREQ=MONTHLY",
    "ปี": "FREQ=YEARLY",
}


def weekday_number(name: str) -> int:
    """0 for Monday to 6 for Sunday, of a name of WEEKDAY whose marks may be lost."""
    return _WEEKDAYS.index(_RULE_DAY[toneless(name)])


def ordinal_place(words: str) -> int:
    """1 for the first of a month, -1 for the last, of words of ORDINAL."""
    return _RULE_ORDINAL[toneless(words)]


def recurring_in(line: str) -> Iterator[tuple[str, int, int]]:
    """The rules (RFC 5545) of a line in Arabic digits, each with the characters it stands on."""
    for found in _TWICE_A_YEAR.finditer(line):
        first, second = month_number(found["month"]), month_number(found["month2"])
        if first and second:
            rule = "FREQ=YEARLY;BYMONTH={};BYMONTHDAY={}"
            middle = found.start("day2")
            yield rule.format(first, found["day"]), found.start(), middle
            yield rule.format(second, found["day2"]), middle, found.end()
    for found in _YEARLY.finditer(line):
        if month := month_number(found["month"]):
            rule = f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={found['day']}"
            yield rule, *found.span()
    for found in _MONTHLY.finditer(line):
        day = found["day"] if found["day"].isdigit() else number_in_words(found["day"])
        if day is None:
            continue
        days = f"{day},{found['second']}" if found["second"] else f"{day}"
        if "ไตรมาส" in found["span"] or _is_quarterly(line, found.start()):
            yield f"FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY={days}", *found.span()
        else:
            yield f"FREQ=MONTHLY;BYMONTHDAY={days}", *found.span()
    for found in _MONTH_END.finditer(line):
        if _COUNTED_FROM.search(line[: found.start()]) or _DUE_LATER.match(line, found.end()):
            continue
        every = "FREQ=MONTHLY;INTERVAL=3" if "ไตรมาส" in found["span"] else "FREQ=MONTHLY"
        if (
            toneless(found["which"]) == toneless("สิ้น")
            and found["span"] == "เดือน"
            and "ทุก" not in found[0]
        ):
            continue
        if "ทำการ" in found["which"]:
            place = 1 if "แรก" in found["which"] else -1
            if told := found["nth"] or found["at"]:
                place = int(told) if told.isdigit() else number_in_words(told) or place
            yield f"{every};{_WORKDAYS};BYSETPOS={place}", *found.span()
        else:
            yield f"{every};BYMONTHDAY=-1", *found.span()
    for found in _WEEKLY.finditer(line):
        span, ordinal = toneless(found["span"] or ""), found["ordinal"]
        is_every = "ทุก" in found[0] or "ถัดไป" in span
        if not is_every or re.match(r"\s?ที่\s?[0-9]{1,2}\s?[ก-ฮ]", line[found.end() :]):
            continue
        day = _RULE_DAY[toneless(found["day"])]
        if ordinal and toneless("สัปดาห์") not in span:
            places = [_RULE_ORDINAL[toneless(of)] for of in (ordinal, found["other"]) if of]
            on = ",".join(f"{place}{day}" for place in places)
            yield f"FREQ=MONTHLY;BYDAY={on}", *found.span()
        else:
            also = f",{_RULE_DAY[toneless(found['second'])]}" if found["second"] else ""
            yield f"FREQ=WEEKLY;BYDAY={day}{also}", *found.span()
    for found in _DAILY.finditer(line):
        name = "every" if found["every"] else "by_hour"
        if _OPEN.search(line[: found.start(name)]):
            continue
        rule = f"FREQ=WEEKLY;{_WORKDAYS}" if "ทำการ" in found[name] else "FREQ=DAILY"
        yield rule, *found.span(name)
    for found in _HOW_OFTEN.finditer(line):
        told, span = found["count"] or found["days"] or "1", found["span"] or found["per"] or ""
        count = int(told) if told.isdigit() else number_in_words(told) or 1
        count *= 3 if span == "ไตรมาส" else 1
        interval = f";INTERVAL={count}" if count > 1 else ""
        yield _FREQUENCY[toneless(span)] + interval, *found.span("every")


def _is_quarterly(line: str, start: int) -> bool:
    before = line[max(0, start - 50) : start]
    return "ไตรมาส" in before or re.search("ทุก ?ๆ? ?3 ?เดือน", before) is not None
