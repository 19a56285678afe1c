"""What stands inside a stamp's frame, row by row, the rules and dots to write on taken away.

In a stamp small printed labels stand beside large writing, on dots, on a slope of their own: rules
for lines of one letter height part them. The rows come first here, told by the rules to write on
or by the white between them, and each is cut where a gap parts the label from the writing.
"""

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from saraban.paper.places.stamp_pieces import Boxes, Picture, Pieces, Row
from saraban.paper.places.stamp_strokes import untied
from saraban.paper.places.text_lines import LineCut

_INK = 190
# Inches.
_DOT, _DOT_GAP, _DOT_LEVEL = 0.036, 0.11, 0.014
_LEAST_LETTER = 0.045  # a mark or a full stop is lower
_LEAST_ROW = 0.06
_FEWEST_DOTS = 4
_LEAST_DOTTED, _LEAST_PITCH = 0.3, 0.14
_ROW_PER_LETTER = 2.4  # rows of a stamp, by the height of its letters
_FRAME_ZONE = 0.12  # of its height
# Of the frame's width: a line to write on.
_LEAST_RULE = 0.35
_MARGIN = 6
# Inches, then by their width, then of the frame's width: bars that a frame's side left.
_THIN_BAR, _SLIM, _SIDE_ZONE = 0.035, 2.5, 0.05
# Widths of letters that stand over one another at least in a row, in heights of a letter.
_LETTERS_OF_ROW = 1.2
_MOST_LETTER = 1.9  # of the usual letter's height
_NEAR_SIDE = 0.1  # inches from letter to letter where writing runs over the frame's side
# Of the height of a row's letters: the gap that parts two pieces of it.
_GAP = 1.1


