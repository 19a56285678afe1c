"""How a duty ends, and how a unit comes to owe it later or owes it no more.

Nothing is taken back: what is still to come is struck, with the reason; what was due before stays
as it was answered, or as it was not, and late answers are taken (`rules.duty_answers.is_shut`).
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.desk._due_by_receipt import due_by_earlier_receipts
from saraban.desk._due_changes import reason_said, tell_change
from saraban.desk._due_recount import begin_in_provinces
from saraban.desk._expecting import expect, periods_to_come, write_owing
from saraban.desk.report_duties import kept_duty_going_on
from saraban.errors import EndsInTheFuture, InvalidInput, UnitNotFound, UnitOwesAlready, UnitOwesNot
from saraban.queries.due_recount import due_moves
from saraban.queries.duty_owers import refuse_closed
from saraban.records import DutyUnit, ExpectedReport, ReportDuty, ReportPeriod, Unit, expected_sets
from saraban.records.database import write_transaction
from saraban.rules.days import day_of
from saraban.rules.due_text import is_persons_choice
from saraban.rules.expected_reports import DueChangeKind, ExpectedState
from saraban.rules.permissions import Act, Actor
from saraban.rules.when_text import when_as_text, when_from_text
from saraban.rules.whens import Recurring

_ONE_DAY = timedelta(days=1)


def end_duty(
    *,
    actor: Actor,
    at: datetime,
    duty_uid: str,
    reason: str,
    ends_on: date | None = None,
    by_letter_uid: str | None = None,
    is_mistake: bool = False,
) -> int:
    """End a duty, today or, where it comes in rounds, by a day ahead; how many periods are struck.

    ends_on is the last day on which it may be due, today where it is not told. What is due after
    that day, or on no day, and was not answered is no more expected; a period in which nobody
    answered is struck. is_mistake takes the duty back, for it was never to be answered: what is
    past and was not answered is struck as well. by_letter_uid is the letter that ends it, of ours
    or one that came. Raises DutyNotFound, Refused, DutyNotKept, DutyIsOver, MissingField,
    TextTooLong, EndsInTheFuture, InvalidInput, LetterNotFound.
    """
    words = reason_said(reason)
    letter = (
        None if by_letter_uid is None else _access.letter(actor, Act.KEEP_DUTY, uid=by_letter_uid)
    )
    today = day_of(at)
    last = ends_on or today
    if last < today:
        raise InvalidInput(field="ends_on")
    with write_transaction():
        duty = kept_duty_going_on(actor, duty_uid)
        ledger = Ledger(actor=actor, at=at)
        if last > today:
            _let_end(ledger, duty, last)
        else:
            ledger.update(
                ReportDuty,
                duty.id,
                ended_at=at,
                ended_by=actor.name,
                ended_reason=words,
                ended_letter=None if letter is None else letter.id,
            )
        struck_count = _strike(ledger, duty.id, None if is_mistake else last, words)
        ledger.record(
            "end_duty",
            subject=duty_uid,
            reason=words,
            letter=None if letter is None else letter.uid,
            ends_on=last.isoformat(),
            period_count=struck_count,
        )
    return struck_count


def add_unit(*, actor: Actor, at: datetime, duty_uid: str, unit_uid: str, reason: str) -> int:
    """One more unit owes the duty, in the periods that are not past; how many these are.

    One that was taken out before is asked again. Raises DutyNotFound, Refused, DutyNotKept,
    DutyIsOver, UnitNotFound, UnitClosed, UnitOwesAlready, MissingField, TextTooLong.
    """
    words = reason_said(reason)
    today = day_of(at)
    with write_transaction():
        duty = kept_duty_going_on(actor, duty_uid)
        unit = _unit(unit_uid)
        refuse_closed([unit.id], on=today)
        ledger = Ledger(actor=actor, at=at)
        known: Any = DutyUnit.get_or_none(DutyUnit.duty == duty.id, DutyUnit.to_unit == unit.id)
        if known is None:
            write_owing(ledger, duty.id, [unit.id])
        elif known.left_at is None:
            raise UnitOwesAlready(unit=unit.name_th)
        else:
            ledger.update(DutyUnit, known.id, left_at=None, left_reason="")
        ledger.update(ReportDuty, duty.id, unit_count=duty.unit_count + 1)
        coming = periods_to_come(duty, today)
        for row in _struck_rows(coming, unit.id):
            _ask_again(ledger, row, words)
        expect(ledger, duty.id, coming, unit_ids=[unit.id])
        # It may have had the letter before, and its province holidays of its own.
        due_by_earlier_receipts(ledger, duty)
        begin_in_provinces(ledger, due_moves(today=today, period_ids=coming))
        ledger.record("add_duty_unit", subject=duty_uid, unit=unit.name_th, reason=words)
    return len(coming)


def take_unit_out(*, actor: Actor, at: datetime, duty_uid: str, unit_uid: str, reason: str) -> int:
    """The unit owes the duty no more; how many answers to come are not expected any longer.

    What it answered stays, and so does what it should have answered before today. Raises
    DutyNotFound, Refused, DutyNotKept, DutyIsOver, UnitNotFound, UnitOwesNot, MissingField,
    TextTooLong.
    """
    words = reason_said(reason)
    with write_transaction():
        duty = kept_duty_going_on(actor, duty_uid)
        unit = _unit(unit_uid)
        owing: Any = DutyUnit.get_or_none(
            DutyUnit.duty == duty.id, DutyUnit.to_unit == unit.id, DutyUnit.left_at.is_null()
        )
        if owing is None:
            raise UnitOwesNot(unit=unit.name_th)
        ledger = Ledger(actor=actor, at=at)
        ledger.update(DutyUnit, owing.id, left_at=at, left_reason=words)
        ledger.update(ReportDuty, duty.id, unit_count=duty.unit_count - 1)
        struck = _no_more_expected(ledger, duty.id, day_of(at) - _ONE_DAY, unit_ids=[unit.id])
        for key, period_id, due_on in struck:
            tell_change(
                ledger,
                DueChangeKind.STRUCK,
                period_id=period_id,
                expected_id=key,
                before_on=due_on,
                reason=words,
            )
        ledger.record("take_duty_unit_out", subject=duty_uid, unit=unit.name_th, reason=words)
    return len(struck)


def _let_end(ledger: Ledger, duty: Any, last: date) -> None:
    """A round makes no period that falls due after the day. Raises EndsInTheFuture."""
    when = when_from_text(duty.when_text)
    if not isinstance(when, Recurring):
        raise EndsInTheFuture()
    if last < when.starts_on or (when.until is not None and when.until < last):
        raise InvalidInput(field="ends_on")
    ledger.update(ReportDuty, duty.id, when_text=when_as_text(replace(when, until=last)))


def _strike(ledger: Ledger, duty_id: int, last: date | None, reason: str) -> int:
    """Strike what is due after the day, or ever, and was not answered; how many whole periods."""
    _no_more_expected(ledger, duty_id, last)
    answered = ExpectedReport.select(ExpectedReport.period).where(
        ExpectedReport.duty == duty_id, ExpectedReport.state != int(ExpectedState.STRUCK)
    )
    empty: Any = ReportPeriod.select().where(
        ReportPeriod.duty == duty_id,
        ReportPeriod.struck_at.is_null(),
        ReportPeriod.id.not_in(answered),
    )
    if last is not None:
        empty = empty.where(ReportPeriod.due_on.is_null() | (ReportPeriod.due_on > last))
    periods = list(empty.order_by(ReportPeriod.number))
    for period in periods:
        ledger.update(
            ReportPeriod,
            period.id,
            struck_at=ledger.at,
            struck_by=ledger.actor.name,
            struck_reason=reason,
        )
        tell_change(
            ledger,
            DueChangeKind.STRUCK,
            period_id=period.id,
            before_on=period.due_on,
            reason=reason,
        )
    return len(periods)


def _no_more_expected(
    ledger: Ledger, duty_id: int, after: date | None, unit_ids: list[int] | None = None
) -> list[tuple[int, int, str | None]]:
    state = int(ExpectedState.STRUCK)
    struck = expected_sets.strike_waiting(duty_id, after=after, struck=state, unit_ids=unit_ids)
    if struck:
        ledger.note(
            ExpectedReport,
            None,
            {"state": state},
            for_each=expected_sets.STRUCK_TOLD,
            values=[(key,) for key, _, _ in struck],
        )
    return struck


def _struck_rows(period_ids: list[int], unit_id: int) -> Any:
    return (
        ExpectedReport.select(ExpectedReport, ReportPeriod)
        .join(ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .where(
            ExpectedReport.period.in_(period_ids),
            ExpectedReport.to_unit == unit_id,
            ExpectedReport.state == int(ExpectedState.STRUCK),
        )
    )


def _ask_again(ledger: Ledger, row: Any, reason: str) -> None:
    """Expect an answer again, by the day that the period has now.

    The period's day may have moved while nothing was expected here; one that the unit was granted,
    or that began with its own receipt, is its own.
    """
    is_own = is_persons_choice(row.steps) or row.period.due_on is None
    day = {} if is_own else {"due_on": row.period.due_on, "steps": ""}
    ledger.update(ExpectedReport, row.id, state=int(ExpectedState.WAITING), **day)
    tell_change(
        ledger,
        DueChangeKind.BROUGHT_BACK,
        period_id=row.period_id,
        expected_id=row.id,
        before_on=None,
        after_on=day.get("due_on", row.due_on),
        reason=reason,
    )


def _unit(uid: str) -> Any:
    found = Unit.get_or_none(Unit.uid == uid)
    if found is None:
        raise UnitNotFound(field="unit", uid=uid)
    return found
