"""What a mark says beside what is printed: agreement is sure, difference is told."""

from datetime import date

import pytest

from saraban.rules.letter_mark_check import compared, said_by_facts
from saraban.rules.letter_reading.draft import Evidence, LetterDraft, Signatory
from saraban.rules.letter_reading.lines.number_line import number_at
from tests.rules.test_letter_mark import FACTS

SAID = {"number": "ทส 9901.4/ว 1658", "date_iso": "2026-06-16"}


def draft(number="ทส ๙๙๐๑.๔/ว ๑๖๕๘", day=date(2026, 6, 16), source="text"):
    found = number_at(number)
    fields = ("number", "date_iso", "subject")
    return LetterDraft(
        kind="หนังสือภายนอก",
        pages=(1,),
        number=found.parts if found else None,
        dated_on=day,
        subject="การสำรวจป้าย",
        evidence={
            field: Evidence(1, (1.0, 2.0, 3.0, 4.0), "raw", source, 0.8, True) for field in fields
        },
    )


def test_where_both_agree_the_field_is_sure():
    read = draft(source="digits")

    warnings = compared(read, SAID, "qr", is_off_picture=True)

    assert warnings == []
    assert read.evidence["number"].source == "qr"
    assert not read.evidence["number"].confirm
    assert read.evidence["subject"].confirm


def test_a_forged_mark_wins_nothing_against_a_text_layer():
    read = draft()

    (warning,) = compared(
        read, {**SAID, "number": "ทส 9901.4/ว 9999"}, "embedded", is_off_picture=False
    )

    assert read.number.normalized == "ทส 9901.4/ว 1658"
    assert read.evidence["number"].source == "text"
    assert read.evidence["number"].confirm
    assert "๙๙๙๙" in warning
    assert "๑๖๕๘" in warning


def test_off_a_picture_the_marks_digits_are_offered_and_to_be_confirmed():
    read = draft(number="ทส ๙๙๐๑.๕/ว ๑๐๕๕", source="digits")

    (warning,) = compared(read, SAID, "qr", is_off_picture=True)

    assert read.number.normalized == "ทส 9901.4/ว 1658"
    assert read.evidence["number"].source == "qr"
    assert read.evidence["number"].confirm
    assert read.evidence["number"].box == (1.0, 2.0, 3.0, 4.0)
    assert "๑๐๕๕" in warning


@pytest.mark.parametrize("is_off_picture", [True, False])
def test_what_was_not_read_is_offered_to_be_confirmed_where_the_mark_stands(is_off_picture):
    read = draft(day=None)
    read.evidence.pop("date_iso")
    box = (500.0, 700.0, 540.0, 740.0)

    (warning,) = compared(read, SAID, "qr", is_off_picture=is_off_picture, box=box)

    assert read.dated_on == date(2026, 6, 16)
    assert read.evidence["date_iso"].confirm
    assert read.evidence["date_iso"].box == box
    assert "๑๖ มิถุนายน ๒๕๖๙" in warning


def test_a_mark_with_an_impossible_day_changes_nothing():
    read = draft(day=None)

    compared(read, {"date_iso": "2026-13-45"}, "embedded", is_off_picture=False)

    assert read.dated_on is None


def test_every_field_the_facts_tell_of_is_compared():
    read = draft()
    read.addressees = ["นายอำเภอ ทุกอำเภอ"]
    read.urgency = "ด่วนที่สุด"
    read.signatory = Signatory("นายอื่น", None, None)
    facts = {**FACTS, "urgency": "ด่วนมาก", "signatory_name": "นางสาวทดลอง"}

    warnings = compared(read, said_by_facts(facts), "embedded", is_off_picture=False)

    assert len(warnings) == 2
    assert (read.urgency, read.signatory.name) == ("ด่วนที่สุด", "นายอื่น")
