"""Which line of a letter is what: heading, labelled fields, body, signature, foot."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from saraban.rules.letter_reading.dates_in_text import dates_in
from saraban.rules.letter_reading.endorsement import is_endorsement, is_to_own_head
from saraban.rules.letter_reading.line_kinds import (
    ISSUED_ON,
    MEMO,
    NOTICE,
    ORDER,
    SEAL,
    SUMMARY,
    ends_with_day,
    is_closing,
    is_day_alone,
    is_furniture,
    is_name_line,
)
from saraban.rules.letter_reading.number_line import heading_number
from saraban.rules.letter_reading.office_words import (
    is_post,
    is_titled,
    is_unit,
)
from saraban.rules.letter_reading.page_lines import Joined, Line
from saraban.rules.letter_reading.toneless import place_with_tones, toneless, toneless_shape
from saraban.thai.digits import to_arabic

_LABELS = (
    ("subject", toneless_shape(r"^(?:เรื่อง|Subject ?:|Re ?:|หัวข้อ ?:)(?: ?[:：.]+)? ?")),
    (
        "addressees",
        toneless_shape(
            r"^(?:ขอประทานกราบทูล|กราบทูล|กราบเรียน|กราบนมัสการ|นมัสการ|ขอประทาน|เจริญพร|ทูล|Dear"
            r"|เรียน(?!รู้|การสอน)|ถึง(?=[ :]|หัวหน้า|ผู้|นาย|สำนัก|กรม|จังหวัด))(?: ?[:：])? ?"
            # The police write to a post at once, without a word before it.
            r"|^(?=(?:รอง ?)?(?:ผบ[ก-ฮ]{0,2}|ผอ|ผกก|สวญ?|สวป|จตร|ผู้การ)\.)"
        ),
    ),
    ("references", toneless_shape(r"^อ้าง(?:ถึง|อิง)(?: ?[:：])? ?")),
    (
        "enclosures",
        toneless_shape(
            r"^(?:สิ่งที่(?:ได้)?(?:ส่ง|แนบ)มา(?:พร้อม|ด้วย|พร้อมด้วย|พร้อมนี้)*(?:นี้)?|สิ่งที่แนบ|เอกสารแนบ"
            r"|เอกสารที่แนบ(?:มาด้วย)?"
            r"|เอกสารประกอบ)(?: ?[:：])? ?"
        ),
    ),
    ("day", toneless_shape(r"^(?:Date|Sent|วันที่ส่ง) ?: ?")),
    ("sender", toneless_shape(r"^(?:จาก(?: ?[:：]| )|From ?:|ผู้ส่ง ?:) ?")),
)
_BODY = toneless_shape(
    r"^(?:ด้วย|ตามที่|ตามหนังสือ|ตามบันทึก|ตามคำสั่ง|ตามประกาศ|ตามมติ|ตามโทรสาร|ตาม(?=[ก-ฮ])|เนื่อง(?:จาก"
    r"|ด้วย|ใน)|อนุสนธิ|โดยที่"
    r"|เพื่อ(?!น)|สืบเนื่อง|บัดนี้|พร้อม(?:หนังสือ)?นี้|จึง(?:เรียน|ขอ)|ในการ|ในปี|อาศัย|ข้าพเจ้า|ขอ(?:เชิญ|ความ|แจ้ง"
    r"|รายงาน|อนุญาต|อนุมัติ|นำส่ง)|With |I (?:am|have|wish|would)|We |In reference|Further to"
    r"|This is|On behalf|ขอเรียน|ขอให้|ขอส่ง"
    r"|ขอได้|ใน(?:วัน|ฐานะ|ช่วง)|ปัจจุบัน|ทั้งนี้"
    r"|(?:กระทรวง|กรม|สำนัก|กอง|ฝ่าย|ศูนย์|สถาบัน|โรงเรียน|โรงพยาบาล|ภาควิชา|จังหวัด|อำเภอ|เทศบาล"
    r"|มหาวิทยาลัย|คณะ)[ก-๎ .]{0,60}(?:ได้|ขอ(?!ง)|แจ้งว่า|กำหนด"
    r"|มีความ|จะ)|รายละเอียด)"
)
_ENUMERATOR = re.compile(
    r"^(?:\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]|[0-9]{1,2} (?=[ก-ฮเ-ไ])|[-•–](?! ?[0-9])|\([ก-ฮ]\)"
    r"|[ก-ฮ]\.) ?"
)
_ALWAYS_MORE = re.compile(r"^(?:จำนวน|ลงวันที่|ลงวัน|[(“\"”)]|และ)")
_TICK = re.compile(r"^[(\[] ?[/xX✓✔√ ]? ?[)\]]")
_LONG = 95
_SAME_EDGE = 12.0  # points by which two lines may differ and still begin at one edge
_MOST_IN_FIELD = {
    "subject": 4,
    "addressees": 12,
    "references": 8,
    "enclosures": 14,
    "sender": 1,
    "day": 1,
}


@dataclass
class Anatomy:
    """A letter's lines sorted by what they are; all indexes point into `lines`.

    own are the lines that are no stamp, no note of a scanner and no page number.
    """

    lines: Sequence[Line]
    own: list[int] = field(default_factory=list)
    heading: list[int] = field(default_factory=list)
    fields: dict[str, Joined] = field(default_factory=dict)
    field_lines: dict[str, list[int]] = field(default_factory=dict)
    salutation: str = ""
    body: list[Joined] = field(default_factory=list)
    row_units: list[tuple[int, str]] = field(default_factory=list)
    closed_at: int | None = None
    name_at: int | None = None
    foot: list[int] = field(default_factory=list)

    def text_of(self, name: str) -> str:
        """The text of a labelled field, "" when it is absent."""
        return self.fields[name].text if name in self.fields else ""


def anatomy_of(lines: Sequence[Line], skipped: set[int]) -> Anatomy:
    """Sort the lines of one letter; skipped are stamps and notes, no part of its text."""
    own = [i for i in range(len(lines)) if i not in skipped and not is_furniture(lines[i])]
    anatomy = Anatomy(lines, own)
    start = _first_of_heading(lines, own)
    is_published = any(
        ORDER.match(lines[i].text) or NOTICE.match(lines[i].text) for i in own[start : start + 6]
    )
    at = _read_heading(anatomy, own, start, is_published)
    _read_rest(anatomy, own[at:], is_published)
    return anatomy


def _first_of_heading(lines: Sequence[Line], own: list[int]) -> int:
    """Where the letter proper begins: news prose may stand before it."""
    for place, index in enumerate(own):
        text = lines[index].text
        if heading_number(text) or MEMO.match(text) or ORDER.match(text) or NOTICE.match(text):
            # Some sealed letters name their addressee over the number.
            over = [p for p in range(max(0, place - 5), place) if _label(lines[own[p]].text)]
            if not over and _is_addressed_before(lines, own[:place]):
                return 0  # the letter's own number was lost, and this one is no heading
            return over[0] if over and not _is_prose(lines[own[over[0]]].text) else place
    return 0


def _is_addressed_before(lines: Sequence[Line], own: list[int]) -> bool:
    """A salutation and a closing sentence already stand in these lines."""
    salutation = next((i for i in own if _label(lines[i].text, ("addressees",))), None)
    if salutation is None or _is_prose(lines[salutation].text):
        return False
    return any("จึงเรียนมา" in lines[i].text for i in own if i > salutation)


def _is_prose(text: str) -> bool:
    return len(text) > 110


def _read_heading(anatomy: Anatomy, own: list[int], start: int, is_published: bool) -> int:
    """Fill heading and labelled fields; the place in `own` where the body begins."""
    lines = anatomy.lines
    anatomy.heading = own[:start]
    has_salutation = any(_label(lines[i].text, ("addressees",)) for i in own[start : start + 45])
    current: str | None = None
    is_summary = any(SUMMARY.match(lines[i].text) for i in own[start : start + 3])
    for place in range(start, len(own)):
        index, text = own[place], lines[own[place]].text
        if is_summary and place > start and _opens_table(lines[index], has_salutation):
            return place
        labelled = _label(text)
        if labelled and labelled[0] == "references" and len(text) > 150 and "จดหมาย" in text[:30]:
            labelled = None  # a sentence that begins with อ้างถึง, not the field
        is_open = "addressees" in anatomy.fields or (
            "subject" in anatomy.fields and (is_published or not has_salutation)
        )
        if labelled and (labelled[0] not in anatomy.fields or labelled[0] == current):
            current = labelled[0]
            _open_field(anatomy, index, *labelled)
        elif is_open and (
            _BODY.match(toneless(text)) or labelled or is_closing(text) or ISSUED_ON.match(text)
        ):
            return place
        elif current and _continues(anatomy, current, index):
            _more_of_field(anatomy, current, index)
        elif is_open and not (current and _is_heading_line(lines[index])):
            return place
        else:
            current = None
            anatomy.heading.append(index)
    return len(own)


def _opens_table(line: Line, has_salutation: bool) -> bool:
    """Under the title of a meeting's summary: its table, its agenda, its first item."""
    if has_salutation:
        return False
    return bool(
        re.match(r"ลำดับ|ที่ (?:เรื่อง|มติ|ประเด็น|รายการ)|ผู้มาประชุม|ระเบียบวาระ|เริ่มประชุม", line.text)
        or _is_enumerated(line.arabic)
        or len(line.text) > 130
    )


