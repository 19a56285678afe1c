"""One line as Tesseract and as our own reader would tell it, for the tests that join both."""

from saraban.paper.digits.digit_reader import Strip, StripCharacter
from saraban.paper.scans.scan_digits import with_digits
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


def words_together(theirs: list[str], ours: str, *, confidence: float = 0.97) -> str:
    """What the two make of a line, a sign of ours every 20 columns, theirs spread word by word.

    A _ in a word of theirs is a blank that ours has not.
    """
    line = with_digits(tesseract_words(theirs, ours), strip_of_signs(ours, confidence), 40)
    assert line is not None
    return line.text


def tesseract_words(theirs: list[str], ours: str, *, confidence: float = 0.9) -> OcrLine:
    """Tesseract's words, each as wide as the word of ours at its place."""
    glyphs, at = [], 0
    for read, word in zip(theirs, ours.split(" "), strict=True):
        width = WIDTH * len(signs_of(word))
        parts = signs_of(read)
        for place, part in enumerate(parts):
            left, right = (at + width * n // len(parts) for n in (place, place + 1))
            is_after_blank = parts[place - 1] == "_" if place else at > 0
            if part != "_":
                glyphs.append(Glyphs(part, (left, 0, right, 30), confidence, is_after_blank))
        at += width + WIDTH
    return OcrLine(tuple(glyphs))


def strip_of_signs(text: str, confidence: float = 0.97) -> Strip:
    """The text as our reader would give it, a letter and its marks one sign."""
    characters = tuple(
        StripCharacter(sign, confidence, place * WIDTH, (place + 1) * WIDTH)
        for place, sign in enumerate(signs_of(text))
        if sign != " "
    )
    return Strip(text, characters, 0.9)


def signs_of(text: str) -> list[str]:
    """The letters of the text, each with its marks."""
    signs: list[str] = []
    for letter in text:
        if signs and "\u0e31" <= letter <= "\u0e4e" and letter not in "\u0e32\u0e33\u0e40\u0e44":
            signs[-1] += letter
        else:
            signs.append(letter)
    return signs
