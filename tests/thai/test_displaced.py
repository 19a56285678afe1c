"""Marks that come a letter late are put back, and only on pages where they do."""

import pytest

from saraban.thai.displaced import has_late_marks, with_marks_back
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
