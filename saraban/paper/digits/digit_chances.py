"""How likely a reading of a strip is right: one sign of it, and all its numbers together."""

from saraban.paper.digits.digit_decoding import right_share
from saraban.paper.digits.digit_model import Card
from saraban.paper.digits.digit_noughts import DIGITS
from saraban.paper.digits.digit_signs import Decoded, Sign

NUMBER_SIGNS = DIGITS + "/.,:-"


def raw_strip(decoded: Decoded, card: Card) -> float:
    """Probability that no number of the strip is wrong, as if each sign were by itself.

    A letter counts for what it may be instead: a digit.
    """
    whole = 1 - decoded.doubt_after
    for sign in decoded.signs:
        whole *= 1 - sign.doubt_before
        if sign.sign in NUMBER_SIGNS:
            whole *= sign_share(sign, card)
        else:
            whole *= 1 - sum(chance for rival, chance in sign.rivals if rival in DIGITS)
    return whole


def sign_share(sign: Sign, card: Card) -> float:
    """The share of signs read with such a probability that were right, by the card's curves."""
    curve = card.digits_curve if sign.sign in DIGITS else card.letters_curve
    return right_share(curve, sign.raw)
