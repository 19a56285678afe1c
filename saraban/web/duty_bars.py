"""A duty's answers as bars, by period and by area: the same on screen and on paper."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from saraban.errors import N_
from saraban.paper.share_drawing import Part, ShareBar, shares_svg
from saraban.queries.duty_rollup import AreaSums, Level, RollUp
from saraban.rules.duty_standings import STANDING_SHAPES, THAI_STANDING, Standing, Tally

# So many bars beside one another fill a page of A4 across.
BARS_A_ROW = 13
# What is not written under a bar, for every bar of a row has it.
_KINDS = {Level.PROVINCE: "จังหวัด", Level.DISTRICT: "อำเภอ"}
_OUTSIDE = {Level.PROVINCE: N_("ไม่อยู่ในจังหวัดใด"), Level.DISTRICT: N_("ไม่อยู่ในอำเภอใด")}

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


@dataclass(frozen=True)
class Wording:
    """How it is said: a Thai word in the reader's language, a number in their digits."""

    say: Callable[[str], str]
    digits: Callable[[object], str]
    language: str = "th"

    def percent(self, tally: Tally) -> str:
        """The share in time as people read it; "–" where there is no target."""
        told = tally.on_time_percent
        return "–" if told is None else self.digits(f"{told}%")


def area_name(line: AreaSums, level: Level, wording: Wording) -> str:
    """The area, or that its units lie in none."""
    return line.name or wording.say(_OUTSIDE[level])


def period_bars(rolled: RollUp, wording: Wording) -> list[ShareBar]:
    """A bar a period, known by its number."""
    told = ((wording.digits(one.number), rolled.by_period[one.number]) for one in rolled.periods)
    return [_bar(label, tally, wording) for label, tally in told]


def area_bars(rolled: RollUp, wording: Wording) -> list[ShareBar]:
    """A bar a province, or a district, over all periods shown."""
    names = ((area_name(line, rolled.level, wording), line.total) for line in rolled.lines)
    kind = _KINDS[rolled.level]
    return [_bar(name.removeprefix(kind), tally, wording) for name, tally in names]


def drawings(bars: Sequence[ShareBar], *, title: str, language: str) -> list[Markup]:
    """The bars as drawings one below the other, none wider than a page."""
    rows: Iterable[Sequence[ShareBar]] = (
        bars[first : first + BARS_A_ROW] for first in range(0, len(bars), BARS_A_ROW)
    )
    return [shares_svg(row, title=title, language=language) for row in rows]


def _bar(label: str, tally: Tally, wording: Wording) -> ShareBar:
    """One part a standing: those that share a shade differ by their sign."""
    parts = tuple(
        Part(
            tally.counts[standing],
            shade,
            f"{STANDING_SHAPES[standing]} {wording.digits(tally.counts[standing])}",
            f"{wording.say(THAI_STANDING[standing])} {wording.digits(tally.counts[standing])}",
        )
        for standings, shade in BAR_PARTS
        for standing in standings
    )
    return ShareBar(label=label, over=wording.percent(tally), parts=parts)
