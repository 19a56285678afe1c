"""The versions of one unit's answer to one period, each with what was said of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.queries.evidence import EvidenceLine, evidence_of_reports
from saraban.queries.letter_refs import LetterRef, letter_refs
from saraban.queries.report_forms import form_of
from saraban.queries.summed_up import SumLine, sums_of
from saraban.queries.visibility import sees_letter
from saraban.records import (
    DeclaredEntry,
    Letter,
    Report,
    ReportAnswer,
    ReportPart,
    ReportReview,
    Unit,
)
from saraban.rules.answers import Answer
from saraban.rules.expected_reports import Verdict
from saraban.rules.permissions import Actor
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


def answer_versions(actor: Actor, expected_id: int) -> tuple[AnswerVersion, ...]:
    """Every version of one expected report, the newest first."""
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
