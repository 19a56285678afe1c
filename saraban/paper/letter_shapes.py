"""Which characters the printed letter has a shape for; an emoji, for one, it has not."""

import unicodedata
from functools import lru_cache
from pathlib import Path

FONT = Path(__file__).resolve().parent / "fonts" / "Sarabun-Regular.ttf"
# What stands for one that has none, where the letter has its number already.
SUBSTITUTE = "[?]"
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def without_shape(text: str) -> str:
    """The characters that the letter's font cannot draw, each once, in their order.

    None where the fonts were not fetched: printing says so itself.
    """
    known = _known()
    if not known:
        return ""
    return "".join(
        dict.fromkeys(
            character
            for character in text
            if ord(character) not in known and unicodedata.category(character) not in _UNSEEN
        )
    )


def with_substitutes(text: str) -> str:
    """The text as it can be drawn: SUBSTITUTE for each character without a shape.

    Marks that only change the look of the character before them (emoji's) go with it.
    """
    missing = without_shape(text)
    if not missing:
        return text
    return text.translate(
        {ord(one): "" if unicodedata.category(one) == "Mn" else SUBSTITUTE for one in missing}
    )


@lru_cache(maxsize=1)
def _known() -> frozenset[int]:
    # 0.2 s, once a process, when a letter is about to get its number.
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    if not FONT.is_file():
        return frozenset()
    with TTFont(FONT, lazy=True) as font:
        return frozenset(font.getBestCmap())
