"""What units answered to a letter: to the letter itself, and to the duties that were made of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import fn

from saraban.queries.one_letter import rows_of_one
from saraban.records import (
    ExpectedReport,
    Letter,
    Report,
    ReportAnswer,
    ReportDuty,
    ReportPeriod,
    Unit,
)
from saraban.rules.expected_reports import OUTSIDE, ExpectedState
from saraban.rules.permissions import Actor

# A weekly duty of a whole country is 400,000 answers: its own pages count them.
MOST_TO_DUTIES = 10


@dataclass(frozen=True)
class DutyAnswered:
    """Which period of which duty a report answers, in which version, and how late."""

    duty_uid: str
    duty_name: str
    number: int
    version: int
    days_late: int


@dataclass(frozen=True)
class OwnPeriod:
    """A period of a duty of the letter that the unit owes or has answered."""

    duty_uid: str
    duty_name: str
    number: int
    label: str
    covers_from: date | None
    covers_until: date | None
    due_on: date | None
    state: ExpectedState


def reports_to(
    actor: Actor, letter_ids: Sequence[int], *, sees_others: bool
) -> list[tuple[Any, DutyAnswered | None]]:
    """The reports with .unit, oldest first: all that answer the letter, of duties the newest ones.

    Without sees_others the actor's own.
    """
    rows: Any = (
        Report.select(Report, Unit)
        .join(Unit, on=(Report.unit == Unit.id))
        .where(Report.letter.in_(list(letter_ids)))
    )
    if not sees_others:
        rows = rows.where(Report.unit == actor.unit_id)
    answers = ReportAnswer.select().where(ReportAnswer.report == Report.id)
    plain = list(rows.where(~fn.EXISTS(answers)))
    newest = list(rows.where(fn.EXISTS(answers)).order_by(Report.id.desc()).limit(MOST_TO_DUTIES))
    facts = _facts([row.id for row in newest])
    both = [(row, None) for row in plain] + [(row, facts[row.id]) for row in newest]
    return sorted(both, key=lambda pair: pair[0].id)


def own_periods(actor: Actor, letter_uid: str) -> tuple[OwnPeriod, ...]:
    """What the letter's duties ask of the actor's unit: what is owed first, by its day.

    Of a duty of which nothing is owed now the last period stands, so that it can be looked at.
    Whether the actor sees the letter the caller has asked.
    """
    letter_ids = rows_of_one(Letter.get(Letter.uid == letter_uid).id)
    rows: Any = (
        ExpectedReport.select(
            ReportDuty.id,
            ReportDuty.uid,
            ReportDuty.name,
            ReportPeriod.number,
            ReportPeriod.label,
            ReportPeriod.covers_from,
            ReportPeriod.covers_until,
            ExpectedReport.due_on,
            ExpectedReport.state,
        )
        .join(ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .join_from(ExpectedReport, ReportDuty, on=(ExpectedReport.duty == ReportDuty.id))
        .where(
            ReportDuty.letter.in_(list(letter_ids)),
            ExpectedReport.to_unit == actor.unit_id,
            ExpectedReport.state.not_in([state.value for state in OUTSIDE]),
            ReportPeriod.struck_at.is_null(),
        )
        .order_by(ReportDuty.id, ReportPeriod.number)
        .tuples()
    )
    found: dict[int, list[OwnPeriod]] = {}
    for duty_id, uid, name, number, label, first, last, due_on, state in rows:
        period = OwnPeriod(uid, name, number, label, first, last, due_on, ExpectedState(state))
        found.setdefault(duty_id, []).append(period)
    chosen: list[OwnPeriod] = []
    for periods in found.values():
        owed = [one for one in periods if one.state < ExpectedState.SUBMITTED]
        chosen += owed or periods[-1:]
    chosen.sort(
        key=lambda one: (one.state >= ExpectedState.SUBMITTED, one.due_on or date.max, one.number)
    )
    return tuple(chosen)


def _facts(report_ids: Sequence[int]) -> dict[int, DutyAnswered]:
    rows: Any = (
        ReportAnswer.select(
            ReportAnswer.report,
            ReportDuty.uid,
            ReportDuty.name,
            ReportPeriod.number,
            ReportAnswer.version,
            ReportAnswer.days_late,
        )
        .join(ExpectedReport, on=(ReportAnswer.expected == ExpectedReport.id))
        .join(ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .join_from(ExpectedReport, ReportDuty, on=(ExpectedReport.duty == ReportDuty.id))
        .where(ReportAnswer.report.in_(list(report_ids)))
        .tuples()
    )
    return {report_id: DutyAnswered(*facts) for report_id, *facts in rows}
