"""Which of the rows that are one letter an actor may look into: merging widens nobody's sight."""

from typing import Any

from saraban.queries.one_letter import rows_of_one
from saraban.queries.visibility import sees_all_of, sees_letter
from saraban.records import Letter
from saraban.rules.permissions import Actor


def rows_in_sight(actor: Actor, letter: Any) -> tuple[list[Any], bool]:
    """The letter, which the actor sees, and the rows that are one with it; whether they see all.

    Of the others those that the actor sees by themselves; for who issued one of them, or audits
    its issuer, all: it is their letter that came there by another way.
    """
    others = [one for one in rows_of_one(letter.id) if one != letter.id]
    if not others:
        return [letter], sees_all_of(actor, letter)
    rows = list(Letter.select().where(Letter.id.in_(others)).order_by(Letter.id))
    if any(sees_all_of(actor, row) for row in (letter, *rows)):
        return [letter, *rows], True
    return [letter, *(row for row in rows if sees_letter(actor, row.id))], False
