"""Tokens of links: read however they are typed, kept as a digest only."""

import pytest
from hypothesis import given, strategies as st

from saraban.rules.link_tokens import (
    LENGTH,
    SIGNS,
    grouped,
    read_token,
    receipt_code,
    token_digest,
    token_of,
)

TOKEN = "K7QF2MXA9RTDW3P0"
NUMBERS = st.integers(0, len(SIGNS) ** LENGTH - 1)


@given(NUMBERS)
def test_a_token_is_read_back_from_its_print(number: int) -> None:
    token = token_of(number)

    assert read_token(grouped(token)) == token


@given(NUMBERS, NUMBERS)
def test_two_numbers_are_two_tokens(one: int, other: int) -> None:
    assert (token_of(one) == token_of(other)) == (one == other)


@pytest.mark.parametrize(
    "typed",
    [
        "K7QF-2MXA-9RTD-W3P0",
        "k7qf 2mxa 9rtd w3po",
        "K๗QF–๒MXA–๙RTD–W๓P๐",
        " K7QF2MXA9RTDW3P0\n",
    ],
)
def test_a_token_is_read_as_people_type_it(typed: str) -> None:
    assert read_token(typed) == TOKEN


@pytest.mark.parametrize(
    "typed", ["", "K7QF-2MXA-9RTD", TOKEN + "7", "K7QF-2MXA-9RTD-W3P!", "ก" * LENGTH, "U" * LENGTH]
)
def test_what_cannot_be_a_token_is_none(typed: str) -> None:
    assert read_token(typed) is None


def test_the_code_of_a_receipt_depends_on_the_token_that_nobody_keeps() -> None:
    moment = "2022-06-16T03:00:00.000000Z"

    mine = receipt_code(TOKEN, "d" * 64, moment)

    assert len(mine) == 16
    assert mine != receipt_code(token_digest(TOKEN)[:LENGTH], "d" * 64, moment)
