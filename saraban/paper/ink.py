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
    soft = cv2.GaussianBlur(picture, (5, 5), 0)
    # The paper's own tint is no ink: white is what the brightest places are. A table and single
    # bytes all through: a page in floats is 200 MB.
    white = np.percentile(soft[::8, ::8].reshape(-1, 3), 90, axis=0)
    whiter = np.arange(256)[:, None] * (250.0 / np.maximum(white, 60.0))
    table = np.minimum(whiter, 255.0).astype(np.uint8).reshape(256, 1, 3)
    red, green, blue = cv2.split(cv2.LUT(soft, table))
    del soft
    chroma = cv2.subtract(cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue))
    core = (chroma > _COLOURED).astype(np.uint8)
    inked = int((gray < 160).sum())
    if not core.any() or core.sum() > _MOST_COLOURED_SHARE * max(inked, 1):
        return Inks(gray)
    # The edges of a coloured stroke are pale; what is dark and pale next to it is black ink.
    near = cv2.dilate(core, np.ones((7, 7), np.uint8)) > 0
    coloured = (core > 0) | (near & (chroma > _TINTED) & (gray > _BLACK))
    black = gray.copy()
    black[coloured] = 255
    own = np.full_like(gray, 255)
    own[coloured] = gray[coloured]
    return Inks(black, own)
