"""Reminding the units of a branch: whom it will reach, the words, one press; then what became."""

from typing import Any

from flask import Blueprint, Response, current_app, flash, request, url_for
from flask_babel import gettext as _, lazy_gettext
from wtforms import BooleanField, HiddenField, SelectField, SelectMultipleField, TextAreaField

from saraban import clock
from saraban.desk.chasing import ChaseAsk, chase, draft_sealed_letter
from saraban.errors import SarabanError
from saraban.queries.chase_targets import Branch, Outstanding, branch_to_chase
from saraban.queries.chasing import (
    ChaseCard,
    ChaseTarget,
    chase_card,
    chase_targets_of,
    chase_words_of,
    chases_of_letter,
    mail_counts,
)
from saraban.rules.chasing import MOST_TEXT, THAI_CHASE_KIND, ChaseKind, kinds_words
from saraban.rules.days import day_of
from saraban.rules.exports import ExportFormat
from saraban.rules.mails import MAIL_SHAPES, THAI_MAIL_STATE
from saraban.rules.paper_forms import TITLES, FormRow, PaperForm, PrintedTable
from saraban.rules.permissions import Act, may
from saraban.thai.dates import format_long, format_short
from saraban.thai.digits import to_thai
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, Required, refuse, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.table_papers import short_list
from saraban.web.words import in_digits

pages = Blueprint("chasing", __name__)

UNITS_SHOWN = 300


class ChaseForm(Form):
    """What is not done, below whom, and the words. seen_count is how many the clerk was shown."""

    kinds = SelectMultipleField(lazy_gettext("เตือนหน่วยที่"), choices={})
    via = SelectField(lazy_gettext("เฉพาะสายของ"))
    with_chased_today = BooleanField(lazy_gettext("รวมหน่วยที่เตือนไปแล้ววันนี้"))
    with_unconfirmed = BooleanField(lazy_gettext("ส่งถึงที่อยู่ที่ยังไม่มีใครยืนยันด้วย"))
    text = TextAreaField(lazy_gettext("ข้อความ"), validators=[Required()])
    keeps_text = BooleanField(lazy_gettext("ใช้ข้อความนี้เป็นแบบของหน่วยต่อไป"))
    seen_count = HiddenField()


class PressForm(Form):
    """Nothing to fill in: pressing is the act."""


@pages.route("/letters/<uid>/chase", methods=["GET", "POST"])
@signed_in
def chase_branch(uid: str) -> Any:
    """Look whom a reminder reaches, change what is chosen, and give it."""
    require(Act.CHASE)
    form = ChaseForm(text=chase_words_of(actor()), via=request.args.get("via", ""))
    branch = branch_to_chase(actor(), uid, today=clock.today())
    form.kinds.choices = {kind.value: _(THAI_CHASE_KIND[kind]) for kind in ChaseKind}
    form.via.choices = {"": _("ทุกสาย")} | {
        sender_uid: f"{name} ({in_digits(count)})"
        for _id, sender_uid, name, count in branch.senders
    }
    if request.method == "GET":
        counts = branch.counts()
        form.kinds.data = [kind.value for kind in ChaseKind if counts[kind]]
    if sent(form) and request.form.get("step") == "chase":
        try:
            done = chase(
                actor=actor(),
                at=clock.now(),
                ask=_ask(form, uid),
                text=form.text.data or "",
                seen_count=_seen(form),
                keeps_text=form.keeps_text.data,
                links=_links(),
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("เตือนแล้ว %(count)s หน่วย", count=in_digits(done.unit_count)), "success")
            return see_other("chasing.one_chase", uid=done.uid)
    return _chase_page(form, uid, branch)


def _chase_page(form: ChaseForm, uid: str, whole: Branch) -> Any:
    today = clock.today()
    via = form.via.data or ""
    branch = whole
    if via in form.via.choices and via:
        branch = branch_to_chase(actor(), uid, today=today, via_uid=via)
    ask = _ask(form, uid)
    chosen = branch.chosen(ask.kinds, today=today, with_chased_today=ask.with_chased_today)
    held_back = len(branch.chosen(ask.kinds, today=today, with_chased_today=True)) - len(chosen)
    mails = sum(1 for unit in chosen if _address(unit, ask))
    return page(
        "chasing/chase.html",
        form,
        letter=branch.letter,
        counts=branch.counts(),
        chosen=chosen[:UNITS_SHOWN],
        chosen_count=len(chosen),
        mail_count=mails,
        paper_count=len(chosen) - mails,
        held_back=held_back,
        unconfirmed_count=sum(1 for unit in chosen if unit.address and not unit.is_confirmed),
        address_of_unit=lambda unit: _address(unit, ask),
        earlier=chases_of_letter(actor(), branch.letter_id),
        has_mail_server=current_app.config["SARABAN"].mail is not None,
        most_text=MOST_TEXT,
        KIND_OF_CHASE=THAI_CHASE_KIND,
    )


