"""A name under a signature gets back the bracket that a scan lost; no other bracket is one."""

import pytest

from saraban.rules.letter_reading.misreadings.name_brackets import with_both_brackets


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("นายทดลอง น้ำใส)", "(นายทดลอง น้ำใส)"),
        ("(นางสาวทดลอง น้ำใส", "(นางสาวทดลอง น้ำใส)"),
        ("ง(นายทดลอง น้ำใส)", "(นายทดลอง น้ำใส)"),
    ],
)
def test_the_lost_bracket_is_put_back(read, meant):
    assert with_both_brackets([read], "ขอแสดงความนับถือ") == [meant]


def test_a_bracket_that_the_line_above_left_open_ends_a_cell_and_no_name():
    cells = ["ปลายปี พร้อม เฉลย)", "๒๕๖๕"]

    assert with_both_brackets(cells, "๑ ต้นฉบับ งานวัดป้าย (ครู ภายในวันที่ ๔") == cells
    assert with_both_brackets(cells, "๑ ต้นฉบับ งานวัดป้าย")[0].startswith("(")
