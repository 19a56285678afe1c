import re

import pytest

from saraban.thai.number_words import NUMBER_WORDS, number_in_words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("ห้า", 5),
        ("สิบ", 10),
        ("สิบเอ็ด", 11),
        ("ยี่สิบ", 20),
        ("สามสิบเอ็ด", 31),
        ("เก้าสิบ", 90),
        ("ร้อยยี่สิบ", 120),
        ("สองพันห้าร้อยหกสิบเจ็ด", 2567),
        ("สีสิบหา", 45),
    ],
)
def test_a_number_is_read_from_its_words(words, number):
    assert re.fullmatch(NUMBER_WORDS, words)
    assert number_in_words(words) == number


@pytest.mark.parametrize("words", ["สองสาม", "สิบร้อย", "สิบสิบ", ""])
def test_words_that_make_no_number_are_none(words):
    assert number_in_words(words) is None
