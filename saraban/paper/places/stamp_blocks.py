"""Blocks of coloured ink of a stamp's size: stamps that have no frame, or lost it.

The rows of such a block lie at a slope of their own, which no line of the page tells; the block's
own ink does. Whether it is a receipt stamp, only its words tell (see scan_reading).
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from saraban.paper.places.stamp_places import StampPlace

Picture = NDArray[np.uint8]

_LOOKED_AT_DPI = 75.0
_INK = 215
# Inches.
_LEAST_WIDTH, _MOST_WIDTH = 0.7, 3.6
_LEAST_HEIGHT, _MOST_HEIGHT = 0.4, 2.2
_BETWEEN_ROWS = 0.28
_MARGIN = 0.06
_LEAST_INK, _MOST_INK = 0.02, 0.4  # of the block
_MOST_TILT, _STEP = 9.0, 0.5  # degrees
_MOST_BLOCKS = 4
_ROUND_FRAME = 1.1  # of a frame that was found: its outline is no block


def stamp_blocks(coloured: Picture, dpi: float, frames: Sequence[StampPlace]) -> list[StampPlace]:
    """The blocks on the coloured plane, (H, W) dark on white, outside of the frames; no more
    than a page has stamps, the largest first.
    """
    scale = _LOOKED_AT_DPI / dpi
    small = cv2.resize(coloured, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    for frame in frames:
        size = (frame.width * _ROUND_FRAME * scale, frame.height * _ROUND_FRAME * scale)
        centre = (frame.centre[0] * scale, frame.centre[1] * scale)
        outline = cv2.boxPoints((centre, size, frame.tilt))
        cv2.fillConvexPoly(small, np.asarray(outline, np.int32), (255,))
    ink = (small < _INK).astype(np.uint8)
    side = round(_BETWEEN_ROWS * _LOOKED_AT_DPI)
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8))
    count, labels = cv2.connectedComponents(np.asarray(joined, np.uint8))
    blocks = []
    for number in range(1, count):
        y, x = np.nonzero((labels == number) & (ink > 0))
        block = _block(np.stack([x, y], axis=1).astype(np.float64), scale)
        if block is not None:
            blocks.append(block)
    blocks.sort(key=lambda block: -block.width * block.height)
    return blocks[:_MOST_BLOCKS]


def _block(points: NDArray[np.float64], scale: float) -> StampPlace | None:
    """The ink as a place turned to its rows; None where it has not the size of a stamp."""
    reach = np.ptp(points, axis=0) / _LOOKED_AT_DPI
    if reach[0] < _LEAST_WIDTH or reach.max() > 1.2 * _MOST_WIDTH:
        return None
    tilt = _tilt_of(points)
    turn = np.radians(tilt)
    to_level = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    level = points @ to_level.T
    low, high = level.min(axis=0), level.max(axis=0)
    width, height = (high - low) / _LOOKED_AT_DPI
    if not (_LEAST_WIDTH <= width <= _MOST_WIDTH and _LEAST_HEIGHT <= height <= _MOST_HEIGHT):
        return None
    share = len(points) / float(np.prod(high - low))
    if height > width or not _LEAST_INK <= share <= _MOST_INK:
        return None
    margin = _MARGIN * _LOOKED_AT_DPI
    centre = ((low + high) / 2) @ to_level / scale
    size = (high - low + 2 * margin) / scale
    return StampPlace(
        (float(centre[0]), float(centre[1])), float(size[0]), float(size[1]), float(tilt)
    )


def _tilt_of(points: NDArray[np.float64]) -> float:
    """Degrees clockwise at which the ink lies in the sharpest rows."""
    best, sharpest = 0.0, -1.0
    for tilt in np.arange(-_MOST_TILT, _MOST_TILT + _STEP / 2, _STEP):
        turn = np.radians(tilt)
        rows = points[:, 1] * np.cos(turn) - points[:, 0] * np.sin(turn)
        counts = np.bincount(np.round(rows - rows.min()).astype(int))
        sharpness = float((counts.astype(np.float64) ** 2).sum())
        if sharpness > sharpest:
            best, sharpest = float(tilt), sharpness
    return best
