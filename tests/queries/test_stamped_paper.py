"""The stamps on one paper: those of its own line of desks, and only for who may see them."""

from datetime import date

import pytest

from saraban.desk.registration import void_entry
from saraban.errors import LetterNotFound
from saraban.queries.stamped_paper import stamps_on_paper
from saraban.records import Receipt, RegisterEntry
from tests.make import register
from tests.stories.circular import on, receive


@pytest.fixture
def story(story):
    """The whole story, and the city registers the province's letter as the district did."""
    receive(story.cast.city, story.province_letter, on(20, 6), date(2022, 6, 20))
    return story


def numbers(stamps):
    return [stamp.printed_number for stamp in stamps]


def entry_of(troupe, letter_uid):
    """The line of the receive book under which the troupe's desk has the letter."""
    return next(
        receipt.entry.uid
        for receipt in Receipt.select().where(Receipt.unit == troupe.unit)
        if receipt.letter.uid == letter_uid
    )


def test_the_department_sees_its_three_stamps_in_their_order(cast, story):
    stamps = stamps_on_paper(cast.department.clerk, story.memo)

    assert numbers(stamps) == ["๓๐๔๐๐", "๑๔๓๖", "๕๓๖"]
    assert [stamp.is_ours for stamp in stamps] == [True, False, False]


def test_the_province_sees_its_three_stamps_with_their_units_and_days(cast, story):
    stamps = stamps_on_paper(story.extras.inner_desk.clerk, story.department_letter)

    assert numbers(stamps) == ["๑๑๔๙", "๑๐๓๗", "๑๑๖"]
    assert stamps[2].unit_name == story.extras.inner_desk.unit.name_th
    assert stamps[0].printed_date == "๑๐ มิ.ย. ๒๕๖๕"


def test_each_of_two_districts_has_a_paper_of_its_own(cast, story):
    letter = story.province_letter
    clerk = cast.province.clerk

    one = stamps_on_paper(clerk, letter, entry_uid=entry_of(cast.district_a, letter))
    other = stamps_on_paper(clerk, letter, entry_uid=entry_of(cast.city, letter))

    assert {stamp.unit_path for stamp in one}.isdisjoint(stamp.unit_path for stamp in other)


def test_of_many_papers_none_is_the_letters_own(cast, story):
    assert stamps_on_paper(cast.province.clerk, story.province_letter) == ()


def test_another_districts_paper_is_not_found_by_a_district(cast, story):
    letter = story.province_letter

    with pytest.raises(LetterNotFound):
        stamps_on_paper(cast.district_a.clerk, letter, entry_uid=entry_of(cast.city, letter))


def test_a_letter_that_came_by_two_ways_is_two_papers(cast):
    first = register(cast.district_a.clerk)
    again = register(cast.district_a.clerk, is_another_arrival=True)

    own = stamps_on_paper(cast.district_a.clerk, first.letter_uid)
    other = stamps_on_paper(cast.district_a.clerk, first.letter_uid, entry_uid=again.entry_uid)

    assert again.letter_uid == first.letter_uid
    assert [numbers(own), numbers(other)] == [["๑"], ["๒"]]


def test_a_stranger_finds_no_letter(cast, story):
    with pytest.raises(LetterNotFound):
        stamps_on_paper(cast.tao.clerk, story.memo)


def test_a_number_struck_through_is_on_no_paper(cast, story):
    entry = RegisterEntry.get(RegisterEntry.uid == entry_of(cast.department, story.memo))
    void_entry(
        actor=cast.department.clerk, at=on(1, 6), entry_uid=entry.uid, reason="ลงผิดฉบับ",
        although_cited=True,
    )  # fmt: skip

    assert numbers(stamps_on_paper(cast.department.clerk, story.memo)) == ["๑๔๓๖", "๕๓๖"]
    with pytest.raises(LetterNotFound):
        stamps_on_paper(cast.department.clerk, story.memo, entry_uid=entry.uid)
