"""The calendar file is what RFC 5545 asks, read back by a parser and byte by byte."""

from datetime import UTC, date, datetime, timedelta

import icalendar

from saraban.paper.calendar_feed import calendar_file
from saraban.rules.calendar_days import CalendarDay

CHANGED = datetime(2022, 6, 16, 3, 0, tzinfo=UTC)


def a_day(**named: object) -> CalendarDay:
    """A due day with a long Thai title."""
    filled = {
        "uid": "0189-1-0190@saraban",
        "on": date(2022, 6, 30),
        "title": "รายงานผลการดำเนินงานกิจกรรมจิตอาสาพัฒนา เดือนมิถุนายน; ครั้งที่ ๑, ฉบับเต็ม",
        "text": "ยังไม่รายงาน\nรายงานต่อ จังหวัดตาก",
        "url": "https://saraban.example/duties/0189/1/answer",
        "sequence": 2,
        "changed_at": CHANGED,
        "is_owed": True,
        "is_cancelled": False,
        "alarms": (timedelta(days=-3, hours=8, minutes=30), timedelta(hours=8, minutes=30)),
    }
    return CalendarDay(**(filled | named))


def event_of(content: bytes) -> icalendar.Event:
    """The only event, as another program reads it."""
    [event] = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return event


def test_a_due_day_is_an_all_day_event_that_is_read_back_as_it_was():
    event = event_of(calendar_file("เทศบาลนครแม่สอด", [a_day()]))

    assert event["UID"] == "0189-1-0190@saraban"
    assert event.decoded("DTSTART") == date(2022, 6, 30)
    assert event.decoded("DTEND") == date(2022, 7, 1)
    assert event["SUMMARY"] == a_day().title
    assert event["DESCRIPTION"] == a_day().text
    assert event["SEQUENCE"] == 2
    assert event["STATUS"] == "CONFIRMED"
    assert event.decoded("DTSTAMP") == CHANGED


def test_no_line_is_longer_than_75_octets_and_no_sign_is_cut_in_two():
    content = calendar_file("เทศบาลนครแม่สอด", [a_day()])
    lines = content.split(b"\r\n")

    assert max(len(line) for line in lines) <= 75
    assert [line.decode() for line in lines]
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_alarms_stand_at_the_mornings_they_were_counted_to():
    alarms = event_of(calendar_file("ก", [a_day()])).walk("VALARM")

    assert [alarm.decoded("TRIGGER") for alarm in alarms] == list(a_day().alarms)
    assert {str(alarm["ACTION"]) for alarm in alarms} == {"DISPLAY"}


def test_what_is_answered_has_no_alarm():
    assert event_of(calendar_file("ก", [a_day(is_owed=False)])).walk("VALARM") == []


def test_what_nobody_asks_for_any_more_is_cancelled_and_silent():
    event = event_of(calendar_file("ก", [a_day(is_cancelled=True, sequence=3)]))

    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 3)
    assert event.walk("VALARM") == []


def test_the_same_days_give_the_same_bytes():
    assert calendar_file("ก", [a_day()]) == calendar_file("ก", [a_day()])
