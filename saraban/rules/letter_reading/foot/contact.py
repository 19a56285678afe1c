"""The foot of a letter: the section that owns the matter, its telephone and its address."""

import re

from saraban.rules.letter_reading.draft import Contact, Found
from saraban.rules.letter_reading.foot.emails import email_of
from saraban.rules.letter_reading.foot.sections import (
    FOOT_LINE,
    RECEIVERS,
    is_person,
    is_section,
    may_be_section,
)
from saraban.rules.letter_reading.foot.title_lines import lines_of_titles
from saraban.rules.letter_reading.foot.where_to_ask import asking_in, section_to_ask
from saraban.rules.letter_reading.heading.memo_office import memo_unit_line, more_of_memo_unit
from saraban.rules.letter_reading.lines.anatomy import Anatomy
from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.figure_look_alikes import without_look_alikes
from saraban.rules.letter_reading.lines.line_kinds import is_name_line
from saraban.rules.letter_reading.lines.office_words import is_post, is_unit
from saraban.rules.letter_reading.lines.page_lines import Span
from saraban.rules.letter_reading.lines.toneless import tones_optional
from saraban.thai.digits import to_arabic

_PHONE = tones_optional(
    r"(?:(?:โทรศัพท์|โทรฯ|โทร|Tel(?:ephone)?)(?: ?หมายเลข)?(?:[ .]*\(?ภายใน\)?)?"
    r"|(?:หมายเลข|เบอร์) ?ภายใน)(?!สาร)"
    r"(?:[ ./]*(?:และ)?[ ./]*(?:โทรสาร|แฟกซ์|Fax))?[ .:/]*"
    r"(?:(?:ทบ|ทร|ทอ|กห|มท|ตร)\. ?|ทหาร ?)?(?=[(+0-9])"
    r"(?P<number>[(+0-9][0-9 ()+\-–,/.]*[0-9]\)?(?: ?(?:ต่อ|ext\.?|กด) ?[0-9][0-9, \-–/]*[0-9]"
    r"|,? ?(?:เบอร์)?ภายใน ?[0-9]{3,5}(?![0-9])"
    r"|(?: ?(?:ต่อ|ext\.?|กด) ?[0-9]))?)",
    re.IGNORECASE,
)
# Inside a house two figures are a telephone, on the line that tells whose it is.
_INNER_NUMBER = re.compile(r"โทร(?:ศัพท์|ฯ)?[ .:]*(?:ภายใน)?[ .:]*(?P<number>[1-9๑-๙][0-9๐-๙]) ?\)?$")
_MOBILE_ONLY = re.compile(r"(?:มือถือ|สายด่วน)")
# Before the section that a remark names: สอบถามรายละเอียด : กองคลัง, หากรับไม่ชัดเจน แจ้ง กองคลัง.
_TO_ASK = re.compile(
    r"^(?:(?:โปรด)?(?:ติดต่อ)?(?:สอบถาม|ติดต่อ)(?:รายละเอียด|ข้อมูล)?(?:เพิ่มเติม)?"
    r"(?:(?:ได้)?(?:ที่|กับ)| ?[:：]| ){1,2}"
    r"|หาก[^|]{4,60} (?:โปรด|กรุณา)?(?:แจ้ง|ติดต่อ|โทร)(?:ได้)?(?:ที่)?) ?(?=[ก-ฮเ-ไ])"
)
_MARK = re.compile(r"\s*(?:หมายเลข|เบอร์)?(?:โทรศัพท์|โทรสาร|โทรฯ?\.?|Tel).*$", re.IGNORECASE)
_FULL_MONTH = re.compile("[ก-๎]{5,}")
_ENGLISH_OFFICE = re.compile(
    r"[A-Z][A-Za-z&,' -]* (?:Division|Department|Office|Section|Bureau|Cent(?:re|er)|Faculty"
    r"|School|Unit|Ministry|University|Institute|Secretariat|Group)"
    r"|(?:Department|Office|Ministry|Faculty|Bureau|Division) of .+"
    r"|(?:Division|Section|Unit) (?:[IVX]+|[0-9]+)(?:, .+)?"
)
_REMARK = re.compile(r"^(?:หมายเหตุ|โปรด|กรุณา|ขอความกรุณา|\*)")
_PERSON = re.compile(r"^(?:ผู้ประสาน|อาจารย์ที่|ติดต่อ)")


