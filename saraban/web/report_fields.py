"""The fields of a report form as a person fills them in, and as they read what was filled in.

A page's form takes them in as `fields = FormField(fields_of(definition))`; the macro
templates/report_forms/fields.html draws them. What is typed is judged by rules.report_values
alone, and its words stand beside the field or the cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from flask_babel import gettext as _
from wtforms import (
    Field,
    FieldList,
    Form as PlainForm,
    FormField as InnerForm,
    RadioField,
    SelectField,
    SelectMultipleField,
    TextAreaField,
)

from saraban import clock
from saraban.rules.report_forms import FieldKind, FormDefinition, FormField
from saraban.rules.report_values import Typed, Values, read_answers, shown
from saraban.web.forms import LineField
from saraban.web.words import day_words, in_digits, said

FIRST_ROWS, ROWS_AT_ONCE = 2, 3
# More options than this are a list to open, not buttons one below the other.
MOST_BUTTONS = 8


class TicksField(SelectMultipleField):
    """Any number of options, each a tick."""


class EvidenceField(Field):
    """Where files are brought: it holds the place, the words and what stands against them.

    The files themselves come another way; how many came is told to ReportFields.counts. pieces
    says in words how many are wanted, limits all that is asked of them, for a place that does
    not say the rest itself.
    """

    data: None

    def __init__(self, *args: Any, pieces: str = "", limits: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pieces = pieces
        self.limits = limits

    def process_formdata(self, valuelist: list[str]) -> None:
        """Nothing is typed here."""


class ReportFields(PlainForm):
    """The fields of one definition. counts: how many pieces of evidence came, by field's key."""

    definition: ClassVar[FormDefinition]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.counts: Mapping[str, int] = {}
        self.values: Values = {}

    @property
    def typed(self) -> dict[str, Typed]:
        """What was typed, by field's key; of a table row by row."""
        return {
            field.key: self[field.key].data or ""
            for field in self.definition.asking
            if not field.is_evidence
        }

    def validate(self, extra_validators: Any = None) -> bool:
        """Read everything into `values`; what stands against a field or a cell stands beside it."""
        read = read_answers(self.definition, self.typed, today=clock.today(), counts=self.counts)
        self.values = read.values
        for field in self:
            field.errors = []
        for path, error in read.errors.items():
            key, *cell = path.split(".")
            field = self[key]
            message = said(error)
            if not cell:
                field.errors = [*field.errors, message]
                continue
            row, column = cell
            inner = field.entries[int(row)].form[column]
            inner.errors = [*inner.errors, message]
            # Not a word: only that something stands against a cell.
            field.errors = [*field.errors, {path: message}]
        return not read.errors


def fields_of(definition: FormDefinition) -> type[ReportFields]:
    """A form class with the definition's fields, each named by its key."""
    fields = {field.key: _field(field) for field in definition.asking}
    return type("FieldsOfForm", (ReportFields,), {**fields, "definition": definition})


def typed_from(definition: FormDefinition, values: Mapping[str, Any]) -> dict[str, Any]:
    """Kept values as a person would type them, to begin a form with."""
    return {
        field.key: _typed(field, values[field.key])
        for field in definition.asking
        if field.key in values
    }


def add_row(fields: ReportFields, key: str) -> None:
    """More empty rows to a table, for a page without scripts; none beyond what it may hold."""
    field = fields.definition.field(key)
    if field is None or field.kind is not FieldKind.TABLE:
        return
    for _row in range(min(ROWS_AT_ONCE, field.most_rows - len(fields[key].entries))):
        fields[key].append_entry()


@dataclass(frozen=True)
class ShownValue:
    """A value in words. rows are the cells of a table, whose columns are heads; is_number asks
    for figures that stand below one another.
    """

    key: str
    label: str
    text: str
    is_number: bool = False
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def shown_values(definition: FormDefinition, values: Mapping[str, Any]) -> tuple[ShownValue, ...]:
    """Every field that is typed, with its value in the person's digits; – where none was given."""
    return tuple(
        _shown(field, values.get(field.key)) for field in definition.asking if not field.is_evidence
    )


def hint_of(field: FormField) -> str:
    """The field's own help, and its limits in words."""
    return " · ".join(filter(None, (field.help, *_limits(field))))


def _shown(field: FormField, value: Any) -> ShownValue:
    if field.kind is not FieldKind.TABLE or not value:
        return ShownValue(
            field.key, field.label, _words(field, value), field.kind is FieldKind.NUMBER
        )
    rows = tuple(
        tuple(_shown(column, row.get(column.key)).text for column in field.columns) for row in value
    )
    heads = tuple(column.label for column in field.columns)
    return ShownValue(field.key, field.label, in_digits(len(rows)), heads=heads, rows=rows)


def _words(field: FormField, value: Any) -> str:
    """One value; words that a person wrote keep their digits as they wrote them."""
    if field.kind is FieldKind.DATE and value is not None:
        return day_words(date.fromisoformat(value))
    text = shown(field, value)
    return text if field.kind is FieldKind.TEXT else in_digits(text)


