"""A nought takes the script of the digits beside it, and keeps what was known about it."""

import pytest

from saraban.paper.digits.digit_noughts import noughts_settled
from saraban.paper.digits.digit_signs import Sign


def signs_of(text: str) -> tuple[Sign, ...]:
    return tuple(
        Sign(letter, letter, 0.9, 20.0 * number, 20.0 * number + 14, (), 0.0)
        for number, letter in enumerate(text)
    )


@pytest.mark.parametrize(
    ("read", "settled"),
    [
        ("๒5๖0", "๒5๖๐"),  # most of the run
        ("255๐", "2550"),
        ("31/๕/๖0", "31/๕/๖๐"),  # each run by itself
        ("1๐/๕/๖๕", "10/๕/๖๕"),
        ("โทร0๒๒๔๑", "โทร๐๒๒๔๑"),
        ("0-๒๒๔๑", "๐-๒๒๔๑"),  # alone: the nearest digit
        ("ว0ก0", "ว0ก0"),  # no digit tells
        ("2๕0", "2๕0"),  # a draw, and the nearest digit is Arabic
        ("", ""),
    ],
)
def test_a_nought_takes_the_script_beside_it(read, settled):
    assert "".join(sign.sign for sign in noughts_settled(signs_of(read))) == settled


def test_doubt_between_two_noughts_is_no_doubt():
    wavering = Sign("0", "0", 0.5, 20, 34, (("๐", 0.4), ("๑", 0.05)), 0.0)

    settled = noughts_settled((*signs_of("๔"), wavering))[1]

    assert settled.sign == settled.text == "๐"
    assert settled.raw == pytest.approx(0.9)
    assert settled.rivals == (("๑", 0.05),)
