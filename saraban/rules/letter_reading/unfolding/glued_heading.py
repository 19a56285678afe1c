"""A heading whose lines were glued into one, cut where each of its parts begins.

Word files saved as text and web pages lose line ends, often without leaving a blank. The parts
of a letter come in one order, and each opens with a word of its own. A part is only looked for
behind the one before it, and only in a line that begins as a letter does: so the same words in
running text cut nothing.
"""

import re
from collections.abc import Iterator

from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.line_kinds import MEMO, NOTICE, ORDER
from saraban.rules.letter_reading.lines.number_line import NumberFound, number_at
from saraban.rules.letter_reading.lines.office_words import is_post, is_titled, is_unit
from saraban.rules.letter_reading.unfolding.glued_text import BODY, cut_at
from saraban.thai.digits import to_arabic

_CLASS = re.compile(r"^(?:ด่วน ?(?:ที่สุด|มาก)?|ลับ ?(?:มาก|ที่สุด)?) ?(?=ที่ |ที่[ก-ฮ]{2}|บันทึก|คำสั่ง|ประกาศ)")
_NUMBER_WORD = re.compile(
    r"(?<!วัน)(?<!ครั้ง)(?<!ลำดับ)(?<!หมู่)(?<!พื้น)(?<!หน้า)(?<!สถาน)(?:เลข)?ที่? ?(?=[ก-ฮ0-9๐-๙(])"
)
_MEMO_UNIT = re.compile(r"(?:ส่วนราชการ|ส่วนงาน)(?=[ :.…])")
_URGENCY = re.compile(r"ด่วน ?(?:ที่สุด|มาก)? ?$")
_BEFORE_DAY = re.compile(r"(?:ลง)?วันที่[ .:…]*$")
_ON_DAY = re.compile(r" ?วันที่")
_POSTAL_CODE = re.compile(r"(?<![0-9])[1-9][0-9]{4}(?=[0-9]{1,2} ?[ก-ฮเ])")
_ADDRESS = re.compile(
    r"(?<=[ก-๎.])(?:ถนน|ถ\.|ตู้ ?ปณ|เลขที่ ?[0-9]|หมู่ที่ ?[0-9]|ศาลากลาง|ทำเนียบ"
    r"|(?<!การ)(?<!ส่วน)(?<!เทศบาล)(?<!สาธารณสุข)(?<!ศึกษา)(?<!ประจำ)(?<!ท้องถิ่น)(?<!เรือนจำ)(?:ตำบล|อำเภอ)"
    r"|[0-9]{1,4}(?:/[0-9]{1,3})? ?(?:ถ|ม|ซ|ต))"
)
_SUBJECT = re.compile(r"(?<!ใน)(?<!ของ)(?<!ทุก)(?<!ราย)(?<!เป็น)เรื่?อง(?= ?[:：] ?| )")
_SALUTATION = re.compile(
    r"(?:กราบเรียน|นมัสการ"
    r"|(?<!ร้อง)(?<!โรง)(?<!นัก)(?<!เล่า)(?<!ขอ)(?<!มา)(?<!จึง)เรียน|(?<![ก-๎])ถึง)"
    r"(?: ?[:：])? (?=\S)"
)
_ENUMERATOR = re.compile(r"^[1๑][.)] ?")
# The police write to a post at once, without a word before it.
_POLICE = re.compile(r"(?<=[ก-๎ ])(?:ผบ[ก-ฮ]{0,2}|ผกก|ผู้การ)\.")
_WHOM = re.compile("ท่าน|คุณ|ทุก|ผอ|กระทรวง|กรม|บริษัท|พระ")
_REFERENCES = re.compile(r"(?<!ที่)(?<!ได้)อ้?างถึง(?= )")
_ENCLOSURES = re.compile(r"(?<!ตาม)(?<!\()สิ่?งที่?ส่?งมาด้?วย(?= )")
# A sentence about a letter: whatever its number follows, it is no heading.
_TOLD = re.compile(r"ลงนาม|(?:ทำ|มี|ออก|ส่ง|ร่อน|แจ้ง)หนังสือ")
_MOST_BEFORE_NUMBER = 200
_MOST_BEFORE_LABEL = 500


def lines_of_head(text: str) -> list[str]:
    """The lines of a heading that stands in one, with the text that follows; or that one."""
    return cut_at(text, _cuts_of_head(text))


