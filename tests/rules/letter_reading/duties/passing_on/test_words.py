"""A paragraph in words, and where each of them stands in it."""

from hypothesis import given, strategies as st

from saraban.rules.letter_reading.duties.passing_on.words import Cutter
from saraban.rules.letter_reading.lines.toneless import toneless

_CUTTER = Cutter(map(toneless, ["แจ้ง", "ให้", "ทราบ", "เจ้าของ", "ป้าย"]))


def test_words_are_cut_without_their_marks_and_figures_are_one_sign():
    text = _CUTTER.cut("แจ้งให้เจ้าของป้าย ๒๕๖๕ ทราบ")

    assert text.words == ["แจง", "ให", "เจาของ", "ปาย", "_", "0", "_", "ทราบ"]


def test_a_word_is_found_again_in_the_paragraph_as_printed():
    paragraph = "แจ้งให้เจ้าของป้ายทราบ"
    text = _CUTTER.cut(paragraph)

    assert paragraph[text.place_of(2) : text.place_of(3)] == "เจ้าของ"
    assert text.place_of(len(text.words)) == len(paragraph)


@given(st.text(alphabet="แจ้งให้ทราบป๒5 .()/\tA", max_size=60))
def test_the_words_of_any_text_follow_each_other_to_its_end(paragraph):
    text = _CUTTER.cut(paragraph)

    assert len(text.starts) == len(text.words) + 1
    assert list(text.starts) == sorted(set(text.starts))
    assert text.starts[-1] == len(toneless(paragraph))
