"""Forms: Thai dates, times and files as fields, and a desk's refusal put where it belongs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from typing import Any

from flask import request
from flask_babel import gettext
from flask_wtf import FlaskForm
from markupsafe import Markup
from wtforms import (
    Field,
    Form as PlainForm,
    IntegerField,
    MultipleFileField,
    SelectMultipleField,
    StringField,
    ValidationError,
)
from wtforms.validators import StopValidation

from saraban import clock
from saraban.desk.filing import NewFile, check_sizes
from saraban.errors import N_, NotFound, Refused, SarabanError
from saraban.paper.file_kinds import kind_of
from saraban.rules.days_of_month import LAST, read_days
from saraban.thai.dates import parse_date, parse_time
from saraban.thai.digits import to_arabic
from saraban.web.words import day_words, in_digits, said

_WORDS_OF_WTFORMS = {
    "Not a valid choice.": N_("โปรดเลือกข้อใดข้อหนึ่ง"),
    "Not a valid choice": N_("โปรดเลือกข้อใดข้อหนึ่ง"),
    "Not a valid integer value.": N_("โปรดกรอกเป็นจำนวนเต็ม"),
    "Not a valid integer value": N_("โปรดกรอกเป็นจำนวนเต็ม"),
}


class _Translations:
    """WTForms' own few messages in our words."""

    def gettext(self, text: str) -> str:
        return str(gettext(_WORDS_OF_WTFORMS.get(text, text)))

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.gettext(one if count == 1 else many)


class Form(FlaskForm):
    """Every form of the pages: a CSRF token, Thai messages, what was typed kept."""

    class Meta(FlaskForm.Meta):
        """What WTForms asks of a form class."""

        def get_translations(self, form: Any) -> _Translations:
            """Our words instead of WTForms' catalogues, which know no Thai."""
            return _Translations()

    @property
    def refusals(self) -> list[tuple[str, str, str]]:
        """(id, label, message) of each refused field, those of lists of fields included."""
        return list(_refusals(self))

    @property
    def is_refused(self) -> bool:
        """Whether anything stands against sending it as it is."""
        return any(self.errors.values()) or bool(self.form_errors)


def _refusals(fields: Iterable[Field]) -> Iterator[tuple[str, str, str]]:
    for field in fields:
        inner = getattr(field, "form", None) if field.type == "FormField" else None
        if inner is not None or field.type == "FieldList":
            yield from _refusals(field if inner is None else inner)
        if inner is not None:
            continue  # its errors are those of the fields in it, which are told
        for message in field.errors:
            if isinstance(message, str):
                yield field.id, str(field.label.text), message


class Required:
    """The field must hold something; an unreadable value keeps its own message."""

    # A flag that browsers and macros read; no native check, the messages are ours.
    field_flags = {"must": True}

    def __call__(self, form: PlainForm, field: Field) -> None:
        """Stop at an empty field, or at one that could not be read."""
        if field.errors:
            raise StopValidation()
        is_blank = isinstance(field.data, str) and not field.data.strip()
        if field.data is None or field.data == [] or is_blank:
            raise StopValidation(gettext(N_("โปรดกรอกช่องนี้")))


class LineField(StringField):
    """One line of text; nothing typed is an empty text, never None."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take the text as typed."""
        self.data = valuelist[0] if valuelist else ""


class NumberField(IntegerField):
    """A whole number typed in Thai or Arabic digits."""

    widget = StringField.widget  # a browser's number field takes no Thai digits

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it as if typed in Arabic digits."""
        super().process_formdata([to_arabic(text) for text in valuelist])


class _ReadField(Field):
    """A text field whose value is read from Thai writing; what was typed is kept."""

    widget = StringField.widget
    data: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.typed: str | None = None

    def _value(self) -> str:
        if self.typed is not None:
            return self.typed
        return "" if self.data is None else self.write(self.data)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the text; a refusal becomes the field's own error."""
        if not valuelist:
            return
        self.typed = valuelist[0]
        self.data = None
        if self.typed.strip():
            try:
                self.data = self.read(self.typed)
            except SarabanError as error:
                raise ValueError(said(error)) from None

    def read(self, text: str) -> Any:
        """The value that the text means."""
        raise NotImplementedError

    def write(self, value: Any) -> str:
        """The value as the person would type it."""
        raise NotImplementedError


