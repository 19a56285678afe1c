"""Which letters an actor may see: what their desk touched, what that conveys, their branch.

The rule in words: a letter is seen by the unit that issued it, by units that it was sent to or
that received it, by those who received a letter conveying it, and by an auditor over a branch
that any of these lies in. What was recalled before a unit opened it was not sent there.
"""

from typing import Any

from saraban.records import Delivery, Letter, Receipt, Unit
from saraban.rules.permissions import Act, Actor, may
from saraban.rules.units import DESK_KINDS

LONGEST_CHAIN = 12


def units_in_reach(actor: Actor) -> Any:
    """A query of the unit ids whose letters the actor may see."""
    chosen = Unit.select(Unit.id)
    if may(actor, Act.SEE_LETTER, subject_path=f"{actor.unit_path}0/"):
        return chosen.where(Unit.path.startswith(actor.unit_path))
    if may(actor, Act.SEE_LETTER):
        return chosen.where(Unit.id == actor.unit_id)
    return chosen.where(Unit.id == -1)


def was_sent() -> Any:
    """A condition on Delivery: not recalled, or only after somebody of the unit had read it."""
    return Delivery.recalled_at.is_null() | Delivery.opened_at.is_null(False)


def touched_letter_ids(actor: Actor) -> Any:
    """A query of the ids of letters that units in reach issued, were sent, or received."""
    reach = units_in_reach(actor)
    return (
        Letter.select(Letter.id)
        .where(Letter.issuer.in_(reach), Letter.is_issued_here == True)  # noqa: E712 - SQL
        .union(Delivery.select(Delivery.letter).where(Delivery.to_unit.in_(reach), was_sent()))
        .union(Receipt.select(Receipt.letter).where(Receipt.unit.in_(reach)))
    )


def touched_among(actor: Actor, letter_ids: list[int]) -> set[int]:
    """Those of a few letters that units in reach issued, were sent, or received."""
    reach = units_in_reach(actor)
    queries: tuple[Any, ...] = (
        Letter.select(Letter.id).where(
            Letter.id.in_(letter_ids),
            Letter.issuer.in_(reach),
            Letter.is_issued_here == True,  # noqa: E712 - SQL
        ),
        Delivery.select(Delivery.letter).where(
            Delivery.letter.in_(letter_ids), Delivery.to_unit.in_(reach), was_sent()
        ),
        Receipt.select(Receipt.letter).where(
            Receipt.letter.in_(letter_ids), Receipt.unit.in_(reach)
        ),
    )
    return {letter_id for query in queries for (letter_id,) in query.tuples()}


def sees_letter(actor: Actor, letter_id: int) -> bool:
    """Whether the actor may see the letter itself, or because one that conveys it is theirs."""
    reach = units_in_reach(actor)
    waiting = [letter_id]
    for _ in range(LONGEST_CHAIN):
        if not waiting:
            return False
        if _touches(reach, waiting):
            return True
        above: Any = Letter.select(Letter.id).where(Letter.conveys.in_(waiting)).tuples()
        waiting = [row[0] for row in above]
    return False


def _touches(reach: Any, letter_ids: list[int]) -> bool:
    return (
        Letter.select()
        .where(
            Letter.id.in_(letter_ids),
            Letter.issuer.in_(reach),
            Letter.is_issued_here == True,  # noqa: E712 - SQL
        )
        .exists()
        or Delivery.select()
        .where(Delivery.letter.in_(letter_ids), Delivery.to_unit.in_(reach), was_sent())
        .exists()
        or Receipt.select().where(Receipt.letter.in_(letter_ids), Receipt.unit.in_(reach)).exists()
    )


def sees_all_of(actor: Actor, letter: Any) -> bool:
    """Whether the actor may see what every unit did with a letter: its issuer, or who audits it.

    Others see what their own line did: themselves, the agency above them, the desks inside.
    """
    if letter.issuer_id is None:
        return False
    if letter.issuer_id == actor.unit_id:
        return may(actor, Act.SEE_LETTER)
    return may(actor, Act.SEE_AUDIT) and letter.issuer.path.startswith(actor.unit_path)


def in_own_line(actor: Actor) -> Any:
    """A condition on Unit: the actor's unit, those above it, and those below it."""
    above = [int(step) for step in actor.unit_path.strip("/").split("/")]
    return Unit.id.in_(above) | Unit.path.startswith(actor.unit_path)


def desks_below(unit_id: int) -> list[int]:
    """The ids of all desks inside a unit: its own, and those inside them.

    A division of another agency that lies in the unit's branch is none of them.
    """
    found: list[int] = []
    parents = [unit_id]
    while parents:
        children: Any = (
            Unit.select(Unit.id)
            .where(Unit.parent.in_(parents), Unit.kind.in_(list(DESK_KINDS)))
            .order_by(Unit.id)
            .tuples()
        )
        parents = [row[0] for row in children]
        found += parents
    return found


def is_desk_inside(unit_id: int, agency_id: int) -> bool:
    """Whether a unit is a desk inside another, with nothing but desks between them."""
    at: Any = Unit.get_by_id(unit_id)
    while at.kind in DESK_KINDS and at.parent_id is not None:
        if at.parent_id == agency_id:
            return True
        at = at.parent
    return False


def units_of_own_agency(actor: Actor) -> set[int]:
    """The ids of the actor's unit, of the desks inside it, and of those that it is a desk of.

    What stands on a letter between these is nobody else's business.
    """
    found = {actor.unit_id, *desks_below(actor.unit_id)}
    at: Any = Unit.get_by_id(actor.unit_id)
    while at.kind in DESK_KINDS and at.parent_id is not None:
        at = at.parent
        found.add(at.id)
    return found
