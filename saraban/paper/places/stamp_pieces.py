"""The pieces of ink inside a stamp's frame, and the rows they stand in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
class Mask:
    """One piece's pixels, 1 for ink, and the column and row where they begin."""

    ink: NDArray[np.uint8]
    left: int
    top: int


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

    def replaced(self, dropped: Sequence[int], masks: Sequence[Mask]) -> "Pieces":
        """These pieces without those of the numbers, and with new ones at the end."""
        labels, is_own = self.labels.copy(), self.is_own.copy()
        is_own[list(dropped)] = False
        boxes = [*self.boxes]
        for number, mask in enumerate(masks, len(self.boxes)):
            height, width = mask.ink.shape
            bottom, right = mask.top + height, mask.left + width
            labels[mask.top : bottom, mask.left : right][mask.ink > 0] = number
            boxes.append(np.array([mask.left, mask.top, right, bottom], np.int32))
        new = np.array(boxes[len(self.boxes) :], np.float64).reshape(-1, 4)
        return replace(
            self,
            labels=labels,
            boxes=np.array(boxes, np.int32),
            middles=np.concatenate([self.middles, (new[:, :2] + new[:, 2:]) / 2]),
            is_own=np.concatenate([is_own, np.ones(len(masks), np.bool_)]),
        )

    def ink_in(self, rows: Sequence[Row]) -> NDArray[np.int64]:
        """How many pixels of each piece stand in each row, (rows, pieces)."""
        return np.array(
            [
                np.bincount(self.labels[row.top : row.bottom].ravel(), minlength=len(self.boxes))
                for row in rows
            ],
            np.int64,
        ).reshape(len(rows), len(self.boxes))
