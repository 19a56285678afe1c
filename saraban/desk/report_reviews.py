"""The keeper's word on an answer: returned with reasons beside its fields, or accepted.

Every version and every word stays; a further version answers a return.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._expected import (
    duty_row,
    held_expected,
    latest_answer,
    period_of,
    refuse_shut,
)
from saraban.desk.extensions import kept_duty
from saraban.errors import NotToBeReviewed, ReturnNeedsReason, TextTooLong, UnitNotFound
from saraban.records import ExpectedReport, Report, ReportReview, Unit
from saraban.records.database import locked, write_transaction
from saraban.rules.audit import canonical
from saraban.rules.duty_answers import MOST_REASON
from saraban.rules.expected_reports import OUTSIDE, OWED, ExpectedState, Verdict
from saraban.rules.permissions import Act, Actor
from saraban.thai.text import clean_line

MOST_AT_ONCE = 500


def return_report(
    *,
    actor: Actor,
    at: datetime,
    duty_uid: str,
    number: int,
    unit_uid: str,
    seen_version: int,
    words: str = "",
    field_words: Mapping[str, str] | None = None,
) -> None:
    """Give the newest version back, with a reason for the whole or beside single fields.

    The report is owed again; its day stays what it is. seen_version is the version that was read:
    a newer one is looked at first. What was accepted can be returned too, but nothing of a period
    that takes no more answers: the unit could not send it again. Raises Refused, DutyNotFound,
    PeriodNotFound, PeriodClosed, UnitNotFound, NotToBeReviewed, ReturnNeedsReason, TextTooLong.
    """
    duty = kept_duty(actor, duty_uid, Act.REVIEW_REPORT)
    unit = _unit(unit_uid)
    said = _checked(words, "words")
    beside = {key: _checked(text, key) for key, text in (field_words or {}).items() if text.strip()}
    if not said and not beside:
        raise ReturnNeedsReason()
    with write_transaction():
        period = period_of(duty.id, number)
        expected = held_expected(period.id, unit.id)
        refuse_shut(duty_row(duty.id), period, expected, at=at)
        answer = latest_answer(expected.id)
        is_over = ExpectedState(expected.state) in OWED | OUTSIDE
        if answer is None or answer.version != seen_version or is_over:
            raise NotToBeReviewed()
        ledger = Ledger(actor=actor, at=at)
        _say(ledger, answer.report_id, Verdict.RETURNED, said, beside)
        ledger.update(ExpectedReport, expected.id, state=ExpectedState.RETURNED.value)
        ledger.record(
            "return_report",
            subject=duty.uid,
            number=number,
            unit=unit.name_th,
            report=Report.get_by_id(answer.report_id).uid,
        )


def accept_reports(
    *, actor: Actor, at: datetime, duty_uid: str, number: int, seen: Mapping[str, int]
) -> int:
    """Accept the reports of these units that were read; how many.

    seen is the version read, by unit's uid; one that has changed since, or is no report, is left.
    Raises Refused, DutyNotFound, PeriodNotFound, NotToBeReviewed (where nothing is left).
    """
    duty = kept_duty(actor, duty_uid, Act.REVIEW_REPORT)
    period = period_of(duty.id, number)
    uids = list(seen)[:MOST_AT_ONCE]
    units = {row.id: row.uid for row in Unit.select().where(Unit.uid.in_(uids))}
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        accepted: list[str] = []
        for expected in _submitted(period.id, list(units)):
            answer = latest_answer(expected.id)
            if answer is None or answer.version != seen[units[expected.to_unit_id]]:
                continue
            _say(ledger, answer.report_id, Verdict.ACCEPTED, "", {})
            ledger.update(ExpectedReport, expected.id, state=ExpectedState.ACCEPTED.value)
            accepted.append(units[expected.to_unit_id])
        if not accepted:
            raise NotToBeReviewed()
        ledger.record("accept_reports", subject=duty.uid, number=number, count=len(accepted))
    return len(accepted)


def _submitted(period_id: int, unit_ids: Sequence[int]) -> list[Any]:
    return list(
        locked(
            ExpectedReport.select()
            .where(
                ExpectedReport.period == period_id,
                ExpectedReport.to_unit.in_(unit_ids),
                ExpectedReport.state == ExpectedState.SUBMITTED.value,
            )
            .order_by(ExpectedReport.id)
        )
    )


def _say(
    ledger: Ledger, report_id: int, verdict: Verdict, words: str, beside: Mapping[str, str]
) -> None:
    ledger.insert(
        ReportReview,
        report=report_id,
        unit=ledger.actor.unit_id,
        verdict=verdict.value,
        words=words,
        field_words=canonical(dict(beside)) if beside else "",
        reviewed_at=ledger.at,
        reviewed_by=ledger.actor.name,
    )


def _unit(uid: str) -> Any:
    found = Unit.get_or_none(Unit.uid == uid)
    if found is None:
        raise UnitNotFound(uid=uid)
    return found


def _checked(text: str, field: str) -> str:
    words = clean_line(text)
    if len(words) > MOST_REASON:
        raise TextTooLong(field=field, most=MOST_REASON)
    return words
