"""Draws areas as equal tiles in SVG: a name, a shape with a word, a count. Colour only helps.

What it has in common with the other drawings stands in `drawn_style`. Every tile says in
words what it shows, and is a link where there is more to see.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
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

LINE, GAP, MARGIN = 24, 4, 4
TILE_HEIGHT = 3 * LINE + 10
DEPTHS = (0.0, 0.1, 0.2, 0.32)  # the ink on the deepest still stands out by more than 7 to 1
MARKS = ("none", "waiting", "ring", "half", "late", "done")
_COLOURS = {"waiting": "#8a5a00", "ring": QUIET, "half": ACCENT, "late": "#8c2f1b"}


@dataclass(frozen=True)
class Tile:
    """One area. mark is one of MARKS, depth 0 to 3 how deep its colour is.

    count is already in the page's digits. told says it all in words.
    """

    column: int
    row: int
    title: str
    mark: str
    word: str
    count: str
    depth: int
    told: str
    href: str | None = None


def tile_svg(tiles: Sequence[Tile], *, title: str, width: int, language: str = "th") -> Markup:
    """The tiles as one <svg>; width is that of a tile in pixels."""
    columns = max((tile.column for tile in tiles), default=0) + 1
    rows = max((tile.row for tile in tiles), default=0) + 1
    whole = (2 * MARGIN + columns * (width + GAP), 2 * MARGIN + rows * (TILE_HEIGHT + GAP))
    svg = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "tile-map",
            "role": "group" if any(tile.href for tile in tiles) else "img",
            "aria-label": clean(title),
            "lang": language,
            "width": str(whole[0]),
            "height": str(whole[1]),
            "viewBox": f"0 0 {whole[0]} {whole[1]}",
            "font-family": FONT,
            "font-size": str(TEXT_SIZE),
            "fill": INK,
        },
    )
    SubElement(svg, "title").text = clean(title)
    for tile in tiles:
        _draw(svg, tile, width)
    # Escaped by the XML writer; markup, so that a template need not say "safe".
    return Markup(tostring(svg, encoding="unicode"))  # noqa: S704


def _draw(svg: Element, tile: Tile, width: int) -> None:
    x = MARGIN + tile.column * (width + GAP)
    y = MARGIN + tile.row * (TILE_HEIGHT + GAP)
    frame = SubElement(svg, "a", {"href": tile.href, "class": "tile-link"}) if tile.href else svg
    group = SubElement(
        frame, "g", {"class": f"tile is-{tile.mark}", "transform": f"translate({x} {y})"}
    )
    SubElement(group, "title").text = clean(tile.told)
    box = {"width": str(width), "height": str(TILE_HEIGHT), "fill": PAPER, "stroke": RULE}
    if tile.mark == "none":
        box["stroke-dasharray"] = "2 4"
    SubElement(group, "rect", box)
    if tile.depth:
        SubElement(
            group,
            "rect",
            {
                "width": str(width),
                "height": str(TILE_HEIGHT),
                "fill": _COLOURS.get(tile.mark, PAPER),
                "fill-opacity": str(DEPTHS[tile.depth]),
            },
        )
    _write(group, 1, tile.title, width, bold=True, fill=ACCENT if tile.href else INK)
    _write(group, 2, tile.word, width)
    if tile.count:
        _write(group, 3, tile.count, width, shift=11)
        _mark(group, tile.mark, width / 2 - 5 - 4.5 * len(tile.count), 2.5 * LINE + 4)


def _write(
    group: Element,
    row: int,
    text: str,
    width: int,
    *,
    shift: float = 0,
    bold: bool = False,
    fill: str = INK,
) -> None:
    attributes = {
        "x": f"{width / 2 + shift:g}",
        "y": f"{row * LINE - 3:g}",
        "text-anchor": "middle",
        "fill": fill,
    }
    if bold:
        attributes["font-weight"] = "600"
    SubElement(group, "text", attributes).text = clean(text)


def _mark(group: Element, mark: str, x: float, y: float) -> None:
    """The shape of a state, drawn: the typeface lacks most of them."""
    ring = {"cx": f"{x:g}", "cy": f"{y:g}", "r": "6", "fill": "none", "stroke": INK}
    if mark == "waiting":
        SubElement(group, "circle", {**ring, "stroke-width": "1.5", "stroke-dasharray": "1.5 2.6"})
    elif mark in ("ring", "half"):
        SubElement(group, "circle", {**ring, "stroke-width": "1.5"})
    if mark == "half":
        SubElement(group, "path", {"d": f"M{x:g} {y - 6:g}a6 6 0 0 1 0 12z", "fill": INK})
    elif mark == "late":
        side = 7
        rise = side * math.sqrt(3) / 2
        path = f"M{x - side:g} {y + rise:g}h{2 * side}l-{side} -{2 * rise:.2f}z"
        SubElement(group, "path", {"d": path, "fill": INK})
    elif mark == "done":
        path = f"M{x - 6:g} {y:g}l4.5 5 7.5 -10.5"
        SubElement(group, "path", {"d": path, "fill": "none", "stroke": INK, "stroke-width": "2"})
