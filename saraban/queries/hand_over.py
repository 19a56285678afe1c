"""What an officer who moves leaves behind: open duties and orders, by who holds them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import peewee

from saraban.errors import HandOverNotFound
from saraban.queries.holders import Holder, holders_of, order_persons, people_here
from saraban.queries.work_rows import require
from saraban.records import (
    DutyHolder,
    DutyUnit,
    Endorsement,
    ExpectedReport,
    HandOver,
    Letter,
    OrderedDesk,
    OrderHolder,
    Person,
    Post,
    ReportDuty,
    Unit,
)
from saraban.records.id_sets import among
from saraban.rules.endorsements import EndorsementKind
from saraban.rules.expected_reports import OWED
from saraban.rules.permissions import THAI_ROLE, Act, Actor, Role

# What nobody was given yet is a source of its own.
NOBODY = "nobody"


@dataclass(frozen=True)
class HeldDuty:
    """An open duty of the unit. is_kept: it collects the answers, instead of giving one.

    owed_count counts what the unit still owes of it, next_on the earliest day of that.
    """

    id: int
    uid: str
    name: str
    secrecy: str
    letter_number: str | None
    is_kept: bool
    owed_count: int
    next_on: date | None


@dataclass(frozen=True)
class HeldOrder:
    """A letter that an order gave to one person of the unit, and that is not done."""

    id: int
    letter_uid: str
    letter_number: str | None
    subject: str
    secrecy: str
    text: str
    due_on: date | None


@dataclass(frozen=True)
class Source:
    """Whose things may be handed over: a person by uid, a post "post:TITLE", or NOBODY.

    has_left: that person is in the unit no more. Counts are of what they hold.
    """

    key: str
    name: str
    post_title: str
    person_id: int | None
    has_left: bool
    duties: tuple[HeldDuty, ...]
    orders: tuple[HeldOrder, ...]

    @property
    def count(self) -> int:
        """Of both."""
        return len(self.duties) + len(self.orders)


@dataclass(frozen=True)
class Target:
    """A post in the unit today, with who holds it."""

    post_id: int
    person_id: int
    name: str
    title: str


@dataclass(frozen=True)
class HandedLine:
    """One thing that was handed over, as the list of it shows it."""

    kind: str
    name: str
    secrecy: str
    letter_number: str | None
    due_on: date | None
    note: str


@dataclass(frozen=True)
class HandedOver:
    """One handing over, with its list."""

    uid: str
    unit_name: str
    from_name: str
    from_title: str
    to_name: str
    to_title: str
    words: str
    handed_on: date
    made_at: datetime
    made_by: str
    lines: tuple[HandedLine, ...]


def sources(actor: Actor, *, today: date) -> tuple[Source, ...]:
    """Who holds what in the actor's unit, those who have left first. Raises Refused."""
    require(actor, Act.HAND_OVER)
    duties = _open_duties(actor.unit_id)
    held = holders_of(actor.unit_id, duties, today=today)
    orders, names = _open_orders(actor.unit_id)
    of_duty: dict[str, list[HeldDuty]] = defaultdict(list)
    told: dict[str, tuple[str, str, int | None]] = {NOBODY: ("", "", None)}
    uids = _uids({one.person_id for one in held.values() if one.person_id is not None})
    for id_, duty in duties.items():
        key, facts = _key(held.get(id_), uids)
        of_duty[key].append(duty)
        told[key] = facts
    titles = _titles(actor.unit_id, {id_ for id_, _ in names.values()})
    for uid, (person_id, name) in names.items():
        told.setdefault(uid, (name, titles.get(person_id, ""), person_id))
    here = people_here(
        actor.unit_id, {one[2] for one in told.values() if one[2] is not None}, today=today
    )
    found = [
        Source(
            key=key,
            name=name,
            post_title=title,
            person_id=person_id,
            has_left=person_id is not None and person_id not in here,
            duties=tuple(of_duty.get(key, ())),
            orders=tuple(orders.get(key, ())),
        )
        for key, (name, title, person_id) in told.items()
    ]
    kept = [one for one in found if one.count]
    return tuple(sorted(kept, key=lambda one: (not one.has_left, one.key == NOBODY, one.name)))


