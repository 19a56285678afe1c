"""Frames pressed on by the receiver for an order are told from receipts, seals and print."""

from dataclasses import replace

import pytest

from saraban.rules.letter_reading.lines.page_lines import pages_of_text
from saraban.rules.letter_reading.reading import read_letters
from saraban.rules.letter_reading.stamps.order_frames import is_order_frame
from tests.rules.letter_reading.letters import BODY, HEAD, SIGNED

FRAME = (
    "เรียน ผู้อำนวยการ",
    "( ) ทราบ ( ) ดำเนินการ",
    "( ) แจ้งฝ่ายที่เกี่ยวข้อง",
    "ลงชื่อ..........",
    "วันที่.........",
)


@pytest.mark.parametrize(
    "lines",
    [
        FRAME,
        ("เรียน ผอ.กอง", "D ทราบ D ดํ เนินการ", "ลงซื่อ"),
        ("การสั่งการ", "☐ กง.ยผ. ☐ กง.คจ.", "ลงชื่อ......ผู้สั่งการ"),
        ("การสั่งการ", "กง.บห. 0 กง.ทอ.", "ลงขอ ผู้สั่งการ"),
        ("ผู้อำนวยการสั่งการ", "ตี กลุ่มงานน้ำ ๆ กลุ่มงานดิน", "วันที่ ๑๓ มิ.ย. ๒๕๖๕"),
    ],
)
def test_a_frame_for_an_order_is_known_though_some_of_it_was_misread(lines):
    assert is_order_frame(lines, in_colour=True)


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("ศาลากลางจังหวัดจำลอง", "เลขรับ ๑๑๔๙", "วันที่ ๑๐ มิ.ย. ๒๕๖๕", "เวลา ๑๐.๒๐ น."),
        ("กรมทดสอบน้ำ", "๓ มิถุนายน ๒๕๖๕"),
        ("กองป้ายเตือนภัย", "โทร. ๐ ๒๐๐๐ ๐๐๐๐", "www.test.example"),
        ("ด่วนที่สุด",),
        ("สำนักงานทดสอบน้ำ กลุ่มงานฝน งานธุรการ", "รับที่ ๑๑๖", "วันที่ ........"),
        (*FRAME, *FRAME, *FRAME, *FRAME),
    ],
)
def test_receipts_seals_and_notices_are_none(lines):
    assert not is_order_frame(lines, in_colour=True)


def test_what_is_longer_in_black_is_rather_a_form_to_fill_in():
    assert is_order_frame((*FRAME, *FRAME), in_colour=True)
    assert not is_order_frame((*FRAME, *FRAME), in_colour=False)


def test_in_black_more_of_it_has_to_be_there():
    assert is_order_frame(FRAME, in_colour=False)
    assert not is_order_frame(("เรียน ผู้อำนวยการ", "( ) เข้าร่วม", "ลงชื่อ........"), in_colour=False)


def test_what_a_receiver_pressed_on_is_not_read_as_the_letters_own():
    pages = pages_of_text(f"{HEAD}{BODY}ขอแสดงความนับถือ\n" + "\n".join(FRAME) + "\n")
    rest = pages_of_text(SIGNED.removeprefix("ขอแสดงความนับถือ\n"))
    (page,) = pages
    marked = tuple(replace(line, is_of_receiver=line.text in FRAME) for line in page.lines)

    (letter,) = read_letters([replace(page, lines=(*marked, *rest[0].lines))])

    assert letter.signatory.name == "นายทดลอง น้ำใส"
    assert letter.asks == ["ทราบ"]
    assert letter.onward == []