# Before the section as forms have it: หน่วยงานเจ้าของเรื่อง กองแผนงาน.
_OWNER_LABEL = re.compile("^(?:หน่วยงาน|ส่วนราชการ)?เจ้าของเรื่อง[ :.…]*")
# An office inside another seals no letter; where it is taken for the sender, it is the section.
_INNER = re.compile("สำนัก(?!งาน)|กอง|กลุ่ม|ฝ่าย|ส่วน|งาน")


def contact_of(anatomy: Anatomy, kind: str, issuer: str | None) -> Found[Contact] | None:
    """Section, telephone and e-mail; of a memo they stand in its heading."""
    email, email_spans = email_of(anatomy)
    if kind == "หนังสือภายใน" and (line := memo_unit_line(anatomy)) is not None:
        index, offset = line
        own = [Span(index, offset, len(anatomy.lines[index].text))]
        own += [
            Span(below, 0, len(anatomy.lines[below].text)) for below in more_of_memo_unit(anatomy)
        ]
        unit = " ".join(anatomy.lines[s.line].text[s.start :] for s in own)
        phone = phone_in(unit)
        foot = _in_foot(anatomy)
        if phone is None and foot is not None:
            # The evidence has to hold the figures, or nobody is asked to look at them.
            phone = foot[1]
            own += foot[2]
            # Who may be asked is told where the telephone is.
            section = foot[0] if foot[0] and phone else issuer
            phone = phone or _inner_number(unit)
            return Found(Contact(section, phone, email), (*own, *email_spans), 0.95)
        phone = phone or _inner_number(unit)
        return Found(Contact(issuer, phone, email), (*own, *email_spans), 0.95)
    found = _in_foot(anatomy, is_foreign=kind == "หนังสือภาษาต่างประเทศ")
    if found:
        section, phone, spans = found
        if phone is None and (over := _in_heading(anatomy)):
            phone, own_spans = over
            spans = (*spans, *own_spans)
        section = _OWNER_LABEL.sub("", section) if section else section
        section = _below(issuer, section) if kind == "หนังสือประทับตรา" else section
        return Found(Contact(section, phone, email), (*spans, *email_spans), 0.95)
    if over := _in_heading(anatomy):
        phone, own_spans = over
        return Found(Contact(issuer, phone, email), (*own_spans, *email_spans), 0.8)
    for paragraph in anatomy.body:
        asking = asking_in(paragraph.text)
        if asking is not None and (phone := phone_in(paragraph.text[asking:])):
            section = section_to_ask(paragraph.text, asking, issuer)
            return Found(Contact(section, phone, email), paragraph.spans(asking), 0.7)
    return Found(Contact(None, None, email), email_spans, 0.7) if email else None


def _inner_number(unit: str) -> str | None:
    """The telephone of two figures behind the office of a memo."""
    inner = _INNER_NUMBER.search(unit)
    return inner["number"] if inner else None


def _below(issuer: str | None, section: str | None) -> str | None:
    """The section under the office that seals, which stands right over it at the foot."""
    if not section or not issuer or section == issuer or _INNER.match(issuer):
        return section
    return section.removeprefix(f"{issuer} ")


def _in_heading(anatomy: Anatomy) -> tuple[str, tuple[Span, ...]] | None:
    """The telephone in the office's own address, or beside the sender of a fax."""
    for index in [*anatomy.heading, *anatomy.labelled.lines_of.get("sender", [])]:
        text = anatomy.lines[index].text
        if phone := phone_in(text):
            return phone, (Span(index, 0, len(text)),)
    return None


