"""A new duty, as fields: what is asked, of whom, by when, and to whom it is answered."""

from typing import Any

from flask import request
from flask_babel import gettext as _, lazy_gettext
from wtforms import BooleanField, HiddenField, RadioField, SelectField, TextAreaField
from wtforms.validators import Optional

from saraban import clock
from saraban.desk.report_duties import DutySaid, ReportPath
from saraban.errors import N_
from saraban.queries.duty_owers import Owers
from saraban.queries.report_forms import FormChoice
from saraban.queries.sending import units_named
from saraban.rules.report_duties import THAI_REPORT_TO, ReportTo
from saraban.web.forms import LineField, NumberField, Required
from saraban.web.unit_choice import UnitField
from saraban.web.when_form import WhenForm
from saraban.web.words import choices, in_digits

OWED_BY = {
    "all": N_("ทุกหน่วยที่ได้รับหนังสือฉบับนี้ %(count)s หน่วย"),
    "some": N_("บางหน่วยในรายชื่อผู้รับ"),
    "phrase": N_("ตามคำขึ้นต้น หรือกลุ่มที่บันทึกไว้"),
    "one": N_("หน่วยเดียว ที่ระบุชื่อ"),
    "ourselves": N_("หน่วยของเราเอง"),
}


class DutyForm(WhenForm):
    """Everything that is said of a new duty on one page. forms are those it may ask to fill in."""

    name = LineField(lazy_gettext("ชื่อภารกิจ"), validators=[Required()])
    asks = TextAreaField(lazy_gettext("ขอให้ทำอะไร"))
    form_version = SelectField(lazy_gettext("แบบรายงาน"), default="")
    needs_review = BooleanField(lazy_gettext("ต้องตรวจและรับรองก่อนถือว่าเสร็จ"))
    # Nothing ticked is a duty owed by nobody, which the desk refuses in its own words.
    owed_by = RadioField(lazy_gettext("หน่วยที่ต้องตอบ"), validate_choice=False)
    phrase = LineField(lazy_gettext("คำขึ้นต้น"))
    unit = UnitField(lazy_gettext("ชื่อหน่วย"))
    report_kind = RadioField(lazy_gettext("ตอบถึง"), default=ReportTo.UNIT.value)
    report_unit = UnitField(lazy_gettext("หน่วยที่รับคำตอบ"))
    report_to = LineField(lazy_gettext("ชื่อสำนักงานหรือระบบ"))
    closes_after = NumberField(lazy_gettext("รับคำตอบที่ช้าได้อีกกี่วัน"), validators=[Optional()])
    late_reason = LineField(lazy_gettext("เหตุที่กำหนดช้ากว่าหน่วยเหนือ"))
    seen = HiddenField()

    def __init__(
        self,
        *args: Any,
        sent_count: int = 0,
        sent_few: bool = False,
        forms: tuple[FormChoice, ...] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        words = choices(OWED_BY)
        words["all"] = words["all"] % {"count": in_digits(sent_count)}
        if not sent_count:
            del words["all"]
        if not sent_few:
            del words["some"]
        self.owed_by.choices = words
        self.report_kind.choices = choices(THAI_REPORT_TO)
        for field in (self.phrase, self.unit, self.report_to):
            field.flags.must_not_say = True
        self.form_version.choices = {"": _("ไม่ใช้แบบ ตอบเป็นข้อความและไฟล์")} | {
            str(one.version_id): _(
                "%(name)s รุ่นที่ %(version)s", name=one.name, version=in_digits(one.version)
            )
            for one in forms
        }

    @property
    def chosen(self) -> list[str]:
        """Uids of the receivers that were ticked."""
        return [uid for uid in dict.fromkeys(request.form.getlist("sent")) if uid]

    def owers(self) -> Owers:
        """Who is to answer, as chosen. Raises UnitNotFound."""
        today = clock.today()
        one = self.unit.chosen
        chosen = {
            "all": lambda: Owers(everyone_sent=True),
            "some": lambda: Owers(
                sent_ids=tuple(unit.id for unit in units_named(self.chosen, on=today))
            ),
            "phrase": lambda: Owers(phrase=self.phrase.data or ""),
            "one": lambda: Owers(unit_ids=() if one is None else (one.id,)),
            "ourselves": lambda: Owers(ourselves=True),
        }.get(self.owed_by.data)
        return Owers() if chosen is None else chosen()

    def said(self) -> DutySaid:
        """What is asked; after `says_when`."""
        assert self.when is not None, "says_when was asked before"
        kind = ReportTo(self.report_kind.data)
        unit = self.report_unit.chosen
        version = self.form_version.data
        return DutySaid(
            name=self.name.data,
            asks=self.asks.data or "",
            when=self.when,
            roll=self.roll.data or "",
            is_until_office_hours=bool(self.is_until_office_hours.data),
            path=ReportPath(
                kind,
                self.report_to.data or "",
                unit.id if unit is not None and kind is ReportTo.UNIT else None,
            ),
            form_version_id=int(version) if version else None,
            needs_review=bool(self.needs_review.data),
            closes_after=self.closes_after.data,
            late_reason=self.late_reason.data or "",
        )
