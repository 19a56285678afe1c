"""A nought is as round in Thai as in Arabic digits: the digits beside it tell which it is.

People mix both scripts in one date, but not within one run of digits; and a nought is worth
the same in both, so a reading that wavers between the two is no doubt about the number.
"""

from dataclasses import replace
from itertools import groupby

from saraban.paper.digits.digit_signs import Sign

THAI_DIGITS, ARABIC_DIGITS = "๐๑๒๓๔๕๖๗๘๙", "0123456789"
DIGITS = THAI_DIGITS + ARABIC_DIGITS
_NOUGHTS = {"๐": "0", "0": "๐"}


def noughts_settled(signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """The signs, each nought in the script of its run of digits, or else of the nearest digit."""
    settled: list[Sign] = []
    for is_run, members in groupby(enumerate(signs), lambda member: member[1].sign in DIGITS):
        run = list(members)
        if is_run:
            script = _script_of([sign for _, sign in run]) or _nearest_script(signs, run[0][0])
            settled += [_in_script(sign, script) for _, sign in run]
        else:
            settled += [sign for _, sign in run]
    return tuple(settled)


def _script_of(run: list[Sign]) -> str | None:
    """The digits of the script that most of the run is in, noughts not asked; None for a draw."""
    telling = [sign.sign for sign in run if sign.sign not in _NOUGHTS]
    thai = sum(sign in THAI_DIGITS for sign in telling)
    if 2 * thai == len(telling):
        return None
    return THAI_DIGITS if 2 * thai > len(telling) else ARABIC_DIGITS


def _nearest_script(signs: tuple[Sign, ...], place: int) -> str | None:
    telling = [
        (abs(number - place), sign.sign)
        for number, sign in enumerate(signs)
        if sign.sign in DIGITS and sign.sign not in _NOUGHTS
    ]
    if not telling:
        return None
    return THAI_DIGITS if min(telling)[1] in THAI_DIGITS else ARABIC_DIGITS


def _in_script(sign: Sign, script: str | None) -> Sign:
    other = _NOUGHTS.get(sign.sign)
    if other is None:
        return sign
    both = sign.raw + sum(chance for rival, chance in sign.rivals if rival == other)
    name = other if script is not None and other in script else sign.sign
    rivals = tuple(rival for rival in sign.rivals if rival[0] != other)
    return replace(sign, sign=name, text=name, raw=min(1.0, both), rivals=rivals)
