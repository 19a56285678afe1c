"""The form of a letter being written: what is typed to a DraftText, and back."""

from dataclasses import fields
from typing import Any

from flask_babel import lazy_gettext
from wtforms import (
    BooleanField,
    FieldList,
    FormField,
    HiddenField,
    SelectField,
    TextAreaField,
)

from saraban.rules.drafts import CLOSINGS, SALUTATIONS, DraftPoint, DraftText
from saraban.rules.letters import CIRCULAR_KINDS, THAI_KIND, THAI_URGENCY
from saraban.rules.permissions import THAI_MANNER
from saraban.web.forms import Form, LineField, ThaiDateField
from saraban.web.letter_form import FIRST_POINTS, MOST_POINTS, PointForm
from saraban.web.words import choices

_NEEDED_IN_THE_END = (
    "subject", "addressee_text", "cause", "purpose", "conclusion", "signatory_name",
    "signatory_position", "owner_section", "contact",
)  # fmt: skip


class DraftForm(Form):
    """Everything that a letter says, in the order of the forms; nothing must be filled in yet."""

    kind = SelectField(lazy_gettext("ชนิดหนังสือ"))
    urgency = SelectField(lazy_gettext("ชั้นความเร็ว"))
    dated_on = ThaiDateField(lazy_gettext("ลงวันที่"))
    issuer = TextAreaField(lazy_gettext("ส่วนราชการเจ้าของหนังสือ"))
    subject = LineField(lazy_gettext("เรื่อง"))
    salutation = SelectField(lazy_gettext("คำขึ้นต้น"))
    addressee_text = LineField(lazy_gettext("ถึงใคร (หลังคำขึ้นต้น)"))
    references = TextAreaField(lazy_gettext("อ้างถึง"))
    enclosures = TextAreaField(lazy_gettext("สิ่งที่ส่งมาด้วย"))
    cause = TextAreaField(lazy_gettext("ภาคเหตุ"))
    purpose = TextAreaField(lazy_gettext("ภาคความประสงค์"))
    points = FieldList(FormField(PointForm), min_entries=FIRST_POINTS, max_entries=MOST_POINTS)
    conclusion = TextAreaField(lazy_gettext("ภาคสรุป"))
    closing = SelectField(lazy_gettext("คำลงท้าย"))
    signatory_name = LineField(lazy_gettext("ผู้ลงนาม"))
    signatory_position = LineField(lazy_gettext("ตำแหน่งผู้ลงนาม"))
    acting = SelectField(lazy_gettext("ลงนามแทน"))
    acting_post = LineField(lazy_gettext("ตำแหน่งที่แทน"))
    owner_section = TextAreaField(lazy_gettext("ส่วนราชการเจ้าของเรื่อง"))
    contact = TextAreaField(lazy_gettext("โทร. และการติดต่อ"))
    copy_to = TextAreaField(lazy_gettext("สำเนาส่ง"))
    relay_phrase = LineField(lazy_gettext("ให้หน่วยผู้รับแจ้งต่อถึง"))
    has_thai_digits = BooleanField(lazy_gettext("พิมพ์ตัวเลขเป็นเลขไทย"))
    based_on = HiddenField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = {kind: THAI_KIND[kind] for kind in THAI_KIND if kind in CIRCULAR_KINDS}
        self.kind.choices = choices(kinds)
        self.urgency.choices = choices(THAI_URGENCY)
        # Words of the paper itself, in Thai in every language of the screen.
        self.salutation.choices = list(SALUTATIONS)
        self.closing.choices = list(CLOSINGS)
        # A letter needs these in the end, a draft does not: neither "must" nor "(ถ้ามี)".
        for name in _NEEDED_IN_THE_END:
            self[name].flags.must_not_say = True
        self.acting.choices = {"": "–", **choices(THAI_MANNER)}

    @property
    def text(self) -> DraftText:
        """What was typed; a point without a word does not count, nor a choice that is none."""
        first = DraftText()
        values = {
            field.name: self[field.name].data or getattr(first, field.name)
            for field in fields(DraftText)
            if field.name not in ("dated_on", "points", "has_thai_digits")
        }
        for name in ("kind", "urgency"):
            if values[name] not in self[name].choices:
                values[name] = getattr(first, name)
        return DraftText(
            dated_on=self.dated_on.data,
            points=tuple(filter(None, map(_point, self.points.entries))),
            has_thai_digits=bool(self.has_thai_digits.data),
            **values,
        )


def _point(entry: Any) -> DraftPoint | None:
    asks = (entry.asks.data or "").strip()
    report_to = (entry.report_to.data or "").strip()
    late_reason = (entry.late_reason.data or "").strip()
    return DraftPoint(asks, report_to, entry.due_on.data, late_reason) if asks else None


def filled(text: DraftText, *, version: int) -> DraftForm:
    """The form as it stands for a text, to be changed; version is what it is based on."""
    values = {field.name: getattr(text, field.name) for field in fields(DraftText)}
    values["points"] = [
        {
            "asks": point.asks,
            "report_to": point.report_to,
            "due_on": point.due_on,
            "late_reason": point.late_reason,
        }
        for point in text.points
    ]
    return DraftForm(formdata=None, data={**values, "based_on": version})
