"""Words that lost a mark and can only be one word; all others stay."""

import pytest

from saraban.rules.letter_reading.misreadings.lost_marks import with_stacked_marks
from tests.rules.letter_reading.letters import BODY, FOOT, HEAD, SIGNED, the_letter


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("เพือแต่งตังเจ้าหน้าทีในพืนที", "เพื่อแต่งตั้งเจ้าหน้าที่ในพื้นที่"),
        ("เรือง การขึนทะเบียนท้องถิน", "เรื่อง การขึ้นทะเบียนท้องถิ่น"),
        ("แล้วนัน บัดนีกลุมงานเปนผู้ดูแล", "แล้วนั้น บัดนี้กลุ่มงานเป็นผู้ดูแล"),
        ("ทีส่งมาด้วย ที ทส ๑", "ที่ส่งมาด้วย ที่ ทส ๑"),
        ("แหล่งนำในเขตพ้นททราบ", "แหล่งน้ำในเขตพื้นที่ทราบ"),
        ("กรมทรัพยากรนำ เลยงเด็ก", "กรมทรัพยากรน้ำ เลี้ยงเด็ก"),
    ],
)
def test_what_can_only_be_one_word_gets_its_marks_back(read, meant):
    assert with_stacked_marks(read) == meant


@pytest.mark.parametrize(
    "text",
    [
        "รุ่งเรืองในเมือง เพือน",
        "ทันทีได้ เวทีมีผู้ชม นาทีที่ใช้",
        "ความหนาที่กำหนด ทีมงาน สังกัด",
        "ฝายน้ำล้น",
        "จัดเก็บนำส่ง เขตพ้นทราบ",
    ],
)
def test_words_that_are_others_without_the_mark_stay(text):
    assert with_stacked_marks(text) == text


def test_a_scanned_letter_has_its_marks_in_what_is_read_of_it():
    head = HEAD.replace("เรื่อง การ", "เรือง การติดตังในพืนทีและการ")
    letter = the_letter(f"{head}{BODY.replace('เพื่อ', 'เพือ')}{SIGNED}{FOOT}")

    assert letter.subject == "การติดตั้งในพื้นที่และการสำรวจป้ายเตือนภัยน้ำหลาก"
    assert letter.evidence["number"].confirm
