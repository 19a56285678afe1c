"""Thai words to signs: no text lost, marks above their letters, lines broken between words."""

import pytest

from saraban.paper.shaping import Shaper, break_places
from saraban.paper.stamp_font import FILE
from saraban.thai.text import repair
from tests.paper.letters import HAS_FONTS, NO_FONTS

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)

WORDS = (
    "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตาก",
    "น้ำ ป้ำ ก้ำกึ่ง ฎุฏู ญูฐุ ฤๅษี ปิ่นโต ฝั่งฟ้า",
    "เลขรับ ๑๑๔๙ วันที่ 31/๕/๖๕ เวลา ๑๓.๓๐ น.",
    "อบต. Office & 1436",
)


@pytest.fixture(scope="module")
def shaper():
    return Shaper(FILE)


@pytest.mark.parametrize("words", WORDS)
def test_the_texts_of_all_signs_together_are_the_line(shaper, words):
    assert repair("".join(glyph.text for glyph in shaper.glyphs(words))) == words


@pytest.mark.parametrize("words", WORDS)
def test_every_sign_of_sarabun_says_something(shaper, words):
    assert all(glyph.text for glyph in shaper.glyphs(words))


def test_a_tone_mark_takes_no_room_of_its_own(shaper):
    with_tone = sum(glyph.advance for glyph in shaper.glyphs("ที่"))

    assert with_tone == sum(glyph.advance for glyph in shaper.glyphs("ท"))


def test_the_smaller_font_draws_what_the_whole_one_drew(shaper, tmp_path):
    glyphs = shaper.glyphs(WORDS[0])
    file = tmp_path / "subset.ttf"

    file.write_bytes(shaper.subset(frozenset(glyph.number for glyph in glyphs)))

    assert file.stat().st_size < FILE.stat().st_size / 4


def test_a_line_breaks_between_thai_words():
    assert break_places("สำนักงานส่งเสริมการปกครอง") == [8, 16, 19]


def test_a_line_breaks_after_a_blank_and_never_at_its_ends():
    places = break_places("กอง คลัง")

    assert 4 in places
    assert {0, 8}.isdisjoint(places)
