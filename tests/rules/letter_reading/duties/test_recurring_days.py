"""Duties that come again, and rhythms that are no duties."""

from datetime import date

import pytest

from saraban.rules.letter_reading.duties.deadlines import deadlines_in

LETTER_DAY = date(2022, 6, 16)


def only(text):
    (found,) = deadlines_in(text, letter_day=LETTER_DAY)
    return found.deadline


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("รายงานทุกวันพุธของทุกสัปดาห์", "FREQ=WEEKLY;BYDAY=WE"),
        ("ทุกวันพุธแรกของเดือนถัดไป", "FREQ=MONTHLY;BYDAY=1WE"),
        ("ภายในวันที่ ๕ ของทุกเดือน", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("รายไตรมาส ภายในวันที่ ๑๐ ของเดือนแรกของไตรมาสถัดไป", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10"),
        ("ภายในวันที่ ๑๐ ของเดือนแรกของทุกไตรมาส", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10"),
        ("ทุก ๓ เดือน ภายในวันที่ ๕ ของเดือนถัดไป", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5"),
        (
            "ภายใน ๕ วันทำการแรกของเดือนถัดไป",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5",
        ),
        (
            "ภายในวันทำการสุดท้ายของทุกเดือน",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        ),
        ("รายงานสถิติ ภายในเวลา ๐๖.๐๐ น. ของทุกวัน", "FREQ=DAILY"),
        (
            "รายงานระดับน้ำและความช่วยเหลือแก่ผู้ประสบภัยให้กรมทราบทุกวัน ก่อนเวลา ๐๙.๐๐ น.",
            "FREQ=DAILY",
        ),
        ("กรอกข้อมูลในระบบทุกวัน ภายในเวลา ๑๖.๓๐ น.", "FREQ=DAILY"),
        ("รายงานยอดผู้ป่วยทุกวันทำการ ก่อนเวลา 10.00 น.", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("ส่งข้อมูลทุกวันอังคารและวันศุกร์ ก่อนเวลา ๑๒.๐๐ น.", "FREQ=WEEKLY;BYDAY=TU,FR"),
        ("รายงานความคืบหน้าทุก ๑๕ วัน", "FREQ=DAILY;INTERVAL=15"),
        ("สรุปวันลาทุกสิ้นเดือน ไม่เกินวันที่ ๕ ของเดือนถัดไป", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("รายงานทุก ๖ เดือน", "FREQ=MONTHLY;INTERVAL=6"),
        ("รายงานระดับน้ำวันละ ๒ ครั้ง", "FREQ=DAILY"),
        ("ภายในวันที่ ๓๑ มีนาคมของทุกปี", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"),
        ("ส่งสำเนาทุกวันศุกร์ที่ ๒ และที่ ๔ ของเดือน", "FREQ=MONTHLY;BYDAY=2FR,4FR"),
        ("ยื่นรายงานประจำปีภายในเดือนมีนาคมของทุกปี", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"),
        ("รายงานยอดป้ายไตรมาสละครั้ง", "FREQ=MONTHLY;INTERVAL=3"),
    ],
)
def test_a_recurring_day(text, rule):
    assert (only(text).kind, only(text).rrule) == ("recurring", rule)


@pytest.mark.parametrize(
    "text",
    [
        "คณะทำงานกำหนดประชุมทุกวันพุธที่สองของเดือน ณ ห้องน้ำใส",
        "กระทรวงได้มอบหมายให้กรมทดสอบน้ำรวบรวมและรายงานผลต่อคณะรัฐมนตรีทุกไตรมาส",
    ],
)
def test_rhythms_of_meetings_and_of_other_offices_are_no_duties(text):
    assert deadlines_in(text, letter_day=LETTER_DAY) == []


def test_what_is_sent_before_each_meeting_stays_a_duty():
    assert only("ให้ส่งวาระก่อนการประชุมทุกวันพุธ").rrule == "FREQ=WEEKLY;BYDAY=WE"


def test_a_day_of_a_month_each_year_may_name_the_month_as_one():
    assert only("ภายในวันที่ ๑๐ ของเดือนมกราคมทุกปี").rrule == "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=10"


def test_a_day_of_every_month_stands_before_whatever_the_column_beside_it_tells():
    assert only("ให้รายงานต่อคณบดีทุกวันที่ ๒๕ ของเดือนงานคลังและพัสดุ").rrule == "FREQ=MONTHLY;BYMONTHDAY=25"


@pytest.mark.parametrize(
    "open_to_all",
    [
        "เจ้าของบ่อที่สงสัยดูตัวอย่างน้ำได้ที่สถานีทุกวัน",
        "ผู้มีข้อสงสัยถามนายช่างทุกวัน",
        "ส่งเอกสารได้ที่กองป้ายทุกวันในเวลาราชการ",
        "เทศบาลสงเคราะห์ผู้ยากไร้ทุกเดือน",
    ],
)
def test_what_may_be_done_on_any_day_is_no_duty(open_to_all):
    assert deadlines_in(open_to_all, letter_day=LETTER_DAY) == []


def test_what_is_reported_every_day_in_office_hours_stays_a_duty():
    assert only("แบบรายงานรับได้ที่กองป้าย และให้รายงานระดับน้ำทุกวันในเวลาราชการ").rrule == "FREQ=DAILY"
