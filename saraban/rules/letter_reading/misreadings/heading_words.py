"""Words that stand on nearly every letter, as programs that read scans misprint them.

ที่ and วันที่ before figures, how urgent it is, for whom somebody signs, the label of a receipt: each
is told by what stands beside it.
"""

import re

_MARKS = "(?:[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{1,2})"
_VOWEL = "[ิ-ื]"
_WORDS = (
    (re.compile("ด[่๋]?วน ?ท[ีิ]่? ?สุด"), "ด่วนที่สุด"),
    (re.compile("ค[ำํ]า?สั่?ง(?=[ก-ฮเ-ไ ])"), "คำสั่ง"),
    (re.compile("^ค[าำํ]า?ส[ัิ]?่?ง(?=[ก-ฮเ-ไ]{2})"), "คำสั่ง"),
    (re.compile("ดาม(?=ที่|หนังสือ|บันทึก|คำสั่ง|มติ|ประกาศ|นัย|แบบ|สิ่งที่|บัญชี|ระเบียบ)"), "ตาม"),
    (re.compile("(?<![ก-๎])เขด(?=[ก-ฮเ-ไ 0-9๐-๙]|$)"), "เขต"),
    (re.compile("โรงเร[ิ]?ยน(?=[ก-ฮเ-ไ ])"), "โรงเรียน"),
    (re.compile("^ประ ?กา ?ศ ?(?=[ก-ฮเ-ไ])"), "ประกาศ"),
    (re.compile("^สุ?ร[ุู]?ป(?=มติ|ผล|ข้อ)"), "สรุป"),
    (re.compile(r"(?<![ก-๎])สั่?ง ณ วันที่?"), "สั่ง ณ วันที่"),
    (re.compile("(?<=ลง)วันท[ีิึ]?่?(?= ?[0-9๐-๙])"), "วันที่"),
    (re.compile("(?<=ลง) วันที่(?= ?[0-9๐-๙])"), "วันที่"),
    (re.compile("(?<=ลงวันที่)[,;'](?= ?[0-9๐-๙])"), ""),
    # Of ที่ the letter alone is left, before a day or an order's number.
    (re.compile("(?<=วัน)(จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)ท(?= [0-9๐-๙]{1,2} )"), r"\1ที่"),
    (re.compile("(?<![ก-๎])ท(?= [0-9๐-๙]{1,5} ?/(?: ?[2๒][5๕][0-9๐-๙]{2}(?![0-9๐-๙])|$))"), "ที่"),
    (re.compile(r"(?<![ก-๎])วันที(?=[ .:…]*[0-9๐-๙]| *$)"), "วันที่"),
    (re.compile(r"(?<![ก-๎])ที(?= ?[ก-ฮ]{2} ?\(?[0-9๐-๙ก]| [0-9๐-๙]+ ?/)"), "ที่"),
    (re.compile(rf"(?<![ก-๎])ท{_MARKS}?(?= [ก-ฮ]{{2}} [0-9๐-๙]{{4,5}}[./])"), "ที่"),
    # What was ว stands alone behind the slash.
    (re.compile(r"(?<=[0-9๐-๙]/) ?\) ?(?=[0-9๐-๙]{2,6}(?![0-9๐-๙)]))"), "ว "),
    (re.compile(r"(?<=[0-9๐-๙]/ว)[)\]|](?= ?[0-9๐-๙]{1,6}(?![0-9๐-๙)]))"), ""),
    (re.compile(r"(?<=[0-9๐-๙]/)ว[“”\"'’]+ ?ว?(?= ?[0-9๐-๙])"), "ว"),
    # The slash between a bracket and the letter for circulars.
    (re.compile(r"(?<=ที่ )([ก-ฮ]{2}\.? [0-9๐-๙.]{4,10}\([^()]{1,6}\)) ?ว(?= [0-9๐-๙])"), r"\1/ว"),
    (re.compile(r"(?<![ก-๎])(เลข)?(รับ)?ที(?=[ .:]*(?:[A-Z]{1,3} )?[0-9๐-๙])"), r"\1\2ที่"),
    (re.compile(r"((?:เลข(?:ที่)?|ลง)รับ(?:ที่)?) [^0-9๐-๙ ]{1,3} (?=[0-9๐-๙])"), r"\1 "),
    (re.compile(r"^เล[ขอฃ](?:ท[ีิ]่?)?(?:วับ|รับ|รา|วบ|รบ|ร้บ),?(?=[ .,:]|$)"), "เลขที่รับ"),
    (re.compile(r"เลขที(รับ)?(?=[ .:]*[0-9๐-๙])"), r"เลขที่\1"),
    (re.compile("ป[ฏฎ]ิบั[ตด]ิ ?รา[ชซ] ?การ ?แท(?:นุ?|[มบ](?![ก-ฮ]))"), "ปฏิบัติราชการแทน"),
    (re.compile("(?<![ก-๎])[ก-ฮ]ักษา ?รา[ชซ] ?การ ?แท(?:นุ?|[มบ](?![ก-ฮ]))"), "รักษาราชการแทน"),
    (re.compile("รักษา ?รา[ชซ] ?การ ?แท(?:นุ?|[มบ](?![ก-ฮ]))"), "รักษาราชการแทน"),
    # Labels and titles, one mark or a last letter another.
    (re.compile(rf"^อ{_MARKS}?างถ{_VOWEL}?ง(?= )"), "อ้างถึง"),
    (
        re.compile(
            rf"^[ก-ฮ]{_MARKS}?างถ{_VOWEL}?ง(?= +(?:\(?[0-9๐-๙]|หนังสือ|บันทึก|คำสั่ง|โทรสาร|วิทยุ|ที่ ))"
        ),
        "อ้างถึง",
    ),
    (re.compile(rf"^เร{_VOWEL}ย[นมบ](?= +[ก-ฮเ-ไ(])"), "เรียน"),
    (re.compile(rf"^เร{_VOWEL}่?อง(?= )"), "เรื่อง"),
    (re.compile(rf"^ส{_VOWEL}่?งท{_VOWEL}่?ส่?งมาด{_MARKS}?วย"), "สิ่งที่ส่งมาด้วย"),
    (re.compile(rf"^บันท{_VOWEL}กข{_MARKS}?อควา[มบน]$"), "บันทึกข้อความ"),
    (re.compile("^ส่?วนรา[ชซ]การ(?= )"), "ส่วนราชการ"),
    (re.compile("รักษา ?การ ?[ใไโ]น ?[ตด]ำ ?แหน่?ง"), "รักษาการในตำแหน่ง"),
    (re.compile("^ถ[ืิ]ง(?= )"), "ถึง"),
    # No office's number has a mark on the letter for circulars.
    (re.compile(rf"(/ ?)ว{_MARKS}(?= ?[0-9๐-๙])"), r"\1ว"),
    (re.compile(r"(?<![ก-๎])เลข(ที่)?รั?[่-์]?บ(?=[ .:]*[0-9๐-๙])"), r"เลข\1รับ"),
)


def with_heading_words(cell: str) -> str:
    """The text of a cell with these words as they are meant."""
    for shape, word in _WORDS:
        cell = shape.sub(word, cell)
    return cell
