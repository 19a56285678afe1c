"""Numbers of another office: which series they are of, and what lies between them."""

import pytest
from hypothesis import given, strategies as st

from saraban.rules.letter_number import parse_letter_number
from saraban.rules.number_gaps import circular_of, gaps_between, office_of


@pytest.mark.parametrize(
    ("printed", "series"),
    [
        ("มท ๐๘๐๑.๔/ว ๑๖๕๘", ("มท 0801.4", 1658)),
        ("กค (กวจ) ๐๔๐๕.๒/ว ๗๒๗", ("กค (กวจ) 0405.2", 727)),
        ("นร ๐๕๐๓/(คกก.๖)/ว ๗", ("นร 0503/(คกก.6)", 7)),
        ("สถ ๗๕๓๐๑/ว ๑๒", ("สถ 75301", 12)),
        ("มท ๐๘๐๑.๔/๑๖๕๘", None),
        ("มท ๐๘๐๑.๔/ว ๑๖๕๘/๒๕๖๕", None),
        ("๑๒/๒๕๖๕", None),
        ("ว ๑๒", None),
    ],
)
def test_a_circulars_number_is_of_the_series_of_what_stands_before_the_slash(printed, series):
    assert circular_of(parse_letter_number(printed).key) == series


@pytest.mark.parametrize(
    ("prefix", "office"),
    [
        ("มท 0801.4", "มท 08"),
        ("มท 0808.2", "มท 08"),
        ("ตก 0023.3", "ตก 0023"),
        ("ตก 0118", "ตก 01"),
        ("สท 75301", "สท 75301"),
        ("กค (กวจ) 0405.2", "กค (กวจ) 04"),
        ("ตช 0001(มค3)", "ตช 0001(มค3)"),
        ("ศธ", "ศธ"),
    ],
)
def test_an_office_is_the_department_or_the_provinces_office(prefix, office):
    assert office_of(prefix) == office


def test_missing_numbers_are_told_as_runs():
    assert gaps_between([1654, 1658, 1656, 1659, 1662]) == [
        (1655, 1655),
        (1657, 1657),
        (1660, 1661),
    ]


def test_nothing_is_missing_before_the_first_or_after_the_last():
    assert gaps_between([7]) == gaps_between([]) == gaps_between([3, 4, 5]) == []


@given(st.sets(st.integers(1, 300), min_size=1))
def test_what_is_known_and_what_is_missing_are_everything_between(numbers):
    missing = {one for first, last in gaps_between(numbers) for one in range(first, last + 1)}

    assert missing | numbers == set(range(min(numbers), max(numbers) + 1))
    assert not missing & numbers
