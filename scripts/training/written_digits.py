"""The ways of a pen for the ten Thai digits and some Arabic ones, each by one writer's chance.

Families of type show a few dozen forms of each digit, and near ones are told apart by little: a
ring on the shoulder (๔ ๕), how deep the middle leg comes (๑ ๓ ๗), whether the end rises (๓ ๗).
Here what tells them is kept, and everything else is drawn anew for every line. Of the Arabic ones
those are here that a hand writes otherwise than type has them: 7 with a bar, 3 with a flat top.
"""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scripts.training.alphabet import THAI_DIGITS

Points = NDArray[np.float64]  # (N, 2): letter heights, from the left and upwards from the baseline
Place = tuple[float, float]

ARABIC_WRITTEN = "1347"


@dataclass(frozen=True)
class Hand:
    """One writer's habits, in letter heights; shares are from 0 to 1."""

    digits: str  # that this writer writes; the others stay printed
    pen: float
    wide: float
    slant: float
    tremble: float
    stray: float  # how far a turn of the pen lies from where another writer has it
    loop: float  # radius of the heads' loops; open is the share of one that is not drawn
    open: float
    loop_at: Place  # in ๔ and ๕
    shoulder: float
    notch: float  # how far down the middle of ๒, ๓ and ๗ comes
    tail: Place
    foot: Place
    bottom: float  # how low the left of ๑ turns inwards
    curled: float  # how far the ends that rise are bent
    crown: str  # "ring", "curl", "horn" or "tick"
    crown_at: float  # along the shoulder, 0 to 1
    crown_size: float


def any_hand(chance: random.Random, digits: str = THAI_DIGITS) -> Hand:
    """A writer by chance."""
    return Hand(
        digits=digits,
        pen=chance.uniform(0.06, 0.18),
        wide=chance.uniform(0.7, 1.2),
        slant=chance.gauss(0, 0.1),
        tremble=chance.uniform(0, 0.03),
        stray=chance.uniform(0.01, 0.05),
        loop=chance.uniform(0.06, 0.2),
        open=chance.choice((0, 0, chance.uniform(0.2, 0.7), chance.uniform(0.7, 0.9))),
        loop_at=(chance.uniform(0.42, 0.6), chance.uniform(0.33, 0.48)),
        shoulder=chance.uniform(0.68, 0.92),
        notch=chance.choice((chance.uniform(0.5, 0.85), chance.uniform(0.05, 0.85))),
        tail=(chance.uniform(0.85, 1.15), chance.uniform(0.95, 1.4)),
        foot=(chance.uniform(0.8, 1.05), chance.uniform(-0.06, 0.14)),
        bottom=chance.uniform(-0.02, 0.35),
        curled=chance.choice((0, chance.uniform(-0.3, 0.3))),
        crown=chance.choice(("ring", "ring", "curl", "curl", "horn", "tick")),
        crown_at=chance.uniform(0.1, 0.7),
        crown_size=chance.uniform(0.07, 0.19),
    )


def once_more(hand: Hand, chance: random.Random) -> Hand:
    """The same writer writes no two signs alike."""

    def near(value: float) -> float:
        return value * chance.uniform(0.92, 1.08)

    return replace(
        hand,
        loop=near(hand.loop),
        shoulder=near(hand.shoulder),
        notch=near(hand.notch),
        tail=(near(hand.tail[0]), near(hand.tail[1])),
        crown_at=near(hand.crown_at),
        crown_size=near(hand.crown_size),
    )


def ways(digit: str, hand: Hand, chance: random.Random) -> list[Points]:
    """What the pen goes over for one digit, a path for each time it is set down."""
    return _WAYS[digit](hand, chance)


def _nought(hand: Hand, chance: random.Random) -> list[Points]:
    high, wide = chance.uniform(0.4, 0.5), chance.uniform(0.34, 0.52)
    turns = np.linspace(0, 2 * math.pi * chance.choice((1, 1, 1.03, 0.97)), 32)
    turns += chance.uniform(0, 2 * math.pi)
    return [np.column_stack([0.45 + wide * np.cos(turns), 0.5 + high * np.sin(turns)])]


