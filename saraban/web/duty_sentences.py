"""A new duty in sentences, as it would be read aloud before the last press."""

from flask_babel import gettext as _

from saraban.queries.addressees import UnitLine
from saraban.queries.duty_preview import DutyPreview
from saraban.rules.report_duties import ReportTo
from saraban.web.due_words import when_sentence
from saraban.web.duty_form import DutyForm
from saraban.web.session import me
from saraban.web.words import day_words, in_digits

_MOST_NAMED = 6


def duty_sentences(form: DutyForm, preview: DutyPreview) -> list[str]:
    """All of it once more; after `says_when`."""
    assert form.when is not None, "looked at only with a when"
    words = [
        _(
            "%(count)s หน่วย (%(names)s) ต้องตอบเรื่อง “%(name)s”",
            count=in_digits(preview.count),
            names=_names(preview.units, preview.count),
            name=form.name.data,
        ),
        when_sentence(form.when, form.roll.data or ""),
    ]
    words += _days(preview)
    words.append(_("ตอบถึง %(who)s", who=_answered_to(form)))
    if form.form_version.data:
        words.append(_("ด้วยแบบ %(form)s", form=form.form_version.choices[form.form_version.data]))
    if form.needs_review.data:
        words.append(_("หน่วยนี้ตรวจและรับรองทุกรายงาน"))
    return words


def _days(preview: DutyPreview) -> list[str]:
    """The rounds that are past already, and the next days."""
    words = []
    if preview.past:
        words.append(
            _(
                "▲ มี %(count)s งวดที่เลยกำหนดแล้ว ตั้งแต่ %(first)s ถึง %(last)s "
                "ทุกหน่วยต้องตอบย้อนหลังและนับว่าช้า ถ้าไม่ต้องการ ให้เริ่มรอบตั้งแต่วันนี้",
                count=in_digits(len(preview.past)),
                first=day_words(preview.past[0].on),
                last=day_words(preview.past[-1].on),
            )
        )
    days = [day_words(day.on) for day in preview.days]
    if len(days) > 1 and preview.past:
        words.append(_("ครั้งต่อไปคือ %(days)s", days=", ".join(days)))
    elif len(days) > 1:
        words.append(_("ครั้งแรก ๆ คือ %(days)s", days=", ".join(days)))
    elif days:
        words.append(_("ครบกำหนด %(day)s", day=days[0]))
    if any(day.is_closed for day in preview.days):
        words.append(_("▲ มีวันที่ตรงกับวันหยุดและไม่เลื่อน"))
    return words


def _answered_to(form: DutyForm) -> str:
    if form.report_kind.data != ReportTo.UNIT.value:
        return form.report_to.data or ""
    if form.report_unit.chosen is not None:
        return str(form.report_unit.chosen.name_th)
    person = me()
    return "" if person is None else person.unit_name


def _names(units: tuple[UnitLine, ...], count: int) -> str:
    named = ", ".join(unit.short_name_th or unit.name_th for unit in units[:_MOST_NAMED])
    if count <= _MOST_NAMED:
        return named
    further = in_digits(count - _MOST_NAMED)
    return str(_("%(names)s และอีก %(count)s", names=named, count=further))
