"""Thai and Arabic digits."""

from hypothesis import given, strategies as st

from saraban.thai.digits import to_arabic, to_thai


def test_every_digit_has_its_thai_form():
    assert to_thai("0123456789") == "๐๑๒๓๔๕๖๗๘๙"


def test_mixed_digits_become_arabic_and_the_rest_stays():
    assert to_arabic("มท ๐๘0๑.๔/ว") == "มท 0801.4/ว"


@given(st.text())
def test_going_there_and_back_gives_arabic_digits(text):
    assert to_arabic(to_thai(text)) == to_arabic(text)
