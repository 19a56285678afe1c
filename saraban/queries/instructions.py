"""The points of a letter beside those of the letter it passes on, up to the first of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from saraban.queries.letter_refs import LetterRef, letter_refs
from saraban.queries.visibility import sees_letter
from saraban.records import Duty, Letter
from saraban.rules.instructions import Instruction, PointPair, compare
from saraban.rules.permissions import Actor

# A chain is as long as the ladder is high; what is longer is wrong, and must not be endless.
MOST_STEPS = 12
MOST_LATE = 50


@dataclass(frozen=True)
class ChainStep:
    """One hop down: the letter above, the one that passes it on, and their points."""

    above: LetterRef
    own: LetterRef
    pairs: tuple[PointPair, ...]


def instructions_of(letter_id: int) -> tuple[Instruction, ...]:
    """The letter's points in their order."""
    return tuple(
        Instruction(duty.point, duty.asks, duty.report_to, duty.due_on, duty.late_reason)
        for duty in Duty.select().where(Duty.letter == letter_id).order_by(Duty.id)
    )


def chain_of_instructions(actor: Actor, uid: str) -> tuple[ChainStep, ...]:
    """Each hop that brought this letter, the first of all on top; only what the actor sees.

    Nothing for a letter that passes none on. The letter itself must have been asked for before.
    """
    letter = Letter.get_or_none(Letter.uid == uid)
    steps: list[ChainStep] = []
    seen: set[int] = set()
    while letter is not None and letter.conveys_id is not None and len(steps) < MOST_STEPS:
        seen.add(letter.id)
        if letter.conveys_id in seen or not sees_letter(actor, letter.conveys_id):
            break
        parent = Letter.get_by_id(letter.conveys_id)
        above, own = (letter_refs(Letter.id == one)[0][0] for one in (parent.id, letter.id))
        pairs = compare(instructions_of(parent.id), instructions_of(letter.id))
        steps.append(ChainStep(above, own, pairs))
        letter = parent
    return tuple(reversed(steps))


@dataclass(frozen=True)
class LaterBelow:
    """A point that a letter below sets later than this letter does, and why."""

    own: LetterRef
    pair: PointPair


def later_below(uid: str, child_uids: Sequence[str]) -> tuple[LaterBelow, ...]:
    """The points of letters that pass this one on which are due later, of the children named."""
    if not child_uids:
        return ()
    late: Any = (
        Letter.select(Letter.id)
        .join(Duty, on=(Duty.letter == Letter.id))
        .where(Letter.uid.in_(list(child_uids)), Duty.late_reason != "")
        .distinct()
        .order_by(Letter.id)
        .limit(MOST_LATE)
        .tuples()
    )
    above = instructions_of(Letter.get(Letter.uid == uid).id)
    return tuple(
        LaterBelow(letter_refs(Letter.id == child)[0][0], pair)
        for (child,) in late
        for pair in compare(above, instructions_of(child))
        if pair.is_later
    )
