"""Digits written from strokes: what tells two apart is there, and they lie where the line says."""

import random
from dataclasses import replace

import numpy as np
import pytest

from saraban.paper.house_style import FONTS
from scripts.training.alphabet import THAI_DIGITS
from scripts.training.drawing import draw_line
from scripts.training.fonts import Face
from scripts.training.strokes import written
from scripts.training.written_digits import ARABIC_WRITTEN, any_hand

FACE = Face(
    "sarabun", "regular", "", "", "", "training", str(FONTS / "Sarabun-Regular.ttf"), frozenset()
)


def ink_of(sign, hand, seed=4, body=60):
    picture, _, _ = written(sign, hand, body, random.Random(seed))
    return 255.0 - picture


@pytest.mark.parametrize("crown", ["ring", "curl", "horn", "tick"])
def test_the_crown_is_all_that_five_has_more_than_four(crown):
    hand = replace(any_hand(random.Random(1)), tremble=0.0, crown=crown)

    four, five = ink_of("๔", hand), ink_of("๕", hand)

    assert five.sum() > four.sum() * 1.02
    # The crown may stand out on top or to a side: what is below it stays where it was.
    common = five[-four.shape[0] :][-round(0.7 * 60 + 0.5 * 60) :]
    assert abs(common.sum() - four[-len(common) :].sum()) < 0.02 * four.sum()


def test_a_seed_writes_the_same_again():
    hands = [any_hand(random.Random(5)) for _ in range(2)]

    assert hands[0] == hands[1]
    assert np.array_equal(ink_of("๕", hands[0]), ink_of("๕", hands[1]))
    assert any_hand(random.Random(6)) != hands[0]


@pytest.mark.parametrize("digit", THAI_DIGITS + ARABIC_WRITTEN)
def test_no_two_writers_write_a_digit_alike(digit):
    hands = [replace(any_hand(random.Random(seed)), pen=0.1, slant=0.0) for seed in (1, 2)]

    first, second = (ink_of(digit, hand) for hand in hands)

    assert first.shape != second.shape or not np.array_equal(first, second)


@pytest.mark.parametrize("seed", range(12))
def test_only_what_rises_above_its_neighbours_rises(seed):
    """The end of ๗ and ๙, the stem of ๒ and ๖ stand over a letter's height; ๐ ๑ ๓ do not."""
    hand = replace(any_hand(random.Random(seed)), tremble=0.0)

    def highest(digit):
        picture, baseline, _ = written(digit, hand, 60, random.Random(seed))
        return (baseline - np.nonzero(picture < 128)[0].min()) / 60

    assert all(highest(digit) > 1.1 for digit in "๒๖๗๙")
    assert all(highest(digit) < 1.25 for digit in "๐๑๓")


@pytest.mark.parametrize("digit", THAI_DIGITS + ARABIC_WRITTEN)
@pytest.mark.parametrize("seed", range(6))
def test_a_sign_stands_on_its_baseline_within_its_box(digit, seed):
    chance = random.Random(seed)
    hand = any_hand(chance)

    picture, baseline, box = written(digit, hand, 60, chance)

    rows, columns = np.nonzero(picture < 128)
    assert abs(rows.max() - baseline) < 0.4 * 60
    assert 0.75 * 60 < baseline - rows.min() < 2.1 * 60
    assert abs(columns.min() - box) <= 3
    assert abs(picture.shape[1] - box - 1 - columns.max()) <= 4


@pytest.mark.parametrize("seed", range(8))
def test_written_digits_lie_where_the_line_says_and_letters_stay_printed(seed):
    hand = any_hand(random.Random(seed))

    printed = draw_line("ว๔ว", FACE, None, 60, random.Random(3))
    line = draw_line("ว๔ว", FACE, None, 60, random.Random(3), hand=hand)

    first, four, last = line.signs
    assert [sign.cluster.text for sign in line.signs] == ["ว", "๔", "ว"]
    assert first == printed.signs[0]
    assert four.left >= first.left + 1 and last.left > four.left
    ink = np.nonzero((line.picture < 128).any(axis=0))[0]
    middle = ink[(ink > first.right) & (ink < last.left)]
    assert abs(middle.min() - four.left) <= 4
    assert abs(middle.max() - four.right) <= 5


@pytest.mark.parametrize("written_too", ["", ARABIC_WRITTEN])
def test_a_hand_writes_its_own_digits_and_no_others(written_too):
    hand = any_hand(random.Random(7), THAI_DIGITS + written_too)

    printed = draw_line("7", FACE, None, 60, random.Random(3))
    line = draw_line("7", FACE, None, 60, random.Random(3), hand=hand)

    assert np.array_equal(line.picture, printed.picture) == (written_too == "")
