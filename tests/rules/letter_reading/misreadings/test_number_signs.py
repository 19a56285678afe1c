import pytest

from saraban.rules.letter_reading.misreadings.number_signs import with_signs_of_number


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("ที' นม ๐๗๑๘|วุ ๒๔o๑", "ที่ นม ๐๗๑๘/ว ๒๔o๑"),
        ("ท กษ o๘o๔ /งิ ๕๘๒", "ที่ กษ o๘o๔/ว ๕๘๒"),
        ("ที อบ ๕๒๐๐๕l๑๓๓๘", "ที่ อบ ๕๒๐๐๕/๑๓๓๘"),
        ("ทึ่  ตช ๐๐๑๖.๓(๑๔)lา ๑๒๐๖", "ที่ ตช ๐๐๑๖.๓(๑๔)/ว ๑๒๐๖"),
        ("ที ทส ๙๙๐๑ . ๒/ว ๘๑ กรมทดสอบน้ำ", "ที่ ทส ๙๙๐๑.๒/ว ๘๑ กรมทดสอบน้ำ"),
        ("ที กห ๙๙๘๒.๗๑/๑๑ ๔๖", "ที่ กห ๙๙๘๒.๗๑/๑๑๔๖"),
        ("ที กห ๙๙๘๒.๗๑/๑๑ ๔๖ ถนนทดลอง", "ที่ กห ๙๙๘๒.๗๑/๑๑ ๔๖ ถนนทดลอง"),
        ("ที'  ๓๒ /๒๕๕๒", "ที่ ๓๒/๒๕๕๒"),
        ("ทึ   ๓๑๒  l ๒๕๖o", "ที่ ๓๑๒/๒๕๖o"),
    ],
)
def test_the_signs_of_a_letters_own_number_are_put_right(printed, read):
    assert with_signs_of_number(printed) == read


@pytest.mark.parametrize(
    "printed", ["ที่ ทส ๙๙๐๑", "ท่านอธิบดี ๐๑๒๓/๔", "ที่ประชุม ๑๒/๒๕๖๐", "หนังสือ ที่ ทส ๙๙๐๑|๘๑"]
)
def test_what_opens_with_no_such_number_stays(printed):
    assert with_signs_of_number(printed) == printed


def test_a_committee_stays_between_the_code_and_the_figures():
    assert with_signs_of_number("ท กค (กวพ) o๔๒๑.๓/ว ๓o") == "ที่ กค (กวพ) o๔๒๑.๓/ว ๓o"
