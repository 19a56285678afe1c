"""Strips in unseen typefaces, read by the very file and code that the product reads with."""

import random
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from saraban.paper.digits.digit_heights import surest_reading
from saraban.paper.digits.digit_model import Card
from saraban.paper.digits.digit_signs import Decoded
from scripts.training.alphabet import SIGNS
from scripts.training.fonts import Face
from scripts.training.strips import Faces, Sample, make_sample

_SHARE = 100  # strips that one process makes and reads at a time
Pairs = tuple[tuple[int | None, int | None], ...]


@dataclass(frozen=True)
class Wear:
    """How worn strips are: so many of fresh print, the others evenly from low to high."""

    low: float
    high: float
    fresh_share: float = 0.0
    bare: bool = False  # nothing but the print on its paper

    def severity(self, chance: random.Random) -> float:
        if chance.random() < self.fresh_share:
            return 0.0
        return chance.uniform(self.low, self.high)


@dataclass(frozen=True)
class Reading:
    """A strip, what stands in it and what was read; pairs are (place in truth, place in read)."""

    sample: Sample
    truth: tuple[str, ...]
    decoded: Decoded
    pairs: Pairs


@dataclass(frozen=True)
class Reader:
    """What reads: a model's file and its card; its strips are made by chance of a seed."""

    model: Path
    card: Card
    faces: list[Face]

    def read(
        self, seed: str, count: int, wear: Wear, wording: Callable[[random.Random], str]
    ) -> list[Reading]:
        """So many strips made and read, on two cores; the same for the same seed."""
        shares = [(f"{seed}/{at}", min(_SHARE, count - at)) for at in range(0, count, _SHARE)]
        with ProcessPoolExecutor(2) as pool:
            tasks = [
                pool.submit(_read_share, self, share_seed, size, wear, wording)
                for share_seed, size in shares
            ]
            return [reading for task in tasks for reading in task.result()]


def _read_share(
    reader: Reader, seed: str, count: int, wear: Wear, wording: Callable[[random.Random], str]
) -> list[Reading]:
    chance = random.Random(seed)  # noqa: S311 - the same strips at every run
    offered = Faces(reader.faces)
    readings = []
    for _ in range(count):
        sample = make_sample(
            offered, chance, severity=wear.severity(chance), wording=wording, bare=wear.bare
        )
        found = surest_reading(sample.strip, reader.card, reader.model)
        decoded = Decoded((), 1.0) if found is None else found[1]
        truth = tuple(SIGNS[sign.cluster.sign] for sign in sample.signs)
        read = tuple(sign.sign for sign in decoded.signs)
        readings.append(Reading(sample, truth, decoded, aligned(truth, read)))
    return readings


def aligned(truth: tuple[str, ...], read: tuple[str, ...]) -> Pairs:
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
