"""Deadlines whose days, years and counts are written out in words."""

from datetime import date

import pytest

from saraban.rules.letter_reading.duties.deadlines import deadlines_in
from tests.rules.letter_reading.letters import the_letter

LETTER_DAY = date(2022, 6, 16)


def only(text):
    (found,) = deadlines_in(text, letter_day=LETTER_DAY)
    return found.deadline


@pytest.mark.parametrize(
    ("text", "due_on"),
    [
        ("ส่งกลับภายในวันที่ยี่สิบเก้า กรกฎาคม ๒๕๖๕", date(2022, 7, 29)),
        (
            "ภายในวันศุกร์ที่แปด เดือนกรกฎาคม พุทธศักราชสองพันห้าร้อยหกสิบห้า",
            date(2022, 7, 8),
        ),
        ("ภายในวันที่สิบ เดือนหน้า", date(2022, 7, 10)),
    ],
)
def test_a_fixed_day_may_stand_in_words(text, due_on):
    assert only(text).due_on == due_on


@pytest.mark.parametrize(
    ("text", "days", "working_days"),
    [
        ("ให้ส่งแบบภายในยี่สิบเอ็ดวันนับแต่วันที่ได้รับหนังสือ", 21, None),
        ("ให้ส่งแบบภายในสิบสองวันทำการนับแต่วันที่ได้รับหนังสือ", None, 12),
    ],
)
def test_any_number_of_days_may_stand_in_words(text, days, working_days):
    assert (only(text).days, only(text).working_days) == (days, working_days)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("รายงานทุกวันที่สิบห้าของเดือน", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("รายงานทุก ๆ สามเดือน", "FREQ=MONTHLY;INTERVAL=3"),
        ("ภายในห้าวันทำการแรกของเดือนถัดไป", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5"),
        ("ภายในวันทำการที่สามของเดือนถัดไป", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3"),
        ("รายงานเดือนละหนึ่งครั้ง", "FREQ=MONTHLY"),
    ],
)
def test_a_rhythm_may_be_told_in_words(text, rule):
    assert only(text).rrule == rule


def test_the_clause_below_is_no_part_of_a_deadline():
    notice = """ประกาศโรงเรียนทดสอบวิทยา
เรื่อง การรับสมัครนักเรียน
โดยที่เห็นสมควรรับสมัครนักเรียนในปีการศึกษานี้ จึงประกาศไว้ ดังต่อไปนี้
ข้อ ๑ ให้ผู้สมัครยื่นใบสมัครที่งานทะเบียนของโรงเรียนทดสอบวิทยา ชั้น ๑ อาคารเรียนหลังใหม่
พร้อมหลักฐานภายในยี่สิบวันนับแต่วันที่ประกาศรายชื่อ
ข้อ ๒ ผู้สมัครต้องมาด้วยตนเอง
ประกาศ ณ วันจันทร์ที่สอง เดือนมีนาคม พุทธศักราชสองพันห้าร้อยหกสิบสาม
(นายทดลอง น้ำใส)
ผู้อำนวยการโรงเรียนทดสอบวิทยา
"""
    letter = the_letter(notice)
    assert [due.text for due in letter.deadlines] == ["ภายในยี่สิบวันนับแต่วันที่ประกาศรายชื่อ"]
    assert letter.dated_on == date(2020, 3, 2)
