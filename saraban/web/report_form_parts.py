"""The small forms around a report form that is built: begun, headed, added to, published."""

from typing import Any

from flask_babel import gettext as _, lazy_gettext
from wtforms import HiddenField, RadioField, SelectMultipleField, TextAreaField

from saraban.rules.report_form_examples import EXAMPLES
from saraban.rules.report_forms import THAI_FIELD_KIND
from saraban.web.forms import Form, LineField, Required
from saraban.web.words import choices


class BeginForm(Form):
    """What a new form is called, and what it begins with."""

    title = LineField(lazy_gettext("ชื่อแบบรายงาน"))
    example = RadioField(lazy_gettext("เริ่มจาก"), default="")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Titles of the examples are words of the forms themselves, in Thai.
        self.example.choices = {
            "": _("แบบเปล่า"),
            **{key: example.title for key, example in EXAMPLES.items()},
        }


class HeadForm(Form):
    """The form's title and what is said above it."""

    seen = HiddenField()
    title = LineField(lazy_gettext("ชื่อแบบรายงาน"), validators=[Required()])
    intro = TextAreaField(lazy_gettext("คำชี้แจงถึงผู้กรอก"))


class AddForm(Form):
    """The kind of the field to add."""

    kind = RadioField(lazy_gettext("เพิ่มช่อง"), validators=[Required()])
    seen = HiddenField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = choices(THAI_FIELD_KIND)


class PublishForm(Form):
    """What is new, and which duties ask for the new version."""

    seen = HiddenField()
    remark = LineField(lazy_gettext("บอกผู้กรอกว่ามีอะไรใหม่"))
    duties = SelectMultipleField(lazy_gettext("ภารกิจที่ใช้ฉบับใหม่"), validate_choice=False)


class ButtonForm(Form):
    """Nothing but the token of a button."""
