"""What may be declared one letter: nothing held against it, or a reason for what is."""

from dataclasses import replace
from datetime import date

import pytest

from saraban.errors import BothIssuedHere, MergeNeedsReason, SecretAndOpen
from saraban.rules.merging import MergeFacts, check_merge, difference

ONE = MergeFacts("มท 0211/ว 99", date(2022, 6, 16), "normal", is_issued_here=False)


@pytest.mark.parametrize(
    ("changed", "differing"),
    [
        ({}, None),
        ({"number_key": None, "dated_on": None}, None),
        ({"number_key": "มท 0211/ว 98"}, "number"),
        ({"dated_on": date(2022, 6, 15)}, "dated_on"),
        ({"number_key": "มท 0211/ว 98", "dated_on": date(2022, 6, 15)}, "both"),
    ],
)
def test_only_what_both_have_can_differ(changed: dict[str, object], differing: str | None) -> None:
    other = replace(ONE, **changed)

    assert difference(ONE, other) == difference(other, ONE) == differing


@pytest.mark.parametrize(
    ("one", "other", "refusal"),
    [
        (replace(ONE, is_issued_here=True), replace(ONE, is_issued_here=True), BothIssuedHere),
        (ONE, replace(ONE, secrecy="secret"), SecretAndOpen),
        (ONE, replace(ONE, number_key="มท 0211/ว 98"), MergeNeedsReason),
    ],
)
def test_what_is_refused(one: MergeFacts, other: MergeFacts, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        check_merge(one, other, reason="")


def test_a_reason_answers_for_a_difference_and_for_nothing_else() -> None:
    check_merge(ONE, replace(ONE, number_key="มท 0211/ว 98"), reason="อ่านตราผิด")

    with pytest.raises(SecretAndOpen):
        check_merge(ONE, replace(ONE, secrecy="secret"), reason="อ่านตราผิด")
