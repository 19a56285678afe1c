"""One strip to learn from: drawn, worn, cut as a page reader cuts, and levelled like any other."""

import random
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from saraban.paper.digits.digit_strip import Grey, LevelStrip, level_strip
from scripts.training import wear
from scripts.training.alphabet import DIGITS, THAI_DIGITS
from scripts.training.drawing import DrawnLine, Placed, can_draw, draw_line
from scripts.training.fonts import Face, at_size
from scripts.training.shapes import reshaped
from scripts.training.wording import line, with_more
from scripts.training.written_digits import Hand, any_hand

WRITTEN_SHARE = 0.2  # of the strips to learn from, whose Thai digits are drawn from strokes
NEAREST = "๔๕"  # the two that are told apart by least: half of the written digits
MOST_LEVEL_WIDTH = 720  # of a strip to learn from; longer lines are cut there


@dataclass(frozen=True)
class Sample:
    """strip as a page reader would cut it; signs with their columns in its pixels."""

    strip: Grey
    text: str
    signs: tuple[Placed, ...]
    face: Face
    severity: float


@dataclass(frozen=True)
class LevelSample:
    """The same as the model sees it: signs with their columns in the levelled strip."""

    level: LevelStrip
    signs: tuple[Placed, ...]


class Faces:
    """Faces by chance: every family as often as every other, whatever number of styles it has."""

    def __init__(self, faces: list[Face]) -> None:
        self.families: dict[str, list[Face]] = {}
        for face in faces:
            if face.has_thai:
                self.families.setdefault(face.family, []).append(face)
        self.latin = [face for face in faces if not face.has_thai]

    def pick(self, chance: random.Random) -> tuple[Face, Face | None]:
        face = chance.choice(self.families[chance.choice(sorted(self.families))])
        latin = chance.choice(self.latin) if self.latin and chance.random() < 0.15 else None
        return face, latin


def make_sample(
    faces: Faces,
    chance: random.Random,
    *,
    severity: float | None = None,
    wording: Callable[[random.Random], str] = line,
    bare: bool = False,
    written: str = THAI_DIGITS,
) -> Sample:
    """A sample; severity by chance where none is given, one in five of them fresh print.

    Where none is given its letters are reshaped as well, and some digits are written: strips to
    measure by stay as the font has them. written: the digits that a hand writes. bare leaves the
    print alone on its paper: nothing crosses it, nothing is worn. What wear has left illegible
    (wear.is_legible) is drawn anew.
    """
    reshaping = severity is None
    if severity is None:
        severity = 0.0 if chance.random() < 0.2 else chance.random()
    while True:
        face, latin = faces.pick(chance)
        wanted = wording(chance)
        while not can_draw(wanted, face, latin):
            wanted = wording(chance)
        hand: Hand | None = None
        if reshaping and chance.random() < WRITTEN_SHARE:
            hand = any_hand(chance, written)
            wanted = with_more(wanted, NEAREST, chance)
        body = np.exp(chance.uniform(np.log(11 if severity else 14), np.log(44)))
        if severity > 0.5 and chance.random() < 0.25:
            body = chance.uniform(7.5, 11)  # 100 dpi
        pixels = _em_for(face, body)
        drawn = draw_line(wanted, face, latin, pixels, chance, hand=hand)
        if reshaping:
            drawn = reshaped(drawn, chance)
        if bare:
            return _bare(drawn, wanted, face)
        sample = _worn(drawn, wanted, faces, face, pixels, severity, chance)
        if sample is not None:
            return sample


def _worn(
    drawn: DrawnLine, text: str, faces: Faces, face: Face, pixels: int, severity: float,
    chance: random.Random,
) -> Sample | None:  # fmt: skip
    """The line crossed, tilted, worn and cut; None where nobody could read it any more."""
    picture = drawn.picture
    if chance.random() < 0.15 + 0.3 * severity:
        picture = _with_neighbours(drawn, faces, face, pixels, chance)
    picture = wear.cluttered(picture, drawn.baseline, drawn.body, severity, chance)
    picture, matrix = wear.tilted(picture, severity, chance)
    picture = wear.inked(picture, drawn.body, severity, chance)
    picture = wear.printed_and_scanned(picture, severity, chance)
    middle = drawn.baseline - drawn.body / 2
    moved = tuple(_moved(sign, matrix, middle) for sign in drawn.signs)
    baseline = float((matrix @ np.array([picture.shape[1] / 2, drawn.baseline, 1]))[1])
    printed = wear.warped(drawn.picture, matrix, (picture.shape[1], picture.shape[0]))
    rows = slice(max(0, round(baseline - 1.15 * drawn.body)), round(baseline + 0.15 * drawn.body))
    columns = slice(max(0, int(moved[0].left)), round(moved[-1].right) + 1)
    if not wear.is_legible(picture[rows, columns], printed[rows, columns]):
        return None
    return _cut(picture, moved, text, baseline, drawn.body, face, severity, chance)


