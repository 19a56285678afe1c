"""How right the machine reads: counted from what clerks made of each field."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import peewee

from saraban.records import FieldAnswer, Unit
from saraban.rules.intake import FILED_FIELDS
from saraban.rules.permissions import Act, Actor, may, require

MOST_SENDERS = 100


@dataclass(frozen=True)
class Accuracy:
    """Counts of one row. read: fields that were registered after the machine proposed a value or
    missed one; right and corrected add up to read. missed are those of corrected where nothing
    was proposed, asked those of read that a person had to look at by themselves, and
    wrong_unasked those of corrected, not missed, that had been offered as sure.
    """

    name: str
    read: int
    right: int
    corrected: int
    missed: int
    asked: int
    wrong_unasked: int


@dataclass(frozen=True)
class Correction:
    """One field that a clerk changed, for seeing where reading is weak."""

    field: str
    proposed: str
    accepted: str
    sender: str
    source: str
    confidence_percent: int
    had_confirm: bool
    answered_at: datetime


@dataclass(frozen=True)
class ReadingAccuracy:
    """by_field in the order of the register's columns, named by the field; by_sender the most
    corrected first; by_source ("text", "ocr", "digits", "qr", "embedded", "" for not found)."""

    by_field: tuple[Accuracy, ...]
    by_sender: tuple[Accuracy, ...]
    by_source: tuple[Accuracy, ...]
    latest: tuple[Correction, ...]
    letter_count: int


def reading_accuracy(actor: Actor, *, latest: int = 30) -> ReadingAccuracy:
    """What clerks of the actor's unit made of readings; for who may see it, of their branch.

    Raises Refused.
    """
    require(actor, Act.SEE_ACCURACY)
    reach = _reach(actor)
    by_field = {row.name: row for row in _counted(FieldAnswer.field, reach)}
    by_sender = sorted(_counted(FieldAnswer.sender, reach), key=lambda row: -row.corrected)
    return ReadingAccuracy(
        by_field=tuple(by_field[name] for name in FILED_FIELDS if name in by_field),
        by_sender=tuple(by_sender[:MOST_SENDERS]),
        by_source=tuple(sorted(_counted(FieldAnswer.source, reach), key=lambda row: -row.read)),
        latest=_corrections(reach, latest),
        letter_count=_letter_count(reach),
    )


def _reach(actor: Actor) -> Any:
    if may(actor, Act.SEE_ACCURACY, subject_path=f"{actor.unit_path}0/"):
        below = Unit.select(Unit.id).where(Unit.path.startswith(actor.unit_path))
        return FieldAnswer.unit.in_(below)
    return FieldAnswer.unit == actor.unit_id


def _counted(column: Any, reach: Any) -> list[Accuracy]:
    right = FieldAnswer.is_right == True  # noqa: E712 - SQL
    asked = FieldAnswer.had_confirm == True  # noqa: E712 - SQL
    missed = ~right & (FieldAnswer.proposed == "")
    rows: Iterable[Any] = (
        FieldAnswer.select(
            column,
            peewee.fn.COUNT(FieldAnswer.id),
            _count_of(right),
            _count_of(~right),
            _count_of(missed),
            _count_of(asked),
            _count_of(~right & ~asked & (FieldAnswer.proposed != "")),
        )
        .where(reach)
        .group_by(column)
        .order_by(column)
        .tuples()
    )
    return [Accuracy(*row) for row in rows]


def _count_of(condition: Any) -> Any:
    return peewee.fn.SUM(peewee.Case(None, ((condition, 1),), 0))


def _corrections(reach: Any, most: int) -> tuple[Correction, ...]:
    rows: Iterable[Any] = (
        FieldAnswer.select(
            FieldAnswer.field,
            FieldAnswer.proposed,
            FieldAnswer.accepted,
            FieldAnswer.sender,
            FieldAnswer.source,
            FieldAnswer.confidence_percent,
            FieldAnswer.had_confirm,
            FieldAnswer.answered_at,
        )
        .where(reach, FieldAnswer.is_right == False)  # noqa: E712 - SQL
        .order_by(FieldAnswer.id.desc())
        .limit(most)
        .tuples()
    )
    return tuple(Correction(*row) for row in rows)


def _letter_count(reach: Any) -> int:
    return int(
        FieldAnswer.select(peewee.fn.COUNT(FieldAnswer.intake_letter.distinct()))
        .where(reach)
        .scalar()
    )
