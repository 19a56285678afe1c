"""Thai digits and Arabic digits, both ways; every other character stays as it is."""

_THAI = "๐๑๒๓๔๕๖๗๘๙"
_ARABIC = "0123456789"
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)


def to_thai(text: str) -> str:
    """The text with 0-9 written ๐-๙."""
    return text.translate(_TO_THAI)


def to_arabic(text: str) -> str:
    """The text with ๐-๙ written 0-9."""
    return text.translate(_TO_ARABIC)
