"""Days told as the latest, and days that are only thought likely."""

from datetime import date

import pytest

from saraban.rules.letter_reading.duties.deadlines import deadlines_in

LETTER_DAY = date(2022, 6, 16)


def days_of(text):
    return [one.deadline.due_on for one in deadlines_in(text, letter_day=LETTER_DAY)]


@pytest.mark.parametrize(
    ("text", "due_on"),
    [
        ("ให้ส่งมาตรน้ำคืนอย่างช้าวันทำการสุดท้ายของเดือนกรกฎาคม ๒๕๖๕", date(2022, 7, 29)),
        ("ให้คืนป้ายอย่างช้าที่สุดไม่เกินเดือนกรกฎาคม ๒๕๖๕", date(2022, 7, 31)),
        ("ให้ส่งไม่ช้ากว่าสิ้นเดือนกรกฎาคม ๒๕๖๕", date(2022, 7, 31)),
        ("ให้ส่งไม่เกินวันสุดท้ายของเดือนกรกฎาคม ๒๕๖๕", date(2022, 7, 31)),
        ("ให้ส่งอย่างช้าวันศุกร์สุดท้ายของเดือนกรกฎาคม ๒๕๖๕", date(2022, 7, 29)),
    ],
)
def test_the_latest_day_may_be_told_by_its_month(text, due_on):
    assert days_of(text) == [due_on]


def test_what_is_paid_each_month_names_no_day():
    assert days_of("ค่าเช่าไม่เกินเดือนละ ๕๐๐ บาท") == []


@pytest.mark.parametrize(
    "forecast",
    [
        "คาดว่าปั๊มใหม่จะมาถึงภายในเดือนกรกฎาคม",
        "คาดว่าจะซ่อมป้ายเสร็จ ภายในวันที่ ๘ กรกฎาคม ๒๕๖๕",
        "ซึ่งคาดการณ์ว่าน้ำจะลดภายใน ๗ วัน",
    ],
)
def test_what_the_writer_thinks_likely_is_no_duty(forecast):
    assert days_of(forecast) == []


@pytest.mark.parametrize(
    "duty",
    [
        "คาดว่าจะมีผู้สนใจมาก ให้ส่งรายชื่อภายในวันที่ ๘ กรกฎาคม ๒๕๖๕",
        "คาดว่าจะมีผู้สนใจมากให้ส่งรายชื่อภายในวันที่ ๘ กรกฎาคม ๒๕๖๕",
        "ขอให้แจ้งงานที่คาดว่าจะแล้วเสร็จภายในวันที่ ๘ กรกฎาคม ๒๕๖๕",
    ],
)
def test_a_duty_beside_a_forecast_stays_one(duty):
    assert days_of(duty) == [date(2022, 7, 8)]
