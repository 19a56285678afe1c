"""Bodies as scans and old files hand them on: blanks lost and set in, tones lost, letters mistaken.

A tagger that also learnt from such ones finds more on scans, and no less where nothing is lost.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from random import Random

from saraban.rules.letter_reading.lines.toneless import toneless
from scripts.passing_on.bodies import MarkedBody, body_of

# How often each happens, of the characters it may happen to.
_BLANK_LOST, _TONE_LOST, _MISTAKEN, _BLANK_SET_IN = 0.10, 0.06, 0.006, 0.012
# Letters that readers of pictures take for each other.
_LIKE = dict(zip("กภถดคตอลผพนมบป", "ถกภคดตออฝฟมนปบ", strict=True))


def worn(bodies: Iterable[MarkedBody], share: float, seed: int) -> Iterator[MarkedBody]:
    """About this share of the bodies, each once, worn; the same ones for the same seed."""
    chance = Random(seed)  # noqa: S311 - damage that can be done again, no secret
    for body in bodies:
        if chance.random() < share:
            yield _worn(body, chance)


def _worn(body: MarkedBody, chance: Random) -> MarkedBody:
    lines = []
    for one in body.paragraphs:
        cuts = sorted({0, len(one.text), *(place for clause in one.clauses for place in clause)})
        text, places = "", {0: 0}
        for start, end in pairwise(cuts):
            text += "".join(_worn_character(each, chance) for each in one.text[start:end])
            places[end] = len(text)
        lines.append((text, tuple((places[start], places[end]) for start, end in one.clauses)))
    return body_of(body.sender, lines)


def _worn_character(character: str, chance: Random) -> str:
    fate = chance.random()
    if fate < (_BLANK_LOST if character == " " else _TONE_LOST if not toneless(character) else 0):
        return ""
    if fate < _MISTAKEN:
        return _LIKE.get(character, character)
    return f"{character} " if fate > 1 - _BLANK_SET_IN else character
