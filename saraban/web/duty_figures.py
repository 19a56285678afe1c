"""What the reports of a duty say together, with its periods as a plot and as a table."""

from decimal import Decimal
from typing import Any

from flask import Blueprint, flash, request
from flask_babel import gettext as _

from saraban import clock
from saraban.desk.exports import note_duty_paper
from saraban.errors import SarabanError
from saraban.paper.figures_print import figures_pdf
from saraban.queries.duty_figures import MOST_PHOTOS, MOST_TEXTS, Figures, figures as figures_of
from saraban.queries.duty_rollup import counted_duty
from saraban.rules.exports import DutyAsk, DutyPaper, ExportFormat
from saraban.rules.permissions import Act
from saraban.web.answers import file_to_save, see_other
from saraban.web.duties import duty_page
from saraban.web.duty_bars import Wording, area_bars, area_name, drawings, period_bars
from saraban.web.duty_figures_print import figure, printed_figures
from saraban.web.duty_grid import grid_words, incomplete_words, name_of, share_words
from saraban.web.forms import sent
from saraban.web.session import actor, chosen_language, require, signed_in
from saraban.web.table_papers import PaperForm
from saraban.web.words import in_digits, said

pages = Blueprint("duty_figures", __name__)


@pages.get("/duties/<uid>/figures")
@signed_in
def figures(uid: str) -> Any:
    """Sums, means, choices, texts and photos, over the periods that the address asks for."""
    until = request.args.get("until", type=int)
    found = figures_of(actor(), uid, today=clock.today(), until=until)
    total = found.rolled.total
    return duty_page(
        "duty_grid/figures.html",
        found.duty,
        found=found,
        names={one.number: name_of(one) for one in found.periods},
        until=until,
        paper_form=PaperForm(formdata=None),
        summed_words=_summed_words(found),
        incomplete=incomplete_words(total),
        share=share_words(total),
        most_texts=MOST_TEXTS,
        most_photos=MOST_PHOTOS,
        told=_told,
        **_by(found),
        **grid_words(),
    )


@pages.post("/duties/<uid>/figures.pdf")
@signed_in
def paper(uid: str) -> Any:
    """The bars, their tables and the sums, on A4 across; told in the ledger as other papers are."""
    require(Act.SEE_DUTY)
    counted_duty(actor(), uid)
    if not sent(PaperForm()):
        return see_other("duty_figures.figures", uid=uid)
    until, at = request.args.get("until", type=int), clock.now()
    found = figures_of(actor(), uid, today=clock.today(), until=until)
    ask = DutyAsk(duty_uid=uid, what=DutyPaper.FIGURES, format=ExportFormat.PDF, until=until)
    try:
        note_duty_paper(actor=actor(), at=at, ask=ask, row_count=len(found.periods))
    except SarabanError as error:
        flash(said(error), "warning")
        return see_other("duty_figures.figures", uid=uid)
    name = f"ผลรวมการรายงาน_{found.duty.name[:60]}.pdf".replace("/", "-").replace(" ", "-")
    content = figures_pdf(printed_figures(found, today=clock.today()))
    return file_to_save(content, media_type=ask.media_type, name=name)


def _by(found: Figures) -> dict[str, Any]:
    """The drawings by period, and by area where there are several."""
    wording = Wording(say=_, digits=in_digits, language=chosen_language())
    rolled, name = found.rolled, found.duty.name
    title = _("อัตราในกำหนดของแต่ละงวด: %(name)s", name=name)
    periods = drawings(period_bars(rolled, wording), title=title, language=wording.language)
    areas: list[Any] = []
    if len(rolled.lines) > 1:
        title = _("อัตราในกำหนดของแต่ละพื้นที่: %(name)s", name=name)
        areas = drawings(area_bars(rolled, wording), title=title, language=wording.language)
    return {
        "by_period": periods,
        "by_area": areas,
        "areas": [(area_name(line, rolled.level, wording), line.total) for line in rolled.lines],
    }


def _summed_words(found: Figures) -> str:
    """Said where not the fields of all periods shown are added up."""
    if len(found.summed) == len(found.periods):
        return ""
    first, last = (in_digits(found.summed[place].number) for place in (0, -1))
    words: str = _(
        "รายงานมีมาก ผลรวมและข้อความด้านล่างเป็นของงวดที่ %(first)s ถึง %(last)s เท่านั้น",
        first=first,
        last=last,
    )
    return words


def _told(value: Decimal | None, decimals: int) -> str:
    return in_digits(figure(value, decimals))
