"""Send a circular, or pass one on under a number of one's own: one page, top to bottom."""

from typing import Any

from flask import Blueprint, flash, render_template, request, url_for
from flask_babel import gettext as _, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import FieldList, Form as PlainForm, FormField, SelectField, TextAreaField

from saraban import clock
from saraban.desk import dispatch as desk
from saraban.desk.dispatch import Addressees, Issued
from saraban.desk.drafts import CitationDraft, DutyDraft, LetterDraft
from saraban.errors import N_, Conflict, LetterNotFound, Refused, SarabanError
from saraban.paper.pdf_print import PrintFailed
from saraban.queries.letter_card import LetterCard, letter_card
from saraban.queries.reserved_numbers import reserved_number
from saraban.queries.sending import Preview, Sender, sender
from saraban.rules.letters import CIRCULAR_KINDS, THAI_KIND, THAI_URGENCY, Urgency
from saraban.rules.permissions import Act, may, who_may
from saraban.rules.registers import RegisterName
from saraban.thai.dates import format_long
from saraban.thai.digits import to_thai
from saraban.web.answers import page, see_other
from saraban.web.draft_paper import check_texts
from saraban.web.forms import LineField, Required, ThaiDateField, refuse, sent
from saraban.web.printing import has_print, may_print, print_letter, print_or_say_why
from saraban.web.recipients import (
    RecipientsForm,
    addressed_to,
    looked,
    recipient_facts,
    was_seen,
)
from saraban.web.session import actor, signed_in
from saraban.web.words import choices, said

pages = Blueprint("dispatch", __name__)

FIRST_POINTS, MOST_POINTS = 2, 30


class NotToPassOn(Conflict):
    """The letter is not one that this unit received and may still pass on."""

    code = "not_to_pass_on"
    message_th = N_("หนังสือนี้เวียนต่อไม่ได้: ยังไม่ได้รับ เวียนต่อไปแล้ว หรือเป็นหนังสือลับ")


class PointForm(PlainForm):
    """One numbered point of what is asked; it is numbered by its place."""

    asks = LineField(lazy_gettext("สิ่งที่ขอให้ทำ"))
    due_on = ThaiDateField(lazy_gettext("ภายในวันที่"))
    report_to = LineField(lazy_gettext("รายงานที่ใด"))
    late_reason = LineField(lazy_gettext("เหตุที่ช้ากว่าต้นเรื่อง"))


