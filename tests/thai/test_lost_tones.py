"""A page of Thai without tones over bare letters is known, whatever else stands on it."""

import pytest

from saraban.thai.lost_tones import has_lost_tones

WHOLE = (
    "ด้วยกรมทดสอบน้ำได้ให้ทุกหน่วยสำรวจแหล่งน้ำในพื้นที่ และแจ้งผลให้กรมทราบก่อนสิ้นเดือน "
    "หากต้องการข้อมูลเพิ่มเติม ขอให้ติดต่อผู้ประสานงานตามที่แจ้งไว้ท้ายหนังสือนี้ จึงเรียนมาเพื่อโปรดพิจารณา "
    "และแจ้งให้องค์กรปกครองส่วนท้องถิ่นทราบด้วย จะขอบคุณยิ่ง ทั้งนี้ ให้รายงานด้วยหากแหล่งน้ำแห้ง"
)
# As such a file gives it: ที่, เพื่อ and น้ำ whole, ด้วย and ให้ without their tone.
LOST = (
    "ดวยกรมทดสอบน้ําไดใหทุกหนวยสํารวจแหลงน้ำในพื้นที่ และแจงผลใหกรมทราบกอนสิ้นเดือน "
    "หากตองการขอมูลเพิ่มเติม ขอใหติดตอผูประสานงานตามที่แจงไวทายหนังสือนี้ จึงเรียนมาเพื่อโปรดพิจารณา "
    "และแจงใหองคกรปกครองสวนทองถิ่นทราบดวย จะขอบคุณยิ่ง ทั้งนี้ ใหรายงานดวยหากแหลงน้ําแหง"
)


def test_a_page_that_lost_its_tones_is_known():
    assert has_lost_tones(LOST)


@pytest.mark.parametrize(
    "page",
    [
        WHOLE,
        WHOLE + LOST,
        "กรมทดสอบ ตารางกำลังพล",  # too few letters to tell
        "Please send the table of names to the department. " * 8,
        "",
    ],
)
def test_other_pages_are_not_taken_for_one(page):
    assert not has_lost_tones(page)
