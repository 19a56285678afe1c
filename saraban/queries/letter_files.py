"""The files of a letter and of the answers to it.

letter_ids are the rows that were declared one letter (one_letter.rows_of_one), mostly one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from saraban.records import (
    Intake,
    IntakeLetter,
    LetterArrival,
    LetterFile,
    ReportFile,
    StoredFile,
)
from saraban.rules.intake import LetterState
from saraban.rules.permissions import Actor


@dataclass(frozen=True)
class FileLine:
    """A file to open. role is letter, enclosure or evidence."""

    sha256: str
    name: str
    role: str
    media_type: str
    size: int


def files_of(letter_ids: Sequence[int]) -> tuple[FileLine, ...]:
    """The letter's files in the order they were added."""
    query: Any = (
        LetterFile.select(
            LetterFile.file,
            LetterFile.name,
            LetterFile.role,
            StoredFile.media_type,
            StoredFile.size,
        )
        .join(StoredFile, on=(LetterFile.file == StoredFile.sha256))
        .where(LetterFile.letter.in_(letter_ids))
        .order_by(LetterFile.id)
        .tuples()
    )
    return tuple(FileLine(*row) for row in query)


def files_of_arrivals(actor: Actor, letter_ids: Sequence[int]) -> tuple[FileLine, ...]:
    """Files by which the letter came again to the actor's desk; gone once that is taken back."""
    noted: Any = (
        LetterArrival.select(
            StoredFile.sha256, LetterArrival.file_name, StoredFile.media_type, StoredFile.size
        )
        .join(StoredFile, on=(LetterArrival.file == StoredFile.sha256))
        .where(
            LetterArrival.letter.in_(letter_ids),
            LetterArrival.unit == actor.unit_id,
            LetterArrival.intake_letter.is_null(),
            LetterArrival.taken_back_at.is_null(),
        )
        .order_by(LetterArrival.id)
        .tuples()
    )
    query: Any = (
        IntakeLetter.select(StoredFile.sha256, Intake.name, StoredFile.media_type, StoredFile.size)
        .join(Intake, on=(IntakeLetter.intake == Intake.id))
        .join(StoredFile, on=(Intake.file == StoredFile.sha256))
        .where(
            IntakeLetter.letter.in_(letter_ids),
            IntakeLetter.state == LetterState.ANOTHER_ARRIVAL,
            Intake.unit == actor.unit_id,
        )
        .order_by(IntakeLetter.id)
        .tuples()
    )
    return tuple(
        FileLine(sha256, name, "letter", kind, size)
        for sha256, name, kind, size in (*query, *noted)
    )


def files_of_report(report_id: int) -> tuple[FileLine, ...]:
    """The evidence of one answer."""
    query: Any = (
        ReportFile.select(ReportFile.file, ReportFile.name, StoredFile.media_type, StoredFile.size)
        .join(StoredFile, on=(ReportFile.file == StoredFile.sha256))
        .where(ReportFile.report == report_id)
        .order_by(ReportFile.id)
        .tuples()
    )
    return tuple(
        FileLine(sha256, name, "evidence", kind, size) for sha256, name, kind, size in query
    )
