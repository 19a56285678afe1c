"""A report form as text: read strictly from JSON, and written back to it, always the same way.

A definition is {"title": …, "intro": …, "fields": […]}. A field tells its key, its kind, its label
and, beside what every field has, only the settings of its kind (SETTINGS), and of those only what
is not the usual.
"""

import json
from dataclasses import fields as parts_of
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from saraban.errors import ReportFormUnreadable, SarabanError
from saraban.rules.audit import canonical
from saraban.rules.report_forms import (
    COMMON,
    RANGES,
    SETTINGS,
    FieldKind,
    FormDefinition,
    FormField,
    Option,
    check_form,
)

_Kind = TypeVar("_Kind")


def parse_form(text: str) -> FormDefinition:
    """The definition that a stored text holds. Raises ReportFormUnreadable with the place."""
    try:
        told = json.loads(text)
    except ValueError:
        raise ReportFormUnreadable(where="JSON", reason="-") from None
    if not isinstance(told, dict) or set(told) - {"title", "intro", "fields"}:
        raise ReportFormUnreadable(where="JSON", reason="title, intro, fields")
    rows = told.get("fields", [])
    if not isinstance(rows, list):
        raise ReportFormUnreadable(where="fields", reason="[…]")
    found = FormDefinition(
        _as(str, told.get("title", ""), "title"),
        _as(str, told.get("intro", ""), "intro"),
        tuple(_field(row, f"fields[{number}]") for number, row in enumerate(rows)),
    )
    try:
        check_form(found)
    except ReportFormUnreadable:
        raise
    except SarabanError as error:
        raise ReportFormUnreadable(where=error.field or "fields", reason=error.text_th) from None
    return found


def form_text(form: FormDefinition) -> str:
    """The canonical JSON of a definition; parse_form reads it back."""
    return canonical(
        {"title": form.title, "intro": form.intro, "fields": [*map(_plain, form.fields)]}
    )


def _plain(one: FormField) -> dict[str, Any]:
    """A field as JSON holds it: what every field has, and its settings that are not the usual."""
    told: dict[str, Any] = {"key": one.key, "kind": one.kind.value, "label": one.label}
    for part in parts_of(FormField):
        value = getattr(one, part.name)
        if part.name in told or value == part.default:
            continue
        if part.name not in COMMON and part.name not in SETTINGS[one.kind]:
            continue
        told[part.name] = _plain_value(value)
    return told


def _plain_value(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [
            _plain(one) if isinstance(one, FormField) else {"key": one.key, "label": one.label}
            for one in value
        ]
    return value


def _field(row: Any, where: str) -> FormField:
    row = _as(dict, row, where)
    try:
        kind = FieldKind(row.get("kind"))
    except ValueError:
        raise ReportFormUnreadable(where=f"{where}.kind", reason=str(row.get("kind"))) from None
    known = {*COMMON, *SETTINGS[kind]}
    for name in row:
        if name not in known:
            raise ReportFormUnreadable(where=f"{where}.{name}", reason=kind.value)
    given = {name: _setting(name, value, f"{where}.{name}") for name, value in row.items()}
    given |= {name: "" for name in ("key", "label") if name not in given}
    return FormField(**(given | {"kind": kind}))


def _setting(name: str, value: Any, where: str) -> Any:
    """A setting's value out of JSON, of the type that the field has."""
    if name in RANGES:
        return _as(int, value, where)
    if name.startswith(("is_", "asks_")):
        return _as(bool, value, where)
    if name == "columns":
        return tuple(_field(row, f"{where}[]") for row in _as(list, value, where))
    if name == "options":
        return tuple(_option(row, f"{where}[]") for row in _as(list, value, where))
    text = _as(str, value, where)
    try:
        if name in ("first_on", "last_on"):
            return date.fromisoformat(text)
        if name in ("least", "most"):
            bound = Decimal(text)
            if not bound.is_finite():
                raise ValueError
            return bound
    except (ValueError, InvalidOperation):
        raise ReportFormUnreadable(where=where, reason=text) from None
    return text


def _option(row: Any, where: str) -> Option:
    row = _as(dict, row, where)
    if set(row) != {"key", "label"}:
        raise ReportFormUnreadable(where=where, reason="key, label")
    return Option(_as(str, row["key"], where), _as(str, row["label"], where))


def _as(kind: type[_Kind], value: Any, where: str) -> _Kind:
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ReportFormUnreadable(where=where, reason=kind.__name__)
    return value
