"""The unit that a sender's printed name or number means, where that is beyond doubt."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import UnreadableLetterNumber
from saraban.records import Unit
from saraban.rules.letter_number import parse_letter_number
from saraban.thai.text import clean_line


@dataclass(frozen=True)
class SenderUnit:
    """A unit to offer as the sender; above_name is the unit that it belongs to, or empty."""

    id: int
    uid: str
    name_th: str
    above_name: str


def sender_unit(issuer_text: str, printed_number: str, *, on: date) -> SenderUnit | None:
    """The one unit of that day with exactly this name, or with the letters and owner number.

    The name comes first; None where none fits, or several do. Offered to a clerk, who may know
    better: a name of no unit may stand beside the number of one.
    """
    name = clean_line(issuer_text)
    if name:
        named = (Unit.name_th == name) | (Unit.registry_name == name) | (Unit.short_name_th == name)
        if (found := _only(named, on)) is not None:
            return found
    try:
        number = parse_letter_number(printed_number)
    except UnreadableLetterNumber:
        return None
    if not (number.code_letters and number.owner_number) or number.committee:
        return None
    return _only(
        (Unit.code_letters == number.code_letters) & (Unit.owner_number == number.owner_number), on
    )


def _only(condition: Any, on: date) -> SenderUnit | None:
    above = Unit.alias()
    query: Any = (
        Unit.select(Unit.id, Unit.uid, Unit.name_th, above.name_th)
        .join(above, "LEFT OUTER JOIN", on=(Unit.parent == above.id))
        .where(condition, Unit.valid_to.is_null() | (Unit.valid_to > on))
        .limit(2)
        .tuples()
    )
    rows = list(query)
    if len(rows) != 1:
        return None
    unit_id, uid, name, above_name = rows[0]
    return SenderUnit(unit_id, uid, name, above_name or "")
