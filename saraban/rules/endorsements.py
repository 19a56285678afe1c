"""Notes on a received letter, from the clerk's proposal to the order, and who signs for whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from saraban.rules.permissions import Act, Actor, may

LONGEST_TEXT = 2000
# As many as there are keys for.
MOST_USUAL_ORDERS = 9
MOST_DAYS = 365
# What an executive writes who orders what was proposed.
AS_PROPOSED_WORDS = "เห็นชอบตามเสนอ"


class EndorsementKind(StrEnum):
    """What a note on a letter is. A mistake is taken back by a further note, never edited.

    Source: Rule of 2526, clause 39 (a received letter is passed to whoever acts on it); the
    words เกษียณ and สั่งการ are those of the offices, the Rule has none.
    """

    PROPOSE = "propose"
    COMMENT = "comment"
    ORDER = "order"
    NOTE = "note"
    WITHDRAW = "withdraw"


THAI_ENDORSEMENT = {
    EndorsementKind.PROPOSE: "เสนอ",
    EndorsementKind.COMMENT: "ให้ความเห็น",
    EndorsementKind.ORDER: "สั่งการ",
    EndorsementKind.NOTE: "ทราบ",
    EndorsementKind.WITHDRAW: "ถอน",
}

ACT_OF_KIND = {
    EndorsementKind.PROPOSE: Act.PROPOSE,
    EndorsementKind.COMMENT: Act.COMMENT,
    EndorsementKind.ORDER: Act.ORDER,
    EndorsementKind.NOTE: Act.COMMENT,
}


@dataclass(frozen=True)
class Author:
    """Who wrote a note, as they stand under it.

    post is the writer's own; manner and acting_post tell for whom they wrote, both blank when in
    their own name.
    """

    name: str
    post: str = ""
    manner: str = ""
    acting_post: str = ""

    @property
    def post_lines(self) -> tuple[str, ...]:
        """The lines under the name: own post, then the post that is acted for.

        Source: Rule of 2526, clause 11 (the line ตำแหน่ง); how the two are set out: unconfirmed.
        """
        if not self.manner:
            return (self.post,) if self.post else ()
        return (f"{self.post} {self.manner}".strip(), self.acting_post)

    @property
    def words(self) -> str:
        """Everything in one line: name, own post, manner, the post acted for."""
        return " ".join((self.name, *self.post_lines))


class Standing(StrEnum):
    """What a received letter waits for inside its unit."""

    TO_PROPOSE = "to_propose"
    TO_ORDER = "to_order"
    DECIDED = "decided"


def standing(notes: Iterable[tuple[EndorsementKind, bool]]) -> tuple[Standing, int | None]:
    """What is waited for after these notes in their order, those withdrawn left out.

    Each is (kind, is_decision). An order decides, and so does an executive's "ทราบ"; a proposal
    that follows a decision asks for another. Also the place of the note that made it so: of the
    decision, or of the first proposal that waits; None without either.
    """
    found, since = Standing.TO_PROPOSE, None
    for place, (kind, is_decision) in enumerate(notes):
        if is_decision:
            found, since = Standing.DECIDED, place
        elif kind is EndorsementKind.PROPOSE and found is not Standing.TO_ORDER:
            found, since = Standing.TO_ORDER, place
    return found, since


def may_withdraw(actor: Actor, author_id: int | None) -> bool:
    """Whether the actor may take a note of their unit back: its writer, or who orders there."""
    is_writer = actor.person_id is not None and author_id == actor.person_id
    return may(actor, Act.ORDER) or (is_writer and may(actor, Act.COMMENT))
