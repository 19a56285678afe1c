"""Stamps pressed onto letters are read apart, in every ink and form that offices have."""

import cv2
import numpy as np
import pytest

from saraban.paper.scans.scan_reading import read_picture
from saraban.paper.stamped_copy import stamped_copy
from saraban.rules.letter_reading.reading import read_letters
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.paper.pressed import BLACK, BLUE, RED, press, stamp
from tests.paper.scanned import SURVEY, drawn, printed, scanned
from tests.paper.stamps import HALL, ORDER

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
DPI = 200
READ = ("1149", "2022-06-10", "10:20")


@pytest.fixture(scope="module")
def letter() -> np.ndarray:
    return drawn(printed(SURVEY), dpi=DPI)


def stamps_on(page: np.ndarray) -> list[tuple[str | None, str, str | None]]:
    """Number, day and time of the stamps read on the page after a poor scanner."""
    picture = scanned(page, seed=7, hard=True)[: round(0.6 * len(page))]
    (read,) = read_letters([read_picture(picture, DPI, 1).page])
    return [(found.number, str(found.dated_on), found.time) for found in read.stamps]


def test_two_stamps_without_a_frame_are_two(letter):
    page = letter.copy()
    second = ("กองทดสอบน้ำ", "เลขรับ  ๒๓๐", "วันที่  ๑๑ มิ.ย. ๒๕๖๕", "เวลา  ๑๑.๓๐ น.")
    press(page, stamp(dpi=DPI, ink=BLACK, frame="0 none"), left=0.57, top=0.0)
    press(page, stamp(second, dpi=DPI, ink=BLACK, frame="0 none"), left=0.57, top=0.3)

    assert stamps_on(page) == [READ, ("230", "2022-06-11", "11:30")]


@pytest.mark.parametrize("tilt", [-5.0, 6.0])
def test_a_tilted_stamp_without_a_frame_is_read_by_its_colour(letter, tilt):
    page = letter.copy()
    press(page, stamp(dpi=DPI, ink=BLUE, frame="0 none"), left=0.57, top=0.0, tilt=tilt)

    assert stamps_on(page) == [READ]


def test_a_line_of_the_letter_under_a_coloured_stamp_stays_the_letter_s(letter):
    page = letter.copy()
    loose = stamp(dpi=DPI, ink=BLUE, frame="0 none", leading=2.3)
    press(page, loose, left=0.34, top=0.019)
    picture = scanned(page, seed=7, hard=True)[: round(0.6 * len(page))]

    (read,) = read_letters([read_picture(picture, DPI, 1).page])

    assert [found.number for found in read.stamps] == ["1149"]
    assert str(read.dated_on) == "2022-06-03"


@pytest.mark.parametrize("down", [0.21, 0.36])
def test_a_stamp_over_the_signature_is_read_and_leaves_the_letter_its_lines(letter, down):
    page = letter.copy()
    press(page, stamp(dpi=DPI, ink="#101a66"), left=0.5, top=down, tilt=2.0)
    picture = scanned(page, seed=7, hard=True)[: round(0.7 * len(page))]

    (read,) = read_letters([read_picture(picture, DPI, 1).page])

    assert [(found.number, str(found.dated_on)) for found in read.stamps] == [READ[:2]]
    assert read.signatory is not None and "ทดลอง" in read.signatory.name


@pytest.mark.parametrize(("ink", "down"), [(RED, 0.17), (RED, 0.2), (BLACK, 0.26)])
def test_a_frame_for_the_receivers_order_is_no_part_of_the_letter(letter, ink, down):
    page = letter.copy()
    order = ("เรียน ผู้อำนวยการ", "( ) ทราบ ( ) ดำเนินการ", "( ) แจ้งฝ่ายที่เกี่ยวข้อง", "ลงชื่อ..........")
    press(page, stamp(order, dpi=DPI, ink=ink), left=0.03, top=down)
    picture = scanned(page, seed=7, hard=True)[: round(0.7 * len(page))]

    read_page = read_picture(picture, DPI, 1).page
    (read,) = read_letters([read_page])

    assert sum(line.is_of_receiver for line in read_page.lines) >= 3
    assert read.signatory is not None and "ทดลอง" in read.signatory.name
    assert (read.asks, read.stamps) == (["ทราบ"], [])


@pytest.mark.parametrize("seed", [None, 7, 11])
def test_the_stamps_that_we_press_ourselves_are_told_apart_when_the_copy_comes_back(seed):
    copy = stamped_copy(printed(SURVEY), "application/pdf", (HALL, ORDER), name="หนังสือ.pdf")
    page = drawn(copy, dpi=DPI)
    if seed is None:
        page = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY)
    else:
        page = scanned(page, seed=seed, hard=True)

    read_page = read_picture(page, DPI, 1).page
    (read,) = read_letters([read_page])

    of_receiver = [line.text for line in read_page.lines if line.is_of_receiver]
    assert "ผู้สั่งการ" in " ".join(of_receiver)
    (received,) = read.stamps
    # Its hour is blank, and the dots to write it on are none.
    assert (received.number, str(received.dated_on), received.time) == ("1149", "2022-06-10", None)
    assert read.signatory is not None and read.signatory.position == "อธิบดีกรมทดสอบน้ำ"
