"""Frames of stamps made out of straight lines: worn, broken, crossed by writing, or tilted.

An outline has to be whole to be followed round (see stamp_places); a stamp seldom prints whole.
Here the long straight strokes of a page are gathered, each fitted by what is left of it, and
four that would make a frame are asked how much of their length is inked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import cv2
import numpy as np
from numpy.typing import NDArray

from saraban.paper.places.ink_pieces import pieces_of_ink

Picture = NDArray[np.uint8]
Points = NDArray[np.float64]

_LOOKED_AT_DPI = 150.0
_INK = 205
# Inches: what runs on so far in one row of pixels is a stroke of a rule, not of a letter; a frame
# that tilts by 6 degrees still has such runs.
_RUN = 0.085
_LEAST_STROKE, _THICK = 0.2, 0.035
_MOST_STROKES = 120
_OFF_LINE, _MOST_GAP = 0.035, 0.7
_LEAST_LINE = 0.45
_MOST_TILT = 9.0
_PARALLEL = 2.0  # degrees
_BESIDE = 0.045  # inches
# Of a side's length inked: the two that were found as lines, all four together, and a bare one.
_LEAST_FOUND, _LEAST_IN_ALL, _LEAST_SIDE = 0.2, 1.0, 0.1
# Of the longest side a stamp may have: a line that runs on further without a gap (inches) is of a
# table. The frames of two stamps side by side, which touch at times, make a line of 4.5 inches.
_A_RULE, _GAP = 1.3, 0.05


@dataclass(frozen=True)
class Frame:
    """Its middle, width and height in pixels of the plane, its tilt in degrees clockwise.

    inked is the sum over its four sides of the share of their length with ink, 0 to 4.
    """

    centre: tuple[float, float]
    width: float
    height: float
    tilt: float
    inked: float


@dataclass(frozen=True)
class _Line:
    """A nearly level line from left to right: its ends and the pixels seen of it."""

    start: tuple[float, float]
    end: tuple[float, float]
    points: Points

    @property
    def length(self) -> float:
        return float(np.hypot(self.end[0] - self.start[0], self.end[1] - self.start[1]))

    @property
    def tilt(self) -> float:
        """Degrees clockwise."""
        return float(
            np.degrees(np.arctan2(self.end[1] - self.start[1], self.end[0] - self.start[0]))
        )


@dataclass(frozen=True)
class _Strokes:
    """Long strokes along a picture's rows: the lines they make, the pixels near them; all ink."""

    lines: list[_Line]
    near: Picture
    ink: Picture


def frames_of_lines(
    gray: Picture, dpi: float, *, widths: tuple[float, float], heights: tuple[float, float]
) -> list[Frame]:
    """Frames on a plane, (H, W) dark on white, the largest first; sizes are least and most inches.

    One may lie over another: who asks chooses.
    """
    scale = _LOOKED_AT_DPI / dpi
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = (small < _INK).astype(np.uint8)
    level = _strokes(ink, longest=widths[1])
    steep = _strokes(np.ascontiguousarray(ink.T), longest=heights[1])
    found = [
        *_frames(level, steep, apart=heights, along=widths),
        # On their side: two long sides found, and of top and bottom but one.
        *map(_turned, _frames(steep, level, apart=widths, along=heights)),
    ]
    found = [frame for frame in found if frame.height < frame.width]
    found.sort(key=lambda frame: -frame.width * frame.height)
    return [
        Frame(
            (frame.centre[0] / scale, frame.centre[1] / scale),
            frame.width / scale,
            frame.height / scale,
            frame.tilt,
            frame.inked,
        )
        for frame in found
    ]


def _turned(frame: Frame) -> Frame:
    """A frame of a picture whose rows are the columns of the other."""
    centre = (frame.centre[1], frame.centre[0])
    return Frame(centre, frame.height, frame.width, -frame.tilt, frame.inked)


def _strokes(ink: Picture, *, longest: float) -> _Strokes:
    """The strokes of a plane's rows without the rules of tables, longer than so many inches."""
    run = max(3, round(_RUN * _LOOKED_AT_DPI))
    # Grain breaks a stroke; a pixel's gap is bridged before runs are looked for.
    whole = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, 3), np.uint8))
    runs = np.asarray(
        cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((1, run), np.uint8)), np.uint8
    )
    lines = []
    for line in _lines(runs):
        if _unbroken(line) > _A_RULE * longest * _LOOKED_AT_DPI:
            x, y = line.points.astype(int).T
            runs[y, x] = 0
        else:
            lines.append(line)
    near = np.asarray(cv2.dilate(runs, np.ones((7, 7), np.uint8)), np.uint8)
    return _Strokes(lines, near, ink)


def _unbroken(line: _Line) -> float:
    """How long the longest part of a line is that has no gap, in pixels."""
    places = np.sort(line.points[:, 0])
    ends = np.flatnonzero(np.diff(places) > _GAP * _LOOKED_AT_DPI)
    starts = np.concatenate([[0], ends + 1])
    return float((places[np.concatenate([ends, [len(places) - 1]])] - places[starts]).max())


