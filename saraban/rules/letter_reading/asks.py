"""What a letter asks for: its closing sentence, and the duties in its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from saraban.rules.letter_reading.onward import onward_in

_CLOSING = re.compile(
    r"(?:จึง|เพื่อ)?(?:ขอ)?(?:กราบ)?(?:จึง)?(?:เรียน|กราบเรียน|นมัสการ|เสนอ|แจ้ง|ส่ง|ขอ)?(?:มา)?\s?(?:ด้วย)?\s?(?:ยังท่าน)?\s?เพื่อ(?:ขอ)?(?:โปรด|ได้โปรด)?"
)
_STARTS = re.compile(
    r"จึง(?:ขอ)?(?:กราบ)?(?:เรียน|นมัสการ|ทูล|กราบทูล)(?:เสนอ|แจ้ง)?(?:มา)?|จึง(?:ขอ)?(?:แจ้ง|เสนอ|ส่ง)มา(?:ยัง[ก-๎ ]{0,30})?เพื่อ|จึงประกาศ|จึงมาเรียน|จึงขอเรียน|จึงได้?เรียน"
)
_WORDS = (
    ("พิจารณาดำเนินการ", re.compile(r"พิจารณา(?:และ)?ดำเนินการ|พิจารณาและ(?:ถือปฏิบัติและ)?ดำเนินการ")),
    ("พิจารณา", re.compile(r"พิจารณา(?!(?:และ)?ดำเนินการ|และดำเนินการ|แล้ว)")),
    ("ทราบ", re.compile(r"(?<!รับ)ทราบ|รับทราบ")),
    ("ถือปฏิบัติ", re.compile(r"(?:ถือ|ยึดถือ)(?:เป็น(?:แนวทาง|หลัก)?(?:ใน)?(?:การ)?)?ปฏิบัติ|(?<!ถือ)ปฏิบัติ(?:ตาม|ต่อไป|ให้ถูกต้อง|โดยเคร่งครัด)")),
    ("ดำเนินการ", re.compile(r"(?<!พิจารณา)(?<!พิจารณาและ)(?<!การ)(?<!ผล)ดำเนินการ")),
    ("แจ้งเวียน", re.compile(r"แจ้งเวียน|เวียนแจ้ง|เวียนให้")),
    ("ประชาสัมพันธ์", re.compile(r"(?<!ฝ่าย)(?<!งาน)(?<!กลุ่ม)(?<!สื่อ)ประชาสัมพันธ์(?!จังหวัด)|เผยแพร่|แพร่ข่าว")),
    ("เข้าร่วม", re.compile(r"เข้าร่วม(?!โครงการแล้ว)|เข้าประชุม|ร่วมประชุม|เข้ารับการ")),
    ("ตอบรับ", re.compile(r"(?<!แบบ)ตอบรับ|แจ้งตอบ|ยืนยันการเข้าร่วม")),
    ("อนุมัติ", re.compile(r"อนุมัติ")),
    ("อนุญาต", re.compile(r"อนุญาต")),
    ("อนุเคราะห์", re.compile(r"อนุเคราะห์")),
    ("สั่งการ", re.compile(r"สั่งการ")),
    ("รายงาน", re.compile(r"รายงาน(?:ผล|ให้)|แจ้งผล")),
    ("ส่งข้อมูล", re.compile(r"ส่งข้อมูล")),
)
_SUBJECTS = (
    ("อนุมัติ", re.compile(r"^(?:ขอ|การขอ|เสนอขอ)อนุมัติ")),
    ("อนุญาต", re.compile(r"^(?:ขอ|การขอ)อนุญาต")),
    ("อนุเคราะห์", re.compile(r"^(?:ขอ|การขอ|ใคร่ขอ)(?:รับ)?(?:ความ)?อนุเคราะห์")),
    ("เข้าร่วม", re.compile(r"^ขอ(?:เรียน)?เชิญ(?:เข้า)?(?:ร่วม|ประชุม|เข้า|อบรม|ส่ง|ผู้|บุคลากร|ท่าน|ชวน)?(?!.*(?:วิทยากร|สอบราคา|เสนอราคา))")),
    ("ประชาสัมพันธ์", re.compile(r"ประชาสัมพันธ์(?!จังหวัด)|^ขอความ(?:ร่วมมือ|อนุเคราะห์)เผยแพร่")),
)
_GRANTED = {"อนุมัติ", "อนุญาต", "อนุเคราะห์"}
_DUTY = re.compile(r"ขอให้|ให้(?!กับ|แก่|ความ|ได้|การ|บริการ)|โปรด|กำชับ|ขอความร่วมมือ|ขอความอนุเคราะห์|ดังนี้|ต้อง")
_REPORT = re.compile(
    r"(?:^[0-9๐-๙.)( ]{0,6}|และ|แล้ว|พร้อม(?:ทั้ง)?|ให้|โดย|จัดทำ|ท่าน|ส่ง|หน่วยงาน|อำเภอ|จังหวัด|โปรด| )(?:สรุป)?"
    r"(?:รายงาน(?:ผล|ให้|สถานการณ์|ความ(?:ก้าวหน้า|คืบหน้า)|การ(?!ประชุม)|มา|ส่ง|ตาม|จังหวัด| ?ศ|ดังกล่าว)|แจ้งผล(?:การ|ให้))"
)
_NARRATED = re.compile(
    r"(?:ได้|การ|แบบ|ระบบ|ตาม|ที่|เพื่อ(?:รวบรวม|สรุป)?|รวบรวม|ผลการ|ซึ่ง|มี|รับ|เคย|จะ|มา)(?:สรุป)?$|(?:ได้|กรม[ก-๎]{2,30}ได้|จะ|ต้องการ|เพื่อรวบรวม|ขอ|เพื่อสรุป)$"
)
_SEND = re.compile(
    r"(?:จัด)?ส่ง(?:แบบ(?!ตอบรับ)[ก-๎]{0,12}|ข้อมูล|รายชื่อ|รายละเอียด|ประวัติ|เอกสาร|หลักฐาน|แผน|ผลการ|ความเห็น|ข้อเสนอ|ชื่อ|ให้(?:อำเภอ|จังหวัด|กรม|กระทรวง|สำนักงาน|คณะ|มหาวิทยาลัย|เทศบาล))"
    r"|(?:แจ้ง|เสนอ|กรอก)(?:รายชื่อ|ข้อมูล|ชื่อผู้|รายละเอียด|ความประสงค์)|กรอกแบบ|ตอบแบบ(?:สอบถาม|สำรวจ)"
)
_REPLY = re.compile(r"(?:ส่ง)?(?:แบบ|ใบ)?ตอบรับ|แจ้ง(?:การ)?(?:ยืนยัน|ตอบรับ)|ยืนยันการ")
_TICKED = re.compile(r"^[(\[] ?[/xX✓✔√vV] ?[)\]] ?|^[☑✓✔√☒] ?")
_UNTICKED = re.compile(r"^[(\[] ?[)\]] ?|^☐ ?")


@dataclass(frozen=True)
class AskFound:
    """One of the asks, the paragraph it was read in and the characters there."""

    ask: str
    paragraph: int
    start: int
    end: int
    is_from_closing: bool


def asks_of(paragraphs: Sequence[str], subject: str, kind: str) -> list[AskFound]:
    """What the letter asks, the closing sentence first, each ask once."""
    found: list[AskFound] = []
    closing = closing_at(paragraphs)
    if closing is not None:
        found += _in_closing(paragraphs[closing[0]], *closing)
    found += _in_ticks(paragraphs)
    for number, paragraph in enumerate(paragraphs):
        is_closing = closing is not None and number == closing[0]
        start = closing[1] if closing and is_closing else len(paragraph)
        found += _in_body(paragraph[:start], number, kind)
        if is_closing:
            found += _duties_beside_closing(paragraph, number, start)
    if closing is not None or paragraphs:
        found += _in_subject(subject, found)
    seen: set[str] = set()
    kept = []
    for one in found:
        if one.ask not in seen:
            seen.add(one.ask)
            kept.append(one)
    if "พิจารณาดำเนินการ" in seen:
        kept = [one for one in kept if one.ask not in ("พิจารณา", "ดำเนินการ")]
    return kept


def closing_at(paragraphs: Sequence[str]) -> tuple[int, int] | None:
    """The paragraph and place where จึงเรียนมาเพื่อ… starts; the last one counts."""
    for number in range(len(paragraphs) - 1, -1, -1):
        starts = list(_STARTS.finditer(paragraphs[number]))
        if starts:
            return number, starts[-1].start()
    return None


def _in_closing(paragraph: str, number: int, start: int) -> list[AskFound]:
    """The verbs after เพื่อ up to the end of the sentence, without what others are told."""
    closing = paragraph[start:]
    limit = len(closing)
    for clause in onward_in(closing):
        if clause.start > 8:
            limit = min(limit, clause.start)
    head = closing[:limit]
    sentence = re.search(
        r" (?=พร้อมนี้|ทั้งนี้|สำหรับ|และขอ|ขอได้|หาก|หวังเป็น|จะเป็น|จัก|โดย(?!เร็ว|เคร่ง)|รายละเอียด)|(?<=[ก-๎]) (?=(?:คณะ|กรม|สำนักงาน|มหาวิทยาลัย|โรงเรียน|จังหวัด)[ก-๎ ]{3,60}(?:หวัง|ขอ|จัก|จะ))",
        head,
    )
    if sentence:
        head = head[: sentence.start()]
    asks = []
    for ask, shape in _WORDS:
        if word := shape.search(head):
            if ask in ("ดำเนินการ", "เข้าร่วม", "อนุมัติ") and re.search(r"(?:การ|ที่|ได้รับ|ผู้)$", head[: word.start()]):
                continue
            asks.append(AskFound(ask, number, start + word.start(), start + word.end(), True))
    told = closing[limit:]
    if re.match(r"(?:และ|โปรด|เพื่อ)?(?:ขอให้|โปรด)?(?:แจ้งเวียน|เวียน)", told):
        asks.append(AskFound("แจ้งเวียน", number, start + limit, len(paragraph), True))
    return sorted(asks, key=lambda one: one.start)


def _duties_beside_closing(paragraph: str, number: int, start: int) -> list[AskFound]:
    rest = paragraph[start:]
    found = []
    for ask, shape in (
        ("ประชาสัมพันธ์", re.compile(r"แพร่ข่าว|ประชาสัมพันธ์(?!จังหวัด)|เผยแพร่")),
        ("ตอบรับ", _REPLY),
        ("ส่งข้อมูล", _SEND),
        ("รายงาน", re.compile(r"(?:ขอให้|และ|โปรด|พร้อมทั้ง|ให้)(?:สรุป)?(?:รายงาน(?!การประชุม)|แจ้งผล)")),
    ):
        if word := shape.search(rest):
            found.append(AskFound(ask, number, start + word.start(), start + word.end(), False))
    return found


def _in_ticks(paragraphs: Sequence[str]) -> list[AskFound]:
    """A tick list in place of a closing sentence: only what is ticked."""
    found = []
    for number, paragraph in enumerate(paragraphs):
        ticked = _TICKED.match(paragraph)
        if not ticked or re.match(r"หาก|ถ้า", paragraph[ticked.end() :]):
            continue
        for ask, shape in _WORDS:
            if word := shape.search(paragraph):
                found.append(AskFound(ask, number, word.start(), word.end(), True))
    return found


def _in_body(paragraph: str, number: int, kind: str) -> list[AskFound]:
    found = []
    is_item = re.match(r"[0-9๐-๙]{1,2}[.)]|[-•]", paragraph) is not None
    is_table = kind == "สรุปมติที่ประชุม"
    past = re.match(r"ตามที่|ตามหนังสือ|ตาม", paragraph)
    told = paragraph
    if past and (end := re.search(r"(?<=[ก-๎]) ?นั้น(?=\s|$)", paragraph)):
        told = " " * end.end() + paragraph[end.end() :]
    for ask, shape in (("รายงาน", _REPORT), ("ส่งข้อมูล", _SEND), ("ตอบรับ", _REPLY)):
        for word in shape.finditer(told):
            before = told[: word.start()]
            first = re.search(r"(?:ราย|แจ้ง|สรุป|ส่ง|ตอบ|กรอก|ยืน|จัด|เสนอ|แบบ|ใบ)", word[0])
            lead = before + (word[0][: first.start()] if first else "")
            if _NARRATED.search(lead.strip()):
                continue
            if not (is_item or is_table or ask == "ตอบรับ" or _DUTY.search(before[-220:] + word[0][:6])):
                continue
            if "ส่งให้" in word[0] and re.search("(?<!รวบรวม)รายงาน|สรุปผล", told):
                continue
            found.append(AskFound(ask, number, word.start(), word.end(), False))
            break
    if is_table:
        if word := re.search(r"(?:^|[0-9๐-๙)] )(?:แจ้ง|กำชับ)(?=องค์กร|หน่วยงาน|อำเภอ|จังหวัด|ส่วนราชการ|เทศบาล)", told):
            if "แจ้ง" in word[0]:
                found.append(AskFound("แจ้งเวียน", number, word.start(), word.end(), False))
        if word := re.search(r"(?:^|[0-9๐-๙)] )ดำเนินการ", told):
            found.append(AskFound("ดำเนินการ", number, word.start(), word.end(), False))
    if word := re.search(r"(?:ขอให้|โปรด|ขอความ(?:ร่วมมือ|อนุเคราะห์))[ก-๎ ]{0,40}(?:แพร่ข่าว|ประชาสัมพันธ์)", told):
        found.append(AskFound("ประชาสัมพันธ์", number, word.start(), word.end(), False))
    if word := re.search(r"(?:เรียน)?เชิญ[ก-๎. ]{0,60}(?:เข้า)?ร่วม(?=[ก-๎ ])", told):
        found.append(AskFound("เข้าร่วม", number, word.start(), word.end(), False))
    return found


def _in_subject(subject: str, found: list[AskFound]) -> list[AskFound]:
    """A request in the subject says what the closing's พิจารณา is about."""
    asked = {one.ask for one in found}
    if not found:
        return []
    if asked & _GRANTED:  # the closing says itself what it wants granted
        asked |= _GRANTED
    return [
        AskFound(ask, -1, 0, len(subject), False)
        for ask, shape in _SUBJECTS
        if ask not in asked and shape.search(subject)
    ]