def _bare(drawn: DrawnLine, text: str, face: Face) -> Sample:
    """The line in a box with room for every mark."""
    top = max(0, round(drawn.baseline - 2.2 * drawn.body))
    bottom = round(drawn.baseline + 0.8 * drawn.body)
    right = round(drawn.signs[0].left + MOST_LEVEL_WIDTH * drawn.body / 20)
    kept = tuple(sign for sign in drawn.signs if sign.right <= right)
    edge = min(right, round(kept[-1].right + drawn.body / 2))
    return Sample(drawn.picture[top:bottom, :edge].copy(), text, kept, face, 0.0)


def _em_for(face: Face, body: float) -> int:
    """The pixels an em at which a consonant of this face is body pixels high."""
    at_100 = -at_size(face.path, 100).getbbox("บ", anchor="ls")[1]
    return max(8, round(100 * body / max(at_100, 20)))


def _with_neighbours(
    drawn: DrawnLine, faces: Faces, face: Face, pixels: int, chance: random.Random
) -> Grey:
    """The lines above and below reach into the strip with their marks."""
    picture = drawn.picture.copy()
    for side in chance.sample((-1, 1), chance.randint(1, 2)):
        text = line(chance)
        if not can_draw(text, face, None):
            continue
        other = draw_line(text, face, None, pixels, chance).picture
        shift = round(side * drawn.body * chance.uniform(2.1, 3.4))
        width = min(other.shape[1], picture.shape[1])
        height = picture.shape[0]
        if abs(shift) >= height:
            continue
        rows = slice(max(0, shift), min(height, height + shift))
        from_rows = slice(max(0, -shift), min(height, height - shift))
        target = picture[rows, :width]
        np.minimum(target, other[from_rows, :width], out=target)
    return picture


def _moved(sign: Placed, matrix: np.ndarray, row: float) -> Placed:
    left, right = (float((matrix @ np.array([x, row, 1]))[0]) for x in (sign.left, sign.right))
    return Placed(sign.cluster, left, right)


def _cut(
    picture: Grey, signs: tuple[Placed, ...], text: str, baseline: float, body: float,
    face: Face, severity: float, chance: random.Random,
) -> Sample:  # fmt: skip
    """The box a page reader would give: from tight around the digits to a whole line's room."""
    height, width = picture.shape
    tight = all(sign.cluster.text in DIGITS for sign in signs) and chance.random() < 0.5
    close = tight or chance.random() < 0.15
    above = chance.uniform(1.12, 1.4) if close else chance.uniform(1.7, 2.4)
    below = chance.uniform(0.05, 0.3) if tight else chance.uniform(0.2, 0.95)
    top = max(0, round(baseline - above * body))
    bottom = min(height, round(baseline + below * body))
    left = max(
        0, round(signs[0].left - body * chance.choice([0.1, 0.3, 1.0]) * chance.random() - 1)
    )
    right = min(
        width, round(signs[-1].right + body * chance.choice([0.1, 0.3, 1.0]) * chance.random() + 1)
    )
    # The model's memory is bounded: a long line is read up to there.
    right = min(right, left + round(MOST_LEVEL_WIDTH * body / 20))
    kept = tuple(
        Placed(sign.cluster, sign.left - left, sign.right - left)
        for sign in signs
        if sign.left >= left - 1 and sign.right <= right + 0.3 * (sign.right - sign.left)
    )
    return Sample(picture[top:bottom, left:right].copy(), text, kept, face, severity)


def level_sample(sample: Sample) -> LevelSample | None:
    """The sample as the model sees it; None where nothing of it is left to see."""
    level = level_strip(sample.strip)
    if level is None or level.ink.shape[1] > 1.6 * MOST_LEVEL_WIDTH:
        return None
    signs = tuple(
        Placed(sign.cluster, sign.left * level.scale, sign.right * level.scale)
        for sign in sample.signs
    )
    return LevelSample(level, signs)
