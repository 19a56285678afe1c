"""Which place each stamp gets: the free one nearest to its wish, smaller if it must be."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from saraban.paper.free_place import Ink, Room, nearest_room, taken
from saraban.paper.page_frame import PageFrame
from saraban.paper.stamp_drawing import MILLIMETRE, Drawing

# Places are looked for on cells of 0.7 mm, each CELL by CELL pixels of the page as drawn.
CELLS_AN_INCH = 36.0
CELL = 2
# Cells of bare paper kept around a stamp; millimetres from the page's edges, where a person
# would stamp, and where a printer still prints.
AIR = 2
WISHED_BORDER, LEAST_BORDER = 10.0, 4.0
# Below it the smallest words of a stamp are smaller than 5 points.
SCALES = (1.0, 0.9, 0.8, 0.7, 0.6)
A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)


@dataclass(frozen=True)
class Placed:
    """A stamp and where it stands: its left and top in points of the upright page."""

    drawing: Drawing
    left: float
    top: float
    scale: float


def placed_on(
    ink: Ink,
    frame: PageFrame,
    drawings: Sequence[Drawing],
    wishes: Sequence[tuple[bool, bool]],
    scales: Sequence[float] = SCALES,
) -> tuple[list[Placed], list[Drawing]]:
    """The stamps that found room on the page, and those that did not.

    ink is the page's, upright, and counts the stamps afterwards. A wish is whether the stamp
    would stand at the right, and whether at the top.
    """
    rows, columns = ink.shape
    across, down = frame.width / columns, frame.height / rows  # points a cell
    placed: list[Placed] = []
    rest: list[Drawing] = []
    for drawing, wish in zip(drawings, wishes, strict=True):
        found = _room_for(ink, drawing, wish, (across, down), scales)
        if found is None:
            rest.append(drawing)
            continue
        room, scale = found
        taken(ink, room)
        placed.append(
            Placed(
                drawing,
                room.left * across + (room.width * across - drawing.width * scale) / 2,
                room.top * down + (room.height * down - drawing.height * scale) / 2,
                scale,
            )
        )
    return placed, rest


def _room_for(
    ink: Ink,
    drawing: Drawing,
    wish: tuple[bool, bool],
    cell: tuple[float, float],
    scales: Sequence[float],
) -> tuple[Room, float] | None:
    """The room and in which scale; cell is how many points one is wide and high."""
    across, down = cell
    rows, columns = ink.shape
    is_right, is_top = wish
    edge, least = (
        ceil(border * MILLIMETRE / max(across, down)) for border in (WISHED_BORDER, LEAST_BORDER)
    )
    for scale in scales:
        width, height = ceil(drawing.width * scale / across), ceil(drawing.height * scale / down)
        room = nearest_room(
            ink,
            width=width,
            height=height,
            wish=(
                columns - edge - width if is_right else edge,
                edge if is_top else rows - edge - height,
            ),
            air=AIR,
            border=least,
        )
        if room is not None:
            return room, scale
    return None


def placed_on_sheets(rest: Sequence[Drawing], note: Drawing | None) -> list[list[Placed]]:
    """The stamps that found no room, in full size on as many A4 sheets as they need.

    note stands at the top left of each; without one there are no sheets.
    """
    sheets: list[list[Placed]] = []
    frame = PageFrame(0, 0, *A4)
    grid = (ceil(A4[1] / 72 * CELLS_AN_INCH), ceil(A4[0] / 72 * CELLS_AN_INCH))
    waiting = [_no_longer_than(drawing, A4[1] - 100.0) for drawing in rest]
    while waiting and note is not None:
        blank = np.zeros(grid, np.bool_)
        wishes = [(False, True), *[(True, True)] * len(waiting)]
        placed, waiting = placed_on(blank, frame, [note, *waiting], wishes, scales=(1.0,))
        sheets.append(placed)
    return sheets


def _no_longer_than(drawing: Drawing, height: float) -> Drawing:
    """An order of a hundred choices is drawn smaller rather than cut off."""
    if drawing.height <= height:
        return drawing
    scale = height / drawing.height
    operators = f"q {scale:.4f} 0 0 {scale:.4f} 0 0 cm\n".encode() + drawing.operators + b"Q\n"
    return Drawing(drawing.width * scale, height, operators)