class ThaiDateField(_ReadField):
    """A day in any form that Thai offices write; a day and month alone are of this year."""

    data: date | None

    @property
    def value(self) -> date:
        """The day of a field that is required and was found good."""
        assert self.data is not None
        return self.data

    def read(self, text: str) -> date:
        """See saraban.thai.dates.parse_date."""
        return parse_date(text, today=clock.today())

    def write(self, value: date) -> str:
        """With the full year, in the person's digits."""
        return day_words(value)


class ThaiTimeField(_ReadField):
    """A time of day, ๑๓.๓๐ or 13:30."""

    data: time | None

    def read(self, text: str) -> time:
        """See saraban.thai.dates.parse_time; the bare hour and minute need no น."""
        return parse_time(text)

    def write(self, value: time) -> str:
        """Hours and minutes with a full stop."""
        return in_digits(f"{value:%H.%M}")


class MonthDaysField(_ReadField):
    """Days of a month, ๑, ๑๕; -1 is the last one. Nothing typed is none."""

    data: tuple[int, ...] | None

    def read(self, text: str) -> tuple[int, ...]:
        """See saraban.rules.days_of_month.read_days."""
        return read_days(text)

    def write(self, value: tuple[int, ...]) -> str:
        """In the person's digits, with commas."""
        last = gettext(N_("สิ้นเดือน"))
        return ", ".join(last if place == LAST else in_digits(place) for place in value)


class AnyOfThePage(SelectMultipleField):
    """Ticks whose choices are what stood on the page: the desk looks at each."""

    def pre_validate(self, form: Any) -> None:
        """Every uid may be asked for; what may not be chosen is refused by the desk."""


class FilesField(MultipleFileField):
    """Files told by their content; data is a list of NewFile in the role given.

    A browser does not send a chosen file twice: `names` lists what must be chosen again when
    the form comes back.
    """

    data: list[NewFile]

    def __init__(self, *args: Any, role: str = "letter", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.role = role
        self.names: list[str] = []

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Read each file and tell its kind; a refusal names the file."""
        uploads = [upload for upload in valuelist if getattr(upload, "filename", "")]
        self.names = [base_name(upload.filename) for upload in uploads]
        self.data = []
        for upload, name in zip(uploads, self.names, strict=True):
            content = upload.read()
            try:
                kind = kind_of(content, name)
                file = NewFile(name, content, kind.media_type, self.role)
                check_sizes([file])
            except SarabanError as error:
                raise ValueError(said(error)) from None
            self.data.append(file)


def base_name(name: str) -> str:
    """The file's own name without folders or characters that no name needs."""
    base = re.split(r"[/\\]", name)[-1]
    return "".join(letter for letter in base if letter.isprintable()).strip()[-120:] or "file"


def refuse(form: Form, error: SarabanError) -> None:
    """Put a desk's refusal beside its field, or on top of the form when it has none.

    What was not found, and what the person may never do, is a page of its own: raised again.
    """
    if error.field is None and isinstance(error, NotFound | Refused):
        raise error
    field = form[error.field] if error.field is not None and error.field in form else None
    if field is None:
        form.form_errors.append(said(error))
    else:
        field.errors = [*field.errors, said(error)]


def refuse_with(form: Form, message: str | Markup) -> None:
    """Put a message of the page's own on top of the form."""
    form.form_errors.append(message)


def refused_or_fresh(refused: Form | None, form_class: type[Form], **values: Any) -> Any:
    """The form that was refused where it is of this class; else a fresh one with these values."""
    if isinstance(refused, form_class):
        return refused
    return form_class(formdata=None, data=values)


def sent(form: Form) -> bool:
    """Whether this request sends the form and all its fields can be read."""
    return request.method == "POST" and bool(form.validate())


def whole(text: str | None) -> int:
    """The number that a page's hidden field holds: a version, a place; 0 for none."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


__all__ = [
    "FilesField",
    "Form",
    "LineField",
    "MonthDaysField",
    "NumberField",
    "Required",
    "ThaiDateField",
    "ThaiTimeField",
    "ValidationError",
    "base_name",
    "refuse",
    "refuse_with",
    "sent",
    "whole",
]
