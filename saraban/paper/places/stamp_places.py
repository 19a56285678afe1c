"""Where stamps were put on a straightened page: frames of the size and shape of a stamp.

A frame is looked for in coloured ink and in black; whether it holds a receipt stamp, only its
words tell (see scan_reading). What is cut out is turned upright on its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from saraban.paper.places.stamp_frames import frames_of_lines
from saraban.paper.places.text_lines import LineCut
from saraban.paper.places.turned_boxes import PixelBox, box_before

Picture = NDArray[np.uint8]

# Inches. Receipt stamps are 2.5 by 5 cm by the Rule; offices have them from 2 by 3 to 4 by 8.
_LEAST_WIDTH, _MOST_WIDTH = 0.85, 3.6
_LEAST_HEIGHT, _MOST_HEIGHT = 0.45, 2.2
_MOST_TILT = 20.0
_INK = 190
# Of the frame's area: what its outline fills, and how much of that may be ink.
_LEAST_FILLED, _MOST_INK = 0.72, 0.4
_INSIDE = 0.75
# Inches from the page's edge within which a stamp pressed half over it loses one of its sides; a
# page laid straight again has moved its edge by as much.
_AT_EDGE = 0.15
# Of four sides, how much of a worn frame must be inked. Rows of black text come to 2.3 at times.
_LEAST_INKED_BLACK, _LEAST_INKED_COLOUR = 2.45, 1.4
# The rows of the letter's own text lie level: what tilts against them, degrees, is none of them.
TILTED, _LEAST_INKED_TILTED = 1.5, 1.9
_AS_WELL_INKED, _NO_LESS_INKED = 0.88, 0.97
_FIRMLY_INKED = 2.2
_MOST_PLACES = 6
# Degrees, and of the width: how alike two parts of one frame are.
_SAME_TILT, _SAME_SIDE = 1.5, 0.07


@dataclass(frozen=True)
class StampPlace:
    """A frame: its middle, width and height in pixels, its tilt in degrees clockwise.

    inked: how much of its four sides is seen, 0 to 4. coloured: whether its sides are.
    """

    centre: tuple[float, float]
    width: float
    height: float
    tilt: float
    inked: float = 4.0
    coloured: bool = False

    @property
    def is_firm(self) -> bool:
        """Whether it is a frame beyond doubt: rows of coloured writing make the others at times."""
        return self.inked >= _FIRMLY_INKED

    def covers(self, other: "StampPlace") -> bool:
        """Whether another place lies in this one and is no larger."""
        is_larger = self.width * self.height >= other.width * other.height
        return is_larger and _is_over(other, self)

    @property
    def _matrix(self) -> NDArray[np.float64]:
        matrix = np.asarray(cv2.getRotationMatrix2D(self.centre, self.tilt, 1.0), np.float64)
        matrix[:, 2] += np.array([self.width / 2, self.height / 2]) - np.array(self.centre)
        return matrix

    def cut_out(self, gray: Picture, *, over: int = 0) -> Picture:
        """What is inside the frame, upright, the frame at its edges; over: columns beyond it."""
        size = (max(1, round(self.width)) + over, max(1, round(self.height)))
        cut = cv2.warpAffine(gray, self._matrix, size, flags=cv2.INTER_LINEAR, borderValue=(255,))
        return np.asarray(cut, np.uint8)

    def on_page(self, box: PixelBox) -> PixelBox:
        """A box on the cut as the box around it on the page."""
        return box_before(box, self._matrix)

    def holds(self, cut: LineCut) -> bool:
        """Whether most of a line stands inside the frame: what sticks out is the letter's."""
        box = (float(cut.box[0]), float(cut.body[0]), float(cut.box[2]), float(cut.body[1]))
        corners = (
            self._matrix
            @ np.array(
                [[box[0], box[1], 1], [box[2], box[1], 1], [box[0], box[3], 1], [box[2], box[3], 1]]
            ).T
        )
        low, high = corners.min(axis=1), corners.max(axis=1)
        across = min(high[0], self.width) - max(low[0], 0.0)
        down = min(high[1], self.height) - max(low[1], 0.0)
        area = (high[0] - low[0]) * (high[1] - low[1])
        return bool(across > 0 and down > 0 and across * down > _INSIDE * area)


