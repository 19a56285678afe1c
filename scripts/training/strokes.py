"""๔ and ๕ drawn from strokes by chance, so that their difference is learnt and not a typeface.

All that tells them apart is what sits on the shoulder of ๕: a ring, a loop of the pen, a horn or
a tick, large in one hand and hardly there in another. A few dozen families show a few dozen of
these; here size, place and kind are drawn anew for every line, the rest alike for both digits.
"""

import math
import random
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from scripts.training.wear import Grey

DRAWN = "๔๕"
_FINE = 4  # drawn so many times larger, then averaged
_BITS = 4  # of a pixel, for the pen's places
_AROUND = 0.7  # room around a sign, letter heights

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Hand:
    """One writer's ๔ and ๕ in letter heights, from the left on the baseline upwards."""

    pen: float
    wide: float
    slant: float
    tremble: float
    loop: float  # radius of the loop inside; open is the share of it that is not drawn
    open: float
    loop_at: tuple[float, float]
    shoulder: float
    tail: tuple[float, float]
    foot: tuple[float, float]
    crown: str  # "ring", "curl", "horn" or "tick"
    crown_at: float  # along the shoulder, 0 to 1
    crown_size: float


def any_hand(chance: random.Random, *, pen: float | None = None) -> Hand:
    """A writer by chance; pen, a stroke's width in letter heights, where it must suit a face."""
    return Hand(
        pen=chance.uniform(0.06, 0.18) if pen is None else pen,
        wide=chance.uniform(0.75, 1.2),
        slant=chance.gauss(0, 0.1),
        tremble=chance.uniform(0, 0.03),
        loop=chance.uniform(0.06, 0.2),
        open=chance.choice((0, 0, chance.uniform(0.2, 0.7))),
        loop_at=(chance.uniform(0.42, 0.6), chance.uniform(0.33, 0.48)),
        shoulder=chance.uniform(0.68, 0.92),
        tail=(chance.uniform(0.85, 1.15), chance.uniform(0.95, 1.4)),
        foot=(chance.uniform(0.8, 1.05), chance.uniform(-0.06, 0.14)),
        crown=chance.choice(("ring", "ring", "curl", "curl", "horn", "tick")),
        crown_at=chance.uniform(0.1, 0.7),
        crown_size=chance.uniform(0.07, 0.19),
    )


def written(sign: str, hand: Hand, body: float, chance: random.Random) -> tuple[Grey, float, float]:
    """Dark ink on 255, the row of its baseline, and the column its sign's box begins at.

    sign is one of DRAWN, body the height of a letter in pixels; right of the ink lies as much
    room as left of it.
    """
    hand = _once_more(hand, chance)
    scale = body * _FINE
    paths = [_trembling(path, hand.tremble, chance) for path in _paths(sign, hand)]
    paths = [
        np.column_stack([path[:, 0] * hand.wide + hand.slant * path[:, 1], path[:, 1]])
        for path in paths
    ]
    every = np.concatenate(paths)
    left, right = every[:, 0].min() - _AROUND, every[:, 0].max() + _AROUND
    top, bottom = every[:, 1].max() + _AROUND, every[:, 1].min() - _AROUND
    size = (math.ceil((top - bottom) * body), math.ceil((right - left) * body))
    canvas = np.full((size[0] * _FINE, size[1] * _FINE), 255, np.uint8)
    thick = max(1, round(hand.pen * scale))
    for path in paths:
        places = np.column_stack([path[:, 0] - left, top - path[:, 1]]) * scale * 2**_BITS
        cv2.polylines(
            canvas, [np.rint(places).astype(np.int32)], False, 0, thick, cv2.LINE_AA, _BITS
        )
    picture = cv2.resize(canvas, (size[1], size[0]), interpolation=cv2.INTER_AREA)
    return picture, top * body, (_AROUND - hand.pen / 2) * body


def _once_more(hand: Hand, chance: random.Random) -> Hand:
    """The same writer writes no two signs alike."""

    def near(value: float) -> float:
        return value * chance.uniform(0.92, 1.08)

    return replace(
        hand,
        loop=near(hand.loop),
        shoulder=near(hand.shoulder),
        tail=(near(hand.tail[0]), near(hand.tail[1])),
        crown_at=near(hand.crown_at),
        crown_size=near(hand.crown_size),
    )


def _paths(sign: str, hand: Hand) -> list[Points]:
    x, y = hand.loop_at
    turns = np.linspace(0, 2 * math.pi * (1 - hand.open), 24)
    # From its left side around, over the top; an open loop ends early, as a hook.
    ring = np.column_stack([x - hand.loop * np.cos(turns), y + hand.loop * np.sin(turns)])
    down = _smooth([(x - hand.loop, y), (x - 0.5 * hand.loop, 0.2), (x + 0.16, 0.1), hand.foot])
    shoulder = hand.shoulder
    belly = [(x + 0.16, 0.1), (0.36, 0.01), (0.12, 0.12), (0.04, 0.4), (0.16, shoulder - 0.12)]
    over = [(0.42, shoulder), (0.72, shoulder + 0.02)]
    body = _smooth([*belly, *over, (hand.tail[0] - 0.08, shoulder + 0.12), hand.tail])
    paths = [ring, down, body]
    if sign == "๕":
        paths += _crowned(body, hand)
    return paths


def _crowned(body: Points, hand: Hand) -> list[Points]:
    """What ๕ has on its shoulder."""
    top = body[(body[:, 0] >= 0.3) & (body[:, 1] > 0.5)]
    place = top[round(min(1.0, hand.crown_at) * 0.8 * (len(top) - 1))]
    size = hand.crown_size
    if hand.crown == "ring":
        turns = np.linspace(0, 2 * math.pi, 24)
        middle = place + np.array([0, size])
        return [middle + size * np.column_stack([np.cos(turns), np.sin(turns)])]
    if hand.crown == "curl":  # the pen turns back over its own way, as a loop narrow below
        way = [(0.0, 0.0), (1.0, 0.7), (0.9, 1.9), (0.0, 2.2), (-0.9, 1.8), (-0.8, 0.7), (0.1, 0.0)]
        return [place + size * _smooth(way)]
    if hand.crown == "horn":  # the shoulder begins above, to the left
        return [place + size * _smooth([(-1.6, 2.0), (-0.9, 0.9), (0.3, 0.0)])]
    return [place + size * _smooth([(-1.1, 1.5), (0.0, 0.2), (0.9, -1.2)])]


def _smooth(points: list[tuple[float, float]]) -> Points:
    """A curve through the points (Catmull and Rom's), 8 steps between two."""
    ends = np.array([points[0], *points, points[-1]], np.float64)
    steps = np.arange(8)[:, None] / 8
    pieces = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        linear, square, cube = c - a, 2 * a - 5 * b + 4 * c - d, 3 * b - a - 3 * c + d
        pieces.append((2 * b + linear * steps + square * steps**2 + cube * steps**3) / 2)
    return np.concatenate([*pieces, ends[-1:]])


def _trembling(path: Points, most: float, chance: random.Random) -> Points:
    """The path with its places moved, neighbours alike."""
    seeds = np.random.default_rng(chance.getrandbits(32))
    knots = max(3, len(path) // 6)
    at = np.linspace(0, knots - 1, len(path))
    moves = [np.interp(at, np.arange(knots), seeds.normal(0, most, knots)) for _ in range(2)]
    return path + np.column_stack(moves)
