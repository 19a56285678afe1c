"""Who signed for the sender, in which post and for whom; never the receiver's endorsements."""

import re

from saraban.rules.letter_reading.anatomy import ISSUED_ON, Anatomy, is_name_line
from saraban.rules.letter_reading.dates_in_text import dates_in
from saraban.rules.letter_reading.draft import Found, Signatory
from saraban.rules.letter_reading.office_words import (
    ACTING,
    BLANK_NAME,
    RANK_LINE,
    SIGNED_NAME,
    is_post,
    is_titled,
    is_unit,
)
from saraban.rules.letter_reading.page_lines import Span

_ENDS = re.compile(
    r"^(?:โทร|Tel|Fax|ติดต่อ|เรียน|ทราบ|ความเห็น|เห็น(?:ชอบ|ควร)|อนุมัติ|อนุญาต|ดำเนินการ|ลงชื่อ|\(ลงชื่อ\)"
    r"|สำเนา(?:ส่ง"
    r"|เรียน|ถูกต้อง)?|หมายเหตุ|ไปรษณีย์|e-?mail|อีเมล|E-?MAIL|http|www|มอบ|[-•–*] |[“\"‘]"
    r"|ผู้ประสาน|ที่อยู่|website|เว็บ|Line|ID|พิมพ์|ผู้(?:พิมพ์|ร่าง|ทาน|ตรวจ)(?:[ .…]|$)|ขอแสดง"
    r"|[(\[] ?[/xX✓√ ]? ?[)\]]|[0-9๐-๙]+[.)]|\||หลังหนังสือ|ทั้งนี้)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?:แทน|ตำแหน่ง|รักษาการ|ปฏิบัติหน้าที่|และ|ประจำ|ของ|ฝ่าย|ด้าน"
    r"|^(?:รอง)?(?:ผู้อำนวยการ|อธิการบดี|คณบดี|หัวหน้า|เลขาธิการ|ประธาน(?:กรรมการ)?|ผู้จัดการ(?:ทั่วไป|ใหญ่)?"
    r"|กรรมการผู้จัดการ(?:ใหญ่)?|นายก))$"
)
# A post somebody fills beside their own, told between the own post and the words for acting.
_ON_DUTY_FOR = re.compile(r"(?<=\S) ปฏิบัติหน้าที่(?=$| )")
_ON_DUTY = re.compile(r"^(?:ปฏิบัติหน้าที่|ทำหน้าที่|ช่วยราชการ|ช่วยปฏิบัติ)")
_TWO_WORDS = re.compile(r"^[ก-๎.]{2,20} [ก-๎]{2,20}(?: ณ [ก-๎]{2,20})?$")
_MOST_LINES = 6


def signatory_of(anatomy: Anatomy) -> Found[Signatory] | None:
    """The printed name with the post under it.

    With somebody acting, position is the first title line and acting_for starts at the words
    for acting; other titles of theirs are left out. Without, position is all title lines.
    """
    if anatomy.name_at is None:
        has_end = anatomy.closed_at is not None or _is_issued(anatomy)
        return _without_brackets(anatomy) if has_end else None
    lines = anatomy.lines
    place = anatomy.foot.index(anatomy.name_at)
    name, spans = _name(anatomy, place)
    after = SIGNED_NAME.match(lines[anatomy.name_at].text)
    titles: list[tuple[int, str]] = []
    if after and after["after"].strip(" ."):
        titles.append((anatomy.name_at, after["after"].strip()))
    titles += _title_lines(anatomy, place + 1)
    position, acting_for = _posts([text for _, text in titles])
    if name is None and position is None:
        return None
    spans += [Span(index, 0, len(lines[index].text)) for index, _ in titles]
    return Found(Signatory(name, position, acting_for), tuple(spans), 0.95)


def lines_of_titles(anatomy: Anatomy) -> frozenset[int]:
    """The lines under the signatory's name that name posts."""
    if anatomy.name_at is None:
        return frozenset()
    place = anatomy.foot.index(anatomy.name_at)
    return frozenset(index for index, _ in _title_lines(anatomy, place + 1))


def _name(anatomy: Anatomy, place: int) -> tuple[str | None, list[Span]]:
    lines = anatomy.lines
    index = anatomy.foot[place]
    text = lines[index].text
    spans = [Span(index, 0, len(text))]
    found = SIGNED_NAME.match(text)
    if BLANK_NAME.match(text) or not found:
        return None, spans
    name = re.sub(r"\s+", " ", found["name"]).strip(" .")
    rank = re.sub(r"^[ .…_]+|[ …_]+$|\.{2,}$", "", found["rank"])
    if not rank and place > 0:
        above = anatomy.foot[place - 1]
        if printed := RANK_LINE.match(lines[above].text):
            rank = printed[1].replace(name, "").strip()
            spans.insert(0, Span(above, 0, len(lines[above].text)))
    if rank and not is_titled(rank):
        rank = ""
    return (f"{rank} {name}".strip() if rank else name), spans


