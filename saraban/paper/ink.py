"""Ink on paper: the light evened, coloured ink apart from black."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]

# Brightest minus darkest channel: stamps have 60 and more, black print in a JPEG up to 40.
_COLOURED = 48
_TINTED = 18
_BLACK = 90
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
    """The inks of a picture, (H, W) gray or (H, W, 3) RGB, the light evened."""
    if picture.ndim == 2:
        return Inks(evened(picture))
    gray = evened(np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8))
    chroma = _chroma(picture)
    core = _above(chroma, _COLOURED)
    cores = cv2.countNonZero(core)
    inked = gray.size - cv2.countNonZero(_above(gray, _INKED - 1))
    if not cores or cores > _MOST_COLOURED_SHARE * max(inked, 1):
        return Inks(gray)
    # The edges of a coloured stroke are pale; what is dark and pale next to it is black ink.
    coloured = np.asarray(cv2.dilate(core, np.ones((7, 7), np.uint8)), np.uint8)
    coloured &= _above(chroma, _TINTED)
    coloured &= _above(gray, _BLACK)
    coloured |= core
    del core, chroma
    paper = np.full_like(gray, 255)
    own = np.asarray(cv2.copyTo(gray, coloured, paper.copy()), np.uint8)
    return Inks(np.asarray(cv2.copyTo(paper, coloured, gray), np.uint8), own)


def _chroma(picture: Picture) -> Picture:
    """Brightest minus darkest channel of each pixel, the paper's own tint and the grain set aside.

    Band by band: the copies of a whole page that this takes would hold 80 MB at once.
    """
    height = len(picture)
    small = cv2.resize(picture, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    white = np.percentile(small.reshape(-1, 3), 90, axis=0)
    # White is what the brightest places are. A table and single bytes: floats take eight times
    # the room.
    whiter = np.arange(256)[:, None] * (250.0 / np.maximum(white, 60.0))
    table = np.minimum(whiter, 255.0).astype(np.uint8).reshape(256, 1, 3)
    chroma = np.empty(picture.shape[:2], np.uint8)
    for top in range(0, height, _BAND):
        # Two rows more on each side are what softening looks at.
        first, band = max(0, top - 2), min(_BAND, height - top)
        soft = cv2.GaussianBlur(picture[first : top + band + 2], (5, 5), 0)
        red, green, blue = cv2.split(cv2.LUT(soft[top - first : top - first + band], table))
        brightest = cv2.max(cv2.max(red, green), blue)
        darkest = cv2.min(cv2.min(red, green), blue)
        chroma[top : top + band] = cv2.subtract(brightest, darkest)
    return chroma


def _above(gray: Picture, level: int) -> Picture:
    """255 where a pixel is above the level, 0 elsewhere: a byte for each."""
    return np.asarray(cv2.threshold(gray, level, 255, cv2.THRESH_BINARY)[1], np.uint8)
