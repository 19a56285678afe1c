"""A sheet of paper in a photo: its four corners found, and the sheet laid flat.

Only a sheet that stands out bright from a darker table all round is taken for one; a scan, which
is all paper, and anything doubtful stays as it is.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from saraban.paper.places.turned_boxes import PixelBox
from saraban.paper.scans.ink import is_bilevel

Picture = NDArray[np.uint8]
Corners = NDArray[np.float64]

_LOOKED_AT = 640  # pixels of the longer side
_LEAST_SHARE, _MOST_SHARE = 0.25, 0.96  # of the photo
_SQUARENESS = 28.0  # degrees that a corner may be off a right angle
_LEAST_ASPECT, _MOST_ASPECT = 1.15, 1.75
_DARKER = 35  # of 255: the table than the paper
_LEAST_FILLED = 0.95  # of the four corners' area by the bright patch
_LEAST_SLANT = 0.004  # of the photo's longer side: less is no slant worth a new picture
_A4_INCHES = 11.69


@dataclass(frozen=True)
class FlatSheet:
    """The sheet laid flat, at so many dots an inch, and the way back to the photo."""

    picture: Picture
    dpi: float
    to_photo: NDArray[np.float64]

    def back(self, box: PixelBox) -> PixelBox:
        """The box on the photo around a box of the flat sheet."""
        left, top, right, bottom = box
        corners = np.array(
            [[[left, top], [right, top], [right, bottom], [left, bottom]]], np.float64
        )
        places = cv2.perspectiveTransform(corners, self.to_photo)[0]
        low, high = places.min(axis=0), places.max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def flat_sheet(picture: Picture, dpi: float) -> FlatSheet | None:
    """The sheet in a photo, (H, W) or (H, W, 3), laid flat at dpi; None where none is sure.

    Taken for a sheet of A4, whichever way it lies.
    """
    corners = corners_of_sheet(picture)
    if corners is None:
        return None
    across, down = _sides(corners)
    scale = _A4_INCHES * dpi / max(across, down)
    width, height = round(across * scale), round(down * scale)
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    from_photo = cv2.getPerspectiveTransform(corners.astype(np.float32), flat)
    laid = cv2.warpPerspective(
        picture,
        from_photo,
        (width, height),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    to_photo = np.asarray(np.linalg.inv(from_photo), np.float64)
    return FlatSheet(np.asarray(laid, np.uint8), dpi, to_photo)


def corners_of_sheet(picture: Picture) -> Corners | None:
    """Upper left, upper right, lower right, lower left corner in pixels; None where unsure."""
    scale = _LOOKED_AT / max(picture.shape[:2])
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    toned = small if small.ndim == 2 else cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    gray = np.asarray(toned, np.uint8)
    one_channel = picture if picture.ndim == 2 else np.asarray(picture[..., 0], np.uint8)
    if min(gray.shape) < _LOOKED_AT / 3 or is_bilevel(one_channel):
        return None
    # Letters are closed over, so that the paper is one bright patch.
    closed = cv2.morphologyEx(gray, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    whole = np.asarray(closed, np.uint8)
    thresholded = cv2.threshold(whole, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1]
    bright = np.asarray(thresholded, np.uint8)
    outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    outline = cv2.convexHull(max(outlines, key=cv2.contourArea))
    area = cv2.contourArea(outline)
    if not _LEAST_SHARE < area / gray.size < _MOST_SHARE:
        return None
    four = cv2.approxPolyDP(outline, 0.03 * cv2.arcLength(outline, True), True)
    if len(four) != 4 or area < _LEAST_FILLED * cv2.contourArea(four):
        return None
    corners = _in_order(four[:, 0].astype(np.float64))
    return corners / scale if _is_sheet(corners, bright, whole) else None


def _is_sheet(corners: Corners, bright: Picture, gray: Picture) -> bool:
    across, down = _sides(corners)
    if not _LEAST_ASPECT < max(across, down) / max(min(across, down), 1.0) < _MOST_ASPECT:
        return False
    for place in range(4):
        before = corners[place - 1] - corners[place]
        after = corners[(place + 1) % 4] - corners[place]
        cosine = before @ after / (np.linalg.norm(before) * np.linalg.norm(after))
        if abs(90 - np.degrees(np.arccos(np.clip(cosine, -1, 1)))) > _SQUARENESS:
            return False
    inside = np.zeros_like(bright)
    cv2.fillConvexPoly(inside, corners.astype(np.int32), (255,))
    paper, table = gray[inside > 0], gray[inside == 0]
    # A scan with a dark corner is no photo: the table shows on three sides at least.
    height, width = gray.shape
    edges = [corners[:, 0].min(), corners[:, 1].min()]
    edges += [width - 1 - corners[:, 0].max(), height - 1 - corners[:, 1].max()]
    shows = sum(edge > _LEAST_SLANT * _LOOKED_AT for edge in edges)
    return shows >= 3 and float(np.median(paper)) - float(np.percentile(table, 80)) > _DARKER


def _in_order(corners: Corners) -> Corners:
    """From the upper left clockwise."""
    middle = corners.mean(axis=0)
    turns = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
    clockwise = corners[np.argsort(turns)]
    return np.roll(clockwise, -int(clockwise.sum(axis=1).argmin()), axis=0)


def _sides(corners: Corners) -> tuple[float, float]:
    """The longer of both sides across and down."""
    upper_left, upper_right, lower_right, lower_left = corners
    across = max(np.linalg.norm(upper_right - upper_left), np.linalg.norm(lower_right - lower_left))
    down = max(np.linalg.norm(lower_left - upper_left), np.linalg.norm(lower_right - upper_right))
    return float(across), float(down)
