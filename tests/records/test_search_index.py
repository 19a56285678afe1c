"""Any piece of a letter's text finds it, inside words too, in either kind of digits."""

import pytest

from saraban.queries.letters_list import letters
from tests.cast import Cast
from tests.make import register


@pytest.mark.parametrize(
    "words",
    ["ปลูกต้นไม้", "ลูกต้นไ", "ประจำ ปี", "0211/ว 99", "๐๒๑๑/ว ๙๙", "99", "ว๙", "สำนักงานปลัด"],
)
def test_a_letter_is_found_by_any_piece_of_it(cast: Cast, words: str) -> None:
    found = register(cast.province.clerk)
    register(cast.province.clerk, printed_number="มท ๐๘๐๑/๕", subject="เรื่องอื่น", issuer_text="กรม")

    assert [line.uid for line in letters(cast.province.clerk, words=words).lines] == [
        found.letter_uid
    ]


@pytest.mark.parametrize("words", ["%", "_", '"', "ไม่มีคำนี้", "' OR 1=1"])
def test_signs_that_mean_something_to_an_engine_mean_themselves(cast: Cast, words: str) -> None:
    register(cast.province.clerk)

    assert letters(cast.province.clerk, words=words).lines == ()


def test_nobody_finds_what_they_may_not_see(cast: Cast) -> None:
    register(cast.province.clerk)

    assert letters(cast.tao.clerk, words="ปลูกต้นไม้").lines == ()
