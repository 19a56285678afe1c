import pytest

from saraban.rules.letter_reading.misreadings.adorned_codes import with_bare_codes


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("ด้วยมีหนังสือ ด่วนที่สุด ที่ ศัย", "ด้วยมีหนังสือ ด่วนที่สุด ที่ ศย"),
        ("ที่ ชีพ ๕๑๐๐๓/๑๙๕๐", "ที่ ชพ ๕๑๐๐๓/๑๙๕๐"),
        ("ที่ ตผ ๐๐๖๒ ชีพ/๔๘๕", "ที่ ตผ ๐๐๖๒ ชพ/๔๘๕"),
        ("หนังสือ ทตผ ๐๐๕๔ พืช/๒๑๗ ลงวันที่", "หนังสือ ที่ ตผ ๐๐๕๔ พช/๒๑๗ ลงวันที่"),
        ("ด่วนที่สุด ทัมท ๐๖๓๒/ว ๓๒๘", "ด่วนที่สุด ที่ มท ๐๖๓๒/ว ๓๒๘"),
        ("ที่ ศธ ธ04112/ว 2290", "ที่ ศธ 04112/ว 2290"),
        ("หนังสือ ที่ ปซช ๐๐๔๒/ว ๐๐๑๑", "หนังสือ ที่ ปช ๐๐๔๒/ว ๐๐๑๑"),
    ],
)
def test_letters_of_codes_lose_what_makes_words_of_them(printed, read):
    assert with_bare_codes(printed) == read


@pytest.mark.parametrize(
    "printed",
    [
        "ที่ ทส ๙๙๐๑/ว ๘๑",  # a code that begins with ท
        "ที่ สทน ๐๐๔๒/ว ๑๑",  # three letters, none of them like another
        "ที่ ฮู้ ๙๙๐/ว ๘๑",  # nobody's code, and no office's figures
        "ปลูกพืช/สัตว์ ๒๕๖๔ พืช ๓ ชนิด",
        "สวนพฤกษศาสตร์ปลูก พืช",
    ],
)
def test_other_words_stay(printed):
    assert with_bare_codes(printed) == printed


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("ตามหนังสือ ที่ ดซ ๐๐๑๘.๒(๑๑)/๓๙๔๑", "ตามหนังสือ ที่ ตช ๐๐๑๘.๒(๑๑)/๓๙๔๑"),
        ("มีหนังสือ ที่ ดผ ๐๐๑๑/๓๑๒๕", "มีหนังสือ ที่ ตผ ๐๐๑๑/๓๑๒๕"),
        ("ที่ ทส ๐๑๑๘/ว ๘๑", "ที่ ทส ๐๑๑๘/ว ๘๑"),
        ("ที่ ฮฮ ๐๑๑๘/ว ๘๑", "ที่ ฮฮ ๐๑๑๘/ว ๘๑"),
    ],
)
def test_a_code_of_nobody_is_the_one_that_looks_like_it(printed, read):
    assert with_bare_codes(printed) == read
