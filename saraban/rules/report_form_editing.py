"""One step of building a report form: a field added, put otherwise, moved or taken away."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from saraban.errors import ReportFormNotFound, TooManyFormFields
from saraban.rules.report_forms import (
    MOST_FIELDS,
    FieldKind,
    FormDefinition,
    FormField,
    Option,
    check_field,
    check_form,
)
from saraban.thai.text import clean_line

FIRST_LABELS = {
    FieldKind.NUMBER: "จำนวน",
    FieldKind.TEXT: "ข้อความ",
    FieldKind.CHOICE: "เลือก",
    FieldKind.DATE: "วันที่",
    FieldKind.TABLE: "ตาราง",
    FieldKind.PHOTOS: "ภาพถ่าย",
    FieldKind.CLIPS: "คลิปวิดีโอ",
    FieldKind.FILES: "เอกสาร",
    FieldKind.HEADING: "หัวข้อ",
}


def with_new_field(
    form: FormDefinition, kind: FieldKind, *, published: Iterable[FormDefinition] = ()
) -> tuple[FormDefinition, str]:
    """(the form with a field of that kind at its end, the new field's key).

    It is a field that could be filled in at once. A key that a published version has or had is
    not used again: what was answered to one question never stands under another. Raises
    TooManyFormFields.
    """
    if len(form.fields) >= MOST_FIELDS:
        raise TooManyFormFields(most=MOST_FIELDS)
    key = free_key([field.key for one in (form, *published) for field in one.fields], kind.value)
    settings: dict[str, Any] = {}
    if kind is FieldKind.CHOICE:
        settings["options"] = (Option("option1", "ใช่"), Option("option2", "ไม่ใช่"))
    if kind is FieldKind.TABLE:
        settings["columns"] = (
            FormField(key="text1", kind=FieldKind.TEXT, label="รายการ"),
            FormField(key="number1", kind=FieldKind.NUMBER, label="จำนวน"),
        )
    if kind is FieldKind.CLIPS:
        settings["most_count"] = 1
    field = FormField(key=key, kind=kind, label=FIRST_LABELS[kind], **settings)
    return replace(form, fields=(*form.fields, field)), key


def with_field(form: FormDefinition, changed: FormField) -> FormDefinition:
    """The form with the field of that key as it is given. Raises what check_field does."""
    _place(form, changed.key)
    check_field(changed)
    return replace(
        form,
        fields=tuple(changed if one.key == changed.key else one for one in form.fields),
    )


def with_head(form: FormDefinition, *, title: str, intro: str) -> FormDefinition:
    """The form under another title and explanation. Raises MissingField, TextTooLong."""
    headed = replace(form, title=clean_line(title), intro=intro.strip())
    check_form(headed)
    return headed


def with_field_moved(form: FormDefinition, key: str, step: int) -> FormDefinition:
    """The field one place up (-1) or down (1); at the end of the way it stays."""
    at = _place(form, key)
    to = min(max(at + step, 0), len(form.fields) - 1)
    fields = list(form.fields)
    fields.insert(to, fields.pop(at))
    return replace(form, fields=tuple(fields))


def without_field(form: FormDefinition, key: str) -> FormDefinition:
    """The form without that field."""
    at = _place(form, key)
    return replace(form, fields=form.fields[:at] + form.fields[at + 1 :])


def options_from(
    lines: str, before: tuple[Option, ...], *, used: Iterable[str] = ()
) -> tuple[Option, ...]:
    """Options out of lines; one whose words were there keeps its key. used are keys not to give.

    Where as many lines as before were typed, a line whose words are new is the option that stood
    there, put otherwise: so what was answered with it keeps its meaning.
    """
    labels = [label for label in map(clean_line, lines.splitlines()) if label]
    known = {option.label: option.key for option in before}
    keys: list[str | None] = [known.get(label) for label in labels]
    if len(labels) == len(before):
        for number, option in enumerate(before):
            if keys[number] is None and option.key not in keys:
                keys[number] = option.key
    taken = (
        [key for key in keys if key is not None] + [option.key for option in before] + list(used)
    )
    found = []
    for label, key in zip(labels, keys, strict=True):
        if key is None:
            key = free_key(taken, "option")
            taken.append(key)
        found.append(Option(key, label))
    return tuple(found)


def free_key(taken: list[str], stem: str) -> str:
    """A key that is not taken; higher than any that was, so that no old value is mistaken."""
    numbers = [
        int(found[1]) for key in taken if (found := re.fullmatch(f"{stem}([0-9]{{1,4}})", key))
    ]
    return f"{stem}{max(numbers, default=0) + 1}"


def _place(form: FormDefinition, key: str) -> int:
    for number, field in enumerate(form.fields):
        if field.key == key:
            return number
    raise ReportFormNotFound(uid=key)
