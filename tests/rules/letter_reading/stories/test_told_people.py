"""Whom a story names with a letter that it prints run on, greeting and all."""

import pytest

from saraban.rules.letter_reading.draft import Signatory
from saraban.rules.letter_reading.lines.page_lines import pages_of_text
from saraban.rules.letter_reading.reading import read_letters

STORY = (
    "ชาวบ้านริมตลิ่งเฮ กรมทดสอบน้ำสั่งปลดป้ายเก่าทุกแห่ง\n\n"
    "มีผู้เผยแพร่หนังสือของกรมทดสอบน้ำ ซึ่งส่งถึงหน่วยงานในพื้นที่ทั้งหมด ลงในสื่อสังคมออนไลน์ "
    "จนมีการแสดงความเห็นเป็นจำนวนมาก โดยหนังสือระบุว่า\n\n"
    "ด่วนมาก ที่ ทส 9901/ว 81 ลงวันที่ 3 มิถุนายน 2565 เรื่อง การปลดป้ายเตือนภัย เรียน {whom} {opens} "
    "กรมทดสอบน้ำจึงขอให้ปลดป้ายเก่า และรายงานกรมทดสอบน้ำทราบ\n\n"
    "ท้ายหนังสือระบุ จึงเรียนมาเพื่อดำเนินการ ลงชื่อ นายทดลอง น้ำใส อธิบดีกรมทดสอบน้ำ\n"
)


@pytest.mark.parametrize("whom", ["ประมงจังหวัดทุกจังหวัด", "สาธารณสุขอำเภอทุกอำเภอ", "นายอำเภอทุกอำเภอ"])
@pytest.mark.parametrize(
    "opens", ["ด้วยปรากฏว่าป้ายชำรุด", "เนื่องจากป้ายชำรุด", "อ้างถึง หนังสือกรมทดสอบน้ำ เรื่อง ป้ายชำรุด"]
)
def test_a_letter_run_on_names_its_subject_and_whom_it_greets(whom, opens):
    (letter,) = read_letters(pages_of_text(STORY.format(whom=whom, opens=opens)))

    assert letter.subject == "การปลดป้ายเตือนภัย"
    assert letter.addressees == [whom]


def test_who_learns_something_is_not_greeted():
    story = STORY.replace("เรียน {whom} {opens}", "สำหรับเด็กที่ เรียน ว่ายน้ำ ส่งถึงนายอำเภอทุกอำเภอ โดยเร็ว")
    (letter,) = read_letters(pages_of_text(story))

    assert letter.addressees == ["นายอำเภอทุกอำเภอ"]
    assert letter.subject == "การปลดป้ายเตือนภัย สำหรับเด็กที่ เรียน ว่ายน้ำ"


PARAGRAPHS = (
    "กรมทดสอบน้ำร่อนหนังสือถึงทุกอำเภอ\n\n"
    "ผู้สื่อข่าวรายงานว่า หลังพบป้ายเตือนภัยล้มหลายแห่ง กรมทดสอบน้ำได้ออกหนังสือถึงนายอำเภอทุกอำเภอ "
    "ซึ่งมีผู้เผยแพร่ต่อกันเป็นจำนวนมากในสื่อสังคมออนไลน์ มีใจความดังนี้\n\n"
    "ที่ ทส 9901/ว 81\n\nกรมทดสอบน้ำ\n\nถนนทดลอง กทม. 10400\n\n3 มิถุนายน 2565\n\n"
    "เรื่อง การปลดป้ายเตือนภัย\n\nเรียน นายอำเภอทุกอำเภอ\n\n"
    "ด้วยป้ายเตือนภัยริมน้ำชำรุด{long} จึงขอให้ปลดป้ายเก่า\n\nจึงเรียนมาเพื่อดำเนินการ\n\n"
    "ลงนามโดย นายทดลอง น้ำใส รองอธิบดีกรมทดสอบน้ำ\n\n"
    "ด้านชาวบ้านริมน้ำคนหนึ่ง เปิดเผยว่า ป้ายล้มมานานแล้ว\n"
)


def test_who_signed_is_told_on_a_short_line_among_paragraphs_of_one_line_each():
    story = PARAGRAPHS.format(long=" และล้มลงในน้ำหลายแห่งจนเรือแล่นไม่ได้" * 10)
    (letter,) = read_letters(pages_of_text(story))

    assert letter.signatory == Signatory("นายทดลอง น้ำใส", "รองอธิบดีกรมทดสอบน้ำ", None)
