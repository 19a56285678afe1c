"""Where a paragraph that holds several parts of a letter is to be cut into its lines.

Word files saved as text and web pages lose line ends, often without leaving a blank. The parts
of a letter come in one order, and each opens with a word of its own. A part is only looked for
behind the one before it, and only in a line that begins as a letter does, or holds its closing:
so the same words in running text cut nothing.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from saraban.rules.letter_reading.dates_in_text import dates_in
from saraban.rules.letter_reading.line_kinds import MEMO, NOTICE, ORDER
from saraban.rules.letter_reading.number_line import NumberFound, number_at
from saraban.rules.letter_reading.office_words import is_post, is_titled, is_unit
from saraban.thai.digits import to_arabic

_CLASS = re.compile(r"^(?:ด่วน ?(?:ที่สุด|มาก)?|ลับ ?(?:มาก|ที่สุด)?) ?(?=ที่ |ที่[ก-ฮ]{2}|บันทึก|คำสั่ง|ประกาศ)")
_NUMBER_WORD = re.compile(
    r"(?<!วัน)(?<!ครั้ง)(?<!ลำดับ)(?<!หมู่)(?<!พื้น)(?<!หน้า)(?<!สถาน)(?:เลข)?ที่? ?(?=[ก-ฮ0-9๐-๙(])"
)
_MEMO_UNIT = re.compile(r"(?:ส่วนราชการ|ส่วนงาน)(?=[ :.…])")
_ON_DAY = re.compile(r"วันที่[ .:…]*$")
_POSTAL_CODE = re.compile(r"(?<![0-9])[1-9][0-9]{4}(?=[0-9]{1,2} ?[ก-ฮเ])")
_ADDRESS = re.compile(
    r"(?<=[ก-๎.])(?:ถนน|ถ\.|ตู้ ?ปณ|เลขที่ ?[0-9]|หมู่ที่ ?[0-9]|ศาลากลาง|ทำเนียบ"
    r"|(?<!การ)(?<!ส่วน)(?<!เทศบาล)(?<!สาธารณสุข)(?<!ศึกษา)(?<!ประจำ)(?<!ท้องถิ่น)(?:ตำบล|อำเภอ)"
    r"|[0-9]{1,4}(?:/[0-9]{1,3})? ?(?:ถ|ม|ซ|ต))"
)
_SUBJECT = re.compile(r"(?<!ใน)(?<!ของ)(?<!ทุก)(?<!ราย)(?<!เป็น)เรื่?อง(?= ?[:：] ?| )")
_SALUTATION = re.compile(
    r"(?:กราบเรียน|นมัสการ"
    r"|(?<!ร้อง)(?<!โรง)(?<!นัก)(?<!เล่า)(?<!ขอ)(?<!มา)(?<!จึง)เรียน|(?<![ก-๎])ถึง)"
    r"(?: ?[:：])? (?=\S)"
)
_WHOM = re.compile("ท่าน|คุณ|ทุก|ผอ|กระทรวง|กรม|บริษัท|พระ")
_REFERENCES = re.compile(r"(?<!ที่)(?<!ได้)อ้?างถึง(?= )")
_ENCLOSURES = re.compile(r"(?<!ตาม)(?<!\()สิ่?งที่?ส่?งมาด้?วย(?= )")
_BODY = re.compile(
    r"(?<!มา)(?<!ว่า)(?<!ร่วม)(?<!พร้อม)(?<!เนื่อง)(?<!ช่วย)ด้วย(?= ?[ก-ฮเ-ไ])"
    r"|ตามที่|ตาม(?:หนังสือ|บันทึก|คำสั่ง|ประกาศ|โทรสาร)|เนื่อง(?:ด้วย|จาก|ใน)|อนุสนธิ|สืบเนื่อง|โดยที่|อาศัยอำนาจ"
    r"|เพื่อให้|พร้อม(?:หนังสือ)?นี้|ข้าพเจ้า"
)
_ASKS = re.compile(r"จึง(?:ขอ)?(?:กราบ)?เรียน(?:มา)?|จึง(?:ขอ)?ประกาศ(?!รับ)")
_CLOSING = re.compile(r"ขอแสดงความ(?:นับถือ|เคารพ)(?:อย่างยิ่ง)?")
_ISSUED = re.compile(r"(?:สั่ง|ประกาศ|ให้ไว้) ?ณ ?วันที่")
_NAME = re.compile(r"\( ?(?P<name>[^()0-9๐-๙]{4,60}?) ?\)")
_TELEPHONE = re.compile(
    r"(?<!หมายเลข)(?<!เบอร์)โทร(?:ศัพท์|สาร)?(?=[ .:]{0,4}(?:/ ?โทรสาร)?[ .:]{0,3}\(?[0-9])"
)
# The office that owns the matter, behind the post that signed; never a part of that post.
_SECTION = re.compile(
    r"(?<!การ)(?<!ดี)(?<!หัวหน้า)(?<!แทน)(?<!แทน )(?<!ของ)(?<!ใน)"
    r"(?:กลุ่ม|ฝ่าย|กอง(?!ทุน)|สำนัก|(?<!บริหาร)ส่วน(?!ราชการ)|ศูนย์|ที่(?:ทำการ|ว่าการ)|(?<= )งาน)(?=[ก-ฮเ-ไ])"
)
_BELOW = re.compile(r"สำเนา(?:ถูกต้อง|ส่ง |เรียน )|ความเห็น(?:ของ)?(?=ผู้|รอง|หัวหน้า|ปลัด|คณบดี|อธิ|นาย)|ลงชื่อ")
_LONGEST_RANK = 25
_MOST_BEFORE_NUMBER = 200
_MOST_BEFORE_LABEL = 500


def lines_of_head(text: str) -> list[str]:
    """The lines of a heading that stands in one, with the text that follows; or that one."""
    return _cut(text, _cuts_of_head(text))


def lines_of_foot(text: str) -> list[str]:
    """The last sentence, closing words, name, posts and office that stand on one line."""
    return _cut(text, _cuts_of_foot(text))


def _cut(text: str, cuts: Iterator[int]) -> list[str]:
    edges = sorted({0, *cuts, len(text)})
    parts = [text[start:end].strip() for start, end in pairwise(edges)]
    return [part for part in parts if part]


def _cuts_of_head(text: str) -> Iterator[int]:
    lead = _CLASS.match(text)
    start = lead.end() if lead else 0
    title = text[start:]
    if ORDER.match(title) or NOTICE.match(title):
        yield from _cuts_of_published(text, start)
        return
    number = _number_of_head(text)
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
    body = _BODY.search(text, subject.end() + 8)
    if body:
        yield body.start()


def _number_of_head(text: str) -> NumberFound | None:
    """The letter's own number: before its subject and addressee, never one with ลงวันที่."""
    for word in _NUMBER_WORD.finditer(text, 0, _MOST_BEFORE_NUMBER):
        number = number_at(text, word.end(), needs_code=True)
        if not number:
            continue
        if _BODY.search(text[: word.start()]) or "ลงวันที่" in text[number.end : number.end + 12]:
            return None
        return NumberFound(word.start(), number.start, number.end, number.parts)
    return None


