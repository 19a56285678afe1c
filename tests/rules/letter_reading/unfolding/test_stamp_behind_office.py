"""A receipt stamp so close behind the letter's office that no gap parts the two."""

from dataclasses import replace

import pytest

from saraban.rules.letter_reading.lines.page_lines import pages_of_text
from saraban.rules.letter_reading.reading import read_letters
from tests.rules.letter_reading.letters import BODY, FOOT, HEAD, SIGNED


def _letter_whose_first_row_is(*cells):
    (page,) = pages_of_text(f"{HEAD}{BODY}{SIGNED}{FOOT}")
    first = replace(page.lines[0], text=" ".join(cells), cells=cells)
    (letter,) = read_letters([replace(page, lines=(first, *page.lines[2:]))])
    return letter


@pytest.mark.parametrize("label", ["เลขรับ", "เลขที่รับ", "รับที่", "รับเลขที่"])
def test_the_number_and_the_office_of_the_letter_are_its_own(label):
    letter = _letter_whose_first_row_is("ที่ ทส ๙๙๐๑/ว ๘๑", f"กรมทดสอบน้ำ {label} 408")

    assert letter.number is not None and letter.number.normalized == "ทส 9901/ว 81"
    assert letter.issuer == "กรมทดสอบน้ำ"
    assert [stamp.number for stamp in letter.stamps] == ["408"]


def test_an_office_alone_behind_the_number_stays_as_it_is():
    letter = _letter_whose_first_row_is("ที่ ทส ๙๙๐๑/ว ๘๑", "กรมทดสอบน้ำ")

    assert letter.issuer == "กรมทดสอบน้ำ"
    assert letter.stamps == []
