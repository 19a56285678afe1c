"""Send a circular, or pass one on under a number of one's own: one page, top to bottom."""

from typing import Any

from flask import Blueprint, flash, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from saraban import clock
from saraban.desk import dispatch as desk
from saraban.desk.dispatch import Issued
from saraban.errors import N_, Conflict, LaterThanParent, LetterNotFound, SarabanError
from saraban.paper.house_style import PrintFailed
from saraban.queries.letter_card import LetterCard, letter_card
from saraban.queries.letter_points import letter_duties
from saraban.queries.relay_duties import relay_card
from saraban.queries.reserved_numbers import reserved_number
from saraban.queries.sending import Preview, Sender, sender
from saraban.rules.instructions import Instruction, later_unexplained
from saraban.rules.letters import THAI_URGENCY, Urgency
from saraban.rules.permissions import Act
from saraban.rules.registers import RegisterName
from saraban.thai.dates import format_long
from saraban.thai.digits import to_thai
from saraban.web.answers import page, see_other
from saraban.web.comparison import (
    PointsShown,
    dropped_words,
    points_shown,
    points_were_seen,
    proposed_dates,
)
from saraban.web.draft_paper import check_texts
from saraban.web.forms import refuse, sent
from saraban.web.letter_form import MOST_POINTS, LetterForm, drafted, points_of, points_told
from saraban.web.opening_duties import may_open_duties
from saraban.web.printing import has_print, may_print, print_and_show, print_letter
from saraban.web.recipients import addressees_of, looked, recipient_facts, was_seen
from saraban.web.session import actor, require, signed_in
from saraban.web.words import said

pages = Blueprint("dispatch", __name__)


class NotToPassOn(Conflict):
    """The letter is not one that this unit received and may still pass on."""

    code = "not_to_pass_on"
    message_th = N_("หนังสือนี้เวียนต่อไม่ได้: ยังไม่ได้รับ เวียนต่อไปแล้ว หรือเป็นหนังสือลับ")


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
    require(Act.ISSUE_LETTER)
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
    # The page of a draft has this part too, and none of the points: it compares them itself.
    points = None
    if "points-0-asks" in request.form:
        points = _points_shown(form, parent, sender(actor()))
    return render_template(
        "dispatch/recipients.html",
        form=form,
        parent=parent,
        is_fragment=True,
        points=points,
        dropped_words="" if points is None else dropped_words(points.dropped),
        recipients_url=request.full_path,
        **recipient_facts(form, shown),
    )


@pages.post("/letters/send/points")
@signed_in
def compared_points() -> Any:
    """The part that compares the points, for htmx when one of them was changed."""
    form = LetterForm()
    parent_uid = request.args.get("parent")
    parent = letter_card(actor(), parent_uid) if parent_uid else None
    shown = _points_shown(form, parent, sender(actor()))
    return render_template(
        "dispatch/comparison.html",
        points=shown,
        dropped_words=dropped_words(shown.dropped),
        is_fragment=True,
    )


@pages.get("/letters/<uid>/sent")
@signed_in
def done(uid: str) -> Any:
    """What sending did, and whether the letter's paper could be drawn."""
    card = _of_ours(uid)
    return page(
        "dispatch/done.html",
        card=card,
        has_print=has_print(card),
        may_print=may_print(card),
        asked=letter_duties(actor(), uid),
        may_open_duties=may_open_duties(card),
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
    points = _points_shown(form, parent, own)
    shown: Preview | None = None
    step = request.form.get("step", "")
    if request.method == "POST":
        if step == "point" and len(form.points) < MOST_POINTS:
            form.points.append_entry()
        if step == "send" and sent(form):
            shown = looked(form, parent)
            stands = _dates_explained(form, points) and points_were_seen(
                form, points, form.seen_points.data
            )
            issued = _sent(form, parent, shown) if stands else None
            if issued is not None:
                return print_and_show(issued.letter_uid)
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
        points=points,
        dropped_words=dropped_words(points.dropped),
        points_url=url_for("dispatch.compared_points", parent=parent.uid if parent else None),
        recipients_url=url_for("dispatch.recipients", parent=parent.uid if parent else None),
        **recipient_facts(form, shown),
    )


def _sent(form: LetterForm, parent: LetterCard | None, shown: Preview | None) -> Issued | None:
    """The letter sent; None when something stands against it, or the set was not seen yet."""
    if shown is None or not was_seen(form, shown):
        return None
    try:
        draft = drafted(form, shown)
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
            addressees=addressees_of(form, shown),
            conveys_uid=parent.uid if parent else None,
            numbered=form.numbered,
        )
    except SarabanError as error:
        refuse(form, error)
        return None


def _points_shown(form: LetterForm, parent: LetterCard | None, own: Sender) -> PointsShown:
    return points_shown(
        parent,
        [
            Instruction(one.point, one.asks, one.report_to, one.due_on, one.late_reason)
            for one in points_of(form)
        ],
        dated_on=form.dated_on.data,
        urgency=form.urgency.data,
        sender_kind=own.kind,
        relay_phrase=form.relay_phrase.data or "",
    )


def _dates_explained(form: LetterForm, points: PointsShown) -> bool:
    """Whether each later date has its reason; beside the point's field where one has not."""
    told = {to_thai(str(place)): point for place, point in enumerate(points_told(form), start=1)}
    late = later_unexplained(points.pairs)
    for pair in late:
        if pair.own is not None and pair.above is not None:
            error = LaterThanParent(
                point=pair.own.number, days=pair.days_later, above=pair.above.number
            )
            field = told[pair.own.number].late_reason
            field.errors = [*field.errors, said(error)]
    # A list of forms keeps what its validation found; it does not look again.
    form.points.errors = [entry.errors for entry in form.points.entries] if late else []
    return not late


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
            "addressees": _to_be_told(parent),
            "points": [
                {"asks": duty.asks, "due_on": due_on, "report_to": duty.report_to}
                for duty, due_on in zip(
                    parent.duties, proposed_dates(parent, clock.today()), strict=True
                )
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


def _to_be_told(parent: LetterCard) -> str:
    """Whom the letter wants told: as its receipt read it, where its phrase is a whole clause."""
    duty = relay_card(actor(), parent.uid, today=clock.today())
    return duty.phrase if duty is not None and duty.phrase else parent.relay_phrase


def parent_citation(parent: LetterCard) -> str:
    """The line under สิ่งที่ส่งมาด้วย that names the letter passed on, as offices write it."""
    urgency = "" if parent.urgency == Urgency.NORMAL else f" {THAI_URGENCY[parent.urgency]}"
    day = "" if parent.dated_on is None else f" ลงวันที่ {format_long(parent.dated_on)}"
    number = f" ที่ {parent.printed_number}" if parent.printed_number else ""
    return f"สำเนาหนังสือ{parent.issuer_text}{urgency}{number}{day}"
