"""What a report form asks: its fields, read strictly from JSON and written back to it.

A definition is {"title": …, "intro": …, "fields": […]}. A field tells its key, its kind, its label
and, beside what every field has, only the settings of its kind (SETTINGS), and of those only what
is not the usual.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from saraban.errors import (
    LeastAboveMost,
    MissingField,
    ReportFormUnreadable,
    SarabanError,
    SettingOutOfRange,
    TextTooLong,
    TooManyFormFields,
    TooManyTableColumns,
    WrongOptions,
)
from saraban.thai.text import clean_line


class FieldKind(StrEnum):
    """What is filled in. A heading asks nothing: it explains."""

    NUMBER = "number"
    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"
    TABLE = "table"
    PHOTOS = "photos"
    CLIPS = "clips"
    FILES = "files"
    HEADING = "heading"


THAI_FIELD_KIND = {
    FieldKind.NUMBER: "จำนวน",
    FieldKind.TEXT: "ข้อความ",
    FieldKind.CHOICE: "ตัวเลือก",
    FieldKind.DATE: "วันที่",
    FieldKind.TABLE: "ตาราง",
    FieldKind.PHOTOS: "ภาพถ่าย",
    FieldKind.CLIPS: "คลิปวิดีโอ",
    FieldKind.FILES: "ไฟล์ PDF",
    FieldKind.HEADING: "หัวข้อและคำอธิบาย",
}

# What is brought as files, not typed.
EVIDENCE_KINDS = frozenset({FieldKind.PHOTOS, FieldKind.CLIPS, FieldKind.FILES})
COLUMN_KINDS = frozenset({FieldKind.NUMBER, FieldKind.TEXT, FieldKind.CHOICE})

MOST_FIELDS, MOST_COLUMNS, MOST_OPTIONS = 60, 8, 40
LONGEST_LABEL, LONGEST_HELP, LONGEST_TITLE, LONGEST_INTRO = 200, 500, 255, 2000
LONGEST_OPTION, LONGEST_UNIT_WORD = 120, 30
LARGEST_NUMBER = Decimal(10) ** 15

# Ends in a digit, so that no key is a word that a form class or a database has for itself.
_KEY = re.compile("[a-z]{1,20}[0-9]{1,4}")


@dataclass(frozen=True)
class Option:
    """One of the answers to choose from: its key stays when its words are put better."""

    key: str
    label: str


@dataclass(frozen=True, kw_only=True)
class FormField:
    """One field. Which settings count depends on its kind: SETTINGS.

    least, most and decimals bound a number, first_on and last_on a day (both inclusive), and
    least_count and most_count the pieces of evidence. longest_seconds is held against the clip
    itself, largest_mb (2 to the 20th power bytes) against the file.
    """

    key: str
    kind: FieldKind
    label: str
    help: str = ""
    is_required: bool = False
    unit_word: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    decimals: int = 0
    is_long: bool = False
    most_letters: int = 300
    options: tuple[Option, ...] = ()
    is_many: bool = False
    first_on: date | None = None
    last_on: date | None = None
    columns: tuple["FormField", ...] = ()
    most_rows: int = 50
    least_count: int = 0
    most_count: int = 10
    longest_seconds: int = 30
    largest_mb: int = 100
    asks_location: bool = False

    @property
    def is_evidence(self) -> bool:
        """Whether files are brought for it."""
        return self.kind in EVIDENCE_KINDS

    @property
    def must_bring(self) -> int:
        """The least number of pieces: a required field without a least count wants one."""
        return max(self.least_count, int(self.is_required)) if self.is_evidence else 0


SETTINGS: dict[FieldKind, tuple[str, ...]] = {
    FieldKind.NUMBER: ("unit_word", "least", "most", "decimals"),
    FieldKind.TEXT: ("is_long", "most_letters"),
    FieldKind.CHOICE: ("options", "is_many"),
    FieldKind.DATE: ("first_on", "last_on"),
    FieldKind.TABLE: ("columns", "most_rows"),
    FieldKind.PHOTOS: ("least_count", "most_count", "largest_mb", "asks_location"),
    FieldKind.CLIPS: ("least_count", "most_count", "longest_seconds", "largest_mb"),
    FieldKind.FILES: ("least_count", "most_count", "largest_mb"),
    FieldKind.HEADING: (),
}
COMMON = ("key", "kind", "label", "help", "is_required")
# Whole numbers: the least and the most that may be set.
RANGES = {
    "decimals": (0, 4),
    "most_letters": (1, 10_000),
    "most_rows": (1, 200),
    "least_count": (0, 50),
    "most_count": (1, 50),
    "longest_seconds": (1, 600),
    "largest_mb": (1, 1024),
}
_PAIRS = (("least", "most"), ("first_on", "last_on"), ("least_count", "most_count"))


@dataclass(frozen=True)
class FormDefinition:
    """A whole form as it is filled in, from top to bottom."""

    title: str
    intro: str = ""
    fields: tuple[FormField, ...] = ()

    def field(self, key: str) -> FormField | None:
        """The field of that key, or None."""
        return next((one for one in self.fields if one.key == key), None)

    @property
    def asking(self) -> tuple[FormField, ...]:
        """The fields that ask something."""
        return tuple(one for one in self.fields if one.kind is not FieldKind.HEADING)


def check_form(form: FormDefinition) -> None:
    """Raises what stands against the definition as a whole, or against one of its fields."""
    _short_enough("title", form.title, LONGEST_TITLE)
    _short_enough("intro", form.intro, LONGEST_INTRO)
    if not form.title.strip():
        raise MissingField(field="title")
    if len(form.fields) > MOST_FIELDS:
        raise TooManyFormFields(field="fields", most=MOST_FIELDS)
    _refuse_double_keys(form.fields)
    for one in form.fields:
        check_field(one)


def check_field(one: FormField) -> None:
    """Raises what stands against one field; `field` of the error names the setting."""
    if not _KEY.fullmatch(one.key):
        raise ReportFormUnreadable(where=one.key, reason="key")
    if not one.label.strip():
        raise MissingField(field="label")
    _short_enough("label", one.label, LONGEST_LABEL)
    _short_enough("help", one.help, LONGEST_HELP)
    _short_enough("unit_word", one.unit_word, LONGEST_UNIT_WORD)
    settings = SETTINGS[one.kind]
    for name in settings:
        if name in RANGES:
            least, most = RANGES[name]
            if not least <= getattr(one, name) <= most:
                raise SettingOutOfRange(field=name, least=least, most=most)
    for low, high in _PAIRS:
        lowest, highest = getattr(one, low), getattr(one, high)
        if low in settings and lowest is not None and highest is not None and lowest > highest:
            raise LeastAboveMost(field=low)
    for name in ("least", "most"):
        bound = getattr(one, name)
        if bound is not None and abs(bound) > LARGEST_NUMBER:
            raise SettingOutOfRange(field=name, least=-LARGEST_NUMBER, most=LARGEST_NUMBER)
    if one.kind is FieldKind.CHOICE:
        _check_options(one.options)
    if one.kind is FieldKind.TABLE:
        _check_columns(one.columns)


def _check_options(options: tuple[Option, ...]) -> None:
    labels = [clean_line(option.label) for option in options]
    keys = {option.key for option in options}
    is_right = (
        2 <= len(options) <= MOST_OPTIONS
        and all(labels)
        and len(set(labels)) == len(keys) == len(options)
        and all(_KEY.fullmatch(key) for key in keys)
    )
    if not is_right:
        raise WrongOptions(field="options", most=MOST_OPTIONS)
    for label in labels:
        _short_enough("options", label, LONGEST_OPTION)


def _check_columns(columns: tuple[FormField, ...]) -> None:
    if not 1 <= len(columns) <= MOST_COLUMNS or {one.kind for one in columns} - COLUMN_KINDS:
        raise TooManyTableColumns(field="columns", most=MOST_COLUMNS)
    _refuse_double_keys(columns)
    for column in columns:
        try:
            check_field(column)
        except SarabanError as error:
            error.field = "columns"
            raise


def _refuse_double_keys(fields: tuple[FormField, ...]) -> None:
    keys = [one.key for one in fields]
    for key in keys:
        if keys.count(key) > 1:
            raise ReportFormUnreadable(where=key, reason="key")


def _short_enough(name: str, text: str, most: int) -> None:
    if len(text) > most:
        raise TextTooLong(field=name, most=most)
