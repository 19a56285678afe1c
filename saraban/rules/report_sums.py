"""One report out of many: what a level proposes to send up from the reports of the level below.

Nothing is sent as it is proposed: a person reads it, changes it and adds their own words. A field
of the own form takes what the same field of a report says: the same kind, label and unit word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from saraban.errors import N_
from saraban.rules import duty_standings
from saraban.rules.report_forms import FieldKind, FormDefinition, FormField
from saraban.rules.report_values import Values
from saraban.thai.text import clean_line, search_key


@dataclass(frozen=True)
class Part:
    """A report that is taken in: who sent it, on which form, and what it says."""

    unit_name: str
    form: FormDefinition | None
    values: Values
    text: str = ""


@dataclass(frozen=True)
class Proposed:
    """What one field would say. told_count is how many reports say something of it.

    A number that no report told is not proposed: what was left blank is not nought.
    """

    field: FormField
    value: Any
    told_count: int


class Standing(StrEnum):
    """How a unit of the level below stands when its level writes its own report."""

    IN = "in"
    NIL = "nil"
    OTHER = "other"
    RETURNED = "returned"
    WAITING = "waiting"
    MISSING = "missing"
    NOT_REACHED = "not_reached"
    OUTSIDE = "outside"


# What a level's own numbers tell apart, as far as a sum does; every other answer is OTHER.
_OF_NUMBERS = {
    duty_standings.Standing.IN_TIME: Standing.IN,
    duty_standings.Standing.LATE: Standing.IN,
    duty_standings.Standing.NIL: Standing.NIL,
    duty_standings.Standing.RETURNED: Standing.RETURNED,
    duty_standings.Standing.WAITING: Standing.WAITING,
    duty_standings.Standing.MISSING: Standing.MISSING,
    duty_standings.Standing.NOT_REACHED: Standing.NOT_REACHED,
    duty_standings.Standing.WAIVED: Standing.OUTSIDE,
}

# The words of the numbers, where it is the same.
THAI_STANDING = {
    **{own: duty_standings.THAI_STANDING[one] for one, own in _OF_NUMBERS.items()},
    Standing.IN: N_("รายงานแล้ว"),
    Standing.OTHER: N_("ตอบอย่างอื่น"),
    Standing.OUTSIDE: N_("ยกเว้นหรือตัดออก"),
}

# What still lacks: told on the page, and beside the report that goes up without it.
LACKING = (Standing.RETURNED, Standing.WAITING, Standing.MISSING, Standing.NOT_REACHED)


def standing_in_sum(standing: duty_standings.Standing | None) -> Standing:
    """How what `duty_standings.standing_of` tells stands in a sum; None is what was struck."""
    return Standing.OUTSIDE if standing is None else _OF_NUMBERS.get(standing, Standing.OTHER)


@dataclass(frozen=True)
class Span:
    """What a period covers, and its last day; any of it may be unknown."""

    covers_from: date | None
    covers_until: date | None
    due_on: date | None
    label: str = ""


def belongs(lower: Span, upper: Span, *, is_only: bool) -> bool:
    """Whether a period of the duty below is reported on in that of the duty above.

    An event is the same event: its day, and its name where both have one. A round belongs to the
    round above in which its due day lies or, where it is due before or after the days that it
    covers, the nearest of these. So a week across a month's end is in one of the two months and
    never in both: due within the week, in that of its due day; due later, in that of its last
    day, and a holiday that moves the day then takes it to no other month. One that covers no days
    is told by its due day. Where the upper duty has only one period (is_only) and it covers no
    days, everything below belongs to it. Source: unconfirmed.
    """
    if lower.label and upper.label:
        return lower.label == upper.label and lower.covers_from == upper.covers_from
    if upper.covers_from is None or upper.covers_until is None:
        if is_only:
            return True
        return lower.due_on is not None and lower.due_on == upper.due_on
    if lower.covers_from is not None and lower.covers_until is not None:
        due_on = lower.due_on or lower.covers_until
        told_on = min(max(due_on, lower.covers_from), lower.covers_until)
        return upper.covers_from <= told_on <= upper.covers_until
    if lower.due_on is None:
        return False
    return upper.covers_from <= lower.due_on <= (upper.due_on or upper.covers_until)


def proposed(form: FormDefinition, parts: Sequence[Part]) -> tuple[Proposed, ...]:
    """The own form's fields, as far as the reports say something: numbers added up, texts listed.

    Rows of tables stand below one another. A choice or a day is proposed only where all who tell
    it agree; evidence is chosen by hand.
    """
    found = (_one(field, parts) for field in form.asking if not field.is_evidence)
    return tuple(one for one in found if one is not None)


def listed(parts: Iterable[Part]) -> str:
    """The reports' own words, a line each, with the unit's name before them."""
    told = ((part.unit_name, clean_line(part.text)) for part in parts)
    return "\n".join(f"{name}: {words}" for name, words in told if words)


def _one(field: FormField, parts: Sequence[Part]) -> Proposed | None:
    told = [(part, words) for part in parts if (words := _told(field, part)) is not None]
    if not told:
        return None
    values = [words for _, words in told]
    value: Any
    match field.kind:
        case FieldKind.NUMBER:
            value = _sum(field, values)
        case FieldKind.TEXT:
            mark = "\n" if field.is_long else "; "
            value = mark.join(f"{part.unit_name}: {words}" for part, words in told)
        case FieldKind.TABLE:
            value = [row for rows in values for row in rows]
        case _:
            value = values[0]
            if any(other != value for other in values):
                return None
    return Proposed(field, value, len(told))


def _sum(field: FormField, values: Iterable[Any]) -> int | str:
    """As a number of that field is kept: whole, or its digits with the field's decimals."""
    total = sum((Decimal(str(value)) for value in values), Decimal(0))
    return int(total) if field.decimals == 0 else f"{total:.{field.decimals}f}"


