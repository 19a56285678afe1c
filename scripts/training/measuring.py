"""The figures of the card: how often a fresh reader is right in typefaces it never saw."""

import random
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from saraban.paper.digits.digit_chances import raw_strip
from saraban.paper.digits.digit_decoding import right_share
from saraban.paper.digits.digit_model import Card
from scripts.training.alphabet import ARABIC_DIGITS, DIGITS, SEPARATORS, THAI_DIGITS
from scripts.training.confidence import Claim, fitted, sign_claims
from scripts.training.reading import Reader, Reading, Wear
from scripts.training.wording import line, number_line, thai_digit

WEARS = {
    "clean": Wear(0, 0, bare=True),
    "crossed": Wear(0, 0),
    "scanned": Wear(0.1, 0.4),
    "degraded": Wear(0.3, 0.8),
    "hardest": Wear(0.8, 1),
}
ANY_WEAR = Wear(0, 1, fresh_share=0.25)
_NUMBER = re.compile(f"[{DIGITS}]+(?:[/.,:-][{DIGITS}]+)*")
_EDGES = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0001)

Shares = dict[str, dict[str, float]]


def calibrated(reader: Reader, seed: str, count: int) -> Card:
    """The reader's card with its three curves fitted on its faces."""
    readings = reader.read(f"{seed}/confidence", count, ANY_WEAR, _any_line)
    card = replace(
        reader.card,
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
    """Every number of the line is right with its inner separators, none is missing or added."""
    read = (sign.sign for sign in reading.decoded.signs)
    return _NUMBER.findall("".join(reading.truth)) == _NUMBER.findall("".join(read))


def figures(reader: Reader, seed: str, count: int) -> Shares:
    """For each wear the shares that the card reports."""
    told: Shares = {}
    for name, wear in WEARS.items():
        lines = reader.read(f"{seed}/{name}", count, wear, number_line)
        alone = reader.read(f"{seed}/{name}/alone", count, wear, thai_digit)
        told[name] = {
            "thai_digits": _right(lines, THAI_DIGITS),
            "thai_digit_alone": _right(alone, THAI_DIGITS),
            "arabic_digits": _right(lines, ARABIC_DIGITS),
            "separators": _separators_right(lines),
            "lines_exact": round(sum(map(is_exact, lines)) / len(lines), 4),
            "thai_digits_asked": sum(map(len, (_only(r.truth, THAI_DIGITS) for r in lines))),
            "lines": len(lines),
        }
    return told


def by_family(reader: Reader, seed: str, count: int) -> Shares:
    """The share of Thai digits read right in each family, clean and degraded."""
    told: Shares = {}
    for family in sorted({face.family for face in reader.faces}):
        of_family = [face for face in reader.faces if face.family == family]
        alone = replace(reader, faces=of_family)
        told[family] = {
            name: _right(
                alone.read(f"{seed}/{family}/{name}", count, WEARS[name], number_line), THAI_DIGITS
            )
            for name in ("clean", "degraded")
        }
    return told


def reliability(reader: Reader, seed: str, count: int) -> dict[str, list[dict[str, float]]]:
    """Claimed confidence against the share that was right."""
    readings = reader.read(f"{seed}/reliability", count, ANY_WEAR, _any_line)
    card = reader.card
    digits = sign_claims(readings, digits=True)
    return {
        "digits": _binned([(right_share(card.digits_curve, raw), right) for raw, right in digits]),
        "strips": _binned(
            [
                (right_share(card.strips_curve, raw), right)
                for raw, right in strip_claims(readings, card)
            ]
        ),
    }


def confusions(readings: Iterable[Reading], wanted: str) -> Counter[tuple[str, str]]:
    """(what stood there, what was read) for the wanted signs; "" where nothing was read."""
    found: Counter[tuple[str, str]] = Counter()
    for reading in readings:
        for place, at in reading.pairs:
            if place is None or reading.truth[place] not in wanted:
                continue
            read = "" if at is None else reading.decoded.signs[at].sign
            if read != reading.truth[place]:
                found[reading.truth[place], read] += 1
    return found


def _right(readings: list[Reading], wanted: str) -> float:
    asked = sum(len(_only(reading.truth, wanted)) for reading in readings)
    return round(1 - sum(confusions(readings, wanted).values()) / max(1, asked), 4)


def _separators_right(readings: list[Reading]) -> float:
    """Of those between two digits; the dots of a leader or of a short month tell nothing."""
    asked = right = 0
    for reading in readings:
        for place, at in reading.pairs:
            if place is None or reading.truth[place] not in SEPARATORS:
                continue
            beside = reading.truth[max(0, place - 1) : place + 2]
            if len(_only(beside, DIGITS)) == 2:
                asked += 1
                right += at is not None and reading.decoded.signs[at].sign == reading.truth[place]
    return round(right / max(1, asked), 4)


def _only(signs: Iterable[str], wanted: str) -> list[str]:
    return [sign for sign in signs if sign in wanted]


def _any_line(chance: random.Random) -> str:
    return number_line(chance) if chance.random() < 0.6 else line(chance)


def _binned(claims: list[Claim]) -> list[dict[str, float]]:
    bins = []
    for low, high in pairwise(_EDGES):
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
