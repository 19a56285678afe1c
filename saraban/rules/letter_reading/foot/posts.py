"""Which posts the title lines under a printed name tell: the own one, and who is acted for."""

import re
from itertools import pairwise

from saraban.rules.letter_reading.lines.office_words import (
    ACTING,
    FOR_ANOTHER,
    is_post,
    is_unit,
)
from saraban.rules.letter_reading.lines.toneless import tones_optional

OPEN = tones_optional(
    r"(?:แทน|ตำแหน่ง|รักษาการ|ปฏิบัติหน้าที่|และ|ประจำ|ของ|ฝ่าย|ด้าน|กลุ่ม(?:งาน)?|สาขา(?:วิชา)?|ภาควิชา"
    # Offices that are none without the name behind them.
    r"|คณะ|กรม|สำนักงาน|พื้นที่การ|เลขาธิการคณะกรรมการ"
    r"|องค์การบริหาร(?:ส่วน)?|เขตพื้นที่(?:การศึกษา)?(?:ประถมศึกษา|มัธยมศึกษา)?"
    rf"|(?:^(?:รอง)?|(?:{FOR_ANOTHER}|ตำแหน่ง|รักษาการ|ปฏิบัติหน้าที่) ?)(?:ผู้อำนวยการ|คณบดี|หัวหน้า)"
    r"|^รองอธิการบดี)$"
)
# Heads whose own office, or the rest of whose title, stands on the line below.
_HEADS_OF = tuple(
    (tones_optional(rf"{head}$"), tones_optional(rf"^(?:{own})"))
    for head, own in (
        ("อธิการบดี", "มหาวิทยาลัย|สถาบัน|วิทยาลัย"),
        ("นายแพทย์", "สาธารณสุข"),
        ("เลขาธิการ", "คณะกรรมการ|สภา"),
        ("ผู้กำกับการ|สารวัตร(?:ใหญ่)?|หัวหน้า", "สถานีตำรวจ"),
    )
)
OPEN_BRACKET = re.compile(r"\([^()]*$")
_MISREAD_ACTING = re.compile(rf"(?:(?P<does>ป[ฏฎ]ิบัติ)|รักษา)ราช(?!การแทน)[ก-ฺ]{{2,6}}{FOR_ANOTHER}")
_HEADS_CENTRE = tones_optional(r"^ผู้อำนวยการศูนย์")
# What its holder is in a committee besides.
_OF_COMMITTEE = tones_optional(r"^(?:กรรมการและ)?(?:ผู้ช่วย)?เลขานุการ ?(?:คณะ|กรรมการ|[ก-ฮ]\.)")
# What the principal of an acting officer is besides, told under their post: the whole of it is who
# is acted for (ปฏิบัติราชการแทน / อธิบดีกรมบัญชีกลาง / ประธานกรรมการวินิจฉัย…).
_IS_ALSO = tones_optional(
    r"^(?:ประธาน(?:คณะ)?(?:อนุ)?กรรมการ|กรรมการและ(?:ผู้ช่วย)?เลขานุการ|เลขานุการ ?(?:คณะ|[ก-ฮ]\.)"
    r"|ผู้อำนวยการ(?:ศูนย์|จังหวัด|กองอำนวยการ)|นายทะเบียน)"
)
# A post somebody fills beside their own, told between the own post and the words for acting.
_ON_DUTY_FOR = tones_optional(r"(?<=\S) ปฏิบัติหน้าที่(?=$| )")
_ON_DUTY_WORD = tones_optional(r"(?<=\S )ปฏิบัติหน้าที่")
_ON_DUTY_ALONE = tones_optional(r"ปฏิบัติหน้าที่")
ON_DUTY = tones_optional(r"^(?:ปฏิบัติหน้าที่|ทำหน้าที่|ช่วยราชการ|ช่วยปฏิบัติ)")
_LONGEST_REST = 24


