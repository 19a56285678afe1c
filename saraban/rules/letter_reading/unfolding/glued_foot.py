"""The foot of a letter whose lines were glued into one: closing words, name, posts, telephone."""

import re
from collections.abc import Iterator

from saraban.rules.letter_reading.lines.dates_in_text import dates_in
from saraban.rules.letter_reading.lines.office_words import ACTING, is_titled, is_unit
from saraban.rules.letter_reading.unfolding.glued_heading import salutations_in
from saraban.rules.letter_reading.unfolding.glued_text import BODY, cut_at
from saraban.thai.digits import to_arabic

_ASKS = re.compile(r"จึง(?:ขอ)?(?:กราบ)?(?:เรียน|แจ้ง|นมัสการ)(?:มา)?|จึง(?:ขอ)?ประกาศ(?!รับ)")
_CLOSING = re.compile(
    r"ขอแสดงความ(?:นับถือ|เคารพ)(?:อย่างยิ่ง)?|ขอ(?:กราบ)?นมัสการด้วยความเคารพ(?:อย่างยิ่ง|อย่างสูง)?"
)
_IS_ISSUED = "(?:สั่ง|ประกาศ|ให้ไว้) ?ณ ?วันที่"
_DAY = r" ?[0-9๐-๙]{1,2} ?[ก-๎]{3,12} ?(?:พ\.ศ\. ?)?[0-9๐-๙]{4}"
# The day of an order that the text cites has its number before it, or its subject behind it; the
# order's own has a name behind it.
_ISSUED = re.compile(
    rf"(?<!/[0-9๐-๙]{{4}})(?<!/[0-9๐-๙]{{4}} ){_IS_ISSUED}(?!{_DAY} ?เรื่อง)"
    rf"|{_IS_ISSUED}(?={_DAY} ?(?:\(|ลงชื่อ))"
)
_NAME = re.compile(r"\( ?(?P<name>[^()0-9๐-๙]{4,60}?) ?\)")
_TELEPHONE = re.compile(
    r"(?<!หมายเลข)(?<!เบอร์)โทร(?:ศัพท์|สาร)?(?:[ .:]{0,2}/ ?โทรสาร)?(?=[ .:]{0,4}\(?[0-9])"
)
_MAIL = re.compile(r"(?i:e-?mail)|อีเมล|ไปรษณีย์อิเล็กทรอนิกส์|ผู้ประสานงาน")
_POST = re.compile(
    r"อธิ(?:บดี|การ)|หัวหน้า|ผู้(?=อำ|ว่|บัญ|บัง|กำ|จัด|แทน|ตรวจ|ช่วย)|นายก|รัฐมนตรี|ปลัด|เลขา|ประธาน|คณบดี|รอง"
)
# The office that owns the matter, behind the post that signed; never a part of that post.
_SECTION = re.compile(
    r"(?<!การ)(?<!ดี)(?<!หัวหน้า)(?<!แทน)(?<!แทน )(?<!ของ)(?<!ใน)"
    r"(?:กลุ่ม|ฝ่าย|กอง(?!ทุน|ค์)|สำนัก|(?<!บริหาร)ส่วน(?!ราชการ)|ศูนย์|สถาบัน|แผนก|(?<!กลุ่ม)ภารกิจ"
    r"|ที่(?:ทำการ|ว่าการ)|(?<= )งาน)(?=[ก-ฮเ-ไ])"
)
_BELOW = re.compile(
    r"สำเนา(?:ถูกต้อง|ส่ง |เรียน )|ความเห็น(?:ของ)?(?=ผู้|รอง|หัวหน้า|ปลัด|คณบดี|อธิ|นาย)|ลงชื่อ|ติดต่อ ?:"
)
_SEAL = re.compile(r" ?\((?:ประทับ)?ตรา[^()]*\) ?")
_RANK = re.compile(
    r"(?:ว่าที่ ?)?(?:พล|พัน|ร้อย|นาวา|เรือ|ดาบ|จ่า|สิบ|หม่อม|ม\.(?:ร\.ว|ล)|[พร]\.[ตทอ])"
    r"[ก-ฮ.เ-ไัีืุูิ่้าำ็ ]{0,22}$"
)
_LONGEST_NAME = 60
_LAST_DAYS = 6  # the seal's, and those of what the receiver stamped and wrote below it
_LONGEST_OFFICE = 70


