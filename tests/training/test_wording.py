"""What the digit reader is taught with: lines its alphabet can write, the same for a same seed."""

import random

import pytest

from scripts.training.alphabet import ABOVE, BELOW, DIGITS, SIGNS, TONES, clusters_of
from scripts.training.wording import line, number_line


def drawn_lines(wording, seed, count=400):
    chance = random.Random(seed)
    return [wording(chance) for _ in range(count)]


@pytest.mark.parametrize("wording", [line, number_line])
def test_every_line_can_be_cut_into_clusters(wording):
    for text in drawn_lines(wording, 1):
        assert "".join(cluster.text for cluster in clusters_of(text)) == text


@pytest.mark.parametrize("wording", [line, number_line])
def test_a_seed_gives_the_same_lines_again(wording):
    assert drawn_lines(wording, 7, 50) == drawn_lines(wording, 7, 50)
    assert drawn_lines(wording, 7, 50) != drawn_lines(wording, 8, 50)


def test_every_digit_comes_about_as_often_as_the_others_of_its_script():
    text = "".join(drawn_lines(number_line, 3, 3000))

    for script in (DIGITS[:10], DIGITS[10:]):
        shares = [text.count(digit) / sum(map(text.count, script)) for digit in script]
        assert max(shares) < 0.2  # noughts lead telephone numbers, and years begin with ๒๕
        assert min(shares) > 0.05


def test_a_cluster_tells_its_marks_apart():
    (cluster,) = clusters_of("ปู้")

    assert SIGNS[cluster.sign] == "ป"
    assert (ABOVE[cluster.above], TONES[cluster.tone], BELOW[cluster.below]) == ("", "้", "ู")


@pytest.mark.parametrize("text", ["่", "๑่", "漢"])
def test_what_the_alphabet_lacks_is_refused(text):
    with pytest.raises(ValueError):
        clusters_of(text)
