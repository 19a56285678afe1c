"""Whatever stands in a paragraph, what is found in it has a place inside it."""

from datetime import date

from hypothesis import given, settings, strategies as st

from saraban.rules.letter_reading.duties.asks import asks_of
from saraban.rules.letter_reading.duties.deadlines import deadlines_in
from saraban.rules.letter_reading.duties.onward import onward_in
from saraban.rules.letter_reading.heading.citations import citations_in
from saraban.rules.letter_reading.heading.enclosures import enclosures_in_text

PIECES = st.sampled_from(
    [
        "จึงเรียนมาเพื่อ",
        "โปรด",
        "ทราบ",
        "และ",
        "แจ้ง",
        "ให้",
        "อำเภอ",
        "องค์กรปกครองส่วนท้องถิ่น",
        "ภายใน",
        "วันที่ ",
        "๓๐ ",
        "มิถุนายน ",
        "๒๕๖๕",
        "๗ วัน",
        "นับแต่วันที่ได้รับ",
        "ทุกวันพุธ",
        "ของทุกเดือน",
        " ",
        "หนังสือ",
        "ที่ มท ๐๘๐๑/ว ๑๒",
        " ลงวันที่ ",
        "นั้น",
        "ตามที่",
        "จึงขอให้",
        "รายงานผล",
        "จำนวน ๒ ชุด",
        "สำหรับ",
        "ส่งคู่มือ",
        "มาเพื่อ",
        "ขอความร่วมมือ",
        "ประชาสัมพันธ์",
        "(",
        ")",
        "/",
        "๑. ",
        "\u0e49",
        "\u0e31",
        "31/02/65",
        "ภายในเดือน",
        "ก.ย.",
        "ไตรมาสที่ ๑ ของปีงบประมาณ พ.ศ. ๒๕๖๖",
        "เดียวกัน",
    ]
)
PARAGRAPHS = st.lists(PIECES, max_size=30).map("".join)


@settings(max_examples=150, deadline=None)
@given(PARAGRAPHS)
def test_places_lie_inside_the_paragraph(text):
    found = [
        *citations_in(text),
        *deadlines_in(text, letter_day=date(2022, 6, 16)),
        *onward_in(text, "ศาลากลางจังหวัดตัวอย่าง"),
        *asks_of([text], "", "หนังสือภายนอก"),
    ]

    assert all(0 <= one.start <= one.end <= len(text) for one in found)
    assert all(0 <= start <= end <= len(text) for _, start, end in enclosures_in_text(text))


@settings(max_examples=150, deadline=None)
@given(PARAGRAPHS)
def test_an_onward_clause_is_what_is_printed_at_its_place(text):
    for one in onward_in(text):
        assert text[one.start : one.end].strip() == one.text
