"""Draws a cascade as SVG: levels as columns from left to right, a box for each unit.

What it has in common with the other drawings stands in `drawn_style`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

from saraban.paper.cascade_box import (
    BOX_HEIGHT,
    BOX_WIDTH,
    DrawnNode,
    DrawnWords,
    draw_box,
    link_of,
)
from saraban.paper.cascade_layout import lay_out
from saraban.paper.drawn_style import FONT, INK, RULE, TEXT_SIZE, clean, px

COLUMN_GAP, ROW_GAP, MARGIN = 20, 12, 12


@dataclass(frozen=True)
class _Place:
    node: DrawnNode
    x: float
    y: float
    parent: int | None


def cascade_svg(
    nodes: Sequence[DrawnNode], *, title: str, words: DrawnWords | None = None
) -> Markup:
    """The cascade as one <svg>, ready for a page: text escaped, drawn in the order given.

    A node whose parent is not among the nodes begins a tree of its own; so does, of nodes
    that name one another in a circle, the first.
    """
    words = words or DrawnWords()
    places = _placed(nodes)
    width = max((place.x for place in places), default=0) + BOX_WIDTH + MARGIN
    height = max((place.y for place in places), default=0) + BOX_HEIGHT + MARGIN
    has_links = any(link_of(place.node) for place in places)
    svg = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "cascade",
            # An image hides its links from a screen reader, a group does not.
            "role": "group" if has_links else "img",
            "aria-label": clean(title),
            "lang": words.language,
            "width": px(width),
            "height": px(height),
            "viewBox": f"0 0 {px(width)} {px(height)}",
            "font-family": FONT,
            "font-size": str(TEXT_SIZE),
            "fill": INK,
        },
    )
    SubElement(svg, "title").text = clean(title)
    SubElement(svg, "desc").text = _description(nodes, words)
    edges = SubElement(
        svg, "g", {"class": "cascade-edges", "fill": "none", "stroke": RULE, "aria-hidden": "true"}
    )
    for place in places:
        if place.parent is not None:
            _draw_edge(edges, place, places[place.parent])
    longest = max((node.days_held or 0 for node in nodes), default=0)
    for place in places:
        draw_box(svg, place.node, words, x=place.x, y=place.y, longest=longest)
    # Escaped by the XML writer; markup, so that a template need not say "safe".
    return Markup(tostring(svg, encoding="unicode"))  # noqa: S704


def _placed(nodes: Sequence[DrawnNode]) -> list[_Place]:
    cells = lay_out([(node.id, node.parent, node.level) for node in nodes])
    return [
        _Place(
            node=node,
            x=MARGIN + cell.column * (BOX_WIDTH + COLUMN_GAP),
            y=MARGIN + cell.row * (BOX_HEIGHT + ROW_GAP),
            parent=cell.parent,
        )
        for node, cell in zip(nodes, cells, strict=True)
    ]


def _draw_edge(edges: Element, child: _Place, parent: _Place) -> None:
    start_x, start_y = parent.x + BOX_WIDTH, parent.y + BOX_HEIGHT / 2
    bend, end_y = start_x + COLUMN_GAP / 2, child.y + BOX_HEIGHT / 2
    attributes = {"d": f"M{px(start_x)} {px(start_y)}H{px(bend)}V{px(end_y)}H{px(child.x)}"}
    if child.node.is_inferred:
        attributes["stroke-dasharray"] = "2 4"
    SubElement(edges, "path", attributes)


def _description(nodes: Sequence[DrawnNode], words: DrawnWords) -> str:
    shown = sum(node.closed_count is None for node in nodes)
    closed = sum(node.closed_count or 0 for node in nodes)
    told = words.counted(words.shown, shown)
    return f"{told} {words.counted(words.folded, closed)}" if closed else told
