"""Typed or pasted Thai text made regular: for keeping as one line, and for searching."""

import re
import unicodedata

from saraban.thai.digits import to_arabic

# Controls, invisible formatting (zero-width marks, text direction) and broken halves of a
# character, which no database can encode.
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})

# Old Thai fonts kept shifted vowels and tone marks at U+F700..F71A; text copied out of a PDF
# still brings them along, and every other font shows them as boxes.
_SHIFTED = dict(zip(range(0xF700, 0xF71B), "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู", strict=True))

_SPLIT_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]*)\u0e32")
_TONE_AFTER_SARA_AM = re.compile("\u0e33([\u0e48-\u0e4b]+)")
_DOUBLE_SARA_E = "\u0e40\u0e40"
_SARA_AE = "\u0e41"


def search_key(text: str) -> str:
    """The text as it is searched: no blanks, Arabic digits, lower case, one spelling.

    Two texts that look the same on paper give the same key. Idempotent.
    """
    return _one_spelling(to_arabic(_visible(text)).replace(" ", "").lower())


def clean_line(text: str) -> str:
    """One line as a person meant to type it: single blanks, trimmed, nothing invisible.

    Tabs, line ends and no-break spaces become blanks; control and zero-width characters go;
    ํา becomes ำ and เเ becomes แ. Digits stay as typed. Idempotent.
    """
    return " ".join(_one_spelling(_visible(text)).split())


def _visible(text: str) -> str:
    """The text with every kind of blank as a plain one and without what cannot be seen."""
    return "".join(
        " " if character.isspace() else character
        for character in text.translate(_SHIFTED)
        if character.isspace() or unicodedata.category(character) not in _DROPPED_CATEGORIES
    )


def _one_spelling(text: str) -> str:
    """Vowels and tone marks in the one order and form Unicode recommends.

    NFC alone leaves ํา as two characters, and NFKC would take every ำ apart.
    """
    text = unicodedata.normalize("NFC", text)
    text = _SPLIT_SARA_AM.sub("\\1\u0e33", text)
    text = _TONE_AFTER_SARA_AM.sub("\\1\u0e33", text)
    return unicodedata.normalize("NFC", text.replace(_DOUBLE_SARA_E, _SARA_AE))
