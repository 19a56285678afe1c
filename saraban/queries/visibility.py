"""Which letters an actor may see: what their desk touched, what that conveys, their branch.

The rule in words: a letter is seen by the unit that issued it, by units that it was sent to or
that received it, by those who received a letter conveying it, and by an auditor over a branch
that any of these lies in.
"""

from typing import Any

from saraban.records import Delivery, Letter, Receipt, Unit
from saraban.rules.permissions import Act, Actor, may

LONGEST_CHAIN = 12


def units_in_reach(actor: Actor) -> Any:
    """A query of the unit ids whose letters the actor may see."""
    chosen = Unit.select(Unit.id)
    if may(actor, Act.SEE_LETTER, subject_path=f"{actor.unit_path}0/"):
        return chosen.where(Unit.path.startswith(actor.unit_path))
    if may(actor, Act.SEE_LETTER):
        return chosen.where(Unit.id == actor.unit_id)
    return chosen.where(Unit.id == -1)


def touched_letter_ids(actor: Actor) -> Any:
    """A query of the ids of letters that units in reach issued, were sent, or received."""
    reach = units_in_reach(actor)
    return (
        Letter.select(Letter.id)
        .where(Letter.issuer.in_(reach), Letter.is_issued_here == True)  # noqa: E712 - SQL
        .union(Delivery.select(Delivery.letter).where(Delivery.to_unit.in_(reach)))
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
            Delivery.letter.in_(letter_ids), Delivery.to_unit.in_(reach)
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
        .where(Delivery.letter.in_(letter_ids), Delivery.to_unit.in_(reach))
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
