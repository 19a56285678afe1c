"""Handing a unit's open duties and orders to another post, and the list of it to sign."""

from io import BytesIO
from typing import Any

from flask import Blueprint, flash, request, send_file
from flask_babel import gettext as _, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import SelectField, TextAreaField
from wtforms.validators import Length

from saraban import clock
from saraban.desk.hand_over import LONGEST_WORDS, Receiver, hand_over as do_hand_over
from saraban.errors import N_, SarabanError
from saraban.paper.hand_over_list import PrintedHandOver, hand_over_pdf
from saraban.queries.hand_over import NOBODY, Source, Target, sources, targets
from saraban.queries.handed_over import HandedLine, HandedOver, hand_overs, handed_over
from saraban.rules.days import day_of
from saraban.rules.letters import Secrecy
from saraban.rules.permissions import Act
from saraban.thai.dates import format_long, format_short
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, LineField, Required, ThaiDateField, refuse, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.words import day_words

pages = Blueprint("hand_over", __name__)

VACANT = "vacant"
LINE_WORDS = {
    "duty": N_("ภารกิจที่ต้องรายงาน"),
    "kept": N_("ภารกิจที่ติดตามและรวบรวม"),
    "order": N_("หนังสือที่สั่งการแล้ว ยังไม่เสร็จ"),
}


class HandOverForm(Form):
    """To whom, from which day, with which words; the ticks stand in the list."""

    to_post = SelectField(lazy_gettext("ผู้รับมอบ"), validators=[Required()])
    to_title = LineField(lazy_gettext("ชื่อตำแหน่งที่ยังไม่มีผู้ดำรง"))
    handed_on = ThaiDateField(lazy_gettext("ตั้งแต่วันที่"), validators=[Required()])
    words = TextAreaField(lazy_gettext("ข้อความถึงผู้รับมอบ"), validators=[Length(max=LONGEST_WORDS)])

    def offer(self, people: tuple[Target, ...]) -> None:
        """Let it choose among the unit's posts, or a post that has no holder."""
        self.to_post.choices = [
            ("", _("โปรดเลือก")),
            *((str(one.post_id), _receiver_words(one)) for one in people),
            (VACANT, _("ตำแหน่งที่ยังไม่มีผู้ดำรง (เขียนชื่อตำแหน่ง)")),
        ]


@pages.route("/duties/hand-over", methods=["GET", "POST"])
@signed_in
def hand_over() -> Any:
    """Whose things, which of them, to whom; below it what was handed over before."""
    require(Act.HAND_OVER)
    today = clock.today()
    form = HandOverForm(handed_on=today)
    form.offer(targets(actor(), today=today))
    if sent(form):
        try:
            uid = do_hand_over(
                actor=actor(),
                at=clock.now(),
                from_key=request.form.get("source", ""),
                duty_uids=request.form.getlist("duty"),
                ordered_ids=[int(one) for one in request.form.getlist("order") if one.isdecimal()],
                receiver=_receiver(form),
                words=form.words.data or "",
                handed_on=form.handed_on.data,
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("ส่งมอบแล้ว พิมพ์บัญชีให้ทั้งสองฝ่ายลงนามได้"), "success")
            return see_other("hand_over.done", uid=uid)
    every = sources(actor(), today=today)
    chosen = _chosen(every)
    return page(
        "work/hand_over.html",
        form,
        sources=every,
        source=chosen,
        nobody=NOBODY,
        vacant=VACANT,
        ticked=set(request.form.getlist("duty")) | set(request.form.getlist("order")),
        before=hand_overs(actor()),
    )


@pages.get("/duties/hand-over/<uid>")
@signed_in
def done(uid: str) -> Any:
    """One handing over with its list."""
    require(Act.SEE_DUTY)
    return page(
        "work/handed.html",
        told=handed_over(actor(), uid=uid),
        line_words=LINE_WORDS,
    )


@pages.get("/duties/hand-over/<uid>/list.pdf")
@signed_in
def paper(uid: str) -> Response:
    """The list with the places of both signatures, บัญชีส่งมอบงาน."""
    require(Act.SEE_DUTY)
    told = handed_over(actor(), uid=uid)
    return send_file(
        BytesIO(hand_over_pdf(_printed(told))),
        mimetype="application/pdf",
        download_name=f"บัญชีส่งมอบงาน_{told.handed_on.isoformat()}.pdf",
        max_age=0,
    )


def _receiver_words(one: Target) -> str:
    words = f"{one.name} · {one.title}"
    if one.begins_on is None:
        return words
    day = day_words(one.begins_on, "short")
    return str(_("%(post)s (ตั้งแต่ %(day)s)", post=words, day=day))


def _receiver(form: HandOverForm) -> Receiver:
    chosen = form.to_post.data or ""
    if chosen == VACANT:
        return Receiver(title=form.to_title.data or "")
    return Receiver(int(chosen))


def _chosen(every: tuple[Source, ...]) -> Source | None:
    """The source that the address or the form names, else the first."""
    key = request.values.get("source", "")
    return next((one for one in every if one.key == key), every[0] if every else None)


def _printed(told: HandedOver) -> PrintedHandOver:
    return PrintedHandOver(
        unit_name=told.unit_name,
        from_words=_who(told.from_name, told.from_title) or "ยังไม่มีผู้รับผิดชอบ",
        to_words=_who(told.to_name, told.to_title),
        from_name=told.from_name,
        from_title=told.from_title,
        to_name=told.to_name,
        to_title=told.to_title,
        handed_on=format_long(told.handed_on),
        words=told.words,
        made=f"{told.made_by} เมื่อ {format_long(day_of(told.made_at))}",
        lines=[_line(line) for line in told.lines],
    )


def _line(line: HandedLine) -> tuple[str, str, str, str, str]:
    is_secret = line.secrecy != Secrecy.NORMAL
    return (
        LINE_WORDS[line.kind],
        "หนังสือชั้นความลับ ไม่แสดงเรื่อง" if is_secret else line.name,
        line.letter_number or "",
        format_short(line.due_on) if line.due_on else "",
        line.note if line.kind != "order" or not is_secret else "",
    )


def _who(name: str, title: str) -> str:
    return f"{name} ({title})" if name and title else name or title
