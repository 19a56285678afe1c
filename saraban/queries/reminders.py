"""What was told of one duty, morning by morning, to whom and how it went."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import peewee

from saraban.records import (
    Digest,
    ExpectedReport,
    Mail,
    ReminderLine,
    ReportPeriod,
    Unit,
)
from saraban.records.bare_rows import stored_day
from saraban.rules.digests import period_words
from saraban.rules.mails import MailState
from saraban.rules.reminders import (
    NewsKind,
)

LINES_A_PAGE = 100
MORNINGS = 14
# Mornings are looked for as far back as this.
_WINDOW = timedelta(days=120)


@dataclass(frozen=True)
class Morning:
    """One morning's reminders of a duty: so many units, and how their mails stand.

    Those without an address are told on their desk page only.
    """

    day: date
    unit_count: int
    without_address: int
    mails: dict[MailState, int]

    @property
    def came_back(self) -> int:
        """How many mails did not arrive, as far as servers said."""
        return self.mails.get(MailState.BOUNCED, 0) + self.mails.get(MailState.FAILED, 0)


@dataclass(frozen=True)
class ToldLine:
    """One piece of news of a duty that was told to a unit.

    about is the unit that is late, where the level above it was told. mail_state is null where
    there was no address; mail_at is when that state was reached.
    """

    unit_uid: str
    unit_name: str
    about: str
    news: NewsKind
    period: str
    due_on: date | None
    told_at: datetime
    address: str
    mail_uid: str | None
    mail_state: MailState | None
    mail_at: datetime | None
    mail_trouble: str


def mornings_of(duty_id: int, *, today: date) -> tuple[Morning, ...]:
    """The last mornings on which somebody was told of the duty, the newest first."""
    first = Digest.select(peewee.fn.MIN(Digest.id)).where(Digest.day >= today - _WINDOW).scalar()
    if first is None:
        return ()
    query: Any = (
        ReminderLine.select(Digest.id, Digest.day, Digest.address, Mail.state)
        .join(Digest, on=(ReminderLine.digest == Digest.id))
        .join_from(Digest, Mail, "LEFT OUTER JOIN", on=(Mail.digest == Digest.id))
        .where(ReminderLine.duty == duty_id, ReminderLine.digest >= first)
        .distinct()
    )
    counted: Any = query.alias("told")
    days: Any = (
        peewee.Select(
            [counted],
            [counted.c.day, counted.c.state, peewee.fn.COUNT(counted.c.id)],
        )
        .group_by(counted.c.day, counted.c.state)
        .bind(Digest._meta.database)
        .tuples()
    )
    found: dict[date, Counter[str]] = {}
    for day, state, count in days:
        found.setdefault(stored_day(day), Counter())[state or ""] += count
    return tuple(
        Morning(
            day,
            states.total(),
            states[""],
            {state: states[state.value] for state in MailState if states[state.value]},
        )
        for day, states in sorted(found.items(), reverse=True)[:MORNINGS]
    )


def told_on(duty_id: int, day: date, *, page: int = 1) -> tuple[tuple[ToldLine, ...], bool]:
    """A page of what was told of a duty on one morning, and whether there is more."""
    about = Unit.alias()
    query: Any = (
        ReminderLine.select(
            Unit.uid,
            Unit.name_th,
            about.name_th,
            ReminderLine.news,
            ReportPeriod.label,
            ReportPeriod.covers_from,
            ReportPeriod.covers_until,
            ReminderLine.due_on,
            Digest.told_at,
            Digest.address,
            Mail.uid,
            Mail.state,
            Mail.ended_at,
            Mail.trouble,
        )
        .join(Digest, on=(ReminderLine.digest == Digest.id))
        .join_from(ReminderLine, Unit, on=(ReminderLine.unit == Unit.id))
        .join_from(ReminderLine, ExpectedReport, on=(ReminderLine.expected == ExpectedReport.id))
        .join_from(ExpectedReport, about, on=(ExpectedReport.to_unit == about.id))
        .join_from(ExpectedReport, ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .join_from(Digest, Mail, "LEFT OUTER JOIN", on=(Mail.digest == Digest.id))
        .where(ReminderLine.duty == duty_id, Digest.day == day)
        .order_by(Unit.name_th, ReminderLine.id)
        .limit(LINES_A_PAGE + 1)
        .offset((page - 1) * LINES_A_PAGE)
    )
    lines = [_line(row) for row in query.tuples()]
    return tuple(lines[:LINES_A_PAGE]), len(lines) > LINES_A_PAGE


def _line(row: Any) -> ToldLine:
    (
        uid, name, about, news, label, begin, end, due_on, told_at, address, mail_uid, state,
        mail_at, trouble,
    ) = row  # fmt: skip
    kind = NewsKind(news)
    return ToldLine(
        uid,
        name,
        about if kind is NewsKind.ABOVE else "",
        kind,
        period_words(label, begin, end),
        due_on,
        told_at,
        address,
        mail_uid,
        None if state is None else MailState(state),
        mail_at,
        trouble or "",
    )
