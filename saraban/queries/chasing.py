"""Who was reminded of what and when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import peewee

from saraban.errors import ChaseNotFound
from saraban.queries.visibility import units_in_reach
from saraban.records import Chase, ChaseLine, ChaseText, Delivery, Letter, Mail, Unit
from saraban.records.database import database, is_postgres
from saraban.records.fields import InstantField
from saraban.rules.chasing import USUAL_TEXT, ChaseKind, kinds_of
from saraban.rules.letters import Secrecy
from saraban.rules.mails import MailState
from saraban.rules.permissions import Act, Actor, may

_instant = InstantField()
MOST_CHASES = 50


@dataclass(frozen=True)
class ChasedLine:
    """How often a delivery's unit was reminded, and when last."""

    count: int
    last_at: datetime


@dataclass(frozen=True)
class ChaseCard:
    """One reminder: who, of which letter, with which words, to how many.

    may_draft: the actor may write the sealed letter for those that it reaches on paper.
    """

    uid: str
    letter_uid: str
    letter_number: str
    letter_subject: str
    letter_dated_on: Any
    root_id: int
    unit_name: str
    kinds: tuple[ChaseKind, ...]
    text: str
    unit_count: int
    mail_count: int
    chased_at: datetime
    chased_by: str
    may_draft: bool

    @property
    def paper_count(self) -> int:
        """How many have no address, and get the sealed letter."""
        return self.unit_count - self.mail_count


@dataclass(frozen=True)
class ChaseTarget:
    """One unit of a reminder. mail_state is null where it goes on paper."""

    unit_uid: str
    unit_name: str
    via_name: str
    letter_number: str
    kinds: tuple[ChaseKind, ...]
    since_at: datetime
    address: str
    mail_uid: str | None
    mail_state: MailState | None
    mail_trouble: str


@dataclass(frozen=True)
class ChaseEntry:
    """A reminder in a list."""

    uid: str
    unit_count: int
    mail_count: int
    kinds: tuple[ChaseKind, ...]
    chased_at: datetime
    chased_by: str
    unit_name: str


_CHASED = """
SELECT delivery_id, COUNT(*), MAX(chased_at) FROM chase_line
WHERE root_id = {place} GROUP BY delivery_id
"""


def chased_in(root_id: int) -> dict[int, ChasedLine]:
    """By delivery id, the reminders of one cascade, from one covering index."""
    cursor = database.execute_sql(_CHASED.format(place="%s" if is_postgres() else "?"), (root_id,))
    found = {
        delivery: ChasedLine(count, _instant.python_value(last))  # type: ignore[arg-type]
        for delivery, count, last in cursor.fetchall()
    }
    cursor.close()
    return found


def chased_counts(letter_uids: list[str], unit_id: int) -> dict[str, int]:
    """By letter uid, how often a unit was reminded of those of a few letters that came to it."""
    if not letter_uids:
        return {}
    query: Any = (
        ChaseLine.select(Letter.uid, peewee.fn.COUNT(ChaseLine.id))
        .join(Delivery, on=(ChaseLine.delivery == Delivery.id))
        .join_from(Delivery, Letter, on=(Delivery.letter == Letter.id))
        .where(Delivery.to_unit == unit_id, Letter.uid.in_(letter_uids))
        .group_by(Letter.uid)
    )
    return dict(query.tuples())


def reminders_of(actor: Actor, letter_id: int) -> list[tuple[datetime, str, int, str, bool]]:
    """(at, by which unit, how many units, by whom, whether the actor's unit gave it) of a letter.

    Those that the actor's unit gave of the letter's branch, and those that it got of the letter.
    """
    given: Any = (
        Chase.select(Chase.chased_at, Unit.name_th, Chase.unit_count, Chase.chased_by)
        .join(Unit, on=(Chase.unit == Unit.id))
        .where(Chase.letter == letter_id, Chase.unit == actor.unit_id)
    )
    got: Any = (
        ChaseLine.select(ChaseLine.chased_at, Unit.name_th, Chase.unit_count, Chase.chased_by)
        .join(Chase, on=(ChaseLine.chase == Chase.id))
        .join_from(Chase, Unit, on=(Chase.unit == Unit.id))
        .join_from(ChaseLine, Delivery, on=(ChaseLine.delivery == Delivery.id))
        .where(Delivery.letter == letter_id, Delivery.to_unit == actor.unit_id)
    )
    return [(*row, True) for row in given.tuples()] + [(*row, False) for row in got.tuples()]


