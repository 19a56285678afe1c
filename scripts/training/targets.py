"""What every pair of columns should answer, out of where the signs stand."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scripts.training.network import REACH_UNIT, STRIDE
from scripts.training.strips import LevelSample

IGNORED = -100  # between the middle of a sign and its edge any answer will do


@dataclass(frozen=True)
class Targets:
    """signs (F,), marks (3, F) and reaches (2, F); IGNORED or NaN where nothing is asked."""

    signs: NDArray[np.int64]
    marks: NDArray[np.int64]
    reaches: NDArray[np.float32]


def targets_of(sample: LevelSample) -> Targets:
    frames = (sample.level.ink.shape[1] + STRIDE - 1) // STRIDE
    places = np.arange(frames) * STRIDE + STRIDE / 2
    signs = np.zeros(frames, np.int64)
    marks = np.full((3, frames), IGNORED, np.int64)
    reaches = np.full((2, frames), np.nan, np.float32)
    away = np.full(frames, np.inf)  # distance to the nearest middle, in widths of that sign
    for placed in sample.signs:
        middle, width = (placed.left + placed.right) / 2, max(3.0, placed.right - placed.left)
        distance = np.abs(places - middle)
        nearer = distance / width < away
        away = np.minimum(away, distance / width)
        inside = nearer & (distance < max(2.0, 0.4 * width))
        core = nearer & (distance <= max(0.5 * STRIDE + 0.01, 0.2 * width))
        signs[inside & ~core] = IGNORED
        signs[core] = placed.cluster.sign
        asked = core if placed.cluster.takes_marks else np.zeros_like(core)
        for row, mark in enumerate(
            (placed.cluster.above, placed.cluster.tone, placed.cluster.below)
        ):
            marks[row, core] = IGNORED
            marks[row, asked] = mark
        reaches[0, core] = (places[core] - placed.left) / REACH_UNIT
        reaches[1, core] = (placed.right - places[core]) / REACH_UNIT
    return Targets(signs, marks, reaches)
