"""The reports of the level below, as its keeper sums them up for the duty of the level above.

Which duties are below is told by their `above`; which of their periods, by what they cover
(rules.report_sums.belongs). Every unit that owes one stands in exactly one Standing.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import PeriodNotFound
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight
from saraban.queries.duty_reach import unreached_of
from saraban.queries.evidence import EvidenceLine, evidence_of_reports
from saraban.records import (
    ExpectedReport,
    Letter,
    Report,
    ReportAnswer,
    ReportDuty,
    ReportFormVersion,
    ReportPeriod,
    Unit,
)
from saraban.rules.duty_standings import standing_of
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.permissions import Actor
from saraban.rules.report_form_text import parse_form
from saraban.rules.report_forms import FormDefinition
from saraban.rules.report_sums import LACKING, Part, Span, Standing, belongs, standing_in_sum


@dataclass(frozen=True)
class BelowDuty:
    """A duty that the actor's unit made of the one above."""

    id: int
    uid: str
    name: str
    needs_review: bool


@dataclass(frozen=True)
class BelowLine:
    """One unit's answer to one period below. report_uid is its newest version, "" for none.

    is_taken_in says that it can be: it is a report or a nil report that was not given back.
    waits_for_review is one that the actor's office has not accepted yet, though it wants to.
    """

    duty: BelowDuty
    number: int
    label: str
    covers_from: date | None
    covers_until: date | None
    unit_uid: str
    unit_name: str
    state: ExpectedState
    standing: Standing
    is_late: bool
    due_on: date | None
    report_id: int | None
    report_uid: str
    is_taken_in: bool
    waits_for_review: bool


@dataclass(frozen=True)
class Below:
    """Everything of the level below that one period of the duty above asks for."""

    duty: SeenDuty
    number: int
    duties: tuple[BelowDuty, ...]
    lines: tuple[BelowLine, ...]

    @property
    def counts(self) -> Counter[Standing]:
        """How many answers stand how."""
        return Counter(line.standing for line in self.lines)

    @property
    def expected_count(self) -> int:
        """How many are asked for: without who was waived or struck."""
        return len(self.lines) - self.counts[Standing.OUTSIDE]

    @property
    def lacking(self) -> tuple[tuple[Standing, tuple[BelowLine, ...]], ...]:
        """What is not in, by why, each with its lines; only what there is."""
        found = ((why, tuple(one for one in self.lines if one.standing is why)) for why in LACKING)
        return tuple((why, lines) for why, lines in found if lines)

    @property
    def takeable(self) -> tuple[BelowLine, ...]:
        """The reports that can be taken in, in the order of the lines."""
        return tuple(line for line in self.lines if line.is_taken_in)


def reports_below(actor: Actor, duty_uid: str, number: int, *, today: date) -> Below:
    """The level below one period of a duty that the actor's unit owes.

    Raises DutyNotFound, and PeriodNotFound where the unit owes nothing in that period.
    """
    duty = duty_in_sight(actor, duty_uid)
    above: Any = (
        ReportPeriod.select()
        .join(ExpectedReport, on=(ExpectedReport.period == ReportPeriod.id))
        .where(
            ReportPeriod.duty == duty.id,
            ReportPeriod.number == number,
            ReportPeriod.struck_at.is_null(),
            ExpectedReport.to_unit == actor.unit_id,
        )
        .first()
    )
    if above is None:
        raise PeriodNotFound(number=number)
    return below_period(actor, duty, above, today=today)


def below_period(actor: Actor, duty: SeenDuty, above: Any, *, today: date) -> Below:
    """The same for a period's row."""
    rows: Any = (
        ReportDuty.select(ReportDuty, Letter)
        .join(Letter, on=(ReportDuty.letter == Letter.id))
        .where(ReportDuty.above == duty.id, ReportDuty.unit == actor.unit_id)
        .order_by(ReportDuty.id)
    )
    duties: list[BelowDuty] = []
    lines: list[BelowLine] = []
    for row in rows:
        below = BelowDuty(row.id, row.uid, row.name, row.needs_review)
        duties.append(below)
        unreached_ids = unreached_of(row.id, letter_id=row.letter_id, keeper_id=row.unit_id)
        lines += _lines(below, _periods(row.id, above), unreached_ids, today)
    return Below(duty, above.number, tuple(duties), tuple(lines))


