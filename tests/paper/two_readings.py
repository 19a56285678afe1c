"""One line as Tesseract and as our own reader would tell it, for the tests that join both."""

from saraban.paper.digits.digit_reader import Strip, StripCharacter
from saraban.paper.scans.tesseract import Glyphs, OcrLine

WIDTH = 20


def tesseract(text: str) -> OcrLine:
    """The text as Tesseract would give it, every character in a column of its own."""
    return OcrLine(
        tuple(
            Glyphs(
                character,
                (place * WIDTH, 0, (place + 1) * WIDTH, 30),
                0.93,
                is_after_blank=text[place - 1 : place] == " ",
            )
            for place, character in enumerate(text)
            if character != " "
        )
    )


def strip(text: str, *, confidence: float = 0.97) -> Strip:
    """The text as our reader would give it."""
    characters = tuple(
        StripCharacter(character, confidence, place * WIDTH, (place + 1) * WIDTH)
        for place, character in enumerate(text)
        if character != " "
    )
    return Strip(text, characters, confidence)
