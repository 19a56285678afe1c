"""What a letter asks for: its closing sentence, and the duties in its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from saraban.rules.letter_reading.narration import narrated_until
from saraban.rules.letter_reading.onward import onward_in
from saraban.rules.letter_reading.toneless import place_with_tones, toneless, toneless_shape

_STARTS = toneless_shape(
    r"จึง(?:ขอ)?(?:กราบ)?(?:เรียน|นมัสการ|ทูล|กราบทูล)(?:เสนอ|แจ้ง)?(?:มา)?|จึง(?:ขอ)?(?:แจ้ง|เสนอ"
    r"|ส่ง)มา(?:ยัง[ก-๎ ]{0,30})?เพื่อ|จึงประกาศ|จึงมาเรียน|จึงขอเรียน|จึงได้?เรียน"
)
_WORDS = (
    ("พิจารณาดำเนินการ", toneless_shape(r"พิจารณา(?:และ)?ดำเนินการ|พิจารณาและ(?:ถือปฏิบัติและ)?ดำเนินการ")),
    ("พิจารณา", toneless_shape(r"พิจารณา(?!(?:และ)?ดำเนินการ|และดำเนินการ|แล้ว)")),
    ("ทราบ", toneless_shape(r"(?<!รับ)ทราบ|รับทราบ")),
    (
        "ถือปฏิบัติ",
        toneless_shape(
            r"(?:ถือ|ยึดถือ)(?:เป็น(?:แนวทาง|หลัก)?(?:ใน)?(?:การ)?)?ปฏิบัติ|(?<!ถือ)ปฏิบัติ(?:ตาม|ต่อไป"
            r"|ให้ถูกต้อง|โดยเคร่งครัด)"
        ),
    ),
    (
        "ดำเนินการ",
        toneless_shape(r"(?<!พิจารณา)(?<!พิจารณาและ)(?<!การ)(?<!ผล)(?<!อนุมัติให้)(?<!อนุญาตให้)ดำเนินการ"),
    ),
    ("แจ้งเวียน", toneless_shape(r"แจ้งเวียน|เวียนแจ้ง|เวียนให้")),
    (
        "ประชาสัมพันธ์",
        toneless_shape(r"(?<!ฝ่าย)(?<!งาน)(?<!กลุ่ม)(?<!สื่อ)ประชาสัมพันธ์(?!จังหวัด)|เผยแพร่|แพร่ข่าว"),
    ),
    ("เข้าร่วม", toneless_shape(r"เข้าร่วม(?!โครงการแล้ว)|เข้าประชุม|ร่วมประชุม|เข้ารับการ")),
    ("ตอบรับ", toneless_shape(r"(?<!แบบ)ตอบรับ|แจ้งตอบ|ยืนยันการเข้าร่วม")),
    ("อนุมัติ", toneless_shape(r"อนุมัติ")),
    ("อนุญาต", toneless_shape(r"อนุญาต")),
    ("อนุเคราะห์", toneless_shape(r"อนุเคราะห์")),
    ("สั่งการ", toneless_shape(r"สั่งการ")),
    ("รายงาน", toneless_shape(r"รายงาน(?:ผล|ให้)")),
    ("ส่งข้อมูล", toneless_shape(r"ส่งข้อมูล")),
)
_SUBJECTS = (
    ("อนุมัติ", toneless_shape(r"^(?:ขอ|การขอ|เสนอขอ)อนุมัติ")),
    ("อนุญาต", toneless_shape(r"^(?:ขอ|การขอ)อนุญาต")),
    ("อนุเคราะห์", toneless_shape(r"^(?:ขอ|การขอ|ใคร่ขอ)(?:รับ)?(?:ความ)?อนุเคราะห์")),
    (
        "เข้าร่วม",
        toneless_shape(
            r"^ขอ(?:เรียน)?เชิญ(?:เข้า)?(?:ร่วม|ประชุม|เข้า|อบรม|ส่ง|ผู้|บุคลากร|ท่าน|ชวน)?(?!.*(?:วิทยากร"
            r"|สอบราคา|เสนอราคา))"
        ),
    ),
    ("ประชาสัมพันธ์", toneless_shape(r"ประชาสัมพันธ์(?!จังหวัด)|^ขอความ(?:ร่วมมือ|อนุเคราะห์)เผยแพร่")),
)
# A sealed letter says it in passing: ขอส่งสำเนา…มาเพื่อทราบ.
_SENT_TO = toneless_shape(
    r"(?:ส่ง|แจ้ง|เรียน"
    r"|เสนอ).{0,300}?มา(?:ยัง[ก-๎ ]{0,30})?(?:ด้วย)?เพื่อ(?:โปรด)?(?=ทราบ|ถือ|พิจารณา"
    r"|ดำเนินการ)"
)
_GRANTED = {"อนุมัติ", "อนุญาต", "อนุเคราะห์"}
_DUTY = toneless_shape(
    r"ขอให้|ให้(?!กับ|แก่|ความ|ได้|การ|บริการ)|โปรด|กำชับ|ขอความร่วมมือ|ขอความอนุเคราะห์|ดังนี้|ต้อง"
)
_REPORT = toneless_shape(
    r"(?:^[0-9๐-๙.)( ]{0,6}|และ|แล้ว|พร้อม(?:ทั้ง)?|ให้|โดย|จัดทำ|ท่าน|ส่ง|หน่วยงาน|อำเภอ|จังหวัด|โปรด"
    r"|รวบรวม| )(?:สรุป)?"
    r"(?:รายงาน(?:ผล|ให้|สถานการณ์|ความ(?:ก้าวหน้า|คืบหน้า)|การ(?!ประชุม)|มา|ส่ง|ตาม|จังหวัด| ?ศ|ดังกล่าว"
    r"|กรม|สำนัก|กระทรวง|อำเภอ|คณะ(?!กรรม)|มหาวิทยาลัย|ต่อ(?!ไป)|ไปยัง|ทันที|ทุก|เป็นราย|สถิติ|ข้อมูล|จำนวน)"
    r"|แจ้งผล(?:การ|ให้))"
    r"|ขอให้[ก-๎ ]{0,40}รายงาน(?!การประชุม|ตัว|ทาง)"
    r"|^\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})?[.)] ?(?:ให้)?(?:สรุป)?รายงาน"
    r"(?!การประชุม|ตัว|ประจำปี|ทางการ|การเงิน)"
)
_NARRATED = toneless_shape(
    r"(?:ได้|(?<!ราช)(?<!โครง)(?<!กรรม)การ|แบบ|ระบบ|ตาม|(?<!หน้า)ที่|เพื่อ(?:รวบรวม|สรุป)?|ผลการ|ซึ่ง|มี|รับ|เคย|จะ"
    r"|มา)(?:สรุป)?$|(?:ได้|กรม[ก-๎]{2,30}ได้|จะ|ต้องการ|เพื่อรวบรวม|ขอ|เพื่อสรุป)$"
)
_SEND = toneless_shape(
    r"(?:จัด)?ส่ง(?:แบบ(?!ตอบรับ)[ก-๎]{0,12}|ข้อมูล|รายชื่อ|รายละเอียด|ประวัติ|เอกสาร|หลักฐาน|แผน|ผลการ"
    r"|ความเห็น|ข้อเสนอ|ชื่อ|งบ(?:การเงิน|เดือน|ทดลอง)|บัญชี|ภาพถ่าย|ไฟล์|ให้(?:อำเภอ|จังหวัด|กรม|กระทรวง|สำนักงาน|คณะ|มหาวิทยาลัย|เทศบาล|กอง|สำนัก|ฝ่าย"
    r"|ศูนย์|กลุ่ม|งาน|โรงเรียน))"
    r"|(?:แจ้ง|เสนอ|กรอก|ให้)(?:รายชื่อ|ข้อมูล(?!ข่าวสาร)|ชื่อผู้|รายละเอียด|ความประสงค์(?!เข้าร่วม|จะเข้า|ในการเข้า|ที่จะเข้า)|ความเห็น(?!ชอบ)|ข้อคิดเห็น)"
    r"|กรอกแบบ|ตอบแบบ(?:สอบถาม|สำรวจ)"
)
_REPLY = toneless_shape(
    r"(?:ส่ง)?(?:แบบ|ใบ)?ตอบรับ|แจ้ง(?:การ)?(?:ยืนยัน|ตอบรับ)|ยืนยันการ"
    r"|แจ้งความ(?:ประสงค์|จำนง)(?:ใน|ที่|จะ|ขอ|การ)*เข้า"
)
# Without a closing sentence the last request stands for it: จึงขอให้หน่วยงาน…ดำเนินการ.
_REQUEST = toneless_shape(
    r"จึง(?:ใคร่)?ขอ(?:ให้|ความ|ได้|เชิญ|เรียนเชิญ)|ขอได้โปรด|(?P<told>จึง(?:ขอ)?แจ้ง(?!ว่า|ให้))"
)
_TICKED = toneless_shape(r"^[(\[] ?[/xX✓✔√vV] ?[)\]] ?|^[☑✓✔√☒] ?")
_UNTICKED = toneless_shape(r"^(?:[(\[] ?[)\]] ?|☐ ?)")

_LIST_HEAD = toneless_shape(r"(?:จึง)?(?:เรียน)?(?:มา)?เพื่อ(?:โปรด)? ?:?")
_NOT_ASKED = toneless_shape(r"(?:การ|(?<!หน้า)ที่|ได้รับ|ผู้)$")
# รายงานผลให้จังหวัดทราบ, ประชาสัมพันธ์ให้ทราบ: it is somebody else who is to know.
_OTHERS_KNOW = toneless_shape(
    r"(?:รายงาน|ตอบ|ประชาสัมพันธ์|เผยแพร่|เวียน|(?<!จึง)(?<!เรียน)(?<!ขอ)แจ้ง)(?:(?!เพื่อ)[^ ]){0,40}"
    r"(?:ให้|แก่)(?:(?!เพื่อ)[^ ]){0,30}$"
)
_CIRCULATE = toneless_shape(r"(?:และ|โปรด|เพื่อ)?(?:ขอให้|โปรด)?(?:แจ้งเวียน|เวียน)")
_IF = toneless_shape(r"หาก|ถ้า")
_VERB = toneless_shape(r"(?:ราย|แจ้ง|สรุป|ส่ง|ตอบ|กรอก|ยืน|จัด|เสนอ|แบบ|ใบ)")
_REPORTING = toneless_shape("(?<!รวบรวม)รายงาน|สรุปผล")
_ROW_TELLS = toneless_shape(
    r"(?:^|[0-9๐-๙)] )(?:แจ้ง|กำชับ)(?=องค์กร|หน่วยงาน|อำเภอ|จังหวัด|ส่วนราชการ|เทศบาล)"
)
_ROW_ACTS = toneless_shape(r"(?:^|[0-9๐-๙)] )ดำเนินการ")
_SPREAD = toneless_shape(
    r"^[0-9๐-๙]{1,2}[.)] ?ประชาสัมพันธ์ให้|"
    r"(?:ขอให้|โปรด|ขอความ(?:ร่วมมือ|อนุเคราะห์)|เร่ง)[ก-๎ ]{0,40}(?:แพร่ข่าว|ประชาสัมพันธ์|เผยแพร่)"
)
_INVITE = toneless_shape(r"(?:เรียน)?เชิญ[ก-๎. ]{0,60}(?:เข้า)?ร่วม(?=[ก-๎ ])")
_SENTENCE_END = toneless_shape(
    r" (?=พร้อมนี้|และแจ้งผล|ทั้งนี้|สำหรับ|และขอ|ขอได้|หาก|หวังเป็น|จะเป็น|จัก|โดย(?!เร็ว|เคร่ง)|รายละเอียด)"
    r"|(?<=[ก-๎]) (?=(?:คณะ|กรม|สำนักงาน|มหาวิทยาลัย|โรงเรียน|จังหวัด)[ก-๎ ]{3,60}(?:หวัง|ขอ|จัก|จะ))"
)


@dataclass(frozen=True)
class AskFound:
    """One of the asks, the paragraph it was read in and the characters there."""

    ask: str
    paragraph: int
    start: int
    end: int
    is_from_closing: bool

    @property
    def confidence(self) -> float:
        """The closing sentence asks outright; a duty in the text or a subject is inferred."""
        if self.is_from_closing:
            return 0.95
        return 0.85 if self.paragraph >= 0 else 0.8


def asks_of(paragraphs: Sequence[str], subject: str, kind: str) -> list[AskFound]:
    """What the letter asks, the closing sentence first, each ask once."""
    printed, paragraphs = paragraphs, [toneless(paragraph) for paragraph in paragraphs]
    found: list[AskFound] = []
    closing = _closing_at(paragraphs)
    if closing is not None:
        found += _in_closing(paragraphs[closing[0]], printed[closing[0]], *closing)
    else:
        found += _in_last_request(paragraphs, printed, kind)
    found += _in_ticks(paragraphs) or _in_list_without_ticks(paragraphs)
    for number, paragraph in enumerate(paragraphs):
        is_closing = closing is not None and number == closing[0]
        start = closing[1] if closing and is_closing else len(paragraph)
        told_until = min(start, len(toneless(printed[number][: narrated_until(printed[number])])))
        found += _in_body(paragraph[:start], number, kind, told_until)
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
    if "รายงาน" in seen:  # what is sent to somebody is then the report
        kept = [one for one in kept if not _is_report_sent(one, paragraphs)]
    if "พิจารณาดำเนินการ" in seen:
        kept = [one for one in kept if one.ask not in ("พิจารณา", "ดำเนินการ")]
    return [_with_tones(one, printed) for one in kept]


def without_unticked(paragraphs: Sequence[str]) -> list[int]:
    """The paragraphs that count: of a tick list only the ticked, when one is ticked."""
    has_tick = any(_TICKED.match(toneless(one)) for one in paragraphs)
    return [
        place
        for place, one in enumerate(paragraphs)
        if not (has_tick and _UNTICKED.match(toneless(one)))
    ]


def _is_report_sent(one: AskFound, paragraphs: Sequence[str]) -> bool:
    sent = paragraphs[one.paragraph][one.start : one.end] if one.paragraph >= 0 else ""
    return one.ask == "ส่งข้อมูล" and toneless("ส่งให้") in sent


def _with_tones(one: AskFound, printed: Sequence[str]) -> AskFound:
    """The ask with its places counted in the printed paragraph."""
    if one.paragraph < 0:
        return one
    text = printed[one.paragraph]
    start, end = place_with_tones(text, one.start), place_with_tones(text, one.end)
    return replace(one, start=start, end=end)


def _closing_at(paragraphs: Sequence[str]) -> tuple[int, int] | None:
    """The paragraph and place where จึงเรียนมาเพื่อ… starts; the last one counts."""
    for number in range(len(paragraphs) - 1, -1, -1):
        starts = list(_STARTS.finditer(paragraphs[number]))
        if starts:
            return number, starts[-1].start()
    for number, paragraph in enumerate(paragraphs):
        if sent := _SENT_TO.search(paragraph):
            return number, sent.start()
    return None


def _in_last_request(
    paragraphs: Sequence[str], printed: Sequence[str], kind: str
) -> list[AskFound]:
    """What a letter asks that ends without a closing sentence, as sealed ones often do."""
    if kind in ("คำสั่ง", "ประกาศ", "สรุปมติที่ประชุม"):
        return []
    for number in range(len(paragraphs) - 1, -1, -1):
        told_until = len(toneless(printed[number][: narrated_until(printed[number])]))
        requests = [
            one for one in _REQUEST.finditer(paragraphs[number]) if one.start() >= told_until
        ]
        if requests:
            start = requests[0].start()
            found = _in_closing(paragraphs[number], printed[number], number, start, told_from=0)
            is_told = requests[0]["told"] is not None
            return [
                replace(one, is_from_closing=False) for one in found if is_told or one.ask != "ทราบ"
            ]
    return []


def _in_closing(
    paragraph: str, printed: str, number: int, start: int, told_from: int = 9
) -> list[AskFound]:
    """The verbs after เพื่อ up to the end of the sentence, without what others are told.

    A clause for others that opens before told_from is the sentence itself.
    """
    closing = paragraph[start:]
    limit = len(closing)
    with_tones = printed[place_with_tones(printed, start) :]
    for clause in onward_in(with_tones):
        if clause.start >= told_from:
            limit = min(limit, len(toneless(with_tones[: clause.start])))
    head = closing[:limit]
    sentence = _SENTENCE_END.search(head)
    if sentence:
        head = head[: sentence.start()]
    asks = []
    for ask, shape in _WORDS:
        if word := shape.search(head):
            if ask in ("ดำเนินการ", "เข้าร่วม", "อนุมัติ") and _NOT_ASKED.search(head[: word.start()]):
                continue
            if ask == "ทราบ" and _OTHERS_KNOW.search(head[: word.start()]):
                continue
            asks.append(AskFound(ask, number, start + word.start(), start + word.end(), True))
    told = closing[limit:]
    if _CIRCULATE.match(told):
        asks.append(AskFound("แจ้งเวียน", number, start + limit, len(paragraph), True))
    return sorted(asks, key=lambda one: one.start)


def _duties_beside_closing(paragraph: str, number: int, start: int) -> list[AskFound]:
    rest = paragraph[start:]
    found = []
    for ask, shape in (
        ("ประชาสัมพันธ์", toneless_shape(r"แพร่ข่าว|ประชาสัมพันธ์(?!จังหวัด)|เผยแพร่")),
        ("ตอบรับ", _REPLY),
        ("สั่งการ", toneless_shape(r"(?:โปรด|ขอให้)สั่งการ")),
        ("ส่งข้อมูล", _SEND),
        ("อนุมัติ", toneless_shape(r"(?:เห็นชอบ|เห็นสมควร|เห็นด้วย) ?(?:ขอได้)?โปรด(?:พิจารณา)?อนุมัติ")),
        ("อนุญาต", toneless_shape(r"(?:เห็นชอบ|เห็นสมควร|เห็นด้วย) ?(?:ขอได้)?โปรด(?:พิจารณา)?อนุญาต")),
        (
            "รายงาน",
            toneless_shape(
                r"(?:ขอให้|และ|โปรด|พร้อมทั้ง|ให้)(?:สรุป)?(?:รายงาน(?!การประชุม)|แจ้งผลการ(?!พิจารณา))"
            ),
        ),
    ):
        if word := shape.search(rest):
            found.append(AskFound(ask, number, start + word.start(), start + word.end(), False))
    return found


def _in_ticks(paragraphs: Sequence[str]) -> list[AskFound]:
    """A tick list in place of a closing sentence: only what is ticked."""
    found = []
    for number, paragraph in enumerate(paragraphs):
        ticked = _TICKED.match(paragraph)
        if not ticked or _IF.match(paragraph[ticked.end() :]):
            continue
        for ask, shape in _WORDS:
            if word := shape.search(paragraph):
                found.append(AskFound(ask, number, word.start(), word.end(), True))
    return found


def _in_list_without_ticks(paragraphs: Sequence[str]) -> list[AskFound]:
    """Lines under a lone เพื่อโปรด whose ticks a scan lost; each opens with what is asked."""
    for head, paragraph in enumerate(paragraphs):
        if not _LIST_HEAD.fullmatch(paragraph):
            continue
        found = []
        for number, row in enumerate(paragraphs[head + 1 : head + 5], start=head + 1):
            if not any(shape.match(row) for _, shape in _WORDS):
                break
            clause = _IF.split(row)[0]
            for ask, shape in _WORDS:
                if word := shape.search(clause):
                    found.append(AskFound(ask, number, word.start(), word.end(), False))
        return sorted(found, key=lambda one: (one.paragraph, one.start))
    return []


def _in_body(paragraph: str, number: int, kind: str, told_until: int) -> list[AskFound]:
    found: list[AskFound] = []
    word: re.Match[str] | None
    is_item = re.match(r"[0-9๐-๙]{1,2}[.)]|[-•]", paragraph) is not None
    is_table = kind == "สรุปมติที่ประชุม"
    told = " " * told_until + paragraph[told_until:]
    for ask, shape in (("รายงาน", _REPORT), ("ส่งข้อมูล", _SEND), ("ตอบรับ", _REPLY)):
        for hit in shape.finditer(told):
            before = told[: hit.start()]
            first = _VERB.search(hit[0])
            lead = before + (hit[0][: first.start()] if first else "")
            if _NARRATED.search(lead.strip()):
                continue
            if not (
                is_item or is_table or ask == "ตอบรับ" or _DUTY.search(before[-220:] + hit[0][:6])
            ):
                continue
            if toneless("ส่งให้") in hit[0] and _REPORTING.search(told):
                continue
            found.append(AskFound(ask, number, hit.start(), hit.end(), False))
            break
    if is_table:
        word = _ROW_TELLS.search(told)
        if word and toneless("แจ้ง") in word[0]:
            found.append(AskFound("แจ้งเวียน", number, word.start(), word.end(), False))
        if word := _ROW_ACTS.search(told):
            found.append(AskFound("ดำเนินการ", number, word.start(), word.end(), False))
    if word := _SPREAD.search(told):
        found.append(AskFound("ประชาสัมพันธ์", number, word.start(), word.end(), False))
    if word := _INVITE.search(told):
        found.append(AskFound("เข้าร่วม", number, word.start(), word.end(), False))
    return found


def _in_subject(subject: str, found: list[AskFound]) -> list[AskFound]:
    """A request in the subject says what the closing's พิจารณา is about."""
    asked = {one.ask for one in found}
    if asked & _GRANTED:  # the closing says itself what it wants granted
        asked |= _GRANTED
    return [
        AskFound(ask, -1, 0, len(subject), False)
        for ask, shape in _SUBJECTS
        if ask not in asked and shape.search(toneless(subject))
    ]