def _in_foot(
    anatomy: Anatomy, *, is_foreign: bool = False
) -> tuple[str | None, str | None, tuple[Span, ...]] | None:
    """The block of office names over the telephone line, and the number there."""
    lines = anatomy.lines
    foot = _foot_lines(anatomy)
    told = [
        place
        for place, index in enumerate(foot)
        if phone_in(lines[index].text) and not RECEIVERS.match(lines[index].text)
    ]
    # A remark may name whom to ring about a dinner; only where nobody else is named it counts.
    told.sort(key=lambda place: _REMARK.match(lines[foot[place]].text) is not None)
    phone_at = next(iter(told), None)
    if phone_at is not None and _PERSON.match(lines[foot[phone_at]].text):
        phone_at = next(
            (p for p, i in enumerate(foot) if p < phone_at and FOOT_LINE.match(lines[i].text)),
            phone_at,
        )
    if phone_at is None:
        phone_at = next((p for p, i in enumerate(foot) if FOOT_LINE.match(lines[i].text)), None)
    end = phone_at if phone_at is not None else len(foot)
    block: list[int] = []
    own_line = ""
    spans: list[Span] = []
    if phone_at is not None:
        text = lines[foot[phone_at]].text
        is_nameless = FOOT_LINE.match(text) or _REMARK.match(text)
        own_line = "" if is_nameless else _TO_ASK.sub("", _MARK.sub("", text)).strip(" ,")
        own_line = "" if is_person(own_line) else own_line
        spans.append(Span(foot[phone_at], 0, len(text)))
    for place in range(end - 1, -1, -1):
        text = lines[foot[place]].text
        if phone_at is not None and place == end - 1:
            text = _without_note(text)
        if dates_in(text):
            break
        is_over_phone = phone_at is not None and place == end - 1 and not own_line
        is_english = is_foreign and _ENGLISH_OFFICE.fullmatch(text) and not is_post(text)
        may_be_one = is_over_phone and may_be_section(text)
        if not (is_section(text) or is_english or may_be_one):
            if FOOT_LINE.match(text):
                continue
            break
        block.insert(0, foot[place])
    if phone_at is None:
        block = _last_block(anatomy, foot) if is_foreign else _first_block(anatomy, foot)
    # A heading repeated far above, or the post of the signatory, is not the section.
    names = [_without_note(lines[i].text).strip(" ,") for i in block] + (
        [own_line] if own_line else []
    )
    phone = phone_in(lines[foot[phone_at]].text) if phone_at is not None else None
    if not names and phone is None:
        return None
    spans = [Span(i, 0, len(lines[i].text)) for i in block] + spans
    return (" ".join(names) or None), phone, tuple(spans)


def _foot_lines(anatomy: Anatomy) -> list[int]:
    """The lines of the foot after the signature and its titles."""
    if anatomy.name_at is None:
        return anatomy.foot
    start = anatomy.foot.index(anatomy.name_at) + 1
    titles = lines_of_titles(anatomy)
    return [index for index in anatomy.foot[start:] if index not in titles]


def _first_block(anatomy: Anatomy, foot: list[int]) -> list[int]:
    block: list[int] = []
    for index in foot:
        text = anatomy.lines[index].text
        if RECEIVERS.match(text) or is_name_line(text):
            break
        if is_section(text) and (block or not is_post(text)):
            block.append(index)
        elif block:
            break
    return block


def _without_note(text: str) -> str:
    """The name of a section without the short day that a receiver wrote behind it."""
    days = dates_in(text)
    if not days or days[-1].end < len(text) or _FULL_MONTH.search(text[days[-1].start :]):
        return text
    before = text[: days[-1].start].strip()
    return before if is_unit(before) and not before.endswith("วันที่") else text


def _last_block(anatomy: Anatomy, foot: list[int]) -> list[int]:
    """The last lines of a letter in English, where offices stand alone; the receiver has a name."""
    start = next(
        (p for p in range(len(foot) - 1, -1, -1) if anatomy.lines[foot[p]].is_after_blank), 0
    )
    block = foot[start:]
    return block if all(_ENGLISH_OFFICE.fullmatch(anatomy.lines[i].text) for i in block) else []


def phone_in(text: str) -> str | None:
    """The first telephone number behind a word for one; no mobile and no hotline."""
    line = to_arabic(text)
    plain = without_look_alikes(line)
    if plain != line:  # a nought printed as the letter o leaves figures that are not as printed
        text = line = plain
    # A day stamped beside the telephone begins with figures as well; the number ends before it.
    for day in dates_in(text)[:1]:
        if _PHONE.search(line[: day.start]):
            line = line[: day.start]
    for found in _PHONE.finditer(line):
        if _MOBILE_ONLY.search(line[: found.start()]):
            continue
        number = text[found.start("number") : found.end("number")]
        number = re.split(r"\s*(?:โทรสาร|Fax|แฟกซ์)", number)[0].strip(" ,./-")
        if number.endswith(")") and "(" not in number:
            number = number[:-1]
        if len(re.sub(r"\D", "", to_arabic(number))) >= 3:
            return number
    return None
