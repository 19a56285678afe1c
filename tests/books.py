"""Books of many lines, without registering each: what is asked is about the book, not the act."""

from datetime import date

from saraban.records import Letter, RegisterEntry
from saraban.rules.permissions import Actor
from tests.make import DAY, at, register


def long_book(clerk: Actor, count: int, *, day: date = DAY) -> None:
    """A receive book with this many lines more, all of one letter and one day."""
    letter = Letter.get(Letter.uid == register(clerk).letter_uid)
    rows = [
        {
            "unit": clerk.unit_id,
            "register": "receive",
            "be_year": 2565,
            "number": number,
            "letter": letter.id,
            "entered_on": day,
            "entered_at": at(),
            "entered_by": clerk.name,
        }
        for number in range(2, count + 1)
    ]
    for start in range(0, len(rows), 500):
        RegisterEntry.insert_many(rows[start : start + 500]).execute()
