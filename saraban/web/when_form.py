"""By when, as fields: one choice of what kind of day it is, and each kind's own few fields.

Which fields belong to which kind is told by their names; the page shows only those of the kind
that is ticked, and shows all where a browser cannot hide them.
"""

from datetime import date
from typing import Any

from flask_babel import gettext as _, lazy_gettext
from wtforms import BooleanField, RadioField, SelectField, SelectMultipleField
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput, ListWidget

from saraban.errors import N_, WhenUnreadable
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
from saraban.web.forms import Form, LineField, NumberField, ThaiDateField, refuse
from saraban.web.words import choices

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
_LONGER = (Every.MONTH, Every.QUARTER, Every.HALF_YEAR, Every.YEAR)
# What the rules call a part, and the field that says it.
_FIELD_OF = {
    "count": "count", "event": "event", "anchor": "anchor", "interval": "week_interval",
    "weekdays": "weekdays", "days": "month_day", "after": "month_after", "until": "until",
    "cycle": "cycle",
}  # fmt: skip


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
    month_day = NumberField(lazy_gettext("วันที่หรือลำดับที่เท่าไร"), validators=[Optional()])
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
        self.month_after.choices = choices(MONTH_AFTER)
        self.cycle.choices = choices(THAI_CYCLE)
        self.roll.choices = choices(ROLLS)
        # Each kind needs its own: neither "must" nor "(ถ้ามี)" beside the label.
        for field in (self.fixed_on, self.count, self.month_day, self.starts_on):
            field.flags.must_not_say = True

    def says_when(self) -> bool:
        """Whether the fields of the chosen kind say a day; beside the field where they do not."""
        kind = self.when_kind.data
        if kind not in KINDS:
            return self._lacks(self.when_kind, _("โปรดเลือกข้อใดข้อหนึ่ง"))
        made = getattr(self, f"_{kind}")()
        if made is None:
            return False
        try:
            self.when = checked(made)
        except WhenUnreadable as error:
            error.field = _FIELD_OF.get(error.field or "", "when_kind")
            refuse(self, error)
            return False
        return True

    def _fixed(self) -> When | None:
        return FixedDay(self.fixed_on.value) if self._has(self.fixed_on) else None

    def _counted(self) -> When | None:
        if not self._has(self.count):
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
        day = self._day_of_month()
        if day is None or not self._has(self.starts_on):
            return None
        every = Every(self.every.data)
        is_long = every in (Every.HALF_YEAR, Every.YEAR)
        return Recurring(
            every,
            self.starts_on.value,
            until=self.until.data,
            days=(day,),
            after=1 if self.month_after.data == "1" else 0,
            is_since_last=self.month_after.data == "since",
            cycle=Cycle(self.cycle.data) if is_long else Cycle.CALENDAR,
        )

    def _on_event(self) -> When:
        return OnEvent()

    def _standing(self) -> When:
        return Standing()

    def _soon(self) -> When:
        return Soon()

    def _day_of_month(self) -> MonthDay | None:
        kind = self.month_day_kind.data
        if kind == "weekday":
            return MonthDay(int(self.month_place.data), int(self.month_weekday.data))
        if kind in ("last", "last_office"):
            return MonthDay(-1, is_office_day=kind == "last_office")
        if not self._has(self.month_day):
            return None
        return MonthDay(self.month_day.data, is_office_day=kind == "office")

    def _has(self, field: Any) -> bool:
        if field.errors:
            return False
        return bool(field.data) or self._lacks(field, _("โปรดกรอกช่องนี้"))

    def _lacks(self, field: Any, message: str) -> bool:
        field.errors = [*field.errors, message]
        return False


def when_as_fields(when: When | None, *, today: date) -> dict[str, Any]:
    """A When as the data of WhenForm, for a form that begins with a proposal."""
    if isinstance(when, FixedDay):
        return {"when_kind": "fixed", "fixed_on": when.on}
    if isinstance(when, Counted):
        anchor = when.anchor.value
        if when.anchor is Anchor.EVENT:
            anchor = "before" if when.count < 0 else "after"
        return {
            "when_kind": "counted",
            "count": abs(when.count),
            "span": when.span.value,
            "anchor": anchor,
            "event": when.event,
            "event_on": when.event_on,
        }
    if isinstance(when, Recurring):
        return _round_as_fields(when)
    kinds: dict[type[Any], str] = {OnEvent: "on_event", Standing: "standing", Soon: "soon"}
    return {"when_kind": kinds.get(type(when)), "starts_on": today}


def _round_as_fields(rule: Recurring) -> dict[str, Any]:
    common = {"starts_on": rule.starts_on, "until": rule.until}
    after = "since" if rule.is_since_last else str(rule.after)
    if rule.every not in _LONGER:
        return common | {
            "when_kind": "weekly",
            "weekdays": [str(day) for day in rule.weekdays or range(7)],
            "week_interval": rule.interval,
            "week_after": after,
        }
    day = rule.days[0]
    kind = "weekday" if day.weekday is not None else "office" if day.is_office_day else "day"
    if day.place == -1 and day.weekday is None:
        kind = "last_office" if day.is_office_day else "last"
    return common | {
        "when_kind": "monthly",
        "every": rule.every.value,
        "month_day_kind": kind,
        "month_day": day.place if kind in ("day", "office") else None,
        "month_weekday": str(day.weekday or 0),
        "month_place": str(day.place),
        "month_after": after,
        "cycle": rule.cycle.value,
    }