def _cuts_of_head(text: str) -> Iterator[int]:
    lead = _CLASS.match(text)
    start = lead.end() if lead else 0
    title = text[start:]
    if ORDER.match(title) or NOTICE.match(title):
        yield from _cuts_of_published(text, start)
        return
    number = number_of_head(text)
    at = number.end if number else start
    labels = list(_labels(text, at))
    is_opened = number or (labels and labels[0] == start) or _is_day(text[start:])
    if not labels or not is_opened or len(labels) + bool(number) < 2:
        return
    yield from labels
    yield start
    if number:
        yield number.lead
        yield from _cuts_before_number(text[: number.lead])
        yield from _cuts_of_office(text, number.end, labels[0])


def _is_day(text: str) -> bool:
    days = dates_in(text)
    return bool(days) and days[0].start == 0


def _cuts_of_published(text: str, start: int) -> Iterator[int]:
    """Title, number, subject and text of an order or a notice."""
    subject = _SUBJECT.search(text, start, start + _MOST_BEFORE_NUMBER)
    if not subject:
        return
    yield start
    for word in _NUMBER_WORD.finditer(text, start, subject.start()):
        if number_at(text, word.end()):
            yield word.start()
    yield subject.start()
    body = BODY.search(text, subject.end() + 8)
    if body:
        yield body.start()


def number_of_head(text: str) -> NumberFound | None:
    """The letter's own number: before its subject and addressee, never one with ลงวันที่."""
    for word in _NUMBER_WORD.finditer(text, 0, _MOST_BEFORE_NUMBER):
        number = number_at(text, word.end(), needs_code=True)
        if not number:
            continue
        before = text[: word.start()]
        if (
            BODY.search(before)
            or _TOLD.search(before)
            or "ลงวันที่" in text[number.end : number.end + 12]
        ):
            return None
        return NumberFound(word.start(), number.start, number.end, number.parts)
    return None


def _labels(text: str, at: int) -> Iterator[int]:
    """Where subject, addressee, references, enclosures and the text begin, in this order."""
    subject = _SUBJECT.search(text, at, at + _MOST_BEFORE_LABEL)
    whom = next(salutations_in(text, at), None)
    if subject and whom and BODY.search(text, whom.end(), subject.start()):
        subject = None  # the text of a sealed letter names a subject of its own
    if subject:
        yield subject.start()
        at = subject.end()
        body = BODY.search(text, at + 3)
        police = _POLICE.search(text, at, body.start() if body else at + _MOST_BEFORE_NUMBER)
        whom = police or next(salutations_in(text, at), None)
    if not whom or whom.start() > at + _MOST_BEFORE_LABEL:
        return
    yield whom.start()
    body = BODY.search(text, whom.end() + 3)
    end = body.start() if body else len(text)
    for label in (_REFERENCES, _ENCLOSURES):
        if found := label.search(text, whom.end(), end):
            yield found.start()
    if body:
        yield end


def salutations_in(text: str, at: int) -> Iterator[re.Match[str]]:
    """Where somebody is addressed: เรียน and ถึง right before a post, an office or a person."""
    for found in _SALUTATION.finditer(text, at):
        if _is_whom(text, found.end()):
            yield found


def _is_whom(text: str, at: int) -> bool:
    rest = _ENUMERATOR.sub("", text[at : at + 40])
    return is_post(rest) or is_titled(rest) or _WHOM.match(rest) is not None or is_unit(rest)


def _cuts_before_number(text: str) -> Iterator[int]:
    """The urgency, and บันทึกข้อความ and ส่วนราชการ of a memo."""
    if urgency := _URGENCY.search(text):
        yield urgency.start()
    if memo := MEMO.match(text):
        yield memo.end()
    yield from (found.start() for found in _MEMO_UNIT.finditer(text))


def _cuts_of_office(text: str, start: int, end: int) -> Iterator[int]:
    """The office behind the number, its address and the day, each on a line of its own."""
    between = text[start:end]
    days = dates_in(between)
    address = _ADDRESS.search(to_arabic(between))
    if _ON_DAY.match(between):
        return  # a memo's number and day share a line
    yield start
    if code := _POSTAL_CODE.search(to_arabic(between)):
        yield start + code.end()
    elif days:
        yield start + len(_BEFORE_DAY.sub("", between[: days[-1].start]))
    if address and not (days and address.start() >= days[-1].start):
        yield start + address.start()
