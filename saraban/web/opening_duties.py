"""Opening a duty: one page, top to bottom; a sentence repeats all before the last press."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from saraban import clock
from saraban.desk.report_duties import DutySaid, Owers, ReportPath, open_duty
from saraban.errors import LetterNotFound, PointHasDuty, SarabanError
from saraban.queries.duty_birth import Birth, born_of_duty, born_of_letter
from saraban.queries.duty_preview import DutyPreview, SentTo, preview_duty, sent_to
from saraban.queries.letter_card import LetterCard, letter_card
from saraban.queries.letter_points import letter_duties
from saraban.queries.report_forms import forms_to_choose
from saraban.queries.sending import units_named
from saraban.queries.unit_groups import groups_of
from saraban.rules.addressee_line import saved_words
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act, may
from saraban.rules.report_duties import ReportTo
from saraban.rules.whens import FixedDay
from saraban.web.answers import page, see_other
from saraban.web.duty_form import DutyForm
from saraban.web.duty_sentences import duty_sentences
from saraban.web.forms import refuse, refuse_with, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.when_fields import when_as_fields
from saraban.web.words import in_digits, said

pages = Blueprint("opening_duties", __name__)


@dataclass(frozen=True)
class Shown:
    """What would be opened, in sentences. code proves on the last press that they were read."""

    preview: DutyPreview
    sentences: tuple[str, ...]
    code: str


@pages.route("/duties/new", methods=["GET", "POST"])
@signed_in
def new() -> Any:
    """A duty of a letter's point, of a letter, or below a duty that the unit owes itself."""
    birth, card = _birth()
    require(Act.KEEP_DUTY)
    receivers = sent_to(actor(), card.uid, is_ours=card.is_ours, today=clock.today())
    form = _form(birth, card, receivers)
    shown: Shown | None = None
    if request.method == "POST":
        _take_over_group(form)
        shown = _looked(form, card)
        if request.headers.get("HX-Request"):
            return render_template("duties/new_summary.html", form=form, shown=shown)
        if request.form.get("step") == "open" and shown is not None and _was_read(form, shown):
            opened = _opened(form, card, birth, shown)
            if opened is not None:
                return opened
    return page(
        "duties/new.html",
        form,
        birth=birth,
        card=card,
        receivers=receivers,
        chosen=form.chosen,
        groups=groups_of(actor()) if may(actor(), Act.ISSUE_LETTER) else (),
        shown=shown,
        here=request.full_path.rstrip("?"),
    )


@pages.post("/letters/<uid>/duties")
@signed_in
def open_all(uid: str) -> Response:
    """A duty of each point that has a fixed day and none yet, owed by all who got the letter."""
    require(Act.KEEP_DUTY)
    card = letter_card(actor(), uid)
    if not card.is_ours:
        raise LetterNotFound(uid=uid)
    count = 0
    for point in letter_duties(actor(), uid).open_points:
        assert point.due_on is not None, "open points are those with a day"
        birth = born_of_letter(uid, point.place, today=clock.today())
        try:
            open_duty(
                actor=actor(),
                at=clock.now(),
                letter_uid=uid,
                said=DutySaid(
                    name=birth.name[:300], when=FixedDay(point.due_on), path=_path_of(birth)
                ),
                owers=Owers(everyone_sent=True),
                place=point.place,
                is_first=True,
            )
        except PointHasDuty:
            continue
        except SarabanError as error:
            flash(said(error), "warning")
            break
        count += 1
    if count:
        flash(_("ตั้งภารกิจแล้ว %(count)s เรื่อง", count=in_digits(count)), "success")
    return see_other("letters.letter", uid=uid, _anchor="duties")


def _birth() -> tuple[Birth, LetterCard]:
    """Where the duty comes from, as the address says; LetterNotFound or DutyNotFound."""
    above_uid, place = request.args.get("above"), request.args.get("point", "")
    if above_uid:
        birth = born_of_duty(actor(), above_uid, today=clock.today())
        return birth, letter_card(actor(), birth.letter_uid)
    uid = request.args.get("letter", "")
    card = letter_card(actor(), uid)
    is_place = place.isdecimal() and len(place) < 4
    asked = request.args.get("when", "0")
    choice = int(asked) if asked.isdecimal() and len(asked) < 3 else 0
    point = int(place) if is_place else None
    return born_of_letter(uid, point, today=clock.today(), choice=choice), card


