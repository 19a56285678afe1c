"""What a new version of a report form changed, and which values go on in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from saraban.rules.report_forms import FieldKind, FormDefinition, FormField, Option
from saraban.rules.report_values import Values, shown


class FormChangeKind(StrEnum):
    """What became of a field."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"
    MOVED = "moved"


THAI_FORM_CHANGE = {
    FormChangeKind.ADDED: "เพิ่มใหม่",
    FormChangeKind.REMOVED: "ตัดออก",
    FormChangeKind.RENAMED: "เปลี่ยนชื่อ",
    FormChangeKind.CHANGED: "เปลี่ยนข้อกำหนด",
    FormChangeKind.MOVED: "ย้ายที่",
}


@dataclass(frozen=True)
class FormChange:
    """One thing that differs: label is the field's newest, before its former one if renamed."""

    change: FormChangeKind
    key: str
    label: str
    before: str = ""


@dataclass(frozen=True)
class CarriedValues:
    """Values that go on in another version, and (label, words) of what has no place there."""

    values: Values
    left_over: tuple[tuple[str, str], ...]


def form_changes(before: FormDefinition, after: FormDefinition) -> tuple[FormChange, ...]:
    """What differs between two versions, in the order of the new one; what went comes last.

    A field is the same one as long as its key is. A field counts as moved when it stands
    elsewhere among those that both versions have.
    """
    found: list[FormChange] = []
    moved = _moved(before, after)
    for field in after.fields:
        old = before.field(field.key)
        if old is None:
            found.append(FormChange(FormChangeKind.ADDED, field.key, field.label))
            continue
        if old.label != field.label:
            found.append(FormChange(FormChangeKind.RENAMED, field.key, field.label, old.label))
        if _asks(old) != _asks(field):
            found.append(FormChange(FormChangeKind.CHANGED, field.key, field.label))
        if field.key in moved:
            found.append(FormChange(FormChangeKind.MOVED, field.key, field.label))
    found += [
        FormChange(FormChangeKind.REMOVED, field.key, field.label)
        for field in before.fields
        if after.field(field.key) is None
    ]
    return tuple(found)


def carried_over(
    before: FormDefinition, after: FormDefinition, values: Mapping[str, Any]
) -> CarriedValues:
    """The values of one version in another: kept where the key is still there and of its kind.

    Nothing is lost: what has no place any more, an option or a column that is gone as well, comes
    back in words for the person to use.
    """
    kept: Values = {}
    left: list[tuple[str, str]] = []
    for field in before.fields:
        if field.key not in values:
            continue
        value, there = values[field.key], after.field(field.key)
        if there is None or there.kind is not field.kind:
            left.append((field.label, shown(field, value)))
            continue
        stays, gone = _fitted(field, there, value)
        if stays is not None:
            kept[field.key] = stays
        if gone:
            left.append((field.label, gone))
    return CarriedValues(kept, tuple(left))


def _fitted(before: FormField, after: FormField, value: Any) -> tuple[Any, str]:
    """(what of the value the newer field can hold, words of the rest)."""
    if after.kind is FieldKind.CHOICE:
        keys = value if isinstance(value, list) else [value]
        there = {option.key for option in after.options}
        stays = [key for key in keys if key in there]
        if not after.is_many:
            stays = stays[:1]
        gone = [key for key in keys if key not in stays]
        kept: Any = stays if after.is_many else next(iter(stays), None)
        return kept or None, shown(before, gone) if gone else ""
    if after.kind is FieldKind.TABLE:
        same = {column.key: column.kind for column in after.columns}
        is_whole = all(same.get(column.key) is column.kind for column in before.columns)
        rows = [{key: cell for key, cell in row.items() if key in same} for row in value]
        return rows, "" if is_whole else shown(before, value)
    return value, ""


def _asks(field: FormField) -> tuple[Any, ...]:
    """All that a field asks beside its label; the words of options count."""
    settings = {name: value for name, value in vars(field).items() if name not in ("key", "label")}
    return tuple((name, _option_words(value)) for name, value in settings.items())


def _option_words(value: Any) -> Any:
    if isinstance(value, tuple) and value and isinstance(value[0], Option):
        return tuple((option.key, option.label) for option in value)
    return value


def _moved(before: FormDefinition, after: FormDefinition) -> set[str]:
    """Keys that both have and that stand in another order, the longest unmoved run left out."""
    old = [field.key for field in before.fields if after.field(field.key)]
    new = [field.key for field in after.fields if before.field(field.key)]
    places = [old.index(key) for key in new]
    best: list[list[int]] = []
    for number, place in enumerate(places):
        runs = [run for run in best[:number] if places[run[-1]] < place]
        best.append([*max(runs, key=len, default=[]), number])
    longest = max(best, key=len, default=[])
    return {key for number, key in enumerate(new) if number not in longest}
