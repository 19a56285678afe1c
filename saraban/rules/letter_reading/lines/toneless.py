"""Text without tone marks, for words that scanners and old files print with marks lost."""

import re

_TONES = "\u0e47-\u0e4c"
_TONE = re.compile(f"[{_TONES}]")


def toneless(text: str) -> str:
    """The text without tone marks, mai taikhu and thanthakhat."""
    return _TONE.sub("", text)


def toneless_shape(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to match against toneless text, written with its marks for the reader."""
    return re.compile(_TONE.sub("", pattern), flags)


def tones_optional(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that also matches text without its marks; none may stand in brackets [ ]."""
    return re.compile(_TONE.sub(r"\g<0>?", pattern), flags)


def place_without_tones(text: str, place: int) -> int:
    """Where a place in the text is in toneless(text)."""
    return len(toneless(text[:place]))


def place_with_tones(text: str, place: int) -> int:
    """Where a place in toneless(text) is in the text itself; marks belong to what is before."""
    count = 0
    for at, character in enumerate(text):
        if not _TONE.match(character):
            if count == place:
                return at
            count += 1
    return len(text)
