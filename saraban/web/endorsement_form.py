"""A note as it is typed: words, whom it names, by when; and what the writer had before them."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import IntegerField, SelectField, SelectMultipleField, TextAreaField
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from saraban import clock
from saraban.desk.endorsement import Assignment, DeskNamed
from saraban.queries.endorsements import EndorsementLine
from saraban.queries.order_choices import desk_choices
from saraban.web.forms import Form, LineField, ThaiDateField
from saraban.web.session import actor


class NoteForm(Form):
    """One form for every kind of note; the button that was pressed says which."""

    text = TextAreaField(lazy_gettext("ข้อความ"))
    responsible = SelectField(lazy_gettext("ผู้รับผิดชอบหลัก"), default="")
    others = SelectMultipleField(
        lazy_gettext("ผู้เกี่ยวข้องอื่น"),
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
    )
    due_on = ThaiDateField(lazy_gettext("ให้เสร็จภายในวันที่"))
    seen = IntegerField(widget=HiddenInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        desks = {one.key: one.name for one in desk_choices(actor(), on=clock.today())}
        self.responsible.choices = {"": "—"} | desks
        self.others.choices = desks
        self.text.flags.must_not_say = True

    @property
    def assignment(self) -> Assignment | None:
        """Whom the note names, or None when it names nobody and sets no day."""
        others = [key for key in self.others.data or () if key != self.responsible.data]
        if not (self.responsible.data or others or self.due_on.data):
            return None
        return Assignment(
            desk_named(self.responsible.data) if self.responsible.data else None,
            tuple(desk_named(key) for key in others),
            self.due_on.data,
        )

    def show(self, note_count: int) -> None:
        """Note how many notes the page shows, also on a page that comes again."""
        self.seen.data, self.seen.raw_data = note_count, None


class WithdrawForm(Form):
    """Why a note is taken back."""

    reason = LineField(lazy_gettext("เหตุผลที่ถอน"))


class DoneForm(Form):
    """A line about what was done."""

    words = LineField(lazy_gettext("ผลการดำเนินการ"))


def desk_named(key: str) -> DeskNamed:
    """The desk behind a choice's key."""
    what, _colon, uid = key.partition(":")
    return DeskNamed(person_uid=uid) if what == "person" else DeskNamed(unit_uid=uid)


def assignment_of(proposal: EndorsementLine) -> Assignment | None:
    """Whom a proposal named and by when, to be ordered as it stands."""
    named = [
        DeskNamed(person_uid=desk.person_uid) if desk.person_uid else DeskNamed(desk.unit_uid)
        for desk in proposal.desks
    ]
    return Assignment(named[0], tuple(named[1:]), proposal.due_on) if named else None