def _typed(field: FormField, value: Any) -> Any:
    if field.kind is FieldKind.DATE:
        return day_words(date.fromisoformat(value))
    if field.kind is FieldKind.NUMBER:
        return in_digits(f"{Decimal(str(value)):,f}")
    if field.kind is FieldKind.TABLE:
        return [
            {
                column.key: _typed(column, row[column.key])
                for column in field.columns
                if column.key in row
            }
            for row in value
        ]
    return value


def _field(field: FormField, *, is_cell: bool = False) -> Any:
    """The WTForms field; label, hint and what a phone's keyboard needs to know."""
    label = f"{field.label} ({field.unit_word})" if field.unit_word else field.label
    about: dict[str, Any] = {"label": label, "description": hint_of(field)}
    if field.is_required or field.must_bring:
        about["validators"] = [_Must()]
    made: Any
    if field.is_evidence:
        pieces, *rest = _pieces(field)
        about["description"] = field.help
        made = EvidenceField(pieces=pieces, limits=" · ".join((pieces, *rest)), **about)
    elif field.kind is FieldKind.CHOICE:
        made = _choice_field(field, about, is_cell)
    elif field.kind is FieldKind.TABLE:
        row = type("RowOfTable", (PlainForm,), {
            column.key: _field(column, is_cell=True) for column in field.columns
        })  # fmt: skip
        # One more than there may be: enough to say so, however many a program sends.
        made = FieldList(
            InnerForm(row),
            min_entries=min(FIRST_ROWS, field.most_rows),
            max_entries=field.most_rows + 1,
            **about,
        )
    elif field.kind is FieldKind.TEXT and field.is_long:
        made = TextAreaField(**about, render_kw={"rows": 4})
    else:
        keyboard = {
            FieldKind.NUMBER: "decimal" if field.decimals else "numeric",
        }.get(field.kind, "text")
        made = LineField(**about, render_kw={"inputmode": keyboard, "autocomplete": "off"})
    return made


class _Must:
    """Marks a field that must hold something; whether it does is judged by the rules alone."""

    field_flags: ClassVar[dict[str, bool]] = {"must": True}

    def __call__(self, form: Any, field: Any) -> None:
        """Never asked: see ReportFields.validate."""


def _choice_field(field: FormField, about: dict[str, Any], is_cell: bool) -> Any:
    options = {option.key: option.label for option in field.options}
    if field.is_many:
        return TicksField(choices=options, validate_choice=False, **about)
    if is_cell or len(options) > MOST_BUTTONS:
        return SelectField(choices={"": "–", **options}, validate_choice=False, **about)
    return RadioField(choices=options, validate_choice=False, **about)


def _limits(field: FormField) -> list[str]:
    """What a person must know before they fill it in or take the picture."""
    found: list[str] = []
    if field.kind is FieldKind.NUMBER:
        found += _bounds(
            None if field.least is None else f"{field.least:,f}",
            None if field.most is None else f"{field.most:,f}",
        )
        if field.decimals:
            found.append(_("ทศนิยมไม่เกิน %(count)s ตำแหน่ง", count=in_digits(field.decimals)))
    if field.kind is FieldKind.DATE:
        found += _bounds(day_words(field.first_on) or None, day_words(field.last_on) or None)
    if field.is_evidence:
        found += _pieces(field)
    return found


def _bounds(least: str | None, most: str | None) -> list[str]:
    low, high = in_digits(least), in_digits(most)
    if least is not None and most is not None:
        return [_("ตั้งแต่ %(least)s ถึง %(most)s", least=low, most=high)]
    if least is not None:
        return [_("ตั้งแต่ %(least)s ขึ้นไป", least=low)]
    return [] if most is None else [_("ไม่เกิน %(most)s", most=high)]


def _pieces(field: FormField) -> list[str]:
    least, most = in_digits(field.must_bring), in_digits(field.most_count)
    if field.must_bring == field.most_count:
        found = [_("%(count)s ไฟล์", count=most)]
    elif field.must_bring:
        found = [_("%(least)s ถึง %(most)s ไฟล์", least=least, most=most)]
    else:
        found = [_("ไม่เกิน %(most)s ไฟล์", most=most)]
    if field.kind is FieldKind.CLIPS:
        seconds = in_digits(field.longest_seconds)
        found.append(_("คลิปละไม่เกิน %(seconds)s วินาที", seconds=seconds))
    found.append(_("ไฟล์ละไม่เกิน %(size)s MB", size=in_digits(field.largest_mb)))
    if field.kind is FieldKind.PHOTOS:
        found.append(
            _("เก็บตำแหน่งที่ถ่ายไว้ด้วย") if field.asks_location else _("ลบตำแหน่งที่ถ่ายออกก่อนแสดง")
        )
    return found
