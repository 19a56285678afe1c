"""What a duty's units were told and will be told, on which days, and the letter on paper."""

import re
from datetime import date
from typing import Any

from flask import Blueprint, Response, current_app, flash, request
from flask_babel import gettext as _, lazy_gettext
from wtforms import BooleanField

from saraban import clock
from saraban.desk.duty_reminders import choose_alarms, draft_outstanding_letter
from saraban.errors import AlarmsUnreadable, DutyNotFound, SarabanError
from saraban.queries.duties_in_sight import SeenDuty, duty_in_sight
from saraban.queries.reminders import mornings_of, told_on
from saraban.queries.reminders_to_come import (
    MOST_UNITS,
    late_on_paper,
    planned_for,
    unreached_by_mail,
)
from saraban.rules.days import day_of
from saraban.rules.exports import ExportFormat
from saraban.rules.mails import MAIL_SHAPES, THAI_MAIL_STATE
from saraban.rules.permissions import Act, may
from saraban.rules.reminders import THAI_NEWS, AlarmPlan, checked, plan_of
from saraban.thai.digits import to_arabic
from saraban.web.answers import see_other
from saraban.web.duties import duty_page
from saraban.web.forms import Form, LineField, refuse, sent
from saraban.web.paper_list import paper_table
from saraban.web.session import actor, require, signed_in
from saraban.web.table_papers import short_list
from saraban.web.words import in_digits, said

pages = Blueprint("duty_reminders", __name__)


class AlarmsForm(Form):
    """Working days before and after the due day, several with commas; blank for none."""

    before = LineField(lazy_gettext("ก่อนวันครบกำหนด (วันทำการ)"))
    on_day = BooleanField(lazy_gettext("ในวันครบกำหนด"))
    after = LineField(lazy_gettext("หลังวันครบกำหนด (วันทำการ)"))
    weekly = BooleanField(lazy_gettext("หลังจากนั้นเตือนซ้ำทุกต้นสัปดาห์ จนครบ ๑๒ สัปดาห์หลังวันครบกำหนด"))
    escalate_after = LineField(lazy_gettext("แจ้งหน่วยเหนือ หลังวันครบกำหนด (วันทำการ)"))

    @classmethod
    def of(cls, plan: AlarmPlan) -> "AlarmsForm":
        """The form as the plan has it; what was sent stands before it."""

        def listed(numbers: list[int]) -> str:
            return in_digits(", ".join(str(one) for one in numbers))

        after = plan.escalate_after
        return cls(
            before=listed(sorted((-one for one in plan.offsets if one < 0), reverse=True)),
            on_day=0 in plan.offsets,
            after=listed([one for one in plan.offsets if one > 0]),
            weekly=plan.is_weekly,
            escalate_after="" if after is None else in_digits(after),
        )

    def plan(self) -> AlarmPlan:
        """What the fields say. Raises AlarmsUnreadable, which names the field."""
        before = [-day for day in _numbers("before", self.before.data)]
        after = _numbers("after", self.after.data)
        above = _numbers("escalate_after", self.escalate_after.data)
        if len(above) > 1:
            raise AlarmsUnreadable(field="escalate_after")
        on_day = [0] if self.on_day.data else []
        steps = [*before, *on_day, *after]
        return checked(steps, above[0] if above else None, self.weekly.data)


class PressForm(Form):
    """Nothing to fill in: pressing is the act."""


@pages.route("/duties/<uid>/reminders", methods=["GET", "POST"])
@signed_in
def reminders(uid: str) -> Any:
    """The mornings on which somebody was told, one of them line by line, and what comes next.

    Who only owes the duty is led to what their own unit was told.
    """
    seen = duty_in_sight(actor(), uid)
    if request.method == "GET" and seen.is_ower and not seen.is_keeper:
        return see_other("own_reminders.reminders")
    form = AlarmsForm.of(plan_of(seen.alarms))
    if request.method == "POST":
        require(Act.KEEP_DUTY)
    if sent(form):
        try:
            choose_alarms(actor=actor(), at=clock.now(), duty_uid=uid, plan=form.plan())
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("บันทึกวันเตือนแล้ว ใช้ตั้งแต่เช้าวันทำการถัดไป"), "success")
            return see_other("duty_reminders.reminders", uid=uid)
    return _page(seen, form)


@pages.post("/duties/<uid>/reminders/letter")
@signed_in
def sealed_letter(uid: str) -> Any:
    """Begin the sealed letter to late units that get no mail."""
    require(Act.WRITE_DRAFT)
    if sent(PressForm()):
        try:
            draft_uid = draft_outstanding_letter(actor=actor(), at=clock.now(), duty_uid=uid)
        except SarabanError as error:
            if error.field is None and error.code not in ("nobody_to_chase",):
                raise
            flash(said(error), "warning")
        else:
            flash(_("ร่างหนังสือประทับตราแล้ว แนบบัญชีเมื่อพิมพ์"), "success")
            return see_other("drafts.draft", uid=draft_uid)
    return see_other("duty_reminders.reminders", uid=uid)


@pages.get("/duties/<uid>/reminders/list.<any(pdf, xlsx):kind>")
@signed_in
def paper_list(uid: str, kind: str) -> Response:
    """The list that goes with that letter: late units that get no mail, and what they owe."""
    seen = duty_in_sight(actor(), uid)
    if not seen.is_keeper:
        raise DutyNotFound(uid=uid)
    now = clock.now()
    table = paper_table(seen, late_on_paper(seen.id, today=day_of(now)), today=day_of(now))
    name = f"บัญชีหน่วยงานที่ขอให้เร่งรัดการรายงาน_{day_of(now).isoformat()}.{kind}"
    return short_list(table, ExportFormat(kind), made_at=now, name=name)


def _page(seen: SeenDuty, form: AlarmsForm) -> Any:
    today = clock.today()
    mornings = mornings_of(seen.id, today=today)
    day = _asked_day() or (mornings[0].day if mornings else None)
    number = max(1, request.args.get("page", 1, type=int))
    lines, has_more = told_on(seen.id, day, page=number) if day else ((), False)
    unreached = unreached_by_mail(seen.id, today=today)
    plan = plan_of(seen.alarms)
    return duty_page(
        "reminders/duty.html",
        seen,
        form,
        press=PressForm(formdata=None),
        mornings=mornings,
        day_shown=day,
        lines=lines,
        page=number,
        has_more=has_more,
        plan=plan,
        planned=planned_for(seen.id, plan, today=today, closes_after=seen.closes_after),
        unreached=unreached[:MOST_UNITS],
        unreached_count=len(unreached),
        late_count=sum(1 for unit in unreached if unit.is_late),
        may_choose=seen.is_keeper and may(actor(), Act.KEEP_DUTY),
        may_draft=seen.is_keeper and may(actor(), Act.WRITE_DRAFT),
        has_mail_server=current_app.config["SARABAN"].mail is not None,
        NEWS_WORDS=THAI_NEWS,
        MAIL_WORDS=THAI_MAIL_STATE,
        MAIL_SHAPES=MAIL_SHAPES,
    )


def _asked_day() -> date | None:
    try:
        return date.fromisoformat(request.args.get("day", ""))
    except ValueError:
        return None


def _numbers(field: str, text: str | None) -> list[int]:
    """Whole numbers of one day or more, in Thai or Arabic digits, between commas or blanks."""
    words = re.split(r"[\s,]+", to_arabic(text or "").strip())
    found = [word for word in words if word]
    if not all(word.isascii() and word.isdigit() and int(word) > 0 for word in found):
        raise AlarmsUnreadable(field=field)
    return [int(word) for word in found]
