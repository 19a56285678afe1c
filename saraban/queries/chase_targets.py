"""Which units of a branch have not done what a letter asks, and by which way they are reminded.

One statement reads the deliveries of the branch that are not dealt with; nothing of the tree is
built for it.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import peewee

from saraban.errors import LetterNotFound, NothingToChase
from saraban.queries import cascade_rows
from saraban.queries.chasing import ChasedLine, chased_in
from saraban.queries.relay_duties import OWED_STATES
from saraban.queries.visibility import sees_letter
from saraban.records import Delivery, Duty, Letter, RelayDuty, Unit
from saraban.records.bare_rows import stored_day
from saraban.records.id_sets import among
from saraban.rules.chasing import ChasedLetter, ChaseKind
from saraban.rules.days import day_of
from saraban.rules.deliveries import Status
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Actor


@dataclass(frozen=True)
class Outstanding:
    """A unit that has not done something. letter is the one that it was sent itself.

    days is counted from since_on until today.

    address is its saraban address, blank where none is known; is_confirmed whether somebody of
    the office said that it is right. last_chased_at is null while nobody reminded it.
    """

    delivery_id: int
    unit_id: int
    unit_name: str
    via_id: int
    letter_id: int
    letter: ChasedLetter
    kinds: tuple[ChaseKind, ...]
    since_on: date
    days: int
    due_on: date | None
    address: str
    is_confirmed: bool
    last_chased_at: datetime | None
    chased_count: int

    def mail_address(self, *, with_unconfirmed: bool) -> str:
        """Where its mail goes; blank where it gets paper."""
        return self.address if self.is_confirmed or with_unconfirmed else ""


@dataclass(frozen=True)
class Branch:
    """A branch below letters of the actor's own, as it stands today.

    letter is the one at its top, of the actor's own unit or below. units are all outstanding
    ones, every kind. senders are (unit id, uid, name, how many wait directly below), so that a
    part of the branch can be chosen.
    """

    letter: ChasedLetter
    letter_id: int
    root_id: int
    units: tuple[Outstanding, ...]
    senders: tuple[tuple[int, str, str, int], ...]

    def counts(self) -> dict[ChaseKind, int]:
        """How many units have not done each thing."""
        found = Counter(kind for unit in self.units for kind in unit.kinds)
        return {kind: found[kind] for kind in ChaseKind}

    def chosen(
        self, kinds: frozenset[ChaseKind], *, today: date, with_chased_today: bool = False
    ) -> tuple[Outstanding, ...]:
        """Those that lack one of these kinds, and were not reminded today already."""
        return tuple(
            unit
            for unit in self.units
            if kinds & set(unit.kinds)
            and (
                with_chased_today
                or unit.last_chased_at is None
                or day_of(unit.last_chased_at) < today
            )
        )


def branch_to_chase(
    actor: Actor, letter_uid: str, *, today: date, via_uid: str = "", links: str = ""
) -> Branch:
    """The outstanding units below a letter, as far as they are below a letter of the actor's unit.

    Of a letter that came from above it is the whole branch below the actor's own letter. via_uid
    keeps only what is below that unit; links is the address that a letter's uid is put behind, to
    open it. Raises LetterNotFound, NothingToChase (the actor's unit
    has sent nothing of the matter on).
    """
    letter = Letter.get_or_none(Letter.uid == letter_uid)
    if letter is None or not sees_letter(actor, letter.id):
        raise LetterNotFound(uid=letter_uid)
    root_id = letter.root_id or letter.id
    rows = [row for row in cascade_rows.letters_of(root_id) if not row.is_void]
    own = _with_below(rows, {row.id for row in rows if row.issuer_id == actor.unit_id})
    if not own:
        raise NothingToChase()
    if letter.id not in own:
        first = next(row.id for row in rows if row.id in own and row.issuer_id == actor.unit_id)
        letter, ids = Letter.get_by_id(first), own
    else:
        ids = _with_below(rows, {letter.id})
    chased = chased_in(root_id)
    units = _outstanding(ids, chased, today=today, links=links)
    senders = _senders(units)
    if via_uid:
        chosen = {
            row.id
            for row in rows
            if row.id in ids
            and row.issuer_id in {unit_id for unit_id, uid, _, _ in senders if uid == via_uid}
        }
        units = _outstanding(_with_below(rows, chosen), chased, today=today, links=links)
    return Branch(
        letter=_chased_letter(letter, links),
        letter_id=letter.id,
        root_id=root_id,
        units=units,
        senders=senders,
    )


def _with_below(rows: list[cascade_rows.LetterRow], ids: set[int]) -> set[int]:
    """These letters and all that convey them; rows come in the order of their ids."""
    found = set(ids)
    for row in rows:
        if row.conveys_id in found:
            found.add(row.id)
    return found


def _outstanding(
    letter_ids: set[int], chased: dict[int, ChasedLine], *, today: date, links: str
) -> tuple[Outstanding, ...]:
    due = _due_days(letter_ids)
    owed = _owed_relays(letter_ids)
    letters = {
        letter.id: _chased_letter(letter, links)
        for letter in Letter.select().where(among(Letter.id, letter_ids))
    }
    query: Any = (
        Delivery.select(
            Delivery.id,
            Delivery.letter,
            Delivery.from_unit,
            Delivery.to_unit,
            Delivery.dispatched_at,
            Delivery.delivered_at,
            Delivery.acknowledged_at,
            Delivery.passed_on_at,
            Delivery.status,
            Unit.name_th,
            Unit.saraban_address,
            Unit.saraban_confirmed_on,
        )
        .join(Unit, on=(Delivery.to_unit == Unit.id))
        .where(
            among(Delivery.letter, letter_ids),
            ~Delivery.is_inner,
            Delivery.status < Status.ANSWERED.value,
            Delivery.reported_at.is_null(),
            Unit.valid_to.is_null() | (Unit.valid_to > today),
        )
        .order_by(Unit.province, Delivery.from_unit, Unit.name_th, Delivery.id)
    )
    found = []
    for row in query.tuples():
        (
            delivery_id, letter_id, from_id, to_id, dispatched, delivered, acknowledged, passed_on,
            status, name, address, confirmed_on,
        ) = row  # fmt: skip
        kinds = _kinds(status, acknowledged, passed_on, due.get(letter_id), today)
        relay_due = owed.get(delivery_id)
        if relay_due is not None and passed_on is None and relay_due < today:
            kinds = (*kinds, ChaseKind.NOT_PASSED_ON)
        if not kinds:
            continue
        since = day_of(delivered or dispatched)
        told = chased.get(delivery_id)
        found.append(
            Outstanding(
                delivery_id,
                to_id,
                name,
                from_id,
                letter_id,
                letters[letter_id],
                kinds,
                since,
                (today - since).days,
                min(filter(None, (due.get(letter_id), relay_due)), default=None),
                address,
                bool(address) and confirmed_on is not None,
                None if told is None else told.last_at,
                0 if told is None else told.count,
            )
        )
    return tuple(found)


def _chased_letter(letter: Any, links: str) -> ChasedLetter:
    return ChasedLetter(
        uid=letter.uid,
        printed_number=letter.printed_number or "",
        dated_on=letter.dated_on,
        subject=letter.subject if letter.secrecy == Secrecy.NORMAL else "",
        link=f"{links}{letter.uid}" if links else "",
    )


def _kinds(
    status: int,
    acknowledged: datetime | None,
    passed_on: datetime | None,
    due_on: date | None,
    today: date,
) -> tuple[ChaseKind, ...]:
    if acknowledged is None and passed_on is None:
        return (ChaseKind.UNPROVEN if status == Status.SENT else ChaseKind.SILENT,)
    if acknowledged is not None and due_on is not None and due_on < today:
        return (ChaseKind.LATE,)
    return ()


def _owed_relays(letter_ids: set[int]) -> dict[int, date]:
    """By delivery, the day by which a letter was to be passed on, of those not settled."""
    query: Any = RelayDuty.select(RelayDuty.delivery, RelayDuty.due_on).where(
        among(RelayDuty.letter, letter_ids),
        RelayDuty.delivery.is_null(False),
        RelayDuty.state.in_(OWED_STATES),
    )
    return dict(query.tuples())


def _due_days(letter_ids: set[int]) -> dict[int, date]:
    """The first day by which each letter asks for something."""
    query: Any = (
        Duty.select(Duty.letter, peewee.fn.MIN(Duty.due_on))
        .where(among(Duty.letter, letter_ids), Duty.due_on.is_null(False))
        .group_by(Duty.letter)
    )
    return {letter: stored_day(day) for letter, day in query.tuples()}


def _senders(units: tuple[Outstanding, ...]) -> tuple[tuple[int, str, str, int], ...]:
    counts = Counter(unit.via_id for unit in units)
    query: Any = Unit.select(Unit.id, Unit.uid, Unit.name_th).where(among(Unit.id, counts))
    found = [(row[0], row[1], row[2], counts[row[0]]) for row in query.tuples()]
    return tuple(sorted(found, key=lambda sender: sender[2]))
