"""The labelled fields of a heading (เรื่อง, เรียน, อ้างถึง …): where each opens, how far it goes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.endorsement import is_noted
from saraban.rules.letter_reading.lines.field_labels import label_of
from saraban.rules.letter_reading.lines.line_kinds import ISSUED_ON, is_name_line, is_rule
from saraban.rules.letter_reading.lines.number_line import heading_number
from saraban.rules.letter_reading.lines.office_words import is_post, is_unit
from saraban.rules.letter_reading.lines.page_lines import Joined, Line
from saraban.rules.letter_reading.lines.toneless import (
    tones_optional,
)
from saraban.thai.digits import to_arabic

# A count that wrapped is no item's number: ให้ส่งภายใน / ๑๕ วันทำการ; no more is half of a
# letter's number: /ว ๔๗ / ๓๑ ลงวันที่.
_COUNTED = r"ลง ?วัน|ลว\.|วัน(?=ทำการ|นับ|หลัง| |$)|เดือน(?! ?[ก-ฮ])|สัปดาห์|ชั่วโมง|ครั้ง|บาท|แห่ง|ชุด|ฉบับ"
_ENUMERATOR = re.compile(
    rf"^(?:\(?[0-9]{{1,2}}(?:\.[0-9]{{1,2}})*[.)]|[0-9]{{1,2}} (?!{_COUNTED})(?=[ก-ฮเ-ไ])"
    r"|[-•–](?! ?[0-9])|\([ก-ฮ]\)|[ก-ฮ]\.(?![ก-ฮ]\.)) ?"
)
_MAILED = re.compile(r"(?:ถึง|To) ?:")
_HALF_OF_LEARNING = tones_optional("(?:โรง|นัก|ชั้น|บท|ภาค)$")
# What names nobody (เรียน ทุกท่าน) is no better than the heading.
_SALUTES = re.compile(r"(?:กราบ)?เรียน(?! ?(?:ทุก ?ท่าน|ท่าน(?:ครับ|ค่ะ|$)|$))")
_FIRST = re.compile(r"^\(?1[.)]")
# A text that is counted from its first paragraph on, as those of the armed forces are.
_FIRST_OF_TEXT = re.compile(
    r"^\(?1[.)] ?(?:ตาม|ด้วย|เนื่อง|อ้างถึง|อนุสนธิ|สืบเนื่อง|เรื่องเดิม|ความเป็นมา|ต้นเรื่อง|ข้อเท็จจริง)"
)
_ALWAYS_MORE = re.compile(r"^(?:จำนวน|ลงวันที่|ลงวัน|[(“\"”)]|และ)")
TICK = re.compile(r"^[(\[] ?[/xX✓✔√üþ ]? ?[)\]]")
_COUNTED_LAST = re.compile(r"จำนวน ?[0-9๐-๙]+ ?[ก-๎]{2,8}$")
_GLUED_SUBJECT = re.compile("เรื่อง[ก-ฮเ-ไ]")
_OPENS_TEXT = tones_optional(
    r"(?:ด้วย(?!ความ|วิธี)|ตามที่|ตามหนังสือ|เนื่องด้วย|เนื่องจาก|เนื่องใน|อนุสนธิ|สืบเนื่อง|โดยที่|บัดนี้|ในการนี้)"
    "(?=[ ก-ฮเ-ไ])"
)
_IN_TEXT = tones_optional("จึง|ขอ(?:แสดง|เรียน|ส่ง|เชิญ|ความ|ให้|แจ้ง)")
# The day of what is cited, wrapped behind its long subject.
_DAY_OF_CITED = re.compile(r"(?:ลงวันที่|ลว\.) ?[0-9๐-๙]")
_LATIN = re.compile("[A-Z]")
# The row of number and day, though nobody can read the number.
_NUMBER_AND_DAY = re.compile("ที่ .{3,40} วันที่ ?[0-9๐-๙]{1,2} [ก-ฮ]")
_MOST_OVER_LABEL = 8
_LONG = 95
_SAME_EDGE = 12.0  # points by which two lines may differ and still begin at one edge
_MOST_IN_FIELD = {
    "subject": 4,
    "addressees": 12,
    "references": 8,
    "enclosures": 14,
    "sender": 1,
    "day": 1,
    "copies": 3,
    "form": 1,
}


@dataclass
class LabelledFields:
    """Each field's text and the lines it stands on, indexes into `lines`.

    salutation is the word before the addressees (เรียน, ถึง, Dear).
    """

    lines: Sequence[Line]
    texts: dict[str, Joined] = field(default_factory=dict)
    lines_of: dict[str, list[int]] = field(default_factory=dict)
    salutation: str = ""

    def text_of(self, name: str) -> str:
        """The text of a field, "" when it is absent."""
        return self.texts[name].text if name in self.texts else ""

    def open(self, index: int, name: str, offset: int) -> None:
        """A label stands on the line; its text begins at offset."""
        text = self.lines[index].text
        if name == "addressees" and self._is_second_salutation(index):
            self.texts[name].add(index, text[offset:], offset, between=" ")
            self.lines_of[name].append(index)
            return
        if name == "addressees":
            self.salutation = text[:offset].strip(" :")
        value = Joined()
        if text[offset:]:
            value.add(index, text[offset:], offset)
        self.texts[name] = value
        # A form asks for several things, and each of its rows stays one of the fields.
        before = self.lines_of.get(name, []) if name == "form" else []
        self.lines_of[name] = [*before, index]

    def _is_second_salutation(self, index: int) -> bool:
        """Whether a line right under the addressees greets others: นมัสการ …, เรียน …."""
        lines = self.lines_of.get("addressees", [])
        is_under = bool(lines) and lines[-1] == index - 1
        first = self.lines[lines[0]].text if lines else ""
        return is_under and self.text_of("addressees") != "" and not _MAILED.match(first)

    def may_open(self, name: str, current: str | None, text: str) -> bool:
        """Whether a label opens its field here: once, or while it is open.

        Under the heading of a mail, ถึง: and addresses, the salutation opens it again.
        """
        if name == "subject" == current and _GLUED_SUBJECT.match(text):
            return False  # the second line of one: …การพิจารณา, เรื่องร้องเรียนการเวนคืนที่ดิน
        if name not in self.texts or name in (current, "form"):
            return True
        first = self.lines[self.lines_of[name][0]].text
        return (
            name == "addressees"
            and _MAILED.match(first) is not None
            and _SALUTES.match(text) is not None
        )

    def is_word_s_end(self, text: str) -> bool:
        """Whether a line's เรียน is the end of a word that the subject's line broke: ชั้นเรียน."""
        if not text.startswith("เรียน") or "subject" not in self.texts:
            return False
        below = self.lines_of["subject"][-1] + 2
        told = text.partition(" ")[2] or (self.lines[below].text if below < len(self.lines) else "")
        return _HALF_OF_LEARNING.search(self.text_of("subject")) is not None and not is_post(told)

    def add(self, name: str, index: int) -> None:
        """One more line of a field that is open."""
        line, last = self.lines[index], self.lines[self.lines_of[name][-1]]
        # A list goes on with a blank; a line filled to the edge broke inside a word or phrase.
        is_wrapped = last.width >= 0.85 * full_width(self.lines)
        is_item = bool(is_enumerated(line.arabic) or (is_post(line.text) and name == "addressees"))
        joint = None if is_wrapped and not is_item else " "
        self.texts[name].add(index, line.text, between=joint)
        self.lines_of[name].append(index)

    def read_foot(self, foot: Sequence[int], *, is_addressed: bool) -> None:
        """What stands under the signature where the heading had none of it.

        Letters in English list there what is enclosed; text saved block by block may have its
        addressees there. is_addressed: it is no order or notice, which have none.
        """
        for name in ("enclosures", "addressees") if is_addressed else ("enclosures",):
            if name not in self.texts:
                self._read_in_foot(name, foot)

    def _ends_list(self, name: str, index: int) -> bool:
        """Whether an English list of enclosures (1., 2.) has ended before this line."""
        listed = is_enumerated(to_arabic(self.text_of(name)))
        text = self.lines[index].text
        return listed and name == "enclosures" and _LATIN.match(text) is not None

    def _read_in_foot(self, name: str, foot: Sequence[int]) -> None:
        for place, index in enumerate(foot):
            labelled = label_of(self.lines[index].text, (name,))
            if name not in self.texts:
                if labelled and not (name == "addressees" and self._is_noted(foot[place:])):
                    self.open(index, *labelled)
            elif (
                index != self.lines_of[name][-1] + 1
                or self._ends_list(name, index)
                or not self.goes_on(name, index)
            ):
                return
            else:
                self.add(name, index)

    def _is_noted(self, foot: Sequence[int]) -> bool:
        """Whether it is to whom a receiver's officer submits the letter, with his note below."""
        first, *under = (self.lines[index].text for index in foot[:3])
        return not is_post(first.partition(" ")[2]) or any(map(is_noted, under))

    def _is_office_beside(self, line: Line) -> bool:
        """Whether it is the letter's own office, with more of the addressees far at its right."""
        own, last = line.cells[0], line.cells[-1]
        is_office = len(line.cells) > 1 and is_unit(own) and not is_post(own)
        return is_office and is_post(last) and not self.salutation.startswith("ถึง")

    def _is_over_label(self, index: int) -> bool:
        """Whether อ้างถึง or สิ่งที่ส่งมาด้วย stands soon below: then the text has not begun yet."""
        for line in self.lines[index : index + 1 + _MOST_OVER_LABEL]:
            if _OPENS_TEXT.match(line.text) or _IN_TEXT.match(line.text):
                return False
            if label_of(line.text, ("references", "enclosures")):
                return True
        return False

    def goes_on(self, name: str, index: int) -> bool:
        """Whether the line goes on with the labelled field above it."""
        line, taken = self.lines[index], self.lines_of[name]
        before = self.texts[name].text
        if len(taken) >= _MOST_IN_FIELD[name] or is_name_line(line.text):
            return False
        if ISSUED_ON.match(line.text):
            return False
        if name == "addressees" and self.salutation == "Dear" and before.endswith((",", ":")):
            return False
        if not before:
            return True
        if name == "addressees" and self._is_office_beside(line):
            return False
        if _FIRST_OF_TEXT.match(line.arabic):
            return False
        # Behind จำนวน ๑ ฉบับ a number is the letter's own.
        is_listed = _COUNTED_LAST.search(before) is not None
        is_cited = name in ("references", "enclosures") and (
            (not is_listed and heading_number(line.text))
            or re.search(r"(?:ลงวันที่|วันที่|ลง|[0-9๐-๙])$", before)
        )
        if is_cited and len(line.text) < _LONG:
            return True
        if name == "subject" and self.is_word_s_end(line.text):
            return True
        if is_listed and _OPENS_TEXT.match(line.text):
            return False
        if name in ("references", "enclosures") and _DAY_OF_CITED.match(line.text):
            return len(line.text) < _LONG
        if is_heading_line(line) or is_rule(line.text):
            return False
        if _ALWAYS_MORE.match(line.text) and len(line.text) < _LONG:
            return not TICK.match(line.text)
        if name in ("enclosures", "references", "addressees") and is_enumerated(line.arabic):
            listed = to_arabic(before)
            if _FIRST.match(line.arabic) and _FIRST.match(listed):
                return False  # the body counts from one again
            return is_enumerated(listed) and len(line.text) < 2 * _LONG
        if line.is_after_blank or len(line.text) > _LONG + 25:
            return False
        if name == "subject":
            return len(line.text) <= _LONG + 25
        if name == "addressees" and self._is_over_label(index):
            return True
        first = self.lines[taken[0]]
        is_wrapped = self.lines[taken[-1]].width >= 0.85 * full_width(self.lines)
        # A scan sets what was wrapped in as well; where places are printed ones they tell.
        if _is_set_further_in(line, first) and not (is_wrapped and line.source != "text"):
            return False
        is_inside = line.indent > first.indent + 4 or line.indent == 0 == first.indent
        is_more = is_inside or is_wrapped or name != "addressees" or is_post(line.text)
        return len(line.text) <= _LONG and is_more


