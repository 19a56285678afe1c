"""What an officer who moves leaves behind: open duties and orders, by who holds them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee

from saraban.queries.asked_still import asked_still
from saraban.queries.holders import Holder, holders_of, order_persons, people_here
from saraban.records import (
    DutyUnit,
    Endorsement,
    ExpectedReport,
    Letter,
    OrderedDesk,
    Person,
    Post,
    ReportDuty,
    ReportPeriod,
)
from saraban.records.id_sets import among
from saraban.rules.duty_answers import is_past_closing
from saraban.rules.endorsements import EndorsementKind
from saraban.rules.expected_reports import OWED
from saraban.rules.permissions import THAI_ROLE, Act, Actor, Role, require

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
    """A post in the unit, with who holds it; begins_on where that is on a day to come."""

    post_id: int
    person_id: int
    name: str
    title: str
    begins_on: date | None = None


def sources(actor: Actor, *, today: date) -> tuple[Source, ...]:
    """Who holds what in the actor's unit, those who have left first. Raises Refused."""
    require(actor, Act.HAND_OVER)
    duties = _open_duties(actor.unit_id, today=today)
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
    """The posts of the unit to which its things may be handed, today or from when they begin."""
    query: Any = (
        Post.select(Post.id, Person.id, Person.name_th, Post.title_th, Post.role, Post.valid_from)
        .join(Person, on=(Post.person == Person.id))
        .where(
            Post.unit == actor.unit_id,
            Post.valid_to.is_null() | (Post.valid_to > today),
            Person.deactivated_at.is_null(),
        )
        .order_by(Person.name_th, Post.id)
        .tuples()
    )
    return tuple(
        Target(
            post_id,
            person_id,
            name,
            title or THAI_ROLE[Role(role)],
            begins_on if begins_on > today else None,
        )
        for post_id, person_id, name, title, role, begins_on in query
    )


def _key(holder: Holder | None, uids: dict[int, str]) -> tuple[str, tuple[str, str, int | None]]:
    if holder is None:
        return NOBODY, ("", "", None)
    if holder.person_id is None:
        return f"post:{holder.post_title}", ("", holder.post_title, None)
    return uids[holder.person_id], (holder.name, holder.post_title, holder.person_id)


def _open_duties(unit_id: int, *, today: date) -> dict[int, HeldDuty]:
    """Duties that the unit keeps or owes and that are not over, or of which it still owes some."""
    owed: Any = (
        ExpectedReport.select(ExpectedReport.duty, ExpectedReport.due_on, ReportDuty.closes_after)
        .join(ReportDuty, on=(ExpectedReport.duty == ReportDuty.id))
        .join_from(ExpectedReport, ReportPeriod, on=(ExpectedReport.period == ReportPeriod.id))
        .where(
            ExpectedReport.to_unit == unit_id,
            ExpectedReport.state.in_([state.value for state in OWED]),
            asked_still(),
        )
        .tuples()
    )
    days: dict[int, list[date | None]] = defaultdict(list)
    for duty_id, due_on, closes_after in owed:
        if not is_past_closing(due_on, today=today, closes_after=closes_after):
            days[duty_id].append(due_on)
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
            | among(ReportDuty.id, days)
        )
        .order_by(ReportDuty.name, ReportDuty.id)
        .tuples()
    )
    return {
        id_: HeldDuty(
            id_,
            uid,
            name,
            secrecy,
            number,
            keeper == unit_id,
            len(days.get(id_, ())),
            min((day for day in days.get(id_, ()) if day is not None), default=None),
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
