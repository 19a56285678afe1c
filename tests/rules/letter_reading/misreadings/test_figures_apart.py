"""Figures that stand apart, put together where a line tells what they are."""

import pytest

from saraban.rules.letter_reading.misreadings.figures_apart import with_figures_together


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("ที่ ทส ๙๙ ๐๑.๐ ๒ /๓ ๔๔", "ที่ ทส ๙๙๐๑.๐๒/๓๔๔"),
        ("ที่ ท ส ๙ ๙ ๐ ๑ / ว ๒ ๔ ๗ ๑", "ที่ ทส ๙๙๐๑/ว ๒๔๗๑"),
        # Courts and universities have fewer figures before a stop.
        ("ที่ ทส ๙๙๘.๐๕ ๒/ว ๓๕", "ที่ ทส ๙๙๘.๐๕๒/ว ๓๕"),
        ("ที่ ทส ๙ ๔.๖.๑/ว ๐๒๑๙", "ที่ ทส ๙๔.๖.๑/ว ๐๒๑๙"),
        # Behind four figures a blank may be a lost stop.
        ("ที่ ทส ๙๙๐๑ ๓/๑๒", "ที่ ทส ๙๙๐๑ ๓/๑๒"),
        ("ที่ ทส ๙๙๐๑/2 402", "ที่ ทส ๙๙๐๑/2 402"),
        ("หมู่ที่ ๓ ตำบล ๑ ๒ / ๓", "หมู่ที่ ๓ ตำบล ๑ ๒ / ๓"),
    ],
)
def test_the_number_of_a_letter_is_closed_up_only_where_it_is_one(printed, read):
    assert with_figures_together(printed, printed) == read
