"""One line of what happened to a letter."""

from dataclasses import dataclass
from datetime import date, datetime

from saraban.queries.letter_answers import DutyAnswered


@dataclass(frozen=True)
class TimelineLine:
    """One event. what is a word of a closed list: issued, reissued, dispatched, passed_inside,
    delivered, opened, received, acknowledged, passed_on, answered, voided, arrived and
    arrival_taken_back (number is then the channel), refused, returned, recalled (one unit),
    recalled_from (so many), resent, lifted, reminded (so many), was_reminded; and for notes
    propose, comment, order, note, withdraw and done.

    at is the exact moment where one is known; silent_days are the days before this line in
    which nothing happened (0 when they are few). reason is a key of
    rules.delivery_ends.THAI_REASON, number of a recall the count of units. desks are those that
    an order names, the responsible one first, due_on the day by which. duty is what an answer is
    to, where it is not to the letter as a whole.
    """

    on: date
    at: datetime | None
    what: str
    who: str
    number: str | None
    words: str
    is_ours: bool
    silent_days: int = 0
    reason: str = ""
    desks: tuple[str, ...] = ()
    due_on: date | None = None
    duty: DutyAnswered | None = None
