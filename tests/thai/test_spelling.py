"""Marks that OCR loses are put back; digits, names and what is spelt right stay."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from saraban.thai.spelling import mended, mended_places


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("เมือวันที ๑๒ พฤษภาคม ๒๕๖๕", "เมื่อวันที่ ๑๒ พฤษภาคม ๒๕๖๕"),
        ("สิงทีส่งมาด้วย", "สิ่งที่ส่งมาด้วย"),
        ("องค์กรปกครองส่วนท้องถินในพืนทีนัน", "องค์กรปกครองส่วนท้องถิ่นในพื้นที่นั้น"),
        ("หลักสตรผ้นำชมชน", "หลักสูตรผู้นำชุมชน"),
        ("ระ บบรายงาน", "ระบบรายงาน"),
        ("แหล่งน้าสาธารณะ", "แหล่งน้ำสาธารณะ"),
        ("สานักงานจัดทาคาสั่ง", "สำนักงานจัดทำคำสั่ง"),
    ],
)
def test_lost_marks_come_back(read, meant):
    assert mended(read) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("ขอใหแจงผูเกี่ยวของเขารวมประชุม", "ขอให้แจ้งผู้เกี่ยวข้องเข้าร่วมประชุม"),
        ("นายกองคการบริหารสวนตำบลทุกแหง", "นายกองค์การบริหารส่วนตำบลทุกแห่ง"),
        ("ศูนยสงเสริมการเกษตร", "ศูนย์ส่งเสริมการเกษตร"),
        ("รายงานผลภายในเดือน", "รายงานผลภายในเดือน"),
        ("นายแกว ทองคำ", "นายแกว ทองคำ"),
    ],
)
def test_on_a_page_without_tones_they_come_back_everywhere_but_in_names(read, meant):
    assert mended(read, are_tones_lost=True) == meant


@pytest.mark.parametrize(
    "text",
    [
        "เรื่อง ขอเชิญประชุมคณะกรรมการพัฒนาตำบล",
        "(นายสวิต สุริยกุล ณ อยุธยา)",
        "๓๑ พ.ค. ๒๕๖๕ เวลา ๐๙.๓๐ น.",
        "ทต./อบต. ม. ๑๐",
        "หน้าที่ของชาวนาในตารางเวลา",
        "E-Report 2565",
        "",
    ],
)
def test_what_is_right_stays(text):
    assert mended(text) == text


@given(st.text(alphabet="กขคงทนมยรลสหอะาิีึืุู่้๊็์เแโ ๐๑0.-/(A", max_size=40))
def test_only_thai_between_the_places_changes(text):
    places = mended_places(text)

    digits = [character for character in text if character.isdigit()]
    assert [character for character in mended(text) if character.isdigit()] == digits
    assert all(one.end <= two.start for one, two in pairwise(places))
