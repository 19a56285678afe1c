"""What a new duty begins with: the letter, its point, the duty above, and days proposed for it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from saraban.errors import DutyNotOwed
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight
from saraban.queries.duty_dates import NextDay, next_day_of
from saraban.queries.holidays import office_days
from saraban.queries.letter_points import LetterPoint, point_at
from saraban.queries.relay_duties import relay_days, standing_reissue
from saraban.records import Letter, Unit
from saraban.rules.permissions import Actor
from saraban.rules.point_dates import proposed_due
from saraban.rules.recurrence import next_day, span_start
from saraban.rules.when_below import earlier_round
from saraban.rules.when_proposed import ProposedWhen, proposed_in
from saraban.rules.when_text import when_from_text
from saraban.rules.whens import FixedDay, Recurring, When

_ONE_DAY = timedelta(days=1)
_FAR_ENOUGH = timedelta(days=400)
# Every 52 months, to the month's end and a while.
_LONGEST_ROUND = timedelta(days=1700)
LONGEST_NAME = 160
MOST_PROPOSALS = 6


@dataclass(frozen=True)
class Birth:
    """letter_uid is the letter that the duty is made of; when is None where no day is proposed.

    above_next is the day by which the unit itself owes the duty above. proposals are what the
    words of the point, or of the letter, say of days: to be looked at, never taken by themselves.
    report_unit_uid is the unit that a point names as the one to be answered, report_to its words
    where it is none.
    """

    letter_uid: str
    point: LetterPoint | None
    above: SeenDuty | None
    above_next: NextDay | None
    name: str
    asks: str
    when: When | None
    proposals: tuple[ProposedWhen, ...]
    report_unit_uid: str | None
    report_to: str


def born_of_letter(letter_uid: str, place: int | None, *, today: date, choice: int = 0) -> Birth:
    """What is known of a duty made of a letter's point, or of the letter as a whole.

    choice is which of the proposals the page begins with. The letter must have been asked for
    before. Raises InvalidInput for a point it has not.
    """
    letter: Any = Letter.get(Letter.uid == letter_uid)
    point = None if place is None else point_at(letter.id, place)
    unit_uid, words = (None, "") if point is None else _named(point.report_to)
    said = letter.body if point is None else point.asks
    proposals = _proposed(letter, said, None if point is None else point.due_on, today)
    return Birth(
        letter_uid=letter_uid,
        point=point,
        above=None,
        above_next=None,
        name=letter.subject if point is None else _short(point.asks),
        asks="" if point is None or point.asks == _short(point.asks) else point.asks,
        when=proposals[choice].when if 0 <= choice < len(proposals) else None,
        proposals=proposals,
        report_unit_uid=unit_uid,
        report_to=words,
    )


def born_of_duty(actor: Actor, above_uid: str, *, today: date) -> Birth:
    """What a level makes of a duty that it owes: the same words, and a day that comes before.

    The letter is the unit's own that passes the one above on, where there is such a letter. The
    day leaves the unit the days in which it collects. Raises DutyNotFound, DutyNotOwed.
    """
    above = duty_in_sight(actor, above_uid)
    if not above.is_ower:
        raise DutyNotOwed()
    own = standing_reissue(above.letter_id, actor.unit_id)
    following = next_day_of(above.id, today=today, unit_id=actor.unit_id)
    return Birth(
        letter_uid=above.letter_uid if own is None else own.uid,
        point=None,
        above=above,
        above_next=following,
        name=above.name,
        asks=above.asks,
        when=_before(when_from_text(above.when_text), following, actor.unit_id, today),
        proposals=(),
        report_unit_uid=None,
        report_to="",
    )


def _proposed(letter: Any, said: str, due_on: date | None, today: date) -> tuple[ProposedWhen, ...]:
    """What the words say of days; a day that the point was given comes first."""
    found = proposed_in(said, letter_day=letter.dated_on, starts_on=today)[:MOST_PROPOSALS]
    if due_on is None:
        return found
    given = ProposedWhen(FixedDay(due_on), "")
    return (given, *(one for one in found if one.when != given.when))


def _before(when: When, following: NextDay | None, unit_id: int, today: date) -> When:
    """The same kind of day, so much earlier that the level has its days to collect."""
    days = relay_days(unit_id)
    if isinstance(when, Recurring):
        return earlier_round(_from_now(when, today), days.collect_days)
    if following is None or following.on is None:
        return when
    first, last = min(today, following.on) - _FAR_ENOUGH, max(today, following.on) + _FAR_ENOUGH
    proposed = proposed_due(
        following.on, dated_on=today, days=days, office=office_days(first, last)
    )
    return FixedDay(proposed or following.on)


def _from_now(rule: Recurring, today: date) -> Recurring:
    """The round from the span on in which it is due next: every second week stays the same one."""
    after = max(rule.starts_on, today) - _ONE_DAY
    office = office_days(after - _FAR_ENOUGH, after + _LONGEST_ROUND)
    following = next_day(rule, days=office, after=after) or today
    return replace(rule, starts_on=max(span_start(rule, following), today))


def _short(asks: str) -> str:
    """A point's words as a name: the first of them where they are many."""
    return asks if len(asks) <= LONGEST_NAME else f"{asks[:LONGEST_NAME].rstrip()}…"


def _named(report_to: str) -> tuple[str | None, str]:
    """The unit of that very name, or the words."""
    words = report_to.strip()
    found: Any = (
        Unit.select(Unit.uid)
        .where((Unit.name_th == words) | (Unit.short_name_th == words), Unit.valid_to.is_null())
        .limit(2)
        .tuples()
    )
    rows = list(found) if words else []
    return (rows[0][0], "") if len(rows) == 1 else (None, words)
