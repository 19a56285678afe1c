"""Fits what the reader may claim: of readings at one raw probability the share that was right."""

from collections.abc import Iterable

from saraban.paper.digits.digit_model import Curve
from scripts.training.alphabet import DIGITS
from scripts.training.reading import Reading

_LEAST_IN_A_POINT = 60
Claim = tuple[float, bool]  # (probability, was right)


def fitted(claims: Iterable[Claim]) -> Curve:
    """A rising curve through shares of right readings (isotonic regression, pooled neighbours).

    Each share is taken as if one more reading had been right and one wrong: nothing is certain.
    """
    blocks: list[list[float]] = []  # sum of raw, count, count right
    waiting = [0.0, 0.0, 0.0]
    for raw, right in sorted(claims):
        waiting = [waiting[0] + raw, waiting[1] + 1, waiting[2] + right]
        if waiting[1] < _LEAST_IN_A_POINT:
            continue
        blocks.append(waiting)
        waiting = [0.0, 0.0, 0.0]
        while len(blocks) > 1 and _share(blocks[-1]) <= _share(blocks[-2]):
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    if waiting[1] and blocks:
        blocks[-1] = [a + b for a, b in zip(blocks[-1], waiting, strict=True)]
    return tuple((round(block[0] / block[1], 4), round(_share(block), 5)) for block in blocks)


def _share(block: list[float]) -> float:
    return (block[2] + 1) / (block[1] + 2)


def sign_claims(readings: Iterable[Reading], *, digits: bool) -> list[Claim]:
    """One claim a sign that was read as a digit (or as anything else)."""
    return [
        (sign.raw, place is not None and reading.truth[place] == sign.sign)
        for reading in readings
        for place, at in reading.pairs
        if at is not None
        for sign in [reading.decoded.signs[at]]
        if (sign.sign in DIGITS) == digits
    ]
