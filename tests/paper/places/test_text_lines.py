"""Lines are cut out whole where they stand close: letters that touch, quotes before a line."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from saraban.paper.house_style import FONTS
from saraban.paper.places.text_lines import line_cuts
from tests.paper.letters import HAS_FONTS, NO_FONTS

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
DPI = 300
LEFT = 200


def page_of(*lines: str, pitch: int = 90) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    page = Image.new("L", (1500, 200 + pitch * len(lines)), 255)
    draw = ImageDraw.Draw(page)
    face = ImageFont.truetype(str(FONTS / "Sarabun-Regular.ttf"), 60)
    for place, line in enumerate(lines):
        draw.text((LEFT, 100 + pitch * place), line, font=face, fill=0)
    return page, draw


def cuts_of(page: Image.Image) -> list[tuple[int, int]]:
    """The left and right ends of each cut."""
    return [(cut.box[0], cut.box[2]) for cut in line_cuts(np.asarray(page, np.uint8), DPI)]


def test_letters_that_touch_one_another_and_the_next_line_stay_in_their_lines():
    lines = ("ครบในวันที่ ๑๒ พฤษภาคม ๒๕๖๕ ณ ห้องประชุม", "ศูนย์เทคโนโลยีและการสื่อสาร ชั้นสองของจังหวัด")
    page, draw = page_of(*lines)
    apart = cuts_of(page)
    # Three letters hang together, and by a thin bit of ink with those below.
    draw.line((700, 150, 830, 150), fill=0, width=7)
    draw.line((760, 150, 760, 250), fill=0, width=4)

    assert len(apart) == 2
    assert cuts_of(page) == apart


def test_a_box_to_tick_is_not_cut_in_two_lines():
    page, draw = page_of("เห็นชอบตามที่เสนอ และให้ทุกหน่วยงานถือปฏิบัติ", "เห็นควรแจ้งกองคลังดำเนินการต่อไป")
    without = len(cuts_of(page))
    draw.rectangle((1250, 110, 1390, 240), outline=0, width=4)

    assert len(cuts_of(page)) <= without + 1


def test_a_quote_before_a_line_belongs_to_it():
    page, draw = page_of("ระบบรายงานผลการดูแลคันกั้นน้ำ ของจังหวัด")
    # As a blurred scan has it: two thirds of a letter high, and far above the foot of the line.
    for left in (LEFT - 60, LEFT - 38):
        draw.ellipse((left, 106, left + 16, 132), fill=0)

    (only,) = cuts_of(page)

    assert only[0] < LEFT - 50


def test_the_marks_over_a_large_title_are_no_line_of_their_own():
    page = Image.new("L", (1700, 500), 255)
    draw = ImageDraw.Draw(page)
    for place, (text, size) in enumerate(
        (("คำสั่งสำนักงานน้ำใส", 105), ("เรื่อง ให้ไปช่วยงานริมตลิ่งทั้งจังหวัด", 60))
    ):
        face = ImageFont.truetype(str(FONTS / "Sarabun-Regular.ttf"), size)
        draw.text((LEFT, 100 + 180 * place), text, font=face, fill=0)

    assert len(cuts_of(page)) == 2
