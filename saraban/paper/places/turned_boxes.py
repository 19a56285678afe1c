"""Boxes on a picture that was turned, as boxes on the picture before."""

import cv2
import numpy as np
from numpy.typing import NDArray

PixelBox = tuple[float, float, float, float]


def box_before(box: PixelBox, turn: NDArray[np.float64]) -> PixelBox:
    """The box around a box of the turned picture; turn is the 2x3 matrix that turned it."""
    left, top, right, bottom = box
    corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]])
    inverse = cv2.invertAffineTransform(turn)
    places = corners @ inverse[:, :2].T + inverse[:, 2]
    low, high = places.min(axis=0), places.max(axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])