def targets(actor: Actor, *, today: date) -> tuple[Target, ...]:
    """The posts of the unit to which its things may be handed today."""
    query: Any = (
        Post.select(Post.id, Person.id, Person.name_th, Post.title_th, Post.role)
        .join(Person, on=(Post.person == Person.id))
        .where(
            Post.unit == actor.unit_id,
            Post.valid_from <= today,
            Post.valid_to.is_null() | (Post.valid_to > today),
            Person.deactivated_at.is_null(),
        )
        .order_by(Person.name_th, Post.id)
        .tuples()
    )
    return tuple(
        Target(post_id, person_id, name, title or THAI_ROLE[Role(role)])
        for post_id, person_id, name, title, role in query
    )


def handed_over(actor: Actor, *, uid: str) -> HandedOver:
    """One handing over of the actor's unit. Raises Refused, HandOverNotFound."""
    require(actor, Act.SEE_DUTY)
    row: Any = HandOver.get_or_none(HandOver.uid == uid, HandOver.unit == actor.unit_id)
    if row is None:
        raise HandOverNotFound(uid=uid)
    return _handed(row, (*_duty_lines(row.id, row.unit_id), *_order_lines(row.id)))


def hand_overs(actor: Actor) -> tuple[HandedOver, ...]:
    """The unit's last handings over, without their lists. Raises Refused."""
    require(actor, Act.SEE_DUTY)
    query: Any = (
        HandOver.select().where(HandOver.unit == actor.unit_id).order_by(HandOver.id.desc())
    )
    return tuple(_handed(row, ()) for row in query.limit(20))


def _handed(row: Any, lines: tuple[HandedLine, ...]) -> HandedOver:
    return HandedOver(
        row.uid, Unit.get_by_id(row.unit_id).name_th, row.from_name, row.from_title, row.to_name,
        row.to_title, row.words, row.handed_on, row.made_at, row.made_by, lines,
    )  # fmt: skip


def _key(holder: Holder | None, uids: dict[int, str]) -> tuple[str, tuple[str, str, int | None]]:
    if holder is None:
        return NOBODY, ("", "", None)
    if holder.person_id is None:
        return f"post:{holder.post_title}", ("", holder.post_title, None)
    return uids[holder.person_id], (holder.name, holder.post_title, holder.person_id)


def _open_duties(unit_id: int) -> dict[int, HeldDuty]:
    """Duties that the unit keeps or owes and that are not over, or of which it still owes some."""
    owed: Any = (
        ExpectedReport.select(
            ExpectedReport.duty,
            peewee.fn.COUNT(ExpectedReport.id),
            peewee.fn.MIN(ExpectedReport.due_on),
        )
        .where(
            ExpectedReport.to_unit == unit_id,
            ExpectedReport.state.in_([state.value for state in OWED]),
        )
        .group_by(ExpectedReport.duty)
        .tuples()
    )
    counts = {duty: (count, _day(first)) for duty, count, first in owed}
    mine: Any = DutyUnit.select(DutyUnit.duty).where(
        DutyUnit.to_unit == unit_id, DutyUnit.left_at.is_null()
    )
    query: Any = (
        ReportDuty.select(
            ReportDuty.id,
            ReportDuty.uid,
            ReportDuty.name,
            Letter.secrecy,
            Letter.printed_number,
            ReportDuty.unit,
        )
        .join(Letter, on=(ReportDuty.letter == Letter.id))
        .where(
            (
                ReportDuty.ended_at.is_null()
                & ((ReportDuty.unit == unit_id) | ReportDuty.id.in_(mine))
            )
            | among(ReportDuty.id, counts)
        )
        .order_by(ReportDuty.name, ReportDuty.id)
        .tuples()
    )
    return {
        id_: HeldDuty(
            id_, uid, name, secrecy, number, keeper == unit_id, *counts.get(id_, (0, None))
        )
        for id_, uid, name, secrecy, number, keeper in query
    }


