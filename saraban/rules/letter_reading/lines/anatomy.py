"""Which line of a letter is what: heading, labelled fields, body, signature, foot."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.endorsement import is_endorsement, is_to_own_head
from saraban.rules.letter_reading.lines.field_labels import counts_sheets, label_of
from saraban.rules.letter_reading.lines.foot_starts import opens_foot
from saraban.rules.letter_reading.lines.labelled_fields import (
    LabelledFields,
    full_width,
    is_enumerated,
    is_heading_line,
)
from saraban.rules.letter_reading.lines.line_kinds import (
    ISSUED_ON,
    MEMO,
    NOTICE,
    ORDER,
    SUMMARY,
    is_closing,
    is_furniture,
    is_name_line,
    is_rule,
)
from saraban.rules.letter_reading.lines.number_line import heading_number
from saraban.rules.letter_reading.lines.office_words import is_titled
from saraban.rules.letter_reading.lines.page_lines import Joined, Line
from saraban.rules.letter_reading.lines.paragraph_starts import starts_paragraph
from saraban.rules.letter_reading.lines.toneless import toneless, toneless_shape

_BODY = toneless_shape(
    # By the way something is done a subject goes on: … / ด้วยวิธีประกวดราคาอิเล็กทรอนิกส์.
    r"^(?:ด้วย(?!วิธี)|ตามที่|ตามหนังสือ|ตามบันทึก|ตามคำสั่ง|ตามประกาศ|ตามมติ|ตามโทรสาร|ตาม(?=[ก-ฮ])|เนื่อง(?:จาก"
    r"|ด้วย|ใน)|อนุสนธิ|โดยที่"
    r"|เพื่อ(?!น)|สืบเนื่อง|บัดนี้|พร้อม(?:หนังสือ)?นี้|จึง(?:เรียน|ขอ)|ในการ|ในปี|อาศัย|ข้าพเจ้า|ขอ(?:เชิญ|ความ|แจ้ง"
    r"|รายงาน|อนุญาต|อนุมัติ|นำส่ง)|With |I (?:am|have|wish|would)|We |In reference|Further to"
    r"|This is|On behalf|ขอเรียน|ขอให้|ขอส่ง"
    r"|ขอได้|ใน(?:วัน|ฐานะ|ช่วง)|ปัจจุบัน|ทั้งนี้"
    r"|(?:กระทรวง|กรม|สำนัก|กอง|ฝ่าย|ศูนย์|สถาบัน|โรงเรียน|โรงพยาบาล|ภาควิชา|จังหวัด|อำเภอ|เทศบาล"
    r"|มหาวิทยาลัย|คณะ)[ก-๎ .]{0,60}(?:ได้|ขอ(?!ง)|แจ้งว่า|กำหนด"
    r"|มีความ|จะ)|รายละเอียด)"
)
_SENTENCE = 45
_NEAR_NUMBER, _MOST_OVER_NUMBER = 5, 14  # lines
_MOST_TO_SUBJECT = 6
_OF_MEETING = re.compile(r"ณ |เวลา|วัน|ครั้งที่|เมื่อ|โดย|ผ่าน|ห้อง|ผู้|ประธาน|เรื่อง|[-–_*=]{3}")
_IN_TITLE_TOO = re.compile("เพื่อ(?!น)|ใน|ตาม(?!ที่)")


@dataclass
class Anatomy:
    """A letter's lines sorted by what they are; all indexes point into `lines`.

    own are the lines that are no stamp, no note of a scanner and no page number. is_sealable: it
    may end with the seal of an office and a day, as orders, notices and minutes never do.
    """

    lines: Sequence[Line]
    labelled: LabelledFields
    own: list[int] = field(default_factory=list)
    heading: list[int] = field(default_factory=list)
    body: list[Joined] = field(default_factory=list)
    row_units: list[tuple[int, str]] = field(default_factory=list)
    closed_at: int | None = None
    name_at: int | None = None
    foot: list[int] = field(default_factory=list)
    is_sealable: bool = True


def anatomy_of(lines: Sequence[Line], skipped: set[int]) -> Anatomy:
    """Sort the lines of one letter; skipped are stamps and notes, no part of its text."""
    own = [i for i in range(len(lines)) if i not in skipped and not is_furniture(lines[i])]
    anatomy = Anatomy(lines, LabelledFields(lines), own)
    start = _first_of_heading(lines, own)
    is_published = any(
        ORDER.match(lines[i].text) or NOTICE.match(lines[i].text) for i in own[start : start + 6]
    )
    at = _read_heading(anatomy, own, start, is_published)
    _read_rest(anatomy, own[at:], is_published)
    anatomy.labelled.read_foot(anatomy.foot, is_addressed=anatomy.is_sealable)
    return anatomy


def _first_of_heading(lines: Sequence[Line], own: list[int]) -> int:
    """Where the letter proper begins: news prose may stand before it."""
    for place, index in enumerate(own):
        text = lines[index].text
        if heading_number(text) or MEMO.match(text) or ORDER.match(text) or NOTICE.match(text):
            over = _labels_over(lines, own[:place])
            if not over and _is_addressed_before(lines, own[:place]):
                return 0  # the letter's own number was lost, and this one is no heading
            return over[0] if over and not _is_prose(lines[own[over[0]]].text) else place
    return 0


def _labels_over(lines: Sequence[Line], above: list[int]) -> list[int]:
    """The places of labels over a number: sealed letters have one, blocks out of order several."""
    near = max(0, len(above) - _NEAR_NUMBER)
    first = max(0, len(above) - _MOST_OVER_NUMBER)
    for place in range(near - 1, first - 1, -1):
        if _is_prose(lines[above[place]].text) or is_closing(lines[above[place]].text):
            first = place + 1
            break
    return [p for p in range(first, len(above)) if label_of(lines[above[p]].text)]


def _is_addressed_before(lines: Sequence[Line], own: list[int]) -> bool:
    """A salutation and a closing sentence already stand in these lines."""
    salutation = next((i for i in own if label_of(lines[i].text, ("addressees",))), None)
    if salutation is None or _is_prose(lines[salutation].text):
        return False
    return any("จึงเรียนมา" in lines[i].text for i in own if i > salutation)


def _is_prose(text: str) -> bool:
    return len(text) > 110


def _read_heading(anatomy: Anatomy, own: list[int], start: int, is_published: bool) -> int:
    """Fill heading and labelled fields; the place in `own` where the body begins."""
    lines = anatomy.lines
    anatomy.heading = own[:start]
    top = takewhile(lambda i: not is_closing(lines[i].text), own[start : start + 45])
    has_salutation = any(label_of(lines[i].text, ("addressees",)) for i in top)
    current: str | None = None
    is_summary = any(SUMMARY.match(lines[i].text) for i in own[start : start + 3])
    anatomy.is_sealable = not (is_published or is_summary)
    for place in range(start, len(own)):
        index, text = own[place], lines[own[place]].text
        if is_summary and place > start and not has_salutation:
            over = [lines[i] for i in own[start:place]]
            if _opens_table(lines[index]) or _is_under_title(lines[index], over):
                return place
        labelled = _label_of(text, anatomy, current)
        if labelled and labelled[0] == "references" and len(text) > 150 and "จดหมาย" in text[:30]:
            labelled = None  # a sentence that begins with อ้างถึง, not the field
        if current == "subject" and anatomy.labelled.is_word_s_end(text):
            labelled = None
        is_open = "addressees" in anatomy.labelled.texts or (
            "subject" in anatomy.labelled.texts and (is_published or not has_salutation)
        )
        if labelled and anatomy.labelled.may_open(labelled[0], current, text):
            current = labelled[0]
            anatomy.labelled.open(index, *labelled)
        elif is_open and current == "subject" and _is_more_of_title(lines, own[place:]):
            anatomy.labelled.add(current, index)
        elif is_open and (
            _BODY.match(toneless(text)) or labelled or is_closing(text) or ISSUED_ON.match(text)
        ):
            return place
        elif current and anatomy.labelled.goes_on(current, index):
            anatomy.labelled.add(current, index)
        elif is_open and not (
            # A form for faxes may tell number and day between whom it is for and what about.
            (current or "subject" not in anatomy.labelled.texts)
            and (is_heading_line(lines[index]) or _has_subject_below(anatomy, own[place:]))
        ):
            return place
        else:
            current = None
            anatomy.heading.append(index)
    return len(own)


def _has_subject_below(anatomy: Anatomy, rest: Sequence[int]) -> bool:
    """Whether the subject still comes: a column with the addressees stood over the office."""
    labelled = anatomy.labelled
    is_sealed = labelled.salutation.startswith("ถึง") and "sender" not in labelled.texts
    if "subject" in labelled.texts or is_sealed:
        return False
    for index in rest[:_MOST_TO_SUBJECT]:
        text = anatomy.lines[index].text
        if label_of(text, ("subject",)):
            return True
        if _is_prose(text) or opens_body(text):
            return False
    return False


def _is_more_of_title(lines: Sequence[Line], rest: Sequence[int]) -> bool:
    """Whether the title of an order goes on with words that may open its text as well.

    It does over a rule, or over a blank (where a rule was) and the words that do open a text.
    """
    here, *under = (lines[index] for index in rest[:2])
    if not under or not _IN_TITLE_TOO.match(here.text) or here.is_after_blank:
        return False
    if is_rule(under[0].text):
        return True
    is_short = here.width < 0.85 * full_width(lines)
    return is_short and under[0].is_after_blank and _BODY.match(toneless(under[0].text)) is not None


def _label_of(text: str, anatomy: Anatomy, current: str | None) -> tuple[str, int] | None:
    """The field a line opens; posts without a word before them open one once and then go on.

    Under whom a fax is for and from, a form may tell of how many sheets it is.
    """
    if current in ("addressees", "sender") and counts_sheets(text):
        return "form", 0
    labelled = label_of(text)
    is_bare = labelled is not None and labelled[1] == 0
    return None if is_bare and anatomy.labelled.text_of("addressees") else labelled


def _opens_table(line: Line) -> bool:
    """Under the title of a meeting's summary: its table, its agenda, its first item."""
    return bool(
        re.match(
            r"ลำดับ|ที่ (?:เรื่อง|มติ|ประเด็น|รายการ)|ผู้มาประชุม|ระเบียบวาระ|เริ่มประชุม"
            r"|(?:มติ|วาระ|ประเด็น|เรื่อง)(?:ที่|ข้อ) ?[0-9๐-๙]",
            line.text,
        )
        or is_enumerated(line.arabic)
        or len(line.text) > 130
    )


