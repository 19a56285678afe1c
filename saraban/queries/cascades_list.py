"""The cascades an actor has a part in, each with how far what they sent has come."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.queries.one_letter import heads_of, joined_roots_of_each
from saraban.queries.visibility import touched_among, touched_letter_ids, units_in_reach
from saraban.records import Delivery, Letter
from saraban.records.database import database, is_postgres
from saraban.rules.deliveries import State, state_of
from saraban.rules.permissions import Act, Actor, require

PAGE_SIZE = 25


@dataclass(frozen=True)
class CascadeLine:
    """One cascade by the letter it began with. counts are of deliveries that units in the
    actor's reach sent, or of all when the beginning is theirs; for who only received, their own.
    """

    uid: str
    printed_number: str | None
    dated_on: date | None
    issuer_text: str
    subject: str
    urgency: str
    counts: tuple[tuple[State, int], ...]
    total: int


@dataclass(frozen=True)
class CascadePage:
    """Newest first. What was declared one with a letter further up or down is left out."""

    lines: tuple[CascadeLine, ...]
    page: int
    has_more: bool


def cascades(actor: Actor, *, page: int = 1) -> CascadePage:
    """The cascades in which the actor may see a letter that was sent to anybody.

    Raises Refused for who may see none.
    """
    require(actor, Act.SEE_CASCADE)
    touched = touched_letter_ids(actor)
    begun: Any = Letter.select(Letter.root).where(Letter.id.in_(touched), ~Letter.root.is_null())
    query: Any = (
        Letter.select(
            Letter.id,
            Letter.uid,
            Letter.printed_number,
            Letter.dated_on,
            Letter.issuer_text,
            Letter.subject,
            Letter.urgency,
            Letter.issuer,
        )
        .where(
            Letter.root.is_null(),
            Letter.id.in_(begun) | Letter.id.in_(touched),
            Letter.id.in_(Delivery.select(Delivery.root)),
        )
        .order_by(Letter.created_at.desc(), Letter.id.desc())
        .offset((page - 1) * PAGE_SIZE)
        .limit(PAGE_SIZE + 1)
        .tuples()
    )
    rows = list(query)
    reach = {row[0] for row in units_in_reach(actor).tuples()}
    shown = [row[0] for row in rows[:PAGE_SIZE]]
    elsewhere = _told_elsewhere(actor, shown)
    counts = _joined(joined_roots_of_each(shown), reach)
    lines = []
    for root_id, uid, number, dated_on, issuer, subject, urgency, issuer_id in rows[:PAGE_SIZE]:
        if root_id in elsewhere:
            continue
        sent_by_all, sent_by_us, to_us = counts[root_id]
        chosen = sent_by_all if issuer_id in reach else sent_by_us or to_us
        lines.append(
            CascadeLine(
                uid,
                number,
                dated_on,
                issuer,
                subject,
                urgency,
                tuple((state, chosen[state]) for state in State if state in chosen),
                sum(chosen.values()),
            )
        )
    return CascadePage(tuple(lines), page, len(rows) > PAGE_SIZE)


def _told_elsewhere(actor: Actor, root_ids: list[int]) -> set[int]:
    """Those that were declared one with a letter that the actor touches, and is told instead."""
    heads = heads_of(root_ids)
    seen = touched_among(actor, sorted(set(heads.values()))) if heads else set()
    return {root_id for root_id, head in heads.items() if head in seen}


def _joined(roots: dict[int, tuple[int, ...]], reach: set[int]) -> dict[int, "_Counts"]:
    """For each root the counts of all cascades that merges made one with its own."""
    counts = _counts(sorted({one for joined in roots.values() for one in joined}), reach)
    found: dict[int, _Counts] = {}
    for root_id, joined in roots.items():
        sums: _Counts = (defaultdict(int), defaultdict(int), defaultdict(int))
        for one in joined:
            for total, part in zip(sums, counts[one], strict=True):
                for state, count in part.items():
                    total[state] += count
        found[root_id] = sums
    return found


_COUNTS = """
SELECT root_id, status, CASE WHEN passed_on_at IS NULL THEN 0 ELSE 1 END,
       from_unit_id, COUNT(*)
FROM delivery WHERE is_inner = {false} AND root_id IN ({places})
GROUP BY root_id, status, CASE WHEN passed_on_at IS NULL THEN 0 ELSE 1 END, from_unit_id
"""
_Counts = tuple[dict[State, int], dict[State, int], dict[State, int]]


def _counts(root_ids: list[int], reach: set[int]) -> dict[int, _Counts]:
    """For each root: counts of all deliveries, of those sent by units in reach, of those to."""
    found: dict[int, _Counts] = defaultdict(
        lambda: (defaultdict(int), defaultdict(int), defaultdict(int))
    )
    if not root_ids:
        return found
    on_postgres = is_postgres()
    sql = _COUNTS.format(
        places=", ".join(["%s" if on_postgres else "?"] * len(root_ids)),
        false="FALSE" if on_postgres else "0",
    )
    cursor = database.execute_sql(sql, tuple(root_ids))
    for root_id, status, passed_on, from_unit, count in cursor.fetchall():
        state = state_of(status, passed_on=bool(passed_on))
        everywhere, from_us, _ = found[root_id]
        everywhere[state] += count
        if from_unit in reach:
            from_us[state] += count
    cursor.close()
    to_us: Any = (
        Delivery.select(Delivery.root, Delivery.status, Delivery.passed_on_at)
        .where(Delivery.root.in_(root_ids), Delivery.to_unit.in_(sorted(reach)), ~Delivery.is_inner)
        .tuples()
    )
    for root_id, status, passed_on_at in to_us:
        found[root_id][2][state_of(status, passed_on=passed_on_at is not None)] += 1
    return found
