"""The subject that a citation gives."""

import pytest

from saraban.rules.cited_subject import cited_subject, differs_in_subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("หนังสือจังหวัด ที่ ตก ๐๐๒๓.๓/ว ๑ เรื่อง การปลูกต้นไม้ประจำปี", "การปลูกต้นไม้ประจำปี"),
        ("สำเนาหนังสือ เรื่อง การปลูกต้นไม้ประจำปี จำนวน ๑ ฉบับ", "การปลูกต้นไม้ประจำปี"),
        ("หนังสือจังหวัด ที่ ตก ๐๐๒๓.๓/ว ๑ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕", ""),
        ("หนังสือในเรื่องนี้", ""),
    ],
)
def test_the_subject_that_a_citation_gives(text, subject):
    assert cited_subject(text) == subject


def test_a_shortened_subject_is_the_same():
    text = "หนังสือจังหวัด เรื่อง การปลูกต้นไม้"

    assert not differs_in_subject(text, "การปลูกต้นไม้ประจำปี")
    assert differs_in_subject(text, "การเลือกตั้งท้องถิ่น")