def _one(hand: Hand, chance: random.Random) -> list[Points]:
    low = hand.bottom
    head = (0.5, max(0.36, low + 0.2))
    end = chance.choice(
        ((chance.uniform(0.6, 0.95), chance.uniform(-0.15, 0.1)), (chance.uniform(0, 0.5), -0.18))
    )
    way = [
        end,
        (0.9, 0.2),
        (0.97, 0.55),
        (0.82, 0.88),
        (0.5, 0.99),
        (0.2, 0.88),
        (0.06, 0.55),
        (0.2, low + 0.1),
    ]
    inwards = _loop(head, hand, start=math.pi * 1.6, turn=1)
    return [_strayed([*way, (0.42, low)], hand, chance, inwards)]


def _two(hand: Hand, chance: random.Random) -> list[Points]:
    top = (0.08 - 0.6 * abs(hand.curled), chance.uniform(1.15, 1.6))
    way = [top, (0.1 + 0.3 * abs(hand.curled), top[1] - 0.1), (0.1, 0.5), (0.13, 0.1), (0.35, 0.0)]
    way += [(0.75, 0.02), (0.95, 0.25), (0.93, 0.75), (0.78, 0.97)]
    way += [(0.62, max(0.5, hand.notch)), (0.45, 0.97), (0.28, 0.75), (0.27, 0.5)]
    inwards = _loop((0.27 + hand.loop, 0.42), hand, start=math.pi, turn=1)
    return [_strayed(way, hand, chance, inwards)]


def _three(hand: Hand, chance: random.Random) -> list[Points]:
    way = [*_two_arches(hand, 0.49), (0.74, 0.97), (0.92, 0.78), (0.94, 0.4)]
    end = (chance.uniform(0.82, 1.0), chance.uniform(-0.15, 0.1))
    return [_headed(hand, chance, [*way, end])]


def _four(hand: Hand, chance: random.Random) -> list[Points]:
    x, y = hand.loop_at
    turns = np.linspace(0, 2 * math.pi * (1 - hand.open), 24)
    # From its left side around, over the top; an open loop ends early, as a hook.
    ring = np.column_stack([x - hand.loop * np.cos(turns), y + hand.loop * np.sin(turns)])
    down = _smooth([(x - hand.loop, y), (x - 0.5 * hand.loop, 0.2), (x + 0.16, 0.1), hand.foot])
    return [ring, down, _belly(hand)]


def _five(hand: Hand, chance: random.Random) -> list[Points]:
    return [*_four(hand, chance), *_crowned(_belly(hand), hand)]


def _six(hand: Hand, chance: random.Random) -> list[Points]:
    top = (chance.uniform(-0.1, 0.15) - abs(hand.curled), chance.uniform(1.15, 1.6))
    stem = [top, (0.1 + 0.3 * abs(hand.curled), top[1] - 0.15), (chance.uniform(0.15, 0.3), 0.75)]
    way = [stem[-1], (0.5, 0.95), (0.85, 0.85), (0.96, 0.5), (0.8, 0.1), (0.5, 0.0), (0.27, 0.12)]
    inwards = _loop((0.22 + hand.loop, 0.3), hand, start=math.pi * 1.1, turn=-1)
    return [_strayed(stem, hand, chance), _strayed(way, hand, chance, inwards)]


def _seven(hand: Hand, chance: random.Random) -> list[Points]:
    turn = (chance.uniform(0.66, 0.8), chance.uniform(0.0, 0.1))
    way = [*_two_arches(hand, 0.41), (0.56, 0.97), (0.69, 0.75), turn]
    rise = [(turn[0] + 0.14, 0.35), (0.97, 0.9), _end_above(hand, chance)]
    return [_headed(hand, chance, [*way, *rise])]


