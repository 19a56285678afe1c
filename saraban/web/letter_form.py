"""The letter about to be sent as a form, and what the form says as a draft of the letter."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import FieldList, Form as PlainForm, FormField, SelectField, TextAreaField

from saraban.desk.drafts import CitationDraft, DutyDraft, LetterDraft
from saraban.queries.sending import Preview
from saraban.rules.letters import CIRCULAR_KINDS, THAI_KIND, THAI_URGENCY
from saraban.thai.digits import to_thai
from saraban.web.forms import LineField, Required, ThaiDateField
from saraban.web.recipients import RecipientsForm, addressed_to
from saraban.web.words import choices

FIRST_POINTS, MOST_POINTS = 2, 30


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


def drafted(form: LetterForm, shown: Preview) -> LetterDraft:
    """The letter as the form says it, to whom it is shown to go."""
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
        duties=tuple(points_of(form)),
    )


def points_told(form: LetterForm) -> list[Any]:
    """The points that ask something, in their order: empty ones do not count."""
    return [point for point in form.points.entries if (point.asks.data or "").strip()]


def points_of(form: LetterForm) -> list[DutyDraft]:
    """The same as duties, numbered by their places."""
    return [
        DutyDraft(
            point=to_thai(str(place)),
            asks=point.asks.data.strip(),
            report_to=(point.report_to.data or "").strip(),
            due_on=point.due_on.data,
            late_reason=(point.late_reason.data or "").strip(),
        )
        for place, point in enumerate(points_told(form), start=1)
    ]


def _citations(place: str, text: str | None) -> list[CitationDraft]:
    lines = (line.strip() for line in (text or "").splitlines())
    return [CitationDraft(place, line) for line in lines if line]
