"""The pieces of ink on a picture: what hangs together, where it stands and how much it is."""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]


@dataclass(frozen=True)
class InkPieces:
    """labels: for each pixel, (H, W), the number of its piece, 0 for paper.

    boxes: of each piece, paper the first, left, top, width, height and how many pixels are ink;
    middles: x and y of each.
    """

    labels: NDArray[Any]
    boxes: NDArray[np.int32]
    middles: NDArray[np.float64]


def pieces_of_ink(ink: Picture) -> InkPieces:
    """The pieces of a picture, (H, W), 0 for paper and anything else for ink; corners touch."""
    # Two bytes a pixel do for all but grain: 17 MB of a page less, and half the time.
    try:
        found = cv2.connectedComponentsWithStats(ink, ltype=cv2.CV_16U)
    except cv2.error:  # more pieces than that counts
        found = cv2.connectedComponentsWithStats(ink, ltype=cv2.CV_32S)
    _, labels, boxes, middles = found
    return InkPieces(
        np.asarray(labels), np.asarray(boxes, np.int32), np.asarray(middles, np.float64)
    )