def _labels(text: str, at: int) -> Iterator[int]:
    """Where subject, addressee, references, enclosures and the text begin, in this order."""
    subject = _SUBJECT.search(text, at, at + _MOST_BEFORE_LABEL)
    if subject:
        yield subject.start()
        at = subject.end()
    whom = next((one for one in _SALUTATION.finditer(text, at) if _is_whom(text, one.end())), None)
    if not whom or whom.start() > at + _MOST_BEFORE_LABEL:
        return
    yield whom.start()
    body = _BODY.search(text, whom.end() + 3)
    end = body.start() if body else len(text)
    for label in (_REFERENCES, _ENCLOSURES):
        if found := label.search(text, whom.end(), end):
            yield found.start()
    if body:
        yield end


def _is_whom(text: str, at: int) -> bool:
    rest = text[at : at + 40]
    return is_post(rest) or is_titled(rest) or _WHOM.match(rest) is not None or is_unit(rest)


def _cuts_before_number(text: str) -> Iterator[int]:
    """บันทึกข้อความ and ส่วนราชการ before the number of a memo."""
    if MEMO.match(text) or _MEMO_UNIT.search(text):
        yield from (found.start() for found in _MEMO_UNIT.finditer(text))


def _cuts_of_office(text: str, start: int, end: int) -> Iterator[int]:
    """The office behind the number, its address and the day, each on a line of its own."""
    between = text[start:end]
    days = dates_in(between)
    address = _ADDRESS.search(to_arabic(between))
    if _ON_DAY.search(between[: days[0].start] if days else ""):
        return  # a memo's number and day share a line
    yield start
    if code := _POSTAL_CODE.search(to_arabic(between)):
        yield start + code.end()
    elif days:
        yield start + days[-1].start
    if address and not (days and address.start() >= days[-1].start):
        yield start + address.start()


def _cuts_of_foot(text: str) -> Iterator[int]:
    closing = _CLOSING.search(text) or _ISSUED.search(text)
    asks = list(_ASKS.finditer(text, 0, closing.start() if closing else len(text)))
    anchor = closing or (asks[-1] if asks else None)
    if not anchor:
        return
    names = list(_names(text, anchor))
    if not names and not (closing and _is_glued_to(closing)):
        return
    if asks:
        yield asks[-1].start()
    if closing:
        yield closing.start()
        if _CLOSING.match(closing[0]):
            yield closing.end()
    for start, end in names:
        yield start
        yield end
    yield from _cuts_below_name(text, names[0][1] if names else anchor.end())


def _is_glued_to(closing: re.Match[str]) -> bool:
    """Whether closing words, or the day of an order at the line's end, follow a sentence."""
    before, after = closing.string[: closing.start()], closing.string[closing.end() :]
    if _CLOSING.match(closing[0]):
        return bool(before)
    days = dates_in(after)
    return re.search("[ก-๎]$", before) is not None and bool(days) and days[0].end == len(after)


def _names(text: str, anchor: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The printed names behind the closing words, each with the rank before its bracket."""
    start = anchor.end()
    if days := dates_in(text[start:]) if _ISSUED.match(anchor[0]) else []:
        start += days[0].end
    for name in _NAME.finditer(text, start):
        rank = text[start : name.start()].strip(" .…")
        is_under_closing = not _ASKS.match(anchor[0]) and " " in name["name"]
        if is_titled(name["name"]):
            yield name.start(), name.end()
        elif is_under_closing and (not rank or (len(rank) < _LONGEST_RANK and is_titled(rank))):
            yield start, name.end()
        start = name.end()


def _cuts_below_name(text: str, start: int) -> Iterator[int]:
    """The office that owns the matter, its telephones, and what the receiver wrote below."""
    arabic = to_arabic(text)
    yield from (found.start() for found in _BELOW.finditer(text, start))
    telephones = [found.start() for found in _TELEPHONE.finditer(arabic, start)]
    yield from telephones[1:]
    section = _SECTION.search(text, start + 4, telephones[0]) if telephones else None
    if section:
        yield section.start()
    elif telephones:
        yield telephones[0]
