"""A table of letters to be registered together: typed, pasted, or both."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _, lazy_gettext
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    FieldList,
    Form as PlainForm,
    FormField,
    RadioField,
    SelectField,
    TextAreaField,
)

from saraban.desk.batch_registration import MOST_ROWS, BatchLine
from saraban.desk.drafts import LetterDraft
from saraban.desk.registration import Arrival
from saraban.errors import SarabanError, TooManyRows
from saraban.queries.books import open_books
from saraban.rules.letters import CIRCULAR_KINDS, THAI_KIND, THAI_URGENCY, Urgency
from saraban.rules.pasted_rows import COLUMNS, rows_of, without_dittos
from saraban.rules.registers import Numbers, RegisterName
from saraban.thai.text import search_key
from saraban.web.arrival_form import NOTED_CHANNELS
from saraban.web.forms import Form, LineField, Required, ThaiDateField, ThaiTimeField
from saraban.web.session import actor
from saraban.web.words import DIGIT_WORDS, choices, in_digits, said

ROWS = 20
# What a row needs to be a letter; an urgency alone is no letter.
_TYPED = tuple(name for name in COLUMNS if name != "urgency")
# What is wrong with the arrival of a row, by the field that a clerk can change in it.
_FIELD_OF = {"received_on": "dated_on"}


class BatchLineForm(PlainForm):
    """One letter of the pile, in the order of Form 13's columns."""

    printed_number = LineField(lazy_gettext("ที่"))
    dated_on = ThaiDateField(lazy_gettext("ลงวันที่"))
    issuer_text = LineField(lazy_gettext("จาก"))
    addressee_text = LineField(lazy_gettext("ถึง"))
    subject = LineField(lazy_gettext("เรื่อง"))
    urgency = SelectField(lazy_gettext("ชั้นความเร็ว"), default=Urgency.NORMAL.value)
    is_another_arrival = BooleanField(lazy_gettext("มาอีกทางหนึ่ง ลงรับซ้ำเป็นอีกเลข"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.urgency.choices = choices(THAI_URGENCY)


class BatchForm(Form):
    """How the whole pile came, and its letters."""

    received_on = ThaiDateField(lazy_gettext("วันที่รับ"), validators=[Required()])
    received_time = ThaiTimeField(lazy_gettext("เวลารับ"))
    channel = SelectField(lazy_gettext("ทางที่มา"))
    kind = SelectField(lazy_gettext("ชนิดหนังสือ"))
    digits = RadioField(lazy_gettext("ตัวเลขบนตรารับ"))
    register = SelectField(lazy_gettext("ทะเบียน"), default=RegisterName.RECEIVE.value)
    pasted = TextAreaField(lazy_gettext("วางจากตารางคำนวณ"))
    lines = FieldList(FormField(BatchLineForm), min_entries=ROWS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.channel.choices = choices(NOTED_CHANNELS)
        self.kind.choices = choices(
            {key: word for key, word in THAI_KIND.items() if key in CIRCULAR_KINDS}
        )
        self.digits.choices = choices(DIGIT_WORDS)
        self.register.choices = choices(
            {book.code: book.name_th for book in open_books(actor(), Numbers.RECEIPTS)}
        )
        for number, line in enumerate(self.lines, 1):
            for field in line.form:
                # In the list of what is wrong, and to who hears the page, the row tells which.
                field.label.text = _(
                    "แถว %(row)s %(column)s", row=in_digits(number), column=field.label.text
                )

    def filled_rows(self) -> list[int]:
        """The places in the table of the rows that hold a letter."""
        return [
            place
            for place, line in enumerate(self.lines)
            if any(_typed(line.form[name]) for name in _TYPED)
        ]

    def arrival(self) -> Arrival:
        """How the pile came; for a form whose head was found good."""
        return Arrival(
            received_on=self.received_on.value,
            received_time=self.received_time.data,
            channel=self.channel.data,
            digits=self.digits.data,
            register=self.register.data,
        )

    def batch(self) -> list[BatchLine]:
        """The letters of the filled rows; a day that cannot be read is left out."""
        return [self._line(self.lines[place].form) for place in self.filled_rows()]

    def _line(self, row: Any) -> BatchLine:
        return BatchLine(
            LetterDraft(
                kind=self.kind.data,
                subject=row.subject.data,
                addressee_text=row.addressee_text.data,
                dated_on=row.dated_on.data,
                urgency=row.urgency.data,
            ),
            printed_number=row.printed_number.data,
            issuer_text=row.issuer_text.data,
            is_another_arrival=row.is_another_arrival.data,
        )

    def refuse_rows(self, refusals: Mapping[int, SarabanError]) -> None:
        """Put each refusal beside its row; its key is the letter's place among the filled ones."""
        places = self.filled_rows()
        for letter, error in refusals.items():
            row = self.lines[places[letter]].form
            name = _FIELD_OF.get(error.field or "", error.field)
            field = row[name] if name in row._fields else row.printed_number
            if not field.errors:
                field.errors = [said(error)]


def with_pasted(sent: MultiDict[str, str]) -> MultiDict[str, str]:
    """What was sent, the pasted rows put below the typed ones, ditto signs put out in full.

    Raises TooManyRows, for a paste that no table here can hold.
    """
    rows = _sent_rows(sent)
    while rows and not any(rows[-1].get(name, "").strip() for name in _TYPED):
        rows.pop()
    pasted = rows_of(sent.get("pasted", ""))
    if len(rows) + len(pasted) > MOST_ROWS:
        raise TooManyRows(field="pasted", most=MOST_ROWS)
    rows += [row | {"urgency": _urgency(row.get("urgency", ""))} for row in pasted]
    full = MultiDict(
        (name, value)
        for name, value in sent.items(multi=True)
        if not name.startswith("lines-") and name != "pasted"
    )
    for place, row in enumerate(without_dittos(rows)):
        for column, value in row.items():
            full.add(f"lines-{place}-{column}", value)
    return full


def _sent_rows(sent: MultiDict[str, str]) -> list[dict[str, str]]:
    """The table's cells by column, row by row, blank rows between them kept."""
    cells: dict[int, dict[str, str]] = {}
    for name, value in sent.items():
        _lines, _dash, rest = name.partition("lines-")
        place, dash, column = rest.partition("-")
        if dash and place.isdecimal() and int(place) < MOST_ROWS:
            cells.setdefault(int(place), {})[column] = value
    return [cells.get(place, {}) for place in range(max(cells, default=-1) + 1)]


_URGENCY_OF_WORD = {search_key(word): str(code) for code, word in THAI_URGENCY.items()}


def _urgency(word: str) -> str:
    """The code of an urgency's Thai word; normal for any other word."""
    return _URGENCY_OF_WORD.get(search_key(word), Urgency.NORMAL.value)


def _typed(field: Any) -> str:
    """What stands in a cell, also where it could not be read."""
    typed = getattr(field, "typed", None)
    return str(field.data or "" if typed is None else typed).strip()