class LetterForm(RecipientsForm):
    """Everything that a letter to be sent says, and to whom it goes."""

    kind = SelectField(lazy_gettext("ชนิดหนังสือ"), default="external")
    urgency = SelectField(lazy_gettext("ชั้นความเร็ว"), default="normal")
    subject = LineField(lazy_gettext("เรื่อง"), validators=[Required()])
    references = TextAreaField(lazy_gettext("อ้างถึง"))
    enclosures = TextAreaField(lazy_gettext("สิ่งที่ส่งมาด้วย"))
    body = TextAreaField(lazy_gettext("ข้อความ"))
    signatory_name = LineField(lazy_gettext("ผู้ลงนาม"))
    signatory_position = TextAreaField(lazy_gettext("ตำแหน่งผู้ลงนาม"))
    owner_section = LineField(lazy_gettext("ส่วนราชการเจ้าของเรื่อง"))
    contact = LineField(lazy_gettext("โทร. และการติดต่อ"))
    points = FieldList(FormField(PointForm), min_entries=FIRST_POINTS, max_entries=MOST_POINTS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = {kind: THAI_KIND[kind] for kind in THAI_KIND if kind in CIRCULAR_KINDS}
        self.kind.choices = choices(kinds)
        self.urgency.choices = choices(THAI_URGENCY)


@pages.route("/letters/send", methods=["GET", "POST"])
@signed_in
def new() -> Any:
    """A letter of one's own from the beginning."""
    return _page(None)


@pages.route("/letters/<uid>/reissue", methods=["GET", "POST"])
@signed_in
def reissue(uid: str) -> Any:
    """The letter that passes another on: prefilled from it, under a number of one's own."""
    parent = letter_card(actor(), uid)
    if not may(actor(), Act.ISSUE_LETTER):
        raise Refused(act=Act.ISSUE_LETTER.value, who_may=who_may(Act.ISSUE_LETTER))
    if not parent.may_reissue:
        raise NotToPassOn()
    return _page(parent)


@pages.post("/letters/send/recipients")
@signed_in
def recipients() -> Any:
    """The part of the page that says who would get it, for htmx while the phrase is typed."""
    form = LetterForm()
    parent_uid = request.args.get("parent")
    parent = letter_card(actor(), parent_uid) if parent_uid else None
    shown = looked(form, parent)
    return render_template(
        "dispatch/recipients.html",
        form=form,
        parent=parent,
        is_fragment=True,
        recipients_url=request.full_path,
        **recipient_facts(form, shown),
    )


@pages.get("/letters/<uid>/sent")
@signed_in
def done(uid: str) -> Any:
    """What sending did, and whether the letter's paper could be drawn."""
    card = _of_ours(uid)
    return page(
        "dispatch/done.html", card=card, has_print=has_print(card), may_print=may_print(card)
    )


@pages.post("/letters/<uid>/print")
@signed_in
def draw(uid: str) -> Response:
    """Draw the letter's PDF once more, after the first drawing failed."""
    _of_ours(uid)
    try:
        print_letter(actor=actor(), at=clock.now(), letter_uid=uid)
    except PrintFailed as error:
        flash(said(error), "warning")
    return see_other("dispatch.done", uid=uid)


def _of_ours(uid: str) -> LetterCard:
    """The letter, if the person's unit issued it; what sending did is nobody else's business."""
    card = letter_card(actor(), uid)
    if not card.is_ours:
        raise LetterNotFound(uid=uid)
    return card


def _page(parent: LetterCard | None) -> Any:
    own = sender(actor())
    form = LetterForm() if request.method == "POST" else _prefilled(own, parent)
    shown: Preview | None = None
    step = request.form.get("step", "")
    if request.method == "POST":
        if step == "point" and len(form.points) < MOST_POINTS:
            form.points.append_entry()
        if step == "send" and sent(form):
            shown = looked(form, parent)
            issued = _sent(form, parent, shown)
            if issued is not None:
                failure = print_or_say_why(
                    actor=actor(), at=clock.now(), letter_uid=issued.letter_uid
                )
                if failure is not None:
                    flash(said(failure), "warning")
                return see_other("dispatch.done", uid=issued.letter_uid)
        elif step != "send":
            shown = looked(form, parent)
    elif parent is not None:
        shown = looked(form, parent)
    return page(
        "dispatch/letter.html",
        form,
        parent=parent,
        own=own,
        is_fragment=False,
        recipients_url=url_for("dispatch.recipients", parent=parent.uid if parent else None),
        **recipient_facts(form, shown),
    )


def _sent(form: LetterForm, parent: LetterCard | None, shown: Preview | None) -> Issued | None:
    """The letter sent; None when something stands against it, or the set was not seen yet."""
    if shown is None or not was_seen(form, shown):
        return None
    try:
        draft = _draft(form, shown)
        check_texts(
            {
                name: getattr(draft, name)
                for name in ("subject", "body", "signatory_name", "signatory_position", "contact")
            }
        )
        return desk.issue(
            actor=actor(),
            at=clock.now(),
            draft=draft,
            code_letters=form.code_letters.data,
            owner_number=form.owner_number.data,
            is_circular=bool(form.is_circular.data),
            addressees=Addressees(
                phrase=form.addressees.data,
                unit_ids=tuple(unit.id for unit in shown.further),
                channel=form.channel.data,
                list_uid=form.list_uid.data or None,
            ),
            conveys_uid=parent.uid if parent else None,
            numbered=form.numbered,
        )
    except SarabanError as error:
        refuse(form, error)
        return None


def _draft(form: LetterForm, shown: Preview) -> LetterDraft:
    return LetterDraft(
        kind=form.kind.data,
        subject=form.subject.data,
        addressee_text=form.addressee_text.data.strip() or addressed_to(form, shown),
        dated_on=form.dated_on.data,
        urgency=form.urgency.data,
        body=form.body.data or "",
        signatory_name=form.signatory_name.data,
        signatory_position=form.signatory_position.data or "",
        owner_section=form.owner_section.data,
        contact=form.contact.data,
        relay_phrase=form.relay_phrase.data,
        citations=(
            *_citations("reference", form.references.data),
            *_citations("enclosure", form.enclosures.data),
        ),
        duties=tuple(_points(form)),
    )


def _points(form: LetterForm) -> list[DutyDraft]:
    told = [point for point in form.points.entries if point.asks.data.strip()]
    return [
        DutyDraft(
            point=to_thai(str(place)),
            asks=point.asks.data.strip(),
            report_to=point.report_to.data.strip(),
            due_on=point.due_on.data,
            late_reason=point.late_reason.data.strip(),
        )
        for place, point in enumerate(told, start=1)
    ]


def _citations(place: str, text: str | None) -> list[CitationDraft]:
    lines = (line.strip() for line in (text or "").splitlines())
    return [CitationDraft(place, line) for line in lines if line]


def _prefilled(own: Sender, parent: LetterCard | None) -> LetterForm:
    """An empty letter of the unit's own, or one that keeps the parent's subject and points."""
    facts: dict[str, Any] = {
        "dated_on": clock.today(),
        "code_letters": own.code_letters,
        "owner_number": own.owner_number,
        "contact": _("โทร. %(telephone)s", telephone=own.telephone) if own.telephone else "",
    }
    if parent is not None:
        facts |= {
            "kind": "external",
            "urgency": parent.urgency,
            "subject": parent.subject,
            "enclosures": parent_citation(parent),
            "addressees": parent.relay_phrase,
            "points": [
                {"asks": duty.asks, "due_on": duty.due_on, "report_to": duty.report_to}
                for duty in parent.duties
            ],
        }
    kept = reserved_number(actor(), request.args.get("reserved"))
    if kept is not None:
        facts |= {
            "reserved": kept.entry_uid,
            "dated_on": kept.reserved_on,
            "is_circular": kept.register == RegisterName.CIRCULAR,
            "register": "" if kept.register in set(RegisterName) else kept.register,
        }
    return LetterForm(formdata=None, data=facts)


def parent_citation(parent: LetterCard) -> str:
    """The line under สิ่งที่ส่งมาด้วย that names the letter passed on, as offices write it."""
    urgency = "" if parent.urgency == Urgency.NORMAL else f" {THAI_URGENCY[parent.urgency]}"
    day = "" if parent.dated_on is None else f" ลงวันที่ {format_long(parent.dated_on)}"
    number = f" ที่ {parent.printed_number}" if parent.printed_number else ""
    return f"สำเนาหนังสือ{parent.issuer_text}{urgency}{number}{day}"
