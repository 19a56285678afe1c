"""The training loop: strips made by one process, learnt from by the other core."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, smooth_l1_loss

from scripts.training.alphabet import DIGITS, SIGNS, THAI_DIGITS
from scripts.training.batches import Batch, batches_of
from scripts.training.fonts import Face
from scripts.training.muon import Muon
from scripts.training.network import PARTS, Block, Network
from scripts.training.targets import IGNORED
from scripts.training.written_digits import ARABIC_WRITTEN

HIGHEST_RATE, HIGHEST_MUON_RATE = 3e-3, 0.02
RISING = 200  # batches


@dataclass(frozen=True)
class Round:
    """So many batches, learnt from at a rate that rises, stays and falls to nothing at the end.

    highest and falling are shares: of the highest rates, and of the round in which they fall.
    """

    name: str
    batches: int
    highest: float
    falling: float
    written: str  # the digits that a hand writes in some strips


def rounds_of(first: int, second: int) -> tuple[Round, ...]:
    """The two rounds of a run, of so many batches each.

    The second comes back to what the first has learnt at half its rate, and to more of what only
    a hand writes.
    """
    return (
        Round("", first, 1.0, 0.4, THAI_DIGITS),
        Round("/more", second, 0.5, 0.9, THAI_DIGITS + ARABIC_WRITTEN),
    )


def learn(
    faces: list[Face], *, seed: int, rounds: Sequence[Round], makers: int = 1
) -> tuple[Network, float]:
    """A network taught in these rounds, and the seconds it took.

    The same seed, rounds and faces give the same strips in the same order.
    """
    torch.manual_seed(seed)
    # One thread, as the strips' maker has the other core: two that wait for each other in a
    # crowd took six times as long.
    torch.set_num_threads(1)
    network = Network().to(memory_format=torch.channels_last)
    start = time.perf_counter()
    for one in rounds:
        batches = batches_of(faces, f"{seed}{one.name}", one.batches, makers, one.written)
        learn_from(batches, network, one)
    return network.eval(), time.perf_counter() - start


def learn_from(batches: Iterable[Batch], network: Network, one: Round) -> None:
    """Teach the network a round's batches."""
    optimisers = _optimisers(network)
    weights = torch.ones(len(SIGNS))
    weights[0] = 0.5
    weights[[SIGNS.index(digit) for digit in DIGITS]] = 2.0
    start = time.perf_counter()
    network.train()
    running = 0.0
    for step, batch in enumerate(batches, start=1):
        for optimiser, highest in optimisers:
            optimiser.zero_grad()
            for group in optimiser.param_groups:
                group["lr"] = highest * _rate_share(step, one)
        ink = torch.from_numpy(batch.ink).float().div(255).unsqueeze(1)
        # Half the bytes, and three times as fast where the processor knows bfloat16.
        with torch.autocast("cpu", dtype=torch.bfloat16):
            answers = network(ink.contiguous(memory_format=torch.channels_last))
        loss = _loss(answers.float(), batch, weights)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        for optimiser, _ in optimisers:
            optimiser.step()
        running = loss.item() if step == 1 else 0.95 * running + 0.05 * loss.item()
        if step % 50 == 0 or step == one.batches:
            seconds = time.perf_counter() - start
            print(f"  {step}/{one.batches}: loss {running:.4f}, {seconds:.0f} s", flush=True)


def _optimisers(network: Network) -> tuple[tuple[torch.optim.Optimizer, float], ...]:
    """What moves the weights, each with its highest rate."""
    turned = [block.conv.weight for block in network.modules() if isinstance(block, Block)]
    others = [weight for weight in network.parameters() if all(weight is not w for w in turned)]
    return (
        (Muon(turned, HIGHEST_MUON_RATE), HIGHEST_MUON_RATE),
        (torch.optim.AdamW(others, lr=HIGHEST_RATE, weight_decay=0.01), HIGHEST_RATE),
    )


def _rate_share(step: int, one: Round) -> float:
    left = (one.batches - step) / (one.falling * one.batches)
    return one.highest * max(0.0, min(1.0, step / RISING, left))


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
