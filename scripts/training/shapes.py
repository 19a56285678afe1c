"""Letterforms that no font has: drawn lines bent, slanted, and cut heavier or lighter by chance.

A few dozen families do not tell how far a ๕ may go before it is a ๔: every strip to learn from
is bent a little differently, so that the reader learns what a sign must keep.
"""

import random
from dataclasses import replace

import cv2
import numpy as np

from scripts.training.drawing import DrawnLine, Placed
from scripts.training.wear import Grey, Matrix, Soft, thicker, thinner, warped


def reshaped(drawn: DrawnLine, chance: random.Random) -> DrawnLine:
    """The same signs in another hand; a quarter of the lines stay as their font has them."""
    if chance.random() < 0.25:
        return drawn
    if chance.random() < 0.45:
        drawn = replace(drawn, picture=_of_other_weight(drawn, chance))
    if chance.random() < 0.4:
        drawn = _slanted(drawn, chance)
    if chance.random() < 0.6:
        drawn = _bent(drawn, chance)
    return drawn


def _of_other_weight(drawn: DrawnLine, chance: random.Random) -> Grey:
    """Heavier or lighter; as often as not in one direction alone, as serifs and hairlines are."""
    reach = drawn.body / 16
    nib = chance.choice(((3, 3), (3, 3), (1, 3), (3, 1)))
    if chance.random() < 0.5:
        return thicker(drawn.picture, reach * chance.uniform(0.2, 1.1), nib)
    return thinner(drawn.picture, reach * chance.uniform(0.15, 0.7), nib)


def _slanted(drawn: DrawnLine, chance: random.Random) -> DrawnLine:
    """Leaning up to 12 degrees, up to 15 % higher or lower and a quarter narrower or wider.

    The baseline is kept.
    """
    lean = chance.uniform(-0.2, 0.2)
    high = chance.uniform(0.85, 1.15)
    wide = chance.choice((1.0, chance.uniform(0.75, 1.25)))
    base = drawn.baseline
    matrix: Matrix = np.array([[wide, -lean, lean * base], [0, high, base - high * base]])
    height, width = drawn.picture.shape
    picture = warped(drawn.picture, matrix, (round(width * wide), height))
    shift = lean * drawn.body * high / 2
    signs = tuple(
        Placed(sign.cluster, sign.left * wide + shift, sign.right * wide + shift)
        for sign in drawn.signs
    )
    return replace(drawn, picture=picture, signs=signs, body=drawn.body * high)


def _bent(drawn: DrawnLine, chance: random.Random) -> DrawnLine:
    """Every stroke moved by a smooth field of up to a tenth of a letter's height."""
    height, width = drawn.picture.shape
    grain = max(3.0, drawn.body * chance.uniform(0.35, 1.2))
    most = min(0.11 * drawn.body, 0.22 * grain) * chance.random()
    across, down = (_smooth_field((height, width), grain, most, chance) for _ in range(2))
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    picture = cv2.remap(
        drawn.picture, columns + across, rows + down, cv2.INTER_LINEAR, borderValue=255
    )
    middle = across[max(0, min(height - 1, round(drawn.baseline - drawn.body / 2)))]

    def moved(x: float) -> float:
        return x - float(middle[max(0, min(width - 1, round(x)))])

    signs = tuple(Placed(sign.cluster, moved(sign.left), moved(sign.right)) for sign in drawn.signs)
    return replace(drawn, picture=picture, signs=signs)


def _smooth_field(shape: tuple[int, int], grain: float, most: float, chance: random.Random) -> Soft:
    height, width = shape
    seeds = np.random.default_rng(chance.getrandbits(32))
    coarse = seeds.uniform(-1, 1, (int(height / grain) + 3, int(width / grain) + 3))
    field = cv2.resize(coarse.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(field * most, np.float32)
