"""What a batch of units owes and was told of already: three statements a batch, whatever its size.

The plan of each duty says what has come; a unit gets a digest on a morning that brings it news,
and then the digest tells of everything that it owes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from saraban.queries import digest_rows
from saraban.queries.digest_rows import DutyFacts, OverdueRow, OwedRow, PeriodFacts, UnitToTell
from saraban.rules.digests import BelowLine, DigestLine
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.office_days import OfficeDays
from saraban.rules.reminders import (
    NewsKind,
    Reached,
    plan_of,
    reached_by,
    returned_key,
    section_of,
    step_key,
    weekly_key,
)


class News(NamedTuple):
    """One piece of news, as its row will keep it."""

    duty_id: int
    expected_id: int
    kind: NewsKind
    key: str
    due_on: date | None


@dataclass(frozen=True)
class UnitNews:
    """What one unit is told this morning; there is some news, or there would be no digest."""

    unit: UnitToTell
    lines: tuple[DigestLine, ...]
    below: tuple[BelowLine, ...]
    news: tuple[News, ...]


class NewsReader:
    """Reads the news of one morning. What it learns of duties and periods it keeps for the run.

    link_base is the address of the installation, blank where nobody from outside reaches it.
    """

    def __init__(self, *, today: date, days: OfficeDays, link_base: str = "") -> None:
        self._today = today
        self._days = days
        self._link_base = link_base
        self._duties: dict[int, DutyFacts] = {}
        self._periods: dict[int, PeriodFacts] = {}
        self._reached: dict[str, Reached] = {}

    def units_after(self, unit_id: int) -> list[UnitToTell]:
        """The next batch of units that may have to be told something, in the order of their ids."""
        return digest_rows.units_after(unit_id, self._today)

    def news_of(self, units: Sequence[UnitToTell]) -> Iterator[UnitNews]:
        """Those of these units that have news, in the same order."""
        ids = [unit.id for unit in units]
        owed = digest_rows.owed_by(ids)
        below = digest_rows.overdue_below(ids, self._today)
        all_owed = [row for of_unit in owed.values() for row in of_unit]
        self._learn([*all_owed, *(row for of_unit in below.values() for row in of_unit)])
        told = digest_rows.told_to(ids)
        asked = digest_rows.asked_before({row.duty_id for row in all_owed}, ids)
        reasons = digest_rows.reasons_of(
            row.report_id for row in all_owed if row.state == ExpectedState.RETURNED
        )
        for unit in units:
            news, lines = self._of_unit(owed.get(unit.id, ()), told, asked, reasons)
            above, groups = self._of_those_below(below.get(unit.id, ()))
            if news or above:
                yield UnitNews(unit, lines, groups, (*news, *above))

    def _of_unit(
        self,
        owed: Iterable[OwedRow],
        told: set[tuple[int, str]],
        asked: set[tuple[int, int]],
        reasons: dict[int, str],
    ) -> tuple[list[News], tuple[DigestLine, ...]]:
        news, lines = [], []
        for row in owed:
            duty = self._duties[row.duty_id]
            if duty.is_over(row.due_on, self._today):
                continue
            step = (
                None if row.due_on is None else self._reached_by(duty.alarms).step_for(row.due_on)
            )
            fresh = list(self._fresh(row, step, told, asked))
            is_new = any(one.kind is NewsKind.ASKED for one in fresh)
            section = section_of(row.state, row.due_on, step=step, is_new=is_new, today=self._today)
            if section is None:
                continue
            news += fresh
            period = self._periods[row.period_id]
            lines.append(
                DigestLine(
                    section=section,
                    name=duty.name,
                    period=period.words_for(duty),
                    due_on=row.due_on,
                    keeper="" if duty.keeper_id == row.unit_id else duty.keeper,
                    letter_number=duty.letter_number,
                    words="" if duty.is_secret else reasons.get(row.report_id or 0, ""),
                    link=self._link(f"/duties/{duty.uid}/{period.number}/answer"),
                )
            )
        return news, tuple(lines)

    def _fresh(
        self,
        row: OwedRow,
        step: int | None,
        told: set[tuple[int, str]],
        asked: set[tuple[int, int]],
    ) -> Iterator[News]:
        """What is told of one expected report for the first time."""
        if row.state == ExpectedState.RETURNED and row.report_id is not None:
            key = returned_key(row.report_id)
            if (row.id, key) not in told:
                yield News(row.duty_id, row.id, NewsKind.RETURNED, key, row.due_on)
        elif self._is_newly_asked(row, told, asked):
            # A round is asked for once; what has no day is asked for each time.
            asked.add((row.duty_id, row.unit_id))
            yield News(row.duty_id, row.id, NewsKind.ASKED, NewsKind.ASKED, row.due_on)
        if row.due_on is None:
            return
        if step is not None and (row.id, step_key(step, row.due_on)) not in told:
            key = step_key(step, row.due_on)
            yield News(row.duty_id, row.id, NewsKind.STEP, key, row.due_on)
        elif self._reached_by(self._duties[row.duty_id].alarms).tells_again(row.due_on):
            key = weekly_key(self._today)
            if (row.id, key) not in told:
                yield News(row.duty_id, row.id, NewsKind.WEEKLY, key, row.due_on)

    def _is_newly_asked(
        self, row: OwedRow, told: set[tuple[int, str]], asked: set[tuple[int, int]]
    ) -> bool:
        if (row.id, NewsKind.ASKED) in told:
            return False
        if self._periods[row.period_id].event_unit_id == row.unit_id:
            return False  # its own event
        return row.due_on is None or (row.duty_id, row.unit_id) not in asked

    def _of_those_below(
        self, rows: Iterable[OverdueRow]
    ) -> tuple[list[News], tuple[BelowLine, ...]]:
        news = []
        names: dict[tuple[int, int, date], list[str]] = defaultdict(list)
        for expected_id, duty_id, period_id, due_on, name in rows:
            duty = self._duties[duty_id]
            if duty.is_over(due_on, self._today) or not self._reached_by(duty.alarms).tells_above(
                due_on
            ):
                continue
            news.append(News(duty_id, expected_id, NewsKind.ABOVE, NewsKind.ABOVE, due_on))
            names[duty_id, period_id, due_on].append(name)
        groups = tuple(
            BelowLine(
                self._duties[duty_id].name,
                self._periods[period_id].words_for(self._duties[duty_id]),
                due_on,
                tuple(unit_names),
                self._link(f"/duties/{self._duties[duty_id].uid}/reminders"),
            )
            for (duty_id, period_id, due_on), unit_names in names.items()
        )
        return news, groups

    def _learn(self, read: Iterable[OwedRow | OverdueRow]) -> None:
        """Read what is not known yet of the duties and periods of these rows."""
        read = list(read)
        duties = {row.duty_id for row in read} - self._duties.keys()
        periods = {row.period_id for row in read} - self._periods.keys()
        self._duties |= digest_rows.duty_facts(duties)
        self._periods |= digest_rows.period_facts(periods)

    def _reached_by(self, alarms: str) -> Reached:
        """A country's duties have a few plans between them."""
        if alarms not in self._reached:
            self._reached[alarms] = reached_by(plan_of(alarms), today=self._today, days=self._days)
        return self._reached[alarms]

    def _link(self, path: str) -> str:
        return f"{self._link_base}{path}" if self._link_base else ""
