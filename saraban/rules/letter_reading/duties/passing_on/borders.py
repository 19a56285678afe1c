"""Where one clause that passes a matter on begins and ends, once the tagger has found it.

The tagger weighs each word; that two acts of telling are two clauses, that a request begins where
it asks, and that a day by when is none of what is told, holds for all of them.
"""

from collections.abc import Iterator

from saraban.rules.letter_reading.lines.toneless import place_with_tones, toneless, toneless_shape

_SHORTEST = 18  # characters of a clause
# Somebody comes to hear, see or read of it; where nothing of that is said, nothing is passed on.
# Without its marks a word may stand in another one: รู้ in รูป, สื่อ in หนังสือ, สั่ง in สังกัด.
_IS_TOLD = toneless_shape(
    r"แจ้ง|เวียน|ประชาสัมพันธ์|เผยแพร่|ประกาศ|บอก|ทราบ|รู้(?!ป)|เข้าใจ|เตือน|ชี้แจง|อธิบาย|ย้ำ|กำชับ|เน้น|กวดขัน"
    r"|ข่าว|ป้าย|โปสเตอร์|ใบปลิว|แผ่น(?!ดิน)|แจก|ชวน|แนะ|ถ่ายทอด|(?<!หนัง)สื่อ|(?:ซัก|ฝึก)ซ้อม|พูด|เล่า|(?<!ดัง)กล่าว"
    r"|อ่าน|ฟัง|เห็น|สอน|(?:ป่าว|ขอ)ร้อง|โพสต์|เว็บ|เพจ|ไลน์|เสียง|ออกอากาศ|ข้อความ|โทร|ส่งต่อ|(?:ถ่าย|ส่ง|แจก)สำเนา|รณรงค์"
    r"|กระจาย|แบ่งปัน|สุขศึกษา|ติด(?!ตาม|ต่อ|เชื้อ)|ปิด|แขวน|แปะ|ลงชื่อ|ลงนาม|นัด|สั่ง(?!กัด|คม)|(?<!ได้รับ)มอบหมาย|ประสาน"
    r"|(?<!เงิน)ฝาก|เร่งรัด"
)
# Behind a blank somebody asks anew: … ที่อยู่ห่างไกล ใคร่ขอความกรุณาจังหวัดช่วยฝากข่าว….
_ASKS_ANEW = toneless_shape(
    r"(?<= )(?:จึง|ใคร่)*(?:ขอ(?:ให้|ความ(?:ร่วมมือ|อนุเคราะห์|กรุณา)|ได้โปรด)|โปรด|กรุณา)"
)
# … and what is told stands behind what the receiver itself is to know.
_FOR_ITSELF = toneless_shape(r"มาเพื่อ(?:โปรด)?ทราบ ?และ")
_LATEST_START = 0.6  # of the clause
# Two acts of telling are two clauses, unless the first just names its means: ปิดประกาศและบอกกล่าวให้….
_TELLS_TOO = toneless_shape(
    r"(?<!ประกาศ)(?<!โปสเตอร์)(?<!แผ่นพับ)(?<!กำชับ)(?<!ประชาสัมพันธ์)(?<!เผยแพร่)(?<!แจ้ง)(?<!ข่าว)(?<!เร่งรัด)"
    r" ?(?:และ|พร้อมทั้ง|พร้อมกับ|ตลอดจน|รวมทั้ง|กับ)"
    r"(?=(?:ขอ)?(?:ให้)?แจ้ง|ประกาศ|ประชาสัมพันธ์|เผยแพร่|เวียน|กำชับ|ฝาก|เตือน|บอก|ติด|ปิด|เชิญชวน"
    r"|ลง(?:ข่าว|ประกาศ)|ขึ้น(?!ทะเบียน|ไป))"
)
_KNOWS = toneless_shape("ทราบ|รู้|เข้าใจ|ปฏิบัติ|ดำเนินการ")
# Where no word says that somebody knows, no turn is looked for before this many characters.
_TELLS_AT_LEAST = 20
# By when, under what condition, and what is to be sent: no part of what is told.
_TURNS = toneless_shape(
    r" ?(?:ภายใน(?:วัน|กำหนด|เดือน|[ 0-9๐-๙])|ก่อนวัน|ทั้งนี้|รายละเอียด|หาก"
    r"|(?:และ|พร้อมทั้ง)(?:ขอ)?(?:ให้)?(?:รายงาน|รวบรวม|จัดส่ง|สรุป|ส่ง)"
    r"|(?:ล่วงหน้า|เป็นเวลา)(?:ไม่น้อยกว่า|อย่างน้อย) ?[0-9๐-๙]|อย่างน้อย ?[0-9๐-๙]+ ?วัน)"
)


def clauses_within(clause: str) -> Iterator[tuple[int, int]]:
    """From where to where in the tagger's clause the clauses stand that it holds; none if nobody
    is told anything there."""
    text = toneless(clause)
    if not _IS_TOLD.search(text):
        return
    start = _start_in(text)
    for joint in _TELLS_TOO.finditer(text, start):
        if joint.start() - start > _SHORTEST and len(text) - joint.end() > _SHORTEST:
            yield _in_print(clause, start, _end_in(text, start, joint.start()))
            start = joint.end()
    yield _in_print(clause, start, _end_in(text, start, len(text)))


def _start_in(text: str) -> int:
    starts = [one.start() for one in _ASKS_ANEW.finditer(text)]
    starts += [one.end() for one in _FOR_ITSELF.finditer(text)]
    return max((one for one in starts if one < len(text) * _LATEST_START), default=0)


def _end_in(text: str, start: int, end: int) -> int:
    known = _KNOWS.search(text, start, end)
    turn = _TURNS.search(text, known.end() if known else start + _TELLS_AT_LEAST, end)
    return turn.start() if turn else end


def _in_print(clause: str, start: int, end: int) -> tuple[int, int]:
    return place_with_tones(clause, start), place_with_tones(clause, end)
