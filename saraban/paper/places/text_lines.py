"""Where the lines of a straightened page are, each cut out with its own marks and nothing else.

Thai marks stand apart from their letters: a page segmentation made for Latin takes them for
lines of their own or gives them to the line above. Here the letters' bodies make the lines,
and each mark goes to the line it stands nearest to.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from saraban.paper.places.ink_pieces import InkPieces, pieces_of_ink

Picture = NDArray[np.uint8]
Stats = NDArray[np.int32]  # of pieces of ink, as OpenCV tells them; piece 0 is the paper

_INK = 190
# Of the body height of the page's letters (the height of ก):
_LEAST_BODY, _MOST_BODY = 0.55, 2.9
_MOST_WIDTH = 12.0
_GAP = 1.9  # wider than this between letters, a new piece of line begins
_BESIDE = 1.6  # a dash before a line or a full stop behind it
_FEW_MARKS, _MARK = 3, 0.62
_QUOTE = 0.8  # how far from its line a quotation mark hangs
_ABOVE, _BELOW = 1.15, 0.75  # how far marks stand from the body of their line
_MARGIN = 8
_TOUCHING, _THIN = 2.3, 0.4  # height of two lines' ink in one, and how thin they touch
# Inches: garudas are 1.5 or 3 cm, seals 4.5 cm across. A frame of lines has less ink than one.
_LEAST_EMBLEM, _MOST_EMBLEM, _LEAST_INKED = 0.45, 2.2, 0.1


@dataclass(frozen=True)
class LineCut:
    """A line, or the part of one between wide gaps, cut out of the page.

    picture is (H, W), dark on white, only this line's ink; box its place in pixels of the page;
    body the top and bottom of its letters without marks, in pixels of the page.
    """

    picture: Picture
    box: tuple[int, int, int, int]
    body: tuple[int, int]

    @property
    def height(self) -> int:
        """The height of its letters without marks."""
        return self.body[1] - self.body[0]


def line_cuts(gray: Picture, dpi: float) -> list[LineCut]:
    """The pieces of line on the page, from top to bottom and left to right."""
    ink = (gray < _INK).astype(np.uint8)
    found = pieces_of_ink(ink)
    body = _body_height(found.boxes, dpi)
    if _part_touching_lines(ink, found, body):
        del found  # 17 MB, not twice
        found = pieces_of_ink(ink)
    del ink
    labels, stats, centres = found.labels, found.boxes, found.middles
    widths, heights, areas = stats[:, 2], stats[:, 3], stats[:, 4]
    is_small = (heights <= _MOST_BODY * body) & (widths <= _MOST_WIDTH * body) & (areas >= 3)
    is_small[0] = False
    is_small &= ~_in_emblems(stats, dpi)
    is_body = is_small & (heights >= _LEAST_BODY * body)
    boxes = np.stack(
        [stats[:, 0], stats[:, 1], stats[:, 0] + widths, stats[:, 1] + heights], axis=1
    )
    pieces = _pieces(boxes, np.flatnonzero(is_body), body)
    if not pieces:
        return []
    owners = _owners(boxes, centres, is_small, pieces, body)
    cuts = []
    for number, (members, top, bottom) in enumerate(pieces):
        own = np.concatenate([members, np.flatnonzero(owners == number)])
        left, high = boxes[own, 0].min(), boxes[own, 1].min()
        right, low = boxes[own, 2].max(), boxes[own, 3].max()
        is_own = np.zeros(len(stats), bool)
        is_own[own] = True
        # Gray edges of the ink come along: the mask is a little wider than the ink.
        y0, y1 = max(0, high - _MARGIN), min(gray.shape[0], low + _MARGIN)
        x0, x1 = max(0, left - _MARGIN), min(gray.shape[1], right + _MARGIN)
        mask = cv2.dilate(is_own[labels[y0:y1, x0:x1]].astype(np.uint8), np.ones((5, 5), np.uint8))
        picture = np.where(mask > 0, gray[y0:y1, x0:x1], 255).astype(np.uint8)
        cuts.append(LineCut(picture, (int(x0), int(y0), int(x1), int(y1)), (top, bottom)))
    return sorted(cuts, key=lambda cut: (cut.body[1], cut.box[0]))


def _body_height(stats: Stats, dpi: float) -> float:
    """The usual height of a letter without marks, in pixels; that of 16 points where unsure."""
    heights = stats[1:, 3]
    likely = heights[(heights > 0.04 * dpi) & (heights < 0.3 * dpi) & (stats[1:, 2] > 0.02 * dpi)]
    if len(likely) < 20:
        return float(np.median(likely)) if len(likely) > 3 else 0.117 * dpi
    counts = np.bincount(likely)
    soft = np.convolve(counts, np.ones(5), mode="same")
    return float(soft.argmax())


def _part_touching_lines(ink: Picture, found: InkPieces, body: float) -> bool:
    """Cut the ink where a mark under one line touches a letter of the next, as ณุ over ใน.

    Several letters may hang together in either line; what is thin at both its ends is a frame.
    False where nothing was to be cut, and what was found stands.
    """
    labels, stats = found.labels, found.boxes
    heights, widths = stats[:, 3], stats[:, 2]
    is_double = (heights > _TOUCHING * body) & (heights < 2.5 * _TOUCHING * body)
    is_parted = False
    for number in np.flatnonzero(is_double & (widths < _MOST_WIDTH * body)):
        left, top, width, height = stats[number, :4]
        own = labels[top : top + height, left : left + width] == number
        first, last = round(0.25 * height), round(0.75 * height)
        row = first + int(own[first:last].sum(axis=1).argmin())
        is_frame = (
            width >= 3 * body and own[row][: width // 10].any() and own[row][-width // 10 :].any()
        )
        if own[row].sum() <= _THIN * body and not is_frame:
            ink[top + row, left : left + width][own[row]] = 0
            is_parted = True
    return is_parted


def _in_emblems(stats: Stats, dpi: float) -> NDArray[np.bool_]:
    """Which pieces of ink lie within a garuda or a round seal, and are no letters."""
    left, top, width, height, area = stats.T
    share = area / np.maximum(width * height, 1)
    is_large = (np.minimum(width, height) > _LEAST_EMBLEM * dpi) & (
        np.maximum(width, height) < _MOST_EMBLEM * dpi
    )
    is_squarish = (width < 1.5 * height) & (height < 1.5 * width) & (share > _LEAST_INKED)
    inside = np.zeros(len(stats), bool)
    for emblem in np.flatnonzero(is_large & is_squarish):
        if emblem == 0:
            continue
        inside |= (
            (left >= left[emblem]) & (left + width <= left[emblem] + width[emblem])
            & (top >= top[emblem]) & (top + height <= top[emblem] + height[emblem])
        )  # fmt: skip
    return inside


def _pieces(
    boxes: NDArray[np.int32], letters: NDArray[np.intp], body: float
) -> list[tuple[NDArray[np.intp], int, int]]:
    """Letters that follow one another on a level: their numbers, and the body's top and bottom."""
    order = letters[np.argsort(boxes[letters, 0])]
    open_pieces: list[list[int]] = []
    levels: list[tuple[float, float, float]] = []  # right edge, baseline, number of letters
    # Plain numbers: those of an array take three times as long one by one.
    for one, (left, top, right, bottom) in zip(order, boxes[order].tolist(), strict=True):
        best, distance = -1, 1e9
        for place, (edge, base, _) in enumerate(levels):
            if left - edge > _GAP * body or left < edge - 2.5 * body:
                continue
            off = abs(bottom - base)
            # Its top tells where a letter that touches the next line belongs.
            is_level = off < 0.35 * body or (
                bottom > base and abs(top - (base - body)) < 0.35 * body
            )
            if is_level and off + 0.1 * max(0, left - edge) < distance:
                best, distance = place, off + 0.1 * max(0, left - edge)
        if best < 0:
            open_pieces.append([int(one)])
            levels.append((float(right), float(bottom), 1))
            continue
        edge, base, size = levels[best]
        open_pieces[best].append(int(one))
        weight = min(size, 8.0)
        off = min(max(bottom - base, -0.15 * body), 0.15 * body)
        levels[best] = (max(edge, float(right)), base + off / (weight + 1), size + 1.0)
    pieces = []
    for members in open_pieces:
        numbers = np.array(members)
        tops, bottoms = np.median(boxes[numbers, 1]), np.median(boxes[numbers, 3])
        pieces.append((numbers, int(tops), int(bottoms)))
    return _without_marks(_joined(pieces, boxes, body), boxes, body)


