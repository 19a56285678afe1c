"""A strip read at more than one height of its letters, where one does not tell: the surest stands.

How high letters stand is told from the rows that hold most ink. A whole line shows it well; a
digit alone does not, as its ring or its tail may hold so little that they count as marks, and what
lies beyond the window is lost. Read smaller as well, a worn Thai digit alone is misread about a
quarter less often, in families of type that were learnt from and in others alike.
"""

from collections.abc import Iterator
from pathlib import Path

from saraban.paper.digits.digit_chances import raw_strip
from saraban.paper.digits.digit_decoding import decode
from saraban.paper.digits.digit_model import MODEL_FILE, Card, answers_of
from saraban.paper.digits.digit_noughts import DIGITS
from saraban.paper.digits.digit_signs import Decoded
from saraban.paper.digits.digit_strip import (
    BODY,
    USUAL,
    Grey,
    Ink,
    LevelStrip,
    Measure,
    ink_of,
    levelled,
)

# Up to so many letters' heights a strip holds too few signs to measure a line by.
_FEW = 5.5
_OF_FEW = (Measure(0.38, 1.1), Measure(0.22, 1.2))
# A line is read again where it has a digit and its numbers are no surer than this.
_DOUBTFUL = 0.7
_OF_LINES = (Measure(0.38, 0.9), Measure(0.38, 1.1))

Reading = tuple[LevelStrip, Decoded]


def surest_reading(strip: Grey, card: Card, model: Path = MODEL_FILE) -> Reading | None:
    """The strip as it was levelled, and what is read of it so; None where there is no ink.

    Raises ValueError for an array of another shape or kind than a strip's.
    """
    ink = ink_of(strip)
    if ink is None:
        return None
    readings = list(_readings(ink, card, model))
    return max(readings, key=lambda reading: _sureness(reading, card), default=None)


def _readings(ink: Ink, card: Card, model: Path) -> Iterator[Reading]:
    usual = levelled(ink, USUAL)
    if usual is None:
        return
    first = usual, _read(usual, card, model)
    yield first
    if usual.ink.shape[1] <= _FEW * BODY:
        others = _OF_FEW
    elif _has_digit(first) and _sureness(first, card) < _DOUBTFUL:
        others = _OF_LINES
    else:
        return
    for measure in others:
        level = levelled(ink, measure)
        if level is not None:
            yield level, _read(level, card, model)


def _read(level: LevelStrip, card: Card, model: Path) -> Decoded:
    answers, start = answers_of(level.ink, stride=card.stride, model=model)
    return decode(answers, start, card)


def _has_digit(reading: Reading) -> bool:
    return any(sign.sign in DIGITS for sign in reading[1].signs)


def _sureness(reading: Reading, card: Card) -> float:
    """A reading without any sign is the least sure of all."""
    _, decoded = reading
    return raw_strip(decoded, card) if decoded.signs else -1.0