def _open_orders(unit_id: int) -> tuple[dict[str, list[HeldOrder]], dict[str, tuple[int, str]]]:
    """By a person's uid what was ordered to them and is not done; and (id, name) of each."""
    withdrawal = Endorsement.alias()
    query: Any = (
        OrderedDesk.select(OrderedDesk, Endorsement, Letter, Person)
        .join(Endorsement, on=(OrderedDesk.endorsement == Endorsement.id))
        .join(Letter, on=(Endorsement.letter == Letter.id))
        .join_from(OrderedDesk, Person, on=(OrderedDesk.person == Person.id))
        .where(
            OrderedDesk.unit == unit_id,
            OrderedDesk.done_at.is_null(),
            Endorsement.kind == EndorsementKind.ORDER.value,
            ~peewee.fn.EXISTS(
                withdrawal.select(withdrawal.id).where(withdrawal.withdraws == Endorsement.id)
            ),
        )
        .order_by(OrderedDesk.due_on.is_null(), OrderedDesk.due_on, OrderedDesk.id)
    )
    rows = list(query)
    handed = order_persons([row.id for row in rows])
    found: dict[str, list[HeldOrder]] = defaultdict(list)
    names: dict[str, tuple[int, str]] = {}
    for row in rows:
        named = (row.person.id, row.person.uid, row.person.name_th)
        person_id, uid, name = handed.get(row.id, named)
        letter = row.endorsement.letter
        names[uid] = (person_id, name)
        found[uid].append(
            HeldOrder(
                row.id,
                letter.uid,
                letter.printed_number,
                letter.subject,
                letter.secrecy,
                row.endorsement.text,
                row.due_on,
            )
        )
    return found, names


def _uids(person_ids: Collection[int]) -> dict[int, str]:
    query: Any = Person.select(Person.id, Person.uid).where(among(Person.id, person_ids)).tuples()
    return dict(query)


def _titles(unit_id: int, person_ids: Collection[int]) -> dict[int, str]:
    """The last post of each of these people in the unit, in words."""
    query: Any = (
        Post.select(Post.person, Post.title_th, Post.role)
        .where(Post.unit == unit_id, among(Post.person, person_ids))
        .order_by(Post.id)
        .tuples()
    )
    return {person: title or THAI_ROLE[Role(role)] for person, title, role in query}


def _duty_lines(hand_over_id: int, unit_id: int) -> tuple[HandedLine, ...]:
    query: Any = (
        DutyHolder.select(
            ReportDuty.name,
            Letter.secrecy,
            Letter.printed_number,
            ReportDuty.unit,
            Unit.name_th,
            ReportDuty.id,
        )
        .join(ReportDuty, on=(DutyHolder.duty == ReportDuty.id))
        .join(Letter, on=(ReportDuty.letter == Letter.id))
        .join_from(ReportDuty, Unit, on=(ReportDuty.unit == Unit.id))
        .where(DutyHolder.hand_over == hand_over_id)
        .order_by(DutyHolder.id)
        .tuples()
    )
    rows = list(query)
    owed = _open_duties(unit_id)
    return tuple(
        HandedLine(
            "kept" if keeper_id == unit_id else "duty",
            name,
            secrecy,
            number,
            owed[id_].next_on if id_ in owed else None,
            keeper,
        )
        for name, secrecy, number, keeper_id, keeper, id_ in rows
    )


def _order_lines(hand_over_id: int) -> tuple[HandedLine, ...]:
    query: Any = (
        OrderHolder.select(
            Letter.subject,
            Letter.secrecy,
            Letter.printed_number,
            OrderedDesk.due_on,
            Endorsement.text,
        )
        .join(OrderedDesk, on=(OrderHolder.ordered == OrderedDesk.id))
        .join(Endorsement, on=(OrderedDesk.endorsement == Endorsement.id))
        .join(Letter, on=(Endorsement.letter == Letter.id))
        .where(OrderHolder.hand_over == hand_over_id)
        .order_by(OrderHolder.id)
        .tuples()
    )
    return tuple(HandedLine("order", *row) for row in query)


def _day(value: Any) -> date | None:
    """SQLite tells the least of several days as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value