def stamp_places(black: Picture, coloured: Picture | None, dpi: float) -> list[StampPlace]:
    """The frames on a page, its inks apart, (H, W) each, dark on white; none inside another."""
    found: list[StampPlace] = []
    for gray in (black,) if coloured is None else (coloured, black):
        ink = (gray < _INK).astype(np.uint8)
        joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
        outlines, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        for outline in outlines:
            cut_off = _sides_cut_off(np.asarray(outline, np.int32), ink.shape, dpi)
            whole = cv2.convexHull(outline) if cut_off else outline
            place = _frame(np.asarray(whole, np.int32), dpi)
            if place is not None and _is_hollow(ink, place, without=cut_off):
                found.append(replace(place, coloured=gray is not black))
        least_inked = _LEAST_INKED_BLACK if gray is black else _LEAST_INKED_COLOUR
        found += [
            replace(place, coloured=gray is not black)
            for place in _worn_places(gray, dpi, least_inked)
        ]
    found = _joined_at_rules(found, dpi)
    found.sort(key=lambda place: -place.width * place.height)
    kept: list[StampPlace] = []
    for place in found:
        if not any(_is_over(place, other) for other in kept):
            kept.append(place)
    return sorted(kept, key=lambda place: place.centre[1])


def _joined_at_rules(places: list[StampPlace], dpi: float) -> list[StampPlace]:
    """The places, those made one that the lines to write on parted: alike and on one another."""
    left = sorted(places, key=lambda place: place.centre[1])
    joined: list[StampPlace] = []
    for place in left:
        upper = next((one for one in joined if _continues(one, place, dpi)), None)
        if upper is None:
            joined.append(place)
        else:
            joined[joined.index(upper)] = _both(upper, place)
    return joined


def _continues(upper: StampPlace, lower: StampPlace, dpi: float) -> bool:
    """Whether a frame goes on under another's bottom side, at its slope, with its width."""
    turn = np.radians((upper.tilt + lower.tilt) / 2)
    apart = np.array(lower.centre) - np.array(upper.centre)
    along = apart[0] * np.cos(turn) + apart[1] * np.sin(turn)
    down = apart[1] * np.cos(turn) - apart[0] * np.sin(turn)
    touching = (upper.height + lower.height) / 2
    width = max(upper.width, lower.width)
    return bool(
        upper.is_firm
        and lower.is_firm
        and abs(upper.tilt - lower.tilt) <= _SAME_TILT
        and abs(upper.width - lower.width) <= _SAME_SIDE * width
        and abs(along) <= _SAME_SIDE * width
        and abs(down - touching) <= _SAME_SIDE * width
        and upper.height + lower.height <= min(_MOST_HEIGHT * dpi, width)
    )


def _both(upper: StampPlace, lower: StampPlace) -> StampPlace:
    share = lower.height / (upper.height + lower.height)
    # The middle of both: the upper's, moved down by half of the lower.
    tilt = (1 - share) * upper.tilt + share * lower.tilt
    turn = np.radians(tilt)
    x = upper.centre[0] - np.sin(turn) * lower.height / 2
    y = upper.centre[1] + np.cos(turn) * lower.height / 2
    return StampPlace(
        (float(x), float(y)),
        max(upper.width, lower.width),
        upper.height + lower.height,
        tilt,
        max(upper.inked, lower.inked),
        upper.coloured and lower.coloured,
    )


