"""Digits written by a pen: ink out of the ways that written_digits has."""

import math
import random

import cv2
import numpy as np

from scripts.training.wear import Grey
from scripts.training.written_digits import Hand, Points, once_more, ways

_FINE = 4  # drawn so many times larger, then averaged
_BITS = 4  # of a pixel, for the pen's places
_AROUND = 0.7  # room around a sign, letter heights


def written(
    digit: str, hand: Hand, body: float, chance: random.Random
) -> tuple[Grey, float, float]:
    """Dark ink on 255, the row of its baseline, and the column its sign's box begins at.

    digit is one that written_digits has, body the height of a letter in pixels; right of the ink
    lies as much room as left of it.
    """
    hand = once_more(hand, chance)
    scale = body * _FINE
    paths = [_trembling(path, hand.tremble, chance) for path in ways(digit, hand, chance)]
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


def _trembling(path: Points, most: float, chance: random.Random) -> Points:
    """The path with its places moved, neighbours alike."""
    seeds = np.random.default_rng(chance.getrandbits(32))
    knots = max(3, len(path) // 6)
    at = np.linspace(0, knots - 1, len(path))
    moves = [np.interp(at, np.arange(knots), seeds.normal(0, most, knots)) for _ in range(2)]
    return path + np.column_stack(moves)
