"""What paper, ink, copiers and scanners do to a line: by chance, from nothing to hard.

`severity` goes from 0 (fresh print, well scanned) to 1 (a bad copy of a stamped fax).
"""

import random

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Soft = NDArray[np.float32]
Matrix = NDArray[np.float64]

LEAST_RESEMBLANCE = 0.5


def tilted(picture: Grey, severity: float, chance: random.Random) -> tuple[Grey, Matrix]:
    """Turned up to 2 degrees, slanted and stretched; the 2x3 matrix tells where points went."""
    height, width = picture.shape
    # A long line has been straightened with its page: it may not climb out of its own strip.
    most = min(2.0, np.degrees(np.arctan(0.30 * height / 2.6 / width)) + 0.15)
    angle = np.radians(chance.uniform(-most, most) * min(1, 0.3 + severity))
    slant = chance.gauss(0, 0.06) * severity
    stretch = 1 + chance.uniform(-0.18, 0.18) * min(1, 0.3 + severity)
    if chance.random() < 0.2 * min(1, 0.3 + severity):
        stretch *= chance.uniform(0.5, 0.85)  # the narrow letters of date stamps
    cos, sin = np.cos(angle), np.sin(angle)
    matrix = np.array([[cos * stretch, -sin + slant], [sin, cos]])
    centre = np.array([width / 2, height / 2])
    out_width = round(width * stretch + abs(sin) * height)
    shift = np.array([out_width / 2, height / 2]) - matrix @ centre
    full = np.hstack([matrix, shift[:, None]])
    return warped(picture, full, (out_width, height)), full


def warped(picture: Grey, matrix: Matrix, size: tuple[int, int]) -> Grey:
    """The picture where a 2x3 matrix sends it, white around; size is (width, height)."""
    return cv2.warpAffine(picture, matrix, size, flags=cv2.INTER_LINEAR, borderValue=255)


def inked(picture: Grey, body: float, severity: float, chance: random.Random) -> Grey:
    """Strokes thicker, thinner or broken. body: height of a consonant in pixels."""
    roll = chance.random()
    reach = max(1.0, body / 14)
    if roll < 0.22 * severity + 0.03:
        picture = thicker(picture, reach * chance.uniform(0.3, 1.2))
    elif roll < 0.42 * severity + 0.06:
        picture = thinner(picture, reach * chance.uniform(0.2, 0.8))
    if chance.random() < 0.35 * severity:
        picture = _broken(picture, body, severity, chance)
    return picture


def thicker(picture: Grey, reach: float, nib: tuple[int, int] = (3, 3)) -> Grey:
    """Strokes wider by so many pixels on each side; a flat nib widens one direction alone."""
    wider = cv2.erode(picture, np.ones(nib, np.uint8), iterations=int(reach) + 1)
    return _blend(picture, wider, reach)


def thinner(picture: Grey, reach: float, nib: tuple[int, int] = (3, 3)) -> Grey:
    """The contrary of thicker."""
    narrower = cv2.dilate(picture, np.ones(nib, np.uint8), iterations=int(reach) + 1)
    return _blend(picture, narrower, reach)


def _blend(before: Grey, after: Grey, reach: float) -> Grey:
    """Steps of the morphology are whole pixels: a part of a step is a part of both pictures."""
    share = reach / (int(reach) + 1)
    return cv2.addWeighted(before, 1 - share, after, share, 0)


