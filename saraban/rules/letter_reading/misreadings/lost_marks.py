"""Marks that engines lose, most of them over an upper vowel, put back in words of every letter.

เพือ, ทีส่งมาด้วย and แต่งตัง are no words: what is meant is told by the word alone. Words that are
others without their mark (เรือง, เมือง, สัง) need what stands beside them.
"""

import re

_STACKED = re.compile("(?<=[\u0e31\u0e34-\u0e37])[\u0e48\u0e49]")
_WORDS = (
    "พื้นที่ สถานที่ หน้าที่ สิ่งที่ แต่งตั้ง จัดตั้ง ท้องถิ่น เกี่ยวข้อง เกี่ยวกับ อย่างยิ่ง รายชื่อ ลงชื่อ ลายมือชื่อ เสนอชื่อ "
    "เชี่ยวชาญ เปลี่ยน เพิ่ม ขั้นพื้นฐาน ขั้นตอน พื้นฐาน ครั้งที่ หนึ่ง ทั้งสิ้น ทั้งนี้ บัดนี้ ดังนี้ พร้อมนี้ การนี้ ทั่วกัน ทั่วไป "
    "ทั่วถึง ชั่วคราว คำสั่ง สั่งการ ตั้งแต่ ขึ้น เครื่อง เคลื่อน เงื่อนไข เนื่องจาก เนื่องด้วย กลั่นกรอง เลี้ยง ชี้แจง ชั้นมัธยม "
    "ชั้นประถม เยี่ยม ติดตั้ง ติดเชื้อ ที่ส่งมา ที่สุด ที่ได้ ที่มี ที่จะ ที่กำหนด ที่อ้างถึง ที่แนบ ที่ทำการ ที่ว่าการ ที่ปรึกษา ที่ผ่านมา "
    "ที่ชำรุด ที่ประสบ ที่ต้อง ที่เข้า ที่เป็น ที่อยู่ ที่ไม่ ที่ยัง ที่ใช้"
)
_IN_CONTEXT = (
    (re.compile("เพือ(?!น)"), "เพื่อ"),
    (re.compile("เมือ(?!ง)"), "เมื่อ"),
    (re.compile(r"(?<![ก-๎])เรือง(?=[ :]|$)"), "เรื่อง"),
    (re.compile(r"(?<=[ ก-๎])เรือง(?=ร้อง|เสนอ|ที|นี|ดัง|เดิม)"), "เรื่อง"),
    (re.compile(r"(?<![ก-๎])ที(?= )"), "ที่"),
    (re.compile(r"(?<![ก-๎])ซึง(?=[ก-๎])"), "ซึ่ง"),
    (re.compile(r"(?:(?<= )|(?<=แล้ว))นัน(?= |$)"), "นั้น"),
    (re.compile("(?<=เขต)พ้นท(?:ี่?|่)?(?!ราบ)"), "พื้นที่"),
    (
        re.compile("(?:(?<=แหล่ง)|(?<=ทรัพยากร)|(?<=ระบาย))นำ"),
        "น้ำ",
    ),
    (re.compile("เลยง(?=เด็ก|ดู|สัตว์)"), "เลี้ยง"),
    (re.compile("(?<![ก-๎])ทั้งน(?= )"), "ทั้งนี้"),
    (re.compile("กลุม"), "กลุ่ม"),
    (re.compile("เปน(?![ก-ฮ]์)"), "เป็น"),
    (re.compile("ปวย"), "ป่วย"),
    (re.compile("(?<![ก-๎])ฝาย(?=บริหาร|อำนวย|ปกครอง|แผน|กิจการ|วิชาการ|ทะเบียน|นิติ)"), "ฝ่าย"),
)
_SHAPES = {_STACKED.sub("", word): word for word in sorted(_WORDS.split(), key=len, reverse=True)}
# No ทันที, เวที or นาที is taken for ที่.
_DAMAGED = re.compile(
    "(?<!ทัน)(?<!เว)(?<!นา)(?:"
    + "|".join(_STACKED.sub(r"\g<0>?", word) for word in _SHAPES.values())
    + ")"
)


def with_stacked_marks(text: str) -> str:
    """The text with the marks back that such words lost; all other words stay as they are."""
    text = _DAMAGED.sub(lambda word: _SHAPES[_STACKED.sub("", word[0])], text)
    for shape, word in _IN_CONTEXT:
        text = shape.sub(word, text)
    return text
