"""Draws rows over one axis of days as SVG: counts a day as bars, a stay as a bar from day to day.

What it has in common with the other drawings stands in `drawn_style`. Closed days are shaded.
Whatever a bar or a mark shows is said in its title, too; the table beside the picture has it all.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

from saraban.paper.drawn_style import (
    ACCENT,
    FONT,
    INK,
    PAPER,
    QUIET,
    RULE,
    TEXT_SIZE,
    clean,
)

SHADE = "#efece4"
LINE = 24
LABEL_WIDTH, AXIS_WIDTH, AXIS_HEIGHT, MARGIN = 290, 720, 34, 6
ROW_HEIGHT, HEAD_HEIGHT = 2 * LINE + 10, LINE + 16
MOST_A_DAY, LEAST_A_DAY, TICK_ROOM = 26.0, 3.0, 70
MARKS = ("letter", "arrived", "acknowledged", "passed_on")


@dataclass(frozen=True)
class Bar:
    """So many on one day. height is from 0 to 1 of the row's."""

    day: date
    height: float
    told: str


@dataclass(frozen=True)
class Stay:
    """From one day to another, both included; is_open when it still goes on."""

    first: date
    last: date
    told: str
    is_open: bool = False


@dataclass(frozen=True)
class Mark:
    """Something that happened on a day; mark is one of MARKS."""

    day: date
    mark: str
    told: str


@dataclass(frozen=True)
class DayRow:
    """A line of the picture: what it is, a note below that, and what lies on the axis.

    A heading has a label alone.
    """

    label: str
    note: str = ""
    bars: tuple[Bar, ...] = ()
    stays: tuple[Stay, ...] = ()
    marks: tuple[Mark, ...] = ()
    is_heading: bool = False


@dataclass(frozen=True)
class _Axis:
    first: date
    last: date
    day_width: float

    def x(self, day: date) -> float:
        """The left edge of a day; days outside are drawn at the edge."""
        inside = min(max(day, self.first), self.last)
        return LABEL_WIDTH + (inside - self.first).days * self.day_width

    @property
    def end(self) -> float:
        return LABEL_WIDTH + ((self.last - self.first).days + 1) * self.day_width


def days_svg(
    rows: Sequence[DayRow],
    *,
    days: Sequence[date],
    closed: Collection[date],
    day_words: dict[date, str],
    title: str,
    language: str = "th",
) -> Markup:
    """The rows as one <svg>. days are all days of the axis in order, at least one.

    day_words: what to write under a day, of which as many are drawn as have room.
    """
    width = min(MOST_A_DAY, max(LEAST_A_DAY, AXIS_WIDTH / len(days)))
    axis = _Axis(days[0], days[-1], width)
    height = 2 * MARGIN + AXIS_HEIGHT + sum(map(_height, rows))
    whole = (axis.end + 4 * MARGIN, height)
    svg = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "days",
            "role": "img",
            "aria-label": clean(title),
            "lang": language,
            "width": f"{whole[0]:g}",
            "height": f"{whole[1]:g}",
            "viewBox": f"0 0 {whole[0]:g} {whole[1]:g}",
            "font-family": FONT,
            "font-size": str(TEXT_SIZE),
            "fill": INK,
        },
    )
    SubElement(svg, "title").text = clean(title)
    for day in days:
        if day in closed:
            place = {"x": f"{axis.x(day):.2f}", "y": str(MARGIN), "width": f"{width:.2f}"}
            SubElement(
                svg, "rect", {**place, "height": str(height - AXIS_HEIGHT - MARGIN), "fill": SHADE}
            )
    y = float(MARGIN)
    for row in rows:
        _draw_row(svg, row, axis, y)
        y += _height(row)
    _draw_axis(svg, axis, day_words, y)
    # Escaped by the XML writer; markup, so that a template need not say "safe".
    return Markup(tostring(svg, encoding="unicode"))  # noqa: S704


def _height(row: DayRow) -> int:
    return HEAD_HEIGHT if row.is_heading else ROW_HEIGHT