def _told(field: FormField, part: Part) -> Any:
    """What the report says in the same field, in the own form's keys; None for nothing."""
    if part.form is None:
        return None
    twin = _twin(field, part.form.asking)
    value = None if twin is None else part.values.get(twin.key)
    if twin is None or value is None:
        return None
    if field.kind is FieldKind.TABLE:
        return _rows(field, twin, value) or None
    if field.kind is FieldKind.CHOICE:
        return _chosen(field, twin, value)
    return value


def _twin(field: FormField, among: Iterable[FormField]) -> FormField | None:
    """The same field of another form; None where none is, or where several are."""
    wanted = _likeness(field)
    found = [other for other in among if _likeness(other) == wanted]
    return found[0] if len(found) == 1 else None


def _likeness(field: FormField) -> tuple[Any, ...]:
    return (
        field.kind,
        search_key(field.label),
        search_key(field.unit_word),
        # A sum of halves is no whole number.
        field.decimals if field.kind is FieldKind.NUMBER else field.is_many,
    )


def _rows(field: FormField, twin: FormField, rows: Any) -> list[Values]:
    columns = [(column, _twin(column, twin.columns)) for column in field.columns]
    found = []
    for row in rows:
        kept: Values = {}
        for column, other in columns:
            value = None if other is None else row.get(other.key)
            if value is not None and other is not None and column.kind is FieldKind.CHOICE:
                value = _chosen(column, other, value)
            kept |= {} if value is None else {column.key: value}
        if kept:
            found.append(kept)
    return found


def _chosen(field: FormField, twin: FormField, value: Any) -> Any:
    """The options with the same words; None where one of them is not in the own form."""
    words = {option.key: search_key(option.label) for option in twin.options}
    keys = {search_key(option.label): option.key for option in field.options}
    own = [keys.get(words.get(key, "")) for key in (value if isinstance(value, list) else [value])]
    if not own or any(key is None for key in own):
        return None
    return own if isinstance(value, list) else own[0]
