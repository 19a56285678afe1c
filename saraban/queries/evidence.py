"""Evidence as pages show it: of reports, on its way up, and who may see where it was taken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saraban.errors import DutyNotFound, EvidenceNotFound, FileDamaged, LetterNotFound
from saraban.queries.duties_in_sight import duty_in_sight
from saraban.queries.letter_card import letter_card
from saraban.queries.uploads import facts_among
from saraban.records import (
    ExpectedReport,
    Letter,
    Report,
    ReportAnswer,
    ReportDuty,
    ReportFile,
    StoredFile,
    file_store,
)
from saraban.rules.evidence import EvidenceFacts, shown_mib
from saraban.rules.permissions import Actor


@dataclass(frozen=True)
class EvidenceLine:
    """One file of a report. facts is None for one that was sent before files were measured.

    location is where it was taken, in words of degrees; blank unless the form asks for it.
    """

    report_uid: str
    sha256: str
    name: str
    size: int
    media_type: str
    field: str
    location: str
    facts: EvidenceFacts | None

    @property
    def mark(self) -> str:
        """What a form names it by (desk.evidence.Chosen)."""
        return f"{self.report_uid}/{self.sha256}"

    @property
    def mib_text(self) -> str:
        """Its size in mebibytes."""
        return shown_mib(self.size)

    @property
    def is_upload(self) -> bool:
        """Never: it is in a report already."""
        return False


@dataclass(frozen=True)
class SeenEvidence:
    """A file of a report that the reader may see, and whether they may have it as it was sent.

    As it was sent it tells where and by what it was taken: that is for the unit that sent it,
    and for the office that asked for the place.
    """

    line: EvidenceLine
    may_have_original: bool

    @property
    def path(self) -> Path:
        """Where its bytes lie. Raises FileDamaged when they are gone, or not as many any more."""
        path = file_store.path_of(self.line.sha256)
        if not path.exists() or path.stat().st_size != self.line.size:
            raise FileDamaged(sha256=self.line.sha256)
        return path


def is_evidence(sha256: str) -> bool:
    """Whether these bytes are in any report at all: a quick question before a slow one."""
    return bool(ReportFile.select().where(ReportFile.file == sha256).exists())


def evidence_of_reports(report_ids: Sequence[int]) -> dict[int, tuple[EvidenceLine, ...]]:
    """The files of these reports, by report, in the order they were added.

    Who may see a report may see its evidence: the caller asked that already.
    """
    query: Any = (
        ReportFile.select(
            ReportFile.report,
            Report.uid,
            ReportFile.file,
            ReportFile.name,
            StoredFile.size,
            StoredFile.media_type,
            ReportFile.field,
            ReportFile.location,
        )
        .join(Report, on=(ReportFile.report == Report.id))
        .switch(ReportFile)
        .join(StoredFile, on=(ReportFile.file == StoredFile.sha256))
        .where(ReportFile.report.in_(list(report_ids)))
        .order_by(ReportFile.id)
        .tuples()
    )
    rows = list(query)
    measured = facts_among([sha256 for _, _, sha256, *_ in rows])
    found: dict[int, list[EvidenceLine]] = {report_id: [] for report_id in report_ids}
    for report_id, uid, sha256, name, size, media_type, field, place in rows:
        facts = measured.get(sha256)
        found[report_id].append(
            EvidenceLine(uid, sha256, name, size, media_type, field, place, facts)
        )
    return {report_id: tuple(lines) for report_id, lines in found.items()}


def evidence_seen(actor: Actor, report_uid: str, sha256: str) -> SeenEvidence:
    """One file of a report. Raises EvidenceNotFound where the actor may not see that report."""
    report = Report.get_or_none(Report.uid == report_uid)
    if report is None:
        raise EvidenceNotFound(uid=report_uid)
    keeps = _refuse_unseen(actor, report)
    lines = evidence_of_reports([report.id])[report.id]
    line = next((line for line in lines if line.sha256 == sha256), None)
    if line is None:
        raise EvidenceNotFound(uid=report_uid)
    is_own = report.unit_id == actor.unit_id
    tells_place = line.facts is None or line.facts.has_location
    asked_for_place = keeps and any(bool(line.location) for line in lines if line.sha256 == sha256)
    return SeenEvidence(line, is_own or not tells_place or asked_for_place)


def earlier_evidence(actor: Actor, marks: Iterable[str]) -> dict[str, EvidenceLine]:
    """Those of these marks that are files of reports of the actor's unit, or that it collects."""
    uids = {mark.partition("/")[0] for mark in marks}
    ids: Any = Report.select(Report.id).where(
        Report.uid.in_(list(uids)),
        (Report.unit == actor.unit_id) | Report.id.in_(reports_collected(actor)),
    )
    found = evidence_of_reports([report.id for report in ids])
    return {line.mark: line for lines in found.values() for line in lines}


def reports_collected(actor: Actor) -> Any:
    """A query of the ids of all reports that answer a duty kept by the actor's unit."""
    return (
        ReportAnswer.select(ReportAnswer.report)
        .join(ExpectedReport, on=(ReportAnswer.expected == ExpectedReport.id))
        .join(ReportDuty, on=(ExpectedReport.duty == ReportDuty.id))
        .where(ReportDuty.unit == actor.unit_id)
    )


def _refuse_unseen(actor: Actor, report: Any) -> bool:
    """Whether the actor's office collects this report; EvidenceNotFound where it is not to be seen.

    A unit that owes the same duty sees its own answer and nobody else's.
    """
    duty: Any = (
        ReportDuty.select(ReportDuty.uid)
        .join(ExpectedReport, on=(ExpectedReport.duty == ReportDuty.id))
        .join(ReportAnswer, on=(ReportAnswer.expected == ExpectedReport.id))
        .where(ReportAnswer.report == report.id)
        .first()
    )
    try:
        if duty is None:
            card = letter_card(actor, Letter.get_by_id(report.letter_id).uid)
            if report.uid not in {line.uid for line in card.reports}:
                raise EvidenceNotFound(uid=report.uid)
            return False
        seen = duty_in_sight(actor, duty.uid)
    except (LetterNotFound, DutyNotFound):
        raise EvidenceNotFound(uid=report.uid) from None
    if seen.sees_own_alone and report.unit_id != actor.unit_id:
        raise EvidenceNotFound(uid=report.uid)
    return seen.collects
