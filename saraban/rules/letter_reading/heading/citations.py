"""Other letters and orders that a letter names, by number and day or by day alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from saraban.rules.letter_reading.draft import Citation
from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.number_line import (
    has_lost_stop,
    number_at,
    order_of_short_year,
)
from saraban.rules.letter_reading.lines.office_words import STATE_ENTERPRISE, is_unit

_NUMBER_WORD = re.compile(
    r"(?:(?<!เ)(?<!วัน)(?<!ครั้ง)(?<!ครัง)(?<!สุด)(?<!หมู่)(?<!หมู)(?<!มาตรา)(?:เลข)?ที่|(?<![ก-๎])(?:เลข)?ที)"
    r" ?[.:]? ?(?=[ก-ฮA-Z0-9๐-๙(])"
)
_URGENT_NUMBER = re.compile(r"ด่?วนที่?สุด ?(?:เลข)?ที่? ?(?=[ก-ฮ])")
# Circulars are known by their ว alone: หนังสือสำนักงาน ก.พ. ว ๑๐ ลว. ๑๕ ก.ย. ๔๘.
_CIRCULAR = re.compile(r"(?<=[ .])(?=ว\.? ?[0-9๐-๙]{1,5} ?(?:ลง|ลว))")
_SAME_DAY = re.compile(r" ?ลง(?:วันที่|วัน)? ?เดียวกัน")
_BARE = re.compile(
    r"(?<![ก-๎])(?:[ก-ฮ]{2}|มรร|มทร"
    r"|ศปก)\.? ?(?:\([^()]{1,14}\) ?)?[0-9๐-๙]{3,5}[0-9๐-๙. ()ก-ฮ]{0,16}/"
)
_LETTER_WORD = re.compile(
    r"(?:หนังสือ(?!พิมพ์|เดินทาง|รับรอง|มอบอำนาจ|เวียนแจ้ง|ค้ำ|สัญญา)|บันทึกข้อความ|บันทึก(?!การ|ข้อมูล|ผล|ใน)"
    r"|โทรสาร|วิทยุ|จดหมาย|[Ll]etter|คำสั่ง"
    rf"(?!ให้|(?!{STATE_ENTERPRISE})การ))"
)
_NOT_LETTER = re.compile(
    r"(?:ประกาศ|ระเบียบ|พระราช(?:บัญญัติ|กฤษฎีกา|กำหนด)|กฎกระทรวง|กฎหมาย|ข้อบังคับ|สัญญา(?:เลข)?(?:ที่)?|มติ"
    r"|ครั้งที่|รายงานการประชุม"
    r"|ใบเสร็จ|เช็ค|บัญชี(?!กลาง)|โฉนด|ทะเบียน|มาตรา|ข้อ|ซอย|หมู่|ห้อง|ชั้น|ฎีกา|ราชกิจจานุเบกษา|อาคาร|บ้านเลขที่|(?<!บังคับ)คดี"
    r"|ใบอนุญาต|ใบรับรอง|คำขอ|การวิจัย|แบบแปลน|แบบก่อสร้าง|แผนผัง)[^ ]{0,60} ?$"
)
_DATED = re.compile(r"\s*(?:ฉบับ)?(?:ลง(?:วันที่?)?|ลว\.?|วันที่?|เมื่อวันที่) ?(?=[0-9])")
_BETWEEN = re.compile(r"[\s,]*(?:\([^()]{0,40}\))?[\s,]*(?:เรื่อง .{2,200}?)?$")
# An area office has its number, committees together have commas: ก.จ., ก.ท. และ ก.อบต.
_UNIT = r"(?:(?!หนังสือ|อ้างถึง)[ก-๎. ()/]|(?<=(?:เขต|ภาค) )[0-9๐-๙]{1,2}(?![0-9๐-๙])|(?<=\.),)"
_ISSUER = re.compile(
    r"(?:สำเนา|ตาม|ถึง|[0-9๐-๙][.)]|^)*\s*(?:หนังสือ(?:ภายใน|ภายนอก|เวียน)?|บันทึกข้อความ"
    rf"|โทรสาร(?:ในราชการ)?|วิทยุ(?:สื่อสาร)?(?:ในราชการ)?|จดหมาย|คำสั่ง)(?:ของ|จาก)?"
    rf" ?(?P<unit>{_UNIT}{{0,90}}?)"
    r"[\s,]*(?:(?:ด่?วน ?(?:ที่?สุด|มาก)?|ลับ(?:มาก|ที่สุด)?)[\s,]*)?$"
)
# The office that tells of its own letter: กรมทดสอบได้มีหนังสือ ลับ ที่ ….
_WROTE = re.compile(
    r" ?(?:ได้)?(?:มี|ออก|ส่ง)(?:หนังสือ|คำสั่ง|บันทึก(?:ข้อความ)?|วิทยุ(?:สื่อสาร)?|โทรสาร)"
    r"[\s,]*(?:(?:ด่?วน ?(?:ที่?สุด|มาก)?|ลับ ?(?:มาก|ที่สุด)?)[\s,]*)*$"
)
_NAME = re.compile(rf"(?!.*(?:ลงวัน|ลว\.)){_UNIT}{{3,70}}")
_PHRASE = re.compile(
    r"(?:^|(?<= ))(?:และ|โดย|ซึ่ง|ด้วย|ตามที่|เนื่องจาก|เนื่องด้วย|ต่อมา|ประกอบกับ)?(?=[ก-ฮเ-ไ])"
)
# Right behind a letter cited: คำสั่ง ที่ ๘๘/๒๕๖๓ ลงวันที่ … และที่ ๙๕/๒๕๖๔.
_ONE_MORE = re.compile(r"[ ,]*(?:และ|กับ|รวมทั้ง)? ?(?:คำสั่ง|หนังสือ)?(?:เลข)?ที่ ?")
_ENGLISH = re.compile(
    r"\b(?:[Ll]etters?|[Nn]otes?(?: [Vv]erbale)?|[Mm]emorand(?:um|a)|[Ff]acsimile|[Ff]ax)"
    r"(?: [Rr]ef(?:erence)?\.?)?,? (?:[Nn]o\.?|[Rr]ef(?:erence)?\.?(?: [Nn]o\.?)?)? ?:? ?"
    r"(?P<number>(?=[^ ]*[0-9])[A-Z0-9][A-Za-z0-9./()-]*(?: [0-9][0-9/.-]*)?),?"
    r" (?:dated|of)(?: the)? (?P<day>[^\n]{6,28})"
)
# Whose letter it was may stand between: Letter of the Centre for Tests No. AB/12 dated 3 May 2019.
_OF_WHOM = re.compile(
    r"\b[Ll]etter (?:of|from) (?:the )?(?P<unit>[A-Z][^.,\n]{3,90}?),? [Nn]o\. ?"
    r"(?P<number>(?=[^ ]*[0-9])[A-Z0-9][A-Za-z0-9./()-]*),?"
    r" (?:dated|of)(?: the)? (?P<day>[^\n]{6,28})"
)
_YEAR_NUMBER = re.compile(r"/(?:2[4-6][0-9]{2}|[3-6][0-9])$")


@dataclass(frozen=True)
class CitationFound:
    """A citation and the characters of the text it was read from."""

    citation: Citation
    start: int
    end: int
    is_plain: bool


def citations_in(text: str) -> list[CitationFound]:
    """Letters and orders the text cites, from left to right.

    Laws, rules, announcements, contracts and meetings have numbers too but are no letters.
    """
    found = [*_numbered(text), *_in_english(text)]
    found += [
        one for one in _only_dated(text) if not any(o.start <= one.start < o.end for o in found)
    ]
    return sorted(found, key=lambda one: one.start)


def _numbered(text: str) -> Iterator[CitationFound]:
    issuer: str | None = None
    last_day: date | None = None
    end = 0
    starts = sorted(
        {word.end() for word in _NUMBER_WORD.finditer(text)}
        | {word.end() for word in _URGENT_NUMBER.finditer(text)}
        | {word.start() for word in _BARE.finditer(text)}
        | {word.start() for word in _CIRCULAR.finditer(text)}
    )
    for start in starts:
        if start < end:
            continue
        number = number_at(text, start) or order_of_short_year(text, start, behind=" ?(?:ลง|ลว)")
        if number is None or not number.parts.running:
            continue
        before = text[max(0, start - 150) : start]
        before = re.sub(r"(?:เลข)?ที่? ?[.:]? ?$", "", before)
        is_coded = number.parts.issuer_code is not None or number.parts.unit_code is not None
        is_one_more = end > 0 and _ONE_MORE.fullmatch(text[end:start]) is not None
        if (
            not is_coded
            and not is_one_more
            and not _is_letter_before(before, bool(_YEAR_NUMBER.search(number.parts.normalized)))
        ):
            continue
        if _NOT_LETTER.search(before) and not _LETTER_WORD.search(before[-60:]):
            continue
        day, day_end, is_plain = _day_after(text, number.end)
        if day is None and (same := _SAME_DAY.match(text, number.end)):
            day, day_end = last_day, same.end()
        last_day = day
        own = _ISSUER.search(before[-140:])
        unit = (own["unit"].strip(" ,") if own else "") or _writer(before)
        issuer = unit or (issuer if start - end < 30 else None)
        end = day_end or number.end
        lead = own.start() + max(0, start - 150) if own and start < 150 else start
        yield CitationFound(
            Citation(number.parts.normalized, day, issuer),
            min(lead, start),
            end,
            is_plain and not has_lost_stop(number.parts),
        )


def _writer(before: str) -> str:
    """The office that wrote the letter, where the text tells so right before its number."""
    wrote = _WROTE.search(before)
    told = before[: wrote.start()] if wrote else ""
    units = [told[phrase.end() :] for phrase in _PHRASE.finditer(told)]
    return next((unit for unit in reversed(units) if is_unit(unit) and _NAME.fullmatch(unit)), "")


def _in_english(text: str) -> Iterator[CitationFound]:
    """Your letter No. AB-12/345 dated 3 May 2019: the number as it is printed."""
    for found in [*_ENGLISH.finditer(text), *_OF_WHOM.finditer(text)]:
        if day := next(iter(dates_in(found["day"])), None):
            end = found.start("day") + day.end
            citation = Citation(found["number"], day.day, found.groupdict().get("unit"))
            yield CitationFound(citation, found.start(), end, day.is_plain)


def _is_letter_before(before: str, is_order: bool) -> bool:
    words = list(_LETTER_WORD.finditer(before))
    if not words or len(before) - words[-1].end() > 70:
        return False
    return not _NOT_LETTER.search(before[words[-1].end() :]) and (
        is_order or not words[-1][0].startswith("คำสั่ง")
    )


def _day_after(text: str, start: int) -> tuple[date | None, int | None, bool]:
    """The day the citation gives, close behind the number."""
    rest = text[start : start + 160]
    for one in dates_in(rest):
        before = rest[: one.start]
        if re.search(r"(?:ลง(?:วันที่?)?|ลว\.?|วันที่?)[ .…_]*$", before) and _is_near(before):
            return one.day, start + one.end, one.is_plain
        if not before.strip(" ,()"):
            return one.day, start + one.end, one.is_plain
        break
    return None, None, True


def _is_near(before: str) -> bool:
    between = re.sub(r"(?:ลง(?:วันที่?)?|ลว\.?|วันที่?)[ .…_]*$", "", before)
    return len(between.strip(" .…_")) < 12 or "เรื่อง" in between[:12]


def _only_dated(text: str) -> Iterator[CitationFound]:
    """Letters cited by their day alone: จดหมายของท่านลงวันที่ 25 มิถุนายน."""
    for one in dates_in(text):
        before = text[max(0, one.start - 90) : one.start]
        if not re.search(r"(?:ลงวันที่|ลง|ลว\.?|dated|of) ?$", before):
            continue
        words = list(_LETTER_WORD.finditer(before))
        if not words:
            continue
        between = before[words[-1].end() :]
        if _NOT_LETTER.search(between) or re.search(r"ที่? ?[ก-ฮ0-9๐-๙]+.*/", between):
            continue
        if re.search(r"(?:ประกาศ|ระเบียบ|สัญญา|พระราช)", between):
            continue
        unit = re.sub(r"(?:dated|of|ของ|จาก|ลงวันที่|ลง|ลว\.?|ฉบับ|ท่าน)", "", between).strip(" ,")
        issuer = unit if 3 < len(unit) < 70 else None
        start = max(0, one.start - 90) + words[-1].start()
        yield CitationFound(Citation(None, one.day, issuer), start, one.end, one.is_plain)