def _worn_places(gray: Picture, dpi: float, least_inked: float) -> list[StampPlace]:
    """Frames whose outline does not hold together, by the straight lines that are left of it."""
    frames = frames_of_lines(
        gray, dpi, widths=(_LEAST_WIDTH, _MOST_WIDTH), heights=(_LEAST_HEIGHT, _MOST_HEIGHT)
    )
    likely = [
        frame
        for frame in frames
        if frame.inked >= least_inked
        or (abs(frame.tilt) >= TILTED and frame.inked >= _LEAST_INKED_TILTED)
    ]
    likely.sort(key=lambda frame: -frame.inked)
    kept: list[StampPlace] = []
    for frame in likely:
        place = StampPlace(frame.centre, frame.width, frame.height, frame.tilt, frame.inked)
        over = [other for other in kept if _is_over(place, other) or _is_over(other, place)]
        if over and not _is_frame_around(place, over, most_inked=likely[0].inked):
            continue
        kept = [*(other for other in kept if other not in over), place]
    return kept[:_MOST_PLACES]


def _is_frame_around(place: StampPlace, over: Sequence[StampPlace], *, most_inked: float) -> bool:
    """Whether it holds those over it: its rules make smaller ones of their own, more inked.

    They are as wide as it. One that is wider has to be inked as well as they are: it may begin
    with the frame of a stamp and end inside the next one beside it.
    """
    if not all(place.width * place.height > other.width * other.height for other in over):
        return False
    if all(abs(place.width - other.width) <= _SAME_SIDE * place.width for other in over):
        return place.inked > _AS_WELL_INKED * most_inked
    return place.inked > _NO_LESS_INKED * max(other.inked for other in over)


def _is_over(place: StampPlace, other: StampPlace) -> bool:
    """Whether the middle of a place lies in another."""
    across = abs(place.centre[0] - other.centre[0])
    down = abs(place.centre[1] - other.centre[1])
    return across < other.width / 2 and down < other.height / 2


def _sides_cut_off(outline: NDArray[np.int32], page: tuple[int, ...], dpi: float) -> frozenset[str]:
    """The sides of a frame that may lie beyond a page of this height and width."""
    left, top, width, height = cv2.boundingRect(outline)
    to_edge = {
        "top": top,
        "bottom": page[0] - top - height,
        "left": left,
        "right": page[1] - left - width,
    }
    return frozenset(side for side, far in to_edge.items() if far <= _AT_EDGE * dpi)


def _frame(outline: NDArray[np.int32], dpi: float) -> StampPlace | None:
    """The outline as a frame, if it is a rectangle of a stamp's size lying almost level."""
    centre, (width, height), tilt = cv2.minAreaRect(outline)
    if tilt > 45:
        width, height, tilt = height, width, tilt - 90
    elif tilt < -45:
        width, height, tilt = height, width, tilt + 90
    is_sized = (
        _LEAST_WIDTH * dpi <= width <= _MOST_WIDTH * dpi
        and _LEAST_HEIGHT * dpi <= height <= _MOST_HEIGHT * dpi
        and height < width
    )
    if not is_sized or abs(tilt) > _MOST_TILT:
        return None
    if cv2.contourArea(outline) < _LEAST_FILLED * width * height:
        return None
    return StampPlace((float(centre[0]), float(centre[1])), width, height, tilt)


def _is_hollow(ink: Picture, place: StampPlace, *, without: frozenset[str]) -> bool:
    """Whether ink runs along the frame's four sides and leaves most of its inside free.

    without: the sides that were cut off, where there is no ink to ask for.
    """
    size = (max(1, round(place.width)), max(1, round(place.height)))
    cut = cv2.warpAffine(ink, place._matrix, size, flags=cv2.INTER_NEAREST)
    if cut.mean() > _MOST_INK:
        return False
    depth = max(3, round(0.09 * size[1]))
    sides = {
        "top": cut[:depth].max(axis=0),
        "bottom": cut[-depth:].max(axis=0),
        "left": cut[:, :depth].max(axis=1),
        "right": cut[:, -depth:].max(axis=1),
    }
    return all(run.mean() > 0.6 for side, run in sides.items() if side not in without)