def _joined(
    pieces: list[tuple[NDArray[np.intp], int, int]], boxes: NDArray[np.int32], body: float
) -> list[tuple[NDArray[np.intp], int, int]]:
    """Pieces that follow one another on a level, however their letters differ in height."""
    spans = [
        (int(boxes[m, 0].min()), int(boxes[m, 2].max()), top, bottom, m)
        for m, top, bottom in pieces
    ]
    spans.sort(key=lambda span: span[0])
    joined: list[tuple[int, int, int, int, NDArray[np.intp]]] = []
    for left, right, top, bottom, members in spans:
        for place, (first, last, high, low, others) in enumerate(joined):
            overlap = min(bottom, low) - max(top, high)
            is_level = overlap > 0.55 * max(1, min(bottom - top, low - high))
            is_near = -0.6 * body < left - last < _GAP * body
            if is_level and is_near and max(bottom, low) - min(top, high) < 1.9 * body:
                both = np.concatenate([others, members])
                tops, bottoms = np.median(boxes[both, 1]), np.median(boxes[both, 3])
                joined[place] = (first, max(last, right), int(tops), int(bottoms), both)
                break
        else:
            joined.append((left, right, top, bottom, members))
    return [(members, top, bottom) for _, _, top, bottom, members in joined]


def _without_marks(
    pieces: list[tuple[NDArray[np.intp], int, int]], boxes: NDArray[np.int32], body: float
) -> list[tuple[NDArray[np.intp], int, int]]:
    """The pieces that are no cluster of marks over or under a longer one, nor a quote before it."""
    edges = [(boxes[m, 0].min(), boxes[m, 2].max()) for m, _, _ in pieces]
    kept = []
    for place, (members, top, bottom) in enumerate(pieces):
        middle = (top + bottom) / 2
        left, right = edges[place]
        is_mark = any(
            (
                (len(members) <= _FEW_MARKS and len(others) > _FEW_MARKS * len(members))
                # Marks over a title are as high as the letters of the text.
                or (len(others) > len(members) and bottom - top < _MARK * (lower - upper))
            )
            and low - (_QUOTE * body if bottom < (upper + lower) / 2 else 0) < right
            and left < high + (_QUOTE * body if bottom < (upper + lower) / 2 else 0)
            and upper - _ABOVE * max(body, lower - upper) < middle < lower + _BELOW * body
            for (others, upper, lower), (low, high) in zip(pieces, edges, strict=True)
        )
        if not is_mark:
            kept.append((members, top, bottom))
    return kept


def _owners(
    boxes: NDArray[np.int32],
    centres: NDArray[np.float64],
    is_small: NDArray[np.bool_],
    pieces: list[tuple[NDArray[np.intp], int, int]],
    body: float,
) -> NDArray[np.intp]:
    """For each piece of ink that is no letter's body, the line it belongs to; -1 for none."""
    owners = np.full(len(boxes), -1, np.intp)
    taken = np.concatenate([members for members, _, _ in pieces])
    is_loose = is_small.copy()
    is_loose[taken] = False
    loose = np.flatnonzero(is_loose)
    best = np.full(len(loose), 1e9)
    x, y = centres[loose, 0], centres[loose, 1]
    for number, (members, top, bottom) in enumerate(pieces):
        left, right = boxes[members, 0].min(), boxes[members, 2].max()
        above, below = top - y, y - bottom
        distance = np.maximum(np.maximum(above / _ABOVE, below / _BELOW), 0.0)
        is_near = (
            (x > left - _BESIDE * body) & (x < right + _BESIDE * body)
            & (above < _ABOVE * body) & (below < _BELOW * body)
        )  # fmt: skip
        is_better = is_near & (distance < best)
        best[is_better] = distance[is_better]
        owners[loose[is_better]] = number
    return owners