def _is_under_title(line: Line, over: Sequence[Line]) -> bool:
    """Whether a summary's title ended above this sentence, with when and where they met."""
    is_met = any(dates_in(one.text) for one in over)
    return is_met and len(line.text) > _SENTENCE and not _OF_MEETING.match(line.text)


def _read_rest(anatomy: Anatomy, rest: list[int], is_published: bool) -> None:
    lines = anatomy.lines
    edge = max((lines[i].width for i in rest if len(lines[i].text) < 130), default=0)
    previous: int | None = None
    # A memo is signed and never sealed: a day alone in it stands in a table.
    is_memo = any(MEMO.match(lines[i].text) for i in anatomy.heading)
    is_sealable = anatomy.is_sealable and not is_memo
    closes_at = max((i for i, at in enumerate(rest) if is_closing(lines[at].text)), default=-1)
    # An earlier day of that kind is that of an order it tells of: ตามคำสั่ง ที่ ๑/๒๕๖๕ สั่ง ณ วันที่ ….
    issued_at = max((i for i, at in enumerate(rest) if ISSUED_ON.match(lines[at].text)), default=-1)
    for place, index in enumerate(rest):
        text = lines[index].text
        if is_closing(text):
            anatomy.closed_at = index
            anatomy.foot = rest[place + 1 :]
            break
        if place == issued_at or is_name_line(text):
            anatomy.foot = rest[place:]
            if previous is not None and _is_rank(text_of(lines, previous)):
                anatomy.foot.insert(0, previous)
            break
        # A head is written to below the signature, or in a frame pressed on beside the text.
        is_endorsed = place >= closes_at and is_to_own_head(text)
        if anatomy.body and (is_endorsed or opens_foot(lines, rest, place, is_sealable)):
            anatomy.foot = rest[place:]
            break
        if lines[index].is_aside and len(text) < 30 and anatomy.body:
            if not re.search("รับผิดชอบ|หน่วยงาน$", text):  # the head of the column
                anatomy.row_units.append((len(anatomy.body) - 1, text))
            continue
        if not anatomy.body or starts_paragraph(lines, previous, index, edge):
            anatomy.body.append(Joined())
        anatomy.body[-1].add(index, text)
        previous = index
    own = takewhile(lambda i: not is_endorsement(lines[i].text), anatomy.foot)
    anatomy.name_at = next((i for i in own if is_name_line(lines[i].text)), None)


def opens_body(text: str) -> bool:
    """Whether the text opens as the first paragraph of a letter does."""
    return _BODY.match(toneless(text.lstrip())) is not None


def text_of(lines: Sequence[Line], index: int) -> str:
    """The text of one line."""
    return lines[index].text


def _is_rank(text: str) -> bool:
    return len(text) < 26 and is_titled(text)
