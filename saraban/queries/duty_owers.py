"""Who would owe a duty: read out of a letter's deliveries, a phrase, names, or ourselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import (
    DutyOwedByNobody,
    LetterNotSentByUs,
    UnitClosed,
    UnitNotFound,
    UnitsNotSentTo,
)
from saraban.queries.addressees import unit_ids_of_phrase
from saraban.queries.one_letter import rows_of_one
from saraban.queries.unit_groups import list_id
from saraban.records import Delivery, Letter, Unit
from saraban.records.id_sets import among
from saraban.rules.deliveries import Status
from saraban.rules.permissions import Actor


@dataclass(frozen=True)
class Owers:
    """Who is to answer: any of these, put together.

    everyone_sent is the whole frozen set of the letter's deliveries, sent_ids a choice of them.
    phrase is read on the letter's day, as one of the letter's own, with list_uid for "(ตามบัญชีแนบ)".
    unit_ids were named one by one: one responsible unit alone is such a set. ourselves is the
    actor's own unit, where a letter from outside asks something of it.
    """

    everyone_sent: bool = False
    sent_ids: tuple[int, ...] = ()
    phrase: str = ""
    list_uid: str | None = None
    unit_ids: tuple[int, ...] = ()
    ourselves: bool = False


def owing_ids(actor: Actor, owers: Owers, letter: Any, *, today: date) -> list[int]:
    """The units' ids, each once.

    Raises DutyOwedByNobody, LetterNotSentByUs, UnitsNotSentTo, UnreadablePhrase, ListNeeded,
    GroupNotFound, UnitNotFound, UnitClosed.
    """
    on = letter.dated_on or today
    chosen: dict[int, None] = {}
    if owers.everyone_sent or owers.sent_ids:
        chosen |= dict.fromkeys(_of_those_sent(actor, owers, letter))
    set_id = list_id(actor, owers.list_uid)
    if owers.phrase.strip() or set_id is not None:
        sender = Unit.get_by_id(actor.unit_id)
        found = unit_ids_of_phrase(owers.phrase, sender=sender, on=on, set_id=set_id)
        chosen |= dict.fromkeys(found)
        # "ทุก…" never means the office that writes it.
        chosen.pop(actor.unit_id, None)
    if owers.unit_ids:
        refuse_closed(owers.unit_ids, on=today)
        chosen |= dict.fromkeys(owers.unit_ids)
    if owers.ourselves:
        chosen[actor.unit_id] = None
    if not chosen:
        raise DutyOwedByNobody()
    return list(chosen)


def units_sent_to(actor: Actor, letter: Any) -> list[int]:
    """Ids of the units that a letter of the actor's own went to and that did not send it back.

    Raises LetterNotSentByUs.
    """
    own: Any = (
        Letter.select(Letter.id)
        .where(
            Letter.id.in_(rows_of_one(letter.id)),
            Letter.is_issued_here,
            Letter.issuer == actor.unit_id,
        )
        .tuples()
    )
    ids = [row[0] for row in own]
    if not ids:
        raise LetterNotSentByUs()
    # The desks inside got it from within: what is asked of an office is not asked of them.
    found: Any = (
        Delivery.select(Delivery.to_unit)
        .where(
            Delivery.letter.in_(ids),
            Delivery.is_inner == False,  # noqa: E712 - SQL
            Delivery.status < Status.REFUSED,
        )
        .order_by(Delivery.to_unit)
        .tuples()
    )
    return list(dict.fromkeys(row[0] for row in found))


def _of_those_sent(actor: Actor, owers: Owers, letter: Any) -> list[int]:
    sent = units_sent_to(actor, letter)
    if owers.everyone_sent:
        return sent
    strangers = set(owers.sent_ids) - set(sent)
    if strangers:
        raise UnitsNotSentTo(count=len(strangers))
    return list(owers.sent_ids)


def refuse_closed(unit_ids: Sequence[int], *, on: date) -> None:
    """Raise UnitNotFound or UnitClosed for a unit that does not exist on the day."""
    query: Any = Unit.select(Unit.id, Unit.name_th, Unit.valid_to)
    found = list(query.where(among(Unit.id, unit_ids)))
    if len(found) != len(set(unit_ids)):
        raise UnitNotFound(field="unit")
    closed = next((unit for unit in found if unit.valid_to and unit.valid_to <= on), None)
    if closed is not None:
        raise UnitClosed(field="unit", unit=closed.name_th)
