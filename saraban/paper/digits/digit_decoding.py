"""From the network's answers to signs: where each stands, how sure it is, what else it may be."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from saraban.paper.digits.digit_model import Answers, Card, Curve
from saraban.paper.digits.digit_noughts import noughts_settled
from saraban.paper.digits.digit_signs import Decoded, Sign

_TOP_FRAMES = 3  # the answers that count for a sign: the surest next to its middle
_LEAST_RIVAL = 0.01
_MOST_RIVALS = 3
# Two signs with middles nearer than this share of their half width are one, seen twice.
_SAME_PLACE = 0.6
# A doubtful sign that lies on a surer one is a part of it, as the rings of % and a leg of ม are.
_WEAK, _MOSTLY_SHARED = 0.8, 0.5
# A gap is a blank from so many letter heights on, when it is wider than the strip's others.
_BLANK_GAP = 0.34
_BLANK_TO_USUAL_GAP = 2.2


def decode(answers: Answers, start: int, card: Card) -> Decoded:
    """The signs of one strip from left to right; start is the column of answer 0."""
    bounds = np.cumsum(card.alphabet.parts)[:-1]
    scores, above, tones, below, reaches = np.split(answers, bounds)
    chances = _softmax(scores)
    named = chances.argmax(axis=0)
    columns = start + (np.arange(len(named)) + 0.5) * card.stride
    edges = np.stack(
        [columns - reaches[0] * card.reach_unit, columns + reaches[1] * card.reach_unit]
    )
    # One mean for all that is asked of a sign: a line has forty of them.
    told = np.concatenate([chances, above, tones, below])
    found = []
    for first, end in _runs(named):
        number = int(named[first])
        core = first + np.argsort(-chances[number, first:end], kind="stable")[:_TOP_FRAMES]
        chance, *marks = np.split(told[:, core].mean(axis=1), bounds[:-1])
        left, right = map(float, edges[:, core].mean(axis=1))
        found.append(_Seen(number, chance, left, max(right, left + 1), *map(_best, marks)))
    kept = _one_a_place(found)
    gaps = _gap_doubts(chances[0], kept, start, card.stride)
    signs = tuple(_sign(seen, doubt, card) for seen, doubt in zip(kept, gaps[:-1], strict=True))
    return Decoded(noughts_settled(signs), gaps[-1])


def right_share(curve: Curve, raw: float) -> float:
    """How often the network is right when it says raw, by a curve of held-out strips."""
    points = np.array(curve)
    return float(np.interp(raw, points[:, 0], points[:, 1]))


def with_blanks(signs: tuple[Sign, ...], letter_height: float) -> list[str]:
    """The texts of the signs, each with a blank before it where the paper shows one."""
    gaps = [after.left - before.right for before, after in pairwise(signs)]
    usual = max(0.0, float(np.median(gaps))) if gaps else 0.0
    bar = max(_BLANK_GAP * letter_height, _BLANK_TO_USUAL_GAP * usual)
    return [
        (" " if number and gaps[number - 1] > bar else "") + sign.text
        for number, sign in enumerate(signs)
    ]


@dataclass(frozen=True)
class _Seen:
    number: int
    chance: Answers  # over all signs
    left: float
    right: float
    above: int
    tone: int
    below: int

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def _softmax(scores: Answers) -> Answers:
    powers = np.exp(scores - scores.max(axis=0, keepdims=True))
    chances: Answers = powers / powers.sum(axis=0, keepdims=True)
    return chances


def _best(scores: Answers) -> int:
    return int(scores.argmax())


def _runs(named: np.ndarray) -> list[tuple[int, int]]:
    """(first, end) of each stretch of answers that name one same sign."""
    edges = np.flatnonzero(np.diff(named)) + 1
    starts = np.concatenate(([0], edges))
    ends = np.concatenate((edges, [len(named)]))
    return [(int(s), int(e)) for s, e in zip(starts, ends, strict=True) if e > s and named[s]]


def _one_a_place(found: list[_Seen]) -> list[_Seen]:
    """Of sightings in one place the surest, which shares its probability with the other's."""
    kept: list[_Seen] = []
    for seen in sorted(found, key=lambda seen: seen.middle):
        if kept and _is_same_place(kept[-1], seen):
            first, second = sorted(
                (kept[-1], seen), key=lambda seen: -float(seen.chance[seen.number])
            )
            blended = (first.chance + second.chance) * np.float32(0.5)
            kept[-1] = _Seen(
                first.number, blended, first.left, first.right, first.above, first.tone, first.below
            )
        else:
            kept.append(seen)
    return kept


def _is_same_place(one: _Seen, other: _Seen) -> bool:
    """Middles all but the same, or the weaker of both mostly under the other's ink."""
    half = min(one.right - one.left, other.right - other.left) / 2
    if abs(one.middle - other.middle) < _SAME_PLACE * half:
        return True
    weaker = min(one, other, key=lambda seen: float(seen.chance[seen.number]))
    shared = min(one.right, other.right) - max(one.left, other.left)
    return weaker.chance[weaker.number] < _WEAK and shared > _MOSTLY_SHARED * (
        weaker.right - weaker.left
    )


def _gap_doubts(nothing: Answers, kept: list[_Seen], start: int, stride: int) -> list[float]:
    """How likely a sign hides before the first sign, in each gap, and after the last one."""
    doubts = []
    edges = [float("-inf"), *(seen.right for seen in kept)]
    nexts = [*(seen.left for seen in kept), float("inf")]
    columns = start + (np.arange(len(nothing)) + 0.5) * stride
    for left, right in zip(edges, nexts, strict=True):
        inside = nothing[(columns > left + stride) & (columns < right - stride)]
        doubts.append(float(1 - inside.min()) if inside.size else 0.0)
    return doubts


def _sign(seen: _Seen, doubt: float, card: Card) -> Sign:
    alphabet = card.alphabet
    sign = alphabet.signs[seen.number]
    text = sign
    if "ก" <= sign <= "ฮ":
        # As Thai is typed: the vowel, above or below, then the tone.
        text += alphabet.below[seen.below] or alphabet.above[seen.above]
        text += alphabet.tones[seen.tone]
    order = np.argsort(-seen.chance, kind="stable")
    rivals = tuple(
        (alphabet.signs[other], float(seen.chance[other]))
        for other in order[: _MOST_RIVALS + 2]
        if other not in (0, seen.number) and seen.chance[other] >= _LEAST_RIVAL
    )[:_MOST_RIVALS]
    return Sign(sign, text, float(seen.chance[seen.number]), seen.left, seen.right, rivals, doubt)
