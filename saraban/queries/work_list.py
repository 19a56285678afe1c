"""What a unit owes, as its people work through it: by day, overdue, returned, without a day.

Expected reports by the index of unit, state and day; letters to pass on; and points of letters
with a date of which nobody made a duty. None of these stands for another.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from saraban.queries import work_rows
from saraban.queries.due_days import Explained, explained
from saraban.queries.holders import Holder, holders_of
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.permissions import Act, Actor, may, require
from saraban.rules.work_list import NEAR_DAYS, Section, WorkKind, section_of


@dataclass(frozen=True)
class WorkRow:
    """One line. due_in counts calendar days from today, negative when overdue.

    duty_uid and period are those of an expected report, blank and 0 otherwise. asked_until is
    the later day that was asked for and not decided yet. keeper is whom the answer goes to.
    """

    kind: WorkKind
    section: Section
    name: str
    due_on: date | None
    due_in: int | None
    keeper_uid: str
    keeper: str
    letter_uid: str
    letter_number: str | None
    secrecy: str
    point: str = ""
    duty_uid: str = ""
    period: int = 0
    covers_from: date | None = None
    covers_until: date | None = None
    label: str = ""
    why: Explained | None = None
    state: ExpectedState | None = None
    asked_until: date | None = None
    holder: Holder | None = None


@dataclass(frozen=True)
class Wanted:
    """What of the list is wanted; blank for all. held_by is a post's title, or one of MINE …"""

    section: str = ""
    duty: str = ""
    keeper: str = ""
    held_by: str = ""


# Values of Wanted.held_by that are no post's title; none of these could be one.
MINE, NOBODY, LEFT = "@mine", "@nobody", "@left"


@dataclass(frozen=True)
class WorkList:
    """The lines in their order, and what the filters may be set to.

    counts tells of each section how many lines it has in all, whatever is filtered. has_more is
    true where a unit owes more than a page may carry. events are the duties to report on whenever
    something happens: nothing is owed of them until somebody tells of it.
    """

    rows: tuple[WorkRow, ...]
    counts: dict[Section, int]
    duties: dict[str, str]
    keepers: dict[str, str]
    holders: tuple[str, ...]
    left_count: int
    has_more: bool
    events: tuple[work_rows.EventDuty, ...] = ()
    wanted: Wanted = field(default_factory=Wanted)

    def of(self, section: Section) -> tuple[WorkRow, ...]:
        """The lines of one section."""
        return tuple(row for row in self.rows if row.section is section)


def work_list(actor: Actor, *, today: date, wanted: Wanted | None = None) -> WorkList:
    """All that the actor's unit owes today. Raises Refused for those who have no duties' place."""
    require(actor, Act.SEE_DUTY)
    wanted = wanted or Wanted()
    reports, has_more = work_rows.owed_reports(actor.unit_id, today=today)
    asks = work_rows.open_asks([row.id for row in reports])
    held = holders_of(actor.unit_id, {row.duty_id for row in reports}, today=today)
    every = [
        *(_report(row, today, asks.get(row.id), held.get(row.duty_id)) for row in reports),
        *(_other(WorkKind.RELAY, row, today) for row in work_rows.owed_relays(actor.unit_id)),
        *(_other(WorkKind.POINT, row, today) for row in work_rows.bare_points(actor.unit_id)),
    ]
    every.sort(key=_order)
    return WorkList(
        rows=tuple(row for row in every if _is_wanted(row, wanted, actor)),
        counts={section: sum(row.section is section for row in every) for section in Section},
        duties=dict(sorted(_named((row.duty_uid, row.name) for row in every).items(), key=_second)),
        keepers=dict(
            sorted(_named((row.keeper_uid, row.keeper) for row in every).items(), key=_second)
        ),
        holders=tuple(sorted({row.holder.post_title for row in every if row.holder})),
        left_count=sum(row.holder is not None and row.holder.has_left for row in every),
        has_more=has_more,
        events=work_rows.event_duties(actor.unit_id),
        wanted=wanted,
    )


def due_soon(actor: Actor, *, today: date) -> tuple[WorkRow, ...]:
    """Reports that the actor's unit owes and that are overdue, returned or due in a few days.

    Read by the index of unit, state and day, no further than those days; for the desk.
    """
    if not may(actor, Act.SEE_DUTY):
        return ()
    last = today + timedelta(days=NEAR_DAYS - 1)
    reports, _ = work_rows.owed_reports(actor.unit_id, today=today, until=last)
    asks = work_rows.open_asks([row.id for row in reports])
    found = (_report(row, today, asks.get(row.id), None) for row in reports)
    owed = [row for row in found if row.section is not Section.IN_REVIEW]
    return tuple(sorted(owed, key=_order))


def _report(
    row: work_rows.OwedReport, today: date, asked: date | None, holder: Holder | None
) -> WorkRow:
    state = ExpectedState(row.state)
    return WorkRow(
        kind=WorkKind.REPORT,
        section=section_of(row.due_on, today=today, state=state),
        name=row.name,
        due_on=row.due_on,
        due_in=None if row.due_on is None else (row.due_on - today).days,
        keeper_uid=row.keeper_uid,
        keeper=row.keeper,
        letter_uid=row.letter_uid,
        letter_number=row.letter_number,
        secrecy=row.secrecy,
        point=row.point or "",
        duty_uid=row.duty_uid,
        period=row.period,
        covers_from=row.covers_from,
        covers_until=row.covers_until,
        label=row.label,
        why=explained(
            row.due_on,
            row.steps,
            period_steps=row.period_steps,
            is_until_office_hours=row.is_until_office_hours,
        ),
        state=state,
        asked_until=asked,
        holder=holder,
    )


def _other(kind: WorkKind, row: work_rows.OwedOther, today: date) -> WorkRow:
    return WorkRow(
        kind=kind,
        section=section_of(row.due_on, today=today, state=None),
        name=row.name,
        due_on=row.due_on,
        due_in=(row.due_on - today).days,
        keeper_uid=row.keeper_uid or "",
        keeper=row.keeper,
        letter_uid=row.letter_uid,
        letter_number=row.letter_number,
        secrecy=row.secrecy,
        point=row.point,
    )


def _order(row: WorkRow) -> tuple[Any, ...]:
    return (list(Section).index(row.section), row.due_on or date.max, row.kind, row.name)


def _is_wanted(row: WorkRow, wanted: Wanted, actor: Actor) -> bool:
    return (
        wanted.section in ("", row.section)
        and wanted.duty in ("", row.duty_uid)
        and wanted.keeper in ("", row.keeper_uid)
        and _is_held(row.holder, wanted.held_by, actor)
    )


def _is_held(holder: Holder | None, held_by: str, actor: Actor) -> bool:
    if not held_by:
        return True
    if held_by == NOBODY or holder is None:
        return held_by == NOBODY and holder is None
    if held_by == MINE:
        return holder.person_id is not None and holder.person_id == actor.person_id
    return holder.has_left if held_by == LEFT else holder.post_title == held_by


def _named(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {uid: name for uid, name in pairs if uid}


def _second(pair: tuple[str, str]) -> str:
    return pair[1]