@pages.get("/chases/<uid>")
@signed_in
def one_chase(uid: str) -> Any:
    """Whom a reminder reached, and how far each mail is."""
    require(Act.SEE_LETTER)
    card = chase_card(actor(), uid)
    return page(
        "chasing/done.html",
        PressForm(formdata=None),
        card=card,
        units=chase_targets_of(actor(), uid, most=UNITS_SHOWN),
        counts=mail_counts(uid),
        may_chase=may(actor(), Act.CHASE),
        KIND_OF_CHASE=THAI_CHASE_KIND,
        MAIL_WORDS=THAI_MAIL_STATE,
        MAIL_SHAPES=MAIL_SHAPES,
    )


@pages.get("/chases/<uid>/list.<any(pdf, xlsx):kind>")
@signed_in
def outstanding_list(uid: str, kind: str) -> Response:
    """The list that goes with the sealed letter: those reached on paper, or everybody."""
    require(Act.SEE_LETTER)
    card = chase_card(actor(), uid)
    only_paper = request.args.get("of") != "all" and card.paper_count > 0
    table = _table(card, chase_targets_of(actor(), uid, only_paper=only_paper))
    name = f"บัญชีหน่วยงานที่ยังไม่ได้ดำเนินการ_{day_of(card.chased_at).isoformat()}.{kind}"
    return short_list(table, ExportFormat(kind), made_at=card.chased_at, name=name)


@pages.post("/chases/<uid>/letter")
@signed_in
def sealed_letter(uid: str) -> Any:
    """Begin the sealed letter for those that are reached on paper."""
    require(Act.WRITE_DRAFT)
    if sent(PressForm()):
        draft_uid = draft_sealed_letter(actor=actor(), at=clock.now(), chase_uid=uid)
        flash(_("ร่างหนังสือประทับตราแล้ว แนบบัญชีเมื่อพิมพ์"), "success")
        return see_other("drafts.draft", uid=draft_uid)
    return see_other("chasing.one_chase", uid=uid)


def _ask(form: ChaseForm, uid: str) -> ChaseAsk:
    return ChaseAsk(
        letter_uid=uid,
        kinds=frozenset(
            ChaseKind(kind) for kind in form.kinds.data or () if kind in set(ChaseKind)
        ),
        via_uid=form.via.data or "",
        with_chased_today=bool(form.with_chased_today.data),
        with_unconfirmed=bool(form.with_unconfirmed.data),
    )


def _seen(form: ChaseForm) -> int | None:
    text = form.seen_count.data or ""
    return int(text) if text.isascii() and text.isdigit() else None


def _address(unit: Outstanding, ask: ChaseAsk) -> str:
    return unit.mail_address(with_unconfirmed=ask.with_unconfirmed)


def _links() -> str:
    """Where a reminded unit opens letters; blank where nobody from outside reaches us."""
    base = current_app.config["SARABAN"].public_address
    return f"{base}{url_for('letters.letters')}/" if base else ""


def _table(card: ChaseCard, units: tuple[ChaseTarget, ...]) -> PrintedTable:
    day = day_of(card.chased_at)
    dated = "" if card.letter_dated_on is None else f" ลงวันที่ {format_long(card.letter_dated_on)}"
    return PrintedTable(
        form=PaperForm.OUTSTANDING_LIST,
        head=TITLES[PaperForm.OUTSTANDING_LIST],
        unit_name=f"หนังสือ ที่ {card.letter_number}{dated} · ณ วันที่ {format_long(day)}",
        rows=[
            FormRow(
                cells=(
                    to_thai(str(place)),
                    unit.unit_name,
                    unit.via_name,
                    unit.letter_number,
                    format_short(day_of(unit.since_at)),
                    to_thai(str((day - day_of(unit.since_at)).days)),
                    kinds_words(unit.kinds),
                ),
                number=place,
            )
            for place, unit in enumerate(units, start=1)
        ],
        foot_lines=(f"รวม {to_thai(str(len(units)))} หน่วยงาน · {card.unit_name}",),
    )
