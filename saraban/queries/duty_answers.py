"""What one unit answered to one period of a duty: every version, what was said of it, and its day.

Seen by the unit itself, by the keeper and whoever the answers are meant for, and by auditors; a
unit that owes the same duty sees its own answer and nobody else's.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.errors import PeriodNotFound, UnitNotFound
from saraban.queries.due_days import Explained, MovedDay, explained
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight
from saraban.queries.evidence import EvidenceLine, evidence_of_reports
from saraban.queries.letter_lines import LetterRef, letter_refs
from saraban.queries.report_sums import SumLine, sums_of
from saraban.queries.visibility import sees_letter
from saraban.records import (
    DeclaredEntry,
    DueChange,
    ExpectedReport,
    ExtensionAsk,
    Letter,
    Report,
    ReportAnswer,
    ReportFormVersion,
    ReportPart,
    ReportPeriod,
    ReportReview,
    Unit,
)
from saraban.rules.answers import Answer
from saraban.rules.expected_reports import DueChangeKind, ExpectedState, Verdict
from saraban.rules.permissions import Actor
from saraban.rules.report_form_text import parse_form
from saraban.rules.report_forms import FormDefinition


@dataclass(frozen=True)
class Review:
    """The keeper's word on a version; beside has reasons by the key of the form's field."""

    verdict: Verdict
    words: str
    beside: dict[str, str]
    at: datetime
    by: str


@dataclass(frozen=True)
class DeclaredLine:
    """What was entered in another system, as some office says."""

    system: str
    number: str
    entered_on: date
    entered_by: str
    office: str


@dataclass(frozen=True)
class AnswerVersion:
    """One version of an answer. form is the definition it was filled in with, if any.

    days_late are days begun after the unit's own day. summed tells what stood behind one that
    sums up the level below, part_names the units whose reports it took in.
    """

    report_uid: str
    version: int
    answer: Answer
    text: str
    form: FormDefinition | None
    values: dict[str, Any]
    submitted_at: datetime
    submitted_by: str
    days_late: int
    passed_to: str
    covered_by: LetterRef | None
    declared: DeclaredLine | None
    evidence: tuple[EvidenceLine, ...]
    reviews: tuple[Review, ...]
    summed: SumLine | None
    part_names: tuple[str, ...]

    def evidence_of(self, key: str) -> tuple[EvidenceLine, ...]:
        """The files of one field; those of none have the empty key."""
        return tuple(line for line in self.evidence if line.field == key)


@dataclass(frozen=True)
class AskLine:
    """A later day that was asked for; granted_until is null where it was refused or waits."""

    uid: str
    asked_for: date
    reason: str
    asked_at: datetime
    asked_by: str
    decided_at: datetime | None
    decided_by: str | None
    granted_until: date | None
    words: str


@dataclass(frozen=True)
class AnsweredPeriod:
    """One unit's side of one period. versions are newest first.

    days_left counts calendar days to the unit's own day, negative after it, None without one.
    """

    duty: SeenDuty
    number: int
    covers_from: date | None
    covers_until: date | None
    label: str
    is_closed: bool
    unit_uid: str
    unit_name: str
    is_own: bool
    expected_id: int
    state: ExpectedState
    is_late: bool
    due: Explained | None
    days_left: int | None
    versions: tuple[AnswerVersion, ...]
    asks: tuple[AskLine, ...]
    moves: tuple[MovedDay, ...]

    @property
    def version(self) -> int:
        """The newest version's number, 0 before the first."""
        return self.versions[0].version if self.versions else 0

    @property
    def open_ask(self) -> AskLine | None:
        """The ask that waits for the keeper."""
        return next((ask for ask in self.asks if ask.decided_at is None), None)


def answered_period(
    actor: Actor, duty_uid: str, number: int, *, today: date, unit_uid: str = ""
) -> AnsweredPeriod:
    """The side of the actor's unit, or of another where they may see it.

    Raises DutyNotFound, PeriodNotFound, UnitNotFound (also for a unit whose answer is not theirs
    to see).
    """
    duty = duty_in_sight(actor, duty_uid)
    period = ReportPeriod.get_or_none(
        ReportPeriod.duty == duty.id,
        ReportPeriod.number == number,
        ReportPeriod.struck_at.is_null(),
    )
    if period is None:
        raise PeriodNotFound(number=number)
    unit = Unit.get_by_id(actor.unit_id) if not unit_uid else _other(actor, duty, unit_uid)
    expected = ExpectedReport.get_or_none(
        ExpectedReport.period == period.id, ExpectedReport.to_unit == unit.id
    )
    if expected is None:
        raise PeriodNotFound(number=number)
    due_on = expected.due_on
    return AnsweredPeriod(
        duty=duty,
        number=number,
        covers_from=period.covers_from,
        covers_until=period.covers_until,
        label=period.label,
        is_closed=period.closed_at is not None,
        unit_uid=unit.uid,
        unit_name=unit.name_th,
        is_own=unit.id == actor.unit_id,
        expected_id=expected.id,
        state=ExpectedState(expected.state),
        is_late=expected.is_late,
        due=explained(
            due_on,
            expected.steps,
            period_steps=period.steps,
            is_until_office_hours=duty.is_until_office_hours,
        ),
        days_left=None if due_on is None else (due_on - today).days,
        versions=_versions(actor, expected.id),
        asks=asks_of([expected.id]).get(expected.id, ()),
        moves=_moves(expected, unit.name_th),
    )


