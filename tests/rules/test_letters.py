"""Kinds, urgency and secrecy."""

import pytest

from saraban.rules.letters import (
    CIRCULAR_KINDS,
    THAI_KIND,
    THAI_SECRECY,
    THAI_URGENCY,
    LetterKind,
    Secrecy,
    Urgency,
)


@pytest.mark.parametrize(
    ("values", "words"),
    [(LetterKind, THAI_KIND), (Urgency, THAI_URGENCY), (Secrecy, THAI_SECRECY)],
)
def test_every_value_has_its_own_thai_words(values, words):
    assert set(words) == set(values)
    assert len(set(words.values())) == len(words)


def test_urgency_ranks_from_normal_to_most_urgent():
    assert [urgency.rank for urgency in Urgency] == [0, 1, 2, 3]
    assert Urgency.MOST_URGENT.rank == 3


def test_only_the_first_three_kinds_may_circulate():
    assert {"external", "memo", "sealed"} == CIRCULAR_KINDS
