"""Batches of drawn strips, made ahead by other processes than the one that learns."""

import random
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch

from saraban.paper.digits.digit_strip import HEIGHT
from scripts.training.fonts import Face
from scripts.training.network import STRIDE
from scripts.training.strips import Faces, LevelSample, level_sample, make_sample
from scripts.training.targets import IGNORED, Targets, targets_of

BATCH = 40
CHUNK = 12  # batches made at once, their rows sorted by width, so that little is padded
# Short strips are laid side by side up to so many columns: a batch of nothing but single digits
# has another share of ink than the long lines', and normalisation levels a batch by what it has.
ROW_WIDTH = 480
GAPS = (6, 16)  # between two of them, in answers


@dataclass(frozen=True)
class Batch:
    """Plain arrays, to pass between processes: ink as bytes, targets padded with IGNORED."""

    ink: np.ndarray
    signs: np.ndarray
    marks: np.ndarray
    reaches: np.ndarray


def batches_of(
    faces: list[Face], seed: str, steps: int, makers: int, written: str
) -> Iterator[Batch]:
    """The batches of a run, made ahead by other processes; written as make_sample has it."""
    chunks = (steps + CHUNK - 1) // CHUNK
    with ProcessPoolExecutor(makers, initializer=_start_maker, initargs=(faces,)) as pool:
        waiting = [
            pool.submit(_make_chunk, seed, number, written) for number in range(min(3, chunks))
        ]
        made = 0
        for number in range(chunks):
            if number + 3 < chunks:
                waiting.append(pool.submit(_make_chunk, seed, number + 3, written))
            for batch in waiting.pop(0).result():
                if made < steps:
                    yield batch
                made += 1


_maker_faces: Faces | None = None


def _start_maker(faces: list[Face]) -> None:
    global _maker_faces  # a process of its own, told once
    _maker_faces = Faces(faces)
    torch.set_num_threads(1)


def _make_chunk(seed: str, number: int, written: str) -> list[Batch]:
    assert _maker_faces is not None
    chance = random.Random(f"{seed}/{number}")  # noqa: S311 - to be had again
    samples: list[LevelSample] = []
    while len(samples) < BATCH * CHUNK:
        sample = level_sample(make_sample(_maker_faces, chance, written=written))
        if sample is not None:
            samples.append(sample)
    rows = sorted(_rows(samples, chance), key=_frames)
    edges = np.linspace(0, len(rows), CHUNK + 1).round().astype(int)
    batches = [_stacked(rows[first:end]) for first, end in pairwise(edges)]
    chance.shuffle(batches)
    return batches


@dataclass(frozen=True)
class _Laid:
    """A strip in a row, from answer `at` on."""

    sample: LevelSample
    at: int

    @property
    def end(self) -> int:
        return self.at + (self.sample.level.ink.shape[1] + STRIDE - 1) // STRIDE


def _frames(row: list[_Laid]) -> int:
    return row[-1].end


def _rows(samples: list[LevelSample], chance: random.Random) -> list[list[_Laid]]:
    """The strips in rows of about one width, in the order given."""
    rows: list[list[_Laid]] = []
    for sample in samples:
        if rows:
            laid = _Laid(sample, _frames(rows[-1]) + chance.randint(*GAPS))
            if laid.end * STRIDE <= ROW_WIDTH:
                rows[-1].append(laid)
                continue
        rows.append([_Laid(sample, 0)])
    return rows


def _stacked(rows: list[list[_Laid]]) -> Batch:
    frames = max(map(_frames, rows)) + 2
    ink = np.zeros((len(rows), HEIGHT, frames * STRIDE), np.uint8)
    signs = np.zeros((len(rows), frames), np.int64)
    marks = np.full((len(rows), 3, frames), IGNORED, np.int64)
    reaches = np.full((len(rows), 2, frames), np.nan, np.float32)
    for number, row in enumerate(rows):
        for laid in row:
            targets: Targets = targets_of(laid.sample)
            columns = laid.sample.level.ink.shape[1]
            first = laid.at * STRIDE
            ink[number, :, first : first + columns] = np.rint(laid.sample.level.ink * 255)
            place = slice(laid.at, laid.end)
            signs[number, place] = targets.signs
            marks[number, :, place] = targets.marks
            reaches[number, :, place] = targets.reaches
    return Batch(ink, signs, marks, reaches)
