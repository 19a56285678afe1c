"""Due days as an iCalendar file, which calendar programs fetch by themselves. Source: RFC 5545."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from saraban.rules.calendar_days import CalendarDay

# How often a program should look again; RFC 7986, section 5.7, and what older programs read.
REFRESH = timedelta(hours=4)  # PT4H below
_ONE_DAY = timedelta(days=1)


def calendar_file(name: str, days: Sequence[CalendarDay]) -> bytes:
    """The calendar of that name, lines folded at 75 octets as the standard asks."""
    import icalendar  # noqa: PLC0415 - 110 ms, wanted by few processes

    calendar: Any = icalendar.Calendar()
    calendar.add("prodid", "-//saraban//due days//TH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", "Asia/Bangkok")
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT4H")
    for day in days:
        calendar.add_component(_event(icalendar, day))
    content: bytes = calendar.to_ical()
    return content


def _event(icalendar: Any, day: CalendarDay) -> Any:
    event = icalendar.Event()
    event.add("uid", day.uid)
    # Without a method, the stamp is when the event last changed (section 3.8.7.2).
    event.add("dtstamp", day.changed_at)
    event.add("last-modified", day.changed_at)
    event.add("sequence", day.sequence)
    event.add("dtstart", day.on)
    event.add("dtend", day.on + _ONE_DAY)
    event.add("summary", day.title)
    event.add("description", day.text)
    event.add("status", "CANCELLED" if day.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if day.url:
        event.add("url", day.url)
    for before in day.alarms if day.is_owed and not day.is_cancelled else ():
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", day.title)
        alarm.add("trigger", before)
        event.add_component(alarm)
    return event
