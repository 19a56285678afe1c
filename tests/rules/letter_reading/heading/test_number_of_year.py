"""Numbers of companies and societies that end in the year of the letter."""

import pytest

from tests.rules.letter_reading.letters import BODY, HEAD, SIGNED, the_letter


def number_of_letter(printed, day="๓ มิถุนายน ๒๕๖๕"):
    head = HEAD.replace("ทส ๙๙๐๑/ว ๘๑", printed).replace("๓ มิถุนายน ๒๕๖๕", day)
    return the_letter(f"{head}{BODY}{SIGNED}").number


@pytest.mark.parametrize("printed", ["ปทส. ๐๔๑๒/๒๕๖๕", "ปทส ๐๔๑๒ / ๒๕๖๕", "ป.ท.ส. 0412/2565"])
def test_a_number_that_ends_in_the_year_of_the_letter_is_counted_within_it(printed):
    number = number_of_letter(printed)

    assert (number.unit_code, number.running) == (None, "0412")
    assert number.normalized.endswith(" 0412/2565")


@pytest.mark.parametrize(
    ("printed", "unit", "running"),
    [
        ("ทส ๐๔๑๒/๒๕๖๕", "0412", "2565"),  # a ministry's office, whose letters are two
        ("ทส (ปปป) ๐๔๑๒/๒๕๖๕", "0412", "2565"),
        ("ปทส ๐๔๑๒/๒๕๖๔", "0412", "2564"),  # of no year that the letter tells
        ("ปทส ๔๔๑๒/๒๕๖๕", "4412", "2565"),
        ("ปทส ๐๔๑๒.๓/๒๕๖๕", "0412.3", "2565"),
        ("ปทส ๐๔๑๒/ว ๒๕๖๕", "0412", "2565"),
    ],
)
def test_an_office_s_code_stays_one_before_a_number_that_looks_like_a_year(printed, unit, running):
    number = number_of_letter(printed)

    assert (number.unit_code, number.running) == (unit, running)


def test_a_letter_of_another_year_has_that_number_running():
    number = number_of_letter("ปทส ๐๔๑๒/๒๕๖๕", day="๓ มิถุนายน ๒๕๕๖")

    assert (number.unit_code, number.running) == ("0412", "2565")
