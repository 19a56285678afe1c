"""What decoding finds in a strip: signs with their places, their chances and what was missed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sign:
    """A sign with its marks; columns are those of the levelled strip."""

    sign: str
    text: str  # with its marks
    raw: float  # the network's own probability, before the curve
    left: float
    right: float
    rivals: tuple[tuple[str, float], ...]  # of the sign, each with the network's probability
    doubt_before: float  # probability that a sign between this and the one before was missed


@dataclass(frozen=True)
class Decoded:
    """The signs from left to right, and the probability that one after the last was missed."""

    signs: tuple[Sign, ...]
    doubt_after: float