def _broken(picture: Grey, body: float, severity: float, chance: random.Random) -> Grey:
    """Ink that did not take: paper shows through in blots of a part of a stroke to a letter."""
    grain = max(2, round(body * chance.uniform(0.1, 0.6)))
    height, width = picture.shape
    seeds = np.random.default_rng(chance.getrandbits(32))
    coarse = seeds.random((height // grain + 2, width // grain + 2), np.float32)
    blots = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    lost = np.clip((blots - chance.uniform(0.72, 0.95)) * 8, 0, 1) * chance.uniform(0.4, 1)
    return (picture + (255.0 - picture) * lost * min(1.0, 0.4 + severity)).astype(np.uint8)


def cluttered(
    picture: Grey, baseline: float, body: float, severity: float, chance: random.Random
) -> Grey:
    """What else stands there: rules, dotted leaders, frames, curves of a stamp, flecks."""
    if chance.random() > 0.15 + 0.5 * severity:
        return picture
    picture = picture.copy()
    height, width = picture.shape
    thick = max(1, round(body * chance.uniform(0.03, 0.12)))
    shade = chance.randint(0, 110)
    kind = chance.random()
    below = round(baseline + body * chance.uniform(0.08, 0.45))
    if kind < 0.25:  # a rule below, or rarely through
        row = below if chance.random() < 0.8 else round(baseline - body * chance.uniform(0, 1.1))
        drop = round(width * chance.uniform(-0.01, 0.01))
        first, last = sorted(chance.sample(range(-width // 4, width + width // 4), 2))
        cv2.line(picture, (first, row), (last, row + drop), shade, thick)
    elif kind < 0.45:  # a dotted leader
        gap = max(3, round(body * chance.uniform(0.15, 0.4)))
        first, last = sorted(chance.sample(range(0, width), 2))
        for x in range(first, last, gap):
            cv2.circle(picture, (x, below - thick), max(1, thick // 2 + 1), shade, -1)
    elif kind < 0.6:  # a frame's side or two
        for x in chance.sample(
            [round(body * 0.5), width - round(body * 0.5)], chance.randint(1, 2)
        ):
            cv2.line(picture, (x, 0), (x + chance.randint(-3, 3), height), shade, thick)
    elif kind < 0.8:  # a curve of a seal or a pen, paler than the text as often as not
        centre = (
            chance.randint(-width // 2, width + width // 2),
            chance.randint(-height, 2 * height),
        )
        axes = (chance.randint(height // 2, 3 * height), chance.randint(height // 2, 3 * height))
        pale = chance.randint(60, 200)
        over = picture.copy()
        cv2.ellipse(over, centre, axes, chance.uniform(0, 180), 0, 360, pale, thick)
        picture = np.minimum(picture, over)
    else:  # flecks
        for _ in range(chance.randint(1, 8)):
            place = (chance.randrange(width), chance.randrange(height))
            cv2.circle(picture, place, max(1, round(body * chance.uniform(0.02, 0.1))), shade, -1)
    return picture


def is_legible(worn: Grey, printed: Grey) -> bool:
    """Whether what is left still resembles what was printed: 0.5 and more in correlation.

    Below that the ink is gone, run together or drowned, and people guess as well.
    """
    if worn.size < 4 or int(worn.max()) - int(worn.min()) < 12:
        return False
    soft = cv2.GaussianBlur(printed, (0, 0), 0.8).astype(np.float64).ravel()
    together = np.corrcoef(worn.astype(np.float64).ravel(), soft)
    return bool(together[0, 1] >= LEAST_RESEMBLANCE)


def printed_and_scanned(picture: Grey, severity: float, chance: random.Random) -> Grey:
    """Paper and ink shades, light, blur, grain, a copier's black and white, JPEG."""
    seeds = np.random.default_rng(chance.getrandbits(32))
    ink = chance.uniform(0, 60) + 70 * severity * chance.random()
    paper = chance.uniform(225, 255) - 50 * severity * chance.random()
    soft: Soft = (ink + (paper - ink) / 255.0 * picture).astype(np.float32)
    if chance.random() < 0.5 * severity:
        soft *= _light(picture.shape, chance)
    blur = chance.uniform(0, 0.5) + severity * chance.uniform(0, 1.1)
    if blur > 0.3:
        soft = cv2.GaussianBlur(soft, (0, 0), blur, sigmaY=blur * chance.uniform(0.7, 1.4))
    grain = severity * chance.uniform(0, 22)
    if grain > 1:
        noise = seeds.standard_normal(picture.shape, np.float32) * grain
        soft += cv2.GaussianBlur(noise, (0, 0), 0.6) if chance.random() < 0.5 else noise
    if chance.random() < 0.25 * severity:
        specks = seeds.random(picture.shape, np.float32)
        share = chance.uniform(0.001, 0.015)
        soft[specks < share] = ink
        soft[specks > 1 - share] = paper
    scanned = np.clip(soft, 0, 255).astype(np.uint8)
    if chance.random() < 0.1 + 0.25 * severity:
        # A machine's threshold keeps about as much black as there was ink: paler print would be
        # lost altogether at a fixed one, and no reader, man or machine, has that back.
        share = float((picture < 128).mean()) * chance.uniform(0.6, 1.0 + 0.7 * severity)
        middle = np.quantile(scanned, min(0.9, share))
        scanned = np.where(scanned <= middle, 0, 255).astype(np.uint8)
    if chance.random() < 0.2 + 0.6 * severity:
        quality = round(92 - 60 * severity * chance.random())
        _, packed = cv2.imencode(".jpg", scanned, [cv2.IMWRITE_JPEG_QUALITY, quality])
        scanned = cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)
    return scanned


def _light(shape: tuple[int, int], chance: random.Random) -> Soft:
    """Uneven light: a slope over the strip, 65 % at its darkest."""
    height, width = shape
    across = np.linspace(chance.uniform(0.75, 1), chance.uniform(0.75, 1), width, dtype=np.float32)
    down = np.linspace(chance.uniform(0.87, 1), chance.uniform(0.87, 1), height, dtype=np.float32)
    return down[:, None] * across[None, :]
