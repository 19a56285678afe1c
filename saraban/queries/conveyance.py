"""What a letter conveys, and what that conveys in turn: followed upwards, whatever the path.

A letter conveys the one it was issued to pass on. One that came from outside conveys what its
enclosures were resolved to: that is all that is known of it.
"""

from typing import Any

from saraban.queries.one_letter import rows_of_one
from saraban.records import Citation, Letter


def letters_above(letter_id: int, *, by_any_enclosure: bool = False) -> tuple[int, ...]:
    """Ids of the letter's rows and of all that it conveys, directly or through others.

    by_any_enclosure counts what letters of ours enclose besides, too. Ends also where what
    stands is a loop.
    """
    found = list(rows_of_one(letter_id))
    waiting = list(found)
    while waiting:
        conveyed: Any = (
            Letter.select(Letter.conveys)
            .where(Letter.id.in_(waiting), Letter.conveys.is_null(False))
            .tuples()
        )
        is_enclosed = (
            Citation.letter.in_(waiting)
            & (Citation.place == "enclosure")
            & Citation.resolved.is_null(False)
        )
        if not by_any_enclosure:
            is_enclosed &= Letter.is_issued_here == False  # noqa: E712 - SQL
        enclosed: Any = (
            Citation.select(Citation.resolved)
            .join(Letter, on=(Citation.letter == Letter.id))
            .where(is_enclosed)
            .tuples()
        )
        ids = {one for (one,) in (*conveyed, *enclosed)}
        waiting = sorted({row for one in ids for row in rows_of_one(one)} - set(found))
        found += waiting
    return tuple(found)


def own_letter_among(letter_ids: tuple[int, ...], unit_id: int) -> str | None:
    """The printed number of one of these letters that the unit itself wrote, or None.

    A copy that was registered from paper under number and day of the unit's letter counts too.
    """
    rows = list(Letter.select().where(Letter.id.in_(letter_ids)).order_by(Letter.id))
    own = next((row for row in rows if row.issuer_id == unit_id), None)
    if own is not None:
        return str(own.printed_number or own.issuer_text)
    keys = {row.printed_key: row.dated_on for row in rows if row.printed_key and row.dated_on}
    copied = Letter.select().where(
        Letter.printed_key.in_(sorted(keys)),
        Letter.issuer == unit_id,
        Letter.is_issued_here == True,  # noqa: E712 - SQL
    )
    found = next((row for row in copied if keys[str(row.printed_key)] == row.dated_on), None)
    return None if found is None else str(found.printed_number)
