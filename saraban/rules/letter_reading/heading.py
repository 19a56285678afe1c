"""What stands over a letter: its kind, urgency and secrecy, its number and its office."""

import re
from collections.abc import Iterable

from saraban.rules.letter_reading.anatomy import (
    MEMO,
    MEMO_UNIT,
    NOTICE,
    ORDER,
    SEAL,
    SUMMARY,
    Anatomy,
)
from saraban.rules.letter_reading.dates_in_text import dates_in, month_and_year_in
from saraban.rules.letter_reading.draft import Found, NumberParts
from saraban.rules.letter_reading.number_line import (
    NumberFound,
    heading_number,
    is_blank_number,
    number_at,
)
from saraban.rules.letter_reading.office_words import ADDRESS, is_unit, without_address
from saraban.rules.letter_reading.page_lines import Joined, Line, Span
from saraban.rules.letter_reading.toneless import toneless, tones_optional
from saraban.thai.digits import to_arabic

_URGENCY = tones_optional(r"^[\s*“\"(]*(ด่วน ?ที่ ?สุด|ด่วน ?มาก|ด่วน)(?=[\s)*”\"]|$|ที่ ?[ก-ฮ]{2})")
_SECRECY = tones_optional(r"^[\s*(]*(ลับ ?ที่ ?สุด|ลับ ?มาก|ลับ)(?=[\s)*]|$)")
_URGENCY_ANYWHERE = tones_optional(r"(?:^|[\s“\"(])(ด่วน ?ที่ ?สุด|ด่วน ?มาก|ด่วน)(?=[\s)”\"]*$)")
_CLASSES = {toneless(words): words for words in ("ด่วน", "ด่วนมาก", "ด่วนที่สุด", "ลับ", "ลับมาก", "ลับที่สุด")}
_FAX = re.compile(r"โทรสาร(?:ใน)?ราชการ|วิทยุ(?:ใน)?ราชการ|ราชการทางโทรสาร")
_MAIL = re.compile(r"^(?:From|To|Subject|Sent|ผู้ส่ง|จาก ?:.*@|ถึง ?:.*@)\s*:?")
_FOREIGN = re.compile(r"\b(?:Dear|Excellency|Sincerely|faithfully|Ref(?:erence)?\.? ?No)\b")
_TRANSLATED = re.compile(r"แปลจากภาษา|คำแปล(?:อย่างไม่เป็นทางการ)?|งานแปล")
_BULLET = re.compile(r"^[\s•·▪*]+")
_MEMO_DATE = re.compile(r"(?:ลง)?วันที่ ?[.:…]*")
_NOT_OFFICE = re.compile(
    r"^(?:ด่วน|ลับ|ที่ |เรื่อง|เรียน|วันที่|ตราครุฑ|\(|[0-9]|โทร|การอนุมัติ|ลงชื่อ|สำเนา|www|http|[.…_-]{3})"
)


def kind_of(anatomy: Anatomy) -> Found[str]:
    """The kind in the words of the register; what nothing else marks is an external letter."""
    lines = anatomy.lines
    top = [(i, lines[i].text) for i in _top(anatomy)]
    whole = " ".join(line.text for line in lines)
    for index, text in top:
        at = (Span(index, 0, len(text)),)
        if _FAX.search(text) and "ตาม" not in text:
            return Found("โทรสารในราชการ", at)
        if MEMO.match(text):
            return Found("หนังสือภายใน", at)
    fields = sorted(i for numbers in anatomy.field_lines.values() for i in numbers)
    top_and_fields = [lines[i].text for i in sorted({*_top(anatomy), *fields})]
    if sum(bool(_MAIL.match(text)) for text in top_and_fields) >= 2 and "@" in whole:
        return Found("อีเมล/ประกาศแจ้ง", _whole(top[:1]), 0.8)
    for index, text in top:
        at = (Span(index, 0, len(text)),)
        if ORDER.match(text) and "addressees" not in anatomy.fields:
            return Found("คำสั่ง", at)
        if NOTICE.match(text) and "addressees" not in anatomy.fields:
            return Found("ประกาศ", at)
        if SUMMARY.match(text) and "addressees" not in anatomy.fields:
            return Found("สรุปมติที่ประชุม", at)
    if MEMO_UNIT.match(_first_match(lines, MEMO_UNIT)) and _has_memo_date(anatomy):
        return Found("หนังสือภายใน", _whole(top[:1]), 0.9)
    if _TRANSLATED.search(whole[:400]) or (_FOREIGN.search(whole) and _is_latin(whole)):
        return Found("หนังสือภาษาต่างประเทศ", _whole(top[:1]), 0.85)
    if anatomy.salutation.startswith("ถึง") and anatomy.name_at is None:
        return Found("หนังสือประทับตรา", _field_spans(anatomy, "addressees"), 0.97)
    return Found("หนังสือภายนอก", _whole(top[:1]), 0.97)


