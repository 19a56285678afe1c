"""Text out of PDFs made whole: each producer's damage, and what must never be lost."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from saraban.thai.text import repair, with_sara_am_restored

THAI = st.text(alphabet=st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), max_size=40)
MIXED = st.text(
    alphabet=st.one_of(
        st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B),
        st.characters(min_codepoint=0xF700, max_codepoint=0xF71A),
        st.sampled_from(" \t\n\f\r\u00a0\u200b\ufeff0123456789ab().\u2028"),
    ),
    max_size=60,
)
KEPT = re.compile("[\u0e01-\u0e2e\u0e50-\u0e59]")


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("ที ่ ศธ", "ที่ ศธ"),
        ("สํานักงาน", "สำนักงาน"),
        ("น้ํา", "น้ำ"),
        ("นํ้า", "น้ำ"),
        ("น ้ ำ", "น้ำ"),
        ("ทำา", "ทำ"),
        ("เเละ", "และ"),
        ("ก็็", "ก็"),
        ("ที\uf70a", "ที่"),
        ("ป่\u0e35", "ปี่"),
        ("กอง\u200bคลัง", "กองคลัง"),
        ("ลงวันที่\u00a0๓", "ลงวันที่ ๓"),
        ("บรรทัดหนึ่ง\r\nบรรทัดสอง", "บรรทัดหนึ่ง\nบรรทัดสอง"),
    ],
)
def test_each_known_damage_is_undone(damaged, whole):
    assert repair(damaged) == whole


@given(MIXED)
@example("ํ่า")
@example("กํ ำ")
@example("ิ่ิ")
def test_repairing_twice_changes_nothing_more(text):
    assert repair(repair(text)) == repair(text)


@given(THAI)
def test_no_consonant_and_no_digit_is_lost(text):
    assert KEPT.findall(repair(text)) == KEPT.findall(text)


@given(st.text(max_size=60))
def test_any_text_at_all_can_be_repaired(text):
    assert "\u200b" not in repair(text)


def test_a_page_written_without_sara_am_gets_it_back():
    page = "สํานักงานเขตพื้นที่ " * 20
    lost = repair(page).replace("ำ", " า")

    assert with_sara_am_restored(lost) == repair(page)


def test_a_page_that_has_both_vowels_is_left_alone():
    page = "สำนักงานและข้าราชการ สานักว่า ก า " * 20

    assert with_sara_am_restored(page) == page
