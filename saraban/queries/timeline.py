"""What happened to a letter, line by line in time, with the silences between."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from saraban.queries.endorsements import EndorsementLine
from saraban.queries.letter_answers import reports_to
from saraban.queries.rows_in_sight import rows_in_sight
from saraban.queries.timeline_arrivals import arrival_lines, merge_lines
from saraban.queries.timeline_deliveries import delivery_lines, end_lines, reminder_lines
from saraban.queries.timeline_line import TimelineLine
from saraban.queries.visibility import in_own_line, touched_among
from saraban.records import Letter, Receipt, RegisterEntry, Unit
from saraban.rules.days import day_of
from saraban.rules.endorsements import EndorsementKind
from saraban.rules.permissions import Actor

SHORTEST_SILENCE = 3
_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


def timeline(
    actor: Actor, letter: Any, notes: Sequence[EndorsementLine]
) -> tuple[TimelineLine, ...]:
    """The events of one letter that the actor may see: all for its issuer, else their own.

    notes are those on the letter that the actor may read. What happened to rows that were
    declared one letter with it is told with it.
    """
    rows, sees_all = rows_in_sight(actor, letter)
    lines: list[TimelineLine] = []
    for row in rows:
        lines += _entries(actor, row, sees_all)
        lines += _dispatches(actor, row)
        lines += arrival_lines(actor, row, sees_all)
    lines += merge_lines(actor, letter)
    lines += _notes(notes)  # before the deliveries: an order hands the letter on at its own moment
    for row in rows:
        lines += delivery_lines(actor, row, sees_all)
        lines += end_lines(actor, row, sees_all)
        lines += reminder_lines(actor, row)
        lines += _reissues(actor, row, sees_all)
        lines += _answers(actor, row, sees_all)
    lines.sort(key=lambda line: (line.on, line.at or _END_OF_TIME))
    return _with_silences(lines)


def silent_since(lines: Sequence[TimelineLine], today: date) -> int:
    """Days since the last event; 0 while they are fewer than SHORTEST_SILENCE."""
    quiet = (today - lines[-1].on).days if lines else 0
    return quiet if quiet >= SHORTEST_SILENCE else 0


def _with_silences(lines: Iterable[TimelineLine]) -> tuple[TimelineLine, ...]:
    told: list[TimelineLine] = []
    for line in lines:
        quiet = (line.on - told[-1].on).days if told else 0
        told.append(replace(line, silent_days=quiet if quiet >= SHORTEST_SILENCE else 0))
    return tuple(told)


def _entries(actor: Actor, letter: Any, sees_all: bool) -> list[TimelineLine]:
    query: Any = (
        RegisterEntry.select(RegisterEntry, Receipt, Unit)
        .join(Unit, on=(RegisterEntry.unit == Unit.id))
        .join_from(
            RegisterEntry, Receipt, "LEFT OUTER JOIN", on=(Receipt.entry == RegisterEntry.id)
        )
        .where(RegisterEntry.letter == letter.id)
        .order_by(RegisterEntry.id)
    )
    if not sees_all:
        query = query.where(in_own_line(actor) | Receipt.id.is_null())
    lines = []
    for entry in query:
        receipt = getattr(entry, "receipt", None)
        stamp = letter.printed_number if receipt is None else receipt.printed_number
        who = entry.unit.registry_name or entry.unit.name_th
        is_ours = entry.unit_id == actor.unit_id
        what = "received" if receipt else ("reissued" if letter.conveys_id else "issued")
        lines.append(
            TimelineLine(
                on=entry.entered_on,
                at=entry.entered_at,
                what=what,
                who=who,
                number=stamp,
                words=entry.entered_by,
                is_ours=is_ours,
            )
        )
        if entry.voided_at is not None:
            lines.append(
                TimelineLine(
                    on=day_of(entry.voided_at),
                    at=entry.voided_at,
                    what="voided",
                    who=who,
                    number=str(entry.number),
                    words=entry.void_reason or "",
                    is_ours=is_ours,
                )
            )
    return lines


def _dispatches(actor: Actor, letter: Any) -> list[TimelineLine]:
    return [
        TimelineLine(
            on=day_of(sent.dispatched_at),
            at=sent.dispatched_at,
            what="dispatched",
            who=sent.unit.name_th,
            number=str(sent.unit_count),
            words=sent.phrase,
            is_ours=sent.unit_id == actor.unit_id,
        )
        for sent in letter.dispatches
    ]


def _reissues(actor: Actor, letter: Any, sees_all: bool) -> list[TimelineLine]:
    """Letters that pass this one on; words is the uid of one that the reader may open."""
    query: Any = (
        Letter.select(Letter, Unit)
        .join(Unit, on=(Letter.issuer == Unit.id))
        .where(Letter.conveys == letter.id, Letter.is_issued_here)
    )
    children = [child for child in query if sees_all or child.issuer_id == actor.unit_id]
    seen = touched_among(actor, [child.id for child in children])
    return [
        TimelineLine(
            on=child.dated_on,
            at=child.created_at,
            what="passed_on",
            who=child.issuer.name_th,
            number=child.printed_number,
            words=child.uid if child.id in seen else "",
            is_ours=child.issuer_id == actor.unit_id,
        )
        for child in children
    ]


def _answers(actor: Actor, letter: Any, sees_all: bool) -> list[TimelineLine]:
    return [
        TimelineLine(
            on=day_of(report.submitted_at),
            at=report.submitted_at,
            what="answered",
            who=report.unit.name_th,
            number=None,
            words=report.answer,
            is_ours=report.unit_id == actor.unit_id,
            duty=duty,
        )
        for report, duty in reports_to(actor, [letter.id], sees_others=sees_all)
    ]


def _notes(notes: Iterable[EndorsementLine]) -> list[TimelineLine]:
    """What was written on the letter, what desks said they did, what was taken back."""
    lines = []
    for note in notes:
        lines.append(
            TimelineLine(
                on=day_of(note.at),
                at=note.at,
                what=note.kind.value,
                who=note.author.words,
                number=None,
                words=note.text,
                is_ours=note.is_ours,
                desks=tuple(desk.name for desk in note.desks),
                due_on=note.due_on,
            )
        )
        lines += [
            TimelineLine(
                on=day_of(desk.done_at),
                at=desk.done_at,
                what="done",
                who=desk.name,
                number=None,
                words=" ".join(filter(None, (desk.done_words, desk.done_by))),
                is_ours=desk.is_ours,
            )
            for desk in note.desks
            if desk.done_at is not None
        ]
        if note.withdrawal is not None:
            lines.append(
                TimelineLine(
                    on=day_of(note.withdrawal.at),
                    at=note.withdrawal.at,
                    what=EndorsementKind.WITHDRAW.value,
                    who=note.withdrawal.author.words,
                    number=None,
                    words=note.withdrawal.reason,
                    is_ours=note.is_ours,
                )
            )
    return lines
