"""Draws a duty's periods as SVG: each a bar of its answers stacked, with the share in time over it.

Printed black on white the parts differ by their shade and by the shape written in them. Whatever
a bar shows is said in its title, too; the table beside the picture has it all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

from saraban.paper.drawn_style import FONT, INK, PAPER, QUIET, RULE, TEXT_SIZE, clean, fitted, px

BAR_WIDTH, GAP, BAR_HEIGHT = 62.0, 16.0, 220.0
LEFT, TOP, BOTTOM, MARGIN = 10.0, 34.0, 30.0, 8.0
# From the answer that came in time to the one that could not come, each shade but once.
SHADES = ("#2f2d2a", "#6b665f", "#a9a49b", "#d5d1c8", "#fffefa", "#efece4")
LEAST_FOR_WORDS = 20.0


@dataclass(frozen=True)
class Part:
    """So many of a bar; shade is a place in SHADES, sign is written in it where there is room."""

    count: int
    shade: int
    sign: str
    told: str


@dataclass(frozen=True)
class ShareBar:
    """A period: what stands under it, over it (the share), and its parts from the ground up."""

    label: str
    over: str
    parts: tuple[Part, ...]


def shares_svg(bars: Sequence[ShareBar], *, title: str, language: str = "th") -> Markup:
    """The bars as one <svg>, each as high as the whole: its parts are shares of its own count."""
    width = LEFT + len(bars) * (BAR_WIDTH + GAP) + MARGIN
    height = TOP + BAR_HEIGHT + BOTTOM + MARGIN
    svg = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "days",
            "role": "img",
            "aria-label": clean(title),
            "lang": language,
            "width": px(width),
            "height": px(height),
            "viewBox": f"0 0 {px(width)} {px(height)}",
            "font-family": FONT,
            "font-size": str(TEXT_SIZE),
            "fill": INK,
        },
    )
    SubElement(svg, "title").text = clean(title)
    for place, bar in enumerate(bars):
        _draw(svg, bar, LEFT + place * (BAR_WIDTH + GAP))
    return Markup(tostring(svg, encoding="unicode"))  # noqa: S704 - every text was escaped


def _draw(svg: Element, bar: ShareBar, x: float) -> None:
    whole = sum(part.count for part in bar.parts)
    y = TOP + BAR_HEIGHT
    _words(svg, bar.over, x, TOP - 8, INK)
    for part in bar.parts:
        if not part.count:
            continue
        high = BAR_HEIGHT * part.count / whole
        y -= high
        group = SubElement(svg, "g")
        SubElement(group, "title").text = clean(part.told)
        SubElement(
            group,
            "rect",
            {
                "x": px(x),
                "y": px(y),
                "width": px(BAR_WIDTH),
                "height": px(high),
                "fill": SHADES[part.shade],
                "stroke": INK,
                "stroke-width": "1",
            },
        )
        if high >= LEAST_FOR_WORDS:
            ink = PAPER if part.shade < 2 else INK
            _words(group, part.sign, x, y + high / 2 + 6, ink)
    if not whole:
        line = {"x1": px(x), "x2": px(x + BAR_WIDTH), "y1": px(y), "y2": px(y), "stroke": RULE}
        SubElement(svg, "line", line)
    _words(svg, fitted(bar.label, BAR_WIDTH + GAP), x, TOP + BAR_HEIGHT + 22, QUIET)


def _words(parent: Element, text: str, x: float, y: float, ink: str) -> None:
    place = {"x": px(x + BAR_WIDTH / 2), "y": px(y), "text-anchor": "middle", "fill": ink}
    SubElement(parent, "text", place).text = clean(text)
