"""The facts about letters and number blocks hang together."""

import geothai

from saraban.rules.letter_codes import DEPARTMENTS, FORMER_LETTERS, MINISTRIES, PROVINCE_LETTERS

MINISTRY_LETTERS = {fact.letters for fact in MINISTRIES}


def test_every_province_has_letters_of_its_own():
    assert set(PROVINCE_LETTERS) == {province.code for province in geothai.provinces()}
    assert len(set(PROVINCE_LETTERS.values())) == 77


def test_no_ministry_shares_letters_with_a_province():
    assert len(MINISTRY_LETTERS) == len(MINISTRIES) == 21
    assert not MINISTRY_LETTERS & set(PROVINCE_LETTERS.values())


def test_former_letters_lead_to_a_ministry_of_today():
    assert set(FORMER_LETTERS.values()) <= MINISTRY_LETTERS
    assert not set(FORMER_LETTERS) & (MINISTRY_LETTERS | set(PROVINCE_LETTERS.values()))


def test_a_block_belongs_to_one_department_of_a_known_ministry():
    blocks = [(fact.ministry_letters, fact.block) for fact in DEPARTMENTS]

    assert len(set(blocks)) == len(blocks)
    assert {letters for letters, _ in blocks} <= MINISTRY_LETTERS
    assert ("มท", "08") in blocks
