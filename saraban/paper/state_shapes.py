"""The shape of a state, drawn and not set as a letter: Sarabun has no ◔ or ◕."""

import math
from xml.etree.ElementTree import Element, SubElement

from saraban.paper.drawn_style import INK, clean, px


def draw_shape(group: Element, shape: str, x: float, y: float) -> tuple[float, str]:
    """Draw the shape at its place; the room it took, and what of it has to be written instead.

    An unknown shape is all writing; an empty one takes no room.
    """
    if not shape:
        return 0.0, ""
    radius = 6.5
    middle = x + radius + 0.5
    known, rest = shape[:1], clean(shape[1:])
    circle = {
        "cx": px(middle),
        "cy": px(y),
        "r": px(radius),
        "fill": "none",
        "stroke": INK,
    }
    ring = {"class": "cascade-shape", "stroke-width": "1.5", **circle}
    parts_of_the_clock = {"◔": 0.25, "◑": 0.5, "◕": 0.75}
    if known == "◌":
        SubElement(group, "circle", {**ring, "stroke-dasharray": "1.5 2.6"})
    elif known == "●":
        SubElement(group, "circle", {**ring, "fill": INK})
    elif known == "○":
        SubElement(group, "circle", ring)
    elif known in parts_of_the_clock:
        SubElement(group, "circle", ring)
        turn = 2 * math.pi * parts_of_the_clock[known]
        end_x, end_y = middle + radius * math.sin(turn), y - radius * math.cos(turn)
        large = 1 if parts_of_the_clock[known] > 0.5 else 0
        sector = (
            f"M{px(middle)} {px(y)}V{px(y - radius)}"
            f"A{px(radius)} {px(radius)} 0 {large} 1 {px(end_x)} {px(end_y)}Z"
        )
        SubElement(group, "path", {"class": "cascade-shape", "d": sector, "fill": INK})
    elif known == "✓":
        tick = f"M{px(middle - 6)} {px(y)}l4.5 5 7.5 -10.5"
        SubElement(
            group,
            "path",
            {
                "class": "cascade-shape",
                "d": tick,
                "fill": "none",
                "stroke": INK,
                "stroke-width": "2",
            },
        )
    else:
        rest = clean(shape)
        middle = x - radius - 0.5
    return middle + radius + 6 - x, rest