def posts_of(titles: list[str]) -> tuple[str | None, str | None]:
    """Position and acting_for out of the title lines."""
    if not titles:
        return None, None
    titles = _with_acting_whole(_with_brackets_closed(titles))
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
        position = f"{titles[0]}{_rest_of_broken(titles[:number])}" if number else before
        words = _MISREAD_ACTING.sub(_acting_meant, found[0].strip())
        if principal:
            gap = " " if text[found.end() : found.end() + 1] == " " else ""
            acting = f"{words}{gap}{principal}"
            return position, f"{acting}{_wrapped(titles[number + 1 :], acting)}"
        rest = titles[number + 1] if number + 1 < len(titles) else ""
        return position, f"{words} {rest}{_wrapped(titles[number + 2 :], rest)}".strip()
    return f"{titles[0]}{_rest_of_first(titles)}", None


def is_head_of(before: str, text: str) -> bool:
    """Whether a line tells of what the title over it is the head: อธิการบดี / มหาวิทยาลัย…."""
    return any(head.search(before) and own.match(text) for head, own in _HEADS_OF)


def broken_acting(before: str, after: str) -> int | None:
    """Where the words for acting open at the end of a line that breaks inside of them."""
    both = before + after
    found = (*ACTING.finditer(both), *_ON_DUTY_WORD.finditer(both))
    return next((one.start() for one in found if one.start() < len(before) < one.end()), None)


def _acting_meant(misread: re.Match[str]) -> str:
    return f"{'ปฏิบัติ' if misread['does'] else 'รักษา'}ราชการแทน"


def _with_brackets_closed(titles: list[str]) -> list[str]:
    """The title lines, what stands in brackets on one line, and what follows them on its own."""
    whole: list[str] = []
    for text in titles:
        if not whole or not OPEN_BRACKET.search(whole[-1]):
            whole.append(text)
            continue
        inside, bracket, after = text.partition(")")
        whole[-1] += f"{inside}{bracket}"
        if after.strip():
            whole.append(after.strip())
    return whole


def _rest_of_broken(titles: list[str]) -> str:
    """What a line broke off the first title, over the words for acting; no second post."""
    rest = ""
    for before, text in pairwise(titles):
        is_of_its_own = is_post(text) or is_unit(text) or len(text) > _LONGEST_REST
        if is_of_its_own and not OPEN.search(before):
            break
        rest += f" {text}"
    return rest


def _rest_of_first(titles: list[str]) -> str:
    """What goes on from the first title; a second post of the same person is not, but of a centre.

    Such a centre has no head of its own, and it is as its head that a permanent secretary signs.
    """
    rest = ""
    for before, text in pairwise(titles):
        is_second = is_post(text) and not OPEN.search(before) and not _HEADS_CENTRE.match(text)
        if is_second or _OF_COMMITTEE.match(text):
            break
        rest += f" {text}"
    return rest


def _with_acting_whole(titles: list[str]) -> list[str]:
    """The title lines, words for acting that a line broke (รักษาราชการ, แทน) put together."""
    whole = titles[:1]
    for text in titles[1:]:
        start = broken_acting(whole[-1], text)
        if start is None:
            whole.append(text)
            continue
        acting = f"{whole[-1][start:]}{text}"
        before = whole.pop()[:start].strip(" ,")
        whole += [before, acting] if before else [acting]
    return whole


def _wrapped(after: list[str], before: str = "") -> str:
    """What goes on from the line before: one that is no title of its own, or acts for another.

    Also what the principal is besides, with what a line broke off it.
    """
    if not after:
        return ""
    is_open = bool(
        ((ACTING.search(before) or ON_DUTY.match(before)) and OPEN.search(before))
        or _ON_DUTY_FOR.search(before)
    )
    # A second word for acting needs its principal, on its own line or the next.
    is_chained = (ACTING.match(after[0]) or _ON_DUTY_ALONE.fullmatch(after[0])) and (
        len(after) > 1 or not ACTING.fullmatch(after[0])
    )
    is_also = bool(before) and (
        _IS_ALSO.match(after[0]) is not None or is_head_of(before, after[0])
    )
    if is_open or is_chained or is_also:
        return f" {after[0]}{_wrapped(after[1:], after[0])}"
    if is_post(after[0]) or ACTING.match(after[0]):
        return ""
    is_also_below = len(after) > 1 and _IS_ALSO.match(after[1]) is not None
    return f" {after[0]}{_wrapped(after[1:], after[0]) if is_also_below else ''}"