def _draw_row(svg: Element, row: DayRow, axis: _Axis, y: float) -> None:
    group = SubElement(svg, "g", {"transform": f"translate(0 {y:g})"})
    height = _height(row)
    line = {"x1": "0", "x2": f"{axis.end:.2f}", "y1": f"{height}", "y2": f"{height}"}
    SubElement(group, "line", {**line, "stroke": INK if row.is_heading else RULE})
    first = height - 10 if row.is_heading else LINE - 2
    label = SubElement(group, "text", {"x": "2", "y": f"{first}"})
    label.text = clean(row.label)
    if row.is_heading:
        label.set("font-weight", "600")
    if row.note:
        note = {"x": "2", "y": f"{first + LINE}", "fill": QUIET}
        SubElement(group, "text", note).text = clean(row.note)
    for bar in row.bars:
        tall = max(2.0, bar.height * (ROW_HEIGHT - 10))
        _told(
            group,
            "rect",
            {
                "x": f"{axis.x(bar.day):.2f}",
                "y": f"{ROW_HEIGHT - tall:.2f}",
                "width": f"{max(2.0, axis.day_width - 1):.2f}",
                "height": f"{tall:.2f}",
                "fill": ACCENT,
            },
            bar.told,
        )
    for stay in row.stays:
        _draw_stay(group, stay, axis)
    for mark in row.marks:
        _draw_mark(group, mark, axis)


def _draw_stay(group: Element, stay: Stay, axis: _Axis) -> None:
    start, end = axis.x(stay.first), axis.x(stay.last) + axis.day_width
    box = {
        "x": f"{start:.2f}",
        "y": f"{ROW_HEIGHT / 2 - 7:g}",
        "width": f"{end - start:.2f}",
        "height": "14",
        "fill": SHADE if stay.is_open else "#b9c7d6",
        "stroke": QUIET,
    }
    if stay.is_open:
        box["stroke-dasharray"] = "3 3"
    _told(group, "rect", box, stay.told)


def _draw_mark(group: Element, mark: Mark, axis: _Axis) -> None:
    x, y = axis.x(mark.day) + axis.day_width / 2, ROW_HEIGHT / 2
    ring = {"cx": f"{x:.2f}", "cy": f"{y:g}", "r": "6", "stroke": INK, "stroke-width": "1.5"}
    if mark.mark == "letter":
        box = {"x": f"{x - 6:.2f}", "y": f"{y - 6:g}", "width": "12", "height": "12", "fill": INK}
        _told(group, "rect", box, mark.told)
    elif mark.mark == "arrived":
        _told(group, "circle", {**ring, "fill": PAPER}, mark.told)
    elif mark.mark == "acknowledged":
        _told(group, "circle", {**ring, "fill": INK}, mark.told)
    else:
        path = {"d": f"M{x - 6:.2f} {y - 14:g}l4.5 5 7.5 -10.5", "fill": "none", "stroke": INK}
        _told(group, "path", {**path, "stroke-width": "2"}, mark.told)


def _draw_axis(svg: Element, axis: _Axis, day_words: dict[date, str], y: float) -> None:
    free = float("-inf")
    for day, words in sorted(day_words.items()):
        x = axis.x(day)
        if x < free or not axis.first <= day <= axis.last or x + TICK_ROOM > axis.end + 24:
            continue
        free = x + TICK_ROOM
        place = {"x1": f"{x:.2f}", "x2": f"{x:.2f}", "y1": f"{y:g}", "y2": f"{y + 6:g}"}
        SubElement(svg, "line", {**place, "stroke": INK})
        words_at = {"x": f"{x:.2f}", "y": f"{y + LINE:g}", "fill": QUIET}
        SubElement(svg, "text", words_at).text = clean(words)


def _told(group: Element, tag: str, attributes: dict[str, str], told: str) -> None:
    SubElement(SubElement(group, tag, attributes), "title").text = clean(told)