def _form(birth: Birth, card: LetterCard, receivers: SentTo) -> DutyForm:
    forms = forms_to_choose(actor())
    facts: dict[str, Any] = {
        "sent_count": receivers.count,
        "sent_few": bool(receivers.units),
        "forms": forms,
    }
    if request.method == "POST":
        return DutyForm(**facts)
    above = birth.above
    version = None if above is None else above.form_version_id
    filled: dict[str, Any] = {
        "name": birth.name,
        "asks": birth.asks,
        "owed_by": "all" if receivers.count else ("phrase" if above else "ourselves"),
        "report_kind": ReportTo.OFFICE.value if birth.report_to else ReportTo.UNIT.value,
        "report_to": birth.report_to,
        "form_version": str(version or ""),
        "starts_on": clock.today(),
        **when_as_fields(birth.when, today=clock.today()),
    }
    chosen = next((one for one in birth.proposals if one.when == birth.when), None)
    if chosen is not None:
        filled["roll"] = chosen.roll
    if above is not None:
        filled |= {"roll": above.roll, "is_until_office_hours": above.is_until_office_hours}
    form = DutyForm(formdata=None, data=filled, **facts)
    if birth.report_unit_uid is not None:
        form.report_unit.choose(units_named([birth.report_unit_uid], on=clock.today())[0])
    return form


def may_open_duties(card: LetterCard) -> bool:
    """Whether the page of a letter offers to make duties of it: one of ours, or one that came."""
    came = card.delivery_state is not None or any(line.is_ours for line in card.receipts)
    is_open = card.secrecy == Secrecy.NORMAL and not card.is_void
    return is_open and (card.is_ours or came) and may(actor(), Act.KEEP_DUTY)


def _take_over_group(form: DutyForm) -> None:
    """A saved group that was pressed, into the phrase."""
    wanted = request.form.get("use_group")
    for group in groups_of(actor()) if wanted else ():
        words = saved_words(group.name)
        if group.uid == wanted and words not in (form.phrase.data or ""):
            form.phrase.data = f"{form.phrase.data or ''} {words}".strip()
            form.owed_by.data = "phrase"


def _looked(form: DutyForm, card: LetterCard) -> Shown | None:
    """What would be opened as the form stands; None beside what is wrong with it."""
    is_good = sent(form)
    if not form.says_when() or not is_good or form.when is None:
        return None
    try:
        preview = preview_duty(
            actor(),
            card.uid,
            owers=form.owers(),
            when=form.when,
            roll=form.roll.data or "",
            today=clock.today(),
        )
    except SarabanError as error:
        if error.field == "addressees":
            error.field = "phrase"
        refuse(form, error)
        return None
    days = ",".join(day.on.isoformat() for day in preview.days)
    code = f"{preview.count}:{days}"
    if preview.past:
        code = f"{code}:{len(preview.past)}"
    return Shown(preview, tuple(duty_sentences(form, preview)), code)


def _was_read(form: DutyForm, shown: Shown) -> bool:
    if form.seen.data == shown.code:
        return True
    refuse_with(form, _("โปรดอ่านประโยคสรุปท้ายหน้า แล้วกดอีกครั้ง ยังไม่มีอะไรถูกบันทึก"))
    return False


def _opened(form: DutyForm, card: LetterCard, birth: Birth, shown: Shown) -> Response | None:
    try:
        opened = open_duty(
            actor=actor(),
            at=clock.now(),
            letter_uid=card.uid,
            said=form.said(),
            owers=form.owers(),
            place=None if birth.point is None else birth.point.place,
            above_uid=None if birth.above is None else birth.above.uid,
            seen_count=shown.preview.count,
        )
    except SarabanError as error:
        refuse(form, error)
        return None
    flash(
        _(
            "ตั้งภารกิจแล้ว %(count)s หน่วยต้องตอบ %(periods)s งวด",
            count=in_digits(opened.unit_count),
            periods=in_digits(opened.period_count),
        )
        if opened.period_count
        else _("ตั้งภารกิจแล้ว %(count)s หน่วย รอแจ้งเหตุ", count=in_digits(opened.unit_count)),
        "success",
    )
    return see_other("duties.duty", uid=opened.uid)


def _path_of(birth: Birth) -> ReportPath:
    """To whom the point says it is answered: a unit of that name, or an office of those words."""
    if birth.report_unit_uid is not None:
        (unit,) = units_named([birth.report_unit_uid], on=clock.today())
        return ReportPath(ReportTo.UNIT, unit_id=unit.id)
    if birth.report_to:
        return ReportPath(ReportTo.OFFICE, birth.report_to)
    return ReportPath()
