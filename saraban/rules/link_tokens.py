"""The token of a link: short enough to type off a cover sheet, too long to be guessed.

Sixteen signs of five bits each. Only the SHA-256 of a token is kept, so that whoever reads the
database cannot use the links in it.
"""

import hashlib
import re

from saraban.thai.digits import to_arabic

# Crockford's base 32: no I, L, O or U, so that nothing is mistaken for another on paper.
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
_GROUP = 4

# The place on any installation that answers a token; capitals, for a QR packs these closest.
LINK_PATH = "/R/"
MOST_DAYS = 120

_READ_AS = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s\-‐-―._]+")


def token_of(number: int) -> str:
    """The token of a random number below SIGNS ** LENGTH; the caller brings the chance."""
    signs = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(SIGNS))
        signs.append(SIGNS[place])
    return "".join(signs)


def read_token(text: str) -> str | None:
    """The token as somebody typed it: blanks, hyphens, small letters, O for 0, Thai digits.

    None for what cannot be one.
    """
    signs = _BETWEEN.sub("", to_arabic(text)).upper().translate(_READ_AS)
    if len(signs) != LENGTH or not set(signs) <= set(SIGNS):
        return None
    return signs


def grouped(token: str) -> str:
    """The token as it is printed: four groups of four."""
    return "-".join(token[place : place + _GROUP] for place in range(0, LENGTH, _GROUP))


def token_digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def receipt_code(token: str, content_digest: str, at_text: str) -> str:
    """The code on the receipt of an acknowledgement: sixteen hexadecimal signs.

    It depends on the token, which nobody keeps, so it cannot be made from the database.
    """
    return hashlib.sha256(f"{token}\n{content_digest}\n{at_text}".encode()).hexdigest()[:16]
