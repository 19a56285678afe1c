"""Strips in unseen typefaces, read by the very file and code that the product reads with."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from saraban.paper.digit_decoding import decode
from saraban.paper.digit_model import Card, answers_of
from saraban.paper.digit_signs import Decoded
from saraban.paper.digit_strip import level_strip
from scripts.training.alphabet import SIGNS
from scripts.training.fonts import Face
from scripts.training.strips import Faces, Sample, make_sample


@dataclass(frozen=True)
class Reading:
    """A strip, what stands in it and what was read; pairs are (place in truth, place in read)."""

    sample: Sample
    truth: tuple[str, ...]
    decoded: Decoded
    pairs: tuple[tuple[int | None, int | None], ...]


def read_samples(
    faces: list[Face],
    card: Card,
    model: Path,
    *,
    seed: str,
    count: int,
    severity: Callable[[random.Random], float],
    wording: Callable[[random.Random], str],
) -> list[Reading]:
    """So many strips of these faces, made by chance of the seed and read."""
    chance = random.Random(seed)  # noqa: S311 - the same strips at every run
    offered = Faces(faces)
    readings = []
    for _ in range(count):
        sample = make_sample(offered, chance, severity=severity(chance), wording=wording)
        level = level_strip(sample.strip)
        decoded = Decoded((), 1.0)
        if level is not None:
            decoded = decode(*answers_of(level.ink, stride=card.stride, model=model), card)
        truth = tuple(SIGNS[sign.cluster.sign] for sign in sample.signs)
        read = tuple(sign.sign for sign in decoded.signs)
        readings.append(Reading(sample, truth, decoded, aligned(truth, read)))
    return readings


def aligned(
    truth: tuple[str, ...], read: tuple[str, ...]
) -> tuple[tuple[int | None, int | None], ...]:
    """Both laid side by side at the fewest changes; None stands for a sign the other lacks."""
    rows, columns = len(truth) + 1, len(read) + 1
    cost = [[max(i, j) if 0 in (i, j) else 0 for j in range(columns)] for i in range(rows)]
    for i in range(1, rows):
        for j in range(1, columns):
            change = cost[i - 1][j - 1] + (truth[i - 1] != read[j - 1])
            cost[i][j] = min(change, cost[i - 1][j] + 1, cost[i][j - 1] + 1)
    pairs: list[tuple[int | None, int | None]] = []
    i, j = len(truth), len(read)
    while i or j:
        if i and j and cost[i][j] == cost[i - 1][j - 1] + (truth[i - 1] != read[j - 1]):
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif i and cost[i][j] == cost[i - 1][j] + 1:
            i -= 1
            pairs.append((i, None))
        else:
            j -= 1
            pairs.append((None, j))
    return tuple(reversed(pairs))
