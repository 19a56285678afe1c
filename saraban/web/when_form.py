"""By when, as fields: one choice of what kind of day it is, and each kind's own few fields.

Which fields belong to which kind is told by their names; the page shows only those of the kind
that is ticked, and shows all where a browser cannot hide them.
"""

from typing import Any

from flask_babel import gettext as _, lazy_gettext
from wtforms import BooleanField, RadioField, SelectField, SelectMultipleField
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput, ListWidget

from saraban.errors import N_, WhenUnreadable
from saraban.rules.days_of_month import LAST
from saraban.rules.when_text import checked
from saraban.rules.when_words import THAI_CYCLE, THAI_EVERY, THAI_PLACE, THAI_WEEKDAY
from saraban.rules.whens import (
    Anchor,
    Counted,
    Cycle,
    Every,
    FixedDay,
    MonthDay,
    OnEvent,
    Recurring,
    Roll,
    Soon,
    Span,
    Standing,
    When,
)
from saraban.web.forms import Form, LineField, MonthDaysField, NumberField, ThaiDateField
from saraban.web.words import choices, in_digits, said

KINDS = {
    "fixed": N_("วันที่กำหนดไว้"),
    "counted": N_("นับเป็นวัน สัปดาห์ หรือเดือน"),
    "weekly": N_("ทุกสัปดาห์ ตามวันที่เลือก"),
    "monthly": N_("ทุกเดือน ทุกไตรมาส หรือนานกว่า"),
    "on_event": N_("ทุกครั้งที่เกิดเหตุ"),
    "standing": N_("ถือปฏิบัติต่อไป จนกว่าจะมีหนังสือเปลี่ยน"),
    "soon": N_("โดยด่วน ไม่มีวันที่"),
}
SPANS = {
    Span.DAYS: N_("วัน"),
    Span.WORKING_DAYS: N_("วันทำการ"),
    Span.WEEKS: N_("สัปดาห์"),
    Span.MONTHS: N_("เดือน"),
}
ANCHORS = {
    "receipt": N_("นับจากวันที่แต่ละหน่วยได้รับหนังสือ"),
    "letter": N_("นับจากวันที่ของหนังสือ"),
    "after": N_("นับจากวันของเหตุการณ์"),
    "before": N_("ก่อนวันของเหตุการณ์"),
}
ROLLS = {
    "": N_("ตามที่กฎหมายว่าไว้ วันตายตัวไม่เลื่อน ระยะเวลาที่นับเลื่อนไปวันทำการถัดไป"),
    Roll.NONE: N_("ไม่เลื่อน"),
    Roll.FORWARD: N_("เลื่อนไปวันทำการถัดไป"),
    Roll.BACK: N_("เลื่อนมาวันทำการก่อนหน้า"),
}
WEEK_AFTER = {
    "0": N_("ของสัปดาห์นั้น"),
    "1": N_("ของสัปดาห์ก่อนหน้า"),
    "since": N_("ตั้งแต่ครั้งก่อน"),
}
MONTH_AFTER = {
    "0": N_("ของรอบนั้น ส่งในเดือนสุดท้ายของรอบ"),
    "1": N_("ของรอบก่อนหน้า ส่งในเดือนถัดไป"),
    "since": N_("ตั้งแต่ครั้งก่อน ส่งในเดือนสุดท้ายของรอบ"),
}
DAY_KINDS = {
    "day": N_("วันที่"),
    "weekday": N_("วันในสัปดาห์"),
    "office": N_("วันทำการที่"),
    "last": N_("วันสุดท้ายของเดือน"),
    "last_office": N_("วันทำการสุดท้าย"),
}
# Fields whose value is one of their choices; another one was never offered.
_CHOSEN = (
    "span", "anchor", "weekdays", "week_after", "every", "month_day_kind", "month_weekday",
    "month_place", "month_after", "cycle",
)  # fmt: skip
# Twelve months after a span ended: as far as the rules go.
_MOST_AFTER = 12
_LONGER = (Every.MONTH, Every.QUARTER, Every.HALF_YEAR, Every.YEAR)
# What the rules call a part, where its field is called otherwise, by the kind of day.
_FIELD_OF = {
    ("interval", "weekly"): "week_interval",
    ("interval", "monthly"): "month_interval",
    ("days", "monthly"): "month_day",
    ("after", "monthly"): "month_after",
}
# What is wrong with a part, as a person is told beside its field.
_WRONG = {
    "count": N_("ใช้ได้ตั้งแต่ ๑ ถึง ๙๙๙"),
    "interval": N_("ใช้ได้ตั้งแต่ ๑ ถึง ๕๒"),
    "days": N_("วันทำการใช้ได้ตั้งแต่ที่ ๑ ถึงที่ ๑๕ และวันทำการสุดท้าย"),
    "until": N_("วันสิ้นสุดมาก่อนวันเริ่มรอบ"),
}