def _lines(runs: Picture) -> list[_Line]:
    """The straight lines, each put together of the strokes that lie on it."""
    joined = cv2.dilate(runs, np.ones((3, 5), np.uint8))
    found = pieces_of_ink(np.asarray(joined, np.uint8))
    labels, stats = found.labels, found.boxes
    order = [n for n in np.argsort(-stats[:, 2]) if n and stats[n, 2] >= 0.1 * _LOOKED_AT_DPI]
    strokes = []
    for number in order[:_MOST_STROKES]:
        left, top, width, height = stats[number, :4]
        here = (labels[top : top + height, left : left + width] == number) & (
            runs[top : top + height, left : left + width] > 0
        )
        y, x = np.nonzero(here)
        line = _fitted(np.stack([x + left, y + top], axis=1).astype(np.float64))
        if line is not None:
            strokes.append(line)
    lines: list[_Line] = []
    while strokes:
        longest = max(strokes, key=lambda line: line.length)
        strokes.remove(longest)
        if longest.length < _LEAST_STROKE * _LOOKED_AT_DPI:
            break
        while own := _next_on(longest, strokes):
            longest = _fitted(np.concatenate([longest.points, own.points])) or longest
            strokes.remove(own)
        if longest.length >= _LEAST_LINE * _LOOKED_AT_DPI and abs(longest.tilt) <= _MOST_TILT:
            lines.append(longest)
    return lines


def _fitted(points: Points) -> _Line | None:
    """The straight line through these pixels; None where they are no thin stroke."""
    if len(points) < 6:
        return None
    middle = points.mean(axis=0)
    along = np.linalg.eigh(np.cov(points.T))[1][:, 1]
    along = along if along[0] >= 0 else -along
    places = (points - middle) @ along
    apart = np.abs((points - middle) @ np.array([-along[1], along[0]]))
    if np.percentile(apart, 90) > _THICK * _LOOKED_AT_DPI:
        return None
    start, end = middle + places.min() * along, middle + places.max() * along
    return _Line((float(start[0]), float(start[1])), (float(end[0]), float(end[1])), points)


def _next_on(line: _Line, strokes: Sequence[_Line]) -> _Line | None:
    """The nearest stroke that goes on where this line leads; None for none."""
    if not strokes:
        return None
    start = np.array(line.start)
    along = (np.array(line.end) - start) / max(line.length, 1e-6)
    across = np.array([-along[1], along[0]])
    ends = np.array([(other.start, other.end) for other in strokes]) - start
    off = np.abs(ends @ across).max(axis=1)
    places = ends @ along
    gaps = np.maximum(places.min(axis=1) - line.length, -places.max(axis=1)).clip(0.0)
    # Further off, a short line says less about where it leads.
    allowed = _OFF_LINE * _LOOKED_AT_DPI * (1 + gaps / max(line.length, 1.0))
    gaps[off > allowed] = np.inf
    nearest = int(gaps.argmin())
    return strokes[nearest] if gaps[nearest] < _MOST_GAP * _LOOKED_AT_DPI else None


def _frames(
    level: _Strokes, steep: _Strokes, *, apart: tuple[float, float], along: tuple[float, float]
) -> Iterator[Frame]:
    """Frames between any two level lines; apart and along are the inches each way."""
    for one, other in combinations(level.lines, 2):
        if abs(one.tilt - other.tilt) > _PARALLEL:
            continue
        tilt = float(np.average([one.tilt, other.tilt], weights=[one.length, other.length]))
        turn = np.radians(tilt)
        to_level = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        first, second = (np.array([line.start, line.end]) @ to_level.T for line in (one, other))
        top, bottom = sorted((float(first[:, 1].mean()), float(second[:, 1].mean())))
        shared = min(first[:, 0].max(), second[:, 0].max()) - max(first[0, 0], second[0, 0])
        is_sized = apart[0] <= (bottom - top) / _LOOKED_AT_DPI <= apart[1]
        if not is_sized or shared < 0.4 * min(one.length, other.length):
            continue
        edges = {round(edge) for edge in (*first[:, 0], *second[:, 0])}
        edges = {min(edges), max(edges)}
        for line in steep.lines:
            ends = np.array([line.start[::-1], line.end[::-1]]) @ to_level.T
            inside = min(ends[:, 1].max(), bottom) - max(ends[:, 1].min(), top)
            if inside > 0.3 * (bottom - top) and abs(line.tilt + tilt) <= 2 * _PARALLEL:
                edges.add(round(ends[:, 0].mean()))
        best: Frame | None = None
        for left, right in combinations(sorted(edges), 2):
            if not along[0] <= (right - left) / _LOOKED_AT_DPI <= along[1]:
                continue
            corners = np.array([[left, top], [right, top], [left, bottom], [right, bottom]])
            corners = corners @ to_level
            found = [_inked(level, corners[a], corners[b]) for a, b in ((0, 1), (2, 3))]
            sides = [_inked(steep, corners[a][::-1], corners[b][::-1]) for a, b in ((0, 2), (1, 3))]
            inked = sum(found) + sum(sides)
            if min(found) < _LEAST_FOUND or max(sides) < _LEAST_SIDE or inked < _LEAST_IN_ALL:
                continue
            if best is None or inked > best.inked:
                middle = corners.mean(axis=0)
                best = Frame(
                    (float(middle[0]), float(middle[1])),
                    float(right - left), bottom - top, tilt, inked,
                )  # fmt: skip
        if best is not None:
            yield best


def _inked(strokes: _Strokes, start: Points, end: Points) -> float:
    """How much of a side a stroke covers, 0 to 1, less what ink there is on both sides of it.

    Rows of text have long strokes too, but never stand alone.
    """
    steps = max(2, round(float(np.abs(end - start).max()) / 2))
    places = start + np.linspace(0, 1, steps)[:, None] * (end - start)

    def share(picture: Picture, down: float) -> float:
        x, y = np.round(places + np.array([0.0, down])).astype(int).T
        height, width = picture.shape
        inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
        return float(picture[y[inside], x[inside]].sum() / steps)

    beside = [share(strokes.ink, way * _BESIDE * _LOOKED_AT_DPI) for way in (-2, -1, 1, 2)]
    return share(strokes.near, 0.0) - sum(beside) / len(beside)
