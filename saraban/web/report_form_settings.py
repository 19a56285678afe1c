"""The settings of one field of a report form, as they are typed while it is built."""

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from flask_babel import lazy_gettext
from wtforms import (
    BooleanField,
    FieldList,
    Form as PlainForm,
    FormField as InnerForm,
    HiddenField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Optional

from saraban.errors import N_, UnreadableNumber
from saraban.rules.report_form_editing import free_key, options_from
from saraban.rules.report_forms import (
    COLUMN_KINDS,
    MOST_COLUMNS,
    RANGES,
    SETTINGS,
    THAI_FIELD_KIND,
    FieldKind,
    FormDefinition,
    FormField,
)
from saraban.thai.digits import to_arabic
from saraban.thai.text import clean_line
from saraban.web.forms import Form, LineField, NumberField, Required, ThaiDateField
from saraban.web.words import choices, in_digits, said

SPARE_COLUMNS = 2


class BoundField(StringField):
    """A number or nothing, in Thai or Arabic digits."""

    data: Any

    def _value(self) -> str:
        if isinstance(self.data, Decimal):
            return in_digits(f"{self.data:,f}")
        return str(self.raw_data[0]) if self.raw_data else ""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it; what cannot be read is said beside it."""
        text = to_arabic(clean_line(valuelist[0] if valuelist else "")).replace(",", "")
        self.data = None
        if text:
            try:
                self.data = Decimal(text)
            except InvalidOperation:
                raise ValueError(said(UnreadableNumber(text=valuelist[0]))) from None


class CountField(NumberField):
    """A whole number, shown in the person's digits; blank is what is usual."""

    def _value(self) -> str:
        return in_digits(super()._value())


class ColumnForm(PlainForm):
    """A column of a table; without a name it is none."""

    key = HiddenField()
    label = LineField(lazy_gettext("ชื่อคอลัมน์"))
    kind = SelectField(lazy_gettext("ชนิด"))
    unit_word = LineField(lazy_gettext("หน่วยนับ"))
    options = TextAreaField(lazy_gettext("ตัวเลือก บรรทัดละข้อ"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = (FieldKind.TEXT, FieldKind.NUMBER, FieldKind.CHOICE)
        self.kind.choices = choices({kind: THAI_FIELD_KIND[kind] for kind in kinds})
        for name in ("label", "unit_word", "options"):
            self[name].flags.must_not_say = True


class FieldForm(Form):
    """What is set of one field; only what its kind has. seen is the seq of the form before one."""

    seen = HiddenField()
    label = LineField(lazy_gettext("คำถามหรือชื่อช่อง"), validators=[Required()])
    help = LineField(lazy_gettext("คำอธิบาย"))
    is_required = BooleanField(lazy_gettext("ต้องกรอก"))
    unit_word = LineField(lazy_gettext("หน่วยนับ"))
    least = BoundField(lazy_gettext("ค่าน้อยสุด"))
    most = BoundField(lazy_gettext("ค่ามากสุด"))
    decimals = CountField(lazy_gettext("ทศนิยมกี่ตำแหน่ง"), validators=[Optional()])
    is_long = BooleanField(lazy_gettext("เขียนได้หลายบรรทัด"))
    most_letters = CountField(lazy_gettext("ยาวไม่เกินกี่ตัวอักษร"), validators=[Optional()])
    options = TextAreaField(lazy_gettext("ตัวเลือก บรรทัดละข้อ"))
    is_many = BooleanField(lazy_gettext("เลือกได้หลายข้อ"))
    first_on = ThaiDateField(lazy_gettext("วันแรกที่ตอบได้"))
    last_on = ThaiDateField(lazy_gettext("วันสุดท้ายที่ตอบได้"))
    columns = FieldList(
        InnerForm(ColumnForm), lazy_gettext("คอลัมน์"), max_entries=MOST_COLUMNS + SPARE_COLUMNS
    )
    most_rows = CountField(lazy_gettext("ไม่เกินกี่แถว"), validators=[Optional()])
    least_count = CountField(lazy_gettext("อย่างน้อยกี่ไฟล์"), validators=[Optional()])
    most_count = CountField(lazy_gettext("ไม่เกินกี่ไฟล์"), validators=[Optional()])
    longest_seconds = CountField(lazy_gettext("คลิปละไม่เกินกี่วินาที"), validators=[Optional()])
    largest_mb = CountField(lazy_gettext("ไฟล์ละไม่เกินกี่ MB"), validators=[Optional()])
    asks_location = BooleanField(lazy_gettext("เก็บตำแหน่งที่ถ่ายภาพ"))

    def __init__(self, kind: FieldKind, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        for name in {name for names in SETTINGS.values() for name in names} - {*SETTINGS[kind]}:
            del self[name]
        if kind is FieldKind.HEADING:
            del self["is_required"]
        for name in RANGES:
            if name in self:
                # Blank is what is usual: no word of its being optional is needed.
                self[name].flags.must_not_say = True

    @property
    def settings(self) -> tuple[Any, ...]:
        """The fields of the kind's own settings but its columns, in their order."""
        names = [name for name in SETTINGS[self.kind] if name not in ("columns", "options")]
        return tuple(self[name] for name in names)


# What the builder says of a kind whose name alone does not tell.
HINTS = {
    FieldKind.PHOTOS: N_("ถ่ายจากโทรศัพท์หรือเลือกจากเครื่อง"),
    FieldKind.CLIPS: N_("ความยาววัดจากไฟล์จริง"),
    FieldKind.TABLE: N_("ผู้ตอบเพิ่มแถวได้เอง"),
}


def settings_form(field: FormField, *, seq: int, is_typed: bool) -> FieldForm:
    """The settings of a field: as they are kept, or as they were just typed."""
    prefix = f"{field.key}-"
    if is_typed:
        return FieldForm(field.kind, prefix=prefix)
    form = FieldForm(field.kind, prefix=prefix, formdata=None, data={**_kept(field), "seen": seq})
    if "columns" in form:
        for _spare in range(min(SPARE_COLUMNS, MOST_COLUMNS - len(field.columns))):
            form.columns.append_entry()
    return form


def field_as_typed(
    before: FormField, form: FieldForm, *, published: tuple[FormDefinition, ...]
) -> FormField:
    """The field with the settings that were typed; a number left blank is the usual one.

    Options and columns keep their keys; keys of published versions are not given anew.
    """
    earlier = [one for version in published if (one := version.field(before.key)) is not None]
    given: dict[str, Any] = {
        "label": clean_line(form.label.data or ""),
        "help": clean_line(form.help.data or ""),
    }
    if "is_required" in form:
        given["is_required"] = form.is_required.data
    for name in SETTINGS[before.kind]:
        if name == "options":
            used = [option.key for one in earlier for option in one.options]
            given[name] = options_from(form.options.data or "", before.options, used=used)
        elif name == "columns":
            given[name] = _columns(before, form, earlier)
        elif form[name].data is not None:
            given[name] = form[name].data
    if "unit_word" in given:
        given["unit_word"] = clean_line(given["unit_word"])
    return FormField(key=before.key, kind=before.kind, **given)


def _kept(field: FormField) -> dict[str, Any]:
    return {
        **{name: getattr(field, name) for name in SETTINGS[field.kind]},
        "label": field.label,
        "help": field.help,
        "is_required": field.is_required,
        "options": "\n".join(option.label for option in field.options),
        "columns": [
            {
                "key": column.key,
                "label": column.label,
                "kind": column.kind.value,
                "unit_word": column.unit_word,
                "options": "\n".join(option.label for option in column.options),
            }
            for column in field.columns
        ],
    }


def _columns(before: FormField, form: FieldForm, earlier: list[FormField]) -> tuple[FormField, ...]:
    """The named columns; one of another kind than it was is a new one."""
    known = {column.key: column for column in before.columns}
    taken = [*known, *(column.key for one in earlier for column in one.columns)]
    found: list[FormField] = []
    for entry in form.columns.entries:
        typed = entry.form
        label = clean_line(typed.label.data or "")
        kind = FieldKind(typed.kind.data) if typed.kind.data in COLUMN_KINDS else FieldKind.TEXT
        if not label:
            continue
        old = known.get(typed.key.data or "")
        if old is None or old.kind is not kind:
            old = FormField(key=free_key(taken, kind.value), kind=kind, label=label)
            taken.append(old.key)
        settings: dict[str, Any] = {}
        if kind is FieldKind.NUMBER:
            settings = {"unit_word": clean_line(typed.unit_word.data or "")}
        if kind is FieldKind.CHOICE:
            settings = {"options": options_from(typed.options.data or "", old.options)}
        found.append(replace(old, label=label, **settings))
    return tuple(found)
