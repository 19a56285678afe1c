"""What stands over a letter: its kind, its urgency and secrecy, and its number."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from saraban.rules.letter_reading.draft import Found, NumberParts
from saraban.rules.letter_reading.heading.number_of_year import as_numbered_in_year
from saraban.rules.letter_reading.lines.anatomy import Anatomy
from saraban.rules.letter_reading.lines.figure_look_alikes import has_look_alikes
from saraban.rules.letter_reading.lines.house_memo import house_memo_line
from saraban.rules.letter_reading.lines.line_kinds import (
    GLUED_NUMBER,
    MEMO,
    MEMO_UNIT,
    NOTICE,
    ORDER,
    SUMMARY,
)
from saraban.rules.letter_reading.lines.number_line import (
    NumberFound,
    has_lost_stop,
    has_specked_mark,
    heading_number,
    number_at,
)
from saraban.rules.letter_reading.lines.page_lines import Line, Span
from saraban.rules.letter_reading.lines.toneless import toneless, tones_optional
from saraban.thai.digits import to_arabic

# A radio letter puts the ว of its circular before it: ว.ด่วนมาก.
_URGENCY = tones_optional(
    r"^[\s*“\"(]*(?:ว ?\. ?)?(ด่ ?ว ?น ?ที่ ?สุด|ด่ ?ว ?น ?มาก|ด่ ?ว ?น)(?=[\s)*”\"]|$|ที่ ?[ก-ฮ]{2})"
)
_SECRECY = tones_optional(r"^[\s*(]*(ลับ ?ที่ ?สุด|ลับ ?มาก|ลับ)(?=[\s)*]|$)")
_URGENCY_ANYWHERE = tones_optional(r"(?:^|[\s“\"(])(ด่วน ?ที่ ?สุด|ด่วน ?มาก|ด่วน)(?=[\s)”\"]*$)")
_TICKED = re.compile(r"[\[(] ?[/xX✓✔√] ?[\])] ?(ด่วน ?ที่ ?สุด|ด่วน ?มาก|ด่วน)")
_ENGLISH = re.compile(
    r"(?:^|(?<=\s{2}))(?:(Most Urgent)|(Very Urgent)|(Urgent))(?=\s{2}|$)", re.IGNORECASE
)
_IN_ENGLISH = ("ด่วนที่สุด", "ด่วนมาก", "ด่วน")
_NAME_LETTERS = ("references", "enclosures")  # fields whose letters have classes of their own
_CLASSES = {toneless(words): words for words in ("ด่วน", "ด่วนมาก", "ด่วนที่สุด", "ลับ", "ลับมาก", "ลับที่สุด")}
_NUMBER_INSIDE = re.compile(
    r"(?<=[\s)])ที่ ?(?=[0-9ก-ฮ])|(?:^|(?<=\s))\(?ฉบับที่ ?(?=[0-9๐-๙]+ ?/)"
    rf"|{GLUED_NUMBER}"
)
_FAX = re.compile(
    r"โทรสาร(?:ใน)?ราชการ|วิทยุ(?:สื่อสาร)?(?:ใน)?ราชการ|^กระดาษเขียนข่าว"
    r"|ราชการทางโทรสาร|^โทรสาร(?: *FAX)?$|^FAX *(?:โทรสาร)?$"
)
_TOP_LINES = 25
_LONGEST_TITLE = 100
_MAIL = re.compile(
    r"^(?:From|To|Subject|Sent|ผู้ส่ง|จาก ?:|ถึง ?:|หัวข้อ ?:|ส่งเมื่อ ?:|(?:เรื่อง ?: ?)?(?:FW|RE) ?:)"
)
# A fax form has จาก and ถึง too; an address beside them, or what only mails have, tells a mail.
_MAIL_ONLY = re.compile(
    r"^(?:จาก|ถึง|From|To|ผู้ส่ง) ?:[^@]*@|^(?:หัวข้อ|Subject|ไฟล์แนบ|Attachments?) ?:|^[Cc]c ?:"
)
# A notice without the form of one, as offices put it on their pages: 📢 แจ้งเตือนผู้ใช้งานระบบ.
_NOTE_TO_ALL = re.compile(r"[^ก-๎A-Za-z0-9]*(?:ประกาศ)?(?:แจ้งเตือน|แจ้งข่าว|แจ้งผู้ใช้|แจ้งบุคลากร|แจ้งสมาชิก)")
_MAIL_KIND = "อีเมล/ประกาศแจ้ง"
_CHAT = re.compile(
    r"^\[LINE\]"
    r"|(?:กลุ่ม)?(?:ไลน์|LINE|Line) ?(?:กลุ่ม|Group|OpenChat|OA|Official|แจ้ง)|กลุ่ม(?:ไลน์|LINE|Line)"
)
_ENGLISH_MEMO = re.compile(r"(?:INTERNAL |INTER-?OFFICE )?MEMO(?:RANDUM)?", re.IGNORECASE)
_FOREIGN = re.compile(
    r"\b(?:Dear|Excellency|presents its compliments|Sincerely|faithfully|Ref(?:erence)?\.? ?No)\b"
)
_TRANSLATED = re.compile(r"แปลจากภาษา|คำแปล(?:อย่างไม่เป็นทางการ)?|งานแปล")


def kind_of(anatomy: Anatomy) -> Found[str]:
    """The kind in the words of the register; what nothing else marks is an external letter."""
    lines = anatomy.lines
    top = [(i, lines[i].text) for i in top_of(anatomy)]
    whole = " ".join(line.text for line in lines)
    for index, text in top:
        at = (Span(index, 0, len(text)),)
        if _FAX.search(text) and "ตาม" not in text and len(text) < _LONGEST_TITLE:
            return Found("โทรสารในราชการ", at)
        if MEMO.match(text):
            return Found("หนังสือภายใน", at)
        if _ENGLISH_MEMO.fullmatch(text):
            return Found("หนังสือภาษาต่างประเทศ", at)
    if sent_from := house_memo_line(lines, (index for index, _ in top)):
        return Found("หนังสือภายใน", (Span(sent_from[0], 0, len(lines[sent_from[0]].text)),), 0.9)
    fields = sorted(i for numbers in anatomy.labelled.lines_of.values() for i in numbers)
    top_and_fields = [lines[i].text for i in sorted({*top_of(anatomy), *fields, *anatomy.own[:8]})]
    if _is_mail(top_and_fields):
        return Found(_MAIL_KIND, _whole(top[:1]), 0.8)
    for index, text in top:
        at = (Span(index, 0, len(text)),)
        if ORDER.match(text) and "addressees" not in anatomy.labelled.texts:
            return Found("คำสั่ง", at)
        if NOTICE.match(text) and "addressees" not in anatomy.labelled.texts:
            return Found("ประกาศ", at)
        if SUMMARY.match(text) and "addressees" not in anatomy.labelled.texts:
            return Found("สรุปมติที่ประชุม", at)
    if MEMO_UNIT.match(_first_match(lines, MEMO_UNIT)) and _has_memo_date(anatomy):
        return Found("หนังสือภายใน", _whole(top[:1]), 0.9)
    if _TRANSLATED.search(whole[:400]) or (_FOREIGN.search(whole) and _is_latin(whole)):
        return Found("หนังสือภาษาต่างประเทศ", _whole(top[:1]), 0.85)
    if anatomy.labelled.salutation.startswith("ถึง") and anatomy.name_at is None:
        return Found("หนังสือประทับตรา", field_spans(anatomy, "addressees"), 0.97)
    return Found("หนังสือภายนอก", _whole(top[:1]), 0.97)


def _is_mail(texts: Sequence[str]) -> bool:
    """Whether these lines head a mail, or the first of them a message to a group in a chat."""
    is_headed = sum(bool(_MAIL.match(text)) for text in texts) >= 2
    if is_headed and any(_MAIL_ONLY.match(text) for text in texts):
        return True
    has_number = any(heading_number(text) for text in texts)
    is_notice = any(_NOTE_TO_ALL.match(text) for text in texts[:2])
    is_chat = any(_CHAT.search(text) for text in texts[:3] if len(text) < 80)
    return not has_number and (is_chat or is_notice)


def urgency_of(anatomy: Anatomy) -> Found[str] | None:
    """ด่วน, ด่วนมาก or ด่วนที่สุด where it is ticked, or stands alone or before the number."""
    return (
        _ticked(anatomy)
        or _class_of(anatomy, _URGENCY)
        or _class_of(anatomy, _URGENCY_ANYWHERE)
        or _in_english(anatomy)
    )


def _ticked(anatomy: Anatomy) -> Found[str] | None:
    """The class ticked in a row of all, as forms for faxes have it."""
    fields = [i for numbers in anatomy.labelled.lines_of.values() for i in numbers]
    for index in sorted({*anatomy.heading, *fields, *anatomy.own[:_TOP_LINES]}):
        if found := _TICKED.search(anatomy.lines[index].text):
            words = _CLASSES[toneless(found[1].replace(" ", ""))]
            return Found(words, (Span(index, found.start(1), found.end(1)),))
    return None


def _in_english(anatomy: Anatomy) -> Found[str] | None:
    for index in anatomy.heading:
        for cell in anatomy.lines[index].cells:
            if found := _ENGLISH.match(cell):
                at = anatomy.lines[index].text.find(cell)
                words = next(w for w, told in zip(_IN_ENGLISH, found.groups(), strict=True) if told)
                return Found(words, (Span(index, at, at + len(cell)),))
    return None


def secrecy_of(anatomy: Anatomy) -> Found[str] | None:
    """ลับ, ลับมาก or ลับที่สุด where it stands alone or before the number."""
    return _class_of(anatomy, _SECRECY)


def number_of(anatomy: Anatomy, kind: str = "") -> Found[NumberParts] | None:
    """The letter's own number: after ที่ in the heading, or alone there with its code.

    A mail has none on a line with other words: that is the letter's which it passes on.
    """
    printed = _printed_number(anatomy, kind)
    return printed and replace(printed, value=as_numbered_in_year(printed.value, anatomy))


def _printed_number(anatomy: Anatomy, kind: str) -> Found[NumberParts] | None:
    lines = anatomy.lines
    top = top_of(anatomy)
    is_published = "addressees" not in anatomy.labelled.texts and kind != _MAIL_KIND
    for index in top:
        if number := heading_number(lines[index].text):
            if whole := _over_two_lines(lines, index, number):
                return whole
            spans = (Span(index, number.start, number.end),)
            printed = lines[index].text
            is_doubtful = _is_cut_short(printed, number) or has_look_alikes(
                printed[number.start : number.end]
            )
            return Found(number.parts, spans, confirm=is_doubtful)
    for index in top:
        text = lines[index].text
        number = number_at(text, needs_code=True)
        if number and len(text) - number.end < 3 and number.parts.running:
            return Found(number.parts, (Span(index, 0, number.end),), 0.8, confirm=True)
        inside = _NUMBER_INSIDE.search(text) if is_published or MEMO_UNIT.match(text) else None
        if inside and (number := number_at(text, inside.end())):
            return Found(number.parts, (Span(index, number.start, number.end),), 0.9)
        # The office on the left and the number in a column of its own.
        for cell in lines[index].cells[1:]:
            at = text.find(cell)
            own = heading_number(cell)
            if own:
                return Found(own.parts, (Span(index, at + own.start, at + own.end),), 0.95)
    return None


def _over_two_lines(
    lines: Sequence[Line], index: int, number: NumberFound
) -> Found[NumberParts] | None:
    """A number whose column was too narrow: it breaks behind its slash."""
    text = lines[index].text
    is_broken = number.parts.running is None and re.search(r"/(?:ว ?)?$", text[: number.end])
    if not is_broken or index + 1 == len(lines):
        return None
    running = re.match("[0-9๐-๙]{1,6}(?= |$)", lines[index + 1].text)
    whole = heading_number(f"{text[: number.end]}{running[0]}") if running else None
    if running is None or whole is None:
        return None
    spans = (Span(index, number.start, number.end), Span(index + 1, 0, running.end()))
    return Found(whole.parts, spans, 0.85, confirm=True)


def _is_cut_short(text: str, number: NumberFound) -> bool:
    """Whether something may be missing: the mark of ที่, a running number, what follows a slash."""
    if re.match(r"\W*ที(?!่)", text) or has_lost_stop(number.parts) or has_specked_mark(number.parts):
        return True
    return number.parts.running is None or text[number.end :].lstrip().startswith(("/", "-", "("))


def top_of(anatomy: Anatomy) -> list[int]:
    """The heading and, for kinds that have no other, the first lines of all."""
    label_lines = [i for numbers in anatomy.labelled.lines_of.values() for i in numbers]
    first_label = min(label_lines, default=len(anatomy.lines))
    top = [i for i in anatomy.heading if i < first_label + 12]
    return top or sorted(label_lines)[:3] or [0][: len(anatomy.lines)]


def _class_of(anatomy: Anatomy, shape: re.Pattern[str]) -> Found[str] | None:
    """The class in the heading or the fields; one told with the letter that a line names is its."""
    lines = anatomy.lines
    lines_of = anatomy.labelled.lines_of
    fields = [i for numbers in lines_of.values() for i in numbers]
    naming = {i for name in _NAME_LETTERS for i in lines_of.get(name, ())}
    within = sorted(set(anatomy.heading) | set(fields))
    for index in within:
        for cell in (*lines[index].cells, lines[index].text):
            if index in naming and not shape.fullmatch(lines[index].text.strip()):
                continue
            if (found := shape.search(cell)) and (len(cell) < 60 or shape is _URGENCY_ANYWHERE):
                at = lines[index].text.find(found[1])
                words = _CLASSES[toneless(found[1].replace(" ", ""))]
                return Found(words, (Span(index, max(at, 0), max(at, 0) + len(found[1])),))
    return None


def _whole(lines: Iterable[tuple[int, str]]) -> tuple[Span, ...]:
    return tuple(Span(index, 0, len(text)) for index, text in lines)


def field_spans(anatomy: Anatomy, name: str) -> tuple[Span, ...]:
    """Where a labelled field stands; nowhere when it is absent."""
    return anatomy.labelled.texts[name].spans() if name in anatomy.labelled.texts else ()


def _first_match(lines: Iterable[Line], shape: re.Pattern[str]) -> str:
    return next((line.text for line in lines if shape.match(line.text)), "")


def _has_memo_date(anatomy: Anatomy) -> bool:
    return any(
        heading_number(anatomy.lines[i].text) and "วันที่" in anatomy.lines[i].text
        for i in anatomy.heading
    ) or any(re.match(r"วันที่ ?[0-9.…]", to_arabic(anatomy.lines[i].text)) for i in anatomy.heading)


def _is_latin(text: str) -> bool:
    thai = len(re.findall("[ก-ฮ]", text))
    return len(re.findall("[A-Za-z]", text)) > 2 * thai