def is_enumerated(line: str) -> bool:
    """Whether a line opens with 1. or a dash; a wrapped day (14 กุมภาพันธ์) does not."""
    found = _ENUMERATOR.match(line)
    return found is not None and not any(day.start == 0 for day in dates_in(line))


def full_width(lines: Sequence[Line]) -> float:
    """How far a full line reaches; a paragraph on one endless line does not count."""
    return max((line.width for line in lines[:60] if line.width < 130), default=0.0)


def _is_set_further_in(line: Line, first: Line) -> bool:
    """Whether a printed line begins deeper than the field's own text: then it is a paragraph.

    Only where places on the page are known; a field's text goes on under itself or at the edge.
    """
    if len(first.words) < 2 or not line.words:
        return False
    own_text_begins = first.words[1].box[0]
    return line.words[0].box[0] > own_text_begins + _SAME_EDGE


def is_heading_line(line: Line) -> bool:
    """A line that can only belong to a heading: a day alone, a number, an urgency."""
    found = dates_in(line.text)
    lead = len("ลงวันที่ ") if line.text.startswith("ลงวันที่ ") else 0
    if found and len(line.text) - lead - (found[0].end - found[0].start) < 8:
        return True
    if heading_number(line.text) or _NUMBER_AND_DAY.match(line.text):
        return True
    return re.fullmatch(r"ด่วน ?(?:ที่สุด|มาก)?|ลับ ?(?:มาก|ที่สุด)?", line.text) is not None