class TicksField(SelectMultipleField):
    """Several choices as ticks."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class WhenForm(Form):
    """By when. `when` is what was said, after `says_when` found it whole."""

    when_kind = RadioField(lazy_gettext("กำหนดแบบใด"))
    fixed_on = ThaiDateField(lazy_gettext("ภายในวันที่"))
    count = NumberField(lazy_gettext("ภายในกี่"), validators=[Optional()])
    span = SelectField(lazy_gettext("นับเป็น"), default=Span.DAYS.value)
    anchor = SelectField(lazy_gettext("นับอย่างไร"), default="receipt")
    event = LineField(lazy_gettext("ชื่อเหตุการณ์"))
    event_on = ThaiDateField(lazy_gettext("วันของเหตุการณ์"))
    weekdays = TicksField(lazy_gettext("ทุกวัน"))
    week_interval = NumberField(lazy_gettext("ทุกกี่สัปดาห์"), default=1, validators=[Optional()])
    week_after = SelectField(lazy_gettext("รายงาน"), default="0")
    every = SelectField(lazy_gettext("รอบ"), default=Every.MONTH.value)
    month_day_kind = SelectField(lazy_gettext("ส่งใน"), default="day")
    month_interval = NumberField(lazy_gettext("ทุกกี่เดือน"), default=1, validators=[Optional()])
    month_day = MonthDaysField(lazy_gettext("วันที่ หรือวันทำการที่"))
    month_weekday = SelectField(lazy_gettext("วันใดในสัปดาห์"), default="2")
    month_place = SelectField(lazy_gettext("สัปดาห์ใดของเดือน"), default="1")
    month_after = SelectField(lazy_gettext("รายงาน"), default="0")
    cycle = SelectField(lazy_gettext("นับรอบครึ่งปีหรือปี"), default=Cycle.FISCAL.value)
    starts_on = ThaiDateField(lazy_gettext("เริ่มรอบตั้งแต่วันที่"))
    until = ThaiDateField(lazy_gettext("จนถึงวันที่"))
    roll = RadioField(lazy_gettext("ถ้าวันครบกำหนดเป็นวันหยุด"), default="")
    is_until_office_hours = BooleanField(
        lazy_gettext("ส่งได้ถึงสิ้นเวลาราชการ ๑๖.๓๐ น. ของวันนั้น"), default=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.when: When | None = None
        self.when_kind.choices = choices(KINDS)
        self.span.choices = choices(SPANS)
        self.anchor.choices = choices(ANCHORS)
        days = {str(day): name for day, name in enumerate(THAI_WEEKDAY)}
        self.weekdays.choices = self.month_weekday.choices = choices(days)
        self.week_after.choices = choices(WEEK_AFTER)
        self.every.choices = choices({every: THAI_EVERY[every] for every in _LONGER})
        self.month_day_kind.choices = choices(DAY_KINDS)
        self.month_place.choices = choices(THAI_PLACE)
        self.month_after.choices = choices(MONTH_AFTER) | _later_month(self.month_after.data)
        self.cycle.choices = choices(THAI_CYCLE)
        self.roll.choices = choices(ROLLS)
        # Each kind needs its own: neither "must" nor "(ถ้ามี)" beside the label.
        needed = (self.fixed_on, self.count, self.month_day, self.starts_on)
        for field in (*needed, self.week_interval, self.month_interval):
            field.flags.must_not_say = True

    def says_when(self) -> bool:
        """Whether the fields of the chosen kind say a day; beside the field where they do not."""
        kind = self.when_kind.data
        if kind not in KINDS:
            return self._lacks(self.when_kind, _("โปรดเลือกข้อใดข้อหนึ่ง"))
        if any(self[name].errors for name in _CHOSEN):
            return False
        made = getattr(self, f"_{kind}")()
        if made is None:
            return False
        try:
            self.when = checked(made)
        except WhenUnreadable as error:
            part = error.field or "when_kind"
            name = _FIELD_OF.get((part, kind), part)
            words = _(_WRONG[part]) if part in _WRONG else said(error)
            return self._lacks(self[name], words)
        return True

    def _fixed(self) -> When | None:
        return FixedDay(self.fixed_on.value) if self._has(self.fixed_on) else None

    def _counted(self) -> When | None:
        if not self._has(self.count):
            return None
        if self.count.data < 1:
            # Before an event is told by the anchor: a sign besides would turn it round.
            words = _WRONG["count"]
            self._lacks(self.count, _(words))
            return None
        count, chosen = self.count.data, self.anchor.data
        is_event = chosen in ("after", "before")
        return Counted(
            -count if chosen == "before" else count,
            Span(self.span.data),
            Anchor.EVENT if is_event else Anchor(chosen),
            event_on=self.event_on.data if is_event else None,
            event=(self.event.data or "").strip() if is_event else "",
        )

    def _weekly(self) -> When | None:
        if not (self._has(self.weekdays) and self._has(self.starts_on)):
            return None
        return Recurring(
            Every.WEEK,
            self.starts_on.value,
            until=self.until.data,
            interval=self.week_interval.data or 1,
            weekdays=tuple(sorted(int(day) for day in self.weekdays.data)),
            after=1 if self.week_after.data == "1" else 0,
            is_since_last=self.week_after.data == "since",
        )

    def _monthly(self) -> When | None:
        days = self._days_of_month()
        if not (days and self._has(self.starts_on)):
            return None
        every, chosen = Every(self.every.data), self.month_after.data
        is_monthly, is_long = every is Every.MONTH, every in (Every.HALF_YEAR, Every.YEAR)
        is_often, interval = len(days) > 1, self.month_interval.data
        return Recurring(
            every,
            self.starts_on.value,
            until=self.until.data,
            # Hidden beside a longer round, where it says nothing.
            interval=interval if is_monthly and interval is not None else 1,
            days=days,
            # Of several days in each month none is in the next one.
            after=0 if chosen == "since" or (is_monthly and is_often) else int(chosen),
            is_since_last=chosen == "since" or is_often,
            cycle=Cycle(self.cycle.data) if is_long else Cycle.CALENDAR,
        )

    def _on_event(self) -> When:
        return OnEvent()

    def _standing(self) -> When:
        return Standing()

    def _soon(self) -> When:
        return Soon()

    def _days_of_month(self) -> tuple[MonthDay, ...]:
        kind = self.month_day_kind.data
        if kind == "weekday":
            return (MonthDay(int(self.month_place.data), int(self.month_weekday.data)),)
        if kind in ("last", "last_office"):
            return (MonthDay(LAST, is_office_day=kind == "last_office"),)
        if not self._has(self.month_day):
            return ()
        places = self.month_day.data or ()
        return tuple(MonthDay(place, is_office_day=kind == "office") for place in places)

    def _has(self, field: Any) -> bool:
        if field.errors:
            return False
        return bool(field.data) or self._lacks(field, _("โปรดกรอกช่องนี้"))

    def _lacks(self, field: Any, message: str) -> bool:
        # The field itself has told of a choice that was not made, in the same words.
        field.errors = [*field.errors, *({message} - {str(one) for one in field.errors})]
        return False


def _later_month(chosen: str | None) -> dict[str, str]:
    """One more choice, where a proposal has a report come in a later month than the next."""
    if not (chosen or "").isdecimal() or not 1 < int(chosen or 0) <= _MOST_AFTER:
        return {}
    words = _("ของรอบก่อนหน้า ส่งในเดือนที่ %(count)s หลังสิ้นรอบ", count=in_digits(chosen))
    return {str(int(chosen or 0)): words}
