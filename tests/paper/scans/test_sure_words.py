"""Lines that hold nothing but words need no reading of their digits."""

import pytest

from saraban.paper.scans.sure_words import is_all_words
from saraban.paper.scans.tesseract import Glyphs, OcrLine

LETTER = 20


def line(text: str, *, start: float = 0, blank: float = 0.5, confidence: float = 0.95) -> OcrLine:
    """The text letter by letter; start and blanks in widths of a letter."""
    glyphs, at, is_after_blank = [], start * LETTER, False
    for sign in text:
        if sign == " ":
            at, is_after_blank = at + blank * LETTER, True
            continue
        box = (round(at), 0, round(at + LETTER), 40)
        glyphs.append(Glyphs(sign, box, confidence, is_after_blank))
        at, is_after_blank = at + LETTER, False
    return OcrLine(tuple(glyphs))


def width(of: OcrLine) -> int:
    return of.glyphs[-1].box[2]


def test_known_words_from_end_to_end_need_no_second_look():
    words = line("ความสะดวก ประชาชน")

    assert is_all_words(words, width(words))


@pytest.mark.parametrize(
    "text",
    [
        "ประชาชน ๒ กระทรวง",
        "ประชาชน ว กระทรวง",
        "ประชาชน (ตาก)",
        "ตาก",
        "กฟฬผ ปฉฌ ฑฒณ",
    ],
)
def test_figures_single_letters_and_what_is_no_word_are_looked_at(text):
    words = line(text)

    assert not is_all_words(words, width(words))


def test_words_that_were_read_unsurely_are_looked_at():
    words = line("ความสะดวก ประชาชน", confidence=0.7)

    assert not is_all_words(words, width(words))


def test_a_gap_where_a_figure_may_have_stood_is_looked_at():
    words = line("ภายใน ประชาชน", blank=2.0)

    assert not is_all_words(words, width(words))


def test_room_for_a_figure_at_either_end_is_looked_at():
    behind = line("ความสะดวก ประชาชน")
    before = line("ความสะดวก ประชาชน", start=1.2)

    assert not is_all_words(behind, width(behind) + 2 * LETTER)
    assert not is_all_words(before, width(before))


def test_a_picture_without_letters_is_looked_at():
    assert not is_all_words(None, 400)