def _label(text: str, names: tuple[str, ...] = ()) -> tuple[str, int] | None:
    for name, shape in _LABELS:
        if (not names or name in names) and (found := shape.match(toneless(text))):
            return name, place_with_tones(text, found.end())
    return None


def _open_field(anatomy: Anatomy, index: int, name: str, offset: int) -> None:
    text = anatomy.lines[index].text
    if name == "addressees":
        anatomy.salutation = text[:offset].strip(" :")
    value = Joined()
    if text[offset:]:
        value.add(index, text[offset:], offset)
    anatomy.fields[name] = value
    anatomy.field_lines[name] = [index]


def _more_of_field(anatomy: Anatomy, name: str, index: int) -> None:
    line, last = anatomy.lines[index], anatomy.lines[anatomy.field_lines[name][-1]]
    # A list goes on with a blank; a line filled to the edge broke inside a word or phrase.
    is_wrapped = last.width >= 0.85 * _edge(anatomy.lines)
    is_item = bool(_is_enumerated(line.arabic) or (is_post(line.text) and name == "addressees"))
    joint = None if is_wrapped and not is_item else " "
    anatomy.fields[name].add(index, line.text, between=joint)
    anatomy.field_lines[name].append(index)


def _is_enumerated(line: str) -> bool:
    """Whether a line opens with 1. or a dash; a wrapped day (14 กุมภาพันธ์) does not."""
    found = _ENUMERATOR.match(line)
    return found is not None and not any(day.start == 0 for day in dates_in(line))


