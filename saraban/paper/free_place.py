"""Where a page has room: its ink on a coarse grid, and the free place nearest to a wished one.

The page is looked at as it is shown, so text, a Garuda, a stamp and a scan count alike.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Gray = NDArray[np.uint8]
Ink = NDArray[np.bool_]

# Of the paper's own brightness nearby: below is ink, above the grain of the paper or a scan.
_INK_BELOW = 0.86
# Of the page's brightest paper: darker than this all over is a picture, not yellowed paper.
_PAPER_ABOVE = 0.8
_NEIGHBOURHOOD = 16  # pixels


@dataclass(frozen=True)
class Room:
    """A rectangle of the grid: its left and top cell, and how many cells it is wide and high."""

    left: int
    top: int
    width: int
    height: int


def ink_of(gray: Gray) -> Ink:
    """Which pixels of a page (H, W), dark on light, are not bare paper.

    Paper is what is bright for its neighbourhood, so that yellowed paper and the shadow in a
    fold are still free; a neighbourhood much darker than the page's paper is ink throughout.
    """
    height, width = gray.shape
    side = _NEIGHBOURHOOD
    padded = np.pad(gray, ((0, -height % side), (0, -width % side)), mode="edge")
    down, across = padded.shape[0] // side, padded.shape[1] // side
    # Every second pixel tells as much of a neighbourhood as all, in a quarter of the time.
    some = padded[::2, ::2].reshape(down, side // 2, across, side // 2)
    seen = some.transpose(0, 2, 1, 3).reshape(down, across, side * side // 4)
    # Nearly the brightest: one white speck in a dark picture makes no paper.
    rank = side * side // 4 * 9 // 10
    paper = np.partition(seen, rank, axis=2)[:, :, rank].astype(np.float32)
    is_dark = paper < _PAPER_ABOVE * np.percentile(paper, 90)
    limit = np.where(is_dark, 255, paper * _INK_BELOW).astype(np.uint8)
    limits = np.repeat(np.repeat(limit, side, axis=0), side, axis=1)[:height, :width]
    return gray <= limits


def coarser(ink: Ink, by: int) -> Ink:
    """The ink on a grid with cells of by times by pixels; a cell with one spot of ink has ink.

    What a cell at the right or lower edge lacks counts as ink.
    """
    height, width = ink.shape
    padded = np.pad(ink, ((0, -height % by), (0, -width % by)), constant_values=True)
    cells = np.zeros((padded.shape[0] // by, padded.shape[1] // by), np.bool_)
    for row in range(by):
        for column in range(by):
            cells |= padded[row::by, column::by]
    return cells


def nearest_room(
    ink: Ink, *, width: int, height: int, wish: tuple[float, float], air: int = 1, border: int = 0
) -> Room | None:
    """The room of this size, with air cells free around it, nearest to its wished left and top.

    Nearest in a straight line, in cells; it keeps border cells from the page's edges, and what
    lies beyond them counts as free air. None when no such room is free.
    """
    rows, columns = ink.shape
    last_top, last_left = rows - border - height, columns - border - width
    if width < 1 or height < 1 or last_top < border or last_left < border:
        return None
    sums = np.zeros((rows + 2 * air + 1, columns + 2 * air + 1), np.int32)
    sums[air + 1 : air + 1 + rows, air + 1 : air + 1 + columns] = ink
    sums.cumsum(axis=0, out=sums)
    sums.cumsum(axis=1, out=sums)
    high, wide = height + 2 * air, width + 2 * air
    spots = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
    free = spots[border : last_top + 1, border : last_left + 1] == 0
    left, top = wish
    across = (np.arange(border, last_left + 1, dtype=np.float32) - np.float32(left)) ** 2
    down = (np.arange(border, last_top + 1, dtype=np.float32) - np.float32(top)) ** 2
    distances = np.where(free, down[:, None] + across[None, :], np.inf)
    best = int(distances.argmin())
    found_top, found_left = divmod(best, free.shape[1])
    if not free[found_top, found_left]:
        return None
    return Room(border + found_left, border + found_top, width, height)


def taken(ink: Ink, room: Room) -> None:
    """Count the room as ink from now on."""
    ink[room.top : room.top + room.height, room.left : room.left + room.width] = True
