"""Letters and bars that OCR puts among figures: o for ๐, l for ๑, ท for ๗, | for a slash."""

import re

from saraban.thai.digits import to_arabic

_IS_LIKELY = re.compile(r"[0-9.oO][oOทlI]|[oOทlI][0-9]|[|\\]|[ .:][oO][ -]")
# A run of figures and such letters that is no part of a word; ว may be glued to a number.
_RUN = re.compile(
    r"(?<![A-Za-zก-ฦศ-๎])(?:[0-9oOทlI]*[0-9][0-9oOทlI]*|ท?[oO]{2,}ท?)(?![A-Za-zก-๎])"
    r"|(?<=\.)[oO](?=[./])|(?<=[ .:])[oO](?=[ -][0-9]{2})"
)
_FIGURE = str.maketrans({"o": "0", "O": "0", "l": "1", "I": "1", "ท": "7"})
# Of the years of our time the first half is known, and what the letters behind it are for.
_YEAR = re.compile(r"(?<![0-9A-Za-z])25[0-9SbOol]{2}(?![0-9A-Za-z])")
_FIGURE_OF_YEAR = _FIGURE | str.maketrans({"S": "5", "b": "6"})
_BAR = re.compile(r"(?<=[0-9)])[|\\](?= ?ว? ?[0-9])")


def without_look_alikes(text: str) -> str:
    """Figures for the letters, and slashes for the bars, that OCR puts among figures.

    The text has Arabic digits. Every character keeps its place.
    """
    text = _YEAR.sub(lambda year: year[0].translate(_FIGURE_OF_YEAR), text)
    if not _IS_LIKELY.search(text):
        return text
    return _BAR.sub("/", _RUN.sub(lambda run: run[0].translate(_FIGURE), text))


def has_look_alikes(printed: str) -> bool:
    """Whether a text as printed has letters among its figures that were read as figures."""
    plain = to_arabic(printed)
    return without_look_alikes(plain) != plain
