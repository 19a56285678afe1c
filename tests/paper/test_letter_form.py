"""From a letter's facts to the page: which text goes to which place."""

from datetime import date

import pytest

from saraban.paper.letter_form import letter_form

FACTS = {
    "uid": "a-letter",
    "kind": "external",
    "urgency": "most_urgent",
    "secrecy": "normal",
    "printed_number": "ตก ๐๐๒๓.๓/ว ๕๗๖๕",
    "issuer_name": "ศาลากลางจังหวัดตาก",
    "issuer_address": "ถนนตัวอย่าง\nตก ๖๓๐๐๐\n",
    "dated_on": date(2022, 6, 16),
    "subject": "การทดสอบ",
    "addressee_text": "นายอำเภอทุกอำเภอ",
    "citations": [("reference", "ก"), ("enclosure", "ข"), ("body", "ค")],
    "body": "วรรคแรก\n\n๑. ข้อหนึ่ง",
    "signatory_name": "นายสมชาย ตัวอย่าง",
    "signatory_position": "รองผู้ว่าราชการจังหวัด ปฏิบัติราชการแทน\nผู้ว่าราชการจังหวัดตาก",
    "owner_section": "กลุ่มงาน",
    "contact": "โทร. ๐ ๕๕๐๐ ๐๐๐๐",
}


def test_lines_become_lines_and_citations_go_to_their_places():
    form = letter_form(**FACTS)

    assert form.issuer_lines == ("ศาลากลางจังหวัดตาก", "ถนนตัวอย่าง", "ตก ๖๓๐๐๐")
    assert (form.references, form.enclosures) == (("ก",), ("ข",))
    assert form.paragraphs == ("วรรคแรก", "๑. ข้อหนึ่ง")
    assert len(form.signatory_position_lines) == 2
    assert form.urgency_words == "ด่วนที่สุด"


@pytest.mark.parametrize(
    ("kind", "form"), [("memo", "memo"), ("sealed", "sealed"), ("order", "external")]
)
def test_a_kind_is_printed_on_its_form(kind, form):
    assert letter_form(**(FACTS | {"kind": kind})).kind == form


def test_a_normal_letter_carries_no_words_of_urgency_or_secrecy():
    form = letter_form(**(FACTS | {"urgency": "normal"}))

    assert (form.urgency_words, form.secrecy_words) == (None, None)
