"""How right the machine reads, counted from what clerks made of it."""

from dataclasses import replace

import pytest

from saraban.errors import Refused
from saraban.queries.reading_accuracy import reading_accuracy
from saraban.rules.intake import FILED_FIELDS
from tests.cast import Cast
from tests.readings import CIRCULAR, INVITATION, accept, bring_read, sample

TEXT = sample(INVITATION)


@pytest.fixture
def answered(cast: Cast) -> Cast:
    """One letter accepted as it was read, one from a scan with its number put right."""
    accept(cast.tao.clerk, bring_read(cast.tao.clerk, TEXT), TEXT)
    scan = sample(CIRCULAR)
    uid = bring_read(cast.tao.clerk, scan, from_scan=True)
    accept(
        cast.tao.clerk, uid, scan,
        printed_number="สธ ๐๔๑๐/ว ๑", issuer_text="กรมควบคุมโรค", confirmed=set(FILED_FIELDS),
    )  # fmt: skip
    return cast


def test_each_field_is_counted_by_itself(answered: Cast) -> None:
    told = reading_accuracy(answered.tao.clerk)

    number = next(row for row in told.by_field if row.name == "number")
    subject = next(row for row in told.by_field if row.name == "subject")
    assert told.letter_count == 2
    assert (number.read, number.right, number.corrected) == (2, 1, 1)
    assert (number.missed, number.asked, number.wrong_unasked) == (0, 1, 0)
    assert (subject.read, subject.right) == (2, 2)


def test_fields_stand_in_the_order_of_the_register(answered: Cast) -> None:
    names = [row.name for row in reading_accuracy(answered.tao.clerk).by_field]

    assert names == [name for name in FILED_FIELDS if name in names]


def test_the_sender_read_worst_stands_first(answered: Cast) -> None:
    told = reading_accuracy(answered.tao.clerk)

    assert told.by_sender[0].name == "กรมควบคุมโรค"
    assert told.by_sender[0].corrected > told.by_sender[1].corrected


def test_a_wrong_value_that_nobody_was_asked_about_is_counted(cast: Cast) -> None:
    uid = bring_read(cast.tao.clerk, TEXT)
    accept(cast.tao.clerk, uid, TEXT, printed_number="ชม ๗๑๒๐๔/๒๑๖")

    [number] = [row for row in reading_accuracy(cast.tao.clerk).by_field if row.name == "number"]

    assert number.wrong_unasked == 1


def test_what_was_put_right_can_be_read_again(answered: Cast) -> None:
    latest = reading_accuracy(answered.tao.clerk).latest

    corrected = {one.field: one for one in latest}["number"]
    assert (corrected.accepted, corrected.source) == ("สธ ๐๔๑๐/ว ๑", "ocr")
    assert (corrected.had_confirm, corrected.confidence_percent) == (True, 80)


def test_a_unit_sees_its_own_and_an_auditor_the_branch(answered: Cast) -> None:
    assert reading_accuracy(answered.city.clerk).letter_count == 0
    assert reading_accuracy(answered.auditor).letter_count == 2
    assert reading_accuracy(answered.administrator).letter_count == 2


def test_nobody_without_a_role_sees_any(cast: Cast) -> None:
    with pytest.raises(Refused):
        reading_accuracy(replace(cast.tao.clerk, roles=frozenset()))
