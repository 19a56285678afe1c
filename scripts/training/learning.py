"""The training loop: strips made by one process, learnt from by the other core."""

import time

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, smooth_l1_loss

from scripts.training.alphabet import DIGITS, SIGNS
from scripts.training.batches import Batch, batches_of
from scripts.training.fonts import Face
from scripts.training.muon import Muon
from scripts.training.network import PARTS, Block, Network
from scripts.training.targets import IGNORED

HIGHEST_RATE, HIGHEST_MUON_RATE = 3e-3, 0.02
RUN = 9000  # batches
# The rate rises, stays, and falls to nothing over the last share of the run.
RISING, FALLING_SHARE = 200, 0.4


def learn(faces: list[Face], *, seed: int, steps: int, makers: int = 1) -> tuple[Network, float]:
    """A network taught for so many batches, and the seconds it took.

    The same seed, steps and faces give the same strips in the same order.
    """
    torch.manual_seed(seed)
    # One thread, as the strips' maker has the other core: two that wait for each other in a
    # crowd took six times as long.
    torch.set_num_threads(1)
    network = Network().to(memory_format=torch.channels_last)
    optimisers = _optimisers(network)
    weights = torch.ones(len(SIGNS))
    weights[0] = 0.5
    weights[[SIGNS.index(digit) for digit in DIGITS]] = 2.0
    start = time.perf_counter()
    network.train()
    running = 0.0
    for step, batch in enumerate(batches_of(faces, seed, steps, makers), start=1):
        for optimiser, highest in optimisers:
            optimiser.zero_grad()
            for group in optimiser.param_groups:
                group["lr"] = highest * _rate_share(step, steps)
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
        if step % 50 == 0 or step == steps:
            print(
                f"  step {step}/{steps}: loss {running:.4f}, {time.perf_counter() - start:.0f} s",
                flush=True,
            )
    return network.eval(), time.perf_counter() - start


def _optimisers(network: Network) -> tuple[tuple[torch.optim.Optimizer, float], ...]:
    """What moves the weights, each with its highest rate."""
    turned = [block.conv.weight for block in network.modules() if isinstance(block, Block)]
    others = [weight for weight in network.parameters() if all(weight is not w for w in turned)]
    return (
        (Muon(turned, HIGHEST_MUON_RATE), HIGHEST_MUON_RATE),
        (torch.optim.AdamW(others, lr=HIGHEST_RATE, weight_decay=0.01), HIGHEST_RATE),
    )


def _rate_share(step: int, steps: int) -> float:
    return max(0.0, min(1.0, step / RISING, (steps - step) / (FALLING_SHARE * steps)))


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
