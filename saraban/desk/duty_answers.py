"""Answering one period of a duty: a report, nil, not concerned, passed on, covered, or declared.

Each is an act of its own and each a version: what was answered before stays. What a unit asks of
its day is `desk.extensions`, what the keeper says of an answer `desk.report_reviews`.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._deliveries import locked_delivery, mark
from saraban.desk._expected import (
    deadline,
    duty_row,
    held_expected,
    latest_answer,
    period_of,
    refuse_shut,
)
from saraban.desk._summing import take_in
from saraban.desk.evidence import Ready, add_evidence, make_ready
from saraban.desk.filing import add_to_report, keep_bytes
from saraban.desk.filled_in_answers import (
    Declared,
    DutyAnswer,
    covered_by_of,
    passed_to_of,
    values_of,
    words_of,
)
from saraban.desk.report_drafts import empty_used_draft
from saraban.errors import (
    AnswerAccepted,
    AnsweredMeanwhile,
    AnswerNotAskedFor,
    NotTheirsToEnter,
    UnitNotFound,
)
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight, owes_still
from saraban.records import DeclaredEntry, ExpectedReport, Report, ReportAnswer, Unit
from saraban.records.database import write_transaction
from saraban.records.fields import new_uid
from saraban.rules.answers import Answer
from saraban.rules.audit import canonical
from saraban.rules.days import day_of
from saraban.rules.deliveries import Step, is_over
from saraban.rules.duty_answers import SUMS_UP, days_late, state_after
from saraban.rules.expected_reports import OUTSIDE, ExpectedState
from saraban.rules.permissions import Act, Actor, require
from saraban.thai.dates import format_medium
from saraban.thai.text import clean_line


def answer_duty(
    *,
    actor: Actor,
    at: datetime,
    duty_uid: str,
    number: int,
    said: DutyAnswer,
    seen_version: int = 0,
    for_unit_uid: str = "",
) -> str:
    """Answer one period for the actor's unit; the report's uid.

    seen_version is the version that the person had before them, 0 for none: of two who answer at
    once the second is told. The first version decides whether the answer came late. for_unit_uid
    is a unit whose report the actor's office keyed into another system: the keeper's or the one
    that answers are meant for. Raises Refused, DutyNotFound, PeriodNotFound, PeriodClosed,
    AnswerNotAskedFor, AnswerAccepted, AnsweredMeanwhile, NotTheirsToEnter, PartsChanged,
    MissingField, InvalidInput, TextTooLong, and what `desk.evidence.make_ready` raises.
    """
    require(actor, Act.REPORT)
    duty = duty_in_sight(actor, duty_uid)
    unit_id = _answering_unit(actor, duty, said, for_unit_uid)
    words = words_of(said)
    values = values_of(said, at=at)
    passed_to, covered_by = passed_to_of(actor, said), covered_by_of(actor, said)
    ready = make_ready(actor=actor, chosen=said.evidence)
    kept = keep_bytes(said.files)
    uid = new_uid()
    with write_transaction():
        # Read in here: its keeper may have closed it while the files were made ready.
        period = period_of(duty.id, number)
        expected = held_expected(period.id, unit_id)
        row = duty_row(duty.id)
        refuse_shut(row, period, expected, at=at)
        _refuse_settled(expected, unit_id)
        before = latest_answer(expected.id)
        _refuse_unseen(before, seen_version)
        late = days_late(at, deadline(row, expected))
        ledger = Ledger(actor=actor, at=at)
        delivery = locked_delivery(duty.letter_id, unit_id)
        report_id = ledger.insert(
            Report,
            uid=uid,
            letter=duty.letter_id,
            delivery=None if delivery is None else delivery.id,
            unit=unit_id,
            answer=said.answer,
            text=words,
            submitted_at=at,
            submitted_by=actor.name,
        )
        ledger.insert(
            ReportAnswer,
            report=report_id,
            expected=expected.id,
            version=1 if before is None else before.version + 1,
            form_version=said.form_version_id,
            field_values=canonical(values) if values else "",
            days_late=late,
            passed_to=passed_to,
            covered_by=covered_by,
        )
        _add_files(ledger, report_id, ready, kept)
        if said.parts and said.answer in SUMS_UP:
            take_in(
                ledger,
                actor=actor,
                duty=duty,
                period=period,
                report_id=report_id,
                part_uids=said.parts,
                today=day_of(at),
            )
        if said.declared is not None:
            _declare(ledger, report_id, said.declared, at=at)
        _move(ledger, expected, report_id, Answer(said.answer), is_late=late > 0, before=before)
        if unit_id == actor.unit_id:
            empty_used_draft(actor=actor, at=at, expected_id=expected.id)
        if delivery is not None and not is_over(delivery.status):
            mark(ledger, delivery, Step.DELIVERED, at)
            mark(ledger, delivery, Step.REPORTED, at)
        ledger.record(
            "answer_duty",
            subject=duty.uid,
            number=number,
            answer=said.answer,
            report=uid,
            version=1 if before is None else before.version + 1,
            days_late=late,
        )
    return uid


def _answering_unit(actor: Actor, duty: SeenDuty, said: DutyAnswer, for_unit_uid: str) -> int:
    if not for_unit_uid:
        if not owes_still(duty.id, actor.unit_id):
            raise AnswerNotAskedFor()
        return actor.unit_id
    unit = Unit.get_or_none(Unit.uid == for_unit_uid)
    if unit is None or not owes_still(duty.id, unit.id):
        raise UnitNotFound(uid=for_unit_uid)
    if unit.id != actor.unit_id and not (duty.collects and said.answer == Answer.ELSEWHERE):
        raise NotTheirsToEnter()
    return int(unit.id)


def _refuse_settled(expected: Any, unit_id: int) -> None:
    state = ExpectedState(expected.state)
    if state is ExpectedState.ACCEPTED:
        raise AnswerAccepted()
    if state in OUTSIDE or not owes_still(expected.duty_id, unit_id):
        raise AnswerNotAskedFor()


def _refuse_unseen(before: Any, seen_version: int) -> None:
    if before is None or before.version == seen_version:
        return
    told = Report.get_by_id(before.report_id)
    raise AnsweredMeanwhile(by=told.submitted_by, when=format_medium(day_of(told.submitted_at)))


def _add_files(ledger: Ledger, report_id: int, ready: Sequence[Ready], kept: Any) -> None:
    add_evidence(ledger, report_id=report_id, ready=ready)
    add_to_report(ledger, report_id=report_id, kept=kept)


def _declare(ledger: Ledger, report_id: int, declared: Declared, *, at: datetime) -> None:
    ledger.insert(
        DeclaredEntry,
        report=report_id,
        unit=ledger.actor.unit_id,
        system=clean_line(declared.system),
        number=clean_line(declared.number),
        entered_on=declared.entered_on or day_of(at),
        entered_by=clean_line(declared.entered_by) or ledger.actor.name,
    )


def _move(
    ledger: Ledger, expected: Any, report_id: int, answer: Answer, *, is_late: bool, before: Any
) -> None:
    """A later version changes what the answer is, not whether the first one came in time."""
    late = {"is_late": is_late} if before is None else {}
    ledger.update(
        ExpectedReport,
        expected.id,
        state=state_after(answer).value,
        answered_at=ledger.at,
        report=report_id,
        **late,
    )
