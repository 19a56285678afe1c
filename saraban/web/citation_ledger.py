"""The ledger of citations that disagree, the case of a letter, and what people say of either."""

import csv
import io
from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import HiddenField

from saraban import clock
from saraban.desk.cases import mark_case
from saraban.desk.citing import take_back_citation
from saraban.errors import SarabanError
from saraban.queries.cases import THAI_TIE, case_of
from saraban.queries.citation_ledger import THAI_KIND, Kind, LedgerLine, citation_ledger
from saraban.queries.letter_card import letter_card
from saraban.queries.letter_lookup import letter_by_number
from saraban.rules.permissions import Act, may
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, LineField, Required, refuse, sent
from saraban.web.session import actor, require, signed_in
from saraban.web.words import day_words, said

pages = Blueprint("citation_ledger", __name__)

MOST_IN_A_FILE = 10_000


class TakeBackForm(Form):
    """Why a citation does not mean the letter it is tied to."""

    citation = HiddenField()
    reason = LineField(lazy_gettext("เหตุผล"), validators=[Required()])


class CaseForm(Form):
    """Another letter, by its number or its uid, and why it is or is not the same matter."""

    other = LineField(lazy_gettext("เลขที่หนังสืออีกฉบับ"), validators=[Required()])
    word = HiddenField(default="join")
    reason = LineField(lazy_gettext("เหตุผล"), validators=[Required()])


@pages.get("/citations")
@signed_in
def ledger() -> Any:
    """Every citation in reach that disagrees with its letter, or is not placed yet."""
    kind = _kind()
    found = citation_ledger(actor(), kind=kind, before=request.args.get("before", type=int))
    return page(
        "citations/ledger.html",
        found=found,
        kind=kind.value if kind else "",
        kinds=[("", _("ขัดกันทั้งหมด")), *((one.value, _(THAI_KIND[one])) for one in Kind)],
        words=THAI_KIND,
    )


@pages.get("/citations.csv")
@signed_in
def as_csv() -> Response:
    """The same as a file for a spreadsheet, up to 10,000 lines."""
    found = citation_ledger(actor(), kind=_kind(), most=MOST_IN_A_FILE)
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(
        ["citing", "citing_date", "citing_issuer", "as_written", "cited_number", "cited_date",
         "means", "means_date", "kind", "confirmed_by"]
    )  # fmt: skip
    rows.writerows(_cells(line) for line in found.lines)
    return Response(
        "\ufeff" + text.getvalue(),
        mimetype="text/csv",
        headers={"Content-Disposition": "attachment; filename=citations.csv"},
    )


@pages.route("/letters/<uid>/citations/take-back", methods=["POST"])
@signed_in
def take_back(uid: str) -> Any:
    """Say that a citation does not mean the letter that it is tied to."""
    require(Act.CONFIRM_CITATION)
    form = TakeBackForm()
    if sent(form):
        try:
            take_back_citation(
                actor=actor(),
                at=clock.now(),
                letter_uid=uid,
                citation_id=int(form.citation.data) if form.citation.data.isdecimal() else 0,
                reason=form.reason.data,
            )
        except SarabanError as error:
            flash(said(error), "warning")
        else:
            flash(_("ถอนการอ้างถึงแล้ว สิ่งที่เขียนไว้และเหตุผลยังอยู่"), "success")
    else:
        flash(_("โปรดบอกเหตุผลที่ถอน"), "warning")
    return see_other("letters.letter", uid=uid)


@pages.route("/letters/<uid>/case", methods=["GET", "POST"])
@signed_in
def case(uid: str) -> Any:
    """The letters on one matter, and a word of one's own on what belongs to it."""
    form = CaseForm()
    if request.method == "POST":
        require(Act.CONFIRM_CITATION)
    if request.method == "POST" and sent(form):
        try:
            mark_case(
                actor=actor(),
                at=clock.now(),
                letter_uid=uid,
                other_uid=_other(form.other.data),
                is_joined=form.word.data != "part",
                reason=form.reason.data,
            )
        except SarabanError as error:
            error.field = error.field if error.field in form else "other"
            refuse(form, error)
        else:
            flash(_("บันทึกแล้ว"), "success")
            return see_other("citation_ledger.case", uid=uid)
    return page(
        "citations/case.html",
        form,
        card=letter_card(actor(), uid),
        found=case_of(uid, actor=actor()),
        may_mark=may(actor(), Act.CONFIRM_CITATION),
        ties=THAI_TIE,
    )


def _other(typed: str) -> str:
    """The uid of the letter meant: a uid as the page's own buttons send it, or a number."""
    words = typed.strip()
    return words if words.count("-") == 4 and len(words) == 36 else letter_by_number(words).uid


def _kind() -> Kind | None:
    asked = request.args.get("kind", "")
    return Kind(asked) if asked in set(Kind) else None


def _cells(line: LedgerLine) -> list[str]:
    # A cell that begins like a formula would be one to a spreadsheet.
    cells = [
        line.citing_number, day_words(line.citing_on), line.citing_issuer, line.text,
        line.cited_number, day_words(line.cited_on), line.resolved_number,
        day_words(line.resolved_on), line.kind.value if line.kind else "", line.confirmed_by,
    ]  # fmt: skip
    return [f"'{cell}" if cell[:1] in "=+-@" else cell for cell in cells]
