"""A short fingerprint of a letter's text, alike for two scans of one paper.

The text's consonants, five at a time, are put into PLACES buckets by their hash, and the least
hash of each bucket is the fingerprint (one-permutation minhash): the share of equal places
estimates how much of the text two letters have in common. Vowels, tone marks and digits are left
out, because they are what a machine misreads first.
"""

import re
from hashlib import blake2b

_NOT_COUNTED = re.compile("[^ก-ฮa-z]+")
_GRAM = 5
# Fewer different pieces of text than this and two letters may agree by chance.
_LEAST_GRAMS = 60

PLACES = 63
# Places that make one band. Of two texts that share the half, 94 % have a band in common; of two
# that share a twentieth, 0.3 %: a letter is compared with few others, however many there are.
_BAND = 3
_DIGITS = 4  # hexadecimal, for each place
_KEPT = 1 << 4 * _DIGITS
_NEXT_FULL = 1_000_003


def sketch_of(text: str) -> str:
    """The fingerprint, PLACES times four hexadecimal digits; "" for too little text."""
    letters = _NOT_COUNTED.sub("", text.lower())
    grams = {letters[start : start + _GRAM] for start in range(len(letters) - _GRAM + 1)}
    if len(grams) < _LEAST_GRAMS:
        return ""
    least: list[int | None] = [None] * PLACES
    for gram in grams:
        value, place = divmod(_hash(gram), PLACES)
        before = least[place]
        if before is None or value < before:
            least[place] = value
    return "".join(f"{_filled(least, place) % _KEPT:04x}" for place in range(PLACES))


def bands_of(sketch: str) -> tuple[int, ...]:
    """The sketch in pieces that can be looked up, each below 2**53; () for ""."""
    width = _BAND * _DIGITS
    pieces = [sketch[start : start + width] for start in range(0, len(sketch), width)]
    return tuple(int(piece, 16) + (band << 4 * width) for band, piece in enumerate(pieces))


def likeness(one: str, other: str) -> float:
    """The share of places at which two sketches agree, 0 to 1; 0 when either is ""."""
    if not one or not other:
        return 0.0
    starts = range(0, PLACES * _DIGITS, _DIGITS)
    return sum(one[at : at + _DIGITS] == other[at : at + _DIGITS] for at in starts) / PLACES


def _filled(least: list[int | None], place: int) -> int:
    """The least hash at a place; an empty place borrows from the next full one, marked by the way.

    Two texts with the same empty place then still agree there if they agree where it is borrowed.
    """
    for step in range(PLACES):
        value = least[(place + step) % PLACES]
        if value is not None:
            return value + step * _NEXT_FULL
    raise AssertionError("sketch_of made sure that there are grams")


def _hash(gram: str) -> int:
    return int.from_bytes(blake2b(gram.encode(), digest_size=7).digest())
