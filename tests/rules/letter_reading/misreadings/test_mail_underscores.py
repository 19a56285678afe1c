"""An underscore that was read as a blank is put back into an address, and nowhere else."""

import pytest

from saraban.rules.letter_reading.misreadings.mail_underscores import with_underscore


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("test unit@office.example อีกทางหนึ่ง", "test_unit@office.example อีกทางหนึ่ง"),
        (
            "ทางไปรษณีย์อิเล็กทรอนิกส์ sign data@office.go.th",
            "ทางไปรษณีย์อิเล็กทรอนิกส์ sign_data@office.go.th",
        ),
        ("E-mail: test unit@office.ac.th", "E-mail: test_unit@office.ac.th"),
    ],
)
def test_no_address_has_a_blank_in_it(read, meant):
    assert with_underscore(read) == meant


@pytest.mark.parametrize(
    "other",
    [
        "email unit@office.example",
        "ติดต่อ Somchai unit@office.example",
        "send it to our unit at unit@office.example",
        "ทางอีเมล unit@office.example",
    ],
)
def test_a_word_that_is_no_part_of_it_stays(other):
    assert with_underscore(other) == other