def urgency_of(anatomy: Anatomy) -> Found[str] | None:
    """ด่วน, ด่วนมาก or ด่วนที่สุด where it stands alone or before the number."""
    return _class_of(anatomy, _URGENCY) or _class_of(anatomy, _URGENCY_ANYWHERE)


def secrecy_of(anatomy: Anatomy) -> Found[str] | None:
    """ลับ, ลับมาก or ลับที่สุด where it stands alone or before the number."""
    return _class_of(anatomy, _SECRECY)


def number_of(anatomy: Anatomy) -> Found[NumberParts] | None:
    """The letter's own number: after ที่ in the heading, or alone there with its code."""
    lines = anatomy.lines
    top = _top(anatomy)
    is_published = "addressees" not in anatomy.fields
    for index in top:
        if number := heading_number(lines[index].text):
            spans = (Span(index, number.start, number.end),)
            return Found(number.parts, spans, confirm=_is_cut_short(lines[index].text, number))
    for index in top:
        text = lines[index].text
        number = number_at(text, needs_code=True)
        if number and len(text) - number.end < 3 and number.parts.running:
            return Found(number.parts, (Span(index, 0, number.end),), 0.8, confirm=True)
        inside = (
            re.search(r"(?<=[\s)])ที่ ?(?=[0-9ก-ฮ])|^\(?ฉบับที่ ?(?=[0-9๐-๙]+ ?/)", text)
            if is_published or MEMO_UNIT.match(text)
            else None
        )
        if inside and (number := number_at(text, inside.end())):
            return Found(number.parts, (Span(index, number.start, number.end),), 0.9)
        # The office on the left and the number in a column of its own.
        for cell in lines[index].cells[1:]:
            at = text.find(cell)
            own = heading_number(cell)
            if own:
                return Found(own.parts, (Span(index, at + own.start, at + own.end),), 0.95)
    return None


def _is_cut_short(text: str, number: NumberFound) -> bool:
    """Whether something may be missing: the mark of ที่, a running number, what follows a slash."""
    if re.match(r"\W*ที(?!่)", text):
        return True
    return number.parts.running is None or text[number.end :].lstrip().startswith(("/", "-", "("))


def issuer_of(anatomy: Anatomy, kind: str) -> Found[str] | None:
    """The office that sent the letter, with what it belongs to when that is printed."""
    if kind == "หนังสือภายใน":
        return _memo_unit(anatomy) or _office_block(anatomy)
    if kind in ("คำสั่ง", "ประกาศ"):
        return _publisher(anatomy) or _office_block(anatomy)
    if kind == "อีเมล/ประกาศแจ้ง" and (
        sender := re.sub(r"[<(\[]?\S+@\S+", "", anatomy.text_of("sender")).strip(' "<>')
    ):
        return Found(sender, _field_spans(anatomy, "sender"))
    if kind == "โทรสารในราชการ" and (sender := anatomy.text_of("sender")):
        return Found(re.split(r"\s+โทร", sender)[0].strip(), _field_spans(anatomy, "sender"))
    if kind == "สรุปมติที่ประชุม":
        return _meeting_of(anatomy)
    if kind == "หนังสือประทับตรา" and (seal := _seal(anatomy)):
        return seal
    return _office_block(anatomy) or _seal(anatomy)


def memo_unit_line(anatomy: Anatomy) -> tuple[int, int] | None:
    """The line with ส่วนราชการ and where the name begins on it."""
    for index in _top(anatomy):
        if found := MEMO_UNIT.match(anatomy.lines[index].text):
            return index, found.end()
    return None


def _top(anatomy: Anatomy) -> list[int]:
    """The heading and, for kinds that have no other, the first lines of all."""
    label_lines = [i for numbers in anatomy.field_lines.values() for i in numbers]
    first_label = min(label_lines, default=len(anatomy.lines))
    top = [i for i in anatomy.heading if i < first_label + 12]
    return top or sorted(label_lines)[:3] or [0][: len(anatomy.lines)]


