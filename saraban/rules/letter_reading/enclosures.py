"""What came in the envelope: the list under สิ่งที่ส่งมาด้วย, or what the text says is sent."""

import re

_ENUMERATOR = re.compile(
    r"(?:^|\s)(?:\(?[0-9๐-๙]{1,2}(?:\.(?=[\s0-9๐-๙]|[ก-ฮเ-ไ])|\))(?![0-9๐-๙])) ?(?=[^\s])"
)
# Only a list that opens with a dash has dashes for numbers: แบบ ก.๑ - ก.๓ is one thing.
_DASHED = re.compile(r"^[-•] ")
_DASH = re.compile(r"(?:^|\s)[-•] ?(?=\S)")
# คู่มือ จำนวน ๕ เล่ม และแผ่นพับ จำนวน ๑๐๐ แผ่น: each with its own count, so two things.
_COUNTED_AND = re.compile(
    r"(จำนวน ?(?:[0-9๐-๙]+|หนึ่ง|สอง) ?[ก-๎]{2,8}?) ?(?:และ|พร้อมด้วย) ?"
    r"(?=[ก-ฮเ-ไ][^,]{2,120}จำนวน ?[0-9๐-๙])"
)
_COUNT = re.compile(
    r"(จำนวน ?(?:[0-9๐-๙]+|หนึ่ง|สอง|[ก-ฮ]{0,0}) ?(?:ชุด|ฉบับ|แผ่น|เล่ม|หน้า|เรื่อง|รายการ|ใบ|ซอง|แห่ง|ราย"
    r"|กล่อง)) +(?=[ก-ฮเ-ไ])"
)
_DOTS = re.compile(r"[.…_]{3,}")
_IN_TEXT = re.compile(
    r"(?:พร้อมนี้)?(?:ได้)?(?:แนบ|ส่ง|จัดส่ง)(?P<what>(?:สำเนา|เอกสาร|ประกาศ|แบบ|รายละเอียด|คำสั่ง|โครงการ"
    r"|กำหนดการ|แผ่น|ระเบียบ|คู่มือ|หนังสือ)"
    r".{3,400}?) ?(?:มาด้วยแล้ว|มาพร้อม(?:หนังสือ|บันทึก|นี้)|มาด้วย|มาพร้อมนี้|มา(?:ยัง[ก-๎ ]{0,30})?เพื่อ)"
)
_ITEM_STARTS = re.compile(
    r" (?=(?:สำเนา|ข่าว|กำหนดการ|ใบ|แบบ|รายชื่อ|บัญชี|เอกสาร|ประกาศ|คำสั่ง|โครงการ|ตาราง|แผ่น|ระเบียบ|คู่มือ"
    r"|รายละเอียด)[ก-๎])"
)
_WHOSE = re.compile(r"(?:เรื่อง|ของ|ตาม|พร้อม)$")


def enclosures_of(text: str) -> list[str]:
    """The enclosures of a labelled list, each with its count, as printed."""
    line = re.sub(r"\s+", " ", _DOTS.sub(" ", text)).strip()
    enumerator = _DASH if _DASHED.match(line) else _ENUMERATOR
    parts = [part.strip(" ,;") for part in enumerator.split(line)]
    parts = [part for part in parts if part]
    if len(parts) <= 1:
        parts = _by_count(line)
    return [part for part in parts if part not in ("-", "จำนวน")]


def enclosures_in_text(text: str) -> list[tuple[str, int, int]]:
    """What the body of a letter says it brings along, with where it says so."""
    found: list[tuple[str, int, int]] = []
    for sent in _IN_TEXT.finditer(text):
        start = sent.start("what")
        for part in _ITEM_STARTS.split(_parted(sent["what"])):
            if found and _WHOSE.search(found[-1][0]):
                last = found.pop()
                found.append((f"{last[0]} {part}", last[1], last[2] + len(part) + 1))
            else:
                found.append((part.strip(" ,"), start, start + len(part)))
            start += len(part) + 1
    return found


def _parted(text: str) -> str:
    """The text with blanks for the และ between two counted things; no character moves."""
    return _COUNTED_AND.sub(lambda both: both[1] + " " * (len(both[0]) - len(both[1])), text)


def _by_count(line: str) -> list[str]:
    """Without numbers, each จำนวน … ชุด ends an item."""
    pieces = _COUNT.split(_parted(line))
    if len(pieces) < 3:
        return [line] if line else []
    items = [f"{pieces[i]}{pieces[i + 1]}" for i in range(0, len(pieces) - 1, 2)]
    if pieces[-1]:
        items.append(pieces[-1])
    return [item.strip() for item in items]
