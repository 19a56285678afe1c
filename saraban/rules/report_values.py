"""What was filled into a report form: read as typed, kept as canonical values, shown, added up.

A value is kept under its field's key: a whole number as a number, one with decimals as its digits
("12.50"), a day in ISO order, a choice as the option's key (of several a list), a table as rows
of such values. What was left blank has no key: it is nowhere taken for nought.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from saraban.errors import (
    DayTooEarly,
    DayTooLate,
    MissingField,
    NumberNotWhole,
    NumberTooLarge,
    NumberTooSmall,
    SarabanError,
    TextTooLong,
    TooFewPieces,
    TooManyDecimals,
    TooManyPieces,
    TooManyTableRows,
    UnknownChoice,
    UnreadableNumber,
)
from saraban.rules.report_forms import LARGEST_NUMBER, FieldKind, FormDefinition, FormField
from saraban.thai.dates import format_medium, parse_date
from saraban.thai.digits import to_arabic
from saraban.thai.text import clean_line

# A text, the texts chosen of several, or the rows of a table.
Typed = str | Sequence[str] | Sequence[Mapping[str, Any]]
Values = dict[str, Any]

_NUMBER = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")


@dataclass(frozen=True)
class ReadAnswers:
    """The values that could be read, and what stands against the others.

    errors has a field's key, or for a cell of a table "key.row.column", rows counted from 0 as
    they were typed.
    """

    values: Values
    errors: dict[str, SarabanError]


def read_answers(
    form: FormDefinition,
    typed: Mapping[str, Typed],
    *,
    today: date,
    counts: Mapping[str, int] | None = None,
) -> ReadAnswers:
    """Everything that was typed, read; counts is how many pieces came for a field of evidence.

    Thai and Arabic digits are the same. A row of a table without a word in it does not count.
    """
    values: Values = {}
    errors: dict[str, SarabanError] = {}
    for field in form.asking:
        if field.is_evidence:
            wrong = piece_error(field, (counts or {}).get(field.key, 0))
            if wrong is not None:
                errors[field.key] = wrong
            continue
        told = typed.get(field.key, "")
        try:
            if field.kind is FieldKind.TABLE:
                value: Any = _table(field, told, today, errors)
            else:
                value = read_value(field, told, today=today)
            if value is not None:
                values[field.key] = value
            elif field.is_required and not _has_error(errors, field.key):
                raise MissingField()
        except SarabanError as error:
            errors[field.key] = error
    return ReadAnswers(values, errors)


def read_value(field: FormField, typed: Typed, *, today: date) -> Any:
    """What was typed into one field, or into a cell, as it is kept; None for nothing.

    A day without a year is in the year of today. Raises the InvalidInput that stands against it.
    """
    if field.kind is FieldKind.CHOICE:
        return _chosen(field, typed)
    if not isinstance(typed, str):
        raise UnknownChoice()
    if field.kind is FieldKind.TEXT and field.is_long:
        lines = [clean_line(line) for line in typed.splitlines()]
        return _short_enough(field, "\n".join(lines).strip("\n"))
    line = clean_line(typed)
    if not line:
        return None
    if field.kind is FieldKind.NUMBER:
        return _number(field, line)
    if field.kind is FieldKind.DATE:
        return _day(field, parse_date(line, today=today))
    return _short_enough(field, line)


def piece_error(field: FormField, count: int) -> SarabanError | None:
    """What stands against that many pieces of evidence; None if nothing does."""
    if count < field.must_bring:
        return TooFewPieces(least=field.must_bring, count=count)
    if count > field.most_count:
        return TooManyPieces(most=field.most_count, count=count)
    return None


def shown(field: FormField, value: Any) -> str:
    """A kept value as a person reads it, in Arabic digits; "–" for none. A table line by line."""
    if value is None or value == []:
        return "–"
    if field.kind is FieldKind.NUMBER:
        return " ".join(filter(None, (f"{Decimal(str(value)):,f}", field.unit_word)))
    if field.kind is FieldKind.CHOICE:
        labels = {option.key: option.label for option in field.options}
        keys = value if isinstance(value, list) else [value]
        return ", ".join(labels.get(key, str(key)) for key in keys)
    if field.kind is FieldKind.DATE:
        return format_medium(date.fromisoformat(value), thai_digits=False)
    if field.kind is FieldKind.TABLE:
        return "\n".join(
            " · ".join(shown(column, row.get(column.key)) for column in field.columns)
            for row in value
        )
    return str(value)


def number_fields(form: FormDefinition) -> tuple[tuple[str, FormField], ...]:
    """(path, field) of all that can be added up: numbers, and columns of tables as "key.column"."""
    return tuple(_numbers(form))


def numbers_of(form: FormDefinition, values: Mapping[str, Any]) -> dict[str, Decimal]:
    """The numbers among the values by their path, a column of a table summed; none for blank."""
    found: dict[str, Decimal] = {}
    for path, _field in number_fields(form):
        key, _dot, column = path.partition(".")
        value = values.get(key)
        cells = [row.get(column) for row in value or ()] if column else [value]
        told = [Decimal(str(cell)) for cell in cells if cell is not None]
        if told:
            found[path] = sum(told, Decimal(0))
    return found


def _numbers(form: FormDefinition) -> Iterator[tuple[str, FormField]]:
    for field in form.fields:
        if field.kind is FieldKind.NUMBER:
            yield field.key, field
        for column in field.columns:
            if column.kind is FieldKind.NUMBER:
                yield f"{field.key}.{column.key}", column


def _table(
    field: FormField, typed: Typed, today: date, errors: dict[str, SarabanError]
) -> list[Values] | None:
    rows: list[Values] = []
    for number, cells in enumerate(() if isinstance(typed, str) else typed):
        if not isinstance(cells, Mapping) or not any(map(_has_words, cells.values())):
            continue
        row: Values = {}
        for column in field.columns:
            try:
                value = read_value(column, cells.get(column.key, ""), today=today)
                if value is None and column.is_required:
                    raise MissingField()
            except SarabanError as error:
                errors[f"{field.key}.{number}.{column.key}"] = error
            else:
                row |= {} if value is None else {column.key: value}
        rows.append(row)
    if len(rows) > field.most_rows:
        raise TooManyTableRows(most=field.most_rows)
    return rows or None


def _has_words(cell: Any) -> bool:
    return bool(cell.strip() if isinstance(cell, str) else cell)


def _has_error(errors: Mapping[str, SarabanError], key: str) -> bool:
    return any(path.startswith(f"{key}.") for path in errors)


def _chosen(field: FormField, typed: Typed) -> Any:
    keys = [typed] if isinstance(typed, str) else list(typed)
    keys = [key for key in keys if key]
    known = [option.key for option in field.options]
    if any(key not in known for key in keys) or (len(keys) > 1 and not field.is_many):
        raise UnknownChoice()
    if not keys:
        return None
    return [key for key in known if key in keys] if field.is_many else keys[0]


def _number(field: FormField, line: str) -> int | str:
    text = to_arabic(line).replace("−", "-").replace("\u2013", "-")
    if not _NUMBER.fullmatch(text) or len(text) > 40:
        raise UnreadableNumber(text=line)
    number = Decimal(text.replace(",", ""))
    places = len(text.partition(".")[2].rstrip("0"))
    if places > field.decimals:
        raise NumberNotWhole() if field.decimals == 0 else TooManyDecimals(most=field.decimals)
    least = -LARGEST_NUMBER if field.least is None else field.least
    most = LARGEST_NUMBER if field.most is None else field.most
    if number < least:
        raise NumberTooSmall(least=f"{least:,f}")
    if number > most:
        raise NumberTooLarge(most=f"{most:,f}")
    return int(number) if field.decimals == 0 else f"{number:.{field.decimals}f}"


def _day(field: FormField, day: date) -> str:
    if field.first_on is not None and day < field.first_on:
        raise DayTooEarly(least_text=format_medium(field.first_on))
    if field.last_on is not None and day > field.last_on:
        raise DayTooLate(most_text=format_medium(field.last_on))
    return day.isoformat()


def _short_enough(field: FormField, text: str) -> str | None:
    if len(text) > field.most_letters:
        raise TextTooLong(most=field.most_letters)
    return text or None