def _eight(hand: Hand, chance: random.Random) -> list[Points]:
    shoulder = hand.shoulder
    way = [hand.tail, (hand.tail[0] - 0.08, shoulder + 0.12), (0.72, shoulder + 0.02)]
    way += [(0.42, shoulder), (0.16, shoulder - 0.12), (0.05, 0.35), (0.2, 0.02)]
    way += [(0.43, chance.uniform(0.2, 0.42)), (0.58, 0.02), (0.78, 0.06)]
    inwards = _loop((0.86 - hand.loop, 0.06 + 1.2 * hand.loop), hand, start=-0.4, turn=1)
    return [_strayed(way, hand, chance, inwards)]


def _nine(hand: Hand, chance: random.Random) -> list[Points]:
    leg = [(0.04, 0.45), (0.1, 0.8), (0.34, 0.97), (0.55, 0.76)]
    end = (chance.uniform(0.62, 0.85), chance.uniform(-0.08, 0.1))
    dip = (chance.uniform(0.66, 0.8), chance.uniform(0.55, 0.75))
    rise = [(0.54, chance.uniform(0.65, 0.85)), dip, (0.92, 0.9), _end_above(hand, chance)]
    return [_headed(hand, chance, [*leg, end]), _strayed(rise, hand, chance)]


def _arabic_one(hand: Hand, chance: random.Random) -> list[Points]:
    top = chance.uniform(1.0, 1.4)
    flag = (chance.uniform(0.1, 0.35), top - chance.uniform(0.1, 0.4))
    return [
        _strayed([flag, (0.5, top)], hand, chance),
        _strayed([(0.5, top), (0.5, 0)], hand, chance),
    ]


def _arabic_three(hand: Hand, chance: random.Random) -> list[Points]:
    top = chance.uniform(1.0, 1.4)
    waist = (chance.uniform(0.3, 0.5), 0.55 * top)
    bow = [waist, (0.75, 0.5 * top), (0.85, 0.25 * top), (0.5, 0.0), (0.1, 0.12 * top)]
    if chance.random() < 0.5:  # flat above
        ledge = [(0.1, top), (0.8, top)]
        return [_strayed(one, hand, chance) for one in (ledge, [ledge[-1], waist], bow)]
    upper = [(0.1, 0.85 * top), (0.45, top), (0.78, 0.8 * top), waist]
    return [_strayed(one, hand, chance) for one in (upper, bow)]


def _arabic_four(hand: Hand, chance: random.Random) -> list[Points]:
    top = chance.uniform(1.0, 1.4)
    level = chance.uniform(0.25, 0.45) * top
    lean = [(chance.choice((0.25, 0.7)), top), (0.1, level)]
    stem = [(0.7, chance.uniform(0.6, 1.0) * top), (0.7, 0.0)]
    ways = (lean, [(0.1, level), (0.95, level)], stem)
    return [_strayed(one, hand, chance) for one in ways]


def _arabic_seven(hand: Hand, chance: random.Random) -> list[Points]:
    top = chance.uniform(1.0, 1.4)
    foot = (chance.uniform(0.25, 0.55), 0.0)
    ways: list[list[Place]] = [[(0.08, top), (0.85, top)], [(0.85, top), (0.5, 0.45 * top), foot]]
    if chance.random() < 0.6:  # a bar
        ways.append([(0.25, 0.5 * top), (chance.uniform(0.75, 0.95), 0.5 * top)])
    if chance.random() < 0.4:
        ways.append([(0.08, top), (0.08, top - chance.uniform(0.1, 0.25))])
    return [_strayed(one, hand, chance) for one in ways]


def _two_arches(hand: Hand, middle: float) -> list[Place]:
    return [(0.04, 0.45), (0.1, 0.8), (0.27, 0.97), (middle - 0.06, 0.85), (middle, hand.notch)]


