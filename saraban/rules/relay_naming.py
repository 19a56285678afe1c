"""Whether a letter asks its receiver to pass it on, and to whom, out of its own words.

The words are the phrase kept with the letter ("เทศบาลตำบลและ… ทุกแห่ง", or the whole clause where
a machine read the letter) and the clauses of its text ("ขอให้อำเภอแจ้งเทศบาลตำบล…ทราบ").
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from saraban.errors import UnreadablePhrase
from saraban.rules.addressees import parse_phrase
from saraban.rules.letter_reading.duties.onward import onward_in
from saraban.rules.units import INNER_KINDS, LOCAL_KINDS, UnitKind
from saraban.thai.text import clean_line

LONGEST_PHRASE = 500

# Who is asked, by the words before the verb of telling. The longer name comes first: it is
# taken out of the text before the shorter one inside it is looked for.
_HEADS: tuple[tuple[str, frozenset[UnitKind]], ...] = (
    (r"(?:สำนักงาน)?(?:ส่งเสริมการปกครอง)?ท้องถิ่นจังหวัด", frozenset({UnitKind.PROVINCIAL_OFFICE})),
    (r"(?:สำนักงาน)?(?:ส่งเสริมการปกครอง)?ท้องถิ่นอำเภอ", frozenset({UnitKind.DISTRICT_OFFICE})),
    (r"หัวหน้าส่วนราชการประจำจังหวัด|สำนักงานจังหวัด", frozenset({UnitKind.PROVINCIAL_OFFICE})),
    (
        r"องค์กรปกครองส่วนท้องถิ่น|องค์การบริหารส่วน(?:จังหวัด|ตำบล)|เทศบาล(?:นคร|เมือง|ตำบล)?"
        r"|นายกเทศมนตรี|นายกองค์(?:กร|การ)[ก-๎]*|อปท\.?|อบต\.?|อบจ\.?",
        LOCAL_KINDS,
    ),
    (r"ผู้ว่าราชการจังหวัด|จังหวัด", frozenset({UnitKind.PROVINCE})),
    (r"นายอำเภอ|อำเภอ", frozenset({UnitKind.DISTRICT})),
    (r"ปลัดกระทรวง|กระทรวง", frozenset({UnitKind.MINISTRY})),
    (r"อธิบดีกรม|กรม|หัวหน้าส่วนราชการระดับกรม", frozenset({UnitKind.DEPARTMENT})),
    (r"รัฐวิสาหกิจ", frozenset({UnitKind.STATE_ENTERPRISE})),
)
_ANYBODY = re.compile(r"ท่าน|หน่วยงานของท่าน|ส่วนราชการ|หน่วยงาน|ผู้รับหนังสือ")
_TELLS = re.compile(
    r"(?<!รับ)(?:เวียนแจ้ง|แจ้งเวียน|แจ้ง|แพร่ข่าว|ประชาสัมพันธ์|เผยแพร่|กำชับ|ถ่ายทอด|ซักซ้อม(?:ความเข้าใจ)?|เร่งรัด(?:ติดตาม)?)"
)
_BEFORE_THE_TOLD = re.compile(r"^ ?(?:(?:ให้แก่|ให้|ไปยัง|แก่|ต่อไปยัง|ต่อ|กับ) ?)?")
_AFTER_THE_TOLD = re.compile(
    r" ?(?:ให้ ?)?(?:เพื่อ)?(?:รับ)?(?:ทราบ|ถือปฏิบัติ|ปฏิบัติ|ดำเนินการ|พิจารณา|รายงาน|เข้าร่วม|สมัคร)"
)
_IN_THE_AREA = re.compile(r" ?(?:ในพื้นที่|ในเขตพื้นที่|ในสังกัด|ในความรับผิดชอบ)$")


class Naming(StrEnum):
    """What a letter's words say of its receiver's duty to pass it on."""

    NAMED = "named"
    DOUBTFUL = "doubtful"
    NOT_NAMED = "not_named"


@dataclass(frozen=True)
class RelayAsked:
    """The answer; phrase is whom the receiver shall tell, in words that may be a whole clause."""

    naming: Naming
    phrase: str = ""


@dataclass(frozen=True)
class _Clause:
    """One clause: the words before the verb of telling, and those who are told."""

    head: str
    told: str


def relay_asked(
    *, relay_phrase: str, body: str, kind: UnitKind, name_th: str, sender: str = ""
) -> RelayAsked:
    """Whether the letter names a unit of this kind and name as one that passes it on.

    A clause names a receiver by its kind ("ขอให้อำเภอแจ้ง…"), its name, or as ท่าน. A phrase
    without such a head counts for every level that writes letters to others, where it can be
    read as addressees of that level; unread it is doubtful, as is whatever seems to ask a local
    body, which has nobody below. sender is who wrote the letter: what its own superior asked of
    it is told in it, not asked.
    Source: Rule on Saraban Work B.E. 2526, clause 32, for the duty; unconfirmed for the wording.
    """
    if kind in INNER_KINDS:
        return RelayAsked(Naming.NOT_NAMED)
    asked = clean_line(relay_phrase)
    clauses = [_clause(asked)] if asked else []
    clauses += [_clause(clean_line(text)) for text in _clauses_of(body, sender)]
    headed = [one for one in clauses if one.head and _kinds_in(one.head)]
    to_us = [one for one in headed if _names(one.head, kind, name_th)]
    if to_us:
        told = next((one.told for one in to_us if one.told), "") or _bare(asked)
        naming = Naming.DOUBTFUL if kind in LOCAL_KINDS or not told else Naming.NAMED
        return RelayAsked(naming, _short(told or asked))
    if headed and not any(not one.head for one in clauses):
        return RelayAsked(Naming.NOT_NAMED)
    if kind in LOCAL_KINDS:
        return RelayAsked(Naming.NOT_NAMED)
    return _without_head(asked, clauses, kind, is_asked_of_others=bool(headed))


def _without_head(
    asked: str, clauses: list[_Clause], kind: UnitKind, *, is_asked_of_others: bool
) -> RelayAsked:
    """What a phrase says that names nobody before it; what only the text says so is a doubt."""
    told = next((one.told for one in clauses if one.told), "")
    if not clauses:
        return RelayAsked(Naming.NOT_NAMED)
    if is_asked_of_others:
        return RelayAsked(Naming.NOT_NAMED)
    is_phrase = bool(asked) and not _TELLS.search(asked)
    if is_phrase and _is_read(asked, kind):
        return RelayAsked(Naming.NAMED, _short(asked))
    return RelayAsked(Naming.DOUBTFUL, _short(told or asked))


@lru_cache(maxsize=64)
def _clauses_of(body: str, sender: str) -> tuple[str, ...]:
    """Kept for a while: thousands of units acknowledge the same letter one after the other."""
    return tuple(
        found.text
        for paragraph in body.splitlines()
        if _TELLS.search(paragraph)
        for found in onward_in(paragraph, sender)
    )


def _clause(text: str) -> _Clause:
    """Cut at the verb of telling; a bare list of addressees has no head."""
    tells = _TELLS.search(text)
    if tells is None:
        return _Clause("", text)
    told = _BEFORE_THE_TOLD.sub("", text[tells.end() :], count=1)
    ends = _AFTER_THE_TOLD.search(told)
    told = told[: ends.start()] if ends else told
    return _Clause(text[: tells.start()], _IN_THE_AREA.sub("", told).strip())


def _bare(asked: str) -> str:
    return "" if _TELLS.search(asked) else asked


def _kinds_in(head: str) -> frozenset[UnitKind] | None:
    """The kinds a head names, all of them for ท่าน; None where it names none."""
    found: set[UnitKind] = set()
    rest = head
    for words, kinds in _HEADS:
        rest, count = re.subn(words, " ", rest)
        if count:
            found |= kinds
    if found:
        return frozenset(found)
    return frozenset(UnitKind) if _ANYBODY.search(rest) else None


def _names(head: str, kind: UnitKind, name_th: str) -> bool:
    """Whether the head means a unit of this kind, and this very one where it names units."""
    if kind not in (_kinds_in(head) or ()):
        return False
    named = re.findall(
        r"(?:จังหวัด|อำเภอ|กรม|กระทรวง)(?!ทุก|ใน|แจ้ง|และ|พิจารณา|ดำเนิน|ให้|ขอ|โปรด|ช่วย|เร่ง|ที่|ทั้ง|ด้วย)[ก-๎]{2,}",
        head,
    )
    if not named or kind not in {UnitKind.PROVINCE, UnitKind.DISTRICT}:
        return True
    # ในพื้นที่จังหวัดตาก says where the districts are: only a name of our own kind excludes us.
    prefix = "จังหวัด" if kind == UnitKind.PROVINCE else "อำเภอ"
    others = [one for one in named if one.startswith(prefix)]
    return not others or any(one.startswith(name_th) for one in others)


def _is_read(phrase: str, kind: UnitKind) -> bool:
    try:
        return bool(parse_phrase(phrase, sender_kind=kind))
    except UnreadablePhrase:
        return False


def _short(phrase: str) -> str:
    return phrase[:LONGEST_PHRASE]
