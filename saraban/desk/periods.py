"""Periods by hand: a day moved, one struck and brought back, added, closed and opened again.

Only the unit that keeps the duty does so, and always says why. What a person set never moves by
itself afterwards; what units answered stays.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._due_by_receipt import due_by_earlier_receipts
from saraban.desk._due_changes import reason_said, tell_change
from saraban.desk._due_recount import move_days
from saraban.desk._expecting import expect
from saraban.desk.period_making import NewPeriod, add_periods
from saraban.desk.report_duties import kept_duty, kept_duty_going_on
from saraban.errors import (
    DaysReversed,
    DayUnchanged,
    MissingField,
    PeriodAnswered,
    PeriodClosed,
    PeriodNotClosed,
    PeriodNotFound,
    PeriodNotStruck,
    PeriodStruck,
    TextTooLong,
)
from saraban.queries.due_recount import due_moves
from saraban.queries.duty_card import takes_events_of
from saraban.records import ExpectedReport, ReportPeriod
from saraban.records.database import locked, write_transaction
from saraban.records.due_sets import (
    expect_again,
    move_due,
    owed_days,
    set_due_of_all,
    strike_waiting_of,
)
from saraban.rules.days import day_of
from saraban.rules.due_dates import by_hand
from saraban.rules.due_text import due_from_text, is_persons_choice, steps_as_text
from saraban.rules.expected_reports import OUTSIDE, DueChangeKind, ExpectedState
from saraban.rules.permissions import Actor
from saraban.thai.text import clean_line

MOST_LABEL = 255


@dataclass(frozen=True)
class PeriodSaid:
    """A period that a person adds: its last day, what it covers, and what it is called."""

    due_on: date
    label: str = ""
    covers_from: date | None = None
    covers_until: date | None = None


def move_period(
    *, actor: Actor, at: datetime, duty_uid: str, number: int, due_on: date, reason: str
) -> int:
    """Give a period another last day; how many units' days moved with it.

    A unit that was granted a day of its own, or has answered, keeps it. Raises DutyNotFound,
    Refused, DutyNotKept, DutyIsOver, PeriodNotFound, PeriodStruck, DayUnchanged, MissingField,
    TextTooLong.
    """
    words = reason_said(reason)

    def move(ledger: Ledger, duty: Any, period: Any) -> int:
        if period.due_on == due_on:
            raise DayUnchanged(field="due_on")
        before = due_from_text(period.due_on, period.steps)
        steps = steps_as_text(by_hand(due_on, reason=words, before=before))
        count = _move_units(ledger, period, due_on)
        ledger.update(ReportPeriod, period.id, due_on=due_on, steps=steps, is_by_hand=True)
        _tell(ledger, period, DueChangeKind.BY_HAND, words, after_on=due_on)
        return count

    facts: dict[str, Any] = {"due_on": due_on.isoformat(), "reason": words}
    return _on_period(actor, at, duty_uid, number, "move_period", move, **facts)


def strike_period(*, actor: Actor, at: datetime, duty_uid: str, number: int, reason: str) -> int:
    """Void a period that nobody has answered; of how many units nothing is expected any more.

    Raises DutyNotFound, Refused, DutyNotKept, DutyIsOver, PeriodNotFound, PeriodStruck,
    PeriodAnswered, MissingField, TextTooLong.
    """
    words = reason_said(reason)

    def strike(ledger: Ledger, duty: Any, period: Any) -> int:
        struck = strike_waiting_of(period.id, struck=int(ExpectedState.STRUCK))
        # Counted only now: the statement above waited for whoever was answering just then.
        answered = ExpectedReport.select().where(
            ExpectedReport.period == period.id,
            ExpectedReport.state.not_in([int(one) for one in OUTSIDE]),
        )
        if count := answered.count():
            raise PeriodAnswered(number=period.number, count=count)
        _note_states(ledger, struck, ExpectedState.STRUCK)
        ledger.update(
            ReportPeriod,
            period.id,
            struck_at=ledger.at,
            struck_by=ledger.actor.name,
            struck_reason=words,
        )
        _tell(ledger, period, DueChangeKind.STRUCK, words)
        return len(struck)

    return _on_period(actor, at, duty_uid, number, "strike_period", strike, reason=words)


def bring_period_back(
    *, actor: Actor, at: datetime, duty_uid: str, number: int, reason: str
) -> int:
    """Let a struck period stand again; of how many units an answer is expected in it.

    Those are whom it was struck for and, but for one event's, units that came to owe the duty
    since; who left the duty or was let off stays out. Its day is counted again by the holidays of
    now. The history keeps both, the striking and this. Raises DutyNotFound, Refused, DutyNotKept,
    DutyIsOver, PeriodNotFound, PeriodNotStruck, MissingField, TextTooLong.
    """
    words = reason_said(reason)

    def bring_back(ledger: Ledger, duty: Any, period: Any) -> int:
        ledger.update(ReportPeriod, period.id, struck_at=None, struck_by=None, struck_reason="")
        again = expect_again(period.id, struck=int(ExpectedState.STRUCK))
        _note_states(ledger, again, ExpectedState.WAITING)
        new = 0 if takes_events_of(duty.when_text) else expect(ledger, duty.id, [period.id])
        due_by_earlier_receipts(ledger, duty)
        _tell(ledger, period, DueChangeKind.BROUGHT_BACK, words, after_on=period.due_on)
        moves = due_moves(today=day_of(at), period_ids=[period.id])
        move_days(ledger, moves, reason="")
        return len(again) + new

    return _on_period(
        actor, at, duty_uid, number, "bring_period_back", bring_back, is_struck=True, reason=words
    )


def add_period(*, actor: Actor, at: datetime, duty_uid: str, said: PeriodSaid, reason: str) -> int:
    """Add a period that no rule makes, owed by all that owe the duty; its number.

    Raises DutyNotFound, Refused, DutyNotKept, DutyIsOver, MissingField, TextTooLong,
    DaysReversed.
    """
    words = reason_said(reason)
    label = clean_line(said.label)
    if len(label) > MOST_LABEL:
        raise TextTooLong(field="label", most=MOST_LABEL)
    if bool(said.covers_from) != bool(said.covers_until):
        raise MissingField(field="covers_until" if said.covers_from else "covers_from")
    if said.covers_from and said.covers_until and said.covers_until < said.covers_from:
        raise DaysReversed(field="covers_until")
    with write_transaction():
        duty = kept_duty_going_on(actor, duty_uid)
        ledger = Ledger(actor=actor, at=at)
        wanted = NewPeriod(
            by_hand(said.due_on, reason=words),
            said.covers_from,
            said.covers_until,
            label,
            is_by_hand=True,
        )
        add_periods(ledger, duty, [wanted], today=day_of(at))
        number = int(
            ReportPeriod.select(ReportPeriod.number)
            .where(ReportPeriod.duty == duty.id)
            .order_by(ReportPeriod.number.desc())
            .limit(1)
            .scalar()
        )
        ledger.record(
            "add_period",
            subject=duty_uid,
            number=number,
            due_on=said.due_on.isoformat(),
            reason=words,
        )
    return number


def close_period(*, actor: Actor, at: datetime, duty_uid: str, number: int) -> None:
    """Take no more answers for a period: what is still owed stays missing.

    Raises DutyNotFound, Refused, DutyNotKept, PeriodNotFound, PeriodStruck, PeriodClosed.
    """

    def close(ledger: Ledger, duty: Any, period: Any) -> int:
        if period.closed_at is not None:
            raise PeriodClosed(number=period.number)
        ledger.update(ReportPeriod, period.id, closed_at=ledger.at, closed_by=ledger.actor.name)
        return 1

    _on_period(actor, at, duty_uid, number, "close_period", close, may_be_over=True)


def reopen_period(*, actor: Actor, at: datetime, duty_uid: str, number: int) -> None:
    """Take answers again for a period that was closed by hand.

    Raises DutyNotFound, Refused, DutyNotKept, PeriodNotFound, PeriodStruck, PeriodNotClosed.
    """

    def reopen(ledger: Ledger, duty: Any, period: Any) -> int:
        if period.closed_at is None:
            raise PeriodNotClosed(number=period.number)
        ledger.update(ReportPeriod, period.id, closed_at=None, closed_by=None)
        return 1

    _on_period(actor, at, duty_uid, number, "reopen_period", reopen, may_be_over=True)


def _on_period(
    actor: Actor,
    at: datetime,
    duty_uid: str,
    number: int,
    act: str,
    do: Callable[[Ledger, Any, Any], int],
    *,
    may_be_over: bool = False,
    is_struck: bool = False,
    **facts: Any,
) -> int:
    """One act on a held period, which stands unless is_struck, of a kept duty, and its event."""
    with write_transaction():
        duty = kept_duty(actor, duty_uid) if may_be_over else kept_duty_going_on(actor, duty_uid)
        period: Any = locked(
            ReportPeriod.select().where(ReportPeriod.duty == duty.id, ReportPeriod.number == number)
        ).first()
        if period is None:
            raise PeriodNotFound(number=number)
        if is_struck and period.struck_at is None:
            raise PeriodNotStruck(number=number)
        if not is_struck and period.struck_at is not None:
            raise PeriodStruck(number=number)
        ledger = Ledger(actor=actor, at=at)
        count = do(ledger, duty, period)
        ledger.record(act, subject=duty_uid, number=number, **facts)
    return count


def _move_units(ledger: Ledger, period: Any, due_on: date) -> int:
    """Units whose day is the period's, or follows from it, get the new one; how many.

    Where each unit's own receipt decides, those that have no day yet get it.
    """
    moved: list[tuple[int]] = []
    for before_on, steps in owed_days(period.id):
        follows = not is_persons_choice(steps) if steps else before_on == period.due_on
        if before_on is None:
            moved += set_due_of_all(period.id, due_on=due_on)
        elif follows and period.due_on is not None:
            moved += move_due(
                period.id,
                before_on=before_on,
                before_steps=steps,
                after_on=due_on,
                after_steps="",
            )
    if moved:
        stored = {"due_on": due_on, "steps": ""}
        ledger.note(ExpectedReport, None, stored, for_each=("id",), values=moved)
    return len(moved)


def _note_states(ledger: Ledger, keys: list[tuple[int]], state: ExpectedState) -> None:
    if keys:
        ledger.note(ExpectedReport, None, {"state": int(state)}, for_each=("id",), values=keys)


def _tell(
    ledger: Ledger,
    period: Any,
    change: DueChangeKind,
    reason: str,
    *,
    after_on: date | None = None,
) -> None:
    tell_change(
        ledger,
        change,
        period_id=period.id,
        before_on=None if change is DueChangeKind.BROUGHT_BACK else period.due_on,
        after_on=after_on,
        reason=reason,
    )
