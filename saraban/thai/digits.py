"""Thai digits and Arabic digits, both ways; every other character stays as it is."""

import re

_THAI = "๐๑๒๓๔๕๖๗๘๙"
_ARABIC = "0123456789"
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)
_WORD = re.compile(r"\S+")
_LATIN = re.compile("[A-Za-z]")


def to_thai(text: str) -> str:
    """The text with 0-9 written ๐-๙."""
    return text.translate(_TO_THAI)


def to_arabic(text: str) -> str:
    """The text with ๐-๙ written 0-9."""
    return text.translate(_TO_ARABIC)


def written_thai(text: str) -> str:
    """The text with ๐-๙ as an official letter writes them, word by word.

    A word with Latin letters in it keeps its digits: COVID-19, an address of mail or web. Thai
    numerals are encouraged, not compulsory. Source: Cabinet resolution of 2 May 2543.
    """
    return _WORD.sub(lambda word: word[0] if _LATIN.search(word[0]) else to_thai(word[0]), text)
