import pytest

from saraban.rules.letter_reading.misreadings.words_spelt import with_words_spelt


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("ขอให้ดรวจสอบป้ายทุกจังห วัด", "ขอให้ตรวจสอบป้ายทุกจังหวัด"),
        ("ผู้ว่าราซการจังหวัด ทุกจังหวัด", "ผู้ว่าราชการจังหวัด ทุกจังหวัด"),
        ("เรือง การสำรวจพืนที", "เรื่อง การสำรวจพื้นที่"),
    ],
)
def test_misread_words_are_put_right(printed, read):
    assert with_words_spelt(printed) == read


@pytest.mark.parametrize(
    "printed",
    ["(นายทดลอง นำใส)", "พันเอก (ทดลอง ดรวจนา)", "ที่ ดซ ๙๙๐๑/ว ๘๑", "สำรวจป้ายริมตลิ่งทุกแห่ง ๑๒ ป้าย"],
)
def test_names_numbers_and_what_is_right_stay(printed):
    assert with_words_spelt(printed) == printed


def test_the_letters_of_a_number_whose_figures_stand_apart_are_no_word():
    assert with_words_spelt("หนังสือเทศบาล ที่ อย ๗ ๒๓๐๑/ว ๔๒") == "หนังสือเทศบาล ที่ อย ๗ ๒๓๐๑/ว ๔๒"


@pytest.mark.parametrize(
    "printed",
    ["ที่ วปล. ๑๖/๒๕๔๗ วัดทดลอง", "ที่ กช.ชพ ๑๓๕/๒๕๓๘", "ที่ วสล ๙/๒๕๖๐", "ที่ ตช ๐๐๓๐(นบ)(๑๐)/๕๒๙"],
)
def test_the_letters_of_a_number_of_few_figures_are_no_word(printed):
    assert with_words_spelt(printed) == printed
