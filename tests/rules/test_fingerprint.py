"""Fingerprints: alike for two scans of one paper, unlike for two letters, quick to look up."""

import random

from hypothesis import given, strategies as st

from saraban.rules.duplicates import ALIKE
from saraban.rules.fingerprint import PLACES, bands_of, likeness, sketch_of
from tests.readings import SAMPLES, sample

NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))
MOST_BETWEEN_TWO_LETTERS = 0.24
MARKS = "ะัาำิีึืุูเแโใไ่้๊๋็์"
thai_texts = st.text(st.sampled_from("กขคงจชซญดตถทธนบปผพฟมยรลวศสหอฮ เาิีุู่้๐๑๒."), max_size=800)


def misread(text: str, share: float, seed: int) -> str:
    """As machines misread scans: a share of marks, vowels and digits, a tenth of it elsewhere."""
    chance = random.Random(seed)
    read = []
    for character in text:
        often = character in MARKS or character.isdigit()
        if chance.random() < (share if often else share / 10):
            read.append(chance.choice(["", chance.choice(MARKS), character + "่"]))
        else:
            read.append(character)
    return "".join(read)


@given(thai_texts)
def test_a_sketch_is_whole_or_empty_and_always_the_same(text):
    sketch = sketch_of(text)

    assert sketch == sketch_of(text)
    assert len(sketch) in (0, PLACES * 4)
    assert len(bands_of(sketch)) == (PLACES // 3 if sketch else 0)
    assert all(0 <= band < 2**53 for band in bands_of(sketch))


@given(thai_texts)
def test_what_machines_misread_first_does_not_matter(text):
    without = "".join(one for one in text if one not in MARKS and one not in "๐๑๒ .")

    assert sketch_of(without) == sketch_of(text)


@given(thai_texts, thai_texts)
def test_likeness_is_a_share_and_goes_both_ways(one, other):
    first, second = sketch_of(one), sketch_of(other)

    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, second) == likeness(second, first)
    assert likeness(first, first) == (1 if first else 0)


@given(st.sampled_from(NAMES), st.integers(0, 99))
def test_two_scans_of_a_letter_are_found_by_each_other(name, seed):
    one = sketch_of(misread(sample(name), 0.12, seed))
    other = sketch_of(misread(sample(name), 0.12, seed + 100))

    assert set(bands_of(one)) & set(bands_of(other))
    assert likeness(one, other) > 2 * MOST_BETWEEN_TWO_LETTERS


def test_most_scans_are_alike_enough_to_be_offered():
    alike = [
        likeness(sketch_of(misread(sample(name), 0.12, 1)), sketch_of(sample(name))) >= ALIKE
        for name in NAMES
    ]

    assert sum(alike) >= len(NAMES) - 1


def test_no_two_of_our_letters_are_alike():
    sketches = {name: sketch_of(sample(name)) for name in NAMES}

    alike = [
        (one, other)
        for one in NAMES
        for other in NAMES
        if one < other and likeness(sketches[one], sketches[other]) > MOST_BETWEEN_TWO_LETTERS
    ]

    assert all(sketches.values())
    assert alike == []


def test_too_little_text_has_no_sketch():
    assert sketch_of("ที่ มท ๐๒๑๑/ว ๙๙ เรื่อง ขอเชิญประชุม") == ""
