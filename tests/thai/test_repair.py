"""Text out of PDFs made whole: each producer's damage, and what must never be lost."""

import re

import pytest
from hypothesis import example, given, strategies as st

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
        ("ส ำ นักงำนกำรแพทย์ อ ำ เภอ ผู้อ ำ นวยกำร กำหนด", "สำนักงานการแพทย์ อำเภอ ผู้อำนวยการ กำหนด"),
        ("ส ำ นัก จ ำ นวน ก ำ หนด เวลา", "สำ นัก จำ นวน กำ หนด เวลา"),
        ("ทำา", "ทำ"),
        ("อา\u0e4d เภอ", "อำเภอ"),
        ("\uf031\uf036 หน่วย", "16 หน่วย"),
        ("\uf0b7 แผนงาน", "• แผนงาน"),
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


SYLLABLE = st.builds(
    lambda lead, first, above, tone, tail: lead + first + above + tone + tail,
    st.sampled_from(["", "เ", "แ", "โ", "ใ", "ไ"]),
    st.sampled_from("กขคงจชซดตถทนบปผพมยรลวสหอฮฎฐณธศษ"),
    st.sampled_from(["", "ั", "ิ", "ี", "ึ", "ื", "ุ", "ู", "็"]),
    st.sampled_from(["", "่", "้", "๊", "๋", "์"]),
    st.sampled_from(["", "า", "ะ", "ง", "น", "ำ", "ๆ", "ฯ", " ", "๔", "๖/ว ๗๘๙", "\n"]),
)


@given(st.lists(SYLLABLE, max_size=30).map("".join))
def test_clean_thai_stays_as_it_is(text):
    assert repair(text) == text


DAMAGES = (
    lambda text: text.replace("ำ", "ำา"),  # LibreOffice with Sarabun
    lambda text: text.replace("ำ", "ํา"),  # Chromium
    lambda text: re.sub("([่-๋])ำ", "ํ\\1า", text),  # fonts that draw nikhahit below the tone
    lambda text: re.sub("([่-๋])ำ", "ำ\\1", text),  # Word
    lambda text: re.sub("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])", " \\1", text),  # scanners
    lambda text: text.replace("่", "\uf70a").replace("้", "\uf70b"),  # shifted glyphs
    lambda text: re.sub("([\u0e31\u0e34-\u0e39])([่-์])", "\\2\\1", text),  # marks out of order
    lambda text: re.sub("([\u0e31\u0e34-\u0e39])", "\\1\\1", text),  # marks drawn twice
    lambda text: text.replace("แ", "เเ"),
    lambda text: "\u200b".join(text),
)


@pytest.mark.parametrize("damage", DAMAGES)
@given(text=st.lists(SYLLABLE, max_size=20).map("".join))
def test_what_each_producer_does_to_clean_thai_is_undone(damage, text):
    assert repair(damage(text)) == text
