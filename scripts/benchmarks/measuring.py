"""Our way and the bare way turn about, in one run on one machine, so that noise hits both."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

ROUNDS = 5


@dataclass(frozen=True)
class Result:
    """One line of the table. ratio is ours / bare; bar says in words what must hold."""

    name: str
    engine: str
    ours: float
    bare: float | None
    ratio: float | None
    unit: str
    bar: str
    holds: bool


def seconds(work: Callable[[], object]) -> float:
    """How long the work took."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def medians_in_turn(
    ours: Callable[[], float], bare: Callable[[], float], rounds: int = ROUNDS
) -> tuple[float, float]:
    """The median of each, measured in turns; who begins changes every round."""
    found: dict[bool, list[float]] = {True: [], False: []}
    for number in range(rounds):
        for is_ours in (True, False) if number % 2 else (False, True):
            found[is_ours].append(ours() if is_ours else bare())
    return median(found[True]), median(found[False])


def ratio_result(
    name: str, engine: str, measured: tuple[float, float], *, unit: str, least: float = 0,
    most: float = float("inf"),
) -> Result:  # fmt: skip
    """A line whose bar is on the ratio: at least `least`, or at most `most`."""
    ours, bare = measured
    ratio = ours / bare
    bar = f"ratio >= {least:g}" if least else f"ratio <= {most:g}"
    return Result(name, engine, ours, bare, ratio, unit, bar, least <= ratio <= most)


def plain_result(name: str, engine: str, ours: float, *, unit: str, most: float) -> Result:
    """A line whose bar is on our own figure."""
    return Result(name, engine, ours, None, None, unit, f"<= {most:g} {unit}", ours <= most)