def _title_lines(anatomy: Anatomy, start: int) -> list[tuple[int, str]]:
    """The lines under the name that go on naming posts."""
    lines = anatomy.lines
    name_indent = lines[anatomy.name_at].indent if anatomy.name_at is not None else 0
    titles: list[tuple[int, str]] = []
    for index in anatomy.foot[start : start + _MOST_LINES]:
        line = lines[index]
        text = line.text.strip(" ,")
        text = re.sub(r"^ตำแหน่ง(?=[ .:])[ .:…]*", "", text)
        if _ENDS.match(text) or is_name_line(text) or not text:
            break
        if dates_in(text) and len(text) < 30:
            break
        before = titles[-1][1] if titles else ""
        is_open = bool(_OPEN.search(before))
        is_title = bool(is_post(text) or ACTING.match(text) or (titles and _ON_DUTY.match(text)))
        if titles and not is_title and not is_open:
            is_left = name_indent > line.indent + 3
            is_new_block = line.is_after_blank or is_left
            # What is wrapped goes on; an office after a finished title is the foot.
            if is_unit(text) or is_new_block or len(text) > 90:
                break
        if (
            titles
            and is_title
            and line.is_after_blank
            and ACTING.search(" ".join(t for _, t in titles))
            and not is_open
        ):
            break
        if not titles and is_unit(text) and not is_title and line.is_after_blank:
            break
        if re.search(r"โทร(?:ศัพท์|\.|สาร)? ?[.:]? ?[0-9๐-๙]", text):
            break
        titles.append((index, text))
    return titles


def _posts(titles: list[str]) -> tuple[str | None, str | None]:
    """Position and acting_for out of the title lines."""
    if not titles:
        return None, None
    shape = ACTING if any(ACTING.search(text) for text in titles) else _ON_DUTY_FOR
    for number, text in enumerate(titles):
        found = shape.search(text)
        if not found:
            continue
        before = text[: found.start()].strip(" ,")
        principal = text[found.end() :].strip(" ,")
        if number == 0 and not before:
            if not principal and len(titles) > 1:
                return f"{found[0]}{titles[1]}", None
            return " ".join([text, *titles[1:]]), None
        position = titles[0] if number else before
        words = found[0].strip()
        if principal:
            gap = " " if text[found.end() : found.end() + 1] == " " else ""
            return position, f"{words}{gap}{principal}{_wrapped(titles[number + 1 :])}"
        rest = titles[number + 1] if number + 1 < len(titles) else ""
        return position, f"{words} {rest}{_wrapped(titles[number + 2 :], rest)}".strip()
    return " ".join(titles), None


def _wrapped(after: list[str], before: str = "") -> str:
    """What goes on from the line before: one that is no title of its own, or acts for another."""
    if not after:
        return ""
    is_open = ACTING.search(before) and _OPEN.search(before)
    is_open = bool(is_open or _ON_DUTY_FOR.search(before))
    is_chained = ACTING.match(after[0]) and ACTING.fullmatch(after[0]) is None
    if is_open or is_chained or not (is_post(after[0]) or ACTING.match(after[0])):
        return f" {after[0]}{_wrapped(after[1:], after[0]) if is_open or is_chained else ''}"
    return ""


def _is_issued(anatomy: Anatomy) -> bool:
    """Whether the foot begins with the day that an order or a notice was given on."""
    return bool(anatomy.foot) and bool(ISSUED_ON.match(anatomy.lines[anatomy.foot[0]].text))


def _without_brackets(anatomy: Anatomy) -> Found[Signatory] | None:
    """A name without brackets right under the closing words or the day of an order."""
    lines = anatomy.lines
    start = 1 if _is_issued(anatomy) else 0
    for place, index in enumerate(anatomy.foot[start : start + 3], start=start):
        text = lines[index].text
        rank = RANK_LINE.match(text)
        below = anatomy.foot[place + 1] if rank and place + 1 < len(anatomy.foot) else None
        if rank and below is not None and _TWO_WORDS.match(lines[below].text):
            return _signed(anatomy, f"{rank[1].strip()} {lines[below].text}", place, place + 2)
        if is_titled(text) and " " in text and len(text) < 60 and not is_post(text):
            return _signed(anatomy, text, place, place + 1)
        if is_post(text):
            return _signed(anatomy, None, place, place)
    return None


def _signed(anatomy: Anatomy, name: str | None, place: int, titles_at: int) -> Found[Signatory]:
    """The signatory whose name stands at `place` of the foot and whose titles from titles_at."""
    lines = anatomy.lines
    titles = _title_lines(anatomy, titles_at)
    position, acting_for = _posts([title for _, title in titles])
    read = [*anatomy.foot[place:titles_at], *(index for index, _ in titles)]
    spans = tuple(Span(index, 0, len(lines[index].text)) for index in read)
    return Found(Signatory(name, position, acting_for), spans, 0.8 if name else 0.7)
