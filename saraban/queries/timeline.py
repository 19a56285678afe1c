"""What happened to a letter, line by line in time, with the silences between."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from saraban.queries.arrivals import noted_arrivals
from saraban.queries.chasing import reminders_of
from saraban.queries.delivery_ends import ends_of, recalls_of
from saraban.queries.endorsements import EndorsementLine
from saraban.queries.rows_in_sight import rows_in_sight
from saraban.queries.same_letter import merges_of
from saraban.queries.visibility import in_own_line, touched_among
from saraban.records import Delivery, Letter, Receipt, RegisterEntry, Report, Unit
from saraban.rules.days import day_of
from saraban.rules.deliveries import THAI_WEAK_PROOF
from saraban.rules.delivery_ends import Settled
from saraban.rules.endorsements import EndorsementKind
from saraban.rules.permissions import Actor

SHORTEST_SILENCE = 3
_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class TimelineLine:
    """One event. what is a word of a closed list: issued, reissued, dispatched, passed_inside,
    delivered, opened, received, acknowledged, passed_on, answered, voided, arrived and
    arrival_taken_back (number is then the channel), refused, returned, recalled (one unit),
    recalled_from (so many), resent, lifted, reminded (so many), was_reminded; and for notes
    propose, comment, order, note, withdraw and done.

    at is the exact moment where one is known; silent_days are the days before this line in
    which nothing happened (0 when fewer than SHORTEST_SILENCE). reason is a key of
    rules.delivery_ends.THAI_REASON, number of a recall the count of units. desks are those that
    an order names, the responsible one first, due_on the day by which.
    """

    on: date
    at: datetime | None
    what: str
    who: str
    number: str | None
    words: str
    is_ours: bool
    silent_days: int = 0
    reason: str = ""
    desks: tuple[str, ...] = ()
    due_on: date | None = None


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
        lines += _arrivals(actor, row, sees_all)
    lines += _merges(actor, letter)
    lines += _notes(notes)  # before the deliveries: an order hands the letter on at its own moment
    for row in rows:
        lines += _deliveries(actor, row, sees_all)
        lines += _ends(actor, row, sees_all)
        lines += _reminders(actor, row)
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


def _arrivals(actor: Actor, letter: Any, sees_all: bool) -> list[TimelineLine]:
    """Each further coming of the letter, and where it was taken back."""
    lines = []
    for arrival in noted_arrivals(actor, [letter.id], sees_all):
        came = TimelineLine(
            on=arrival.on,
            at=arrival.at,
            what="arrived",
            who=arrival.unit_name,
            number=arrival.channel,
            words=" ".join(filter(None, (arrival.came_from, arrival.noted_by))),
            is_ours=arrival.unit_id == actor.unit_id,
        )
        lines.append(came)
        if arrival.taken_back_at is not None:
            lines.append(
                replace(
                    came,
                    on=day_of(arrival.taken_back_at),
                    at=arrival.taken_back_at,
                    what="arrival_taken_back",
                    words=arrival.taken_back_reason,
                )
            )
    return lines


def _merges(actor: Actor, letter: Any) -> list[TimelineLine]:
    """When other rows were declared one letter with it, and when that was taken back."""
    lines = []
    for merge in merges_of(actor, letter.uid):
        made = TimelineLine(
            on=day_of(merge.merged_at),
            at=merge.merged_at,
            what="merged",
            who=merge.by_unit,
            number=merge.other_number,
            words=" ".join(filter(None, (merge.merged_by, merge.reason))),
            is_ours=merge.is_ours,
        )
        lines.append(made)
        if merge.undone_at is not None:
            lines.append(
                replace(
                    made,
                    on=day_of(merge.undone_at),
                    at=merge.undone_at,
                    what="merge_undone",
                    words=f"{merge.undone_by} {merge.undone_reason}",
                )
            )
    return lines


_DELIVERY_EVENTS = (
    ("delivered_at", "delivered"),
    ("opened_at", "opened"),
    ("acknowledged_at", "acknowledged"),
)
MOST_DELIVERIES = 30


def _deliveries(actor: Actor, letter: Any, sees_all: bool) -> list[TimelineLine]:
    """Instants of deliveries: every unit's while they are few, else those of the actor's line.

    To that belong the desks inside to which the letter was handed on.
    """
    query: Any = (
        Delivery.select(Delivery, Unit)
        .join(Unit, on=(Delivery.to_unit == Unit.id))
        .where(Delivery.letter == letter.id)
    )
    inside = Delivery.is_inner & in_own_line(actor)
    own = query.where((Delivery.to_unit == actor.unit_id) | inside)
    shown = query if sees_all and query.count() <= MOST_DELIVERIES else own
    lines = []
    for delivery in shown:
        if delivery.is_inner:
            lines.append(
                TimelineLine(
                    on=day_of(delivery.dispatched_at),
                    at=delivery.dispatched_at,
                    what="passed_inside",
                    who=delivery.to_unit.name_th,
                    number=None,
                    words="",
                    is_ours=actor.unit_id in {delivery.to_unit_id, delivery.from_unit_id},
                )
            )
        for column, what in _DELIVERY_EVENTS:
            moment = getattr(delivery, column)
            if moment is None or (delivery.is_inner and what == "delivered"):
                continue
            lines.append(
                TimelineLine(
                    on=day_of(moment),
                    at=moment,
                    what=what,
                    who=delivery.to_unit.name_th,
                    number=None,
                    words=_acknowledged_by(delivery) if what == "acknowledged" else "",
                    is_ours=delivery.to_unit_id == actor.unit_id,
                )
            )
    return lines


def _acknowledged_by(delivery: Any) -> str:
    """Who, and whether nobody had to sign in for it."""
    by = delivery.acknowledged_by or ""
    return f"{by} ({THAI_WEAK_PROOF})" if delivery.is_weak_proof else by


def _ends(actor: Actor, letter: Any, sees_all: bool) -> list[TimelineLine]:
    """What was sent back or recalled, why, and whether it went elsewhere or on."""
    lines = []
    for end in ends_of(letter.id, to_unit_id=None if sees_all else actor.unit_id):
        told = TimelineLine(
            on=day_of(end.at),
            at=end.at,
            what=end.state.value,
            who=end.unit_name,
            number=None,
            words=end.words,
            reason=end.reason,
            is_ours=end.unit_id == actor.unit_id,
        )
        lines.append(told)
        if end.settled_at is not None and end.settled in {Settled.LIFTED, Settled.RESENT}:
            lines.append(
                replace(
                    told,
                    on=day_of(end.settled_at),
                    at=end.settled_at,
                    what=end.settled.value,
                    number=end.resent_to,
                    words=end.settled_by or "",
                    reason="",
                )
            )
    for recall in recalls_of(letter.id) if sees_all else ():
        lines.append(
            TimelineLine(
                on=day_of(recall.at),
                at=recall.at,
                what="recalled_from",
                who=letter.issuer_text,
                number=str(recall.unit_count),
                words=recall.words,
                is_ours=letter.issuer_id == actor.unit_id,
            )
        )
    return lines


def _reminders(actor: Actor, letter: Any) -> list[TimelineLine]:
    """Reminders that the actor's own unit gave of the letter's branch, and those it got itself."""
    return [
        TimelineLine(
            on=day_of(at),
            at=at,
            what="reminded" if is_ours else "was_reminded",
            who=unit,
            number=str(count) if is_ours else None,
            words=by if is_ours else "",
            is_ours=is_ours,
        )
        for at, unit, count, by, is_ours in reminders_of(actor, letter.id)
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
    query: Any = (
        Report.select(Report, Unit)
        .join(Unit, on=(Report.unit == Unit.id))
        .where(Report.letter == letter.id)
        .order_by(Report.id)
    )
    if not sees_all:
        query = query.where(Report.unit == actor.unit_id)
    return [
        TimelineLine(
            on=day_of(report.submitted_at),
            at=report.submitted_at,
            what="answered",
            who=report.unit.name_th,
            number=None,
            words=report.answer,
            is_ours=report.unit_id == actor.unit_id,
        )
        for report in query
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