def stamp_rows(gray: Picture, dpi: float, *, over: int = 0) -> list[LineCut]:
    """The pieces of the rows in a frame, (H, W) upright, from the top and from left to right.

    over: how many columns at the right lie outside of the frame, where writing may run on.
    """
    gray, rules = _without_rules(gray, over)
    pieces = Pieces.of(gray, dpi)
    dots, dotted = _dotted(pieces, dpi)
    gray[
        cv2.dilate(np.isin(pieces.labels, dots).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    ] = 255
    pieces = Pieces.of(gray, dpi)
    height = gray.shape[0]
    white = _rows_between_white(pieces, height, dpi)
    rows = _rows_on([*rules, *dotted], white, pieces, height, dpi) or white
    pieces = _without_sides(untied(pieces, rows), gray.shape[1] - over, dpi)
    owners = _owners(pieces, rows)
    width = gray.shape[1] - over
    cuts: list[LineCut] = []
    for number in range(len(rows)):
        members = np.flatnonzero(owners == number)
        heights = pieces.boxes[members, 3] - pieces.boxes[members, 1]
        letters = members[heights >= _LEAST_LETTER * dpi]
        if not len(letters):
            continue
        top, bottom = np.median(pieces.boxes[letters][:, [1, 3]], axis=0)
        members = _without_neighbours(pieces.boxes, members, width, _NEAR_SIDE * dpi)
        for piece in _parted(pieces.boxes, members, _GAP * (bottom - top)):
            if not np.isin(piece, letters).any():
                continue  # dots to write on that stand too far apart to be a row of them
            cuts.append(_cut(gray, pieces, piece, Row(int(top), int(bottom))))
    return cuts


def _without_rules(gray: Picture, over: int) -> tuple[Picture, list[float]]:
    """The cut without its frame and the lines to write on, and the rows of those lines."""
    ink = (gray < _INK).astype(np.uint8)
    height, width = gray.shape
    level = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, max(25, width // 4)), np.uint8))
    steep = cv2.morphologyEx(
        ink, cv2.MORPH_OPEN, np.ones((max(25, round(height * 0.45)), 1), np.uint8)
    )
    cleaned = gray.copy()
    long_ones = cv2.bitwise_or(level, steep)
    cleaned[cv2.dilate(long_ones, np.ones((3, 3), np.uint8)) > 0] = 255
    edge = max(2, round(0.03 * height))
    cleaned[:edge] = cleaned[-edge:] = 255
    cleaned[:, :edge] = 255
    inside = width - over
    cleaned[:, inside - edge : inside + edge] = 255
    _, _, stats, centres = cv2.connectedComponentsWithStats(np.asarray(level, np.uint8))
    inner = [
        float(centre[1])
        for stat, centre in zip(stats[1:], centres[1:], strict=True)
        if 2 * edge < centre[1] < height - 2 * edge and stat[2] > _LEAST_RULE * width
    ]
    return cleaned, inner


def _without_sides(pieces: Pieces, width: int, dpi: float) -> Pieces:
    """The pieces without what is left of the frame's sides: bars over one another near an edge.

    A frame that tilts leaves one beside every row, which is read as a figure.
    """
    boxes = pieces.boxes
    wide, high = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    middles = (boxes[:, 0] + boxes[:, 2]) / 2
    is_bar = pieces.is_own & (wide <= _THIN_BAR * dpi) & (high >= _SLIM * wide)
    is_side = np.zeros(len(boxes), np.bool_)
    for near in (middles < _SIDE_ZONE * width, np.abs(middles - width) < _SIDE_ZONE * width):
        bars = np.flatnonzero(is_bar & near & (high >= _LEAST_LETTER * dpi))
        if len(bars) > 1:
            is_side[bars] = True
    return replace(pieces, is_own=pieces.is_own & ~is_side)


def _dotted(pieces: Pieces, dpi: float) -> tuple[list[int], list[float]]:
    """The dots that stand in rows, or ran into one another, and where those rows are."""
    boxes = pieces.boxes
    widths, heights = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    is_flat = pieces.is_own & (heights <= _DOT * dpi)
    # Dots that the scanner joined are a thin dash.
    dots = np.flatnonzero(is_flat & ((widths <= _DOT * dpi) | (widths >= 3 * heights)))
    chains: list[list[int]] = []
    for dot in dots[np.argsort(boxes[dots, 0])]:
        for chain in chains:
            gap = boxes[dot, 0] - boxes[chain[-1], 2]
            level = abs(pieces.middles[dot, 1] - pieces.middles[chain[-1], 1])
            if -2 <= gap <= _DOT_GAP * dpi and level <= _DOT_LEVEL * dpi + 0.06 * max(0, gap):
                chain.append(int(dot))
                break
        else:
            chains.append([int(dot)])
    removed: list[int] = []
    rows: list[float] = []
    for chain in chains:
        reach = boxes[chain[-1], 2] - boxes[chain[0], 0]
        if len(chain) >= _FEWEST_DOTS or reach > 4 * _DOT * dpi:
            removed += chain
        if reach > _LEAST_DOTTED * dpi:
            rows.append(float(pieces.middles[chain, 1].mean()))
    return removed, rows


def _rows_on(
    rules: list[float], white: list[Row], pieces: Pieces, height: int, dpi: float
) -> list[Row]:
    """The rows over these lines to write on, and the office's over the first; none where unsure.

    white are the rows as the white between them tells.
    """
    lines: list[float] = []
    for rule in sorted(rules):
        # Nearer to the top or the bottom it is the frame.
        is_inner = _FRAME_ZONE * height < rule < (1 - _FRAME_ZONE / 2) * height
        if is_inner and (not lines or rule - lines[-1] > _LEAST_PITCH * dpi):
            lines.append(rule)
    heights = pieces.boxes[pieces.is_own, 3] - pieces.boxes[pieces.is_own, 1]
    letters = heights[heights >= _LEAST_LETTER * dpi]
    if len(lines) < 2 or not len(letters):
        return []
    # A line may be missing between two others: how many rows they hold, the letters tell.
    likely = _ROW_PER_LETTER * float(np.median(letters))
    steps = np.diff(lines)
    pitch = float(steps.min()) / max(1, round(steps.min() / likely))
    counts = np.maximum(np.round(steps / pitch), 1)
    if np.abs(steps / counts - pitch).max() > 0.2 * pitch:
        return []
    lines = [lines[0], *(
        low + (high - low) * part / count
        for low, high, count in zip(lines, lines[1:], counts.astype(int), strict=False)
        for part in range(1, count + 1)
    )]  # fmt: skip
    if any(_runs_through(row, line) for row in white for line in lines):
        return []
    rows = [Row(max(0, round(line - pitch)), round(line)) for line in lines]
    # The office over the first has no line under it.
    over = [row for row in white if row.bottom < lines[0] - 0.5 * pitch]
    if over:
        rows[0] = Row(max(rows[0].top, over[-1].bottom + 1), rows[0].bottom)
    rows = [*over, *rows]
    if height - lines[-1] > 0.7 * pitch:
        rows.append(Row(round(lines[-1]), height))
    return rows


def _runs_through(row: Row, line: float) -> bool:
    """Whether a line lies well inside of a row's letters, where nobody writes on it."""
    inner = 0.2 * (row.bottom - row.top)
    return row.top + inner < line < row.bottom - inner


def _rows_between_white(pieces: Pieces, height: int, dpi: float) -> list[Row]:
    """The bands in which letters stand, marks above and below left out of them."""
    boxes = pieces.boxes
    letters = np.flatnonzero(pieces.is_own & (boxes[:, 3] - boxes[:, 1] >= _LEAST_LETTER * dpi))
    if not len(letters):
        return []
    profile = np.zeros(height + 1)
    usual = float(np.percentile(boxes[letters, 3] - boxes[letters, 1], 75))
    for left, top, right, bottom in boxes[letters]:
        reach = bottom - top
        if reach > _MOST_LETTER * usual:
            continue  # a stroke across rows, or letters that it holds together
        # The middle of a letter tells its row; its ends reach into the next ones.
        inner = slice(top + round(0.2 * reach), bottom - round(0.2 * reach) + 1)
        profile[inner] += min(right - left, 3 * reach)
    # A short row beside the office's long name counts as well.
    is_row = profile > min(0.22 * profile.max(), _LETTERS_OF_ROW * usual)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], is_row.astype(np.int8), [0]])))
    rows = [
        Row(int(top), int(bottom))
        for top, bottom in zip(edges[::2], edges[1::2], strict=True)
        if bottom - top >= _LEAST_ROW * dpi * 0.6
    ]
    kept: list[Row] = []
    for row in rows:
        inside = [n for n in letters if _shared(boxes[n], row) > 0.5 * (row.bottom - row.top)]
        if not inside:
            continue
        top, bottom = np.median(boxes[inside, 1]), np.median(boxes[inside, 3])
        if bottom - top < _LEAST_ROW * dpi:
            continue
        if kept and kept[-1].bottom - top > 0.4 * min(bottom - top, kept[-1].bottom - kept[-1].top):
            # A label, and larger writing behind it that stands a little higher or lower.
            top, bottom = min(kept[-1].top, top), max(kept.pop().bottom, bottom)
        kept.append(Row(int(top), int(bottom)))
    return kept


