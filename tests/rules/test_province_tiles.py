"""Every province has a tile of its own."""

from saraban.rules.letter_codes import PROVINCE_LETTERS
from saraban.rules.province_tiles import PROVINCE_TILES


def test_every_province_has_a_tile_of_its_own():
    assert set(PROVINCE_TILES) == set(PROVINCE_LETTERS)
    assert len(set(PROVINCE_TILES.values())) == 77


def test_the_map_is_narrow_enough_for_a_desk_beside_its_table():
    assert max(column for column, _ in PROVINCE_TILES.values()) < 8
