"""The office of a receipt stamp, on one row or two."""

from saraban.rules.letter_reading.lines.page_lines import Line
from saraban.rules.letter_reading.stamps.stamps import stamps_in


def stamp_of(*rows: str, source: str = "ocr"):
    lines = [
        Line(1, row, (row,), source=source, is_after_blank=not place)
        for place, row in enumerate(rows)
    ]
    (only,) = stamps_in(lines)
    return only.stamp.value


def test_an_office_over_the_one_it_belongs_to_is_named_with_it():
    rows = ("สำนักงานทะเบียนทดสอบ", "เทศบาลเมืองน้ำใส", "เลขที่รับ ๑๑๔๗", "วันที่ ๒๗ มี.ค. ๒๕๖๒")

    assert stamp_of(*rows).unit == "สำนักงานทะเบียนทดสอบ เทศบาลเมืองน้ำใส"


def test_in_text_the_line_over_an_office_may_be_anything():
    rows = ("สำนักงานทะเบียนทดสอบ", "เทศบาลเมืองน้ำใส", "เลขที่รับ ๑๑๔๗", "วันที่ ๒๗ มี.ค. ๒๕๖๒")

    assert stamp_of(*rows, source="text").unit == "เทศบาลเมืองน้ำใส"
