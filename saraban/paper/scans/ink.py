"""Ink on paper: the light evened, coloured ink apart from black."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]

# Of what a spot takes from white paper, the share that is colour: black print has 0.1 at most, the
# violet of stamps 0.45, blue and red more. It stays as it is where ink is pale, blurred or thin.
_COLOURED = 0.2
_LEAST_CHROMA = 10  # brightest minus darkest channel: below it is the scanner's grain
# Pixels, square: a JPEG keeps colour for blocks of these only; the grain of black ink evens out.
_SPOT = 7
_PALEST = 220  # of the darkest channel; what is brighter is paper
_BLACK = 95  # of the brightest channel; what is darker is black ink next to coloured, mostly:
_DARK_COLOURED = 0.38  # a pen's dark blue has so much colour of its own, black beside it less
# Above it the page is printed in colour, or the paper is: then nothing is set apart.
_MOST_COLOURED_SHARE = 0.6
_BACKGROUND_SCALE = 0.2
_INKED = 160  # darker than that is ink
_BAND = 512  # rows


@dataclass(frozen=True)
class Inks:
    """The two inks of a page, each dark on white, (H, W); coloured is None without colour."""

    black: Picture
    coloured: Picture | None = None


def evened(gray: Picture) -> Picture:
    """The picture with its paper white: shadows and yellowed paper divided away."""
    if is_bilevel(gray):
        return gray
    small = cv2.resize(gray, None, fx=_BACKGROUND_SCALE, fy=_BACKGROUND_SCALE)
    side = max(3, round(min(small.shape) * 0.03)) | 1
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((side, side), np.uint8)), side)
    paper = cv2.resize(paper, (gray.shape[1], gray.shape[0]))
    return np.asarray(cv2.divide(gray, paper, scale=250), np.uint8)


def is_bilevel(gray: Picture) -> bool:
    """Whether a scanner already decided what is ink and what is paper."""
    counts = np.bincount(gray[::3, ::3].ravel(), minlength=256)
    return bool(np.sort(counts)[-2:].sum() > 0.985 * counts.sum()) and bool(
        counts[:40].sum() > 0.002 * counts.sum()
    )


def inks_of(picture: Picture) -> Inks:
    """The inks of a picture, (H, W) gray or (H, W, 3) RGB, the light evened.

    The coloured plane is the darkest channel, in which pale blue and red stand out from paper.
    """
    if picture.ndim == 2:
        return Inks(evened(picture))
    gray = evened(np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8))
    coloured, darkest = _coloured(picture)
    both = cv2.countNonZero(cv2.bitwise_and(coloured, _below(darkest, _INKED)))
    inked = cv2.countNonZero(_below(gray, _INKED))
    if not both or both > _MOST_COLOURED_SHARE * max(inked, 1):
        return Inks(gray)
    own = np.full_like(gray, 255)
    cv2.copyTo(evened(darkest), coloured, own)
    del darkest
    gray[coloured > 0] = 255
    return Inks(gray, own)


def _coloured(picture: Picture) -> tuple[Picture, Picture]:
    """Which pixels are coloured ink, 255 or 0, and the darkest channel of each; white set to 250.

    Band by band: the copies of a whole page that this takes would hold 80 MB at once.
    """
    height = len(picture)
    small = cv2.resize(picture, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    white = np.percentile(small.reshape(-1, 3), 90, axis=0)
    # White is what the brightest places are. A table and single bytes: floats take eight times
    # the room.
    whiter = np.arange(256)[:, None] * (250.0 / np.maximum(white, 60.0))
    table = np.minimum(whiter, 255.0).astype(np.uint8).reshape(256, 1, 3)
    taken = 250.0 - np.arange(256)
    needed, needed_of_dark = (
        np.maximum(np.ceil(share * taken), _LEAST_CHROMA).astype(np.uint8)
        for share in (_COLOURED, _DARK_COLOURED)
    )
    coloured, darkest = (np.empty(picture.shape[:2], np.uint8) for _ in range(2))
    beyond = _SPOT // 2  # rows more on each side are what softening looks at
    for top in range(0, height, _BAND):
        first, last = max(0, top - beyond), min(height, top + _BAND + beyond)
        own = slice(top - first, min(height, top + _BAND) - first)
        band = np.asarray(cv2.LUT(picture[first:last], table), np.uint8)
        brightest, darkest_here = _extremes(np.asarray(cv2.blur(band, (_SPOT, _SPOT)), np.uint8))
        chroma = cv2.subtract(brightest, darkest_here)
        found = cv2.compare(chroma, cv2.LUT(darkest_here, needed), cv2.CMP_GE)
        darkest[top : top + _BAND] = _extremes(band)[1][own]
        if not cv2.countNonZero(found):
            coloured[top : top + _BAND] = 0
            continue
        soft = np.asarray(cv2.GaussianBlur(band, (3, 3), 0), np.uint8)
        brightest, darkest_here = _extremes(soft)
        is_dark_colour = cv2.compare(
            cv2.subtract(brightest, darkest_here),
            cv2.LUT(darkest_here, needed_of_dark),
            cv2.CMP_GE,
        )
        is_no_black = cv2.bitwise_or(_above(brightest, _BLACK), is_dark_colour)
        is_ink = cv2.bitwise_and(is_no_black, _below(darkest_here, _PALEST))
        coloured[top : top + _BAND] = cv2.bitwise_and(found, is_ink)[own]
    return coloured, darkest


def _extremes(band: Picture) -> tuple[Picture, Picture]:
    """The brightest and the darkest channel of each pixel."""
    red, green, blue = cv2.split(band)
    brightest = cv2.max(cv2.max(red, green), blue)
    return np.asarray(brightest, np.uint8), np.asarray(cv2.min(cv2.min(red, green), blue), np.uint8)


def _above(gray: Picture, level: int) -> Picture:
    """255 where a pixel is above the level, 0 elsewhere: a byte for each."""
    return np.asarray(cv2.threshold(gray, level, 255, cv2.THRESH_BINARY)[1], np.uint8)


def _below(gray: Picture, level: int) -> Picture:
    """255 where a pixel is below the level, 0 elsewhere."""
    return np.asarray(cv2.threshold(gray, level - 1, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)
