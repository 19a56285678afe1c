"""Marks that come a letter late are put back, and only on pages where they do."""

import pytest

from saraban.thai.displaced import (
    has_glued_late_marks,
    has_late_marks,
    with_glued_marks_back,
    with_marks_back,
)
from saraban.thai.text import repair


@pytest.mark.parametrize(
    ("late", "meant"),
    [
        ("เรอ่ื ง ขอเชญิ ประชุม", "เรื่อง ขอเชิญประชุม"),
        ("เรยี น นายอาํ เภอ", "เรียน นายอำเภอ"),
        ("วเิ ชียร", "วิเชียร"),
        ("จงั หวัดหลงั สวน", "จังหวัดหลังสวน"),
        ("โทร. ๐ ๒๐๐๐ ๐๐๐๐ ตอ่ ๑๐๔", "โทร. ๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๑๐๔"),
        ("ในการนี้ ให้รายงานวันที่ ๓ ถึงที่ทำการ", "ในการนี้ ให้รายงานวันที่ ๓ ถึงที่ทำการ"),
    ],
)
def test_a_late_mark_goes_back_to_its_letter(late, meant):
    assert with_marks_back(repair(late)) == meant


@pytest.mark.parametrize(
    ("page", "is_late"),
    [
        ("เรยี น นายอำเภอ จงั หวัดทดสอบ", True),
        ("เรียน นายอำเภอ จังหวัดทดสอบ ในการนี้ ให้แจ้งที่ทำการ ทั้งนี้ ภายในวันที่ ๓ ต่อไป", False),
    ],
)
def test_a_page_tells_whether_its_marks_are_late(page, is_late):
    assert has_late_marks(page) is is_late


@pytest.mark.parametrize(
    ("late", "meant"),
    [
        ("ผูว้่าราชการจงัหวดั", "ผู้ว่าราชการจังหวัด"),
        ("หนงัสือที่ทอ้งถิ่นตัง้แต่วนัที่ ๓", "หนังสือที่ท้องถิ่นตั้งแต่วันที่ ๓"),
        ("นกัศึกษาระดบัชาติ ขอ้มูลของหวัหนา้", "นักศึกษาระดับชาติ ข้อมูลของหัวหน้า"),
        ("มถิุนายน ปฏบิัติ กลุม่ เปน็", "มิถุนายน ปฏิบัติ กลุ่ม เป็น"),
        ("นักศึกษาระดับชาติ ภายในวันที่ ๓ มิถุนายน", "นักศึกษาระดับชาติ ภายในวันที่ ๓ มิถุนายน"),
    ],
)
def test_a_late_mark_without_a_blank_behind_it_goes_back_too(late, meant):
    assert with_glued_marks_back(repair(late)) == meant


@pytest.mark.parametrize(
    ("page", "is_late"),
    [
        ("หนงัสือจงัหวัดทดสอบ", True),
        ("หนังสือจังหวัดทดสอบ ในการนี้ ให้แจ้งที่ทำการ ทั้งนี้ ภายในวันที่ ๓ ต่อไป", False),
        ("ศาลากลางจังหวัดทดสอบ ถนนชยางกูร นายอำเภอ ปลัดจังหวัด การคัดเลือกนักเรียน", False),
    ],
)
def test_a_page_tells_whether_its_marks_are_late_and_glued(page, is_late):
    assert has_glued_late_marks(page) is is_late
