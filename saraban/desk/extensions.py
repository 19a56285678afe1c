"""A unit asks for a later day; the keeper grants it, another one, or refuses; or waives the answer.

Source: domain practice (extensions are for single recipients, and their history is kept).
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._due_changes import tell_change
from saraban.desk._expected import held_expected, period_of, refuse_shut
from saraban.errors import (
    AnswerNotAskedFor,
    DutyNotFound,
    ExtensionNotLater,
    ExtensionSettled,
    ExtensionWaits,
    ExtensionWithoutDay,
    MissingField,
    TextTooLong,
)
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight, owes_still
from saraban.records import ExpectedReport, ExtensionAsk, ReportDuty, Unit
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.due_dates import extended
from saraban.rules.due_text import steps_as_text
from saraban.rules.duty_answers import MOST_REASON
from saraban.rules.expected_reports import OWED, DueChangeKind, ExpectedState
from saraban.rules.permissions import Act, Actor, require
from saraban.thai.dates import format_medium
from saraban.thai.text import clean_line


def ask_extension(
    *, actor: Actor, at: datetime, duty_uid: str, number: int, asked_for: date, reason: str
) -> str:
    """Ask for a later day; the ask's uid. It is no answer: the report stays owed.

    Raises Refused, DutyNotFound, PeriodNotFound, PeriodClosed, AnswerNotAskedFor, MissingField,
    TextTooLong, ExtensionWithoutDay, ExtensionNotLater, ExtensionWaits.
    """
    require(actor, Act.REPORT)
    duty = duty_in_sight(actor, duty_uid)
    if not owes_still(duty.id, actor.unit_id):
        raise AnswerNotAskedFor()
    words = _reason(reason, must=True)
    uid = new_uid()
    with write_transaction():
        period = period_of(duty.id, number)
        expected = held_expected(period.id, actor.unit_id)
        refuse_shut(ReportDuty.get_by_id(duty.id), period, expected, at=at)
        if ExpectedState(expected.state) not in OWED:
            raise AnswerNotAskedFor()
        if expected.due_on is None:
            raise ExtensionWithoutDay()
        if asked_for <= expected.due_on:
            raise ExtensionNotLater(due=format_medium(expected.due_on))
        if _open_asks(expected.id).exists():
            raise ExtensionWaits()
        ledger = Ledger(actor=actor, at=at)
        ledger.insert(
            ExtensionAsk,
            uid=uid,
            duty=duty.id,
            expected=expected.id,
            asked_for=asked_for,
            reason=words,
            asked_at=at,
            asked_by=actor.name,
        )
        ledger.record("ask_extension", subject=duty.uid, number=number, until=str(asked_for))
    return uid


def decide_extension(
    *,
    actor: Actor,
    at: datetime,
    duty_uid: str,
    ask_uid: str,
    granted_until: date | None,
    words: str = "",
) -> None:
    """Grant an ask, until the day asked for or another; None refuses it, with words.

    Raises Refused, DutyNotFound, ExtensionSettled, ExtensionNotLater, MissingField, TextTooLong.
    """
    duty = kept_duty(actor, duty_uid, Act.REVIEW_REPORT)
    said = _reason(words, must=granted_until is None, field="words")
    with write_transaction():
        ask = locked(
            ExtensionAsk.select().where(ExtensionAsk.uid == ask_uid, ExtensionAsk.duty == duty.id)
        ).first()
        if ask is None or ask.decided_at is not None:
            raise ExtensionSettled()
        expected = _held(ask.expected_id)
        if ExpectedState(expected.state) not in OWED:
            raise ExtensionSettled()
        ledger = Ledger(actor=actor, at=at)
        ledger.update(
            ExtensionAsk,
            ask.id,
            decided_at=at,
            decided_by=actor.name,
            granted_until=granted_until,
            words=said,
        )
        if granted_until is not None:
            _move(ledger, expected, granted_until, said or ask.reason)
        ledger.record(
            "decide_extension",
            subject=duty.uid,
            unit=_name(expected.to_unit_id),
            until=None if granted_until is None else str(granted_until),
        )


def waive(
    *,
    actor: Actor,
    at: datetime,
    duty_uid: str,
    number: int,
    unit_uids: Sequence[str],
    reason: str,
) -> int:
    """Say that these units need not answer this period; how many that was new for.

    What was answered stays as it is. Raises Refused, DutyNotFound, PeriodNotFound, MissingField,
    TextTooLong.
    """
    duty = kept_duty(actor, duty_uid, Act.REVIEW_REPORT)
    words = _reason(reason, must=True)
    period = period_of(duty.id, number)
    chosen = Unit.select(Unit.id).where(Unit.uid.in_(list(unit_uids)))
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        waiting: list[Any] = list(
            locked(
                ExpectedReport.select()
                .where(
                    ExpectedReport.period == period.id,
                    ExpectedReport.to_unit.in_(chosen),
                    ExpectedReport.state.in_([state.value for state in OWED]),
                )
                .order_by(ExpectedReport.id)
            )
        )
        for expected in waiting:
            ledger.update(ExpectedReport, expected.id, state=ExpectedState.WAIVED.value)
            _told(ledger, expected, DueChangeKind.WAIVED, None, words)
        if waiting:
            ledger.record("waive", subject=duty.uid, number=number, count=len(waiting))
    return len(waiting)


def kept_duty(actor: Actor, uid: str, act: Act) -> SeenDuty:
    """The duty, where the actor's unit keeps it; to anybody else it is not there to decide on."""
    require(actor, act)
    duty = duty_in_sight(actor, uid)
    if not duty.is_keeper:
        raise DutyNotFound(uid=uid)
    return duty


def _move(ledger: Ledger, expected: Any, until: date, reason: str) -> None:
    if expected.due_on is not None and until <= expected.due_on:
        refusal = ExtensionNotLater(due=format_medium(expected.due_on))
        refusal.field = "granted_until"
        raise refusal
    _told(ledger, expected, DueChangeKind.EXTENDED, until, reason)
    steps = steps_as_text(extended(until, reason=reason))
    ledger.update(ExpectedReport, expected.id, due_on=until, steps=steps)


def _told(
    ledger: Ledger, expected: Any, change: DueChangeKind, after: date | None, reason: str
) -> None:
    tell_change(
        ledger,
        change,
        period_id=expected.period_id,
        expected_id=expected.id,
        before_on=expected.due_on,
        after_on=after,
        reason=reason,
    )


def _held(expected_id: int) -> Any:
    return locked(ExpectedReport.select().where(ExpectedReport.id == expected_id)).get()


def _open_asks(expected_id: int) -> Any:
    return ExtensionAsk.select().where(
        ExtensionAsk.expected == expected_id, ExtensionAsk.decided_at.is_null()
    )


def _reason(text: str, *, must: bool, field: str = "reason") -> str:
    words = clean_line(text)
    if must and not words:
        raise MissingField(field=field)
    if len(words) > MOST_REASON:
        raise TextTooLong(field=field, most=MOST_REASON)
    return words


def _name(unit_id: int) -> str:
    return str(Unit.get_by_id(unit_id).name_th)
