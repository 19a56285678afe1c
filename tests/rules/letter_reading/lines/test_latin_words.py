"""Latin letters in Thai text off a scan: known words, and what is likelier misread."""

import pytest

from saraban.rules.letter_reading.lines.latin_words import has_unknown_latin


@pytest.mark.parametrize("text", ["ระบบ Google Form", "การประเมิน ITA ผ่าน QR Code", "ไม่มี", ""])
def test_words_that_letters_use_are_known(text):
    assert not has_unknown_latin(text)


@pytest.mark.parametrize("text", ["(B - Report)", "ความเร็ว 50!/bpr", "ทางไกล (VC5)", "ระบบ Repoit"])
def test_other_letters_are_worth_a_look(text):
    assert has_unknown_latin(text)
