"""A pen's stroke across a stamp: the letters that it ties together go back to their rows.

Somebody initials a stamp over its figures as often as not. What a stroke touches is one piece of
ink with it, too high for any row; cut at the rows, it is letters with a line through them, which
the digit reader has learnt to read, and bits of bare stroke, which are left out.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from saraban.paper.places.stamp_pieces import Mask, Pieces, Row

# Of a row's height: pieces higher than that may cross several, and how far marks and the ends of
# letters reach beyond their row.
_HIGH = 1.8
_OVER, _UNDER = 0.45, 0.25
# Of the ink in the row that has most of a piece: less in another is the end of a tall letter.
_MUCH = 0.25
# Of a row's height: lower bits are no letter, and a bare stroke is longer than one.
_LEAST_LETTER = 0.4
_LONG = 2.0
# Of a row's height: a letter is crossed more than once by more rows or columns of pixels.
_TWICE_CROSSED = 0.3


def untied(pieces: Pieces, rows: Sequence[Row]) -> Pieces:
    """The pieces without bare strokes, and the letters out of those that cross several rows."""
    rows = _bodies(pieces, rows)
    if not rows:
        return pieces
    usual = float(np.median([row.bottom - row.top for row in rows]))
    in_rows = np.sort(pieces.ink_in(rows), axis=0)
    dropped: list[int] = []
    letters: list[Mask] = []
    for number in range(1, len(pieces.boxes)):
        left, top, right, bottom = pieces.boxes[number]
        if np.hypot(right - left, bottom - top) < _LONG * usual:
            continue
        ink = (pieces.labels[top:bottom, left:right] == number).astype(np.uint8)
        if _is_bare(ink, usual):
            dropped.append(number)
            continue
        crosses = len(rows) > 1 and in_rows[-2, number] > _MUCH * in_rows[-1, number]
        is_of_one_row = pieces.is_own[number] and not crosses
        if is_of_one_row or bottom - top <= _HIGH * usual:
            continue
        dropped.append(number)
        letters += _letters_of(Mask(ink, int(left), int(top)), rows)
    return pieces.replaced(dropped, letters)


def _bodies(pieces: Pieces, rows: Sequence[Row]) -> list[Row]:
    """Where the letters of each row have their bodies: rows on lines reach from line to line."""
    own = pieces.boxes[pieces.is_own]
    heights = own[:, 3] - own[:, 1]
    own = own[heights > np.median(heights) / 2] if len(own) else own
    middles = (own[:, 1] + own[:, 3]) / 2
    bodies = []
    for row in rows:
        inside = own[(row.top <= middles) & (middles <= row.bottom)]
        if len(inside):
            top, bottom = np.median(inside[:, [1, 3]], axis=0)
            bodies.append(Row(round(top), round(bottom)))
    return bodies


def _is_bare(ink: NDArray[np.uint8], letter: float) -> bool:
    """Whether the ink is one stroke that goes from one side to another and never turns back."""
    for lines in (ink, ink.T):
        padded = np.pad(lines.astype(np.int8), ((0, 0), (1, 0)))
        runs = (np.diff(padded, axis=1) > 0).sum(axis=1)
        if (runs > 1).sum() > _TWICE_CROSSED * letter:
            return False
    return True


def _letters_of(piece: Mask, rows: Sequence[Row]) -> list[Mask]:
    """What of a piece stands in the rows besides bare stroke."""
    found = []
    for row in rows:
        reach = row.bottom - row.top
        first = max(0, round(row.top - _OVER * reach) - piece.top)
        last = max(0, round(row.bottom + _UNDER * reach) - piece.top)
        band = np.ascontiguousarray(piece.ink[first:last])
        if not band.size:
            continue
        count, labels, stats, _ = cv2.connectedComponentsWithStats(band)
        for number in range(1, count):
            x, y, width, height = (int(value) for value in stats[number, :4])
            ink = np.asarray(labels[y : y + height, x : x + width] == number, np.uint8)
            if height >= _LEAST_LETTER * reach and not _is_bare(ink, reach):
                found.append(Mask(ink, piece.left + x, piece.top + first + y))
    return found
