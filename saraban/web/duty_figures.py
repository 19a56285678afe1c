"""What the reports of a duty say together, with its periods as a plot and as a table."""

from typing import Any

from flask import Blueprint, request
from flask_babel import gettext as _

from saraban import clock
from saraban.paper.share_drawing import Part, ShareBar, shares_svg
from saraban.queries.duty_figures import MOST_PHOTOS, MOST_TEXTS, figures as figures_of
from saraban.queries.duty_rollup import RollUp
from saraban.rules.duty_standings import STANDING_SHAPES, THAI_STANDING, Standing, Tally
from saraban.web.duties import duty_page
from saraban.web.duty_grid import grid_words, incomplete_words, name_of, percent, share_words
from saraban.web.session import actor, chosen_language, signed_in
from saraban.web.words import in_digits

pages = Blueprint("duty_figures", __name__)

# The parts of a bar from the ground up, each shade of the drawing once.
BAR_PARTS = (
    ((Standing.IN_TIME,), 0),
    ((Standing.LATE,), 1),
    (
        (
            Standing.NIL,
            Standing.NOT_CONCERNED,
            Standing.PASSED_ON,
            Standing.COVERED,
            Standing.DECLARED,
        ),
        2,
    ),
    ((Standing.RETURNED, Standing.WAITING, Standing.WAIVED), 3),
    ((Standing.MISSING,), 4),
    ((Standing.NOT_REACHED,), 5),
)


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
        svg=_plot(found.rolled) if found.periods else None,
        incomplete=incomplete_words(total),
        share=share_words(total),
        most_texts=MOST_TEXTS,
        most_photos=MOST_PHOTOS,
        told=_told,
        **grid_words(),
    )


def _plot(rolled: RollUp) -> Any:
    bars = [
        ShareBar(
            label=in_digits(one.number),
            over=percent(rolled.by_period[one.number]),
            parts=_parts(rolled.by_period[one.number]),
        )
        for one in rolled.periods
    ]
    title = _("อัตราในกำหนดของแต่ละงวด: %(name)s", name=rolled.duty.name)
    return shares_svg(bars, title=title, language=chosen_language())


def _parts(tally: Tally) -> tuple[Part, ...]:
    """One part a standing: those that share a shade differ by their sign."""
    return tuple(
        Part(
            tally.counts[standing],
            shade,
            f"{STANDING_SHAPES[standing]} {in_digits(tally.counts[standing])}",
            f"{_(THAI_STANDING[standing])} {in_digits(tally.counts[standing])}",
        )
        for standings, shade in BAR_PARTS
        for standing in standings
    )


def _told(value: Any) -> str:
    """A number with its thousands apart and no more than two places; "–" for none."""
    if value is None:
        return "–"
    return in_digits(f"{value:,.2f}".rstrip("0").rstrip("."))
