"""Digits whose height on the strip does not tell how high a line of letters stands."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from saraban.paper.digits.digit_decoding import decode
from saraban.paper.digits.digit_heights import surest_reading
from saraban.paper.digits.digit_model import answers_of, model_card
from saraban.paper.digits.digit_reader import read_strip
from saraban.paper.digits.digit_strip import level_strip
from saraban.paper.house_style import FONTS

_TIMES = 4  # as large first, then averaged down as a scanner does


def cut_close(digit: str, *, pixels: int, face: str) -> np.ndarray:
    """One digit in Sarabun, a little blurred, with no paper over and under its ink."""
    font = ImageFont.truetype(FONTS / f"Sarabun-{face}.ttf", pixels * _TIMES)
    picture = Image.new("L", (pixels * 6, pixels * 8), 255)
    ImageDraw.Draw(picture).text((pixels * 2, pixels * 5), digit, font=font, anchor="ls")
    grey = np.asarray(picture)
    rows, columns = np.where(grey < 128)
    grey = grey[rows.min() : rows.max() + 1, columns.min() - 8 : columns.max() + 9]
    small = cv2.resize(grey, None, fx=1 / _TIMES, fy=1 / _TIMES, interpolation=cv2.INTER_AREA)
    return cv2.GaussianBlur(small, (0, 0), 0.8)


@pytest.mark.parametrize("face", ["Regular", "Bold"])
def test_a_small_digit_alone_is_read_though_it_was_cut_close(face):
    strips = [cut_close(digit, pixels=14, face=face) for digit in "๐๑๒๓๔๕๖๗๘๙"]

    assert [read_strip(strip).text for strip in strips] == list("๐๑๒๓๔๕๖๗๘๙")


def test_where_one_height_tells_the_line_is_read_at_that_one():
    font = ImageFont.truetype(FONTS / "Sarabun-Regular.ttf", 44)
    picture = Image.new("L", (700, 66), 255)
    ImageDraw.Draw(picture).text((20, 48), "ที่ มท ๐๘๐๑.๔/ว ๑๖๕๘", font=font, anchor="ls")
    strip, card = np.asarray(picture), model_card()

    level, decoded = surest_reading(strip, card)

    usual = level_strip(strip)
    assert level.scale == usual.scale
    assert decoded == decode(*answers_of(usual.ink, stride=card.stride), card)


def test_where_there_is_no_ink_there_is_no_reading():
    assert surest_reading(np.full((40, 200), 255, np.uint8), model_card()) is None
