"""The training loop: strips made by one process, learnt from by the other core."""

import random
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, smooth_l1_loss

from saraban.paper.digit_strip import HEIGHT
from scripts.training.alphabet import DIGITS, SIGNS
from scripts.training.fonts import Face
from scripts.training.network import PARTS, STRIDE, Network
from scripts.training.strips import Faces, LevelSample, level_sample, make_sample
from scripts.training.targets import IGNORED, Targets, targets_of

BATCH = 40
CHUNK = 12  # batches made at once and sorted by width, so that little is padded
HIGHEST_RATE = 3e-3


@dataclass(frozen=True)
class Batch:
    """Plain arrays, to pass between processes: ink as bytes, targets padded with IGNORED."""

    ink: np.ndarray
    signs: np.ndarray
    marks: np.ndarray
    reaches: np.ndarray


def learn(faces: list[Face], *, seed: int, steps: int, makers: int = 1) -> tuple[Network, float]:
    """A network taught for so many batches, and the seconds it took.

    The same seed, steps and faces give the same strips in the same order.
    """
    torch.manual_seed(seed)
    # One thread, as the strips' maker has the other core: two that wait for each other in a
    # crowd took six times as long.
    torch.set_num_threads(1)
    network = Network().to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(network.parameters(), lr=HIGHEST_RATE, weight_decay=0.01)
    rate = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, HIGHEST_RATE, total_steps=steps, pct_start=0.12
    )
    weights = torch.ones(len(SIGNS))
    weights[0] = 0.5
    weights[[SIGNS.index(digit) for digit in DIGITS]] = 2.0
    start = time.perf_counter()
    network.train()
    running = 0.0
    for step, batch in enumerate(_batches(faces, seed, steps, makers), start=1):
        optimiser.zero_grad()
        ink = torch.from_numpy(batch.ink).float().div(255).unsqueeze(1)
        # Half the bytes, and three times as fast where the processor knows bfloat16.
        with torch.autocast("cpu", dtype=torch.bfloat16):
            answers = network(ink.contiguous(memory_format=torch.channels_last))
        loss = _loss(answers.float(), batch, weights)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimiser.step()
        rate.step()
        running = loss.item() if step == 1 else 0.95 * running + 0.05 * loss.item()
        if step % 50 == 0 or step == steps:
            print(
                f"  step {step}/{steps}: loss {running:.4f}, {time.perf_counter() - start:.0f} s",
                flush=True,
            )
    return network.eval(), time.perf_counter() - start


def _loss(answers: Tensor, batch: Batch, weights: Tensor) -> Tensor:
    signs, above, tone, below, reach = answers.split(PARTS, dim=1)
    loss = cross_entropy(
        signs, torch.from_numpy(batch.signs), weights, ignore_index=IGNORED, label_smoothing=0.01
    )
    marks = torch.from_numpy(batch.marks)
    for row, part in enumerate((above, tone, below)):
        if bool((marks[:, row] != IGNORED).any()):
            loss = loss + 0.15 * cross_entropy(part, marks[:, row], ignore_index=IGNORED)
    wanted = torch.from_numpy(batch.reaches)
    asked = ~torch.isnan(wanted)
    return loss + 1.0 * smooth_l1_loss(reach[asked], wanted[asked], beta=0.1)


def _batches(faces: list[Face], seed: int, steps: int, makers: int) -> Iterator[Batch]:
    """The batches of a run, made ahead by other processes."""
    chunks = (steps + CHUNK - 1) // CHUNK
    with ProcessPoolExecutor(makers, initializer=_start_maker, initargs=(faces,)) as pool:
        waiting = [pool.submit(_make_chunk, seed, number) for number in range(min(3, chunks))]
        made = 0
        for number in range(chunks):
            if number + 3 < chunks:
                waiting.append(pool.submit(_make_chunk, seed, number + 3))
            for batch in waiting.pop(0).result():
                if made < steps:
                    yield batch
                made += 1


_maker_faces: Faces | None = None


def _start_maker(faces: list[Face]) -> None:
    global _maker_faces  # a process of its own, told once
    _maker_faces = Faces(faces)
    torch.set_num_threads(1)


def _make_chunk(seed: int, number: int) -> list[Batch]:
    assert _maker_faces is not None
    chance = random.Random(f"{seed}/{number}")  # noqa: S311 - to be had again
    samples: list[LevelSample] = []
    while len(samples) < BATCH * CHUNK:
        sample = level_sample(make_sample(_maker_faces, chance))
        if sample is not None:
            samples.append(sample)
    samples.sort(key=lambda sample: sample.level.ink.shape[1])
    batches = [_stacked(samples[at : at + BATCH]) for at in range(0, len(samples), BATCH)]
    chance.shuffle(batches)
    return batches


def _stacked(samples: list[LevelSample]) -> Batch:
    frames = max((sample.level.ink.shape[1] + STRIDE - 1) // STRIDE for sample in samples) + 2
    ink = np.zeros((len(samples), HEIGHT, frames * STRIDE), np.uint8)
    signs = np.zeros((len(samples), frames), np.int64)
    marks = np.full((len(samples), 3, frames), IGNORED, np.int64)
    reaches = np.full((len(samples), 2, frames), np.nan, np.float32)
    for row, sample in enumerate(samples):
        targets: Targets = targets_of(sample)
        ink[row, :, : sample.level.ink.shape[1]] = np.rint(sample.level.ink * 255)
        length = len(targets.signs)
        signs[row, :length] = targets.signs
        marks[row, :, :length] = targets.marks
        reaches[row, :, :length] = targets.reaches
    return Batch(ink, signs, marks, reaches)