def has_below(actor: Actor, duty_id: int) -> bool:
    """Whether the actor's unit asks others for what this duty asks of it."""
    found = ReportDuty.select().where(ReportDuty.above == duty_id, ReportDuty.unit == actor.unit_id)
    return bool(found.exists())


def parts_of(lines: Sequence[BelowLine]) -> tuple[Part, ...]:
    """What these reports say, in the order of the lines."""
    ids = [line.report_id for line in lines]
    rows: Any = (
        ReportAnswer.select(
            ReportAnswer.report, ReportAnswer.form_version, ReportAnswer.field_values, Report.text
        )
        .join(Report, on=(ReportAnswer.report == Report.id))
        .where(ReportAnswer.report.in_(ids))
        .tuples()
    )
    told = {report_id: (version, values, text) for report_id, version, values, text in rows}
    forms = _forms({version for version, _, _ in told.values() if version is not None})
    parts = []
    for line in lines:
        version, values, text = told[line.report_id]
        form = forms.get(version)
        parts.append(Part(line.unit_name, form, json.loads(values) if values else {}, text))
    return tuple(parts)


def evidence_below(lines: Sequence[BelowLine]) -> tuple[tuple[BelowLine, EvidenceLine], ...]:
    """The files that these reports brought, each with the report it is of."""
    ids = [line.report_id for line in lines if line.report_id is not None]
    files = evidence_of_reports(ids)
    return tuple(
        (line, file)
        for line in lines
        if line.report_id is not None
        for file in files.get(line.report_id, ())
    )


def _periods(duty_id: int, above: Any) -> dict[int, Any]:
    """The periods below that belong to the one above, by their ids."""
    upper = _span(above)
    is_only = not (
        ReportPeriod.select()
        .where(
            ReportPeriod.duty == above.duty_id,
            ReportPeriod.id != above.id,
            ReportPeriod.struck_at.is_null(),
        )
        .exists()
    )
    rows: Any = (
        ReportPeriod.select()
        .where(ReportPeriod.duty == duty_id, ReportPeriod.struck_at.is_null())
        .order_by(ReportPeriod.number)
    )
    return {row.id: row for row in rows if belongs(_span(row), upper, is_only=is_only)}


def _span(period: Any) -> Span:
    return Span(period.covers_from, period.covers_until, period.due_on, period.label)


def _lines(
    duty: BelowDuty, periods: dict[int, Any], unreached_ids: Collection[int], today: date
) -> Iterable[BelowLine]:
    rows: Any = (
        ExpectedReport.select(ExpectedReport, Unit, Report)
        .join(Unit, on=(ExpectedReport.to_unit == Unit.id))
        .join_from(
            ExpectedReport, Report, "LEFT OUTER JOIN", on=(ExpectedReport.report == Report.id)
        )
        .where(ExpectedReport.period.in_(list(periods)))
        .order_by(ExpectedReport.period, Unit.name_th)
    )
    for row in rows:
        yield _line(duty, periods[row.period_id], row, unreached_ids, today)


def _line(
    duty: BelowDuty, period: Any, row: Any, unreached_ids: Collection[int], today: date
) -> BelowLine:
    state = ExpectedState(row.state)
    standing = standing_in_sum(
        standing_of(
            row.state,
            is_late=row.is_late,
            due_on=row.due_on,
            today=today,
            is_reached=row.to_unit_id not in unreached_ids,
        )
    )
    is_taken_in = standing in (Standing.IN, Standing.NIL) or state is ExpectedState.DECLARED
    report = row.report if row.report_id is not None else None
    return BelowLine(
        duty=duty,
        number=period.number,
        label=period.label,
        covers_from=period.covers_from,
        covers_until=period.covers_until,
        unit_uid=row.to_unit.uid,
        unit_name=row.to_unit.name_th,
        state=state,
        standing=standing,
        is_late=row.is_late,
        due_on=row.due_on,
        report_id=row.report_id,
        report_uid="" if report is None else report.uid,
        is_taken_in=is_taken_in and report is not None,
        waits_for_review=duty.needs_review and state is ExpectedState.SUBMITTED,
    )


def _forms(version_ids: Collection[int]) -> dict[int, FormDefinition]:
    rows: Any = ReportFormVersion.select().where(ReportFormVersion.id.in_(list(version_ids)))
    return {row.id: parse_form(row.definition) for row in rows}
