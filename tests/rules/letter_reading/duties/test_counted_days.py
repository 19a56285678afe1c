"""Days counted from an event, and what laws and rules have everybody do."""

from datetime import date

import pytest

from saraban.rules.letter_reading.duties.deadlines import deadlines_in

LETTER_DAY = date(2022, 6, 3)


def test_an_event_may_stand_between_before_and_the_count():
    (found,) = deadlines_in(
        "ให้เสนอเรื่องก่อนวันประชุมคณะกรรมการบริหารกรมทดสอบน้ำไม่น้อยกว่า 7 วันทำการ", letter_day=LETTER_DAY
    )

    assert found.deadline.working_days == 7


def test_how_many_days_before_an_event_something_is_used_is_no_deadline():
    assert deadlines_in("ให้ใช้อาคารในวันทดสอบและก่อนวันทดสอบจำนวน ๑ วัน", letter_day=LETTER_DAY) == []


@pytest.mark.parametrize(
    "rule",
    [
        "ตามมาตรา ๔๔ แห่งพระราชบัญญัติทดสอบ เจ้าของป้ายต้องแจ้งภายใน ๓๐ วันนับแต่วันติดตั้ง",
        "ระเบียบกรมทดสอบน้ำกำหนดให้สำรวจป้ายให้แล้วเสร็จภายในเดือนกุมภาพันธ์ของทุกปี",
    ],
)
def test_what_a_rule_lays_on_everybody_is_told_before_the_letter_asks(rule):
    (asked,) = deadlines_in(f"{rule} จึงขอให้รายงานภายในวันที่ ๗ สิงหาคม ๒๕๖๕", letter_day=LETTER_DAY)

    assert asked.deadline.due_on == date(2022, 8, 7)
    assert len(deadlines_in(rule, letter_day=LETTER_DAY)) == 1


@pytest.mark.parametrize(
    ("duty", "days"),
    [
        ("ให้นายช่างส่งมอบงานในหน้าที่แก่ผู้แทนภายใน ๕ วันนับแต่วันรับคำสั่ง", 5),
        ("ให้ส่งมอบงานในความรับผิดชอบภายใน ๗ วันนับแต่วันที่ได้รับคำสั่ง", 7),
        ("ให้กองพัสดุบันทึกรายการในระบบภายใน ๓๐ วันนับแต่วันลงนามในสัญญา", 30),
        ("ให้หน่วยงานส่งสำเนาสัญญาภายใน ๓๐ วันนับแต่วันทำสัญญา", 30),
    ],
)
def test_who_leaves_a_post_or_notes_a_contract_has_a_duty(duty, days):
    (found,) = deadlines_in(duty, letter_day=LETTER_DAY)

    assert found.deadline.days == days


@pytest.mark.parametrize(
    "term",
    [
        "กำหนดส่งมอบงานภายใน ๓ วันนับแต่วันที่ได้รับใบสั่งซื้อ",
        "ผู้รับจ้างต้องรายงานแผนงานภายใน ๗ วันนับแต่วันลงนามในสัญญา",
        "กำหนดติดตั้งภายใน ๓๐ วันนับแต่วันลงนามในสัญญา",
    ],
)
def test_what_a_contract_lays_on_its_parties_stays_a_term(term):
    assert deadlines_in(term, letter_day=LETTER_DAY) == []