def _class_of(anatomy: Anatomy, shape: re.Pattern[str]) -> Found[str] | None:
    lines = anatomy.lines
    fields = [i for numbers in anatomy.field_lines.values() for i in numbers]
    within = sorted(set(anatomy.heading) | set(fields))
    for index in within:
        for cell in (*lines[index].cells, lines[index].text):
            if (found := shape.search(cell)) and (len(cell) < 60 or shape is _URGENCY_ANYWHERE):
                at = lines[index].text.find(found[1])
                words = _CLASSES[toneless(found[1].replace(" ", ""))]
                return Found(words, (Span(index, max(at, 0), max(at, 0) + len(found[1])),))
    return None


def _whole(lines: Iterable[tuple[int, str]]) -> tuple[Span, ...]:
    return tuple(Span(index, 0, len(text)) for index, text in lines)


def _field_spans(anatomy: Anatomy, name: str) -> tuple[Span, ...]:
    return anatomy.fields[name].spans() if name in anatomy.fields else ()


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


def _memo_unit(anatomy: Anatomy) -> Found[str] | None:
    line = memo_unit_line(anatomy)
    if line is None:
        return None
    index, offset = line
    whole = Joined()
    whole.add(index, anatomy.lines[index].text[offset:], offset)
    for below in more_of_memo_unit(anatomy):
        whole.add(below, anatomy.lines[below].text)
    name = re.split(r"\s*(?:โทร|โทรศัพท์|Tel|\(โทร)", whole.text)[0].strip(" .…:")
    return Found(name, whole.spans(0, len(name))) if name else None


def more_of_memo_unit(anatomy: Anatomy) -> list[int]:
    """The line under ส่วนราชการ when it goes on with it: an office, or the rest of a number."""
    line = memo_unit_line(anatomy)
    if line is None or line[0] + 1 not in anatomy.heading:
        return []
    text = anatomy.lines[line[0] + 1].text
    if heading_number(text) or "วันที่" in text or len(text) > 70:
        return []
    is_number = re.match(r"(?:โทร|[0-9])", to_arabic(text)) is not None
    return [line[0] + 1] if is_number or is_unit(text) else []


def _publisher(anatomy: Anatomy) -> Found[str] | None:
    for index in _top(anatomy):
        text = anatomy.lines[index].text
        for shape in (ORDER, NOTICE):
            if found := shape.match(text):
                name = re.split(r"\s+ที่ ?[0-9๐-๙]|\s+เรื่อง", text[found.end() :])[0].strip()
                spans = [Span(index, found.end(), len(text))]
                for below in _more_of_title(anatomy, index, len(name)):
                    name = f"{name} {anatomy.lines[below].text}"
                    spans.append(Span(below, 0, len(anatomy.lines[below].text)))
                return Found(name, tuple(spans)) if name else None
    return None


def _more_of_title(anatomy: Anatomy, index: int, length: int) -> list[int]:
    """The line on which the name of a long office goes on, over the number or as an office."""
    below, after = index + 1, index + 2
    if below not in anatomy.heading or length >= 80:
        return []
    text = anatomy.lines[below].text
    if heading_number(text) or dates_in(text) or not re.match("[ก-ฮเ-ไ]", text) or len(text) > 70:
        return []
    is_over_number = after in anatomy.heading and heading_number(anatomy.lines[after].text)
    return [below] if is_unit(text) or is_over_number else []


def _meeting_of(anatomy: Anatomy) -> Found[str] | None:
    for index in _top(anatomy):
        text = anatomy.lines[index].text
        below = anatomy.lines[index + 1] if index + 1 < len(anatomy.lines) else None
        if below and is_unit(below.text) and len(below.text) < 40 and not below.is_after_blank:
            text = f"{text} {below.text}"
        found = re.search(r"ของ(?P<unit>(?:ศูนย์|คณะ|กระทรวง|กรม|สำนัก|กอง|จังหวัด|อำเภอ).*)", text)
        found = found or re.search(r"(?:การประชุม|ประชุม)(?P<unit>คณะ.*?)(?: ครั้งที่|$)", text)
        if found:
            unit = re.split(r" ครั้งที่| เมื่อวันที่| เรื่อง", found["unit"])[0].strip()
            return Found(unit, (Span(index, found.start("unit"), len(text)),), 0.9)
    return None


