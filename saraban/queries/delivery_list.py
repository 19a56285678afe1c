"""Who a letter went to, a page at a time: how far, under which number, by whom, or why not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import peewee

from saraban.errors import LetterNotFound
from saraban.queries.delivery_ends import EndLine, ends_of_deliveries
from saraban.queries.receipt_numbers import numbers_of
from saraban.queries.visibility import sees_all_of
from saraban.records import Delivery, DeliveryLink, Letter, Unit
from saraban.records.id_sets import among
from saraban.rules.deliveries import State, Status, is_over, state_of
from saraban.rules.delivery_ends import may_be_recalled
from saraban.rules.permissions import Act, Actor, may

PAGE_SIZE = 100


class Which(StrEnum):
    """Which recipients a list shows."""

    ALL = "all"
    OPEN = "open"
    OUTSIDE = "outside"
    ANSWERED = "answered"
    ENDED = "ended"


@dataclass(frozen=True)
class LinkLine:
    """The newest link of a delivery: when made, until when, whether anybody came by it."""

    made_at: datetime
    expires_at: datetime
    fetched_at: datetime | None
    opened_at: datetime | None
    used_at: datetime | None
    receipt_code: str | None


@dataclass(frozen=True)
class RecipientLine:
    """One recipient. number is the one under which the receiver registered the letter.

    A number that was only told over a link is_declared. digest is of what was acknowledged.
    """

    unit_uid: str
    unit_name: str
    works_here: bool
    state: State
    channel: str
    dispatched_at: datetime
    delivered_at: datetime | None
    opened_at: datetime | None
    received_at: datetime | None
    acknowledged_at: datetime | None
    acknowledged_by: str | None
    digest: str | None
    is_weak_proof: bool
    number: str | None
    is_declared: bool
    may_recall: bool
    may_ask: bool
    end: EndLine | None
    link: LinkLine | None


@dataclass(frozen=True)
class Recipients:
    """A page of a letter's recipients; counts says how many each list has."""

    letter_uid: str
    printed_number: str | None
    subject: str
    secrecy: str
    which: Which
    lines: tuple[RecipientLine, ...]
    counts: dict[Which, int]
    recalled_count: int
    page: int
    has_more: bool
    is_ours: bool
    may_act: bool


def recipients(
    actor: Actor, letter_uid: str, *, which: Which = Which.ALL, page: int = 1
) -> Recipients:
    """The letter's recipients, for its sender and for who audits it. Raises LetterNotFound."""
    letter = _seen(actor, letter_uid)
    chosen = _of(letter.id, which)
    found = list(_rows(chosen).offset((page - 1) * PAGE_SIZE).limit(PAGE_SIZE + 1))
    is_ours = letter.issuer_id == actor.unit_id
    may_act = is_ours and may(actor, Act.RECALL)
    statuses = _statuses(letter.id)
    return Recipients(
        letter_uid=letter.uid,
        printed_number=letter.printed_number,
        subject=letter.subject,
        secrecy=letter.secrecy,
        which=which,
        lines=_lines(letter.id, found[:PAGE_SIZE]),
        counts=_counts(statuses),
        recalled_count=sum(count for status, _, count in statuses if status == Status.RECALLED),
        page=page,
        has_more=len(found) > PAGE_SIZE,
        is_ours=is_ours,
        may_act=may_act,
    )


def every_recipient(actor: Actor, letter_uid: str) -> Iterator[RecipientLine]:
    """All of them in the order of sending, read a page at a time. Raises LetterNotFound."""
    letter = _seen(actor, letter_uid)
    last = 0
    while True:
        rows = list(_rows(_of(letter.id, Which.ALL) & (Delivery.id > last)).limit(PAGE_SIZE))
        if not rows:
            return
        yield from _lines(letter.id, rows)
        last = rows[-1].id


def askable_uids(
    actor: Actor, letter_uid: str, *, at: datetime, only_outside: bool, most: int
) -> tuple[str, ...]:
    """The first units that have not acknowledged, all or those that do not work here.

    Those without a link that is still good come first: who asks again gets the next ones.
    Raises LetterNotFound.
    """
    letter = _seen(actor, letter_uid)
    good: Any = DeliveryLink.select(DeliveryLink.id).where(
        DeliveryLink.delivery == Delivery.id,
        DeliveryLink.burned_at.is_null(),
        DeliveryLink.expires_at > at,
    )
    query: Any = (
        Delivery.select(Unit.uid)
        .join(Unit, on=(Delivery.to_unit == Unit.id))
        .where(_of(letter.id, Which.OUTSIDE if only_outside else Which.OPEN))
        .order_by(peewee.Case(None, ((peewee.fn.EXISTS(good), 1),), 0), Delivery.id)
        .limit(most)
        .tuples()
    )
    return tuple(uid for (uid,) in query)


