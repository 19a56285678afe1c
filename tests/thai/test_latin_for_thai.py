"""Latin letters that stand for Thai ones inside words."""

import pytest

from saraban.thai.latin_for_thai import has_latin_for_thai, with_thai_letters


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("nรมทดสอบน้ำ", "กรมทดสอบน้ำ"),
        ("๒๒ มnราคม ๒๕๕๘", "๒๒ มกราคม ๒๕๕๘"),
        ("เรียu ผู้จัดnาร จำnัด", "เรียน ผู้จัดการ จำกัด"),
        ("กsมป้าย มีเงื่อuไขนั้u", "กรมป้าย มีเงื่อนไขนั้น"),
        ("ขอแสดงควาuนับถือ", "ขอแสดงความนับถือ"),
        ("สแกน QR Code แบบ A ขนาด n", "สแกน QR Code แบบ A ขนาด n"),
    ],
)
def test_the_commonest_words_tell_the_thai_letter(printed, meant):
    assert with_thai_letters(printed) == meant


def test_one_such_letter_tells_nothing_of_a_page():
    assert not has_latin_for_thai("แบบ กn ของกรม")
    assert has_latin_for_thai("nรม เรียu จำnัด")
