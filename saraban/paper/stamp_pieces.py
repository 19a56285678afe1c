"""The pieces of ink inside a stamp's frame, and the rows they stand in."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Boxes = NDArray[np.int32]

_INK = 190
_SPECK = 0.012  # inches
# Of the frame's height: a signature's stroke, a seal's edge.
_MOST_OF_FRAME = 0.55


@dataclass(frozen=True)
class Row:
    """The first and the last row of pixels of the letters' bodies."""

    top: int
    bottom: int


@dataclass(frozen=True)
class Pieces:
    """The pieces of ink of a picture: which pixels, their boxes and middles, and which count."""

    labels: NDArray[np.int32]
    boxes: Boxes
    middles: NDArray[np.float64]
    is_own: NDArray[np.bool_]

    @classmethod
    def of(cls, gray: Picture, dpi: float) -> "Pieces":
        """Without specks, and what is as high as a frame: a signature, an edge."""
        _, labels, stats, middles = cv2.connectedComponentsWithStats((gray < _INK).astype(np.uint8))
        left, top, width, height, area = stats.T
        is_own = (np.maximum(height, width) > _SPECK * dpi) & (area >= 3)
        is_own &= height < _MOST_OF_FRAME * gray.shape[0]
        is_own[0] = False
        boxes = np.stack([left, top, left + width, top + height], axis=1).astype(np.int32)
        return cls(np.asarray(labels, np.int32), boxes, np.asarray(middles, np.float64), is_own)

    def ink_in(self, rows: Sequence[Row]) -> NDArray[np.int64]:
        """How many pixels of each piece stand in each row, (rows, pieces)."""
        return np.array(
            [
                np.bincount(self.labels[row.top : row.bottom].ravel(), minlength=len(self.boxes))
                for row in rows
            ],
            np.int64,
        ).reshape(len(rows), len(self.boxes))
