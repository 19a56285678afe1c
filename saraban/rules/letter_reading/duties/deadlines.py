"""Days by which somebody has to do something: fixed, counted from an event, or recurring."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from saraban.rules.letter_reading.draft import Deadline
from saraban.rules.letter_reading.duties.counted_days import counted_in
from saraban.rules.letter_reading.duties.english_days import in_english
from saraban.rules.letter_reading.duties.months_in_text import in_months
from saraban.rules.letter_reading.duties.recurring_days import WEEKDAY, recurring_in
from saraban.rules.letter_reading.duties.weekday_check import day_meant
from saraban.rules.letter_reading.lines.dates_in_text import DateFound, dates_in
from saraban.rules.letter_reading.lines.figure_look_alikes import without_look_alikes
from saraban.rules.letter_reading.lines.narration import narrated_until
from saraban.rules.letter_reading.lines.toneless import toneless, tones_optional
from saraban.thai.digits import to_arabic

_BEFORE_DATE = tones_optional(
    r"(?:ภายใน|ไม่เกิน|ไม่ช้ากว่า|ก่อน|ไม่ให้เกิน|อย่างช้า(?:ไม่เกิน)?|(?:จน)?ถึง|(?:หมดเขต|(?<!เ)ปิดรับ|กำหนดส่ง)"
    r"(?:(?!ตั้งแต่)[ก-๎]){0,20}?(?: ?[A-Za-z-]{2,15} ?)?"
    r"|ขยาย(?:ระยะ)?(?:เวลา|กำหนด)[ก-๎ ]{0,15}"
    r"(?:ส่ง|ยื่น|รายงาน|สมัคร|ชำระ|ตอบ|เบิก|ลงทะเบียน)[ก-๎ ]{0,40}?(?:เป็น|ถึง)"
    r"|สิ้นสุด|ครบกำหนด(?:ชำระ|ส่ง|ยื่น)?"
    r"|(?:ส่ง|สมัคร|ลงทะเบียน|ชำระ)[ก-๎]{0,15}วันสุดท้าย(?:คือ)?"
    r"|ยื่น(?:ซอง|ข้อเสนอ)(?:(?!(?:ตั้งแต่|ระหว่าง) ?วัน)[ก-๎ ]){0,90}?(?<!ภาย)(?=ใน|วัน)"
    r"|\b(?:[Nn]ot? later than|[Oo]n or before|[Bb]y|[Bb]efore"
    r"|(?:[Dd]eadline|[Cc]losing date)(?: for [a-z ]{3,40}?)?(?: is|:)(?: on)?)"
    r"(?: [A-Z][a-z]{2,5}day,?)?)"
    r"(?:กำหนด|เวลา)?\s?(?:(?:เวลา )?[0-9]{1,2}[.:][0-9]{2} ?(?:น\.?)?\s?)?(?:ของ|ใน)?\s?"
    r"(?:วัน)?\s?(?:(?P<weekday>" + WEEKDAY + r")(?:นี้|หน้า)?)?\s?(?:ที่|\(?วันที่|\()?\s?$"
)
# Between the first and the last day of a range over months: ๑๕ พ.ค. – ๒ มิ.ย. ๒๕๖๖.
_TO = tones_optional(r" ?[-–] ?(?:วันที่ ?)?")
# A day that a new one takes the place of: ขยายจากเดิมสิ้นสุดวันที่ … เป็นวันที่ ….
_FORMER = tones_optional(
    r"เดิม(?!ให้แล้วเสร็จ)(?:กำหนด|คือ|ให้|ที่กำหนด)?[ก-๎]{0,12}\s?(?:ใน|เป็น)?\s?(?:วัน)?(?:ที่)?\s?$"
)
# What had been so before a day: โครงการที่ได้ประกาศเชิญชวนก่อนวันที่ …, ผู้เกิดก่อนวันที่ ….
_HAPPENED = tones_optional(
    r"(?:เกิด|ตั้งแต่|เมื่อ|อยู่|(?:ที่|ซึ่ง)(?:ได้(?!รับ)|เคย)(?:(?!ให้|ส่ง|รายงาน|แจ้ง|ยื่น)[ก-๎]){2,40}|ไปแล้ว"
    r"|(?:ที่|ซึ่ง)(?:ได้รับ(?:การ|อนุญาต|อนุมัติ|แต่งตั้ง)|ก่อสร้าง|สร้าง|บรรจุ|ออก(?!ให้)|จัดตั้ง|ซื้อ|จัดซื้อ|ทำสัญญา|ลงนาม"
    r"|แต่งตั้ง|โอน|สมรส)[ก-๎]{0,25}|เกิดขึ้น|ไม่|มีผล(?:ใช้)?(?:บังคับ)?"
    r"|(?:สิ้น|หมด|ครบ)(?:อายุ|วาระ)|เกษียณ(?:อายุ(?:ราชการ)?)?"
    # So is what a rule is made to hang on: หากเครื่องชำรุดก่อนวันที่ ….
    r"|(?:หาก|ถ้า|กรณี)(?:(?!ให้|โปรด|ขอ|ต้อง|กรุณา|ส่ง|แจ้ง|สมัคร)[^ ]){4,50})\s?$"
)
# What the sender itself will do by then: จะประกาศผลภายใน ….
_PROMISED = re.compile(
    r"(?<!ประสงค์)(?<!ประสงค)(?<!ที่)(?:จะ|จัก)(?:ได้)?(?:ประกาศ|แจ้งผล|แจ้งให้|จัดส่ง|คืน|โอน|เบิก"
    r"|ตรวจเยี่ยม|ออกตรวจ|ลงพื้นที่|เปิดให้บริการ)"
    r"(?:(?!ขอให้|โปรด)[^\s]){0,50}\s?$"
)
# What is thought of the time something takes: คาดว่างานจะเสร็จภายใน ….
_FORECAST = re.compile(
    r"(?<!ที่)(?<!ที)คาด(?:การณ์?|หมาย)?ว่?า"
    r"(?:(?!ขอให้|โปรด|กรุณา|จึง|ให้(?:ส่ง|รายงาน|แจ้ง|จัด))[^\s]){0,80}\s?$"
)
# In a notice it is its writer that publishes: ๓. ประกาศรายชื่อผู้มีสิทธิสอบ ภายในวันที่ ….
_PUBLISHES = tones_optional(r"(?:^|\s)(?:จะ)?ประกาศ(?:รายชื่อ|ผล)[^\s]*\s?(?:ให้ทราบ)?\s?$")
# Whether something happened in time is a question: มีผู้คัดค้านภายในสามสิบวันหรือไม่.
_ASKED_WHETHER = tones_optional(r" ?หรือ(?:ไม่|ยัง)")
# A rhythm of meetings is none of duties: กำหนดประชุมทุกวันพฤหัสบดีที่สามของเดือน.
_MEETS = re.compile(
    r"(?<!ที่)(?<!ก่อน)(?<!ก่อนการ)(?<!รายงานการ)ประชุม(?:(?!ส่ง|รายงาน|แจ้ง|จัดทำ)[ก-๎ฯ]){0,25}\s?$"
)
# Nor is one that another office was charged with: ได้มอบหมายให้กรม…รายงาน…ต่อคณะรัฐมนตรีทุกไตรมาส.
_OF_ANOTHER = re.compile(r"ได้มอบหมายให้(?:กระทรวง|กรม)(?:(?!ขอให้|โปรด|จึง|ให้จังหวัด|ให้อำเภอ).){0,200}$")
_ON_SHOW = tones_optional(
    r"จัดแสดง|นิทรรศการ|ให้บริการ|เปิดทำการ|งด|ใช้ได้|ปฏิบัติหน้าที่|ดำรงตำแหน่ง|มีผล|จำหน่าย"
)
# How long something holds is told, not asked: บันทึกข้อตกลงฉบับลงวันที่ … ซึ่งจะสิ้นสุดในวันที่ ….
_OF_AN_AGREEMENT = tones_optional(
    r"(?:สัญญา|ข้อตกลง|บันทึกความเข้าใจ|บันทึกความร่วมมือ|ใบอนุญาต|วาระ(?:การดำรงตำแหน่ง)?|การประกันภัย|กรมธรรม์)"
    r"(?:(?!ขอให้|โปรด|กรุณา|รับสมัคร).){0,90}$"
)
# What a law has everybody do is told on the way to what is asked:
# ตามมาตรา ๔๔ … ต้องแจ้งภายใน … จึงให้….
_OF_A_RULE = tones_optional(
    r"(?:มาตรา ?[0-9]{1,3}(?:(?!จึง|ขอให้|โปรด|ดังนั้น).){0,160}ต้อง"
    r"|(?:ระเบียบ|ข้อบังคับ|กฎหมาย|กฎกระทรวง)[ก-๎]{0,40}กำหนดให้)(?:(?!จึง|ขอให้|โปรด|ดังนั้น).){0,120}$"
)
_THEN_ASKS = re.compile(r"(?:จึง|ดังนั้น)(?!เรียนมา)")
# An age is counted to a day: อายุไม่เกิน ๑๗ ปีนับถึงวันที่ ….
_COUNTED_TO = tones_optional(r"(?:นับ|คำนวณ|อายุครบ[ก-๎0-9 ]{0,12})$")
_RANGE_OPENS = tones_optional(
    r"(?:ระหว่าง|ตั้งแต่)(?:วัน[ก-๎]{0,10})?(?:ที่)? ?"
    r"(?:[0-9]{1,2} ?[ก-๎.]{4,10} ?(?:พ\.ศ\. ?)?(?:[0-9]{4} ?)?)?$"
)
_FROM_NOW = tones_optional(r"(?:ตั้งแต่)?บัดนี้(?:เป็นต้นไป)?")
_APPLY = tones_optional(
    r"(?:ยื่น(?:ด้วยตนเอง|ใบสมัคร|แบบ|คำขอ|เอกสาร|ข้อเสนอ|ความจำนง|ซอง)|ส่ง(?:ใบสมัคร|แบบ|ข้อมูล|รายชื่อ|เอกสาร"
    r"|ผลงาน|รายงาน|ข้อเสนอ|มา)|ลงทะเบียน|(?<!รับ)ชำระ|สมัครได้|สมัครเข้า|แจ้งความ|ตอบแบบ|ขอรับเอกสาร|จองห้อง"
    r"|เปิดรับ|ปิดรับ|ซื้อเอกสาร)"
)
_EVENT = tones_optional(
    r"(?:ประชุม|อบรม|สัมมนา|แข่งขัน|จัดงาน|จัดกิจกรรม|สอบคัดเลือก|สอบ|ตรวจเยี่ยม|เดินทาง|พิธี"
    r"|นิทรรศการ)[^ ]{0,40} ?(?:ใน|ระหว่าง|เมื่อ)?$"
)
# The hour of the last day: ภายในวันที่ ๕ กันยายน ๒๕๖๒ เวลา ๑๒.๐๐ น.
_AT_HOUR = tones_optional(
    r" ?(?:ภายใน|ก่อน|ไม่เกิน)? ?เวลา ?[0-9]{1,2}[.:][0-9]{2} ?(?:น\.|นาฬิกา)?(?! ?(?:-|–|ถึง|ณ))"
)
_BEFORE = toneless("ก่อน")
_RUNS_OUT = (toneless("สิ้นสุด"), "ครบกำหนด")


@dataclass(frozen=True)
class DeadlineFound:
    """A deadline and the characters it was read from."""

    deadline: Deadline
    start: int
    end: int
    is_plain: bool


def deadlines_in(
    text: str, *, letter_day: date | None, is_notice: bool = False
) -> list[DeadlineFound]:
    """The deadlines in one paragraph; letter_day gives the year to days without one.

    What an earlier letter asked (ตามที่ … นั้น), and a day before the letter's own, is left out.
    """
    plain = to_arabic(text)
    line = without_look_alikes(plain).replace("ภายไน", "ภายใน")
    told_until = narrated_until(text)
    taken: list[tuple[int, int]] = []
    found: list[DeadlineFound] = []
    for one in (
        *(
            DeadlineFound(Deadline("", "recurring", rrule=rule), start, end, True)
            for rule, start, end in recurring_in(line)
        ),
        *(DeadlineFound(*one) for one in in_months(line, letter_day)),
        *(DeadlineFound(*one) for one in in_english(line)),
        *_fixed(line, letter_day),
        *(DeadlineFound(*one) for one in counted_in(line)),
    ):
        if any(start < one.end and one.start < end for start, end in taken):
            continue
        before = line[: one.start]
        if _is_story(one, letter_day, told_until) or _PROMISED.search(before):
            continue
        if _FORECAST.search(before):
            continue
        if is_notice and _PUBLISHES.search(before):
            continue
        if _ASKED_WHETHER.match(line, one.end):
            continue
        if _OF_A_RULE.search(before) and _THEN_ASKS.search(line, one.end):
            continue
        if one.deadline.rrule and (_MEETS.search(before) or _OF_ANOTHER.search(before)):
            continue
        taken.append((one.start, one.end))
        if one.deadline.rrule and any(one.deadline.rrule == of.deadline.rrule for of in found):
            continue  # a rhythm told twice is one: ทุกวันศุกร์ … ก่อนเวลา ๑๕.๐๐ น. ของทุกวันศุกร์
        printed = text[one.start : one.end].strip()
        is_plain = one.is_plain and line[one.start : one.end] == plain[one.start : one.end]
        found.append(DeadlineFound(_with_text(one.deadline, printed), one.start, one.end, is_plain))
    return sorted(found, key=lambda one: one.start)


def told_once(found: Sequence[Deadline]) -> list[int]:
    """Which deadlines count: รายงานทุกเดือน does not beside a day of the month, nor a day again."""
    days = [one.due_on for one in found]
    return [
        place
        for place, one in enumerate(found)
        if not (one.rrule and any((of.rrule or "").startswith(f"{one.rrule};BY") for of in found))
        and not (one.due_on and one.due_on in days[:place])
    ]


def _with_text(deadline: Deadline, text: str) -> Deadline:
    return replace(deadline, text=text)


def _is_story(one: DeadlineFound, letter_day: date | None, told_until: int) -> bool:
    due = one.deadline.due_on
    if due and letter_day and due < letter_day:
        return True
    return one.end <= told_until


def _fixed(line: str, letter_day: date | None) -> Iterator[DeadlineFound]:
    year = letter_day.year if letter_day else None
    first: DateFound | None = None
    for one in dates_in(line, default_year=year):
        is_last = first is not None and _TO.fullmatch(line[first.end : one.start]) is not None
        start = first.start if first and is_last else one.start
        first = one
        before = line[max(0, start - 90) : start]
        lead = _BEFORE_DATE.search(before)
        is_range = is_last or one.last_on != one.day
        if _FORMER.search(line[: start - (len(before) - lead.start() if lead else 0)]):
            continue
        if lead:
            start = start - len(before) + lead.start()
            word = toneless(lead[0])
            if word.startswith(("ถึง", "จนถึง")) and not _is_closing_day(line, start):
                continue
            if _COUNTED_TO.search(line[:start]):
                continue
            if word.startswith(_BEFORE) and _HAPPENED.search(line[:start]):
                continue
            if word.startswith(_RUNS_OUT) and re.search(
                r"สัญญา|จ้าง|ระยะเวลา", line[max(0, start - 40) : start]
            ):
                continue
            if word.startswith(_RUNS_OUT) and _OF_AN_AGREEMENT.search(line[:start]):
                continue
        elif not (is_range and _APPLY.search(line[max(0, start - 130) : start])) or _EVENT.search(
            before[:-8]
        ):
            continue
        due = _in_year_after(one, letter_day)
        start = _where_range_opens(line, start)
        if due:
            weekday = lead["weekday"] if lead and not is_range else None
            meant = day_meant(due, weekday, letter_day)
            is_plain = one.is_plain and one.has_year and meant is None
            hour = _AT_HOUR.match(line, one.end) if lead else None
            end = hour.end() if hour else one.end
            yield DeadlineFound(Deadline("", "absolute", meant or due), start, end, is_plain)


def _where_range_opens(line: str, start: int) -> int:
    """Where ตั้งแต่วันที่ ๑ มีนาคม ๒๕๖๖ stands before the ถึงวันที่ that begins at start."""
    opens = _RANGE_OPENS.search(line[:start])
    return opens.start() if opens else start


def _in_year_after(one: DateFound, letter_day: date | None) -> date | None:
    """The last day; without a year the first such day from the letter's on."""
    due = one.last_on
    if one.has_year or letter_day is None or due >= letter_day:
        return due
    try:
        return due.replace(year=due.year + 1)
    except ValueError:
        return None


def _is_closing_day(line: str, start: int) -> bool:
    """ถึงวันที่ closes a window only after บัดนี้ or a word for sending in."""
    before = line[max(0, start - 110) : start]
    if _FROM_NOW.search(before):
        return bool(_APPLY.search(before)) or not _ON_SHOW.search(before)
    return bool(_APPLY.search(before)) and not re.search(
        r"อบรม|ประชุม|มีผล|ระยะเวลาการจ้าง|สัญญา", before
    )
