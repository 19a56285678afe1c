"""Words that stand on nearly every letter are known though one letter of them was misread."""

import pytest

from saraban.rules.letter_reading.misreadings.heading_words import with_heading_words


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("ยางถึง หนังสือกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว ๘๑", "อ้างถึง หนังสือกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว ๘๑"),
        ("ฮ้างถึง ๑. บันทึกกองป้าย", "อ้างถึง ๑. บันทึกกองป้าย"),
        ("ที่ ทส ๙๙๐๑/ว“ว ๖๗๑", "ที่ ทส ๙๙๐๑/ว ๖๗๑"),
        ("ที่ ทส ๙๙๐๑.๕/ว) ๑๓๔", "ที่ ทส ๙๙๐๑.๕/ว ๑๓๔"),
        ("วักษาราชการแทน", "รักษาราชการแทน"),
        ("นายช่าง รักษาการไนตำแหน่ง", "นายช่าง รักษาการในตำแหน่ง"),
    ],
)
def test_one_letter_of_a_word_may_be_another(read, meant):
    assert with_heading_words(read) == meant


@pytest.mark.parametrize("other", ["ข้างถึง ๆ กัน", "ทางถึงบ้านป้าย", "ผู้รักษาราชการแทนใจ"])
def test_other_words_stay_what_they_are(other):
    assert with_heading_words(other) == other
