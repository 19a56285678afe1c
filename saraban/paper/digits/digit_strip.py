"""One line of ink made alike for the digit reader: its paper white, its letters of one height.

The reader's training sends its drawn lines through this same function, so that what it learns
from and what it later reads differ in nothing but the ink.
"""

from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

HEIGHT = 48  # of a strip as the model wants it, pixels
BODY = 20  # the height that letters without marks are brought to, pixels
MIDDLE = 27  # the row on which the middle of those letters is laid
MOST_WIDTH = 6000  # of a strip as the model wants it; a line of print has about 1,500
_LEAST_SIDE = 5  # below that many pixels there is nothing to read
_MOST_PIXELS = 40_000_000
_NOISE, _FAINT = 12, 60  # of 255: how much darker than its paper ink must be
# Letters take at least this share of a strip: a row of dots is not blown up to their height.
_LEAST_BODY_SHARE = 0.3

Grey = NDArray[np.uint8]
Ink = NDArray[np.float32]


@dataclass(frozen=True)
class Measure:
    """How the height of letters is told from the ink of a strip's rows.

    A row belongs to them that holds this share of what the fullest rows do; the band of such
    rows, `room` times as high, is the height that is brought to BODY.
    """

    share: float
    room: float


USUAL = Measure(share=0.38, room=1.0)


@dataclass(frozen=True)
class LevelStrip:
    """ink is (HEIGHT, width), 0 paper to 1 ink; x of the strip = x here / scale."""

    ink: Ink
    scale: float
    top: float  # the row of the strip that lies on row 0 here, for mapping rows


def level_strip(strip: Grey) -> LevelStrip | None:
    """The strip, (H, W) of uint8 with dark ink, made alike; None when there is no ink to read.

    Raises ValueError for an array of another shape or kind.
    """
    ink = ink_of(strip)
    return None if ink is None else levelled(ink, USUAL)


def ink_of(strip: Grey) -> Ink | None:
    """The strip from 0 paper to 1 ink, the paper's own shade taken away; None without any ink.

    Raises ValueError for an array of another shape or kind.
    """
    if strip.ndim != 2 or strip.dtype != np.uint8:
        raise ValueError(f"a strip is a (H, W) array of uint8, not {strip.shape} {strip.dtype}")
    height, width = strip.shape
    if min(height, width) < _LEAST_SIDE or height * width > _MOST_PIXELS:
        return None
    # 100 ms and 40 MB, only where something is read.
    import cv2  # noqa: PLC0415

    # The paper is the brightest that a stroke's neighbourhood shows, smoothed: shadows go.
    side = max(3, height // 2) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (side, side))
    paper = cv2.blur(cv2.dilate(cv2.medianBlur(strip, 3), kernel), (2 * side + 1, 2 * side + 1))
    depth = paper.astype(np.float32) - strip
    darkest = float(np.percentile(depth, 99.0 if depth.size > 20_000 else 97.0))
    if darkest < _NOISE:
        # A few thin strokes on much paper; they are dark, or they are dirt.
        darkest = float(np.percentile(depth, 99.8))
        if darkest < _FAINT:
            return None
    return cast(Ink, np.clip(depth / darkest, 0, 1).astype(np.float32))


def levelled(ink: Ink, measure: Measure) -> LevelStrip | None:
    """The ink with its letters at one height, measured so; None for one far too long."""
    import cv2  # noqa: PLC0415 - as above

    height, width = ink.shape
    top, body = _body_of(ink, measure)
    scale = BODY / body
    if width * scale > MOST_WIDTH:
        return None
    # Averaged when made smaller, so that thin strokes do not fall between the rows.
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    resized = cv2.resize(ink, size, interpolation=way)
    first_row = round((top + body / 2) * scale) - MIDDLE
    laid = np.zeros((HEIGHT, size[0]), np.float32)
    source = resized[max(0, first_row) : max(0, first_row + HEIGHT)]
    start = max(0, -first_row)
    laid[start : start + len(source)] = source
    return LevelStrip(laid, size[0] / width, first_row / scale)


def _body_of(ink: Ink, measure: Measure) -> tuple[float, float]:
    """The first row and the height of the band where letters without marks stand."""
    height = len(ink)
    solid = ink > 0.45
    # A ruled line would outweigh the letters, a frame's side would stretch them.
    ruled = solid.mean(axis=1) > 0.8
    rows = np.where(ruled, 0.0, np.minimum(ink, solid).sum(axis=1))
    reach = max(1, height // 24)
    rows = np.convolve(rows, np.ones(2 * reach + 1) / (2 * reach + 1), mode="same")
    if rows.max() <= 0:
        return 0.0, float(height)
    is_body = rows > measure.share * np.percentile(rows, 95)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], is_body.astype(np.int8), [0]))))
    starts, ends = edges[::2], edges[1::2]
    # The heaviest band; of equals the one nearer the middle, as neighbours lie at the edges.
    weights = [
        rows[start:end].sum() / (1 + abs(start + end - height) / (2 * height))
        for start, end in zip(starts, ends, strict=True)
    ]
    best = int(np.argmax(weights))
    start, end = float(starts[best]), float(ends[best])
    body = max(end - start, _LEAST_BODY_SHARE * height, 1.0) * measure.room
    return (start + end - body) / 2, body