def lines_of_foot(text: str) -> list[str]:
    """The last sentence, closing words, name, posts and office that stand on one line."""
    return cut_at(text, _cuts_of_foot(text))


def _cuts_of_foot(text: str) -> Iterator[int]:
    closing = _CLOSING.search(text) or _ISSUED.search(text)
    asks = list(_ASKS.finditer(text, 0, closing.start() if closing else len(text)))
    anchor = closing or (asks[-1] if asks else None)
    if not anchor:
        yield from _cuts_of_seal(text)
        return
    names = list(_names(text, anchor))
    if not names and not closing:
        yield from _cuts_of_seal(text)
    if not names and not (closing and _is_glued_to(closing)):
        return
    if asks:
        yield asks[-1].start()
    if closing:
        yield closing.start()
        if _CLOSING.match(closing[0]):
            yield closing.end()
    for start, end in names:
        yield start
        yield end
    yield from _cuts_below_name(text, names[0][1] if names else anchor.end())


def _cuts_of_seal(text: str) -> Iterator[int]:
    """The office and the day under the text of a sealed letter, which names that office above."""
    if not BODY.match(text):
        return
    for day in dates_in(text)[-_LAST_DAYS:]:
        above = _SEAL.sub("", text[: day.start])
        office = next(
            (
                above[start:]
                for start in range(max(1, len(above) - _LONGEST_OFFICE), len(above) - 5)
                if is_unit(above[start:]) and above.count(above[start:].strip()) > 1
            ),
            None,
        )
        start = text.rfind(office.strip(), 0, day.start) if office else 0
        if office and start > 0:
            yield start
            yield start + len(office.strip())
            yield day.start
            yield day.end
            seal = _SEAL.match(text, day.end)
            end = seal.end() if seal else day.end
            yield end
            yield from _cuts_below_name(text, end)
            return


def _is_glued_to(closing: re.Match[str]) -> bool:
    """Whether closing words, or the day of an order at the line's end, follow a sentence."""
    before, after = closing.string[: closing.start()], closing.string[closing.end() :]
    if _CLOSING.match(closing[0]):
        return bool(before)
    return re.search("[ก-๎]$", before) is not None and bool(dates_in(after))


def _names(text: str, anchor: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The printed names behind the closing words, each with the rank before its bracket."""
    start = anchor.end()
    if days := dates_in(text[start:]) if _ISSUED.match(anchor[0]) else []:
        start += days[0].end
    is_under_closing = not _ASKS.match(anchor[0])
    if is_under_closing and (end := _end_of_bare_name(text, start)):
        yield start, end
        start = end
    for name in _NAME.finditer(text, start):
        above = text[start : name.start()]
        rank = _RANK.search(above)
        is_first = is_under_closing and not above.strip(" .…") and " " in name["name"]
        if is_titled(name["name"]) or is_first:
            yield name.start(), name.end()
        elif rank and " " in name["name"]:
            yield start + rank.start(), name.end()
        start = name.end()


def _end_of_bare_name(text: str, start: int) -> int | None:
    """Where the post begins behind two or three words without brackets; None for anything else."""
    post = _POST.search(text, start, start + _LONGEST_NAME)
    name = text[start : post.start()].strip() if post else ""
    is_name = re.fullmatch(r"[ก-๎.]+(?: [ก-๎.]+){1,3}", name) is not None
    return post.start() if post and is_name else None


def _cuts_below_name(text: str, start: int) -> Iterator[int]:
    """The office that owns the matter, its telephones, and what the receiver wrote below."""
    below = [found.start() for found in _BELOW.finditer(text, start)]
    below += [salutation.start() for salutation in salutations_in(text, start)]
    yield from below
    end = min(below, default=len(text))
    telephones = [found.start() for found in _TELEPHONE.finditer(to_arabic(text), start, end)]
    if not telephones:
        return
    yield from telephones[1:]
    yield from (found.start() for found in _MAIL.finditer(text, telephones[0], end))
    # Who acts for another names offices before and behind the words for it: these are no section.
    acting = [found.end() for found in ACTING.finditer(text, start, telephones[0])]
    section = _SECTION.search(text, max([start, *acting]), telephones[0])
    yield section.start() if section else telephones[0]
