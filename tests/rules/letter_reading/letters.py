"""A plain letter whose parts a test replaces, and the one letter read out of a text."""

from dataclasses import replace

from saraban.rules.letter_reading.lines.page_lines import pages_of_text
from saraban.rules.letter_reading.reading import read_letters

HEAD = """ที่ ทส ๙๙๐๑/ว ๘๑
กรมทดสอบน้ำ
ถนนทดลอง กทม. ๑๐๔๐๐
๓ มิถุนายน ๒๕๖๕
เรื่อง การสำรวจป้ายเตือนภัยน้ำหลาก
เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด
"""
BODY = """ด้วยกรมทดสอบน้ำจะสำรวจป้ายเตือนภัยริมตลิ่งทุกแห่ง
จึงเรียนมาเพื่อโปรดทราบ
"""
SIGNED = """ขอแสดงความนับถือ
(นายทดลอง น้ำใส)
อธิบดีกรมทดสอบน้ำ
"""
FOOT = """กองป้ายเตือนภัย
โทร. ๐ ๒๐๐๐ ๐๐๐๐
"""
ORDER = """คำสั่งโรงเรียนทดสอบวิทยา
ที่ ๑๒/๒๕๖๐
เรื่อง แต่งตั้งเวรยาม
เพื่อให้การเป็นไปด้วยความเรียบร้อย ให้ผู้มีรายชื่อปฏิบัติหน้าที่
สั่ง ณ วันที่ ๒ มีนาคม พ.ศ. ๒๕๖๐
"""


def the_letter(text):
    """The only letter in a text."""
    (letter,) = read_letters(pages_of_text(text))
    return letter


def the_letter_off_a_picture(text):
    """The only letter in a text that a reader of pictures wrote, sure of what it saw."""
    pages = [
        replace(
            page, lines=tuple(replace(line, source="ocr", confidence=0.95) for line in page.lines)
        )
        for page in pages_of_text(text)
    ]
    (letter,) = read_letters(pages)
    return letter


def signed_by(lines):
    """Who signed a plain letter that ends with these lines."""
    return the_letter(f"{HEAD}{BODY}ขอแสดงความนับถือ\n{lines}\n{FOOT}").signatory