def chase_words_of(actor: Actor) -> str:
    """The words with which the actor's unit reminds others: its own, or the usual ones."""
    kept = ChaseText.get_or_none(ChaseText.unit == actor.unit_id)
    return USUAL_TEXT if kept is None else str(kept.body)


def chases_of_letter(actor: Actor, letter_id: int) -> tuple[ChaseEntry, ...]:
    """The reminders of one letter's branch that the actor's own units sent, the newest first."""
    query: Any = (
        Chase.select(Chase, Unit.name_th)
        .join(Unit, on=(Chase.unit == Unit.id))
        .where(Chase.letter == letter_id, Chase.unit.in_(units_in_reach(actor)))
        .order_by(Chase.id.desc())
        .limit(MOST_CHASES)
    )
    return tuple(
        ChaseEntry(
            chase.uid,
            chase.unit_count,
            chase.mail_count,
            kinds_of(chase.kinds),
            chase.chased_at,
            chase.chased_by,
            chase.unit.name_th,
        )
        for chase in query
    )


def chase_card(actor: Actor, uid: str) -> ChaseCard:
    """A reminder of the actor's own unit or branch. Raises ChaseNotFound."""
    chase: Any = (
        Chase.select(Chase, Letter, Unit)
        .join(Letter, on=(Chase.letter == Letter.id))
        .join_from(Chase, Unit, on=(Chase.unit == Unit.id))
        .where(Chase.uid == uid, Chase.unit.in_(units_in_reach(actor)))
        .first()
    )
    if chase is None:
        raise ChaseNotFound(uid=uid)
    letter = chase.letter
    return ChaseCard(
        uid=chase.uid,
        letter_uid=letter.uid,
        letter_number=letter.printed_number or "",
        letter_subject=letter.subject if letter.secrecy == Secrecy.NORMAL else "",
        letter_dated_on=letter.dated_on,
        root_id=chase.root_id,
        unit_name=chase.unit.name_th,
        kinds=kinds_of(chase.kinds),
        text=chase.text,
        unit_count=chase.unit_count,
        mail_count=chase.mail_count,
        chased_at=chase.chased_at,
        chased_by=chase.chased_by,
        may_draft=chase.unit_id == actor.unit_id and may(actor, Act.WRITE_DRAFT),
    )


def chase_targets_of(
    actor: Actor, uid: str, *, only_paper: bool = False, most: int | None = None
) -> tuple[ChaseTarget, ...]:
    """The units of a reminder by name, all or the first `most`. Raises ChaseNotFound."""
    chase_card(actor, uid)
    sender = Unit.alias()
    query: Any = (
        ChaseLine.select(
            Unit.uid,
            Unit.name_th,
            sender.name_th,
            Letter.printed_number,
            ChaseLine.kinds,
            Delivery.delivered_at,
            Delivery.dispatched_at,
            ChaseLine.address,
            Mail.uid,
            Mail.state,
            Mail.trouble,
        )
        .join(Chase, on=(ChaseLine.chase == Chase.id))
        .join_from(ChaseLine, Delivery, on=(ChaseLine.delivery == Delivery.id))
        .join_from(ChaseLine, Unit, on=(ChaseLine.unit == Unit.id))
        .join_from(Delivery, sender, on=(Delivery.from_unit == sender.id))
        .join_from(Delivery, Letter, on=(Delivery.letter == Letter.id))
        .join_from(ChaseLine, Mail, "LEFT OUTER JOIN", on=(Mail.chase_line == ChaseLine.id))
        .where(Chase.uid == uid)
        .order_by(Unit.province, sender.name_th, Unit.name_th, ChaseLine.id)
    )
    if only_paper:
        query = query.where(ChaseLine.address == "")
    if most is not None:
        query = query.limit(most)
    return tuple(
        ChaseTarget(
            unit_uid,
            name,
            via,
            number or "",
            kinds_of(kinds),
            delivered or dispatched,
            address,
            mail_uid,
            None if state is None else MailState(state),
            trouble or "",
        )
        for (
            unit_uid, name, via, number, kinds, delivered, dispatched, address, mail_uid, state,
            trouble,
        ) in query.tuples()
    )  # fmt: skip


def mail_counts(uid: str) -> dict[MailState, int]:
    """How many mails of a reminder are in each state, the empty ones left out."""
    query: Any = (
        Mail.select(Mail.state, peewee.fn.COUNT(Mail.id))
        .join(ChaseLine, on=(Mail.chase_line == ChaseLine.id))
        .join(Chase, on=(ChaseLine.chase == Chase.id))
        .where(Chase.uid == uid)
        .group_by(Mail.state)
    )
    found = {MailState(state): count for state, count in query.tuples()}
    return {state: found[state] for state in MailState if state in found}