def _seal(anatomy: Anatomy) -> Found[str] | None:
    """The office printed under the text of a sealed letter, right over the day, or in the seal."""
    lines = anatomy.lines
    foot = anatomy.foot[:5]
    for place, index in enumerate(foot):
        text = lines[index].text
        if seal := SEAL.match(text):
            if is_unit(seal["what"]):
                return _office_before_day(index, seal["what"], seal.start("what"))
            continue
        below = [i for i in foot[place + 1 :] if not SEAL.match(lines[i].text)]
        is_over_day = bool(below) and bool(dates_in(lines[below[0]].text))
        if is_unit(text) and (is_over_day or place == 0):
            return _office_before_day(index, text, 0)
    return None


def _office_before_day(index: int, text: str, start: int) -> Found[str]:
    day = dates_in(text)
    office = text[: day[0].start].strip(" ,") if day else text.strip()
    return Found(office, (Span(index, start, start + len(office)),), 0.9)


def _office_block(anatomy: Anatomy) -> Found[str] | None:
    """The lines beside and under the number down to the address or the day."""
    lines = anatomy.lines
    found: list[tuple[str, Span]] = []
    number_place = next(
        (p for p, i in enumerate(anatomy.heading) if heading_number(lines[i].text)),
        next(
            (p for p, i in enumerate(anatomy.heading) if is_blank_number(lines[i].cells[0])), None
        ),
    )
    after_number = anatomy.heading if number_place is None else anatomy.heading[number_place:]
    is_over = False
    for place, index in enumerate(after_number[:14]):
        if number_place is None and _is_number_alone(lines[index].text):
            continue
        for text, offset in _pieces(
            lines[index], is_number_line=number_place is not None and place == 0
        ):
            is_over = is_over or not _take_office(found, text, index, offset)
        if is_over and found:
            break
        is_over = False
    if not found and number_place:
        for index in reversed(anatomy.heading[:number_place]):
            text = lines[index].text
            if is_unit(text) and len(text) < 90 and not _NOT_OFFICE.match(text):
                office = without_address(text)
                found.append((office, Span(index, 0, len(text))))
                break
    if not found:
        return None
    return Found(" ".join(text for text, _ in found), tuple(span for _, span in found), 0.95)


def _is_number_alone(text: str) -> bool:
    """A letter number whose ที่ was forgotten."""
    number = number_at(text, needs_code=True)
    return number is not None and len(text) - number.end < 3


def _pieces(line: Line, *, is_number_line: bool) -> list[tuple[str, int]]:
    """The cells of a line with their offsets; of the number's line, what follows the number."""
    text = line.text
    start = 0
    if is_number_line and not heading_number(text) and is_blank_number(line.cells[0]):
        start = len(line.cells[0]) + 1
        return [(text[start:], start)] if text[start:] else []
    if is_number_line and (number := heading_number(text)):
        rest = text[number.end :]
        start = number.end + len(rest) - len(rest.lstrip(" •.…,"))
        return [(text[start:], start)] if text[start:] else []
    lead = _BULLET.match(text)
    start = lead.end() if lead else 0
    return [(text[start:], start)]


def _take_office(found: list[tuple[str, Span]], text: str, index: int, offset: int) -> bool:
    """Add the piece if it is the office or more of it; False when the office has ended."""
    if _MEMO_DATE.match(text):
        return False
    dates = dates_in(text)
    month = month_and_year_in(text)
    end = dates[0].start if dates else month[0] if month else len(text)
    piece = text[:end].strip(" ,")
    is_ended = end < len(text)
    if not piece or _NOT_OFFICE.match(to_arabic(piece)):
        return not found and not is_ended
    office = piece if not found and _opens_with_office(piece) else without_address(piece)
    if not found and office:
        inner = ADDRESS.search(to_arabic(office), 4)
        office = office[: inner.start()].strip() if inner else office
    if not office or (found and ADDRESS.match(to_arabic(piece))):
        return False
    if not found and not (is_unit(office) or len(office) > 8):
        return True
    if len(office) > 110:
        return False
    found.append((office, Span(index, offset, offset + len(office))))
    return not is_ended and len(office) == len(piece) and len(found) < 3


def _opens_with_office(text: str) -> bool:
    """จังหวัด and อำเภอ open an address as well; alone on the first line they are the office."""
    return is_unit(text) and not re.search(r"[0-9]{5}", to_arabic(text))