def _owners(pieces: Pieces, rows: list[Row]) -> NDArray[np.intp]:
    """For each piece of ink the row it stands in; -1 for none."""
    owners = np.full(len(pieces.boxes), -1, np.intp)
    in_rows = pieces.ink_in(rows)
    for number in np.flatnonzero(pieces.is_own) if rows else ():
        box = pieces.boxes[number]
        best = int(np.argmax(in_rows[:, number]))
        if _shared(box, rows[best]) <= 0.15 * (rows[best].bottom - rows[best].top):
            middle = (box[1] + box[3]) / 2
            # A mark stands rather over its letter than under the one above.
            far = [max(row.top - middle, 1.4 * (middle - row.bottom), 0.0) for row in rows]
            best = int(np.argmin(far))
            if far[best] > 0.8 * (rows[best].bottom - rows[best].top):
                continue
        owners[number] = best
    return owners


def _shared(box: NDArray[np.int32], row: Row) -> float:
    return float(max(0, min(box[3], row.bottom) - max(box[1], row.top)))


def _without_neighbours(
    boxes: Boxes, members: NDArray[np.intp], inside: int, near: float
) -> NDArray[np.intp]:
    """The members of a row without what stands beside the frame and does not run on from within."""
    kept: list[int] = []
    edge = -1e9
    for one in members[np.argsort(boxes[members, 0])]:
        left, right = int(boxes[one, 0]), int(boxes[one, 2])
        if left >= inside and (left - edge > near or not kept):
            break
        kept.append(int(one))
        edge = max(edge, float(right))
    return np.array(kept, np.intp)


def _parted(boxes: Boxes, members: NDArray[np.intp], gap: float) -> list[NDArray[np.intp]]:
    """The members of a row from left to right, parted where nothing stands for a while."""
    pieces: list[list[int]] = []
    edge = -1e9
    for one in members[np.argsort(boxes[members, 0])]:
        if boxes[one, 0] - edge > gap:
            pieces.append([])
        pieces[-1].append(int(one))
        edge = max(edge, float(boxes[one, 2]))
    return [np.array(piece) for piece in pieces]


def _cut(gray: Picture, pieces: Pieces, members: NDArray[np.intp], row: Row) -> LineCut:
    left, top = pieces.boxes[members, :2].min(axis=0)
    right, bottom = pieces.boxes[members, 2:].max(axis=0)
    y0, y1 = max(0, top - _MARGIN), min(gray.shape[0], bottom + _MARGIN)
    x0, x1 = max(0, left - _MARGIN), min(gray.shape[1], right + _MARGIN)
    is_member = np.isin(pieces.labels[y0:y1, x0:x1], members)
    mask = cv2.dilate(is_member.astype(np.uint8), np.ones((5, 5), np.uint8))
    picture = np.where(mask > 0, gray[y0:y1, x0:x1], 255).astype(np.uint8)
    return LineCut(picture, (int(x0), int(y0), int(x1), int(y1)), (row.top, row.bottom))
