"""The number printed on a letter."""

import pytest
from hypothesis import given, strategies as st

from saraban.errors import SarabanError, UnreadableLetterNumber
from saraban.rules.letter_number import LetterNumber, compose, parse_letter_number

code_letters = st.text("กขคงจชดตทนบปผพมยรลวศสหอฮ", min_size=2, max_size=4)
committees = st.sampled_from([None, "กวจ", "มค3", "คกก.6", "กนบ 2"])
owner_numbers = st.from_regex(
    r"[0-9]{2,5}(\.[0-9]{1,2}){0,2}(\(มค3\)|/\(คกก\.6\))?", fullmatch=True
)
years = st.sampled_from(["", "/2565", "/2569"])
runnings = st.integers(1, 999_999_999)

numbers = st.one_of(
    st.builds(
        LetterNumber,
        code_letters, committees, owner_numbers, st.booleans(), runnings, years,
    ),
    st.builds(LetterNumber, code_letters, committees, st.just(""), st.just(True), runnings, years),
    st.builds(
        LetterNumber,
        code_letters, committees, owner_numbers, st.booleans(), st.none(), st.just("พิเศษ"),
    ),
    st.builds(
        LetterNumber,
        st.just(""), st.none(), st.just(""), st.booleans(), runnings, st.just("/2565"),
    ),
)  # fmt: skip
almost_numbers = st.text(st.one_of(st.characters(), st.sampled_from("มทตกว0123๔๕./() ที่")))


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("ที่ มท ๐๒๒๙/ว ๓๗๙๙", "มท 0229/ว 3799"),
        ("มท0229/ว3799", "มท 0229/ว 3799"),
        ("ที่มท ๐๒๒๙ / ว ๓๗๙๙", "มท 0229/ว 3799"),
        ("มท. ๐๒๒๙/ว. ๓๗๙๙", "มท 0229/ว 3799"),
        ("ม.ท. 0229 ว 3799", "มท 0229/ว 3799"),
        ("เลขที่ มท 0229/\u00a0ว\u200b 3799 ", "มท 0229/ว 3799"),
        ("มท ๐๘๐๑.๔/ว ๑๖๕๘", "มท 0801.4/ว 1658"),
        ("มท 0801. 4./ว 1658", "มท 0801.4/ว 1658"),
        ("ตก 0023.3/5765", "ตก 0023.3/5765"),
        ("ตก 0118/๐๐๑๒", "ตก 0118/12"),
        ("กค (กวจ) ๐๔๐๕.๒/ว ๗๒๗", "กค (กวจ) 0405.2/ว 727"),
        ("กค(กวจ)0405.2/ว727", "กค (กวจ) 0405.2/ว 727"),
        ("ตช 0001(มค3)/570", "ตช 0001(มค3)/570"),
        ("ตช ๐๐๐๑ (มค๓) /๕๗๐", "ตช 0001(มค3)/570"),
        ("นร ๐๕๐๓/(คกก.๖)/๒๘", "นร 0503/(คกก.6)/28"),
        ("สท 75301/1", "สท 75301/1"),
        ("อว 0603.07.04/ว 12", "อว 0603.07.04/ว 12"),
        ("สถจ.ตก 0023.3/7", "สถจ.ตก 0023.3/7"),
        ("มท/ว ๕", "มท/ว 5"),
        ("๑๒/๒๕๖๕", "12/2565"),
        ("ที่ 12 / 2565", "12/2565"),
        ("ว 12", "ว 12"),
        ("ว ๑๒/๒๕๖๕", "ว 12/2565"),
        ("ตก 0023/12/2565", "ตก 0023/12/2565"),
        ("ตก 0023/พิเศษ", "ตก 0023/พิเศษ"),
        ("พิเศษ ๓/๒๕๖๕", "พิเศษ 3/2565"),
    ],
)
def test_a_number_has_one_key_however_it_is_printed(printed, key):
    assert parse_letter_number(printed).key == key


def test_a_circular_number_comes_apart():
    number = parse_letter_number("กค (กวจ) ๐๔๐๕.๒/ว ๗๒๗")

    assert number == LetterNumber("กค", "กวจ", "0405.2", True, 727, "")
    assert number.prefix == "กค (กวจ) 0405.2"
    assert number.thai == "กค (กวจ) ๐๔๐๕.๒/ว ๗๒๗"


def test_the_number_of_an_order_has_no_letters():
    assert parse_letter_number("๑๒/๒๕๖๕") == LetterNumber("", None, "", False, 12, "/2565")


@pytest.mark.parametrize(
    "text",
    [
        "", "ที่", "มท", "มท 0229", "มท 0229/", "มท 0229/ว", "12", "0229/3799", "มท 0229 3799",
        "มท 0229/0", "มท 0229/1234567890", "มทว 12", "ม 0229/1", "มท 0229/ว 3799 ลงวันที่ ๓๐",
        "มท 0229/3799-1", "TH 0001/1", "กค (กวจ 0405/1", "กค ( ) 0405/1", "มท " + "0" * 200 + "/1",
    ],
)  # fmt: skip
def test_what_is_no_letter_number_is_refused_with_its_text(text):
    with pytest.raises(UnreadableLetterNumber) as refused:
        parse_letter_number(text)

    assert refused.value.facts["text"] == text


@given(numbers)
def test_a_number_is_read_back_from_both_its_forms(number):
    assert parse_letter_number(number.key) == number
    assert parse_letter_number(number.thai) == number


@given(almost_numbers)
def test_any_text_is_a_number_with_a_steady_key_or_refused(text):
    try:
        number = parse_letter_number(text)
    except SarabanError as refused:
        assert isinstance(refused, UnreadableLetterNumber)
    else:
        assert parse_letter_number(number.key) == number


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        (("มท", "0229", True, 3799), "มท 0229/ว 3799"),
        (("สท", "๗๕๓๐๑", False, 1), "สท 75301/1"),
        (("กค (กวจ)", "0405.2", True, 727), "กค (กวจ) 0405.2/ว 727"),
    ],
)
def test_a_units_next_number_is_composed_from_its_parts(parts, key):
    assert compose(*parts).key == key


@pytest.mark.parametrize("parts", [("", "0229", False, 1), ("มท", "0229", False, 0)])
def test_parts_that_make_no_readable_number_are_refused(parts):
    with pytest.raises(UnreadableLetterNumber):
        compose(*parts)
