"""Many reports of a duty read one below the other, and accepted at once."""

from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _

from saraban import clock
from saraban.desk.report_reviews import accept_reports
from saraban.errors import SarabanError
from saraban.queries.duty_reviews import WaitingReport, waiting_reports
from saraban.rules.permissions import Act, may
from saraban.web.answers import see_other
from saraban.web.duties import duty_page
from saraban.web.forms import Form, refuse, sent
from saraban.web.report_fields import shown_values
from saraban.web.session import actor, require, signed_in
from saraban.web.words import in_digits

pages = Blueprint("duty_review_list", __name__)


class AcceptForm(Form):
    """Which reports, in which version; the ticks are `report`, each as `mark` says it."""


@pages.route("/duties/<uid>/review", methods=["GET", "POST"])
@signed_in
def waiting(uid: str) -> Any:
    """What waits for the keeper's word; those ticked are accepted, in the version that was read."""
    found, form = waiting_reports(actor(), uid), AcceptForm()
    if request.method == "POST":
        require(Act.REVIEW_REPORT)
    ticked = set(request.form.getlist("report"))
    if sent(form):
        seen: dict[int, dict[str, int]] = {}
        for line in found.lines:
            if mark(line) in ticked:
                seen.setdefault(line.number, {})[line.unit_uid] = line.version
        count = _accept(uid, seen, form)
        # A tick that is no line any more was of a version that has been overtaken.
        left = len(ticked) - count
        if count:
            flash(_("รับรองแล้ว %(count)s ฉบับ", count=in_digits(count)), "success")
        if count and not left:
            return see_other("duty_review_list.waiting", uid=uid)
        if not form.is_refused:
            form.form_errors.append(
                _("ไม่ได้รับรอง %(count)s ฉบับ เพราะมีฉบับใหม่หรือมีผู้ตรวจไปแล้ว", count=in_digits(left))
                if ticked
                else _("ติ๊กรายงานอย่างน้อยหนึ่งฉบับ")
            )
        found = waiting_reports(actor(), uid)
    return duty_page(
        "duty_answers/review.html",
        found.duty,
        form,
        found=found,
        review_form=form,
        mark=mark,
        ticked=ticked,
        may_accept=found.duty.is_keeper and may(actor(), Act.REVIEW_REPORT),
        shown_values=shown_values,
    )


def mark(line: WaitingReport) -> str:
    """What a tick says: the period, the unit and the version that was read."""
    return f"{line.number}/{line.unit_uid}/{line.version}"


def _accept(uid: str, seen: dict[int, dict[str, int]], form: Form) -> int:
    count = 0
    for number, units in seen.items():
        try:
            count += accept_reports(
                actor=actor(), at=clock.now(), duty_uid=uid, number=number, seen=units
            )
        except SarabanError as error:
            refuse(form, error)
    return count