def _end_above(hand: Hand, chance: random.Random) -> Place:
    return chance.uniform(0.9, 1.1) + hand.curled, chance.uniform(1.15, 1.6)


def _headed(hand: Hand, chance: random.Random, way: list[Place]) -> Points:
    """A way that begins with a loop at the lower left, as ๓, ๗ and ๙ do."""
    head = _loop((0.08 + hand.loop, 0.2), hand, start=math.pi, turn=-1)
    return np.concatenate([head[::-1], _strayed(way, hand, chance)])


def _loop(middle: Place, hand: Hand, *, start: float, turn: int) -> Points:
    """A head's loop from an angle on; an open one ends early, as a hook."""
    turns = start + turn * np.linspace(0, 2 * math.pi * (1 - hand.open), 20)
    return np.array(middle) + hand.loop * np.column_stack([np.cos(turns), np.sin(turns)])


def _strayed(
    way: list[Place], hand: Hand, chance: random.Random, then: Points | None = None
) -> Points:
    """The way as this writer has it, each turn a little elsewhere; then goes on from its end."""
    moved = [(x + chance.gauss(0, hand.stray), y + chance.gauss(0, hand.stray)) for x, y in way]
    if then is None:
        return _smooth(moved)
    return np.concatenate([_smooth([*moved, (float(then[0][0]), float(then[0][1]))]), then[1:]])


def _belly(hand: Hand) -> Points:
    x, _ = hand.loop_at
    shoulder = hand.shoulder
    belly = [(x + 0.16, 0.1), (0.36, 0.01), (0.12, 0.12), (0.04, 0.4), (0.16, shoulder - 0.12)]
    over = [(0.42, shoulder), (0.72, shoulder + 0.02)]
    return _smooth([*belly, *over, (hand.tail[0] - 0.08, shoulder + 0.12), hand.tail])


def _crowned(body: Points, hand: Hand) -> list[Points]:
    """What ๕ has on its shoulder."""
    top = body[(body[:, 0] >= 0.3) & (body[:, 1] > 0.5)]
    place = top[round(min(1.0, hand.crown_at) * 0.8 * (len(top) - 1))]
    size = hand.crown_size
    if hand.crown == "ring":
        turns = np.linspace(0, 2 * math.pi, 24)
        middle = place + np.array([0, size])
        return [middle + size * np.column_stack([np.cos(turns), np.sin(turns)])]
    if hand.crown == "curl":  # the pen turns back over its own way, as a loop narrow below
        way = [(0.0, 0.0), (1.0, 0.7), (0.9, 1.9), (0.0, 2.2), (-0.9, 1.8), (-0.8, 0.7), (0.1, 0.0)]
        return [place + size * _smooth(way)]
    if hand.crown == "horn":  # the shoulder begins above, to the left
        return [place + size * _smooth([(-1.6, 2.0), (-0.9, 0.9), (0.3, 0.0)])]
    return [place + size * _smooth([(-1.1, 1.5), (0.0, 0.2), (0.9, -1.2)])]


def _smooth(points: list[Place]) -> Points:
    """A curve through the points (Catmull and Rom's), 8 steps between two."""
    ends = np.array([points[0], *points, points[-1]], np.float64)
    steps = np.arange(8)[:, None] / 8
    pieces = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        linear, square, cube = c - a, 2 * a - 5 * b + 4 * c - d, 3 * b - a - 3 * c + d
        pieces.append((2 * b + linear * steps + square * steps**2 + cube * steps**3) / 2)
    return np.concatenate([*pieces, ends[-1:]])


_WAYS: dict[str, Callable[[Hand, random.Random], list[Points]]] = dict(
    zip(
        f"{THAI_DIGITS}{ARABIC_WRITTEN}",
        (
            *(_nought, _one, _two, _three, _four, _five, _six, _seven, _eight, _nine),
            *(_arabic_one, _arabic_three, _arabic_four, _arabic_seven),
        ),
        strict=True,
    )
)
