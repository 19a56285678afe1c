"""The ledger of citations that disagree, the case of a letter, and what people say of either."""

from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import HiddenField

from saraban import clock
from saraban.desk.cases import mark_case
from saraban.desk.citing import take_back_citation
from saraban.errors import SarabanError
from saraban.paper.conflict_lists import conflicts_workbook
from saraban.paper.csv_table import csv_table
from saraban.queries.cases import THAI_TIE, case_of
from saraban.queries.citation_ledger import THAI_KIND, Kind, LedgerLine, citation_ledger
from saraban.queries.letter_card import letter_card
from saraban.queries.letter_lookup import letter_by_number
from saraban.rules.cited_subject import cited_subject
from saraban.rules.letters import THAI_URGENCY, Urgency
from saraban.rules.permissions import Act, may
from saraban.web.answers import page, see_other
from saraban.web.forms import Form, LineField, Required, refuse, sent
from saraban.web.letter_facts import marked
from saraban.web.session import actor, require, signed_in
from saraban.web.words import day_words, in_digits, moment_words, said

pages = Blueprint("citation_ledger", __name__)

MOST_IN_A_FILE = 10_000
_MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_WIDTHS = (24, 16, 30, 60, 24, 30, 30, 24, 26, 22)


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
    require(Act.SEE_CASCADE)
    kind = _kind()
    before = request.args.get("before", type=int)
    found = citation_ledger(actor(), kind=kind, before=before)
    return page(
        "citations/ledger.html",
        found=found,
        shown=[(line, pairs(line)) for line in found.lines],
        before=before,
        kind=kind.value if kind else "",
        kinds=[("", _("ขัดกันทั้งหมด")), *((one.value, _(THAI_KIND[one])) for one in Kind)],
        words=THAI_KIND,
    )


@pages.get("/citations.<any(csv, xlsx):form>")
@signed_in
def file(form: str) -> Response:
    """The same as a file for a spreadsheet, up to 10,000 lines."""
    require(Act.SEE_CASCADE)
    found = citation_ledger(actor(), kind=_kind(), most=MOST_IN_A_FILE)
    heads = [
        _("หนังสือที่อ้าง"), _("ลงวันที่"), _("ผู้ออก"), _("ข้อความที่เขียน"), _("ฉบับที่หมายถึง"), _("เขียนไว้ว่า"),
        _("ตัวจริง"), _("ต่างกันที่"), _("ผู้ยืนยัน"), _("เมื่อ"),
    ]  # fmt: skip
    rows = [_cells(line) for line in found.lines]
    if form == "csv":
        content = csv_table(heads, rows)
    else:
        content = conflicts_workbook(_("การอ้างถึง"), heads, rows, widths=_WIDTHS)
    answer = Response(content, content_type=_MEDIA[form])
    answer.headers["Content-Disposition"] = f"attachment; filename=citations.{form}"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


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


def pairs(line: LedgerLine) -> list[tuple[str, Any, Any]]:
    """(what, as written, as the letter shows it) of each difference, the differing part marked."""
    return [(word, *marked(written, true)) for word, written, true in _pairs(line)]


def _pairs(line: LedgerLine) -> list[tuple[str, str, str]]:
    found = []
    if {Kind.NUMBER, Kind.BOTH} & set(line.kinds):
        true = line.resolved_key or line.resolved_number
        found.append((_("เลขที่"), in_digits(line.cited_number), in_digits(true)))
    if {Kind.DATE, Kind.BOTH} & set(line.kinds):
        found.append((_("ลงวันที่"), day_words(line.cited_on), day_words(line.resolved_on)))
    if Kind.URGENCY in line.kinds:
        found.append(
            (_("ชั้นความเร็ว"), _urgency(line.cited_urgency), _urgency(line.resolved_urgency))
        )
    if Kind.SUBJECT in line.kinds:
        found.append((_("เรื่อง"), cited_subject(line.text), line.resolved_subject))
    return found


def _urgency(value: str | None) -> str:
    """What shows none may be of none, or a copy that lost it."""
    if value is None or value == Urgency.NORMAL:
        return str(_("ไม่แสดง"))
    return str(_(THAI_URGENCY[Urgency(value)]))


def _cells(line: LedgerLine) -> list[str]:
    told = _pairs(line)
    return [
        line.citing_number,
        day_words(line.citing_on),
        line.citing_issuer,
        line.text,
        line.resolved_number,
        "\n".join(f"{word} {written}" for word, written, _true in told),
        "\n".join(f"{word} {true}" for word, _written, true in told),
        ", ".join(str(_(THAI_KIND[kind])) for kind in line.kinds),
        line.confirmed_by,
        moment_words(line.confirmed_at),
    ]
