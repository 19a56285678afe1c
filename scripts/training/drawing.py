"""A line of text as clean ink, and where each sign of it stands."""

import random
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw

from scripts.training.alphabet import SIGNS, Cluster, clusters_of
from scripts.training.fonts import Face, at_size
from scripts.training.strokes import written
from scripts.training.written_digits import Hand

Grey = NDArray[np.uint8]


@dataclass(frozen=True)
class Placed:
    """A cluster and the columns that the ink of its sign takes, marks not counted."""

    cluster: Cluster
    left: float
    right: float


@dataclass(frozen=True)
class DrawnLine:
    """Dark ink on 255; the baseline's row; the signs from left to right, blanks left out."""

    picture: Grey
    baseline: float
    body: float  # height of a consonant, pixels
    signs: tuple[Placed, ...]


def draw_line(
    text: str, face: Face, latin: Face | None, pixels: int, chance: random.Random,
    *, hand: Hand | None = None,
) -> DrawnLine:  # fmt: skip
    """The text at so many pixels an em; latin, where given, draws what is not Thai.

    hand, where given, writes its digits.

    Signs are set one by one, so that letters may stand apart or dance as old machines have it.
    """
    apart = pixels * (
        chance.uniform(0.05, 0.6) if chance.random() < 0.12 else max(-0.04, chance.gauss(0, 0.02))
    )
    dance = pixels * (chance.uniform(0.0, 0.03) if chance.random() < 0.2 else 0.0)
    blank = pixels * chance.uniform(0.18, 0.5)
    margin = pixels
    baseline = round(1.7 * pixels)
    units = _units(clusters_of(text))
    width = round(sum(pixels * 1.2 * len(unit) + apart for unit in units) + 4 * margin)
    picture = Image.new("L", (width, round(2.6 * pixels)), 255)
    pen = ImageDraw.Draw(picture)
    x = float(margin)
    signs = []
    # The wheels of a date stamp, and a number typed into a form, are of two sizes now and then.
    change = chance.randrange(len(units)) if chance.random() < 0.08 else len(units)
    smaller = max(8, round(pixels * chance.uniform(0.7, 0.95)))
    body = max(4.0, -at_size(face.path, pixels).getbbox("บ", anchor="ls")[1])
    for number, unit in enumerate(units):
        if not unit[0].sign:
            x += blank
            continue
        is_latin = latin is not None and not _is_thai(SIGNS[unit[0].sign])
        path = latin.path if latin is not None and is_latin else face.path
        font = at_size(path, smaller if number >= change else pixels)
        drawn = "".join(cluster.text for cluster in unit)
        row = baseline + chance.uniform(-dance, dance)
        if hand is not None and drawn in hand.digits:
            own = body * (smaller / pixels if number >= change else 1)
            ink, ink_row, box = written(drawn, hand, own, chance)
            wide = ink.shape[1] - 2 * box
            _laid(picture, ink, round(x - box), round(row - ink_row))
            signs.append(Placed(unit[0], x, x + wide))
            x += wide + 0.12 * own + apart
            continue
        pen.text((x, row), drawn, font=font, fill=0, anchor="ls")
        at = x
        for cluster in unit:
            sign = SIGNS[cluster.sign]
            # The ring of sara am stands over the consonant before it: its place is the stem's.
            left, _, right, _ = font.getbbox("า" if sign == "ำ" else sign, anchor="ls")
            signs.append(Placed(cluster, at + left, at + max(right, left + 1)))
            at += font.getlength("า" if sign == "ำ" else cluster.text)
        x += font.getlength(drawn) + apart
    used = np.asarray(picture)[:, : min(width, round(x + margin))]
    return DrawnLine(used, baseline, body, tuple(signs))


def can_draw(text: str, face: Face, latin: Face | None) -> bool:
    for letter in text.replace(" ", ""):
        owner = face if latin is None or _is_thai(letter) else latin
        if letter not in owner.letters:
            return False
    return True


def _laid(picture: Image.Image, ink: Grey, left: int, top: int) -> None:
    """Ink on the picture, where what stands there already stays."""
    there = picture.crop((left, top, left + ink.shape[1], top + ink.shape[0]))
    picture.paste(ImageChops.darker(there, Image.fromarray(ink)), (left, top))


def _is_thai(letter: str) -> bool:
    return "\u0e00" <= letter <= "\u0e7f"


def _units(clusters: list[Cluster]) -> list[list[Cluster]]:
    """Clusters to be shaped together: sara am belongs to the consonant before it."""
    units: list[list[Cluster]] = []
    for cluster in clusters:
        if SIGNS[cluster.sign] == "ำ" and units and units[-1][-1].takes_marks:
            units[-1].append(cluster)
        else:
            units.append([cluster])
    return units
