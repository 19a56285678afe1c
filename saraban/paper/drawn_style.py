"""What all drawings in SVG have in common: the house's ink, its typeface, and texts that fit.

Drawings carry no style attribute and no style sheet (the Content-Security-Policy forbids both),
only presentation attributes, which a page's own CSS may override through the class names.
"""

import re
import unicodedata

INK, QUIET, RULE, PAPER, ACCENT = "#1c1b19", "#5c5852", "#8a857c", "#fffefa", "#1f4e79"
FONT = "Sarabun, 'TH Sarabun New', sans-serif"
TEXT_SIZE = 16

# Widths of letters in parts of the text size, for Sarabun at its title weight, rounded up so
# that an estimate does not overflow a box. Marks above and below take no room.
_WIDTHS = {
    letter: width
    for width, letters in (
        (0.35, "เ .,:;!|'“”()[]-ijlIftr"),
        (0.45, "โใไๅ/·"),
        (0.5, "งราำ"),
        (0.55, "จฐธวฯะ0123456789–"),
        (0.7, "ทษ๐๑๒๓๔๕๖๘๙NOQDGKU"),
        (0.85, "ฌญฒณ๗ฑพฟฬMWmw@%▲≠…"),
    )
    for letter in letters
}
_OTHER_WIDTH = 0.64

# What XML 1.0 cannot hold at all, escaped or not.
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return _UNPRINTABLE.sub("", text)


def width_of(text: str) -> float:
    """About how wide a text is drawn, in pixels."""
    return TEXT_SIZE * sum(
        _WIDTHS.get(letter, _OTHER_WIDTH)
        for letter in text
        if unicodedata.category(letter) not in ("Mn", "Cf")
    )


def fitted(text: str, room: float) -> str:
    if width_of(text) <= room:
        return text
    cut = len(text)
    # Never between a letter and its marks, nor after a vowel that is written first.
    while cut and (
        width_of(f"{text[:cut]}…") > room
        or unicodedata.category(text[cut]) == "Mn"
        or text[cut] == "ำ"
        or text[cut - 1] in "เแโใไ "
    ):
        cut -= 1
    return f"{text[:cut]}…"


def px(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