def _seen(actor: Actor, letter_uid: str) -> Any:
    letter = Letter.get_or_none(Letter.uid == letter_uid)
    if letter is None or not sees_all_of(actor, letter):
        raise LetterNotFound(uid=letter_uid)
    return letter


def _of(letter_id: int, which: Which) -> Any:
    """A condition on Delivery and Unit."""
    sent = (Delivery.letter == letter_id) & ~Delivery.is_inner
    is_open = (Delivery.status < Status.ACKNOWLEDGED) & Delivery.acknowledged_at.is_null()
    return {
        Which.ALL: sent,
        Which.OPEN: sent & is_open,
        Which.OUTSIDE: sent & is_open & Unit.joined_at.is_null(),
        Which.ANSWERED: sent
        & (Delivery.status >= Status.ACKNOWLEDGED)
        & (Delivery.status < Status.REFUSED),
        Which.ENDED: sent & (Delivery.status >= Status.REFUSED),
    }[which]


def _rows(condition: Any) -> Any:
    return (
        Delivery.select(Delivery, Unit)
        .join(Unit, on=(Delivery.to_unit == Unit.id))
        .where(condition)
        .order_by(Delivery.id)
    )


def _statuses(letter_id: int) -> list[tuple[int, bool, int]]:
    """(status, whether the unit works here, how many)."""
    query: Any = (
        Delivery.select(
            Delivery.status,
            Unit.joined_at.is_null(False),
            peewee.fn.COUNT(Delivery.id),
        )
        .join(Unit, on=(Delivery.to_unit == Unit.id))
        .where(Delivery.letter == letter_id, ~Delivery.is_inner)
        .group_by(Delivery.status, Unit.joined_at.is_null(False))
        .tuples()
    )
    return [(status, bool(is_here), count) for status, is_here, count in query]


def _counts(statuses: list[tuple[int, bool, int]]) -> dict[Which, int]:
    counts = dict.fromkeys(Which, 0)
    for status, is_here, count in statuses:
        counts[Which.ALL] += count
        if is_over(status):
            counts[Which.ENDED] += count
        elif status >= Status.ACKNOWLEDGED:
            counts[Which.ANSWERED] += count
        else:
            counts[Which.OPEN] += count
            counts[Which.OUTSIDE] += 0 if is_here else count
    return counts


def _lines(letter_id: int, rows: list[Any]) -> tuple[RecipientLine, ...]:
    ids = [row.id for row in rows]
    numbers = numbers_of([letter_id], [row.to_unit_id for row in rows])
    links = _links(ids)
    ends = ends_of_deliveries(ids)
    return tuple(
        _line(row, numbers.get(row.to_unit_id), links.get(row.id), ends.get(row.id)) for row in rows
    )


def _line(row: Any, number: str | None, link: Any, end: EndLine | None) -> RecipientLine:
    declared = None if link is None else link.used_number
    is_passed_on = row.passed_on_at is not None
    return RecipientLine(
        unit_uid=row.to_unit.uid,
        unit_name=row.to_unit.name_th,
        works_here=row.to_unit.joined_at is not None,
        state=state_of(row.status, passed_on=is_passed_on),
        channel=row.channel,
        dispatched_at=row.dispatched_at,
        delivered_at=row.delivered_at,
        opened_at=row.opened_at,
        received_at=row.received_at,
        acknowledged_at=row.acknowledged_at,
        acknowledged_by=row.acknowledged_by,
        digest=row.acknowledged_digest,
        is_weak_proof=row.is_weak_proof,
        number=number or declared,
        is_declared=number is None and declared is not None,
        may_recall=may_be_recalled(row.status, is_passed_on=is_passed_on),
        may_ask=row.status < Status.ACKNOWLEDGED and row.acknowledged_at is None,
        end=end if end is not None and is_over(row.status) else None,
        link=None
        if link is None
        else LinkLine(
            link.made_at,
            link.expires_at,
            link.fetched_at,
            link.opened_at,
            link.used_at,
            link.receipt_code,
        ),
    )


def _links(delivery_ids: list[int]) -> dict[int, Any]:
    """The newest link of each delivery that has one."""
    query = (
        DeliveryLink.select()
        .where(among(DeliveryLink.delivery, delivery_ids))
        .order_by(DeliveryLink.id)
    )
    return {link.delivery_id: link for link in query}
