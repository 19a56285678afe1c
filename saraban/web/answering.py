"""Answering what a letter asks: a report with its evidence, nil, or not concerned."""

from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _, lazy_gettext
from wtforms import RadioField, TextAreaField

from saraban import clock
from saraban.desk.reporting import submit
from saraban.errors import LetterNotFound, SarabanError
from saraban.queries.letter_answers import own_periods
from saraban.queries.letter_card import letter_card
from saraban.rules.answers import THAI_ANSWER, TO_A_LETTER
from saraban.rules.expected_reports import OWED
from saraban.rules.permissions import Act
from saraban.web.answers import page, see_other
from saraban.web.forms import FilesField, Form, Required, refuse, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.words import choices

pages = Blueprint("answering", __name__)


class ReportForm(Form):
    """One of the answers, words and evidence."""

    answer = RadioField(lazy_gettext("คำตอบ"), validators=[Required()])
    text = TextAreaField(lazy_gettext("ผลการดำเนินการ หรือเหตุผล"))
    files = FilesField(lazy_gettext("หลักฐาน ภาพถ่าย หรือเอกสาร"), role="evidence")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.answer.choices = choices({answer: THAI_ANSWER[answer] for answer in TO_A_LETTER})
        self.text.flags.must_not_say = True


@pages.route("/letters/<uid>/report", methods=["GET", "POST"])
@signed_in
def report(uid: str) -> Any:
    """Answer for the unit; a further answer stands beside the first.

    Where the letter's duties ask the unit for something, that is what is answered: one that is
    owed is led to, several are offered.
    """
    card = letter_card(actor(), uid)
    require(Act.REPORT)
    periods = own_periods(actor(), uid)
    owed = [one for one in periods if one.state in OWED]
    if request.method == "GET" and len(owed) == 1:
        return see_other("duty_answering.answer", uid=owed[0].duty_uid, number=owed[0].number)
    if not card.may_report:
        raise LetterNotFound(uid=uid)
    form = ReportForm(data={"answer": "report"})
    if sent(form):
        try:
            submit(
                actor=actor(),
                at=clock.now(),
                letter_uid=uid,
                answer=form.answer.data,
                text=form.text.data or "",
                files=form.files.data or (),
            )
        except SarabanError as error:
            refuse(form, error)
        else:
            flash(_("ส่งรายงานแล้ว"), "success")
            return see_other("letters.letter", uid=uid)
    return page("answering/report.html", form, card=card, periods=periods)
