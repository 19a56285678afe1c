"""The figures of the card: how often a fresh reader is right in typefaces it never saw."""

import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from saraban.paper.digit_decoding import right_share
from saraban.paper.digit_model import Card
from saraban.paper.digit_reader import raw_strip
from scripts.training.alphabet import ARABIC_DIGITS, DIGITS, SEPARATORS, THAI_DIGITS
from scripts.training.confidence import Claim, fitted, sign_claims
from scripts.training.fonts import Face
from scripts.training.reading import Reading, read_samples
from scripts.training.wording import line, number_line

CLEAN, DEGRADED, HARDEST = "clean", "degraded", "hardest"
SEVERITIES: dict[str, Callable[[random.Random], float]] = {
    CLEAN: lambda chance: 0.0,
    DEGRADED: lambda chance: chance.uniform(0.3, 0.8),
    HARDEST: lambda chance: chance.uniform(0.8, 1.0),
}
NUMBER_SIGNS = DIGITS + SEPARATORS


def calibrated(card: Card, faces: list[Face], model: Path, *, seed: int, count: int) -> Card:
    """The card with its three curves fitted on the faces kept for that."""
    kept = [face for face in faces if face.use == "calibration"]
    readings = read_samples(
        kept, card, model, seed=f"{seed}/confidence", count=count, severity=_any, wording=_any_line
    )
    card = replace(
        card,
        digits_curve=fitted(sign_claims(readings, digits=True)),
        letters_curve=fitted(sign_claims(readings, digits=False)),
    )
    return replace(card, strips_curve=fitted(strip_claims(readings, card)))


def strip_claims(readings: Iterable[Reading], card: Card) -> list[Claim]:
    return [
        (raw_strip(reading.decoded, card), is_exact(reading))
        for reading in readings
        if reading.decoded.signs
    ]


def is_exact(reading: Reading) -> bool:
    """All that makes up numbers is right, nothing is missing and nothing is added."""
    return numbers_in(reading.truth) == numbers_in(sign.sign for sign in reading.decoded.signs)


def numbers_in(signs: Iterable[str]) -> str:
    return "".join(sign for sign in signs if sign in NUMBER_SIGNS)


def figures(
    card: Card, faces: list[Face], model: Path, *, seed: int, count: int
) -> dict[str, dict[str, float]]:
    """For each wear the shares that the card reports, on the test faces."""
    kept = [face for face in faces if face.use == "test"]
    told: dict[str, dict[str, float]] = {}
    for wear, severity in SEVERITIES.items():
        lines = read_samples(
            kept,
            card,
            model,
            seed=f"{seed}/{wear}",
            count=count,
            severity=severity,
            wording=number_line,
        )
        alone = read_samples(
            kept, card, model, seed=f"{seed}/{wear}/alone", count=count, severity=severity,
            wording=lambda chance: chance.choice(THAI_DIGITS),
        )  # fmt: skip
        told[wear] = {
            "thai_digits": _right(lines, THAI_DIGITS),
            "arabic_digits": _right(lines, ARABIC_DIGITS),
            "separators": _right(lines, SEPARATORS),
            "thai_digit_alone": _right(alone, THAI_DIGITS),
            "lines_exact": round(sum(map(is_exact, lines)) / len(lines), 4),
            "digits": sum(sign in DIGITS for reading in lines for sign in reading.truth),
            "lines": len(lines),
        }
    return told


def by_family(
    card: Card, faces: list[Face], model: Path, *, seed: int, count: int
) -> dict[str, dict[str, float]]:
    """The share of Thai digits read right in each test family, clean and degraded."""
    told = {}
    for family in sorted({face.family for face in faces if face.use == "test"}):
        kept = [face for face in faces if face.family == family]
        told[family] = {
            wear: _right(
                read_samples(
                    kept, card, model, seed=f"{seed}/{family}/{wear}", count=count,
                    severity=SEVERITIES[wear], wording=number_line,
                ),
                THAI_DIGITS,
            )
            for wear in (CLEAN, DEGRADED)
        }  # fmt: skip
    return told


def reliability(
    card: Card, faces: list[Face], model: Path, *, seed: int, count: int
) -> dict[str, list[dict[str, float]]]:
    """Claimed confidence against the share that was right, on the test faces."""
    kept = [face for face in faces if face.use == "test"]
    readings = read_samples(
        kept, card, model, seed=f"{seed}/reliability", count=count, severity=_any, wording=_any_line
    )
    digits = [
        (right_share(card.digits_curve, raw), right)
        for raw, right in sign_claims(readings, digits=True)
    ]
    strips = [
        (right_share(card.strips_curve, raw), right) for raw, right in strip_claims(readings, card)
    ]
    return {"digits": _binned(digits), "strips": _binned(strips)}


def confusions(readings: Iterable[Reading], wanted: str) -> Counter[tuple[str, str]]:
    """(what stood there, what was read) for the wanted signs; "" where nothing was read."""
    return Counter(
        (reading.truth[place], "" if at is None else reading.decoded.signs[at].sign)
        for reading in readings
        for place, at in reading.pairs
        if place is not None and reading.truth[place] in wanted
        if at is None or reading.decoded.signs[at].sign != reading.truth[place]
    )


def _right(readings: list[Reading], wanted: str) -> float:
    asked = [sign for reading in readings for sign in reading.truth if sign in wanted]
    return round(1 - sum(confusions(readings, wanted).values()) / max(1, len(asked)), 4)


def _any(chance: random.Random) -> float:
    """One in four fresh print, the rest of any wear."""
    return 0.0 if chance.random() < 0.25 else chance.random()


def _any_line(chance: random.Random) -> str:
    return number_line(chance) if chance.random() < 0.6 else line(chance)


def _binned(claims: list[Claim]) -> list[dict[str, float]]:
    edges = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0001)
    bins = []
    for low, high in pairwise(edges):
        inside = [claim for claim in claims if low <= claim[0] < high]
        if inside:
            bins.append(
                {
                    "claimed": round(sum(raw for raw, _ in inside) / len(inside), 4),
                    "right": round(sum(right for _, right in inside) / len(inside), 4),
                    "count": len(inside),
                }
            )
    return bins
