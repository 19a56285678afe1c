"""Typed and pasted text made regular."""

import pytest
from hypothesis import given, strategies as st

from saraban.thai.text import clean_line, search_key

thai_or_any = st.text(st.one_of(st.characters(), st.sampled_from("เแาำํุู่้ก \u200b\u00a0")))


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("  แจ้ง \t เวียน\r\n", "แจ้ง เวียน"),
        ("แจ้ง\u00a0เวียน\u200bต่อ", "แจ้ง เวียนต่อ"),
        ("นํา", "นำ"),
        ("นํ้า", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("เเม่สอด", "แม่สอด"),
        ("ก\x00ข\x07", "กข"),
        ("\u202eกลับด้าน", "กลับด้าน"),
        ("ที\uf70a", "ที่"),
        ("\ud800ก", "ก"),
        ("เลข ๑๒ และ 12", "เลข ๑๒ และ 12"),
        ("", ""),
    ],
)
def test_a_line_is_what_a_person_meant_to_type(typed, line):
    assert clean_line(typed) == line


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("มท ๐๘๐๑.๔/ว ๑๖๕๘", "มท0801.4/ว1658"),
        ("นํ้า ท่วม", "น้ำท่วม"),
        ("E-Report", "e-report"),
        ("การ\u200bประชุม", "การ ประชุม"),
        ("เเผน", "แผน"),
    ],
)
def test_texts_that_look_the_same_have_one_key(text, same):
    assert search_key(text) == search_key(same)


def test_a_key_has_no_blanks():
    assert search_key(" ก ข\u00a0ค\nง\u3000") == "กขคง"


@given(thai_or_any)
def test_a_clean_line_stays_as_it_is(text):
    assert clean_line(clean_line(text)) == clean_line(text)


@given(thai_or_any)
def test_a_key_stays_as_it_is(text):
    assert search_key(search_key(text)) == search_key(text)


@given(thai_or_any)
def test_a_clean_line_can_be_stored(text):
    clean_line(text).encode("utf-8")