def _edge(lines: Sequence[Line]) -> float:
    """How far a full line reaches; a paragraph on one endless line does not count."""
    return max((line.width for line in lines[:60] if line.width < 130), default=0.0)


def _continues(anatomy: Anatomy, name: str, index: int) -> bool:
    """Whether the line goes on with the labelled field above it."""
    line, taken = anatomy.lines[index], anatomy.field_lines[name]
    before = anatomy.fields[name].text
    if len(taken) >= _MOST_IN_FIELD[name] or is_name_line(line.text):
        return False
    if ISSUED_ON.match(line.text):
        return False
    if name == "addressees" and anatomy.salutation == "Dear" and before.endswith((",", ":")):
        return False
    if not before:
        return True
    is_cited = name in ("references", "enclosures") and (
        heading_number(line.text) or re.search(r"(?:ลงวันที่|วันที่|[0-9๐-๙])$", before)
    )
    if is_cited and len(line.text) < _LONG:
        return True
    if _is_heading_line(line) or re.match(r"[_\-–.=]{4,}", line.text):
        return False
    if _ALWAYS_MORE.match(line.text) and len(line.text) < _LONG:
        return not _TICK.match(line.text)
    if name in ("enclosures", "references", "addressees") and _is_enumerated(line.arabic):
        is_list = _is_enumerated(to_arabic(anatomy.fields[name].text))
        return is_list and len(line.text) < 2 * _LONG
    if line.is_after_blank or len(line.text) > _LONG + 25:
        return False
    if name == "subject":
        return len(line.text) <= _LONG + 25
    first = anatomy.lines[taken[0]]
    if _is_set_further_in(line, first):
        return False
    is_inside = line.indent > first.indent + 4 or line.indent == 0 == first.indent
    is_wrapped = anatomy.lines[taken[-1]].width >= 0.85 * _edge(anatomy.lines)
    is_more = is_inside or is_wrapped or name != "addressees" or is_post(line.text)
    return len(line.text) <= _LONG and is_more


def _is_set_further_in(line: Line, first: Line) -> bool:
    """Whether a printed line begins deeper than the field's own text: then it is a paragraph.

    Only where places on the page are known; a field's text goes on under itself or at the edge.
    """
    if len(first.words) < 2 or not line.words:
        return False
    own_text_begins = first.words[1].box[0]
    return line.words[0].box[0] > own_text_begins + _SAME_EDGE


