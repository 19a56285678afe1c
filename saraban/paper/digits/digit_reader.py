"""Reads the digits of one line of ink, Thai and Arabic, and says honestly how sure it is.

Made for number lines, dates, telephone numbers and stamps, where the page reader's own digits are
not to be believed: its Thai cannot say ๔ ๖ ๗ ๘ ๙ at all. Letters are read as well, so that a
digit is told from a letter and the line can be laid beside another reading of it; they are the
weaker part. Whatever is read here is for a person to confirm.
"""

from dataclasses import dataclass

from saraban.paper.digits.digit_chances import raw_strip, sign_share
from saraban.paper.digits.digit_decoding import right_share, with_blanks
from saraban.paper.digits.digit_heights import surest_reading
from saraban.paper.digits.digit_model import Card, model_card
from saraban.paper.digits.digit_noughts import DIGITS
from saraban.paper.digits.digit_signs import Sign
from saraban.paper.digits.digit_strip import BODY, Grey


@dataclass(frozen=True)
class StripCharacter:
    """One sign, a Thai consonant with its marks; left and right are columns of the strip.

    confidence is the share of such readings that were right on strips in typefaces the reader
    had not seen. rivals are what else it may be, the likeliest first, each with its share.
    """

    text: str
    confidence: float
    left: float
    right: float
    rivals: tuple[tuple[str, float], ...] = ()

    @property
    def is_digit(self) -> bool:
        return self.text in DIGITS


@dataclass(frozen=True)
class Strip:
    """text has blanks where the paper shows them.

    confidence is the share of such strips in which every number was right: none of its digits and
    inner separators wrong, missing or too many. The letters are not counted.
    """

    text: str
    characters: tuple[StripCharacter, ...]
    confidence: float


NOTHING = Strip("", (), 0.0)


def read_strip(strip: Grey) -> Strip:
    """One line, (H, W) of uint8 with dark ink on light paper, as cut from a page of 100 to 400 dpi.

    Without ink, with sides below 5 pixels or beyond what a page can hold: an empty reading.
    Raises ValueError for an array of another shape or kind.
    """
    card = model_card()
    reading = surest_reading(strip, card)
    if reading is None or not reading[1].signs:
        return NOTHING
    level, decoded = reading
    characters = tuple(
        _character(sign, level.scale, strip.shape[1], card) for sign in decoded.signs
    )
    text = "".join(with_blanks(decoded.signs, BODY))
    return Strip(text, characters, right_share(card.strips_curve, raw_strip(decoded, card)))


def _character(sign: Sign, scale: float, width: int, card: Card) -> StripCharacter:
    share = sign_share(sign, card)
    # What the curve takes from the first answer, or gives to it, the others get or lose.
    others = sum(chance for _, chance in sign.rivals)
    left_over = min(1.0, (1 - share) / max(others, 1 - sign.raw, 1e-9))
    return StripCharacter(
        sign.text,
        share,
        max(0.0, sign.left / scale),
        min(float(width), sign.right / scale),
        tuple((text, chance * left_over) for text, chance in sign.rivals),
    )