def asks_of(expected_ids: Sequence[int]) -> dict[int, tuple[AskLine, ...]]:
    """Asks for a later day, by expected report, the last first."""
    found: dict[int, list[AskLine]] = {}
    rows: Any = (
        ExtensionAsk.select()
        .where(ExtensionAsk.expected.in_(list(expected_ids)))
        .order_by(ExtensionAsk.id.desc())
    )
    for row in rows:
        line = AskLine(
            row.uid,
            row.asked_for,
            row.reason,
            row.asked_at,
            row.asked_by,
            row.decided_at,
            row.decided_by,
            row.granted_until,
            row.words,
        )
        found.setdefault(row.expected_id, []).append(line)
    return {key: tuple(lines) for key, lines in found.items()}


def form_of(version_id: int | None) -> FormDefinition | None:
    """A published version's definition."""
    if version_id is None:
        return None
    return parse_form(ReportFormVersion.get_by_id(version_id).definition)


def _other(actor: Actor, duty: SeenDuty, unit_uid: str) -> Any:
    unit = Unit.get_or_none(Unit.uid == unit_uid)
    collects = duty.is_keeper or duty.report_to_unit_id == actor.unit_id
    if unit is None or (duty.is_ower and not collects and unit.id != actor.unit_id):
        raise UnitNotFound(uid=unit_uid)
    return unit


def _versions(actor: Actor, expected_id: int) -> tuple[AnswerVersion, ...]:
    rows: list[Any] = list(
        ReportAnswer.select(ReportAnswer, Report)
        .join(Report, on=(ReportAnswer.report == Report.id))
        .where(ReportAnswer.expected == expected_id)
        .order_by(ReportAnswer.version.desc())
    )
    ids = [row.report_id for row in rows]
    evidence, reviews = evidence_of_reports(ids), _reviews(ids)
    declared, parts, sums = _declared(ids), _part_names(ids), sums_of(ids)
    return tuple(
        AnswerVersion(
            report_uid=row.report.uid,
            version=row.version,
            answer=Answer(row.report.answer),
            text=row.report.text,
            form=form_of(row.form_version_id),
            values=json.loads(row.field_values) if row.field_values else {},
            submitted_at=row.report.submitted_at,
            submitted_by=row.report.submitted_by,
            days_late=row.days_late,
            passed_to="" if row.passed_to_id is None else row.passed_to.name_th,
            covered_by=_covering(actor, row.covered_by_id),
            declared=declared.get(row.report_id),
            evidence=evidence.get(row.report_id, ()),
            reviews=reviews.get(row.report_id, ()),
            summed=sums.get(row.report_id),
            part_names=parts.get(row.report_id, ()),
        )
        for row in rows
    )


def _covering(actor: Actor, letter_id: int | None) -> LetterRef | None:
    if letter_id is None:
        return None
    ((found, _),) = letter_refs(Letter.id == letter_id)
    return LetterRef(
        found.uid,
        found.printed_number,
        found.dated_on,
        found.issuer_text,
        may_open=sees_letter(actor, letter_id),
    )


def _reviews(report_ids: Sequence[int]) -> dict[int, tuple[Review, ...]]:
    found: dict[int, list[Review]] = {}
    rows: Any = (
        ReportReview.select()
        .where(ReportReview.report.in_(list(report_ids)))
        .order_by(ReportReview.id)
    )
    for row in rows:
        beside = json.loads(row.field_words) if row.field_words else {}
        line = Review(Verdict(row.verdict), row.words, beside, row.reviewed_at, row.reviewed_by)
        found.setdefault(row.report_id, []).append(line)
    return {key: tuple(lines) for key, lines in found.items()}


def _declared(report_ids: Sequence[int]) -> dict[int, DeclaredLine]:
    rows: Any = (
        DeclaredEntry.select(DeclaredEntry, Unit)
        .join(Unit, on=(DeclaredEntry.unit == Unit.id))
        .where(DeclaredEntry.report.in_(list(report_ids)))
    )
    return {
        row.report_id: DeclaredLine(
            row.system, row.number, row.entered_on, row.entered_by, row.unit.name_th
        )
        for row in rows
    }


def _part_names(report_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The units whose reports each of these took in, once each, in the order they were taken."""
    rows: Any = (
        ReportPart.select(ReportPart.report, Unit.name_th)
        .join(Report, on=(ReportPart.part == Report.id))
        .join(Unit, on=(Report.unit == Unit.id))
        .where(ReportPart.report.in_(list(report_ids)))
        .order_by(ReportPart.id)
        .tuples()
    )
    names: dict[int, dict[str, None]] = {}
    for report_id, name in rows:
        names.setdefault(report_id, {})[name] = None
    return {report_id: tuple(found) for report_id, found in names.items()}


def _moves(expected: Any, unit_name: str) -> tuple[MovedDay, ...]:
    """Moves of the unit's own day, and of the whole period's."""
    rows: Any = (
        DueChange.select()
        .where(
            DueChange.period == expected.period_id,
            (DueChange.expected == expected.id) | DueChange.expected.is_null(),
        )
        .order_by(DueChange.id.desc())
    )
    return tuple(
        MovedDay(
            row.period_id,
            DueChangeKind(row.change),
            unit_name if row.expected_id else "",
            row.before_on,
            row.after_on,
            row.reason,
            row.changed_at,
            row.changed_by,
        )
        for row in rows
    )