def _is_heading_line(line: Line) -> bool:
    """A line that can only belong to a heading: a day alone, a number, an urgency."""
    found = dates_in(line.text)
    if found and len(line.text) - (found[0].end - found[0].start) < 8:
        return True
    if heading_number(line.text):
        return True
    return re.fullmatch(r"ด่วน ?(?:ที่สุด|มาก)?|ลับ ?(?:มาก|ที่สุด)?", line.text) is not None


def _read_rest(anatomy: Anatomy, rest: list[int], is_published: bool) -> None:
    lines = anatomy.lines
    edge = max((lines[i].width for i in rest if len(lines[i].text) < 130), default=0)
    previous: int | None = None
    for place, index in enumerate(rest):
        text = lines[index].text
        if is_closing(text):
            anatomy.closed_at = index
            anatomy.foot = rest[place + 1 :]
            break
        if ISSUED_ON.match(text) or is_name_line(text):
            anatomy.foot = rest[place:]
            if previous is not None and _is_rank(text_of(lines, previous)):
                anatomy.foot.insert(0, previous)
            break
        if anatomy.body and is_to_own_head(text):
            anatomy.foot = rest[place:]
            break
        if _is_foot_of_sealed(anatomy, rest, place) or _is_foot_without_name(anatomy, rest, place):
            anatomy.foot = rest[place:]
            break
        if lines[index].is_aside and len(text) < 30 and anatomy.body:
            if not re.search("รับผิดชอบ|หน่วยงาน$", text):  # the head of the column
                anatomy.row_units.append((len(anatomy.body) - 1, text))
            continue
        if not anatomy.body or _starts_paragraph(lines, previous, index, edge):
            anatomy.body.append(Joined())
        anatomy.body[-1].add(index, text)
        previous = index
    own = takewhile(lambda i: not is_endorsement(lines[i].text), anatomy.foot)
    anatomy.name_at = next((i for i in own if is_name_line(lines[i].text)), None)


def text_of(lines: Sequence[Line], index: int) -> str:
    """The text of one line."""
    return lines[index].text


def _is_rank(text: str) -> bool:
    return len(text) < 26 and is_titled(text)


def _is_foot_of_sealed(anatomy: Anatomy, rest: list[int], place: int) -> bool:
    """The office and then a day, or a day alone, under the text: the seal of a sealed letter."""
    if not anatomy.body:
        return False
    lines = anatomy.lines
    here = lines[rest[place]]
    is_wrapped = place > 0 and lines[rest[place - 1]].width >= 0.85 * _edge(lines)
    if len(here.text) > 75 or (is_wrapped and is_day_alone(here.text)):
        return False
    after = [lines[index].text for index in rest[place:]]
    if any(is_closing(text) for text in after):
        return False
    below = [text for text in after[1:4] if not SEAL.match(text)]
    if is_unit(here.text) and below and is_day_alone(below[0]):
        return True
    if is_unit(here.text) and ends_with_day(here.text):
        return True
    if (seal := SEAL.match(here.text)) and (below or dates_in(here.text)):
        return bool(seal["what"]) or is_day_alone(below[0])
    return is_day_alone(here.text)


def _is_foot_without_name(anatomy: Anatomy, rest: list[int], place: int) -> bool:
    """Offices and then a telephone, after the closing sentence and without a signature."""
    if not anatomy.body:
        return False
    for index in rest[place : place + 4]:
        text = anatomy.lines[index].text
        if re.match(r"(?:โทร|Tel)", text) and index != rest[place]:
            return True
        if not is_unit(text) or len(text) > 75:
            return False
    return False


def _starts_paragraph(lines: Sequence[Line], previous: int | None, index: int, edge: float) -> bool:
    if previous is None:
        return True
    line, last = lines[index], lines[previous]
    if line.is_after_blank or len(last.text) > 130 or len(line.text) > 130:
        return True
    if re.match("จึง(?:ขอ)?(?:กราบ)?เรียน|จึงประกาศ", line.text):
        return True
    if re.search(r"(?:\s|แล้ว|ทราบ)นั้น$|ดังนี้ ?:?$|ดังต่อไปนี้ ?:?$", last.text):
        return True
    if _is_enumerated(line.arabic) or _TICK.match(line.text):
        return True
    if re.match(r"จึง(?:เรียน|กราบเรียน|ขอ|นมัสการ|ประกาศ|แจ้ง)|ทั้งนี้|ในการนี้|บัดนี้|ด้วย", line.text):
        return last.width < 0.9 * edge or line.indent > last.indent + 3
    return line.indent > last.indent + 3 and last.width < 0.97 * edge
